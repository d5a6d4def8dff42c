"""Tool calls put together from the fragments of a stream, whatever the server numbers them by.

By the book a fragment carries an `index`, and the first one of a call its `id` and name
(https://platform.openai.com/docs/guides/function-calling#streaming). Real servers leave out the
index, the id or both, number every call 0, send arguments as an object or a lone call without its list.
"""

from __future__ import annotations

import json
from typing import Any, Final, NoReturn, cast

from inara_engine.messages import ToolCall
from inara_engine.nesting import is_deeper
from inara_engine.providers.openai_errors import as_object
from inara_engine.providers.surrogates import without_surrogates

__all__ = ["MAX_CALLS", "CallAssembler", "TooManyCalls"]

MAX_CALLS = 128
_CUT_OFF = "(the arguments were cut off)"


class TooManyCalls(ValueError):
    """A single reply asked for more calls than any sane one does."""


class _Call:
    """One call as far as it has come."""

    __slots__ = ("id", "key", "length", "name", "pieces", "whole")

    def __init__(self, key: int, call_id: str, name: str) -> None:
        self.key = key  # the server's index, or the place in its list
        self.id = call_id
        self.name = name
        self.pieces: list[str] = []
        self.length = 0  # of the pieces
        self.whole: dict[str, Any] | None = None  # arguments that came as an object

    def raw(self) -> str:
        return "".join(self.pieces)

    def is_said_again(self, arguments: str) -> bool:
        """Whether these are all of its arguments once more, as some gateways end a call with."""
        return 0 < self.length == len(arguments) and arguments == self.raw() and self.is_complete()

    def is_complete(self) -> bool:
        if self.whole is not None:
            return True
        ended = bool(self.pieces) and self.pieces[-1].rstrip().endswith("}")  # spares parsing at every fragment
        return ended and _arguments(self.raw()) is not None


class CallAssembler:
    """Feed it each `tool_calls` value of a stream; `calls()` gives what they add up to."""

    def __init__(self) -> None:
        self._calls: list[_Call] = []
        self._size = 0

    def __bool__(self) -> bool:
        return bool(self._calls)

    def feed(self, value: object) -> int:
        """Take a list of fragments, or one that came without its list; the characters it held.

        Raises: TooManyCalls.
        """
        fragments = cast("list[object]", value) if isinstance(value, list) else [value]
        before = self._size
        for place, item in enumerate(fragments):
            if fragment := as_object(item):
                self._take(fragment, place)
        return self._size - before

    def calls(self, *, cut_off: bool) -> tuple[ToolCall, ...]:
        """The calls in order. `cut_off`: the reply hit its length limit, so an unfinished call is no call to run."""
        taken: set[str] = {call.id for call in self._calls if call.id}
        seen: set[str] = set()
        made: list[ToolCall] = []
        for place, call in enumerate(self._calls):
            provider_id = call.id
            if not provider_id or provider_id in seen:
                provider_id = _free_id(place, taken)
                taken.add(provider_id)
            seen.add(provider_id)
            made.append(_finished(call, provider_id, cut_off=cut_off))
        return tuple(made)

    def _take(self, fragment: dict[str, Any], place: int) -> None:
        function = as_object(fragment.get("function")) or {}
        index = fragment.get("index")
        key = index if isinstance(index, int) else place
        call_id = without_surrogates(_text(fragment.get("id")))
        name = without_surrogates(_text(function.get("name")))
        call = self._continued(key, call_id, name, numbered=isinstance(index, int))
        if call is None:
            if len(self._calls) >= MAX_CALLS:
                raise TooManyCalls
            call = _Call(key, call_id, name)
            self._calls.append(call)
            self._size += len(call_id) + len(name)
        call.id = call.id or call_id
        call.name = call.name or name
        self._add_arguments(call, function.get("arguments"))

    def _continued(self, key: int, call_id: str, name: str, *, numbered: bool) -> _Call | None:
        """The call this fragment goes on with, or None where it starts another."""
        newest_first = reversed(self._calls)
        if call_id:
            for call in newest_first:
                if call.id == call_id and (call.key == key or not numbered):
                    return None if name and call.name and not numbered and call.is_complete() else call
                if call.key == key and not call.id and numbered:
                    return None if name and call.is_complete() else call
            if name:
                return None
            # No name: not the start of a call, but a server that makes up an id for every fragment.
            return next((call for call in reversed(self._calls) if call.key == key), None)
        current = next((call for call in newest_first if call.key == key), None)
        if current is None:
            return None if name or numbered or not self._calls else self._calls[-1]
        starts_another = name and current.name and (name != current.name or current.is_complete())
        return None if starts_another else current

    def _add_arguments(self, call: _Call, arguments: object) -> None:
        if isinstance(arguments, str):
            self._size += len(arguments)
            if not call.is_said_again(arguments):
                call.pieces.append(arguments)
                call.length += len(arguments)
        elif whole := as_object(arguments):
            call.whole = {**(call.whole or {}), **whole}
            self._size += len(str(whole))
        elif arguments is not None and arguments != {}:
            call.pieces.append(json.dumps(arguments))
            call.length += len(call.pieces[-1])


def _finished(call: _Call, provider_id: str, *, cut_off: bool) -> ToolCall:
    raw = call.raw()
    name = call.name or "unnamed"
    if call.whole is not None:
        arguments = _arguments(json.dumps(call.whole))
    elif raw.strip() or cut_off:
        arguments = _arguments(raw)
    else:
        arguments = {}
    if arguments is None or not call.name:
        malformed = without_surrogates(raw) or _CUT_OFF
        return ToolCall(call_id="", provider_id=provider_id, name=name, arguments={}, malformed=malformed)
    return ToolCall(call_id="", provider_id=provider_id, name=name, arguments=arguments)


def _arguments(raw: str) -> dict[str, Any] | None:
    """The arguments as an object of plain JSON values that the log can keep, or None where they are not one."""
    try:
        parsed: object = _STRICT.decode(raw)
        if parsed is None:
            return {}
        if is_deeper(parsed):
            return None
        plain = _PLAIN.encode(parsed)  # 1e999 reads as infinity
    except (ValueError, RecursionError):
        return None
    cleaned = without_surrogates(plain)
    return as_object(parsed if cleaned == plain else json.loads(cleaned))


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


_STRICT: Final = json.JSONDecoder(parse_constant=_refuse)
_PLAIN: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def _free_id(place: int, taken: set[str]) -> str:
    number = place
    while f"call_{number}" in taken:
        number += 1
    return f"call_{number}"


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
