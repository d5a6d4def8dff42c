"""One server over HTTP, whatever it speaks: its client, a question and its key, the answer, silence, a cut wire."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from inara_engine.errors import InaraError, Rejected, Unavailable
from inara_engine.events import Stalled
from inara_engine.providers.exchange import Exchange, Turns
from inara_engine.providers.key_check import check_key
from inara_engine.providers.masking import masked
from inara_engine.providers.openai_errors import Where
from inara_engine.providers.stream_assembler import Delta

if TYPE_CHECKING:
    from inara_engine.providers.http_client import Answer, ModelClient

__all__ = ["Assembler", "ServerConnection", "error_body", "kind_of", "sent_elsewhere"]

_LARGE_BODY_BYTES = 256 * 1024
_MAX_ERROR_BYTES = 64 * 1024
_ERROR_BODY_WITHIN_S = 5.0
_DEAD_AFTER_S = 900.0  # a connection over the internet can die without a word


class Assembler(Protocol):
    """Bytes of an answer, put together (see `stream_assembler.StreamAssembler`)."""

    @property
    def ended(self) -> bool: ...

    @property
    def answered(self) -> bool: ...

    def feed(self, chunk: bytes) -> Sequence[Delta]: ...

    def feed_end(self) -> Sequence[Delta]: ...


class ServerConnection:
    """`setting` is the server's table in the settings, for sentences.

    `stall_notice_s`: after so long without a byte a `Stalled` is yielded, again and again; on loopback nothing is
    ever cut off by time.
    """

    def __init__(self, api_key: str | None, setting: str, *, stall_notice_s: float, connect_timeout_s: float) -> None:
        self.api_key = api_key.strip() if api_key else ""
        self.turns = Turns()
        self._setting = setting
        self._stall_notice_s = stall_notice_s
        self._connect_timeout_s = connect_timeout_s
        self._client: ModelClient | None = None
        self._failures: tuple[type[Exception], ...] = ()  # what asking may raise, once there is a client
        self._making_client = asyncio.Lock()
        self._ending: list[Exchange] = []

    async def client(self, url: str, *, loopback: bool) -> ModelClient:
        """The one client, made at first use in a thread: its imports and certificates take a while."""
        async with self._making_client:
            if self._client is None:
                self._client = await asyncio.to_thread(self._new_client, url, loopback=loopback)
        return self._client

    def ask(self, client: ModelClient, url: str, headers: Mapping[str, str], body: bytes) -> Exchange:
        """Send a question; close what it gives. Raises: Rejected for a key that can be none."""
        check_key(self.api_key, self._setting)
        content: bytes | AsyncGenerator[bytes] = body
        more = {
            "Accept-Encoding": "identity",
            "Content-Type": "application/json",
            "User-Agent": "Inara",
        }
        if len(body) > _LARGE_BODY_BYTES:
            content = _in_pieces(body)
            more["Content-Length"] = str(len(body))
        ask = partial(client.ask, url, {**more, **headers}, content)
        return Exchange(ask, self.turns, notice_s=self._stall_notice_s)

    async def head(self, exchange: Exchange, where: Where) -> Answer | None:
        """The answer once its head is here; None after each notice's time of silence. Raises: ProviderError."""
        try:
            await exchange.wait()
        except self._failures as error:
            if exchange.answer is None:
                from inara_engine.providers.connection_errors import could_not_ask

                raise could_not_ask(error, where, connect_timeout_s=self._connect_timeout_s) from error
        if exchange.answer is None:
            self.give_up_if_dead(exchange, where)
        return exchange.answer

    async def stream(self, exchange: Exchange, assembler: Assembler, where: Where) -> AsyncGenerator[Delta | Stalled]:
        """What comes, but for what the end completes. Raises: ProviderError where the wire is cut or dead."""
        while not (assembler.ended or exchange.at_end):
            if assembler.answered:
                exchange.expect_end()
            try:
                news = await exchange.wait()
            except self._failures as error:
                if assembler.answered:
                    break
                from inara_engine.providers.connection_errors import cut_off

                for event in assembler.feed_end():
                    yield event
                raise cut_off(where) from error
            if not news and assembler.answered:
                break
            if not news:
                self.give_up_if_dead(exchange, where)
                yield Stalled(exchange.silent_s)
                continue
            await self.turns.wait()
            for event in assembler.feed(exchange.take()):
                yield event
        if not exchange.done:
            exchange.let_end()
            self._ending = [exchange, *(other for other in self._ending if not other.done)]

    def give_up_if_dead(self, exchange: Exchange, where: Where) -> None:
        """On loopback only the person decides how long to wait; over a network a wire can be dead."""
        if not where.loopback and exchange.silent_s >= _DEAD_AFTER_S:
            raise Unavailable(
                f"{where.name} has been silent for {exchange.silent_s / 60:.0f} minutes.",
                next_step="The connection seems dead. Try again.",
                transient=True,
            )

    def mask(self, error: InaraError) -> None:
        """Servers echo keys; nobody else is to read them."""
        error.message = masked(error.message, self.api_key)
        error.next_step = masked(error.next_step, self.api_key)
        error.args = (f"{error.message} {error.next_step}".strip(),)

    async def aclose(self) -> None:
        """Give back connections."""
        for exchange in self._ending:
            await exchange.cut()
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    def _new_client(self, url: str, *, loopback: bool) -> ModelClient:
        from inara_engine.providers import connection_errors, http_client

        del connection_errors  # needed later, loaded here: not on the loop
        self._failures = http_client.FAILURES
        return http_client.new_client(url, loopback=loopback, connect_timeout_s=self._connect_timeout_s)


def sent_elsewhere(answer: Answer, where: Where) -> Rejected | None:
    """The error that a redirect is."""
    if not 300 <= answer.status_code < 400:
        return None
    target = answer.headers.get("location", "").partition("?")[0][:200]
    elsewhere = f" to {target}" if target.isprintable() and target else ""
    step = f"Inara doesn't follow: your words and key would go along. Check `base_url` of {where.setting}."
    return Rejected(f"{where.name} sends on{elsewhere} ({answer.status_code}).", next_step=step)


async def error_body(exchange: Exchange, answer: Answer) -> bytes:
    """What a refusal says, as far as it comes soon and can be read."""
    return b"" if _is_compressed(answer) else await exchange.read_at_most(_MAX_ERROR_BYTES, _ERROR_BODY_WITHIN_S)


def kind_of(answer: Answer, where: Where, *, hint: str = "") -> str:
    """The answer's media type. Raises: Rejected where it can be no model's; `hint` goes behind its next step."""
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if _is_compressed(answer):
        raise Rejected(
            f"{where.name} sent a compressed answer although it was asked not to.",
            next_step="Turn compression off in the server or in the proxy before it.",
        )
    if kind in {"text/html", "application/xhtml+xml"}:
        raise Rejected(
            f"{where.address} answered with a web page, not with a model's words.",
            next_step=f"Check `base_url` of {where.setting}{hint}.",
        )
    return kind


def _is_compressed(answer: Answer) -> bool:
    return answer.headers.get("content-encoding", "identity").strip().lower() not in {"", "identity"}


async def _in_pieces(body: bytes) -> AsyncGenerator[bytes]:
    """Pictures make large bodies; the transport would write one in a single go."""
    for at in range(0, len(body), _LARGE_BODY_BYTES):
        yield body[at : at + _LARGE_BODY_BYTES]
