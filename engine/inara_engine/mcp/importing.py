"""Servers as other programs write them down: the usual `mcpServers` JSON of Claude Desktop, Cursor and VS Code.

Starting a server runs a program, so what is imported is off until the person turns it on. Keys that stand in such
a file in the open go to the keyring, never into `config.toml`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import field, replace
from itertools import chain, count
from typing import Any, cast

from pydantic import ValidationError

from inara_engine.errors import UserError
from inara_engine.frozen import frozen
from inara_engine.settings import McpServerSettings

__all__ = ["Imported", "read", "renamed"]

_KEPT = ("type", "command", "args", "env", "cwd", "url", "headers")
_SECRET = re.compile(r"key|token|secret|passw|auth|credential|cookie", re.IGNORECASE)
_LARGEST = 1 << 20


@frozen
class Imported:
    """A server that was read: its table for the settings, and the keys that were in it, by their new names."""

    name: str
    table: dict[str, Any]
    keys: dict[str, str] = field(default_factory=dict[str, str], repr=False)


def read(text: str, taken: Collection[str] = ()) -> list[Imported]:
    """The servers of such a file, each under a name that no other has. Raises UserError that says what is wrong."""
    if len(text) > _LARGEST:
        raise UserError("This file is too large to be a list of servers.")
    try:
        value: Any = json.loads(text)
    except ValueError as error:
        raise UserError(f"This is no JSON: {error}.", next_step="Export the list of servers again.") from None
    except RecursionError:
        raise UserError("This JSON is nested too deeply to be a list of servers.") from None
    servers = _servers(value)
    if not servers:
        raise UserError(
            'There are no servers in this file; expected {"mcpServers": {"name": {"command": …}}}.',
            next_step="In Claude Desktop it is claude_desktop_config.json, in VS Code .vscode/mcp.json.",
        )
    names = set(taken)
    found: list[Imported] = []
    for name, entry in servers.items():
        found.append(_imported(name, entry, names))
        names.add(found[-1].name)
    return found


def renamed(found: Iterable[Imported], taken: Collection[str]) -> list[Imported]:
    """Each under a name that no other server has by now; their keys stay where they are."""
    names = set(taken)
    free: list[Imported] = []
    for one in found:
        free.append(replace(one, name=_free(one.name, names)))
        names.add(free[-1].name)
    return free


def _free(name: str, taken: Collection[str]) -> str:
    return next(n for n in chain([name], (f"{name[:60]}-{i}" for i in count(2))) if n not in taken)


def _servers(value: Any) -> Mapping[str, Any]:
    """Under "mcpServers" (Claude Desktop, Cursor) or "servers" (VS Code), there also within "mcp"."""
    if isinstance(value, dict):
        inner = cast("dict[str, Any]", value)
        for key in ("mcpServers", "servers"):
            if isinstance(found := inner.get(key), dict):
                return cast("dict[str, Any]", found)
        if isinstance(inner.get("mcp"), dict):
            return _servers(inner["mcp"])
    return {}


def _imported(name: str, entry: Any, taken: Collection[str]) -> Imported:
    if not isinstance(entry, dict):
        raise UserError(f"The server {name!r} is not described as an object.")
    given = cast("dict[str, Any]", entry)
    plain = _free(re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-._")[:64] or "server", taken)
    table = {key: given[key] for key in _KEPT if given.get(key) not in (None, "", [], {})}
    if table.get("type") not in (None, "stdio", "http", "streamable-http"):
        raise UserError(
            f"The server {name!r} speaks {table['type']!r}, which Inara does not.",
            next_step="Most servers offer streamable HTTP by now; import it with that address.",
        )
    if isinstance(oauth := given.get("oauth"), dict):  # as Claude Code has it; the secret is not in the file
        client = cast("dict[str, Any]", oauth)
        if client.get("clientId"):
            found = {"client_id": client["clientId"], "redirect_port": client.get("callbackPort")}
            table |= {key: value for key, value in found.items() if value is not None}
    keys: dict[str, str] = {}
    for part in ("env", "headers"):
        if isinstance(table.get(part), dict):
            table[part] = _without_keys(plain, cast("dict[str, Any]", table[part]), keys)
    try:
        McpServerSettings.model_validate(table)
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, wrong["loc"]))
        raise UserError(f"The server {name!r} can't be used: {f'{where}: ' if where else ''}{wrong['msg']}.") from None
    return Imported(plain, {**table, "disabled": True}, keys)


def _without_keys(server: str, values: dict[str, Any], keys: dict[str, str]) -> dict[str, str]:
    """The values, with a reference in the place of each key."""
    kept: dict[str, str] = {}
    for name, value in values.items():
        text = str(value)
        if variable := re.fullmatch(r"\$\{(?:env:)?([A-Za-z_][A-Za-z0-9_]*)\}", text):
            kept[name] = f"env:{variable[1]}"
        elif _SECRET.search(name) and text and not text.startswith(("keyring:", "env:")):
            key = _free(re.sub(r"[^A-Za-z0-9._-]", "-", f"mcp-{server}-{name}")[:64], keys)
            keys[key] = text
            kept[name] = f"keyring:{key}"
        else:
            kept[name] = text
    return kept
