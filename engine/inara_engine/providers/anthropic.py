"""The provider `anthropic`: Anthropic's Messages, or a proxy that speaks them.

https://platform.claude.com/docs/en/api/messages — `extra` of the model's settings goes into the body:
`max_tokens`, `temperature`, `thinking = { type = "enabled", budget_tokens = 8000 }`, ….
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from inara_engine.errors import ProviderError
from inara_engine.providers.anthropic_errors import complaint_error, output_limit, wants_no_thinking
from inara_engine.providers.anthropic_stream import ReplyAssembler
from inara_engine.providers.anthropic_wire import Dialect, RequestEncoder
from inara_engine.providers.base import ModelRequest
from inara_engine.providers.endpoint import Endpoint
from inara_engine.providers.hosted import Refused, Vendor
from inara_engine.providers.hosted_provider import HostedProvider
from inara_engine.providers.openai_errors import Where, read_complaint

__all__ = ["Anthropic"]

# Kept by the vendor, known to every proxy; 2026-10-21 takes no `temperature` any more.
_VERSION = "2023-06-01"
_HOST = "api.anthropic.com"


class Anthropic(HostedProvider[Dialect]):
    """See `HostedProvider`."""

    vendor = Vendor("Anthropic", "https://api.anthropic.com", ("messages", "v1"))

    def _new_encoder(self) -> RequestEncoder:
        return RequestEncoder()

    def _learn_anew(self) -> None:
        self._output_limits: dict[str, int] = {}  # by model, from its refusals

    def _assembler(self, where: Where) -> ReplyAssembler:
        return ReplyAssembler(where)

    def _url(self, endpoint: Endpoint, model: str) -> str:  # noqa: ARG002 - the body names it
        return f"{endpoint.root}/v1/messages"

    def _headers(self, endpoint: Endpoint, key: str) -> Mapping[str, str]:
        headers = {"anthropic-version": _VERSION}
        if key:
            headers["x-api-key"] = key
            if endpoint.host != _HOST:
                headers["Authorization"] = f"Bearer {key}"  # some proxies know only this one
        return headers

    def _dialect(self, model: str) -> Dialect:
        limit = self._output_limits.get(model)
        return replace(Dialect(), max_tokens=limit) if limit else Dialect()

    def _refusal(self, refused: Refused, where: Where) -> tuple[ProviderError, str]:
        complaint = read_complaint(refused.body)
        return complaint_error(complaint, where, refused.status, wait_s=refused.wait_s), complaint.message

    def _adapted(self, dialect: Dialect, request: ModelRequest, words: str) -> Dialect | None:
        if (limit := output_limit(words)) and "max_tokens" not in request.extra and limit < dialect.max_tokens:
            self._output_limits[request.model] = limit
            return replace(dialect, max_tokens=limit)
        if dialect.thinking and wants_no_thinking(words):
            return replace(dialect, thinking=False)
        return None
