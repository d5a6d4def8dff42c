"""A row of controls that goes on in a further line where it is too narrow for all: buttons in German, at 720 pixels."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

__all__ = ["WrapRow"]


class WrapRow(QLayout):
    """`addWidget` from left to right; what comes after `add_spring` stands at the right end of its line."""

    def __init__(self, spacing_px: int) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing_px)
        self._items: list[QLayoutItem] = []
        self._spring: int | None = None

    def add_spring(self) -> None:
        """Push what follows to the right."""
        self._spring = len(self._items)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(height for _, height in self._lines(width)) + self.spacing() * (len(self._lines(width)) - 1)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown()]
        return QSize(
            max((hint.width() for hint in hints), default=0), max((hint.height() for hint in hints), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        pushed = set(map(id, self._items[self._spring :])) if self._spring is not None else set[int]()
        top = rect.top()
        for line, height in self._lines(rect.width()):
            left = rect.left()
            room = rect.width() - sum(item.sizeHint().width() for item in line) - self.spacing() * (len(line) - 1)
            for item in line:
                if id(item) in pushed:
                    left, room = left + room, 0
                size = item.sizeHint()
                item.setGeometry(QRect(left, top + (height - size.height()) // 2, size.width(), size.height()))
                left += size.width() + self.spacing()
            top += height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[tuple[list[QLayoutItem], int]]:
        """What stands in each line, and how high that is."""
        lines: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if lines[-1] and used + self.spacing() + wide > width:
                lines.append([])
                used = 0
            used += wide + (self.spacing() if lines[-1] else 0)
            lines[-1].append(item)
        return [(line, max((item.sizeHint().height() for item in line), default=0)) for line in lines]
