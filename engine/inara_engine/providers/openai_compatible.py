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

from inara_engine.errors import ProviderError, Rejected, Unavailable
from inara_engine.events import Progress, Stalled
from inara_engine.providers.base import ModelEvent, ModelRequest
from inara_engine.providers.endpoint import Endpoint
from inara_engine.providers.exchange import Exchange
from inara_engine.providers.model_list import get_json, models_in
from inara_engine.providers.openai_dialect import adapted
from inara_engine.providers.openai_errors import Where, classify, names_unknown_model, read_complaint, retry_after_s
from inara_engine.providers.openai_stream import ReplyAssembler
from inara_engine.providers.openai_wire import Dialect, RequestEncoder
from inara_engine.providers.server_connection import ServerConnection, error_body, kind_of, sent_elsewhere

if TYPE_CHECKING:
    from inara_engine.providers.http_client import Answer, ModelClient

__all__ = ["OpenAICompatible"]

_MAX_ATTEMPTS = 6
_MAX_BODY_BYTES = 8 * 1024 * 1024


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
        self._label = label
        self._setting = f"[models.{config_id}]" if config_id else "[models]"
        self._loading_wait_s = loading_wait_s
        self._connection = ServerConnection(
            api_key, self._setting, stall_notice_s=stall_notice_s, connect_timeout_s=connect_timeout_s
        )
        self._encoder = RequestEncoder()
        self._dialect = Dialect(stream=stream)
        self._asked_for_progress = False
        self._without_opening_tag: set[str] = set()  # models whose reasoning begins unmarked

    @property
    def api_key(self) -> str:
        """The key it is asked with, "" for none."""
        return self._connection.api_key

    def ask_for_progress(self) -> None:
        """It is llama.cpp: have it tell how far it has read the prompt, from the first question on."""
        if not self._asked_for_progress:
            self._asked_for_progress = True
            self._dialect = replace(self._dialect, progress=True)

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        """Ask and yield what comes; see `Provider.stream`."""
        try:
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
            client = await self._connection.client(endpoint.root, loopback=endpoint.loopback)
            loop = asyncio.get_running_loop()
            began_at = loop.time()
            attempts = 0
            while True:
                attempts += 1
                await self._connection.turns.wait()
                body = await self._body(request)
                asked = self._connection.ask(client, f"{endpoint.root}/chat/completions", self._headers(), body)
                async with aclosing(asked) as exchange:
                    while (answer := await self._connection.head(exchange, where)) is None:
                        yield Stalled(exchange.silent_s)
                    if answer.status_code == 200:
                        self._learn_from(answer)
                        async with aclosing(self._answer(exchange, answer, where)) as events:
                            async for event in events:
                                yield event
                        return
                    error, words = await _refusal(exchange, answer, where)
                again = attempts < _MAX_ATTEMPTS
                waited_s = loop.time() - began_at
                if again and (dialect := adapted(self._dialect, answer.status_code, words)) is not None:
                    self._dialect = dialect
                elif again and attempts == 1 and "tool_use_failed" in words:
                    continue  # Groq: the model's call was broken on their side; a second try mostly is not
                elif isinstance(error, Unavailable) and error.loading and waited_s < self._loading_wait_s:
                    yield Progress(f"{where.name} is loading its model, {waited_s:.0f} s")
                    await asyncio.sleep(min(error.retry_after_s or 1.0, 5.0))
                    attempts = 0
                else:
                    raise await self._explained(error, answer.status_code, words, client, endpoint, where)
        except ProviderError as error:
            self._connection.mask(error)
            raise

    async def aclose(self) -> None:
        """Give back connections."""
        await self._connection.aclose()

    async def _answer(self, exchange: Exchange, answer: Answer, where: Where) -> AsyncGenerator[ModelEvent, None]:
        """The events of an answer that began with 200."""
        whole = _Body(where) if kind_of(answer, where, hint="; it usually ends in /v1") == "application/json" else None
        assembler = ReplyAssembler(where, starts_inside_thinking=where.model in self._without_opening_tag)
        async with aclosing(self._connection.stream(exchange, whole or assembler, where)) as events:
            async for event in events:
                yield event
        # A whole answer may be megabytes of JSON: not on the loop.
        last = await asyncio.to_thread(assembler.feed_body, whole.bytes) if whole is not None else assembler.feed_end()
        for event in last:
            yield event
        if assembler.lacked_opening_tag:
            self._without_opening_tag.add(where.model)
        yield assembler.finish()

    async def _body(self, request: ModelRequest) -> bytes:
        if self._encoder.is_heavy(request, self._dialect):
            return await asyncio.to_thread(self._encoder.body, request, self._dialect)
        return self._encoder.body(request, self._dialect)

    def _headers(self) -> dict[str, str]:
        headers = {"Accept": "text/event-stream" if self._dialect.stream else "application/json"}
        return headers | {"Authorization": f"Bearer {self.api_key}"} if self.api_key else headers

    def _learn_from(self, answer: Answer) -> None:
        """Only llama.cpp tells how far it has read the prompt, and only when asked."""
        if answer.headers.get("server") == "llama.cpp":
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


class _Body:
    """An answer that comes as one JSON body: kept until its end."""

    ended = answered = False

    def __init__(self, where: Where) -> None:
        self._where = where
        self._pieces: list[bytes] = []
        self._size = 0

    @property
    def bytes(self) -> bytes:
        """All of it."""
        return b"".join(self._pieces)

    def feed(self, chunk: bytes) -> tuple[()]:
        """Keep a piece. Raises: Unavailable where there are too many."""
        self._pieces.append(chunk)
        self._size += len(chunk)
        if self._size > _MAX_BODY_BYTES:
            raise Unavailable(f"{self._where.name} sent an answer of more than 8 MiB.", next_step="Try again.")
        return ()

    def feed_end(self) -> tuple[()]:
        """Nothing of half a body can be read."""
        return ()


async def _refusal(exchange: Exchange, answer: Answer, where: Where) -> tuple[ProviderError, str]:
    """What an answer other than 200 means, and the server's words."""
    if (elsewhere := sent_elsewhere(answer, where)) is not None:
        return elsewhere, ""
    complaint = read_complaint(await error_body(exchange, answer))
    wait_s = retry_after_s(answer.headers, time.time())
    return classify(complaint, where, answer.status_code, wait_s=wait_s), complaint.all_words
