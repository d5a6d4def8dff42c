"""Folding memory: journal → short → mid → long, each within its budget.

`folding` is the plan: a generator that yields prompts, takes the model's answers and returns a
`Proposal`; it touches no file and knows no model. `propose` plays it against one. Nothing is in
force until a person has seen the proposal and `MemoryFolder.keep` has written it.

What a model may do here is small on purpose, since what it reads may be hostile:

- It only ever says *new notes*. Code takes the old ones out, and only those it was just shown.
- What strangers' text went into is folded apart from the rest, and what comes out keeps the mark.
- A fold that loses more than 30 % of its notes is asked again once, then left undone. A note counts as
  kept if half of its longer words (or numbers) stand in the new notes: a measure that needs nobody's
  word for it. 30 % leaves room to drop what is over; an answer that forgets most of what it was given is
  a broken one or a trick. Whatever is left out is named in the proposal, and the old files are backed up.
- The journal is read, never changed.
- Lines of a person's own that are no notes (headings, paragraphs) stay where they are.
"""

from __future__ import annotations

import asyncio
import difflib
import re
from collections.abc import Awaitable, Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from pydantic import Field

from inara_engine.frozen import frozen
from inara_engine.memory.journal import Entry
from inara_engine.memory.levels import LEVELS, TITLES, Level, MemoryBudgets
from inara_engine.memory.marks import Marks
from inara_engine.memory.notes import Note, Page
from inara_engine.memory.prompts import answer_notes, asked_again, fold_prompt, journal_prompt
from inara_engine.memory.search import words_of
from inara_engine.memory.text import without_comments
from inara_engine.messages import Value
from inara_engine.tokens import estimated

__all__ = ["MOST_LOST", "Change", "Proposal", "Snapshot", "folding", "lost", "propose"]

_Item = TypeVar("_Item", Entry, Note)

MOST_LOST: Final = 0.3
_SHRUNK: Final = 0.9  # notes of long.md folded in place must become at least so much shorter
_LOW_WATER: Final = 0.6  # a level over its budget is brought down to this share, so that it is not folded each time
_BATCH_TOKENS: Final = 2500  # of content in one prompt: a small local model must be able to read it
_RUN_TOKENS: Final = 40_000  # of journal in one run: a first run over a year's journal must come to an end
_NOTES_A_BATCH: Final = 12  # new notes from one batch of the journal
_ENOUGH_WORDS: Final = 0.5
_FOLDED: Final = re.compile(r"<!-- journal folded up to (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) -->")
_EARLIER: Final = re.compile(r"<!-- earlier days of it folded up to [-\d: ]+: the clock was set back -->")


class Change(Value):
    """A memory file before and after, and the difference as a unified diff."""

    level: Level
    before: str
    after: str
    diff: str


class Proposal(Value):
    """What distilling would change. `left_out` are notes that are nowhere afterwards, `remarks` for the person.

    `folded` is how far each day of the journal has been folded once it is kept (see `memory.folded`).
    """

    persona: str
    changes: tuple[Change, ...] = ()
    left_out: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    folded: dict[str, str] = Field(default_factory=dict[str, str])


@frozen
class Snapshot:
    """What is folded: each level as it stands on disk, and the journal since the last time, in its order.

    `folded` is how far each of its days was folded before.
    """

    persona: str
    texts: Mapping[Level, str]
    entries: tuple[Entry, ...]
    folded: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def folded_to(self) -> str:
        """The last entry of the newest day that has been folded, "" for none; short.md says it in a comment."""
        return max(_FOLDED.findall(self.texts.get("short", "")), default="")


async def propose(
    snapshot: Snapshot, ask: Callable[[str], Awaitable[str]], budgets: MemoryBudgets | None = None
) -> Proposal:
    """Fold with a model: `ask` gives its answer to a prompt. What `ask` raises ends it, with nothing changed."""
    plan = folding(snapshot, budgets or MemoryBudgets())
    step = await asyncio.to_thread(_next, plan, None)
    while isinstance(step, str):
        step = await asyncio.to_thread(_next, plan, await ask(step))
    return step


