"""Events into rows, then to everybody: the only place that writes the log and publishes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from inara_engine.events import (
    DurableEvent,
    Event,
    JobId,
    JobInterrupted,
    ModelStopped,
    Recorded,
    SessionId,
    SessionRenamed,
)
from inara_engine.jobs.history import Histories
from inara_engine.jobs.live import LiveJob
from inara_engine.jobs.publisher import Publisher
from inara_engine.store import RuleRow, ScheduledRun, Store

__all__ = ["Recorder"]


class Recorder:
    """`clock` gives Unix seconds, `last_seq` is the newest row of the store."""

    def __init__(self, store: Store, clock: Callable[[], float], last_seq: int) -> None:
        self._store = store
        self._clock = clock
        self.publisher = Publisher(last_seq)
        self.histories = Histories(store)

    async def record(
        self,
        job: LiveJob,
        *events: DurableEvent,
        rule: RuleRow | None = None,
        queued: str = "",
        run: ScheduledRun | None = None,
        title: SessionRenamed | None = None,
        meanwhile: Callable[[], None] | None = None,
    ) -> None:
        """Make events (and a rule) rows, then tell everybody: nobody hears of what could be lost.

        `queued` is the prompt that waited and is a task from now on. Raises NotFound where it waits no more.
        `run` is that of a schedule whose job this is.
        `title` is for the session where it begins with this. `meanwhile` is called when only the disk is waited for.
        """
        async with job.writing:
            written = self._store.append(
                job.session_id, job.id, job.position, self._clock(), events, rule, queued, run, title, meanwhile
            )
            try:
                await written
            finally:
                # Cancelled or not: a job must learn which rows it has, or its next one would collide.
                if written.done() and written.exception() is None:
                    rows = written.result()
                    if not rows[-1].job_id:
                        self.histories.begin(job.session_id)
                    for row in rows:
                        if row.job_id:
                            job.take(row)
                            self.histories.update(job.session_id, job.id, job.state)
                        self.publisher.publish(row)

    async def record_session(self, session_id: SessionId, event: DurableEvent) -> None:
        """The same for an event of a session as a whole."""
        await self.record_sessions([session_id], event)

    async def record_sessions(self, session_ids: Sequence[SessionId], event: DurableEvent) -> None:
        """The same for several sessions at once: all of them or none."""
        await self._published(self._store.append_to_sessions(session_ids, self._clock(), event))

    async def record_title(self, session_id: SessionId, event: SessionRenamed) -> None:
        """The same for a title that only takes the place of the first words, whatever happened meanwhile."""
        await self._published(self._store.append_to_sessions([session_id], self._clock(), event, if_titled_by="words"))

    async def record_jobs(
        self,
        session_id: SessionId,
        jobs: Sequence[tuple[JobId, Sequence[DurableEvent]]],
        times: Sequence[Sequence[float]],
        *also: DurableEvent,
    ) -> None:
        """Whole ended jobs of a new session with their events' times, and what is `also` so of it: all or nothing."""
        await self._published(self._store.append_jobs(session_id, jobs, self._clock(), times, also))

    async def _published(self, writing: Coroutine[Any, Any, list[Recorded]]) -> None:
        """What is being written is told once it is, whoever goes away meanwhile."""

        async def tell() -> None:
            for row in await writing:
                self.publisher.publish(row)

        await asyncio.shield(asyncio.ensure_future(tell()))

    def publish(self, session_id: SessionId, job_id: JobId, event: Event) -> None:
        """Tell everybody of something that is no row."""
        self.publisher.publish(Recorded(self.publisher.last_seq, session_id, job_id, self._clock(), event))

    def pass_on(self, job: LiveJob, event: Event) -> None:
        """A transient event of a running job: kept as partial text where it is text, and told."""
        job.hear(event, self._store)
        self.publish(job.session_id, job.id, event)

    async def note_interruption(self, job: LiveJob) -> None:
        """A model call was cut: write down what it had said."""
        text, thinking = job.said()
        if not text and not thinking:
            text, thinking = await self._store.partial(job.id)
        await self.record(job, ModelStopped(reason="interrupted", text=text, thinking=thinking), JobInterrupted())
