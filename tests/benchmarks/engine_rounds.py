"""CPU per tool round, and whether it grows with the conversation: a bare reader beside the whole engine.

A round is a model call that asks for the cheapest tool, and its result; the engine has all of it on
disk before the model hears of it: `log` is what that alone costs. Every figure is of 200 rounds: in one conversation,
or in as many as it takes. A job costs something beside its rounds (it is taken, prepared, answered, noted in the
journal), which few rounds share: one row is without that. The last rows travel between machines: what the engine takes
beside the log, in what the bare reader takes. `python -m tests.benchmarks engine_rounds [RUNS]`.
"""

from __future__ import annotations

import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

from tests.benchmarks.clients import RawReader, on_loop, opened_engine, run_job
from tests.benchmarks.measure import Figures, medians, print_table, ran_as_child, sample
from tests.benchmarks.servers import model_server

WARM_UP = "rounds-3"
ROUNDS = (10, 50, 200)
JOBS = 20
RIVALS = ("raw", "log", "engine")


def raw(url: str, loop: str, rounds: str) -> Figures:
    async def work() -> Figures:
        async with RawReader(url) as reader:
            await _converse(reader, WARM_UP)
            cpu, wall = time.process_time(), time.perf_counter()
            for _ in range(_conversations(rounds)):
                await _converse(reader, f"rounds-{rounds}")
            return _a_round(time.process_time() - cpu, time.perf_counter() - wall)

    return on_loop(loop, work)


async def _converse(reader: RawReader, script: str) -> None:
    messages: list[dict[str, Any]] = [{"role": "user", "content": f"play {script}"}]
    while True:
        text, calls = await reader.ask(messages)
        if text:
            return
        messages.append({"role": "assistant", "content": "", "tool_calls": calls[:1]})
        messages.append({"role": "tool", "tool_call_id": calls[0]["id"], "content": time.strftime("%FT%T")})


def engine(url: str, loop: str, rounds: str) -> Figures:
    async def work() -> Figures:
        async with opened_engine(url) as opened:
            await run_job(opened, WARM_UP)
            jobs = [
                await run_job(opened, f"rounds-{rounds}", f"session-{number}")
                for number in range(_conversations(rounds))
            ]
            return _a_round(sum(job["cpu_s"] for job in jobs), sum(job["wall_s"] for job in jobs))

    return on_loop(loop, work)


def job(url: str, loop: str) -> Figures:
    """Jobs without a round, and what one of them takes."""

    async def work() -> Figures:
        async with opened_engine(url) as opened:
            await run_job(opened, WARM_UP)
            jobs = [await run_job(opened, "rounds-0", f"session-{number}") for number in range(JOBS)]
            return {"cpu_ms": sum(job["cpu_s"] for job in jobs) * 1000 / JOBS}

    return on_loop(loop, work)


def log(url: str, loop: str, rounds: str) -> Figures:
    """The rows of those rounds, made durable by the store without a job around them."""
    from inara_engine.events import ModelAsked, ModelFinished, TaskSubmitted, ToolFinished, ToolStarted
    from inara_engine.messages import Risk, ToolCall
    from inara_engine.store import Store

    async def converse(store: Store, name: str) -> None:
        await store.append(name, name, 0, 0, [TaskSubmitted(text="play"), _asked(ModelAsked)])
        for number in range(int(rounds)):
            call = ToolCall(
                call_id=f"{name}.{number}", provider_id="c", name="calculate", arguments={"expression": "1"}
            )
            replied = ModelFinished(text="", calls=(call,), model="m", model_label="M")
            started = ToolStarted(call_id=call.call_id, summary="1", risk=Risk.PURE, allowed_by="policy")
            ended = ToolFinished(call_id=call.call_id, outcome="ok", output="1")
            await store.append(name, name, 2 + 4 * number, 0, [replied, started, ended, _asked(ModelAsked)])

    async def work() -> Figures:
        with tempfile.TemporaryDirectory(prefix="inara-benchmark-") as folder:
            store = Store(Path(folder, "inara.db"))
            await store.open()
            await converse(store, "first")
            cpu, wall = time.process_time(), time.perf_counter()
            for number in range(_conversations(rounds)):
                await converse(store, f"j{number}")
            figures = _a_round(time.process_time() - cpu, time.perf_counter() - wall)
            await store.close()
            return figures

    return on_loop(loop, work)


def _conversations(rounds: str) -> int:
    return ROUNDS[-1] // int(rounds)


def _a_round(cpu_s: float, wall_s: float) -> Figures:
    """What one of all these rounds takes."""
    return {"cpu_ms": cpu_s * 1000 / ROUNDS[-1], "wall_ms": wall_s * 1000 / ROUNDS[-1]}


def _asked(kind: type[Any]) -> Any:
    return kind(round=1, model="m", model_label="M", role="orchestrator")


VARIANTS = {"raw": raw, "log": log, "engine": engine, "job": job}


def main(runs: int = 3) -> None:
    """Print the tables."""
    head = ("", *(f"{rounds} rounds" for rounds in ROUNDS), f"growth {ROUNDS[0]} → {ROUNDS[-1]}", "wall at 200")
    with model_server() as url:
        for loop in ("asyncio", "qasync"):
            own_ms = medians({"job": partial(sample, "engine_rounds", "job", url, loop)}, runs)["job"]["cpu_ms"]
            found = [
                medians({name: partial(sample, "engine_rounds", name, url, loop, rounds) for name in RIVALS}, runs)
                for rounds in ROUNDS
            ]
            cpu = {name: [of[name]["cpu_ms"] for of in found] for name in RIVALS}
            rows: list[tuple[object, ...]] = [
                (name, *each, each[-1] / each[0], found[-1][name]["wall_ms"]) for name, each in cpu.items()
            ]
            alone = [took - own_ms / rounds for took, rounds in zip(cpu["engine"], ROUNDS, strict=True)]
            rows.append((f"engine, without a job's own {own_ms:.1f} ms", *alone, alone[-1] / alone[0], ""))
            for title, took in ("engine", cpu["engine"]), ("without a job's own", alone):
                readers = [(a - b) / c for a, b, c in zip(took, cpu["log"], cpu["raw"], strict=True)]
                rows.append((f"{title}, beside the log, in raw readers", *readers, readers[-1] / readers[0], ""))
            print_table(f"ms of CPU per tool round, {loop}", head, rows)


if __name__ == "__main__" and not ran_as_child(VARIANTS):
    main(*map(int, sys.argv[1:]))
