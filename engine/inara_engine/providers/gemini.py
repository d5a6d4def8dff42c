"""The provider `gemini`: Google's Gemini over its generateContent, or a proxy that speaks it.

https://ai.google.dev/api/generate-content — `extra` of the model's settings goes into the generation
settings (`temperature`, `maxOutputTokens`, `thinkingConfig = { thinkingBudget = 0 }`, …); `safetySettings`
and `toolConfig` stand beside them.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from urllib.parse import quote

from inara_engine.errors import ProviderError
from inara_engine.providers.base import ModelEvent, ModelRequest
from inara_engine.providers.gemini_errors import complaint_error, read_gemini_complaint
from inara_engine.providers.gemini_stream import ReplyAssembler
from inara_engine.providers.gemini_wire import Dialect, RequestEncoder
from inara_engine.providers.hosted import HostedServer, Refused, Vendor

__all__ = ["Gemini"]

# v1beta and not v1: it has the preview models too.
_VENDOR = Vendor("Gemini", "https://generativelanguage.googleapis.com", ("v1", "v1beta"))
_MAX_ATTEMPTS = 3
_NO_THINKING = re.compile(
    r"thinking is not|not support(?:ed)? thinking|thinking_?config|include_?thoughts", re.IGNORECASE
)
_NO_SIGNATURE = re.compile(r"thought_?signature", re.IGNORECASE)


class Gemini:
    """One account. `label` names the model for people, `config_id` is its id under `[models]` in config.toml.

    `base_url` "" is the vendor's own server. `stall_notice_s`: after so long without a byte a
    `Stalled` is yielded, again and again.
    """

    def __init__(
        self,
        base_url: str = "",
        api_key: str | None = None,
        *,
        label: str = "",
        config_id: str = "",
        stall_notice_s: float = 30.0,
    ) -> None:
        self._server = HostedServer(
            _VENDOR,
            base_url,
            api_key,
            label=label,
            config_id=config_id,
            stall_notice_s=stall_notice_s,
        )
        self._encoder = RequestEncoder()
        self._without_thoughts: set[str] = set()  # models that refused to be asked for them

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent]:
        """Ask and yield what comes; see `Provider.stream`."""
        try:
            async with aclosing(self._stream(request)) as events:
                async for event in events:
                    yield event
        except ProviderError as error:
            self._server.mask(error)
            raise

    async def aclose(self) -> None:
        """Give back connections."""
        await self._server.aclose()

    async def _stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent]:
        endpoint = self._server.endpoint()
        where = self._server.where(endpoint, request.model)
        headers = {"x-goog-api-key": self._server.api_key} if self._server.api_key else {}
        name = quote(request.model.removeprefix("models/"), safe="")
        url = f"{endpoint.root}/v1beta/models/{name}:streamGenerateContent?alt=sse"
        dialect = Dialect(thoughts=request.model not in self._without_thoughts)
        for attempt in range(1, _MAX_ATTEMPTS + 1):
            refused: Refused | None = None
            body = await self._body(request, dialect)
            answer = self._server.post(url, headers, body, ReplyAssembler(where), where)
            async with aclosing(answer) as events:
                async for event in events:
                    if isinstance(event, Refused):
                        refused = event
                    else:
                        yield event
            if refused is None:
                return
            complaint = read_gemini_complaint(refused.body)
            learnt = self._adapted(dialect, request, refused.status, complaint.words)
            if learnt is None or attempt == _MAX_ATTEMPTS:
                raise complaint_error(complaint, where, refused.status, wait_s=refused.wait_s)
            dialect = learnt

    async def _body(self, request: ModelRequest, dialect: Dialect) -> bytes:
        if self._encoder.is_heavy(request, dialect):
            return await asyncio.to_thread(self._encoder.body, request, dialect)
        return self._encoder.body(request, dialect)

    def _adapted(self, dialect: Dialect, request: ModelRequest, status: int, words: str) -> Dialect | None:
        """How to ask again, or None where the refusal is about something else."""
        if status != 400:
            return None
        if not dialect.excuse_calls and _NO_SIGNATURE.search(words):
            return replace(dialect, excuse_calls=True)
        if dialect.thoughts and _NO_THINKING.search(words):
            self._without_thoughts.add(request.model)
            return replace(dialect, thoughts=False)
        return None
