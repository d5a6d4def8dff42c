"""Times as a list of conversations says them: under which heading, and how long ago. Pure, local time."""

from __future__ import annotations

from datetime import date, datetime, timedelta

__all__ = ["heading", "short"]

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def heading(at: float, now: float) -> str:
    """The group a moment belongs to: Today, Yesterday, Previous 7 days, Previous 30 days, then by month."""
    day, today = _date(at), _date(now)
    ago = (today - day).days
    if ago <= 0:
        return "Today"
    if ago == 1:
        return "Yesterday"
    if ago <= 7:
        return "Previous 7 days"
    if ago <= 30:
        return "Previous 30 days"
    month = _MONTHS[day.month - 1]
    return month if day.year == today.year else f"{month} {day.year}"


def short(at: float, now: float) -> str:
    """As few characters as tell the moment: now, 5 min, 14:05, Tue, 12 Oct, 12 Oct 2025."""
    if 0 <= now - at < 60:
        return "now"
    if 0 <= now - at < 3600:
        return f"{int((now - at) // 60)} min"
    moment, today = _datetime(at), _date(now)
    day = moment.date()
    if day == today:
        return f"{moment.hour}:{moment.minute:02}"
    if today - timedelta(days=7) < day < today:
        return _DAYS[day.weekday()]
    short_day = f"{day.day} {_MONTHS[day.month - 1][:3]}"
    return short_day if day.year == today.year else f"{short_day} {day.year}"


def _datetime(at: float) -> datetime:
    try:
        return datetime.fromtimestamp(at).astimezone()
    except (OverflowError, OSError, ValueError):  # a clock or an import gave nonsense
        return datetime.fromtimestamp(0).astimezone()


def _date(at: float) -> date:
    return _datetime(at).date()
