"""How times are said in the list of conversations."""

from __future__ import annotations

from datetime import datetime

import pytest

from inara_desktop.moments import heading, short


def seconds(moment: str) -> float:
    """Unix seconds of a local time."""
    return datetime.fromisoformat(moment).astimezone().timestamp()


NOW = seconds("2026-11-22 18:30:00")


@pytest.mark.parametrize(
    ("moment", "group", "words"),
    [
        ("2026-11-22 18:29:50", "Today", "now"),
        ("2026-11-22 18:05:00", "Today", "25 min"),
        ("2026-11-22 09:05:00", "Today", "9:05"),
        ("2026-11-22 19:00:00", "Today", "19:00"),  # a clock that was ahead
        ("2026-11-21 23:59:00", "Yesterday", "Sat"),
        ("2026-11-15 12:00:00", "Previous 7 days", "15 Nov"),
        ("2026-11-17 12:00:00", "Previous 7 days", "Tue"),
        ("2026-10-30 12:00:00", "Previous 30 days", "30 Oct"),
        ("2026-03-02 12:00:00", "March", "2 Mar"),
        ("2024-03-02 12:00:00", "March 2024", "2 Mar 2024"),
    ],
)
def test_how_a_moment_is_said(moment: str, group: str, words: str) -> None:
    assert heading(seconds(moment), NOW) == group
    assert short(seconds(moment), NOW) == words


def test_below_a_heading_that_has_the_year_a_title_gets_its_room() -> None:
    assert short(seconds("2024-03-02 12:00:00"), NOW, below_heading=True) == "2 Mar"
    assert short(seconds("2026-11-22 09:05:00"), NOW, below_heading=True) == "9:05"


@pytest.mark.parametrize("nonsense", [1e300, -1e300, float("nan"), float("inf")])
def test_a_nonsense_time_is_an_old_one(nonsense: float) -> None:
    assert heading(nonsense, NOW).startswith(("January 1970", "December 1969"))
    assert short(nonsense, NOW).endswith(("1970", "1969"))
