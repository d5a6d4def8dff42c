"""One configured server, as the engine sees it: started when it is first needed, again after a pause when it fails."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from inara_engine.errors import InaraError
from inara_engine.mcp.values import Listing, Result, ServerFailed, SignInNeeded, Target
from inara_engine.mcp.worker import Worker
from inara_engine.tools.asking import Answer, Asker, Question, Teller

if TYPE_CHECKING:
    from inara_engine.mcp.connection import Connection

__all__ = ["Server", "State"]

State = Literal["off", "starting", "ready", "failed"]
_T = TypeVar("_T")
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 1.0, 300.0


class Server:
    """`target` gives how it is reached now, keys and all; `listed` hears each time it says what it has.

    `clock` gives seconds. Raises ServerFailed (and what `target` raises) wherever it is spoken to.
    """

    def __init__(
        self,
        name: str,
        worker: Worker,
        target: Callable[[], Awaitable[Target]],
        roots: Callable[[], tuple[tuple[str, str], ...]],
        call_s: float,
        listed: Callable[[Listing], Awaitable[None]],
        changed: Callable[[], None],
        clock: Callable[[], float],
    ) -> None:
        self.name = name
        self.state: State = "off"
        self.reason = ""
        self.next_step = ""
        self.wants_sign_in = False
        self._worker = worker
        self._target = target
        self._roots = roots
        self._call_s = call_s
        self._listed = listed
        self._changed = changed
        self._clock = clock
        self._connection: Connection | None = None
        self._starting = asyncio.Lock()
        self._calling = asyncio.Lock()  # so that a question belongs to the call that is running
        self._failures = 0
        self._retry_at = 0.0
        self._relisting: asyncio.Task[None] | None = None

    @property
    def log(self) -> str:
        """The end of what the program wrote to its standard error."""
        return self._connection.complaint if self._connection is not None else ""

    async def look(self, *, now: bool = True) -> Listing:
        """Start it where it is off, and ask what it has. `now`: whatever failed before is tried again at once."""
        if now:
            self._retry_at = 0.0
        connection, listing = await self._ready()
        if listing is None:
            listing = await self._asked(connection.look)
            await self._listed(listing)
        return listing

    async def call(
        self, tool: str, definition: str, arguments: dict[str, Any], ask: Asker | None, tell: Teller | None
    ) -> Result:
        """Call a tool of this definition; one call at a time. Raises ToolError where it is another by now."""
        if self._calling.locked() and tell is not None:
            tell(f"{self.name} is busy with another call.", None)
        async with self._calling:
            connection, _ = await self._ready()
            loop = asyncio.get_running_loop()
            asks, tells = _across(loop, ask), _told_across(loop, tell)
            return await self._asked(lambda: connection.call(tool, definition, arguments, asks, tells))

    async def read(self, uri: str) -> Result:
        """What a resource holds."""
        connection, _ = await self._ready()
        return await self._asked(lambda: connection.read(uri))

    async def prompt(self, name: str, arguments: Mapping[str, str]) -> Result:
        """A prompt with its blanks filled in."""
        connection, _ = await self._ready()
        return await self._asked(lambda: connection.prompt(name, arguments))

    async def stop(self) -> None:
        """End it, and all it started."""
        if self._relisting is not None:
            self._relisting.cancel()
            await asyncio.gather(self._relisting, return_exceptions=True)
        async with self._starting:
            await self._drop("off")

    async def _ready(self) -> tuple[Connection, Listing | None]:
        """The connection; with what it has where it was started just now."""
        async with self._starting:
            if self._connection is not None and self._connection.alive:
                return self._connection, None
            if self._connection is not None:
                await self._drop("failed")
            if (wait_s := self._retry_at - self._clock()) > 0:
                raise ServerFailed(
                    f"{self.name} failed: {self.reason} It is tried again in {wait_s:.0f} s.", next_step=self.next_step
                )
            self._say("starting")
            try:
                return await self._start()
            except asyncio.CancelledError:
                await self._drop("off")
                raise
            except InaraError as error:
                self._fail(error)
                raise ServerFailed(f"{self.name}: {error.message}", next_step=self.next_step) from error

    async def _start(self) -> tuple[Connection, Listing]:
        target = await self._target()
        connection_type = await self._worker.connection_type()
        roots, call_s, loop = self._roots(), self._call_s, asyncio.get_running_loop()

        async def connect() -> tuple[Connection, Listing]:
            connection = connection_type(self.name, target, roots, call_s)
            listing = await connection.start()
            connection.changed = lambda: loop.call_soon_threadsafe(self._look_again)
            return connection, listing

        self._connection, listing = await self._worker.run(connect)
        self._failures = 0
        self._say("ready")
        await self._listed(listing)
        return self._connection, listing

    async def _asked(self, work: Callable[[], Coroutine[Any, Any, _T]]) -> _T:
        try:
            return await self._worker.run(work)
        except ServerFailed as error:
            if self._connection is not None and not self._connection.alive:
                self._fail(error)
            raise ServerFailed(f"{self.name}: {error.message}", next_step=self._step(error)) from error

    def _step(self, error: InaraError) -> str:
        """What is to be done, with our name where the connection, which does not know it, left room for it."""
        return error.next_step.replace("sign-in NAME", f"sign-in {self.name}")

    def _look_again(self) -> None:
        """It said that it has other things now."""
        if self._relisting is None or self._relisting.done():
            self._relisting = asyncio.create_task(self._relist(), name=f"mcp listing of {self.name}")

    async def _relist(self) -> None:
        await asyncio.sleep(0.2)  # such words come in bursts
        connection = self._connection
        if connection is None:
            return
        try:
            await self._listed(await self._asked(connection.look))
        except InaraError:
            self._changed()

    async def _drop(self, state: State) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await self._worker.run(connection.stop)
        self._say(state)

    def _fail(self, error: InaraError) -> None:
        self.reason = error.message
        self.wants_sign_in = isinstance(error, SignInNeeded)
        self.next_step = (
            error.next_step.replace("NAME", self.name) or "Look at its entry in config.toml, then test it again."
        )
        self._retry_at = self._clock() + min(_FIRST_PAUSE_S * 2**self._failures, _LONGEST_PAUSE_S)
        self._failures += 1
        self._say("failed")

    def _say(self, state: State) -> None:
        self.state = state
        if state != "failed":
            self.reason = self.next_step = ""
            self.wants_sign_in = False
        self._changed()


def _across(loop: asyncio.AbstractEventLoop, ask: Asker | None) -> Asker | None:
    """The same question, asked from another thread's loop."""
    if ask is None:
        return None

    async def asked(question: Question) -> Answer:
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(_awaited(ask, question), loop))

    return asked


async def _awaited(ask: Asker, question: Question) -> Answer:
    return await ask(question)


def _told_across(loop: asyncio.AbstractEventLoop, tell: Teller | None) -> Teller | None:
    if tell is None:
        return None
    return lambda text, share: _call_soon(loop, tell, text, share)


def _call_soon(loop: asyncio.AbstractEventLoop, tell: Teller, text: str, share: float | None) -> None:
    loop.call_soon_threadsafe(tell, text, share)
