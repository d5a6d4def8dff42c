"""The icon in the system's tray: idle, working, or with a mark while something waits for the person."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from inara_desktop.style import Appearance
from inara_desktop.tray_host import TrayHost

__all__ = ["Tray"]

SIZES_PX = (16, 22, 24, 32, 48, 64)
READABLE_PX = 22  # from this size of the icon on a number in it can be read
MOST_COUNTED = 9


class Tray(QObject):
    """Shown where the desktop has a tray, and as soon as it has one; until then it does nothing."""

    came = Signal()  # into a tray that was not there at first
    windowWanted = Signal()
    quickWanted = Signal()
    newWanted = Signal()
    offRecordWanted = Signal()
    waitingWanted = Signal()
    quitWanted = Signal()
    noticeClicked = Signal()

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._icon: QSystemTrayIcon | None = (
            None  # Qt's stays without a tray for good where it is made before there is one
        )
        self._host: TrayHost | None = None
        self._state = (0, 0)
        self._menu = QMenu()
        self._waiting = self._menu.addAction(self.tr("Nothing waits for you"))
        self._waiting.triggered.connect(self.waitingWanted)
        self._menu.addSeparator()
        for text, wanted in (
            (self.tr("Open Inara"), self.windowWanted),
            (self.tr("Quick prompt"), self.quickWanted),
            (self.tr("New conversation"), self.newWanted),
            (self.tr("New conversation off the record"), self.offRecordWanted),
        ):
            self._menu.addAction(text).triggered.connect(wanted)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Quit Inara")).triggered.connect(self.quitWanted)
        self.set_state(0, 0)
        appearance.changed.connect(self._tint)

    @property
    def there(self) -> bool:
        """Whether the person can see it."""
        return self._icon is not None and self._icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Put it into the tray, now or when there is one."""
        if self._icon is not None:
            self._icon.show()
        elif QSystemTrayIcon.isSystemTrayAvailable():
            icon = self._icon = QSystemTrayIcon(self)
            icon.setContextMenu(self._menu)
            icon.activated.connect(self._on_activated)
            icon.messageClicked.connect(self.noticeClicked)
            self.set_state(*self._state)
            icon.show()
        elif self._host is None:
            self._host = TrayHost(self)
            self._host.came.connect(self._on_host)

    def hide(self) -> None:
        """Take it away."""
        if self._icon is not None:
            self._icon.hide()

    def set_state(self, running: int, waiting: int) -> None:
        """How many jobs run, and how many calls wait for the person."""
        counted, self._state = self._state[1], (running, waiting)
        colors = self._appearance.theme.colors
        if waiting:
            words = self.tr("1 question waits for you")
            if waiting > 1:
                words = self.tr("{count} questions wait for you").format(count=waiting)
        else:
            words = self.tr("Working") if running else self.tr("Ready")
        self._waiting.setText(f"{words}…" if waiting else self.tr("Nothing waits for you"))
        self._waiting.setEnabled(bool(waiting))
        if waiting != counted and isinstance(app := QGuiApplication.instance(), QGuiApplication):
            app.setBadgeNumber(waiting)  # on the desktop's dock, where it has one
        if self._icon is None:
            return
        self._icon.setToolTip(f"Inara – {words}")
        icon = QIcon()
        for size in SIZES_PX:
            mark = self._appearance.icons.pixmap("inara", colors.accent, size)
            if waiting:
                mark = _marked(mark, colors.warning_text, _count(waiting), colors.canvas)
            elif running:
                mark = _marked(mark, colors.accent, hollow=True)
            icon.addPixmap(mark)
        self._icon.setIcon(icon)

    def tell(self, title: str, text: str) -> bool:
        """A notification; False where the desktop shows none this way."""
        if self._icon is None or not (self.there and QSystemTrayIcon.supportsMessages()):
            return False
        self._icon.showMessage(title, text, self._icon.icon())
        return True

    @Slot()
    def _tint(self) -> None:
        self.set_state(*self._state)

    @Slot()
    def _on_host(self) -> None:
        if self._icon is None:
            self.show()
            self.came.emit()

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.MiddleClick:
            self.quickWanted.emit()
        elif reason != QSystemTrayIcon.ActivationReason.Context:
            self.windowWanted.emit()


def _count(waiting: int) -> str:
    return str(waiting) if waiting <= MOST_COUNTED else "+"


def _marked(mark: QPixmap, color: str, words: str = "", ink: str = "", *, hollow: bool = False) -> QPixmap:
    """The mark with a dot in its corner: full and with a number, where that can be read, for what waits; or a ring."""
    made = QPixmap(mark)
    size = made.width()
    readable = bool(words) and size >= READABLE_PX
    edge = size * (0.6 if readable else 0.44)
    dot = QRectF(size * 0.96 - edge, size * 0.96 - edge, edge, edge)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.setBrush(Qt.GlobalColor.black)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(dot.adjusted(-size * 0.06, -size * 0.06, size * 0.06, size * 0.06))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    if hollow:
        width = max(1.5, size * 0.1)
        painter.setPen(QPen(QColor(color), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot.adjusted(width / 2, width / 2, -width / 2, -width / 2))
    else:
        painter.setBrush(QColor(color))
        painter.drawEllipse(dot)
    if readable:
        font = QFont(QGuiApplication.font())
        font.setPixelSize(round(edge * 0.78))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return made
