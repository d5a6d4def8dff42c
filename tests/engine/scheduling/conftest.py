"""Schedules on a clock that a test turns, with a scripted model."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from inara_engine.face import Engine, ScheduleReport, open_engine
from inara_engine.home import find_home
from tests.support.scripted_server import ScriptedServer, Turn, text_turn
from tests.support.terminal import configure

BERLIN = ZoneInfo("Europe/Berlin")
MORNING = '\n[[schedule]]\nname = "morning"\ncron = "0 7 * * *"\ntask = "Summarise my notes"\n'


def at(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).timestamp()


class Clock:
    """Unix seconds, as somebody sets them."""

    def __init__(self, text: str) -> None:
        self.now = at(text)

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    return Clock("2026-11-23 06:00")


@pytest.fixture
def turns() -> list[Turn]:
    return [text_turn(f"Summary {n}.") for n in range(20)]


@pytest.fixture
async def server(turns: list[Turn]) -> AsyncIterator[ScriptedServer]:
    async with ScriptedServer(turns) as server:
        yield server


Opened = Callable[[str], Awaitable[Engine]]


@pytest.fixture
async def opened(home: Path, clock: Clock, server: ScriptedServer) -> AsyncIterator[Opened]:
    """Opens the engine on a config; time passes in `passes` only, so that no test waits."""
    engines: list[Engine] = []

    async def open_it(config: str = "") -> Engine:
        if config:
            configure(home, server.base_url)
            with (home / "config.toml").open("a") as file:
                file.write(config)
        engine = await open_engine(find_home(), drive=False, clock=clock)
        engines.append(engine)
        await engine._scheduler.look()
        return engine

    yield open_it
    for engine in engines:
        await engine.close()


async def passes(engine: Engine, clock: Clock, until: str) -> None:
    """It is another time now, and the engine has looked at the clock."""
    clock.now = at(until)
    await engine._scheduler.look()
    await idle(engine)


async def idle(engine: Engine) -> None:
    async with asyncio.timeout(20):
        while any(session.status == "running" for session in await engine.sessions()):
            await asyncio.sleep(0.01)


async def only(engine: Engine) -> ScheduleReport:
    (report,) = await engine.schedule.all()
    return report
