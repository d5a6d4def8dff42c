"""Opening a conversation of 10 000 messages beside one of 100: from the click to its end on screen.

Through engine, store, presenter and transcript. CPU of all threads until the end of the conversation is painted,
and until all of it is there. `python -m tests.benchmarks.session_open [RUNS]`.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import time
from statistics import median
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from inara_desktop import collecting
from inara_desktop.conversation import Conversation
from inara_desktop.event_loop import EventLoop
from inara_desktop.style import Appearance
from inara_desktop.transcript.view import TranscriptView
from inara_engine.events import CaughtUp, Recorded
from inara_engine.face import Engine, open_engine
from inara_engine.home import find_home
from tests.benchmarks.history import Language
from tests.benchmarks.measure import print_table

SIZES = (100, 1000, 10_000)


async def made(engine: Engine, language: Language, messages: int) -> str:
    """A conversation of so many messages."""
    said = [{"role": "assistant" if n % 2 else "user", "content": language.message()} for n in range(messages)]
    return await engine.import_session(json.dumps({"title": f"{messages}", "messages": said}))


async def opened(engine: Engine, view: TranscriptView, session: str, messages: int) -> tuple[float, ...]:
    """Milliseconds: CPU and wall until its end is painted, CPU until all is there, the loop's longest pause."""
    there = asyncio.Event()

    def on_change(recorded: Recorded) -> None:
        if isinstance(recorded.event, CaughtUp):
            there.set()

    view.clear()
    started, cpu = time.perf_counter(), time.process_time()
    conversation = Conversation(engine, view, session, frozenset(), on_change)
    following = asyncio.create_task(conversation.run())
    await there.wait()
    view.viewport().repaint()
    first = (time.process_time() - cpu) * 1000, (time.perf_counter() - started) * 1000
    longest, begun = 0.0, time.thread_time()
    while view.accessible_count() < messages:
        await asyncio.sleep(0.001)  # a loop that never rests keeps the thread that reads from running
        longest, begun = max(longest, time.thread_time() - begun), time.thread_time()
    took = (*first, (time.process_time() - cpu) * 1000, longest * 1000)
    following.cancel()
    await asyncio.gather(following, return_exceptions=True)
    return took


async def measure(runs: int) -> None:
    engine = await open_engine(find_home(), drive=False)
    appearance = Appearance(cast("QApplication", QApplication.instance()), "light")
    view = TranscriptView()
    view.set_theme(appearance.transcript_theme())
    view.resize(860, 760)
    view.show()
    language = Language()
    sessions = {size: await made(engine, language, size) for size in SIZES}
    times: dict[int, list[tuple[float, ...]]] = {size: [] for size in SIZES}
    for _ in range(runs):
        for size, session in sessions.items():
            times[size].append(await opened(engine, view, session, size))
    columns = {size: [median(column) for column in zip(*took, strict=True)] for size, took in times.items()}
    floor = columns[SIZES[0]][0]
    rows = [(f"{size:,} messages", *column, column[0] / floor) for size, column in columns.items()]
    head = ("", "end painted, CPU ms", "wall ms", "all there, CPU ms", "longest pause, CPU ms", "times the first")
    print_table("opening a conversation", head, rows)
    view.close()
    await engine.close()


def main(runs: int = 7) -> None:
    """Print the table."""
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    collecting.put_off()  # as the window does
    with tempfile.TemporaryDirectory(prefix="inara-benchmark-") as folder:
        os.environ["INARA_HOME"] = folder
        with EventLoop(app) as loop:
            loop.run_until_complete(measure(runs))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
