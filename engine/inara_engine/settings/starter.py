"""The first `config.toml`: every key with its words, all of it written from the declarations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

import tomlkit
from pydantic.fields import FieldInfo

from inara_engine.settings.declarations import Settings
from inara_engine.settings.describe import declared_at, field_at, holds_tables, table_in

__all__ = ["starter_text"]

_HEAD = """\
# Inara's settings. What begins with # is not in force: it shows a built-in value or an example.
# The settings window writes this file too, and keeps what you write. A mistake is told with its
# line; until it is mended, Inara runs on with the settings it had.
"""


def starter_text() -> str:
    """A file that changes nothing: the single tables stand ready, the named ones as examples in comments."""
    tables = [line for name in Settings.model_fields for line in _table((name,))]
    return _HEAD + "\n".join(tables) + "\n"


def _table(path: tuple[str | int, ...]) -> Iterator[str]:
    """The lines of one table, or of an example of it where its tables have names of their own."""
    kind = declared_at(path)
    field = _declared(path)
    if (table := table_in(kind)) is None:  # a map or a list of tables
        example = field.examples[0] if field.examples else ""
        header = f"# [{'.'.join([*map(str, path), example])}]" if example else f"# [[{path[0]}]]"
        path = (*path, example or 0)
        table = table_in(declared_at(path))
        commented = True
    else:
        header = f"[{'.'.join(map(str, path))}]"
        commented = False
    if table is None:
        return
    inner = [name for name in table.model_fields if holds_tables(declared_at((*path, name)))]
    keys = [name for name in table.model_fields if name not in inner]
    if keys or commented:
        yield ""
        yield f"{header}  # {field.description}"
    for name in keys:
        yield _line((*path, name))
    for name in inner:
        yield from _inner(path, name, commented=commented)


def _inner(path: tuple[str | int, ...], name: str, *, commented: bool) -> Iterator[str]:
    if commented:  # the example above it has no such table of its own; one line tells that it may
        yield f"# [{'.'.join(map(str, (*path, name)))}]  # {_declared((*path, name)).description}"
    else:
        yield from _table((*path, name))


def _line(path: tuple[str | int, ...]) -> str:
    field = _declared(path)
    value: Any = field.examples[0] if field.examples else field.get_default(call_default_factory=True)
    shown = _toml(value)
    return f"# {f'{path[-1]} = {shown}':<38} # {field.description}"


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        inline: Any = tomlkit.inline_table()
        inline.update(value)
        return inline.as_string()
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, cast('Sequence[Any]', value)))}]"
    return tomlkit.item(value).as_string()  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] (of whatever)


def _declared(path: tuple[str | int, ...]) -> FieldInfo:
    field = field_at(path)
    if field is None:
        raise LookupError(path)
    return field
