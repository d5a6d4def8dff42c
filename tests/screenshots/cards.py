"""Cards of tools, and pictures in a conversation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from PySide6.QtWidgets import QWidget

from inara_desktop.picture_view import PictureContent, PictureView
from inara_desktop.style import Appearance
from inara_desktop.transcript.rows import AnswerRow, Row, RowAction, RowDetail, RowPicture, ToolRow, UserRow
from inara_desktop.values import ContextFill
from inara_desktop.window import MainWindow
from tests.screenshots.window import NOW, Scene, canvas, settle, window

UNDO = RowAction("undo", "Undo")
GIVEN = RowDetail("Given", "path: ~/Documents/Garden/plan.md\noverwrite: true")
CARDS: tuple[Row, ...] = (
    UserRow("u1", "Put the sowing days into my plan, and tidy up behind you.", NOW - 90),
    ToolRow("t1", "read_file", "Read ~/Documents/Garden/plan.md", "ok", 1, (GIVEN,), 12),
    ToolRow(
        "t2",
        "write_file",
        "Change ~/Documents/Garden/plan.md",
        "ok",
        2,
        (GIVEN, RowDetail("Result", '{"written": 276, "lines": ["# Garden plan", "## March"], "backup": true}')),
        31,
        (UNDO,),
        "Allowed by you, in the window",
    ),
    ToolRow(
        "t3",
        "move_file",
        "Move ~/Downloads/scan_0042.pdf to ~/Documents/invoice.pdf",
        "undone",
        2,
        (GIVEN,),
        8,
        note="~/Downloads/scan_0042.pdf is back from ~/Documents/invoice.pdf.",
    ),
    ToolRow("t4", "delete_file", "Delete ~/Downloads/old.zip", "declined", 3, (GIVEN,)),
    ToolRow("t5", "web_fetch", "Fetch https://example.org/sowing", "failed", 3, (GIVEN,), 2900),
    ToolRow("t6", "run_command", "Run make install", "unknown", 3),
    ToolRow("t7", "search_files", "Search ~/Documents for “compost”", "running", 1, (GIVEN,)),
)


def metered(made: MainWindow) -> MainWindow:
    made.composer.meter.show_fill(ContextFill(26_200, 32_768, "Qwen 3 8B"))
    return made


def cards(appearance: Appearance) -> Sequence[QWidget]:
    return [metered(window(appearance, CARDS))]


def cards_opened(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, CARDS[:4])
    transcript = canvas(made)
    made.show()
    settle(200)
    for stop in [stop for stop in transcript._stops() if stop.row_id == "t2" and stop.target.kind == "fold"]:
        transcript._fold(stop)
    return [made]


def cards_small(appearance: Appearance) -> Sequence[QWidget]:
    made = metered(window(appearance, CARDS))
    made.resize(720, 520)
    return [made]


def _drawn(width: int, height: int) -> QImage:
    """A picture to look at: a sunset over water."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 0, height)
    for at, color in ((0.0, "#23395d"), (0.45, "#e07a5f"), (0.6, "#f2cc8f"), (0.61, "#3d5a80"), (1.0, "#1b2a41")):
        sky.setColorAt(at, QColor(color))
    painter.fillRect(image.rect(), sky)
    painter.setBrush(QColor("#ffe8b6"))
    painter.drawEllipse(width // 2, int(height * 0.42), height // 6, height // 6)
    painter.end()
    return image


PICTURES: tuple[Row, ...] = (
    UserRow("u1", "Where was this taken? Draw me a wider one.", NOW - 90, (RowPicture("beach.jpg", "image/jpeg"),)),
    ToolRow(
        "t1",
        "paint__draw",
        "Draw a wide sunset, three versions",
        "ok",
        1,
        (GIVEN,),
        4300,
        pictures=(RowPicture("one.png"), RowPicture("two.png"), RowPicture("three.png"), RowPicture("four.png")),
    ),
    AnswerRow(
        "a1",
        "By the light, an evening on a west coast. The first version is the widest.",
        label="Qwen 3 8B",
        footer="42 tokens · 41 tokens/s · 1.9 s · cost 0.0021 · 2 calls, 3,204 tokens, cost 0.012 in all",
    ),
)


def pictures(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, PICTURES)
    transcript = canvas(made)
    made.show()
    settle(100)
    transcript.pictures.put("u1", 0, _drawn(400, 260))
    transcript.pictures.put("t1", 0, _drawn(420, 160))
    transcript.pictures.put("t1", 1, _drawn(240, 240))
    transcript.pictures.put("t1", 2, "“three.png” can't be shown. 60000 × 60000 pixels are too many.")
    return [metered(made)]


def pictures_small(appearance: Appearance) -> Sequence[QWidget]:
    (made,) = pictures(appearance)
    made.resize(720, 520)
    return [made]


def picture_large(appearance: Appearance) -> Sequence[QWidget]:
    (made,) = pictures(appearance)
    content = PictureContent("beach.jpg", b"picture", _drawn(1600, 1000))
    opened = PictureView(appearance, made, content)
    opened.open()
    return [made, opened]


SCENES: tuple[Scene, ...] = (
    cards,
    cards_opened,
    cards_small,
    pictures,
    pictures_small,
    picture_large,
)
