"""One task from the terminal: its events as they come, its questions asked here where a person sits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing

from inara_engine.cli import terminal
from inara_engine.errors import Conflict, InaraError, NotFound
from inara_engine.events import (
    Halted,
    JobFinished,
    JobId,
    JobInterrupted,
    Progress,
    Recorded,
    SessionId,
    Stalled,
    TextDelta,
    ToolFinished,
    ToolStarted,
    is_durable,
)
from inara_engine.face import LIVE, Decision, Face, PendingCall, Prompt
from inara_engine.wire import JobWire

__all__ = ["DONE", "FAILED", "WAITING", "ask", "watch"]

DONE, FAILED, WAITING, CANCELLED = 0, 1, 3, 130


async def ask(engine: Face, prompt: Prompt, session: SessionId, *, as_json: bool) -> int:
    """Give a task and watch it to its end or to a question that can't be asked here."""
    events = engine.follow(session, LIVE)
    async with aclosing(events):
        # Joined before the task is given, so that none of its events is missed.
        first = asyncio.ensure_future(anext(events))
        await asyncio.sleep(0)
        try:
            job = await engine.submit(prompt, session)
        except BaseException:
            first.cancel()
            await asyncio.gather(first, return_exceptions=True)
            raise
        return await watch(engine, job, session, _chain(first, events), as_json=as_json)


async def watch(engine: Face, job: JobId, session: SessionId, events: AsyncIterator[Recorded], *, as_json: bool) -> int:
    """Print a job's events until it ends (its exit status) or waits (3). Ctrl+C cancels the job."""
    wire = JobWire(job, session)
    if as_json:
        terminal.lines([wire.connected()])
    printer = _Printer()
    try:
        async for recorded in events:
            if recorded.job_id != job:
                continue
            values = wire.feed(recorded)
            if as_json:
                terminal.lines(values)
            else:
                printer.show(recorded)
            if wire.ended:
                return _status(recorded)
            if is_durable(recorded.event) and await _waits(engine, wire):
                if as_json or not terminal.can_ask():
                    if not as_json:
                        terminal.note(f"Waiting for a confirmation. `inara jobs confirm {job}` allows it.")
                        terminal.line(job)
                    return WAITING
                await _answer(engine, job)
    except asyncio.CancelledError:
        await _cancel(engine, job)
        raise
    return FAILED


async def _waits(engine: Face, wire: JobWire) -> bool:
    """Whether the job waits now; a replayed question may have been answered long ago."""
    if wire.state.status != "awaiting_confirmation":
        return False
    pending = {call.call_id for call in await engine.pending()}
    return all(call.call.call_id in pending for call in wire.state.waiting)


async def _answer(engine: Face, job: JobId) -> None:
    for call in [call for call in await engine.pending() if call.job_id == job]:
        decision = _asked(call)
        try:
            await engine.answer(call.call_id, decision)
        except (Conflict, NotFound) as error:  # answered elsewhere meanwhile
            terminal.error(error)


def _asked(call: PendingCall) -> Decision:
    """Show one call whole and ask; only "yes" in full allows it."""
    terminal.note(f"\n{call.action.summary}   [{call.tool}, risk {int(call.action.risk)}]")
    for detail in call.action.details:
        terminal.note(f"  {detail.label}: {detail.value}")
    if call.action.preview:
        terminal.note("\n".join(f"  | {text}" for text in call.action.preview.splitlines()))
    terminal.note(f"Asked because: {call.reason}")
    answer = terminal.ask("Allow this once? Type yes, or the reason why not: ")
    if answer.lower() == "yes":
        return Decision(approved=True, digest=call.digest, by="terminal")
    reason = "" if answer.lower() in {"", "n", "no"} else answer
    return Decision(approved=False, digest=call.digest, reason=reason, by="terminal")


async def _cancel(engine: Face, job: JobId) -> None:
    try:
        await engine.cancel(job)
    except InaraError as error:
        terminal.error(error)


async def _chain(first: asyncio.Future[Recorded], rest: AsyncIterator[Recorded]) -> AsyncIterator[Recorded]:
    try:
        yield await first
    except StopAsyncIteration:
        return
    async for recorded in rest:
        yield recorded


def _status(recorded: Recorded) -> int:
    match recorded.event:
        case JobFinished(status="complete"):
            return DONE
        case JobFinished(status="cancelled"):
            return CANCELLED
        case _:
            return FAILED


class _Printer:
    """The answer on standard output, everything else beside it."""

    def __init__(self) -> None:
        self._open = False

    def show(self, recorded: Recorded) -> None:
        match recorded.event:
            case TextDelta(text=text):
                terminal.write(text)
                self._open = not text.endswith("\n")
                return
            case Progress(text=text):
                note = text
            case Stalled(silent_s=silent_s):
                note = f"Nothing came for {silent_s:.0f} s. Still waiting; Ctrl+C stops."
            case ToolStarted(summary=summary):
                note = f"• {summary}"
            case ToolFinished(outcome=outcome, output=output) if outcome != "ok":
                note = f"  {outcome}: {output[:200]}"
            case JobFinished(error=error) if error is not None:
                note = f"inara: {error.message}\n       {error.next_step}".rstrip()
            case Halted(error=error):
                note = f"inara: {error.message}\n       {error.next_step}".rstrip()
            case JobInterrupted():
                note = f"inara: the app ended in the middle of the answer. `inara jobs resume {recorded.job_id}`"
            case JobFinished():
                note = ""
            case _:
                return
        if self._open:
            terminal.write("\n")
            self._open = False
        if note:
            terminal.note(note)
