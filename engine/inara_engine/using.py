"""The face's part `usage`: what the models cost in tokens, time and money, by day and model.

What is off the record is not counted.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import datetime, timedelta

from inara_engine.errors import UserError
from inara_engine.store import Store, UsageDay

__all__ = ["UsageBook"]

_COLUMNS = (
    "day",
    "model",
    "label",
    "answers",
    "replies",
    "prompt_tokens",
    "cached_tokens",
    "completion_tokens",
    "cost",
    "tokens_per_s",
    "first_token_ms",
)


class UsageBook:
    """`now` gives the local time."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    async def days(self, days: int = 30) -> list[UsageDay]:
        """The last so many days, today included, oldest first; days without any use are left out. Raises UserError."""
        if days < 1:
            raise UserError("At least one day is needed.", next_step="Name the number of days, such as 30.")
        first = self._now().date() - timedelta(days=min(days, 36_500) - 1)
        return await self._store.usage(first.isoformat())

    async def csv(self, days: int = 30) -> str:
        """The same as a table for a spreadsheet, with a line of headings."""
        text = io.StringIO()
        table = csv.writer(text, lineterminator="\n")
        table.writerow(_COLUMNS)
        for day in await self.days(days):
            speed = day.tokens_per_s
            table.writerow(
                (
                    day.day,
                    _plain(day.model),
                    _plain(day.label),
                    day.answers,
                    day.replies,
                    day.prompt_tokens,
                    day.cached_tokens,
                    day.completion_tokens,
                    "" if day.cost is None else f"{day.cost:.6f}",
                    "" if speed is None else f"{speed:.1f}",
                    day.mean_first_token_ms,
                )
            )
        return text.getvalue()


def _plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
