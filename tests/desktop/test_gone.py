"""What was closed is gone at once, though Qt deletes it later: whoever has something to say says it elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from inara_desktop.gone import is_gone

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def opened(parent: QWidget) -> QDialog:
    """A dialog as all of ours are: closed, it is deleted."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def test_a_dialog_and_what_is_in_it_are_gone_as_soon_as_it_is_closed(window: QWidget) -> None:
    dialog = opened(window)
    words = QLabel(dialog)
    assert [is_gone(dialog), is_gone(words)] == [False, False]
    dialog.accept()
    assert isValid(words)  # Qt's loop has not come to it
    assert [is_gone(dialog), is_gone(words)] == [True, True]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(words)
    assert [is_gone(dialog), is_gone(words)] == [True, True]


def test_a_dialog_goes_with_the_one_it_stands_before(window: QWidget) -> None:
    below = opened(window)
    above = opened(below)
    below.reject()
    assert above.isVisible()
    assert is_gone(above)


def test_what_is_out_of_sight_for_a_while_is_not_gone(window: QWidget) -> None:
    """A window waits in the tray, a page behind another one."""
    dialog = opened(window)
    page = QWidget(dialog)
    page.hide()
    window.hide()
    assert [is_gone(window), is_gone(dialog), is_gone(page)] == [False, False, False]
