"""The list of conversations: order, headings, marks, keys, and a hundred thousand of them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from inara_desktop.pending_list import PendingListView
from inara_desktop.row_painter import HEADING_PX
from inara_desktop.session_list import SessionListView
from inara_desktop.style import Appearance
from inara_desktop.values import PendingItem, SessionItem

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

NOW = datetime.fromisoformat("2026-11-22 18:30").astimezone()


def at(**ago: float) -> float:
    return (NOW - timedelta(**ago)).timestamp()


ITEMS = (
    SessionItem("new", "Newest", at(minutes=1), "running"),
    SessionItem("wait", "Waits", at(hours=2), "waiting"),
    SessionItem("read", "From yesterday", at(days=1), unread=True),
    SessionItem("old", "Long ago", at(days=100)),
)


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    made = Appearance(qapp, "light")
    yield made
    made.deleteLater()


@pytest.fixture
def view(qtbot: QtBot, appearance: Appearance) -> SessionListView:
    made = SessionListView(appearance, NOW.timestamp)
    qtbot.addWidget(made)
    made.resize(272, 500)
    made.set_items(ITEMS)
    made.show()
    return made


def spoken(view: SessionListView) -> list[str]:
    model = view.sessions
    return [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def body(view: SessionListView, row: int) -> QPoint:
    return view.body_of(view.sessions.index(row)).center()


def test_the_rows_are_the_sessions_in_order_and_headings_are_none(view: SessionListView) -> None:
    assert spoken(view) == [
        "Newest, 1 min, running",
        "Waits, 16:30, waiting for you",
        "From yesterday, Sat, unread",
        "Long ago, 14 Aug",
    ]
    model = view.sessions
    assert [model.heading(model.index(row)) for row in range(4)] == ["Today", "", "Yesterday", "August"]


def test_a_click_opens_and_a_click_on_a_heading_does_not(view: SessionListView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=body(view, 2))
    assert opened.args == ["read"]
    heading = view.visualRect(view.sessions.index(2)).topLeft() + QPoint(60, HEADING_PX // 2)
    with qtbot.assertNotEmitted(view.opened):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=heading)


def test_by_keyboard_one_walks_opens_renames_and_deletes(view: SessionListView, qtbot: QtBot) -> None:
    view.set_opened("new")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["wait"]
    with qtbot.waitSignal(view.deleteAsked) as deleted:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert deleted.args == ["wait"]
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = view.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "Better title")
    with qtbot.waitSignal(view.renamed) as renamed:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert renamed.args == ["wait", "Better title"]
    assert spoken(view)[1].startswith("Waits")  # until the engine says so


def test_news_does_not_disturb_a_title_being_typed(view: SessionListView, qtbot: QtBot) -> None:
    view.set_opened("wait")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = view.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "Half a ti")
    view.set_items((SessionItem("newer", "Newer", at(seconds=5)), *ITEMS))
    qtbot.keyClicks(editor, "tle")
    with qtbot.waitSignal(view.renamed) as renamed:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert renamed.args == ["wait", "Half a title"]
    qtbot.waitUntil(lambda: spoken(view)[0].startswith("Newer"))


def test_the_menu_offers_the_same(view: SessionListView, qtbot: QtBot) -> None:
    dots = view.body_of(view.sessions.index(3))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(dots.right() - 15, dots.center().y()))
    menu = view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    actions = {action.text(): action for action in menu.findChildren(QAction) if action.text()}
    assert list(actions) == ["Rename…", "Export…", "Delete…"]
    with qtbot.waitSignal(view.exported) as exported:
        actions["Export…"].trigger()
    assert exported.args == ["old"]
    menu.close()


def test_the_open_session_stays_marked_when_the_list_changes(view: SessionListView) -> None:
    view.set_opened("wait")
    view.set_items((SessionItem("newer", "Newer", at(seconds=5)), *ITEMS))
    assert view.currentIndex().row() == 2
    view.set_items(ITEMS[:1])
    assert view.opened_id == "wait"


def test_a_hostile_title_is_one_short_line(view: SessionListView) -> None:
    view.set_items((SessionItem("x", "<b>bold</b>\n" + "long " * 100_000, at(minutes=1)),))
    assert spoken(view)[0].startswith("<b>bold</b> long long")
    assert len(spoken(view)[0]) < 400


def test_a_hundred_thousand_sessions_cost_what_two_hundred_do(view: SessionListView) -> None:
    many = [SessionItem(str(each), f"Session {each}", at(hours=each)) for each in range(100_000)]
    started = time.process_time()
    view.set_items(many)
    view.grab()
    shown_s = time.process_time() - started
    assert view.sessions.rowCount() < 1_000
    assert shown_s < 1.0  # 100 000 rows laid out take several
    view.set_opened("500")
    assert view.currentIndex().row() == 500


def test_what_waits_is_listed_with_its_session_and_opens(appearance: Appearance, qtbot: QtBot) -> None:
    pending = PendingListView(appearance)
    qtbot.addWidget(pending)
    pending.set_items([PendingItem(f"c{each}", "s", "Garden", f"Write note {each}") for each in range(6)])
    pending.resize(272, pending.height())
    pending.show()
    model = pending.pending
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole) == "Write note 0, in Garden"
    with qtbot.waitSignal(pending.opened) as opened:
        qtbot.mouseClick(pending.viewport(), Qt.MouseButton.LeftButton, pos=pending.visualRect(model.index(1)).center())
    assert opened.args == ["c1"]
    pending.setFocus()
    qtbot.keyClick(pending, Qt.Key.Key_Down)
    with qtbot.waitSignal(pending.opened) as opened:
        qtbot.keyClick(pending, Qt.Key.Key_Return)
    assert opened.args == ["c2"]
