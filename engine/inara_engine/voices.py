"""How each model of a role is asked: the request made from a job's state when its turn comes, and what is learnt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from inara_engine import asking, context
from inara_engine.deps import Voice
from inara_engine.events import PromptSet
from inara_engine.jobs.history import History
from inara_engine.jobs.repair import ready
from inara_engine.messages import Message, ToolSpec, Usage
from inara_engine.models import Chosen, Models
from inara_engine.providers.base import ModelRequest
from inara_engine.state import JobState

__all__ = ["Voices"]


class Voices:
    """Made once; a voice is made for each job and model."""

    def __init__(self, models: Models) -> None:
        self._models = models

    def orchestrating(
        self, chosen: Chosen, system: Message, prompt: PromptSet, history: History, specs: tuple[ToolSpec, ...]
    ) -> Voice:
        """A model that runs the tools, or answers at once."""
        return self._voice(chosen, prompt, partial(self._orchestrate, chosen, system, history, specs))

    def writing(self, chosen: Chosen, system: Message, prompt: PromptSet, history: History) -> Voice:
        """A model that writes the answer from what another found."""
        return self._voice(chosen, prompt, partial(self._write, chosen, system, history))

    def _voice(self, chosen: Chosen, prompt: PromptSet, request: Callable[[JobState, bool], ModelRequest]) -> Voice:
        learnt = self._models.learnt
        return Voice(
            chosen.id,
            chosen.label,
            chosen.provider,
            request,
            cost=chosen.cost,
            window=partial(learnt.window, chosen),
            room=partial(learnt.room, chosen),
            learn=partial(self._learn, chosen),
            prompt=prompt,
        )

    def _learn(self, chosen: Chosen, request: ModelRequest, usage: Usage) -> None:
        if not usage.estimated:
            estimated = sum(map(context.estimated_tokens, request.messages)) + context.tool_tokens(request.tools)
            self._models.learnt.learn_tokens(chosen.id, estimated, usage.prompt_tokens)

    def _orchestrate(
        self,
        chosen: Chosen,
        system: Message,
        history: History,
        specs: tuple[ToolSpec, ...],
        state: JobState,
        last: bool,
    ) -> ModelRequest:
        messages = asking.to_orchestrator(history, state, concluding=last)
        task = state.messages[0] if state.messages else None
        return self._request(chosen, (system, *messages), () if last else specs, task)

    def _write(self, chosen: Chosen, system: Message, history: History, state: JobState, _: bool) -> ModelRequest:
        return self._request(chosen, (system, *asking.to_writer(history, state)), ())

    def _request(
        self, chosen: Chosen, messages: tuple[Message, ...], specs: tuple[ToolSpec, ...], task: Message | None = None
    ) -> ModelRequest:
        return ModelRequest(
            model=chosen.settings.model,
            messages=context.window(
                ready(context.seen(messages, task, sees=self._models.learnt.sees(chosen))),
                self._models.learnt.room(chosen),
                specs,
            ),
            tools=specs,
            extra=dict[str, Any](chosen.settings.extra),
        )
