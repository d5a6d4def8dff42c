"""What tools did, as a list of any length: only the rows in view are painted, older ones are read as one scrolls."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

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
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyledItemDelegate, QStyleOptionViewItem

from inara_desktop.allowed import whom
from inara_desktop.consent_values import ActivityItem
from inara_desktop.moments import short
from inara_desktop.row_painter import RowPainter
from inara_desktop.style import Appearance
from inara_desktop.titles import one_line, session_title
from inara_desktop.visible import visible
from inara_desktop.wording import later, translate

__all__ = ["ActivityListView", "ActivityModel"]

Index = QModelIndex | QPersistentModelIndex
ROW_PX = 56

_OUTCOMES: dict[str, tuple[str, str, str]] = {  # words, icon, colour
    "": (later("Activity", "Waits or runs"), "clock", "muted"),
    "ok": (later("Activity", "Done"), "check", "success_text"),
    "failed": (later("Activity", "Failed"), "warning", "danger_text"),
    "declined": (later("Activity", "Refused"), "cross", "danger_text"),
    "denied": (later("Activity", "Not allowed"), "lock", "danger_text"),
    "expired": (later("Activity", "Nobody answered"), "clock", "warning_text"),
    "cancelled": (later("Activity", "Stopped"), "stop", "muted"),
    "unknown": (later("Activity", "End unknown"), "warning", "warning_text"),
}


def outcome_words(item: ActivityItem) -> str:
    """How it ended, in a word or two."""
    words = later("Activity", "Taken back") if item.undone else _OUTCOMES.get(item.outcome, _OUTCOMES[""])[0]
    return translate("Activity", words)


class ActivityModel(QAbstractListModel):
    """The newest first. `moreWanted` asks for what lies behind the last row."""

    moreWanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._items: list[ActivityItem] = []
        self._more = False

    @property
    def last(self) -> str:
        """The call of the last row, "" where there is none."""
        return self._items[-1].call_id if self._items else ""

    def item(self, index: Index) -> ActivityItem | None:
        """The call of a row."""
        return self._items[index.row()] if index.isValid() and index.row() < len(self._items) else None

    def set_items(self, items: Sequence[ActivityItem], *, more: bool) -> None:
        """Show these and no others; `more` says that there are older ones."""
        self.beginResetModel()
        self._items, self._more = list(items), more
        self.endResetModel()

    def add_older(self, items: Sequence[ActivityItem], *, more: bool) -> None:
        """Add these behind the last row."""
        self._more = more
        if items:
            self.beginInsertRows(QModelIndex(), len(self._items), len(self._items) + len(items) - 1)
            self._items += items
            self.endInsertRows()

    def renew(self, newest: Sequence[ActivityItem]) -> None:
        """Bring the top up to date: rows that are new come above, those that moved on change where they are."""
        known = {item.call_id: row for row, item in enumerate(self._items)}
        new = [item for item in newest if item.call_id not in known]
        for item in newest:
            row = known.get(item.call_id)
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
        item = self.item(index)
        if item is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(visible(item.summary))
            case Qt.ItemDataRole.AccessibleTextRole:
                where = session_title(visible(item.session_title))
                what = [one_line(visible(item.summary)), outcome_words(item)]
                what += [_allowed(item)] if item.allowed_by else []
                words = translate("SessionRows", "{what}, in {conversation}")
                return words.format(what=", ".join(what), conversation=where)
            case _:
                return None


class _ActivityDelegate(QStyledItemDelegate):
    def __init__(self, view: ActivityListView, appearance: Appearance) -> None:
        super().__init__(view)
        self._view = view
        self._appearance = appearance
        self._rows = RowPainter(appearance)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = self._view.activity.item(index)
        if item is None:
            return
        theme = self._appearance.theme
        body = QRect(option.rect).adjusted(4, 1, -4, -1)
        current = self._view.currentIndex() == index
        hovered = self._view.underMouse() and body.contains(
            self._view.viewport().mapFromGlobal(self._view.cursor().pos())
        )
        self._rows.ground(painter, body, selected=current, hovered=hovered, focused=current and self._view.hasFocus())
        _, icon, ink = _OUTCOMES.get(item.outcome, _OUTCOMES[""])
        if item.undone:
            icon, ink = "retry", "muted"
        color = str(getattr(theme.colors, ink))
        self._appearance.icons.paint(painter, icon, color, QRectF(body.left() + 10, body.top() + 10, 16, 16))
        left, right = body.left() + 36, body.right() - 12
        small = _font(theme.type.small, QFont.Weight.Normal)
        words, when = outcome_words(item), short(item.at, time.time())
        width = max(QFontMetrics(small).horizontalAdvance(text) for text in (words, when)) + 12
        title = QRect(left, body.top() + 6, right - left - width, 22)
        beneath = QRect(left, body.top() + 28, right - left - width, 18)
        _draw(painter, title, visible(item.summary), _font(theme.type.body, QFont.Weight.Medium), theme.colors.text)
        where = visible(item.session_title) or translate("SessionRows", "New chat")
        _draw(painter, beneath, f"{where} · {_allowed(item)}" if item.allowed_by else where, small, theme.colors.muted)
        aside = QRect(right - width, body.top() + 6, width, 22)
        _draw(painter, aside, words, small, color, Qt.AlignmentFlag.AlignRight)
        _draw(painter, aside.translated(0, 21), when, small, theme.colors.muted, Qt.AlignmentFlag.AlignRight)


class ActivityListView(QListView):
    """`opened` asks for the conversation of a row; `chosen` says that another row is current."""

    opened = Signal(str)
    chosen = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.activity = ActivityModel()
        self.setObjectName("activityList")
        self.setAccessibleName(self.tr("What tools did"))
        self.setModel(self.activity)
        self.setItemDelegate(_ActivityDelegate(self, appearance))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.doubleClicked.connect(self._on_opened)
        self.entered.connect(self._repaint)
        self.selectionModel().currentChanged.connect(self._on_current)
        appearance.changed.connect(self._repaint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._on_opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        item = self.activity.item(index)
        if item is not None:
            self.opened.emit(item.session_id)

    @Slot()
    def _on_current(self) -> None:
        self.chosen.emit()

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()


def _allowed(item: ActivityItem) -> str:
    words = visible(item.allowed_by)
    if item.outcome in {"declined", "denied"} or words == "only reads":
        return whom(words)
    return translate("Activity", "allowed by {whom}").format(whom=whom(words))


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
