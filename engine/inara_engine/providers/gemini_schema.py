"""JSON Schema as pydantic and tool servers write it, brought down to what Gemini takes of it.

Its `parameters` are a subset of OpenAPI 3.0 (https://ai.google.dev/api/caching#Schema): no references, no
`additionalProperties`, one type a value, text enums only; a word it doesn't know is refused with a 400.
What has no equivalent is dropped: a schema may only get wider, for the tool validates the call itself.
"""

from __future__ import annotations

from typing import Any, cast

from inara_engine.providers.openai_errors import as_object

__all__ = ["gemini_schema"]

_MAX_DEPTH = 32
_MAX_NODES = 2000  # references of references double with each level
_KEPT = (
    "title",
    "description",
    "minItems",
    "maxItems",
    "minLength",
    "maxLength",
    "minProperties",
    "maxProperties",
    "minimum",
    "maximum",
    "pattern",
)
_FORMATS = {"string": {"date-time", "enum"}, "number": {"float", "double"}, "integer": {"int32", "int64"}}
_TYPES = {"string", "number", "integer", "boolean", "array", "object"}


def gemini_schema(schema: dict[str, Any]) -> dict[str, Any] | None:
    """The schema of a tool's arguments, or None where it takes none (an empty object is refused)."""
    # Beside properties, a choice says which of them go together: words for the tool's own check.
    root = {key: value for key, value in schema.items() if "properties" not in schema or key not in {"anyOf", "oneOf"}}
    made = _Converter(schema).convert(root, ())
    properties: dict[str, Any] = {}
    for branch in (*made.get("anyOf", ()), made):
        properties |= branch.get("properties", {})
    kept = {key: made[key] for key in ("title", "description", "required") if key in made}
    return {"type": "OBJECT", **kept, "properties": properties} if properties else None


class _Converter:
    """Knows the whole schema, so that references can be followed."""

    def __init__(self, root: dict[str, Any]) -> None:
        self._root = root
        self._made = 0

    def convert(self, schema: object, followed: tuple[str, ...]) -> dict[str, Any]:
        """One level and all below. `followed` are the references on the way here: one of them again is a circle."""
        node = as_object(schema)
        if node is None:
            return {"type": "STRING"}
        self._made += 1
        if len(followed) > _MAX_DEPTH or self._made > _MAX_NODES:
            return {"type": "OBJECT"}
        if isinstance(reference := node.get("$ref"), str):
            return self._referenced(reference, node, followed)
        node = self._merged(node, followed)
        branches = _branches(node)
        if branches is not None:
            return self._union(node, branches, followed)
        made: dict[str, Any] = {key: node[key] for key in _KEPT if _is_plain(node.get(key))}
        kind, nullable = _kind(node)
        made["type"] = kind.upper()
        if nullable:
            made["nullable"] = True
        if isinstance(form := node.get("format"), str) and form in _FORMATS.get(kind, ()):
            made["format"] = form
        _add_choices(made, node, kind)
        if kind == "array":
            made["items"] = self.convert(_items(node), (*followed, ""))
        if kind == "object":
            self._add_properties(made, node, followed)
        return made

    def _referenced(self, reference: str, node: dict[str, Any], followed: tuple[str, ...]) -> dict[str, Any]:
        if reference in followed:
            return {"type": "OBJECT"}
        made = self.convert(self._lookup(reference), (*followed, reference))
        if isinstance(words := node.get("description"), str):
            made["description"] = words
        return made

    def _merged(self, node: dict[str, Any], followed: tuple[str, ...]) -> dict[str, Any]:
        """`allOf` in one; pydantic writes it around a single reference."""
        parts: object = node.get("allOf")
        if not isinstance(parts, list) or len(followed) > _MAX_DEPTH:
            return node
        merged: dict[str, Any] = {}
        for item in cast("list[object]", parts):
            part = as_object(item) or {}
            if isinstance(reference := part.get("$ref"), str) and reference not in followed:
                part = as_object(self._lookup(reference)) or {}
            for key, value in part.items():
                both = as_object(merged.get(key)), as_object(value)
                merged[key] = {**both[0], **both[1]} if both[0] is not None and both[1] is not None else value
        return {**merged, **{key: value for key, value in node.items() if key != "allOf"}}

    def _lookup(self, reference: str) -> object:
        found: object = self._root
        for step in reference.removeprefix("#").strip("/").split("/"):
            if step:
                found = (as_object(found) or {}).get(step.replace("~1", "/").replace("~0", "~"))
        return found

    def _union(self, node: dict[str, Any], branches: list[object], followed: tuple[str, ...]) -> dict[str, Any]:
        solid = [branch for branch in branches if (as_object(branch) or {}).get("type") != "null"]
        made = [self.convert(branch, (*followed, "")) for branch in solid]
        union: dict[str, Any] = {"anyOf": made} if len(made) > 1 else made[0] if made else {"type": "STRING"}
        for key in ("title", "description"):
            if isinstance(words := node.get(key), str):
                union[key] = words
        if len(solid) < len(branches):
            union["nullable"] = True
        return union

    def _add_properties(self, made: dict[str, Any], node: dict[str, Any], followed: tuple[str, ...]) -> None:
        properties = as_object(node.get("properties")) or {}
        if properties:
            made["properties"] = {name: self.convert(value, (*followed, "")) for name, value in properties.items()}
        required: object = node.get("required")
        if isinstance(required, list):
            names = [name for name in cast("list[object]", required) if isinstance(name, str) and name in properties]
            if names:
                made["required"] = names


def _branches(node: dict[str, Any]) -> list[object] | None:
    for key in ("anyOf", "oneOf"):
        value: object = node.get(key)
        if isinstance(value, list) and value:
            return cast("list[object]", value)
    kinds: object = node.get("type")
    if isinstance(kinds, list):
        named = [kind for kind in cast("list[object]", kinds) if kind != "null"]
        if len(named) > 1:
            return [{**node, "type": kind} for kind in cast("list[object]", kinds)]
    return None


def _kind(node: dict[str, Any]) -> tuple[str, bool]:
    """The one type of a value, and whether it may be null."""
    given: object = node.get("type")
    kinds = cast("list[object]", given) if isinstance(given, list) else [given]
    named = [kind for kind in kinds if isinstance(kind, str) and kind in _TYPES]
    if named:
        return named[0], "null" in kinds
    for key, kind in (("properties", "object"), ("items", "array"), ("prefixItems", "array")):
        if key in node:
            return kind, "null" in kinds
    value: object = node.get("const", _first(node.get("enum")))
    if isinstance(value, bool):
        return "boolean", False
    if isinstance(value, int | float):
        return "integer" if isinstance(value, int) else "number", False
    return "string", "null" in kinds


def _add_choices(made: dict[str, Any], node: dict[str, Any], kind: str) -> None:
    """Allowed values: as an enum of texts, of any other kind as words."""
    given: object = [node["const"]] if "const" in node else node.get("enum")
    if not isinstance(given, list):
        return
    choices = [value for value in cast("list[object]", given) if value is not None]
    if kind == "string" and choices and all(isinstance(value, str) and value for value in choices):
        made["enum"] = choices
    elif choices:
        words = "One of: " + ", ".join(map(str, choices))
        made["description"] = f"{made['description']} {words}" if "description" in made else words


def _items(node: dict[str, Any]) -> object:
    items = as_object(node.get("items"))
    return items if items is not None else _first(node.get("prefixItems"))


def _first(value: object) -> object:
    return cast("list[object]", value)[0] if isinstance(value, list) and value else None


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)
