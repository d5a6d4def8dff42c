"""The question before an effect: what it shows, and that nothing approves by accident."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QKeyEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.action_view import action_lines
from inara_desktop.call_list import CallList
from inara_desktop.confirm_dialog import ARMING_MS, ConfirmDialog
from inara_desktop.confirm_parts import WhyBox
from inara_desktop.consent_values import Decision, PendingCall, RuleChoice
from inara_desktop.style import Appearance

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

Ask = Callable[..., ConfirmDialog]

DIFF = "--- a\n+++ b\n@@ -1,2 +1,2 @@\n unchanged\n-old\n+new\n"
WRITE = PendingCall(
    "c1",
    "write_file",
    "Change /home/ada/plan.md",
    "d1",
    2,
    "It changes a file.",
    (("Path", "/home/ada/plan.md"),),
    DIFF,
    "diff",
)
DELETE = PendingCall("c2", "delete_file", "Delete /home/ada/old.zip", "d2", 3, "It deletes a file.")
LONG = PendingCall(
    "c3", "write_file", "Write /home/ada/long.txt", "d3", 2, "", (), "a line\n" * 500 + "the end", "text"
)
FORBIDDEN = PendingCall("c4", "write_file", "Write ~/.ssh/authorized_keys", "d4", 4, "A protected path.")


@pytest.fixture
def ask(qtbot: QtBot, qapp: QApplication) -> Iterator[Ask]:
    appearance = Appearance(qapp, "light")
    behind = QWidget()
    behind.resize(1000, 700)
    qtbot.addWidget(behind)
    behind.show()

    def open_dialog(*calls: PendingCall) -> ConfirmDialog:
        dialog = ConfirmDialog(appearance, calls, behind)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    yield open_dialog
    appearance.deleteLater()


def wait_for_approve(dialog: ConfirmDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.approve.isEnabled, timeout=5000)


def test_the_whole_action_stands_in_its_text_word_for_word(ask: Ask) -> None:
    dialog = ask(WRITE)
    text = dialog.action.toPlainText()
    assert text.startswith("Change /home/ada/plan.md\nPath: /home/ada/plan.md\n")
    assert DIFF.strip() in text
    assert {line.kind for line in action_lines(WRITE)} == {"summary", "detail", "plain", "place", "added", "removed"}


def test_only_the_summary_stands_out_in_the_second_action_too(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(DELETE, WRITE)
    qtbot.keyClick(dialog.deny, Qt.Key.Key_Return)
    document = dialog.action.document()
    summary, detail = document.firstBlock(), document.firstBlock().next()
    assert detail.text() == "Path: /home/ada/plan.md"
    bold = [
        any(look.format.fontWeight() > QFont.Weight.Normal for look in block.textFormats())
        for block in (summary, detail)
    ]
    assert bold == [True, False]


def test_hidden_characters_are_named_everywhere(ask: Ask) -> None:
    dialog = ask(
        PendingCall(
            "c",
            "move\u200b_file",
            "Move to invoice\u202efdp.exe",
            "d",
            2,
            "Asked\u2066 by\nthe model",
            (("To\u200b", "a\nb"),),
            "new\u00adline\n",
            "text",
        )
    )
    shown = [
        dialog.action.toPlainText(),
        *(each.accessibleName() or each.text() for each in dialog.findChildren(QLabel)),
    ]
    assert "Move to invoice[U+202E]fdp.exe" in shown[0]
    assert "To[U+200B]: a[U+000A]b" in shown[0]
    assert "new[U+00AD]line" in shown[0]
    assert not any(mark in text for text in shown for mark in "\u202e\u200b\u2066\u00ad")


def test_markup_is_shown_as_it_is_written(ask: Ask) -> None:
    dialog = ask(PendingCall("c", "<b>tool</b>", "<img src=file:///etc/passwd>", "d", 2, "<h1>Please</h1>"))
    assert "<img src=file:///etc/passwd>" in dialog.action.toPlainText()
    assert all(each.textFormat() == Qt.TextFormat.PlainText for each in dialog.findChildren(QLabel))


def test_a_removed_line_that_looks_like_a_file_name_is_a_removed_line() -> None:
    call = PendingCall("c", "t", "s", "d", 2, "", (), "--- a\n+++ b\n@@ -1 +1 @@\n--- x\n+++ y\n", "diff")
    assert [line.kind for line in action_lines(call)[2:]] == ["place", "place", "place", "removed", "added"]


def test_deny_has_the_focus_and_enter_denies(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(WRITE)
    assert dialog.focusWidget() is dialog.deny
    assert dialog.deny.isDefault()
    with qtbot.waitSignal(dialog.answered) as answered:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert answered.args == [(Decision("c1", "d1", approved=False),)]


def test_approve_sleeps_at_first_and_wakes_by_itself(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(WRITE)
    assert not dialog.approve.isEnabled()
    with qtbot.assertNotEmitted(dialog.answered):
        qtbot.mouseClick(dialog.approve, Qt.MouseButton.LeftButton)
    wait_for_approve(dialog, qtbot)
    with qtbot.waitSignal(dialog.answered) as answered:
        qtbot.mouseClick(dialog.approve, Qt.MouseButton.LeftButton)
    assert answered.args == [(Decision("c1", "d1", approved=True),)]


def test_approve_by_keyboard(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(WRITE)
    wait_for_approve(dialog, qtbot)
    dialog.approve.setFocus()
    with qtbot.waitSignal(dialog.answered) as answered:
        qtbot.keyClick(dialog.approve, Qt.Key.Key_Return)
    assert answered.args[0][0].approved


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_held_key_answers_nothing(ask: Ask, qtbot: QtBot, key: Qt.Key) -> None:
    dialog = ask(WRITE)
    wait_for_approve(dialog, qtbot)
    for button in (dialog.approve, dialog.deny):
        button.setFocus()
        with qtbot.assertNotEmitted(dialog.answered):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                held = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, autorep=True)
                QApplication.sendEvent(button, held)
    dialog.reject()


def test_a_long_action_must_be_read_to_its_end(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(LONG)
    qtbot.wait(ARMING_MS + 200)
    assert not dialog.approve.isEnabled()
    assert "end" in dialog._hint.text()
    for _ in range(100):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_PageDown)
    wait_for_approve(dialog, qtbot)
    dialog.action.verticalScrollBar().setValue(0)
    assert dialog.approve.isEnabled()  # it has been seen
    dialog.reject()


@pytest.mark.parametrize("length", range(0, 120, 20))
def test_a_short_action_is_seen_whole_however_its_lines_wrap(ask: Ask, qtbot: QtBot, length: int) -> None:
    folder = "/home/ada/" + "n" * length
    always = RuleChoice("owner", "write_file", folder, f"write_file in {folder}")
    diff = f"--- /dev/null\n+++ {folder}/documents/note.md\n@@ -0,0 +1 @@\n+A line.\n"
    dialog = ask(WRITE._replace(summary=f"Create {folder}/documents/note.md", preview=diff, offers=(always,)))
    wait_for_approve(dialog, qtbot)
    assert dialog.action.verticalScrollBar().maximum() == 0


def test_what_is_forbidden_can_only_be_denied(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(FORBIDDEN)
    qtbot.wait(ARMING_MS + 200)
    assert not dialog.approve.isEnabled()
    with qtbot.waitSignal(dialog.answered):
        qtbot.mouseClick(dialog.deny, Qt.MouseButton.LeftButton)


def test_esc_answers_nothing(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(WRITE)
    with qtbot.assertNotEmitted(dialog.answered), qtbot.waitSignal(dialog.dismissed):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)


def test_closing_the_window_answers_nothing(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(WRITE)
    with qtbot.assertNotEmitted(dialog.answered), qtbot.waitSignal(dialog.dismissed):
        dialog.close()


def test_a_reason_goes_with_the_denial_and_its_enter_does_not_answer(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(WRITE)
    dialog.reason.setFocus()
    qtbot.keyClicks(dialog.reason, "Use the other folder")
    with qtbot.assertNotEmitted(dialog.answered):
        qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.deny
    with qtbot.waitSignal(dialog.answered) as answered:
        qtbot.keyClick(dialog.deny, Qt.Key.Key_Return)
    assert answered.args[0][0].reason == "Use the other folder"


def test_each_call_of_a_round_gets_its_own_decision(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(WRITE, DELETE)
    wait_for_approve(dialog, qtbot)
    with qtbot.assertNotEmitted(dialog.answered):
        qtbot.mouseClick(dialog.approve, Qt.MouseButton.LeftButton)
    assert "old.zip" in dialog.action.toPlainText()
    assert not dialog.approve.isEnabled()  # a double click approves one call, not two
    qtbot.keyClicks(dialog.reason, "keep it")
    with qtbot.waitSignal(dialog.answered) as answered:
        qtbot.mouseClick(dialog.deny, Qt.MouseButton.LeftButton)
    assert answered.args == [
        (Decision("c1", "d1", approved=True), Decision("c2", "d2", approved=False, reason="keep it")),
    ]


def test_a_decision_can_be_changed_until_the_last_one(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(WRITE, DELETE)
    wait_for_approve(dialog, qtbot)
    qtbot.mouseClick(dialog.approve, Qt.MouseButton.LeftButton)
    calls = dialog.findChild(QListWidget, "confirmCalls")
    assert isinstance(calls, QListWidget)
    spoken = [calls.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert spoken == ["Change /home/ada/plan.md, approved", "Delete /home/ada/old.zip, not decided"]
    calls.setCurrentRow(0)
    qtbot.mouseClick(dialog.deny, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.answered) as answered:
        qtbot.mouseClick(dialog.deny, Qt.MouseButton.LeftButton)
    assert [decision.approved for decision in answered.args[0]] == [False, False]


def test_in_the_list_each_action_can_be_read(appearance: Appearance, qtbot: QtBot) -> None:
    """In the smallest window too: words go on in the next line, a path after a folder. Only the middle of one that
    would fill the list is left out; the heading beside it says all."""
    short, long = "Replace ~/Documents/Garden/plan.md with 11 lines", f"Replace ~/{'folder/' * 40}plan.md with 11 lines"
    calls = CallList(appearance, narrow=True)
    qtbot.addWidget(calls)
    disguised = "Delete ~/Downloads/invoice-of-november\u202efdp.exe"
    summaries = (short, long, disguised)
    calls.show_calls([WRITE._replace(summary=summary) for summary in summaries], {})
    rows = [calls.item(row) for row in range(3)]
    shown = [re.sub("[\u200b\u2060]", "", row.text()) for row in rows]
    assert shown[0] == short
    assert shown[2] == "Delete ~/Downloads/invoice-of-november[U+202E]fdp.exe"
    assert len(shown[1]) == 120
    assert shown[1].startswith("Replace ~/folder/")
    assert shown[1].endswith("/plan.md with 11 lines")
    for row, words in zip(rows, shown, strict=True):
        document = QTextDocument(row.text())
        document.setDefaultFont(calls.font())
        document.setDocumentMargin(0)
        document.setTextWidth(calls.viewport().width() - 48)  # beside its edges and icon
        assert document.size().height() <= calls.visualItemRect(row).height()
        assert document.idealWidth() <= document.textWidth()  # no word is wider than a line
        assert row.data(Qt.ItemDataRole.AccessibleTextRole) == f"{words}, not decided"


def test_deny_all_denies_all(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(WRITE, DELETE, LONG)
    wait_for_approve(dialog, qtbot)
    qtbot.mouseClick(dialog.approve, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.answered) as answered:
        qtbot.mouseClick(dialog.deny_all, Qt.MouseButton.LeftButton)
    assert [decision.approved for decision in answered.args[0]] == [False, False, False]


def test_closing_half_way_answers_nothing(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(WRITE, DELETE)
    wait_for_approve(dialog, qtbot)
    qtbot.mouseClick(dialog.approve, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(dialog.answered), qtbot.waitSignal(dialog.dismissed):
        dialog.reject()


def test_a_call_answered_elsewhere_goes_away(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(WRITE, DELETE)
    dialog.withdraw("c1")
    assert dialog.call_ids == ("c2",)
    assert "old.zip" in dialog.action.toPlainText()
    with qtbot.assertNotEmitted(dialog.answered), qtbot.waitSignal(dialog.dismissed):
        dialog.withdraw("c2")


def test_the_heading_counts_the_questions_that_are_left(ask: Ask) -> None:
    dialog = ask(WRITE, DELETE)
    title = next(label for label in dialog.findChildren(QLabel) if label.text().startswith("Allow this?"))
    assert title.text() == "Allow this? (1 of 2)"
    dialog.withdraw("c2")
    assert title.text() == "Allow this?"


def test_a_reason_without_end_fits_the_dialog(ask: Ask) -> None:
    reason = "It reads /home/" + "x" * 1500
    dialog = ask(PendingCall("c", "t", "y" * 5000, "d", 2, reason))
    why = dialog.findChild(QLabel, "confirmReason")
    assert isinstance(why, QLabel)
    assert why.accessibleName() == reason
    assert dialog.width() <= 1000
    assert "y" * 5000 in dialog.action.toPlainText()
    dialog.reject()


def test_it_is_modal_without_a_loop_of_its_own(ask: Ask) -> None:
    dialog = ask(WRITE)  # open() has returned
    assert dialog.windowModality() == Qt.WindowModality.WindowModal
    dialog.reject()


# Always, and changed

HERE = RuleChoice("me", "write_file", "/home/ada", "write_file in /home/ada")
ANYWHERE = RuleChoice("me", "write_file", "", "write_file, wherever it may work")
OFFERED = WRITE._replace(offers=(HERE, ANYWHERE), arguments={"path": "/home/ada/plan.md", "content": "a\nb", "n": 2})


def named(dialog: ConfirmDialog, name: str) -> QWidget:
    found = dialog.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def test_always_spells_the_rule_out_and_sleeps_like_approve(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(OFFERED)
    always = dialog.rule.button
    assert always.objectName() == "approveAlways"
    assert always.accessibleName() == "Always allow: write_file in /home/ada"
    assert named(dialog, "ruleWords").accessibleName() == "write_file in /home/ada"
    assert not always.isEnabled()
    qtbot.waitUntil(always.isEnabled, timeout=5000)
    with qtbot.waitSignal(dialog.answered) as answered:
        qtbot.mouseClick(always, Qt.MouseButton.LeftButton)
    assert answered.args == [(Decision("c1", "d1", approved=True, rule=HERE),)]


def test_the_wider_rule_is_the_persons_to_choose(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(OFFERED)
    wait_for_approve(dialog, qtbot)
    dialog.rule._which.chosen.emit("1")
    assert named(dialog, "ruleWords").accessibleName() == "write_file, wherever it may work"
    with qtbot.waitSignal(dialog.answered) as answered:
        dialog.rule.button.click()
    assert answered.args[0][0].rule == ANYWHERE


def test_where_no_rule_may_be_made_none_is_offered(ask: Ask) -> None:
    assert not ask(DELETE).rule.isVisible()


def test_the_steps_that_made_it_ask_are_named(ask: Ask) -> None:
    steps = tuple(f"Read page {n}\u202e" for n in range(8))
    dialog = ask(DELETE._replace(because=steps))
    assert named(dialog, "confirmBecause").accessibleName().splitlines() == [
        *(f"• Read page {n}[U+202E]" for n in range(5)),
        "• and 3 more",
    ]
    dialog = ask(DELETE)
    assert not named(dialog, "confirmBecause").isVisible()


def test_changed_arguments_are_shown_as_a_new_action_before_they_can_be_approved(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(OFFERED)
    wait_for_approve(dialog, qtbot)
    qtbot.mouseClick(dialog.edit, Qt.MouseButton.LeftButton)
    assert not dialog.approve.isVisible()
    assert not dialog.rule.isVisible()
    path, number = named(dialog, "argument_path"), named(dialog, "argument_n")
    assert isinstance(path, QLineEdit)
    assert isinstance(number, QLineEdit)
    assert path.hasFocus()
    path.setText("/home/ada/other.md")
    number.setText("many")
    with qtbot.assertNotEmitted(dialog.revised):
        qtbot.mouseClick(dialog.preview, Qt.MouseButton.LeftButton)
    assert named(dialog, "argumentsProblem").accessibleName().startswith("n: “many” can't be read")
    number.setText("3")
    with qtbot.waitSignal(dialog.revised) as revised, qtbot.assertNotEmitted(dialog.answered):
        qtbot.mouseClick(dialog.preview, Qt.MouseButton.LeftButton)
    assert revised.args == ["c1", "d1", {"path": "/home/ada/other.md", "content": "a\nb", "n": 3}]
    dialog.renew(OFFERED._replace(summary="Change /home/ada/other.md", digest="d2", edited=True))
    assert "other.md" in dialog.action.toPlainText()
    assert not dialog.approve.isEnabled()  # it is read anew
    assert dialog.focusWidget() is dialog.deny
    wait_for_approve(dialog, qtbot)
    with qtbot.waitSignal(dialog.answered) as answered:
        dialog.approve.click()
    assert answered.args == [(Decision("c1", "d2", approved=True),)]


def test_enter_in_a_line_shows_what_the_changed_call_would_do(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(OFFERED)
    dialog.edit.click()
    path = named(dialog, "argument_path")
    assert isinstance(path, QLineEdit)
    path.setText("/home/ada/other.md")
    with qtbot.waitSignal(dialog.revised), qtbot.assertNotEmitted(dialog.answered):
        qtbot.keyClick(path, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(dialog.revised):
        qtbot.keyClick(path, Qt.Key.Key_Return)  # it is being prepared


def test_a_long_text_that_is_changed_gets_the_room_that_is_left(ask: Ask) -> None:
    dialog = ask(OFFERED._replace(preview=DIFF + "+more\n" * 20))
    dialog.edit.click()
    QApplication.processEvents()
    content = named(dialog, "argument_content")
    assert content.height() > content.sizeHint().height()
    assert dialog.form.viewport().height() == dialog.form.widget().height()  # and no more than that


def test_what_the_engine_refuses_is_said_beside_the_fields_and_nothing_typed_is_lost(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(OFFERED)
    dialog.edit.click()
    path = named(dialog, "argument_path")
    assert isinstance(path, QLineEdit)
    path.setText("/etc/passwd")
    dialog.preview.click()
    assert not dialog.preview.isEnabled()
    dialog.show_problem("It is protected. The call waits as it was.")
    assert dialog.preview.isEnabled()
    assert path.text() == "/etc/passwd"
    with qtbot.assertNotEmitted(dialog.dismissed):
        qtbot.keyClick(path, Qt.Key.Key_Escape)  # what is on top: the fields
    assert dialog.deny.isVisible()
    with qtbot.waitSignal(dialog.dismissed):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)


def test_what_was_approved_and_then_changed_elsewhere_is_asked_again(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(WRITE, DELETE)
    wait_for_approve(dialog, qtbot)
    dialog.approve.click()
    dialog.renew(WRITE._replace(digest="d9"))
    dialog.deny.click()  # the second call
    with qtbot.waitSignal(dialog.answered) as answered:
        dialog.deny.click()
    assert answered.args[0][0] == Decision("c1", "d9", approved=False)


def test_several_can_be_denied_with_one_reason_and_the_rest_allowed(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(WRITE, DELETE, LONG._replace(preview="short"))
    calls = dialog.findChild(QListWidget, "confirmCalls")
    assert isinstance(calls, QListWidget)
    calls.item(1).setSelected(True)
    assert dialog.deny.text() == "Deny these 2"
    dialog.reason.setText("not now")
    dialog.deny.click()
    assert dialog.deny.text() == "Deny"
    wait_for_approve(dialog, qtbot)
    with qtbot.waitSignal(dialog.answered) as answered:
        dialog.approve.click()
    assert [(one.approved, one.reason) for one in answered.args[0]] == [
        (False, "not now"),
        (False, "not now"),
        (True, ""),
    ]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("echo \u202e4pm.gnp\u202c; rm -rf ~/x", "echo [U+202E]4pm.gnp[U+202C]; rm -rf ~/x"),
        ("rm -rf ~/x #\x1b[2K\x1b[1Gls -la", "rm -rf ~/x #[U+001B][2K[U+001B][1Gls -la"),
        ("rm -rf ~/x\r\x08ls", "rm -rf ~/x[U+000D][U+0008]ls"),
        ("ls\ntouch x", "ls[U+000A]touch x"),
    ],
)
def test_a_line_that_would_hide_itself_on_a_terminal_is_shown_whole_and_in_order(line: str, shown: str) -> None:
    call = PendingCall("c", "run_command", "Run a shell line", "d", 3, "", (("Shell line", line),))
    assert action_lines(call)[1].text == f"Shell line: {shown}"


@pytest.mark.usefixtures("german")
def test_of_a_rule_each_line_is_seen_in_german_in_the_smallest_dialog(ask: Ask) -> None:
    folder = "/home/ada/Dokumente/Haushaltsunterlagen/Vermieterkorrespondenz-2025-und-2026/Schreiben-und-Antworten"
    here = RuleChoice("haushalt-und-garten", "write_file", folder, f"write_file in {folder}")
    dialog = ask(
        WRITE._replace(offers=(here, here._replace(under="", words="write_file, wherever it may work"))), DELETE
    )
    dialog.resize(dialog.minimumSizeHint())
    QApplication.processEvents()
    box = dialog.rule
    assert "Immer erlauben" in box.button.text()
    for words in box.findChildren(QLabel):
        assert words.height() >= words.heightForWidth(words.width())
        assert box.rect().contains(words.geometry())
    assert box.rect().contains(box.button.geometry())


def test_a_rule_too_long_to_be_read_there_is_not_offered(ask: Ask) -> None:
    folder = "/home/ada" + "/very-deep" * 40
    dialog = ask(WRITE._replace(offers=(RuleChoice("me", "write_file", folder, f"write_file in {folder}"),)))
    assert not dialog.rule.isVisible()


def test_many_reasons_are_scrolled_to_and_push_nothing_off_the_screen(ask: Ask, qtbot: QtBot) -> None:
    because = tuple(f"Read the page https://example.org/{number}/{'way/' * 40}" for number in range(5))
    dialog = ask(WRITE._replace(reason="It changes a file. " * 60, because=because, expires_at=2e9))
    dialog.resize(dialog.minimumSizeHint())
    QApplication.processEvents()
    assert dialog.height() < 500
    why = dialog.findChild(WhyBox)
    assert why is not None
    why.verticalScrollBar().setValue(why.verticalScrollBar().maximum())
    last = why.findChild(QLabel, "confirmUntil")
    assert last is not None
    assert why.viewport().rect().contains(last.geometry().translated(why.widget().pos()))
    for words in why.findChildren(QLabel):
        assert words.height() >= words.heightForWidth(words.width())
    qtbot.keyClick(why, Qt.Key.Key_Home)
    assert why.focusPolicy() & Qt.FocusPolicy.TabFocus  # by keyboard too
