"""The loopback interface inside the window's process: opened and closed by the engine as the settings say."""

from __future__ import annotations

import asyncio
import importlib
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inara_engine.api import LoopbackServer
    from inara_engine.face import Engine

__all__ = ["open_interface"]


async def open_interface(engine: Engine) -> None:
    """Let the engine open it here, on this loop, whenever the settings want it; its modules are loaded then."""
    engine.interface.opened_by(partial(_open, engine))
    await engine.interface.follow((await engine.settings()).api)


async def _open(engine: Engine, port: int) -> tuple[LoopbackServer, int]:
    api = await asyncio.to_thread(importlib.import_module, "inara_engine.api")
    server: LoopbackServer = await api.LoopbackServer.of(engine, engine.home, engine.secrets, port=port)
    return server, await server.start()
