"""What is known of a vendor's models without asking: a question over the internet would hold up each job."""

from __future__ import annotations

from dataclasses import replace

from inara_engine.providers.model_facts import ModelFacts
from inara_engine.settings import ModelSettings

__all__ = ["facts_of_vendor", "known_facts"]

# What holds for all models of a vendor that one may choose today; a window is the smallest of them.
_VENDORS = {
    "anthropic": ModelFacts("Anthropic", window=200_000, tools=True, vision=True, loaded=True),
    "gemini": ModelFacts("Gemini", window=1_000_000, tools=True, vision=True, loaded=True),
}


def facts_of_vendor(name: str) -> ModelFacts:
    """What holds for all models of "Anthropic" or "Gemini"."""
    return _VENDORS[name.lower()]


def known_facts(model: ModelSettings) -> ModelFacts:
    """The vendor's, where there is one; the settings' context above it."""
    facts = _VENDORS.get(model.provider, ModelFacts())
    return replace(facts, window=model.context_window) if model.context_window else facts
