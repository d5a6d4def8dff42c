"""100 000 conversations with a million messages in the real window: the list shown, and search as one types.

From the key to the painted rows: field, engine, store, model, view. The floor of the list is a plain list widget
with as many texts as are shown; that of the search the bare FTS5 query of the newest volume. While one types
fast, an answer is being written: what it waits for stands beside what it waits for alone.
`python -m tests.benchmarks.sessions [MESSAGES]`; the history is made once (see `history`).
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from inara_desktop.errands import Errands
from inara_desktop.finding import Finding
from inara_desktop.lists import PAGE, Lists
from inara_desktop.style import Appearance
from inara_desktop.window import MainWindow
from inara_engine.events import TaskSubmitted
from inara_engine.face import Engine, open_engine
from inara_engine.home import Home, find_home
from inara_engine.store import index
from tests.benchmarks.history import KEPT_IN, Language, build
from tests.benchmarks.measure import print_table

RUNS = 15
WORDS = 40  # typed letter by letter
LETTER_S = 0.08  # a fast typist
Spread = tuple[float, float, float]


class Window:
    """The window on an engine, without a bridge: lists and search."""

    def __init__(self, appearance: Appearance, engine: Engine) -> None:
        self.window = MainWindow(appearance, QWidget)
        self.errands = Errands(self.window)
        self.errands.opened(engine)
        self.lists = Lists(self.window, self.errands)
        self.finding = Finding(self.window, self.errands)
        self.list = self.window.sidebar.sessions
        self.shown = asyncio.Event()
        self.list.found.modelReset.connect(self.shown.set)
        self.window.show()

    async def show_list(self) -> None:
        await self.lists.read()
        self.list.viewport().repaint()

    async def type(self, words: str) -> None:
        """Put these words into the field and wait until what they find is painted."""
        self.shown.clear()
        self.window.sidebar.search.setText(words)
        await self.shown.wait()
        self.list.viewport().repaint()


async def timed(work: Callable[[], Awaitable[None]]) -> tuple[float, float]:
    """Wall and CPU milliseconds, of all threads."""
    started, cpu = time.perf_counter(), time.process_time()
    await work()
    return (time.perf_counter() - started) * 1000, (time.process_time() - cpu) * 1000


def spread(times: list[float]) -> Spread:
    ordered = sorted(times)
    return median(ordered), ordered[int(len(ordered) * 0.99)], ordered[-1]


def prefixes(language: Language) -> Iterator[tuple[str, str]]:
    """(kind, what stands in the field) after each key."""
    pick = language.random.choice
    for _ in range(WORDS):
        word = pick(language.words[:3000])
        for length in range(1, len(word) + 1):
            yield ("one letter", "two letters", "three and more")[min(length, 3) - 1], word[:length]
    for _ in range(WORDS // 4):
        first, second = pick(language.words[:300]), pick(language.words)
        for length in range(1, len(second) + 1):
            yield "a second word", f"{first} {second[:length]}"
    for n in range(WORDS // 4):
        yield "no such word", f"{pick(language.words)}zzq{n}"


async def the_list(shown: Window, few: Window) -> None:
    rows: list[tuple[object, ...]] = []
    for name, window in (("100 conversations", few), ("all conversations", shown)):
        figures = [await timed(window.show_list) for _ in range(RUNS)]
        rows.append((name, *spread([wall for wall, _ in figures]), *spread([cpu for _, cpu in figures])[:2]))

    async def bare() -> None:
        widget = QListWidget()
        widget.resize(272, 700)
        widget.addItems([f"Conversation {n}" for n in range(PAGE)])
        widget.show()
        widget.viewport().repaint()

    figures = [await timed(bare) for _ in range(RUNS)]
    rows.append(
        ("a bare list widget", *spread([wall for wall, _ in figures]), *spread([cpu for _, cpu in figures])[:2])
    )
    head = ("", "wall p50 ms", "p99", "max", "CPU p50 ms", "p99")
    print_table("the list of conversations, read and painted", head, rows)


async def search(shown: Window, database: Path, language: Language) -> None:
    wall: dict[str, list[float]] = {}
    cpu: dict[str, list[float]] = {}
    bare: dict[str, list[float]] = {}
    with closing(sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True)) as db:
        name = index.table(index.volumes(db)[0])
        for kind, words in prefixes(language):
            took, used = await timed(lambda words=words: shown.type(words))
            wall.setdefault(kind, []).append(took)
            cpu.setdefault(kind, []).append(used)
            started = time.perf_counter()
            expression = " AND ".join(f'"{word}"*' for word in words.split())
            db.execute(f"SELECT rowid FROM {name} WHERE {name} MATCH ? LIMIT 60", (expression,)).fetchall()
            bare.setdefault(kind, []).append((time.perf_counter() - started) * 1000)
    rows: list[tuple[object, ...]] = [
        (kind, len(wall[kind]), *spread(wall[kind]), *spread(cpu[kind])[:2], median(bare[kind])) for kind in wall
    ]
    everything = [took for times in wall.values() for took in times]
    used = [took for times in cpu.values() for took in times]
    rows.append(("all", len(everything), *spread(everything), *spread(used)[:2], ""))
    head = ("typed", "keys", "wall p50 ms", "p99", "max", "CPU p50 ms", "p99", "bare FTS5 p50 ms")
    print_table("search as one types, from the key to the painted rows", head, rows)


async def writing(engine: Engine, shown: Window, language: Language) -> None:
    """How long a row waits to be on disk: alone, and while somebody types without waiting for what is found."""
    store = engine._boards.kept.store
    waits: list[float] = []

    async def write() -> None:
        n = 0
        while True:
            n += 1
            started = time.perf_counter()
            await store.append("written", f"w{time.time_ns()}", 0, 1.0, [TaskSubmitted(text="as an answer goes")])
            waits.append((time.perf_counter() - started) * 1000)
            await asyncio.sleep(0.01)

    rows: list[tuple[object, ...]] = []
    for name, typing in (("alone", False), ("while one types", True)):
        waits.clear()
        writer = asyncio.create_task(write())
        for _, words in list(prefixes(language))[:60]:
            if typing:
                shown.window.sidebar.search.setText(words)
            await asyncio.sleep(LETTER_S)
        writer.cancel()
        rows.append((name, len(waits), *spread(waits)))
    print_table("a row of an answer, until it is on disk", ("", "rows", "p50 ms", "p99", "max"), rows)


async def measure(kept: Path, home: Home, few_home: Home) -> None:
    app = cast("QApplication", QApplication.instance())
    started = time.perf_counter()
    engine = await open_engine(home, drive=False)
    print(f"opened in {time.perf_counter() - started:.2f} s")
    few_engine = await open_engine(few_home, drive=False)
    shown, few = Window(Appearance(app, "light"), engine), Window(Appearance(app, "light"), few_engine)
    await the_list(shown, few)
    await search(shown, kept, Language())
    await writing(engine, shown, Language())
    for window in (shown, few):
        window.window.close()
        await window.errands.cancel()
    await engine.close()
    await few_engine.close()


def main(messages: int = 1_000_000) -> None:
    """Print the tables."""
    kept, few = KEPT_IN / f"history-{messages}.db", KEPT_IN / "history-1000.db"
    build(kept, messages)
    build(few, 1000)
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory(dir=KEPT_IN) as folder:
        homes: list[Home] = []
        for path in (kept, few):
            os.environ["INARA_HOME"] = str(Path(folder) / path.stem)
            home = find_home()
            home.ensure()
            os.link(path, home.database)
            homes.append(home)
        loop = qasync.QEventLoop(app)
        with loop:
            loop.run_until_complete(measure(kept, *homes))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
