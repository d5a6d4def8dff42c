"""Times and dates as the window says them: under which heading, how long ago, or when exactly.

In local time, in the language of the window and the way people write them where they live (`language.speak`): a clock
has 12 or 24 hours everywhere alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QTime

from inara_desktop.wording import plain, translate

if TYPE_CHECKING:
    from datetime import date, datetime

__all__ = ["clock", "day", "exactly", "heading", "month_first", "same_day", "short", "weekday"]


def heading(at: float, now: float) -> str:
    """The group a moment belongs to: Today, Yesterday, Previous 7 days, Previous 30 days, then by month."""
    date, today = _date(at), _date(now)
    ago = (today - date).days
    if ago <= 0:
        return translate("Moments", "Today")
    if ago == 1:
        return translate("Moments", "Yesterday")
    if ago <= 7:
        return translate("Moments", "Previous 7 days")
    if ago <= 30:
        return translate("Moments", "Previous 30 days")
    month = QLocale().standaloneMonthName(date.month)
    return month if date.year == today.year else f"{month} {date.year}"


def same_day(one: float, other: float) -> bool:
    """Whether two moments, in Unix seconds, are of one day here."""
    return _date(one) == _date(other)


def short(at: float, now: float, *, below_heading: bool = False) -> str:
    """As few characters as tell it: now, 5 min, 14:05 or 2:05 PM, Tue, 12 Oct, 12 Oct 2025; a heading has the year."""
    if 0 <= now - at < 60:
        return translate("Moments", "now")
    if 0 <= now - at < 3600:
        return translate("Moments", "{minutes} min").format(minutes=int((now - at) // 60))
    from datetime import timedelta

    moment, today = _datetime(at), _date(now)
    date = moment.date()
    if date == today:
        return clock(moment.hour, moment.minute)
    if today - timedelta(days=7) < date < today:
        return QLocale().dayName(date.isoweekday(), QLocale.FormatType.ShortFormat)
    month = QLocale().monthName(date.month, QLocale.FormatType.ShortFormat)
    if month_first():
        return f"{month} {date.day}" if below_heading or date.year == today.year else f"{month} {date.day}, {date.year}"
    short_day = translate("Moments", "{day} {month}").format(day=date.day, month=month)
    return short_day if below_heading or date.year == today.year else f"{short_day} {date.year}"


def month_first() -> bool:
    """Whether people here say Oct 12 and not 12 Oct."""
    written = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return written.find("M") < written.find("d")


def exactly(at: float) -> str:
    """Date and time: 03/11/2026 14:05."""
    moment = _datetime(at)
    return f"{day(at)} {clock(moment.hour, moment.minute)}"


def day(at: float) -> str:
    """The date alone: 03/11/2026."""
    moment = _date(at)
    return plain(QLocale().toString(QDate(moment.year, moment.month, moment.day), QLocale.FormatType.ShortFormat))


def weekday(at: float) -> str:
    """The day of the week and the time, of a moment that is near: Tuesday 14:05."""
    moment = _datetime(at)
    return f"{QLocale().dayName(moment.isoweekday())} {clock(moment.hour, moment.minute)}"


def clock(hour: int, minute: int) -> str:
    """A time of the day, 0:00 to 23:59: 14:05, or 2:05 PM."""
    return plain(QLocale().toString(QTime(hour, minute), QLocale.FormatType.ShortFormat))


def _datetime(at: float) -> datetime:
    from datetime import datetime  # the first paint says no times yet

    try:
        return datetime.fromtimestamp(at).astimezone()
    except (OverflowError, OSError, ValueError):  # a clock or an import gave nonsense
        return datetime.fromtimestamp(0).astimezone()


def _date(at: float) -> date:
    return _datetime(at).date()
