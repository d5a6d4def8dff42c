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

import asyncio
import time
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from inara_engine.errors import InaraError, Rejected, Unavailable
from inara_engine.events import Stalled
from inara_engine.providers.base import ModelEvent, Reply
from inara_engine.providers.endpoint import Endpoint
from inara_engine.providers.exchange import Exchange, Turns
from inara_engine.providers.masking import masked
from inara_engine.providers.openai_errors import Where, retry_after_s
from inara_engine.providers.stream_assembler import Delta

if TYPE_CHECKING:
    import httpx

    from inara_engine.providers.http_client import ModelClient

__all__ = ["HostedServer", "Refused", "Vendor", "VendorAssembler", "said"]

_LARGE_BODY_BYTES = 256 * 1024
_MAX_ERROR_BYTES = 64 * 1024
_ERROR_BODY_WITHIN_S = 5.0
_CONNECT_TIMEOUT_S = 10.0
_LAST_WORDS_S = 3.0  # after the finish reason only the usage may follow
_DEAD_AFTER_S = 900.0  # a connection over the internet can die without a word


class VendorAssembler(Protocol):
    """The bytes of a vendor's event stream, put together; see `openai_stream.ReplyAssembler`."""

    @property
    def ended(self) -> bool: ...

    @property
    def answered(self) -> bool: ...

    def feed(self, chunk: bytes) -> Sequence[Delta]: ...

    def feed_end(self) -> Sequence[Delta]: ...

    def finish(self) -> Reply: ...


@dataclass(frozen=True, slots=True)
class Vendor:
    """`versions`: path endings that name the interface's version, which a person may or may not write."""

    name: str
    default_url: str
    versions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
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
        self._stall_notice_s = stall_notice_s
        self._client: ModelClient | None = None
        self._making_client = asyncio.Lock()
        self._turns = Turns()
        self.api_key = api_key.strip() if api_key else ""

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
        client = await self._ready_client(where, url)
        await self._turns.wait()
        sent = self._request(client, url, headers, body)
        async with aclosing(Exchange(client, sent, self._turns, notice_s=self._stall_notice_s)) as exchange:
            while (response := await _head(exchange, where)) is None:
                _give_up_if_dead(exchange, where)
                yield Stalled(exchange.silent_s)
            if response.status_code != 200:
                yield await _refused(exchange, response, where)
                return
            _check_stream(response, where)
            async with aclosing(self._answer(exchange, assembler, where)) as events:
                async for event in events:
                    yield event

    def mask(self, error: InaraError) -> None:
        """Servers echo keys; nobody else is to read them."""
        error.message = masked(error.message, self.api_key)
        error.next_step = masked(error.next_step, self.api_key)
        error.args = (f"{error.message} {error.next_step}".strip(),)

    async def aclose(self) -> None:
        """Give back connections."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def _answer(self, exchange: Exchange, assembler: VendorAssembler, where: Where) -> AsyncGenerator[ModelEvent]:
        from inara_engine.providers.connection_errors import cut_off
        from inara_engine.providers.http_client import FAILURES

        while not (assembler.ended or exchange.at_end):
            if assembler.answered and not await _more_follows(exchange):
                break
            try:
                news = await exchange.wait()
            except FAILURES as error:
                for event in assembler.feed_end():
                    yield event
                raise cut_off(where) from error
            if not news:
                _give_up_if_dead(exchange, where)
                yield Stalled(exchange.silent_s)
                continue
            await self._turns.wait()
            for event in assembler.feed(exchange.take()):
                yield event
        for event in assembler.feed_end():
            yield event
        yield assembler.finish()

    async def _ready_client(self, where: Where, url: str) -> ModelClient:
        """The one client, made at first use in a thread: its imports and certificates take a while."""
        async with self._making_client:
            if self._client is None:
                self._client = await asyncio.to_thread(self._new_client, where, url)
        return self._client

    def _new_client(self, where: Where, url: str) -> ModelClient:
        from inara_engine.providers import connection_errors, http_client

        del connection_errors  # needed later, loaded here: not on the loop
        return http_client.new_client(url, loopback=where.loopback, connect_timeout_s=_CONNECT_TIMEOUT_S)

    def _request(self, client: ModelClient, url: str, headers: Mapping[str, str], body: bytes) -> httpx.Request:
        if not (self.api_key.isascii() and (self.api_key.isprintable())):
            raise Rejected(
                "The API key holds characters that no key has.",
                next_step=f"Store the key named by `api_key` of {self._setting} again: `inara secrets set NAME`.",
            )
        all_headers = {
            "Accept": "text/event-stream",
            "Accept-Encoding": "identity",
            "Content-Type": "application/json",
            "User-Agent": "Inara",
            **headers,
        }
        content: bytes | AsyncGenerator[bytes] = body
        if len(body) > _LARGE_BODY_BYTES:
            content = _in_pieces(body)
            all_headers["Content-Length"] = str(len(body))
        return client.question(url, all_headers, content)


def said(message: str) -> str:
    """A server's words, to put behind our own."""
    if not message:
        return ""
    return f" It says: “{message}”" + ("" if message.endswith((".", "!", "?", "…")) else ".")


