"""Notes are lines of a Markdown list.

    - 2026-11-22 19:41 [private] Anna's birthday is in May.

Only list items are notes. Headings and paragraphs that a person wrote between them are read like
the rest, and never moved or changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from inara_engine.frozen import frozen
from inara_engine.memory.marks import Marks
from inara_engine.memory.text import one_line

__all__ = ["NOTE_CHARACTERS", "Note", "Page", "same_note"]

NOTE_CHARACTERS: Final = 500
_ITEM: Final = re.compile(r"[-*+] +\S")
_HEAD: Final = re.compile(
    r"(?:[-*+] +)?(?P<at>\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)? ?(?:\[(?:private|untrusted|private untrusted)\] ?)*"
)


@frozen
class Note:
    """One note, as it stands in its file: `raw` has no line end, but may have several lines."""

    raw: str

    @classmethod
    def made(cls, text: str, marks: Marks, at: str) -> Note:
        """A new note in one line. `at` is when it was written: "2026-11-22", or with the time."""
        return cls(" ".join(part for part in ("-", at, str(marks), one_line(text, NOTE_CHARACTERS)) if part))

    @property
    def text(self) -> str:
        """What it says, without bullet, date and mark, in one line."""
        line = " ".join(self.raw.split())
        found = _HEAD.match(line)
        return line[found.end() :] if found else line

    @property
    def dated(self) -> str:
        """What it says, and of which day."""
        return f"{self.at[:10]} {self.text}".strip()

    @property
    def marks(self) -> Marks:
        """Its marks, wherever in it they stand."""
        return Marks.found_in(self.raw)

    @property
    def at(self) -> str:
        """When it was written, "" where it doesn't say."""
        found = _HEAD.match(self.raw)
        return (found and found["at"]) or ""


@frozen
class Page:
    """A memory file in its parts: notes, and the person's own lines between them (str), in order."""

    parts: tuple[Note | str, ...] = ()

    @classmethod
    def read(cls, text: str) -> Page:
        """A file's text in parts; `text` gives it back."""
        parts: list[Note | str] = []
        in_comment = False
        for line in text.removesuffix("\n").split("\n") if text else ():
            if not in_comment and _ITEM.match(line):
                parts.append(Note(line))
            elif not in_comment and line[:1].isspace() and line.strip() and parts and isinstance(parts[-1], Note):
                parts[-1] = Note(f"{parts[-1].raw}\n{line}")
            else:
                parts.append(line)
            if "<!--" in line or "-->" in line:
                in_comment = line.rfind("<!--") > line.rfind("-->")
        return cls(tuple(parts))

    @property
    def text(self) -> str:
        """The file."""
        lines = [part.raw if isinstance(part, Note) else part for part in self.parts]
        return "\n".join(lines) + "\n" if lines else ""

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes in it, oldest first."""
        return tuple(part for part in self.parts if isinstance(part, Note))

    def without(self, notes: Iterable[Note]) -> Page:
        """The page with each of these taken out once, the oldest first."""
        left = list(notes)
        parts: list[Note | str] = []
        for part in self.parts:
            if isinstance(part, Note) and part in left:
                left.remove(part)
            else:
                parts.append(part)
        return Page(tuple(parts))

    def plus(self, notes: Iterable[Note]) -> Page:
        """The page with these at its end, those left out that it says already."""
        parts = list(self.parts)
        known = {same_note(note.text) for note in self.notes}
        for note in notes:
            if same_note(note.text) not in known:
                known.add(same_note(note.text))
                parts.append(note)
        return Page(tuple(parts))


def same_note(text: str) -> str:
    """A form in which two notes that say the same in the same words are equal."""
    return " ".join(text.casefold().split()).rstrip(".")
