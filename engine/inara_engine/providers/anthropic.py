"""The provider `anthropic`: Anthropic's Messages, or a proxy that speaks them.

https://platform.claude.com/docs/en/api/messages — `extra` of the model's settings goes into the body:
`max_tokens`, `temperature`, `thinking = { type = "enabled", budget_tokens = 8000 }`, ….
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

from inara_engine.errors import ProviderError
from inara_engine.providers.anthropic_errors import complaint_error, output_limit, wants_no_thinking
from inara_engine.providers.anthropic_stream import ReplyAssembler
from inara_engine.providers.anthropic_wire import Dialect, RequestEncoder
from inara_engine.providers.base import ModelEvent, ModelRequest
from inara_engine.providers.hosted import HostedServer, Refused, Vendor
from inara_engine.providers.openai_errors import read_complaint

__all__ = ["Anthropic"]

_VENDOR = Vendor("Anthropic", "https://api.anthropic.com", ("messages", "v1"))
# Kept by the vendor, known to every proxy; 2026-10-21 takes no `temperature` any more.
_VERSION = "2023-06-01"
_HOST = "api.anthropic.com"
_MAX_ATTEMPTS = 3


class Anthropic:
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
        self._output_limits: dict[str, int] = {}  # by model, learnt from its refusals

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
        headers = {"anthropic-version": _VERSION}
        if key := self._server.api_key:
            headers["x-api-key"] = key
            if endpoint.host != _HOST:
                headers["Authorization"] = f"Bearer {key}"  # some proxies know only this one
        dialect = Dialect()
        if limit := self._output_limits.get(request.model):
            dialect = replace(dialect, max_tokens=limit)
        for attempt in range(1, _MAX_ATTEMPTS + 1):
            refused: Refused | None = None
            body = await self._body(request, dialect)
            answer = self._server.post(f"{endpoint.root}/v1/messages", headers, body, ReplyAssembler(where), where)
            async with aclosing(answer) as events:
                async for event in events:
                    if isinstance(event, Refused):
                        refused = event
                    else:
                        yield event
            if refused is None:
                return
            complaint = read_complaint(refused.body)
            learnt = self._adapted(dialect, request, refused.status, complaint.message)
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
        if (limit := output_limit(words)) and "max_tokens" not in request.extra and limit < dialect.max_tokens:
            self._output_limits[request.model] = limit
            return replace(dialect, max_tokens=limit)
        if dialect.thinking and wants_no_thinking(words):
            return replace(dialect, thinking=False)
        return None
