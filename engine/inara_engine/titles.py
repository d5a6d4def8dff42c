"""Titles of conversations by the models of the role `title`. Without any there, the first words are the title.

A local model is asked at the end of what it has just been told (same prompt, tools and messages), so that its server
keeps what it has read for the next turn. Another local model is asked only where it is in memory already: loading it
could push out the one that the person talks with.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import aclosing
from dataclasses import replace
from typing import Any

from inara_engine.context import estimated_tokens, tool_tokens
from inara_engine.deps import Deps
from inara_engine.errors import ProviderError, Rejected
from inara_engine.events import JobId, SessionId, SessionRenamed, TextDelta, ThinkingDelta
from inara_engine.jobs import Jobs
from inara_engine.messages import Message, Usage
from inara_engine.models import Chosen, Models, is_local
from inara_engine.providers.base import ModelRequest, Reply
from inara_engine.settings import DEMO
from inara_engine.state import JobState
from inara_engine.tokens import estimated

__all__ = ["TITLE", "Titles", "as_title"]

ROLE = "title"
TITLE = (
    "Give our conversation a title of two to six words, in its own language: what it is about, so that I find it again"
    " in a list. Answer with the title alone. Call no tools."
)
TITLE_CHARACTERS = 60
TITLE_TOKENS = 60
MOST_TEXT = 400  # characters after which it is no title
MOST_THINKING = 4_000
EXCERPT = 1_000  # characters of question and answer, for a model that was not there
_QUOTES = "\"'“”„«»‘’`*_#"
_NO_THINKING: Mapping[str, dict[str, Any]] = {
    **{server: {"chat_template_kwargs": {"enable_thinking": False}} for server in ("llama.cpp", "vLLM", "SGLang")},
    "Ollama": {"reasoning_effort": "none"},
}


class Titles:
    """Gives titles to the sessions of `jobs`."""

    def __init__(self, jobs: Jobs, models: Models) -> None:
        self._jobs = jobs
        self._models = models

    async def give(self, session_id: SessionId, job_id: JobId) -> None:
        """Ask for a title after a job, where there is none but the first words. Raises as planning the job does."""
        settings = self._models.settings
        if not settings.role(ROLE).models or not await self._jobs.wants_title(session_id):
            return
        state, deps = await self._jobs.revisit(job_id)
        (spoke,) = await self._models.choose("", state.model)
        hosts = settings.defaults.local_hosts
        stays = is_local(spoke.settings, hosts)  # what was said on this machine stays on it
        for one in await self._models.choose(ROLE):
            if one.settings.provider == DEMO or (stays and not is_local(one.settings, hosts)):
                continue
            try:
                request = _request(one, spoke, state, deps, local=is_local(one.settings, hosts))
                if request is None:
                    continue
                text, usage = await self._asked(one, request)
            except ProviderError:
                continue
            if title := as_title(text):
                event = SessionRenamed(
                    title=title,
                    by="model",
                    model=one.id,
                    model_label=one.label,
                    usage=usage,
                    cost=one.cost(usage),
                )
                await self._jobs.give_title(session_id, event)
                return

    async def _asked(self, one: Chosen, request: ModelRequest) -> tuple[str, Usage]:
        """What it says; asked again in plain words where its server does not know how to do without thinking."""
        quiet = _NO_THINKING.get(one.facts.server, {}) if one.settings.provider == "openai" else {}
        if not quiet:
            return await _said(one, request)
        extra = {**request.extra, **quiet, "max_tokens": TITLE_TOKENS}
        if isinstance(own := request.extra.get("chat_template_kwargs"), dict) and "chat_template_kwargs" in quiet:
            extra["chat_template_kwargs"] = {**own, **quiet["chat_template_kwargs"]}
        try:
            return await _said(one, replace(request, extra=extra))
        except Rejected:
            return await _said(one, request)


def as_title(text: str) -> str:
    """One line of what a model said, without quotes and marks; "" where that is no title."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    line = " ".join("".join(c if c.isprintable() else " " for c in line).split())
    line = line.strip(_QUOTES + " ").rstrip(".").strip(_QUOTES + " ")
    head, _, rest = line.partition(":")
    if head.casefold() in {"title", "titel", "titre", "título"}:
        line = rest.strip(_QUOTES + " ")
    if len(line) <= TITLE_CHARACTERS:
        return line
    return line[: TITLE_CHARACTERS - 1].rsplit(" ", 1)[0].rstrip(",.;:") + "…"


def _request(one: Chosen, spoke: Chosen, state: JobState, deps: Deps, *, local: bool) -> ModelRequest | None:
    """How to ask a model, or None where asking it could unload another. Raises ContextTooLong."""
    if not local:
        return _short(one, state)
    same = _server_of(one) == _server_of(spoke)
    if not same and one.facts.loaded is not True:
        return None
    return _continued(deps, state, spoke.id if same else one.id) or _short(one, state)


def _server_of(one: Chosen) -> tuple[str, str, str]:
    """What makes two entries of the settings the same model in the same memory."""
    return one.settings.server or "", one.settings.model, str(one.settings.gguf or "")


def _continued(deps: Deps, state: JobState, model_id: str) -> ModelRequest | None:
    """The question after all that a model of the job was told and said; None where it is none of them."""
    asked = replace(state, messages=(*state.messages, Message("user", TITLE)))
    wrote = replace(asked, summary_at=len(state.messages) - 2)  # the answer and the question after what was found
    for speaker, at_the_end in ((deps.writer, wrote), (deps.orchestrator, asked)):
        for voice in speaker.voices if speaker is not None else ():
            if voice.id == model_id:
                return voice.request(at_the_end, False)
    return None


def _short(one: Chosen, state: JobState) -> ModelRequest:
    task = state.task.text if state.task else ""
    talk = f"I: {task[:EXCERPT]}\n\nYou: {state.response[:EXCERPT]}"
    text = f"{TITLE}\n\n<conversation>\n{talk.replace('</conversation>', '')}\n</conversation>"
    return ModelRequest(one.settings.model, (Message("user", text),), extra=dict(one.settings.extra))


async def _said(one: Chosen, request: ModelRequest) -> tuple[str, Usage]:
    """A short reply; whoever goes on and on is stopped, on every server, by hanging up."""
    text, thinking = "", 0
    async with aclosing(one.provider.stream(request)) as stream:
        async for event in stream:
            match event:
                case TextDelta(text=piece):
                    text += piece
                case ThinkingDelta(text=piece):
                    thinking += len(piece)
                case Reply():
                    return event.text, event.usage
                case _:
                    pass
            if len(text) > MOST_TEXT or thinking > MOST_THINKING:
                break
    told = sum(map(estimated_tokens, request.messages)) + tool_tokens(request.tools)
    return text, Usage(prompt_tokens=told, completion_tokens=estimated(text) + thinking // 4, estimated=True)
