"""What a form said when it was read. The form itself may be closed, or typed in again, before that is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, cast

__all__ = ["Filled", "at", "listed"]


class Filled(NamedTuple):
    """Each field's name, its value, and its default."""

    fields: tuple[tuple[str, Any, Any], ...]

    def values(self, *, defaults: bool = False) -> dict[str, Any]:
        """What is said, defaults left out unless they are asked for."""
        found: dict[str, Any] = {}
        for name, value, default in self.fields:
            if value is None or (value == default and not defaults):
                continue
            *above, last = name.split(".")
            table = found
            for step in above:
                table = table.setdefault(step, {})
            table[last] = value
        return found

    def changes(self, before: Mapping[str, Any]) -> list[tuple[tuple[str, ...], Any]]:
        """What differs from what the file says, by path; None takes a value out. What nobody touched stays as it is."""
        found: list[tuple[tuple[str, ...], Any]] = []
        for name, value, default in self.fields:
            steps = tuple(name.split("."))
            was = at(before, steps)
            if value == default and was is None:
                continue
            if value != was:
                found.append((steps, value))
        return found


def at(values: Mapping[str, Any], steps: tuple[str, ...]) -> Any:
    """What stands at a path; None where nothing does."""
    value: Any = values
    for step in steps:
        value = cast("Mapping[str, Any]", value).get(step) if isinstance(value, Mapping) else None
    return listed(value)


def listed(value: Any) -> Any:
    """A list as the file has it."""
    return list(value) if isinstance(value, tuple) else value  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] (of whatever)
