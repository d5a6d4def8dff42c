"""What goes wrong in work that a dialog began and whose end it does not see is said in the window."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from inara_desktop.errands import Errands
from inara_desktop.looking_back import LookingBack
from inara_desktop.overseeing import Overseeing
from inara_desktop.pages.memory_errands import MemoryErrands
from inara_desktop.pages.office import Office
from inara_desktop.pages.page import Page
from inara_desktop.pages.roles import RoleChange
from inara_desktop.pages.roles_errands import RolesErrands
from inara_desktop.pages.storage_errands import StorageErrands
from inara_desktop.pages.web_search_errands import WebSearchErrands
from inara_desktop.style import Appearance
from inara_desktop.templating import Templating
from inara_desktop.window import MainWindow
from inara_engine.errors import StorageError
from inara_engine.home import find_home
from inara_engine.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so


class FullDisk:
    """An engine for which there is no room to write anything; it finds that out when it is `let`."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.let = asyncio.Event()

    async def settings(self) -> Settings:
        return Settings()

    def __getattr__(self, _name: str) -> FullDisk:
        return self

    async def __call__(self, *_args: object, **_more: object) -> object:
        if self.asked.is_set():  # what is read after that is empty
            return []
        self.asked.set()
        await self.let.wait()
        raise StorageError("There is no room.", next_step="Make some.")


class Undeleted(QObject):
    """Put onto a dialog, it is closed and not deleted: as Qt leaves it until its loop comes to it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.DeferredDelete


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> MainWindow:
    window = MainWindow(appearance, QWidget)
    qtbot.addWidget(window)
    window.show()
    return window


def notices(window: MainWindow) -> list[str]:
    found = window.banners.findChildren(QWidget, QRegularExpression("^banner_"))
    return [notice.accessibleName() for notice in found if not notice.isHidden()]


def in_settings(window: MainWindow, page: Page) -> QDialog:
    """Open settings, in which a page was looked at and another one is."""
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    QVBoxLayout(dialog).addWidget(page)
    page.hide()
    dialog.open()
    return dialog


@pytest.mark.parametrize("deleted", [True, False])
@pytest.mark.parametrize(
    ("errands_of", "begin"),
    [
        (RolesErrands, lambda page: page.changed.emit(RoleChange("orchestrator", "system_append", "Be brief."))),
        (WebSearchErrands, lambda page: page.changed.emit("provider", "brave")),
        (MemoryErrands, lambda page: page.distillWanted.emit()),
        (StorageErrands, lambda page: page.wanted.emit("backup")),
    ],
)
async def test_what_fails_behind_closed_settings_is_said_in_the_window(
    window: MainWindow,
    appearance: Appearance,
    errands_of: Callable[[Office], Any],
    begin: Callable[[Any], None],
    deleted: bool,
) -> None:
    engine, errands = FullDisk(), Errands(window)
    errands.opened(cast("Any", engine))

    async def spread(_settings: Settings) -> None:
        return None

    office = Office(window, errands, appearance, find_home(), spread, cast("Any", None))
    of_page = errands_of(office)
    dialog = in_settings(window, of_page.page)
    if not deleted:
        dialog.installEventFilter(Undeleted(dialog))
    begin(of_page.page)
    async with asyncio.timeout(10):
        await engine.asked.wait()
    dialog.accept()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert isValid(dialog) is not deleted
    engine.let.set()
    await errands.finish()
    await asyncio.sleep(0)  # whoever is told that it has ended
    assert notices(window) == ["There is no room. Make some."]


@pytest.mark.parametrize(
    ("part", "work"),
    [
        (Templating, lambda part: part._save("Letter", "Dear {{who}},", "", "")),
        (Overseeing, lambda part: part._switch(on=True)),
        (LookingBack, lambda part: part._undo("job")),
    ],
)
async def test_what_fails_behind_another_closed_window_is_said_too(
    window: MainWindow,
    appearance: Appearance,
    part: Callable[..., Any],
    work: Callable[[Any], Coroutine[Any, Any, None]],
) -> None:
    """None of the three has a window when it ends: a template saved, the interface switched, a job taken back."""
    engine, errands = FullDisk(), Errands(window)
    errands.opened(cast("Any", engine))
    engine.let.set()
    errands.start(work(part(window, errands, appearance)))
    await errands.finish()
    await asyncio.sleep(0)
    assert notices(window) == ["There is no room. Make some."]
