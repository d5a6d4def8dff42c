"""The pictures of rows: asked for when they are seen, kept decoded within bounds, let go of when others need the room.

Nothing is decoded here: whoever shows the transcript gives a picture, or the sentence that says why there is none.
"""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

__all__ = ["PREVIEW_HEIGHT_PX", "PREVIEW_WIDTH_PX", "Pictures"]

PREVIEW_WIDTH_PX, PREVIEW_HEIGHT_PX = 420, 280  # logical; a picture in a row is no larger
MOST_BYTES = 48_000_000  # of pictures kept

Key = tuple[str, int]


class Pictures(QObject):
    """`wanted(row, number)` asks for a picture, `came(row)` says that one is there."""

    wanted = Signal(str, int)
    came = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: OrderedDict[Key, QImage | str] = OrderedDict()
        self._bytes = 0
        self._asked: set[Key] = set()

    def picture(self, row_id: str, number: int) -> QImage | str | None:
        """The picture, or why it can't be shown; None while it is on its way."""
        key = row_id, number
        if key in self._known:
            self._known.move_to_end(key)
            return self._known[key]
        if key not in self._asked:
            self._asked.add(key)
            self.wanted.emit(row_id, number)
        return None

    def put(self, row_id: str, number: int, picture: QImage | str) -> None:
        """Here it is, no larger than a preview; or the sentence to show in its place."""
        key = row_id, number
        self._asked.discard(key)
        self._bytes += _size(picture) - _size(self._known.get(key, ""))
        self._known[key] = picture
        while self._bytes > MOST_BYTES and len(self._known) > 1:
            self._bytes -= _size(self._known.popitem(last=False)[1])
        self.came.emit(row_id)

    def clear(self) -> None:
        """Another conversation is shown."""
        self._known.clear()
        self._asked.clear()
        self._bytes = 0


def _size(picture: QImage | str) -> int:
    return picture.sizeInBytes() if isinstance(picture, QImage) else 0
