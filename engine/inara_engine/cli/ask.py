"""One task from the terminal."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

from inara_engine.cli.terminal import OutputFailed
from inara_engine.cli.watching import WAITING, Events, Watch
from inara_engine.errors import UserError
from inara_engine.events import SessionId
from inara_engine.face import LIVE, Engine, Face, Prompt

__all__ = ["ask"]


async def ask(engine: Face, prompt: Prompt, session: SessionId, *, as_json: bool) -> int:
    """Give a task and watch it to its end or to a question that can't be asked here. Ctrl+C cancels it.

    Off the record "" is a new session.
    """
    if prompt.off_record:
        return await _ask_off_record(engine, prompt, session or None, as_json=as_json)
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
        except (BrokenPipeError, OutputFailed):
            await engine.cancel(job)  # nobody reads on
            raise


async def _ask_off_record(engine: Face, prompt: Prompt, session: SessionId | None, *, as_json: bool) -> int:
    """The same where the session is made with its first task. Nothing of it waits longer than its engine lives."""
    job = await engine.submit(prompt, session)
    session = str((await engine.job(job))["session_id"])
    async with aclosing(Events(engine.follow(session, 0))) as events:
        watch = Watch(engine, job, session, events, as_json=as_json)
        try:
            status = await watch.follow()
        except asyncio.CancelledError:
            return await watch.stop()
        if status == WAITING and isinstance(engine, Engine):
            await engine.cancel(job)
            raise UserError(
                "Off the record the question can't wait: it would be forgotten with the end of this command.",
                next_step="Ask where the question can be answered: on a terminal, or with the window open.",
            )
        return status
