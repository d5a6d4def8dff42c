"""Work of the window that waits for the engine."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.errands import Errands
from inara_desktop.style import Appearance
from inara_desktop.window import MainWindow
from inara_engine.errors import UserError

if TYPE_CHECKING:
    from inara_engine.face import Face


async def test_who_stops_waiting_for_the_engine_stops_nobody_else(qapp: QApplication, qtbot: QtBot) -> None:
    """A search is called off by the next letter, also before the engine is there."""
    window = MainWindow(Appearance(qapp, "light"), QWidget)
    qtbot.addWidget(window)
    errands = Errands(window)

    async def wait() -> Face:
        return await errands.engine

    left, stays = errands.start(wait()), errands.start(wait())
    await asyncio.sleep(0)
    left.cancel()
    with suppress(asyncio.CancelledError):
        await left
    assert not errands.engine.done()
    engine = cast("Face", object())
    errands.opened(engine)
    assert await stays is engine
    assert errands.engine.result() is engine


async def test_an_engine_that_can_not_be_opened_is_tried_again_once(qapp: QApplication, qtbot: QtBot) -> None:
    """However often the button is pressed: a second try would find the data in use."""
    window = MainWindow(Appearance(qapp, "light"), QWidget)
    qtbot.addWidget(window)
    errands = Errands(window)
    assert not errands.refused()
    errands.refuse(UserError("It can't be read.", next_step="Have a look."))
    window.clear_banner("open")
    assert errands.refused()
    assert not window.banners.isHidden()  # said once more
    assert [errands.forgive(), errands.forgive()] == [True, False]
    assert window.banners.isHidden()
