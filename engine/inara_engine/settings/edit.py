"""Change single values of a TOML text and leave every other byte as the person wrote it."""

from __future__ import annotations

import copy
import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any, cast

import tomlkit
from pydantic import BaseModel
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, InlineTable

from inara_engine.errors import UserError
from inara_engine.settings.describe import declared_at, holds_tables, table_in
from inara_engine.settings.locate import key_lines
from inara_engine.settings.rules import Rule

__all__ = ["edited"]

_Path = tuple[str, ...]
_Steps = tuple[str | int, ...]  # a path that may lead into a list


def edited(text: str, sets: Sequence[tuple[_Path, Any]]) -> str:
    """The text with each path set to its value, or removed where the value is None.

    What comes out is parsed again and compared with what was asked for.
    Raises: UserError if a form of the file can't be changed without touching the rest.
    """
    wanted = tomllib.loads(text)
    values = [(path, _plain(value)) for path, value in sets]
    prepared = text
    for path, value in values:
        prepared = prepared if value is None else _with_live_line(prepared, path)
    document: Any = tomlkit.parse(prepared)
    try:
        for path, value in values:
            _set_plain(wanted, path, value)
            _set(document, path, value)
        changed = _one_line_end(cast("str", document.as_string()), text)
        done = _without_empty(tomllib.loads(changed)) == _without_empty(wanted)
    except (TOMLKitError, tomllib.TOMLDecodeError):
        done = False
        changed = text
    if not done:
        keys = ", ".join(".".join(path) for path, _ in sets)
        raise UserError(
            f"The way config.toml is written keeps Inara from changing {keys} in it.",
            next_step="Change it in the file by hand, or give each table a header of its own, such as [defaults].",
        )
    return changed


def _with_live_line(text: str, path: _Path) -> str:
    """The text with the line `# key = …` that waits in the key's table made live, so that the value lands there."""
    lines = key_lines(text)
    header = lines.get(path[:-1])
    if header is None or path in lines:
        return text
    rows = text.split("\n")
    for number in range(header, len(rows)):
        if rows[number].startswith("["):
            break
        if rows[number].startswith(f"# {path[-1]} = "):
            rows[number] = rows[number].removeprefix("# ")
            live = "\n".join(rows)
            try:
                found = path in key_lines(live) if tomllib.loads(live) else False
            except tomllib.TOMLDecodeError:
                found = False
            return live if found else text
    return text


def _set(document: Any, path: _Path, value: Any) -> None:
    table = document
    for depth, name in enumerate(path[:-1], start=1):
        if name not in table:
            if value is None:
                return
            inside_is_a_table = holds_tables(declared_at(path[: depth + 1]))
            table[name] = (
                tomlkit.inline_table()
                if isinstance(table, InlineTable)
                else tomlkit.table(is_super_table=inside_is_a_table)
            )
        table = table[name]
    if value is None:
        if path[-1] in table:
            del table[path[-1]]
    else:
        _assign(table, path[-1], value, path)


def _assign(table: Any, key: str, value: object, path: _Steps) -> None:
    """Set a value in place where something like it stands already: that keeps the comments inside."""
    present: Any = table.get(key)
    if isinstance(value, dict) and isinstance(cast("object", present), Mapping):
        _merge(present, cast("dict[str, Any]", value), path)
    elif isinstance(value, list) and isinstance(cast("object", present), AoT | Array):
        _assign_list(table, key, cast("list[Any]", value), path)
    elif not _same(_unwrapped(present), cast("object", value)):
        table[key] = _item(cast("Any", value), path, inline=isinstance(table, InlineTable))


def _merge(table: Any, value: dict[str, Any], path: _Steps) -> None:
    for name in set(table) - set(value):
        del table[name]
    for name, item in value.items():
        _assign(table, name, item, (*path, name))


def _assign_list(table: Any, key: str, value: list[Any], path: _Steps) -> None:
    present: Any = table[key]
    in_headers = isinstance(cast("object", present), AoT)
    before: list[Any] = _unwrapped(present)
    if in_headers and len(before) == len(value):
        for index, item in enumerate(value):
            _merge(present[index], item, (*path, index))
        return
    kept = [item for item in before if item in value]
    if value[: len(kept)] == kept:
        for index in reversed(range(len(before))):
            if before[index] not in value:
                del present[index]
        for item in value[len(kept) :]:
            present.append(_item(item, (*path, 0), inline=not in_headers))
        if _unwrapped(present) == value:
            return
    table[key] = _item(value, path, inline=isinstance(table, InlineTable))


def _item(value: object, path: _Steps, *, inline: bool) -> Any:
    match value:
        case dict():
            as_header = not inline and table_in(declared_at(path)) is not None
            table: Any = tomlkit.table() if as_header else tomlkit.inline_table()
            for name, item in cast("dict[str, Any]", value).items():
                table[name] = _item(item, (*path, name), inline=not as_header)
            if as_header:
                table.add(tomlkit.nl())
            return table
        case list():
            items = cast("list[Any]", value)
            if not inline and items and table_in(declared_at((*path, 0))) not in {None, Rule}:
                array_of_tables: Any = tomlkit.aot()
                for item in items:
                    array_of_tables.append(_item(item, (*path, 0), inline=False))
                return array_of_tables
            array: Any = tomlkit.array()
            for item in items:
                array.append(_item(item, (*path, 0), inline=True))
            array.multiline(len(array.as_string()) > 100)
            return array
        case _:
            return tomlkit.item(value)


def _plain(value: Any) -> Any:
    """Values as TOML has them: no models, no tuples, no None inside."""
    match value:
        case BaseModel():
            return _plain(value.model_dump(mode="json", exclude_unset=True))
        case dict():
            entries = cast("dict[str, Any]", value)
            return {name: _plain(item) for name, item in entries.items() if item is not None}
        case list() | tuple():
            return [_plain(item) for item in cast("Sequence[Any]", value)]
        case _:
            return value


def _set_plain(document: dict[str, Any], path: _Path, value: Any) -> None:
    table = document
    for name in path[:-1]:
        table = table.setdefault(name, {})
    if value is None:
        table.pop(path[-1], None)
    else:
        table[path[-1]] = copy.deepcopy(value)


def _without_empty(value: Any) -> Any:
    """A table without its empty tables: a header that is left or gone makes no difference."""
    if not isinstance(value, dict):
        return value
    entries = {name: _without_empty(item) for name, item in cast("dict[str, Any]", value).items()}
    return {name: item for name, item in entries.items() if item != {}}


def _same(present: object, value: object) -> bool:
    return present == value and isinstance(present, bool) == isinstance(value, bool)


def _unwrapped(item: Any) -> Any:
    plain: Any = item.unwrap() if hasattr(item, "unwrap") else item
    return plain


def _one_line_end(changed: str, before: str) -> str:
    """New lines end as the old ones did."""
    return re.sub(r"(?<!\r)\n", "\r\n", changed) if "\r\n" in before else changed
