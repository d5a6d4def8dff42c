"""The engine for a command: opened here, or the one that another process has open."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

from inara_engine.cli import terminal
from inara_engine.errors import Conflict, StorageError
from inara_engine.face import AlreadyOpen, Engine, Face, open_engine
from inara_engine.home import Home, Lock
from inara_engine.remote import RemoteEngine, SocketServer, Summons

__all__ = ["the_engine"]

PATIENCE_S = 5.0  # for a process that is just starting


@asynccontextmanager
async def the_engine(home: Home, *, drive: bool = False) -> AsyncGenerator[Face]:
    """The engine, for as long as the command lasts. `drive`: it stays, so unfinished jobs of before go on.

    One that is opened here serves other commands meanwhile, and stays until the last of them is done.
    Raises: AlreadyOpen where another process has the data but does not answer; StorageError; UserError.
    """
    engine = await _found(home, drive=drive)
    try:
        if isinstance(engine, Engine):
            async with _served(engine, home):
                yield engine
        else:
            yield engine
    finally:
        await engine.close()


async def _found(home: Home, *, drive: bool) -> Engine | RemoteEngine:
    """Open it, or reach who has it open; in turns, since either may be starting or ending just now."""
    patience = _Patience(home)
    while True:
        try:
            return await open_engine(home, drive=drive)
        except AlreadyOpen:
            if engine := await patience.reached():
                return engine
        await patience.a_moment()


class _Patience:
    """How long another process is waited for: as long as it is opening or ending, else a few seconds."""

    def __init__(self, home: Home) -> None:
        self._socket = home.socket
        self._lock = Lock(home.lock_file)
        self._clock = asyncio.get_running_loop().time
        self._began = self._silent_since = self._clock()
        self._told = False

    async def reached(self) -> RemoteEngine | None:
        """The other engine, if it answers."""
        with suppress(TimeoutError):
            async with asyncio.timeout_at(self._silent_since + PATIENCE_S):
                return await RemoteEngine.connect(self._socket)
        return None

    async def a_moment(self) -> None:
        """Wait before the next attempt, and say so where it lasts. Raises AlreadyOpen when that makes no sense."""
        doing = await asyncio.to_thread(self._lock.doing)
        holder = await asyncio.to_thread(self._lock.holder)
        who, now = f"Process {holder}" if holder else "Another Inara", self._clock()
        if doing:
            self._silent_since = now
            if not self._told and now >= self._began + PATIENCE_S:
                self._told = True
                what = "is still opening Inara's data" if doing == "opening" else "is just ending"
                terminal.note(f"{who} {what}; waiting for it. Ctrl+C ends this command.")
        elif now >= self._silent_since + PATIENCE_S:
            raise AlreadyOpen(
                f"{who} has Inara's data open but does not answer.", next_step="End that process, then try again."
            )
        await asyncio.sleep(0.1)


@asynccontextmanager
async def _served(engine: Engine, home: Home) -> AsyncGenerator[None]:
    server = SocketServer(engine, home.socket, _no_window)
    try:
        await server.start()
    except OSError as error:
        raise StorageError(
            f"The local socket {home.socket} can't be made: {error.strerror}.",
            next_step="Check that you may write in that folder and that the disk is not full.",
        ) from error
    try:
        yield
        if server.guests:
            terminal.note("Another command still uses what this one opened; waiting for it. Ctrl+C ends both.")
            await server.empty()
    finally:
        await server.close()


def _no_window(_: Summons) -> None:
    raise Conflict(
        "A command in a terminal has Inara's data open.", next_step="Let it end there, then open the window."
    )
