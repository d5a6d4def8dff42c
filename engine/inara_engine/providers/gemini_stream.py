"""The chunks of Gemini's stream, put together into deltas and one reply.

Each is a whole GenerateContentResponse (https://ai.google.dev/api/generate-content#v1beta.GenerateContentResponse)
with the newest parts. Chunks are plain parsed JSON, looked at once: this is the path of every token.
"""

from __future__ import annotations

from typing import Any, cast

from inara_engine.errors import ProviderError, Rejected, Unavailable
from inara_engine.messages import Usage
from inara_engine.providers import opaque
from inara_engine.providers.base import Reply
from inara_engine.providers.decoding import parsed
from inara_engine.providers.gemini_errors import complaint_error, read_gemini_complaint
from inara_engine.providers.gemini_wire import GEMINI
from inara_engine.providers.openai_errors import Where, as_object
from inara_engine.providers.sse import SseDecoder, SseEvent
from inara_engine.providers.stream_assembler import MAX_REPLY_CHARS, StreamAssembler, tokens
from inara_engine.providers.surrogates import without_surrogates

__all__ = ["ReplyAssembler"]

_MAX_EVENT_BYTES = 8 * 1024 * 1024  # calls come whole, with all they carry
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


class ReplyAssembler(StreamAssembler):
    """An answer as it comes, part by part."""

    def __init__(self, where: Where, *, max_reply_chars: int = MAX_REPLY_CHARS) -> None:
        super().__init__(where, SseDecoder(_MAX_EVENT_BYTES), max_reply_chars)
        self._call_count = 0
        self._piece: list[str] = []  # text since the last signed part or call
        self._entries: list[opaque.Entry] = []
        self._signed = False
        self._usage: dict[str, Any] = {}
        self._finish_words = ""
        self._blocked = ""

    @property
    def answered(self) -> bool:
        """Whether a finish reason came: all that may follow is the usage."""
        return bool(self._finish or self._blocked)

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

    def _address_hint(self) -> str:
        return f"Check `base_url` of {self._where.setting}: is it a server of Gemini's generateContent?"

    def _take(self, event: SseEvent) -> None:
        try:
            chunk = as_object(parsed(event.data))
        except (ValueError, RecursionError):
            self._fail_broken("something that is not JSON")
            return
        if chunk is None:
            self._fail_broken("something that is no chunk of an answer")
            return
        if chunk.get("error"):
            self._failure = complaint_error(read_gemini_complaint(event.data), self._where, 0)
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
        self._grow(len(signature))
        self._take_calls([fragment])

    def _end_piece(self, signature: str) -> None:
        """Note the text up to here as one part."""
        length = len(without_surrogates("".join(self._piece)))
        self._piece.clear()
        if length or signature:
            self._entries.append((opaque.TEXT, length, without_surrogates(signature)))
            self._signed = self._signed or bool(signature)

    def _usage_value(self) -> Usage:
        """The vendor counts thoughts beside the answer; both are paid for."""
        answer, thoughts = tokens(self._usage, "candidatesTokenCount"), tokens(self._usage, "thoughtsTokenCount")
        return Usage(
            prompt_tokens=tokens(self._usage, "promptTokenCount") + tokens(self._usage, "toolUsePromptTokenCount"),
            completion_tokens=answer + thoughts,
            cached_tokens=tokens(self._usage, "cachedContentTokenCount"),
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
