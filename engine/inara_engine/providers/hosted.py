"""One streamed question to a vendor's server over our own HTTP client.

What the vendors have in common: a key in a header, a POST, an event stream, silence that is told
and never cut off early. What they say in it is theirs (`anthropic`, `gemini`).

The vendors' own Python clients are not used, but for the tests to compare with. Measured side by side
(tests/benchmarks/vendor_clients.py, byte-compiled, two busy cores):

    importing in a thread, under the window's loop   CPU s    a frame late by   frames missed
    anthropic 2.12                                   2.0-2.8  190-210 ms        15-23
    google-genai 3.4                                 0.7-0.9  30-60 ms          2-19
    our HTTP client, shared by all providers         0.3-0.4  26-32 ms          1-4

    CPU s per 100,000 streamed tokens                theirs   ours
    Anthropic's stream                               3.7      0.8
    Gemini's stream                                  16.9     1.1

An import of that size before the first answer can't be hidden: it holds the interpreter that also paints.
"""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Generator, Mapping
from contextlib import aclosing, contextmanager
from typing import TYPE_CHECKING, Protocol

from inara_engine.errors import ProviderError, Rejected
from inara_engine.events import Stalled
from inara_engine.frozen import frozen
from inara_engine.providers.base import ModelEvent, Reply
from inara_engine.providers.endpoint import Endpoint
from inara_engine.providers.exchange import Exchange
from inara_engine.providers.openai_errors import Where, retry_after_s
from inara_engine.providers.server_connection import Assembler, ServerConnection, error_body, kind_of, sent_elsewhere

if TYPE_CHECKING:
    from inara_engine.providers.http_client import Answer

__all__ = ["HostedServer", "Refused", "Vendor", "VendorAssembler", "said"]

_CONNECT_TIMEOUT_S = 10.0


class VendorAssembler(Assembler, Protocol):
    """An answer in a vendor's format, put together."""

    def finish(self) -> Reply: ...


@frozen
class Vendor:
    """`versions`: path endings that name the interface's version, which a person may or may not write."""

    name: str
    default_url: str
    versions: tuple[str, ...]


@frozen
class Refused:
    """An answer other than 200. `wait_s` is its Retry-After."""

    status: int
    body: bytes
    wait_s: float | None = None


class HostedServer:
    """A vendor's server, or one that plays it."""

    def __init__(
        self,
        vendor: Vendor,
        base_url: str,
        api_key: str | None,
        *,
        label: str,
        config_id: str,
        stall_notice_s: float,
    ) -> None:
        self._vendor = vendor
        self._base_url = base_url.strip() or vendor.default_url
        self._label = label or vendor.name
        self._setting = f"[models.{config_id}]" if config_id else "[models]"
        self._connection = ServerConnection(
            api_key, self._setting, stall_notice_s=stall_notice_s, connect_timeout_s=_CONNECT_TIMEOUT_S
        )

    @property
    def api_key(self) -> str:
        """The key it is asked with, "" for none."""
        return self._connection.api_key

    def endpoint(self) -> Endpoint:
        """Where the server is, its root without a version. Raises: Rejected."""
        try:
            found = Endpoint.parse(self._base_url, self._setting)
        except Rejected as error:
            step = f"Write `base_url` of {self._setting} like {self._vendor.default_url}, or leave it out."
            raise Rejected(error.message, next_step=step) from None
        root = found.root
        for version in self._vendor.versions:
            root = root.removesuffix(f"/{version}")
        return Endpoint(root, found.host, found.port)

    def where(self, endpoint: Endpoint, model: str) -> Where:
        """The server and model, for sentences."""
        return Where(
            address=endpoint.address,
            port=endpoint.port,
            loopback=endpoint.loopback,
            model=model,
            label=self._label,
            setting=self._setting,
            has_key=bool(self.api_key),
        )

    async def post(
        self, url: str, headers: Mapping[str, str], body: bytes, assembler: VendorAssembler, where: Where
    ) -> AsyncGenerator[ModelEvent | Refused]:
        """Ask once: deltas, notices of silence, then the `Reply`, or only a `Refused`. Raises: ProviderError."""
        client = await self._connection.client(url, loopback=where.loopback)
        await self._connection.turns.wait()
        asked = self._connection.ask(client, url, {"Accept": "text/event-stream", **headers}, body)
        async with aclosing(asked) as exchange:
            while (answer := await self._connection.head(exchange, where)) is None:
                yield Stalled(exchange.silent_s)
            if answer.status_code != 200:
                yield await _refused(exchange, answer, where)
                return
            kind_of(answer, where)
            async with aclosing(self._connection.stream(exchange, assembler, where)) as events:
                async for event in events:
                    yield event
            for event in assembler.feed_end():
                yield event
            yield assembler.finish()

    @contextmanager
    def masking(self) -> Generator[None]:
        """Servers echo keys, which nobody else is to read: they are masked in the errors that are raised within."""
        try:
            yield
        except ProviderError as error:
            self._connection.mask(error)
            raise

    async def aclose(self) -> None:
        """Give back connections."""
        await self._connection.aclose()


def said(message: str) -> str:
    """A server's words, to put behind our own."""
    if not message:
        return ""
    return f" It says: “{message}”" + ("" if message.endswith((".", "!", "?", "…")) else ".")


async def _refused(exchange: Exchange, answer: Answer, where: Where) -> Refused:
    if (elsewhere := sent_elsewhere(answer, where)) is not None:
        raise elsewhere
    body = await error_body(exchange, answer)
    return Refused(answer.status_code, body, retry_after_s(answer.headers, time.time()))
