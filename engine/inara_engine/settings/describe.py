"""A declaration in words: what the file may say at a path, for error messages, comments and pages."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from inara_engine.settings.declarations import Settings
from inara_engine.settings.rules import Rule

__all__ = ["declared_at", "expected", "field_at", "holds_tables", "known_keys", "table_in"]

_WORDS: Mapping[Any, str] = {str: "text", bool: "true or false", int: "a whole number", float: "a number"}


def field_at(path: tuple[str | int, ...]) -> FieldInfo | None:
    """The declaration of the field a path ends at; None for list items, entries of a map and unknown keys."""
    if not path or not isinstance(path[-1], str):
        return None
    table = table_in(declared_at(path[:-1]))
    return table.model_fields.get(path[-1]) if table else None


def declared_at(path: tuple[str | int, ...]) -> Any:
    """The type declared at a path, or None where nothing is. Containers are followed by key and index."""
    kind: Any = Settings
    for step in path:
        if kind is None:
            return None
        kind = _without_none(kind)
        if table := table_in(kind):
            field = table.model_fields.get(str(step))
            kind = None if field is None else _annotated(field)
        elif get_origin(kind) is dict:
            kind = get_args(kind)[1]
        elif get_origin(kind) is tuple:
            kind = get_args(kind)[0]
        else:
            kind = None
    return kind


def table_in(kind: Any) -> type[BaseModel] | None:
    """The table a type is, or None."""
    kind = _without_none(kind)
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def holds_tables(kind: Any) -> bool:
    """Whether a type is a table with a header of its own, or a map of such."""
    return table_in(kind) is not None or (get_origin(kind) is dict and table_in(get_args(kind)[1]) is not None)


def known_keys(path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys a table at this path may have; () where any key may stand or none."""
    table = table_in(declared_at(path))
    return tuple(table.model_fields) if table else ()


def expected(path: tuple[str | int, ...]) -> str:
    """What may stand at a path, such as "a whole number from 0 to 3"; "" where nothing is declared."""
    kind = declared_at(path)
    return "" if kind is None else _in_words(kind, _bounds(kind))


def _in_words(kind: Any, bounds: str) -> str:
    kind = _without_none(kind)
    origin = get_origin(kind)
    if origin is Literal:
        return "one of " + ", ".join(f'"{choice}"' for choice in get_args(kind))
    if origin is tuple:
        item = get_args(kind)[0]
        return f"a list in [ ], each {_in_words(item, '')}"
    if table_in(kind) is Rule:
        return 'a tool\'s name or {tool = "…", under = "…"}'
    if origin is dict or table_in(kind):
        return "a table"
    return f"{_WORDS.get(kind, 'a value')}{bounds}"


def _annotated(field: FieldInfo) -> Any:
    """The field's type with the bounds that `Field` took out of it put back."""
    kind: Any = field.annotation
    for bound in field.metadata:
        kind = Annotated[kind, bound]
    return kind


def _bounds(kind: Any) -> str:
    said: dict[str, float] = {}
    for note in _metadata(kind):
        said |= {name: number for name in ("ge", "gt", "le") if (number := getattr(note, name, None)) is not None}
    match said:
        case {"ge": low, "le": high} if high < 1e6:
            return f" from {low:g} to {high:g}"
        case {"ge": low}:
            return f" from {low:g} on"
        case {"gt": low}:
            return f" above {low:g}"
        case _:
            return ""


def _metadata(kind: Any) -> tuple[Any, ...]:
    """Everything that annotates a type, also inside `… | None`."""
    if get_origin(kind) is Annotated:
        inner, *notes = get_args(kind)
        flat = [note for item in notes for note in (item.metadata if isinstance(item, FieldInfo) else [item])]
        return (*flat, *_metadata(inner))
    if get_origin(kind) in {Union, UnionType}:
        return tuple(note for choice in get_args(kind) for note in _metadata(choice))
    return ()


def _without_none(kind: Any) -> Any:
    while True:
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif get_origin(kind) in {Union, UnionType}:
            (kind,) = (choice for choice in get_args(kind) if choice is not NoneType)
        else:
            return kind
