"""What a test left behind: threads, asyncio tasks, widgets and timers that nobody ended."""

from __future__ import annotations

import asyncio
import gc
import threading
import time

__all__ = ["left_tasks", "left_threads", "qt_objects", "running_threads"]

GRACE_S = 2.0


def running_threads() -> set[threading.Thread]:
    """The threads alive now."""
    return set(threading.enumerate())


def left_threads(before: set[threading.Thread]) -> list[str]:
    """Names of threads started since `before` that are still alive after a moment of grace.

    A thread that was just told to end needs a moment; the wait stops as soon as all have ended.
    """
    deadline = time.monotonic() + GRACE_S
    while left := [thread for thread in running_threads() - before if _counts(thread)]:
        if time.monotonic() > deadline:
            return sorted(thread.name for thread in left)
        time.sleep(0.01)
    return []


def _counts(thread: threading.Thread) -> bool:
    # Foreign threads (Qt's, a C library's) show up as dummies once they call into Python; they have no end to see.
    # pytest's runner across processes (execnet) keeps threads of its own. A loop's default executor
    # ("asyncio_0", the window's "inara_0", …) ends with its loop, which is closed after this check.
    theirs = "execnet" in thread.name or thread.name.startswith(("asyncio_", "inara_"))
    return thread.is_alive() and not isinstance(thread, threading._DummyThread) and not theirs


async def left_tasks() -> list[str]:
    """Tasks beside the caller's own that have not ended after a moment of grace."""
    deadline = time.monotonic() + GRACE_S
    current = asyncio.current_task()
    while left := [task for task in asyncio.all_tasks() if task is not current and not task.done()]:
        if time.monotonic() > deadline:
            return sorted(f"{task.get_name()}: {task.get_coro()}" for task in left)
        await asyncio.sleep(0.01)
    return []


def qt_objects() -> dict[int, str]:
    """Top-level widgets and running timers alive now, by address, each with a description.

    Deferred deletions are carried out first, as the event loop would on its next turn.
    """
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import Shiboken

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found = {
        Shiboken.getCppPointer(widget)[0]: f"widget {type(widget).__name__} {widget.objectName()!r}"
        for widget in QApplication.topLevelWidgets()
    }
    for candidate in gc.get_objects():
        if isinstance(candidate, QTimer) and Shiboken.isValid(candidate) and candidate.isActive():
            found[Shiboken.getCppPointer(candidate)[0]] = f"timer {candidate.objectName()!r} of {candidate.parent()!r}"
    return found
