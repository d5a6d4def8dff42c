"""The models of the settings as providers: made when first used, kept until the settings change."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from inara_engine.errors import InaraError, NotFound, UserError
from inara_engine.messages import Usage
from inara_engine.providers.base import Provider
from inara_engine.secrets import Secrets
from inara_engine.settings import ModelSettings, Reach, Settings

__all__ = ["Chosen", "ModelSummary", "Models"]

MILLION = 1_000_000  # prices are for so many tokens


@dataclass(frozen=True, slots=True)
class ModelSummary:
    """A model as a picker shows it. `local` is true where nothing leaves this machine."""

    id: str
    label: str
    provider: str
    model: str
    base_url: str
    local: bool
    chosen: bool  # the orchestrator's first


@dataclass(frozen=True, slots=True)
class Chosen:
    """The model a job runs on."""

    id: str
    label: str
    settings: ModelSettings
    provider: Provider

    def cost(self, usage: Usage) -> float | None:
        """What a call costs, in the money of its price; None where no price is given."""
        price = self.settings.price
        if price is None:
            return None
        cached = min(usage.cached_tokens, usage.prompt_tokens)
        cached_price = price.input if price.cached_input is None else price.cached_input
        fresh = (usage.prompt_tokens - cached) * price.input
        return (fresh + cached * cached_price + usage.completion_tokens * price.output) / MILLION


class Models:
    """Providers by model id. Keys are read from the keyring when a provider is made, never before."""

    def __init__(self, settings: Settings, secrets: Secrets) -> None:
        self._settings = settings
        self._secrets = secrets
        self._providers: dict[str, Provider] = {}

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    async def use(self, settings: Settings) -> None:
        """Go on with changed settings; the old connections are given back."""
        self._settings = settings
        await self.aclose()

    async def choose(self, role: str, model_id: str = "") -> tuple[Chosen, ...]:
        """The named model, or the role's models in the order they are asked.

        A further model that can't be had (no key) is left out; with `local_only` so is one whose
        server is elsewhere. Raises NotFound, or UserError where none is left.
        """
        known = self._settings.effective_models()
        if model_id and model_id not in known:
            raise NotFound(
                f"There is no model {model_id!r}.", next_step=f"The models are: {', '.join(known)}. `inara models list`"
            )
        names = [model_id] if model_id else [name for name, _ in self._settings.role_models(role)]
        problem: InaraError | None = None
        chosen: list[Chosen] = []
        for name in names:
            try:
                chosen.append(await self._choose(name, known.get(name) or dict(self._settings.role_models(role))[name]))
            except UserError as error:
                problem = problem or error
        if problem is not None and not chosen:
            raise problem
        return tuple(chosen)

    def list(self) -> list[ModelSummary]:
        """All models, in the settings' order."""
        first = self._settings.role_models("orchestrator")[0][0]
        return [
            ModelSummary(
                model_id,
                self._settings.label(model_id),
                model.provider,
                model.model,
                model.server or "",
                local=is_local(model),
                chosen=model_id == first,
            )
            for model_id, model in self._settings.effective_models().items()
        ]

    async def key(self, model_id: str) -> str | None:
        """The key of a model, for a check of its server. Raises NotFound or UserError."""
        model = self._settings.effective_models().get(model_id)
        if model is None:
            raise NotFound(f"There is no model {model_id!r}.")
        return await self._secrets.resolve(model.api_key)

    async def aclose(self) -> None:
        """Give back all connections."""
        providers, self._providers = self._providers, {}
        for provider in providers.values():
            await provider.aclose()

    async def _choose(self, model_id: str, settings: ModelSettings) -> Chosen:
        defaults = self._settings.defaults
        if defaults.local_only and not is_local(settings, defaults.local_hosts):
            raise UserError(
                f"The model {model_id!r} is not on this machine, and local_only is on.",
                next_step="Choose a local model, or set local_only = false under [defaults].",
            )
        provider = self._providers.get(model_id)
        if provider is None:
            provider = self._providers[model_id] = await self._make(model_id, settings)
        return Chosen(model_id, self._settings.label(model_id), settings, provider)

    async def _make(self, model_id: str, settings: ModelSettings) -> Provider:
        label, patience_s = settings.label, settings.stall_notice_s
        match settings.provider:
            case "demo":
                from inara_engine.providers.demo import DemoProvider

                return DemoProvider()
            case "claude-cli" | "gemini-cli" as kind:
                from inara_engine.providers.command_line import CommandLine

                return CommandLine(kind, label=label, config_id=model_id, stall_notice_s=patience_s)
            case "openai":
                from inara_engine.providers.openai_compatible import OpenAICompatible as Hosted
            case "anthropic":
                from inara_engine.providers.anthropic import Anthropic as Hosted
            case "gemini":
                from inara_engine.providers.gemini import Gemini as Hosted
        key = await self._secrets.resolve(settings.api_key)
        return Hosted(settings.server or "", key, label=label, config_id=model_id, stall_notice_s=patience_s)


def is_local(model: ModelSettings, local_hosts: Collection[str] = ()) -> bool:
    """Whether a model's requests stay on this machine, or go to a host the person counts as local."""
    if model.provider == "demo":
        return True
    return Reach(local_hosts=local_hosts).is_local(urlsplit(model.server or "").hostname or "")
