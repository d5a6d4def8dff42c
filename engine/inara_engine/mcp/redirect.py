"""Where the person's browser comes back to after a sign-in. Belongs to the worker's thread."""

from __future__ import annotations

import asyncio
from typing import Self
from urllib.parse import parse_qs, urlsplit

from mcp.client.auth import AuthorizationCodeResult

from inara_engine.mcp.values import ServerFailed

__all__ = ["Redirect"]

PERSON_S = 600.0  # to find the password
_HEAD_BYTES = 16 * 1024


class Redirect:
    """Where the browser comes back to: a port of this machine, open until one sign-in has ended.

    `port`: the one that was registered with the server; any free one otherwise.
    """

    def __init__(self, port: int | None = None) -> None:
        self._port = port or 0
        self._came: asyncio.Future[AuthorizationCodeResult] = asyncio.get_running_loop().create_future()
        self._state = ""

    async def __aenter__(self) -> Self:
        try:
            self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port, limit=_HEAD_BYTES)
        except OSError as error:
            raise ServerFailed(
                f"The browser could not come back: port {self._port} of this machine is taken ({error.strerror}).",
                next_step="End the program that has it, or register another one there, and change redirect_port.",
            ) from error
        self.uri = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/callback"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        self._came.cancel()

    def expect(self, address: str) -> None:
        """Only who comes back from this address is heard."""
        if self._came.done():
            self._came = asyncio.get_running_loop().create_future()
        self._state = _first(urlsplit(address).query, "state")

    async def result(self) -> AuthorizationCodeResult:
        """What the browser brought. Raises ServerFailed."""
        try:
            async with asyncio.timeout(PERSON_S):
                return await asyncio.shield(self._came)
        except TimeoutError:
            raise ServerFailed(f"Nobody signed in within {PERSON_S / 60:.0f} minutes.") from None

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(10):
                line = (await reader.readuntil(b"\r\n")).decode("latin-1")
                status, words = self._heard(line)
                body = words.encode()
                head = f"HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {len(body)}"
                writer.write(f"{head}\r\nConnection: close\r\n\r\n".encode() + body)
                await writer.drain()
        except (OSError, ValueError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass  # it left, or it is nobody's browser: an address that can't be read is a ValueError
        finally:
            writer.close()

    def _heard(self, line: str) -> tuple[str, str]:
        method, _, rest = line.partition(" ")
        address = urlsplit(rest.split(" ")[0])
        state = _first(address.query, "state")
        if method != "GET" or address.path != "/callback" or not self._state or state != self._state:
            return "404 Not Found", "There is nothing here."
        if self._came.done():
            return "200 OK", "This sign-in has ended. Go back to Inara."
        if code := _first(address.query, "code"):
            issuer = _first(address.query, "iss") or None
            self._came.set_result(AuthorizationCodeResult(code=code, state=state, iss=issuer))
            return "200 OK", "Thank you. You can close this page and go back to Inara."
        said = _first(address.query, "error_description") or _first(address.query, "error") or "no reason was given"
        self._came.set_exception(ServerFailed(f"The sign-in was refused: {said[:300]}."))
        return "200 OK", "The sign-in was refused. You can close this page and go back to Inara."


def _first(query: str, name: str) -> str:
    return next(iter(parse_qs(query, max_num_fields=20).get(name, ())), "")
