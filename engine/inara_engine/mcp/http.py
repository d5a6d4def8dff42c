"""A server that is reached over HTTP: where it may be, and how much it may send. Belongs to the worker's thread."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx2

from inara_engine.mcp.letters import mended
from inara_engine.mcp.stdio import LARGEST_MESSAGE
from inara_engine.mcp.values import HttpTarget, ServerFailed, SignInNeeded
from inara_engine.settings import Reach

__all__ = ["client"]

CONNECT_S = 10.0
SILENT_S = 300.0  # between two bytes of a stream; how long a call may take is the caller's


def client(target: HttpTarget, auth: httpx2.Auth | None = None) -> httpx2.AsyncClient:
    """A client that speaks to no host it may not, and reads no body without end."""
    return httpx2.AsyncClient(
        headers={**target.headers, "Accept-Encoding": "identity"},
        timeout=httpx2.Timeout(CONNECT_S, read=SILENT_S),
        transport=_Guarded(target, httpx2.AsyncHTTPTransport(trust_env=False), signs_in=auth is not None),
        trust_env=False,
        auth=auth,
    )


class _Guarded(httpx2.AsyncBaseTransport):
    """`signs_in`: somebody above knows what to do when the server wants a sign-in."""

    def __init__(self, target: HttpTarget, inner: httpx2.AsyncHTTPTransport, *, signs_in: bool) -> None:
        self._target = target
        self._inner = inner
        self._signs_in = signs_in
        self._near = Reach().is_near(httpx2.URL(target.url).host)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        if refusal := self._target.refusal(request.url.host):
            raise ServerFailed(refusal, next_step="Turn local_only off, or add the host to local_hosts.")
        if not self._near and Reach().is_near(request.url.host):
            raise ServerFailed(f"It sends Inara to {request.url.host}, an address inside your own network.")
        response = await self._inner.handle_async_request(request)
        if response.status_code == 401 and not self._signs_in:
            await response.aclose()
            raise _unknown_to_it(self._target)
        if response.headers.get("content-encoding", "identity") != "identity":
            await response.aclose()
            raise ServerFailed("The server packs its answers although it was asked not to.")
        events = response.headers.get("content-type", "").startswith("text/event-stream")
        response.stream = _Bounded(response.stream, events=events)
        return response

    async def aclose(self) -> None:
        await self._inner.aclose()


def _unknown_to_it(target: HttpTarget) -> ServerFailed:
    if any(name.lower() == "authorization" for name in target.headers):
        step = "Check `headers` of its entry in config.toml, and the key it names."
        return ServerFailed("It does not accept the key (401).", next_step=step)
    return SignInNeeded("It wants you to sign in.", next_step="Sign in: `inara mcp sign-in NAME`, or in Tool servers.")


class _Bounded(httpx2.AsyncByteStream):
    """A body, line by line, each with its letters mended. `events`: it may go on for ever, each line alone may not."""

    def __init__(self, inner: httpx2.SyncByteStream | httpx2.AsyncByteStream, *, events: bool) -> None:
        self._inner = inner
        self._events = events

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        begun: list[bytes] = []  # a line whose end is still to come
        if isinstance(self._inner, httpx2.AsyncByteStream):
            async for piece in self._inner:
                end = max(piece.rfind(b"\n"), piece.rfind(b"\r")) + 1
                size = len(piece) - end if end and self._events else size + len(piece)
                if size > LARGEST_MESSAGE:
                    raise ServerFailed(f"It sent a message of more than {LARGEST_MESSAGE >> 20} MB.")
                if end:
                    yield mended(b"".join((*begun, piece[:end])))
                    begun.clear()
                begun.append(piece[end:])
        if rest := b"".join(begun):
            yield mended(rest)

    async def aclose(self) -> None:
        if isinstance(self._inner, httpx2.AsyncByteStream):
            await self._inner.aclose()
