"""A picture of the conversation seen large, to be copied or saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, QStandardPaths, Qt, Slot
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from inara_desktop.controls import ElidedLabel, Paragraph, TextButton
from inara_desktop.picture_reading import content_of, decoded, file_name
from inara_desktop.said import explained, why
from inara_desktop.style import Appearance
from inara_desktop.wording import number
from inara_engine.errors import UserError

if TYPE_CHECKING:
    from inara_engine.messages import Image

__all__ = ["PictureContent", "PictureView", "read_for_view"]

EDGE_PX = 4096
SMALLEST = QSize(420, 300)


class PictureContent(NamedTuple):
    """A picture as it is shown and as it is saved; `problem` where it can't be shown."""

    name: str
    content: bytes
    image: QImage | None
    problem: str = ""


def read_for_view(image: Image) -> PictureContent:
    """Blocks."""
    content, shown, problem = b"", None, ""
    try:
        content = content_of(image)
        shown = decoded(image, QSize(EDGE_PX, EDGE_PX))
    except UserError as error:
        problem = explained(error)
    return PictureContent(file_name(image), content, shown, problem)


class _Picture(QWidget):
    """As large as the room allows, never larger than it is."""

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self._image = image
        self.setMinimumSize(120, 80)

    def sizeHint(self) -> QSize:
        return self._image.size() / self.devicePixelRatioF()

    def paintEvent(self, _event: QPaintEvent) -> None:
        size = self._image.size().toSizeF() / self.devicePixelRatioF()
        room = QRectF(self.rect())
        if size.width() > room.width() or size.height() > room.height():
            size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)
        painter.end()


class PictureView(QDialog):
    """`open()` it; Esc closes it."""

    def __init__(self, appearance: Appearance, parent: QWidget, picture: PictureContent) -> None:
        super().__init__(parent)
        metrics = appearance.theme.metrics
        self._picture = picture
        self._saving: QFileDialog | None = None
        self.setObjectName("pictureView")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Picture"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*metrics.window_edges())
        column.setSpacing(metrics.gap_m)
        if picture.image is not None:
            shown = _Picture(picture.image)
            shown.setAccessibleName(picture.name)
            column.addWidget(shown, 1)
        else:
            column.addWidget(Paragraph(picture.problem, "muted"), 1)
        self.say = ElidedLabel(self._facts(), "small")
        self.say.setObjectName("pictureFacts")
        self.copy = TextButton(appearance, self.tr("Copy"))
        self.copy.setObjectName("pictureCopy")
        self.copy.setEnabled(picture.image is not None)
        self.save = TextButton(appearance, self.tr("Save as…"))
        self.save.setObjectName("pictureSave")
        self.save.setEnabled(bool(picture.content))
        close = TextButton(appearance, self.tr("Close"), kind="primary")
        close.setObjectName("pictureClose")
        close.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(metrics.gap_s)
        row.addWidget(self.say, 1)
        for button in (self.copy, self.save, close):
            row.addWidget(button)
        column.addLayout(row)
        self.copy.clicked.connect(self._on_copy)
        self.save.clicked.connect(self._on_save)
        close.clicked.connect(self.accept)
        room = parent.size() * 0.92
        self.resize(self.sizeHint().boundedTo(room).expandedTo(SMALLEST))

    def _facts(self) -> str:
        picture, size = self._picture, ""
        if picture.image is not None:
            size = self.tr("{} × {} pixels").format(number(picture.image.width()), number(picture.image.height()))
        return " · ".join(part for part in (picture.name, size) if part)

    @Slot()
    def _on_copy(self) -> None:
        if self._picture.image is not None:
            QGuiApplication.clipboard().setImage(self._picture.image)
            self.say.set_text(self.tr("Copied"))

    @Slot()
    def _on_save(self) -> None:
        if self._saving is None:
            self._saving = QFileDialog(self, self.tr("Save the picture"))
            self._saving.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            self._saving.setFileMode(QFileDialog.FileMode.AnyFile)
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
            self._saving.setDirectory(folder if Path(folder).is_dir() else str(Path.home()))
            self._saving.selectFile(self._picture.name)
            self._saving.fileSelected.connect(self._on_file)
        self._saving.open()

    @Slot(str)
    def _on_file(self, path: str) -> None:
        try:
            Path(path).write_bytes(self._picture.content)
        except OSError as error:
            self.say.set_text(self.tr("It can't be saved there: {}.").format(why(error)))
        else:
            self.say.set_text(self.tr("Saved: {}").format(path))
