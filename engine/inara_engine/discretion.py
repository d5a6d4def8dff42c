"""The face as other programs get it: what is off the record is in no list, and in no stream of everything.

A conversation off the record is between a person and the window (or command) it was begun in. Who began one elsewhere
was told its id, and reaches it by that, whole: to stop it, to answer what it asks, to read it.
"""

from __future__ import annotations

import inspect
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Mapping
from contextlib import aclosing
from typing import Any, cast, get_type_hints

from inara_engine.events import JobId, Recorded, SessionId
from inara_engine.face import Face
from inara_engine.ids import is_private

__all__ = ["for_others"]

_PLACES = ("id", "session_id", "job_id")


def for_others(engine: Face) -> Face:
    """The same engine, discreet."""
    return cast("Face", _Discreet(engine, frozenset(get_type_hints(Face))))


class _Discreet:
    """Passes every call on; `parts` are the attributes that have calls of their own."""

    def __init__(self, behind: Any, parts: frozenset[str] = frozenset()) -> None:
        self._behind = behind
        self._parts = parts

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._behind, name)
        if name in self._parts:
            return _Discreet(value)
        return _discreet(value) if inspect.iscoroutinefunction(value) else value

    async def follow(
        self, session: SessionId | None, after: int = 0, job: JobId = "", kinds: Collection[str] = ()
    ) -> AsyncGenerator[Recorded]:
        async with aclosing(self._behind.follow(session, after, job, kinds)) as events:
            async for recorded in events:
                if session is not None or not is_private(recorded.session_id):
                    yield recorded


def _discreet(call: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    async def called(*values: Any, **named: Any) -> Any:
        answer = await call(*values, **named)
        if any(map(_names_private, (*values, *named.values()))):
            return answer
        return [one for one in cast("list[Any]", answer) if not _private(one)] if isinstance(answer, list) else answer

    return called


def _names_private(value: object) -> bool:
    """Whether an argument is the id of something off the record, or holds one."""
    if isinstance(value, str):
        return is_private(value)
    return isinstance(value, list) and any(map(_names_private, cast("list[object]", value)))


def _private(one: object) -> bool:
    """Whether an entry of a list belongs to something off the record."""
    if isinstance(one, Mapping):
        found = [cast("Mapping[str, object]", one).get(place) for place in _PLACES]
    else:
        found = [getattr(one, place, None) for place in _PLACES]
    return any(isinstance(some_id, str) and is_private(some_id) for some_id in found)
