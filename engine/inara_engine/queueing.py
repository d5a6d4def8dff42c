"""The face's part `queue`: prompts that wait in a conversation until the answer before them has ended well.

Each goes out by itself when its turn comes. Where the answer before it failed, was stopped, was cut by an end of the
app, or waits for a person, the queue is held back and says why: what was meant to follow a good answer should not
follow a bad one unasked. What waits is on disk (off the record: in memory) and outlives a restart.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import aclosing
from typing import Any, Literal

from pydantic_core import PydanticSerializationError

from inara_engine.boards import Boards, is_private
from inara_engine.errors import InaraError, NotFound, UserError
from inara_engine.events import JobFinished, JobId, QueueChanged, SessionId, SessionRemoved, TaskSubmitted
from inara_engine.frozen import frozen
from inara_engine.jobs import LIVE, Prompt
from inara_engine.messages import Image
from inara_engine.store import QueueRow
from inara_engine.store.rows import body

__all__ = ["Hold", "PromptQueue", "QueueReport", "QueuedPrompt"]

_log = logging.getLogger(__name__)
_HEARD = ("task_submitted", "job_finished", "session_removed")

Hold = Literal["", "running", "waiting", "failed", "stopped", "interrupted", "edited", "unsent"]

_HOLDS: dict[str, Hold] = {
    "queued": "running",
    "running": "running",
    "awaiting_confirmation": "waiting",
    "error": "failed",
    "cancelled": "stopped",
    "interrupted": "interrupted",
}
_REASONS: dict[Hold, str] = {
    "waiting": "The answer before it waits for you.",
    "failed": "The answer before it failed.",
    "stopped": "The answer before it was stopped.",
    "interrupted": "Inara ended in the middle of the answer before it.",
    "edited": "It is being changed.",
}


@frozen
class QueuedPrompt:
    """A prompt that waits. `attached` names what goes with it; `at` is when it was queued, in Unix seconds."""

    id: str
    session_id: SessionId
    text: str
    attached: tuple[str, ...] = ()
    at: float = 0.0


@frozen
class QueueReport:
    """What waits in a session, the next to go out first, and why it does not go out now.

    `hold` is "running" while it is simply not its turn, and "" where nothing is in its way. `reason` is a sentence
    wherever a person must do something (send it now, say).
    """

    prompts: tuple[QueuedPrompt, ...] = ()
    hold: Hold = ""
    reason: str = ""


class PromptQueue:
    """`check` gives a prompt as its session goes on, or refuses what could not be submitted.

    `clock` gives Unix seconds, `new_id` a fresh id.
    """

    def __init__(
        self,
        boards: Boards,
        check: Callable[[Prompt, SessionId], Awaitable[Prompt]],
        clock: Callable[[], float],
        new_id: Callable[[str], str],
    ) -> None:
        self._boards = boards
        self._check = check
        self._clock = clock
        self._new_id = new_id
        self._one_by_one = asyncio.Lock()  # sending, and what must not happen in the middle of it
        self._edited: set[str] = set()
        self._unsent: dict[SessionId, str] = {}  # why the first prompt could not be submitted
        self._stays = False
        self._tasks: list[asyncio.Task[None]] = []

    async def report(self, session: SessionId) -> QueueReport:
        """What waits in a session."""
        rows = await self._boards.of(session).store.queue.of(session)
        if not rows:
            return QueueReport()
        hold = await self._hold(session, rows[0].id)
        reason = self._unsent.get(session, "") if hold == "unsent" else _REASONS.get(hold, "")
        return QueueReport(tuple(_value(row) for row in rows), hold, reason)

    async def all(self) -> list[QueuedPrompt]:
        """What waits in any session, those off the record included."""
        return [
            _value(row)
            for board in self._boards.all
            for session in await board.store.queue.sessions()
            for row in await board.store.queue.of(session)
        ]

    async def add(self, prompt: Prompt, session: SessionId, place: int | None = None) -> str:
        """Let a prompt wait, behind the others or at a place (from 0); its id. It goes out at once where it may.

        Raises UserError where it is empty or the queue full, and NotFound where it names what is not there.
        """
        if not prompt.text.strip() and not prompt.images:
            raise UserError("There is nothing to do: the task is empty.", next_step="Type what you want done.")
        prompt = await self._check(prompt, session)
        board, _ = await self._boards.for_prompt(session, off_record=prompt.off_record)
        if await board.store.session(session) is None:
            raise NotFound(f"There is no session {session}.", next_step="`inara sessions list` shows them.")
        prompt_id = self._new_id("prompt")
        if is_private(session):
            prompt_id = f"private-{prompt_id}"
        row = QueueRow(prompt_id, session, self._clock(), _json(prompt))
        await board.store.queue.add(row, place)
        self._tell(session)
        await self._pump(session)
        return prompt_id

    async def edit(
        self, prompt: str, text: str, images: Sequence[Image] = (), brought: Sequence[str] = (), pasted: bool = False
    ) -> None:
        """Give a prompt that waits other words, and pictures beside those it has.

        `brought` names what goes with it from now on and nobody here need have written, `pasted`: the words hold some
        that were not typed. Raises NotFound where it does not wait any more; UserError.
        """
        async with self._one_by_one:
            table = self._boards.of(prompt).store.queue
            row = await table.row(prompt)
            task = _task(row)
            changes = {
                "text": text,
                "images": (*task.images, *images),
                "private": _with(task.private, brought),
                "untrusted": _with(task.untrusted, brought),
                "pasted": task.pasted or pasted,
            }
            changed = task.model_copy(update=changes)
            if not text.strip() and not changed.images:
                raise UserError("A prompt needs words.", next_step="Withdraw it if it is not wanted any more.")
            await table.change(prompt, _json(changed))
            self._edited.discard(prompt)
            self._unsent.pop(row.session_id, None)
        self._tell(row.session_id)
        await self._pump(row.session_id)

    async def hold(self, prompt: str, on: bool) -> None:
        """A person begins to change a prompt, which must not go out meanwhile; or has put that off."""
        row = await self._boards.of(prompt).store.queue.row(prompt)
        async with self._one_by_one:
            (self._edited.add if on else self._edited.discard)(prompt)
        self._tell(row.session_id)
        await self._pump(row.session_id)

    async def move(self, prompt: str, place: int) -> None:
        """Let a prompt go out as the one at `place`, counted from 0. Raises NotFound."""
        async with self._one_by_one:
            table = self._boards.of(prompt).store.queue
            row = await table.row(prompt)
            await table.move(prompt, place)
            self._unsent.pop(row.session_id, None)
        self._tell(row.session_id)
        await self._pump(row.session_id)

    async def withdraw(self, prompt: str) -> Prompt:
        """Take a prompt out; it is given back, so that it can be put in again. Raises NotFound."""
        async with self._one_by_one:
            table = self._boards.of(prompt).store.queue
            row = await table.row(prompt)
            await table.remove(prompt)
            self._edited.discard(prompt)
            self._unsent.pop(row.session_id, None)
        self._tell(row.session_id)
        await self._pump(row.session_id)
        return _task(row)

    async def send(self, prompt: str) -> JobId:
        """Send a prompt now, whatever holds it back; its job. It does not wait behind one that waits for a person.

        Raises NotFound where it does not wait any more, and what `submit` raises.
        """
        async with self._one_by_one:
            return await self._send(await self._boards.of(prompt).store.queue.row(prompt))

    def start(self) -> None:
        """This process stays: from now on let prompts go out when their turn comes, those of the last run too."""
        self._stays = True
        self._tasks = [asyncio.create_task(work, name="queue") for work in (self._listen(), self._take_up())]

    def close(self) -> Coroutine[Any, Any, None]:
        """Let nothing go out any more."""
        return self._close()

    async def _close(self) -> None:
        self._stays = False
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _take_up(self) -> None:
        """What waited when the app last ended, where nothing holds it back."""
        for session in await self._boards.kept.store.queue.sessions():
            await self._pump(session)

    async def _listen(self) -> None:
        async with aclosing(self._boards.kept.jobs.follow(None, LIVE, kinds=_HEARD)) as events:
            async for recorded in events:
                match recorded.event:
                    case JobFinished():
                        self._unsent.pop(recorded.session_id, None)
                        await self._pump(recorded.session_id)
                    case TaskSubmitted() | SessionRemoved():  # a task's end lets the next one go
                        self._unsent.pop(recorded.session_id, None)
                    case _:
                        pass

    async def _pump(self, session: SessionId) -> None:
        """Send the next prompt of a session, if its turn has come."""
        if not self._stays:
            return
        try:
            async with self._one_by_one:
                rows = await self._boards.of(session).store.queue.of(session)
                if rows and not await self._hold(session, rows[0].id):
                    await self._send(rows[0])
        except NotFound:  # withdrawn at this moment
            pass
        except InaraError as error:
            self._unsent[session] = f"{error.message} {error.next_step}".strip()
            self._tell(session)
        except Exception:  # noqa: BLE001 - a fault of ours costs one prompt its turn, not all of them
            _log.exception("a queued prompt could not be sent")
            self._unsent[session] = "Inara made a mistake of its own. The log file has the details."
            self._tell(session)

    async def _send(self, row: QueueRow) -> JobId:
        prompt = await self._check(_task(row), row.session_id)
        job = await self._boards.of(row.session_id).jobs.submit(prompt, row.session_id, queued=row.id)
        self._edited.discard(row.id)
        self._unsent.pop(row.session_id, None)
        self._tell(row.session_id)
        return job

    async def _hold(self, session: SessionId, first: str) -> Hold:
        standing = _HOLDS.get(await self._boards.of(session).jobs.standing(session), "")
        if standing:
            return standing
        if first in self._edited:
            return "edited"
        return "unsent" if session in self._unsent else ""

    def _tell(self, session: SessionId) -> None:
        self._boards.of(session).jobs.tell(session, QueueChanged())


def _json(prompt: Prompt) -> str:
    """A prompt as it waits; half surrogates, which no UTF-8 can hold, become U+FFFD as in all rows."""
    try:
        return prompt.model_dump_json(exclude_defaults=True)
    except PydanticSerializationError:
        return body(prompt)[0].model_dump_json(exclude_defaults=True)


def _with(names: tuple[str, ...], more: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*names, *more)))


def _task(row: QueueRow) -> Prompt:
    return Prompt.model_validate_json(row.prompt)


def _value(row: QueueRow) -> QueuedPrompt:
    task = _task(row)
    unnamed = max(0, len(task.images) - len(task.private))
    names = (*task.private, *("a picture" for _ in range(unnamed)))
    return QueuedPrompt(row.id, row.session_id, task.text, names, row.at)
