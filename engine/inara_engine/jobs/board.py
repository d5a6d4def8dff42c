"""All jobs: submitted, queued per session, driven, paused for a person, taken up again after a restart.

`Jobs` is the only writer of the log and the only publisher. A job that runs has one task, which
takes events from `loop.advance`, makes the durable ones rows and then tells the followers. A job
that waits for a person has no task at all: its state is in the log, and an answer starts a new one.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from inara_engine import loop
from inara_engine.errors import Conflict, InaraError, NotFound, ProviderError, StorageError, UserError
from inara_engine.events import (
    Action,
    CallId,
    CaughtUp,
    ConfirmationAnswered,
    DurableEvent,
    ErrorInfo,
    Event,
    Halted,
    JobFinished,
    JobId,
    JobInterrupted,
    JobResumed,
    ModelStopped,
    Outcome,
    Recorded,
    SessionId,
    SessionRemoved,
    SessionRenamed,
    TaskSubmitted,
    ToolFinished,
    is_durable,
)
from inara_engine.jobs.history import Histories, History
from inara_engine.jobs.live import LiveJob
from inara_engine.jobs.publisher import Publisher
from inara_engine.state import Interrupted, JobState, Wait, fold, next_step
from inara_engine.store import JobRow, SessionRow, Store

__all__ = ["LIVE", "Decision", "JobSummary", "Jobs", "PendingCall", "Planner", "Prompt"]

_log = logging.getLogger(__name__)
LIVE = -1  # `follow(after=LIVE)`: only what comes from now on
TITLE_CHARACTERS = 60

Prompt = TaskSubmitted  # what a person or program hands in is what the log keeps of it


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's answer to one call. `digest` is the one they were shown; `by` where they answered."""

    approved: bool
    digest: str
    reason: str = ""
    by: str = "window"


@dataclass(frozen=True, slots=True)
class PendingCall:
    """A call that waits for a person, with everything a dialog needs."""

    call_id: CallId
    job_id: JobId
    session_id: SessionId
    tool: str
    arguments: dict[str, object]
    action: Action
    digest: str
    reason: str


@dataclass(frozen=True, slots=True)
class JobSummary:
    """A job in a list. Times are Unix seconds."""

    job_id: JobId
    session_id: SessionId
    status: str
    task: str
    created_at: float
    updated_at: float
    pending: tuple[PendingCall, ...] = ()


class Planner(Protocol):
    """Puts together what one job runs with (provider, tools, policy); the composition root has it."""

    async def __call__(self, job_id: JobId, task: TaskSubmitted, history: History) -> loop.Deps:
        """Raises UserError where the job's model or persona can't be had."""
        ...


