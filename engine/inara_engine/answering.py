"""Who answers a task: the persona, its memory, and how much of both goes along."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime

from inara_engine.errors import InaraError, NotFound, UserError
from inara_engine.events import TaskSubmitted
from inara_engine.frozen import frozen
from inara_engine.memory import Marks, MemoryFolder
from inara_engine.memory.journal import entry
from inara_engine.personas import DEFAULT, Budgets, Include, Persona, Personas, Told, told
from inara_engine.settings import Settings
from inara_engine.state import Flags, JobState

__all__ = ["OWNERS_TOOLS", "Answering", "Usual", "answering", "check", "usual"]

_log = logging.getLogger(__name__)

TIERS = range(4)
GUESTS_TIER = 1  # nothing about the owner
SHARE_OF_WINDOW = 0.3  # of a model's window that a persona may take; the rest is for the conversation
OWNERS_TOOLS = frozenset({"remember", "recall", "search_sessions"})  # what Inara keeps of the owner


@frozen
class Answering:
    """`memory` is None for a guest, who is neither remembered nor told what is known about the owner."""

    persona: Persona
    tier: int
    include: Include
    memory: MemoryFolder | None

    def told(self, window_tokens: int | None) -> Told:
        """What a model with this window is told of the persona; None is no limit."""
        budgets = Budgets() if window_tokens is None else Budgets().within(int(window_tokens * SHARE_OF_WINDOW))
        return told(self.persona, self.tier, self.include, budgets)

    def offers(self, tool: str) -> bool:
        """Whether a tool makes sense here: nothing the owner said for a guest, and off the record nothing to note."""
        if tool not in OWNERS_TOOLS:
            return True
        return self.memory is not None and (tool != "remember" or not self.memory.off_record)

    async def journal(self, job_id: str, state: JobState, flags: Flags, at: datetime) -> None:
        """Write a job's finished turn down. `flags` is what was in its context, `at` local time.

        A journal that can't be written is logged and not the job's failure: the answer is there.
        """
        if self.memory is None or state.task is None or state.ended != "complete":
            return
        answer = state.response or state.summary
        turn = await asyncio.to_thread(entry, at, state.task.text, answer, Marks.of(flags), job_id)
        try:
            await self.memory.journal(turn, again=state.resumed)
        except InaraError as error:
            _log.warning("the journal of %s was not written: %s", self.persona.name, error)


async def answering(personas: Personas, settings: Settings, task: TaskSubmitted) -> Answering:
    """Who answers this task. Raises NotFound, UserError (see `check`)."""
    profile = _profile(settings, task)
    name = _persona(settings, profile, task)
    persona = await personas.load(name)
    for problem in persona.problems:
        _log.warning("left out of the persona %s: %s", name, problem)
    tier = _tier(settings, task)
    include = Include(task.include_long, task.include_mid, task.include_short)
    if settings.policy_of(profile).user_role != "owner":
        return Answering(persona, min(tier, GUESTS_TIER), include, None)
    return Answering(persona, tier, include, await personas.memory(name, off_record=task.off_record))


async def check(personas: Personas, settings: Settings, task: TaskSubmitted) -> None:
    """Refuse a task that names a profile, persona or tier that isn't there, before it is written down.

    Raises: NotFound, which names the known ones; UserError.
    """
    name = _persona(settings, _profile(settings, task), task)
    _tier(settings, task)
    if name != DEFAULT and name not in (names := await personas.names()):
        raise NotFound(f"There is no persona {name!r}.", next_step=f"The personas are: {', '.join(names)}.")


@frozen
class Usual:
    """Who answers, and with how much of both, where a task says nothing; `most_tier` is less for a guest."""

    persona: str
    tier: int
    most_tier: int


def usual(settings: Settings) -> Usual:
    """What holds for the default profile."""
    task = TaskSubmitted(text="")
    profile = _profile(settings, task)
    most = TIERS[-1] if settings.policy_of(profile).user_role == "owner" else GUESTS_TIER
    return Usual(_persona(settings, profile, task), min(_tier(settings, task), most), most)


def _profile(settings: Settings, task: TaskSubmitted) -> str:
    known = settings.profile_names()
    if task.profile and task.profile not in known:
        raise NotFound(f"There is no profile {task.profile!r}.", next_step=f"The profiles are: {', '.join(known)}.")
    return task.profile or settings.defaults.profile


def _persona(settings: Settings, profile: str, task: TaskSubmitted) -> str:
    own = settings.profiles.get(profile)
    return task.persona or (own and own.persona) or settings.defaults.persona


def _tier(settings: Settings, task: TaskSubmitted) -> int:
    tier = settings.defaults.tier if task.tier is None else task.tier
    if tier not in TIERS:
        raise UserError(f"There is no tier {tier}.", next_step="It is 0, 1, 2 or 3.")
    return tier
