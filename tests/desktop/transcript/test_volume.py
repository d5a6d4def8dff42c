"""Many rows searched at once say what each of them would say by itself, whatever has become of them since."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from inara_desktop.transcript.find import Finder
from inara_desktop.transcript.rows import AnswerRow, Row, UserRow
from inara_desktop.transcript.text import lowered
from inara_desktop.transcript.unmarked import has_marks, unmarked
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.transcript.volume import PIECE, Volume

TEXTS = ["a bird", "a **bi**rd\nBIRD", "\0bird\0", "Übermut, ÜBERMUT", "", "rd b", "~~bird~~ bird* ", "🙂 İ `bird`"]
WORDS = ["bird", "bi", "rd bird", "**bi", "übermut", "\0", "bird\0", "d b", "i"]

Settled = Callable[[TranscriptView], None]


def searched(finder: Finder, words: str) -> None:
    finder.look_for(words)
    while not finder.go_on(0.001):
        pass


def places_by_row(rows: list[Row], words: str) -> list[tuple[str, int]]:
    """(row, number in it) of all occurrences, each row looked at by itself."""
    places: list[tuple[str, int]] = []
    for row in rows:
        assert isinstance(row, AnswerRow | UserRow)
        text = lowered(row.text)
        if isinstance(row, AnswerRow) and not has_marks(words):
            text = unmarked(text)
        places += [(row.id, number) for number in range(text.count(words))]
    return places


def some_row(chance: random.Random, name: str) -> Row:
    text = chance.choice(TEXTS) * chance.choice([1, 1, 1, 40, 3_000, PIECE // 5])
    return AnswerRow(name, text) if chance.random() < 0.6 else UserRow(name, text)


@pytest.mark.parametrize("seed", range(12))
def test_a_conversation_is_searched_as_its_rows_are(transcript: TranscriptView, seed: int) -> None:
    chance = random.Random(seed)
    transcript.load([some_row(chance, f"r{n}") for n in range(chance.randrange(300))])
    finder = Finder(lambda: transcript._stack.items, changes=lambda: transcript._stack.changes)
    for turn in range(8):
        rows = list(transcript.rows())
        match chance.randrange(4):
            case 0:
                transcript.prepend([some_row(chance, f"p{turn}-{n}") for n in range(chance.randrange(1, 40))])
            case 1 if rows:
                transcript.remove(chance.choice(rows).id)
            case 2 if rows:
                transcript.replace(some_row(chance, chance.choice(rows).id))
            case _:
                for n in range(chance.randrange(1, 40)):
                    transcript.append(some_row(chance, f"a{turn}-{n}"))
        rows, words = list(transcript.rows()), chance.choice(WORDS)
        searched(finder, words)
        places = places_by_row(rows, words)
        assert finder.found.total == len(places)
        for _ in range(min(5, len(places))):
            at = finder.found.current
            match_ = finder.step(1)
            assert match_
            assert (match_.row_id, match_.number) == places[at % len(places)]
            row = next(row for row in rows if row.id == match_.row_id)
            assert isinstance(row, AnswerRow | UserRow)
            rest = lowered(row.text[match_.offset :])
            assert (unmarked(rest) if isinstance(row, AnswerRow) and not has_marks(words) else rest).startswith(words)


def test_what_is_known_is_not_read_again(transcript: TranscriptView) -> None:
    """Rows put above, and rows that follow, cost what they have themselves."""
    transcript.load([AnswerRow(f"a{n}", "a bird. " * 100) for n in range(1_000)])
    finder = Finder(lambda: transcript._stack.items)
    searched(finder, "bird")
    before = list(map(id, volumes(finder)))

    transcript.prepend([AnswerRow(f"p{n}", "a bird. " * 100) for n in range(200)])
    transcript.append(UserRow("u", "a bird"))
    searched(finder, "bird")

    assert finder.found.total == 120_001
    assert set(before[:-1]) <= set(map(id, volumes(finder)))


def test_a_search_after_another_does_not_ask_the_rows_again(transcript: TranscriptView) -> None:
    transcript.load([AnswerRow(f"a{n}", "a bird. ") for n in range(1_000)])
    finder = Finder(lambda: transcript._stack.items, changes=lambda: transcript._stack.changes)
    searched(finder, "bird")
    before = volumes(finder)
    searched(finder, "a")
    assert volumes(finder) is before
    assert finder.found.total == 1_000

    transcript.replace(AnswerRow("a7", "a bird and a bird"))
    searched(finder, "bird")
    assert volumes(finder) is not before
    assert finder.found.total == 1_001


def test_what_streams_is_searched_as_it_comes(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", "a bird", streaming=True)])
    settled(transcript)
    finder = Finder(lambda: transcript._stack.items, changes=lambda: transcript._stack.changes)
    for birds in range(1, 4):
        searched(finder, "bird")
        assert finder.found.total == birds
        transcript.feed("a", " and a bird")
        settled(transcript)


def test_messages_that_come_one_by_one_are_searched_together(transcript: TranscriptView) -> None:
    finder = Finder(lambda: transcript._stack.items)
    for n in range(600):
        transcript.append(UserRow(f"u{n}", "a bird"))
        searched(finder, "bird")
    assert finder.found.total == 600
    assert len(volumes(finder)) < 10


def volumes(finder: Finder) -> list[Volume]:
    return finder._done.volumes
