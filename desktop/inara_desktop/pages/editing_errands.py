"""What the errands share whose page has entries that are edited in a dialog: opening it, writing, saying what is wrong.

A new page says with `_entry` what is written, and with `_keep` what belongs to it besides.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import Slot

from inara_desktop.gone import is_gone
from inara_desktop.pages.editor import Editor
from inara_desktop.pages.filled import Filled
from inara_desktop.pages.key_field import KeyField
from inara_desktop.pages.office import Office, Sets
from inara_desktop.pages.page import Page
from inara_desktop.pages.page_errands import PageErrands
from inara_desktop.pages.refusing import refuse
from inara_engine.errors import InaraError

__all__ = ["EditingErrands", "Entry", "Note", "changes"]

PageT = TypeVar("PageT", bound=Page)


class Entry(NamedTuple):
    """What saving writes: where the entry is in the file, and what is set there. No repr has the secret."""

    here: tuple[str | int, ...]
    sets: list[Sets]
    secret: str = ""

    def __repr__(self) -> str:
        return f"Entry({self.here!r}, {self.sets!r})"


class Saved(NamedTuple):
    """What stood in the editor when the person pressed Save: it holds whatever becomes of the editor after that."""

    name: str
    new: bool
    form: Filled
    secret: str

    def __repr__(self) -> str:
        return f"Saved({self.name!r}, {self.new!r}, {self.form!r})"


def changes(form: Filled, here: tuple[str, ...], before: Mapping[str, Any], also: Mapping[str, Any]) -> list[Sets]:
    """What the form has otherwise than the file had `before`, and what is set besides."""
    sets = [((*here, *path), value) for path, value in form.changes(before)]
    return [*sets, *(((*here, name), value) for name, value in also.items())]


class Note(NamedTuple):
    """What the page says once an entry is saved."""

    text: str = ""
    error: bool = False


class EditingErrands(PageErrands[PageT]):
    """One editor at a time."""

    def __init__(self, office: Office, page: PageT) -> None:
        super().__init__(office, page)
        self._editor: Editor | None = None
        self._key: KeyField | None = None

    async def _entry(self, saved: Saved) -> Entry:
        """What to write. Raises InaraError, which the editor says; Refused is said beside a field."""
        raise NotImplementedError  # each page's own; a QObject's class can't be an ABC as well

    async def _keep(self, name: str, entry: Entry) -> Note:  # noqa: ARG002 - most keep nothing
        """Keep what stands in no file, once the entry is written. Raises InaraError, which the editor says."""
        return Note()

    def _edit(self, editor: Editor, key: KeyField | None = None) -> None:
        """Open it; `key` is where a secret is typed."""
        self._editor, self._key = editor, key
        editor.saved.connect(self._on_saved)
        editor.finished.connect(self._on_closed)
        editor.open()

    @Slot(str)
    def _on_saved(self, name: str) -> None:
        if (editor := self._editor) is not None:
            secret = "" if self._key is None else self._key.text
            saved = Saved(name, not editor.original, editor.form.filled(), secret)
            self._office.start(self.page, self._save(editor, saved))

    async def _save(self, editor: Editor, saved: Saved) -> None:
        here: tuple[str | int, ...] = ()
        try:
            entry = await self._entry(saved)
            here = entry.here
            if entry.sets:
                await self._office.change(*entry.sets)
            note = await self._keep(saved.name, entry)
        except InaraError as error:
            if is_gone(editor):  # it was closed meanwhile
                raise
            refuse(editor, here, error)
            return
        if not is_gone(editor):
            editor.accept()
        await self._read()
        if note.text:
            self.page.tell(note.text, error=note.error)

    @Slot()
    def _on_closed(self) -> None:
        self._editor = self._key = None
