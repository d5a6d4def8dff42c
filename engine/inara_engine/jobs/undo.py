"""A job's effects on files taken back at a person's word, and written down as part of the job."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

from inara_engine.errors import Conflict, NotFound
from inara_engine.events import CallId, JobId, is_durable
from inara_engine.jobs.driver import Driver
from inara_engine.jobs.live import LiveJob
from inara_engine.jobs.recorder import Recorder
from inara_engine.store import JobRow, Store
from inara_engine.tools.workspace import Workspace
from inara_engine.undoing import take_back

__all__ = ["Undoing"]


class Undoing:
    """One at a time, so that no file is taken back twice. `taking_up` is held by who brings a job to life."""

    def __init__(self, store: Store, recorder: Recorder, driver: Driver, taking_up: asyncio.Lock) -> None:
        self._store = store
        self._recorder = recorder
        self._driver = driver
        self._taking_up = taking_up
        self._busy = asyncio.Lock()
        self._job: JobId = ""

    async def undo(self, job_id: JobId, workspace: Workspace, only: CallId = "") -> list[str]:
        """A sentence for each file, of `only` one call or of all: begun, it is done, whoever goes away.

        Raises NotFound; UserError where no file was changed; Conflict otherwise.
        """
        return await asyncio.shield(asyncio.ensure_future(self._undo(job_id, workspace, only)))

    def refuse(self, job_id: JobId) -> None:
        """Nothing else may be written of a job that is being taken back. Raises Conflict; call with `taking_up`."""
        if self._job == job_id:
            raise Conflict("What the job did is being taken back.", next_step="Wait for the end of that.")

    async def close(self) -> None:
        """Come to the end of what was begun."""
        async with self._busy:
            pass

    async def _undo(self, job_id: JobId, workspace: Workspace, only: CallId) -> list[str]:
        async with self._busy:
            row = await self._store.job(job_id)
            if row is None:
                raise NotFound(f"There is no job {job_id}.", next_step="`inara jobs list` shows them.")
            async with self._taking_up:
                if job_id in self._driver.live:
                    raise Conflict("The job has not ended yet.", next_step="Stop it first, then take it back.")
                self._job = job_id
            try:
                return await self._take_back(row, workspace, only)
            finally:
                self._job = ""

    async def _take_back(self, row: JobRow, workspace: Workspace, only: CallId) -> list[str]:
        job = LiveJob(row.id, row.session_id, row.created_at)
        rows = await self._store.job_events(row.id)
        job.read(rows, await self._store.next_position(row.id))
        lines: list[str] = []
        events = [recorded.event for recorded in rows if is_durable(recorded.event)]
        async with aclosing(take_back(workspace, events, only)) as ends:
            async for undone in ends:
                await self._recorder.record(job, undone)
                lines += undone.message.splitlines()
        return lines or ["Nothing was left to take back."]
