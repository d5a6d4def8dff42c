"""An answer that is seen first, split in slices between what else there is to do, and shown when it is there.

One that takes longer shows its beginning, and the rest comes by frames.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import thread_time

from inara_desktop.transcript.flow import Flow

__all__ = ["FirstReading"]

_AT_ONCE_S = 0.12  # CPU time, in slices, for an answer before anything of it is shown, if that is enough for all of it
_TRIED_S = 0.016  # after so long it shows; if it isn't, the rest comes by frames
_LEAST, _MOST = 1024, 32768  # characters that are split before the time is looked at
_QUICK_S, _SLOW_S = 0.001, 0.002  # more of them at a time, and fewer


class FirstReading:
    """Feeds flows with their texts, `limit` characters of each at most; whether more `streams` into them is said."""

    def __init__(self, parts: Sequence[tuple[Flow, str]], limit: int, *, streams: bool) -> None:
        self._parts = parts
        self._limit = limit
        self._streams = streams
        self._steps = self._made_steps()
        self.whole = True
        """Whether all is read; some of it is left for frames otherwise."""

    def go_on(self, has_time: Callable[[], bool]) -> bool:
        """Read on while there is time; whether as much was read as is to be before it is shown."""
        return not any(not has_time() for _ in self._steps)

    def _made_steps(self) -> Iterator[None]:
        for flow, text in self._parts:
            flow.streaming = True
            size = min(len(text), self._limit)  # not a slice: that would copy megabytes
            spent, piece, pace_before = 0.0, _LEAST, 0.0
            while len(flow) < size:
                begun = thread_time()
                flow.feed(text[len(flow) : min(size, len(flow) + piece)])
                took = thread_time() - begun
                spent += took
                pace = took / piece  # the first pieces are slower, and a garbage collection may hit any single one
                rest_s = min(pace, pace_before or pace) * (size - len(flow))
                pace_before = pace
                if spent > _TRIED_S and spent + rest_s > _AT_ONCE_S:
                    self.whole = self.whole and len(flow) == size
                    break
                if took < _QUICK_S and len(flow) > 8 * piece:  # the first of a long line only wait for its end
                    piece = min(_MOST, 2 * piece)
                elif took > _SLOW_S:
                    piece = max(_LEAST, piece // 2)
                yield
            if self.whole and size == len(text) and not self._streams:
                flow.finish()
