"""Tools as a server defines them: what an approval is bound to, and the name a model knows each by.

A server is not trusted. What it says of a tool is looked at here before anybody is offered it: a definition
that can't be used, or is too long to be read by a person, is left out with the reason.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, cast

from inara_engine.frozen import frozen
from inara_engine.nesting import is_deeper

__all__ = ["Definition", "read", "shadowed", "wire_name"]

LONGEST_NAME = 64  # what every provider takes
LONGEST_DESCRIPTION = 16_000
LARGEST_SCHEMA = 64_000  # characters of JSON
DEEPEST_SCHEMA = 40
_PINNED = ("name", "title", "description", "inputSchema", "outputSchema", "annotations")


@frozen
class Definition:
    """One tool. `hash` is the SHA-256 of what it says of itself; `problem` why it can't be offered, "" where it can."""

    server: str
    tool: str
    wire: str
    description: str
    schema: dict[str, Any]
    hash: str
    title: str = ""
    problem: str = ""


def read(server: str, tools: Iterable[Mapping[str, Any]]) -> tuple[Definition, ...]:
    """The tools of a listing; names that come twice are nobody's."""
    found = [_read(server, tool) for tool in tools]
    count = Counter(definition.tool for definition in found)
    return tuple(
        definition if count[definition.tool] == 1 else _refused(definition, "The server has two tools of this name.")
        for definition in found
    )


def shadowed(definitions: Iterable[Definition], taken: Iterable[str]) -> tuple[Definition, ...]:
    """The same, but those whose name another tool has (one of `taken`, or of another server) are refused."""
    definitions = tuple(definitions)
    count = Counter(definition.wire for definition in definitions)
    names = set(taken)
    return tuple(
        _refused(definition, f"Another tool is called {definition.wire} as well.")
        if not definition.problem and (definition.wire in names or count[definition.wire] > 1)
        else definition
        for definition in definitions
    )


def wire_name(server: str, tool: str) -> str:
    """`<server>__<tool>`; where that can't be a name for every provider, a mark of the whole takes its place."""
    whole = f"{server}__{tool}"
    name = re.sub(r"[^A-Za-z0-9_-]", "_", whole)
    if name == whole and len(name) <= LONGEST_NAME:
        return name
    mark = hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{name[: LONGEST_NAME - 9]}_{mark}"


def _read(server: str, tool: Mapping[str, Any]) -> Definition:
    name = str(tool.get("name", ""))
    pinned = {key: tool[key] for key in _PINNED if tool.get(key) is not None}
    canonical = json.dumps(pinned, sort_keys=True, separators=(",", ":"))
    schema = tool.get("inputSchema")
    description = str(tool.get("description") or "")
    definition = Definition(
        server=server,
        tool=name,
        wire=wire_name(server, name),
        description=description,
        schema=cast("dict[str, Any]", schema) if isinstance(schema, dict) else {},
        hash=hashlib.sha256(canonical.encode()).hexdigest(),
        title=_title(tool),
    )
    problem = _problem(name, description, cast("object", schema))
    return _refused(definition, problem) if problem else definition


def _title(tool: Mapping[str, Any]) -> str:
    annotations: Any = tool.get("annotations")
    inner: Any = cast("dict[str, Any]", annotations).get("title") if isinstance(annotations, dict) else None
    return next((title for title in (tool.get("title"), inner) if isinstance(title, str)), "")[:200]


def _problem(name: str, description: str, schema: object) -> str:
    if not name or len(name) > 200:
        return "Its name is empty or too long."
    if len(description) > LONGEST_DESCRIPTION:
        return f"Its description has {len(description):,} characters; nobody can check that."
    if not isinstance(schema, dict) or schema.get("type", "object") != "object":  # pyright: ignore[reportUnknownMemberType] - JSON
        return "Its arguments are not described as an object."
    if is_deeper(schema, DEEPEST_SCHEMA):  # pyright: ignore[reportUnknownArgumentType] - JSON
        return "The description of its arguments is nested too deeply."
    if len(json.dumps(schema)) > LARGEST_SCHEMA:
        return "The description of its arguments is too long."
    return ""


def _refused(definition: Definition, problem: str) -> Definition:
    return replace(definition, problem=problem)
