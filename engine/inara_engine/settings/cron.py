"""Cron lines: read, said in words, and turned into times.

cronsim does the reckoning: it has no dependencies, is kept by the people who run a cron monitoring service on
it, says a line in words, and treats a change of the clocks as Debian's cron does.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import datetime, tzinfo
from itertools import islice
from pathlib import Path

__all__ = ["ALIASES", "checked", "in_words", "local_zone", "times", "upcoming"]

ALIASES = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
}
_TH = re.compile(r"(\b[2-9])([123])th\b")
_ENDINGS = {"1": "1st", "2": "2nd", "3": "3rd"}
_EPOCH = datetime(2024, 1, 1)  # noqa: DTZ001 - any time does, where only the line is read


def checked(line: str) -> str:
    """The line, if it is one. Raises ValueError that says what is wrong with it."""
    from cronsim import CronSim, CronSimError

    try:
        if len(_fields(line).split()) != 5:
            raise CronSimError("five fields are needed")  # noqa: TRY301 - told with the others
        next(CronSim(_fields(line), _EPOCH))
    except (CronSimError, AssertionError) as error:  # WORKAROUND cronsim 2.8: asserts on "L/2"; remove when it raises
        why = str(error).lower() or "a field can't be read"
        raise ValueError(
            f'"{line}" is not a cron line ({why}); expected five fields such as "0 7 * * 1-5", or @daily'
        ) from None
    except StopIteration:
        raise ValueError(f'"{line}" never comes; expected five fields such as "0 7 * * 1-5", or @daily') from None
    return line


def in_words(line: str) -> str:
    """What a checked line says, e.g. "At 07:00 on Monday through Friday"."""
    from cronsim import CronSim

    # WORKAROUND cronsim 2.8 says "21th"; remove once it says "21st"
    return _TH.sub(lambda found: found[1] + _ENDINGS[found[2]], str(CronSim(_fields(line), _EPOCH).explain()))


def times(line: str, after: float, zone: tzinfo) -> Iterator[float]:
    """The times of a checked line after a moment, without end. Unix seconds; blocks for some 50 µs each."""
    from cronsim import CronSim

    for moment in CronSim(_fields(line), datetime.fromtimestamp(after, zone)):
        yield moment.timestamp()


def upcoming(line: str, after: float, zone: tzinfo, count: int) -> list[float]:
    """The next `count` times after a moment."""
    return list(islice(times(line, after, zone), count))


def local_zone() -> tzinfo:
    """This machine's time zone with its rules, read anew each time: people travel. Reads a file."""
    from zoneinfo import ZoneInfo

    try:
        name = os.environ.get("TZ", "").lstrip(":") or "/etc/localtime"
        if not name.startswith("/"):
            return ZoneInfo(name)
        with Path(name).open("rb") as rules:  # TZ=:/etc/localtime is a common setting of servers
            return ZoneInfo.from_file(rules)
    except (OSError, ValueError, KeyError):  # no such zone here, or another system than Linux
        zone = datetime.now().astimezone().tzinfo
        assert zone is not None  # noqa: S101 - astimezone gives one
        return zone


def _fields(line: str) -> str:
    return ALIASES.get(line.strip(), line)
