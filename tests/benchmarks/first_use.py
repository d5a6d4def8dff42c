"""What a configured provider costs before it is asked, and what its first use does to frames.

Opening the engine with a provider in the settings stands beside opening it with none; `demo` needs nothing and is
the floor of the first answer. A frame is due every 16.7 ms on the window's loop.
`python -m tests.benchmarks first_use [RUNS]`.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncGenerator, Generator
from contextlib import aclosing, asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from tests.benchmarks.clients import on_loop
from tests.benchmarks.measure import Figures, child_environ, medians, print_table, ran_as_child, sample
from tests.benchmarks.servers import model_server
from tests.benchmarks.vendor_clients import FRAME_S, vendor_server

PROVIDERS = ("none", "demo", "openai", "anthropic", "gemini", "claude-cli")
NOT_AT_START = ("httpx", "aiohttp", "anthropic", "google.genai", "keyring")
CONFIG = """
[models.asked]
provider = "{name}"
base_url = "{url}"
api_key = "env:INARA_BENCHMARK_KEY"
model = "benchmark"

[roles.orchestrator]
models = ["asked"]
"""


@asynccontextmanager
async def _opened(name: str, url: str) -> AsyncGenerator[Any]:
    from inara_engine.face import open_engine
    from inara_engine.home import find_home

    with tempfile.TemporaryDirectory(prefix="inara-benchmark-", ignore_cleanup_errors=True) as folder:
        home = find_home({"INARA_HOME": folder})
        if name not in {"none", "demo"}:
            config = CONFIG if url else "\n".join(line for line in CONFIG.splitlines() if "url" not in line)
            Path(folder, "config.toml").write_text(config.format(name=name, url=url))
        engine = await open_engine(home)
        try:
            yield engine
        finally:
            await engine.close()


def start(name: str, url: str = "") -> Figures:
    """Until the engine is open: CPU, and how many of the libraries are loaded that only an answer needs."""

    async def work() -> Figures:
        import inara_engine.face  # its own cost is the same for all

        del inara_engine
        cpu = time.process_time()
        async with _opened(name, url):
            cpu = time.process_time() - cpu
            loaded = [module for module in NOT_AT_START if module in sys.modules]
        return {"cpu_ms": cpu * 1000, "loaded": float(len(loaded))}

    return on_loop("qasync", work)


def use(name: str, url: str = "") -> Figures:
    """Two answers: how late the latest frame was during each, and how many were missed."""

    async def work() -> Figures:
        async with _opened(name, url) as engine:
            await asyncio.sleep(0.3)
            first = await _answer(engine)
            second = await _answer(engine)
        return {
            "cpu_ms": first["cpu_ms"],
            "late_ms": first["late_ms"],
            "missed": first["missed"],
            "again_cpu_ms": second["cpu_ms"],
            "again_late_ms": second["late_ms"],
        }

    return on_loop("qasync", work)


async def _answer(engine: Any) -> Figures:
    from inara_engine.events import JobFinished, TaskSubmitted

    late: list[float] = []

    async def frames() -> None:
        while True:
            due = time.perf_counter() + FRAME_S
            await asyncio.sleep(FRAME_S)
            late.append(time.perf_counter() - due)

    painting = asyncio.create_task(frames())
    await asyncio.sleep(0.1)
    late.clear()
    cpu = time.process_time()
    job = await engine.submit(TaskSubmitted(text="play stream-20", mode="chat"), "session")
    async with aclosing(engine.follow("session", 0)) as events:
        async for recorded in events:
            if isinstance(recorded.event, JobFinished) and recorded.job_id == job:
                if recorded.event.status != "complete":
                    raise RuntimeError(f"the job failed: {recorded.event.error}")
                break
    cpu = time.process_time() - cpu
    await asyncio.sleep(2 * FRAME_S)
    painting.cancel()
    return {
        "cpu_ms": cpu * 1000,
        "late_ms": max(late) * 1000,
        "missed": float(sum(one > FRAME_S for one in late)),
    }


VARIANTS = {"start": start, "use": use}


@contextmanager
def _servers() -> Generator[dict[str, str]]:
    """The address of each provider's server; the command is a program that only prints."""
    from tests.support.fake_commands import CLAUDE_HELP, FakeCommand, claude_lines

    with tempfile.TemporaryDirectory() as folder, model_server() as openai, vendor_server(20) as vendor:
        fake = FakeCommand(Path(folder), "claude", CLAUDE_HELP, claude_lines("Hel", "lo"))
        os.environ |= fake.environ | {"INARA_BENCHMARK_KEY": "key"}
        yield {"openai": openai, "anthropic": vendor, "gemini": vendor}


def main(runs: int = 5) -> None:
    """Print the tables."""
    with _servers() as urls:
        environ = child_environ()
        starts = {
            name: partial(sample, "first_use", "start", name, urls.get(name, ""), environ=environ) for name in PROVIDERS
        }
        begun = medians(starts, runs)
        uses = {
            name: partial(sample, "first_use", "use", name, urls.get(name, ""), environ=environ)
            for name in PROVIDERS[1:]
        }
        used = medians(uses, runs)
    floor = begun["none"]["cpu_ms"]
    rows = [(name, made["cpu_ms"], made["cpu_ms"] / floor, int(made["loaded"])) for name, made in begun.items()]
    print_table(
        "Opening the engine with a provider configured",
        ("", "CPU ms", "× none", f"loaded of {len(NOT_AT_START)} heavy libraries"),
        rows,
    )
    rows = [
        (name, made["cpu_ms"], made["late_ms"], int(made["missed"]), made["again_cpu_ms"], made["again_late_ms"])
        for name, made in used.items()
    ]
    print_table(
        "The first answer, and the next",
        ("", "CPU ms", "worst frame late ms", "frames missed", "next: CPU ms", "next: worst late ms"),
        rows,
    )


if __name__ == "__main__" and not ran_as_child(VARIANTS):
    main(*map(int, sys.argv[1:]))
