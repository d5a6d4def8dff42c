"""Whether a call's arguments fit the schema a server gave: JSON Schema, bounded, since the schema is a stranger's.

No reference leaves the document, no reference is followed more than so often (a few lines of schema could ask for
2^30 steps), and patterns are matched by an engine whose time grows with the text only (Python's own does not).
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pydantic import RootModel

from inara_engine.errors import ToolError

__all__ = ["Arguments", "arguments_of", "check"]

MOST_REFERENCES = 2_000
MOST_PROBLEMS = 5
_UNUSABLE = "Go on without this tool; whoever makes the server has to mend it."


class Arguments(RootModel[dict[str, Any]]):
    """Any object; what it may hold is for `check` to say."""


def arguments_of(schema: dict[str, Any]) -> type[Arguments]:
    """A type whose schema, as models are told it, is the server's."""

    class Declared(Arguments):
        @classmethod
        def model_json_schema(cls, *_: Any, **__: Any) -> dict[str, Any]:
            return {"properties": {}, **schema, "type": "object"}

    return Declared


def check(schema: dict[str, Any], arguments: dict[str, Any]) -> None:
    """Raise ToolError that says what does not fit. Call it in a thread: it imports, and may take a moment."""
    try:
        validator = _validator_class()(schema, registry=_registry())
        problems = list(_first(validator.iter_errors(arguments)))
    except (_TooMuch, RecursionError):
        raise ToolError(
            "The server's description of this tool's arguments can't be followed to its end.", next_step=_UNUSABLE
        ) from None
    except Exception:  # noqa: BLE001 - the library raises whatever a schema of the wrong shape makes it stumble over
        raise ToolError(
            "The server's description of this tool's arguments is not valid.", next_step=_UNUSABLE
        ) from None
    if problems:
        raise ToolError("The arguments do not fit the tool's schema: " + "; ".join(problems))


def _first(errors: Iterator[Any]) -> Iterator[str]:
    for number, error in enumerate(errors):
        if number == MOST_PROBLEMS:
            return
        where = ".".join(str(part) for part in error.absolute_path) or "arguments"
        yield f"{where}: {str(error.message)[:300]}"


class _TooMuch(Exception):
    pass


@lru_cache(1)
def _registry() -> Any:
    """References within the document and to the drafts themselves, nothing else."""
    from jsonschema_specifications import REGISTRY

    return REGISTRY


@lru_cache(1)
def _validator_class() -> Any:
    from jsonschema import Draft202012Validator, validators

    followed = threading.local()

    def reference(keyword: str) -> Any:
        follow = Draft202012Validator.VALIDATORS[keyword]

        def bounded(validator: Any, target: Any, instance: Any, schema: Any) -> Iterator[Any]:
            outermost = not hasattr(followed, "count")
            followed.count = getattr(followed, "count", 0) + 1
            if followed.count > MOST_REFERENCES:
                raise _TooMuch
            try:
                yield from follow(validator, target, instance, schema) or ()
            finally:
                if outermost:
                    del followed.count

        return bounded

    def pattern(_: Any, wanted: Any, instance: Any, __: Any) -> Iterator[Any]:
        from jsonschema import ValidationError

        if isinstance(instance, str) and isinstance(wanted, str) and not _matches(wanted, instance):
            yield ValidationError(f"{instance[:100]!r} does not match {wanted[:100]!r}")

    def skipped(*_: Any) -> Iterator[Any]:
        yield from ()

    own = {keyword: reference(keyword) for keyword in ("$ref", "$dynamicRef")}
    own |= {"pattern": pattern, "patternProperties": skipped, "unevaluatedProperties": skipped}
    own["additionalProperties"] = _additional(Draft202012Validator.VALIDATORS["additionalProperties"])
    made: Any = validators
    return made.extend(Draft202012Validator, own)


def _additional(follow: Any) -> Any:
    def without_patterns(validator: Any, allowed: Any, instance: Any, schema: Any) -> Iterator[Any]:
        if "patternProperties" not in schema:  # which names those match is for the server to say
            yield from follow(validator, allowed, instance, schema) or ()

    return without_patterns


def _matches(pattern: str, text: str) -> bool:
    """Whether a text has what the pattern looks for; a pattern that this engine can't read is the server's to check."""
    from pydantic_core import SchemaError, SchemaValidator, ValidationError, core_schema

    try:
        validator = SchemaValidator(core_schema.str_schema(pattern=pattern, regex_engine="rust-regex"))
    except SchemaError:
        return True
    try:
        validator.validate_python(text)
    except ValidationError:
        return False
    return True
