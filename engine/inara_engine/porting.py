"""What the tools reach of the engine itself, as the ports they know: conversations, schedules, keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from inara_engine.errors import InaraError, ToolError
from inara_engine.scheduling import Schedules
from inara_engine.settings import ScheduleSettings
from inara_engine.store import Store
from inara_engine.store.spelling import MATCH_END, MATCH_START
from inara_engine.tools.ports import Passage, Planned, Wanted

__all__ = ["KeptConversations", "PersonsSchedules"]


class KeptConversations:
    """A `tools.ports.Conversations`: those on disk, never those off the record."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def search(self, query: str, limit: int) -> Sequence[Passage]:
        try:
            hits = await self._store.search(query, limit)
        except InaraError as error:
            raise ToolError(error.message, next_step=error.next_step) from error
        return [
            Passage(hit.title, hit.at, hit.role, hit.snippet.replace(MATCH_START, "").replace(MATCH_END, ""))
            for hit in hits
        ]


class PersonsSchedules:
    """A `tools.ports.Scheduling` on the face's part."""

    def __init__(self, schedules: Schedules) -> None:
        self._schedules = schedules

    async def explain(self, cron: str) -> Planned:
        try:
            report = await self._schedules.explain(cron)
        except InaraError as error:
            raise ToolError(error.message, next_step=error.next_step) from error
        times = tuple(f"{datetime.fromtimestamp(at).astimezone():%Y-%m-%d %H:%M}" for at in report.next_at)
        return Planned(report.cron, report.words, times)

    async def add(self, wanted: Wanted) -> None:
        values = {name: value for name, value in asdict(wanted).items() if value}
        try:
            await self._schedules.add(ScheduleSettings.model_validate(values))
        except InaraError as error:
            raise ToolError(error.message, next_step=error.next_step) from error
