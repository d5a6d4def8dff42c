"""The page of decisions over a real engine: pages as one scrolls, new decisions on top, and the check of the chain."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication, QWidget

from inara_desktop.activity_window import ActivityWindow
from inara_desktop.decision_reading import PAGE, DecisionReading
from inara_desktop.errands import Errands
from inara_desktop.style import Appearance
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.window import MainWindow
from inara_engine.face import Engine, open_engine
from inara_engine.home import find_home
from inara_engine.store import decisions

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

MANY = 2 * PAGE + 50


def decide(database: Path, count: int) -> None:
    """Let so many decisions have been made, one after the other."""
    with closing(sqlite3.connect(database)) as db, db:
        for number in range(1, count + 1):
            decisions.append(db, float(number), decisions.Decision("approved", "window", f"tool_{number}"))


def tamper(database: Path, statement: str) -> None:
    """Change the log as somebody would who gets at the file."""
    with closing(sqlite3.connect(database)) as db, db:
        db.executescript("DROP TRIGGER decision_unchanged; DROP TRIGGER decision_kept;")
        db.execute(statement)


@pytest.fixture
async def database(home: Path) -> Path:
    await (await open_engine(find_home())).close()
    await asyncio.to_thread(decide, find_home().database, MANY)
    return find_home().database


class Opened:
    """The activity window turned to its decisions, all of which were read and checked that were asked for."""

    def __init__(self, app: QApplication, engine: Engine) -> None:
        self._window = MainWindow(Appearance(app), TranscriptView)
        self._errands = Errands(self._window)
        self._errands.opened(engine)
        self._dialog = ActivityWindow(Appearance(app), self._window)
        self._page = self._dialog.decisions
        self.log = self._page.log
        self.reading = DecisionReading(self._page, self._errands)
        self._dialog.decisionsShown.connect(self.reading.show)
        self._dialog.show()
        self._dialog.to_decisions.click()

    @property
    def words(self) -> str:
        """What the page says of the chain."""
        said = self._page.findChild(QWidget, "decisionChain")
        return said.accessibleName() if isinstance(said, QWidget) else ""

    @property
    def numbers(self) -> list[int]:
        items = [self.log.item(self.log.index(row)) for row in range(self.log.rowCount())]
        return [item.number for item in items if item is not None]

    async def rest(self) -> None:
        await self._errands.finish()

    async def close(self) -> None:
        await self.rest()
        self._dialog.close()
        self._window.deleteLater()


@asynccontextmanager
async def opened(app: QApplication) -> AsyncIterator[Opened]:
    engine = await open_engine(find_home())
    made = Opened(app, engine)
    await made.rest()
    yield made
    await made.close()
    await engine.close()


async def test_the_newest_come_first_and_older_ones_as_one_scrolls(database: Path, qapp: QApplication) -> None:
    async with opened(qapp) as shown:
        assert shown.numbers == list(range(MANY, MANY - PAGE, -1))
        while shown.log.canFetchMore(QModelIndex()):
            shown.log.fetchMore(QModelIndex())
            await shown.rest()
        assert shown.numbers == list(range(MANY, 0, -1))


async def test_it_says_that_the_log_is_as_it_was_written(database: Path, qapp: QApplication) -> None:
    async with opened(qapp) as shown:
        assert shown.words.startswith(f"Decisions 1 to {MANY}, since ")


@pytest.mark.parametrize(
    ("tampering", "words"),
    [
        ("UPDATE decision SET what = 'declined' WHERE n = 17", "The log is broken at decision 17:"),
        ("DELETE FROM decision WHERE n = 30", "The log is broken at decision 30:"),
        (
            f"DELETE FROM decision WHERE n > {MANY - 3}",
            f"Decisions are missing at the end of the log, from number {MANY - 2}",
        ),
    ],
)
async def test_it_says_where_the_log_is_not_as_it_was_written(
    database: Path, qapp: QApplication, tampering: str, words: str
) -> None:
    await asyncio.to_thread(tamper, database, tampering)
    async with opened(qapp) as shown:
        assert shown.words.startswith(words)
