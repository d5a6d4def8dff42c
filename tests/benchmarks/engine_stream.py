"""CPU per 100,000 streamed tokens: a bare reader (the floor), our provider alone, the whole engine.

At full speed on asyncio's own loop and on the window's, and at a model's pace on the window's, where
each wake-up costs. `python -m tests.benchmarks engine_stream [TOKENS] [RUNS]`.
"""

from __future__ import annotations

import sys
import time
from contextlib import aclosing
from functools import partial
from typing import Any

from tests.benchmarks.clients import RawReader, on_loop, opened_engine, run_job
from tests.benchmarks.measure import Figures, medians, print_table, ran_as_child, sample
from tests.benchmarks.servers import model_server

WARM_UP = "stream-100"


def raw(url: str, loop: str, script: str) -> Figures:
    async def work() -> Figures:
        async with RawReader(url) as reader:
            await reader.ask(_play(WARM_UP))
            cpu, wall = time.process_time(), time.perf_counter()
            text, _ = await reader.ask(_play(script))
            return {
                "cpu_s": time.process_time() - cpu,
                "wall_s": time.perf_counter() - wall,
                "characters": float(len(text)),
            }

    return on_loop(loop, work)


def _play(script: str) -> list[dict[str, Any]]:
    return [{"role": "user", "content": f"play {script}"}]


def provider(url: str, loop: str, script: str) -> Figures:
    from inara_engine.messages import Message
    from inara_engine.providers.base import ModelRequest, Reply
    from inara_engine.providers.openai_compatible import OpenAICompatible

    async def work() -> Figures:
        server = OpenAICompatible(url)
        figures: Figures = {}
        for words in (WARM_UP, script):
            cpu, wall = time.process_time(), time.perf_counter()
            async with aclosing(
                server.stream(ModelRequest("benchmark", (Message("user", f"play {words}"),)))
            ) as events:
                last = [event async for event in events][-1]
            figures = {"cpu_s": time.process_time() - cpu, "wall_s": time.perf_counter() - wall}
            assert isinstance(last, Reply)
            figures["characters"] = float(len(last.text))
        await server.aclose()
        return figures

    return on_loop(loop, work)


def engine(url: str, loop: str, script: str) -> Figures:
    async def work() -> Figures:
        async with opened_engine(url) as opened:
            await run_job(opened, WARM_UP)
            return await run_job(opened, script)

    return on_loop(loop, work)


VARIANTS = {"raw": raw, "provider": provider, "engine": engine}


def main(tokens: int = 100_000, runs: int = 3) -> None:
    """Print the tables."""
    head = ("", "CPU s / 100k tokens", "× floor", "wall s", "deltas")
    with model_server() as url:
        for loop in ("asyncio", "qasync"):
            _table(f"{tokens} tokens at full speed, {loop}", head, url, loop, f"stream-{tokens}", tokens, runs)
        _table("500 tokens a second for 8 s, qasync", head, url, "qasync", "paced-500-4000", 4000, max(1, runs // 2))


def _table(title: str, head: tuple[str, ...], url: str, loop: str, script: str, tokens: int, runs: int) -> None:
    found = medians({name: partial(sample, "engine_stream", name, url, loop, script) for name in VARIANTS}, runs)
    floor = found["raw"]
    assert all(figures["characters"] == floor["characters"] for figures in found.values()), "text was lost"
    rows = [
        (
            name,
            figures["cpu_s"] * 100_000 / tokens,
            figures["cpu_s"] / floor["cpu_s"],
            figures["wall_s"],
            int(figures.get("deltas", 0)) or "",
        )
        for name, figures in found.items()
    ]
    print_table(title, head, rows)


if __name__ == "__main__" and not ran_as_child(VARIANTS):
    main(*map(int, sys.argv[1:]))
