"""The list of conversations: order, headings, marks, keys, and a hundred thousand of them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from inara_desktop.pending_list import PendingListView
from inara_desktop.row_painter import HEADING_PX
from inara_desktop.session_list import SessionListView
from inara_desktop.session_menu import session_menu
from inara_desktop.style import Appearance
from inara_desktop.values import FolderItem, FoundItem, HitItem, PendingItem, SessionAct, SessionItem

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
    with qtbot.waitSignal(view.acted) as trashed:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert trashed.args == [SessionAct("trash", ("wait",))]
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = view.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "Better title")
    with qtbot.waitSignal(view.acted) as renamed:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert renamed.args == [SessionAct("rename", ("wait",), "Better title")]
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
    with qtbot.waitSignal(view.acted) as renamed:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert renamed.args == [SessionAct("rename", ("wait",), "Half a title")]
    qtbot.waitUntil(lambda: spoken(view)[0].startswith("Newer"))


def test_the_menu_offers_the_same(view: SessionListView, qtbot: QtBot) -> None:
    dots = view.body_of(view.sessions.index(3))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(dots.right() - 15, dots.center().y()))
    menu = view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    actions = {action.text().split("\t")[0]: action for action in menu.actions() if action.text()}
    assert list(actions) == ["Rename…", "Pin", "Move to folder", "Duplicate", "Export…", "Move to trash"]
    with qtbot.waitSignal(view.acted) as exported:
        actions["Export…"].trigger()
    assert exported.args == [SessionAct("export", ("old",))]
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


def test_pinned_ones_come_first_then_folders_then_the_newest(view: SessionListView) -> None:
    model = view.all
    model.set_folders([FolderItem("Trips", 2), FolderItem("garden", 1, unread=1)])
    model.upsert(
        [SessionItem("p", "Kept", at(days=50), pinned=True), SessionItem("t", "Rome", at(days=2), folder="Trips")]
    )
    assert spoken(view)[:4] == [
        "Kept, 3 Oct, pinned",
        "Folder garden, 1 conversation, 1 unread, folded",
        "Folder Trips, 2 conversations, folded",
        "Newest, 1 min, running",
    ]
    model.set_open("Trips", is_open=True)
    model.upsert(
        [SessionItem("t", "Rome", at(days=2), folder="Trips"), SessionItem("o", "Oslo", at(days=1), folder="Trips")]
    )
    assert [line.split(",")[0] for line in spoken(view)[2:6]] == ["Folder Trips", "Oslo", "Rome", "Newest"]
    headings = [model.heading(model.index(row)) for row in range(model.rowCount())]
    assert headings == ["Pinned", "Folders", "", "", "", "Today", "", "Yesterday", "August"]
    model.set_open("Trips", is_open=False)
    assert len(spoken(view)) == 7
    model.set_folders([])
    assert [line.split(",")[0] for line in spoken(view)][:2] == ["Kept", "Newest"]


def test_what_is_said_just_now_is_now_however_long_the_list_has_been_there(
    qtbot: QtBot, appearance: Appearance
) -> None:
    clock = [at(minutes=5)]
    view = SessionListView(appearance, lambda: clock[0])
    qtbot.addWidget(view)
    view.set_items(ITEMS[1:])
    clock[0] = NOW.timestamp()
    view.all.upsert([SessionItem("new", "Newest", at(seconds=2))])
    assert spoken(view)[0] == "Newest, now"
    assert view.all.time_of(ITEMS[0]) == "1 min"


def test_a_list_that_stood_over_midnight_says_its_times_anew_when_the_mouse_comes(
    qtbot: QtBot, appearance: Appearance
) -> None:
    clock = [NOW.timestamp()]
    view = SessionListView(appearance, lambda: clock[0])
    qtbot.addWidget(view)
    view.set_items(ITEMS[:2])
    model = view.all
    heading = model.heading(model.index(0))
    clock[0] = at(days=-1)
    with qtbot.waitSignals([model.regrouped, model.dataChanged]):
        QApplication.sendEvent(view, QEnterEvent(QPointF(9, 9), QPointF(9, 9), QPointF(9, 9)))
    assert (heading, model.heading(model.index(0))) == ("Today", "Yesterday")
    assert spoken(view)[0].startswith("Newest, Sun")


def test_one_change_moves_one_row_and_what_is_selected_stays_so(view: SessionListView) -> None:
    view.set_opened("old")
    view.all.upsert([ITEMS[3]._replace(at=at(seconds=1))])
    assert spoken(view)[0] == "Long ago, now"
    assert view.currentIndex().row() == 0
    view.all.discard(["new", "never there"])
    assert [line.split(",")[0] for line in spoken(view)] == ["Long ago", "Waits", "From yesterday"]


def test_several_go_to_the_trash_or_into_a_folder_at_once(view: SessionListView, qtbot: QtBot) -> None:
    view.set_opened("new")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(view.acted) as trashed:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert trashed.args == [SessionAct("trash", ("new", "wait"))]
    view.all.set_folders([FolderItem("Trips", 1)])
    data = view.all.mimeData([view.all.row_of("new"), view.all.row_of("wait")])
    folder = view.all.row_of_folder("Trips")
    assert view.all.canDropMimeData(data, Qt.DropAction.MoveAction, -1, -1, folder)
    with qtbot.waitSignal(view.acted) as moved:
        view.all.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, folder)
    assert moved.args == [SessionAct("move", ("new", "wait"), "Trips")]


def test_what_is_off_the_record_says_so_and_is_closed_not_trashed(view: SessionListView, qtbot: QtBot) -> None:
    view.set_items((SessionItem("private-1", "Whisper", at(minutes=1), off_record=True),))
    assert spoken(view) == ["Whisper, 1 min, off the record"]
    view.set_opened("private-1")
    view.setFocus()
    with qtbot.waitSignal(view.acted) as closed:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert closed.args == [SessionAct("forget", ("private-1",))]


def test_the_menu_of_what_is_off_the_record_says_why_there_is_no_more(
    view: SessionListView, appearance: Appearance
) -> None:
    opened = session_menu(view, appearance, [SessionItem("private-1", "Whisper", at(minutes=1), off_record=True)], ())
    words = {action.text().partition("\t")[0]: action.isEnabled() for action in opened.actions() if action.text()}
    assert words == {
        "Rename…": True,
        "Off the record: no pin, folder, copy or file of it is kept": False,
        "Close and forget…": True,
    }
    opened.deleteLater()


def test_what_was_found_opens_at_the_place_and_shows_more_of_them(view: SessionListView, qtbot: QtBot) -> None:
    hits = (
        HitItem("old", 7, "You", "an \ue000invoice\ue001 of May"),
        HitItem("old", 9, "Inara", "the \ue000invoice\ue001"),
    )
    view.found.set_found([FoundItem(ITEMS[3], hits, 2), FoundItem(ITEMS[0])])
    view.show_model(view.found)
    assert spoken(view) == ["Long ago, an invoice of May, 14 Aug, 2 matches", "Newest, 1 min, running"]
    view.setFocus()
    view.setCurrentIndex(view.found.index(0))
    with qtbot.waitSignal(view.hitOpened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [hits[0]]
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert spoken(view)[1:3] == ["You: an invoice of May", "Inara: the invoice"]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.hitOpened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [hits[1]]
    view.show_model(view.all)
    assert len(spoken(view)) == 4


def test_more_is_asked_for_once_until_it_comes(view: SessionListView, qtbot: QtBot) -> None:
    model = view.all
    model.set_items([SessionItem(str(each), f"Session {each}", at(hours=each)) for each in range(200)])
    model.set_more(True)
    with qtbot.waitSignal(model.moreWanted):
        view.scrollToBottom()
    assert not model.canFetchMore(QModelIndex())
    model.upsert([SessionItem(str(each), f"Session {each}", at(hours=each)) for each in range(200, 400)])
    model.set_more(False)
    assert model.rowCount() == 400
    assert not model.canFetchMore(QModelIndex())


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
