"""A model that was chosen for a job, and what a call to it costs."""

from __future__ import annotations

from inara_engine.frozen import frozen
from inara_engine.messages import Usage
from inara_engine.providers.base import Provider
from inara_engine.providers.model_facts import ModelFacts
from inara_engine.settings import ModelSettings

__all__ = ["Chosen"]

MILLION = 1_000_000  # prices are for so many tokens


@frozen
class Chosen:
    """The model a job runs on."""

    id: str
    label: str
    settings: ModelSettings
    provider: Provider
    facts: ModelFacts = ModelFacts()

    @property
    def window(self) -> int | None:
        """The tokens it reads at once: what the settings say, or else its server."""
        return self.settings.context_window or self.facts.window

    def cost(self, usage: Usage) -> float | None:
        """What a call costs, in the money of its price; None where no price is given."""
        price = self.settings.price
        if price is None:
            return None
        cached = min(usage.cached_tokens, usage.prompt_tokens)
        cached_price = price.input if price.cached_input is None else price.cached_input
        fresh = (usage.prompt_tokens - cached) * price.input
        return (fresh + cached * cached_price + usage.completion_tokens * price.output) / MILLION
