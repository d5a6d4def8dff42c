"""The journal: one Markdown file a day, one entry per finished turn.

    ## 19:41:05 [private untrusted] (job-0199c3a1b2c3-7f3a1b2c)
    > Asked: what is in my notes?
    > Answered: two lists and a recipe.

The job in brackets is whose turn it was: so a job that is cut once it was noted, and goes on, stands there
once, and all of it goes with its conversation. Entries from before that are found by their time and words.
All content is quoted, so an answer that contains a heading can't pass for an entry of its own, and
so can't lose its marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from math import inf
from typing import Final

from inara_engine.frozen import frozen
from inara_engine.memory.marks import Marks
from inara_engine.memory.text import clean, cut, quoted

__all__ = ["DAY_FILE", "Entry", "Turn", "apart", "entries", "entry", "names", "since", "without"]

DAY_FILE: Final = re.compile(r"\d{4}-\d\d-\d\d\.md")
_HEAD: Final = re.compile(r"## (\d\d:\d\d:\d\d)((?: \[[a-z ]+\])*)(?: \((job-[\w-]+)\))?\s*")
_TASK_CHARACTERS = 600
_ANSWER_CHARACTERS = 1200


@frozen
class Entry:
    """One turn in brief. `at` is local time, "2026-11-22 19:41:05": an hour of it may come twice."""

    at: str
    marks: Marks
    body: str
    job: str = ""

    @property
    def day(self) -> str:
        """The date, which names the entry's file."""
        return self.at[:10]

    def markdown(self) -> str:
        """The entry as it stands in its file."""
        job = self.job and f"({self.job})"
        head = " ".join(part for part in ("##", self.at[11:], str(self.marks), job) if part)
        return f"{head}\n{quoted(self.body)}\n\n"


def entry(at: datetime, task: str, answer: str, marks: Marks, job: str = "") -> Entry:
    """A finished turn, in brief. `at` is local time."""
    asked, answered = _brief(task, _TASK_CHARACTERS), _brief(answer, _ANSWER_CHARACTERS)
    body = f"Asked: {asked}\nAnswered: {answered or '(nothing)'}"
    lines = [line for line in body.splitlines() if line]
    return Entry(f"{at:%Y-%m-%d %H:%M:%S}", marks, "\n".join(lines), job)


def entries(text: str, day: str) -> list[Entry]:
    """The entries of a day's file, in its order. Lines before the first are the file's heading."""
    found: list[tuple[str, str, str, list[str]]] = []
    for line in text.splitlines():
        if head := _HEAD.fullmatch(line):
            found.append((head[1], head[2], head[3] or "", []))
        elif found and line.strip():
            found[-1][3].append(line.removeprefix(">").removeprefix(" "))
    return [Entry(f"{day} {time}", Marks.found_in(marks), "\n".join(lines), job) for time, marks, job, lines in found]


def since(noted: Sequence[Entry], at: str) -> Sequence[Entry]:
    """What of a day's entries was noted behind the last one of this time: later ones, where there is none.

    Their order in the file counts, not their times: these come twice where the clock is set back.
    """
    for place in reversed(range(len(noted))):
        if noted[place].at == at:
            return noted[place + 1 :]
    return [one for one in noted if one.at > at]


@frozen
class Turn:
    """A turn as it is looked for: by its job, else its end in local time and its task, or the first words of one.

    `whole`: the task is no more than these words. `cut`: only what was noted between its beginning and end is it.
    """

    at: datetime
    task: str
    whole: bool = True
    begun: datetime | None = None
    cut: bool = False
    job: str = ""


def without(text: str, day: str, turns: Iterable[Turn]) -> str:
    """A day's file without the entries of these turns: of those that don't name their job, the nearest in time.

    What somebody wrote into the file besides stays. "" where nothing but its heading is left.
    """
    lines = text.splitlines(keepends=True)
    heads = [number for number, line in enumerate(lines) if _HEAD.fullmatch(line.rstrip("\r\n"))]
    blocks = {begin: "".join(lines[begin:end]) for begin, end in pairwise([*heads, len(lines)])}
    noted = {begin: one for begin, block in blocks.items() for one in entries(block, day)}
    for turn in turns:
        own = [begin for begin, one in noted.items() if names(one, turn.job)]
        alike = [begin for begin, one in noted.items() if _asks(one, turn)]
        for begin in own or sorted(alike, key=lambda begin: _apart(noted[begin], turn))[:1]:
            del noted[begin]
            blocks[begin] = _besides(blocks[begin])
    left = "".join([*lines[: heads[0] if heads else None], *blocks.values()])
    return left if left.strip() not in {"", f"# {day}"} else ""


def names(noted: Entry, job: str) -> bool:
    """Whether an entry says that it is of this job."""
    return bool(job) and noted.job == job


def apart(noted: Iterable[Entry], turn: Turn) -> float:
    """How far a turn is from the nearest of these entries that asked the same, in seconds; inf where none did."""
    return min((_apart(one, turn) for one in noted if _asks(one, turn)), default=inf)


def _apart(noted: Entry, turn: Turn) -> float:
    try:
        return abs((datetime.fromisoformat(noted.at) - turn.at).total_seconds())
    except ValueError:  # a person wrote a time that there is not
        return inf


def _asks(noted: Entry, turn: Turn) -> bool:
    """Whether an entry that names no job begins with a turn's task, and is of its time."""
    if noted.job:
        return False
    begun, ended = (f"{when or turn.at:%Y-%m-%d %H:%M:%S}" for when in (turn.begun, turn.at))
    if turn.cut and not begun <= noted.at <= ended:
        return False
    return _begins(noted.body, f"Asked: {_brief(turn.task, _TASK_CHARACTERS)}{' Answered:' if turn.whole else ''}")


def _besides(block: str) -> str:
    """What of an entry's lines is not its own."""
    _, *rest = block.splitlines(keepends=True)
    return "".join(line for line in rest if line.strip() and not line.startswith(">"))


def _begins(body: str, words: str) -> bool:
    """Whether the same words come first, however they are broken into lines."""
    return " ".join(body.split()).startswith(" ".join(words.split()))


def _brief(text: str, characters: int) -> str:
    """Cut before it is cleaned, which takes its time per character, and after, when it may be shorter."""
    return cut(clean(text.strip()[: characters + 1]).strip(), characters)
