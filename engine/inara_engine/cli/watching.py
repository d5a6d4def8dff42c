"""Watching one job: what it does is printed, what it asks is asked here, its end is the exit status."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

from inara_engine.cli import terminal
from inara_engine.cli.form import filled, show_question
from inara_engine.cli.printer import Printer
from inara_engine.cli.question import decision, show
from inara_engine.errors import Conflict, InaraError, NotFound, UserError
from inara_engine.events import CaughtUp, JobId, Recorded, SessionId
from inara_engine.face import Face, PendingCall
from inara_engine.remote import RemoteEngine
from inara_engine.tools.asking import Answer
from inara_engine.wire import JobWire

__all__ = ["CANCELLED", "DONE", "FAILED", "WAITING", "Events", "Watch", "watched"]

DONE, FAILED, WAITING, CANCELLED = 0, 1, 3, 130


class Events:
    """A follow that can look at the next event while something else may come first."""

    def __init__(self, events: AsyncGenerator[Recorded]) -> None:
        self._events = events
        self._coming: asyncio.Task[Recorded | None] | None = None

    def coming(self) -> asyncio.Task[Recorded | None]:
        """The next event, as a task that `take` gives out later."""
        if self._coming is None:
            self._coming = asyncio.create_task(self._next(), name="next event")
        return self._coming

    async def take(self) -> Recorded | None:
        """The next event; None where the engine has closed."""
        if self._coming is None:
            return await self._next()
        coming, self._coming = self._coming, None
        return await coming

    async def aclose(self) -> None:
        """Stop following."""
        if self._coming is not None:
            self._coming.cancel()
            await asyncio.gather(self._coming, return_exceptions=True)
        await self._events.aclose()

    async def _next(self) -> Recorded | None:
        return await anext(self._events, None)


async def watched(engine: Face, job: JobId, *, as_json: bool) -> int:
    """Show what a job has done and does, to its end or to a question that can't be asked here. Ctrl+C cancels it."""
    session = (await engine.job(job))["session_id"]
    async with aclosing(Events(engine.follow(session, 0, job))) as events:
        watch = Watch(engine, job, session, events, as_json=as_json)
        await watch.catch_up(shown=True)
        try:
            return await watch.follow()
        except asyncio.CancelledError:
            return await watch.stop()


