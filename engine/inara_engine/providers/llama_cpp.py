"""What llama.cpp's server tells beside /v1: the context of a slot, its slots, and what the template can do.

https://github.com/ggml-org/llama.cpp/tree/master/tools/server — `n_ctx_train` is what the model was made for;
the limit of a request is its slot's `n_ctx`.
"""

from __future__ import annotations

from collections.abc import Iterable

from inara_engine.providers.model_facts import ModelFacts, count
from inara_engine.providers.model_list import Look, flag
from inara_engine.providers.openai_errors import as_object

__all__ = ["NAME", "facts"]

NAME = "llama.cpp"


async def facts(look: Look, models: Iterable[str]) -> dict[str, ModelFacts]:
    """What is known of these models: one where it serves one; nothing more where it loads them on demand."""
    props = (await look.get("/props")).json
    if not props or props.get("role") == "router":
        return {}
    settings = as_object(props.get("default_generation_settings")) or {}
    template = as_object(props.get("chat_template_caps")) or {}
    kinds = as_object(props.get("modalities")) or {}
    known = ModelFacts(
        server=NAME,
        window=count(settings.get("n_ctx")),
        tools=flag(template.get("supports_tools")),
        vision=flag(kinds.get("vision")),
        loaded=True,
        slots=count(props.get("total_slots")),
    )
    return dict.fromkeys(models, known)
