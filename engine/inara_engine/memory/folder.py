"""The memory of one persona on disk. One object per folder: its lock keeps writers apart."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import chain, islice
from pathlib import Path
from typing import Final, TypeVar

from pydantic import ValidationError

from inara_engine.errors import Conflict, StorageError, UserError
from inara_engine.ids import made_at
from inara_engine.memory import files, journal
from inara_engine.memory.distill import Proposal, Snapshot
from inara_engine.memory.files import FileProblem
from inara_engine.memory.folded import Folded, reached, read_record, unfolded
from inara_engine.memory.journal import Entry, Turn
from inara_engine.memory.levels import LEVELS, TITLES, Level
from inara_engine.memory.marks import Marks
from inara_engine.memory.notes import Note, Page, same_note
from inara_engine.memory.search import Found, Query, best
from inara_engine.memory.text import without_comments

__all__ = ["Found", "MemoryFolder"]

_log = logging.getLogger(__name__)
_T = TypeVar("_T")
_SEARCHED_CHARACTERS: Final = 20_000_000  # years of journal; a search stays within a second or two
_KEPT_BACKUPS: Final = 20
_DAYS_SHOWN: Final = 366


class MemoryFolder:
    """The files memory/{long,mid,short}.md and journal/ of a persona's folder below `root`.

    `backups` is where old texts go before `keep` replaces them. `off_record`: reading only; `journal`
    then does nothing, the other writers raise UserError.
    """

    def __init__(self, folder: Path, root: Path, backups: Path, *, off_record: bool = False) -> None:
        self.folder = folder
        self.off_record = off_record
        self._root = root
        self._backups = backups
        self._writing = threading.Lock()

    @property
    def persona(self) -> str:
        """The persona's name, which is its folder's."""
        return self.folder.name

    def off_the_record(self) -> MemoryFolder:
        """The same memory for a conversation that leaves nothing behind."""
        return MemoryFolder(self.folder, self._root, self._backups, off_record=True)

    def file(self, level: Level) -> Path:
        """Where a level of memory lies."""
        return self.folder / "memory" / f"{level}.md"

    async def remember(self, text: str, marks: Marks, now: datetime) -> Note | None:
        """Write a note into short memory; None where the same is noted already. `now` is local time.

        Raises: UserError (off the record, nothing to note, a file that is no text); StorageError.
        """
        self._check_on_record("remembered")
        return await asyncio.to_thread(self._remember, text, marks, now)

    async def journal(self, entry: Entry, *, again: bool = False) -> bool:
        """Add a finished turn to its day's file; whether it was. Not off the record, nor into a full file.

        `again`: its job may have been noted before, which goes. That is looked for in all days since it began.

        Raises: UserError for a link that leads elsewhere; StorageError.
        """
        return not self.off_record and await asyncio.to_thread(self._journal, entry, again)

    async def recall(self, query: str, at_most: int = 20) -> list[Found]:
        """Notes and journal entries with words of the query, best first. Files that are no text are left out."""
        stop = threading.Event()
        try:
            return await asyncio.to_thread(self._recall, Query(query), at_most, stop)
        finally:
            stop.set()

    async def write(self, level: Level, text: str, before: str | None) -> None:
        """Give a level another text, copying the old one first. `before` is what it was changed from; None: whatever.

        Raises: Conflict where it is no longer that; UserError; StorageError.
        """
        self._check_on_record("written")
        await self._in_thread(lambda: self._write(level, text, before))

    async def days(self) -> list[tuple[str, str]]:
        """The journal's days, the newest first, each with its text."""
        return await asyncio.to_thread(self._day_texts)

    async def forget_day(self, day: str) -> bool:
        """Remove a day from the journal for good; whether there was one. Raises StorageError."""
        self._check_on_record("forgotten")
        return await self._in_thread(lambda: self._forget_day(day))

    async def forget_turns(self, turns: Sequence[Turn]) -> None:
        """Remove what the journal has of these turns. Raises: UserError where it leads elsewhere; StorageError."""
        self._check_on_record("forgotten")
        await self._in_thread(lambda: self._forget_turns(turns))

    async def snapshot(self) -> Snapshot:
        """What `distill` works on. Raises UserError off the record, or for a file that is no text."""
        self._check_on_record("distilled")
        return await asyncio.to_thread(self._snapshot)

    async def put_forward(self, proposal: Proposal) -> None:
        """Hold a proposal until a person has seen it, also over a restart; an earlier one is forgotten."""
        self._check_on_record("distilled")
        await self._in_thread(lambda: files.replace(self._waiting, self._root, proposal.model_dump_json()))

    async def proposal(self) -> Proposal | None:
        """The proposal that waits for a person, None where there is none that can be read."""
        text = await asyncio.to_thread(files.read, self._waiting, self._root)
        try:
            return Proposal.model_validate_json(text) if isinstance(text, str) and text else None
        except ValidationError:
            return None

    async def discard(self) -> bool:
        """Forget the proposal that waits; whether there was one."""
        return await self._in_thread(self._discard)

    async def keep(self, proposal: Proposal) -> Path | None:
        """Put a proposal into force; where the old texts were copied to, None if it changes nothing.

        What a note moves into is written before what it moves out of: a crash in between leaves it twice,
        never not at all. Raises: Conflict where a file is no longer what the proposal was made from;
        UserError; StorageError.
        """
        self._check_on_record("kept")
        if proposal.persona != self.persona:
            raise Conflict(f"The proposal is for {proposal.persona}, not for {self.persona}.")
        return await self._in_thread(lambda: self._keep(proposal))

    @property
    def _waiting(self) -> Path:
        return self.folder / "memory" / ".proposal.json"

    @property
    def _folded(self) -> Path:
        return self.folder / "memory" / ".folded.json"

    def _check_on_record(self, what: str) -> None:
        if self.off_record:
            raise UserError(f"Off the record nothing is {what}.", next_step="Do it in a conversation on the record.")

    async def _in_thread(self, work: Callable[[], _T]) -> _T:
        """A change that was begun is finished, even if nobody waits for it any more."""
        return await asyncio.shield(asyncio.ensure_future(asyncio.to_thread(work)))

    def _texts(self) -> dict[Level, str]:
        return {level: self._text(self.file(level)) for level in LEVELS}

    def _text(self, path: Path) -> str:
        text = files.read(path, self._root)
        if isinstance(text, FileProblem):
            raise UserError(f"{text.path}: {text.message}", next_step=text.next_step)
        return text

    def _remember(self, text: str, marks: Marks, now: datetime) -> Note | None:
        note = Note.made(text, marks, f"{now:%Y-%m-%d %H:%M}")
        if not note.text:
            raise UserError("There is nothing to remember in it.", next_step="Say it in a sentence.")
        with self._writing:
            path = self.file("short")
            old = self._text(path)
            if len(old.encode()) + len(note.raw.encode()) > files.MAX_BYTES:
                raise UserError(f"{path} is full.", next_step="Distill the memory, or shorten the file by hand.")
            known = (other for other in Page.read(old).notes if other.marks == marks)
            if same_note(note.text) in {same_note(other.text) for other in known}:
                return None
            files.append(path, self._root, ("" if old else TITLES["short"]) + note.raw + "\n")
        return note

    def _write(self, level: Level, text: str, before: str | None) -> None:
        with self._writing:
            if before is not None and self._text(self.file(level)) != before:
                raise Conflict(
                    f"memory/{level}.md was changed meanwhile, in another window or by Inara itself.",
                    next_step="Take what is there now, or keep yours.",
                )
            self._back_up()
            files.replace(self.file(level), self._root, text)

    def _day_texts(self) -> list[tuple[str, str]]:
        found = [(path.stem, files.read(path, self._root)) for path in self._days()[:_DAYS_SHOWN]]
        return [(day, text) for day, text in found if isinstance(text, str)]

    def _forget_day(self, day: str) -> bool:
        if not journal.DAY_FILE.fullmatch(f"{day}.md"):
            return False
        with self._writing:
            return self._remove_day(day)

    def _remove_day(self, day: str) -> bool:
        try:
            self._day(day).unlink()
        except FileNotFoundError:
            return False
        except OSError as error:
            raise StorageError(
                f"The journal of {day} can't be removed: {error.strerror}.", next_step="Check its permissions."
            ) from error
        return True

    def _forget_turns(self, turns: Sequence[Turn]) -> None:
        """Also from the days around: a turn that ended at midnight, or was noted in another time zone, is there."""
        noted: dict[str, list[Entry]] = {}
        by_day: dict[str, list[Turn]] = {}
        with self._writing:
            known = [path.stem for path in self._days()]
            for turn in turns:
                begun, ended = sorted((turn.begun or turn.at, turn.at))  # the clock may have been set back
                days = [day for day in known if _day_beside(begun, -1) <= day <= _day_beside(ended, 1)]
                noted |= {day: self._entries(self._day(day)) for day in days if day not in noted}
                own = [day for day in days if any(journal.names(one, turn.job) for one in noted[day])]
                for day in own or sorted(days, key=lambda day: journal.apart(noted[day], turn))[:1]:
                    by_day.setdefault(day, []).append(turn)
            self._take_out(by_day)

    def _take_out(self, turns: Mapping[str, Sequence[Turn]]) -> None:
        for day, ended in turns.items():
            text = files.read(self._day(day), self._root)
            if not isinstance(text, str) or (left := journal.without(text, day, ended)) == text:
                continue
            if left:
                files.replace(self._day(day), self._root, left)
            else:
                self._remove_day(day)

    def _days_with(self, job: str) -> Iterator[str]:
        """The days that have an entry of a job: it was cut once it was noted, and went on."""
        made = _day_beside(datetime.fromtimestamp(made_at(job)), -1)  # noqa: DTZ006 - local, as it is noted
        for path in self._days() if job else ():
            text = files.read(path, self._root) if path.stem >= made else ""
            if isinstance(text, str) and job in text:  # a cheap look first: a day may be long
                yield from {one.day for one in journal.entries(text, path.stem) if journal.names(one, job)}

    def _journal(self, entry: Entry, again: bool) -> bool:
        path = self._day(entry.day)
        text = entry.markdown()
        with self._writing:
            if again:
                noted = Turn(datetime.fromisoformat(entry.at), "", job=entry.job)
                self._take_out({day: [noted] for day in self._days_with(entry.job)})
            try:
                length = path.stat().st_size
            except OSError:  # not there yet; anything else is told by the writing
                length = 0
            if length + len(text.encode()) > files.MAX_BYTES:  # hundreds of turns a day: a program, not a person
                return False
            files.append(path, self._root, (f"# {entry.day}\n\n" if not length else "") + text)
        return True

    def _day(self, day: str) -> Path:
        return self.folder / "journal" / f"{day}.md"

    def _days(self) -> list[Path]:
        """The journal's files, newest first."""
        try:
            with os.scandir(self.folder / "journal") as scanned:
                names = sorted(
                    (entry.name for entry in scanned if journal.DAY_FILE.fullmatch(entry.name)), reverse=True
                )
        except OSError:  # no journal yet
            return []
        return [self.folder / "journal" / name for name in names]

    def _entries(self, path: Path, query: Query | None = None) -> list[Entry]:
        """A day's entries; with a query none where it does not occur in the whole day."""
        text = files.read(path, self._root)
        if isinstance(text, FileProblem) or not (query is None or query.matches(text)):
            return []
        return journal.entries(text, path.stem)

    def _recall(self, query: Query, at_most: int, stop: threading.Event) -> list[Found]:
        notes = [found for level in LEVELS for found in self._notes(level)]
        turns = self._turns(query, stop)
        return best((*notes, *islice(turns, at_most)) if query.empty else chain(notes, turns), query, at_most)

    def _notes(self, level: Level) -> Iterator[Found]:
        text = files.read(self.file(level), self._root)
        if not isinstance(text, FileProblem):
            yield from _found_in(without_comments(text), f"memory/{level}.md")

    def _turns(self, query: Query, stop: threading.Event) -> Iterator[Found]:
        """What the journal has on it, the newest first."""
        room = _SEARCHED_CHARACTERS
        for path in self._days():
            if stop.is_set() or room <= 0:
                return
            for entry in reversed(self._entries(path, query)):
                room -= len(entry.body)
                yield Found(f"journal/{path.name}", entry.at, entry.body, entry.marks)

    def _snapshot(self) -> Snapshot:
        texts = self._texts()
        folded_to = Snapshot(self.persona, texts, ()).folded_to
        record = read_record(files.read(self._folded, self._root))
        entries: list[Entry] = []
        folded: dict[str, str] = {}
        for path in reversed(self._days()):
            noted = self._entries(path)
            left = unfolded(path.stem, noted, folded_to, record)
            entries += left
            if at := reached(path.stem, noted, left, folded_to, record):
                folded[path.stem] = at
        return Snapshot(self.persona, texts, tuple(entries), folded)

    def _keep(self, proposal: Proposal) -> Path | None:
        with self._writing:
            for change in proposal.changes:
                if self._text(self.file(change.level)) != change.before:
                    raise Conflict(
                        f"memory/{change.level}.md has changed since the proposal was made, so nothing was kept.",
                        next_step="Distill again.",
                    )
            if not proposal.changes:
                self._discard()
                return None
            kept = self._back_up()
            for level in LEVELS:
                for change in proposal.changes:
                    if change.level == level:
                        files.replace(self.file(level), self._root, change.after)
            self._note_folded(proposal.folded)
            self._discard()
        return kept

    def _note_folded(self, days: dict[str, str]) -> None:
        if not days:  # of a proposal from before there was a record
            return
        try:
            files.replace(self._folded, self._root, Folded(days=days).model_dump_json())
        except StorageError as error:  # the memory is kept all the same; some entries may be folded once more
            _log.warning("how far the journal has been folded could not be written: %s", error)

    def _discard(self) -> bool:
        try:
            self._waiting.unlink()
        except FileNotFoundError:
            return False
        except OSError as error:
            raise StorageError(
                f"{self._waiting} can't be removed: {error.strerror}.", next_step="Remove it by hand."
            ) from error
        return True

    def _back_up(self) -> Path:
        """Copies of all levels, in a folder of this moment; the oldest such folders go."""
        prefix = f"memory-{self.persona}-"
        folder = self._backups / f"{prefix}{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
        try:
            folder.mkdir(mode=0o700, parents=True)
            for level in LEVELS:
                if self.file(level).exists():
                    shutil.copyfile(self.file(level), folder / f"{level}.md")
            # A stamp has a fixed length: another persona's name may begin with this one's.
            others = [each for each in self._backups.glob(f"{prefix}*") if len(each.name) == len(folder.name)]
            for old in sorted(others)[:-_KEPT_BACKUPS]:
                shutil.rmtree(old)
        except OSError as error:
            raise StorageError(
                f"The old memory can't be copied to {folder}: {error.strerror}, so nothing was changed.",
                next_step="Check that the disk is not full and that you may write there.",
            ) from error
        return folder


def _day_beside(when: datetime, days: int) -> str:
    return f"{when + timedelta(days=days):%Y-%m-%d}"


def _found_in(text: str, source: str) -> Iterator[Found]:
    for part in Page.read(text).parts:
        if isinstance(part, Note):
            yield Found(source, part.at, part.text, part.marks)
        elif part.strip() and not part.startswith("#"):
            yield Found(source, "", part.strip(), Marks.found_in(part))
