"""The loopback interface's server: made, started and ended by whoever has the engine open."""

from __future__ import annotations

import asyncio
import errno
import os
import socket
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Self

from uvicorn import Config
from uvicorn.server import ServerState

from inara_engine.api.application import application
from inara_engine.api.connection import HEAD_S, STALLED_S, Connection
from inara_engine.api.guard import Guard
from inara_engine.api.service import Service
from inara_engine.discretion import for_others
from inara_engine.errors import UserError
from inara_engine.face import Face
from inara_engine.frozen import frozen
from inara_engine.home import Home
from inara_engine.interface import TOKEN_NAME, make_token
from inara_engine.personas import Personas
from inara_engine.secrets import Secrets

__all__ = ["Limits", "LoopbackServer", "token"]

HOST = "127.0.0.1"
END_S = 2.0  # for answers that are being given when the server ends


@frozen
class Limits:
    """What one client may take, in seconds and connections; more of these at once are told to come back."""

    head_s: float = HEAD_S
    stalled_s: float = STALLED_S
    connections: int = 200


async def token(secrets: Secrets) -> str:
    """The token that programs show; made at first use. Raises KeyringUnavailable."""
    return await secrets.get(TOKEN_NAME) or await make_token(secrets)


class LoopbackServer:
    """Serves an engine to other programs on 127.0.0.1, on the running loop.

    `port` 0 takes a free one. `resolve` and `personas` are as in `Service`; without them no hook has
    its secret, and any persona's name is taken.
    """

    def __init__(
        self,
        engine: Face,
        *,
        port: int,
        token: str,
        resolve: Callable[[str], Awaitable[str | None]] | None = None,
        personas: Callable[[], Awaitable[Sequence[str] | None]] | None = None,
        silence: Callable[[], Awaitable[None]] | None = None,
        limits: Limits = Limits(),
    ) -> None:
        given = {"resolve": resolve, "personas": personas, "silence": silence}
        self._service = replace(
            Service(for_others(engine)), **{name: value for name, value in given.items() if value is not None}
        )
        self._port = port
        self._token = token
        self._limits = limits
        self._server: asyncio.Server | None = None
        self._state = ServerState()

    @classmethod
    async def of(cls, engine: Face, home: Home, secrets: Secrets, *, port: int) -> Self:
        """The server of an engine, with the keyring's token and secrets, and the personas of its home."""
        return cls(
            engine,
            port=port,
            token=await token(secrets),
            resolve=secrets.resolve,
            personas=Personas(home).names,
        )

    async def start(self) -> int:
        """Listen; the port. Raises UserError where that can't be."""
        listener = _listener(self._port)
        self._service.closing.clear()
        port: int = listener.getsockname()[1]
        guarded = Guard(application(self._service), port, self._token)
        config = Config(
            guarded,
            lifespan="off",
            ws="none",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            limit_concurrency=self._limits.connections,
        )
        config.load()
        self._state.default_headers = [(b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff")]
        made = partial(
            Connection,
            config,
            self._state,
            {},
            head_s=self._limits.head_s,
            stalled_s=self._limits.stalled_s,
        )
        self._server = await asyncio.get_running_loop().create_server(made, sock=listener)
        self._port = port
        return port

    async def require(self, token: str) -> None:
        """From now on only this token lets anybody in; with another than so far, what is open is closed."""
        if token != self._token:
            await self.close()
            self._token = token
            await self.start()

    async def close(self) -> None:
        """Stop listening, end streams where they are, and let the other answers be given."""
        if self._server is None:
            return
        self._server.close()
        self._service.closing.set()
        for connection in list(self._state.connections):
            connection.shutdown()
        if tasks := set(self._state.tasks):
            _, late = await asyncio.wait(tasks, timeout=END_S)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        for connection in list(self._state.connections):
            connection.transport.abort()
        await self._server.wait_closed()
        self._server = None


def _listener(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # a restart must not wait for old connections; elsewhere this would share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen(128)
        listener.setblocking(False)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            why = f"Another program uses port {port}, so the interface for other programs can't open there."
        else:
            why = f"The interface for other programs can't open port {port}: {error.strerror}."
        raise UserError(
            why, next_step="Choose another port in the settings ([api] port in config.toml); 0 takes a free one."
        ) from error
    return listener
