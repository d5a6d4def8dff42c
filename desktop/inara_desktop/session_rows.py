"""A row of the list of conversations: its place in the order, its heading, and what it says.

A row's key says the section first: pinned conversations, folders with theirs, then all others, the newest first. What
a search found keeps the order it was found in.
"""

from __future__ import annotations

from typing import Literal

from inara_desktop import moments
from inara_desktop.titles import session_title, unmarked
from inara_desktop.values import FolderItem, FoundItem, HitItem, SessionItem
from inara_desktop.wording import number, translate

__all__ = [
    "Key",
    "Kind",
    "Row",
    "first_key_in",
    "folder_id",
    "folder_key",
    "found_key",
    "heading",
    "hit_key",
    "key_after",
    "said",
    "session_key",
    "title",
]

Row = SessionItem | FolderItem | FoundItem | HitItem
Kind = Literal["list", "found", "trash"]
Key = tuple[int, str, str, int, float, str]  # section, folder folded, folder, level in it, place, id

_PINNED, _FOLDERS, _REST = 0, 1, 2
_FOLDER, _IN_FOLDER, _AFTER = 0, 1, 2


def session_key(item: SessionItem, kind: Kind) -> Key:
    """The place of a conversation."""
    if kind == "trash" or not (item.pinned or item.folder):
        return (_REST, "", "", 0, -item.at, item.id)
    if item.pinned:
        return (_PINNED, "", "", 0, -item.at, item.id)
    return (_FOLDERS, item.folder.casefold(), item.folder, _IN_FOLDER, -item.at, item.id)


def folder_key(name: str) -> Key:
    """The place of a folder."""
    return (_FOLDERS, name.casefold(), name, _FOLDER, 0.0, "")


def first_key_in(name: str) -> Key:
    """Before all conversations of a folder."""
    return (_FOLDERS, name.casefold(), name, _IN_FOLDER, float("-inf"), "")


def key_after(name: str) -> Key:
    """After all conversations of a folder."""
    return (_FOLDERS, name.casefold(), name, _AFTER, float("-inf"), "")


def found_key(place: int) -> Key:
    """The place of the conversation that was found as the `place`th."""
    return (place, "", "", 0, 0.0, "")


def hit_key(place: int, number: int) -> Key:
    """The place of the `number`th hit in it."""
    return (place, "", "", 1, float(number), "")


def folder_id(name: str) -> str:
    """A folder among the ids of conversations, none of which begins so."""
    return f"\0{name}"


def heading(key: Key, row: Row, kind: Kind, now: float) -> str:
    """The heading of the group a row belongs to; "" for none."""
    if kind == "found":
        return ""
    if key[0] == _PINNED:
        return translate("SessionRows", "Pinned")
    if key[0] == _FOLDERS:
        return translate("SessionRows", "Folders")
    return moments.heading(row.at, now) if isinstance(row, SessionItem) else ""


def title(row: Row) -> str:
    """What a row is called, in one line."""
    match row:
        case FolderItem(name=name):
            return name
        case FoundItem(session=item) | (SessionItem() as item):
            return session_title(item.title)
        case HitItem(snippet=snippet):
            return unmarked(snippet)


def said(row: Row, now: float) -> str:
    """All that a row says, for who hears it."""
    return ", ".join(word for word in _words(row, now) if word)


def _words(row: Row, now: float) -> tuple[str, ...]:
    match row:
        case FolderItem():
            one = row.sessions == 1
            count = (
                translate("SessionRows", "1 conversation")
                if one
                else translate("SessionRows", "{count} conversations").format(count=number(row.sessions))
            )
            unread = translate("SessionRows", "{count} unread").format(count=number(row.unread)) if row.unread else ""
            fold = translate("SessionRows", "unfolded") if row.open else translate("SessionRows", "folded")
            return translate("SessionRows", "Folder {name}").format(name=row.name), count, unread, fold
        case HitItem():
            return (f"{row.who}: {unmarked(row.snippet)}",)
        case FoundItem():
            snippet = unmarked(row.hits[0].snippet) if row.hits else ""
            more = (
                translate("SessionRows", "{count} matches").format(count=number(row.matches)) if row.matches > 1 else ""
            )
            return title(row), snippet, moments.short(row.session.at, now), more, *_marks(row.session)
        case SessionItem():
            return title(row), moments.short(row.at, now), *_marks(row)


def _marks(item: SessionItem) -> tuple[str, ...]:
    state = {
        "idle": "",
        "running": translate("SessionRows", "running"),
        "waiting": translate("SessionRows", "waiting for you"),
    }[item.state]
    return (
        state,
        translate("SessionRows", "unread") if item.unread else "",
        translate("SessionRows", "off the record") if item.off_record else "",
        translate("SessionRows", "pinned") if item.pinned else "",
        translate("SessionRows", "in {folder}").format(folder=item.folder) if item.folder else "",
    )
