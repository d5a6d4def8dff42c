"""The provider `openai`: any server that speaks OpenAI's chat completions.

https://platform.openai.com/docs/api-reference/chat — Ollama, LM Studio, llama.cpp, vLLM, Jan and
most hosted services understand it, each with its own accent: what a server refuses once
(`Dialect`) it is not asked again.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING

from inara_engine.errors import InaraError, ProviderError, Rejected, Unavailable
from inara_engine.events import Progress, Stalled
from inara_engine.providers.base import ModelEvent, ModelRequest
from inara_engine.providers.endpoint import Endpoint
from inara_engine.providers.exchange import Exchange, Turns
from inara_engine.providers.masking import masked
from inara_engine.providers.model_list import get_json, models_in
from inara_engine.providers.openai_dialect import adapted
from inara_engine.providers.openai_errors import Where, classify, names_unknown_model, read_complaint, retry_after_s
from inara_engine.providers.openai_stream import ReplyAssembler
from inara_engine.providers.openai_wire import Dialect, RequestEncoder

if TYPE_CHECKING:
    import httpx

    from inara_engine.providers.http_client import ModelClient

__all__ = ["OpenAICompatible"]

_MAX_ATTEMPTS = 6
_MAX_BODY_BYTES = 64 * 1024 * 1024
_LARGE_BODY_BYTES = 256 * 1024
_MAX_ERROR_BYTES = 64 * 1024
_ERROR_BODY_WITHIN_S = 5.0
_LAST_WORDS_S = 3.0  # after the finish reason only the usage may follow
_REMOTE_SILENCE_S = 900.0  # a connection over the internet can die without a word


class OpenAICompatible:
    """One server. `label` names it for people, `config_id` is its id under `[models]` in config.toml.

    `stall_notice_s`: after so long without a byte a `Stalled` is yielded, again and again; on
    loopback nothing is ever cut off by time. `loading_wait_s`: how long a server that says
    it is loading its model is asked again.
    """

    def __init__(
        self,
        base_url: str,
        api_key: str | None = None,
        *,
        label: str = "",
        config_id: str = "",
        stream: bool = True,
        stall_notice_s: float = 30.0,
        connect_timeout_s: float = 5.0,
        loading_wait_s: float = 300.0,
    ) -> None:
        self.base_url = base_url
        self.api_key = api_key.strip() if api_key else None
        self._label = label
        self._setting = f"[models.{config_id}]" if config_id else "[models]"
        self._stall_notice_s = stall_notice_s
        self._connect_timeout_s = connect_timeout_s
        self._loading_wait_s = loading_wait_s
        self._client: ModelClient | None = None
        self._making_client = asyncio.Lock()
        self._encoder = RequestEncoder()
        self._dialect = Dialect(stream=stream)
        self._asked_for_progress = False
        self._turns = Turns()
        self._without_opening_tag: set[str] = set()  # models whose reasoning begins unmarked

    def ask_for_progress(self) -> None:
        """It is llama.cpp: have it tell how far it has read the prompt, from the first question on."""
        if not self._asked_for_progress:
            self._asked_for_progress = True
            self._dialect = replace(self._dialect, progress=True)

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        """Ask and yield what comes; see `Provider.stream`."""
        try:
            async with aclosing(self._stream(request)) as events:
                async for event in events:
                    yield event
        except ProviderError as error:
            self._mask(error)
            raise

    async def aclose(self) -> None:
        """Give back connections."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def _stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        endpoint = Endpoint.parse(self.base_url, self._setting)
        where = Where(
            address=endpoint.address,
            port=endpoint.port,
            loopback=endpoint.loopback,
            model=request.model,
            label=self._label,
            setting=self._setting,
            has_key=bool(self.api_key),
        )
        client = await self._ready_client(endpoint)
        loop = asyncio.get_running_loop()
        began_at = loop.time()
        attempts = 0
        while True:
            attempts += 1
            await self._turns.wait()
            sent = self._request(client, endpoint, await self._body(request))
            async with aclosing(Exchange(client, sent, self._turns, notice_s=self._stall_notice_s)) as exchange:
                while (response := await self._head(exchange, where)) is None:
                    self._give_up_if_dead(exchange, where)
                    yield Stalled(exchange.silent_s)
                if response.status_code == 200:
                    self._learn_from(response)
                    async with aclosing(self._answer(exchange, response, where)) as events:
                        async for event in events:
                            yield event
                    return
                error, words = await _refusal(exchange, response, where)
            again = attempts < _MAX_ATTEMPTS
            waited_s = loop.time() - began_at
            if again and (dialect := adapted(self._dialect, response.status_code, words)) is not None:
                self._dialect = dialect
            elif again and attempts == 1 and "tool_use_failed" in words:
                continue  # Groq: the model's call was broken on their side; a second try mostly is not
            elif isinstance(error, Unavailable) and error.loading and waited_s < self._loading_wait_s:
                yield Progress(f"{where.name} is loading its model, {waited_s:.0f} s")
                await asyncio.sleep(min(error.retry_after_s or 1.0, 5.0))
                attempts = 0
            else:
                raise await self._explained(error, response.status_code, words, client, endpoint, where)

    async def _answer(
        self, exchange: Exchange, response: httpx.Response, where: Where
    ) -> AsyncGenerator[ModelEvent, None]:
        """The events of an answer that began with 200."""
        from inara_engine.providers.connection_errors import cut_off
        from inara_engine.providers.http_client import FAILURES

        whole = _is_whole(response, where)
        assembler = ReplyAssembler(where, starts_inside_thinking=where.model in self._without_opening_tag)
        body: list[bytes] = []
        size = 0
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
                self._give_up_if_dead(exchange, where)
                yield Stalled(exchange.silent_s)
                continue
            await self._turns.wait()
            chunk = exchange.take()
            if not whole:
                for event in assembler.feed(chunk):
                    yield event
                continue
            body.append(chunk)
            size += len(chunk)
            if size > _MAX_BODY_BYTES:
                raise Unavailable(f"{where.name} sent an answer of more than 64 MiB.", next_step="Try again.")
        # A whole answer may be megabytes of JSON: not on the loop.
        last = await asyncio.to_thread(assembler.feed_body, b"".join(body)) if whole else assembler.feed_end()
        for event in last:
            yield event
        if assembler.lacked_opening_tag:
            self._without_opening_tag.add(where.model)
        yield assembler.finish()

    async def _ready_client(self, endpoint: Endpoint) -> ModelClient:
        """The one client, made at first use in a thread: its imports and certificates take a while."""
        async with self._making_client:
            if self._client is None:
                self._client = await asyncio.to_thread(self._new_client, endpoint)
        return self._client

    def _new_client(self, endpoint: Endpoint) -> ModelClient:
        from inara_engine.providers import connection_errors, http_client

        del connection_errors  # needed later, loaded here: not on the loop
        return http_client.new_client(
            endpoint.root, loopback=endpoint.loopback, connect_timeout_s=self._connect_timeout_s
        )

    async def _body(self, request: ModelRequest) -> bytes:
        if self._encoder.is_heavy(request, self._dialect):
            return await asyncio.to_thread(self._encoder.body, request, self._dialect)
        return self._encoder.body(request, self._dialect)

    def _request(self, client: ModelClient, endpoint: Endpoint, body: bytes) -> httpx.Request:
        headers = {
            "Accept": "text/event-stream" if self._dialect.stream else "application/json",
            "Accept-Encoding": "identity",
            "Content-Type": "application/json",
            "User-Agent": "Inara",
        }
        if self.api_key:
            if not (self.api_key.isascii() and self.api_key.isprintable()):
                raise Rejected(
                    "The API key holds characters that no key has.",
                    next_step=f"Store the key named by `api_key` of {self._setting} again: `inara secrets set NAME`.",
                )
            headers["Authorization"] = f"Bearer {self.api_key}"
        content: bytes | AsyncGenerator[bytes, None] = body
        if len(body) > _LARGE_BODY_BYTES:
            content = _in_pieces(body)
            headers["Content-Length"] = str(len(body))
        return client.question(f"{endpoint.root}/chat/completions", headers, content)

    async def _head(self, exchange: Exchange, where: Where) -> httpx.Response | None:
        """The response once its head is here; None after each notice's time of silence."""
        from inara_engine.providers.connection_errors import could_not_ask
        from inara_engine.providers.http_client import FAILURES

        try:
            await exchange.wait()
        except FAILURES as error:
            if exchange.response is None:
                raise could_not_ask(error, where, connect_timeout_s=self._connect_timeout_s) from error
        return exchange.response

    def _give_up_if_dead(self, exchange: Exchange, where: Where) -> None:
        """On loopback only the person decides how long to wait; over a network a wire can be dead."""
        if not where.loopback and exchange.silent_s >= _REMOTE_SILENCE_S:
            raise Unavailable(
                f"{where.name} has been silent for {exchange.silent_s / 60:.0f} minutes.",
                next_step="The connection seems dead. Try again.",
                transient=True,
            )

    def _learn_from(self, response: httpx.Response) -> None:
        """Only llama.cpp tells how far it has read the prompt, and only when asked."""
        if response.headers.get("server") == "llama.cpp":
            self.ask_for_progress()

    async def _explained(
        self, error: ProviderError, status: int, words: str, client: ModelClient, endpoint: Endpoint, where: Where
    ) -> ProviderError:
        """A refusal over the model's name or the address, with what the server does offer."""
        if not isinstance(error, Rejected):
            return error
        if names_unknown_model(words):
            if names := await self._model_names(client, endpoint.root):
                shown = ", ".join(names[:8]) + (f" and {len(names) - 8} more" if len(names) > 8 else "")
                return Rejected(error.message, next_step=f"It offers: {shown}. {error.next_step}")
        elif status in {404, 405}:
            for candidate in endpoint.likely_roots:
                if await self._model_names(client, candidate):
                    return Rejected(error.message, next_step=f'Set base_url = "{candidate}" in {where.setting}.')
        return error

    async def _model_names(self, client: ModelClient, root: str) -> list[str]:
        from inara_engine.providers.http_client import FAILURES

        try:
            answer = await get_json(client, f"{root}/models", api_key=self.api_key)
        except (*FAILURES, TimeoutError):
            return []
        return [model.id for model in models_in(answer.json)]

    def _mask(self, error: InaraError) -> None:
        """Servers echo keys; nobody else is to read them."""
        error.message = masked(error.message, self.api_key)
        error.next_step = masked(error.next_step, self.api_key)
        error.args = (f"{error.message} {error.next_step}".strip(),)


