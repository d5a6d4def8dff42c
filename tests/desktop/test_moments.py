"""How times are said in the list of conversations."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime

import pytest
from PySide6.QtCore import QLocale

from inara_desktop.moments import day, exactly, heading, short, weekday
from inara_desktop.times_said import times_said
from inara_desktop.visible import visible
from inara_desktop.wording import number


def seconds(moment: str) -> float:
    """Unix seconds of a local time."""
    return datetime.fromisoformat(moment).astimezone().timestamp()


NOW = seconds("2026-11-22 18:30:00")


@pytest.mark.parametrize(
    ("moment", "group", "words"),
    [
        ("2026-11-22 18:29:50", "Today", "now"),
        ("2026-11-22 18:05:00", "Today", "25 min"),
        ("2026-11-22 09:05:00", "Today", "09:05"),
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
    assert short(seconds("2026-11-22 09:05:00"), NOW, below_heading=True) == "09:05"


@pytest.mark.usefixtures("american")
def test_an_american_clock_has_twelve_hours_wherever_a_time_stands() -> None:
    at = seconds("2026-11-22 14:05:00")
    assert short(at, NOW) == "2:05 PM"
    assert exactly(at) == "11/22/26 2:05 PM"
    assert weekday(at) == "Sunday 2:05 PM"
    assert short(seconds("2026-10-12 14:05:00"), NOW) == "Oct 12"
    assert short(seconds("2024-10-12 14:05:00"), NOW) == "Oct 12, 2024"
    assert times_said("At 14:05 on Monday and Friday") == "At 2:05 PM on Monday and Friday"


@pytest.mark.parametrize("locale", ["en_US", "de_DE", "fr_FR", "ar_EG", "sv_SE"])
def test_what_is_shown_character_by_character_has_no_spaces_of_the_systems_own(locale: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        written = [exactly(NOW), weekday(NOW), short(NOW - 7200, NOW), number(4_096_000), number(4096.5, 1)]
    finally:
        QLocale.setDefault(before)
    assert [visible(words) for words in written] == written


@pytest.mark.usefixtures("german")
def test_a_german_clock_has_twenty_four() -> None:
    at = seconds("2026-11-22 14:05:00")
    assert (short(at, NOW), exactly(at)) == ("14:05", "22.11.26 14:05")
    assert (weekday(at), day(at)) == ("Sonntag 14:05", "22.11.26")
    assert short(seconds("2024-10-12 14:05:00"), NOW) == "12. Okt. 2024"
    assert times_said("At 14:05 on Monday") == "Montag um 14:05"


@pytest.mark.parametrize(
    ("system", "wanted", "said"),
    [
        ("en_US.UTF-8", "system", "2:05 PM 4,096"),
        ("en_GB.UTF-8", "system", "14:05 4,096"),
        ("en_GB.UTF-8", "en", "14:05 4,096"),
        ("de_DE.UTF-8", "system", "14:05 4.096"),
        ("en_US.UTF-8", "de", "14:05 4.096"),
    ],
)
def test_the_system_says_how_where_it_speaks_the_language(system: str, wanted: str, said: str) -> None:
    asked = f"""
from PySide6.QtCore import QCoreApplication
from inara_desktop.language import speak
from inara_desktop.moments import clock
from inara_desktop.wording import number
speak(QCoreApplication([]), {wanted!r})
print(clock(14, 5), number(4096))
"""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    ran = subprocess.run(
        [sys.executable, "-c", asked],
        env={**environment, "LC_ALL": system, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert ran.stdout.strip() == said


@pytest.mark.parametrize("nonsense", [1e300, -1e300, float("nan"), float("inf")])
def test_a_nonsense_time_is_an_old_one(nonsense: float) -> None:
    assert heading(nonsense, NOW).startswith(("January 1970", "December 1969"))
    assert short(nonsense, NOW).endswith(("1970", "1969"))
