"""What the run loop is given: who can be asked, which tools there are, and who decides about them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Container, Mapping
from typing import Protocol

from inara_engine.errors import ContextTooLong
from inara_engine.events import Action, DurableEvent, Event, JobId, PromptSet
from inara_engine.folding import apply
from inara_engine.frozen import frozen
from inara_engine.messages import Usage
from inara_engine.policy import Decision
from inara_engine.providers.base import ModelRequest, Provider
from inara_engine.running import ToolTasks
from inara_engine.state import Flags, JobState
from inara_engine.tools.base import Tool, ToolContext

__all__ = ["Compactor", "Deps", "Judge", "Seeing", "Speaker", "Voice"]


class Judge(Protocol):
    """Policy with its context filled in."""

    def __call__(self, tool: str, action: Action, flags: Flags, *, approved: bool) -> Decision:
        """Decide on one resolved call."""
        ...


def _not_counted(_: Usage) -> None:
    """The cost of what has no price."""


def _unknown() -> None:
    """The window of a model that nobody knows."""


def _forget(request: ModelRequest, usage: Usage) -> None:
    """Nothing is learnt."""


def _as_the_server_says(_: ModelRequest, error: ContextTooLong) -> ContextTooLong:
    """Nothing is learnt."""
    return error


async def _as_they_are(deps: Deps) -> Deps:
    """Settings that never change."""
    return deps


class Compactor(Protocol):
    """Sums up what came before the job."""

    def due(self, state: JobState) -> bool:
        """Whether that is called for before the next question."""
        ...

    def sum_up(self, state: JobState) -> AsyncGenerator[Event]:
        """What happens meanwhile; a `HistoryCompacted` where it could be done."""
        ...


class Seeing(Protocol):
    """Has the task's pictures described for a model that can't see."""

    def due(self, state: JobState) -> bool:
        """Whether that is called for before the next question."""
        ...

    def refused(self, model_id: str, state: JobState) -> bool:
        """A model refused pictures; whether asking once more makes sense."""
        ...

    def describe(self, state: JobState) -> AsyncGenerator[Event]:
        """What happens meanwhile, an `ImagesDescribed` last. Raises ProviderError where that stops the job."""
        ...


@frozen
class Voice:
    """A model that can be asked: its id and label for people, its provider, and the request of a round.

    `request(state, last)` builds the call; `last` means no tools: conclude. `cost` says what a call costs, `window`
    how many tokens the model can read at once, where either is known, and `room` how many that is as we estimate
    them; `learn` is told what a request came to, `too_long` that it was refused for its length, of which it makes
    what the person is told. `prompt` is what it is told before any message, `notice` what the
    person is. `without_tools` gives who asks the same model when it refuses them.
    """

    id: str
    label: str
    provider: Provider
    request: Callable[[JobState, bool], ModelRequest]
    cost: Callable[[Usage], float | None] = _not_counted
    window: Callable[[], int | None] = _unknown
    room: Callable[[], int | None] = _unknown
    learn: Callable[[ModelRequest, Usage], None] = _forget
    too_long: Callable[[ModelRequest, ContextTooLong], ContextTooLong] = _as_the_server_says
    prompt: PromptSet | None = None
    notice: str = ""
    without_tools: Callable[[], Voice] | None = None


@frozen
class Speaker:
    """A role and the models it may speak with, in order: the next one only before anything was said or done."""

    role: str
    voices: tuple[Voice, ...]


@frozen
class Deps:
    """What one job runs with. Where there is a `writer`, the orchestrator's last reply is only a summary for it.

    `earlier` are the flags of the session before this job, `told` those of what the system prompt tells.
    `finished` is given the job's last state before its end is recorded. `questions_expire_s`: 0 is never.
    `given_urls` are the addresses that may be read unasked, as far as the job has got. `notices` are for the person.
    `renewed` gives the same with the tools, and what they reach, as the settings have them by now.
    """

    job_id: JobId
    orchestrator: Speaker
    writer: Speaker | None
    max_rounds: int
    tools: Mapping[str, Tool]
    context: ToolContext
    judge: Judge
    tasks: ToolTasks
    clock: Callable[[], float]
    questions_expire_s: float = 0
    host: str = ""
    earlier: Flags = Flags()
    told: Flags = Flags()
    prompts: frozenset[str] = frozenset()  # those the session's log has
    compaction: Compactor | None = None
    sight: Seeing | None = None  # where the task has pictures
    finished: Callable[[JobState], Awaitable[None]] | None = None
    given_urls: Callable[[JobState], Container[str]] | None = None
    notices: tuple[str, ...] = ()  # told before the first question
    stopping: Callable[[], bool] = lambda: False  # the person stopped it: nothing new begins
    fold: Callable[[JobState, DurableEvent], JobState] = apply
    renewed: Callable[[Deps], Awaitable[Deps]] = _as_they_are
