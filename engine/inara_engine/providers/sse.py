"""Server-sent events from bytes, however the network cut them.

The format: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
Beyond it, because model servers do it: an unknown field `error: {json}` is an event named "error"
(llama.cpp of 2025), a bare line that begins with "{" counts as data (proxies), and an event the
stream's end cuts off before its blank line still counts.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["EventTooLong", "SseDecoder", "SseEvent"]

_BOM = b"\xef\xbb\xbf"


class SseEvent(NamedTuple):
    """One event: its name ("" where none was given) and its data lines joined by a line feed."""

    name: str
    data: bytes


class EventTooLong(ValueError):
    """A line or an event grew past the cap; the rest of the stream can't be trusted."""


class SseDecoder:
    """Feed it what was read; it gives back the events that are whole.

    Linear in the bytes fed, also when they come one by one. Comments give no event: that bytes
    came at all is the sign of life. Raises: EventTooLong.
    """

    def __init__(self, max_event_bytes: int = 1024 * 1024) -> None:
        self.max_event_bytes = max_event_bytes
        self._unfinished: list[bytes] = []  # pieces of a line whose end has not come
        self._unfinished_bytes = 0
        self._data: list[bytes] = []
        self._data_bytes = 0
        self._name = ""
        self._after_cr = False
        self._at_start = True

    def feed(self, chunk: bytes) -> list[SseEvent]:
        """The events completed by these bytes."""
        if self._after_cr and chunk:
            self._after_cr = False
            if chunk[:1] == b"\n":  # the second half of a CRLF that was cut in two
                chunk = chunk[1:]
        end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r")) + 1
        if not end:
            self._keep(chunk)
            return []
        self._after_cr = chunk.endswith(b"\r")
        if self._unfinished:
            whole = b"".join((*self._unfinished, chunk[:end]))
            self._unfinished.clear()
            self._unfinished_bytes = 0
        else:
            whole = chunk[:end]
        self._keep(chunk[end:])
        return self._read_lines(whole.splitlines())

    def finish(self) -> list[SseEvent]:
        """The events the end of the stream completes."""
        rest = b"".join(self._unfinished)
        self._unfinished.clear()
        self._unfinished_bytes = 0
        return self._read_lines([rest, b""] if rest else [b""])

    def _keep(self, piece: bytes) -> None:
        if piece:
            self._unfinished.append(piece)
            self._unfinished_bytes += len(piece)
            self._check(self._unfinished_bytes)

    def _check(self, size: int) -> None:
        if size + self._data_bytes > self.max_event_bytes:
            raise EventTooLong(f"an event of more than {self.max_event_bytes} bytes")

    def _read_lines(self, lines: list[bytes]) -> list[SseEvent]:
        events: list[SseEvent] = []
        if self._at_start and lines:
            self._at_start = False
            lines[0] = lines[0].removeprefix(_BOM)
        for line in lines:
            if line.startswith(b"data:"):
                self._add(line[6:] if line[5:6] == b" " else line[5:])
            elif not line:
                self._dispatch(events)
            elif line.startswith(b"{"):
                self._add(line)
            elif not line.startswith(b":"):
                self._field(line, events)
        return events

    def _add(self, value: bytes) -> None:
        self._check(len(value))
        self._data.append(value)
        self._data_bytes += len(value) + 1

    def _dispatch(self, events: list[SseEvent]) -> None:
        if self._data:
            data = self._data[0] if len(self._data) == 1 else b"\n".join(self._data)
            if data:
                events.append(SseEvent(self._name, data))
            self._data.clear()
            self._data_bytes = 0
        self._name = ""

    def _field(self, line: bytes, events: list[SseEvent]) -> None:
        field, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if field == b"event":
            self._check(len(value))
            self._name = value.decode("utf-8", "replace")
        elif field == b"error":
            self._check(len(value))
            events.append(SseEvent("error", value))
        # id and retry serve a browser's reconnection; anything else the format tells to ignore
