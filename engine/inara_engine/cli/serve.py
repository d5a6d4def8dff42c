"""`inara serve`: the loopback interface without a window."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from collections.abc import AsyncGenerator, Coroutine
from contextlib import aclosing, asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

from inara_engine.cli import terminal
from inara_engine.cli.watching import DONE
from inara_engine.events import SettingsChanged
from inara_engine.face import LIVE, Engine, Face
from inara_engine.home import Home
from inara_engine.secrets import KeyringUnavailable, Secrets

if TYPE_CHECKING:
    from inara_engine.api import LoopbackServer

__all__ = ["serve"]


async def serve(engine: Face, home: Home, options: argparse.Namespace) -> int:
    """Serve until a signal, or until the process that has the engine open ends. Raises UserError."""
    from inara_engine.api import LoopbackServer, token

    secrets = engine.secrets if isinstance(engine, Engine) else Secrets()
    port = (await engine.settings()).api.port if options.port is None else options.port
    server = await LoopbackServer.of(engine, home, secrets, port=port)
    port = await server.start()
    try:
        async with _ended_by_signals() as ended:
            terminal.note(f"Inara listens on http://127.0.0.1:{port}. Ctrl+C ends it.")
            if options.print_token:
                terminal.line(await token(secrets))
            await _first_of(ended.wait(), _follow(engine, server, secrets))
    finally:
        await server.close()
    return DONE


async def _follow(engine: Face, server: LoopbackServer, secrets: Secrets) -> None:
    """Take over a token that was made anew; return, or raise what says so, once the engine has ended."""
    from inara_engine.api import token

    async with aclosing(engine.follow(None, LIVE)) as events:
        async for recorded in events:
            if isinstance(recorded.event, SettingsChanged):
                secrets.lock()  # another process may have written it
                with suppress(KeyringUnavailable):  # then none was
                    await server.require(await token(secrets))


async def _first_of(*awaited: Coroutine[Any, Any, Any]) -> None:
    """Return, or raise, as soon as one does."""
    tasks = [asyncio.create_task(one) for one in awaited]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def _ended_by_signals() -> AsyncGenerator[asyncio.Event]:
    """An event that is set when the person or the system asks for the end."""
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    numbers = [signal.SIGINT, signal.SIGTERM]
    if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # `nohup` ignores it
        numbers.append(signal.SIGHUP)
    for number in numbers:
        loop.add_signal_handler(number, ended.set)
    try:
        yield ended
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)
