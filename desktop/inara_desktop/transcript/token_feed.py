"""The token path: pieces are collected and handed on once a frame, a bounded time each."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

__all__ = ["TokenFeed"]

_FRAME_MS = 16
_BUDGET_S = 0.004
_SLICE = 1024


class _Waiting:
    """Text of one row that came and isn't shown."""

    __slots__ = ("finish", "offset", "parts")

    def __init__(self) -> None:
        self.parts: list[tuple[bool, str]] = []  # (thinking, text)
        self.offset = 0  # characters of the first part that were handed on
        self.finish: Callable[[], None] | None = None


class TokenFeed(QObject):
    """`deliver(row_id, text, thinking)` gets slices; `frame()` is called once after them. No timer while idle."""

    def __init__(
        self, deliver: Callable[[str, str, str], None], frame: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._deliver = deliver
        self._frame = frame
        self._waiting: dict[str, _Waiting] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fire)
        self._last = 0.0

    def add(self, row_id: str, text: str, thinking: str) -> None:
        waiting = self._waiting.get(row_id)
        if waiting is None:
            waiting = self._waiting[row_id] = _Waiting()
        if thinking:
            waiting.parts.append((True, thinking))
        if text:
            waiting.parts.append((False, text))
        self._arm()

    def pending(self, row_id: str) -> tuple[str, str]:
        """The (text, thinking) of a row that isn't shown yet."""
        waiting = self._waiting.get(row_id)
        if waiting is None:
            return "", ""
        rest = [part[waiting.offset if index == 0 else 0 :] for index, (_, part) in enumerate(waiting.parts)]
        text = "".join(part for (thinks, _), part in zip(waiting.parts, rest, strict=True) if not thinks)
        thinking = "".join(part for (thinks, _), part in zip(waiting.parts, rest, strict=True) if thinks)
        return text, thinking

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
        start = self._last = perf_counter()
        finished: list[Callable[[], None]] = []
        for row_id in list(self._waiting):
            waiting = self._waiting[row_id]
            self._merge(waiting)
            while waiting.parts:
                thinks, part = waiting.parts[0]
                piece = part[waiting.offset : waiting.offset + _SLICE]
                waiting.offset += len(piece)
                if waiting.offset >= len(part):
                    del waiting.parts[0]
                    waiting.offset = 0
                self._deliver(row_id, "" if thinks else piece, piece if thinks else "")
                if perf_counter() - start > _BUDGET_S:
                    break
            if not waiting.parts:
                del self._waiting[row_id]
                if waiting.finish:
                    finished.append(waiting.finish)
            if perf_counter() - start > _BUDGET_S:
                break
        for finish in finished:
            finish()
        self._frame()
        if self._waiting:
            self._arm()

    @staticmethod
    def _merge(waiting: _Waiting) -> None:
        """Join runs of small parts, so that what is split per slice is a slice and not a token."""
        if len(waiting.parts) < 2:
            return
        first = waiting.parts[0]
        parts = [(first[0], first[1][waiting.offset :]), *waiting.parts[1:]]
        merged: list[tuple[bool, str]] = []
        run: list[str] = []
        kind = parts[0][0]
        for thinks, part in parts:
            if thinks != kind:
                merged.append((kind, "".join(run)))
                run, kind = [], thinks
            run.append(part)
        merged.append((kind, "".join(run)))
        waiting.parts, waiting.offset = merged, 0
