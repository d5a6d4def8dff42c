"""The face's part `persona`: who can answer, and how much of each goes along with a prompt.

What is shown is what a job would be told: the same files, read in the same way, cut to the same budgets (a model
with a small window gets less).
"""

from __future__ import annotations

from collections.abc import Callable

from inara_engine.answering import Usual, usual
from inara_engine.errors import UserError
from inara_engine.frozen import frozen
from inara_engine.personas import Part, Personas, weighed
from inara_engine.settings import Settings

__all__ = ["Introductions", "Part", "PersonaReport", "Usual"]


@frozen
class PersonaReport:
    """A persona as its files are now. `problems` are sentences; `usable` is false where it can't be read at all."""

    name: str
    parts: tuple[Part, ...] = ()
    problems: tuple[str, ...] = ()
    usable: bool = True

    def tokens(self, tier: int, levels: tuple[str, ...] = ("long", "mid", "short")) -> int:
        """About how many tokens go along at a tier, with these levels of memory."""
        left_out = {"long", "mid", "short"} - set(levels)
        return sum(part.tokens for part in self.parts if part.tier <= tier and part.name not in left_out)


class Introductions:
    """`settings` are those in force."""

    def __init__(self, personas: Personas, settings: Callable[[], Settings]) -> None:
        self._personas = personas
        self._settings = settings

    async def list(self) -> list[PersonaReport]:
        """All personas, the built-in one first."""
        return [await self._report(name) for name in await self._personas.names()]

    async def show(self, name: str) -> PersonaReport:
        """One of them. Raises NotFound, which names those there are; UserError where it can't be read."""
        persona = await self._personas.load(name)
        problems = (f"{problem.path}: {problem.message} {problem.next_step}".strip() for problem in persona.problems)
        return PersonaReport(name, weighed(persona), tuple(problems))

    async def usual(self) -> Usual:
        """Who answers where nobody is named, and with how much."""
        return usual(self._settings())

    async def _report(self, name: str) -> PersonaReport:
        try:
            return await self.show(name)
        except UserError as error:
            return PersonaReport(name, problems=(f"{error.message} {error.next_step}".strip(),), usable=False)
