"""The models of the settings as providers: made when first used, kept until the settings change."""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from inara_engine.connections import Connections
from inara_engine.errors import InaraError, NotFound, Rejected, UserError
from inara_engine.frozen import frozen
from inara_engine.learnt import Learnt
from inara_engine.providers.base import Provider
from inara_engine.providers.chosen import Chosen
from inara_engine.providers.held import HeldProviders, Streams
from inara_engine.providers.model_facts import ModelFacts
from inara_engine.providers.vendor_facts import known_facts
from inara_engine.providers.watched import Watched
from inara_engine.secrets import Secrets
from inara_engine.settings import ModelSettings, Reach, Settings

if TYPE_CHECKING:
    from inara_engine.providers.command_line import CommandLine
    from inara_engine.providers.discovery import ServerReport
    from inara_engine.providers.managed_llama import ManagedLlama

__all__ = ["Chosen", "ModelFacts", "ModelSummary", "Models"]

FACTS_KEPT_S = 60.0
FACTS_DOUBTED_S = 5.0  # it was not loaded, or did not answer: that changes soon


@frozen
class ModelSummary:
    """A model as a picker shows it. `local` is true where nothing leaves this machine."""

    id: str
    label: str
    provider: str
    model: str
    base_url: str
    local: bool
    chosen: bool  # the orchestrator's first


