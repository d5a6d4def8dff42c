"""Icons at the size and colour they are painted in: crisp at every scale, tinted by the theme.

A drawing is read on first use and rendered once for each name, colour, size and pixel ratio.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from inara_resources import icon_svg

__all__ = ["Icons"]


class Icons:
    """The icon family. Qt's own icons are made for the finest screen there is."""

    def __init__(self, app: QGuiApplication) -> None:
        self._app = app
        self._drawings: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, color: str, size_px: int, ratio: float = 1.0) -> QPixmap:
        """The icon in one colour (#rrggbb), `size_px` logical pixels wide, for a screen of `ratio`."""
        key = (name, color, size_px, ratio)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = self._pixmaps[key] = self._render(name, color, size_px, ratio)
        return pixmap

    def icon(self, name: str, color: str, size_px: int = 18, disabled: str = "", room_px: int = 0) -> QIcon:
        """A QIcon for Qt's own buttons and menus, with `room_px` of nothing behind the drawing."""
        ratio = self._app.devicePixelRatio()
        icon = QIcon()
        icon.addPixmap(_with_room(self.pixmap(name, color, size_px, ratio), room_px))
        if disabled:
            icon.addPixmap(_with_room(self.pixmap(name, disabled, size_px, ratio), room_px), QIcon.Mode.Disabled)
        return icon

    def paint(self, painter: QPainter, name: str, color: str, where: QRectF) -> None:
        """Draw the icon in a square of the painter's own scale."""
        device = painter.device()
        ratio = device.devicePixelRatio() if device else 1.0
        painter.drawPixmap(
            QPointF(where.topLeft()), self.pixmap(name, color, max(1, round(where.width())), float(ratio))
        )

    def _render(self, name: str, color: str, size_px: int, ratio: float) -> QPixmap:
        drawing = self._drawings.get(name)
        if drawing is None:
            drawing = self._drawings[name] = icon_svg(name)
        edge = max(1, round(size_px * ratio))
        pixmap = QPixmap(edge, edge)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.replace("currentColor", color).encode())).render(
            painter, QRectF(0, 0, edge, edge)
        )
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


def _with_room(pixmap: QPixmap, room_px: int) -> QPixmap:
    if not room_px:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wider = QPixmap(pixmap.width() + round(room_px * ratio), pixmap.height())
    wider.setDevicePixelRatio(ratio)
    wider.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wider)
    painter.drawPixmap(QPointF(0, 0), pixmap)
    painter.end()
    return wider
