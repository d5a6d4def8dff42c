"""Notices above the conversation: what is wrong or worth knowing, and the one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inara_desktop.controls import IconButton, IconLabel, Paragraph, TextButton
from inara_desktop.style import Appearance
from inara_desktop.values import BannerValue

__all__ = ["BannerArea"]

_LOOKS = {
    "info": ("info", "accent_text"),
    "warning": ("warning", "warning_text"),
    "error": ("warning", "danger_text"),
}


class _Banner(QFrame):
    acted = Signal(str)
    closed = Signal(str)

    def __init__(self, appearance: Appearance, value: BannerValue) -> None:
        super().__init__()
        self._value = value
        metrics = appearance.theme.metrics
        self.setObjectName(f"banner_{value.name}")
        self.setAccessibleName(value.text)
        self.setProperty("kind", "note")
        self.setProperty("tone", value.tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.gap_m, metrics.gap_s, metrics.gap_s, metrics.gap_s)
        row.setSpacing(metrics.gap_m)
        row.addWidget(IconLabel(appearance, *_LOOKS[value.tone]))
        row.addWidget(Paragraph(value.text), 1)
        if value.action:
            button = TextButton(appearance, value.action_label)
            button.setObjectName("bannerAction")
            button.clicked.connect(self._on_action)
            row.addWidget(button)
        if value.closable:
            close = IconButton(appearance, "cross", self.tr("Close this notice"), edge_px=28, tip=self.tr("Close"))
            close.setObjectName("bannerClose")
            close.clicked.connect(self._on_close)
            row.addWidget(close)

    @Slot()
    def _on_action(self) -> None:
        self.acted.emit(self._value.action)

    @Slot()
    def _on_close(self) -> None:
        self.closed.emit(self._value.name)


class BannerArea(QWidget):
    """The notices there are, one of each name, newest below."""

    acted = Signal(str)
    closed = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._banners: dict[str, _Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(appearance.theme.metrics.gap_s)
        self.hide()

    def show_banner(self, value: BannerValue) -> None:
        """Add a notice, or replace the one of the same name."""
        self._remove(value.name)
        banner = self._banners[value.name] = _Banner(self._appearance, value)
        banner.acted.connect(self.acted)
        banner.closed.connect(self._on_closed)
        self._column.addWidget(banner)
        self.show()

    def clear_banner(self, name: str = "") -> None:
        """Take a notice away; without a name, all of them."""
        for each in [name] if name else list(self._banners):
            self._remove(each)
        self.setVisible(bool(self._banners))

    @Slot(str)
    def _on_closed(self, name: str) -> None:
        self.clear_banner(name)
        self.closed.emit(name)

    def _remove(self, name: str) -> None:
        banner = self._banners.pop(name, None)
        if banner is not None:
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
