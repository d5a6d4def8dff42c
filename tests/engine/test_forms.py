"""Forms that servers send: what they ask for, and what people type."""

from __future__ import annotations

from typing import Any

import pytest

from inara_engine.forms import Choice, FormField, fields, problem, value_of


def one(schema: dict[str, Any], *, required: bool = False) -> FormField:
    form = {"properties": {"x": schema}, "required": ["x"] if required else []}
    return fields(form)[0]


@pytest.mark.parametrize(
    ("schema", "kind", "labels"),
    [
        ({"type": "string"}, "text", []),
        ({"type": "number"}, "number", []),
        ({"type": "integer"}, "integer", []),
        ({"type": "boolean"}, "boolean", []),
        ({"type": "string", "enum": ["a", "b"]}, "choice", ["a", "b"]),
        ({"type": "string", "enum": ["a", "b"], "enumNames": ["Ant", "Bee"]}, "choice", ["Ant", "Bee"]),
        ({"type": "string", "oneOf": [{"const": "a", "title": "Ant"}]}, "choice", ["Ant"]),
        ({"type": "array", "items": {"enum": ["a", "b"]}}, "choices", ["a", "b"]),
        ({"type": "array", "items": {"anyOf": [{"const": "a", "title": "Ant"}]}}, "choices", ["Ant"]),
    ],
)
def test_kinds(schema: dict[str, Any], kind: str, labels: list[str]) -> None:
    field = one(schema)
    assert (field.kind, [choice.label for choice in field.choices]) == (kind, labels)


@pytest.mark.parametrize("form", [{}, {"properties": []}, {"properties": {"x": 7}}, {"required": 3, "properties": {}}])
def test_a_form_that_is_none_has_no_blanks(form: dict[str, Any]) -> None:
    assert fields(form) == ()


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("text", "hi ", "hi "),
        ("number", "2.5", 2.5),
        ("integer", "7", 7),
        ("boolean", "Yes", True),
        ("boolean", "no", False),
        ("choice", "Ant", "a"),
        ("choice", "2", "b"),
        ("choices", "a, Bee", ["a", "b"]),
        ("text", "  ", None),
    ],
)
def test_what_is_typed(kind: Any, typed: str, value: Any) -> None:
    assert value_of(FormField("x", "X", kind, choices=(Choice("a", "Ant"), Choice("b", "Bee"))), typed) == value


@pytest.mark.parametrize(
    ("kind", "typed"), [("number", "nan"), ("integer", "2.5"), ("boolean", "maybe"), ("choice", "z")]
)
def test_what_can_t_be_meant_is_refused_with_a_sentence(kind: Any, typed: str) -> None:
    with pytest.raises(ValueError, match=r"^Type .*\.$"):
        value_of(FormField("x", "X", kind, choices=(Choice("a", "Ant"),)), typed)


@pytest.mark.parametrize(
    ("schema", "value", "wrong"),
    [
        ({"type": "string", "title": "Name"}, None, "Name is needed."),
        ({"type": "integer", "title": "Age", "minimum": 1}, 0, "Age is 1 at least."),
        ({"type": "number", "title": "Share", "maximum": 1}, 2, "Share is 1 at most."),
        ({"type": "string", "title": "Mail", "format": "email"}, "ada", "Mail is an e-mail address, such as"),
        ({"type": "string", "title": "Day", "format": "date"}, "2026-01-31", ""),
    ],
)
def test_problems(schema: dict[str, Any], value: Any, wrong: str) -> None:
    assert problem(one(schema, required=True), value).startswith(wrong)
