"""An engine of its own on a scripted model, and its jobs come to rest."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from inara_engine.face import Engine, open_engine
from inara_engine.home import find_home
from tests.support.scripted_server import ScriptedServer, Turn
from tests.support.terminal import configure

__all__ = ["engine_with", "settled"]

LIMIT_S = 20


@asynccontextmanager
async def engine_with(home: Path, *turns: Turn, settings: str = "") -> AsyncIterator[tuple[Engine, ScriptedServer]]:
    """An engine whose model takes these turns, and the model's server; `settings` are added to config.toml."""
    async with ScriptedServer(turns) as server:
        configure(home, server.base_url)
        with (home / "config.toml").open("a") as file:
            file.write(settings)
        engine = await open_engine(find_home())
        try:
            yield engine, server
        finally:
            await engine.close()


async def settled(engine: Engine, job: str) -> dict[str, Any]:
    """The job's report once it has ended, or waits for the person."""
    async with asyncio.timeout(LIMIT_S):
        while (report := await engine.job(job))["status"] in {"queued", "running"}:
            await asyncio.sleep(0.01)
    return report
