"""The provider `gemini`: Google's Gemini over its generateContent, or a proxy that speaks it.

https://ai.google.dev/api/generate-content — `extra` of the model's settings goes into the generation
settings (`temperature`, `maxOutputTokens`, `thinkingConfig = { thinkingBudget = 0 }`, …); `safetySettings`
and `toolConfig` stand beside them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote

from inara_engine.errors import ProviderError
from inara_engine.providers.base import ModelRequest
from inara_engine.providers.endpoint import Endpoint
from inara_engine.providers.gemini_errors import complaint_error, read_gemini_complaint
from inara_engine.providers.gemini_stream import ReplyAssembler
from inara_engine.providers.gemini_wire import Dialect, RequestEncoder
from inara_engine.providers.hosted import Refused, Vendor
from inara_engine.providers.hosted_provider import HostedProvider
from inara_engine.providers.openai_errors import Where

__all__ = ["Gemini"]

_NO_THINKING = re.compile(
    r"thinking is not|not support(?:ed)? thinking|thinking_?config|include_?thoughts", re.IGNORECASE
)
_NO_SIGNATURE = re.compile(r"thought_?signature", re.IGNORECASE)


class Gemini(HostedProvider[Dialect]):
    """See `HostedProvider`."""

    # v1beta and not v1: it has the preview models too.
    vendor = Vendor("Gemini", "https://generativelanguage.googleapis.com", ("v1", "v1beta"))

    def _new_encoder(self) -> RequestEncoder:
        return RequestEncoder()

    def _learn_anew(self) -> None:
        self._without_thoughts: set[str] = set()  # models that refused to be asked for them

    def _assembler(self, where: Where) -> ReplyAssembler:
        return ReplyAssembler(where)

    def _url(self, endpoint: Endpoint, model: str) -> str:
        name = quote(model.removeprefix("models/"), safe="")
        return f"{endpoint.root}/v1beta/models/{name}:streamGenerateContent?alt=sse"

    def _headers(self, endpoint: Endpoint, key: str) -> Mapping[str, str]:  # noqa: ARG002 - the same for each
        return {"x-goog-api-key": key} if key else {}

    def _dialect(self, model: str) -> Dialect:
        return Dialect(thoughts=model not in self._without_thoughts)

    def _refusal(self, refused: Refused, where: Where) -> tuple[ProviderError, str]:
        complaint = read_gemini_complaint(refused.body)
        return complaint_error(complaint, where, refused.status, wait_s=refused.wait_s), complaint.words

    def _adapted(self, dialect: Dialect, request: ModelRequest, words: str) -> Dialect | None:
        if not dialect.excuse_calls and _NO_SIGNATURE.search(words):
            return replace(dialect, excuse_calls=True)
        if dialect.thoughts and _NO_THINKING.search(words):
            self._without_thoughts.add(request.model)
            return replace(dialect, thoughts=False)
        return None
