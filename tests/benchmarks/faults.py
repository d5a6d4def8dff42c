"""Peers at their worst, one at a time: what each costs in memory, how long it holds the loop, and how soon Stop is obeyed.

The promises: at most 64 MiB more, no pause of the loop of 100 ms, no new call 200 ms after Stop, and children dead
2 s after it. `idle` is the floor: the engine with nobody speaking. Lag is what the loop came late by; since that has
the whole machine's business in it, `busy` is the longest the loop's own thread worked between two of its turns.
`python -m tests.benchmarks faults [SECONDS]`.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from tests.benchmarks.clients import on_loop, opened_engine
from tests.benchmarks.measure import Figures, print_table, ran_as_child, sample
from tests.support.flooding_server import FLOODS, HARMLESS, flooding_server
from tests.support.mcp_server import FakeServer, tool
from tests.support.memory import PeakMemory
from tests.support.scripted_server import ScriptedServer, call, calls_turn, text_turn

TICK_S = 0.005
SETTLE_S = 0.5  # of an engine just opened
GIVE_UP_S = 30.0
OBEYED_S = 0.2  # after Stop no call is made

COMMANDS = {
    "deaf": "trap '' TERM INT HUP; for i in 1 2 3; do setsid sleep 1000 & done; while :; do sleep 1000; done",
    "printing": "yes 'one line after another'",
    "forking": "while :; do sleep 1000 & done",
}


class Lag:
    """Watches the loop it is entered on."""

    def __init__(self) -> None:
        self.worst_s = 0.0
        self.busy_s = 0.0

    @asynccontextmanager
    async def watched(self) -> AsyncGenerator[None]:
        task = asyncio.create_task(self._watch())
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def _watch(self) -> None:
        while True:
            due, worked = time.perf_counter() + TICK_S, time.thread_time()
            await asyncio.sleep(TICK_S)
            self.worst_s = max(self.worst_s, time.perf_counter() - due)
            self.busy_s = max(self.busy_s, time.thread_time() - worked)


def flood(name: str, seconds: str) -> Figures:
    """A model server that floods."""

    async def work() -> Figures:
        async with flooding_server() as server, opened_engine(server.url) as engine:
            await _warmed_up(engine, f"play {HARMLESS}")
            lag, memory = Lag(), PeakMemory()
            async with lag.watched():
                job = await engine.submit(_task(f"play {name}"), "s")
                await _followed(engine, "s", float(seconds))
                stopping = asyncio.create_task(_stopped(engine, job))
                await asyncio.sleep(OBEYED_S)
                asked = await server.asked()
                stopped_s = await stopping
            spin = await _spin()
            again = await server.asked() - asked
            return _figures(lag, memory, stop_s=stopped_s, again=again, spin=spin)

    return on_loop("qasync", work)


def command(name: str, seconds: str) -> Figures:
    """A program that does not want to end."""
    with tempfile.TemporaryDirectory(prefix="inara-benchmark-") as folder:
        granted = f'[workspace]\nroots = ["{folder}"]\n'
        return on_loop("qasync", partial(_called, "run_command", {"command": COMMANDS[name]}, granted, float(seconds)))


def mcp(name: str, seconds: str) -> Figures:
    """A tool server that floods, or is deaf."""
    with tempfile.TemporaryDirectory(prefix="inara-benchmark-") as folder:
        server = FakeServer(Path(folder))
        server.says(tools=[tool()], call=name)
        configured = f"[mcp.servers.fake]\ncommand = {json.dumps(sys.executable)}\nargs = {json.dumps(server.args)}\n"
        return on_loop("qasync", partial(_called, "fake__echo", {"text": "hi"}, configured, float(seconds)))


async def _called(name: str, arguments: dict[str, Any], settings: str, seconds: float) -> Figures:
    """What a call costs that runs until it is stopped, and how soon its processes are gone then."""
    from inara_engine.jobs import Decision

    script = [text_turn("Hello."), calls_turn(call(name, arguments)), text_turn("Done.")]
    async with ScriptedServer(script) as server, opened_engine(server.base_url, settings) as engine:
        for report in await engine.mcp.all():
            found = await engine.mcp.test(report.name)
            await engine.mcp.approve(report.name, [one.hash for one in found.tools])
        await _warmed_up(engine, "hello")
        lag, memory = Lag(), PeakMemory()
        async with lag.watched():
            job = await engine.submit(_task("call it"), "s")
            async with asyncio.timeout(20):
                while not (waiting := await engine.pending()):
                    await asyncio.sleep(0.01)
            await engine.answer(waiting[0].call_id, Decision(True, waiting[0].digest))
            await asyncio.sleep(seconds)
            children = await asyncio.to_thread(_children)
            begun = time.perf_counter()
            stopped_s = await _stopped(engine, job)
            for report in await engine.mcp.all():  # a server stays for the next call, until it is no longer wanted
                begun = time.perf_counter()
                await engine.mcp.switch(report.name, False)
            while await asyncio.to_thread(_any_alive, children) and time.perf_counter() - begun < GIVE_UP_S:
                await asyncio.sleep(TICK_S)
            dead_s = time.perf_counter() - begun
        spin = await _spin()
        return _figures(lag, memory, stop_s=stopped_s, dead_s=dead_s, children=len(children), spin=spin)


async def _stopped(engine: Any, job: str) -> float:
    """How long it takes to be obeyed."""
    from inara_engine.errors import Conflict

    begun = time.perf_counter()
    with contextlib.suppress(Conflict):  # it had ended by itself
        await engine.cancel(job)
    return time.perf_counter() - begun


def idle(_: str, seconds: str) -> Figures:
    """Nobody says anything."""

    async def work() -> Figures:
        async with flooding_server() as server, opened_engine(server.url) as engine:
            await _warmed_up(engine, f"play {HARMLESS}")
            lag, memory = Lag(), PeakMemory()
            async with lag.watched():
                await asyncio.sleep(float(seconds))
            return _figures(lag, memory, spin=await _spin())

    return on_loop("qasync", work)


async def _spin() -> float:
    """The share of a core it takes once it was stopped."""
    begun = time.process_time()
    await asyncio.sleep(SETTLE_S)
    return (time.process_time() - begun) / SETTLE_S


def _task(text: str) -> Any:
    from inara_engine.events import TaskSubmitted

    return TaskSubmitted(text=text)


async def _warmed_up(engine: Any, text: str) -> None:
    """What a first answer costs is another benchmark's (`first_use`)."""
    await engine.submit(_task(text), "warm")
    await _followed(engine, "warm", 30)
    await asyncio.sleep(SETTLE_S)


