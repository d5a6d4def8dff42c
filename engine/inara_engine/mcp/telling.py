"""All the words that a server puts before a model with a tool: who approves it has to have seen them.

A description is the least of it. Names, defaults, choices and notes anywhere in the schema are read by models too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

__all__ = ["told"]

_NAMES = frozenset({"properties", "$defs", "definitions"})  # what stands under these is named by the server
_PLAIN_KEYS = frozenset({"type", "format", "required", "$ref", "$schema"})
_WORDLESS = frozenset(  # where a number, a yes or nothing stands, there is nothing to read
    {
        *("properties", "items", "additionalProperties", "default", "const", "enum", "examples", "anyOf", "required"),
        *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength"),
        *(
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "readOnly",
            "deprecated",
            "nullable",
        ),
    }
)
_PLAIN = re.compile(r"[\w$#/.:-]{1,60}")


def told(description: str, schema: Mapping[str, Any]) -> tuple[str, ...]:
    """The description, then a line for each argument and for each other text in the schema (see `definitions`)."""
    lines = (description, *_lines(schema, ""))
    return tuple(line for line in (" ".join(line.split()) for line in lines) if line)


def _lines(value: object, name: str) -> Iterator[str]:
    match value:
        case str():
            yield f"{name}: {value}"
        case dict():
            for key, inner in cast("dict[str, object]", value).items():
                yield from _under(key, inner, name)
        case list():
            items = cast("list[object]", value)
            if words := [item for item in items if isinstance(item, str)]:
                yield f"{name}: {', '.join(words)}"
            for item in items:
                if not isinstance(item, str):
                    yield from _lines(item, name)
        case _:
            pass


def _under(key: str, value: object, name: str) -> Iterator[str]:
    if key in _NAMES and isinstance(value, dict):
        for inner, schema in cast("dict[str, object]", value).items():
            whole = _joined(name, inner)
            yield from tuple(_lines(schema, whole)) or (whole,)
    elif key == "description":
        yield from _lines(value, name)
    elif not (key in _PLAIN_KEYS and _is_plain(value)) and not (key == "title" and _is_name(value, name)):
        whole = _joined(name, key)
        yield from tuple(_lines(value, whole)) or (() if key in _WORDLESS else (whole,))


def _joined(name: str, inner: str) -> str:
    return f"{name}.{inner}" if name else inner


def _is_plain(value: object) -> bool:
    words = cast("list[object]", value) if isinstance(value, list) else [value]
    return all(isinstance(word, str) and _PLAIN.fullmatch(word) for word in words)


def _is_name(value: object, name: str) -> bool:
    """Whether a title only says the name again, as generated schemas do."""
    return isinstance(value, str) and value.casefold().replace(" ", "_") == name.rpartition(".")[2].casefold()
