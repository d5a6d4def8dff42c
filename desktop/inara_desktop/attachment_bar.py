"""What goes with the message: a chip each above the text, with its picture or an icon, and a button to take it away."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inara_desktop.attachments import Picture, TextFile, shown_name
from inara_desktop.controls import ElidedLabel, IconButton
from inara_desktop.panel import paint_panel
from inara_desktop.style import Appearance
from inara_desktop.visible import visible

__all__ = ["AttachmentBar"]

_CHIP_PX = 208
_PICTURE_PX = 36
_BEGINNING = 200  # characters of a text: what goes along is seen before it is sent


class _Face(QWidget):
    """The picture, cut to a square, or the icon of a file."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._pixmap: QPixmap | None = None
        self.setFixedSize(_PICTURE_PX, _PICTURE_PX)
        appearance.changed.connect(self.update)

    def set_image(self, image: QImage) -> None:
        ratio = self.devicePixelRatioF()
        edge = round(_PICTURE_PX * ratio)
        grown, smooth = Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
        scaled = image.scaled(QSize(edge, edge), grown, smooth)
        left, top = (scaled.width() - edge) // 2, (scaled.height() - edge) // 2
        self._pixmap = QPixmap.fromImage(scaled.copy(left, top, edge, edge))
        self._pixmap.setDevicePixelRatio(ratio)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self._pixmap is None:
            self._appearance.icons.paint(painter, "file", theme.colors.muted, area.adjusted(9, 9, -9, -9))
        else:
            path = QPainterPath()
            path.addRoundedRect(area, theme.metrics.radius_s, theme.metrics.radius_s)
            painter.setClipPath(path)
            painter.drawPixmap(0, 0, self._pixmap)
        painter.end()


class _Chip(QWidget):
    removed = Signal(QWidget)

    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__()
        metrics = appearance.theme.metrics
        self._appearance = appearance
        self.attachment: Picture | TextFile | None = None
        name = shown_name(name)
        self.setFixedWidth(_CHIP_PX)
        self.setAccessibleName(self.tr("Reading {file}").format(file=name))
        self._face = _Face(appearance)
        self._name = ElidedLabel(name, "section", Qt.TextElideMode.ElideMiddle)  # the ending says what it is
        self._begins = ElidedLabel(self.tr("Reading…"), "small")
        remove = IconButton(
            appearance, "cross", self.tr("Remove {file}").format(file=name), edge_px=36, tip=self.tr("Remove")
        )
        remove.clicked.connect(self._on_remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.gap_xs, metrics.gap_xs, metrics.gap_xs, metrics.gap_xs)
        row.setSpacing(metrics.gap_s)
        row.addWidget(self._face)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._begins)
        row.addLayout(words, 1)
        row.addWidget(remove)
        appearance.changed.connect(self.update)

    def set_attachment(self, attachment: Picture | TextFile) -> None:
        self.attachment = attachment
        self.setAccessibleName(self.tr("Attached: {file}").format(file=attachment.name))
        self._name.set_text(attachment.name)
        if isinstance(attachment, Picture):
            self._face.set_image(attachment.thumbnail)
            self._begins.hide()
        else:
            self._begins.set_text(visible(" ".join(attachment.text[:_BEGINNING].split())))

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        paint_panel(self, theme.colors.sunken, theme.colors.border, theme.metrics.radius_m)


class AttachmentBar(QWidget):
    """Chips in as many columns as fit. `changed` comes when one came, was read or went."""

    changed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._chips: list[_Chip] = []
        self._aside: set[_Chip] = set()
        self.setObjectName("attachments")
        self.setAccessibleName(self.tr("Attachments"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(appearance.theme.metrics.gap_s)
        self._columns = 1

    def __len__(self) -> int:
        return len(self._chips)

    @property
    def reading(self) -> bool:
        """Whether one is still being read."""
        return any(chip.attachment is None for chip in self._chips)

    def attachments(self) -> tuple[Picture | TextFile, ...]:
        """Those that were read, in order."""
        return tuple(chip.attachment for chip in self._chips if chip.attachment is not None)

    def expect(self, name: str) -> QWidget:
        """A chip for something that is being read."""
        chip = _Chip(self._appearance, name)
        chip.removed.connect(self.remove)
        self._chips.append(chip)
        self._arrange()
        return chip

    def fill(self, chip: QWidget, attachment: Picture | TextFile) -> None:
        """What the chip stands for was read; nothing happens where the person has removed it."""
        if isinstance(chip, _Chip) and (chip in self._chips or chip in self._aside):
            chip.set_attachment(attachment)
            self.changed.emit()

    @Slot(QWidget)
    def remove(self, chip: QWidget) -> None:
        """Take a chip away."""
        if isinstance(chip, _Chip) and chip in self._chips:
            self._chips.remove(chip)
            self._grid.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
            self._arrange()
        elif isinstance(chip, _Chip) and chip in self._aside:
            self._aside.remove(chip)
            chip.deleteLater()

    def put_aside(self) -> tuple[QWidget, ...]:
        """Take all out of sight, those included that are being read: for `bring_back`, or `remove`."""
        gone = tuple(self._chips)
        for chip in gone:
            self._grid.removeWidget(chip)
            chip.hide()
        self._aside.update(gone)
        self._chips.clear()
        self._arrange()
        return gone

    def bring_back(self, chips: Iterable[QWidget]) -> None:
        """Show those again that were put aside and could be read."""
        for chip in chips:
            if isinstance(chip, _Chip) and chip in self._aside:
                self._aside.remove(chip)
                self._chips.append(chip)
                chip.show()
        self._arrange()

    def clear(self) -> None:
        """Take all away."""
        for chip in tuple(self._chips):
            self.remove(chip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        gap = self._grid.spacing()
        columns = max(1, (event.size().width() + gap) // (_CHIP_PX + gap))
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _arrange(self) -> None:
        self._place()
        self.setVisible(bool(self._chips))
        self.changed.emit()

    def _place(self) -> None:
        for index, chip in enumerate(self._chips):
            place = divmod(index, self._columns)
            self._grid.addWidget(chip, *place, Qt.AlignmentFlag.AlignLeft)
        for column in range(8):
            self._grid.setColumnStretch(column, 1 if column == self._columns else 0)
