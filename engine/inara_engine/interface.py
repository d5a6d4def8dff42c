"""The loopback interface's switch: the running app opens and closes it as the settings say, on its own loop."""

from __future__ import annotations

import asyncio
import logging
import secrets as random
from collections.abc import Awaitable, Callable
from typing import Protocol

from inara_engine.errors import InaraError, UserError
from inara_engine.frozen import frozen
from inara_engine.secrets import Secrets
from inara_engine.settings import ApiSettings, Settings, SettingsChange

__all__ = ["TOKEN_NAME", "Interface", "InterfaceState", "Serving", "make_token"]

_log = logging.getLogger(__name__)
TOKEN_NAME = "api-token"  # noqa: S105 - the name under which the keyring has it


@frozen
class InterfaceState:
    """Whether other programs can ask, and where. `problem` says why not although it is on ("" where all is well)."""

    enabled: bool
    running: bool
    address: str = ""
    problem: str = ""


async def make_token(secrets: Secrets) -> str:
    """Another token, in the place of the one so far. Raises: as `Secrets.set`."""
    made = random.token_urlsafe(32)
    await secrets.set(TOKEN_NAME, made)
    return made


class Serving(Protocol):
    """An interface that is open."""

    async def close(self) -> None: ...


Open = Callable[[int], Awaitable[tuple[Serving, int]]]


class Interface:
    """`change` writes settings, `tell` lets other processes that serve know of a new token.

    Whoever has the loop gives `opened_by` a way to open the interface on a port.
    """

    def __init__(
        self,
        change: Callable[[SettingsChange], Awaitable[Settings]],
        secrets: Secrets,
        tell: Callable[[], None],
    ) -> None:
        self._change = change
        self._secrets = secrets
        self._tell = tell
        self._open: Open | None = None
        self._wanted = ApiSettings()
        self._serving: Serving | None = None
        self._port: int | None = None  # as the settings had it
        self._address = ""
        self._problem = ""
        self._turn = asyncio.Lock()

    async def state(self) -> InterfaceState:
        """How it stands."""
        return InterfaceState(self._wanted.enabled, self._serving is not None, self._address, self._problem)

    async def start(self) -> InterfaceState:
        """Open it, now and at each start. Raises UserError where that can't be: the port is in use, no window runs."""
        await self._change(SettingsChange(((("api", "enabled"), True),)))
        if self._serving is None:
            raise UserError(
                self._problem or "The interface opens in the running app, and none runs.",
                next_step="" if self._problem else "Open Inara's window, or run `inara serve`.",
            )
        return await self.state()

    async def stop(self) -> InterfaceState:
        """Close it, now and at each start. What is being answered is cut; jobs go on."""
        await self._change(SettingsChange(((("api", "enabled"), False),)))
        return await self.state()

    async def renew_token(self) -> None:
        """Make another token; who has the old one is refused from now on."""
        await make_token(self._secrets)
        async with self._turn:
            await self._close()
        await self.follow(self._wanted)
        self._tell()

    # What the engine itself does with it is no call of front ends: no coroutine functions below.

    def follow(self, wanted: ApiSettings) -> Awaitable[None]:
        """Do as the settings say. Never raises: what does not work stands in the state."""
        return self._follow(wanted)

    def opened_by(self, way: Open) -> None:
        """How this process opens it. `follow` does it then."""
        self._open = way

    def stop_serving(self) -> Awaitable[None]:
        """The process ends."""
        self._open = None
        return self._end()

    async def _follow(self, wanted: ApiSettings) -> None:
        async with self._turn:
            self._wanted = wanted
            if self._open is None:
                return
            if self._serving is not None and (not wanted.enabled or wanted.port != self._port):
                await self._close()
            if wanted.enabled and self._serving is None:
                await self._begin(self._open, wanted.port)
            elif not wanted.enabled:
                self._problem = ""

    async def _end(self) -> None:
        async with self._turn:
            await self._close()

    async def _begin(self, way: Open, port: int) -> None:
        try:
            self._serving, actual = await way(port)
        except InaraError as error:
            self._problem = f"{error.message} {error.next_step}".strip()
            _log.warning("the interface for other programs is not open: %s", self._problem)
            return
        self._port, self._address, self._problem = port, f"http://127.0.0.1:{actual}", ""

    async def _close(self) -> None:
        serving, self._serving = self._serving, None
        self._port, self._address = None, ""
        if serving is not None:
            await serving.close()
