"""The loop of the window: what asyncio promises, and time for Qt between."""

from __future__ import annotations

import asyncio
import threading
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from inara_desktop.event_loop import TURN_S, EventLoop


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


async def test_what_is_due_later_comes_in_the_order_of_its_time() -> None:
    loop = asyncio.get_running_loop()
    all_ran = loop.create_future()
    ran: list[str] = []
    loop.call_later(0.03, all_ran.set_result, None)
    loop.call_later(0.02, ran.append, "second")
    loop.call_later(0.001, ran.append, "cancelled").cancel()
    loop.call_later(0.01, ran.append, "first")
    loop.call_at(loop.time() - 1, ran.append, "overdue")
    await all_ran
    assert ran == ["overdue", "first", "second"]


async def test_among_many_that_are_cancelled_none_is_lost_that_is_not() -> None:
    """As the notices of silence are: one for each answer, long before its time."""
    loop = asyncio.get_running_loop()
    all_ran = loop.create_future()
    ran: list[int] = []
    loop.call_later(0.05, all_ran.set_result, None)
    for number in range(1000):
        handle = loop.call_later(0.001 + number / 100_000, ran.append, number)
        if number % 100:
            handle.cancel()
    await all_ran
    assert ran == list(range(0, 1000, 100))


async def test_what_other_threads_ask_for_runs_here_in_their_order() -> None:
    loop = asyncio.get_running_loop()
    all_ran = loop.create_future()
    ran: list[tuple[int, int]] = []

    def ask() -> None:
        for number in range(100):
            loop.call_soon_threadsafe(lambda number=number: ran.append((number, threading.get_ident())))
        loop.call_soon_threadsafe(all_ran.set_result, None)

    threading.Thread(target=ask).start()
    await all_ran
    assert ran == [(number, threading.get_ident()) for number in range(100)]


async def test_where_all_was_cancelled_no_timer_of_qts_runs(qapp: object) -> None:
    """One that is left running fails the test (`no_qt_object_left`)."""
    del qapp
    handles = [asyncio.get_running_loop().call_later(60 + number, print) for number in range(3)]
    for handle in (handles[1], handles[0], handles[2]):
        handle.cancel()


async def test_what_has_a_time_does_not_queue_behind_a_crowd_that_has_none() -> None:
    loop = asyncio.get_running_loop()
    ran: list[int] = []
    ran_before_it = loop.create_future()

    def work(number: int) -> None:
        time.sleep(TURN_S)  # a whole turn of the loop
        ran.append(number)

    for number in range(50):
        loop.call_soon(work, number)
    loop.call_later(TURN_S, lambda: ran_before_it.set_result(len(ran)))
    assert await ran_before_it < 25


def test_the_loops_threads_end_with_it(qapp: QApplication) -> None:
    """What looks for threads that are left lets them be for that."""
    before = set(threading.enumerate())
    loop = EventLoop(qapp)
    name = loop.run_until_complete(asyncio.to_thread(lambda: threading.current_thread().name))
    loop.close()
    assert name.startswith("inara_")
    assert not [thread for thread in set(threading.enumerate()) - before if thread.name == name]
