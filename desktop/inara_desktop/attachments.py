"""Pictures and text files read for a prompt: within bounds, in a thread, whatever the file claims to be.

A picture is decoded and encoded again, at most `EDGE_PX` wide and high: places and cameras noted in it stay here,
and no model is sent more than it can see.
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from inara_desktop.said import why
from inara_desktop.values import Draft, Picture, TextFile
from inara_desktop.wording import number, translate
from inara_engine.attached import quoting
from inara_engine.errors import UserError

if TYPE_CHECKING:
    from inara_engine.messages import Image

__all__ = ["Picture", "TextFile", "pasted", "picture", "pictures", "prompt_text", "read_attachment", "shown_name"]

EDGE_PX = 2048
MOST_PIXELS = 120_000_000
LARGEST_PICTURE = 40_000_000  # bytes on disk
LARGEST_SENT = 4_500_000  # bytes of a picture as it is sent; servers refuse more than 5 MB
LARGEST_TEXT = 256_000  # bytes
THUMBNAIL_PX = 96
_FORMATS = {"png", "jpeg", "webp", "gif"}
_BYTE_ORDER_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


def read_attachment(path: Path) -> Picture | TextFile:
    """Read a file, whatever is in it. Blocks. Raises: UserError, with what can be done."""
    name = shown_name(path.name)
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise _refused(
                translate("Attachments", "“{file}” is not a file.").format(file=name),
                translate("Attachments", "Attach the files in it one by one."),
            )
        reader = QImageReader(str(path))
        reader.setDecideFormatFromContent(True)
        if reader.canRead():
            if size > LARGEST_PICTURE:
                raise _too_large(name, LARGEST_PICTURE)
            return _read_picture(reader, name)
        if size > LARGEST_TEXT:
            with path.open("rb") as file:
                is_text = b"\0" not in file.read(4096)
            raise _too_large(name, LARGEST_TEXT) if is_text else _unknown(name)
        content = path.read_bytes()[: LARGEST_TEXT + 1]
    except OSError as error:
        raise _refused(
            translate("Attachments", "“{file}” can't be read: {reason}.").format(file=name, reason=why(error)),
            translate("Attachments", "Check that it is there and yours."),
        ) from error
    return TextFile(name, _decoded(content, name))


def picture(image: QImage, name: str) -> Picture:
    """A picture that came from the clipboard. Blocks. Raises: UserError."""
    if image.isNull():
        raise _refused(
            translate("Attachments", "The picture on the clipboard can't be read."),
            translate("Attachments", "Save it as PNG and attach the file."),
        )
    return _encoded(image, name, lossless=True)


def pasted(text: str, name: str) -> TextFile:
    """A long text that came from the clipboard. Raises: UserError."""
    if len(text.encode(errors="replace")) > LARGEST_TEXT:
        raise _too_large(name, LARGEST_TEXT)
    return TextFile(name, text.replace("\0", "\ufffd"))


def prompt_text(draft: Draft) -> str:
    """What is sent as text: what was typed, then each text file."""
    files = [(each.name, each.text.rstrip()) for each in draft.attachments if isinstance(each, TextFile)]
    return quoting(draft.text.strip(), files)


def pictures(draft: Draft) -> tuple[Image, ...]:
    """The pictures as the engine takes them."""
    from inara_engine.messages import Image

    found = (each for each in draft.attachments if isinstance(each, Picture))
    return tuple(Image(media_type=each.media_type, data=each.data, name=each.name) for each in found)


def shown_name(name: str) -> str:
    """A file's name on one line, without what could be read as something else; the end of a long one stays."""
    name = "".join(character if character.isprintable() else "\ufffd" for character in name).replace("`", "'")
    return name if len(name) <= 80 else f"{name[:40]}…{name[-36:]}"


def _read_picture(reader: QImageReader, name: str) -> Picture:
    kind = reader.format().toStdString().lower()
    if kind not in _FORMATS:
        raise _refused(
            translate("Attachments", "“{file}” is a {kind} picture.").format(file=name, kind=kind.upper()),
            translate("Attachments", "Save it as PNG, JPEG, WebP or GIF."),
        )
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        raise _refused(
            translate("Attachments", "“{file}” has {width} × {height} pixels, which is too many.").format(
                file=name, width=number(size.width()), height=number(size.height())
            ),
            translate("Attachments", "Attach a smaller one."),
        )
    reader.setAutoTransform(True)
    if size.isValid() and max(size.width(), size.height()) > EDGE_PX:
        reader.setScaledSize(size.scaled(QSize(EDGE_PX, EDGE_PX), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise _refused(
            translate("Attachments", "“{file}” is damaged: {reason}.").format(file=name, reason=reader.errorString()),
            translate("Attachments", "Attach another copy of it."),
        )
    return _encoded(image, name, lossless=kind != "jpeg")


def _encoded(image: QImage, name: str, *, lossless: bool) -> Picture:
    if max(image.width(), image.height()) > EDGE_PX:
        image = _scaled(image, EDGE_PX)
    content, media_type = _written(image, "PNG") if lossless else b"", "image/png"
    if not lossless or len(content) > LARGEST_SENT:
        flat = image
        if image.hasAlphaChannel():
            flat = QImage(image.size(), QImage.Format.Format_RGB32)
            flat.fill(QColor("white"))
            painter = QPainter(flat)
            painter.drawImage(0, 0, image)
            painter.end()
        content, media_type = _written(flat, "JPEG", 88), "image/jpeg"
    if not content or len(content) > LARGEST_SENT:
        raise _too_large(name, LARGEST_SENT)
    return Picture(name, media_type, base64.b64encode(content).decode(), _scaled(image, THUMBNAIL_PX))


def _scaled(image: QImage, edge: int) -> QImage:
    if max(image.width(), image.height()) <= edge:
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(edge, edge, keep, smooth)


def _written(image: QImage, kind: str, quality: int = -1) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, quality)  # type: ignore[call-overload]  # the stub wants bytes for the format
    return bytes(buffer.data().data())


def _decoded(content: bytes, name: str) -> str:
    if len(content) > LARGEST_TEXT:
        raise _too_large(name, LARGEST_TEXT)
    encoding = next((encoding for mark, encoding in _BYTE_ORDER_MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise _unknown(name) from None
    if "\0" in text:
        raise _unknown(name)
    if not text.strip():
        raise _refused(translate("Attachments", "“{file}” is empty.").format(file=name), "")
    return text.replace("\r\n", "\n")


def _too_large(name: str, limit: int) -> UserError:
    kind = f"{limit / 1e6:g} MB" if limit >= 1_000_000 else f"{limit // 1000} kB"
    return _refused(
        translate("Attachments", "“{file}” is larger than {size}.").format(file=name, size=kind),
        translate("Attachments", "Attach a smaller file, or ask Inara to read parts of it."),
    )


def _unknown(name: str) -> UserError:
    return _refused(
        translate("Attachments", "“{file}” is neither a picture nor text.").format(file=name),
        translate("Attachments", "PNG, JPEG, WebP, GIF and text files can be attached."),
    )


def _refused(message: str, next_step: str) -> UserError:
    return UserError(message, next_step=next_step)
