"""The doctor: what works, what does not, and what to do about it; one check at a time, each seen as it ends."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Literal
from urllib.parse import urlsplit

from inara_engine.errors import InaraError, NotFound
from inara_engine.frozen import frozen
from inara_engine.messages import Message, ToolSpec
from inara_engine.models import Chosen, Models, ModelSummary
from inara_engine.providers.base import ModelRequest, whole_reply
from inara_engine.providers.discovery import ServerReport, discover
from inara_engine.providers.known_servers import known_by_name
from inara_engine.providers.model_facts import ModelFacts
from inara_engine.providers.ollama_chat import context_of
from inara_engine.tokens import estimated

__all__ = ["Check", "Doctor", "Finding"]

INSTRUCTIONS_TOKENS = 1000  # persona, date, folders, the question itself: a modest first turn
REPLY_SHARE = 0.25  # of the window, kept free for the reply
MODEL = "model:"
HELLO = "Answer with one word: ready"
ROUND_TRIP_S = 120.0  # a large model is loaded first


@frozen
class Finding:
    """One line of the doctor: what was looked at, whether it is well, and what to do if not.

    `kind` names the trouble for programs ("needs_key", "loading", "context_small", …); "" where all is well.
    """

    subject: str
    ok: bool
    message: str
    next_step: str = ""
    kind: str = ""


@frozen
class Check:
    """Something to look at. `group` tells what it belongs to."""

    id: str
    title: str
    group: Literal["inara", "servers", "model"]


class Doctor:
    """`basics` are the findings on Inara itself, `tools` what a model is offered, `search` tries the web search.

    `clock` gives seconds.
    """

    def __init__(
        self,
        models: Models,
        basics: Callable[[], Awaitable[list[Finding]]],
        tools: Callable[[], Awaitable[Sequence[ToolSpec]]],
        search: Callable[[], Awaitable[Finding]],
        clock: Callable[[], float],
    ) -> None:
        self._models = models
        self._basics = basics
        self._tools = tools
        self._search = search
        self._clock = clock
        self._loading_since: dict[str, float] = {}

    async def checks(self) -> list[Check]:
        """What there is to look at: each model, the servers of this machine, Inara itself."""
        models = [Check(f"{MODEL}{model.id}", model.label, "model") for model in self._models.list()]
        return [*models, Check("servers", "Servers on this machine", "servers"), Check("inara", "Inara", "inara")]

    async def check(self, check: str) -> list[Finding]:
        """What one check finds. Raises NotFound."""
        if check == "inara":
            return await self._basics()
        if check == "servers":
            return await self._servers()
        for model in self._models.list():
            if check == f"{MODEL}{model.id}":
                return await self._model(model)
        raise NotFound(f"There is nothing called {check!r} to look at.")

    async def everything(self) -> list[Finding]:
        """All findings, Inara itself first."""
        ids = [check.id for check in reversed(await self.checks())]
        models = list(reversed(ids[2:]))
        found = await asyncio.gather(*(self.check(one) for one in (*ids[:2], *models)))
        return [finding for findings in found for finding in findings]

    async def round_trip(self, model: str) -> list[Finding]:
        """What there is to say of a model, and, where it can be used, whether it answers a word: one real request.

        Raises NotFound.
        """
        findings = await self.check(f"{MODEL}{model}")
        if not findings[0].ok:
            return findings
        subject = findings[0].subject
        (chosen,) = await self._models.choose("orchestrator", model)
        request = ModelRequest(model=chosen.settings.model, messages=(Message("user", HELLO),), extra=_extra(chosen))
        begun = time.monotonic()
        try:
            async with asyncio.timeout(ROUND_TRIP_S):
                reply = await whole_reply(chosen.provider, request)
        except TimeoutError:
            text = f"It took the question and did not end its answer within {ROUND_TRIP_S:.0f} s."
            step = "It may be loading, or be too large for this machine. Try again, or choose a smaller one."
            return [*findings, Finding(subject, ok=False, message=text, next_step=step, kind="slow")]
        except InaraError as error:
            return [
                *findings,
                Finding(subject, ok=False, message=error.message, next_step=error.next_step, kind="refused"),
            ]
        took = time.monotonic() - begun
        said = " ".join(reply.text.split())[:80]
        if not said:
            text = "It took the question and answered nothing."
            step = "Is it a model that chats? Look at its page, or choose another one."
            return [*findings, Finding(subject, ok=False, message=text, next_step=step, kind="silent")]
        return [*findings, Finding(subject, ok=True, message=f"It answered “{said}” in {took:.1f} s.")]

    async def web_search(self) -> Finding:
        """Whether the service that web_search asks answers: one real search, for a word that says nothing."""
        return await self._search()

    async def _servers(self) -> list[Finding]:
        findings: list[Finding] = []
        for server in await discover():
            models = f"{len(server.models)} model{'' if len(server.models) == 1 else 's'}"
            said = {"ready": models, "needs_key": "wants an API key", "loading": "still loading its model"}
            text = said[server.state]
            coming = [model.id for model in server.models if model.facts.loading]
            if coming:
                text += f", still loading {', '.join(f'“{name}”' for name in coming)}"
            since = self._since(server.base_url, loading=server.state == "loading" or bool(coming))
            kind = "" if server.state == "ready" else server.state
            findings.append(
                Finding(
                    "Local server",
                    ok=server.state == "ready",
                    message=f"{server.name} at {server.base_url}: {text}{since}",
                    next_step=server.next_step,
                    kind=kind,
                )
            )
        if not findings:
            text = "No model server answers on this machine."
            findings.append(Finding("Local server", ok=True, message=text))
        return findings

    async def _model(self, model: ModelSummary) -> list[Finding]:
        subject = f"Model {model.id}"
        if model.provider == "demo":
            text = "The guided tour: a script, not an AI."
            step = "Add a model to config.toml, or choose one in the window."
            return [Finding(subject, ok=True, message=text, next_step=step)]
        try:
            report = await self._models.check(model.id)
            facts = await self._models.facts(model.id) if report.ok else ModelFacts()
        except InaraError as error:
            return [Finding(subject, ok=False, message=error.message, next_step=error.next_step, kind="refused")]
        message = report.message + self._since(model.id, loading=report.state == "loading")
        step = f"{report.next_step} {_proxy_in_the_way(model, report)}".strip()
        kind = "" if report.ok else report.state
        findings = [Finding(subject, ok=report.ok, message=message, next_step=step, kind=kind)]
        return [*findings, *self._limits(subject, model, facts, await self._tools())] if report.ok else findings

    def _limits(self, subject: str, model: ModelSummary, facts: ModelFacts, tools: Sequence[ToolSpec]) -> list[Finding]:
        """What a model that answers still can't do for Inara."""
        findings: list[Finding] = []
        if facts.tools is False:
            text = f"“{model.label}” can't use tools: it only answers."
            step = "Choose a model that can for agent work (its page says “tools”), or use the chat mode."
            findings.append(Finding(subject, ok=False, message=text, next_step=step, kind="no_tools"))
        offered = sum(estimated(json.dumps([spec.name, spec.description, spec.parameters])) for spec in tools)
        needed = int((offered + INSTRUCTIONS_TOKENS) / (1 - REPLY_SHARE))
        if facts.window is not None and facts.window < needed and facts.tools is not False:
            text = (
                f"It reads {facts.window:,} tokens at once; the {len(tools)} tools offered take about {offered:,}, "
                f"and with instructions and an answer it takes {needed:,}."
            )
            known = known_by_name(facts.server)
            longer = known.longer_context if known else "Give it a longer context on its server."
            if model.base_url == "" and facts.server == "llama.cpp":
                longer = f"Set a larger `llama_server.context` in [models.{model.id}]."
            chosen = self._models.settings.effective_models()[model.id].context_window
            if facts.server == "Ollama" and chosen is None and (own := context_of(facts)) > facts.window:
                longer = f"Inara has Ollama load it again, with {own}, when it is asked next. {longer}"
            step = f"{longer} Or offer fewer tools: `tools` under [roles.orchestrator]."
            findings.append(Finding(subject, ok=False, message=text, next_step=step, kind="context_small"))
        return findings

    def _since(self, what: str, *, loading: bool) -> str:
        """For how long it has been seen loading, as words; forgotten once it no longer does."""
        if not loading:
            self._loading_since.pop(what, None)
            return ""
        seconds = self._clock() - self._loading_since.setdefault(what, self._clock())
        return f" ({seconds:.0f} s so far)" if seconds >= 1 else ""


def _extra(chosen: Chosen) -> dict[str, Any]:
    return dict(chosen.settings.extra)


def _proxy_in_the_way(model: ModelSummary, report: ServerReport) -> str:
    """Advice where a server elsewhere can't be reached and the system's proxy is asked on the way."""
    told = "no_proxy=" in report.next_step
    if report.state not in {"unreachable", "failing", "wrong_address"} or model.local or told:
        return ""
    import urllib.request

    url = urlsplit(model.base_url)
    proxies = urllib.request.getproxies()
    proxy = proxies.get(url.scheme) or proxies.get("all")
    if not proxy or not url.hostname or urllib.request.proxy_bypass(url.hostname):
        return ""
    shown = proxy.rpartition("://")[2].rpartition("@")[2].partition("/")[0]  # a mistyped one too, without its password
    return f"The way there leads through the proxy {shown}: is it right? no_proxy={url.hostname} goes around it."
