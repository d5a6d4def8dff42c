"""Who asks the model in the benchmarks: a bare reader, our provider alone, and the whole engine."""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from tests.benchmarks.measure import Figures

__all__ = ["RawReader", "on_loop", "opened_engine", "run_job"]

CONFIG = """
[models.benchmark]
provider = "openai"
base_url = "{url}"
model = "benchmark"
max_rounds = 1000
context_window = 10000000
"""


def on_loop(loop: str, work: Callable[[], Awaitable[Figures]]) -> Figures:
    """Run it on asyncio's own loop or on the one the window uses."""
    if loop == "asyncio":
        return asyncio.run(_settled(work))
    from PySide6.QtWidgets import QApplication

    from inara_desktop.event_loop import EventLoop

    with EventLoop(QApplication([])) as qt_loop:
        asyncio.set_event_loop(qt_loop)
        return qt_loop.run_until_complete(_settled(work))


async def _settled(work: Callable[[], Awaitable[Figures]]) -> Figures:
    return await work()


class RawReader:
    """The floor: a socket, lines and JSON; nothing that a real client needs besides.

    `first` is when the last reply's first token was read: (wall, CPU) in seconds.
    """

    def __init__(self, url: str) -> None:
        self._url = urlsplit(url)
        self.first: tuple[float, float] | None = None

    async def __aenter__(self) -> Self:
        self._reader, self._writer = await asyncio.open_connection(self._url.hostname, self._url.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._writer.close()
        await self._writer.wait_closed()

    async def ask(self, messages: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
        """Text and tool calls of one reply. The chunks' own frames are skipped, not checked."""
        body = json.dumps({"messages": messages, "stream": True}, separators=(",", ":")).encode()
        head = f"POST {self._url.path}/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n"
        self._writer.write(head.encode() + body)
        self.first = None
        texts: list[str] = []
        calls: list[dict[str, Any]] = []
        rest = b""
        ended = False
        while not ended:
            rest += await self._reader.read(64 * 1024)
            ended = rest.endswith(b"\r\n0\r\n\r\n")
            *events, rest = rest.split(b"\n\n")
            for event in events:
                at = event.find(b"data: {")
                if at >= 0:
                    delta = json.loads(event[at + 6 :])["choices"][0]["delta"]
                    texts.append(delta.get("content") or "")
                    calls += delta.get("tool_calls", ())
                    self.first = self.first or (time.perf_counter(), time.process_time())
        return "".join(texts), calls


@asynccontextmanager
async def opened_engine(url: str, more: str = "") -> AsyncGenerator[Any]:
    """The whole engine as a front end opens it, with its log on disk; `more` goes into its settings."""
    from inara_engine.face import open_engine
    from inara_engine.home import find_home

    with tempfile.TemporaryDirectory(prefix="inara-benchmark-", ignore_cleanup_errors=True) as folder:
        home = find_home({"INARA_HOME": folder})
        Path(folder, "config.toml").write_text(CONFIG.format(url=url) + more)
        engine = await open_engine(home)
        try:
            yield engine
        finally:
            await engine.close()


async def run_job(engine: Any, script: str, session: str = "") -> Figures:
    """One task followed to its end, as the window does: CPU and wall seconds, and the characters heard."""
    from inara_engine.events import JobFinished, TaskSubmitted, TextDelta

    heard: list[str] = []
    session = session or f"session-{script}"
    cpu, wall = time.process_time(), time.perf_counter()
    await engine.submit(TaskSubmitted(text=f"play {script}"), session)
    async with aclosing(engine.follow(session, 0)) as events:
        async for recorded in events:
            if isinstance(recorded.event, TextDelta):
                heard.append(recorded.event.text)
            elif isinstance(recorded.event, JobFinished):
                if recorded.event.status != "complete":
                    raise RuntimeError(f"the job failed: {recorded.event.error}")
                break
    return {
        "cpu_s": time.process_time() - cpu,
        "wall_s": time.perf_counter() - wall,
        "deltas": float(len(heard)),
        "characters": float(sum(map(len, heard))),
    }
