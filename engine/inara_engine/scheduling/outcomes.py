"""What became of the runs: told at once, and written as soon as the disk takes it."""

from __future__ import annotations

import logging

from inara_engine.errors import StorageError
from inara_engine.frozen import frozen
from inara_engine.store.schedules import KEPT_RUNS, RunRow, ScheduleTable

__all__ = ["Outcome", "Outcomes"]

_log = logging.getLogger(__name__)
CUT = "error: Inara ended before it was done."


@frozen
class Outcome:
    """A run is over without a job: what came of it, and whether all is `well`."""

    result: str
    well: bool = False


class Outcomes:
    """Of all schedules, by the run's name and time."""

    def __init__(self, table: ScheduleTable) -> None:
        self._table = table
        self._unwritten: dict[tuple[str, float], Outcome] = {}
        self._cut = True  # what the process before this one left under way, without a job, was cut by its end

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
            await self._table.ended(name, due, outcome.result, well=outcome.well)
            self._unwritten.pop((name, due), None)

    async def runs(self, name: str, after: float = 0, limit: int = KEPT_RUNS) -> list[RunRow]:
        """The runs of a schedule for times after a moment, the last begun first. Raises StorageError."""
        return [self._told(name, run) for run in await self._table.runs(name, after, limit)]

    def _told(self, name: str, run: RunRow) -> RunRow:
        if (outcome := self._unwritten.get((name, run.due))) is not None:
            return RunRow(run.due, run.at, result=outcome.result)
        cut = self._cut and not run.job_id and not run.result
        return RunRow(run.due, run.at, result=CUT) if cut else run
