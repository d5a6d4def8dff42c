"""Ids of sessions, jobs and rules. They say where something belongs: what is off the record begins with "private-".

Loads nothing, so that a window can name a session before the engine is there.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable

__all__ = ["is_private", "made_at", "new_id", "new_private_id"]

PRIVATE = "private-"


def new_id(kind: str) -> str:
    """A short id that sorts by time: "job-0199c3a1b2c3-7f3a"."""
    return f"{kind}-{int(time.time() * 1000):012x}-{secrets.token_hex(4)}"


def new_private_id(kind: str, new_id: Callable[[str], str] = new_id) -> str:
    """The same for something off the record."""
    return PRIVATE + new_id(kind)


def made_at(some_id: str) -> float:
    """When an id was made, in Unix seconds; 0 for one that was not made here."""
    try:
        return int(some_id.rsplit("-", 2)[-2], 16) / 1000
    except (IndexError, ValueError):
        return 0.0


def is_private(some_id: str) -> bool:
    """Whether a session, job or call is off the record."""
    return some_id.startswith(PRIVATE)
