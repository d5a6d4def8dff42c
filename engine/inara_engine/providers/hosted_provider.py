"""A provider whose models run at a vendor: asked, and asked anew where a refusal teaches how.

What the vendors have in common; what each says in its own words is in `anthropic` and `gemini`.
"""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Generic, Protocol, TypeVar

from inara_engine.errors import ProviderError
from inara_engine.providers.base import ModelEvent, ModelRequest
from inara_engine.providers.endpoint import Endpoint
from inara_engine.providers.hosted import HostedServer, Refused, Vendor, VendorAssembler
from inara_engine.providers.openai_errors import Where

__all__ = ["Encoder", "HostedProvider"]

_MAX_ATTEMPTS = 3
Dialect = TypeVar("Dialect")
Dialect_contra = TypeVar("Dialect_contra", contravariant=True)


class Encoder(Protocol[Dialect_contra]):
    """Requests in a vendor's format."""

    def is_heavy(self, request: ModelRequest, dialect: Dialect_contra) -> bool:
        """Whether encoding takes long enough to do it in a thread."""
        ...

    def body(self, request: ModelRequest, dialect: Dialect_contra) -> bytes: ...


class HostedProvider(ABC, Generic[Dialect]):
    """One account. `label` names the model for people, `config_id` is its id under `[models]` in config.toml.

    `base_url` "" is the vendor's own server. `stall_notice_s`: after so long without a byte a
    `Stalled` is yielded, again and again.
    """

    vendor: Vendor

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
            self.vendor, base_url, api_key, label=label, config_id=config_id, stall_notice_s=stall_notice_s
        )
        self._encoder = self._new_encoder()
        self._learn_anew()

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent]:
        """Ask and yield what comes; see `Provider.stream`."""
        with self._server.masking():
            async with aclosing(self._stream(request)) as events:
                async for event in events:
                    yield event

    async def aclose(self) -> None:
        """Give back connections."""
        await self._server.aclose()

    async def _stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent]:
        endpoint = self._server.endpoint()
        where = self._server.where(endpoint, request.model)
        url, headers = self._url(endpoint, request.model), self._headers(endpoint, self._server.api_key)
        dialect = self._dialect(request.model)
        for attempt in range(1, _MAX_ATTEMPTS + 1):
            refused: Refused | None = None
            answer = self._server.post(url, headers, await self._body(request, dialect), self._assembler(where), where)
            async with aclosing(answer) as events:
                async for event in events:
                    if isinstance(event, Refused):
                        refused = event
                    else:
                        yield event
            if refused is None:
                return
            error, words = self._refusal(refused, where)
            learnt = self._adapted(dialect, request, words) if refused.status == 400 else None
            if learnt is None or attempt == _MAX_ATTEMPTS:
                raise error
            dialect = learnt

    async def _body(self, request: ModelRequest, dialect: Dialect) -> bytes:
        if self._encoder.is_heavy(request, dialect):
            return await asyncio.to_thread(self._encoder.body, request, dialect)
        return self._encoder.body(request, dialect)

    @abstractmethod
    def _new_encoder(self) -> Encoder[Dialect]: ...

    @abstractmethod
    def _learn_anew(self) -> None:
        """Begin with nothing learnt of any model."""

    @abstractmethod
    def _assembler(self, where: Where) -> VendorAssembler: ...

    @abstractmethod
    def _url(self, endpoint: Endpoint, model: str) -> str: ...

    @abstractmethod
    def _headers(self, endpoint: Endpoint, key: str) -> Mapping[str, str]: ...

    @abstractmethod
    def _dialect(self, model: str) -> Dialect:
        """How a model is asked first, by what was learnt of it."""

    @abstractmethod
    def _refusal(self, refused: Refused, where: Where) -> tuple[ProviderError, str]:
        """What a refusal means, and the server's words."""

    @abstractmethod
    def _adapted(self, dialect: Dialect, request: ModelRequest, words: str) -> Dialect | None:
        """How to ask again, or None where the refusal is about something else."""
