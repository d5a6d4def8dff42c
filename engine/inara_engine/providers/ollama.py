"""What Ollama tells beside /v1: what a model can do, and the context it is loaded with.

https://docs.ollama.com/api — `/api/ps` names the loaded models with their context, which is the limit:
on /v1 Ollama cuts what is longer without a word.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from typing import Any

from inara_engine.providers.model_facts import ModelFacts, count
from inara_engine.providers.model_list import Look, objects, words
from inara_engine.providers.openai_errors import as_object

__all__ = ["NAME", "facts", "same_model"]

NAME = "Ollama"
_MOST_SHOWN = 64  # of a person's models: each is a question of its own


async def facts(look: Look, models: Iterable[str]) -> dict[str, ModelFacts]:
    """What is known of these models."""
    names = list(models)[:_MOST_SHOWN]
    running, *shown = await asyncio.gather(
        look.get("/api/ps"), *(look.post("/api/show", {"model": name}) for name in names)
    )
    loaded = {str(entry.get("name")): entry for entry in objects(running.json.get("models"))}
    known: dict[str, ModelFacts] = {}
    for name, answer in zip(names, shown, strict=True):
        entry = next((entry for key, entry in loaded.items() if same_model(key, name)), None)
        known[name] = _facts(answer.json, entry, told=running.status == 200)
    return known


def same_model(one: str, other: str) -> bool:
    """Whether two names mean one model: Ollama adds ":latest" to a name without a tag."""
    return other in {one, f"{one}:latest"} or one == f"{other}:latest"


def _facts(shown: dict[str, Any], running: dict[str, Any] | None, *, told: bool) -> ModelFacts:
    can = words(shown.get("capabilities"))
    info = as_object(shown.get("model_info")) or {}
    longest = next((value for key, value in info.items() if str(key).endswith(".context_length")), None)
    set_by_model = re.search(r"^num_ctx\s+(\d{1,9})\s*$", str(shown.get("parameters", "")), re.MULTILINE)
    window = count((running or {}).get("context_length"), int(set_by_model[1]) if set_by_model else None)
    return ModelFacts(
        server=NAME,
        window=window,
        longest=count(longest),
        tools="tools" in can if can else None,
        vision="vision" in can if can else None,
        thinking="thinking" in can if can else None,
        loaded=running is not None if told else None,
        embedding=bool(can) and "completion" not in can,
    )
