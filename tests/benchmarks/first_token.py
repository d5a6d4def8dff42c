"""What stands between the question and the first token, on a warm connection: a bare reader, our provider, the engine.

The engine writes the task and the question to the disk before a byte leaves: `log` is what that alone takes. `python -m tests.benchmarks first_token`.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from contextlib import aclosing
from functools import partial
from pathlib import Path

from tests.benchmarks.clients import RawReader, on_loop, opened_engine
from tests.benchmarks.measure import Figures, medians, print_table, ran_as_child, sample
from tests.benchmarks.servers import model_server

ASKED = 30  # times in one run; the median counts
REST_S = 0.05  # before each: a person asks when the last answer's end has long been written down
TASK = "play paced-200-3"  # the first token comes alone, as from a model


def _figures(times: list[tuple[float, float]]) -> Figures:
    walls, cpus = zip(*times[5:], strict=True)
    return {"wall_ms": statistics.median(walls) * 1000, "cpu_ms": statistics.median(cpus) * 1000}


def raw(url: str) -> Figures:
    async def work() -> Figures:
        times: list[tuple[float, float]] = []
        async with RawReader(url) as reader:
            for _ in range(ASKED):
                await asyncio.sleep(REST_S)
                wall, cpu = time.perf_counter(), time.process_time()
                await reader.ask([{"role": "user", "content": TASK}])
                assert reader.first is not None
                times.append((reader.first[0] - wall, reader.first[1] - cpu))
        return _figures(times)

    return on_loop("qasync", work)


def provider(url: str) -> Figures:
    from inara_engine.events import TextDelta
    from inara_engine.messages import Message
    from inara_engine.providers.base import ModelRequest
    from inara_engine.providers.openai_compatible import OpenAICompatible

    async def work() -> Figures:
        server = OpenAICompatible(url)
        times: list[tuple[float, float]] = []
        for _ in range(ASKED):
            await asyncio.sleep(REST_S)
            wall, cpu = time.perf_counter(), time.process_time()
            async with aclosing(server.stream(ModelRequest("benchmark", (Message("user", TASK),)))) as events:
                seen = [
                    (time.perf_counter() - wall, time.process_time() - cpu)
                    async for event in events
                    if isinstance(event, TextDelta)
                ]
            times.append(seen[0])
        await server.aclose()
        return _figures(times)

    return on_loop("qasync", work)


def engine(url: str) -> Figures:
    from inara_engine.events import JobFinished, TaskSubmitted, TextDelta

    async def work() -> Figures:
        times: list[tuple[float, float]] = []
        async with opened_engine(url) as opened:
            for number in range(ASKED):
                async with aclosing(opened.follow(f"session-{number}", 0)) as events:
                    await anext(events)  # the window follows a session before its first prompt
                    await asyncio.sleep(REST_S)
                    wall, cpu = time.perf_counter(), time.process_time()
                    await opened.submit(TaskSubmitted(text=TASK), f"session-{number}")
                    first: tuple[float, float] | None = None
                    async for recorded in events:
                        if isinstance(recorded.event, TextDelta):
                            first = first or (time.perf_counter() - wall, time.process_time() - cpu)
                        elif isinstance(recorded.event, JobFinished):
                            break
                    assert first is not None
                    times.append(first)
        return _figures(times)

    return on_loop("qasync", work)


def log() -> Figures:
    from inara_engine.events import ModelAsked, SessionRenamed, TaskSubmitted
    from inara_engine.store import Store

    async def work() -> Figures:
        times: list[tuple[float, float]] = []
        with tempfile.TemporaryDirectory(prefix="inara-benchmark-") as folder:
            store = Store(Path(folder, "inara.db"))
            await store.open()
            for number in range(ASKED):
                session, job, title = f"session-{number}", f"job-{number}", SessionRenamed(title=TASK)
                await asyncio.sleep(REST_S)
                wall, cpu = time.perf_counter(), time.process_time()
                await store.append(session, job, 0, 0, [TaskSubmitted(text=TASK)], title=title)
                asked = ModelAsked(round=1, model="benchmark", model_label="Benchmark", role="orchestrator")
                await store.append(session, job, 1, 0, [asked])
                times.append((time.perf_counter() - wall, time.process_time() - cpu))
            await store.close()
        return _figures(times)

    return on_loop("qasync", work)


VARIANTS = {"raw": raw, "provider": provider, "log": log, "engine": engine}


def main(runs: int = 3) -> None:
    """Print the table."""
    with model_server() as url:
        asked = {name: partial(sample, "first_token", name, *([] if name == "log" else [url])) for name in VARIANTS}
        found = medians(asked, runs)
    floor, log_ms = found["raw"]["wall_ms"], found.pop("log")["wall_ms"]
    rows: list[tuple[object, ...]] = []
    for name, made in found.items():
        added = made["wall_ms"] - floor - (log_ms if name == "engine" else 0)
        rows.append((name, made["wall_ms"], added, added / floor, made["cpu_ms"]))
    print(f"The two durable commits alone take {log_ms:.2f} ms; they are not in what the engine adds.")
    print_table(
        "the first token, qasync, warm connection", ("", "wall ms", "added ms", "in raw readers", "CPU ms"), rows
    )


if __name__ == "__main__" and not ran_as_child(VARIANTS):
    main(*map(int, sys.argv[1:]))