async def _in_pieces(body: bytes) -> AsyncGenerator[bytes, None]:
    """Pictures make large bodies; the transport would write one in a single go."""
    for at in range(0, len(body), _LARGE_BODY_BYTES):
        yield body[at : at + _LARGE_BODY_BYTES]


async def _more_follows(exchange: Exchange) -> bool:
    """After the finish reason: whether anything more comes. Usage is worth a moment, no more."""
    from inara_engine.providers.http_client import FAILURES

    try:
        return await asyncio.wait_for(exchange.wait(), _LAST_WORDS_S)
    except (TimeoutError, *FAILURES):
        return False


async def _refusal(exchange: Exchange, response: httpx.Response, where: Where) -> tuple[ProviderError, str]:
    """What an answer other than 200 means, and the server's words."""
    status = response.status_code
    if 300 <= status < 400:
        target = response.headers.get("location", "").partition("?")[0][:200]
        elsewhere = f" to {target}" if target.isprintable() and target else ""
        step = f"Inara doesn't follow: your words and key would go along. Check `base_url` of {where.setting}."
        return Rejected(f"{where.name} sends on{elsewhere} ({status}).", next_step=step), ""
    body = b"" if _is_compressed(response) else await exchange.read_at_most(_MAX_ERROR_BYTES, _ERROR_BODY_WITHIN_S)
    complaint = read_complaint(body)
    wait_s = retry_after_s(response.headers, time.time())
    return classify(complaint, where, status, wait_s=wait_s), complaint.all_words


def _is_whole(response: httpx.Response, where: Where) -> bool:
    """Whether the answer comes as one JSON body instead of a stream. Raises: Rejected for anything else."""
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if _is_compressed(response):
        raise Rejected(
            f"{where.name} sent a compressed answer although it was asked not to.",
            next_step="Turn compression off in the server or in the proxy before it.",
        )
    if kind in {"text/html", "application/xhtml+xml"}:
        raise Rejected(
            f"{where.address} answered with a web page, not with a model's words.",
            next_step=f"Check `base_url` of {where.setting}; it usually ends in /v1.",
        )
    return kind == "application/json"


def _is_compressed(response: httpx.Response) -> bool:
    return response.headers.get("content-encoding", "identity").strip().lower() not in {"", "identity"}
