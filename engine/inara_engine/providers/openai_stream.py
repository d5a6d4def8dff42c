"""The chunks of an OpenAI-compatible server, put together into deltas and one reply.

The format: https://platform.openai.com/docs/api-reference/chat-streaming. What servers make of it
is tolerated as long as its meaning is clear; what is not clear is an error, never a silent success.
Chunks are plain parsed JSON, looked at once: this is the path of every token.
"""

from __future__ import annotations

from typing import Any, cast

from inara_engine.errors import ProviderError, Rejected, Unavailable
from inara_engine.events import Progress
from inara_engine.messages import Usage
from inara_engine.providers.base import Reply
from inara_engine.providers.decoding import parsed
from inara_engine.providers.openai_errors import Complaint, Where, as_object, classify, read_complaint
from inara_engine.providers.sse import SseDecoder, SseEvent
from inara_engine.providers.stream_assembler import MAX_REPLY_CHARS, Delta, StreamAssembler, tokens
from inara_engine.providers.surrogates import without_surrogates
from inara_engine.providers.think import ThinkSplitter

__all__ = ["ReplyAssembler"]


class ReplyAssembler(StreamAssembler):
    """An answer as it comes, chunk by chunk. `starts_inside_thinking`: see ThinkSplitter."""

    def __init__(
        self, where: Where, *, starts_inside_thinking: bool = False, max_reply_chars: int = MAX_REPLY_CHARS
    ) -> None:
        super().__init__(where, SseDecoder(), max_reply_chars)
        self._splitter = ThinkSplitter(starts_inside=starts_inside_thinking)
        self._starts_inside_thinking = starts_inside_thinking
        self._progress: Progress | None = None
        self._usage: dict[str, Any] | None = None
        self._timings: dict[str, Any] | None = None

    @property
    def lacked_opening_tag(self) -> bool:
        """Whether this model leaves out the tag its reasoning begins with."""
        return self._splitter.lacked_opening or (self._starts_inside_thinking and self._splitter.closed)

    def feed_body(self, body: bytes) -> list[Delta]:
        """Take a whole reply that was not streamed."""
        self._take_json(body, "")
        if not self.ended and not self._finish and not (self._new_text or self._new_thinking or self._calls):
            self._fail_broken("an answer without a message")
        self._done = True
        return self._last_deltas()

    def finish(self) -> Reply:
        """The whole reply, after `feed_end` or `feed_body`. Raises: ProviderError where there is none."""
        text, thinking = "".join(self._text), "".join(self._thinking)
        if self._starts_inside_thinking and not self._splitter.closed and not text:
            text, thinking = thinking, ""  # it did not think this time
        if self._failure is not None:
            raise self._failure
        calls = self._calls.calls(cut_off=self._finish == "length")
        if not text.strip() and not calls:
            raise self._empty(thought=bool(thinking.strip()))
        return Reply(
            text=text,
            thinking=thinking.strip("\n"),
            calls=calls,
            usage=self._usage_of(len(text) + len(thinking)),
            finish=self._finish,
            model=self._model,
        )

    def _address_hint(self) -> str:
        return f"Check `base_url` of {self._where.setting}; it usually ends in /v1."

    def _take(self, event: SseEvent) -> None:
        if event.data == b"[DONE]":
            self._done = True
        else:
            self._take_json(event.data, event.name)

    def _take_json(self, data: bytes, name: str) -> None:
        try:
            chunk = parsed(data)
        except (ValueError, RecursionError):
            self._take_other(data, name)
            return
        if isinstance(chunk, dict):
            self._take_chunk(cast("dict[str, Any]", chunk), name)
        elif name == "error":
            self._fail(read_complaint(data))
        elif chunk is not None:
            self._fail_broken("something that is no chunk of an answer")

    def _take_other(self, data: bytes, name: str) -> None:
        """Data that is not one JSON value: the end mark, plain words, several values, or rubbish."""
        if data.strip() == b"[DONE]":
            self._done = True
        elif name == "error":
            self._fail(read_complaint(data))
        elif b"\n" in data.strip():  # events without the blank line between them
            for line in data.splitlines():
                if line.strip() and not self.ended:
                    self._take_json(line, name)
        else:
            self._fail_broken("something that is not JSON")

    def _take_chunk(self, chunk: dict[str, Any], name: str) -> None:
        self._began = True
        choices: object = chunk.get("choices")
        if isinstance(choices, list):
            for item in cast("list[object]", choices):
                choice = as_object(item)
                if choice is not None and not choice.get("index"):
                    self._take_choice(choice)
        if usage := as_object(chunk.get("usage")):
            self._take_usage(usage)
        if timings := as_object(chunk.get("timings")):
            self._timings = timings
        if progress := as_object(chunk.get("prompt_progress")):
            self._take_progress(progress)
        if not self._model and isinstance(model := chunk.get("model"), str):
            self._model = without_surrogates(model[:200])
        if chunk.get("error") or name == "error" or chunk.get("object") == "error":
            self._fail(read_complaint(chunk))
        elif self._finish == "error" and self._failure is None:
            self._fail(Complaint())

    def _take_choice(self, choice: dict[str, Any]) -> None:
        delta = as_object(choice.get("delta")) or as_object(choice.get("message"))
        if delta is not None:
            content: object = delta.get("content")
            if isinstance(content, str):
                if content:
                    self._new_text.append(content)
                    self._grow(len(content))
            elif isinstance(content, list):
                self._take_parts(cast("list[object]", content))
            if len(delta) > 1 or content is None:
                self._take_reasoning(delta)
                if calls := delta.get("tool_calls"):
                    self._take_calls(calls)
                if not content and isinstance(refusal := delta.get("refusal"), str) and refusal:
                    self._new_text.append(refusal)
                    self._grow(len(refusal))
        elif isinstance(text := choice.get("text"), str) and text:
            self._new_text.append(text)
            self._grow(len(text))
        if isinstance(finish := choice.get("finish_reason"), str) and finish:
            self._finish = without_surrogates(finish[:100])
        if choice.get("error"):
            self._fail(read_complaint(choice))

    def _take_reasoning(self, delta: dict[str, Any]) -> None:
        """Reasoning by any of its names; where several are present they say the same."""
        for key in ("reasoning_content", "reasoning", "thinking"):
            value: object = delta.get(key)
            if isinstance(value, str) and value:
                self._add_thinking(value)
                return
        details: object = delta.get("reasoning_details")
        if isinstance(details, list):
            for item in cast("list[object]", details):
                detail = as_object(item) or {}
                value = detail.get("text") or detail.get("summary")
                if isinstance(value, str) and value:
                    self._add_thinking(value)

    def _take_parts(self, parts: list[object]) -> None:
        """Content as a list of typed parts (Mistral: https://docs.mistral.ai/capabilities/reasoning/)."""
        for item in parts:
            if isinstance(item, str):
                self._new_text.append(item)
                self._grow(len(item))
                continue
            part = as_object(item) or {}
            thinking: object = part.get("thinking")
            text: object = part.get("text")
            if isinstance(thinking, str):
                self._add_thinking(thinking)
            elif isinstance(thinking, list):
                for inner in cast("list[object]", thinking):
                    words: object = (as_object(inner) or {}).get("text")
                    if isinstance(words, str):
                        self._add_thinking(words)
            if isinstance(text, str):
                self._new_text.append(text)
                self._grow(len(text))

    def _take_usage(self, usage: dict[str, Any]) -> None:
        if tokens(usage, "prompt_tokens") or tokens(usage, "completion_tokens"):
            self._usage = usage

    def _take_progress(self, progress: dict[str, Any]) -> None:
        """Source: llama.cpp's `return_progress`, tools/server/README.md."""
        total, processed = tokens(progress, "total"), tokens(progress, "processed")
        if total:
            fraction = min(1.0, processed / total)
            self._progress = Progress(f"Reading the conversation, {fraction:.0%}", fraction)

    def _add_thinking(self, text: str) -> None:
        self._splitter.has_reasoning_elsewhere()
        self._new_thinking.append(text)
        self._grow(len(text))

    def _deltas(self) -> list[Delta]:
        """What this read added, merged."""
        deltas: list[Delta] = []
        if self._progress is not None:
            deltas.append(self._progress)
            self._progress = None
        thinking = "".join(self._new_thinking)
        self._new_thinking.clear()
        text = ""
        if self._new_text:
            content = "".join(self._new_text)
            self._new_text.clear()
            split = self._splitter.feed(content)
            if split.reclaimed:
                self._thinking.extend(self._text)
                self._text.clear()
            thinking += split.thinking
            text = self._text_joiner.feed(split.text)
        if thinking:
            thinking = self._thinking_joiner.feed(thinking)
        self._give_out(thinking, text, deltas)
        return deltas

    def _last_deltas(self) -> list[Delta]:
        """What this read added, and what had been held back for what might have followed."""
        deltas = self._deltas()
        held = self._splitter.finish()
        self._give_out(
            self._thinking_joiner.feed(held.thinking) + self._thinking_joiner.finish(),
            self._text_joiner.feed(held.text) + self._text_joiner.finish(),
            deltas,
        )
        return deltas

    def _usage_of(self, reply_chars: int) -> Usage:
        if usage := self._usage:
            details = as_object(usage.get("prompt_tokens_details")) or {}
            return Usage(
                prompt_tokens=tokens(usage, "prompt_tokens"),
                completion_tokens=tokens(usage, "completion_tokens"),
                cached_tokens=tokens(details, "cached_tokens") or tokens(usage, "prompt_cache_hit_tokens"),
            )
        if (timings := self._timings) and tokens(timings, "predicted_n"):
            cached = tokens(timings, "cache_n")
            return Usage(
                prompt_tokens=tokens(timings, "prompt_n") + cached,
                completion_tokens=tokens(timings, "predicted_n"),
                cached_tokens=cached,
            )
        return Usage(completion_tokens=max(1, reply_chars // 4), estimated=True)

    def _fail(self, complaint: Complaint) -> None:
        if self._failure is None:
            self._failure = classify(complaint, self._where, 0)

    def _empty(self, *, thought: bool) -> ProviderError:
        name = self._where.name
        if self._finish == "content_filter":
            return Rejected(
                f"{name}'s filter stopped the answer.", next_step="Say it in other words, or choose another model."
            )
        if self._finish == "length":
            what = (
                "used up its length while thinking" if thought else "stopped at its length limit before the first word"
            )
            return Unavailable(
                f"{name} {what}.",
                next_step=f"Raise max_tokens in `extra` of {self._where.setting}, or the model's context length.",
            )
        if thought:
            return Unavailable(f"{name} thought, but gave no answer.", next_step="Try again, or choose another model.")
        return Unavailable(
            f"{name} gave an empty answer.",
            next_step="The conversation may be too long for the model: start a new session, "
            "or give the model a longer context. Otherwise try again.",
        )
