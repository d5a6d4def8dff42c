"""The rows of the list of conversations: pinned ones, folders, then by date; or what a search found, or the trash.

The rows are kept sorted by a key that says the section first, so that a change of one conversation moves one
row, however long the list is. Pages arrive as the list scrolls (`moreWanted`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from inara_desktop import moments, session_rows
from inara_desktop.session_rows import Key, Kind, Row
from inara_desktop.titles import one_line
from inara_desktop.values import FolderItem, FoundItem, HitItem, SessionAct, SessionItem

__all__ = ["Index", "SessionListModel"]

Index = QModelIndex | QPersistentModelIndex

MIME = "application/x-inara-sessions"


class SessionListModel(QAbstractListModel):
    """Editing a title and dropping rows on a folder only emit what is wanted (`acted`)."""

    acted = Signal(SessionAct)
    moreWanted = Signal()
    regrouped = Signal()  # the headings, and with them the heights of rows

    def __init__(self, clock: Callable[[], float], kind: Kind = "list") -> None:
        super().__init__()
        self.clock = clock
        self.kind: Kind = kind
        self._keys: list[Key] = []
        self._rows: list[Row] = []
        self._groups: list[str] = []
        self._by_id: dict[str, Key] = {}
        self._folders: dict[str, FolderItem] = {}
        self._more = self._asked = False
        self._now = clock()

    # -- what is shown ---------------------------------------------------------------------------

    def set_items(self, items: Iterable[SessionItem]) -> None:
        """Show these and no others."""
        self._reset((session_rows.session_key(item, self.kind), item) for item in items)

    def set_found(self, found: Sequence[FoundItem]) -> None:
        """Show what a search found, in this order."""
        rows: list[tuple[Key, Row]] = []
        for place, each in enumerate(found):
            rows.append((session_rows.found_key(place), each))
            hits = each.hits if each.open else ()
            rows += [(session_rows.hit_key(place, n), hit) for n, hit in enumerate(hits)]
        self._reset(rows)

    def toggle_found(self, index: Index, *, open_it: bool) -> None:
        """Show or hide all places of a conversation that was found."""
        found = self._rows[index.row()]
        if isinstance(found, FoundItem) and found.open != open_it and len(found.hits) > 1:
            place = self._keys[index.row()][0]
            self._rows[index.row()] = found._replace(open=open_it)
            hits = [(session_rows.hit_key(place, n), hit) for n, hit in enumerate(found.hits)]
            for hit_key, hit in hits:
                if open_it:
                    self._insert(hit_key, hit)
                else:
                    self._remove(hit_key)
            self.dataChanged.emit(index, index)

    def upsert(self, items: Sequence[SessionItem]) -> None:
        """Show these as well, each in its place; a row that was there moves. None that lies in a folded folder."""
        self.discard([item.id for item in items if not self._is_shown(item)])
        keyed = [(session_rows.session_key(item, self.kind), item) for item in items if self._is_shown(item)]
        new = sorted(pair for pair in keyed if pair[1].id not in self._by_id)
        if new and (not self._keys or new[0][0] > self._keys[-1]):  # a page: one insertion
            self._append(new)
        for key, item in keyed:
            self._put(item.id, key, item)

    def discard(self, ids: Iterable[str]) -> None:
        """Take conversations out."""
        for session_id in ids:
            key = self._by_id.pop(session_id, None)
            if key is not None:
                self._remove(key)

    def set_folders(self, folders: Sequence[FolderItem]) -> None:
        """The folders there are; those that were open stay open."""
        names = {folder.name for folder in folders}
        for name in [name for name in self._folders if name not in names]:
            self._fold(name)
            del self._folders[name]
            self.discard([session_rows.folder_id(name)])
        for folder in folders:
            before = self._folders.get(folder.name)
            item = folder._replace(open=before.open if before else folder.open)
            self._folders[folder.name] = item
            self._put(session_rows.folder_id(folder.name), session_rows.folder_key(folder.name), item)

    def set_open(self, name: str, *, is_open: bool) -> None:
        """Fold a folder, or unfold it: then its conversations are to be given."""
        folder = self._folders.get(name)
        if folder is not None and folder.open != is_open:
            self._folders[name] = folder._replace(open=is_open)
            self._put(session_rows.folder_id(name), session_rows.folder_key(name), self._folders[name])
            if not is_open:
                self._fold(name)

    def set_more(self, more: bool) -> None:
        """Whether there are more to be asked for; the last that were asked for are here."""
        self._more, self._asked = more, False

    def refresh_times(self) -> None:
        """Say the times anew: "now" has become "5 min", today has become yesterday."""
        before, self._now = self._now, self.clock()
        if not self._rows:
            return
        if not moments.same_day(before, self._now):  # the headings name days
            groups = [self._heading(key, row) for key, row in zip(self._keys, self._rows, strict=True)]
            if groups != self._groups:
                self._groups = groups
                self.regrouped.emit()
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    # -- what is where ---------------------------------------------------------------------------

    @property
    def folders(self) -> tuple[FolderItem, ...]:
        """The folders, by name."""
        return tuple(sorted(self._folders.values(), key=lambda folder: folder.name.casefold()))

    def row(self, index: Index) -> Row:
        """What a row shows."""
        return self._rows[index.row()]

    def item(self, index: Index) -> SessionItem | None:
        """The conversation a row is of; None for a folder."""
        match self._rows[index.row()]:
            case SessionItem() as item:
                return item
            case FoundItem(session=item):
                return item
            case HitItem(session_id=session_id):
                above = (self._rows[row] for row in range(index.row(), -1, -1))
                found = (row for row in above if isinstance(row, FoundItem) and row.session.id == session_id)
                return next(row.session for row in found)
            case FolderItem():
                return None

    def row_of(self, session_id: str) -> QModelIndex:
        """Where a conversation is; an invalid index where it is not shown."""
        if self.kind == "found":
            rows = (
                n for n, row in enumerate(self._rows) if isinstance(row, FoundItem) and row.session.id == session_id
            )
            found = next(rows, None)
            return QModelIndex() if found is None else self.index(found)
        key = self._by_id.get(session_id)
        return QModelIndex() if key is None else self.index(bisect_left(self._keys, key))

    def row_of_folder(self, name: str) -> QModelIndex:
        """Where a folder is."""
        return self.row_of(session_rows.folder_id(name))

    def time_of(self, item: SessionItem) -> str:
        """How long ago, in a few characters; now, not when the list was made: what came later does not lie ahead."""
        by_month = self.kind != "found" and not (item.pinned or item.folder)
        return moments.short(item.at, self.clock(), below_heading=by_month)

    def heading(self, index: Index) -> str:
        """The heading of the group that begins with this row, or ""."""
        row = index.row()
        own = self._groups[row]
        return "" if row and self._groups[row - 1] == own else own

    # -- Qt's side -------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.moreWanted.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or self.kind != "list":
            return flags
        flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDropEnabled
        if isinstance(self._rows[index.row()], SessionItem):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return session_rows.title(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return session_rows.said(row, self.clock())
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, text = self._rows[index.row()], one_line(str(value))
        if role == Qt.ItemDataRole.EditRole and text and text != session_rows.title(row):
            if isinstance(row, FolderItem):
                self.acted.emit(SessionAct("rename_folder", (), text, row.name))
            elif item := self.item(index):
                self.acted.emit(SessionAct("rename", (item.id,), text))
        return True

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = [item.id for index in indexes if (item := self.item(index)) is not None]
        data = QMimeData()
        data.setData(MIME, "\n".join(ids).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        return data.hasFormat(MIME) and self._folder_at(parent.row() if parent.isValid() else row) is not None

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        folder = self._folder_at(parent.row() if parent.isValid() else row)
        if folder is not None and data.hasFormat(MIME):
            ids = tuple(bytes(data.data(MIME).data()).decode().split("\n"))
            self.acted.emit(SessionAct("move", ids, folder))
        return False  # nothing is to be removed here: the engine says what became of them

    # -- rows ------------------------------------------------------------------------------------

    def _folder_at(self, row: int) -> str | None:
        """The folder that what is dropped on a row goes into; "" is none, None is nowhere."""
        if not 0 <= row < len(self._rows):
            return "" if row < 0 or row == len(self._rows) else None
        match self._rows[row]:
            case FolderItem(name=name):
                return name
            case SessionItem(pinned=False, folder=folder):
                return folder
            case _:
                return None

    def _is_shown(self, item: SessionItem) -> bool:
        if self.kind == "trash" or item.pinned or not item.folder:
            return True
        return self._folders.get(item.folder, FolderItem("", 0)).open

    def _heading(self, key: Key, row: Row) -> str:
        return session_rows.heading(key, row, self.kind, self._now)

    def _reset(self, keyed: Iterable[tuple[Key, Row]]) -> None:
        self.beginResetModel()
        self._now = self.clock()
        ordered = sorted(keyed, key=lambda pair: pair[0])
        self._keys = [key for key, _ in ordered]
        self._rows = [row for _, row in ordered]
        self._groups = [self._heading(key, row) for key, row in ordered]
        self._by_id = {row.id: key for key, row in ordered if isinstance(row, SessionItem)}
        self._folders = {}
        self._more = self._asked = False
        self.endResetModel()

    def _append(self, keyed: Sequence[tuple[Key, SessionItem]]) -> None:
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(keyed) - 1)
        for key, item in keyed:
            self._keys.append(key)
            self._rows.append(item)
            self._groups.append(self._heading(key, item))
            self._by_id[item.id] = key
        self.endInsertRows()

    def _put(self, row_id: str, key: Key, row: Row) -> None:
        """A row in its place, from wherever it was."""
        before = self._by_id.get(row_id)
        self._by_id[row_id] = key
        if before is None:
            self._insert(key, row)
            return
        source = bisect_left(self._keys, before)
        if before == key:
            if self._rows[source] != row:
                self._rows[source] = row
                self.dataChanged.emit(self.index(source), self.index(source))
            return
        target = bisect_left(self._keys, key)
        moves = target not in {source, source + 1}
        if moves:
            self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
        del self._keys[source], self._rows[source], self._groups[source]
        place = target - 1 if target > source else target
        self._keys.insert(place, key)
        self._rows.insert(place, row)
        self._groups.insert(place, self._heading(key, row))
        if moves:
            self.endMoveRows()
        self.dataChanged.emit(self.index(place), self.index(place))
        self.regrouped.emit()

    def _insert(self, key: Key, row: Row) -> None:
        place = bisect_left(self._keys, key)
        self.beginInsertRows(QModelIndex(), place, place)
        self._keys.insert(place, key)
        self._rows.insert(place, row)
        self._groups.insert(place, self._heading(key, row))
        self.endInsertRows()

    def _remove(self, key: Key) -> None:
        place = bisect_left(self._keys, key)
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._keys[place], self._rows[place], self._groups[place]
        self.endRemoveRows()

    def _fold(self, name: str) -> None:
        first = bisect_left(self._keys, session_rows.first_key_in(name))
        last = bisect_left(self._keys, session_rows.key_after(name))
        if first < last:
            self.beginRemoveRows(QModelIndex(), first, last - 1)
            for row in self._rows[first:last]:
                if isinstance(row, SessionItem):
                    self._by_id.pop(row.id, None)
            del self._keys[first:last], self._rows[first:last], self._groups[first:last]
            self.endRemoveRows()
