"""What waits for the person, across all sessions: closing a dialog loses nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QListView, QStyledItemDelegate, QVBoxLayout, QWidget

from inara_desktop.controls import label
from inara_desktop.row_painter import RowPainter
from inara_desktop.style import Appearance
from inara_desktop.titles import one_line, session_title
from inara_desktop.values import PendingItem
from inara_desktop.wording import number, translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem  # PySide makes it with the first row that is painted

__all__ = ["PendingListModel", "PendingListView", "Waiting"]

Index = QModelIndex | QPersistentModelIndex

ROW_PX = 50
ROWS_SHOWN = 4


class PendingListModel(QAbstractListModel):
    """The waiting calls, in the order they were given."""

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[PendingItem, ...] = ()

    def set_items(self, items: Sequence[PendingItem]) -> None:
        """Show these."""
        if tuple(items) == self._items:
            return
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    def item(self, index: Index) -> PendingItem:
        """The call of a row."""
        return self._items[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(item.summary)
            case Qt.ItemDataRole.AccessibleTextRole:
                words = translate("SessionRows", "{what}, in {conversation}")
                return words.format(what=one_line(item.summary), conversation=session_title(item.session_title))
            case _:
                return None


class _PendingDelegate(QStyledItemDelegate):
    def __init__(self, view: PendingListView, appearance: Appearance) -> None:
        super().__init__(view)
        self._view = view
        self._rows = RowPainter(appearance)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRect(option.rect)
        body = rect.adjusted(8, 1, -8, -1)
        pointed = self._view.viewport().mapFromGlobal(self._view.cursor().pos())
        self._rows.ground(
            painter,
            body,
            selected=False,
            hovered=self._view.underMouse() and body.contains(pointed),
            focused=self._view.hasFocus() and self._view.currentIndex() == index,
        )
        self._rows.pending(painter, body, self._view.pending.item(index))


class PendingListView(QListView):
    """The waiting calls; a click or Enter opens the question again."""

    opened = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.pending = PendingListModel()
        self.setObjectName("pendingList")
        self.setAccessibleName(self.tr("Waiting for you"))
        self.setModel(self.pending)
        self.setItemDelegate(_PendingDelegate(self, appearance))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.clicked.connect(self._on_clicked)
        self.entered.connect(self._repaint)
        appearance.changed.connect(self._repaint)

    def set_items(self, items: Sequence[PendingItem]) -> None:
        """Show these, as high as they need up to four rows."""
        self.pending.set_items(items)
        self.setFixedHeight(ROW_PX * min(len(items), ROWS_SHOWN))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot()
    def _repaint(self) -> None:
        QWidget.update(self)  # the viewport with it; `viewport()` would cost the start 10 ms: see `style.Appearance`

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.pending.item(index).call_id)


class Waiting(QWidget):
    """The part of the sidebar that shows what waits: a heading, how many, the list."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        metrics = appearance.theme.metrics
        self.pending = PendingListView(appearance)
        self._count = label("0", "count")
        self._count.setObjectName("pendingCount")
        heading = QHBoxLayout()
        heading.setContentsMargins(18, 0, metrics.gap_l, 0)
        heading.addWidget(label(self.tr("Waiting for you"), "section"), 1)
        heading.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, metrics.gap_s, 0, 0)
        column.setSpacing(metrics.gap_xs)
        column.addLayout(heading)
        column.addWidget(self.pending)

    def set_items(self, items: Sequence[PendingItem]) -> None:
        """Show these; the part is there only while something waits."""
        self.pending.set_items(items)
        self._count.setText(number(len(items)))
        self._count.setAccessibleName(self.tr("{number} waiting").format(number=number(len(items))))
        self.setVisible(bool(items))
