"""Qt and asyncio on one loop, from the first painted window to the last thing put away."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from inara_desktop.bridge import Bridge
from inara_desktop.event_loop import EventLoop
from inara_desktop.style import Appearance
from inara_desktop.window import MainWindow
from inara_engine.home import Home

if TYPE_CHECKING:
    from inara_engine.remote import Summons

__all__ = ["serve"]


def serve(app: QApplication, window: MainWindow, appearance: Appearance, home: Home, wanted: Summons | None) -> None:
    """Run until the window was closed and all is put away."""
    loop = EventLoop(app)
    asyncio.set_event_loop(loop)
    with loop, _signals(window):
        loop.run_until_complete(_bridged(window, appearance, home, wanted))


async def _bridged(window: MainWindow, appearance: Appearance, home: Home, wanted: Summons | None) -> None:
    await Bridge(window, appearance, home, wanted).run()


@contextmanager
def _signals(window: MainWindow) -> Generator[None]:
    """End in order on SIGTERM and Ctrl+C. Python runs a handler only when it runs, so the signal wakes Qt's loop."""
    reading, writing = socket.socketpair()
    reading.setblocking(False)
    writing.setblocking(False)
    before = signal.set_wakeup_fd(writing.fileno())
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: reading.recv(64))

    def end(_number: int, _frame: object) -> None:
        window.end()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end)
    try:
        yield
    finally:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(before)
        reading.close()
        writing.close()
