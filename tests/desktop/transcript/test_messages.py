"""Going through a conversation by keyboard, copying from it, and the size of its text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from inara_desktop.transcript.rows import AnswerRow, ErrorRow, NoticeRow, RowAction, ToolRow, UserRow
from inara_desktop.transcript.theme import TranscriptTheme
from inara_desktop.transcript.view import TranscriptView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

Settled = Callable[[TranscriptView], None]

LONG = "\n\n".join(f"Paragraph number {n} with some words in it." for n in range(40))
TALK = [
    UserRow("u1", "First"),
    AnswerRow("a1", LONG),
    UserRow("u2", "Second"),
    ToolRow("t1", "read_file", "Read", "ok"),
    NoticeRow("n1", "Interrupted"),
    AnswerRow("a2", LONG),
]


@pytest.fixture
def talk(transcript: TranscriptView, settled: Settled) -> TranscriptView:
    transcript.load(TALK)
    settled(transcript)
    return transcript


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def top_of(view: TranscriptView, row_id: str) -> int:
    return view.accessible_rect(row_id).top() - view.viewport().mapToGlobal(QPoint(0, 0)).y()


def test_messages_one_after_the_other_and_cards_left_out(talk: TranscriptView, settled: Settled) -> None:
    visited: list[str] = []
    for _ in range(5):
        talk.message_before()
        settled(talk)
        visited.append(talk.message)
        assert -1 <= top_of(talk, talk.message) <= talk.viewport().height()
    assert visited == ["a2", "u2", "a1", "u1", "u1"]
    assert talk.hasFocus()
    for _ in range(3):
        talk.next_message()
        settled(talk)
    assert talk.message == "a2"
    talk.next_message()
    settled(talk)
    assert talk.following


def test_after_scrolling_away_it_goes_on_from_what_is_read(talk: TranscriptView, settled: Settled) -> None:
    talk.message_before()
    settled(talk)
    talk.verticalScrollBar().setValue(300)
    settled(talk)
    talk.message_before()
    assert talk.message == "a1"


def test_the_message_one_is_at_is_copied_or_the_last_answer(talk: TranscriptView, settled: Settled) -> None:
    assert talk.copy_message()
    assert clipboard() == LONG
    for _ in range(4):
        talk.message_before()
        settled(talk)
    talk.copy_message()
    assert clipboard() == "First"


def test_the_names_of_buttons_are_read_out_and_not_copied(transcript: TranscriptView, settled: Settled) -> None:
    again = (RowAction("retry", "Try again"),)
    cards = [
        ToolRow("t1", "read_file", "Read note.md", "ok", actions=(RowAction("undo", "Undo"),)),
        NoticeRow("n1", "Stopped.", actions=again),
        ErrorRow("e1", "It broke.", "Go on.", again),
    ]
    transcript.load(cards)
    settled(transcript)
    transcript.select_all()
    transcript.copy_selection()
    assert clipboard() == "Tool read_file: Done. Read note.md\n\nStopped.\n\nError: It broke. Go on."
    said = [transcript.accessible_text(card.id) for card in cards]
    assert [text.rpartition(". ")[2] for text in said] == ["Undo", "Try again", "Try again"]


def test_nothing_to_copy_in_an_empty_conversation(transcript: TranscriptView) -> None:
    assert not transcript.copy_message()


def test_tab_reaches_the_copy_buttons_of_code(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", "One:\n\n```sh\nls -l\n```\n\nand two:\n\n```sh\nrm it\n```\n", "thoughts")])
    settled(transcript)
    transcript.setFocus()
    names = [name for name, _ in transcript.accessible_buttons("a")]
    assert names == ["Thoughts", "Copy this code", "Copy this code"]
    for _ in range(3):
        QTest.keyClick(transcript, Qt.Key.Key_Tab)
    QTest.keyClick(transcript, Qt.Key.Key_Return)
    assert clipboard() == "rm it"
    QTest.keyClick(transcript, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(transcript, Qt.Key.Key_Space)
    assert clipboard() == "ls -l"


def test_marked_text_is_offered_as_a_quote(talk: TranscriptView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(talk.quoteRequested):
        talk.quote_selection()
    talk.select_all()
    with qtbot.waitSignal(talk.quoteRequested) as quoted:
        talk.quote_selection()
    assert quoted.args[0].startswith("First")


def test_larger_text_keeps_the_place(talk: TranscriptView, settled: Settled) -> None:
    talk.scroll_to_row("u2")
    settled(talk)
    before = top_of(talk, "u2")
    talk.zoom_by(1)
    settled(talk)
    assert talk.zoom == 110
    assert abs(top_of(talk, "u2") - before) <= 2
    talk.set_theme(TranscriptTheme.night())
    assert talk.zoom == 110
    talk.zoom_by(0)
    assert talk.zoom == 100
    talk.set_zoom(10_000)
    assert talk.zoom == 250


def test_ctrl_and_the_wheel_zoom(talk: TranscriptView) -> None:
    value = talk.verticalScrollBar().value()
    for _ in range(2):
        turn = QWheelEvent(
            QPointF(50, 50),
            QPointF(talk.viewport().mapToGlobal(QPoint(50, 50))),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(talk.viewport(), turn)
    assert talk.zoom == 80
    assert talk.verticalScrollBar().value() <= value


def test_an_answer_that_streams_goes_on_after_a_zoom(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", streaming=True)])
    transcript.feed("a", "One ")
    settled(transcript)
    transcript.zoom_by(1)
    transcript.feed("a", "and two.")
    settled(transcript)
    transcript.replace(AnswerRow("a", "One and two."))
    settled(transcript)
    assert transcript.accessible_text("a").endswith("One and two.")


def test_the_menu_of_ones_own_message_opens_beside_it(
    qtbot: QtBot, transcript: TranscriptView, settled: Settled
) -> None:
    transcript.load([UserRow("u", "Hi")])
    settled(transcript)
    transcript.message_before()
    settled(transcript)
    point = transcript.viewport().rect().center()
    QApplication.sendEvent(
        transcript, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, point, transcript.mapToGlobal(point))
    )
    menu = transcript.findChild(QMenu)
    assert menu is not None
    assert menu.pos().x() > transcript.accessible_rect("u").center().x()
    menu.close()


def test_shift_f10_opens_the_menu_of_the_message_one_is_at(transcript: TranscriptView, settled: Settled) -> None:
    """Many keyboards have no menu key, and X11 says nothing of a menu then."""
    transcript.load([UserRow("u", "Hi")])
    settled(transcript)
    transcript.message_before()
    settled(transcript)
    QTest.keyClick(transcript, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = transcript.findChild(QMenu)
    assert menu is not None
    assert menu.isVisible()
    menu.close()
