"""The list of conversations: newest first, under headings by date, only the visible rows laid out.

The headings are painted above the first row of their group and are no rows themselves, so that
the first row is the newest conversation for assistive technology too. Rows reach the view in
pages as it scrolls: a hundred thousand sessions cost what two hundred do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inara_desktop import moments
from inara_desktop.controls import menu
from inara_desktop.row_painter import BODY_PX, HEADING_PX, RowPainter, one_line
from inara_desktop.style import Appearance
from inara_desktop.values import SessionItem

__all__ = ["SessionListModel", "SessionListView"]

Index = QModelIndex | QPersistentModelIndex

PAGE = 200

_STATE_WORDS = {"idle": "", "running": "running", "waiting": "waiting for you"}


class SessionListModel(QAbstractListModel):
    """The sessions in the order they were given. Editing a title only emits `renamed`."""

    renamed = Signal(str, str)

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self.clock = clock
        self._items: list[SessionItem] = []
        self._shown = 0
        self._now = clock()

    def set_items(self, items: Sequence[SessionItem]) -> None:
        """Show these; where only their values changed, rows keep their places."""
        if list(items) == self._items:
            return
        same = [item.id for item in items] == [item.id for item in self._items]
        self._now = self.clock()
        if same:
            self._items = list(items)
            if self._shown:
                self.dataChanged.emit(self.index(0), self.index(self._shown - 1))
            return
        self.beginResetModel()
        self._items = list(items)
        self._shown = min(len(self._items), max(PAGE, self._shown))
        self.endResetModel()

    def refresh_times(self) -> None:
        """Say the times anew: "now" has become "5 min", today has become yesterday."""
        self._now = self.clock()
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(self._shown - 1))

    def row_of(self, session_id: str) -> QModelIndex:
        """Where a session is; an invalid index where it is not listed. Fetches the pages up to it."""
        for row, item in enumerate(self._items):
            if item.id == session_id:
                while row >= self._shown:
                    self.fetchMore(QModelIndex())
                return self.index(row)
        return QModelIndex()

    def item(self, index: Index) -> SessionItem:
        """The session of a row."""
        return self._items[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._shown

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._shown < len(self._items)

    def fetchMore(self, parent: Index) -> None:
        more = min(PAGE, len(self._items) - self._shown)
        if parent.isValid() or more <= 0:
            return
        self.beginInsertRows(QModelIndex(), self._shown, self._shown + more - 1)
        self._shown += more
        self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= self._shown:
            return None
        item = self._items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return one_line(item.title) or "New chat"
            case Qt.ItemDataRole.AccessibleTextRole:
                state, unread = _STATE_WORDS[item.state], "unread" if item.unread else ""
                words = (one_line(item.title) or "New chat", moments.short(item.at, self._now), state, unread)
                return ", ".join(word for word in words if word)
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        title = one_line(str(value))
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.EditRole and title and title != one_line(item.title):
            self.renamed.emit(item.id, title)
        return True

    def time_of(self, item: SessionItem) -> str:
        """How long ago, in a few characters."""
        return moments.short(item.at, self._now)

    def heading(self, index: Index) -> str:
        """The heading of the group that begins with this row, or ""."""
        row = index.row()
        own = moments.heading(self._items[row].at, self._now)
        if row and moments.heading(self._items[row - 1].at, self._now) == own:
            return ""
        return own


class _SessionDelegate(QStyledItemDelegate):
    """Paints a row: heading where a group begins, title, time, and one mark for what goes on."""

    def __init__(self, view: SessionListView, appearance: Appearance) -> None:
        super().__init__(view)
        self._view = view
        self._rows = RowPainter(appearance)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, BODY_PX + (HEADING_PX if self._view.sessions.heading(index) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = self._view.sessions
        item, heading = model.item(index), model.heading(index)
        whole = QRect(option.rect)
        body = self._view.body_of(index)
        if heading:
            self._rows.heading(painter, whole, heading)
        self._rows.ground(
            painter,
            body,
            selected=item.id == self._view.opened_id,
            hovered=index.row() == self._view.hovered_row,
            focused=self._view.hasFocus() and self._view.currentIndex() == index,
        )
        self._rows.session(
            painter,
            body,
            item,
            time=model.time_of(item),
            dots=index.row() == self._view.hovered_row,
            strong=item.unread or item.state == "waiting",
        )

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("kind", "inline")
        editor.setAccessibleName("Title of the conversation")
        editor.setMaxLength(200)
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


class SessionListView(QListView):
    """The list itself. A click or Enter opens; F2 renames; Delete asks; the menu has all of it."""

    opened = Signal(str)
    renamed = Signal(str, str)
    deleteAsked = Signal(str)
    exported = Signal(str)

    def __init__(self, appearance: Appearance, clock: Callable[[], float]) -> None:
        super().__init__()
        self._appearance = appearance
        self.sessions = SessionListModel(clock)
        self.opened_id = ""
        self.hovered_row = -1
        self._later: tuple[SessionItem, ...] | None = None
        self.setObjectName("sessionList")
        self.setAccessibleName("Conversations")
        self.setModel(self.sessions)
        self.setItemDelegate(_SessionDelegate(self, appearance))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.clicked.connect(self._on_clicked)
        self.sessions.renamed.connect(self.renamed)
        appearance.changed.connect(self._repaint)

    def set_items(self, items: Sequence[SessionItem]) -> None:
        """Show these sessions, keeping the place in the list and the open one; not under a title being typed."""
        if self.state() == QAbstractItemView.State.EditingState:
            self._later = tuple(items)
            return
        position = self.verticalScrollBar().value()
        self.sessions.set_items(items)
        self.set_opened(self.opened_id)
        self.verticalScrollBar().setValue(position)

    def set_opened(self, session_id: str) -> None:
        """Mark the session shown in the window ("": none)."""
        self.opened_id = session_id
        index = self.sessions.row_of(session_id) if session_id else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()
        self._repaint()

    def title_of(self, session_id: str) -> str:
        """The title as it is listed."""
        index = self.sessions.row_of(session_id)
        return str(index.data()) if index.isValid() else ""

    def rename(self, session_id: str) -> None:
        """Let the person type another title in place."""
        index = self.sessions.row_of(session_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def body_of(self, index: Index) -> QRect:
        """The part of a row that can be clicked: below its heading."""
        top = HEADING_PX if self.sessions.heading(index) else 0
        return self.visualRect(self.sessions.index(index.row())).adjusted(8, top + 1, -8, -1)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        later, self._later = self._later, None
        if later is not None:
            self.set_items(later)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and self.state() != QAbstractItemView.State.EditingState:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.opened.emit(self.sessions.item(index).id)
                return
            if event.key() == Qt.Key.Key_Delete:
                self.deleteAsked.emit(self.sessions.item(index).id)
                return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._row_at(event.position().toPoint())
        if not index.isValid():
            event.accept()
            return
        body = self.body_of(index)
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() > body.right() - 30:
            self._open_menu(index, event.globalPosition().toPoint())
            event.accept()
            return
        if event.button() == Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._row_at(event.position().toPoint()).isValid():
            super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self._row_at(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self._row_at(event.pos())
        if index.isValid():
            where = self.viewport().mapToGlobal(self.visualRect(index).center()) if keyboard else event.globalPos()
            self._open_menu(index, where)

    def _row_at(self, point: QPoint) -> QModelIndex:
        """The row whose body is under the point; a heading belongs to none."""
        index = self.indexAt(point)
        if index.isValid() and self.body_of(index).contains(point):
            return index
        return QModelIndex()

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self._repaint()

    @Slot()
    def _repaint(self) -> None:
        QWidget.update(self)  # the viewport with it; `viewport()` would cost the start 10 ms: see `style.Appearance`

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.sessions.item(index).id)

    def _open_menu(self, index: QModelIndex, where: QPoint) -> None:
        session = self.sessions.item(index).id
        colors, icons = self._appearance.theme.colors, self._appearance.icons
        opened = menu(self)
        opened.setAccessibleName("Conversation")
        for name, words, icon, tint in (
            ("rename", "Rename…", "edit", colors.muted),
            ("export", "Export…", "export", colors.muted),
            ("delete", "Delete…", "trash", colors.danger_text),
        ):
            if name == "delete":
                opened.addSeparator()
            action = QAction(icons.icon(icon, tint, 16), words, opened)
            action.setData((name, session))
            opened.addAction(action)
        opened.triggered.connect(self._on_action)
        opened.popup(where)

    @Slot(QAction)
    def _on_action(self, action: QAction) -> None:
        name, session = action.data()
        match name:
            case "rename":
                self.rename(session)
            case "export":
                self.exported.emit(session)
            case _:
                self.deleteAsked.emit(session)