class Models:
    """Providers by model id. Keys are read from the keyring when a provider is made, never before."""

    def __init__(
        self, settings: Settings, secrets: Secrets, connections: Connections | None = None, language: str = "en"
    ) -> None:
        self._connections = connections or Connections()
        self._settings = settings
        self._secrets = secrets
        self._language = language
        self._held = HeldProviders()
        self._changes = 0  # of the settings
        self._facts: dict[str, tuple[float, ModelFacts | None]] = {}  # with the time at which they count no more
        self.learnt = Learnt(lambda: self._settings)

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    async def use(self, settings: Settings) -> None:
        """Go on with changed settings; connections to models that are another now are given back.

        Those in the middle of an answer are kept until it is over; the server of a model file ends at once, as two may
        not fit. The same settings again mean that keys have changed; that server knows no key, and loading it again
        may take a minute.
        """
        before, self._settings = self._settings, settings
        self._changes += 1
        self._facts.clear()

        def is_another(model_id: str) -> bool:
            old, new = before.models.get(model_id), settings.models.get(model_id)
            return new != old or (settings is before and not (new and new.gguf))

        def is_file(model_id: str) -> bool:
            return (old := before.models.get(model_id)) is not None and bool(old.gguf)

        for provider in self._held.take_out(is_another, ends_at_once=is_file):
            await provider.aclose()

    async def choose(
        self, role: str, model_id: str = "", *, off_record: bool = False, local_only: bool = False
    ) -> tuple[Chosen, ...]:
        """The named model, or the role's models in the order they are asked.

        A further model that can't be had (no key) is left out; with `local_only` so is one whose server is
        elsewhere, and `off_record` one that keeps a record of its own. Raises NotFound, or UserError where none is
        left.
        """
        problem: InaraError | None = None
        chosen: list[Chosen] = []
        for name, settings in self._named(role, model_id):
            try:
                if local_only and not self._is_local(settings):
                    raise self._elsewhere(name)
                chosen.append(await self._choose(name, settings, off_record=off_record))
            except UserError as error:
                problem = problem or error
        if problem is not None and not chosen:
            raise problem
        return tuple(chosen)

    def check_off_record(self, role: str, model_id: str = "") -> None:
        """Raises UserError where all that could be asked keep a record of their own; NotFound."""
        named = self._named(role, model_id)
        if all(_keeps_a_record(settings) for _, settings in named):
            raise self._recorded(named[0][0])

    def check_local(self, role: str, model_id: str = "") -> None:
        """Raises UserError where none of those that could be asked is on this machine; NotFound."""
        named = self._named(role, model_id)
        if not any(self._is_local(settings) for _, settings in named):
            raise self._elsewhere(named[0][0])

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

    async def check(self, model_id: str) -> ServerReport:
        """Whether a model can be used, and what to do if not; sends no prompt. Raises NotFound or UserError."""
        from inara_engine.providers import discovery, vendor_check

        settings = self._known(model_id)
        if settings.provider == "demo":
            return discovery.ServerReport("ready", "The guided tour: a script, not an AI.")
        self._allow(model_id, settings)
        if settings.gguf is not None:
            return await self._managed(model_id, settings).check()
        try:
            key = await self._secrets.resolve(settings.api_key)
        except UserError as error:
            return discovery.ServerReport("needs_key", error.message, error.next_step)
        self._note(model_id, settings, "check")
        server, model = settings.server or "", settings.model
        match settings.provider:
            case "openai":
                return await discovery.check(server, key, model, config_id=model_id)
            case "anthropic" | "gemini" as vendor:
                return await vendor_check.check(vendor, server, key, model, config_id=model_id)
            case "claude-cli" | "gemini-cli" as kind:
                return await self._command(model_id, settings, kind).check()

    async def facts(self, model_id: str) -> ModelFacts:
        """What is known of a model before it is asked: from its server, kept for a minute, over it the settings.

        Asks no host that `local_only` refuses. A server that does not answer in two seconds tells
        nothing. Raises NotFound.
        """
        return await self._facts_of(model_id, self._known(model_id))

    async def aclose(self) -> None:
        """Give back all connections, and end the servers that were started."""
        self._facts.clear()
        for provider in self._held.take_all():
            await provider.aclose()

    def _named(self, role: str, model_id: str) -> list[tuple[str, ModelSettings]]:
        """The named model, or the role's. Raises NotFound."""
        known = self._settings.effective_models()
        if model_id and model_id not in known:
            raise NotFound(
                f"There is no model {model_id!r}.", next_step=f"The models are: {', '.join(known)}. `inara models list`"
            )
        if model_id:
            return [(model_id, known[model_id])]
        return [(name, known.get(name) or settings) for name, settings in self._settings.role_models(role)]

    def _recorded(self, model_id: str) -> UserError:
        return UserError(
            f"{self._settings.label(model_id)} keeps its own record of what is said on this disk, and that can't be"
            " switched off. So it is not asked off the record.",
            next_step="Choose another model, or ask in a new conversation on the record.",
        )

    def _elsewhere(self, model_id: str) -> UserError:
        return UserError(
            f"{self._settings.label(model_id)} is not on this machine, and this conversation stays on it.",
            next_step="Choose a local model, or let the conversation be answered elsewhere too.",
        )

    def _known(self, model_id: str) -> ModelSettings:
        known = self._settings.effective_models()
        if (model := known.get(model_id)) is None:
            raise NotFound(f"There is no model {model_id!r}.", next_step=f"The models are: {', '.join(known)}.")
        return model

    def _allow(self, model_id: str, settings: ModelSettings, error: type[InaraError] = UserError) -> None:
        """Raises `error` where `local_only` keeps a model from being asked."""
        if self._settings.defaults.local_only and not self._is_local(settings):
            raise error(
                f"The model {model_id!r} is not on this machine, and local_only is on.",
                next_step="Choose a local model, or set local_only = false under [defaults].",
            )

    def _is_local(self, settings: ModelSettings) -> bool:
        return is_local(settings, self._settings.defaults.local_hosts)

    async def _facts_of(self, model_id: str, model: ModelSettings) -> ModelFacts:
        until, facts = self._facts.get(model_id, (0.0, None))
        if time.monotonic() >= until:
            changes = self._changes
            facts = await self._ask_facts(model_id, model)
            settled = facts is not None and facts.loaded is not False
            if changes == self._changes:  # else they may be those of another server
                self._facts[model_id] = time.monotonic() + (FACTS_KEPT_S if settled else FACTS_DOUBTED_S), facts
        if facts is None:
            return known_facts(model)
        return replace(facts, window=model.context_window) if model.context_window else facts

    async def _ask_facts(self, model_id: str, model: ModelSettings) -> ModelFacts | None:
        if model.provider != "openai":
            return None
        try:
            self._allow(model_id, model)
            if model.gguf is not None:
                return await self._managed(model_id, model).facts()
            key = await self._secrets.resolve(model.api_key)
        except UserError:
            return None
        from inara_engine.providers.discovery import facts_of

        return await facts_of(model.server or "", key, model.model)

    async def _choose(self, model_id: str, settings: ModelSettings, *, off_record: bool) -> Chosen:
        self._allow(model_id, settings)
        provider = self._held.get(model_id)
        if off_record and _keeps_a_record(settings):
            raise self._recorded(model_id)
        if settings.gguf is not None:
            provider = self._managed(model_id, settings)
        elif off_record and settings.provider == "claude-cli":
            provider = self._command(model_id, settings, "claude-cli", off_record=True)
        elif provider is None:
            provider = await self._made(model_id, settings)
        # Over the internet the question would hold up each job: there only who asks for the facts waits for them.
        near = settings.provider == "openai" and self._is_near(settings)
        facts = await self._facts_of(model_id, settings) if near else known_facts(settings)
        if near and settings.gguf is None:
            provider, facts = self._fitted(model_id, settings, provider, facts)
        streams = self._held.streams(model_id)
        note = partial(self._on_asked, model_id, settings, provider, streams, off_record=off_record)
        asked: Provider = Watched(provider, note, streams)
        if facts.loaded is False:
            from inara_engine.providers.loading import TellsLoading

            asked = TellsLoading(asked, facts.server or "The server", partial(self._still_loading, model_id, settings))
        return Chosen(model_id, self._settings.label(model_id), settings, asked, facts)

    def _is_near(self, model: ModelSettings) -> bool:
        """Whether its server is this machine, or one in the same house: asked about its model in no time."""
        host = urlsplit(model.server or "").hostname or ""
        return model.gguf is not None or Reach(local_hosts=self._settings.defaults.local_hosts).is_near(host)

    async def _still_loading(self, model_id: str, settings: ModelSettings) -> bool:
        facts = await self._ask_facts(model_id, settings)
        return facts is not None and facts.loaded is False

    def _fitted(
        self, model_id: str, settings: ModelSettings, provider: Provider, facts: ModelFacts
    ) -> tuple[Provider, ModelFacts]:
        """The provider that suits the kind of server, now that it is known, and what a job may reckon with there."""
        from inara_engine.providers.ollama_chat import NAME, OllamaChat, context_of
        from inara_engine.providers.openai_compatible import OpenAICompatible

        if facts.server == NAME and isinstance(provider, OpenAICompatible):
            plain, provider = (
                provider,
                OllamaChat(provider, label=settings.label, config_id=model_id, stall_notice_s=settings.stall_notice_s),
            )
            self._held.put(model_id, provider, instead_of=plain)
        if isinstance(provider, OllamaChat) and not provider.only_plain:
            provider.num_ctx = settings.context_window or context_of(facts)
            return provider, replace(facts, window=provider.num_ctx)
        if facts.server == "llama.cpp" and isinstance(provider, OpenAICompatible):
            provider.ask_for_progress()
        return provider, facts

    def _on_asked(
        self, model_id: str, settings: ModelSettings, provider: Provider, streams: Streams, *, off_record: bool
    ) -> None:
        """Note it, and what it may open. Raises Rejected where by now nothing may leave this machine."""
        self._allow(model_id, settings, Rejected)
        self._note(model_id, settings, "model", off_record=off_record)
        if not settings.provider.endswith("-cli"):  # a command keeps nothing open
            self._held.asked(model_id, provider, streams)

    def _note(
        self, model_id: str, settings: ModelSettings, purpose: Literal["model", "check"], *, off_record: bool = False
    ) -> None:
        """Remember that a model's server is spoken to; the script of the tour and a file's own server are nobody."""
        host, port = _place(settings.server or "")
        if host:
            self._connections.note(host, port, purpose, model_id, off_record=off_record)
        elif settings.provider.endswith("-cli"):
            self._connections.note(settings.provider, 0, purpose, model_id, off_record=off_record)

    def _managed(self, model_id: str, settings: ModelSettings) -> ManagedLlama:
        """The provider of a model file; making it starts nothing."""
        from inara_engine.providers.managed_llama import ManagedLlama

        present = self._held.get(model_id)
        if isinstance(present, ManagedLlama):
            return present
        provider = ManagedLlama(
            settings.gguf or "",
            settings.llama_server,
            label=self._settings.label(model_id),
            config_id=model_id,
            stall_notice_s=settings.stall_notice_s,
        )
        self._held.put(model_id, provider, instead_of=present)
        return provider

    def _command(
        self,
        model_id: str,
        settings: ModelSettings,
        kind: Literal["claude-cli", "gemini-cli"],
        *,
        off_record: bool = False,
    ) -> CommandLine:
        """A vendor's command; it keeps nothing between requests that would have to be given back."""
        from inara_engine.providers.command_line import CommandLine

        return CommandLine(
            kind,
            label=settings.label,
            config_id=model_id,
            stall_notice_s=settings.stall_notice_s,
            off_record=off_record,
        )

    async def _made(self, model_id: str, settings: ModelSettings) -> Provider:
        """A new one, kept for the next question too where the settings are still those it was made for."""
        changes = self._changes
        provider = await self._make(model_id, settings)
        return self._held.put(model_id, provider) if changes == self._changes else provider

    async def _make(self, model_id: str, settings: ModelSettings) -> Provider:
        label, patience_s = settings.label, settings.stall_notice_s
        match settings.provider:
            case "demo":
                from inara_engine.providers.demo import DemoProvider

                return DemoProvider(self._language)
            case "claude-cli" | "gemini-cli" as kind:
                return self._command(model_id, settings, kind)
            case "openai":
                from inara_engine.providers.openai_compatible import OpenAICompatible as Hosted
            case "anthropic":
                from inara_engine.providers.anthropic import Anthropic as Hosted
            case "gemini":
                from inara_engine.providers.gemini import Gemini as Hosted
        key = await self._secrets.resolve(settings.api_key)
        return Hosted(settings.server or "", key, label=label, config_id=model_id, stall_notice_s=patience_s)


@lru_cache(maxsize=64)  # each question asks it of the same few servers
def _place(address: str) -> tuple[str, int]:
    """The host and port that an address names; "" and 0 where it names none."""
    url = urlsplit(address)
    return (url.hostname, url.port or (443 if url.scheme == "https" else 80)) if url.hostname else ("", 0)


def _keeps_a_record(settings: ModelSettings) -> bool:
    """Gemini CLI writes each session to ~/.gemini and has no switch for it (https://geminicli.com/docs/cli/session-management)."""
    return settings.provider == "gemini-cli"


def is_local(model: ModelSettings, local_hosts: Collection[str] = ()) -> bool:
    """Whether a model's requests stay on this machine, or go to a host the person counts as local."""
    if model.provider == "demo" or model.gguf is not None:
        return True
    return Reach(local_hosts=local_hosts).is_local(urlsplit(model.server or "").hostname or "")
