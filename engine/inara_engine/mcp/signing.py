"""The sign-ins of servers: what is kept of each in the keyring, and those that are under way. No SDK."""

from __future__ import annotations

import asyncio
import hashlib
from contextlib import suppress
from dataclasses import replace

from inara_engine.errors import UserError
from inara_engine.mcp.values import HttpTarget, ServerFailed, SignedIn
from inara_engine.mcp.worker import Worker
from inara_engine.secrets import Secrets

__all__ = ["SignIns", "client_key"]

_LONGEST_NAME = 60


class SignIns:
    """Close it."""

    def __init__(self, worker: Worker, secrets: Secrets) -> None:
        self._worker = worker
        self._secrets = secrets
        self._under_way: dict[str, asyncio.Task[None]] = {}

    async def known(self, server: str, target: HttpTarget) -> HttpTarget:
        """The target, with what is kept of the person's sign-in there; without where the keyring does not answer."""
        kept = ""
        with suppress(UserError):
            kept = await self._secrets.get(_key(server)) or ""
        return self._keeping(server, target, kept)

    async def begin(self, server: str, target: HttpTarget) -> str:
        """The address where the person signs in; "" where the server wants none. Raises ServerFailed."""
        await self.end(server)
        from_now = self._keeping(server, target, "")
        loop = asyncio.get_running_loop()
        address: asyncio.Future[str] = loop.create_future()

        def told(where: str) -> None:
            if not address.done():
                address.set_result(where)

        async def show(where: str) -> None:
            loop.call_soon_threadsafe(told, where)

        async def sign_in() -> None:
            from inara_engine.mcp.signing_in import sign_in

            try:
                await sign_in(from_now, show)
            except ServerFailed as error:  # who signs in does not know the server by its name here
                raise type(error)(error.message, next_step=error.next_step.replace(" NAME", f" {server}")) from error

        await self._worker.connection_type()  # the SDK is loaded
        task = self._under_way[server] = asyncio.create_task(self._worker.run(sign_in), name=f"sign-in at {server}")
        await asyncio.wait({task, address}, return_when=asyncio.FIRST_COMPLETED)
        if address.done():
            return address.result()
        address.cancel()
        self._under_way.pop(server, None)
        await task
        return ""

    async def finish(self, server: str) -> None:
        """Wait until the person has signed in. Raises ServerFailed; UserError where nobody began."""
        task = self._under_way.get(server)
        if task is None:
            raise UserError(f"No sign-in at {server} is under way.", next_step=f"Begin: inara mcp sign-in {server}")
        try:
            await asyncio.wait({task})
            if task.cancelled():
                raise ServerFailed("The sign-in was given up.", next_step=f"Begin again: inara mcp sign-in {server}")
            await task
        finally:
            if task.done() and self._under_way.get(server) is task:
                del self._under_way[server]

    async def end(self, server: str) -> None:
        """Give up a sign-in that is under way."""
        task = self._under_way.pop(server, None)
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def forget(self, server: str) -> bool:
        """Whether there was something to forget. Raises: as `Secrets.delete`."""
        await self.end(server)
        return await self._secrets.delete(_key(server))

    async def close(self) -> None:
        """Give up all that are under way."""
        for server in list(self._under_way):
            await self.end(server)

    def _keeping(self, server: str, target: HttpTarget, kept: str) -> HttpTarget:
        loop = asyncio.get_running_loop()

        async def keep(text: str) -> None:
            await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(self._set(server, text), loop))

        return replace(target, sign_in=SignedIn(kept, keep))

    async def _set(self, server: str, text: str) -> None:
        await self._secrets.set(_key(server), text)


def client_key(server: str) -> str:
    """The name in the keyring of the secret that came with a server's client id."""
    return _named("oauth", server)


def _key(server: str) -> str:
    """The name of its entry in the keyring."""
    return _named("mcp", server)


def _named(kind: str, server: str) -> str:
    name = f"{kind}-{server}"
    return name if len(name) <= _LONGEST_NAME else f"{kind}-{hashlib.sha256(server.encode()).hexdigest()[:32]}"
