"""Which blocks hold a layout, and how much of a frame is left for laying out more."""

from __future__ import annotations

from collections import OrderedDict
from math import inf
from time import perf_counter, thread_time

from inara_desktop.transcript.block import Block

__all__ = ["LaidOut"]

# CPU time of a frame: for what was fed, laid out and painted. A usual screenful is laid out in less.
_FRAME_S = 0.013
_MOST_S, _LEAST_S = 0.008, 0.004  # for all but the painting
_ALWAYS_S = 0.0005
# Wall time after which a frame that wasn't painted is over: nothing in it is to be, or nothing is seen of the view.
_UNPAINTED_S, _UNSEEN_S = 0.016, 0.2


class LaidOut:
    """Which blocks hold a layout, the least recently seen first; the rest are kept as heights only.

    It also bounds what is done at once: a screenful of what is slow to lay out comes in several frames. A frame lasts
    until it is painted; all that is laid out for it shares its time, however many timers asked for that.
    """

    def __init__(self, limit: int = 240) -> None:
        self._limit = limit
        self._blocks: OrderedDict[Block, None] = OrderedDict()
        self._deadline = inf
        self._begun = 0.0  # when, by the CPU's clock
        self._spent = 0.0  # in this frame
        self._last = 0.0  # what the last block took
        self._painting = 0.0  # what painting takes these days
        self._since = -inf  # when the frame began
        self._awaited = False  # it is to be painted
        self.late = False  # something that is seen has to wait for the next frame
        self.reading = False  # the text of something that is seen is being read, and isn't shown before

    def __len__(self) -> int:
        return len(self._blocks)

    def blocks(self) -> list[Block]:
        """Those that hold a layout."""
        return list(self._blocks)

    # ---- time

    def begin(self, spent_s: float = 0.0) -> None:
        """Something is laid out, for which so much time was spent already. There is always time for one block."""
        self.spend(spent_s)
        self._begun = thread_time()
        self._deadline = self._begun + max(_ALWAYS_S, self.room_s - self._spent)
        self._last = 0.0
        self.late = self.reading = False

    def spend(self, spent_s: float) -> None:
        """So much time of the frame went elsewhere."""
        now = perf_counter()
        if now - self._since > (_UNSEEN_S if self._awaited else _UNPAINTED_S):
            self._spent, self._awaited, self._since = 0.0, False, now
        self._spent += spent_s

    def has_time(self) -> bool:
        """Whether one more block may be laid out in this frame, if it takes as long as the last one did."""
        self.late = self.late or thread_time() + self._last > self._deadline
        return not self.late

    def lay_out(self, block: Block, width: int) -> None:
        """Lay out a block in the time there is."""
        begun = thread_time()
        block.lay_out(width)
        self._last = thread_time() - begun

    def end(self, *, paints: bool) -> None:
        """What was asked for is laid out. Where nothing of it is seen, the frame is over without being painted."""
        self._spent = self._spent + thread_time() - self._begun if paints else 0.0
        self._awaited = paints

    def painted(self, took_s: float) -> None:
        """The frame is on screen, and painting it took so long."""
        self._painting = max(took_s, 0.8 * self._painting)
        self._spent, self._awaited, self._since = 0.0, False, perf_counter()

    @property
    def waits(self) -> bool:
        """Whether this frame's time is used, and it is not on screen yet."""
        return self._awaited and self._spent >= self.room_s / 2 and perf_counter() - self._since <= _UNSEEN_S

    @property
    def room_s(self) -> float:
        """What a frame has for all but the painting, as long as that takes these days."""
        return min(_MOST_S, max(_LEAST_S, _FRAME_S - self._painting))

    # ---- layouts

    def touch(self, block: Block) -> None:
        """It is seen now."""
        self._blocks[block] = None
        self._blocks.move_to_end(block)

    def trim(self) -> None:
        """Drop the layouts seen longest ago; the limit is far above what fits on a screen."""
        while len(self._blocks) > self._limit:
            block, _ = self._blocks.popitem(last=False)
            block.evict()

    def clear(self) -> None:
        self._blocks.clear()
