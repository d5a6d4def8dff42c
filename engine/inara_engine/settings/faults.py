"""A wrong setting as a value: which key, what is wrong, what was expected."""

from __future__ import annotations

from typing import NamedTuple, cast

from pydantic_core import ErrorDetails, PydanticCustomError

__all__ = ["Fault", "faults_in", "refuse"]

_TYPE = "refused"


class Fault(NamedTuple):
    """One wrong setting. `path` leads to it from the table that was checked."""

    path: tuple[str | int, ...]
    message: str
    expected: str = ""


def refuse(*faults: Fault) -> PydanticCustomError:
    """What a validator raises when several keys of its table don't fit together."""
    sentence = "; ".join(f"{'.'.join(map(str, path))}: {message}" for path, message, _ in faults)
    # The sentence goes in as context: a template would read a brace in a person's own text as a field.
    return PydanticCustomError(_TYPE, "{sentence}", {"sentence": sentence, "faults": faults})


def faults_in(error: ErrorDetails) -> tuple[Fault, ...] | None:
    """The faults of `refuse`, with paths from the top; None for any other kind of error."""
    if error["type"] != _TYPE:
        return None
    faults = cast("tuple[Fault, ...]", error.get("ctx", {})["faults"])
    return tuple(fault._replace(path=(*error["loc"], *fault.path)) for fault in faults)