def folding(snapshot: Snapshot, budgets: MemoryBudgets) -> Generator[str, str, Proposal]:
    """The plan: yields prompts, is sent the answers."""
    pages: dict[Level, Page] = {level: Page.read(snapshot.texts.get(level, "")) for level in LEVELS}
    work = _Work(pages, dict(snapshot.folded), snapshot.folded_to)
    due = _due(snapshot.entries)
    yield from _fold_journal(work, due)
    if len(due) < len(snapshot.entries):
        work.remarks.append("The journal is longer than one run reads; the rest is for the next time.")
    for source, target in _WAYS:
        yield from _fold_level(work, source, target, budgets.of(source))
    before = [note for text in snapshot.texts.values() for note in Page.read(text).notes]
    after = [note for page in work.pages.values() for note in page.notes]
    # Each fold may leave half of a note's words: after two of them less can be left of it.
    work.left_out += [note.text for note in lost(before, after) if note.text not in work.left_out]
    return _proposal(snapshot, work)


def lost(notes: Sequence[Note], kept: Sequence[Note]) -> list[Note]:
    """The notes that are not to be found in `kept`: fewer than half of their longer words or numbers are."""
    words = {_stem(word) for note in kept for word in words_of(note.text)}
    return [note for note in notes if not _covered(note, words)]


def _next(plan: Generator[str, str, Proposal], answer: str | None) -> str | Proposal:
    try:
        return next(plan) if answer is None else plan.send(answer)
    except StopIteration as end:
        return end.value


@dataclass(slots=True)
class _Work:
    """Where the folding has got to."""

    pages: dict[Level, Page]
    folded: dict[str, str]
    folded_to: str
    left_out: list[str] = field(default_factory=list[str])
    remarks: list[str] = field(default_factory=list[str])

    def add(self, level: Level, notes: Sequence[Note]) -> None:
        page = self.pages[level]
        self.pages[level] = (page if page.parts else Page.read(TITLES[level])).plus(notes)


_WAYS: Final[tuple[tuple[Level, Level], ...]] = (("short", "mid"), ("mid", "long"), ("long", "long"))


def _fold_journal(work: _Work, entries: Sequence[Entry]) -> Generator[str, str, None]:
    """Note what matters of the journal in short memory, and how far it has been read."""
    new: list[Note] = []
    for batch in _batches(entries, _weight_of_entry):
        texts = answer_notes((yield journal_prompt([entry.body for entry in batch], _NOTES_A_BATCH)))
        if texts is None:
            work.remarks.append("The model's answer on the journal was no list of notes, so nothing was taken from it.")
            return
        if len(texts) > _NOTES_A_BATCH:
            work.remarks.append(f"{len(texts) - _NOTES_A_BATCH} notes more than asked for were not taken.")
        marks = _together(entry.marks for entry in batch)
        new += [Note.made(text, marks, batch[-1].day) for text in texts[:_NOTES_A_BATCH]]
    if entries:
        work.add("short", new)
        work.folded |= {entry.day: entry.at for entry in entries}
        earlier = [entry.at for entry in entries if entry.day < work.folded_to[:10]]  # the clock was set back
        work.folded_to = entries[-1].at if len(earlier) < len(entries) else work.folded_to
        work.pages["short"] = _with_marker(work.pages["short"], work.folded_to, earlier[-1] if earlier else "")


def _fold_level(work: _Work, source: Level, target: Level, budget: int) -> Generator[str, str, None]:
    """Bring one level down to its budget by moving its oldest notes on."""
    if _size(work.pages[source]) <= budget:
        return
    for batch in _batches(_oldest(work.pages[source], budget), _weight_of_note):
        new = yield from _folded(batch, shrink=source == target)
        if new is None:
            work.remarks.append(
                f"The model's answer left out too much of {len(batch)} notes of {source}.md; they stay as they are."
            )
            continue
        work.left_out += [note.text for note in lost(batch, new)]
        work.pages[source] = work.pages[source].without(batch)
        work.add(target, new)
    if _size(work.pages[source]) > budget:
        work.remarks.append(f"{source}.md is still over its budget of {budget:,} tokens; you may shorten it by hand.")


