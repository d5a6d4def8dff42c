"""The whole path, from the socket to the pixel: the real window with its bridge, engine and store; a server beside it.

CPU is the window's thread's; a pass is one turn of its event loop, from one wait to the next. The floor is the same
window with nothing streaming. What an open conversation takes of memory is in `idle`.
`python -m tests.benchmarks.window_stream [streams|echo|growth]… [TOKENS] [RUNS]`; without a name all three.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
import tempfile
import threading
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks.measure import Figures, medians, print_table, ran_as_child, sample
from tests.benchmarks.servers import model_server

PACED = 1000  # tokens a second
KEY_EVERY_S = 0.06
WARM = 50  # answers after which fonts, caches and the allocator have what they take


class Watch:
    """The CPU of each turn of the event loop, and how many frames were laid out."""

    def __init__(self) -> None:
        from PySide6.QtCore import QAbstractEventDispatcher

        self.passes: list[float] = []
        self.frames = 0
        self._last = self._begun = time.thread_time()
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher
        dispatcher.aboutToBlock.connect(self._on_wait)

    def begin(self) -> None:
        self.passes.clear()
        self.frames = 0
        self._last = self._begun = time.thread_time()

    def _on_wait(self) -> None:
        now = time.thread_time()
        self.passes.append((now - self._last) * 1000)
        self._last = now

    def on_frame(self) -> None:
        self.frames += 1

    def figures(self) -> Figures:
        worked = sorted(spent for spent in self.passes if spent > 0.05) or [0.0]
        return {
            "cpu_s": time.thread_time() - self._begun,
            "p99_ms": worked[int(len(worked) * 0.99) - 1],
            "max_ms": worked[-1],
            "frames": float(self.frames),
        }


def in_window(url: str, work: Callable[..., Awaitable[Figures]]) -> Figures:
    """Run `work(window, bridge, watch)` in the whole app, with a home of its own."""
    with tempfile.TemporaryDirectory(prefix="inara-benchmark-", ignore_cleanup_errors=True) as folder:
        os.environ["INARA_HOME"] = folder
        Path(folder, "config.toml").write_text(
            f'[models.local]\nprovider = "openai"\nbase_url = "{url}"\nmodel = "benchmark"\ncontext_window = 1000000\n'
            '[roles.orchestrator]\nmodels = ["local"]\n[roles.chat]\nmodels = ["local"]\n[policy]\nmax_risk = 0\n'
        )
        return _run(work)


def _run(work: Callable[..., Awaitable[Figures]]) -> Figures:
    from PySide6.QtWidgets import QApplication

    from inara_desktop.app import _transcript
    from inara_desktop.bridge import Bridge
    from inara_desktop.event_loop import EventLoop
    from inara_desktop.style import Appearance
    from inara_desktop.window import MainWindow
    from inara_engine.home import find_home

    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    appearance = Appearance(app, "light")
    window = MainWindow(appearance, _transcript)
    window.resize(1100, 900)
    window.show()
    found: Figures = {}

    async def whole() -> None:
        bridge = Bridge(window, appearance, find_home())
        running = asyncio.create_task(bridge.run())
        await bridge._errands.engine
        await asyncio.sleep(0.5)
        watch = Watch()
        bridge._view.moved.connect(watch.on_frame)
        try:
            found.update(await work(window, bridge, watch))
        finally:
            await asyncio.sleep(0.5)  # what is said last reaches the disk a little later
            window.end()
            await running

    with EventLoop(app) as loop:
        loop.run_until_complete(whole())
    return found


async def said(window: object, bridge: object, script: str) -> None:
    """Say it, and wait until the answer is on screen whole."""
    from inara_desktop.bridge import Bridge
    from inara_desktop.transcript.answer_item import AnswerItem
    from inara_desktop.transcript.cards import ErrorItem
    from inara_desktop.values import Draft
    from inara_desktop.window import MainWindow

    window, bridge = cast("MainWindow", window), cast("Bridge", bridge)
    view, whole = bridge._view, asyncio.Event()
    before = items[-1].row_id if (items := view._stack.items) else ""

    def look() -> None:
        """After a frame: asking every now and then would be a tenth of what is measured."""
        items = view._stack.items
        last = items[-1] if items else None
        there = isinstance(last, AnswerItem) and last.row_id != before and not last._row.streaming and view.drained
        if there or isinstance(last, ErrorItem):
            whole.set()

    view.moved.connect(look)
    window.submitted.emit(Draft(f"play {script}"))
    await whole.wait()
    view.moved.disconnect(look)
    last = view._stack.items[-1]
    assert isinstance(last, AnswerItem), last.accessible_text()
    while window.composer.running:
        await asyncio.sleep(0.02)


def streamed(url: str, script: str, messages: str = "0") -> Figures:
    """One answer, in a conversation that has so many messages before it."""

    async def work(window: object, bridge: object, watch: Watch) -> Figures:
        await said(window, bridge, "stream-100")
        await opened(bridge, int(messages))
        await asyncio.sleep(0.5)
        watch.begin()
        wall = time.perf_counter()
        await said(window, bridge, script)
        took = time.perf_counter() - wall
        return watch.figures() | {"wall_s": took}

    return in_window(url, work)


def nothing(url: str) -> Figures:
    """The floor: the same window, waiting as long."""

    async def work(window: object, bridge: object, watch: Watch) -> Figures:
        await said(window, bridge, "stream-100")
        await asyncio.sleep(0.5)
        watch.begin()
        for _ in range(250):
            await asyncio.sleep(0.02)
        return watch.figures() | {"wall_s": 5.0}

    return in_window(url, work)


async def opened(bridge: object, messages: int) -> None:
    """Show a conversation of so many messages."""
    from inara_desktop.bridge import Bridge
    from tests.benchmarks.history import Language

    bridge = cast("Bridge", bridge)
    bridge._on_new()  # the server plays the first words of a conversation
    if not messages:
        return
    language = Language()
    said = [{"role": "assistant" if n % 2 else "user", "content": language.message()} for n in range(messages)]
    engine = await bridge._errands.engine
    session = await engine.import_session(json.dumps({"title": "Long", "messages": said}))
    bridge._open_session(session)
    while len(bridge._view.rows()) < messages:
        await asyncio.sleep(0.02)


def pss_mb(kind: str = "Pss") -> float:
    """The memory of this process, shared parts by their share; `Pss_Anon`: without the files that are mapped."""
    found = re.search(rf"^{kind}:\s+(\d+)", Path("/proc/self/smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) / 1000 if found else 0.0


def answers(url: str, count: str) -> Figures:
    """Memory as answers of 200 tokens are streamed, each its own session's first: only what leaks can grow."""

    async def work(window: object, bridge: object, watch: Watch) -> Figures:
        from inara_desktop.bridge import Bridge

        seen: Figures = {}
        quarter = max(1, int(count) // 4)
        for n in range(1, int(count) + 1):
            cast("Bridge", bridge)._on_new()
            watch.begin()  # what is measured elsewhere would be kept here
            await said(window, bridge, "stream-200")
            if n % quarter == 0 or n == WARM:
                await asyncio.sleep(7)  # until the window has swept up
                seen[f"{n}"], seen[f"{n} anonymous"] = pss_mb(), pss_mb("Pss_Anon")
        return seen

    return in_window(url, work)


def typing(url: str, script: str) -> Figures:
    """From a key to its letter's painting, in milliseconds of wall time, while an answer streams ("": none does)."""

    async def work(window: object, bridge: object, watch: Watch) -> Figures:
        from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
        from PySide6.QtGui import QKeyEvent

        from inara_desktop.window import MainWindow

        _ = watch
        editor = cast("MainWindow", window).composer.editor
        pressed: list[float] = []
        echoes: list[float] = []

        class Paints(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Paint and pressed and len(editor.toPlainText()) >= len(echoes) + 1:
                    while len(echoes) < min(len(pressed), len(editor.toPlainText())):
                        echoes.append((time.perf_counter() - pressed[len(echoes)]) * 1000)
                return super().eventFilter(watched, event)

        paints = Paints()
        editor.viewport().installEventFilter(paints)
        editor.setFocus()
        over = threading.Event()

        def type_away() -> None:
            while not over.wait(KEY_EVERY_S):
                pressed.append(time.perf_counter())
                key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
                QCoreApplication.postEvent(editor, key)

        await said(window, bridge, "stream-100")
        typist = threading.Thread(target=type_away)
        await opened(bridge, 0)
        typist.start()
        if script:
            await said(window, bridge, script)
        else:
            await asyncio.sleep(8)
        over.set()
        typist.join()
        await asyncio.sleep(0.2)
        editor.clear()
        echoes.sort()
        return {
            "keys": float(len(echoes)),
            "p50_ms": echoes[len(echoes) // 2],
            "p95_ms": echoes[int(len(echoes) * 0.95) - 1],
        }

    return in_window(url, work)


VARIANTS = {
    "streamed": streamed,
    "nothing": nothing,
    "answers": answers,
    "typing": typing,
}


def streams(url: str, tokens: int, runs: int) -> None:
    """The table of what an answer costs."""
    run = partial(sample, "window_stream")
    found = medians(
        {
            "nothing streams (floor)": partial(run, "nothing", url),
            f"{PACED} tokens/s": partial(run, "streamed", url, f"paced-{PACED}-{PACED * 8}"),
            f"{PACED} tokens/s, 1 000 messages": partial(run, "streamed", url, f"paced-{PACED}-{PACED * 8}", 1000),
            "full speed": partial(run, "streamed", url, f"stream-{tokens}"),
            "full speed, 1 000 messages": partial(run, "streamed", url, f"stream-{tokens}", 1000),
            "20 000 tokens": partial(run, "streamed", url, "stream-20000"),
        },
        runs,
    )
    counts = {name: PACED * 8 if "tokens/s" in name else 20_000 if name.startswith("20") else tokens for name in found}
    rows = [
        (
            name,
            "" if "floor" in name else figures["cpu_s"] / counts[name] * 10_000,
            figures["cpu_s"] / max(1.0, figures["frames"]) * 1000 if figures["frames"] else 0.0,
            figures["p99_ms"],
            figures["max_ms"],
            figures["wall_s"],
            "" if "floor" in name else f"{counts[name] / figures['wall_s']:,.0f}",
            "" if "floor" in name else f"{counts[name] / figures['cpu_s']:,.0f}",
        )
        for name, figures in found.items()
    ]
    head = (
        "",
        "CPU s / 10k tokens",
        "frame mean ms",
        "pass p99 ms",
        "max ms",
        "wall s",
        "tokens/s",
        "tokens / CPU s",
    )
    print_table("socket to pixel, the window's thread", head, rows)


def echo(url: str, tokens: int, runs: int) -> None:
    """The table of a key's echo."""
    run = partial(sample, "window_stream")
    echoes = medians(
        {
            "nothing streams (floor)": partial(run, "typing", url, ""),
            "full speed": partial(run, "typing", url, f"stream-{tokens * 3 // 2}"),
        },
        runs,
    )
    print_table(
        "a key's echo while an answer streams, wall ms",
        ("", "keys", "p50", "p95"),
        [(name, *figures.values()) for name, figures in echoes.items()],
    )


def growth(url: str, tokens: int, runs: int) -> None:
    """The table of memory over many answers, which takes minutes."""
    _ = tokens, runs
    run = partial(sample, "window_stream")
    grown = run("answers", url, 1000)
    rows = [(n, grown[n], grown[f"{n} anonymous"]) for n in grown if n.isdigit()]
    print_table("memory over 1 000 streamed answers", ("answers", "PSS MB", "of it anonymous"), rows)


PARTS = {"streams": streams, "echo": echo, "growth": growth}


def main(*arguments: str) -> None:
    """Print the tables of the parts that are named, or all."""
    names = [name for name in arguments if name in PARTS] or list(PARTS)
    numbers = [int(number) for number in arguments if number not in PARTS]
    tokens = numbers[0] if numbers else 100_000
    runs = numbers[1] if len(numbers) > 1 else 3
    with model_server() as url:
        for name in names:
            PARTS[name](url, tokens, runs)


if __name__ == "__main__" and not ran_as_child(VARIANTS):
    main(*sys.argv[1:])
