"""The journal: one Markdown file a day, one entry per finished turn.

    ## 19:41:05 [private untrusted]
    > Asked: what is in my notes?
    > Answered: two lists and a recipe.

All content is quoted, so an answer that contains a heading can't pass for an entry of its own, and
so can't lose its marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from inara_engine.memory.marks import Marks
from inara_engine.memory.text import clean, cut, quoted

__all__ = ["DAY_FILE", "Entry", "entries", "entry"]

DAY_FILE: Final = re.compile(r"\d{4}-\d\d-\d\d\.md")
_HEAD: Final = re.compile(r"## (\d\d:\d\d:\d\d)((?: \[[a-z ]+\])*)\s*")
_TASK_CHARACTERS = 600
_ANSWER_CHARACTERS = 1200


@dataclass(frozen=True, slots=True)
class Entry:
    """One turn in brief. `at` is local time, "2026-11-22 19:41:05"; entries sort by it."""

    at: str
    marks: Marks
    body: str

    @property
    def day(self) -> str:
        """The date, which names the entry's file."""
        return self.at[:10]

    def markdown(self) -> str:
        """The entry as it stands in its file."""
        head = " ".join(part for part in ("##", self.at[11:], str(self.marks)) if part)
        return f"{head}\n{quoted(self.body)}\n\n"


def entry(at: datetime, task: str, answer: str, marks: Marks) -> Entry:
    """A finished turn, in brief. `at` is local time."""
    asked, answered = _brief(task, _TASK_CHARACTERS), _brief(answer, _ANSWER_CHARACTERS)
    body = f"Asked: {asked}\nAnswered: {answered or '(nothing)'}"
    lines = [line for line in body.splitlines() if line]
    return Entry(f"{at:%Y-%m-%d %H:%M:%S}", marks, "\n".join(lines))


def entries(text: str, day: str) -> list[Entry]:
    """The entries of a day's file, in its order. Lines before the first are the file's heading."""
    found: list[tuple[str, str, list[str]]] = []
    for line in text.splitlines():
        if head := _HEAD.fullmatch(line):
            found.append((head[1], head[2], []))
        elif found and line.strip():
            found[-1][2].append(line.removeprefix(">").removeprefix(" "))
    return [Entry(f"{day} {time}", Marks.found_in(marks), "\n".join(lines)) for time, marks, lines in found]


def _brief(text: str, characters: int) -> str:
    """Cut before it is cleaned, which takes its time per character, and after, when it may be shorter."""
    return cut(clean(text.strip()[: characters + 1]).strip(), characters)
