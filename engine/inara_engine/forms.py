"""A form as a list of fields: what a JSON schema of simple values asks for, and what somebody typed as a value.

The schema is a stranger's: what it says is plain text, bounded, and what it asks for beyond simple values is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal, cast

from inara_engine.frozen import frozen

__all__ = ["Choice", "FormField", "fields", "problem", "value_of"]

MOST_FIELDS = 30
MOST_CHOICES = 200
Kind = Literal["text", "number", "integer", "boolean", "choice", "choices"]


@frozen
class Choice:
    """One of several values, and how it is called."""

    value: str
    label: str


@frozen
class FormField:
    """One blank. `default` is a value of its kind, None where there is none; `format` is such as "email" or "date"."""

    name: str
    title: str
    kind: Kind
    description: str = ""
    required: bool = False
    default: Any = None
    choices: tuple[Choice, ...] = ()
    format: str = ""
    minimum: float | None = None
    maximum: float | None = None


def fields(form: Mapping[str, Any]) -> tuple[FormField, ...]:
    """The blanks of a form, in its order."""
    properties = form.get("properties")
    required = form.get("required")
    needed = set(map(str, cast("list[Any]", required))) if isinstance(required, list) else set[str]()
    if not isinstance(properties, dict):
        return ()
    named = list(cast("dict[str, Any]", properties).items())[:MOST_FIELDS]
    return tuple(
        _field(name, cast("dict[str, Any]", schema), required=name in needed)
        for name, schema in named
        if isinstance(schema, dict)
    )


def value_of(field: FormField, typed: str) -> Any:
    """What somebody typed as a value of the field's kind; None for nothing. Raises ValueError with a sentence."""
    text = typed.strip()
    if not text:
        return None
    match field.kind:
        case "number":
            return _number(text, float)
        case "integer":
            return _number(text, int)
        case "boolean":
            if text.lower() not in {"y", "yes", "true", "n", "no", "false"}:
                raise ValueError("Type yes or no.")
            return text.lower() in {"y", "yes", "true"}
        case "choice":
            return _chosen(field, text)
        case "choices":
            return [_chosen(field, part.strip()) for part in text.split(",") if part.strip()]
        case "text":
            return typed


def problem(field: FormField, value: Any) -> str:
    """What is wrong with a value, as a sentence; "" where nothing is."""
    if value is None or value in ("", []):
        return f"{field.title} is needed." if field.required else ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if field.minimum is not None and value < field.minimum:
            return f"{field.title} is {field.minimum:g} at least."
        if field.maximum is not None and value > field.maximum:
            return f"{field.title} is {field.maximum:g} at most."
    if isinstance(value, str) and (pattern := _FORMATS.get(field.format)) and not re.fullmatch(pattern[0], value):
        return f"{field.title} is {pattern[1]}."
    return ""


_FORMATS = {
    "email": (r"[^@\s]+@[^@\s]+", "an e-mail address, such as ada@example.org"),
    "uri": (r"[A-Za-z][A-Za-z0-9+.-]*:\S+", "an address, such as https://example.org"),
    "date": (r"\d{4}-\d\d-\d\d", "a date, such as 2026-01-31"),
    "date-time": (r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d\S*", "a date and time, such as 2026-01-31T08:30:00Z"),
}


def _field(name: str, schema: Mapping[str, Any], *, required: bool) -> FormField:
    items = schema.get("items")
    choices = _choices(cast("dict[str, Any]", items) if isinstance(items, dict) else schema)
    kind: Kind = "text"
    match schema.get("type"):
        case "boolean" | "number" | "integer" as simple:
            kind = simple
        case "array":
            kind = "choices"
        case _ if choices:
            kind = "choice"
        case _:
            pass
    return FormField(
        name,
        str(schema.get("title") or name)[:200],
        kind,
        str(schema.get("description") or "")[:1_000],
        required,
        schema.get("default"),
        choices,
        str(schema.get("format") or ""),
        _bound(schema.get("minimum")),
        _bound(schema.get("maximum")),
    )


def _choices(schema: Mapping[str, Any]) -> tuple[Choice, ...]:
    """`enum` (with `enumNames`), or `oneOf`/`anyOf` of constants with titles."""
    for key in ("oneOf", "anyOf"):
        if isinstance(listed := schema.get(key), list):
            every = [cast("dict[str, Any]", one) for one in cast("list[Any]", listed) if isinstance(one, dict)]
            return tuple(
                Choice(str(one["const"]), str(one.get("title") or one["const"])[:200])
                for one in every[:MOST_CHOICES]
                if "const" in one
            )
    values: list[Any] = cast("list[Any]", listed) if isinstance(listed := schema.get("enum"), list) else []
    names: list[Any] = cast("list[Any]", listed) if isinstance(listed := schema.get("enumNames"), list) else []
    return tuple(
        Choice(str(value), str(names[place] if place < len(names) else value)[:200])
        for place, value in enumerate(values[:MOST_CHOICES])
    )


def _bound(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _number(text: str, kind: type[int | float]) -> float:
    try:
        value = kind(text)
    except ValueError:
        raise ValueError("Type a whole number." if kind is int else "Type a number.") from None
    if value - value != 0:
        raise ValueError("Type a number.")
    return value


def _chosen(field: FormField, text: str) -> str:
    """A value by itself, by what it is called, or by its number in the list."""
    for number, choice in enumerate(field.choices, start=1):
        if text in {choice.value, str(number)} or text.lower() == choice.label.lower():
            return choice.value
    raise ValueError(f"Type one of: {', '.join(choice.label for choice in field.choices)}.")
