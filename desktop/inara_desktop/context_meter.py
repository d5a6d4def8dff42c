"""How much of the model's window the conversation fills: a ring and a percentage, warning when it gets full."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inara_desktop.style import Appearance
from inara_desktop.values import ContextFill
from inara_desktop.wording import number

__all__ = ["ContextMeter"]

WARN_AT, FULL_AT = 0.75, 0.92
RING_PX = 14
GAP_PX = 6


class ContextMeter(QWidget):
    """Hidden until something is known. The numbers are its accessible name and its tool tip."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._fill = ContextFill(0, None)
        self.setObjectName("contextMeter")
        font = QFont(self.font())
        font.setPixelSize(appearance.theme.type.small)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)
        self.hide()

    def show_fill(self, fill: ContextFill | None) -> None:
        """What is known of the conversation shown; None: nothing."""
        self.setVisible(fill is not None)
        if fill is None or fill == self._fill:
            return
        self._fill = fill
        words = self._words()
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    @property
    def share(self) -> float | None:
        """How full it is, 0 to 1; None where the window's size is not known."""
        fill = self._fill
        return min(1.0, fill.used / fill.window) if fill.window else None

    @property
    def tone(self) -> str:
        """The name of its colour in the theme."""
        share = self.share or 0.0
        return "danger_text" if share >= FULL_AT else "warning_text" if share >= WARN_AT else "muted"

    def _words(self) -> str:
        fill, share = self._fill, self.share
        used = number(fill.used)
        if share is None or fill.window is None:
            return self.tr("The conversation is {} tokens long; how much its model can read is not known").format(used)
        words = self.tr("The conversation fills {}% of what its model can read: {} of {} tokens")
        words = words.format(round(share * 100), used, number(fill.window))
        if self.tone == "danger_text":
            words += self.tr(". Older turns will be summed up soon")
        return words

    def _label(self) -> str:
        if self.share is not None:
            return self.tr("{}% full").format(round(self.share * 100))
        used = self._fill.used
        return self.tr("{} tokens").format(f"{number(used / 1000, 1)}k" if used >= 1000 else number(used))

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        ring = RING_PX + GAP_PX if self.share is not None else 0
        return QSize(
            round(ring + metrics.horizontalAdvance(self._label()) + 2), max(RING_PX + 2, round(metrics.height()))
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = self._appearance.theme.colors
        ink = QColor(getattr(colors, self.tone))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0.0
        if (share := self.share) is not None:
            ring = QRectF(1, (self.height() - RING_PX) / 2, RING_PX, RING_PX).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.setPen(QPen(QColor(colors.border), 2.5))
            painter.drawEllipse(ring)
            painter.setPen(QPen(ink, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(ring, 90 * 16, -max(60, round(share * 360 * 16)))
            x = RING_PX + GAP_PX
        painter.setPen(ink)
        area = QRectF(x, 0, self.width() - x, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._label())
        painter.end()
