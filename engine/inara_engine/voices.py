"""How each model of a role is asked: the request made from a job's state when its turn comes, and what is learnt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from inara_engine import asking, context
from inara_engine.deps import Voice
from inara_engine.errors import ContextTooLong
from inara_engine.events import PromptSet
from inara_engine.jobs.history import History
from inara_engine.jobs.repair import in_order, ready
from inara_engine.messages import Message, ToolSpec, Usage
from inara_engine.models import Chosen, Models
from inara_engine.providers.base import ModelRequest
from inara_engine.state import JobState
from inara_engine.too_long import explained

__all__ = ["Standing", "Voices"]


class Voices:
    """Made once; a voice is made for each job and model."""

    def __init__(self, models: Models) -> None:
        self._models = models

    def orchestrating(
        self, chosen: Chosen, system: Message, prompt: PromptSet, history: History, specs: tuple[ToolSpec, ...]
    ) -> Voice:
        """A model that runs the tools, or answers at once."""
        return self._voice(chosen, prompt, partial(self._orchestrate, chosen, system, history, specs, Standing()))

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
            too_long=partial(self._too_long, chosen),
            prompt=prompt,
        )

    def _learn(self, chosen: Chosen, request: ModelRequest, usage: Usage) -> None:
        if not usage.estimated:
            self._models.learnt.learn_tokens(chosen.id, _estimated(request), usage.prompt_tokens)

    def _too_long(self, chosen: Chosen, request: ModelRequest, error: ContextTooLong) -> ContextTooLong:
        """What a refusal teaches: a smaller window, or that this text is denser than it looks. And what helps."""
        learnt, limit = self._models.learnt, error.limit_tokens
        known = learnt.window(chosen)
        if limit is not None and (known is None or limit < known):
            again = learnt.learn_window(chosen.id, limit)
        else:
            counted = max(known or 0, error.used_tokens or 0)
            again = known is not None and learnt.learn_refusal(chosen.id, _estimated(request), counted)
        first = not any(message.role == "assistant" for message in request.messages)
        tools = context.tool_tokens(request.tools)
        return explained(error, limit or known or 0, tools, first=first, again=again)

    def _orchestrate(
        self,
        chosen: Chosen,
        system: Message,
        history: History,
        specs: tuple[ToolSpec, ...],
        standing: Standing,
        state: JobState,
        last: bool,
    ) -> ModelRequest:
        messages = asking.to_orchestrator(history, state, concluding=last)
        task = state.messages[0] if state.messages else None
        return self._request(chosen, (system, *messages), () if last else specs, standing, task)

    def _write(self, chosen: Chosen, system: Message, history: History, state: JobState, _: bool) -> ModelRequest:
        return self._request(chosen, (system, *asking.to_writer(history, state)), (), Standing())

    def _request(
        self,
        chosen: Chosen,
        messages: tuple[Message, ...],
        specs: tuple[ToolSpec, ...],
        standing: Standing,
        task: Message | None = None,
    ) -> ModelRequest:
        learnt = self._models.learnt
        sees, room, counted = learnt.sees(chosen), learnt.room(chosen), learnt.window(chosen)
        return ModelRequest(
            model=chosen.settings.model,
            messages=standing.fitted(messages, room, specs, task, sees=sees, counted=counted),
            tools=specs,
            extra=dict[str, Any](chosen.settings.extra),
        )


def _estimated(request: ModelRequest) -> int:
    return sum(map(context.estimated_tokens, request.messages)) + context.tool_tokens(request.tools)


class Standing:
    """Messages that could be sent as they are. Where a request only adds to them, only what it adds is looked at.

    So the two hundredth round of a job costs what the tenth did. Where there are pictures, all is looked at anew.
    """

    def __init__(self) -> None:
        self._messages: tuple[Message, ...] = ()
        self._size = context.Size(())

    def fitted(
        self,
        messages: tuple[Message, ...],
        budget_tokens: int | None,
        tools: tuple[ToolSpec, ...],
        task: Message | None = None,
        *,
        sees: bool | None = None,
        counted: int | None = None,
    ) -> tuple[Message, ...]:
        """The messages as a server takes them: what it can see, repaired, within the budget. Raises: ContextTooLong."""
        if self._grew_to(messages) and (budget_tokens is None or self._size.fits(budget_tokens, tools)):
            return messages
        fitting = context.window(ready(context.seen(messages, task, sees=sees)), budget_tokens, tools, counted=counted)
        self._messages = messages if fitting == messages else ()
        self._size = context.Size(self._messages)
        return fitting

    def _grew_to(self, messages: tuple[Message, ...]) -> bool:
        """Whether these begin with those that stood, and what is added is in order as well; they stand now."""
        known = len(self._messages)
        more = messages[known:]
        if not known or messages[:known] != self._messages:
            return False
        if more and (more[-1].role in {"assistant", "system"} or not in_order(more, after=self._messages[-1].role)):
            return False
        self._messages = messages
        self._size.add(more)
        return not self._size.pictures
