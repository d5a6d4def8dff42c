"""What LM Studio tells beside /v1: which models are loaded, and the context each is loaded with.

https://lmstudio.ai/docs/developer/rest — the loaded context is the limit, not what the model could;
/v1/models names models that are not loaded too, and the first question to one waits for that.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from inara_engine.providers.model_facts import ModelFacts, count
from inara_engine.providers.model_list import Look, flag, objects
from inara_engine.providers.openai_errors import as_object

__all__ = ["NAME", "facts"]

NAME = "LM Studio"


async def facts(look: Look, models: Iterable[str]) -> dict[str, ModelFacts]:
    """What is known of these models: from the interface of 0.4 and later, or else the one before."""
    entries = objects((await look.get("/api/v1/models")).json.get("models"))
    if entries:
        known = {str(entry.get("key")): _facts(entry) for entry in entries}
    else:
        listed = objects((await look.get("/api/v0/models")).json.get("data"))
        known = {str(entry.get("id")): _older(entry) for entry in listed}
    return {name: known[name] for name in models if name in known}


def _facts(entry: dict[str, Any]) -> ModelFacts:
    instances = objects(entry.get("loaded_instances"))
    configs = [as_object(instance.get("config")) or {} for instance in instances]
    can = as_object(entry.get("capabilities")) or {}
    return ModelFacts(
        server=NAME,
        window=count(*(config.get("context_length") for config in configs)),
        longest=count(entry.get("max_context_length")),
        tools=flag(can.get("trained_for_tool_use")),
        vision=flag(can.get("vision")),
        loaded=bool(instances),
        embedding=str(entry.get("type")).startswith("embedding"),
    )


def _older(entry: dict[str, Any]) -> ModelFacts:
    kind, can = entry.get("type"), entry.get("capabilities")
    return ModelFacts(
        server=NAME,
        window=count(entry.get("loaded_context_length")),
        longest=count(entry.get("max_context_length")),
        tools="tool_use" in can if isinstance(can, list) else None,
        vision=kind == "vlm",
        loaded=entry.get("state") == "loaded" if "state" in entry else None,
        loading=entry.get("state") == "loading",
        embedding=kind == "embeddings",
    )
