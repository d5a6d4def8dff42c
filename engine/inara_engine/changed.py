"""A frozen value with other fields."""

from __future__ import annotations

from typing import Any, TypeVar

__all__ = ["changed"]

Value = TypeVar("Value")


def changed(value: Value, **fields: Any) -> Value:
    """A copy of a frozen dataclass (one without slots and `__post_init__`) with these fields.

    What `dataclasses.replace` does, without going through `__init__`: a job's state has 27 fields and changes at each
    of its events. Raises: TypeError for a field that it has not.
    """
    held = value.__dict__ | fields
    if len(held) != len(value.__dict__):
        raise TypeError(f"{type(value).__name__} has no {', '.join(fields.keys() - value.__dict__.keys())}.")
    copy = object.__new__(type(value))
    object.__setattr__(copy, "__dict__", held)
    return copy
