"""The events of Anthropic's stream, put together into deltas and one reply.

The format: https://platform.claude.com/docs/en/build-with-claude/streaming. Events are plain parsed
JSON, looked at once: this is the path of every token. Unknown events and blocks are passed over, as
the vendor asks of clients.
"""

from __future__ import annotations

import json
from typing import Any

from inara_engine.errors import ContextTooLong, ProviderError, Rejected, Unavailable
from inara_engine.events import TextDelta, ThinkingDelta
from inara_engine.messages import Usage
from inara_engine.providers import opaque
from inara_engine.providers.anthropic_errors import complaint_error
from inara_engine.providers.anthropic_wire import ANTHROPIC
from inara_engine.providers.base import Reply
from inara_engine.providers.hosted import Delta
from inara_engine.providers.openai_calls import MAX_CALLS, CallAssembler, TooManyCalls
from inara_engine.providers.openai_errors import Where, as_object, read_complaint
from inara_engine.providers.sse import EventTooLong, SseDecoder
from inara_engine.providers.surrogates import SurrogateJoiner, without_surrogates

__all__ = ["ReplyAssembler"]

_MAX_REPLY_CHARS = 64 * 1024 * 1024
_MAX_BLOCKS = 4096
_KEEP_PARTIAL = "What had been said is kept. Try again."


class _Block:
    """One content block as far as it has come."""

    __slots__ = ("kind", "pieces", "signature")

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.pieces: list[str] = []
        self.signature: list[str] = []


