"""`inara sessions import FILE`: years of conversations take a while, so how far it is is told meanwhile."""

from __future__ import annotations

import asyncio
import sys
import time
from contextlib import aclosing

from inara_engine.cli import terminal
from inara_engine.events import SessionId
from inara_engine.face import LIVE, Face

__all__ = ["bring_in"]

TELL_S = 0.5


async def bring_in(engine: Face, file: str) -> list[SessionId]:
    """Import it; on a terminal with a line now and then."""
    telling = asyncio.create_task(_tell(engine, file), name="import progress") if sys.stderr.isatty() else None
    try:
        return await engine.import_file(file)
    finally:
        if telling is not None:
            telling.cancel()
            await asyncio.gather(telling, return_exceptions=True)


async def _tell(engine: Face, file: str) -> None:
    told_at = time.monotonic()
    async with aclosing(engine.follow(None, LIVE, kinds=["import_progressed"])) as events:
        async for recorded in events:
            event = recorded.event
            if event.kind == "import_progressed" and event.path == file and time.monotonic() - told_at >= TELL_S:
                told_at = time.monotonic()
                share = f"{event.done / event.total:4.0%}  " if event.total else ""
                terminal.note(f"{share}{event.done} of {event.total} conversations", terminal.DIM)
