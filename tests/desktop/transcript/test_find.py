"""Finding words in a conversation: counted over all of it, marked where seen, brought to the middle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from inara_desktop.transcript.code_block import CodeBlock
from inara_desktop.transcript.find import Finder, Found
from inara_desktop.transcript.laid_out import LaidOut
from inara_desktop.transcript.rows import AnswerRow, Row, ToolRow, UserRow
from inara_desktop.transcript.table_block import TableBlock
from inara_desktop.transcript.text import utf16_length, utf16_places, utf16_slice
from inara_desktop.transcript.unmarked import source_offset, unmarked
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.transcript.volume import PIECE

Settled = Callable[[TranscriptView], None]

FILLING = "\n\n".join(f"Paragraph {n} about gardens." for n in range(60))
CODE = "```python\n" + "\n".join(f"line_{n} = {n}" for n in range(400)) + "\nneedle_here = 1\n```\n"
TABLE = "| plant | when |\n|---|---|\n" + "\n".join(f"| plant {n} | {n}:00 |" for n in range(30)) + "\n"


class Search:
    """A search as a person does it, and what it told."""

    def __init__(self, view: TranscriptView, qtbot: QtBot) -> None:
        self.view, self.qtbot = view, qtbot
        self.told: list[Found] = []
        view.foundChanged.connect(self.told.append)

    def look_for(self, words: str) -> None:
        """Enter words, and wait until they are counted."""
        self.view.find_words(words)
        self.qtbot.waitUntil(lambda: not self.view._counting.isActive())

    @property
    def last(self) -> tuple[int, int]:
        return self.told[-1].current, self.told[-1].total


@pytest.fixture
def search(transcript: TranscriptView, qtbot: QtBot) -> Search:
    return Search(transcript, qtbot)


def marked_y(view: TranscriptView) -> float:
    """Where the current match is painted, from the top of the view."""
    here = view._here
    assert here is not None
    assert here.block is not None
    index = view._stack.index_of(here.row_id)
    assert index is not None
    flow, _, y = next(found for found in view._stack.items[index].flows() if here.block in found[0].blocks)
    area = here.block.areas(here.position, view._length)[0]
    top = view._stack.top_of(index) + y + flow.top_of(list(flow.blocks).index(here.block))
    return top + area.center().y() - view.verticalScrollBar().value()


def test_all_of_the_conversation_is_counted_and_the_match_stands_in_the_middle(
    transcript: TranscriptView, search: Search, settled: Settled
) -> None:
    rows: list[Row] = [AnswerRow(f"a{n}", FILLING) for n in range(30)]
    rows[7] = AnswerRow("a7", FILLING + "\n\nAn Übermut of words.\n\n" + FILLING)
    rows[20] = UserRow("u20", "übermut, twice: ÜBERMUT")
    transcript.load(rows)
    settled(transcript)

    search.look_for("übermut")
    assert search.last == (1, 3)
    assert transcript._here
    assert transcript._here.row_id == "a7"
    assert abs(marked_y(transcript) - transcript.viewport().height() / 2) < 20

    transcript.find_next()
    transcript.find_next()
    assert search.last == (3, 3)
    transcript.find_next()
    assert search.last == (1, 3)
    transcript.find_previous()
    assert search.last == (3, 3)
    assert transcript._here.row_id == "u20"


@pytest.mark.parametrize(
    ("words", "text", "kind"),
    [("needle_here", CODE, CodeBlock), ("plant 17", TABLE, TableBlock), ("29:00", TABLE, TableBlock)],
)
def test_it_finds_the_line_of_code_and_the_cell(
    transcript: TranscriptView, search: Search, settled: Settled, words: str, text: str, kind: type
) -> None:
    transcript.load([AnswerRow("a", f"{FILLING}\n\n{text}\n\n{FILLING}")])
    settled(transcript)

    search.look_for(words)

    assert search.last == (1, 1)
    assert transcript._here
    assert isinstance(transcript._here.block, kind)
    assert abs(marked_y(transcript) - transcript.viewport().height() / 2) < 20


@pytest.mark.parametrize("words", ["straße café", "ひらがな", "한국어", "чёрный"])
@pytest.mark.parametrize(("typed", "written"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_words_are_found_with_their_accents_composed_and_apart(
    transcript: TranscriptView,
    search: Search,
    settled: Settled,
    words: str,
    typed: Literal["NFC", "NFD"],
    written: Literal["NFC", "NFD"],
) -> None:
    """Names of files come with them apart, and what is typed is composed."""
    transcript.load([AnswerRow("a", f"{FILLING}\n\nHere {normalize(written, words)} is.\n\n{FILLING}")])
    settled(transcript)
    search.look_for(normalize(typed, words))
    assert search.last == (1, 1)
    assert abs(marked_y(transcript) - transcript.viewport().height() / 2) < 20


def test_words_that_are_nowhere_are_found_as_they_were_typed_once_they_are_written(
    transcript: TranscriptView, search: Search, settled: Settled, qtbot: QtBot
) -> None:
    transcript.load([AnswerRow("a", FILLING)])
    settled(transcript)
    search.look_for("café")
    assert search.last == (0, 0)
    transcript.append(AnswerRow("b", "A café."))
    qtbot.waitUntil(lambda: search.last[1] == 1)


def test_a_match_is_gone_to_though_the_frame_has_no_time_left(
    transcript: TranscriptView, search: Search, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    transcript.load([AnswerRow("a", f"{FILLING}\n\n{CODE}\n\n{FILLING}")])
    settled(transcript)
    monkeypatch.setattr(LaidOut, "has_time", lambda _: False)

    search.look_for("needle_here")

    assert abs(marked_y(transcript) - transcript.viewport().height() / 2) < 20


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("total cost", "First.\n\nThe **Total** cost is 5."),
        ("total cost", "First.\n\n| what | much |\n|---|---|\n| the `total` *cost* | 5 |"),
        ("one sentence", "First.\n\n> It is one\nsentence on two lines."),
        ("a*b", "First.\n\n```c\nint c = a*b;\n```"),
        ("snake_case", "First.\n\nCall `snake_case` then."),
    ],
)
def test_what_reads_as_words_is_found_as_words(
    transcript: TranscriptView, search: Search, settled: Settled, words: str, text: str
) -> None:
    """However it was written: what is marked on screen is counted, and is gone to."""
    transcript.load([AnswerRow("a0", FILLING), AnswerRow("a1", f"{FILLING}\n\n{text}\n\n{FILLING}")])
    settled(transcript)
    search.look_for(words)
    assert search.last == (1, 1)
    assert abs(marked_y(transcript) - transcript.viewport().height() / 2) < 20


@pytest.mark.parametrize("marks", ["**", "`", "x\n", "é*", "~~~"])
def test_where_a_match_is_in_the_source(marks: str) -> None:
    """Past a piece as well, since texts are read in pieces."""
    source = f"{marks}a{marks}" * 20_000 + "needle"
    place = unmarked(source).find("needle")
    assert source[source_offset(source, place) :].startswith("needle")


def test_the_second_of_two_in_a_block_is_the_one_it_goes_to(
    transcript: TranscriptView, search: Search, settled: Settled
) -> None:
    transcript.load([AnswerRow("a", "One 🙂 bird, **two** birds and a *third* bird.")])
    settled(transcript)
    search.look_for("bird")
    transcript.find_next()
    here = transcript._here
    assert here
    assert here.block
    assert search.last == (2, 3)
    assert here.position == here.block.plain().index("birds") + 1  # counted as Qt does: the face takes two


def test_words_hidden_in_a_folded_prompt_are_folded_out(
    transcript: TranscriptView, search: Search, settled: Settled
) -> None:
    transcript.load([UserRow("u", "a pasted file\n" * 400 + "the very last words")])
    settled(transcript)
    search.look_for("very last")
    assert search.last == (1, 1)
    assert abs(marked_y(transcript) - transcript.viewport().height() / 2) < transcript.viewport().height() / 2


def test_a_card_that_has_the_words_is_shown(transcript: TranscriptView, search: Search, settled: Settled) -> None:
    card = ToolRow("t", "read_file", "Read ~/Documents/compost.md", "ok", 1)
    transcript.load([card, *(AnswerRow(f"a{n}", FILLING) for n in range(5))])
    settled(transcript)
    search.look_for("compost")
    assert search.last == (1, 1)
    assert transcript.verticalScrollBar().value() == 0


def test_what_streams_in_is_counted_and_the_match_stays_where_it_is(
    transcript: TranscriptView, search: Search, settled: Settled, qtbot: QtBot
) -> None:
    transcript.load([AnswerRow("a", "a bird\n\n" + FILLING), AnswerRow("b", streaming=True)])
    settled(transcript)
    search.look_for("bird")
    assert search.last == (1, 1)
    before = marked_y(transcript)

    for _ in range(20):
        transcript.feed("b", "another bi")
        transcript.feed("b", "rd\n\n")
    qtbot.waitUntil(lambda: search.last == (1, 21))

    assert marked_y(transcript) == before
    transcript.find_previous()
    assert search.last == (21, 21)


def test_the_end_of_the_search_leaves_nothing_behind(
    transcript: TranscriptView, search: Search, settled: Settled
) -> None:
    transcript.load([AnswerRow("a", "a bird\n\n" + FILLING)])
    settled(transcript)
    search.look_for("bird")
    place = transcript.verticalScrollBar().value()
    search.look_for("cat")
    assert search.last == (0, 0)
    transcript.end_find()
    assert transcript.verticalScrollBar().value() == place
    assert not transcript._finder._known


def test_marks_are_painted_over_what_is_found(transcript: TranscriptView, search: Search, settled: Settled) -> None:
    transcript.load([AnswerRow("a", "a bird in the bush")])
    settled(transcript)
    plain = transcript.grab().toImage()
    search.look_for("bird")
    assert transcript.grab().toImage() != plain
    transcript.end_find()
    assert transcript.grab().toImage() == plain


@pytest.mark.parametrize("scrolled", [0, 1_000, 100_000])
@pytest.mark.parametrize("first", ["", "漢", "😀"])
def test_of_a_line_of_code_that_goes_on_and_on_what_is_in_sight_is_marked(
    transcript: TranscriptView, search: Search, settled: Settled, first: str, scrolled: int
) -> None:
    """A letter stands in minified code by the thousand, and each place takes time to be asked for."""
    transcript.load([AnswerRow("a", f"```\n{first}{'needle ' * 500}\n```")])
    settled(transcript)
    search.look_for("needle")
    (block,) = transcript.blocks_of("a")
    assert isinstance(block, CodeBlock)
    block.scroll_by(scrolled)

    in_sight = block.in_sight("needle", 0, block.height)

    everywhere = block.find("needle", 0, float("inf"))
    visible = [place for place in everywhere if not block.areas(place, len("needle"))[0].isEmpty()]
    assert len(everywhere) == 500
    assert set(visible) <= set(in_sight)
    assert 0 < len(visible) <= len(in_sight) <= len(visible) + 2


@pytest.mark.parametrize("row", [AnswerRow, UserRow])
def test_of_a_paragraph_that_goes_on_and_on_what_is_in_sight_is_marked(
    transcript: TranscriptView, search: Search, settled: Settled, row: Callable[[str, str], Row]
) -> None:
    """Each place takes time to be asked for, and a paragraph may have thousands, nearly all of them out of sight."""
    transcript.load([row("a", "needle and thread " * 600)])
    settled(transcript)
    search.look_for("needle")
    block = transcript.blocks_of("a")[0]
    everywhere = block.find("needle", 0, float("inf"))
    top, bottom = block.height / 2, block.height / 2 + 1
    visible = [
        place
        for place in everywhere
        if any(area.bottom() > top and area.top() < bottom for area in block.areas(place, len("needle")))
    ]
    in_sight = block.in_sight("needle", top, bottom)
    assert set(visible) <= set(in_sight)
    assert 0 < len(visible) <= len(in_sight) < len(everywhere) / 2


def test_in_a_line_that_runs_both_ways_all_may_be_in_sight(
    transcript: TranscriptView, search: Search, settled: Settled
) -> None:
    transcript.load([AnswerRow("a", f"```\n{'שלום needle ' * 200}\n```")])
    settled(transcript)
    search.look_for("needle")
    (block,) = transcript.blocks_of("a")
    assert block.in_sight("needle", 0, block.height) == block.find("needle", 0, float("inf"))


@given(st.text("ab漢😀"), st.text("ab漢😀", min_size=1, max_size=2))
def test_places_are_counted_as_qt_counts_them(text: str, needle: str) -> None:
    places = utf16_places(text, needle)
    assert len(places) == text.count(needle)
    assert all(utf16_slice(text, place, place + utf16_length(needle)) == needle for place in places)


class Clock:
    """Each look at it takes a millisecond."""

    def __init__(self) -> None:
        self.looks = 0

    def __call__(self) -> float:
        self.looks += 1
        return self.looks / 1000


def slices(finder: Finder, words: str, budget_s: float) -> int:
    """How many slices a search takes."""
    finder.look_for(words)
    taken = 1
    while not finder.go_on(budget_s):
        taken += 1
    return taken


@pytest.mark.parametrize("divided", [1, 20, 2_000], ids=lambda messages: f"{messages} messages")
def test_megabytes_are_read_in_slices_however_few_messages_they_stand_in(
    transcript: TranscriptView, divided: int
) -> None:
    text = "a bird in the bush. " * (2_000_000 // 20)
    size = len(text) // divided
    transcript.load([AnswerRow(f"a{n}", text[n * size : (n + 1) * size]) for n in range(divided)])
    clock = Clock()
    finder = Finder(lambda: transcript._stack.items, clock)

    taken = slices(finder, "bird", 0.004)

    looks = 2_000_000 // PIECE  # after each piece, or as many messages as make one
    assert taken >= looks // 5
    assert clock.looks / taken <= 6
    assert finder.found.total == 100_000
    assert slices(finder, "bush", 1) == 1


def test_until_all_is_counted_the_search_before_holds(transcript: TranscriptView) -> None:
    transcript.load([AnswerRow("a", "bird " * 1_000), AnswerRow("b", "bush " * PIECE)])
    finder = Finder(lambda: transcript._stack.items, Clock())
    slices(finder, "bird", 0.004)
    assert finder.found == Found(0, 1_000)

    transcript.replace(AnswerRow("b", "bush " * PIECE + "bird"))
    finder.look_for("bush")
    assert not finder.go_on(0.002)
    assert finder.found == Found(0, 1_000)
    assert finder.step(1)
    while not finder.go_on(0.002):
        pass
    assert finder.found == Found(0, PIECE)


def test_what_lies_across_two_pieces_is_found(transcript: TranscriptView) -> None:
    transcript.load([AnswerRow("a", "x" * (PIECE - 3) + "ÜBERMUT" + "y" * PIECE + "übermut")])
    finder = Finder(lambda: transcript._stack.items)
    slices(finder, "Übermut", 1)
    first, second = finder.step(1), finder.step(1)
    assert first
    assert second
    assert (first.offset, second.offset) == (PIECE - 3, 2 * PIECE + 4)


@pytest.mark.parametrize(
    ("words", "text", "times"), [("stanbul", "İstanbul, ISTANBUL", 2), ("ΟΔΟΣ", "οδος ΟΔΟΣ οδοσ ΟΔΟΣΑ", 4)]
)
def test_every_letter_has_one_small_one(transcript: TranscriptView, words: str, text: str, times: int) -> None:
    transcript.load([UserRow("u", text)])
    finder = Finder(lambda: transcript._stack.items)
    slices(finder, words, 1)
    assert finder.found.total == times
    found = finder.step(1)
    assert found
    assert text[found.offset :].lower().startswith(words[:3].lower())


def test_a_message_that_comes_while_all_is_counted_is_counted_after(
    transcript: TranscriptView, search: Search, settled: Settled, qtbot: QtBot
) -> None:
    transcript.load([AnswerRow("a", "a bird. " * PIECE)])
    settled(transcript)
    transcript._finder = Finder(lambda: transcript._stack.items, Clock())
    transcript.find_words("bird")
    assert not search.told
    transcript.append(UserRow("u", "a bird"))
    qtbot.waitUntil(lambda: bool(search.told) and search.told[-1].total == PIECE + 1)
