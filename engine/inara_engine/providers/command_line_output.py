"""What the vendors' commands write, as deltas and one reply. All of it is hostile input.

As a stream it is one JSON object a line: Claude Code's wraps its vendor's stream events
(https://code.claude.com/docs/en/headless), Gemini CLI's has its own (https://geminicli.com/docs/cli/headless).
A version that can't stream writes the plain text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, cast

from inara_engine.events import TextDelta, ThinkingDelta
from inara_engine.messages import Usage
from inara_engine.providers.base import Reply
from inara_engine.providers.openai_errors import as_object
from inara_engine.providers.stream_assembler import MAX_REPLY_CHARS, Delta, tokens
from inara_engine.providers.surrogates import SurrogateJoiner, without_surrogates

__all__ = ["CommandOutput", "TooMuch", "plain"]

_MAX_LINE_BYTES = 4 * 1024 * 1024  # also of all that is no stream: both are kept until they are whole
_MAX_BYTES = 32 * 1024 * 1024
_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class TooMuch(ValueError):
    """The command wrote more than any answer is long."""


def plain(text: str) -> str:
    """The text without what steers a terminal."""
    return _CONTROLS.sub("", _ESCAPES.sub("", text.replace("\r\n", "\n")))


class CommandOutput:
    """Feed it what the command wrote; it gives back the deltas, at most one of a kind per read.

    `used_tool` turns to a tool's name when the command offers or calls one: it is to be stopped then.
    `failure` is what the command itself reports as an error. Raises: TooMuch.
    """

    def __init__(self, *, streams: bool) -> None:
        self.used_tool = ""
        self.failure = ""
        self.ended = False
        self._streams = streams
        self._bytes = 0
        self._said = 0  # characters
        self._line: list[bytes] = []
        self._line_bytes = 0
        self._other: list[str] = []  # lines that are no JSON: banners, or words on why it failed
        self._text: list[str] = []
        self._thinking: list[str] = []
        self._new_text: list[str] = []
        self._new_thinking: list[str] = []
        self._text_joiner = SurrogateJoiner()
        self._thinking_joiner = SurrogateJoiner()
        self._pieces_came = False
        self._usage = Usage(estimated=True)
        self._finish = ""
        self._model = ""

    @property
    def cut_off(self) -> bool:
        """Whether the event that ends a stream has not come."""
        return self._streams and not self.ended

    @property
    def other_words(self) -> str:
        """What it wrote beside its events."""
        return "\n".join(self._other)[:4000]

    def feed(self, chunk: bytes) -> list[Delta]:
        """Take bytes of its standard output."""
        self._bytes += len(chunk)
        if self._bytes > (_MAX_BYTES if self._streams else _MAX_LINE_BYTES):
            raise TooMuch
        *whole, rest = chunk.split(b"\n")
        for line in whole:
            self._line.append(line)
            self._take_line(b"".join(self._line))
            self._line.clear()
            self._line_bytes = 0
        self._line.append(rest)
        self._line_bytes += len(rest)
        if self._streams and self._line_bytes > _MAX_LINE_BYTES:
            raise TooMuch
        return self._deltas()

    def feed_end(self) -> list[Delta]:
        """The command has ended: what that completes. Plain text comes here as one delta."""
        rest, self._line = b"".join(self._line), []
        if rest:
            self._take_line(rest)
        if not self._streams:
            self._new_text.append(plain("\n".join(self._other)).strip())
        deltas = self._deltas()
        text = self._text_joiner.finish()
        if text:
            self._text.append(text)
            deltas.append(TextDelta(text))
        return deltas

    def reply(self) -> Reply:
        """The whole reply; its text is empty where there was none."""
        text, thinking = "".join(self._text), "".join(self._thinking)
        usage = self._usage
        if usage.estimated:
            usage = Usage(completion_tokens=max(1, (len(text) + len(thinking)) // 4), estimated=True)
        return Reply(text=text, thinking=thinking, usage=usage, finish=self._finish or "stop", model=self._model)

    def _take_line(self, line: bytes) -> None:
        words = without_surrogates(line.decode("utf-8", "replace"))
        if not self._streams:
            self._other.append(words)
            return
        try:
            parsed: object = json.loads(line)
        except (ValueError, RecursionError):
            parsed = None
        event = as_object(parsed)
        if event is None:
            if words.strip() and len(self._other) < 50:
                self._other.append(words[:2000])
            return
        take: Callable[[dict[str, Any]], None] | None = {
            "system": self._take_system,
            "stream_event": self._take_piece,
            "assistant": self._take_message,
            "init": self._take_init,
            "message": self._take_gemini_message,
            "tool_use": self._take_tool,
            "error": self._take_error,
            "result": self._take_result,
        }.get(str(event.get("type")))
        if take is not None:
            take(event)

    def _take_system(self, event: dict[str, Any]) -> None:
        """Claude Code's first event names the tools it has."""
        tools: object = event.get("tools")
        if event.get("subtype") == "init" and isinstance(tools, list) and tools:
            self.used_tool = _short(cast("list[object]", tools)[0])
        self._take_init(event)

    def _take_init(self, event: dict[str, Any]) -> None:
        if isinstance(model := event.get("model"), str):
            self._model = _short(model)

    def _take_piece(self, event: dict[str, Any]) -> None:
        inner = as_object(event.get("event")) or {}
        delta = as_object(inner.get("delta")) or {}
        block = as_object(inner.get("content_block")) or {}
        if block.get("type") in {"tool_use", "server_tool_use"}:
            self.used_tool = _short(block.get("name"))
        self._pieces_came = self._pieces_came or inner.get("type") == "message_start"
        if isinstance(text := delta.get("text"), str):
            self._new_text.append(text)
            self._pieces_came = True
        elif isinstance(thinking := delta.get("thinking"), str):
            self._new_thinking.append(thinking)
        elif isinstance(reason := delta.get("stop_reason"), str):
            self._finish = _short(reason)

    def _take_message(self, event: dict[str, Any]) -> None:
        """A whole message: known already where its pieces came. One without a model is the command's own words."""
        message = as_object(event.get("message")) or {}
        content: object = message.get("content")
        for item in cast("list[object]", content) if isinstance(content, list) else []:
            block = as_object(item) or {}
            if block.get("type") in {"tool_use", "server_tool_use"}:
                self.used_tool = _short(block.get("name"))
            if self._pieces_came or message.get("model") == "<synthetic>":
                continue
            if isinstance(text := block.get("text"), str):
                self._new_text.append(text)
            elif isinstance(thinking := block.get("thinking"), str):
                self._new_thinking.append(thinking)

    def _take_gemini_message(self, event: dict[str, Any]) -> None:
        if event.get("role") == "assistant" and isinstance(text := event.get("content"), str):
            self._new_text.append(text)

    def _take_tool(self, event: dict[str, Any]) -> None:
        self.used_tool = _short(event.get("tool_name"))

    def _take_error(self, event: dict[str, Any]) -> None:
        if event.get("severity") != "warning" and isinstance(words := event.get("message"), str):
            self.failure = self.failure or words[:2000]

    def _take_result(self, event: dict[str, Any]) -> None:
        self.ended = True
        error = as_object(event.get("error"))
        result: object = event.get("result")
        words = result if isinstance(result, str) else ""
        if event.get("is_error") or event.get("status") == "error":
            said = (error or {}).get("message") or words or event.get("subtype") or "an error"
            self.failure = str(said)[:2000]
        else:
            self.failure = ""  # it got over what it had reported before
            if words and not self._text and not self._new_text:
                self._new_text.append(words)
        usage, stats = as_object(event.get("usage")), as_object(event.get("stats"))
        if usage:
            cached = tokens(usage, "cache_read_input_tokens")
            prompt = tokens(usage, "input_tokens") + cached + tokens(usage, "cache_creation_input_tokens")
            self._usage = Usage(
                prompt_tokens=prompt, completion_tokens=tokens(usage, "output_tokens"), cached_tokens=cached
            )
        elif stats:
            self._usage = Usage(
                prompt_tokens=tokens(stats, "input_tokens"),
                completion_tokens=tokens(stats, "output_tokens"),
                cached_tokens=tokens(stats, "cached"),
            )

    def _deltas(self) -> list[Delta]:
        deltas: list[Delta] = []
        thinking = self._thinking_joiner.feed("".join(self._new_thinking)) if self._new_thinking else ""
        text = self._text_joiner.feed("".join(self._new_text)) if self._new_text else ""
        self._new_thinking.clear()
        self._new_text.clear()
        self._said += len(thinking) + len(text)
        if self._said > MAX_REPLY_CHARS:
            raise TooMuch
        if thinking:
            self._thinking.append(thinking)
            deltas.append(ThinkingDelta(thinking))
        if text:
            self._text.append(text)
            deltas.append(TextDelta(text))
        return deltas


def _short(value: object) -> str:
    return plain(without_surrogates(str(value)))[:100] or "unnamed"
