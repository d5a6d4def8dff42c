"""Summing up the earlier conversation when it outgrows the model's window. The log keeps every word.

The model is asked at the end of what it has just been told (same prompt, same messages), so that a server that keeps
what it read does not read it again.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import replace

from inara_engine import context
from inara_engine.errors import ProviderError
from inara_engine.events import HistoryCompacted, Progress
from inara_engine.jobs.history import SUM_UP, History, Turn
from inara_engine.jobs.repair import ready
from inara_engine.messages import Message, ToolSpec
from inara_engine.models import Chosen
from inara_engine.providers.base import ModelRequest, Reply, whole_reply
from inara_engine.state import JobState

__all__ = ["Compaction"]

FULL = 0.8  # of the window: from here on the history is summed up
KEPT = 0.3  # of the window: so much of the newest turns stays word for word
SUMMARY_CHARACTERS = 20_000  # a summary that is longer is none

BUSY = "Summing up the earlier conversation…"
FAILED = "The earlier conversation could not be summed up; its oldest part is left out this time."


class Compaction:
    """Of one job. `asked` gives the models to ask, `prompt` and `specs` what the first one is told before any message.

    `window` gives the first model's window in tokens, or None; `clock` Unix seconds.
    """

    def __init__(
        self,
        history: History,
        prompt: Message,
        specs: tuple[ToolSpec, ...],
        asked: Callable[[], Awaitable[Sequence[Chosen]]],
        window: Callable[[], int | None],
        clock: Callable[[], float],
    ) -> None:
        self._history = history
        self._prompt = prompt
        self._specs = specs
        self._asked = asked
        self._window = window
        self._clock = clock
        self._tokens = {turn.job_id: _tokens(turn.messages) for turn in history.turns}
        self._always = context.estimated_tokens(prompt) + context.tool_tokens(specs)

    def due(self, state: JobState) -> bool:
        """Whether the request would fill the window, and there are turns to sum up."""
        window = self._window()
        standing = self._history.standing(state.compacted)
        if window is None or not standing:
            return False
        told = sum(self._tokens[turn.job_id] for turn in standing) + _tokens(state.messages)
        return self._always + told > FULL * window

    async def sum_up(self, state: JobState) -> AsyncGenerator[Progress | HistoryCompacted]:
        """Ask for the summary; where none can be had, a sentence says what happens instead."""
        yield Progress(BUSY)
        window = self._window()
        standing = self._history.standing(state.compacted)
        covered = standing[: self._first_kept(standing, window or 0)]
        before = replace(self._history, turns=self._history.turns[: _place(self._history, covered[-1])])
        told = (self._prompt, *before.messages(state.compacted), Message("user", SUM_UP))
        for chosen in await self._asked():
            started = self._clock()
            try:
                fitting = ready(context.seen(told, None, sees=chosen.facts.vision))
                reply = await self._summary(chosen, context.window(fitting, window, self._specs, tied=True))
            except ProviderError:
                continue
            text = reply.text.strip()
            if 0 < len(text) <= SUMMARY_CHARACTERS:
                yield HistoryCompacted(
                    summary=text,
                    through=covered[-1].job_id,
                    turns=len(before.turns),
                    model=chosen.id,
                    model_label=chosen.label,
                    usage=reply.usage,
                    cost=chosen.cost(reply.usage),
                    duration_ms=round((self._clock() - started) * 1000),
                )
                return
        yield Progress(FAILED)

    async def _summary(self, chosen: Chosen, told: tuple[Message, ...]) -> Reply:
        request = ModelRequest(chosen.settings.model, told, self._specs, dict(chosen.settings.extra))
        return await whole_reply(chosen.provider, request)

    def _first_kept(self, standing: Sequence[Turn], window: int) -> int:
        """Where the newest turns begin that stay as they are; at least the oldest one is summed up."""
        room = KEPT * window
        kept = len(standing)
        while kept > 1 and self._tokens[standing[kept - 1].job_id] <= room:
            kept -= 1
            room -= self._tokens[standing[kept].job_id]
        return max(1, kept)


def _place(history: History, turn: Turn) -> int:
    return next(n for n, one in enumerate(history.turns, start=1) if one.job_id == turn.job_id)


def _tokens(messages: Sequence[Message]) -> int:
    return sum(map(context.estimated_tokens, messages))
