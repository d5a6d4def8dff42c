"""CPU per tool round, and whether it grows with the conversation: a bare reader beside the whole engine.

A round is a model call that asks for the cheapest tool, and its result; the engine has all of it on
disk before the model hears of it: `log` is what that alone costs. A job costs something beside its rounds (it is taken,
prepared, answered, noted in the journal): one row is without that. The last one travels between machines: what the
engine takes beside the log, in what the bare reader takes. `python -m tests.benchmarks engine_rounds [RUNS]`.
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


def log(url: str, loop: str, script: str) -> Figures:
    """The rows of those rounds, made durable by the store without a job around them."""
    from inara_engine.events import ModelAsked, ModelFinished, TaskSubmitted, ToolFinished, ToolStarted
    from inara_engine.messages import Risk, ToolCall
    from inara_engine.store import Store

    async def work() -> Figures:
        with tempfile.TemporaryDirectory(prefix="inara-benchmark-") as folder:
            store = Store(Path(folder, "inara.db"))
            await store.open()
            await store.append("s", "j", 0, 0, [TaskSubmitted(text="play"), _asked(ModelAsked)])
            cpu, wall = time.process_time(), time.perf_counter()
            for number in range(int(script.rpartition("-")[2])):
                call = ToolCall(call_id=f"j.{number}", provider_id="c", name="calculate", arguments={"expression": "1"})
                replied = ModelFinished(text="", calls=(call,), model="m", model_label="M")
                started = ToolStarted(call_id=call.call_id, summary="1", risk=Risk.PURE, allowed_by="policy")
                ended = ToolFinished(call_id=call.call_id, outcome="ok", output="1")
                await store.append("s", "j", 2 + 4 * number, 0, [replied, started, ended, _asked(ModelAsked)])
            figures = {"cpu_s": time.process_time() - cpu, "wall_s": time.perf_counter() - wall}
            await store.close()
            return figures

    return on_loop(loop, work)


def _asked(kind: type[Any]) -> Any:
    return kind(round=1, model="m", model_label="M", role="orchestrator")


VARIANTS = {"raw": raw, "log": log, "engine": engine}


def main(runs: int = 3) -> None:
    """Print the tables."""
    head = ("", *(f"{rounds} rounds" for rounds in ROUNDS), f"growth {ROUNDS[0]} → {ROUNDS[-1]}", "wall at 200")
    with model_server() as url:
        for loop in ("asyncio", "qasync"):
            rows: list[tuple[object, ...]] = []
            job_s = medians({"job": partial(sample, "engine_rounds", "engine", url, loop, "rounds-0")}, runs)["job"][
                "cpu_s"
            ]
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
            each = [(found[rounds]["engine"]["cpu_s"] - job_s) * 1000 / rounds for rounds in ROUNDS]
            rows.append((f"engine, without a job's own {job_s * 1000:.1f} ms", *each, each[-1] / each[0], ""))
            beside = [
                (found[rounds]["engine"]["cpu_s"] - found[rounds]["log"]["cpu_s"]) / found[rounds]["raw"]["cpu_s"]
                for rounds in ROUNDS
            ]
            rows.append(("engine beside the log, in raw readers", *beside, beside[-1] / beside[0], ""))
            print_table(f"ms of CPU per tool round, {loop}", head, rows)


if __name__ == "__main__" and not ran_as_child(VARIANTS):
    main(*map(int, sys.argv[1:]))
