"""Times as a list of conversations says them: under which heading, and how long ago.

In local time and the language of the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from inara_desktop.wording import translate

if TYPE_CHECKING:
    from datetime import date, datetime

__all__ = ["heading", "same_day", "short"]


def heading(at: float, now: float) -> str:
    """The group a moment belongs to: Today, Yesterday, Previous 7 days, Previous 30 days, then by month."""
    day, today = _date(at), _date(now)
    ago = (today - day).days
    if ago <= 0:
        return translate("Moments", "Today")
    if ago == 1:
        return translate("Moments", "Yesterday")
    if ago <= 7:
        return translate("Moments", "Previous 7 days")
    if ago <= 30:
        return translate("Moments", "Previous 30 days")
    month = QLocale().standaloneMonthName(day.month)
    return month if day.year == today.year else f"{month} {day.year}"


def same_day(one: float, other: float) -> bool:
    """Whether two moments, in Unix seconds, are of one day here."""
    return _date(one) == _date(other)


def short(at: float, now: float, *, below_heading: bool = False) -> str:
    """As few characters as tell the moment: now, 5 min, 14:05, Tue, 12 Oct, 12 Oct 2025; a heading has the year."""
    if 0 <= now - at < 60:
        return translate("Moments", "now")
    if 0 <= now - at < 3600:
        return translate("Moments", "{minutes} min").format(minutes=int((now - at) // 60))
    from datetime import timedelta

    moment, today = _datetime(at), _date(now)
    day = moment.date()
    if day == today:
        return f"{moment.hour}:{moment.minute:02}"
    if today - timedelta(days=7) < day < today:
        return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    short_day = translate("Moments", "{day} {month}").format(
        day=day.day, month=QLocale().monthName(day.month, QLocale.FormatType.ShortFormat)
    )
    return short_day if below_heading or day.year == today.year else f"{short_day} {day.year}"


def _datetime(at: float) -> datetime:
    from datetime import datetime  # the first paint says no times yet

    try:
        return datetime.fromtimestamp(at).astimezone()
    except (OverflowError, OSError, ValueError):  # a clock or an import gave nonsense
        return datetime.fromtimestamp(0).astimezone()


def _date(at: float) -> date:
    return _datetime(at).date()
