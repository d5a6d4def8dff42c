"""Events into rows, then to everybody: the only place that writes the log and publishes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

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
from inara_engine.store import RuleRow, Store

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
        title: SessionRenamed | None = None,
    ) -> None:
        """Make events (and a rule) rows, then tell everybody: nobody hears of what could be lost.

        `queued` is the prompt that waited and is a task from now on. Raises NotFound where it waits no more.
        `title` is for the session where it begins with this.
        """
        async with job.writing:
            written = self._store.append(
                job.session_id, job.id, job.position, self._clock(), events, rule, queued, title
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
        for row in await self._store.append_to_sessions(session_ids, self._clock(), event):
            self.publisher.publish(row)

    async def record_title(self, session_id: SessionId, event: SessionRenamed) -> None:
        """The same for a title that only takes the place of the first words, whatever happened meanwhile."""

        async def write() -> None:
            rows = await self._store.append_to_sessions([session_id], self._clock(), event, if_titled_by="words")
            for row in rows:
                self.publisher.publish(row)

        await asyncio.shield(asyncio.ensure_future(write()))

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
