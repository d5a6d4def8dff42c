"""Draw the application's mark as the files that desktops want.

draw_icons.py hicolor DIR     sizes 16 to 512 px and the drawing itself, as an icon theme has them
draw_icons.py ico FILE        one file with the sizes Windows shows
draw_icons.py iconset DIR     the files that macOS' iconutil makes an .icns of
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from inara_resources import icon_svg

ICON = "app.inara.Inara"


def drawn(size_px: int) -> bytes:
    """The mark as a PNG, `size_px` square."""
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(icon_svg("inara").encode())).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


def hicolor(folder: Path) -> None:
    """An icon theme's folders."""
    for size_px in (16, 22, 24, 32, 48, 64, 128, 256, 512):
        _write(folder / f"{size_px}x{size_px}" / "apps" / f"{ICON}.png", drawn(size_px))
    _write(folder / "scalable" / "apps" / f"{ICON}.svg", icon_svg("inara").encode())


def ico(file: Path) -> None:
    """Windows' container: a directory of PNGs."""
    pictures = [(size_px, drawn(size_px)) for size_px in (16, 24, 32, 48, 64, 128, 256)]
    header = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(header) + 16 * len(pictures)
    entries = b""
    for size_px, png in pictures:
        entries += struct.pack("<BBBBHHII", size_px % 256, size_px % 256, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    _write(file, header + entries + b"".join(png for _, png in pictures))


def iconset(folder: Path) -> None:
    """What `iconutil --convert icns` reads."""
    for size_px in (16, 32, 128, 256, 512):
        _write(folder / f"icon_{size_px}x{size_px}.png", drawn(size_px))
        _write(folder / f"icon_{size_px}x{size_px}@2x.png", drawn(2 * size_px))


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


if __name__ == "__main__":
    app = QGuiApplication([])
    {"hicolor": hicolor, "ico": ico, "iconset": iconset}[sys.argv[1]](Path(sys.argv[2]))
