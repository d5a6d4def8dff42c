"""A list of any length, the newest first: only the rows in view are painted, older ones are read as one scrolls."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyledItemDelegate, QStyleOptionViewItem

from inara_desktop.moments import short
from inara_desktop.row_painter import RowPainter
from inara_desktop.style import Appearance
from inara_desktop.titles import one_line

__all__ = ["NOTHING_PX", "Entry", "Index", "PagedListView", "PagedModel"]

NOTHING_PX = 160  # the height of the words where there is nothing to list

Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T")
ROW_PX = 56


class Entry(NamedTuple):
    """What a row shows: an icon in one of the theme's colours, two lines, a word aside in that colour, the time.

    `spoken` is what assistive technology hears. Hidden characters are named in all of them already.
    """

    icon: str
    ink: str
    title: str
    beneath: str
    aside: str
    at: float
    spoken: str


class PagedModel(QAbstractListModel, Generic[T]):
    """`moreWanted` asks for what lies behind the last row. `key` tells items apart, `entry` says what one shows."""

    moreWanted = Signal()

    def __init__(self, key: Callable[[T], object], entry: Callable[[T], Entry]) -> None:
        super().__init__()
        self._key, self._entry = key, entry
        self._items: list[T] = []
        self._more = False

    @property
    def last(self) -> T | None:
        """The last row's, None where there is none."""
        return self._items[-1] if self._items else None

    def item(self, index: Index) -> T | None:
        """A row's."""
        return self._items[index.row()] if index.isValid() and index.row() < len(self._items) else None

    def entry(self, index: Index) -> Entry | None:
        """What a row shows."""
        item = self.item(index)
        return None if item is None else self._entry(item)

    def set_items(self, items: Sequence[T], *, more: bool) -> None:
        """Show these and no others; `more` says that there are older ones."""
        self.beginResetModel()
        self._items, self._more = list(items), more
        self.endResetModel()

    def add_older(self, items: Sequence[T], *, more: bool) -> None:
        """Add these behind the last row."""
        self._more = more
        if items:
            self.beginInsertRows(QModelIndex(), len(self._items), len(self._items) + len(items) - 1)
            self._items += items
            self.endInsertRows()

    def renew(self, newest: Sequence[T]) -> None:
        """Bring the top up to date: rows that are new come above, those that moved on change where they are."""
        known = {self._key(item): row for row, item in enumerate(self._items)}
        new = [item for item in newest if self._key(item) not in known]
        for item in newest:
            row = known.get(self._key(item))
            if row is not None and self._items[row] != item:
                self._items[row] = item
                self.dataChanged.emit(self.index(row), self.index(row))
        if new:
            self.beginInsertRows(QModelIndex(), 0, len(new) - 1)
            self._items[:0] = new
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._items)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more

    def fetchMore(self, _parent: Index) -> None:
        self._more = False  # until these are here
        self.moreWanted.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index)
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(entry.title)
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.spoken
            case _:
                return None


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView, model: PagedModel[Any], appearance: Appearance) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._appearance = appearance
        self._rows = RowPainter(appearance)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._model.entry(index)
        if entry is None:
            return
        theme = self._appearance.theme
        body = QRect(option.rect).adjusted(4, 1, -4, -1)
        current = self._view.currentIndex() == index
        hovered = self._view.underMouse() and body.contains(
            self._view.viewport().mapFromGlobal(self._view.cursor().pos())
        )
        self._rows.ground(painter, body, selected=current, hovered=hovered, focused=current and self._view.hasFocus())
        color = str(getattr(theme.colors, entry.ink))
        self._appearance.icons.paint(painter, entry.icon, color, QRectF(body.left() + 10, body.top() + 10, 16, 16))
        left, right = body.left() + 36, body.right() - 12
        small = _font(theme.type.small, QFont.Weight.Normal)
        when = short(entry.at, time.time())
        width = max(QFontMetrics(small).horizontalAdvance(text) for text in (entry.aside, when)) + 12
        title = QRect(left, body.top() + 6, right - left - width, 22)
        beneath = QRect(left, body.top() + 28, right - left - width, 18)
        _draw(painter, title, entry.title, _font(theme.type.body, QFont.Weight.Medium), theme.colors.text)
        _draw(painter, beneath, entry.beneath, small, theme.colors.muted)
        aside = QRect(right - width, body.top() + 6, width, 22)
        _draw(painter, aside, entry.aside, small, color, Qt.AlignmentFlag.AlignRight)
        _draw(painter, aside.translated(0, 21), when, small, theme.colors.muted, Qt.AlignmentFlag.AlignRight)


class PagedListView(QListView):
    """Shows a model. `chosen` says that another row is current."""

    chosen = Signal()

    def __init__(self, model: PagedModel[Any], appearance: Appearance) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_EntryDelegate(self, model, appearance))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.entered.connect(self._repaint)
        self.selectionModel().currentChanged.connect(self._on_current)
        appearance.changed.connect(self._repaint)

    @Slot()
    def _on_current(self) -> None:
        self.chosen.emit()

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()


def _font(size_px: int, weight: QFont.Weight) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(size_px)
    font.setWeight(weight)
    return font


def _draw(
    painter: QPainter,
    where: QRect,
    text: str,
    font: QFont,
    color: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(color))
    shown = QFontMetrics(font).elidedText(one_line(text), Qt.TextElideMode.ElideMiddle, where.width())
    painter.drawText(where, side | Qt.AlignmentFlag.AlignVCenter, shown)
