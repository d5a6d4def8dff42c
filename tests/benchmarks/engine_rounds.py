"""CPU per tool round, and whether it grows with the conversation: a bare reader beside the whole engine.

A round is a model call that asks for the cheapest tool, and its result; the engine keeps each step
on disk before it takes the next. `python -m tests.benchmarks engine_rounds [RUNS]`.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from typing import Any

from tests.benchmarks.clients import RawReader, on_loop, opened_engine, run_job
from tests.benchmarks.measure import Figures, medians, print_table, ran_as_child, sample
from tests.benchmarks.servers import model_server

WARM_UP = "rounds-3"
ROUNDS = (10, 50, 200)


def raw(url: str, loop: str, script: str) -> Figures:
    async def work() -> Figures:
        async with RawReader(url) as reader:
            await _converse(reader, WARM_UP)
            cpu, wall = time.process_time(), time.perf_counter()
            await _converse(reader, script)
            return {"cpu_s": time.process_time() - cpu, "wall_s": time.perf_counter() - wall}

    return on_loop(loop, work)


async def _converse(reader: RawReader, script: str) -> None:
    messages: list[dict[str, Any]] = [{"role": "user", "content": f"play {script}"}]
    while True:
        text, calls = await reader.ask(messages)
        if text:
            return
        messages.append({"role": "assistant", "content": "", "tool_calls": calls[:1]})
        messages.append({"role": "tool", "tool_call_id": calls[0]["id"], "content": time.strftime("%FT%T")})


def engine(url: str, loop: str, script: str) -> Figures:
    async def work() -> Figures:
        async with opened_engine(url) as opened:
            await run_job(opened, WARM_UP)
            return await run_job(opened, script)

    return on_loop(loop, work)


VARIANTS = {"raw": raw, "engine": engine}


def main(runs: int = 3) -> None:
    """Print the tables."""
    head = ("", *(f"{rounds} rounds" for rounds in ROUNDS), f"growth {ROUNDS[0]} → {ROUNDS[-1]}", "wall at 200")
    with model_server() as url:
        for loop in ("asyncio", "qasync"):
            rows: list[tuple[object, ...]] = []
            found = {
                rounds: medians(
                    {name: partial(sample, "engine_rounds", name, url, loop, f"rounds-{rounds}") for name in VARIANTS},
                    runs,
                )
                for rounds in ROUNDS
            }
            for name in VARIANTS:
                each = [found[rounds][name]["cpu_s"] * 1000 / rounds for rounds in ROUNDS]
                wall = found[ROUNDS[-1]][name]["wall_s"] * 1000 / ROUNDS[-1]
                rows.append((name, *each, each[-1] / each[0], wall))
            print_table(f"ms of CPU per tool round, {loop}", head, rows)


if __name__ == "__main__" and not ran_as_child(VARIANTS):
    main(*map(int, sys.argv[1:]))
