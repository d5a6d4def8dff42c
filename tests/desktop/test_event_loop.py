"""The loop of the window: what asyncio promises, and time for Qt between."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QTimer

from inara_desktop.event_loop import EventLoop


async def test_callbacks_run_in_the_order_they_came() -> None:
    ran: list[str] = []
    loop = asyncio.get_running_loop()
    assert isinstance(loop, EventLoop)
    loop.call_soon(ran.append, "first")
    loop.call_soon(lambda: loop.call_soon(ran.append, "added meanwhile"))
    loop.call_soon(ran.append, "third").cancel()
    loop.call_soon(ran.append, "last")
    await asyncio.sleep(0.01)
    assert ran == ["first", "last", "added meanwhile"]


async def test_a_task_that_never_rests_leaves_qt_its_time() -> None:
    """Without it this would never end."""
    ticks: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(0)
    while len(ticks) < 10:
        await asyncio.sleep(0)
    timer.stop()


async def test_a_callback_that_fails_stops_none_that_follow() -> None:
    told: list[str] = []
    ran: list[str] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: told.append(str(context["exception"])))
    loop.call_soon(int, "no number")
    loop.call_soon(ran.append, "next")
    await asyncio.sleep(0.01)
    loop.set_exception_handler(None)
    assert ran == ["next"]
    assert "no number" in told[0]
