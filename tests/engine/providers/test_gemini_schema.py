"""Schemas as pydantic and tool servers write them, as Gemini takes them."""

from __future__ import annotations

import json
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from inara_engine.providers.gemini_schema import gemini_schema

KNOWN = {
    "type", "format", "title", "description", "nullable", "enum", "maxItems", "minItems", "properties", "required",
    "minProperties", "maxProperties", "minLength", "maxLength", "pattern", "anyOf", "items", "minimum", "maximum",
}  # fmt: skip


def words_of(schema: dict[str, Any]) -> set[str]:
    """Every keyword used anywhere in it."""
    inner: list[dict[str, Any]] = [*schema.get("properties", {}).values(), *schema.get("anyOf", [])]
    if "items" in schema:
        inner.append(schema["items"])
    return set(schema).union(*(words_of(part) for part in inner))


class Place(BaseModel):
    """Where."""

    name: str
    inside: Place | None = None


class Arguments(BaseModel, extra="forbid"):
    path: str = Field(description="Which file.", min_length=1)
    place: Place | None = None
    places: list[Place] = []
    mode: Literal["fast", "slow"] = "fast"
    level: Literal[1, 2] = 1
    limit: int | str = 5
    pair: tuple[int, str] = (1, "")
    labels: dict[str, int] = {}
    when: str = Field(default="", json_schema_extra={"format": "uri"})


def test_a_pydantic_schema_keeps_its_meaning() -> None:
    made = gemini_schema(Arguments.model_json_schema())
    assert made is not None
    assert words_of(made) <= KNOWN
    assert made["required"] == ["path"]
    properties = made["properties"]
    assert properties["path"] == {"type": "STRING", "title": "Path", "description": "Which file.", "minLength": 1}
    assert (properties["place"]["type"], properties["place"]["nullable"]) == ("OBJECT", True)
    assert properties["places"]["items"]["properties"]["name"]["type"] == "STRING"
    assert properties["mode"]["enum"] == ["fast", "slow"]
    assert properties["level"]["type"] == "INTEGER"
    assert "enum" not in properties["level"]
    assert "One of: 1, 2" in properties["level"]["description"]
    assert [branch["type"] for branch in properties["limit"]["anyOf"]] == ["INTEGER", "STRING"]
    assert properties["pair"]["items"]["type"] == "INTEGER"
    assert properties["labels"]["type"] == "OBJECT"
    assert "format" not in properties["when"]


def test_a_schema_that_holds_itself_ends() -> None:
    made = gemini_schema(Place.model_json_schema())
    assert made is not None
    inside = made["properties"]["inside"]
    assert (inside["type"], inside["nullable"], "properties" in inside) == ("OBJECT", True, False)


def test_references_that_double_at_every_level_stay_small() -> None:
    defs = {f"D{n}": {"properties": {key: {"$ref": f"#/$defs/D{n + 1}"} for key in "ab"}} for n in range(30)}
    made = gemini_schema({"properties": {"a": {"$ref": "#/$defs/D0"}}, "$defs": defs})
    assert len(json.dumps(made)) < 400_000


@pytest.mark.parametrize(
    ("given_schema", "expected"),
    [
        ({"type": ["string", "null"]}, {"type": "STRING", "nullable": True}),
        ({"type": ["string", "integer"]}, {"anyOf": [{"type": "STRING"}, {"type": "INTEGER"}]}),
        ({"const": "x"}, {"type": "STRING", "enum": ["x"]}),
        ({"enum": [1, 2]}, {"type": "INTEGER", "description": "One of: 1, 2"}),
        ({"enum": ["a", None]}, {"type": "STRING", "enum": ["a"]}),
        ({"oneOf": [{"type": "string"}, {"type": "null"}]}, {"type": "STRING", "nullable": True}),
        ({"allOf": [{"type": "object", "properties": {"a": {"type": "string"}}}], "description": "d"}, {"type": "OBJECT", "description": "d", "properties": {"a": {"type": "STRING"}}}),
        ({"type": "array"}, {"type": "ARRAY", "items": {"type": "STRING"}}),
        ({"type": "string", "format": "date-time"}, {"type": "STRING", "format": "date-time"}),
        ({"$ref": "#/nowhere"}, {"type": "STRING"}),
        ({"type": "hologram", "$comment": "x", "default": 1, "examples": [1]}, {"type": "STRING"}),
        (True, {"type": "STRING"}),
    ],
)  # fmt: skip
def test_each_word_of_json_schema(given_schema: Any, expected: dict[str, Any]) -> None:
    assert gemini_schema({"properties": {"x": given_schema}}) == {"type": "OBJECT", "properties": {"x": expected}}


def test_choices_at_the_top_give_all_their_arguments() -> None:
    a, b = ({"properties": {name: {"type": "string"}}, "required": [name]} for name in "ab")
    text = {"type": "STRING"}
    assert gemini_schema({"oneOf": [a, b]}) == {"type": "OBJECT", "properties": {"a": text, "b": text}}
    assert gemini_schema(a | {"anyOf": [{"required": ["a"]}]}) == {
        "type": "OBJECT",
        "required": ["a"],
        "properties": {"a": text},
    }


def test_a_tool_without_arguments_has_no_schema() -> None:
    assert gemini_schema({"type": "object", "properties": {}, "additionalProperties": False}) is None


KEYS = st.sampled_from(
    ["type", "properties", "items", "anyOf", "allOf", "$ref", "enum", "const", "required", "format", "#", "prefixItems"]
)
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from(["string", "object", "array", "#", "#/properties", "null"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=25,
)


@given(st.dictionaries(KEYS, ANYTHING, max_size=5))
def test_whatever_a_tool_server_sends_becomes_a_schema_of_known_words(schema: dict[str, Any]) -> None:
    made = gemini_schema(schema)
    assert made is None or words_of(made) <= KNOWN
