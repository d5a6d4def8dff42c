"""The face as other programs get it: what is off the record is in no list, and in no stream of everything.

A conversation off the record is between a person and the window (or command) it was begun in. Who began one elsewhere
was told its id, and reaches it by that, whole: to stop it, to answer what it asks, to read it.
"""

from __future__ import annotations

import inspect
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Iterable, Iterator, Mapping
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
        if not isinstance(answer, list):
            return answer
        known = frozenset(_words((*values, *named.values())))
        return [one for one in cast("list[Any]", answer) if not _hidden(one, known)]

    return called


def _words(values: Iterable[object]) -> Iterator[str]:
    """The texts among the arguments of a call, and those in lists of them."""
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from _words(cast("list[object]", value))


def _hidden(one: object, known: frozenset[str]) -> bool:
    """Whether an entry of a list belongs to something off the record whose id the call did not name."""
    if isinstance(one, Mapping):
        found = {cast("Mapping[str, object]", one).get(place) for place in _PLACES}
    else:
        found = {getattr(one, place, None) for place in _PLACES}
    ids = {some_id for some_id in found if isinstance(some_id, str)}
    return any(map(is_private, ids)) and not ids & known
