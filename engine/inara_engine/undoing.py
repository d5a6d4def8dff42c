"""Taking back what a job's tools did to files: the last effect first, and never over what came since.

Nothing is lost by it: what stands at a place is kept before it is replaced. A file that is no longer as
the call left it stays as it is, and so do the call's effects before it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from inara_engine.errors import Conflict, ToolError, UserError
from inara_engine.events import CallId, DurableEvent, ToolFinished, ToolUndone, Undo
from inara_engine.tools.undo import standing, undo
from inara_engine.tools.workspace import Workspace

__all__ = ["take_back"]


@dataclass(slots=True)
class _Call:
    """What a call did, in order, how many of that (from the last) was taken back, and whether all was."""

    effects: tuple[Undo, ...]
    taken_back: int = 0
    done: bool = False


@dataclass(slots=True)
class _Changed:
    """The marks of what we ourselves put at places when taking back: no change of anybody else's."""

    marks: dict[str, set[str]] = field(default_factory=dict[str, set[str]])

    def note(self, back: Undo) -> None:
        self.marks.setdefault(back.moved_to or back.path, set()).add(back.left)
        if back.moved_to:
            self.marks.setdefault(back.path, set()).add("absent")


async def take_back(
    workspace: Workspace, events: Iterable[DurableEvent], only: CallId = ""
) -> AsyncGenerator[ToolUndone]:
    """Take back the effects of a job's calls (or of `only` one), given its events; each call's end as it happens.

    Raises: UserError where nothing was done to files, Conflict where all was taken back before.
    """
    calls, ours = _calls(events)
    if only:
        calls = {call_id: call for call_id, call in calls.items() if call_id == only}
    if not calls:
        what = "call" if only else "job"
        raise UserError(f"This {what} changed no files.", next_step="There is nothing to take back.")
    left = {call_id: call for call_id, call in calls.items() if not call.done}
    if not left:
        raise Conflict("This has been taken back already.")
    for call_id, call in reversed(left.items()):
        yield await _take_back_call(workspace, call_id, call, ours)


def _calls(events: Iterable[DurableEvent]) -> tuple[dict[CallId, _Call], _Changed]:
    calls: dict[CallId, _Call] = {}
    ours = _Changed()
    for event in events:
        match event:
            case ToolFinished(call_id=call_id, undo=effects) if effects:
                calls[call_id] = _Call(effects)
            case ToolUndone(call_id=call_id) if call_id in calls:
                calls[call_id].taken_back = event.taken_back
                calls[call_id].done = event.outcome == "ok"
                for back in event.undo:
                    ours.note(back)
            case _:
                pass
    return calls, ours


async def _take_back_call(workspace: Workspace, call_id: CallId, call: _Call, ours: _Changed) -> ToolUndone:
    lines: list[str] = []
    backs: list[Undo] = []
    taken_back = call.taken_back
    for effect in reversed(call.effects[: len(call.effects) - call.taken_back]):
        try:
            back = await _take_back_effect(workspace, effect, ours)
        except ToolError as error:
            lines.append(f"{error.message} {error.next_step}".strip())
            break
        except OSError as error:
            lines.append(f"{await _shown(workspace, effect.path)} can't be taken back: {error.strerror or error}.")
            break
        taken_back += 1
        if back is not None:
            backs.append(back)
            lines.append(await _said(workspace, effect))
    whole = taken_back == len(call.effects)
    return ToolUndone(
        call_id=call_id,
        outcome="ok" if whole else "failed",
        message="\n".join(" ".join(line.split()) for line in lines),
        taken_back=taken_back,
        undo=tuple(backs),
    )


async def _take_back_effect(workspace: Workspace, effect: Undo, ours: _Changed) -> Undo | None:
    """What would bring it back, or None where nothing was to do. Raises ToolError where somebody changed it since."""
    place = effect.moved_to or effect.path
    now = await standing(place)
    if now == "absent" and not effect.copy_path and not effect.moved_to:
        return None  # what the call made is gone already
    if effect.left and now != effect.left and now not in ours.marks.get(place, ()):
        change = "is gone from where it was put" if now == "absent" else "was changed since"
        raise ToolError(
            f"{await _shown(workspace, place)} {change}, so it was left as it is.",
            next_step=f"What was there before lies in {effect.copy_path}." if effect.copy_path else "",
        )
    back = await undo(workspace, effect)
    if back is not None:
        back = back.model_copy(update={"left": await standing(back.moved_to or back.path)})
        ours.note(back)
    return back


async def _said(workspace: Workspace, effect: Undo) -> str:
    shown = await _shown(workspace, effect.path)
    if effect.moved_to:
        return f"{shown} is back from {await _shown(workspace, effect.moved_to)}."
    if effect.copy_path:
        return f"{shown} is as it was before."
    return f"{shown}, which was made by the call, is gone again."


async def _shown(workspace: Workspace, path: str) -> str:
    return await asyncio.to_thread(workspace.shown, Path(path))
