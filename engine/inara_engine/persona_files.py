"""The face's part `files`: what personas are made of, for who edits it and sees what goes into a prompt."""

from __future__ import annotations

from inara_engine.frozen import frozen
from inara_engine.models import Models
from inara_engine.personas import PersonaFile, Personas, told
from inara_engine.tokens import estimated

__all__ = ["JournalDay", "PersonaFile", "PersonaFiles", "PromptPart"]


@frozen
class PromptPart:
    """A part of a system prompt that comes from a persona, and the tokens it takes (estimated)."""

    text: str
    tokens: int


@frozen
class JournalDay:
    """A day of the journal ("2026-11-22") and its text."""

    day: str
    text: str


class PersonaFiles:
    """Of the persona named; "" is the default one."""

    def __init__(self, personas: Personas, models: Models) -> None:
        self._personas = personas
        self._models = models

    async def all(self, persona: str = "") -> list[PersonaFile]:
        """A persona's files with their tokens and what is wrong with them. Raises NotFound."""
        return await self._personas.files(self._named(persona))

    async def write(self, persona: str, path: str, text: str, before: str | None = None) -> list[PersonaFile]:
        """Give a file another text. `before` is the text it was changed from: Conflict where it is another by now.

        Raises: NotFound; UserError; Conflict; StorageError.
        """
        name = self._named(persona)
        await self._personas.write(name, path, text, before)
        return await self._personas.files(name)

    async def create(self, persona: str) -> None:
        """Make a persona, as a copy of Inara. Raises: Conflict; UserError; StorageError."""
        await self._personas.create(persona)

    async def remove_paper(self, persona: str, path: str) -> str:
        """Take a paper away; says where it lies now. Raises: NotFound; UserError; StorageError."""
        return f"It lies in {await self._personas.remove_paper(self._named(persona), path)}."

    async def prompt(self, persona: str = "", tier: int = 2) -> list[PromptPart]:
        """What of a persona goes into the prompt at a tier from 0 to 3, in its order. Raises NotFound."""
        parts = told(await self._personas.load(self._named(persona)), tier).sections
        return [PromptPart(text, estimated(text)) for text in parts]

    async def journal(self, persona: str = "") -> list[JournalDay]:
        """The days of the journal, the newest first; of the last year or so. Raises NotFound."""
        memory = await self._personas.memory(self._named(persona))
        return [JournalDay(day, text) for day, text in await memory.days()]

    async def forget_day(self, persona: str, day: str) -> bool:
        """Remove a day of the journal for good; whether there was one. Raises: NotFound; StorageError."""
        return await (await self._personas.memory(self._named(persona))).forget_day(day)

    def _named(self, persona: str) -> str:
        return persona or self._models.settings.defaults.persona
