"""How the rows of the list of conversations are painted, and edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyledItemDelegate, QWidget

from inara_desktop.row_painter import BODY_PX, FOUND_PX, HEADING_PX, HIT_PX, RowPainter
from inara_desktop.session_model import Index, SessionListModel
from inara_desktop.session_rows import Row
from inara_desktop.style import Appearance
from inara_desktop.values import FolderItem, FoundItem, HitItem, SessionItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem  # PySide makes it with the first row that is painted

__all__ = ["RowsView", "SessionDelegate"]


def _height_of(row: Row) -> int:
    """The height of a row without its heading."""
    match row:
        case FoundItem(open=False, hits=(_, *_)):
            return FOUND_PX
        case HitItem():
            return HIT_PX
        case _:
            return BODY_PX


class RowsView(QListView):
    """A list as its delegate needs it: which row is open, pointed at, one of several."""

    sessions: SessionListModel
    opened_id = ""
    hovered_row = -1

    def is_marked(self, index: Index) -> bool:
        """Whether a row is one of several that are selected."""
        selection = self.selectionModel()
        return selection.isSelected(index) and len(selection.selectedRows()) > 1

    def body_of(self, index: Index) -> QRect:
        """The part of a row that can be clicked: below its heading."""
        top = HEADING_PX if self.sessions.heading(index) else 0
        return self.visualRect(self.sessions.index(index.row())).adjusted(8, top + 1, -8, -1)


class SessionDelegate(QStyledItemDelegate):
    """Heading where a group begins, then a conversation, a folder, or what a search found."""

    def __init__(self, view: RowsView, appearance: Appearance) -> None:
        super().__init__(view)
        self._view = view
        self._rows = RowPainter(appearance)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        model = self._view.sessions
        return QSize(0, _height_of(model.row(index)) + (HEADING_PX if model.heading(index) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, model = self._view, self._view.sessions
        row, heading = model.row(index), model.heading(index)
        if heading:
            self._rows.heading(painter, QRect(option.rect), heading)
        body = view.body_of(index)
        hovered = index.row() == view.hovered_row
        opened = not isinstance(row, HitItem) and (item := model.item(index)) is not None and item.id == view.opened_id
        self._rows.ground(
            painter,
            body,
            selected=opened or view.is_marked(index),
            hovered=hovered,
            focused=view.hasFocus() and view.currentIndex() == index,
        )
        match row:
            case FolderItem():
                self._rows.folder(painter, body, row, dots=hovered)
            case FoundItem():
                self._rows.found(painter, body, row, time=model.time_of(row.session))
            case HitItem():
                self._rows.hit(painter, body, row)
            case SessionItem():
                strong = row.unread or row.state == "waiting"
                self._rows.session(painter, body, row, time=model.time_of(row), dots=hovered, strong=strong)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        folder = isinstance(self._view.sessions.row(index), FolderItem)
        editor = QLineEdit(parent)
        editor.setProperty("kind", "inline")
        editor.setAccessibleName(self.tr("Name of the folder") if folder else self.tr("Title of the conversation"))
        editor.setMaxLength(80 if folder else 200)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():  # news must not undo what is being typed
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, _option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(self._view.body_of(index).adjusted(2, 3, -2, -3))
