"""When a schedule comes, in the language of the window.

The engine says it in English ("At 07:00 on Monday through Friday"), as the library puts it that reads cron lines. What
most lines amount to is said anew here, with the system's names of days and months; of the others, and in an English
window, only the times of the clock.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale

from inara_desktop.moments import clock
from inara_desktop.wording import later, speaks_english, translate

__all__ = ["times_said"]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_WHOLE = (later("Times", "at the start of every hour"), later("Times", "every minute"))
_LIST = re.compile(r", and |, | and ")
_TIME = re.compile(r"\b([01]\d|2[0-3]):([0-5]\d)\b(?!:)")
_AT = re.compile(r"at (\d\d:\d\d(?:(?:, and |, | and )\d\d:\d\d)*) (every day|on (.+))")
_ON_DAYS = re.compile(r"the (.+) day of (?:every )?month")
_ON_DATE = re.compile(rf"({'|'.join(_MONTHS)}) (\d+)")
_MINUTES = re.compile(r"every (\w+) minute of every hour")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_HOURS = re.compile(r"at minute 0 past every (\w+) hour")


def times_said(words: str) -> str:
    """The same in the window's language; what is not known stays."""
    if speaks_english():
        return _timed(words)
    anew = _anew(words[:1].lower() + words[1:])
    return f"{anew[:1].upper()}{anew[1:]}" if anew and words[:1].isupper() else anew or _timed(words)


def _anew(plain: str) -> str:
    if plain in _WHOLE:
        return translate("Times", plain)
    if (found := _MINUTES.fullmatch(plain)) and (number := _number(found[1])):
        return translate("Times", "every {count} minutes").format(count=number)
    if (found := _HOURS.fullmatch(plain)) and (number := _number(found[1])):
        return translate("Times", "every {count} hours, at the hour").format(count=number)
    if found := _AT.fullmatch(plain):
        day = translate("Times", "every day") if found[3] is None else _day(found[3])
        if day:
            return translate("Times", "{day} at {times}").format(
                day=day, times=_listed([*map(_timed, _LIST.split(found[1]))])
            )
    return ""


def _day(words: str) -> str:
    """Which days, "" where they are not known."""
    if found := _ON_DAYS.fullmatch(words):
        numbers = [_number(part.removeprefix("the ")) for part in _LIST.split(found[1])]
        if all(numbers):
            days = [translate("Times", "day {number}").format(number=one) for one in numbers]
            return translate("Times", "on {days} of every month").format(days=_listed(days))
    if found := _ON_DATE.fullmatch(words):
        month = QLocale().monthName(_MONTHS.index(found[1]) + 1)
        return translate("Times", "every year on {month} {day}").format(month=month, day=found[2])
    weekdays: list[str] = []
    for part in _LIST.split(words):
        first, through, last = part.partition(" through ")
        if first not in _DAYS or (through and last not in _DAYS):
            return ""
        names = [QLocale().dayName(_DAYS.index(name) + 1) for name in (first, last) if name]
        weekdays.append(
            translate("Times", "{first} to {last}").format(first=names[0], last=names[1]) if through else names[0]
        )
    return _listed(weekdays)


def _timed(words: str) -> str:
    """With each time as the window writes it."""
    return _TIME.sub(lambda found: clock(int(found[1]), int(found[2])), words)


def _listed(parts: list[str]) -> str:
    *before, last = parts
    return translate("Times", "{parts} and {last}").format(parts=", ".join(before), last=last) if before else last


def _number(ordinal: str) -> int:
    """Of "first", "15th" or "22nd"; 0 where it is none."""
    if ordinal in _ORDINALS:
        return _ORDINALS.index(ordinal) + 1
    found = _ORDINAL.fullmatch(ordinal)
    return int(found[1]) if found else 0