async def _followed(engine: Any, session: str, seconds: float) -> None:
    """As the window does, until the job ends or the time is over."""
    from inara_engine.events import JobFinished

    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds), aclosing(engine.follow(session, 0)) as events:
            async for recorded in events:
                if isinstance(recorded.event, JobFinished):
                    return


def _figures(lag: Lag, memory: PeakMemory, **more: float) -> Figures:
    return {"lag_s": lag.worst_s, "busy_s": lag.busy_s, "extra_mib": memory.extra_mib, **more}


def _children() -> list[int]:
    """All processes that descend from this one."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    found = {os.getpid()}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return sorted(found - {os.getpid()})


def _any_alive(pids: list[int]) -> bool:
    return any(map(_alive, pids))


def _alive(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False
    return not re.search(r"^State:\s+Z", status, re.MULTILINE)


VARIANTS = {"flood": flood, "command": command, "mcp": mcp, "idle": idle}


def main(seconds: float = 3.0) -> None:
    """Print the table."""
    runs = [("idle", ""), *(("flood", name) for name in FLOODS), *(("command", name) for name in COMMANDS)]
    runs += [("mcp", name) for name in ("hang", "flood", "huge")]
    rows: list[tuple[object, ...]] = []
    for kind, name in runs:
        found = partial(sample, "faults", kind)(name or "-", seconds)
        ms = {key: found[key] * 1000 for key in found if key.endswith("_s")}
        rows.append(
            (
                f"{kind} {name}".strip(),
                found["extra_mib"],
                ms["lag_s"],
                ms["busy_s"],
                ms.get("stop_s", ""),
                ms.get("dead_s", ""),
                f"{found['spin']:.0%}" if "spin" in found else "",
                int(found.get("again", 0)) or "",
            )
        )
    print_table(
        "One fault at a time",
        ("", "MiB more", "lag ms", "busy ms", "Stop ms", "children dead ms", "CPU then", "asked later"),
        rows,
    )


if __name__ == "__main__" and not ran_as_child(VARIANTS):
    main(*map(float, sys.argv[1:]))
