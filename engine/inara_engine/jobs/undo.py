"""A job's effects on files taken back at a person's word, and written down as part of the job."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

from inara_engine.errors import Conflict, NotFound
from inara_engine.events import CallId, JobId, is_durable
from inara_engine.jobs.driver import Driver
from inara_engine.jobs.live import LiveJob
from inara_engine.jobs.recorder import Recorder
from inara_engine.store import Store
from inara_engine.tools.workspace import Workspace
from inara_engine.undoing import take_back

__all__ = ["Undoing"]


class Undoing:
    """One at a time, so that no file is taken back twice."""

    def __init__(self, store: Store, recorder: Recorder, driver: Driver) -> None:
        self._store = store
        self._recorder = recorder
        self._driver = driver
        self._busy = asyncio.Lock()

    async def undo(self, job_id: JobId, workspace: Workspace, only: CallId = "") -> list[str]:
        """A sentence for each file, of `only` one call or of all.

        Raises NotFound; UserError where no file was changed; Conflict otherwise.
        """
        async with self._busy:
            row = await self._store.job(job_id)
            if row is None:
                raise NotFound(f"There is no job {job_id}.", next_step="`inara jobs list` shows them.")
            if job_id in self._driver.live:
                raise Conflict("The job has not ended yet.", next_step="Stop it first, then take it back.")
            job = LiveJob(row.id, row.session_id, row.created_at)
            rows = await self._store.job_events(job_id)
            for recorded in rows:
                job.take(recorded)
            job.position = await self._store.next_position(job_id)
            lines: list[str] = []
            events = [recorded.event for recorded in rows if is_durable(recorded.event)]
            async with aclosing(take_back(workspace, events, only)) as ends:
                async for undone in ends:
                    await self._recorder.record(job, undone)
                    lines += undone.message.splitlines()
            return lines or ["Nothing was left to take back."]
