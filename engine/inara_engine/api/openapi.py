"""/openapi.json: the interface described, from the same declarations that answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic.json_schema import models_json_schema

import inara_engine
from inara_engine.api.service import Call

__all__ = ["described"]

EVERYWHERE = {
    "401": "The token is missing or wrong.",
    "403": "The Host is another, or a web page asks.",
    "415": "The body is not JSON.",
}


def described(calls: Sequence[Call]) -> dict[str, Any]:
    """The OpenAPI document of these calls."""
    bodies = [(call.body, "validation") for call in calls if call.body is not None]
    schemas, definitions = models_json_schema(bodies, ref_template="#/components/schemas/{model}")  # pyright: ignore[reportArgumentType] (its Literal is lost in the list)
    paths: dict[str, dict[str, Any]] = {}
    for call in calls:
        schema = schemas[call.body, "validation"] if call.body is not None else None
        paths.setdefault(call.path, {})[call.method.lower()] = _operation(call, schema)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Inara",
            "version": inara_engine.__version__,
            "description": "Jobs, conversations and models of the Inara that runs on this machine.",
        },
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": definitions.get("$defs", {}),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(call: Call, schema: dict[str, Any] | None) -> dict[str, Any]:
    in_path = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"{(\w+)}", call.path)
    ]
    in_query = [
        {"name": name, "in": "query", "description": text, "schema": {"type": "string"}}
        for name, text in call.queries.items()
    ]
    kind = "text/event-stream" if call.stream else "application/json"
    answers: dict[str, Any] = {
        str(status): {"description": text, "content": {kind if status < 400 else "application/json": {}}}
        for status, text in call.answers.items()
    }
    answers.update({status: {"description": text} for status, text in EVERYWHERE.items()})
    operation: dict[str, Any] = {"summary": call.summary, "parameters": [*in_path, *in_query], "responses": answers}
    if schema is not None or call.method == "POST":
        operation["requestBody"] = {"content": {"application/json": {"schema": schema or {}}}}
    return operation
