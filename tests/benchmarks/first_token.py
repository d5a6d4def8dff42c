"""What stands between the question and the first token, on a warm connection: a bare reader, our provider, the engine.

The engine writes the task and the question to the disk before a byte leaves. `python -m tests.benchmarks first_token`.
"""

from __future__ import annotations

import statistics
import sys
import time
from contextlib import aclosing
from functools import partial

from tests.benchmarks.clients import RawReader, on_loop, opened_engine
from tests.benchmarks.measure import Figures, medians, print_table, ran_as_child, sample
from tests.benchmarks.servers import model_server

ASKED = 30  # times in one run; the median counts
TASK = "play stream-1"


def _figures(times: list[tuple[float, float]]) -> Figures:
    walls, cpus = zip(*times[5:], strict=True)
    return {"wall_ms": statistics.median(walls) * 1000, "cpu_ms": statistics.median(cpus) * 1000}


def raw(url: str) -> Figures:
    async def work() -> Figures:
        times: list[tuple[float, float]] = []
        async with RawReader(url) as reader:
            for _ in range(ASKED):
                wall, cpu = time.perf_counter(), time.process_time()
                await reader.ask([{"role": "user", "content": TASK}])
                times.append((time.perf_counter() - wall, time.process_time() - cpu))
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
                wall, cpu = time.perf_counter(), time.process_time()
                await opened.submit(TaskSubmitted(text=TASK), f"session-{number}")
                async with aclosing(opened.follow(f"session-{number}", 0)) as events:
                    async for recorded in events:
                        if isinstance(recorded.event, TextDelta):
                            times.append((time.perf_counter() - wall, time.process_time() - cpu))
                        elif isinstance(recorded.event, JobFinished):
                            break
        return _figures(times)

    return on_loop("qasync", work)


VARIANTS = {"raw": raw, "provider": provider, "engine": engine}


def main(runs: int = 3) -> None:
    """Print the table."""
    with model_server() as url:
        found = medians({name: partial(sample, "first_token", name, url) for name in VARIANTS}, runs)
    floor = found["raw"]
    rows = [
        (name, figures["wall_ms"], figures["wall_ms"] - floor["wall_ms"], figures["cpu_ms"])
        for name, figures in found.items()
    ]
    print_table("the first token, qasync, warm connection", ("", "wall ms", "added ms", "CPU ms"), rows)


if __name__ == "__main__" and not ran_as_child(VARIANTS):
    main(*map(int, sys.argv[1:]))