def _folded(batch: Sequence[Note], *, shrink: bool) -> Generator[str, str, list[Note] | None]:
    """The notes that stand for a batch; None where the model can't do it, even asked again."""
    marks = _together(note.marks for note in batch)
    texts = [note.dated for note in batch]
    day = max(note.at[:10] for note in batch)
    most = sum(map(_weight_of_note, batch)) * (_SHRUNK if shrink else 1)
    prompt = fold_prompt(texts)
    for _ in range(2):
        new = [Note.made(text, marks, day) for text in answer_notes((yield prompt)) or ()]
        missing = lost(batch, new)
        if len(missing) <= MOST_LOST * len(batch) and sum(map(_weight_of_note, new)) <= most:
            return new
        prompt = asked_again(texts, [note.dated for note in missing])
    return None


def _due(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The oldest entries, as many as one run reads; those of one second stay together."""
    room = _RUN_TOKENS
    for count, entry in enumerate(entries):
        if room <= 0 and entry.at != entries[count - 1].at:
            return entries[:count]
        room -= _weight_of_entry(entry)
    return entries


def _oldest(page: Page, budget: int) -> list[Note]:
    """The notes to move on, oldest first, so many that what is left fits well."""
    excess = _size(page) - int(budget * _LOW_WATER)
    moved: list[Note] = []
    for note in page.notes:
        if excess <= 0:
            break
        moved.append(note)
        excess -= _weight_of_note(note)
    return moved


def _batches(items: Sequence[_Item], weight: Callable[[_Item], int]) -> list[list[_Item]]:
    """Items in order, in pieces a prompt can hold; never trusted and untrusted ones in one."""
    batches: list[list[_Item]] = []
    for untrusted in (False, True):
        room = 0
        for item in items:
            if item.marks.untrusted is not untrusted:
                continue
            if weight(item) > room:
                batches.append([])
                room = _BATCH_TOKENS
            batches[-1].append(item)
            room -= weight(item)
    return batches


def _weight_of_entry(entry: Entry) -> int:
    return estimated(entry.body)


def _weight_of_note(note: Note) -> int:
    return estimated(note.raw)


def _size(page: Page) -> int:
    return estimated(without_comments(page.text))


def _together(marks: Iterable[Marks]) -> Marks:
    together = Marks()
    for each in marks:
        together |= each
    return together


def _covered(note: Note, words: set[str]) -> bool:
    telling = [word for word in words_of(note.text) if len(word) > 3 or not word.isascii() or word.isdigit()]
    telling = telling or list(words_of(note.text))
    return sum(_stem(word) in words for word in telling) >= _ENOUGH_WORDS * len(telling)


def _stem(word: str) -> str:
    return word[:5]


def _with_marker(page: Page, at: str, earlier: str) -> Page:
    """The page with the lines that say how far the journal has been read, above the first note.

    That of `earlier` days is for who reads it, and so that such a run changes something that can be kept.
    """
    parts = [
        part
        for part in page.parts
        if isinstance(part, Note) or not (_FOLDED.fullmatch(part) or _EARLIER.fullmatch(part))
    ]
    first = next((n for n, part in enumerate(parts) if isinstance(part, Note)), len(parts))
    lines = [f"<!-- journal folded up to {at} -->"]
    if earlier:
        lines.append(f"<!-- earlier days of it folded up to {earlier}: the clock was set back -->")
    return Page((*parts[:first], *lines, *parts[first:]))


def _proposal(snapshot: Snapshot, work: _Work) -> Proposal:
    changes: list[Change] = []
    for level in LEVELS:
        before, page = snapshot.texts.get(level, ""), work.pages[level]
        if page != Page.read(before):
            name = f"memory/{level}.md"
            lines = difflib.unified_diff(before.splitlines(), page.text.splitlines(), name, name, lineterm="")
            changes.append(Change(level=level, before=before, after=page.text, diff="\n".join(lines)))
    remarks = work.remarks if changes or work.remarks else ["There is nothing to fold."]
    return Proposal(
        persona=snapshot.persona,
        changes=tuple(changes),
        left_out=tuple(work.left_out),
        remarks=tuple(remarks),
        folded=work.folded,
    )
