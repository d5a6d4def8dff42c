"""Text files in a message: a line each with name and size; what is in them is folded out, found and copied whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from inara_desktop.transcript.rows import AnswerRow, UserRow
from inara_desktop.transcript.view import TranscriptView
from inara_engine.attached import quoting

Settled = Callable[[TranscriptView], None]

PLAN = "# Plan\n\nMarch: compost\n" + "a line about beans\n" * 200 + "the very last compost"
PROMPT = quoting("What do you make of the compost?", [("plan.md", PLAN), ("dates.csv", "a,b\n1,2")])
LINES = ["Attached: plan.md, 3.8 kB", "Attached: dates.csv, 7 bytes"]


@pytest.fixture
def talk(transcript: TranscriptView, settled: Settled) -> TranscriptView:
    transcript.load([UserRow("u", PROMPT), AnswerRow("a", "A good one.")])
    settled(transcript)
    return transcript


def press(view: TranscriptView, words: str) -> None:
    area = next(area for label, area in view.accessible_buttons("u") if words in label)
    place = view.viewport().mapFromGlobal(area.topLeft()) + QPoint(12, area.height() // 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def texts(view: TranscriptView) -> list[str]:
    """What is on the canvas of the message, flow by flow."""
    item = view._stack.item("u")
    assert item is not None
    return [flow.text for flow, _, _ in item.flows()]


def test_a_file_is_a_line_until_it_is_pressed(talk: TranscriptView, settled: Settled) -> None:
    assert [label for label, _ in talk.accessible_buttons("u")] == LINES
    assert texts(talk) == ["What do you make of the compost?"]

    press(talk, "dates.csv")
    settled(talk)
    assert texts(talk)[1:] == ["a,b\n1,2"]

    press(talk, "plan.md")
    settled(talk)
    assert texts(talk)[1:] == [PLAN, "a,b\n1,2"]

    talk.verticalScrollBar().setValue(0)
    press(talk, "plan.md")
    settled(talk)
    assert texts(talk)[1:] == ["a,b\n1,2"]


def test_keys_fold_it_out_too(talk: TranscriptView, settled: Settled) -> None:
    talk.setFocus()
    for _ in range(2):
        QTest.keyClick(talk, Qt.Key.Key_Tab)
    QTest.keyClick(talk, Qt.Key.Key_Return)
    settled(talk)
    assert texts(talk)[1:] == ["a,b\n1,2"]


def test_it_is_read_out_by_name_and_copied_whole(talk: TranscriptView) -> None:
    said = talk.accessible_text("u")
    assert said.startswith(f"You: What do you make of the compost? ({LINES[0]}) ({LINES[1]})")
    assert "beans" not in said
    talk.copy_row("u")
    assert QGuiApplication.clipboard().text() == PROMPT


def test_a_message_without_words_is_its_files(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([UserRow("u", quoting("", [("plan.md", PLAN)])), AnswerRow("a", "A plan.")])
    settled(transcript)
    assert [label for label, _ in transcript.accessible_buttons("u")] == LINES[:1]
    assert texts(transcript) == [""]
    item = transcript._stack.item("u")
    assert item is not None
    assert 36 < item.height < 80


def test_words_in_a_file_are_found_where_they_are(talk: TranscriptView, settled: Settled) -> None:
    """Three times “compost”: in the message, at the beginning of the file, and at its end."""
    for words, counted, part in (("compost", 3, 0), ("March: compost", 1, 1), ("very last compost", 1, 1)):
        talk.find_words(words)
        settled(talk)
        here = talk._here
        assert here is not None
        assert here.block is not None
        assert talk._finder.found.total == counted
        item = talk._stack.item("u")
        assert item is not None
        flow = item.flows()[part][0]
        assert here.block in flow.blocks
        found = here.block.plain()[here.position :]
        assert found.startswith(words)


@pytest.mark.parametrize("width", [320, 800, 1600])
def test_lines_keep_inside_the_bubble(talk: TranscriptView, settled: Settled, width: int) -> None:
    talk.resize(width, 600)
    settled(talk)
    press(talk, "plan.md")
    settled(talk)
    item = talk._stack.item("u")
    assert item is not None
    for control in item.controls():
        assert item.left <= control.area.left() < control.area.right() <= item.width
        assert control.area.bottom() <= item.height
