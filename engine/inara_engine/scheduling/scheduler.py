"""Keeps the time of [[schedule]]: starts what is due, tells what was missed, and runs no time twice.

A time is run where it has just come. One that passed while the machine slept or Inara was closed is counted
as missed and not made up for: nobody wants five morning summaries at noon. Where the clock was set back,
times that were run stay run; where it was set forward, what lay between is missed.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import tzinfo
from itertools import islice, takewhile
from math import inf
from typing import Any

from inara_engine.errors import InaraError, NotFound, StorageError
from inara_engine.events import JobId, SessionId, TaskSubmitted
from inara_engine.frozen import frozen
from inara_engine.memory import Proposal
from inara_engine.scheduling.alarm import Alarm
from inara_engine.scheduling.outcomes import Outcome, Outcomes
from inara_engine.settings import ScheduleSettings, Settings, cron
from inara_engine.store.schedules import RunRow, ScheduledRun, ScheduleTable

__all__ = ["Clockwork", "Scheduler"]

_log = logging.getLogger(__name__)

ON_TIME_S = 120.0  # a time is run so long after it came: the machine may be busy, or just awake again
LOOK_EVERY_S = 900.0  # at least: the machine may be in another time zone
TRY_AGAIN_S = 20.0  # after a fault of the disk
MOST = 1000  # times that are counted as missed at once
FAULT = "Inara made a mistake of its own, which is in its log."
UNFINISHED = frozenset({"queued", "running", "awaiting_confirmation"})


@frozen
class Clockwork:
    """What schedules work with: their rows, the settings of the moment, the clock, and the calls of the engine.

    `clock` gives Unix seconds, `zone` the local time zone (it may read a file).
    """

    table: ScheduleTable
    settings: Callable[[], Settings]
    clock: Callable[[], float]
    zone: Callable[[], tzinfo]
    submit: Callable[[TaskSubmitted, SessionId | None, ScheduledRun], Awaitable[JobId]]
    job: Callable[[JobId], Awaitable[dict[str, Any]]]
    rename: Callable[[SessionId, str], Awaitable[None]]
    has_session: Callable[[SessionId], Awaitable[bool]]
    distill: Callable[[str, bool], Awaitable[Proposal]]  # persona, with models on this machine only


class Scheduler:
    """`start` and `close` frame the time in which schedules run; without them they run when asked for only."""

    def __init__(self, clockwork: Clockwork) -> None:
        self._with = clockwork
        self.outcomes = Outcomes(clockwork.table)
        self._looked: dict[str, float] = {}
        self._alarm = Alarm()
        self._looking = asyncio.Lock()
        self._keeper: asyncio.Task[None] | None = None
        self._folding: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Keep the time from now on."""
        self._keeper = asyncio.create_task(self._keep_time(), name="schedules")

    def wake(self) -> None:
        """The settings have changed: look at once."""
        self._alarm.ring()

    async def close(self) -> None:
        """Start nothing any more."""
        for task in (*self._folding, *([self._keeper] if self._keeper else [])):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        self._keeper = None
        self._alarm.close()
        with suppress(StorageError):
            await self.outcomes.catch_up()

    async def look(self) -> float:
        """Start what is due; seconds until something is again (inf for never)."""
        async with self._looking:
            return await self._look()

    async def _look(self) -> float:
        await self.outcomes.catch_up()
        now = self._with.clock()
        entries = self._with.settings().schedule
        for name in self._looked.keys() - {entry.name for entry in entries}:
            await self._with.table.look(name, "", now)
            del self._looked[name]
        if not entries:
            return inf
        zone = await asyncio.to_thread(self._with.zone)
        soonest = inf
        for entry in entries:
            await self._look_at(entry, now, zone)
            if entry.enabled:
                following = await asyncio.to_thread(cron.upcoming, entry.cron, now, zone, 1)
                soonest = min([soonest, *(then - now for then in following)])
        return soonest

    async def run(self, entry: ScheduleSettings, due: float) -> JobId:
        """Start a run whose time was claimed; its job, "" for none. What it raises is also noted."""
        try:
            if entry.distill:
                task = asyncio.create_task(self._fold(entry, due), name=f"schedule {entry.name}")
                self._folding.add(task)
                task.add_done_callback(self._folding.discard)
                return ""
            return await self._submit(entry, due)
        except Exception as error:
            await self._note_failure(entry, due, error)
            raise

    async def settled(self) -> None:
        """Wait until no memory is being folded any more."""
        if self._folding:
            await asyncio.wait(set(self._folding))

    async def _keep_time(self) -> None:
        while True:
            try:
                wait_s = await self.look()
            except StorageError as error:
                _log.warning("the schedules could not be looked after: %s", error)
                wait_s = TRY_AGAIN_S
            except Exception:  # noqa: BLE001 - a fault of ours is no reason to keep the time no more
                _log.exception("the schedules could not be looked after")
                wait_s = LOOK_EVERY_S
            # An idle engine in which nothing is scheduled sleeps until the settings change.
            await self._alarm.sleep(wait_s if wait_s == inf else min(wait_s, LOOK_EVERY_S))

    async def _look_at(self, entry: ScheduleSettings, now: float, zone: tzinfo) -> None:
        table, line = self._with.table, entry.cron if entry.enabled else ""
        row = await table.row(entry.name)
        if row is None or row.cron != line or row.looked_at > now:
            await table.look(entry.name, line, now)
            self._looked[entry.name] = now
            return
        since = self._looked.get(entry.name, row.looked_at)
        on = bool(line) and since < now  # else it is off, or the clock was set back a little
        passed = await asyncio.to_thread(_between, line, since, now, zone) if on else []
        if not passed:
            self._looked[entry.name] = now
            return
        ran = {run.due for run in await table.runs(entry.name, since)}
        passed = [time for time in passed if time not in ran]
        due = passed.pop() if passed and now - passed[-1] <= ON_TIME_S else None
        claimed = await table.passed(entry.name, now, missed=passed, claim=due)
        self._looked[entry.name] = now  # not before: what the disk refused is looked at again
        if claimed and due is not None:
            await self._run_unattended(entry, due)

    async def _run_unattended(self, entry: ScheduleSettings, due: float) -> None:
        try:
            if before := await self._unfinished(entry.name):
                waits = before == "awaiting_confirmation"
                why = "the run before it " + ("waits for you" if waits else "had not ended")
                await self._note(entry, due, Outcome(result=f"skipped: Left out: {why}."))
            else:
                await self.run(entry, due)
        except StorageError:
            raise
        except InaraError as error:
            _log.warning("the schedule %s could not be run: %s", entry.name, error)
        except Exception:  # noqa: BLE001 - a fault of ours ends one run, not those of the others
            _log.exception("the schedule %s could not be run", entry.name)

    async def _note_failure(self, entry: ScheduleSettings, due: float, error: Exception) -> None:
        said = error if isinstance(error, InaraError) else FAULT
        await self._note(entry, due, Outcome(result=f"error: {said}"))

    async def _note(self, entry: ScheduleSettings, due: float, outcome: Outcome) -> None:
        if not await self.outcomes.note(entry.name, due, outcome):
            self._alarm.ring()  # the next look writes it, or is due again soon

    async def _unfinished(self, name: str) -> str:
        """The status of a run that is still under way, or ""."""
        for run in await self.outcomes.runs(name, limit=5):
            if run.job_id and (status := await self._status(run)) in UNFINISHED:
                return status
        return ""

    async def _status(self, run: RunRow) -> str:
        try:
            return (await self._with.job(run.job_id))["status"]
        except NotFound:  # its conversation was deleted
            return ""

    async def _submit(self, entry: ScheduleSettings, due: float) -> JobId:
        row = await self._with.table.row(entry.name)
        session = row.session_id if row and row.session_id else None
        if session is not None and not await self._with.has_session(session):
            session = None
        step = (f"the task of the schedule {entry.name}",)
        job = await self._with.submit(
            TaskSubmitted(
                text=entry.task,
                mode=entry.mode,
                persona=entry.persona or "",
                tier=entry.tier,
                profile=entry.profile or "",
                respond_with_final=entry.respond_with_final,
                local_only=entry.local_only or None,
                origin="schedule",
                fresh=True,
                private=step if "private" in entry.marks else (),
                untrusted=step if "untrusted" in entry.marks else (),
            ),
            session,
            (entry.name, due),
        )
        if session is None:
            try:
                made = str((await self._with.job(job))["session_id"])
                await self._with.rename(made, f"Schedule: {entry.name}")
            except InaraError as error:  # the run is under way, whatever it is called
                _log.warning("the conversation of the schedule %s keeps its first words: %s", entry.name, error)
        return job

    async def _fold(self, entry: ScheduleSettings, due: float) -> None:
        try:
            proposal = await self._with.distill(entry.persona or "", entry.local_only)
        except Exception as error:  # noqa: BLE001 - nobody waits for it: it is noted, and in the log where it is ours
            if not isinstance(error, InaraError):
                _log.exception("the schedule %s could not fold the memory", entry.name)
            await self._note_failure(entry, due, error)
        else:
            said = "A proposal for the memory waits for you." if proposal.changes else "There was nothing to fold."
            await self._note(entry, due, Outcome(result=f"complete: {said}", well=True))


def _between(line: str, since: float, now: float, zone: tzinfo) -> list[float]:
    """The last times of a line in (since, now]; in a thread."""
    passed = list(islice(takewhile(lambda time: time <= now, cron.times(line, since, zone)), MOST))
    if len(passed) < MOST:
        return passed
    # So many that only the last minutes matter: what came just now is still run.
    return passed[:-1] + list(takewhile(lambda time: time <= now, cron.times(line, now - ON_TIME_S, zone)))[-1:]
