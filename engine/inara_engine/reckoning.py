"""Which time it is, for what is thrown away by its age: a clock that leaps has to prove itself first.

A machine that starts with the year 2040 must not empty the trash and the copies of files for good. So the last time
that could be believed is kept, in a small file. One that is at most a week later is believed; another one once
the clock has gone on from there for two days. Until then things are only kept longer than they need to be.

A machine that starts with the year 1970, or with the time at which it was switched off a month ago, gives things of
today an age that they have not. So what bears a time that a clock may have said while it was behind is kept as long as
if it were from the day when that was known.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, replace
from math import isfinite
from pathlib import Path

from inara_engine.frozen import frozen

__all__ = ["KEPT_S", "Reckoned", "Reckoning", "reckoned"]

KEPT_S = 30 * 86_400.0  # what is thrown away has been kept so long
LEAP_S = 7 * 86_400.0  # of a clock that was not looked at for so long, more is a leap
STANDS_S = 2 * 86_400.0
PAUSE_S = 100 * 86_400.0  # between two looks at a clock that goes on; more is another leap


@frozen
class Reckoning:
    """Unix seconds: the last time that was believed, what the clock said last, and since when it has leapt (0: not).

    `behind` is the earliest time that it said when it was last behind, `held` what was believed once that was known.
    """

    believed: float = 0.0
    seen: float = 0.0
    leapt: float = 0.0
    behind: float = 0.0
    held: float = 0.0

    def at(self, now: float) -> Reckoning:
        """The same after another look at the clock. One that was set back changes nothing that is believed."""
        if now < self.believed - LEAP_S:
            goes_on = self.behind <= now < self.behind + PAUSE_S
            return Reckoning(self.believed, now, 0.0, self.behind if goes_on else now, self.believed)
        if now <= self.believed + LEAP_S:
            return replace(self, believed=max(self.believed, now), seen=now, leapt=0.0)
        goes_on = 0 < self.leapt <= now and self.seen <= now <= self.seen + PAUSE_S
        if not goes_on:
            return replace(self, seen=now, leapt=now)
        if now - self.leapt < STANDS_S:
            return replace(self, seen=now)
        if self.held and self.held >= now - KEPT_S:
            return replace(self, believed=now, seen=now, leapt=0.0)
        return Reckoning(now, now, behind=self.believed, held=now)  # it may have stood still before it leapt


@frozen
class Reckoned:
    """The time by which to throw things away, and from when to when one says nothing of a thing's age."""

    now: float
    doubted: tuple[float, float] = (0.0, 0.0)


def reckoned(file: Path, now: float) -> Reckoned:
    """The time by which to throw things away is no later than `now`; `file` is where a reckoning is kept. Blocks."""
    reckoning = _read(file).at(now)
    _write(file, reckoning)
    by = min(now, reckoning.believed)
    if not reckoning.held or reckoning.held < by - KEPT_S:
        return Reckoned(by)
    return Reckoned(by, (reckoning.behind, min(reckoning.behind + PAUSE_S, reckoning.held)))


def _read(file: Path) -> Reckoning:
    """What is kept; nothing is believed where that can't be read."""
    try:
        kept = Reckoning(**{name: float(value) for name, value in json.loads(file.read_bytes()).items()})
    except (OSError, ValueError, TypeError, AttributeError):
        return Reckoning()
    return kept if all(map(isfinite, asdict(kept).values())) else Reckoning()


def _write(file: Path, reckoning: Reckoning) -> None:
    """Nothing is lost where it can't be written: then the next start believes what it did before."""
    with suppress(OSError):
        beside = file.with_name(f"{file.name}.new")
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as opened:  # noqa: PTH123 - a mode at birth
            json.dump(asdict(reckoning), opened)
        beside.replace(file)