class Watch:
    """One job on this terminal."""

    def __init__(self, engine: Face, job: JobId, session: SessionId, events: Events, *, as_json: bool) -> None:
        self._engine = engine
        self._job = job
        self._session = session
        self._events = events
        self._as_json = as_json
        self._wire = JobWire(job, session)
        self._printer = Printer()
        self._held_up = False
        if as_json:
            terminal.lines([self._wire.connected()])

    async def catch_up(self, *, shown: bool) -> None:
        """Take in what is stored; printed, or only for what comes after it."""
        while (recorded := await self._events.take()) is not None:
            if isinstance(recorded.event, CaughtUp):
                return
            self._take(recorded, shown=shown)

    def reopen(self) -> None:
        """Expect more of a job that had ended: it was resumed."""
        self._wire.ended = False

    async def check_driven(self) -> None:
        """Raises UserError for a job that nobody has in hand: watching it would never end."""
        if self._wire.ended or self._wire.state.status not in {"queued", "running"}:
            return
        if not any(session.status for session in await self._engine.shelf.rows([self._session])):
            raise UserError(
                "Nothing drives this job: Inara ended before the job did.",
                next_step=f"`inara jobs resume {self._job}` goes on with it.",
            )

    async def follow(self) -> int:
        """Go on to the job's end (its exit status), or to a question that can't be asked here (3).

        Raises: UserError where the engine closes before.
        """
        while not self._wire.ended:
            if await self._is_held_up() and (self._as_json or not terminal.can_ask()):
                if not self._as_json:
                    terminal.line(self._job)
                return WAITING
            pending = await self._pending()
            if pending and (self._as_json or not terminal.can_ask() or not await self._asked(pending)):
                self._say_waiting()
                return WAITING
            if not await self._questions_answered():
                self._say_waiting()
                return WAITING
            recorded = await self._events.take()
            if recorded is None:
                raise UserError(
                    "Inara was closed before the job ended.",
                    next_step=f"`inara jobs show {self._job}` says how far it got.",
                )
            self._take(recorded)
        return {"complete": DONE, "cancelled": CANCELLED}.get(self._wire.state.status, FAILED)

    async def stop(self) -> int:
        """Cancel the job, as Ctrl+C asks for; what it had said stays."""
        try:
            await self._engine.cancel(self._job)
        except Conflict:  # it ended meanwhile
            pass
        except InaraError as error:
            terminal.error(error)
            return CANCELLED
        if self._as_json:
            terminal.lines([{"type": "cancelled"}])
        else:
            self._printer.note(f"Stopped. `inara jobs show {self._job}` has what it said.")
        return CANCELLED

    def _take(self, recorded: Recorded, *, shown: bool = True) -> None:
        if recorded.job_id != self._job:
            return
        values = self._wire.feed(recorded)
        if shown and self._as_json:
            terminal.lines(values)
        elif shown:
            self._printer.show(recorded)

    async def _is_held_up(self) -> bool:
        """Whether another job of its conversation, which comes first, waits for the person; that is said once."""
        if self._held_up or self._wire.state.status != "queued":
            return False
        first = [call for call in await self._engine.pending() if call.session_id == self._session]
        if not first or any(call.job_id == self._job for call in first):
            return False
        self._held_up = True
        terminal.note(
            f"The conversation waits for a confirmation first. `inara jobs confirm {first[0].job_id}` allows it."
        )
        return True

    async def _pending(self) -> list[PendingCall]:
        """What the job waits for now: a replayed question may have been answered long ago."""
        if self._wire.state.status != "awaiting_confirmation":
            return []
        waiting = {call.call.call_id for call in self._wire.state.waiting}
        return [call for call in await self._engine.pending() if call.call_id in waiting]

    async def _questions_answered(self) -> bool:
        """Put what running calls ask to the person here; False where somebody elsewhere can answer it.

        Where nobody can, it is put off: the call would end with this command.
        """
        mine = {asked.question_id for asked in self._wire.state.questions}
        for question in [one for one in await self._engine.questions.all() if one.question_id in mine] if mine else []:
            said: Answer | None = Answer("cancel")
            if not self._as_json and terminal.can_ask():
                self._printer.note("")
                show_question(question)
                said = await filled(question) or said
            elif isinstance(self._engine, RemoteEngine):
                return False
            else:
                terminal.note(f"{question.source} asks something, and nobody is here to answer: it is put off.")
            try:
                await self._engine.questions.answer(question.question_id, said.action, said.content, "terminal")
            except (Conflict, NotFound) as error:  # answered elsewhere at the same moment
                terminal.error(error)
        return True

    async def _asked(self, pending: list[PendingCall]) -> bool:
        """Ask for each call and answer; False where nobody answers (end of input)."""
        self._printer.note("")
        for call in pending:
            show(call)
            asking = asyncio.create_task(decision(call), name="question")
            try:
                if not await self._until_answered(call, asking):
                    terminal.note("\nAnswered elsewhere.", terminal.DIM)
                    return True
                made = await asking
            finally:
                asking.cancel()
                await asyncio.gather(asking, return_exceptions=True)
            if made is None:
                terminal.note("")
                return False
            try:
                await self._engine.answer(call.call_id, made)
            except (Conflict, NotFound) as error:  # answered elsewhere at the same moment
                terminal.error(error)
        return True

    async def _until_answered(self, call: PendingCall, asking: asyncio.Task[object]) -> bool:
        """Wait for the person here; False where the call no longer waits."""
        while True:
            coming = self._events.coming()
            await asyncio.wait({asking, coming}, return_when=asyncio.FIRST_COMPLETED)
            if asking.done():
                return True
            recorded = await self._events.take()
            if recorded is not None:
                self._take(recorded)
            asked = self._wire.state.find(call.call_id)
            if recorded is None or asked is None or asked.phase != "waiting":
                return False

    def _say_waiting(self) -> None:
        if not self._as_json:
            self._printer.note(f"Waiting for a confirmation. `inara jobs confirm {self._job}` allows it.")
            terminal.line(self._job)
