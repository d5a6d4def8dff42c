"""The list of conversations: newest first, under headings by date, pinned ones and folders on top.

The headings are painted above the first row of their group and are no rows themselves, so that
the first row is the newest conversation for assistive technology too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QListView, QWidget

from inara_desktop.session_delegate import RowsView, SessionDelegate
from inara_desktop.session_model import SessionListModel
from inara_desktop.style import Appearance
from inara_desktop.values import FolderItem, FoundItem, HitItem, SessionAct, SessionItem

__all__ = ["SessionListModel", "SessionListView"]

DOTS_PX = 30  # on the right of a row, where its menu opens
_CONTROL = Qt.KeyboardModifier.ControlModifier


class SessionListView(RowsView):
    """A click or Enter opens; the keys and the menu do the rest (`acted`). Shows one of three models at a time."""

    opened = Signal(str)
    hitOpened = Signal(HitItem)
    acted = Signal(SessionAct)

    def __init__(self, appearance: Appearance, clock: Callable[[], float]) -> None:
        super().__init__()
        self._appearance = appearance
        self.all = SessionListModel(clock)
        self.found = SessionListModel(clock, "found")
        self.trash = SessionListModel(clock, "trash")
        self.sessions = self.all
        self._later: list[Callable[[], None]] = []
        self._places: dict[str, int] = {}
        self.setObjectName("sessionList")
        self.setAccessibleName(self.tr("Conversations"))
        self.setModel(self.all)
        self.setItemDelegate(SessionDelegate(self, appearance))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.clicked.connect(self._on_clicked)
        for model in (self.all, self.found, self.trash):
            model.acted.connect(self.acted)
            model.regrouped.connect(self._regroup)
        appearance.changed.connect(self._repaint)

    # -- what is shown ---------------------------------------------------------------------------

    def show_model(self, model: SessionListModel) -> None:
        """Show all conversations, what was found, or the trash; each keeps its place."""
        if model is not self.sessions:
            self._places[self.sessions.kind] = self.verticalScrollBar().value()
            self.sessions = model
            self.hovered_row = -1
            self.setModel(model)
            self.set_opened(self.opened_id)
            self.doItemsLayout()
            self.verticalScrollBar().setValue(0 if model is self.found else self._places.get(model.kind, 0))

    def set_items(self, items: Sequence[SessionItem]) -> None:
        """Show these conversations and no others, keeping the place in the list and the open one."""
        self.when_quiet(lambda: self._set_items(items))

    def when_quiet(self, change: Callable[[], None]) -> None:
        """Change the rows now, or after the title that is being typed."""
        if self.state() == QAbstractItemView.State.EditingState:
            self._later.append(change)
        else:
            change()

    def set_opened(self, session_id: str) -> None:
        """Mark the session shown in the window ("": none)."""
        self.opened_id = session_id
        index = self.sessions.row_of(session_id) if session_id else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
        elif not self.hasFocus():
            self.clearSelection()
        self._repaint()

    def title_of(self, session_id: str) -> str:
        """The title as it is listed."""
        index = self.sessions.row_of(session_id)
        return str(index.data()) if index.isValid() else ""

    def states_of(self, session_ids: Sequence[str]) -> set[str]:
        """What goes on in these, as it is listed."""
        rows = (self.all.row_of(session_id) for session_id in session_ids)
        items = (self.all.item(row) for row in rows if row.isValid())
        return {item.state for item in items if item is not None}

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        later, self._later = self._later, []
        for change in later:
            change()

    # -- what the person does --------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState or not self._on_key(event):
            super().keyPressEvent(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Whether the key is one of the list's own."""
        index, key = self.currentIndex(), Qt.Key(event.key())
        control = event.modifiers() == _CONTROL
        if control and key == Qt.Key.Key_Z:
            self.acted.emit(SessionAct("undo"))
            return True
        if not index.isValid():
            return False
        row = self.sessions.row(index)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_row(index)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and isinstance(row, FolderItem | FoundItem):
            self._fold(index, open_it=key == Qt.Key.Key_Right)
        elif key == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._open_menu(index, self._below(index))
        elif key == Qt.Key.Key_Delete:
            self._delete(row)
        elif control and key == Qt.Key.Key_D and (item := self.sessions.item(index)) is not None:
            self.acted.emit(SessionAct("duplicate", (item.id,)))
        elif control and key == Qt.Key.Key_P:
            items = self._selected()
            pinned = all(item.pinned for item in items)
            self.acted.emit(SessionAct("unpin" if pinned else "pin", tuple(item.id for item in items)))
        else:
            return False
        return True

    def _delete(self, row: object) -> None:
        if isinstance(row, FolderItem):
            self.acted.emit(SessionAct("remove_folder", folder=row.name))
            return
        items = self._selected()
        private = tuple(item.id for item in items if item.off_record)
        kept = tuple(item.id for item in items if not item.off_record)
        if kept:
            self.acted.emit(SessionAct("delete" if self.sessions is self.trash else "trash", kept))
        elif private:
            self.acted.emit(SessionAct("forget", private))

    def open_row(self, index: QModelIndex) -> None:
        """Open what a row stands for: a conversation, a place in it, a folder."""
        match self.sessions.row(index):
            case FolderItem() as folder:
                self._fold(index, open_it=not folder.open)
            case FoundItem(hits=(hit, *_)) | (HitItem() as hit):
                self.hitOpened.emit(hit)
            case FoundItem(session=item) | (SessionItem() as item):
                self.opened.emit(item.id)
            case _:
                pass

    def _fold(self, index: QModelIndex, *, open_it: bool) -> None:
        row = self.sessions.row(index)
        if isinstance(row, FoundItem):
            self.sessions.toggle_found(index, open_it=open_it)
            self._regroup()
        elif isinstance(row, FolderItem) and row.open != open_it:
            self.acted.emit(SessionAct("toggle_folder", folder=row.name))

    def _selected(self) -> list[SessionItem]:
        """The conversations selected, those of the current row at least, in the list's order."""
        rows = self.selectionModel().selectedRows() or [self.currentIndex()]
        items = (self.sessions.item(index) for index in sorted(rows, key=QModelIndex.row))
        return list(dict.fromkeys(item for item in items if item is not None))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._row_at(event.position().toPoint())
        if not index.isValid():
            event.accept()
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.position().x() > self.body_of(index).right() - DOTS_PX:
            if isinstance(self.sessions.row(index), FoundItem):
                self._fold(index, open_it=not self._is_open(index))
            elif not isinstance(self.sessions.row(index), HitItem):
                self._open_menu(index, event.globalPosition().toPoint())
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._row_at(event.position().toPoint()).isValid():
            super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self._row_at(event.position().toPoint()).row())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.sessions.refresh_times()  # no timer wakes up for them: who looks for a conversation comes here

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self._row_at(event.pos())
        if index.isValid():
            self._open_menu(index, self._below(index) if keyboard else event.globalPos())

    def _below(self, index: QModelIndex) -> QPoint:
        """Where a menu that a key opens stands."""
        return self.viewport().mapToGlobal(self.visualRect(index).center())

    def _row_at(self, point: QPoint) -> QModelIndex:
        """The row whose body is under the point; a heading belongs to none."""
        index = self.indexAt(point)
        if index.isValid() and self.body_of(index).contains(point):
            return index
        return QModelIndex()

    def _is_open(self, index: QModelIndex) -> bool:
        row = self.sessions.row(index)
        return isinstance(row, FoundItem) and row.open

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self._repaint()

    def _set_items(self, items: Sequence[SessionItem]) -> None:
        position = self.verticalScrollBar().value()
        self.all.set_items(items)
        self.set_opened(self.opened_id)
        self.verticalScrollBar().setValue(position)

    @Slot()
    def _regroup(self) -> None:
        self.scheduleDelayedItemsLayout()

    @Slot()
    def _repaint(self) -> None:
        QWidget.update(self)  # the viewport with it; `viewport()` would cost the start 10 ms: see `style.Appearance`

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if not QApplication.keyboardModifiers() & (_CONTROL | Qt.KeyboardModifier.ShiftModifier):
            self.open_row(index)

    def _open_menu(self, index: QModelIndex, where: QPoint) -> None:
        from inara_desktop.session_menu import folder_menu, session_menu  # not needed before the first paint

        row = self.sessions.row(index)
        if isinstance(row, FolderItem):
            opened = folder_menu(self, self._appearance, row)
        else:
            from PySide6.QtCore import QItemSelectionModel  # not made before the first paint

            if not self.selectionModel().isSelected(index):
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            items = self._selected()
            if not items:
                return
            opened = session_menu(self, self._appearance, items, self.all.folders)
        opened.triggered.connect(self._on_action)
        opened.popup(where)

    @Slot(QAction)
    def _on_action(self, action: QAction) -> None:
        act = action.data()
        if not isinstance(act, SessionAct):  # the submenu itself
            return
        if act.name == "edit":
            self._edit(self.sessions.row_of(act.sessions[0]))
        elif act.name == "edit_folder":
            self._edit(self.all.row_of_folder(act.folder))
        else:
            self.acted.emit(act)

    def _edit(self, index: QModelIndex) -> None:
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)
