"""The face's part `schedule`: the schedules with what became of them, and changing them.

They are declared in config.toml alone; adding, switching and removing one writes that file.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from inara_engine.errors import Conflict, NotFound, UserError
from inara_engine.events import JobId
from inara_engine.scheduling.scheduler import UNFINISHED, Clockwork, Scheduler
from inara_engine.scheduling.values import CronReport, RunReport, ScheduleReport
from inara_engine.settings import MakesChange, ScheduleSettings, Settings, SettingsChange, cron
from inara_engine.store.schedules import RunRow

__all__ = ["Schedules"]

Entries = tuple[ScheduleSettings, ...]
RESULT_CHARACTERS = 300  # of an answer in the list
NEXT = 3


class Schedules:
    """See the module. `change` writes the settings file."""

    def __init__(
        self, clockwork: Clockwork, scheduler: Scheduler, change: Callable[[MakesChange], Awaitable[Settings]]
    ) -> None:
        self._with = clockwork
        self._scheduler = scheduler
        self._change = change

    async def all(self) -> list[ScheduleReport]:
        """All schedules, in the file's order."""
        return [await self._report(entry) for entry in self._with.settings().schedule]

    async def runs(self, name: str, limit: int = 20) -> list[RunReport]:
        """The runs of one, the last first. Raises NotFound."""
        self._entry(name)
        return [await self._run_report(run) for run in await self._scheduler.outcomes.runs(name, limit=limit)]

    async def run(self, name: str) -> JobId:
        """Run one now, whatever its times; its job, "" where it folds the memory. Raises NotFound, Conflict."""
        entry = self._entry(name)
        report = await self._report(entry)
        if report.last is not None and report.last.status in UNFINISHED:
            raise Conflict(
                f"The last run of {name} has not ended: it is {report.last.status.replace('_', ' ')}.",
                next_step="`inara jobs list --origin schedule` shows it."
                if report.last.job_id
                else "Wait for its end.",
            )
        await self._scheduler.outcomes.catch_up()
        now = self._with.clock()
        if not await self._with.table.claim(name, now):
            raise Conflict(f"{name} was started just now.")
        return await self._scheduler.run(entry, now)

    async def settled(self, name: str) -> RunReport:
        """The last run of one, once it folds no memory any more. Raises NotFound."""
        self._entry(name)
        await self._scheduler.settled()
        runs = await self._scheduler.outcomes.runs(name, limit=1)
        if not runs:
            raise NotFound(f"{name} has not run yet.", next_step=f"`inara schedule run {name}` runs it.")
        return await self._run_report(runs[0])

    async def explain(self, line: str) -> CronReport:
        """What a cron line means. Raises UserError for one that can't be read."""
        try:
            return await asyncio.to_thread(self._explained, line)
        except ValueError as error:
            raise UserError(f"{error}.", next_step="Nothing was changed.") from None

    async def add(self, entry: ScheduleSettings) -> ScheduleReport:
        """Write a new schedule into the settings file. Raises Conflict where there is one of its name; UserError."""
        # A program beside this one gives every field: what is as it would be anyway stays unsaid in the file.
        new = ScheduleSettings.model_validate(entry.model_dump(exclude_defaults=True))

        def with_it(present: Entries) -> Entries:
            if any(one.name == new.name for one in present):
                raise Conflict(
                    f"There is a schedule {new.name!r} already.", next_step="Choose another name, or remove that one."
                )
            return (*present, new)

        await self._write(with_it)
        await self._scheduler.look()  # its times count from now on
        return await self._report(self._entry(entry.name))

    async def switch(self, name: str, enabled: bool) -> None:
        """Switch one on or off. Raises NotFound."""
        self._entry(name)
        await self._write(
            lambda present: tuple(
                one.model_copy(update={"enabled": enabled}) if one.name == name else one for one in present
            )
        )

    async def remove(self, name: str) -> None:
        """Take one out of the settings file; the conversation with its runs stays. Raises NotFound."""
        self._entry(name)
        await self._write(lambda present: tuple(one for one in present if one.name != name))
        await self._with.table.forget(name)

    async def _write(self, changed: Callable[[Entries], Entries]) -> None:
        """Give the file other schedules, made of those it has when it is written."""
        await self._change(lambda present: SettingsChange(((("schedule",), _listed(changed(present.schedule))),)))

    def _entry(self, name: str) -> ScheduleSettings:
        entries = self._with.settings().schedule
        for entry in entries:
            if entry.name == name:
                return entry
        known = ", ".join(entry.name for entry in entries)
        raise NotFound(
            f"There is no schedule {name[:70]!r}.",
            next_step=f"There are: {known}." if known else "`inara schedule add` makes one.",
        )

    async def _report(self, entry: ScheduleSettings) -> ScheduleReport:
        row = await self._with.table.row(entry.name)
        runs = await self._scheduler.outcomes.runs(entry.name, limit=1)
        explained = await self.explain(entry.cron)
        return ScheduleReport(
            name=entry.name,
            cron=entry.cron,
            words=explained.words,
            task=entry.task,
            distill=entry.distill,
            enabled=entry.enabled,
            persona=entry.persona or "",
            next_at=next(iter(explained.next_at), None) if entry.enabled else None,
            session_id=row.session_id if row else "",
            last=await self._run_report(runs[0]) if runs else None,
            missed=row.missed if row else 0,
            missed_at=row.missed_at if row else 0,
        )

    async def _run_report(self, run: RunRow) -> RunReport:
        if not run.job_id:
            status, _, result = run.result.partition(": ")
            return RunReport(run.due, run.at, "", status or "running", result)
        try:
            job = await self._with.job(run.job_id)
        except NotFound:
            return RunReport(run.due, run.at, "", "deleted", "Its conversation was deleted.")
        said = " ".join(str(job["error"] or job["response"]).split())
        return RunReport(run.due, run.at, run.job_id, job["status"], said[:RESULT_CHARACTERS])

    def _explained(self, line: str) -> CronReport:
        line = " ".join(line.split())
        upcoming = cron.upcoming(cron.checked(line), self._with.clock(), self._with.zone(), NEXT)
        return CronReport(line, cron.in_words(line), tuple(upcoming))


def _listed(entries: Entries) -> list[dict[str, object]]:
    """As they stand in the file: what nobody set stays unsaid."""
    return [entry.model_dump(mode="json", exclude_unset=True) for entry in entries]
