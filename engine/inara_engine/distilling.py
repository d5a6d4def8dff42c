"""The face's part `memory`: what is remembered, and folding it with the model of the role `distill`.

Folding is a side call: it runs when asked for (or when a schedule asks), never within a turn, and its
result waits as a proposal until a person keeps or discards it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import field

from inara_engine.errors import NotFound, ProviderError, UserError
from inara_engine.frozen import frozen
from inara_engine.memory import Level, MemoryFolder, Proposal, propose
from inara_engine.messages import Message
from inara_engine.models import Chosen, Models
from inara_engine.personas import Personas
from inara_engine.providers.base import ModelRequest, whole_reply
from inara_engine.settings import DEMO

__all__ = ["Distiller", "MemoryReport"]

ROLE = "distill"


@frozen
class MemoryReport:
    """A persona's memory as it stands: the text of each level, and the proposal that waits, if one does.

    `problems` are files of the persona that were left out, each with what to do.
    """

    persona: str
    levels: dict[Level, str] = field(default_factory=dict[Level, str])
    proposal: Proposal | None = None
    problems: tuple[str, ...] = ()


class Distiller:
    """Shows and folds the memory of personas; "" is the default one."""

    def __init__(self, personas: Personas, models: Models) -> None:
        self._personas = personas
        self._models = models
        self._folding: set[str] = set()

    async def report(self, persona: str = "") -> MemoryReport:
        """What is remembered under a persona. Raises NotFound."""
        name = self._named(persona)
        found = await self._personas.load(name)
        memory = await self._personas.memory(name)
        problems = tuple(str(problem) for problem in found.problems)
        return MemoryReport(name, dict(found.memory), await memory.proposal(), problems)

    async def distill(self, persona: str = "", model: str = "", local_only: bool = False) -> Proposal:
        """Fold a persona's memory into a proposal, which then waits to be kept or discarded.

        `model` is the id of one; otherwise those of the role `distill`, else the orchestrator's first. With
        `local_only` none that is elsewhere.
        Raises: NotFound; UserError; ProviderError, with nothing changed.
        """
        name = self._named(persona)
        memory = await self._personas.memory(name)
        if name in self._folding:
            raise UserError(f"The memory of {name} is being distilled already.", next_step="Wait for its end.")
        self._folding.add(name)
        try:
            snapshot = await memory.snapshot()
            proposal = await propose(snapshot, self._asker(await self._chosen(model, local_only=local_only)))
            if proposal.changes:
                await memory.put_forward(proposal)
        finally:
            self._folding.discard(name)
        return proposal

    async def keep(self, persona: str = "") -> str:
        """Put the waiting proposal into force; says where the old texts are. Raises NotFound, Conflict."""
        memory = await self._personas.memory(self._named(persona))
        copies = await memory.keep(await self._waiting(memory))
        return f"Kept. The old memory is in {copies}."

    async def discard(self, persona: str = "") -> None:
        """Forget the waiting proposal. Raises NotFound where there is none."""
        memory = await self._personas.memory(self._named(persona))
        if not await memory.discard():
            raise _none_waits(memory.persona)

    def _named(self, persona: str) -> str:
        return persona or self._models.settings.defaults.persona

    async def _waiting(self, memory: MemoryFolder) -> Proposal:
        proposal = await memory.proposal()
        if proposal is None:
            raise _none_waits(memory.persona)
        return proposal

    async def _chosen(self, model: str, *, local_only: bool) -> tuple[Chosen, ...]:
        chosen = await self._models.choose(ROLE, model, local_only=local_only) or await self._models.choose(
            "orchestrator", local_only=local_only
        )
        if all(one.settings.provider == DEMO for one in chosen):
            raise UserError(
                "The demo is a script and can't distill.",
                next_step="Add a model to config.toml, or choose one in the window.",
            )
        return chosen

    def _asker(self, chosen: tuple[Chosen, ...]) -> Callable[[str], Awaitable[str]]:
        """Asks the first model that answers."""

        async def ask(prompt: str) -> str:
            *others, last = chosen
            for one in others:
                try:
                    return await _answer(one, prompt)
                except ProviderError:  # the next one is asked
                    continue
            return await _answer(last, prompt)

        return ask


async def _answer(chosen: Chosen, prompt: str) -> str:
    request = ModelRequest(
        model=chosen.settings.model, messages=(Message("user", prompt),), extra=dict(chosen.settings.extra)
    )
    reply = await whole_reply(chosen.provider, request)
    if reply.text:
        return reply.text
    raise ProviderError(f"{chosen.label} ended without an answer.", next_step="Try again, or with another model.")


def _none_waits(name: str) -> NotFound:
    return NotFound(f"No proposal for the memory of {name} waits.", next_step="`inara memory distill` makes one.")
