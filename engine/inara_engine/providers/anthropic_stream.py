"""The events of Anthropic's stream, put together into deltas and one reply.

The format: https://platform.claude.com/docs/en/build-with-claude/streaming. Events are plain parsed
JSON, looked at once: this is the path of every token. Unknown events and blocks are passed over, as
the vendor asks of clients.
"""

from __future__ import annotations

from typing import Any

from inara_engine.errors import ContextTooLong, ProviderError, Rejected, Unavailable
from inara_engine.messages import Usage
from inara_engine.providers import opaque
from inara_engine.providers.anthropic_errors import complaint_error
from inara_engine.providers.anthropic_wire import ANTHROPIC
from inara_engine.providers.base import Reply
from inara_engine.providers.decoding import parsed
from inara_engine.providers.openai_errors import Where, as_object, read_complaint
from inara_engine.providers.sse import SseDecoder, SseEvent
from inara_engine.providers.stream_assembler import MAX_REPLY_CHARS, StreamAssembler, tokens
from inara_engine.providers.surrogates import without_surrogates

__all__ = ["ReplyAssembler"]

_MAX_BLOCKS = 4096


class _Block:
    """One content block as far as it has come."""

    __slots__ = ("kind", "pieces", "signature")

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.pieces: list[str] = []
        self.signature: list[str] = []


class ReplyAssembler(StreamAssembler):
    """An answer as it comes, block by block."""

    def __init__(self, where: Where, *, max_reply_chars: int = MAX_REPLY_CHARS) -> None:
        super().__init__(where, SseDecoder(), max_reply_chars)
        self._blocks: dict[int, _Block] = {}
        self._usage: dict[str, Any] = {}
        self._explanation = ""

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

    def _address_hint(self) -> str:
        return f"Check `base_url` of {self._where.setting}: is it a server of Anthropic's Messages?"

    def _take(self, event: SseEvent) -> None:
        try:
            said = as_object(parsed(event.data))
        except (ValueError, RecursionError):
            self._fail_broken("something that is not JSON")
            return
        if said is None:
            self._fail_broken("something that is no event of an answer")
            return
        match said.get("type"):
            case "content_block_delta":
                self._take_delta(said)
            case "content_block_start":
                self._start_block(said)
            case "message_start":
                self._began = True
                message = as_object(said.get("message")) or {}
                if isinstance(model := message.get("model"), str):
                    self._model = without_surrogates(model[:200])
                self._usage.update(as_object(message.get("usage")) or {})
            case "message_delta":
                self._take_end(said)
            case "message_stop":
                self._done = bool(self._finish)
            case "error":
                self._failure = complaint_error(read_complaint(said), self._where, 0)
            case _:
                if said.get("error"):
                    self._failure = complaint_error(read_complaint(said), self._where, 0)

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
                self._take_calls([{"index": index, "function": {"arguments": delta.get("partial_json")}}])
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
                self._take_calls([{"index": index, "id": content.get("id"), "function": function}])
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
        cached = tokens(self._usage, "cache_read_input_tokens")
        written = tokens(self._usage, "cache_creation_input_tokens")
        return Usage(
            prompt_tokens=tokens(self._usage, "input_tokens") + cached + written,
            completion_tokens=tokens(self._usage, "output_tokens"),
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
