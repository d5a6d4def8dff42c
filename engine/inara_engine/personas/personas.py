"""All personas of a home: which there are, one of them by name, its memory."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path
from typing import Final

from inara_engine.errors import Conflict, NotFound, UserError
from inara_engine.home import Home
from inara_engine.memory import MemoryFolder, files
from inara_engine.personas import editing
from inara_engine.personas.editing import PersonaFile
from inara_engine.personas.persona import BUILT_IN_FILES, DEFAULT, Persona, built_in_text, read_persona
from inara_engine.personas.stamps import Stamp, stamp

__all__ = ["Personas"]

_NAME: Final = re.compile(r"\w(?:[\w. -]{0,62}[\w-])?")  # no path, nothing hidden, no end that Windows would drop
_DEVICES: Final = re.compile(
    r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE
)  # Windows opens no file so named


class Personas:
    """The personas in `home.personas`."""

    def __init__(self, home: Home) -> None:
        self._root = home.personas
        self._backups = home.backups
        self._memories: dict[str, MemoryFolder] = {}
        self._read: dict[str, tuple[Stamp, Persona]] = {}  # as they were when they were last read

    async def names(self) -> tuple[str, ...]:
        """The personas there are, the default one first."""
        return await asyncio.to_thread(self._names)

    async def load(self, name: str) -> Persona:
        """A persona as its files are now. Raises NotFound, which names those there are."""
        return await asyncio.to_thread(self._load, name)

    async def memory(self, name: str, *, off_record: bool = False) -> MemoryFolder:
        """A persona's memory; the same object each time, so that its writers wait for each other.

        Off the record it is another one, which only reads. Raises NotFound.
        """
        if name not in self._memories:
            await asyncio.to_thread(self._check_known, name)
        kept = self._memories.setdefault(name, MemoryFolder(self._root / name, self._root, self._backups))
        return kept.off_the_record() if off_record else kept

    async def make_editable(self, name: str) -> Path:
        """Give a persona files to edit; its folder. What is there already stays as it is.

        Inara gets copies of the built-in files; a new persona begins as such a copy.
        Raises: UserError for a name that can't be a folder's; StorageError.
        """
        return await asyncio.to_thread(self._make_editable, name)

    async def files(self, name: str) -> list[PersonaFile]:
        """A persona's files as they are now. Raises NotFound."""
        return await asyncio.to_thread(self._files, name)

    async def write(self, name: str, path: str, text: str, before: str | None) -> None:
        """Give a file of a persona another text; `before` is what it was changed from (see `editing.written`).

        Raises: NotFound; UserError; Conflict where it is no longer that; StorageError.
        """
        await asyncio.to_thread(self._check_known, name)
        editing.check_text(path, text)
        if (level := editing.level_of(path)) is not None:
            await (await self.memory(name)).write(level, text, before)
        else:
            await asyncio.to_thread(editing.written, self._root / name, self._root, path, text, before)

    async def remove_paper(self, name: str, path: str) -> Path:
        """Take a paper away, into the backups; where it is now. Raises: NotFound; UserError; StorageError."""
        await asyncio.to_thread(self._check_known, name)
        return await asyncio.to_thread(editing.removed, self._root / name, self._root, self._backups, path)

    async def create(self, name: str) -> None:
        """Make a new persona, as a copy of Inara's own files. Raises: Conflict; UserError; StorageError."""
        if name in await self.names():
            raise Conflict(f"There is a persona {name!r} already.", next_step="Choose another name.")
        await self.make_editable(name)

    def _files(self, name: str) -> list[PersonaFile]:
        self._check_known(name)
        return editing.listed(self._root / name, self._root)

    def _names(self) -> tuple[str, ...]:
        try:
            with os.scandir(self._root) as entries:
                found = sorted(entry.name for entry in entries if _usable(entry.name) and entry.is_dir())
        except OSError:  # none of the person's own
            found = []
        return tuple(dict.fromkeys((DEFAULT, *found)))

    def _load(self, name: str) -> Persona:
        folder = self._root / name
        known = self._read.get(name)
        if known is not None and stamp(folder) == known[0]:
            return known[1]
        self._check_known(name)
        seen = stamp(folder)  # before it is read: what changes meanwhile is read again
        persona = read_persona(folder, self._root)
        if seen is not None:
            self._read[name] = seen, persona
        return persona

    def _check_known(self, name: str) -> None:
        names = self._names()
        if name not in names:
            raise NotFound(f"There is no persona {name!r}.", next_step=f"The personas are: {', '.join(names)}.")
        folder = self._root / name
        if files.real(folder, self._root) is None:
            raise UserError(
                f"The persona {name} is a link to a place outside {self._root}, so it is not read.",
                next_step="Move its folder there, or choose another persona.",
            )

    def _make_editable(self, name: str) -> Path:
        if not _usable(name):
            raise UserError(
                f"{name!r} can't be a persona's name.",
                next_step="Use letters, digits, spaces, dots, - and _, at most 64, beginning with a letter or digit.",
            )
        folder = self._root / name
        for file in BUILT_IN_FILES:
            if not (folder / file).exists():
                files.replace(folder / file, self._root, built_in_text(file))
        return folder


def _usable(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and not _DEVICES.fullmatch(name)
