"""Dates as models read them: in English, whatever the system speaks.

Not strftime's names: a GUI sets the process's locale, and the model should always read the same ones.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

__all__ = ["minute", "weekday"]

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday(day: date) -> str:
    """The day of the week, e.g. "Monday"."""
    return _DAYS[day.weekday()]


def minute(seconds: float) -> str:
    """A file's time as people write one, local: "2026-11-29 18:05". Files may claim any, also one no calendar has."""
    try:
        return datetime.fromtimestamp(seconds).astimezone().strftime("%Y-%m-%d %H:%M")
    except (OverflowError, ValueError, OSError):
        return "at no date"
