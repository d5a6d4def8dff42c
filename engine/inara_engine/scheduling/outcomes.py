"""What became of the runs: told at once, and written as soon as the disk takes it."""

from __future__ import annotations

import logging

from inara_engine.errors import StorageError
from inara_engine.events import JobId, SessionId
from inara_engine.frozen import frozen
from inara_engine.store.schedules import KEPT_RUNS, RunRow, ScheduleTable

__all__ = ["Outcome", "Outcomes"]

_log = logging.getLogger(__name__)
CUT = "error: Inara ended before it was done."


@frozen
class Outcome:
    """A run has its job, in a conversation; or it is over without one: what came of it, and whether all is `well`."""

    job_id: JobId = ""
    session_id: SessionId = ""
    result: str = ""
    well: bool = False


class Outcomes:
    """Of all schedules, by the run's name and time."""

    def __init__(self, table: ScheduleTable) -> None:
        self._table = table
        self._unwritten: dict[tuple[str, float], Outcome] = {}
        self._cut = False

    def begin(self) -> None:
        """This process keeps the time: what the one before it left under way was cut by its end."""
        self._cut = True

    async def note(self, name: str, due: float, outcome: Outcome) -> bool:
        """What became of a run; False where the disk refuses, so that somebody has to `catch_up` later."""
        self._unwritten[name, due] = outcome
        try:
            await self.catch_up()
        except StorageError as error:
            _log.warning("what became of the schedule %s could not be written yet: %s", name, error)
            return False
        return True

    async def catch_up(self) -> None:
        """Write what the disk refused: before anything else is claimed. Raises StorageError where it still does."""
        if self._cut:
            await self._table.note_cut(CUT)
            self._cut = False
        for (name, due), outcome in list(self._unwritten.items()):
            if outcome.job_id:
                await self._table.started(name, due, outcome.job_id, outcome.session_id)
            else:
                await self._table.ended(name, due, outcome.result, well=outcome.well)
            self._unwritten.pop((name, due), None)

    async def runs(self, name: str, after: float = 0, limit: int = KEPT_RUNS) -> list[RunRow]:
        """The runs of a schedule for times after a moment, the last begun first. Raises StorageError."""
        return [self._told(name, run) for run in await self._table.runs(name, after, limit)]

    def _told(self, name: str, run: RunRow) -> RunRow:
        outcome = self._unwritten.get((name, run.due))
        return run if outcome is None else RunRow(run.due, run.at, outcome.job_id, outcome.result)
