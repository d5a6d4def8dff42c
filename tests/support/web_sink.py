"""The web as a test sees it: made-up public hosts, all answered by one server on this machine.

    async with WebSink({"/": page("<p>Hello")}) as sink:
        tools = web_tools(sink.access({"example.org": ["93.184.215.14"]}))

Names lead to the addresses a test gives them; a connection to such an address goes to the sink, one to
any other goes where it says. `requests` are all that arrived.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Self

from inara_engine.settings import WebSearchSettings
from inara_engine.settings.reach import Reach
from inara_engine.tools.fetching_values import Limits, Network, WebAccess

__all__ = ["PUBLIC", "Arrived", "WebSink", "answer", "page", "redirect"]

PUBLIC = "93.184.215.14"


@dataclass(frozen=True, slots=True)
class Arrived:
    """A request as it came: `headers` have lower-case names."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


Answer = bytes | Callable[[], AsyncIterator[bytes]]


def answer(body: bytes, kind: str = "text/plain", *, status: str = "200 OK", more: str = "") -> bytes:
    """A whole answer; `more` are further header lines, each with its line end."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return head.encode() + body


def page(html: str) -> bytes:
    return answer(html.encode(), "text/html; charset=utf-8")


def redirect(location: str, status: str = "302 Found") -> bytes:
    return answer(b"", status=status, more=f"Location: {location}\r\n")


@dataclass
class WebSink:
    """Answers by path; an unknown one is a 404. `looked_up` are the names that were asked for, in order."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    requests: list[Arrived] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)
    port: int = 0
    tls: ssl.SSLContext | None = None

    async def __aenter__(self) -> Self:
        self._talks: set[asyncio.Task[None]] = set()
        self._server = await asyncio.start_server(self._talk, "127.0.0.1", 0, ssl=self.tls)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)

    def access(
        self,
        names: Mapping[str, Sequence[str] | Callable[[], Sequence[str]]] | None = None,
        *,
        limits: Limits | None = None,
        reach: Reach | None = None,
        search_url: str = "",
        search: WebSearchSettings | None = None,
        trusting: ssl.SSLContext | None = None,
    ) -> WebAccess:
        """What the tools get: these names, and example.org."""
        known = {"example.org": [PUBLIC], **(names or {})}

        async def resolve(host: str, port: int) -> Sequence[str]:
            self.looked_up.append(host)
            found = known.get(host)
            if found is None:
                raise OSError(f"no host is called {host}")
            return found() if callable(found) else found

        def dial(address: str, port: int) -> tuple[str, int]:
            return ("127.0.0.1", self.port) if ip_address(address).is_global else (address, port)

        return WebAccess(
            reach=reach or Reach(),
            search=search or WebSearchSettings(url=search_url or None),
            network=Network(resolve, dial, trusting),
            limits=limits or Limits(),
        )

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._talks.add(task)
            task.add_done_callback(self._talks.discard)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            method, target, _ = head[0].split(" ", 2)
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:-2])}
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            self.requests.append(Arrived(method, target, headers, body))
            said = self.answers.get(target.partition("?")[0], answer(b"nothing here", status="404 Not Found"))
            if callable(said):
                async for piece in said():
                    writer.write(piece)
                    await writer.drain()
            else:
                writer.write(said)
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass  # the client left
        finally:
            writer.close()
