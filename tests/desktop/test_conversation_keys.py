"""Working with a conversation by the window's keys: finding, quoting, text size, and the list of all keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from inara_desktop.shortcuts import SHORTCUTS, shown
from inara_desktop.shortcuts_overlay import ShortcutsOverlay
from inara_desktop.style import Appearance
from inara_desktop.transcript.rows import AnswerRow, UserRow
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.values import WindowState
from inara_desktop.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BIRDS = "\n\n".join(f"Bird {n} sings." for n in range(17))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    appearance = Appearance(qapp, "light")
    made = MainWindow(appearance, TranscriptView)
    made.bind_keys()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_page("transcript")
    view(made).load([UserRow("u", "Which birds?"), AnswerRow("a", BIRDS)])
    qtbot.waitUntil(lambda: view(made).drained)
    yield made
    appearance.deleteLater()


def view(window: MainWindow) -> TranscriptView:
    assert isinstance(window.transcript, TranscriptView)
    return window.transcript


def count(window: MainWindow) -> str:
    label = window.findChild(QLabel, "findCount")
    assert isinstance(label, QLabel)
    return label.text()


def test_ctrl_f_finds_enter_goes_on_and_esc_gives_the_focus_back(window: MainWindow, qtbot: QtBot) -> None:
    window.composer.editor.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    field = window.find_bar.field
    assert window.focusWidget() is field

    qtbot.keyClicks(field, "bird ")
    assert count(window) == "1 of 17"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert count(window) == "2 of 17"
    qtbot.keyClick(field, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClick(field, Qt.Key.Key_Return, SHIFT)
    assert count(window) == "17 of 17"
    qtbot.keyClick(window, Qt.Key.Key_F3)
    assert count(window) == "1 of 17"
    assert field.accessibleDescription() == "1 of 17"

    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not window.find_bar.isVisible()
    assert window.focusWidget() is window.composer.editor


def test_nothing_found_is_said_and_the_buttons_rest(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(window.find_bar.field, "cat")
    assert count(window) == "No matches"
    assert not window.find_bar.next.isEnabled()
    window.find_bar.field.clear()
    assert count(window) == ""


def test_what_is_marked_is_looked_for(window: MainWindow, qtbot: QtBot) -> None:
    view(window).load([AnswerRow("a", "robin")])
    view(window).select_all()
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    assert window.find_bar.field.text() == "robin"
    assert count(window) == "1 of 1"


def test_the_search_closes_with_the_conversation(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    window.show_page("empty")
    assert not window.find_bar.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    assert not window.find_bar.isVisible()


def test_page_up_in_the_message_field_reads_back_and_leaves_a_long_draft_alone(
    window: MainWindow, qtbot: QtBot
) -> None:
    editor, bar = window.composer.editor, view(window).verticalScrollBar()
    view(window).load([UserRow("u", "Which birds?"), AnswerRow("a", BIRDS * 5)])
    qtbot.waitUntil(lambda: view(window).drained and bar.maximum() > 0 and bar.value() == bar.maximum())
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_PageUp)
    assert 0 < bar.value() < bar.maximum()
    assert window.focusWidget() is editor
    qtbot.keyClick(editor, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()

    window.composer.set_draft("a line\n" * 60)
    qtbot.keyClick(editor, Qt.Key.Key_PageUp)
    assert bar.value() == bar.maximum()
    assert editor.textCursor().blockNumber() < 60


def test_what_is_typed_while_one_reads_goes_into_the_message(window: MainWindow, qtbot: QtBot) -> None:
    view(window).setFocus()
    qtbot.keyClicks(view(window), "Hi")
    assert window.focusWidget() is window.composer.editor
    assert window.composer.draft() == "Hi"
    view(window).setFocus()
    qtbot.keyClick(view(window), Qt.Key.Key_Space)
    qtbot.keyClick(view(window), Qt.Key.Key_J, CTRL)
    assert window.composer.draft() == "Hi"


def test_alt_up_goes_to_the_message_and_ctrl_shift_c_copies_it(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(window, Qt.Key.Key_C, CTRL | SHIFT)
    assert QApplication.clipboard().text() == BIRDS
    assert window.focusWidget() is window.transcript


def test_what_is_marked_becomes_a_quote_at_the_caret(window: MainWindow, qtbot: QtBot) -> None:
    view(window).quoteRequested.connect(window.composer.quote)
    view(window).load([AnswerRow("a", "One\n\nTwo")])
    window.set_draft("About this:")
    view(window).select_all()
    qtbot.keyClick(window, Qt.Key.Key_9, CTRL | SHIFT)
    assert window.draft() == "About this:\n\n> One\n>\n> Two\n\n"
    assert window.focusWidget() is window.composer.editor


def test_the_size_of_the_text_is_remembered(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Plus, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_Equal, CTRL)
    state = window.window_state()
    assert state.zoom == 125
    qtbot.keyClick(window, Qt.Key.Key_0, CTRL)
    assert view(window).zoom == 100
    window.restore_window(state)
    assert view(window).zoom == 125
    window.restore_window(WindowState())
    assert view(window).zoom == 100


@pytest.mark.parametrize("size", [(720, 520), (1120, 760)])
def test_the_overlay_of_the_keys_stays_within_the_window(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    qtbot.keyClick(window, Qt.Key.Key_Slash, CTRL)
    overlay = window.findChild(ShortcutsOverlay)
    assert isinstance(overlay, ShortcutsOverlay)
    assert overlay.width() <= window.width()
    assert overlay.height() <= window.height()


def test_the_window_binds_every_key_that_the_overlay_shows(window: MainWindow, qtbot: QtBot) -> None:
    bound = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    declared = {QKeySequence(keys).toString() for each in SHORTCUTS if each.name for keys in each.keys}
    assert bound == declared
    qtbot.keyClick(window, Qt.Key.Key_Slash, CTRL)
    overlay = window.findChild(ShortcutsOverlay)
    assert isinstance(overlay, ShortcutsOverlay)
    words = {each.text() for each in overlay.findChildren(QLabel)}
    for each in SHORTCUTS:
        assert each.words in words
        assert any(shown(each.keys[0]) in text for text in words)
    QTest.keyClick(overlay, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not overlay.isVisible())


@pytest.mark.parametrize(
    ("keys", "words"), [("Ctrl++", "Ctrl + +"), ("Ctrl+-", "Ctrl + −"), ("Alt+Up", "Alt + ↑"), ("Esc", "Esc")]
)
def test_keys_as_they_are_shown(keys: str, words: str) -> None:
    assert shown(keys) == words
