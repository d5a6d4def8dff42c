"""Text that grows by small pieces and is read back by ranges, without copying what is there."""

from __future__ import annotations

from bisect import bisect_right

__all__ = ["StreamText"]

_SMALL = 512  # characters that are copied rather than kept apart: whoever reads them goes through fewer parts


class StreamText:
    """Appending costs O(piece); a slice costs its own length; `text()` joins once and is then free."""

    __slots__ = ("_ends", "_parts", "size")

    def __init__(self, text: str = "") -> None:
        self._parts: list[str] = []
        self._ends: list[int] = []
        self.size = 0  # characters
        self.append(text)

    def __len__(self) -> int:
        return self.size

    def append(self, text: str) -> None:
        if not text:
            return
        self.size += len(text)
        if self._parts and len(self._parts[-1]) < _SMALL:
            self._parts[-1] += text
            self._ends[-1] = self.size
        else:
            self._ends.append(self.size)
            self._parts.append(text)

    def slice(self, start: int, end: int) -> str:
        """The characters from `start` up to `end` (both offsets into the whole text)."""
        if start >= end:
            return ""
        index = bisect_right(self._ends, start)
        pieces: list[str] = []
        while index < len(self._parts):
            part = self._parts[index]
            offset = self._ends[index] - len(part)
            pieces.append(part[max(0, start - offset) : end - offset])
            if self._ends[index] >= end:
                break
            index += 1
        return "".join(pieces)

    def text(self) -> str:
        if len(self._parts) > 1:
            whole = "".join(self._parts)
            self._parts, self._ends = [whole], [len(whole)]
        return self._parts[0] if self._parts else ""
