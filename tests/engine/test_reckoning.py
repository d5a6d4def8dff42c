"""A clock that leaps: nothing is thrown away for good by a date that nobody has seen to be true."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inara_engine.face import open_engine
from inara_engine.home import find_home
from inara_engine.reckoning import LEAP_S, PAUSE_S, STANDS_S, Reckoning, reckoned
from tests.engine.test_shelf import imported

DAY = 86_400.0
TODAY = 1_790_000_000.0


def believed(*looks: float, start: Reckoning | None = None) -> float:
    """What is believed after looks at the clock, in days from today."""
    reckoning = start or Reckoning(TODAY, TODAY)
    for look in looks:
        reckoning = reckoning.at(TODAY + look * DAY)
    return (reckoning.believed - TODAY) / DAY


def test_a_clock_that_goes_on_is_believed() -> None:
    assert believed(1, 2, 8, 15) == 15


def test_one_that_leaps_is_not_until_it_has_gone_on_for_two_days() -> None:
    assert believed(5000, 5000.1, 5001.9) == 0
    assert believed(5000, 5001, 5002) == 5002


def test_another_leap_begins_anew() -> None:
    assert believed(5000, 9000, 9001) == 0
    assert believed(5000, 9000, 9001, 9002) == 9002


def test_a_leap_that_was_a_mistake_is_forgotten() -> None:
    assert believed(5000, 1, 5002.5, 5003) == 1


def test_a_machine_that_starts_in_1970_loses_nothing_by_it() -> None:
    assert believed(-20_000, 1, -20_000, 2) == 2


def test_who_opens_inara_once_a_month_has_old_things_thrown_away_a_month_later() -> None:
    assert believed(30, 60) == 60


def test_at_first_nothing_is_believed() -> None:
    reckoning = Reckoning().at(TODAY)
    assert reckoning.believed == 0
    assert believed(1, 2, start=reckoning) == 2


@given(st.lists(st.floats(0, 1e11), min_size=1, max_size=30))
def test_whatever_it_says_what_is_believed_was_said_and_stood(looks: list[float]) -> None:
    reckonings = [Reckoning(TODAY, TODAY)]
    for look in looks:
        reckonings.append(reckonings[-1].at(look))
    for (before, after), look in zip(pairwise(reckonings), looks, strict=True):
        assert after.believed in {before.believed, look}
        assert after.believed >= before.believed
        if after.believed > before.believed + LEAP_S:
            assert before.leapt + STANDS_S <= look <= before.seen + PAUSE_S


@pytest.mark.parametrize("text", ["", "[]", "{", '{"believed": "x"}', '{"other": 1}', '{"believed": NaN}', "\0"])
def test_a_file_that_can_not_be_read_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "clock.json"
    file.write_text(text)
    assert reckoned(file, TODAY).now == 0
    assert reckoned(file, TODAY + STANDS_S).now == TODAY + STANDS_S


def test_a_folder_that_takes_no_file_holds_up_nothing(tmp_path: Path) -> None:
    assert reckoned(tmp_path / "missing" / "clock.json", TODAY).now == 0


async def left_after_a_start(home: Path, now: float) -> tuple[int, int]:
    """How many conversations lie in the trash, and copies in the undo folder."""
    engine = await open_engine(find_home(), drive=False, clock=lambda: now)
    await engine._tidying.tidy()
    counts = await engine.shelf.counts()
    await engine.close()
    return counts.trashed, len(list((home / "undo").glob("*.txt.*")))


async def test_a_start_in_the_far_future_empties_neither_trash_nor_copies(home: Path) -> None:
    engine = await open_engine(find_home(), drive=False, clock=lambda: TODAY)
    await engine.shelf.trash(await imported(engine, "quince"))
    await engine.close()
    copy = home / "undo" / "0123-notes.txt.644"
    copy.write_text("old")
    os.utime(copy, (TODAY, TODAY))

    looks = {2: (1, 1), 8: (1, 1), 5000: (1, 1), 5000.5: (1, 1), 13: (1, 1), 20: (1, 1), 26: (1, 1), 31: (0, 0)}
    assert {day: await left_after_a_start(home, TODAY + day * DAY) for day in looks} == looks


async def throw_away(home: Path, now: float) -> None:
    """A conversation goes into the trash, and a copy into the undo folder, at what the clock says then."""
    engine = await open_engine(find_home(), drive=False, clock=lambda: now)
    await engine.shelf.trash([session.id for session in await engine.shelf.page()])
    await engine.close()
    copy = home / "undo" / "0123-notes.txt.644"
    copy.write_text("old")
    os.utime(copy, (now, now))


@pytest.mark.parametrize(
    ("said", "looks"),
    [
        *((behind, {3: 1, 9: 1, 16: 1, 23: 1, 30: 1, 34: 0}) for behind in (-20_000, -400, -40, -31)),
        (
            2.1,
            {42: 1, 43: 1, 44.5: 1, 55: 1, 57: 1, 64: 1, 71: 1, 75: 0},
        ),  # where it was when the machine was switched off
    ],
    ids=str,
)
async def test_what_was_thrown_away_while_the_clock_was_behind_is_kept_as_long_as_all_else(
    home: Path, said: float, looks: dict[float, int]
) -> None:
    """It bears a time of long ago, and was deleted for good soon after the clock came right."""
    engine = await open_engine(find_home(), drive=False, clock=lambda: TODAY)
    await imported(engine, "quince")
    await engine.close()
    for look in (0, 2):  # what the clock says is believed from now on
        await left_after_a_start(home, TODAY + look * DAY)
    await throw_away(home, TODAY + said * DAY)
    left = {day: await left_after_a_start(home, TODAY + day * DAY) for day in looks}
    assert left == {day: (count, count) for day, count in looks.items()}
