"""The chunks of Gemini's stream, put together into deltas and one reply.

Each is a whole GenerateContentResponse (https://ai.google.dev/api/generate-content#v1beta.GenerateContentResponse)
with the newest parts. Chunks are plain parsed JSON, looked at once: this is the path of every token.
"""

from __future__ import annotations

import json
from typing import Any, cast

from inara_engine.errors import ProviderError, Rejected, Unavailable
from inara_engine.events import TextDelta, ThinkingDelta
from inara_engine.messages import Usage
from inara_engine.providers import opaque
from inara_engine.providers.base import Reply
from inara_engine.providers.gemini_errors import complaint_error, read_gemini_complaint
from inara_engine.providers.gemini_wire import GEMINI
from inara_engine.providers.hosted import Delta
from inara_engine.providers.openai_calls import MAX_CALLS, CallAssembler, TooManyCalls
from inara_engine.providers.openai_errors import Where, as_object
from inara_engine.providers.sse import EventTooLong, SseDecoder
from inara_engine.providers.surrogates import SurrogateJoiner, without_surrogates

__all__ = ["ReplyAssembler"]

_MAX_REPLY_CHARS = 64 * 1024 * 1024
_MAX_EVENT_BYTES = 8 * 1024 * 1024  # calls come whole, with all they carry
_KEEP_PARTIAL = "What had been said is kept. Try again."
_ENDED_WELL = frozenset({"STOP", "MAX_TOKENS", "FINISH_REASON_UNSPECIFIED"})
_BROKEN_CALL = frozenset({"MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "MALFORMED_RESPONSE"})
_BLOCKED = {
    "SAFETY": "its safety filter",
    "IMAGE_SAFETY": "its safety filter",
    "PROHIBITED_CONTENT": "its filter of prohibited content",
    "BLOCKLIST": "its list of blocked words",
    "SPII": "its filter of personal data",
    "RECITATION": "its filter of recited texts",
    "LANGUAGE": "not knowing this language",
    "MODEL_ARMOR": "the account's own filter",
    "JAILBREAK": "its filter of attacks",
}


class ReplyAssembler:
    """Feed it what was read; it gives back the deltas, at most one of a kind per read.

    An error inside the stream waits for `finish`, so that the text before it is not lost.
    """

    def __init__(self, where: Where, *, max_reply_chars: int = _MAX_REPLY_CHARS) -> None:
        self._where = where
        self._max_reply_chars = max_reply_chars
        self._size = 0
        self._decoder = SseDecoder(_MAX_EVENT_BYTES)
        self._calls = CallAssembler()
        self._call_count = 0
        self._text_joiner = SurrogateJoiner()
        self._thinking_joiner = SurrogateJoiner()
        self._text: list[str] = []  # given out, one item a read
        self._thinking: list[str] = []
        self._new_text: list[str] = []  # of this read
        self._new_thinking: list[str] = []
        self._piece: list[str] = []  # text since the last signed part or call
        self._entries: list[opaque.Entry] = []
        self._signed = False
        self._usage: dict[str, Any] = {}
        self._model = ""
        self._finish = ""
        self._finish_words = ""
        self._blocked = ""
        self._began = False
        self._done = False
        self._failure: ProviderError | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing more needs to be read."""
        return self._done or self._failure is not None

    @property
    def answered(self) -> bool:
        """Whether a finish reason came: all that may follow is the usage."""
        return bool(self._finish or self._blocked)

    def feed(self, chunk: bytes) -> list[Delta]:
        """Take bytes of the stream."""
        if self.ended:
            return []
        try:
            events = self._decoder.feed(chunk)
        except EventTooLong:
            self._fail_broken("a single event of more than 8 MiB")
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
                next_step=f"Check `base_url` of {self._where.setting}: is it a server of Gemini's generateContent?",
            )
        if not self.ended and not self.answered:
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
        calls = self._calls.calls(cut_off=False)  # they come whole or not at all
        if self._blocked or self._finish not in _ENDED_WELL or (not text.strip() and not calls):
            raise self._no_answer(thought=bool(thinking.strip()))
        self._end_piece("")
        return Reply(
            text=text,
            thinking=thinking,
            calls=calls,
            usage=self._usage_value(),
            finish=self._finish,
            model=self._model,
            opaque=opaque.packed(GEMINI, self._entries, text) if self._signed else "",
        )

    def _take(self, data: bytes) -> None:
        try:
            parsed: object = json.loads(data)
        except (ValueError, RecursionError):
            self._fail_broken("something that is not JSON")
            return
        chunk = as_object(parsed)
        if chunk is None:
            self._fail_broken("something that is no chunk of an answer")
            return
        if "error" in chunk:
            self._failure = complaint_error(read_gemini_complaint(data), self._where, 0)
            return
        self._began = True
        candidates: object = chunk.get("candidates")
        if isinstance(candidates, list):
            for item in cast("list[object]", candidates):
                candidate = as_object(item)
                if candidate is not None and not candidate.get("index"):
                    self._take_candidate(candidate)
        if usage := as_object(chunk.get("usageMetadata")):
            self._usage = usage
        if not self._model and isinstance(model := chunk.get("modelVersion"), str):
            self._model = without_surrogates(model[:200])
        feedback = as_object(chunk.get("promptFeedback"))
        if feedback and isinstance(reason := feedback.get("blockReason"), str):
            self._blocked = without_surrogates(reason[:100])

    def _take_candidate(self, candidate: dict[str, Any]) -> None:
        content = as_object(candidate.get("content"))
        if content is not None:
            parts: object = content.get("parts")
            if isinstance(parts, list):
                for item in cast("list[object]", parts):
                    if part := as_object(item):
                        self._take_part(part)
        if isinstance(reason := candidate.get("finishReason"), str) and reason:
            self._finish = without_surrogates(reason[:100])
        if isinstance(words := candidate.get("finishMessage"), str):
            self._finish_words = without_surrogates(words[:300])

    def _take_part(self, part: dict[str, Any]) -> None:
        text: object = part.get("text")
        signature: object = part.get("thoughtSignature")
        if isinstance(text, str):
            if part.get("thought"):
                self._new_thinking.append(text)
                self._grow(len(text))
                return
            if signature and self._piece:
                self._end_piece("")  # a signed part is not to be merged with one before it
            self._new_text.append(text)
            self._piece.append(text)
            self._grow(len(text))
            if isinstance(signature, str) and signature:
                self._end_piece(signature)
        elif call := as_object(part.get("functionCall")):
            self._take_call(call, signature if isinstance(signature, str) else "")

    def _take_call(self, call: dict[str, Any], signature: str) -> None:
        function = {"name": call.get("name"), "arguments": call.get("args")}
        fragment = {"index": self._call_count, "id": call.get("id"), "function": function}
        self._end_piece("")
        self._entries.append((opaque.CALL, self._call_count, without_surrogates(signature)))
        self._signed = self._signed or bool(signature)
        self._call_count += 1
        try:
            self._grow(self._calls.feed([fragment]) + len(signature))
        except TooManyCalls:
            self._fail_broken(f"more than {MAX_CALLS} tool calls at once")

    def _end_piece(self, signature: str) -> None:
        """Note the text up to here as one part."""
        length = len(without_surrogates("".join(self._piece)))
        self._piece.clear()
        if length or signature:
            self._entries.append((opaque.TEXT, length, without_surrogates(signature)))
            self._signed = self._signed or bool(signature)

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

    def _usage_value(self) -> Usage:
        """The vendor counts thoughts beside the answer; both are paid for."""
        answer, thoughts = _tokens(self._usage, "candidatesTokenCount"), _tokens(self._usage, "thoughtsTokenCount")
        return Usage(
            prompt_tokens=_tokens(self._usage, "promptTokenCount") + _tokens(self._usage, "toolUsePromptTokenCount"),
            completion_tokens=answer + thoughts,
            cached_tokens=_tokens(self._usage, "cachedContentTokenCount"),
        )

    def _no_answer(self, *, thought: bool) -> ProviderError:
        where, reason = self._where, self._blocked or self._finish
        why = f" It says: “{self._finish_words}”" if self._finish_words else ""
        if reason in _BROKEN_CALL:
            return Unavailable(
                f"The model “{where.model}” called a tool in a way that can't be read ({reason}).{why}",
                next_step="Try again; if it stays, choose another model.",
                transient=True,
            )
        if reason in _ENDED_WELL and reason != "MAX_TOKENS":
            what = "thought, but gave no answer" if thought else "gave an empty answer"
            return Unavailable(f"{where.name} {what}.", next_step="Try again, or choose another model.")
        if reason == "MAX_TOKENS":
            what = "used up its length while thinking" if thought else "stopped at its length limit at once"
            step = f"Raise maxOutputTokens in `extra` of {where.setting}."
            return Unavailable(f"{where.name} {what}.", next_step=step)
        stopped = "refused the question" if self._blocked else "stopped the answer"
        cause = f" because of {_BLOCKED[reason]}" if reason in _BLOCKED else ""
        return Rejected(
            f"{where.name} {stopped}{cause} ({reason}).{why}",
            next_step="Say it in other words, or choose another model.",
        )

    def _fail_broken(self, what: str) -> None:
        if self._failure is None:
            self._failure = Unavailable(
                f"{self._where.name} sent {what}.",
                next_step=f"{_KEEP_PARTIAL} If it stays, the server or a proxy before it is at fault.",
            )


def _tokens(counts: dict[str, Any], key: str) -> int:
    value: object = counts.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**12 else 0
