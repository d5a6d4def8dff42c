"""When a schedule comes, as a German window says it."""

from __future__ import annotations

import pytest

from inara_desktop.times_said import times_said
from inara_engine.settings.cron import in_words


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("0 7 * * *", "Jeden Tag um 07:00"),
        ("0 7,19 * * *", "Jeden Tag um 07:00 und 19:00"),
        ("0 7 * * 1-5", "Montag bis Freitag um 07:00"),
        ("0 7 * * 1,3,5", "Montag, Mittwoch und Freitag um 07:00"),
        ("@weekly", "Sonntag um 00:00"),
        ("30 8 1 * *", "Am 1. jedes Monats um 08:30"),
        ("30 8 15 * *", "Am 15. jedes Monats um 08:30"),
        ("@yearly", "Jedes Jahr am 1. Januar um 00:00"),
        ("@hourly", "Zu jeder vollen Stunde"),
        ("* * * * *", "Jede Minute"),
        ("*/15 * * * *", "Alle 15 Minuten"),
        ("0 */2 * * *", "Alle 2 Stunden, zur vollen Stunde"),
    ],
)
def test_what_most_lines_say_is_german(line: str, words: str) -> None:
    assert times_said(in_words(line)) == words


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("line", ["0 0 L * *", "0 9 * * 1#1", "*/5 8-18 * * 1-5", "5 4 15 * 1"])
def test_what_is_rare_stays_as_the_engine_says_it(line: str) -> None:
    assert times_said(in_words(line)) == in_words(line)


@pytest.mark.parametrize("line", ["0 7 * * 1-5", "@hourly"])
def test_an_english_window_says_what_the_engine_says(line: str) -> None:
    assert times_said(in_words(line)) == in_words(line)
