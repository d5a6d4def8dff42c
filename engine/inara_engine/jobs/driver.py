"""How jobs run: one at a time in each session, each with one task, until it ends or waits for a person."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import replace
from typing import Protocol

from inara_engine.deps import Deps
from inara_engine.errors import InaraError, ProviderError, StorageError, UserError
from inara_engine.events import (
    DurableEvent,
    ErrorInfo,
    Halted,
    JobFinished,
    JobId,
    ModelStopped,
    SessionId,
    TaskSubmitted,
    is_durable,
)
from inara_engine.folding import fold
from inara_engine.jobs.history import History
from inara_engine.jobs.live import LiveJob
from inara_engine.jobs.recorder import Recorder
from inara_engine.loop import advance
from inara_engine.state import Interrupted, Wait, next_step
from inara_engine.store import JobRow, Store

__all__ = ["Driver", "Planner"]

_log = logging.getLogger(__name__)


class Planner(Protocol):
    """Puts together what one job runs with (provider, tools, policy); the composition root has it."""

    async def __call__(self, job_id: JobId, task: TaskSubmitted, history: History) -> Deps:
        """Raises UserError where the job's model or persona can't be had."""
        ...


class Driver:
    """The unfinished jobs of this run of the app, by id, and the queue of each session."""

    def __init__(self, store: Store, plan: Planner, recorder: Recorder) -> None:
        self._store = store
        self._plan = plan
        self._recorder = recorder
        self._queues: dict[SessionId, deque[JobId]] = {}
        self._closing = False
        self.live: dict[JobId, LiveJob] = {}
        self.rested: Callable[[LiveJob], None] = _ignore  # hears of each job that came to a stop

    async def load(self, row: JobRow) -> LiveJob:
        """Fold a job of the store and keep it among the unfinished; one that stands still there is folded anew."""
        events = await self._store.job_events(row.id)
        position = await self._store.next_position(row.id)  # damaged rows keep theirs
        job = self.live.setdefault(row.id, LiveJob(row.id, row.session_id, row.created_at))
        job.read(events, position)
        return job

    def enqueue(self, job: LiveJob, *, first: bool = False) -> None:
        """Put the job in its session's queue (`first`: as the next) and run what is due."""
        queue = self._queues.setdefault(job.session_id, deque())
        if job.id not in queue:
            if first:
                queue.insert(1 if queue and self.live[queue[0]].driver else 0, job.id)
            else:
                queue.append(job.id)
        self.drive(self.live[queue[0]])

    def drive(self, job: LiveJob) -> None:
        """Run the job if it is its session's turn and there is something to do without a person."""
        queue = self._queues.get(job.session_id)
        if self._closing or not queue or queue[0] != job.id or job.driver is not None or job.ending:
            return
        if isinstance(next_step(job.state), Wait | Interrupted):
            return
        job.driver = asyncio.create_task(self._run(job), name=f"job {job.id}")

    def ended(self, job: LiveJob) -> None:
        """The job is over (or stands still): its session's next one may run. Told twice, it does nothing more."""
        if self.live.get(job.id) is not job:
            return
        queue = self._queues.get(job.session_id, deque())
        if job.id in queue:
            queue.remove(job.id)
        if job.state.ended is not None:
            del self.live[job.id]
        if queue:
            self.drive(self.live[queue[0]])
        else:
            self._queues.pop(job.session_id, None)
        self.rested(job)

    def stand_still(self, job: LiveJob, error: StorageError) -> None:
        """Nothing of the job can be written: it waits for who goes on with it, or stops it, and holds nothing up."""
        _log.warning("job %s stands still: %s", job.id, error)
        job.halted = True
        self._recorder.publish(job.session_id, job.id, Halted(_info(error)))
        self.ended(job)

    def stop(self) -> None:
        """Start nothing any more."""
        self._closing = True

    async def deps(self, job: LiveJob) -> Deps:
        """What the job runs with by the settings of now. Raises StorageError, and as the planner does."""
        history = await self._recorder.histories.before(job.session_id, job.id)
        if job.state.task is None:
            raise StorageError(
                "The job's first row is damaged, so it can't go on.", next_step="Stop it, then give the task again."
            )
        return replace(
            await self._plan(job.id, job.state.task, history),
            tasks=job.tool_tasks,
            stopping=lambda: job.state.stopping,
            fold=job.fold,
        )

    async def _run(self, job: LiveJob) -> None:
        try:
            await self._advance(job)
        except StorageError as error:
            self.stand_still(job, error)
            return
        finally:
            job.driver = None
        if job.state.ended is not None:
            self.ended(job)
        else:
            self.rested(job)
            self.drive(job)  # answered while it was running

    async def _advance(self, job: LiveJob) -> None:
        try:
            deps = await self.deps(job)
            async with aclosing(advance(job.state, deps)) as steps:
                async for events in steps:
                    if rows := [event for event in events if is_durable(event)]:
                        await _before_the_end(job, deps, rows)
                        await self._recorder.record(job, *rows)
                    for event in events[len(rows) :]:  # transient ones come last, and mostly alone
                        self._recorder.pass_on(job, event)
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
        ends: list[DurableEvent] = [*await job.settle()]
        if job.state.asking:
            text, thinking = job.said()
            ends.append(ModelStopped(reason="error", text=text, thinking=thinking, error=error))
        await self._recorder.record(job, *ends, JobFinished(status="error", error=error))


async def _before_the_end(job: LiveJob, deps: Deps, events: list[DurableEvent]) -> None:
    """Before, not after: once its end is on disk, a job is over for everybody, and nothing is left to wait for."""
    if deps.finished is not None and any(
        isinstance(event, JobFinished) and event.status != "cancelled" for event in events
    ):
        await deps.finished(fold(events, job.state))


def _ignore(_: LiveJob) -> None:
    pass


def _info(error: InaraError) -> ErrorInfo:
    return ErrorInfo(kind=type(error).__name__, message=error.message, next_step=error.next_step)
