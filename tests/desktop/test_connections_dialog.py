"""Who was spoken to, and the switch for other programs: what the dialog shows and asks for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.connect_values import ConnectionItem, InterfaceItem
from inara_desktop.connections_dialog import ConnectionsDialog
from inara_desktop.style import Appearance


def words(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication) -> Iterator[ConnectionsDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    yield ConnectionsDialog(Appearance(qapp, "light"), parent)
    parent.close()


def test_who_was_spoken_to_is_told_with_where_and_how_often(dialog: ConnectionsDialog) -> None:
    dialog.set_connections(
        [
            ConnectionItem("api.example.org", 443, "page", "web_fetch", local=False, times=1, last="now"),
            ConnectionItem("127.0.0.1", 11434, "model", "<b>qwen</b>", local=True, times=12, last="5 min"),
        ]
    )
    said = words(dialog)
    assert "api.example.org:443" in said
    assert "a page was read: web_fetch · once, now" in said
    assert "asked as a model: <b>qwen</b> · 12 times, last 5 min" in said  # as it is, no markup
    dialog.set_connections([])
    assert "Nobody yet." in words(dialog)


def test_the_switch_says_how_it_stands_and_asks(dialog: ConnectionsDialog, qtbot: QtBot) -> None:
    dialog.set_interface(InterfaceItem(enabled=False, running=False))
    assert "Closed." in words(dialog)
    assert not dialog.copy.isVisibleTo(dialog)
    with qtbot.waitSignal(dialog.switched) as asked:
        dialog.switch.click()
    assert asked.args == [True]
    dialog.set_interface(InterfaceItem(enabled=True, running=True, address="http://127.0.0.1:8765"))
    assert "Open at http://127.0.0.1:8765" in words(dialog)
    assert dialog.copy.isVisibleTo(dialog)
    dialog.set_interface(InterfaceItem(enabled=True, running=False, problem="Port 8765 is in use."))
    assert "Port 8765 is in use." in words(dialog)
