"""What goes along with a question asked in passing: pasted, dropped, copied or marked, and seen before it is sent."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.attachments import Picture, TextFile
from inara_desktop.errands import Errands
from inara_desktop.lists import Lists
from inara_desktop.quick_asking import CONTEXT_CHARACTERS, QuickAsking
from inara_desktop.quick_prompt import QuickPrompt
from inara_desktop.style import Appearance
from inara_desktop.window import MainWindow
from inara_desktop.wording import number
from tests.support.shortcut_portal import StandInPortal

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so


class Desk:
    def __init__(self, appearance: Appearance, qtbot: QtBot) -> None:
        window = MainWindow(appearance, QWidget)
        qtbot.addWidget(window)
        self.errands = Errands(window)
        self.asking = QuickAsking(QObject(window), self.errands, Lists(window, self.errands), appearance)
        self.asking.summon()
        self.quick = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QuickPrompt))

    async def take(self, mime: QMimeData) -> None:
        self.quick.composer.editor.insertFromMimeData(mime)
        await self.errands.finish()

    def press(self, name: str) -> None:
        button = self.quick.findChild(QPushButton, name)
        assert button is not None
        button.click()

    @property
    def said(self) -> str:
        line = self.quick.findChild(QLabel, "quickSay")
        assert line is not None
        return line.accessibleName() if line.isVisible() else ""


@pytest.fixture
async def desk(appearance: Appearance, qtbot: QtBot) -> AsyncIterator[Desk]:
    made = Desk(appearance, qtbot)
    yield made
    await made.errands.cancel()
    made.asking.end()
    qtbot.wait_until(lambda: not made.quick.isVisible())
    made.quick.deleteLater()


async def test_a_picture_is_pasted_and_a_file_dropped(desk: Desk, tmp_path: Path) -> None:
    pasted = QMimeData()
    pasted.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    await desk.take(pasted)
    (tmp_path / "letter.txt").write_text("Dear Ada")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "letter.txt"))])
    await desk.take(dropped)
    picture, letter = desk.quick.composer.attachments()
    assert isinstance(picture, Picture)
    assert letter == TextFile("letter.txt", "Dear Ada")


async def test_why_a_file_is_not_taken_is_said_whole_in_the_prompt(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"\0\1")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.bin"))])
    before = desk.quick.height()
    await desk.take(dropped)
    assert desk.said.startswith("“a.bin” is neither a picture nor text. ")
    assert desk.quick.height() > before
    line = desk.quick.findChild(QLabel, "quickSay")
    assert line is not None
    assert line.height() >= line.heightForWidth(line.width())


async def test_the_beginning_of_what_was_copied_is_seen_before_it_is_sent(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("Dear\n\tAda,\u202e thanks")
    desk.press("quickClipboard")
    shown = [label.accessibleName() for label in desk.quick.composer.findChildren(QLabel) if label.isVisible()]
    assert "Clipboard" in shown
    assert "Dear Ada,[U+202E] thanks" in shown


async def test_what_is_too_long_to_go_along_is_said(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("x" * (CONTEXT_CHARACTERS + 1))
    desk.press("quickClipboard")
    assert desk.said == f"Only the first {number(CONTEXT_CHARACTERS)} characters go along."


async def test_at_most_ten_go_along(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("x")
    for _ in range(11):
        desk.press("quickClipboard")
    assert desk.quick.composer.attached == 10
    assert desk.said.startswith("At most 10 files")


# -- a picture of the screen, where only the desktop may take one


async def test_the_desktop_takes_the_picture_where_programs_may_not_look(
    wayland_bus: str, desk: Desk, tmp_path: Path
) -> None:
    async with StandInPortal(wayland_bus) as portal:
        portal.picture = tmp_path / "Screenshot of today.png"
        QImage(4, 4, QImage.Format.Format_RGB32).save(str(portal.picture))
        desk.press("quickScreenshot")
        await asyncio.sleep(0)
        assert not desk.quick.isVisible()  # it would be on the picture
        await desk.errands.finish()
        assert desk.quick.isVisible()
        await desk.errands.finish()  # its file is read
        assert [one.name for one in desk.quick.composer.attachments()] == ["Screenshot of today.png"]
        assert desk.said == ""


async def test_who_takes_no_picture_after_all_is_back_with_none(wayland_bus: str, desk: Desk, tmp_path: Path) -> None:
    async with StandInPortal(wayland_bus) as portal:
        portal.picture, portal.answer = tmp_path / "none.png", "refuse"
        desk.press("quickScreenshot")
        await desk.errands.finish()
        assert desk.quick.isVisible()
        assert desk.quick.composer.attached == 0
        assert desk.said == "No picture of the screen was taken."


async def test_where_nobody_takes_pictures_it_is_said(wayland_bus: str, desk: Desk) -> None:
    async with StandInPortal(wayland_bus):
        desk.press("quickScreenshot")
        await desk.errands.finish()
        assert desk.said.startswith("This desktop lets no program see the screen.")
