"""What the less common local servers tell of their model in interfaces of their own."""

from __future__ import annotations

from collections.abc import Iterable

from inara_engine.providers.model_facts import ModelFacts, count
from inara_engine.providers.model_list import Look, flag

__all__ = ["gpt4all", "koboldcpp", "sglang", "text_generation_inference"]


async def koboldcpp(look: Look, models: Iterable[str]) -> dict[str, ModelFacts]:
    """https://lite.koboldai.net/koboldcpp_api: one model."""
    version = (await look.get("/api/extra/version")).json
    length = (await look.get("/api/extra/true_max_context_length")).json
    known = ModelFacts("KoboldCpp", window=count(length.get("value")), vision=flag(version.get("vision")), loaded=True)
    return dict.fromkeys(models, known)


async def text_generation_inference(look: Look, models: Iterable[str]) -> dict[str, ModelFacts]:
    """https://huggingface.co/docs/text-generation-inference: one model."""
    info = (await look.get("/info")).json
    window = count(info.get("max_total_tokens"), info.get("max_input_tokens"))
    return dict.fromkeys(models, ModelFacts("TGI", window=window, loaded=True))


async def sglang(look: Look, models: Iterable[str]) -> dict[str, ModelFacts]:
    """https://docs.sglang.ai: one model; its window stands in /v1/models."""
    info = (await look.get("/get_model_info")).json
    known = ModelFacts("SGLang", loaded=True, embedding=info.get("is_generation") is False)
    return dict.fromkeys(models, known)


async def gpt4all(look: Look, models: Iterable[str]) -> dict[str, ModelFacts]:  # noqa: ARG001 - nothing to ask
    """https://docs.gpt4all.io/gpt4all_api_server: it takes neither tools nor pictures."""
    return dict.fromkeys(models, ModelFacts("GPT4All", tools=False, vision=False))
