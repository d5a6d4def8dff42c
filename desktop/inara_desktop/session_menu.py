"""The menu of conversations and of folders: all that can be done with them, each also by a key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from inara_desktop.controls import menu, shape_menu
from inara_desktop.shortcuts import translated
from inara_desktop.style import Appearance
from inara_desktop.values import FolderItem, SessionAct, SessionItem
from inara_desktop.wording import number, translate

__all__ = ["folder_menu", "session_menu"]

MOVE_NEW = "new_folder"  # asks for the folder's name


def session_menu(
    parent: QWidget, appearance: Appearance, items: Sequence[SessionItem], folders: Sequence[FolderItem]
) -> QMenu:
    """What can be done with these; each action's data is a `SessionAct`."""
    made = _Made(
        parent,
        appearance,
        translate("SessionMenu", "Conversation")
        if len(items) == 1
        else translate("SessionMenu", "{number} conversations").format(number=number(len(items))),
    )
    ids = tuple(item.id for item in items)
    first = items[0]
    if first.trashed:
        made.add(translate("SessionMenu", "Restore"), "retry", SessionAct("restore", ids))
        made.menu.addSeparator()
        made.add(
            translate("SessionMenu", "Delete for good…"),
            "trash",
            SessionAct("delete", ids),
            danger=True,
        )
        return made.menu
    if len(items) == 1:
        made.add(translate("SessionMenu", "Rename…"), "edit", SessionAct("edit", ids), "F2")
    if not any(item.off_record for item in items):
        pinned = all(item.pinned for item in items)
        made.add(
            translate("SessionMenu", "Unpin") if pinned else translate("SessionMenu", "Pin"),
            "pin",
            SessionAct("unpin" if pinned else "pin", ids),
            "Ctrl+P",
        )
        made.add_submenu(translate("SessionMenu", "Move to folder"), "folder", _places(items, folders, ids))
    if len(items) == 1 and not first.off_record:
        made.add(translate("SessionMenu", "Duplicate"), "copy", SessionAct("duplicate", ids), "Ctrl+D")
    if len(items) == 1 and not first.off_record:
        made.add(translate("SessionMenu", "Export…"), "export", SessionAct("export", ids))
    if any(item.off_record for item in items):
        made.add_reason(translate("SessionMenu", "Off the record: no pin, folder, copy or file of it is kept"))
    made.menu.addSeparator()
    if all(item.off_record for item in items):
        made.add(
            translate("SessionMenu", "Close and forget…"),
            "off-record",
            SessionAct("forget", ids),
            "Del",
            danger=True,
        )
    else:
        made.add(
            translate("SessionMenu", "Move to trash"),
            "trash",
            SessionAct("trash", ids),
            "Del",
            danger=True,
        )
    return made.menu


def folder_menu(parent: QWidget, appearance: Appearance, folder: FolderItem) -> QMenu:
    """What can be done with a folder."""
    made = _Made(parent, appearance, translate("SessionMenu", "Folder {name}").format(name=folder.name))
    made.add(
        translate("SessionMenu", "Fold") if folder.open else translate("SessionMenu", "Unfold"),
        "folder",
        SessionAct("toggle_folder", folder=folder.name),
        "Enter",
    )
    made.add(
        translate("SessionMenu", "Rename…"),
        "edit",
        SessionAct("edit_folder", folder=folder.name),
        "F2",
    )
    made.menu.addSeparator()
    made.add(
        translate("SessionMenu", "Remove folder"),
        "cross",
        SessionAct("remove_folder", folder=folder.name),
        "Del",
    )
    return made.menu


def _places(
    items: Sequence[SessionItem], folders: Sequence[FolderItem], ids: tuple[str, ...]
) -> list[tuple[str, SessionAct]]:
    own = {item.folder for item in items}
    places = [(folder.name, SessionAct("move", ids, folder.name)) for folder in folders if own != {folder.name}]
    places.append((translate("SessionMenu", "New folder…"), SessionAct(MOVE_NEW, ids)))
    if own != {""}:
        places.append((translate("SessionMenu", "No folder"), SessionAct("move", ids)))
    return places


class _Made:
    """A menu in the making."""

    def __init__(self, parent: QWidget, appearance: Appearance, name: str) -> None:
        self._appearance = appearance
        self.menu = menu(parent)
        self.menu.setAccessibleName(name)

    def add(self, words: str, icon: str, act: SessionAct, keys: str = "", *, danger: bool = False) -> None:
        """One entry. The keys are only shown: the list has them."""
        colors = self._appearance.theme.colors
        tint = colors.danger_text if danger else colors.muted
        text = words.replace("&", "&&")
        action = QAction(
            self._appearance.icons.icon(icon, tint, 16),
            f"{text}\t{'+'.join(map(translated, keys.split('+')))}" if keys else text,
            self.menu,
        )
        action.setData(act)
        self.menu.addAction(action)

    def add_reason(self, words: str) -> None:
        """Why there is no more to be done."""
        icon = self._appearance.icons.icon("info", self._appearance.theme.colors.muted, 16)
        self.menu.addAction(QAction(icon, words, self.menu, enabled=False))

    def add_submenu(self, words: str, icon: str, entries: Sequence[tuple[str, SessionAct]]) -> None:
        below = self.menu.addMenu(self._appearance.icons.icon(icon, self._appearance.theme.colors.muted, 16), words)
        shape_menu(below)
        for text, act in entries:
            action = QAction(text.replace("&", "&&"), below)
            action.setData(act)
            below.addAction(action)
