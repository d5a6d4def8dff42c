"""The list of sessions shows what was read last, however long each reading took, and reads again what failed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.errands import Errands
from inara_desktop.lists import Lists
from inara_desktop.style import Appearance
from inara_desktop.window import MainWindow
from inara_engine.errors import StorageError
from inara_engine.events import Recorded, SessionRenamed
from inara_engine.face import SessionSummary

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so


class SlowShelf:
    """A fake, as each of its readings must be held up and let go, or fail, when the test wants it.

    What it gives is what held when it was asked.
    """

    def __init__(self) -> None:
        self.title = "As it was"
        self.reads: list[asyncio.Event] = []
        self.given = 0
        self.broken = False

    async def rows(self, session_ids: list[str]) -> list[SessionSummary]:
        title, let = self.title, asyncio.Event()
        self.reads.append(let)
        if self.broken:
            raise StorageError("The database failed.", next_step="Check the disk.")
        await let.wait()
        self.given += 1
        return [SessionSummary(session_id, title, 0.0, 0.0) for session_id in session_ids]


class Engine:
    """What the lists ask of an engine in these tests."""

    def __init__(self) -> None:
        self.shelf = SlowShelf()
        self.happened: asyncio.Queue[Recorded] = asyncio.Queue()

    async def follow(self, _session_id: str | None, _after: int) -> AsyncIterator[Recorded]:
        while True:
            yield await self.happened.get()

    def rename(self, title: str) -> None:
        self.shelf.title = title
        self.happened.put_nowait(Recorded(1, "session-1", "", 0.0, SessionRenamed(title=title)))

    async def read(self, times: int) -> None:
        """Return when the list has asked so often for its row."""
        while len(self.shelf.reads) < times:
            await asyncio.sleep(0.01)

    async def shown(self, times: int) -> None:
        """Return when so many of these readings were given, and with that shown."""
        while self.shelf.given < times:
            await asyncio.sleep(0.01)


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> MainWindow:
    window = MainWindow(appearance, QWidget)
    qtbot.addWidget(window)
    window.show()
    return window


def titles(window: MainWindow) -> list[str]:
    model = window.sidebar.sessions.all
    return [model.data(model.index(row, 0), Qt.ItemDataRole.DisplayRole) for row in range(model.rowCount())]


async def followed(window: MainWindow) -> tuple[Engine, Errands]:
    engine, errands = Engine(), Errands(window)
    errands.opened(cast("Any", engine))
    errands.start(Lists(window, errands).follow())
    return engine, errands


async def test_a_row_read_late_does_not_take_the_place_of_a_newer_one(window: MainWindow) -> None:
    engine, errands = await followed(window)
    engine.rename("The first name")
    await engine.read(times=1)
    engine.rename("The second name")
    with suppress(TimeoutError):  # it should wait for the first; where it does not, it is shown before that
        await asyncio.wait_for(engine.read(times=2), 0.5)
        engine.shelf.reads[1].set()
        await engine.shown(times=1)
    engine.shelf.reads[0].set()
    await engine.read(times=2)
    engine.shelf.reads[1].set()
    await engine.shown(times=2)
    assert titles(window) == ["The second name"]
    await errands.cancel()


async def test_a_row_that_could_not_be_read_is_read_with_the_next_change(window: MainWindow) -> None:
    engine, errands = await followed(window)
    engine.shelf.broken = True
    engine.rename("Renamed while the disk failed")
    await engine.read(times=1)
    engine.shelf.broken = False
    elsewhere = Recorded(2, "session-2", "", 0.0, SessionRenamed(title="Another"))
    engine.happened.put_nowait(elsewhere)
    await engine.read(times=2)
    engine.shelf.reads[-1].set()
    await engine.shown(times=1)
    assert len(titles(window)) == 2
    await errands.cancel()
