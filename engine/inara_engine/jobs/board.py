"""All jobs, as front ends see them: submitted, followed, answered, cancelled, resumed, taken up after a restart.

A job that waits for a person has no task at all: its state is in the log, and an answer starts a new one.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Collection
from contextlib import aclosing, nullcontext, suppress
from typing import Any, Literal

from inara_engine.deps import Deps
from inara_engine.errors import Conflict, NotFound, StorageError, UserError
from inara_engine.events import (
    CallId,
    CaughtUp,
    DurableEvent,
    ImportProgressed,
    JobId,
    JobResumed,
    JobStopping,
    PullProgressed,
    QuestionAsked,
    QueueChanged,
    Recorded,
    ServersChanged,
    SessionId,
    SessionRenamed,
    SettingsChanged,
    TaskSubmitted,
    is_durable,
)
from inara_engine.folding import fold
from inara_engine.jobs.asking import Asking
from inara_engine.jobs.driver import Driver, Planner
from inara_engine.jobs.keeping import Forget, Keeping
from inara_engine.jobs.live import LiveJob
from inara_engine.jobs.naming import first_title
from inara_engine.jobs.recorder import Recorder
from inara_engine.jobs.undo import Undoing
from inara_engine.jobs.values import LIVE, Decision, JobSummary, PendingCall, Prompt
from inara_engine.state import Interrupted, JobState, Wait, next_step
from inara_engine.store import JobRow, RuleRow, ScheduledRun, SessionRow, Store
from inara_engine.tools.asking import Answer
from inara_engine.tools.workspace import Workspace

__all__ = ["Jobs"]

_log = logging.getLogger(__name__)


class Jobs:
    """See the module. `clock` gives Unix seconds, `new_id` a fresh id for "job", "session" or "rule".

    `on_rule` hears of each rule that is made with an answer; without it, none can be. `forget` removes
    what is elsewhere of deleted jobs.
    """

    def __init__(
        self,
        store: Store,
        plan: Planner,
        clock: Callable[[], float],
        new_id: Callable[[str], str],
        last_seq: int,
        on_rule: Callable[[RuleRow], None] | None = None,
        forget: Forget | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._recorder = Recorder(store, clock, last_seq)
        self._driver = Driver(store, plan, self._recorder)
        self._asking = Asking(self._recorder, self._driver, clock, new_id, on_rule)
        self._taking_up = asyncio.Lock()  # two that load one job would write its rows over each other's
        self._undoing = Undoing(store, self._recorder, self._driver, self._taking_up)
        self.keeping = Keeping(store, self._recorder, self._driver, self.cancel, new_id, forget)

    async def take_up(self, *, drive: bool) -> None:
        """Fold the unfinished jobs of the last run and go on with each as far as that needs nobody.

        Without `drive` only those that wait for a person come to life: a short command must not
        start, and at its end cut, what somebody else will finish.
        """
        for row in await self._store.unfinished():
            job = await self._driver.load(row)
            if isinstance(next_step(job.state), Interrupted) and not job.state.interrupted:
                await self._recorder.note_interruption(job)
            if job.state.status == "interrupted" or not (drive or isinstance(next_step(job.state), Wait)):
                del self._driver.live[job.id]
            else:
                self._driver.enqueue(job)
                self._asking.watch(job)

    async def submit(
        self,
        prompt: Prompt,
        session_id: SessionId | None,
        queued: str = "",
        run: ScheduledRun | None = None,
        meanwhile: Callable[[], None] | None = None,
    ) -> JobId:
        """Write the task down, then run it as soon as the session's earlier ones have ended.

        `queued` is its id where it waited in a queue: it is a task only if it still does (NotFound). It need not wait
        for one that waits for a person. `run` is that of a schedule whose job it is. `meanwhile` is called while the
        task is being written.
        """
        if not prompt.text.strip() and not prompt.images:
            raise UserError("There is nothing to do: the task is empty.", next_step="Type what you want done.")
        waits = bool(queued) and session_id is not None and await self.standing(session_id) == "awaiting_confirmation"
        session_id = session_id or self._new_id("session")
        job = LiveJob(self._new_id("job"), session_id, self._clock())
        title = SessionRenamed(title=first_title(prompt.text))
        try:
            await self._recorder.record(job, prompt, queued=queued, run=run, title=title, meanwhile=meanwhile)
        finally:
            if job.position:  # it is written, also where who gave it is gone by now
                self._driver.live[job.id] = job
                self._driver.enqueue(job, first=waits)
        return job.id

    async def follow(
        self, session_id: SessionId | None, after: int, job_id: JobId = "", kinds: Collection[str] = ()
    ) -> AsyncGenerator[Recorded]:
        """Stored events after a row, then what running answers have said so far, then live ones.

        Without a session those of all, but no running text. With a job only its own and those of no job: however
        long the conversation is, that reads no more than the job. With `kinds` of events only those.
        """
        so_far = [
            Recorded(self._recorder.publisher.last_seq, job.session_id, job.id, self._clock(), event)
            for job in self._driver.live.values()
            if session_id == job.session_id and job_id in {"", job.id}
            for event in job.so_far()
            if not kinds or event.kind in kinds
        ]
        follower = self._recorder.publisher.join(session_id, so_far, kinds)
        try:
            if after != LIVE:
                async with aclosing(self._stored(session_id, after, follower.since, job_id)) as stored:
                    async for recorded in stored:
                        if not kinds or recorded.event.kind in kinds:
                            yield recorded
                yield Recorded(follower.since, session_id or "", "", self._clock(), CaughtUp())
            async with aclosing(follower.events()) as events:
                async for recorded in events:
                    if not job_id or recorded.job_id in {"", job_id}:
                        yield recorded
        finally:
            self._recorder.publisher.leave(follower)

    async def answer(self, call_id: CallId, decision: Decision) -> None:
        """Record a person's decision and go on (see `jobs.asking`)."""
        await self._asking.answer(call_id, decision)

    async def revise(self, call_id: CallId, digest: str, arguments: dict[str, Any], by: str) -> None:
        """Give a waiting call other arguments (see `jobs.asking`)."""
        await self._asking.revise(call_id, digest, arguments, by)

    async def answer_question(self, question_id: str, answer: Answer, by: str) -> None:
        """Answer what a running call asks (see `jobs.asking`)."""
        await self._asking.answer_question(question_id, answer, by)

    def questions(self) -> list[tuple[JobId, SessionId, QuestionAsked]]:
        """What running calls ask, in all sessions."""
        return [
            (job.id, job.session_id, question)
            for job in self._driver.live.values()
            if job.driver is not None
            for question in job.state.questions
        ]

    async def stop(self, job_id: JobId) -> None:
        """Stop the answer: its words so far stay, a tool that is at work comes to its end, and nothing follows it.

        Where no tool is at work that is the job's end. Raises NotFound, or Conflict where it has ended.
        """
        job = self._driver.live.get(job_id)
        if job is not None and job.state.stopping:
            return
        if job is None or job.driver is None or not job.at_work:
            await self.cancel(job_id)
            return
        await self._recorder.record(job, JobStopping())
        if not job.at_work:  # the tool ended meanwhile, and the next answer may have begun
            with suppress(Conflict):
                await self.cancel(job_id)

    async def cancel(self, job_id: JobId) -> None:
        """Stop a job; what it had said stays. Raises NotFound, or Conflict where it has ended."""
        async with self._taking_up:
            job = self._driver.live.get(job_id)
            if job is None:
                row = await self._row(job_id)
                if row.status in {"complete", "error", "cancelled"}:
                    raise _over(row.status)
                self._undoing.refuse(job_id)
                job = await self._driver.load(row)
        await asyncio.shield(asyncio.ensure_future(self._cancel(job)))  # begun, it is done, whoever goes away

    async def _cancel(self, job: LiveJob) -> None:
        async with job.answering:  # who answers meanwhile comes too late
            job.ending = True
            try:
                await job.stop()
                ends = [] if job.state.ended is not None else await job.cut_short()
                if ends:
                    await self._recorder.record(job, *ends)
            except StorageError as error:
                self._driver.stand_still(job, error)
                raise
            finally:
                job.ending = False
        self._driver.ended(job)
        if not ends:  # by itself, or stopped by somebody else
            raise _over(job.state.ended or "cancelled")

    async def resume(self, job_id: JobId, how: Literal["continue", "retry"]) -> None:
        """Go on with an interrupted or failed job, or one that nobody took up after a crash.

        Raises NotFound, or Conflict where it is neither. One that a person stopped goes on as well.
        """
        async with self._taking_up:
            live = self._driver.live.get(job_id)
            if live is not None and not live.halted:
                raise Conflict("The job is running already.", next_step="Wait for its end, or stop it first.")
            self._undoing.refuse(job_id)
            async with live.answering if live is not None else nullcontext():  # who stops it meanwhile comes first
                await self._resume(await self._row(job_id), how)

    async def _resume(self, row: JobRow, how: Literal["continue", "retry"]) -> None:
        if row.status == "complete":
            step = "Send another message to its conversation, or ask anew."
            raise Conflict("The job can't be resumed: it is complete.", next_step=step)
        job = await self._driver.load(row)
        job.halted = True  # until it goes on it stands still, and can be resumed: once there is room, say
        if known := job.known():  # what is still at work is heard by the loop
            await self._recorder.record(job, *known)
        if isinstance(next_step(job.state), Interrupted) and not job.state.interrupted:
            await self._recorder.note_interruption(job)
        if job.state.stopping or job.state.status in {"interrupted", "error", "cancelled"}:
            await self._recorder.record(job, JobResumed(how=how))
        job.halted = False
        self._driver.enqueue(job, first=True)

    async def undo(self, job_id: JobId, workspace: Workspace, only: CallId = "") -> list[str]:
        """Take back what an ended job (or one call of it) did to files; a sentence for each (see `jobs.undo`)."""
        return await self._undoing.undo(job_id, workspace, only)

    async def list(self, limit: int, before: JobId, session_id: SessionId, origin: str = "") -> list[JobSummary]:
        """Jobs, the most recent first."""
        return [self._summary(row) for row in await self._store.jobs(limit, before, session_id, origin)]

    def pending(self) -> list[PendingCall]:
        """All calls that wait for a person, in all sessions, oldest job first."""
        return [call for job in self._driver.live.values() for call in job.pending()]

    async def state(self, job_id: JobId) -> tuple[JobRow, JobState]:
        """One job, whole. Raises NotFound."""
        row = await self._row(job_id)
        live = self._driver.live.get(job_id)
        return row, live.state if live else fold(_events(await self._store.job_events(job_id)))

    async def last_task(self, session_id: SessionId) -> TaskSubmitted | None:
        """The session's newest task; None where it has none that can be read."""
        return await self._recorder.histories.last_task(session_id)

    def relay(self, other: Jobs) -> None:
        """Let those who follow all sessions hear of another board's as well."""
        self._recorder.publisher.relay(other._recorder.publisher)

    def session_status(self) -> dict[SessionId, Literal["running", "waiting"]]:
        """The sessions in which something runs or waits for a person; what stands still does neither."""
        status: dict[SessionId, Literal["running", "waiting"]] = {}
        for job in self._driver.live.values():
            if job.halted:
                continue
            waiting = job.state.status == "awaiting_confirmation"
            if waiting or job.session_id not in status:
                status[job.session_id] = "waiting" if waiting else "running"
        return status

    async def standing(self, session_id: SessionId) -> str:
        """How the last of a session's jobs stands ("" without any): one that runs, or waits for a person, is it."""
        live = [job for job in self._driver.live.values() if job.session_id == session_id]
        standing = {"error" if job.halted else job.state.status for job in live if job.state.ended is None}
        for status in ("running", "queued", "awaiting_confirmation"):
            if status in standing:
                return status
        last = await self._store.jobs(1, session_id=session_id)
        return "error" if last and "error" in standing else last[0].status if last else ""

    def announce(self, event: ImportProgressed | PullProgressed | ServersChanged | SettingsChanged) -> None:
        """Tell those who follow all sessions of something that belongs to none."""
        self._recorder.publish("", "", event)

    def tell(self, session_id: SessionId, event: QueueChanged) -> None:
        """Tell those who follow a session of something that is no row."""
        self._recorder.publish(session_id, "", event)

    async def rename(self, session_id: SessionId, title: str) -> None:
        """Give a session a title of the person's own."""
        await self._session(session_id)
        if not title.strip():
            raise UserError("A title needs at least one letter.", next_step="Type one; until then the old one stays.")
        await self._recorder.record_session(session_id, SessionRenamed(title=title.strip()[:200], by="person"))

    async def wants_title(self, session_id: SessionId) -> bool:
        """Whether there is such a session, with no title but its first words."""
        return await self._store.titled_by(session_id, "words")

    async def give_title(self, session_id: SessionId, title: SessionRenamed) -> None:
        """Put a title in the place of the first words; a person's stays."""
        await self._recorder.record_title(session_id, title)

    async def revisit(self, job_id: JobId) -> tuple[JobState, Deps]:
        """An ended job, and what it would run with by the settings of now. Raises NotFound, and as the planner does."""
        row, state = await self.state(job_id)
        job = LiveJob(row.id, row.session_id, row.created_at)
        job.state = state
        return state, await self._driver.deps(job)

    async def close(self) -> None:
        """Stop driving. What ran in a model is noted as interrupted, with what it had said; the rest waits."""
        self._driver.stop()
        await self._asking.close()
        await self._undoing.close()
        for job in list(self._driver.live.values()):
            async with job.answering:  # a stop that was begun is the job's end
                await job.stop()
                try:
                    ends = await job.settle()
                    if ends:
                        await self._recorder.record(job, *ends)
                    if job.state.asking:
                        await self._recorder.note_interruption(job)
                except StorageError:
                    _log.warning("the end of job %s could not be written", job.id)
        self._recorder.publisher.close()

    async def _stored(
        self, session_id: SessionId | None, after: int, until: int, job_id: JobId
    ) -> AsyncGenerator[Recorded]:
        """The rows between two, in pages."""
        while after < until:
            if job_id:
                page = [recorded for recorded in await self._store.job_events(job_id) if recorded.seq > after]
            elif session_id is None:
                page = await self._store.all_events(after)
            else:
                page = await self._store.events(session_id, after)
                if not page and not after:
                    self._recorder.histories.begin(session_id)  # its first task need not look again
            for recorded in page:
                if recorded.seq <= until:
                    yield recorded
            if not page or job_id:
                return
            after = page[-1].seq

    async def _row(self, job_id: JobId) -> JobRow:
        row = await self._store.job(job_id)
        if row is None:
            raise NotFound(f"There is no job {job_id}.", next_step="`inara jobs list` shows them.")
        return row

    async def _session(self, session_id: SessionId) -> SessionRow:
        session = await self._store.session(session_id)
        if session is None:
            raise NotFound(f"There is no session {session_id}.", next_step="`inara sessions list` shows them.")
        return session

    def _summary(self, row: JobRow) -> JobSummary:
        job = self._driver.live.get(row.id)
        status = job.state.status if job else row.status
        pending = tuple(job.pending()) if job else ()
        return JobSummary(row.id, row.session_id, status, row.task, row.created_at, row.updated_at, pending, row.origin)


def _events(rows: list[Recorded]) -> list[DurableEvent]:
    return [row.event for row in rows if is_durable(row.event)]


def _over(status: str) -> Conflict:
    return Conflict(f"The job has ended already ({status}).", next_step="What it said is in its conversation.")
