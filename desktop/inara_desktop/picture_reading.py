"""Pictures of a conversation made visible: decoded within bounds, whatever they claim to be. All of it blocks."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from inara_desktop.attachments import shown_name
from inara_desktop.wording import number, translate
from inara_engine.errors import UserError

if TYPE_CHECKING:
    from inara_engine.messages import Image

__all__ = ["content_of", "decoded", "file_name"]

LARGEST_BYTES = 20_000_000
MOST_PIXELS = 50_000_000  # 200 MB while it is decoded
_ENDINGS = {"png": ".png", "jpeg": ".jpg", "webp": ".webp", "gif": ".gif"}


def content_of(image: Image) -> bytes:
    """The file as it came. Raises: UserError."""
    if len(image.data) * 3 // 4 > LARGEST_BYTES:
        size = len(image.data) * 3 // 4_000_000
        raise _refused(image, translate("Picture", "{} MB are more than a picture may have.").format(size))
    try:
        return base64.b64decode(image.data, validate=True)
    except (binascii.Error, ValueError):
        raise _refused(image, translate("Picture", "It is damaged.")) from None


def decoded(image: Image, edge_px: QSize) -> QImage:
    """The picture (the first of a moving one), no larger than `edge_px`. Raises: UserError that says why not."""
    content = content_of(image)
    if not (kind := _kind(content)):
        raise _refused(image, translate("Picture", "It is no PNG, JPEG, WebP or GIF."))
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)  # Qt's reader of SVG would open the files that a picture names
    size = reader.size()
    if not size.isValid():
        raise _refused(image, translate("Picture", "It is damaged."))
    if size.width() * size.height() > MOST_PIXELS:
        raise _refused(
            image,
            translate("Picture", "{} × {} pixels are too many.").format(number(size.width()), number(size.height())),
        )
    reader.setAutoTransform(True)
    if size.width() > edge_px.width() or size.height() > edge_px.height():
        reader.setScaledSize(size.scaled(edge_px, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    shown = reader.read()
    if shown.isNull():
        raise _refused(image, translate("Picture", "It is damaged."))
    return shown


def file_name(image: Image) -> str:
    """What to call the file when it is saved: the ending says what it is, not what a tool called it."""
    try:
        ending = _ENDINGS.get(_kind(base64.b64decode(image.data[:64])), "")
    except (binascii.Error, ValueError):
        ending = ""
    stem = shown_name(image.name).replace("/", "_").replace("\\", "_").strip(". ")
    for known in (*_ENDINGS.values(), ".jpeg"):
        if stem.lower().endswith(known):
            stem = stem[: -len(known)]
    return (stem or translate("Picture", "picture")) + ending


def _kind(content: bytes) -> str:
    """The format by its first bytes; "" for any other than the four."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    return "webp" if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else ""


def _refused(image: Image, why: str) -> UserError:
    name = shown_name(image.name) or translate("Picture", "The picture")
    return UserError(translate("Picture", "“{}” can't be shown.").format(name) + f" {why}")
