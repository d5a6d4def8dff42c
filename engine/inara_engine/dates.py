"""Dates as models read them: in English, whatever the system speaks.

Not strftime's names: a GUI sets the process's locale, and the model should always read the same ones.
"""

from __future__ import annotations

from datetime import date
from typing import Final

__all__ = ["weekday"]

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday(day: date) -> str:
    """The day of the week, e.g. "Monday"."""
    return _DAYS[day.weekday()]
