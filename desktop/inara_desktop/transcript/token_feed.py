"""The token path: pieces are collected and handed on once a frame, a bounded time each."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import perf_counter, thread_time

from PySide6.QtCore import QObject, QTimer

__all__ = ["TokenFeed"]

_FRAME_MS = 16
_SLICE = 1024
_WAIT_MS = 2


class _Waiting:
    """Text of one row that came and isn't shown."""

    __slots__ = ("_offset", "_parts", "finish", "sizes")

    def __init__(self) -> None:
        self._parts: deque[tuple[bool, str]] = deque()  # (thinking, text)
        self._offset = 0  # characters of the first part that were handed on
        self.sizes = [0, 0]  # characters of text and of thinking
        self.finish: Callable[[], None] | None = None

    def __bool__(self) -> bool:
        return bool(self._parts)

    def add(self, text: str, *, thinks: bool) -> None:
        if text:
            self._parts.append((thinks, text))
            self.sizes[thinks] += len(text)

    def take(self) -> tuple[bool, str]:
        """The next slice: small parts of a kind joined, so that what is split at once is a slice and not a token."""
        parts, pieces, room = self._parts, list[str](), _SLICE
        thinks = parts[0][0]
        while room and parts and parts[0][0] == thinks:
            part = parts[0][1]
            piece = part[self._offset : self._offset + room]
            room -= len(piece)
            self._offset += len(piece)
            pieces.append(piece)
            if self._offset == len(part):
                parts.popleft()
                self._offset = 0
        self.sizes[thinks] -= _SLICE - room
        return thinks, "".join(pieces)


class TokenFeed(QObject):
    """`deliver(row_id, text, thinking)` gets slices; `frame(cpu_s)` is called once after them, with what they took.

    `room()` says how many seconds there are for them; none while the frame before isn't on screen yet. No timer while
    idle.
    """

    def __init__(
        self,
        deliver: Callable[[str, str, str], None],
        frame: Callable[[float], None],
        room: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._deliver = deliver
        self._frame = frame
        self._room = room
        self._waiting: dict[str, _Waiting] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fire)
        self._last = 0.0

    def add(self, row_id: str, text: str, thinking: str) -> None:
        waiting = self._waiting.get(row_id)
        if waiting is None:
            waiting = self._waiting[row_id] = _Waiting()
        waiting.add(thinking, thinks=True)
        waiting.add(text, thinks=False)
        self._arm()

    def pending(self, row_id: str) -> tuple[int, int]:
        """How many characters of (text, thinking) of a row aren't shown yet."""
        waiting = self._waiting.get(row_id)
        return (waiting.sizes[0], waiting.sizes[1]) if waiting else (0, 0)

    def when_drained(self, row_id: str, finish: Callable[[], None]) -> None:
        """Call `finish` once all text of the row was handed on (at once when there is none)."""
        waiting = self._waiting.get(row_id)
        if waiting is None:
            finish()
        else:
            waiting.finish = finish

    def drop(self, row_id: str) -> None:
        self._waiting.pop(row_id, None)

    def clear(self) -> None:
        self._waiting.clear()
        self._timer.stop()

    @property
    def idle(self) -> bool:
        return not self._waiting

    def _arm(self) -> None:
        if not self._timer.isActive():
            since = (perf_counter() - self._last) * 1000
            self._timer.start(max(0, _FRAME_MS - int(since)) if since < _FRAME_MS else 0)

    def _fire(self) -> None:
        room = self._room()
        if not room:
            self._timer.start(_WAIT_MS)
            return
        start, begun = perf_counter(), thread_time()
        self._last = start
        finished: list[Callable[[], None]] = []
        for row_id in list(self._waiting):
            waiting = self._waiting[row_id]
            while waiting:
                thinks, piece = waiting.take()
                self._deliver(row_id, "" if thinks else piece, piece if thinks else "")
                if perf_counter() - start > room:
                    break
            if not waiting:
                del self._waiting[row_id]
                if waiting.finish:
                    finished.append(waiting.finish)
            if perf_counter() - start > room:
                break
        for finish in finished:
            finish()
        self._frame(thread_time() - begun)
        if self._waiting:
            self._arm()
