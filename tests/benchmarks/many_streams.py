"""Fifty answers at once on the window's loop: how long they take together, and how long the loop stands still.

`python -m tests.benchmarks many_streams [STREAMS] [TOKENS] [RUNS]`. The floor reads the same bytes without a budget.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from functools import partial

from tests.benchmarks.clients import RawReader, on_loop
from tests.benchmarks.measure import Figures, medians, print_table, ran_as_child, sample
from tests.benchmarks.servers import model_server

TICK_S = 0.001


async def _measured(work: Callable[[], Awaitable[None]]) -> Figures:
    """The work's CPU and wall time, and the longest time in which the loop did nothing else, in CPU and wall seconds."""
    stalls: list[tuple[float, float]] = []

    async def watch() -> None:
        while True:
            wall, cpu = time.perf_counter(), time.thread_time()
            await asyncio.sleep(TICK_S)
            stalls.append((time.perf_counter() - wall - TICK_S, time.thread_time() - cpu))

    watching = asyncio.get_running_loop().create_task(watch())
    cpu, wall = time.process_time(), time.perf_counter()
    await work()
    figures = {"cpu_s": time.process_time() - cpu, "wall_s": time.perf_counter() - wall}
    watching.cancel()
    longest = {"stall_ms": max(stall for stall, _ in stalls) * 1000, "stall_cpu_ms": max(c for _, c in stalls) * 1000}
    return {**figures, **longest}


def raw(url: str, streams: str, tokens: str) -> Figures:
    async def one() -> None:
        async with RawReader(url) as reader:
            await reader.ask([{"role": "user", "content": f"play stream-{tokens}"}])

    async def all_of_them() -> None:
        await asyncio.gather(*(one() for _ in range(int(streams))))

    return on_loop("qasync", partial(_measured, all_of_them))


def provider(url: str, streams: str, tokens: str) -> Figures:
    from inara_engine.messages import Message
    from inara_engine.providers.base import ModelRequest
    from inara_engine.providers.openai_compatible import OpenAICompatible

    async def work() -> Figures:
        server = OpenAICompatible(url)

        async def one(script: str) -> None:
            request = ModelRequest("benchmark", (Message("user", f"play {script}"),))
            async with aclosing(server.stream(request)) as events:
                async for _ in events:
                    pass

        async def all_of_them() -> None:
            await asyncio.gather(*(one(f"stream-{tokens}") for _ in range(int(streams))))

        await one("stream-10")
        try:
            return await _measured(all_of_them)
        finally:
            await server.aclose()

    return on_loop("qasync", work)


VARIANTS = {"raw": raw, "provider": provider}


def main(streams: int = 50, tokens: int = 2000, runs: int = 3) -> None:
    """Print the table."""
    with model_server() as url:
        found = medians({name: partial(sample, "many_streams", name, url, streams, tokens) for name in VARIANTS}, runs)
    rows = [
        (name, figures["wall_s"], figures["cpu_s"], figures["stall_ms"], figures["stall_cpu_ms"])
        for name, figures in found.items()
    ]
    head = ("", "wall s", "CPU s", "longest stall, wall ms", "longest stall, CPU ms")
    print_table(f"{streams} streams of {tokens} tokens at once, qasync", head, rows)


if __name__ == "__main__" and not ran_as_child(VARIANTS):
    main(*map(int, sys.argv[1:]))
