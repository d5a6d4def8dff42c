"""What is copied off the record is marked as a secret, so that the desktop's clipboard history keeps no copy of it.

Histories write what they collect to a disk. Those of KDE, and others that follow it, leave out what carries this mark.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

__all__ = ["DiscreetClipboard", "copy_secret"]

MARK = "x-kde-passwordManagerHint"
MARKED = b"secret"
KEPT = ("text/plain", "text/html")
PLATFORMS = ("xcb", "wayland")  # where there are such histories; elsewhere Qt can't say whose the clipboard is


class DiscreetClipboard(QObject):
    """Marks what this program puts on the clipboard, or selects, while `private` says so."""

    def __init__(self, parent: QObject, private: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._private = private
        self._clipboard = QGuiApplication.clipboard()
        if QGuiApplication.platformName() in PLATFORMS:
            self._clipboard.changed.connect(self._on_changed)

    @Slot(QClipboard.Mode)
    def _on_changed(self, mode: QClipboard.Mode) -> None:
        owned = (
            self._clipboard.ownsSelection() if mode == QClipboard.Mode.Selection else self._clipboard.ownsClipboard()
        )
        if not owned or not self._private():
            return
        held = self._clipboard.mimeData(mode)
        if held.hasFormat(MARK) or not held.hasText():
            return
        marked = QMimeData()
        for kind in KEPT:
            if held.hasFormat(kind):
                marked.setData(kind, held.data(kind))
        marked.setData(MARK, MARKED)
        self._clipboard.setMimeData(marked, mode)


def copy_secret(text: str) -> None:
    """Put a text on the clipboard under this mark."""
    marked = QMimeData()
    marked.setText(text)
    marked.setData(MARK, MARKED)
    QGuiApplication.clipboard().setMimeData(marked)
