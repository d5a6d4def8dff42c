"""What is loaded and opened behind a window that is painted: the transcript's modules, then the engine.

Loading them before would double the time to the first paint.
"""

from __future__ import annotations

import asyncio
import importlib
from typing import TYPE_CHECKING

from inara_desktop.desktop_port import WindowDesktop
from inara_desktop.errands import Errands
from inara_desktop.file_watcher import QtFileWatcher
from inara_desktop.wording import spoken
from inara_engine.errors import InaraError
from inara_engine.home import Home

if TYPE_CHECKING:
    from inara_engine.face import Engine
    from inara_engine.remote import Summons

__all__ = ["HandedOver", "load_view", "opened"]

AGAIN_AFTER_S = 0.5  # the data may be free again
ANSWER_WITHIN_S = 5.0  # another Inara, when asked for its window
OF_THE_VIEW = (  # in pieces of a few milliseconds
    *("accessible", "text", "code_block", "prose", "flow", "answer_item"),
    *("scroll_bar", "canvas", "interaction", "view"),
)


class HandedOver(Exception):
    """Another Inara has the data, and has shown its window."""


async def load_view() -> None:
    """Load the transcript's modules: here, not in a thread.

    Qt asks PySide for its classes without Python's lock (for a screen reader, say), and a class of Qt's that a thread
    makes meanwhile ends the process.
    """
    for name in OF_THE_VIEW:
        importlib.import_module(f"inara_desktop.transcript.{name}")
        await asyncio.sleep(0)


async def opened(home: Home, errands: Errands, wanted: Summons | None) -> Engine | None:
    """The engine, once the data is free; None where it can't be had, which the window says. Raises HandedOver.

    `wanted` is what another Inara, if there is one, is asked for.
    """
    for name in ("inara_engine.face", "inara_engine.remote"):  # no class of Qt's in them
        await asyncio.to_thread(importlib.import_module, name)
    importlib.import_module("inara_desktop.conversation")
    from inara_engine.face import AlreadyOpen, open_engine

    while True:
        try:
            return await open_engine(home, desktop=WindowDesktop(), watcher=QtFileWatcher(), language=spoken())
        except AlreadyOpen as error:
            await _hand_over(error, home, errands, wanted)
            await asyncio.sleep(AGAIN_AFTER_S)  # a command in a terminal is soon done
        except InaraError as error:
            errands.refuse(error)
            return None


async def _hand_over(error: InaraError, home: Home, errands: Errands, wanted: Summons | None) -> None:
    """Ask the other Inara to show its window. Raises HandedOver where it did."""
    try:
        async with asyncio.timeout(ANSWER_WITHIN_S):
            if await _show_other(home, wanted):
                raise HandedOver
    except TimeoutError:  # it hangs, or ends just now
        pass
    except InaraError as refused:  # a command in a terminal, which has no window
        error = refused
    errands.say("open", error)


async def _show_other(home: Home, wanted: Summons | None) -> bool:
    from inara_engine.remote import RemoteEngine, Summons

    other = await RemoteEngine.connect(home.socket)
    if other is None:
        return False
    try:
        await other.show(wanted or Summons())
    finally:
        await other.close()
    return True
