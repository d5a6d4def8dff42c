"""The queue above the composer: what it says, and what keys and mouse do with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inara_desktop.queue_list import ROW_PX, QueueList
from inara_desktop.style import Appearance
from inara_desktop.values import QueueItem, QueueValue

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

ITEMS = (QueueItem("a", "And in April?"), QueueItem("b", "<b>Bold</b>"), QueueItem("c", "", ("bed.png",)))


@pytest.fixture
def queue(qtbot: QtBot, appearance: Appearance) -> QueueList:
    made = QueueList(appearance)
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.set_value(QueueValue(ITEMS, "running"))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.mark.parametrize(
    ("key", "modifier", "row", "signal", "said"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 1, "editWanted", ["b"]),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, 2, "withdrawn", ["c"]),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, 2, "moved", ["c", 1]),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, 0, "moved", ["a", 1]),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, 0, "left", []),
    ],
)
def test_keys_do_it_all(
    queue: QueueList,
    qtbot: QtBot,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    row: int,
    signal: str,
    said: list[object],
) -> None:
    queue.rows.setCurrentRow(row)
    with qtbot.waitSignal(getattr(queue, signal)) as blocker:
        qtbot.keyClick(queue.rows, key, modifier)
    assert blocker.args == said


def test_a_row_is_dragged_to_its_place(queue: QueueList, qtbot: QtBot) -> None:
    viewport = queue.rows.viewport()
    top, middle = QPoint(200, ROW_PX // 2), QPoint(200, ROW_PX + ROW_PX // 2)
    with qtbot.waitSignal(queue.moved) as blocker:
        qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=top)
        qtbot.mouseMove(viewport, middle)
        qtbot.mouseMove(viewport, middle + QPoint(0, ROW_PX))
        qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=middle + QPoint(0, ROW_PX))
    assert blocker.args == ["a", 2]
    with qtbot.assertNotEmitted(queue.moved):
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=top)


def test_it_says_what_holds_it_back_and_offers_to_send_it(queue: QueueList, qtbot: QtBot) -> None:
    button = queue.findChild(QLabel, "queueNote")
    send = next(child for child in queue.children() if child.objectName() == "queueSend")
    assert not send.property("visible")
    for hold, words in (("stopped", "you stopped"), ("failed", "failed"), ("waiting", "waits for you")):
        queue.set_value(QueueValue(ITEMS, hold, "…"))
        assert button is not None
        assert words in button.accessibleName()
        assert send.property("visible")
    with qtbot.waitSignal(queue.sendWanted) as blocker:
        qtbot.mouseClick(send, Qt.MouseButton.LeftButton)  # pyright: ignore[reportArgumentType]
    assert blocker.args == ["a"]
    queue.set_value(QueueValue(ITEMS, "edited", "…"))
    assert not send.property("visible")
    queue.set_value(QueueValue())
    assert queue.isHidden()


def test_a_reader_hears_each_row_and_words_stay_plain(queue: QueueList) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [queue.rows.item(row).data(role) for row in range(queue.rows.count())]
    assert said == ["1. And in April?", "2. <b>Bold</b>", "3. bed.png"]
    assert all(each.textFormat() == Qt.TextFormat.PlainText for each in queue.findChildren(QLabel))
    queue.set_value(QueueValue((QueueItem("d", "And this?", ("bed.png", "plan.md")),), "running"))
    assert queue.rows.item(0).data(role) == "1. And this? · with bed.png, plan.md"


def test_one_stays_at_the_row_one_was_at(queue: QueueList) -> None:
    queue.rows.setCurrentRow(1)
    queue.set_value(QueueValue((ITEMS[1], ITEMS[0], ITEMS[2]), "running"))
    assert queue.rows.current_id == "b"
    queue.set_value(QueueValue((ITEMS[0],), "running"))
    assert queue.rows.current_id == "a"
