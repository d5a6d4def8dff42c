"""Whether a persona's files are still those that were read, by a look at each. Blocks: call it in a thread."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

from inara_engine.memory import LEVELS

__all__ = ["Stamp", "stamp"]

Stamp = tuple[object, ...]

_SETTLED_S = 1.0  # clocks of file systems are coarse: a second change at once may leave no trace


def stamp(folder: Path) -> Stamp | None:
    """What the system says of all that a persona is read from; None where that proves nothing.

    So it is with links, which may lead elsewhere at any time, and with what has changed just now.
    """
    papers = os.path.join(folder, "papers")  # noqa: PTH118 - each question asks, and paths take longer than the disk
    try:
        names = sorted(os.listdir(papers))  # noqa: PTH208
    except OSError as error:
        names = [str(error.errno)]
    texts = ("", "identity.md", "profile.md", "memory", *(f"memory/{level}.md" for level in LEVELS))
    looks = [_look(f"{folder}/{name}") for name in (*texts, "papers", *(f"papers/{name}" for name in names))]
    settled_at = (time.time() - _SETTLED_S) * 1e9
    if any(one is not None and (stat.S_ISLNK(one[0]) or max(one[3:]) > settled_at) for one in looks):
        return None
    return *names, *looks


def _look(path: str) -> tuple[int, int, int, int, int] | None:
    """Mode, inode, size, and the times of the last changes in nanoseconds."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
