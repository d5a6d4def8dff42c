"""A list over the window to pick from, narrowed by what is typed: in the composer behind a "/", or in its own field.

It is a part of the window, not a window of its own, so that typing goes on where it was.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inara_desktop.controls import label
from inara_desktop.panel import paint_panel
from inara_desktop.style import Appearance
from inara_desktop.values import PickItem
from inara_desktop.visible import visible

__all__ = ["PickList"]

ROW_PX = 36
ROWS_SHOWN = 7
WIDEST_PX = 620
ENTRY = Qt.ItemDataRole.UserRole


class _Rows(QStyledItemDelegate):
    """An icon, the title, and behind it what there is to say about it."""

    def __init__(self, view: QListWidget, appearance: Appearance) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = self._appearance.theme
        item: PickItem = index.data(ENTRY)
        body = QRect(option.rect).adjusted(4, 1, -4, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._view.currentRow():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colors.selected))
            painter.drawRoundedRect(QRectF(body), theme.metrics.radius_s, theme.metrics.radius_s)
        icon = QRectF(body.left() + 8, body.center().y() - 7, 16, 16)
        self._appearance.icons.paint(painter, item.icon, theme.colors.muted, icon)
        painter.setFont(self._view.font())
        painter.setPen(QColor(theme.colors.text))
        room = body.adjusted(32, 0, -8, 0)
        metrics = painter.fontMetrics()
        title = metrics.elidedText(_line(item.title), Qt.TextElideMode.ElideRight, room.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, flags, title)
        left = room.adjusted(metrics.horizontalAdvance(title) + 12, 0, 0, 0)
        if left.width() > 40:
            painter.setPen(QColor(theme.colors.muted))
            about = metrics.elidedText(_line(item.subtitle), Qt.TextElideMode.ElideRight, left.width())
            painter.drawText(left, flags, about)


class _Search(QLineEdit):
    """Hands on the keys that move through the list."""

    keyed = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.keyed.emit(event.key())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class PickList(QWidget):
    """`chosen` carries the id of an entry. Without a field of its own it is hidden where nothing matches."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, window: QWidget, name: str, *, searched: bool = False) -> None:
        super().__init__(window)
        metrics = appearance.theme.metrics
        self._appearance = appearance
        self._entries: tuple[PickItem, ...] = ()
        self._above: QWidget | None = None
        self.setAccessibleName(name)
        self.field = _Search()
        self.field.setObjectName("pickSearch")
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(self.tr("Search"))
        self.field.setVisible(searched)
        self.list = QListWidget()
        self.list.setObjectName("pickList")
        self.list.setAccessibleName(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_Rows(self.list, appearance))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = label(self.tr("Nothing matches."), "muted")
        self._none.setContentsMargins(metrics.gap_m, metrics.gap_s, metrics.gap_m, metrics.gap_s)
        self._none.hide()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap_xs, metrics.gap_xs, metrics.gap_xs, metrics.gap_xs)
        column.setSpacing(metrics.gap_xs)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self._none)
        self.list.itemClicked.connect(self._on_clicked)
        self.field.textChanged.connect(self.narrow)
        self.field.keyed.connect(self.key)
        self.field.left.connect(self.hide)
        appearance.changed.connect(self.update)
        self.hide()

    @property
    def searched(self) -> bool:
        """Whether it has a field of its own."""
        return not self.field.isHidden()

    def offer(self, entries: Sequence[PickItem], above: QWidget, typed: str = "") -> None:
        """Show these above a widget, narrowed to what was typed already."""
        self._entries, self._above = tuple(entries), above
        if self.searched:
            self.field.clear()
        self.narrow(typed)
        if self.searched:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def narrow(self, typed: str) -> None:
        """Show the entries in which each word occurs, those whose title begins with it first."""
        words = typed.casefold().split()
        found = [item for item in self._entries if _matches(item, words)]
        found.sort(key=lambda item: bool(words) and not item.title.casefold().startswith(words[0]))
        self.list.clear()
        for item in found:
            row = QListWidgetItem()
            row.setData(ENTRY, item)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_line(item.title)}. {_line(item.subtitle)}")
            self.list.addItem(row)
        self.list.setVisible(bool(found))
        self._none.setVisible(self.searched and not found)
        self.list.setFixedHeight(ROW_PX * min(len(found), ROWS_SHOWN) + 2)
        if found:
            self._go_to(0)
        self.setVisible(bool(found) or self.searched)
        self._place()

    @Slot(int)
    def key(self, key: int) -> bool:
        """Up, Down, Enter, Tab or Esc was pressed; whether that was for the list."""
        match key:
            case Qt.Key.Key_Up | Qt.Key.Key_Down if self.list.count():
                step = -1 if key == Qt.Key.Key_Up else 1
                self._go_to((self.list.currentRow() + step) % self.list.count())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab if self.list.currentRow() >= 0:
                self._on_clicked(self.list.currentItem())
            case Qt.Key.Key_Escape:
                self.hide()
            case _:
                return False
        return True

    def _go_to(self, row: int) -> None:
        self.list.setCurrentRow(row)
        if QAccessible.isActive():  # the focus stays in the text
            said = str(self.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    @Slot(QListWidgetItem)
    def _on_clicked(self, row: QListWidgetItem) -> None:
        item: PickItem = row.data(ENTRY)
        self.hide()
        self.chosen.emit(item.id)

    def _place(self) -> None:
        window = self.parentWidget()
        if self._above is None or window is None:
            return
        top_left = self._above.mapTo(window, QPoint(0, 0))
        height = self._column.sizeHint().height()
        width = min(self._above.width(), WIDEST_PX)
        self.setGeometry(top_left.x(), max(8, top_left.y() - height - 4), width, height)
        self.raise_()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._above is not None:
            self._above.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._above is not None:
            self._above.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay where it belongs while the window changes its size."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        paint_panel(self, theme.colors.surface, theme.colors.border_strong, theme.metrics.radius_m)


def _matches(item: PickItem, words: Sequence[str]) -> bool:
    said = f"{item.title} {item.subtitle}".casefold()
    return item.stays or all(word in said for word in words)


def _line(text: str) -> str:
    return visible(" ".join(text[:300].split()))