class Jobs:
    """See the module. `clock` gives Unix seconds, `new_id` a fresh id for "job" or "session"."""

    def __init__(
        self, store: Store, plan: Planner, clock: Callable[[], float], new_id: Callable[[str], str], last_seq: int
    ) -> None:
        self._store = store
        self._plan = plan
        self._clock = clock
        self._new_id = new_id
        self._publisher = Publisher(last_seq)
        self._histories = Histories(store)
        self._live: dict[JobId, LiveJob] = {}
        self._queues: dict[SessionId, deque[JobId]] = {}
        self._closing = False

    # What a front end does

    async def take_up(self, *, drive: bool) -> None:
        """Fold the unfinished jobs of the last run and go on with each as far as that needs nobody.

        Without `drive` only those that wait for a person come to life: a short command must not
        start, and at its end cut, what somebody else will finish.
        """
        for row in await self._store.unfinished():
            job = await self._load(row)
            if isinstance(next_step(job.state), Interrupted) and not job.state.interrupted:
                await self._note_interruption(job)
            if job.state.status == "interrupted" or not (drive or isinstance(next_step(job.state), Wait)):
                del self._live[job.id]
            else:
                self._enqueue(job)

    async def submit(self, prompt: Prompt, session_id: SessionId | None) -> JobId:
        """Write the task down, then run it as soon as the session's earlier ones have ended."""
        if not prompt.text.strip() and not prompt.images:
            raise UserError("There is nothing to do: the task is empty.", next_step="Type what you want done.")
        new = session_id is None or await self._store.session(session_id) is None
        session_id = session_id or self._new_id("session")
        job = LiveJob(self._new_id("job"), session_id, self._clock())
        await self._record(job, prompt)
        if new:
            await self._record_session(session_id, SessionRenamed(title=_title(prompt.text)))
        self._live[job.id] = job
        self._enqueue(job)
        return job.id

    async def follow(self, session_id: SessionId | None, after: int) -> AsyncGenerator[Recorded]:
        """Stored events after a row, then what running answers have said so far, then live ones.

        Without a session those of all, but no running text.
        """
        so_far = [
            Recorded(self._publisher.last_seq, job.session_id, job.id, self._clock(), event)
            for job in self._live.values()
            if session_id == job.session_id
            for event in job.so_far()
        ]
        follower = self._publisher.join(session_id, so_far)
        try:
            replays = after != LIVE
            while replays and after < follower.since:
                page = (
                    await self._store.all_events(after)
                    if session_id is None
                    else await self._store.events(session_id, after)
                )
                if not page:
                    break
                for recorded in page:
                    if recorded.seq <= follower.since:
                        yield recorded
                after = page[-1].seq
            if replays:
                yield Recorded(follower.since, session_id or "", "", self._clock(), CaughtUp())
            async with aclosing(follower.events()) as events:
                async for recorded in events:
                    yield recorded
        finally:
            self._publisher.leave(follower)

    async def answer(self, call_id: CallId, decision: Decision) -> None:
        """Record a person's decision and go on. Raises NotFound, or Conflict (answered, or another digest)."""
        job = self._live.get(call_id.rsplit(".", 2)[0])
        call = job.state.find(call_id) if job else None
        if job is None or call is None:
            raise NotFound("There is no such question.", next_step="`inara jobs list` shows what waits.")
        async with job.answering:
            call = job.state.find(call_id)
            if call is None or call.phase != "waiting":
                raise Conflict("This question has been answered already.")
            if call.digest != decision.digest:
                raise Conflict(
                    "What the call would do is no longer what you were shown.",
                    next_step="Look at it again, then decide.",
                )
            await self._record(
                job,
                ConfirmationAnswered(
                    call_id=call_id,
                    digest=decision.digest,
                    approved=decision.approved,
                    reason=decision.reason,
                    by=decision.by,
                ),
            )
        self._drive(job)

    async def cancel(self, job_id: JobId) -> None:
        """Stop a job; what it had said stays. Raises NotFound, or Conflict where it has ended."""
        job = self._live.get(job_id)
        if job is None:
            row = await self._store.job(job_id)
            if row is None:
                raise NotFound(f"There is no job {job_id}.")
            if row.status != "interrupted":
                raise Conflict(f"The job has ended already ({row.status}).")
            job = await self._load(row)
        await job.stop()
        ends: list[DurableEvent] = [*await job.tool_tasks.settle()]
        ended = {event.call_id for event in ends if isinstance(event, ToolFinished)}
        # An effect begun here is in `ends`; one begun by a run of the app that crashed is anybody's guess.
        lost: Outcome = "cancelled" if job.ran else "unknown"
        ends += [
            ToolFinished(call_id=call.call.call_id, outcome=lost if call.phase == "running" else "cancelled")
            for call in job.state.round_calls
            if call.phase != "done" and call.call.call_id not in ended
        ]
        if job.state.asking:
            text, thinking = job.said()
            ends.append(ModelStopped(reason="cancelled", text=text, thinking=thinking))
        await self._record(job, *ends, JobFinished(status="cancelled"))
        self._ended(job)

    async def resume(self, job_id: JobId, how: Literal["continue", "retry"]) -> None:
        """Go on with an interrupted or failed job. Raises NotFound, or Conflict where it is neither."""
        row = await self._store.job(job_id)
        if row is None:
            raise NotFound(f"There is no job {job_id}.")
        live = self._live.get(job_id)
        if live is not None and not live.halted:
            raise Conflict("The job is running already.")
        if live is None and row.status not in {"interrupted", "error"}:
            raise Conflict(f"The job can't be resumed: it is {row.status}.")
        job = await self._load(row)
        if isinstance(next_step(job.state), Interrupted) and not job.state.interrupted:
            await self._note_interruption(job)
        if job.state.status in {"interrupted", "error"}:
            await self._record(job, JobResumed(how=how))
        self._enqueue(job, first=True)

    async def list(self, limit: int, before: JobId, session_id: SessionId) -> list[JobSummary]:
        """Jobs, the most recent first."""
        return [self._summary(row) for row in await self._store.jobs(limit, before, session_id)]

    def pending(self) -> list[PendingCall]:
        """All calls that wait for a person, in all sessions, oldest job first."""
        return [call for job in self._live.values() for call in _pending(job)]

    async def state(self, job_id: JobId) -> tuple[JobRow, JobState]:
        """One job, whole. Raises NotFound."""
        row = await self._store.job(job_id)
        if row is None:
            raise NotFound(f"There is no job {job_id}.")
        live = self._live.get(job_id)
        return row, live.state if live else fold(_events(await self._store.job_events(job_id)))

    def session_status(self) -> dict[SessionId, Literal["running", "waiting"]]:
        """The sessions in which something runs or waits for a person."""
        status: dict[SessionId, Literal["running", "waiting"]] = {}
        for job in self._live.values():
            waiting = job.state.status == "awaiting_confirmation"
            if waiting or job.session_id not in status:
                status[job.session_id] = "waiting" if waiting else "running"
        return status

    async def import_session(self, title: str, jobs: list[list[DurableEvent]]) -> SessionId:
        """Write a conversation from elsewhere as ended jobs of a new session."""
        session_id = self._new_id("session")
        await self._store.append_jobs(session_id, [(self._new_id("job"), events) for events in jobs], self._clock())
        first = next((event.text for event in jobs[0] if isinstance(event, TaskSubmitted)), "")
        await self._record_session(session_id, SessionRenamed(title=title or _title(first), by="person"))
        return session_id

    async def rename(self, session_id: SessionId, title: str) -> None:
        """Give a session a title of the person's own."""
        await self._session(session_id)
        if not title.strip():
            raise UserError("A title needs at least one letter.")
        await self._record_session(session_id, SessionRenamed(title=title.strip()[:200], by="person"))

    async def delete_session(self, session_id: SessionId) -> None:
        """Stop a session's jobs and remove its text from the disk. Raises NotFound."""
        await self._session(session_id)
        for job in [job for job in self._live.values() if job.session_id == session_id]:
            await self.cancel(job.id)
        await self._store.delete_session(session_id)
        self._histories.forget(session_id)
        self._publish(session_id, "", SessionRemoved())

    async def close(self) -> None:
        """Stop driving. What ran in a model is noted as interrupted, with what it had said; the rest waits."""
        self._closing = True
        for job in list(self._live.values()):
            await job.stop()
            try:
                ends = await job.tool_tasks.settle()
                if ends:
                    await self._record(job, *ends)
                if job.state.asking:
                    await self._note_interruption(job)
            except StorageError:
                _log.warning("the end of job %s could not be written", job.id)
        self._publisher.close()

    # How a job runs

    def _enqueue(self, job: LiveJob, *, first: bool = False) -> None:
        queue = self._queues.setdefault(job.session_id, deque())
        if job.id not in queue:
            if first:
                queue.insert(1 if queue and self._live[queue[0]].driver else 0, job.id)
            else:
                queue.append(job.id)
        self._drive(self._live[queue[0]])

    def _drive(self, job: LiveJob) -> None:
        """Run the job if it is its session's turn and there is something to do without a person."""
        queue = self._queues.get(job.session_id)
        if self._closing or not queue or queue[0] != job.id or job.driver is not None:
            return
        if isinstance(next_step(job.state), Wait | Interrupted):
            return
        job.ran = True
        job.driver = asyncio.create_task(self._run(job), name=f"job {job.id}")

    async def _run(self, job: LiveJob) -> None:
        try:
            await self._advance(job)
        except StorageError as error:
            _log.warning("job %s stands still: %s", job.id, error)
            job.halted = True
            self._publish(job.session_id, job.id, Halted(_info(error)))
        finally:
            job.driver = None
        if job.state.ended is not None or job.halted:
            self._ended(job)
        else:
            self._drive(job)  # answered while it was running

    async def _advance(self, job: LiveJob) -> None:
        try:
            history = await self._histories.before(job.session_id, job.id)
            if job.state.task is None:
                raise StorageError("The job's first row is damaged, so it can't go on.")  # noqa: TRY301
            deps = await self._plan(job.id, job.state.task, history)
            deps = replace(deps, tasks=job.tool_tasks)
            async with aclosing(loop.advance(job.state, deps)) as events:
                async for event in events:
                    if is_durable(event):
                        await self._record(job, event)
                    else:
                        self._pass_on(job, event)
        except StorageError:
            raise
        except (ProviderError, UserError) as error:
            await self._fail(job, _info(error))
        except Exception:  # noqa: BLE001 - a fault of ours ends one job, not the app
            _log.exception("job %s failed", job.id)
            await self._fail(
                job,
                ErrorInfo(
                    kind="Fault",
                    message="Inara made a mistake of its own, so this job ended.",
                    next_step="Try again. The log file has the details; please report them.",
                ),
            )

    async def _fail(self, job: LiveJob, error: ErrorInfo) -> None:
        ends: list[DurableEvent] = [*await job.tool_tasks.settle()]
        if job.state.asking:
            text, thinking = job.said()
            ends.append(ModelStopped(reason="error", text=text, thinking=thinking, error=error))
        await self._record(job, *ends, JobFinished(status="error", error=error))

    async def _record(self, job: LiveJob, *events: DurableEvent) -> None:
        """Make events rows, then tell everybody: nobody hears of what could be lost."""
        # Shielded: a cancelled job must still learn which rows it has, or its next one would collide.
        await asyncio.shield(asyncio.ensure_future(self._write(job, events)))

    async def _write(self, job: LiveJob, events: tuple[DurableEvent, ...]) -> None:
        async with job.writing:
            recorded = await self._store.append(job.session_id, job.id, job.position, self._clock(), events)
            for row in recorded:
                job.take(row)
                self._histories.update(job.session_id, job.id, job.state)
                self._publisher.publish(row)

    async def _record_session(self, session_id: SessionId, event: SessionRenamed) -> None:
        for row in await self._store.append(session_id, "", 0, self._clock(), [event]):
            self._publisher.publish(row)

    def _pass_on(self, job: LiveJob, event: Event) -> None:
        job.hear(event, self._store)
        self._publish(job.session_id, job.id, event)

    def _publish(self, session_id: SessionId, job_id: JobId, event: Event) -> None:
        self._publisher.publish(Recorded(self._publisher.last_seq, session_id, job_id, self._clock(), event))

    async def _note_interruption(self, job: LiveJob) -> None:
        text, thinking = job.said()
        if not text and not thinking:
            text, thinking = await self._store.partial(job.id)
        await self._record(job, ModelStopped(reason="interrupted", text=text, thinking=thinking), JobInterrupted())

    def _ended(self, job: LiveJob) -> None:
        queue = self._queues.get(job.session_id, deque())
        if job.id in queue:
            queue.remove(job.id)
        if not job.halted:
            self._live.pop(job.id, None)
        if queue:
            self._drive(self._live[queue[0]])
        else:
            self._queues.pop(job.session_id, None)

    async def _load(self, row: JobRow) -> LiveJob:
        job = LiveJob(row.id, row.session_id, row.created_at)
        for recorded in await self._store.job_events(row.id):
            job.take(recorded)
        self._live[row.id] = job
        return job

    async def _session(self, session_id: SessionId) -> SessionRow:
        session = await self._store.session(session_id)
        if session is None:
            raise NotFound(f"There is no session {session_id}.", next_step="`inara sessions list` shows them.")
        return session

    def _summary(self, row: JobRow) -> JobSummary:
        job = self._live.get(row.id)
        status = job.state.status if job else row.status
        pending = tuple(_pending(job)) if job else ()
        return JobSummary(row.id, row.session_id, status, row.task, row.created_at, row.updated_at, pending)


def _events(rows: list[Recorded]) -> list[DurableEvent]:
    return [row.event for row in rows if is_durable(row.event)]


def _pending(job: LiveJob) -> list[PendingCall]:
    return [
        PendingCall(
            call.call.call_id,
            job.id,
            job.session_id,
            call.call.name,
            call.call.arguments,
            call.action,
            call.digest,
            call.asked_because,
        )
        for call in job.state.waiting
        if call.action is not None
    ]


def _info(error: InaraError) -> ErrorInfo:
    return ErrorInfo(kind=type(error).__name__, message=error.message, next_step=error.next_step)


def _title(text: str) -> str:
    """A session's first title: the task's first words."""
    line = " ".join(text.split())
    if len(line) <= TITLE_CHARACTERS:
        return line or "Image"
    return line[: TITLE_CHARACTERS - 1].rsplit(" ", 1)[0].rstrip(",.;:") + "…"
