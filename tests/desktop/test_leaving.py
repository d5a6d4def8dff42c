"""Closing the window for good while something goes on: asked once, and only where a person can answer."""

from __future__ import annotations

from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.errands import Errands
from inara_desktop.leaving import Leaving
from inara_desktop.question import Question
from inara_desktop.style import Appearance
from inara_desktop.window import MainWindow
from inara_engine.errors import StorageError
from inara_engine.face import SessionSummary

if TYPE_CHECKING:
    from inara_engine.face import Face

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so


class Desk:
    """A window with these states of its sessions; `busy` is what was heard of them."""

    def __init__(self, appearance: Appearance, qtbot: QtBot) -> None:
        self.window = MainWindow(appearance, QWidget)
        qtbot.addWidget(self.window)
        self.window.show()
        self.errands = Errands(self.window)
        self.kept = self.private = ""
        self.fails = self.used = False
        engine = SimpleNamespace(shelf=SimpleNamespace(page=self._page))
        self.errands.opened(cast("Face", engine))
        busy = lambda: self.kept == "running"  # noqa: E731
        self.leaving = Leaving(self.window, self.errands, appearance, lambda: self.used, busy)

    async def _page(self, _limit: int) -> list[SimpleNamespace]:
        if self.fails:
            raise StorageError("The disk is gone.")
        return [
            SimpleNamespace(off_record=False, status=self.kept),
            SimpleNamespace(off_record=True, status=self.private),
        ]

    async def close(self) -> bool:
        """Close the window as a person does; whether it is closed then."""
        self.window.close()
        await self.errands.finish()
        return not self.window.isVisible()

    @property
    def questions(self) -> list[Question]:
        return [each for each in self.window.findChildren(Question) if each.isVisible()]

    @property
    def said(self) -> str:
        return " ".join(each.text() for each in self.questions[0].findChildren(QLabel))


@pytest.fixture
async def desk(appearance: Appearance, qtbot: QtBot) -> AsyncIterator[Desk]:
    assert "status" in SessionSummary.__dataclass_fields__  # what the stand-in has
    made = Desk(appearance, qtbot)
    yield made
    await made.errands.cancel()


@pytest.mark.parametrize("kept", ["", "waiting"])
async def test_where_nothing_would_be_cut_off_it_just_closes(desk: Desk, kept: str) -> None:
    desk.kept = kept
    assert await desk.close()


async def test_an_answer_that_is_being_written_is_asked_about_once(desk: Desk) -> None:
    desk.kept = "running"
    assert not await desk.close()
    assert not await desk.close()
    (question,) = desk.questions
    assert "An answer is still being written." in desk.said
    assert question.no.isDefault()
    question.reject()
    assert desk.window.isVisible()

    assert not await desk.close()  # the next time it is asked anew
    desk.questions[0].accept()
    assert not desk.window.isVisible()


async def test_what_is_off_the_record_is_lost_and_said_first(desk: Desk) -> None:
    desk.used, desk.kept, desk.private = True, "running", "running"
    assert not await desk.close()
    assert "in memory only" in desk.said
    assert "An answer is still being written." not in desk.said


async def test_the_answer_came_to_its_end_meanwhile(desk: Desk) -> None:
    desk.used = True
    assert await desk.close()
    assert not desk.questions


async def test_the_end_of_the_desktops_session_waits_for_nobody(desk: Desk) -> None:
    desk.kept = "running"
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.commitDataRequest.emit(None)
    assert await desk.close()


async def test_a_signal_asks_nobody(desk: Desk) -> None:
    desk.kept = "running"
    desk.window.end()
    assert not desk.window.isVisible()


async def test_where_nothing_can_be_looked_up_it_is_said_and_asked_anew(desk: Desk) -> None:
    desk.kept, desk.fails = "running", True
    assert not await desk.close()
    assert not desk.questions
    desk.fails = False
    assert not await desk.close()
    assert len(desk.questions) == 1
