"""The person's own templates: what was typed is lost only where they say so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.question import Question
from inara_desktop.style import Appearance
from inara_desktop.templates_dialog import TemplatesDialog
from inara_engine.face import Template

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

LETTER = Template("letter", "Letter", description="to anybody", text="Dear {{who}},")
POEM = Template("poem", "Poem", text="Four lines about {{what}}.")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(window: QWidget, appearance: Appearance) -> TemplatesDialog:
    made = TemplatesDialog(appearance, window)
    made.set_templates([LETTER, POEM], "letter")
    made.open()
    return made


def test_what_was_typed_into_one_is_there_again_after_another_was_looked_at(dialog: TemplatesDialog) -> None:
    dialog.text.setPlainText("Dearest {{who}},")
    dialog.list.setCurrentRow(1)
    assert dialog.text.toPlainText() == POEM.text
    dialog.new.click()
    assert not dialog.text.toPlainText()
    dialog.list.setCurrentRow(0)
    assert (dialog.name.text(), dialog.text.toPlainText()) == ("Letter", "Dearest {{who}},")


def test_it_closes_at_once_where_all_is_saved(dialog: TemplatesDialog, qtbot: QtBot) -> None:
    dialog.list.setCurrentRow(1)
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_what_is_not_saved_is_thrown_away_only_by_a_person_who_says_so(dialog: TemplatesDialog, qtbot: QtBot) -> None:
    dialog.text.setPlainText("Dearest {{who}},")
    dialog.list.setCurrentRow(1)
    for goes in (False, True):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        question = [one for one in dialog.findChildren(Question) if one.isVisible()][-1]
        question.accept() if goes else question.reject()
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_what_was_saved_is_not_asked_about(dialog: TemplatesDialog, qtbot: QtBot) -> None:
    dialog.text.setPlainText("Dearest {{who}},")
    saved: list[str] = []

    def hear(name: str, text: str, description: str, instead_of: str) -> None:
        saved.extend((name, text, description, instead_of))

    dialog.saved.connect(hear)
    dialog.save.click()
    assert saved == ["Letter", "Dearest {{who}},", "to anybody", "letter"]
    dialog.set_templates([replace(LETTER, text="Dearest {{who}},"), POEM], "letter")
    with qtbot.waitSignal(dialog.rejected):
        dialog.close_button.click()


def test_what_is_typed_while_another_one_is_saved_stays(dialog: TemplatesDialog, qtbot: QtBot) -> None:
    """A disk takes its time, and the person goes on."""
    dialog.text.setPlainText("Dearest {{who}},")
    dialog.save.click()
    dialog.list.setCurrentRow(1)
    dialog.text.setPlainText("Eight lines about {{what}}.")
    dialog.set_templates([replace(LETTER, text="Dearest {{who}},"), POEM], "letter")
    assert (dialog.name.text(), dialog.text.toPlainText()) == ("Poem", "Eight lines about {{what}}.")
    dialog.text.setPlainText(POEM.text)
    with qtbot.waitSignal(dialog.rejected):  # the letter is saved
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_what_is_typed_on_while_it_is_saved_stays(dialog: TemplatesDialog) -> None:
    dialog.new.click()
    dialog.name.setText("Card")
    dialog.save.click()
    QTest.keyClicks(dialog.text, "Greet")
    dialog.set_templates([LETTER, POEM, Template("card", "Card", text="")], "card")
    QTest.keyClicks(dialog.text, "ings")
    assert (dialog.name.text(), dialog.text.toPlainText()) == ("Card", "Greetings")
    assert dialog.list.currentRow() == 2


def test_what_is_deleted_is_not_asked_about(dialog: TemplatesDialog, qtbot: QtBot) -> None:
    dialog.text.setPlainText("Dearest {{who}},")
    dialog.delete.click()
    dialog.set_templates([POEM])
    assert not dialog.text.toPlainText()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