class ReplyAssembler:
    """Feed it what was read; it gives back the deltas, at most one of a kind per read.

    An error inside the stream waits for `finish`, so that the text before it is not lost.
    """

    def __init__(self, where: Where, *, max_reply_chars: int = _MAX_REPLY_CHARS) -> None:
        self._where = where
        self._max_reply_chars = max_reply_chars
        self._size = 0
        self._decoder = SseDecoder()
        self._blocks: dict[int, _Block] = {}
        self._calls = CallAssembler()
        self._text_joiner = SurrogateJoiner()
        self._thinking_joiner = SurrogateJoiner()
        self._text: list[str] = []  # given out, one item a read
        self._thinking: list[str] = []
        self._new_text: list[str] = []  # of this read
        self._new_thinking: list[str] = []
        self._usage: dict[str, Any] = {}
        self._model = ""
        self._finish = ""
        self._explanation = ""
        self._began = False
        self._done = False
        self._failure: ProviderError | None = None

    @property
    def ended(self) -> bool:
        """Whether the server said its last word, or an error made the rest worthless."""
        return self._done or self._failure is not None

    @property
    def answered(self) -> bool:
        """Whether a stop reason came: all that may follow is the end mark."""
        return bool(self._finish)

    def feed(self, chunk: bytes) -> list[Delta]:
        """Take bytes of the stream."""
        if self.ended:
            return []
        try:
            events = self._decoder.feed(chunk)
        except EventTooLong:
            self._fail_broken("a single event of more than 1 MiB")
            return self._deltas()
        for _, data in events:
            self._take(data)
            if self.ended:
                break
        return self._deltas()

    def feed_end(self) -> list[Delta]:
        """The end was reached, or nothing more is read: what that completes."""
        if not self.ended:
            for _, data in self._decoder.finish():
                self._take(data)
        if not self.ended and not self._began:
            self._failure = Rejected(
                f"{self._where.name} sent nothing that is an answer.",
                next_step=f"Check `base_url` of {self._where.setting}: is it a server of Anthropic's Messages?",
            )
        if not self.ended and not self._finish:
            self._failure = Unavailable(
                f"{self._where.name} stopped in the middle of its answer.", next_step=_KEEP_PARTIAL, transient=True
            )
        self._done = True
        deltas = self._deltas()
        self._give_out(self._thinking_joiner.finish(), self._text_joiner.finish(), deltas)
        return deltas

    def finish(self) -> Reply:
        """The whole reply, after `feed_end`. Raises: ProviderError where there is none."""
        if self._failure is not None:
            raise self._failure
        text, thinking = "".join(self._text), "".join(self._thinking)
        calls = self._calls.calls(cut_off=self._finish in {"max_tokens", "model_context_window_exceeded"})
        if self._finish == "refusal" or (not text.strip() and not calls):
            raise self._no_answer(thought=bool(thinking.strip()))
        return Reply(
            text=text,
            thinking=thinking,
            calls=calls,
            usage=self._usage_value(),
            finish=self._finish,
            model=self._model,
            opaque=self._opaque(text),
        )

    def _take(self, data: bytes) -> None:
        try:
            parsed: object = json.loads(data)
        except (ValueError, RecursionError):
            self._fail_broken("something that is not JSON")
            return
        event = as_object(parsed)
        if event is None:
            self._fail_broken("something that is no event of an answer")
            return
        match event.get("type"):
            case "content_block_delta":
                self._take_delta(event)
            case "content_block_start":
                self._start_block(event)
            case "message_start":
                self._began = True
                message = as_object(event.get("message")) or {}
                if isinstance(model := message.get("model"), str):
                    self._model = without_surrogates(model[:200])
                self._usage.update(as_object(message.get("usage")) or {})
            case "message_delta":
                self._take_end(event)
            case "message_stop":
                self._done = bool(self._finish)
            case "error":
                self._failure = complaint_error(read_complaint(event), self._where, 0)
            case _:
                if event.get("error"):
                    self._failure = complaint_error(read_complaint(event), self._where, 0)

    def _take_delta(self, event: dict[str, Any]) -> None:
        delta, index = as_object(event.get("delta")) or {}, event.get("index")
        block = self._blocks.get(index) if isinstance(index, int) else None
        if block is None:
            return
        match block.kind, delta.get("type"):
            case "text", "text_delta":
                self._add_text(block, delta.get("text"))
            case "thinking", "thinking_delta":
                self._add_thinking(block, delta.get("thinking"))
            case "thinking", "signature_delta":
                if isinstance(signature := delta.get("signature"), str):
                    block.signature.append(signature)
                    self._grow(len(signature))
            case "tool_use", "input_json_delta":  # not those of the vendor's own tools, which run over there
                self._feed_call({"index": index, "function": {"arguments": delta.get("partial_json")}})
            case _:
                pass

    def _start_block(self, event: dict[str, Any]) -> None:
        index, content = event.get("index"), as_object(event.get("content_block")) or {}
        if not isinstance(index, int) or index in self._blocks:
            self._fail_broken("a part of an answer without its number")
            return
        if len(self._blocks) >= _MAX_BLOCKS:
            self._fail_broken("an answer without end")
            return
        block = self._blocks[index] = _Block(str(content.get("type")))
        match content.get("type"):
            case "text":
                self._add_text(block, content.get("text"))
            case "thinking":
                self._add_thinking(block, content.get("thinking"))
                if isinstance(signature := content.get("signature"), str):
                    block.signature.append(signature)
            case "redacted_thinking":
                if isinstance(data := content.get("data"), str):
                    block.pieces.append(data)
                    self._grow(len(data))
            case "tool_use":
                function = {"name": content.get("name"), "arguments": content.get("input")}
                self._feed_call({"index": index, "id": content.get("id"), "function": function})
            case _:
                pass

    def _take_end(self, event: dict[str, Any]) -> None:
        delta = as_object(event.get("delta")) or {}
        if isinstance(reason := delta.get("stop_reason"), str) and reason:
            self._finish = without_surrogates(reason[:100])
        details = as_object(delta.get("stop_details")) or {}
        if isinstance(words := details.get("explanation"), str):
            self._explanation = without_surrogates(words[:600])
        usage = as_object(event.get("usage")) or {}
        self._usage.update({key: value for key, value in usage.items() if value is not None})

    def _add_text(self, block: _Block, text: object) -> None:
        if isinstance(text, str) and text:
            block.pieces.append(text)
            self._new_text.append(text)
            self._grow(len(text))

    def _add_thinking(self, block: _Block, text: object) -> None:
        if isinstance(text, str) and text:
            block.pieces.append(text)
            self._new_thinking.append(text)
            self._grow(len(text))

    def _feed_call(self, fragment: dict[str, Any]) -> None:
        try:
            self._grow(self._calls.feed([fragment]))
        except TooManyCalls:
            self._fail_broken(f"more than {MAX_CALLS} tool calls at once")

    def _grow(self, chars: int) -> None:
        self._size += chars
        if self._size > self._max_reply_chars:
            self._fail_broken("an answer without end")

    def _deltas(self) -> list[Delta]:
        """What this read added, merged."""
        deltas: list[Delta] = []
        thinking, text = "".join(self._new_thinking), "".join(self._new_text)
        self._new_thinking.clear()
        self._new_text.clear()
        self._give_out(
            self._thinking_joiner.feed(thinking) if thinking else "",
            self._text_joiner.feed(text) if text else "",
            deltas,
        )
        return deltas

    def _give_out(self, thinking: str, text: str, deltas: list[Delta]) -> None:
        if thinking:
            self._thinking.append(thinking)
            deltas.append(ThinkingDelta(thinking))
        if text:
            self._text.append(text)
            deltas.append(TextDelta(text))

    def _opaque(self, text: str) -> str:
        """The order of the blocks, where reasoning is among them: it goes back as it came, signature and all."""
        entries: list[opaque.Entry] = []
        signed = False
        calls = 0
        for _, block in sorted(self._blocks.items()):
            whole = without_surrogates("".join(block.pieces))
            match block.kind:
                case "text":
                    entries.append((opaque.TEXT, len(whole), ""))
                case "tool_use":
                    entries.append((opaque.CALL, calls, ""))
                    calls += 1
                case "thinking" | "redacted_thinking":
                    signature = without_surrogates("".join(block.signature))
                    if signature or block.kind == "redacted_thinking":
                        entries.append((block.kind, whole, signature))
                        signed = True
                case _:
                    pass
        return opaque.packed(ANTHROPIC, entries, text) if signed else ""

    def _usage_value(self) -> Usage:
        """The vendor counts what came from its cache, and what went there, beside the input."""
        cached = _tokens(self._usage, "cache_read_input_tokens")
        written = _tokens(self._usage, "cache_creation_input_tokens")
        return Usage(
            prompt_tokens=_tokens(self._usage, "input_tokens") + cached + written,
            completion_tokens=_tokens(self._usage, "output_tokens"),
            cached_tokens=cached,
        )

    def _no_answer(self, *, thought: bool) -> ProviderError:
        where = self._where
        match self._finish:
            case "refusal":
                why = f" It says: “{self._explanation}”" if self._explanation else ""
                return Rejected(
                    f"The model “{where.model}” declined to answer this.{why}",
                    next_step="Say it in other words, start a new session, or choose another model.",
                )
            case "model_context_window_exceeded":
                return ContextTooLong(
                    f"The conversation is too long for the model “{where.model}”.",
                    next_step="Start a new session or send less at once.",
                )
            case "max_tokens":
                what = "used up its length while thinking" if thought else "stopped at its length limit at once"
                step = f"Raise max_tokens in `extra` of {where.setting}."
                return Unavailable(f"{where.name} {what}.", next_step=step)
            case _:
                what = "thought, but gave no answer" if thought else "gave an empty answer"
                return Unavailable(f"{where.name} {what}.", next_step="Try again, or choose another model.")

    def _fail_broken(self, what: str) -> None:
        if self._failure is None:
            self._failure = Unavailable(
                f"{self._where.name} sent {what}.",
                next_step=f"{_KEEP_PARTIAL} If it stays, the server or a proxy before it is at fault.",
            )


def _tokens(counts: dict[str, Any], key: str) -> int:
    value: object = counts.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**12 else 0
