"""A stranger's schema can neither hold the app up nor reach out of its document."""

from __future__ import annotations

from typing import Any

import pytest

from inara_engine.errors import ToolError
from inara_engine.mcp.arguments import arguments_of, check
from inara_engine.mcp.definitions import LONGEST_NAME, read, shadowed, wire_name


def obj(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def bomb() -> dict[str, Any]:
    """Thirty lines that ask for 2^30 steps."""
    levels = {f"l{n}": {"allOf": [{"$ref": f"#/$defs/l{n + 1}"}] * 2} for n in range(30)}
    return {"$defs": {**levels, "l30": {"type": "object"}}, "$ref": "#/$defs/l0"}


@pytest.mark.parametrize(
    ("schema", "arguments", "said"),
    [
        (obj(n={"type": "integer"}), {"n": "x"}, "n: 'x' is not of type 'integer'"),
        ({**obj(), "additionalProperties": False}, {"x": 1}, "'x' was unexpected"),
        ({**obj(), "required": ["path"]}, {}, "'path' is a required property"),
        (obj(s={"pattern": "^a+$"}), {"s": "b"}, "does not match"),
        (obj(s={"type": "nonsense"}), {"s": "b"}, "is not valid"),
        (obj(s={"$ref": "https://example.com/schema.json"}), {"s": "b"}, "is not valid"),
        (obj(s={"$ref": "#/nowhere"}), {"s": "b"}, "is not valid"),
        (bomb(), {}, "can't be followed to its end"),
        ({"$ref": "#"}, {}, "can't be followed to its end"),
        (obj(n={"$ref": "#/properties/n"}), {"n": 1}, "can't be followed to its end"),
        ({"type": "object", "properties": []}, {}, "is not valid"),
        ({"type": "object", "required": 5}, {}, "is not valid"),
        (obj(n={"minimum": "x"}), {"n": 1}, "is not valid"),
        (obj(n={"multipleOf": 0}), {"n": 1}, "is not valid"),
        (obj(n={"$ref": 5}), {"n": 1}, "is not valid"),
    ],
)
def test_what_does_not_fit_says_so(schema: dict[str, Any], arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(ToolError, match=said.replace("(", r"\(")):
        check(schema, arguments)


def test_a_pattern_that_takes_for_ever_elsewhere_comes_to_an_end() -> None:
    """Python's own engine would try 2^40 ways."""
    hard, text = "^(a+)+$", "a" * 40 + "!"
    with pytest.raises(ToolError, match="does not match"):
        check(obj(s={"pattern": hard}), {"s": text})
    check({**obj(), "patternProperties": {hard: {}}, "additionalProperties": False}, {text: 1})


def test_models_are_told_the_servers_own_schema() -> None:
    kind = arguments_of({"properties": {"x": {"type": "string"}}, "required": ["x"]})
    assert kind.model_json_schema() == {"type": "object", "properties": {"x": {"type": "string"}}, "required": ["x"]}
    assert kind.model_validate({"anything": [1]}).model_dump() == {"anything": [1]}


def test_names_fit_every_provider_and_never_meet_by_being_shortened() -> None:
    assert wire_name("files", "read_file") == "files__read_file"
    names = [wire_name("files", name) for name in ("a.b", "a b", "a/b", "é", "x" * 80, "x" * 81)]
    assert len(set(names)) == len(names)
    assert all(len(name) <= LONGEST_NAME and name.replace("-", "").replace("_", "").isalnum() for name in names)
    assert all(name.isascii() for name in names)


def test_what_nobody_could_check_is_not_offered() -> None:
    deep: dict[str, Any] = {"type": "object"}
    for _ in range(60):
        deep = {"type": "object", "properties": {"x": deep}}
    tools = [
        {"name": "long", "description": "x" * 20_000, "inputSchema": obj()},
        {"name": "deep", "inputSchema": deep},
        {"name": "large", "inputSchema": obj(x={"enum": ["y" * 100] * 1000})},
        {"name": "list", "inputSchema": {"type": "array"}},
        {"name": "", "inputSchema": obj()},
        {"name": "fine", "inputSchema": obj()},
    ]
    assert [one.tool for one in read("s", tools) if not one.problem] == ["fine"]
    taken = shadowed(read("s", tools), ["s__fine"])
    assert "Another tool is called s__fine" in taken[-1].problem
