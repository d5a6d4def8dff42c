"""Files and pictures dragged over the window: it says that they can be dropped, and gives them to the composer."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from inara_desktop.composer import Composer
from inara_desktop.composer_editor import local_files
from inara_desktop.style import Appearance

__all__ = ["DropHint", "Dropping"]

_EDGE = 12
_ICON = 28


class DropHint(QWidget):
    """Lies over the conversation while something is dragged there."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setObjectName("dropHint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = self.tr("Drop to attach to the message")
        self.setAccessibleName(self._words)
        self.hide()

    def cover(self) -> None:
        """Lie over all of its parent."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors, font = self._appearance.theme.colors, self.font()
        ground = QColor(colors.canvas)
        ground.setAlphaF(0.96)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(QColor(colors.accent), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE), 14, 14)
        font.setPixelSize(self._appearance.theme.type.reading)
        painter.setFont(font)
        middle = QRectF(self.rect()).center()
        icon = QRectF(middle.x() - _ICON / 2, middle.y() - _ICON - 4, _ICON, _ICON)
        self._appearance.icons.paint(painter, "attach", colors.accent_text, icon)
        painter.setPen(QColor(colors.text))
        words = QRectF(_EDGE, middle.y() + 6, self.width() - 2 * _EDGE, 40)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self._words)
        painter.end()


class Dropping(QObject):
    """What the window does with a drag; `over` is what the hint lies over."""

    def __init__(self, over: QWidget, composer: Composer, appearance: Appearance) -> None:
        super().__init__(over)
        self._over = over
        self._composer = composer
        self._appearance = appearance
        self._hint: DropHint | None = None

    def enter(self, event: QDragEnterEvent) -> None:
        """Take files of this machine and pictures, and show that."""
        if not _is_taken(event.mimeData()):
            return
        event.acceptProposedAction()
        if self._hint is None:
            self._hint = DropHint(self._appearance, self._over)
        self._hint.cover()

    def leave(self) -> None:
        """The drag is elsewhere, or has ended."""
        if self._hint is not None:
            self._hint.hide()

    def drop(self, event: QDropEvent) -> None:
        """Give it to the composer."""
        self.leave()
        event.acceptProposedAction()
        self._over.activateWindow()  # what is typed next goes with it
        self._composer.offer(event.mimeData())


def _is_taken(source: QMimeData) -> bool:
    return bool(local_files(source)) or (source.hasImage() and not source.hasFormat("text/plain"))
