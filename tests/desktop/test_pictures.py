"""Pictures that were attached or made: from the log to the screen, whatever they claim to be."""

from __future__ import annotations

import base64
import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.picture_reading import decoded, file_name
from inara_desktop.picture_view import PictureView, read_for_view
from inara_desktop.picturing import image_of
from inara_desktop.style import Appearance
from inara_engine.errors import NotFound, UserError
from inara_engine.face import Prompt, open_engine
from inara_engine.home import find_home
from inara_engine.messages import Image
from tests.support.scripted_server import ScriptedServer, text_turn
from tests.support.terminal import configure

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

PREVIEW = QSize(420, 280)


def content(width: int, height: int, kind: str = "PNG") -> bytes:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.darkCyan)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert made.save(buffer, kind)  # type: ignore[call-overload]  # the stub wants bytes for the format
    return bytes(buffer.data().data())


def image(data: bytes, name: str = "chart.png", media_type: str = "image/png") -> Image:
    return Image(media_type=media_type, data=base64.b64encode(data).decode(), name=name)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few kilobytes that says it is enormous."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1_000_000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_no_larger_than_asked_for(qapp: QApplication, kind: str) -> None:
    assert decoded(image(content(2000, 1000, kind)), PREVIEW).size() == QSize(420, 210)
    assert decoded(image(content(30, 20, kind)), PREVIEW).size() == QSize(30, 20)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (bomb(60_000, 60_000), "60000 × 60000 pixels are too many"),
        (bomb(2_000_000_000, 1), "It is damaged"),
        (bomb(3000, 3000), "It is damaged"),
        (content(200, 100)[:60], "It is damaged"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>", "It is no PNG"),
        (b"%PDF-1.4", "It is no PNG"),
        (b"", "It is no PNG"),
    ],
    ids=["bomb", "line", "cut short", "cut", "svg", "pdf", "empty"],
)
def test_what_can_not_be_shown_is_refused_with_a_sentence(qapp: QApplication, data: bytes, why: str) -> None:
    with pytest.raises(UserError, match=r"^“chart.png” can't be shown\. ") as refused:
        decoded(image(data), PREVIEW)
    assert why in refused.value.message


def test_too_many_bytes_and_no_base64_are_refused(qapp: QApplication) -> None:
    with pytest.raises(UserError, match="30 MB are more"):
        decoded(Image(media_type="image/png", data="A" * 40_000_000), PREVIEW)
    with pytest.raises(UserError, match="It is damaged"):
        decoded(Image(media_type="image/png", data="no base64 ö"), PREVIEW)


@pytest.mark.parametrize(
    ("name", "kind", "saved"),
    [
        ("chart.png", "PNG", "chart.png"),
        ("run.sh", "PNG", "run.sh.png"),
        ("photo.jpeg", "PNG", "photo.png"),
        ("../../etc/x", "JPEG", "_.._etc_x.jpg"),
        ("", "WEBP", "picture.webp"),
    ],
)
def test_the_files_ending_says_what_it_is(qapp: QApplication, name: str, kind: str, saved: str) -> None:
    assert file_name(image(content(20, 20, kind), name)) == saved


async def test_the_pictures_of_a_task_are_read_from_the_log(home: Path) -> None:
    async with ScriptedServer([text_turn("A chart.")]) as server:
        configure(home, server.base_url)
        engine = await open_engine(find_home())
        try:
            made = image(content(20, 20))
            job = await engine.submit(Prompt(text="What is it?", images=(made,)), "session-1")
            assert await image_of(engine, "session-1", job, f"{job}/task", 0) == made
            with pytest.raises(NotFound):
                await image_of(engine, "session-1", job, f"{job}/task", 1)
        finally:
            await engine.close()


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def test_a_picture_is_seen_large_copied_and_saved_as_it_came(
    appearance: Appearance, behind: QWidget, tmp_path: Path
) -> None:
    data = content(3000, 1000)
    view = PictureView(appearance, behind, read_for_view(image(data)))
    view.open()
    assert view.width() <= 800
    assert view.say.accessibleName() == "chart.png · 3000 × 1000 pixels"
    view.copy.click()
    assert QGuiApplication.clipboard().image().size() == QSize(3000, 1000)
    view._on_file(str(tmp_path / "kept.png"))
    assert (tmp_path / "kept.png").read_bytes() == data
    view._on_file(str(tmp_path / "nowhere" / "kept.png"))
    assert "No such file" in view.say.accessibleName()
    view.reject()


def test_what_can_not_be_seen_can_still_be_saved(appearance: Appearance, behind: QWidget) -> None:
    view = PictureView(appearance, behind, read_for_view(image(bomb(60_000, 60_000))))
    assert (view.copy.isEnabled(), view.save.isEnabled()) == (False, True)
    view.close()
