"""One task from the terminal."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

from inara_engine.cli.watching import Events, Watch
from inara_engine.events import SessionId
from inara_engine.face import LIVE, Face, Prompt

__all__ = ["ask"]


async def ask(engine: Face, prompt: Prompt, session: SessionId, *, as_json: bool) -> int:
    """Give a task and watch it to its end or to a question that can't be asked here. Ctrl+C cancels it."""
    async with aclosing(Events(engine.follow(session, LIVE))) as events:
        # Joined before the task is given, so that none of its events is missed.
        events.coming()
        await asyncio.sleep(0)
        job = await engine.submit(prompt, session)
        watch = Watch(engine, job, session, events, as_json=as_json)
        try:
            return await watch.follow()
        except asyncio.CancelledError:
            return await watch.stop()
        except BrokenPipeError:
            await engine.cancel(job)  # nobody reads on
            raise
