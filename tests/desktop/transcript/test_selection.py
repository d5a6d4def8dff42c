"""Marking text with the pointer: a word, a paragraph, parts of code and tables; emoji count as Qt counts them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from inara_desktop.transcript.block import Block
from inara_desktop.transcript.rows import AnswerRow, ErrorRow, NoticeRow, ToolRow
from inara_desktop.transcript.view import TranscriptView

Settled = Callable[[TranscriptView], None]
PRESS, DOUBLE, RELEASE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseButtonRelease,
)


def shown(view: TranscriptView, settled: Settled, text: str) -> Block:
    view.load([AnswerRow("a", text)])
    settled(view)
    return view.blocks_of("a")[0]


def middle_of(view: TranscriptView, block: Block, words: str) -> QPointF:
    """Where words of a block are, in the viewport."""
    (start, *_) = block.find(words, 0, float("inf"))
    area = block.areas(start, len(words))[0]
    item = view._stack.item("a")
    assert item
    (flow, x, y) = item.flows()[-1]
    top = view._stack.top_of(0) - view.verticalScrollBar().value() + y + flow.top_of(list(flow.blocks).index(block))
    return QPointF(view._column()[0] + x, top) + area.center()


def click(view: TranscriptView, place: QPointF, kind: QEvent.Type, at_ms: int) -> None:
    for each, buttons in ((kind, Qt.MouseButton.LeftButton), (RELEASE, Qt.MouseButton.NoButton)):
        where = QPointF(view.viewport().mapToGlobal(place.toPoint()))
        event = QMouseEvent(each, place, where, Qt.MouseButton.LeftButton, buttons, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(at_ms)
        QApplication.sendEvent(view.viewport(), event)


PARAGRAPH = "🎉🎉 Emoji come first, **then** words.\n\nAnother one."
CODE = "```\nprint('🎉🎉🎉')\nsecond = 2\n```"
TABLE = "| 🎉🎉 | b |\n|---|---|\n| one | two |\n| three | four |"


@pytest.mark.parametrize(
    ("text", "place", "word", "line"),
    [
        (PARAGRAPH, "then", "then", PARAGRAPH.partition("\n")[0]),
        (CODE, "second", "second", "second = 2"),
        (TABLE, "two", "", "one\ttwo"),  # a table is marked by rows
    ],
)
def test_two_clicks_mark_a_word_and_three_the_line(
    transcript: TranscriptView, settled: Settled, text: str, place: str, word: str, line: str
) -> None:
    point = middle_of(transcript, shown(transcript, settled, text), place)
    click(transcript, point, PRESS, 1000)
    click(transcript, point, DOUBLE, 1100)
    if word:
        assert transcript.selected_text() == word
    click(transcript, point, PRESS, 1200)
    assert transcript.selected_text() == line
    click(transcript, point, PRESS, 9000)
    assert transcript.selected_text() == "", "a click much later marks nothing"


def test_a_card_that_is_copied_is_seen_to_be_marked(transcript: TranscriptView, settled: Settled) -> None:
    cards = (ErrorRow("e", "It broke."), NoticeRow("n", "Stopped."), ToolRow("t", "list_files", "~/Notes", "ok"))
    transcript.load(cards)
    settled(transcript)
    shade = transcript._style.selection
    before = transcript.grab().toImage()
    transcript.select_all()
    after = transcript.grab().toImage()
    for card in cards:
        area = transcript.accessible_rect(card.id)
        at = transcript.mapFromGlobal(area.bottomLeft()) + QPoint(20 if card.id == "n" else 300, -4)
        assert (before.pixelColor(at) == shade, after.pixelColor(at) == shade) == (False, True), card.id
    assert transcript.selected_text() == "Error: It broke.\n\nStopped.\n\nTool list_files: Done. ~/Notes"


@pytest.mark.parametrize(("text", "first", "last"), [(CODE, "second", "2"), (TABLE, "one", "three")])
def test_a_part_below_emoji_is_copied_as_it_was_marked(
    transcript: TranscriptView, settled: Settled, text: str, first: str, last: str
) -> None:
    block = shown(transcript, settled, text)
    start, end = middle_of(transcript, block, first), middle_of(transcript, block, last)
    view = transcript.viewport()
    for kind, place in ((PRESS, start - QPointF(40, 0)), (QEvent.Type.MouseMove, end), (RELEASE, end)):
        where = QPointF(view.mapToGlobal(place.toPoint()))
        button = Qt.MouseButton.LeftButton
        QApplication.sendEvent(view, QMouseEvent(kind, place, where, button, button, Qt.KeyboardModifier.NoModifier))
    copied = transcript.selected_text()
    assert copied.startswith(first)
    assert "🎉" not in copied
    assert "�" not in copied


def test_a_cell_breaks_its_line_where_it_says_so(transcript: TranscriptView, settled: Settled) -> None:
    """There is no other way in a table; every other tag stays what was written."""
    table = shown(transcript, settled, "| a |\n|---|\n| **one**<br>two <BR/> three <b>four</b> |")
    assert table.plain() == "a\none two three <b>four</b>"
    places = [table.areas(table.find(word, 0, float("inf"))[0], 3)[0] for word in ("one", "two", "three")]
    assert [area.left() for area in places] == [places[0].left()] * 3
    assert places[0].bottom() <= places[1].top()
    assert places[1].bottom() <= places[2].top()
