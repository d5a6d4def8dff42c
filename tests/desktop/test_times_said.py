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
        *((f"30 8 {day} * *", f"Am {day}. jedes Monats um 08:30") for day in (2, 3, 11, 12, 13, 21, 22, 23, 31)),
        ("0 7 1,15 * *", "Am 1. und 15. jedes Monats um 07:00"),
        ("0 7 1,10,20 * *", "Am 1., 10. und 20. jedes Monats um 07:00"),
        ("*/22 * * * *", "Alle 22 Minuten"),
        ("0 */21 * * *", "Alle 21 Stunden, zur vollen Stunde"),
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
@pytest.mark.parametrize(
    "line", ["0 0 L * *", "0 7 1-7 * *", "0 7 1 1,7 *", "0 9 * * 1#1", "*/5 8-18 * * 1-5", "5 4 15 * 1"]
)
def test_what_is_rare_stays_as_the_engine_says_it(line: str) -> None:
    assert times_said(in_words(line)) == in_words(line)


@pytest.mark.parametrize("line", ["0 7 * * 1-5", "@hourly"])
def test_an_english_window_says_what_the_engine_says(line: str) -> None:
    assert times_said(in_words(line)) == in_words(line)


def test_the_engine_says_ordinals_as_english_has_them() -> None:
    said = [in_words(f"30 8 {day} * *").split()[4] for day in (11, 12, 13, 21, 22, 23, 24, 31)]
    assert said == ["11th", "12th", "13th", "21st", "22nd", "23rd", "24th", "31st"]
