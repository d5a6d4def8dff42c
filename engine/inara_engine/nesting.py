"""How deep JSON may be nested that strangers send: what is deeper can be written down, but not read again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

__all__ = ["DEEPEST", "is_deeper"]

DEEPEST = 100  # pydantic reads 197 levels below an event, and writes 255


def is_deeper(value: object, than: int = DEEPEST) -> bool:
    """Whether lists and objects lie in each other in more levels; looks no deeper than it takes to know."""
    level = [value]
    for _ in range(than + 1):
        level = [child for item in level for child in _children(item)]
        if not level:
            return False
    return True


def _children(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return cast("dict[str, object]", value).values()
    return cast("list[object]", value) if isinstance(value, list) else ()
