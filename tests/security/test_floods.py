"""Peers that send without end: none makes the app take 64 MiB more, and after Stop nobody is asked and nobody lives on.

How long the loop is held meanwhile, and how soon Stop is obeyed, is measured: `python -m tests.benchmarks faults`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, suppress
from pathlib import Path

import pytest

from inara_engine.errors import Conflict
from inara_engine.events import JobFinished
from inara_engine.face import Decision, Engine, Prompt, open_engine
from inara_engine.home import find_home
from inara_engine.providers.command_line_output import CommandOutput, TooMuch
from tests.support.flooding_server import FLOODS, FloodingServer, flooding_server
from tests.support.memory import PeakMemory
from tests.support.scripted_server import ScriptedServer, call, calls_turn, text_turn
from tests.support.terminal import configure

MOST_MIB = 64
LET_S = 0.6  # enough for each flood to reach what it is held to, or what it would grow to in a minute to show


@pytest.fixture
async def server() -> AsyncIterator[FloodingServer]:
    async with flooding_server() as running:
        yield running


async def opened(home: Path, url: str) -> Engine:
    """With a model that may go on for as many rounds as it likes."""
    configure(home, url, max_rounds=1000)
    engine = await open_engine(find_home())
    assert isinstance(engine, Engine)
    return engine


async def followed(engine: Engine, session: str) -> None:
    """As a window does, to the end."""
    async with aclosing(engine.follow(session)) as events:
        async for recorded in events:
            if isinstance(recorded.event, JobFinished):
                return


@pytest.mark.parametrize("flood", FLOODS)
async def test_a_model_server_that_floods_is_held_to_its_share(home: Path, server: FloodingServer, flood: str) -> None:
    engine = await opened(home, server.url)
    try:
        memory = PeakMemory()
        job = await engine.submit(Prompt(text=f"play {flood}"))
        session = (await engine.job(job))["session_id"]
        try:
            async with asyncio.timeout(LET_S):
                await followed(engine, session)
        except TimeoutError:
            with suppress(Conflict):  # it ended by itself in that moment
                await engine.cancel(job)
        asked = await server.asked()
        told = await engine.job(job)
        assert told["status"] in {"error", "cancelled"}
        if flood in {"words", "pages"}:
            assert len(told["response"]) > 1000  # what it had said stays
        assert memory.extra_mib < MOST_MIB
        await asyncio.sleep(0.1)
        assert await server.asked() == asked
    finally:
        await engine.close()


@pytest.mark.parametrize("floods", ["yes 'one line after another'", "while :; do setsid sleep 1000 & done"])
async def test_a_program_that_floods_takes_little_and_is_dead_after_stop(home: Path, floods: str) -> None:
    script = [calls_turn(call("run_command", {"command": f"echo $$ > pid; {floods}"})), text_turn("Done.")]
    async with ScriptedServer(script) as model:
        engine = await opened(home, model.base_url)

        try:
            memory = PeakMemory()
            job = await engine.submit(Prompt(text="flood"))
            while not (waiting := await engine.pending()):
                await asyncio.sleep(0.01)
            await engine.answer(waiting[0].call_id, Decision(True, waiting[0].digest))
            await asyncio.sleep(LET_S)
            if (await engine.job(job))["status"] == "running":
                await engine.cancel(job)
            assert memory.extra_mib < MOST_MIB
        finally:
            await engine.close()
        assert len(model.requests) <= 2
        assert alive_below(int(next(home.parent.rglob("pid")).read_text())) == []


def alive_below(pid: int) -> list[int]:
    """A process and those of its session or its children, as far as they live."""
    found: list[int] = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            number, rest = int(stat.parent.name), stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if rest[0] != "Z" and pid in {number, int(rest[1]), int(rest[2]), int(rest[3])}:
            found.append(number)
    return found


@pytest.mark.parametrize("streams", [True, False])
def test_a_command_that_answers_without_end_is_held_to_its_share(streams: bool) -> None:
    piece = b'{"type": "message", "role": "assistant", "content": "%b"}\n' % ("\N{LION FACE}" * 10_000).encode()
    memory = PeakMemory()
    output = CommandOutput(streams=streams)
    with pytest.raises(TooMuch):
        feed_for_ever(output, piece if streams else b"\n" * 40_000)
    assert memory.extra_mib < MOST_MIB


def feed_for_ever(output: CommandOutput, piece: bytes) -> None:
    while True:
        output.feed(piece)
