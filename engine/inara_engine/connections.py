"""Who was spoken to since Inara was started: hosts and counts, never a word of what was said. In memory only.

Each part that opens connections notes them here right before it does, whether or not anybody answers.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from inara_engine.changed import changed
from inara_engine.settings import Reach

__all__ = ["Connection", "Connections", "Note", "Purpose"]

Purpose = Literal["model", "check", "page", "search", "mcp"]
Note = Callable[[str, int, Purpose, str], None]
_MOST = 2000  # a model that walks the web must not fill the memory


@dataclass(frozen=True)
class Connection:
    """A host that was spoken to, for one purpose. `who` is the model's or the server's id, or the tool's name.

    `off_record`: a model was asked in a conversation off the record, apart from the others.

    `port` is 0 where a program on this machine speaks for Inara (a vendor's own command). Times are Unix seconds.
    """

    host: str
    port: int
    purpose: Purpose
    who: str
    local: bool
    count: int
    first_at: float
    last_at: float
    off_record: bool = False


class Connections:
    """Any thread may `note`."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._seen: dict[tuple[str, int, Purpose, str, bool], Connection] = {}

    def note(self, host: str, port: int, purpose: Purpose, who: str, *, off_record: bool = False) -> None:
        """Somebody is about to be spoken to."""
        now = self._clock()
        key: tuple[str, int, Purpose, str, bool] = (host, port, purpose, who, off_record)
        with self._lock:
            if known := self._seen.pop(key, None):
                self._seen[key] = changed(known, count=known.count + 1, last_at=now)
                return
            self._seen[key] = Connection(host, port, purpose, who, Reach().is_local(host), 1, now, now, off_record)
            while len(self._seen) > _MOST:
                del self._seen[next(iter(self._seen))]

    async def list(self) -> list[Connection]:
        """All of them, the last spoken to first."""
        with self._lock:
            return list(reversed(self._seen.values()))
