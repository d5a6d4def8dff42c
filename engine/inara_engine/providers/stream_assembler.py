"""What all event streams of replies have in common: bytes in, deltas out, one reply or one error at the end."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from inara_engine.errors import ProviderError, Rejected, Unavailable
from inara_engine.events import Progress, TextDelta, ThinkingDelta
from inara_engine.providers.base import Reply
from inara_engine.providers.openai_calls import MAX_CALLS, CallAssembler, TooManyCalls
from inara_engine.providers.openai_errors import Where
from inara_engine.providers.sse import EventTooLong, SseDecoder, SseEvent
from inara_engine.providers.surrogates import SurrogateJoiner

__all__ = ["MAX_REPLY_CHARS", "Delta", "StreamAssembler", "tokens"]

MAX_REPLY_CHARS = 768 * 1024  # some 200 000 tokens, thinking and all: more than models write at once
_KEEP_PARTIAL = "What had been said is kept. Try again."

Delta = TextDelta | ThinkingDelta | Progress


class StreamAssembler(ABC):
    """Feed it what was read; it gives back the deltas, at most one of a kind per read.

    `ended` turns true when nothing more needs to be read; `finish()` then gives the reply, or raises what went
    wrong. An error inside the stream waits for it, so that the text before it is not lost. A wire format says
    how an event is read (`_take`) and what the reply is; this is the path of every token.
    """

    def __init__(self, where: Where, decoder: SseDecoder, max_reply_chars: int) -> None:
        self._where = where
        self._decoder = decoder
        self._max_reply_chars = max_reply_chars
        self._size = 0
        self._calls = CallAssembler()
        self._text_joiner = SurrogateJoiner()
        self._thinking_joiner = SurrogateJoiner()
        self._text: list[str] = []  # given out, one item a read
        self._thinking: list[str] = []
        self._new_text: list[str] = []  # of this read
        self._new_thinking: list[str] = []
        self._model = ""
        self._finish = ""  # the reason, once it has come
        self._began = False  # something of an answer was seen
        self._done = False
        self._failure: ProviderError | None = None

    @abstractmethod
    def finish(self) -> Reply:
        """The whole reply, after `feed_end`. Raises: ProviderError where there is none."""

    @abstractmethod
    def _take(self, event: SseEvent) -> None:
        """One event of the stream."""

    @abstractmethod
    def _address_hint(self) -> str:
        """What to do where the server sends something else than answers."""

    @property
    def ended(self) -> bool:
        """Whether the server said its last word, or an error made the rest worthless."""
        return self._done or self._failure is not None

    @property
    def answered(self) -> bool:
        """Whether a finish reason came: all that may follow is the usage and the end mark."""
        return bool(self._finish)

    def feed(self, chunk: bytes) -> list[Delta]:
        """Take bytes of the stream."""
        if self.ended:
            return []
        try:
            events = self._decoder.feed(chunk)
        except EventTooLong:
            self._fail_broken(f"a single event of more than {self._decoder.max_event_bytes // 2**20} MiB")
            return self._deltas()
        self._take_events(events)
        return self._deltas()

    def feed_end(self) -> list[Delta]:
        """The end was reached, or nothing more is read: what that completes."""
        if not self.ended:
            self._take_events(self._decoder.finish())
        if not self.ended and not self._began:
            self._failure = Rejected(
                f"{self._where.name} sent nothing that is an answer.", next_step=self._address_hint()
            )
        if not self.ended and not self.answered:
            self._failure = Unavailable(
                f"{self._where.name} stopped in the middle of its answer.", next_step=_KEEP_PARTIAL, transient=True
            )
        self._done = True
        return self._last_deltas()

    def _take_events(self, events: list[SseEvent]) -> None:
        for event in events:
            self._take(event)
            if self.ended:
                break

    def _take_calls(self, fragments: object) -> None:
        try:
            self._grow(self._calls.feed(fragments))
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

    def _last_deltas(self) -> list[Delta]:
        """What this read added, and what had been held back for what might have followed."""
        deltas = self._deltas()
        self._give_out(self._thinking_joiner.finish(), self._text_joiner.finish(), deltas)
        return deltas

    def _give_out(self, thinking: str, text: str, deltas: list[Delta]) -> None:
        if thinking:
            self._thinking.append(thinking)
            deltas.append(ThinkingDelta(thinking))
        if text:
            self._text.append(text)
            deltas.append(TextDelta(text))

    def _fail_broken(self, what: str) -> None:
        if self._failure is None:
            self._failure = Unavailable(
                f"{self._where.name} sent {what}.",
                next_step=f"{_KEEP_PARTIAL} If it stays, the server or a proxy before it is at fault.",
            )


def tokens(counts: dict[str, Any], key: str) -> int:
    """A number of tokens that a server names; 0 for anything else."""
    value: object = counts.get(key)
    if isinstance(value, float) and 0 < value < 1e12:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**12 else 0
