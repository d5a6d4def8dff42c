"""Whether a persona's files are still those that were read, by a look at each. Blocks: call it in a thread."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Sequence
from pathlib import Path

from inara_engine.memory import LEVELS

__all__ = ["Stamp", "stamp"]

Stamp = tuple[tuple[str | int, ...], ...]  # of each file that is there: name, mode, inode, size, times of change in ns

_SETTLED_S = 1.0  # clocks of file systems are coarse: a second change at once may leave no trace


def stamp(folder: Path) -> Stamp | None:
    """What the system says of all that a persona is read from; None where that proves nothing.

    So it is with links, which may lead elsewhere at any time, and with what has changed just now. Each question asks
    while its task is being written down: as few looks as possible, since each lets another thread in.
    """
    top = _looks(folder, ("", "identity.md", "profile.md", "memory", "papers"))
    there = {look[0] for look in top}
    memory = _looks(folder, [f"memory/{level}.md" for level in LEVELS]) if "memory" in there else []
    try:
        names = os.listdir(folder / "papers") if "papers" in there else []  # noqa: PTH208 - names are wanted
    except OSError:
        return None
    looks = (*top, *memory, *_looks(folder, [f"papers/{name}" for name in sorted(names)]))
    settled_at = (time.time() - _SETTLED_S) * 1e9
    if any(stat.S_ISLNK(mode) or max(changes) > settled_at for _, mode, _, _, *changes in looks):
        return None
    return looks


def _looks(folder: Path, names: Sequence[str]) -> list[tuple[str, int, int, int, int, int]]:
    looks: list[tuple[str, int, int, int, int, int]] = []
    for name in names:
        try:
            found = os.lstat(f"{folder}/{name}" if name else folder)
        except OSError:
            continue
        looks.append((name, found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns))
    return looks
