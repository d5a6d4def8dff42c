"""The provider `openai` where the server is Ollama: asked in its own way, so that nothing is cut off in silence.

On /v1 the context is Ollama's default (4096 tokens on most machines), whatever the model could read, and what is
longer loses its beginning without a word. Here each question says how long a context it wants; what does not fit is
an error that a person sees, before anything is lost. What only looks like Ollama is asked at /v1 like the others.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from itertools import count
from typing import cast

from inara_engine.errors import ContextTooLong, ProviderError, Rejected
from inara_engine.events import Progress, TextDelta, ThinkingDelta
from inara_engine.providers.base import ModelEvent, ModelRequest, Reply
from inara_engine.providers.hosted import HostedServer, Refused, Vendor
from inara_engine.providers.model_facts import ModelFacts
from inara_engine.providers.ollama import NAME
from inara_engine.providers.ollama_wire import RequestEncoder, chunk_of
from inara_engine.providers.openai_compatible import OpenAICompatible
from inara_engine.providers.openai_errors import Where, as_object, classify, names_unknown_model, read_complaint
from inara_engine.providers.openai_stream import ReplyAssembler
from inara_engine.tokens import CHARACTERS_PER_TOKEN, estimated

__all__ = ["NAME", "OWN_CONTEXT", "OllamaChat", "context_of"]

OWN_CONTEXT = 16_384  # tokens: instructions, twenty tools and a conversation; 2 GB beside a model of 8 billion
SURELY = 0.8  # of an estimate is at least there
_VENDOR = Vendor(NAME, "http://127.0.0.1:11434", ("chat", "api", "v1"))
_MAX_LINE_BYTES = 1024 * 1024


def context_of(facts: ModelFacts) -> int:
    """The context to ask for where the person named none: as it is loaded, but enough for tools if the model can."""
    return max(facts.window or 0, min(facts.longest or OWN_CONTEXT, OWN_CONTEXT))


class OllamaChat:
    """One Ollama. `plain` asks the same server at /v1, and `only_plain` says that nothing else can.

    `num_ctx` is the context it is asked in, in tokens: who plans a job sets it.
    """

    def __init__(
        self,
        plain: OpenAICompatible,
        *,
        label: str = "",
        config_id: str = "",
        stall_notice_s: float = 30.0,
    ) -> None:
        self._server = HostedServer(
            _VENDOR,
            plain.base_url,
            plain.api_key,
            label=label,
            config_id=config_id,
            stall_notice_s=stall_notice_s,
        )
        self._plain = plain
        self.only_plain = False
        self._encoder = RequestEncoder()
        self.num_ctx = OWN_CONTEXT

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent]:
        """Ask and yield what comes; see `Provider.stream`."""
        with self._server.masking():
            async with aclosing(self._stream(request)) as events:
                async for event in events:
                    yield event
        if self.only_plain:
            async with aclosing(self._plain.stream(request)) as events:
                async for event in events:
                    yield event

    async def aclose(self) -> None:
        """Give back connections."""
        await self._server.aclose()
        await self._plain.aclose()

    async def _stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent]:
        """What the server says; nothing where it does not speak this language."""
        if self.only_plain:
            return
        num_ctx = self.num_ctx
        endpoint = self._server.endpoint()
        where = self._server.where(endpoint, request.model)
        _refuse_too_long(request, num_ctx, where)
        headers = {"Accept": "application/x-ndjson"}
        if key := self._server.api_key:
            headers["Authorization"] = f"Bearer {key}"
        body = await self._body(request, num_ctx)
        answer = self._server.post(f"{endpoint.root}/api/chat", headers, body, LineAssembler(where), where)
        async with aclosing(answer) as events:
            async for event in events:
                if not isinstance(event, Refused):
                    yield event
                    continue
                complaint = read_complaint(event.body)
                unknown = names_unknown_model(complaint.all_words)
                if event.status in {404, 405, 501} and not unknown:
                    self.only_plain = True
                    return
                error = classify(complaint, where, event.status, wait_s=event.wait_s)
                raise _explained(error, num_ctx, where, unknown=unknown)

    async def _body(self, request: ModelRequest, num_ctx: int) -> bytes:
        if self._encoder.is_heavy(request):
            return await asyncio.to_thread(self._encoder.body, request, num_ctx)
        return self._encoder.body(request, num_ctx)


class LineAssembler:
    """The lines of an answer, put together; a `hosted.VendorAssembler`."""

    def __init__(self, where: Where) -> None:
        self._chunks = ReplyAssembler(where)
        self._rest = b""
        self._calls = count()

    @property
    def ended(self) -> bool:
        """Whether nothing more needs to be read."""
        return self._chunks.ended

    @property
    def answered(self) -> bool:
        """Whether the last line came."""
        return self._chunks.answered

    def feed(self, chunk: bytes) -> Sequence[TextDelta | ThinkingDelta | Progress]:
        """Take bytes."""
        *lines, self._rest = (self._rest + chunk).split(b"\n")
        if len(self._rest) > _MAX_LINE_BYTES:  # let the other assembler say so in its words
            return self._chunks.feed(b"data: " + self._rest)
        return self._chunks.feed(b"".join(map(self._as_event, lines)))

    def feed_end(self) -> Sequence[TextDelta | ThinkingDelta | Progress]:
        """Nothing more comes."""
        last, self._rest = self._as_event(self._rest), b""
        return [*self._chunks.feed(last), *self._chunks.feed_end()]

    def finish(self) -> Reply:
        """The reply. Raises: ProviderError."""
        return self._chunks.finish()

    def _as_event(self, line: bytes) -> bytes:
        """A line as the event that a server of OpenAI's form would have sent; what is no object is left to refuse."""
        line = line.strip()
        if not line:
            return b""
        try:
            parsed = as_object(cast("object", json.loads(line)))
        except (ValueError, RecursionError):
            parsed = None
        return b"data: " + (line if parsed is None else json.dumps(chunk_of(parsed, self._calls)).encode()) + b"\n\n"


def _refuse_too_long(request: ModelRequest, num_ctx: int, where: Where) -> None:
    """Versions before `truncate` cut what is too long: what surely is never gets there. Raises: ContextTooLong."""
    characters = sum(message.characters for message in request.messages)
    told = sum(estimated(f"{one.name}{one.description}{one.parameters}") for one in request.tools)
    tokens = int((characters // CHARACTERS_PER_TOKEN + told) * SURELY)
    if tokens > num_ctx:
        raise ContextTooLong(
            f"This takes about {tokens:,} tokens, and the model “{where.model}” reads {num_ctx:,} at once.",
            next_step=_longer(where),
            limit_tokens=num_ctx,
            used_tokens=tokens,
        )


def _explained(error: ProviderError, num_ctx: int, where: Where, *, unknown: bool) -> ProviderError:
    """The same, with the step that is to be taken with Ollama. `unknown`: it doesn't have the model."""
    if unknown:
        return Rejected(error.message, next_step=f"{error.next_step} Or get it: `inara models pull {where.model}`.")
    if isinstance(error, ContextTooLong):
        return ContextTooLong(error.message, next_step=_longer(where), limit_tokens=error.limit_tokens or num_ctx)
    return error


def _longer(where: Where) -> str:
    return f"Set a larger `context_window` in {where.setting}: Ollama then loads it so. Or send less at once."
