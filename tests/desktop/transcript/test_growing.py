"""A paragraph that grows as it streams looks at each moment as one that was read anew."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from inara_desktop.transcript.block import Block
from inara_desktop.transcript.growing import appended
from inara_desktop.transcript.prose import ProseBlock
from inara_desktop.transcript.rows import AnswerRow
from inara_desktop.transcript.view import TranscriptView

TEXTS = (
    "The quick brown fox jumps over the lazy dog; " * 12 + "the end.",
    "Some *words* and **more of them**, `code` and [a link](https://example.org/a) in one. " * 5,
    (
        "- an item of some length, whose second line is reached soon enough by the words that come in it\n"
        "- **Name**: what it is, told at some length, so that it wraps as well as the other items of it"
    ),
    "> a quote that has a few words more than a line holds, which is what makes it worth to look at\n> and more",
    "## A heading that goes on for longer than headings should, until it needs two lines of room or more\n\nText.",
    "See www.example.org and https://example.org/path, 5 * 3 = 15, a_b_c, $5 and 6$ &amp; more &notanentity; of it. "
    * 4,
    "The roots of $ax^2 + bx + c$ are where it is $0$, and their mean is $-b/2a$, as one sees from what was said. " * 2,
    "Words – with signs (and “quotes”), naïve café — привет, γειά σου… as they come in one long paragraph, " * 12,
    "A paragraph of plain words that meets others on its way: 漢字, 🙂 and é, after which it goes on plainly. " * 5,
    "مرحبا بالعالم هذه جملة طويلة بعض الشيء لكي تلتف على السطر التالي من النص " * 3 + "漢字かな交じり文" * 20,
)


def on_screen(view: TranscriptView, qtbot: QtBot) -> QImage:
    """What one reads; the bar beside it follows a little later."""
    qtbot.wait(1)
    return view.screen().grabWindow(view.winId()).toImage().copy(view.viewport().geometry())


@pytest.mark.parametrize("text", TEXTS)
def test_each_frame_shows_what_a_fresh_painting_would(qtbot: QtBot, transcript: TranscriptView, text: str) -> None:
    transcript.resize(420, 500)
    transcript.load([AnswerRow("a", streaming=True)])
    pieces = random.Random(len(text))
    start = 0
    while start < len(text):
        size = pieces.choice((1, 2, 4, 9, 30))
        transcript.feed("a", text[start : start + size])
        start += size
        qtbot.waitUntil(lambda: transcript.drained)
        if pieces.random() < 0.25:
            qtbot.waitUntil(lambda: transcript._formulas.idle and transcript.drained)
            grown = on_screen(transcript, qtbot)
            transcript.set_theme(transcript._theme)  # everything is read and painted anew
            qtbot.waitUntil(lambda: transcript.drained)
            assert grown == on_screen(transcript, qtbot), text[:start]
            transcript.viewport().update()


def test_words_that_came_last_are_there_for_whoever_asks(qtbot: QtBot, transcript: TranscriptView) -> None:
    """They are laid out apart from the document, which has them once somebody looks for them in it."""
    transcript.resize(420, 500)
    transcript.load([AnswerRow("a", streaming=True)])
    said = ""
    for number in range(150):
        said += f"number {number} is one of them, "
        transcript.feed("a", f"number {number} is one of them, ")
        qtbot.waitUntil(lambda: transcript.drained)
        block = transcript.blocks_of("a")[-1]
        if number % 40 == 7:
            assert block.plain() == said.strip()
        elif number % 40 == 20:
            place = block.find(f"number {number}", 0, 10_000)[-1]
            assert 0 < block.areas(place, 6)[0].bottom() <= block.height
        elif number % 40 == 30:
            grown = painted(block, None)
            assert grown == painted(block, (0, 0))
            assert grown == painted(block, None)
            assert block.height >= block.areas(len(said) - 4, 2)[0].bottom()


@pytest.mark.parametrize("text", TEXTS)
def test_lines_are_painted_as_qt_paints_their_document(qtbot: QtBot, transcript: TranscriptView, text: str) -> None:
    transcript.load([AnswerRow("a", text)])
    qtbot.waitUntil(lambda: transcript._formulas.idle and transcript.drained)
    for block in transcript.blocks_of("a"):
        assert isinstance(block, ProseBlock)
        by_lines, by_document = (painted(block, selected) for selected in (None, (0, 0)))
        assert by_lines == by_document


def painted(block: Block, selected: tuple[int, int] | None) -> QImage:
    """The block's lower half; with a selection, even an empty one, Qt paints the document itself."""
    image = QImage(block.width, block.height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    lower = QRectF(0, block.height // 2, block.width, block.height)
    painter.setClipRect(lower)
    block.paint(painter, lower, selected)
    painter.end()
    return image


@pytest.mark.parametrize(
    ("before", "after", "more"),
    [
        ("Some words and", "Some words and more of them.", " more of them."),
        ("- an item that", "- an item that grows", " grows"),
        ("Some **bold", "Some **bold**", None),  # a mark
        ("Some **bold**", "Some **bold** words", None),  # not like what is before it
        ("look at http://example", "look at http://example.org", None),  # the link goes on
        ("look at ww", "look at www.example.org", None),
        ("one &am", "one &amp;", None),
        ("first line", "first line\nsecond line", None),
        ("1", "1. one", None),
        ("Some words and", "Some other words", None),
    ],
)
def test_only_plain_words_are_put_at_the_end(before: str, after: str, more: str | None) -> None:
    assert appended(before, after) == more


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ("| one | tw", "one\ttw"),
        ("| one | *", "one\t"),
        ("| one | **two", "one\ttwo"),
        ("| one | say `co", "one\tsay co"),
        ("| one | [a link](https://exam", "one\ta link"),
        ("| **one", "one"),
        ("| one | a * b |", "one\ta * b"),
    ],
)
def test_the_cell_that_grows_shows_no_half_markers(
    qtbot: QtBot, transcript: TranscriptView, row: str, shown: str
) -> None:
    """As in a paragraph; when no more comes, what was said is shown as it was said."""
    head = "| a | b |\n|---|---|\n"
    transcript.load([AnswerRow("a", streaming=True)])
    transcript.feed("a", head + row)
    qtbot.waitUntil(lambda: transcript.drained)
    [table] = transcript.blocks_of("a")
    assert table.plain().split("\n")[1] == shown
    transcript.replace(AnswerRow("a", head + "| one | 2 *"))
    qtbot.waitUntil(lambda: transcript.drained)
    [table] = transcript.blocks_of("a")
    assert table.plain().split("\n")[1] == "one\t2 *"


def test_a_row_that_ends_in_the_middle_of_a_marker_keeps_it(qtbot: QtBot, transcript: TranscriptView) -> None:
    """While it is the last one its marker may go on; the row after it shows that it didn't."""
    transcript.load([AnswerRow("a", streaming=True)])
    transcript.feed("a", "| a | b |\n|---|---|\n| one | 2 *")
    qtbot.waitUntil(lambda: transcript.drained)
    [table] = transcript.blocks_of("a")
    assert table.plain().split("\n")[1] == "one\t2"
    transcript.feed("a", "\n| two")
    qtbot.waitUntil(lambda: transcript.drained)
    assert table.plain().split("\n")[1:] == ["one\t2 *", "two"]