async def _head(exchange: Exchange, where: Where) -> httpx.Response | None:
    """The response once its head is here; None after each notice's time of silence."""
    from inara_engine.providers.connection_errors import could_not_ask
    from inara_engine.providers.http_client import FAILURES

    try:
        await exchange.wait()
    except FAILURES as error:
        if exchange.response is None:
            raise could_not_ask(error, where, connect_timeout_s=_CONNECT_TIMEOUT_S) from error
    return exchange.response


def _give_up_if_dead(exchange: Exchange, where: Where) -> None:
    if not where.loopback and exchange.silent_s >= _DEAD_AFTER_S:
        raise Unavailable(
            f"{where.name} has been silent for {exchange.silent_s / 60:.0f} minutes.",
            next_step="The connection seems dead. Try again.",
            transient=True,
        )


async def _more_follows(exchange: Exchange) -> bool:
    from inara_engine.providers.http_client import FAILURES

    try:
        return await asyncio.wait_for(exchange.wait(), _LAST_WORDS_S)
    except (TimeoutError, *FAILURES):
        return False


async def _refused(exchange: Exchange, response: httpx.Response, where: Where) -> Refused:
    status = response.status_code
    if 300 <= status < 400:
        target = response.headers.get("location", "").partition("?")[0][:200]
        elsewhere = f" to {target}" if target.isprintable() and target else ""
        step = f"Inara doesn't follow: your words and key would go along. Check `base_url` of {where.setting}."
        raise Rejected(f"{where.name} sends on{elsewhere} ({status}).", next_step=step)
    body = b"" if _is_compressed(response) else await exchange.read_at_most(_MAX_ERROR_BYTES, _ERROR_BODY_WITHIN_S)
    return Refused(status, body, retry_after_s(response.headers, time.time()))


def _check_stream(response: httpx.Response, where: Where) -> None:
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if _is_compressed(response):
        raise Rejected(
            f"{where.name} sent a compressed answer although it was asked not to.",
            next_step="Turn compression off in the proxy before it.",
        )
    if kind in {"text/html", "application/xhtml+xml"}:
        raise Rejected(
            f"{where.address} answered with a web page, not with a model's words.",
            next_step=f"Check `base_url` of {where.setting}.",
        )


def _is_compressed(response: httpx.Response) -> bool:
    return response.headers.get("content-encoding", "identity").strip().lower() not in {"", "identity"}


async def _in_pieces(body: bytes) -> AsyncGenerator[bytes]:
    """Pictures make large bodies; the transport would write one in a single go."""
    for at in range(0, len(body), _LARGE_BODY_BYTES):
        yield body[at : at + _LARGE_BODY_BYTES]
