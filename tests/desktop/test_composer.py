"""Where the person types: the keys, the growth, the buttons."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.composer import Composer
from inara_desktop.style import Appearance
from inara_desktop.values import Draft, StatusHint, TextFile

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so


@pytest.fixture
def composer(qtbot: QtBot, qapp: QApplication) -> Iterator[Composer]:
    appearance = Appearance(qapp, "light")
    made = Composer(appearance)
    qtbot.addWidget(made)
    made.resize(700, 80)
    made.set_room(700, 700)
    made.show()
    made.editor.setFocus()
    yield made
    appearance.deleteLater()


def test_enter_sends_and_empties_the_field(composer: Composer, qtbot: QtBot) -> None:
    qtbot.keyClicks(composer.editor, "hello")
    with qtbot.waitSignal(composer.submitted) as sent:
        qtbot.keyClick(composer.editor, Qt.Key.Key_Return)
    assert sent.args == [Draft("hello")]
    assert not composer.draft()


def test_shift_enter_breaks_the_line(composer: Composer, qtbot: QtBot) -> None:
    qtbot.keyClicks(composer.editor, "one")
    with qtbot.assertNotEmitted(composer.submitted):
        qtbot.keyClick(composer.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(composer.editor, "two")
    assert composer.draft() == "one\ntwo"


def test_nothing_but_blanks_is_not_sent(composer: Composer, qtbot: QtBot) -> None:
    qtbot.keyClicks(composer.editor, "  ")
    assert not composer.send.isEnabled()
    with qtbot.assertNotEmitted(composer.submitted):
        qtbot.keyClick(composer.editor, Qt.Key.Key_Enter)
    assert composer.draft() == "  "


def test_undo_brings_back_what_was_sent(composer: Composer, qtbot: QtBot) -> None:
    qtbot.keyClicks(composer.editor, "sent too early")
    qtbot.keyClick(composer.editor, Qt.Key.Key_Return)
    qtbot.keyClick(composer.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert composer.draft() == "sent too early"


def test_the_field_grows_with_the_text_to_two_fifths_of_the_window(composer: Composer) -> None:
    one_line = composer.editor.height()
    composer.set_draft("a\nb\nc")
    three_lines = composer.editor.height()
    composer.set_draft("line\n" * 200)
    assert one_line < three_lines < composer.editor.height() <= 0.4 * 700
    composer.set_draft("")
    assert composer.editor.height() == one_line


def test_a_long_line_that_wraps_counts_as_several(composer: Composer, qtbot: QtBot) -> None:
    one_line = composer.editor.height()
    composer.set_draft("word " * 100)
    qtbot.waitUntil(lambda: composer.editor.height() > 2 * one_line)


def test_stop_is_there_only_while_something_runs(composer: Composer, qtbot: QtBot) -> None:
    assert not composer.stop.isVisible()
    composer.set_running(True)
    assert composer.stop.isVisible()
    assert not composer.send.isVisible()
    with qtbot.waitSignal(composer.stopRequested):
        qtbot.mouseClick(composer.stop, Qt.MouseButton.LeftButton)
    composer.set_running(False)
    assert not composer.stop.isVisible()
    assert composer.send.isVisible()


def test_the_button_says_what_it_stops(composer: Composer) -> None:
    composer.set_running(True)
    assert composer.stop.accessibleName() == "Stop the answer"
    composer.set_running(True, "job")
    assert composer.stop.accessibleName() == "Stop the job"
    assert composer.stop.toolTip() == "Stop the job (Ctrl+.)"


def test_one_can_go_on_writing_and_sending_while_something_runs(composer: Composer, qtbot: QtBot) -> None:
    composer.set_running(True)
    qtbot.keyClicks(composer.editor, "and then?")
    with qtbot.waitSignal(composer.submitted):
        qtbot.mouseClick(composer.send, Qt.MouseButton.LeftButton)


def test_the_hint_says_who_reads_it(composer: Composer) -> None:
    composer.set_hint(StatusHint("Claude", "cloud"))
    hint, badge = composer.findChild(QWidget, "statusHint"), composer.findChild(QLabel, "demoBadge")
    assert hint.accessibleName() == "Claude · leaves this machine"
    assert not badge.isVisible()
    composer.set_hint(StatusHint("Guided tour", "demo", "Demo, not an AI"))
    assert badge.isVisible()
    assert badge.text() == "Demo, not an AI"


@pytest.mark.parametrize(
    ("before", "typed", "left"),
    [("", " again", "first again"), ("half", " again", "half\n\nfirst again"), ("half", "", "half")],
)
def test_a_message_being_changed_is_not_lost_with_its_conversation(
    composer: Composer, qtbot: QtBot, before: str, typed: str, left: str
) -> None:
    composer.set_draft(before)
    composer.begin_branch("Another version", "", "first", "job-1")
    qtbot.keyClicks(composer.editor, typed)
    with qtbot.waitSignal(composer.branchLeft):
        composer.put_branch_aside()
    assert composer.draft() == left
    assert not composer.branching


@pytest.mark.parametrize("sent", [True, False])
def test_what_is_attached_for_the_next_message_does_not_go_with_one_that_is_changed(
    composer: Composer, qtbot: QtBot, sent: bool
) -> None:
    next_one, for_this = TextFile("next.txt", "next"), TextFile("this.txt", "this")
    composer.attach(composer.expect(next_one.name), next_one)
    composer.begin_branch("Another version", "", "first", "job-1")
    assert composer.attached == 0
    composer.attach(composer.expect(for_this.name), for_this)
    if sent:
        with qtbot.waitSignal(composer.submitted) as signal:
            composer.send.click()
        assert signal.args is not None
        assert signal.args[0].attachments == (for_this,)
        assert composer.attachments() == (next_one,)
    else:
        composer.end_branch()
        assert set(composer.attachments()) == {next_one, for_this}  # neither is lost


@pytest.mark.parametrize("ends", ["sent", "called off", "another begun"])
def test_the_files_of_a_message_that_is_changed_are_there_and_go_with_it_alone(
    composer: Composer, qtbot: QtBot, ends: str
) -> None:
    next_one, its = TextFile("next.txt", "next"), TextFile("its.txt", "its")
    composer.attach(composer.expect(next_one.name), next_one)
    composer.begin_branch("Another version", "", "first", "job-1", files=(its,))
    assert composer.attachments() == (its,)
    if ends == "sent":
        with qtbot.waitSignal(composer.submitted) as signal:
            composer.send.click()
        assert signal.args is not None
        assert signal.args[0].attachments == (its,)
    elif ends == "another begun":
        composer.begin_branch("Another version", "", "second", "job-2")
        assert composer.attachments() == ()
    composer.end_branch()
    assert composer.attachments() == (next_one,)


def test_what_is_pasted_holds_nothing_that_is_not_seen(composer: Composer) -> None:
    """A page's text can carry a second one in characters that no font draws; it is sent as the person's own."""
    source = QMimeData()
    source.setText("See\U000e0072\U000e006d you\u200b,\n\tAda 👩‍👩‍👧")
    composer.editor.insertFromMimeData(source)
    assert composer.draft() == "See you,\n\tAda 👩‍👩‍👧"


def test_who_writes_with_an_input_method_is_typing(composer: Composer) -> None:
    """Its keys are no key presses, and its next Space chooses a word: it must not answer a question instead."""
    assert composer.quiet_in_ms() == 0
    QApplication.sendEvent(composer.editor, QInputMethodEvent("ni", []))
    assert composer.quiet_in_ms() > 0
