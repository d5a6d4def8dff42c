"""The list of conversations: folders, search, trash, several at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint
from PySide6.QtWidgets import QWidget

from inara_desktop.name_dialog import NameDialog
from inara_desktop.session_menu import session_menu
from inara_desktop.style import Appearance
from inara_desktop.transcript.rows import Row
from inara_desktop.values import BannerValue, FolderItem, FoundItem, HitItem, SessionItem
from inara_desktop.window import MainWindow
from tests.screenshots.window import DAY, NOW, SESSIONS, TALK, Scene, window


def filed(appearance: Appearance, rows: Sequence[Row] = TALK) -> MainWindow:
    """With a pinned conversation, folders, and one off the record."""
    made = window(appearance, rows)
    model = made.sidebar.sessions.all
    model.set_folders([FolderItem("Garden", 2), FolderItem("Tax and insurance papers", 48, unread=1)])
    model.set_open("Garden", is_open=True)
    model.upsert(
        [
            SessionItem("p1", "Shopping list", NOW - 6 * DAY, pinned=True),
            SessionItem("g1", "Compost, and what must not go in", NOW - 2 * DAY, folder="Garden"),
            SessionItem("g2", "Apple tree", NOW - 9 * DAY, folder="Garden"),
            SessionItem("private-1", "A present for Tom", NOW - 5 * 60, off_record=True),
        ]
    )
    return made


def sessions_filed(appearance: Appearance) -> Sequence[QWidget]:
    return [filed(appearance)]


def sessions_small(appearance: Appearance) -> Sequence[QWidget]:
    made = filed(appearance)
    made.resize(720, 520)
    made.toggle_sidebar()
    return [made]


def sessions_menu(appearance: Appearance) -> Sequence[QWidget]:
    made = filed(appearance)
    items = [SESSIONS[2], SESSIONS[4]]
    opened = session_menu(made, appearance, items, made.sidebar.sessions.all.folders)
    opened.move(made.pos() + QPoint(150, 320))
    return [made, opened]


def sessions_found(appearance: Appearance) -> Sequence[QWidget]:
    made = filed(appearance)
    made.sidebar.search.setText("invo")
    hits = (
        HitItem("s4", 3, "You", "the landlord sent the \ue000invoice\ue001 for the heating twice, and I paid"),
        HitItem("s4", 5, "Inara", "An \ue000invoice\ue001 must name the period it is for"),
        HitItem("s4", 9, "Tool", "2025-11-02 \ue000invoice\ue001_4711.pdf"),
    )
    found = [
        FoundItem(SESSIONS[3], hits, 7, open=True),
        FoundItem(SESSIONS[9], (HitItem("s10", 2, "You", "which \ue000invoices\ue001 are missing for the year"),), 1),
        FoundItem(
            SESSIONS[6], (HitItem("s7", 2, "Inara", "Nobody \ue000invokes\ue001 the lentils; soak them first"),), 1
        ),
        FoundItem(SESSIONS[10], (), 1),
    ]
    made.sidebar.show_found(found)
    return [made]


def sessions_nothing(appearance: Appearance) -> Sequence[QWidget]:
    made = filed(appearance)
    made.sidebar.search.setText("unicorn")
    made.sidebar.show_found(())
    return [made]


def sessions_trash(appearance: Appearance) -> Sequence[QWidget]:
    made = filed(appearance)
    made.sidebar.show_trash([SESSIONS[7]._replace(trashed=True), SESSIONS[8]._replace(trashed=True)])
    made.show_banner(BannerValue("trash", "“Birthday speech” is in the trash.", "info", "Undo", "undo-trash"))
    return [made]


def sessions_several(appearance: Appearance) -> Sequence[QWidget]:
    made = filed(appearance)
    made.sidebar.set_progress("Importing… 1204 of 5120")
    listed = made.sidebar.sessions
    for session in ("s3", "s4", "s5"):
        listed.selectionModel().select(listed.all.row_of(session), QItemSelectionModel.SelectionFlag.Select)
    return [made]


def sessions_folder_name(appearance: Appearance) -> Sequence[QWidget]:
    made = filed(appearance)
    return [made, NameDialog(appearance, made, "New folder", "The 2 conversations go into it.", "Create")]


SCENES: tuple[Scene, ...] = (
    sessions_filed,
    sessions_small,
    sessions_menu,
    sessions_found,
    sessions_nothing,
    sessions_trash,
    sessions_several,
    sessions_folder_name,
)
