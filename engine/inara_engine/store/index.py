"""The search index: FTS5 tables ("volumes") of a bounded number of events each, and one of titles.

Volumes keep every cost bounded however long the history is: a search reads the newest first and
stops when it has enough, and removing a text for good rewrites one volume instead of everything
(FTS5 keeps deleted words in its segments until they are merged: sqlite.org/fts5.html#the_merge_command).
A row's id is the `seq` of the event that its text is from. All functions run on the store's thread.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence

from inara_engine.events import Event, ModelFinished, ModelStopped, Recorded, TaskSubmitted, ToolFinished

__all__ = [
    "EVENTS_A_VOLUME",
    "MATCH_END",
    "MATCH_START",
    "TITLES",
    "add",
    "add_texts",
    "add_title",
    "dirty",
    "forget",
    "holding",
    "purge_step",
    "spaced",
    "table",
    "volumes",
]

TITLES = -1  # the volume of titles
EVENTS_A_VOLUME = 65_536  # some 20 000 messages; merging one whole takes about 0.3 s
STEP_PAGES = 64  # of one step of a merge: under 20 ms
MATCH_START, MATCH_END = "\ue000", "\ue001"  # around what matched; private use, so no text of value has them

# Scripts written without spaces, which the tokenizer would take for one long word.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_BEFORE_UNSPACED = re.compile(f"(?<=\\S)(?=[{_UNSPACED}])|(?<=[{_UNSPACED}])(?=\\S)")
_ANY_UNSPACED = re.compile(f"[{_UNSPACED}]")
_ADDED_SPACE = re.compile(f"(?<=[{_UNSPACED}])({MATCH_END}?) ({MATCH_START}?)(?=[{_UNSPACED}])")


def table(volume: int) -> str:
    """The name of a volume's table."""
    return "search_titles" if volume == TITLES else f"search_{volume}"


def volumes(db: sqlite3.Connection) -> list[int]:
    """The volumes of messages, the newest first."""
    return [n for (n,) in db.execute("SELECT n FROM volume WHERE n >= 0 ORDER BY n DESC")]


def holding(volumes: list[int], first: int, last: int) -> list[int]:
    """Those of the volumes in which events from `first` to `last` are."""
    return [volume for volume in volumes if first // EVENTS_A_VOLUME <= volume <= last // EVENTS_A_VOLUME]


def add(db: sqlite3.Connection, recorded: Recorded) -> None:
    """Index what an event says, if it says something."""
    text = _said(recorded.event)
    if text:
        add_texts(db, recorded.seq // EVENTS_A_VOLUME, [(recorded.seq, text)])


def add_title(db: sqlite3.Connection, seq: int, title: str, *, instead_of: int) -> None:
    """Index a session's title under the event that gave it, instead of the one before."""
    if instead_of:
        db.execute(f"DELETE FROM {table(TITLES)} WHERE rowid = ?", (instead_of,))
    add_texts(db, TITLES, [(seq, title)])


def forget(db: sqlite3.Connection, session_id: str) -> None:
    """Take a session out of the index, before its events go. Its words are on disk until `purge_step` has ended."""
    for (volume,) in db.execute(
        "SELECT DISTINCT seq / ? FROM event WHERE session_id = ?", (EVENTS_A_VOLUME, session_id)
    ):
        seqs = "SELECT seq FROM event WHERE session_id = ? AND seq BETWEEN ? AND ?"
        first = volume * EVENTS_A_VOLUME
        _delete(db, volume, seqs, (session_id, first, first + EVENTS_A_VOLUME - 1))
    _delete(db, TITLES, "SELECT title_seq FROM session WHERE id = ?", (session_id,))


def dirty(db: sqlite3.Connection) -> list[int]:
    """The volumes that are to be merged: full, or with words of removed texts in their segments."""
    return [n for (n,) in db.execute("SELECT n FROM volume WHERE dirty > 0")]


def purge_step(db: sqlite3.Connection, volume: int, *, first: bool) -> bool:
    """A piece of rewriting a volume without the words that were removed; whether more is to do."""
    name = table(volume)
    if not db.execute("SELECT 1 FROM volume WHERE n = ?", (volume,)).fetchone():
        return False
    if first:
        db.execute("UPDATE volume SET dirty = 1 WHERE n = ?", (volume,))
        if db.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone() is None:
            db.execute(f"DROP TABLE {name}")
            db.execute("DELETE FROM volume WHERE n = ?", (volume,))
            return False
    before = db.total_changes
    # A negative number puts all segments into the merge, also those that only have deletions.
    db.execute(f"INSERT INTO {name}({name}, rank) VALUES('merge', ?)", (-STEP_PAGES if first else STEP_PAGES,))
    if db.total_changes - before >= 2:
        return True
    # Words removed while this went on are in segments it did not see: once more from the start.
    db.execute("UPDATE volume SET dirty = dirty - 1 WHERE n = ?", (volume,))
    return False


def spaced(text: str) -> str:
    """A text as it is indexed and searched: each sign of an unspaced script a word, no marks."""
    text = text.replace(MATCH_START, " ").replace(MATCH_END, " ")
    return _BEFORE_UNSPACED.sub(" ", text) if _ANY_UNSPACED.search(text) else text


def unspaced(snippet: str) -> str:
    """A snippet as a person reads it: on one line, without the spaces that `spaced` put in."""
    return _ADDED_SPACE.sub(r"\1\2", " ".join(snippet.split()))


def _said(event: Event) -> str:
    match event:
        case TaskSubmitted(text=text) | ModelFinished(text=text) | ModelStopped(text=text) | ToolFinished(output=text):
            return text
        case _:
            return ""


def add_texts(db: sqlite3.Connection, volume: int, texts: Sequence[tuple[int, str]]) -> None:
    """Index texts under the events they are from, all in one volume."""
    if db.execute("INSERT OR IGNORE INTO volume(n) VALUES(?)", (volume,)).rowcount:
        db.execute(
            f"CREATE VIRTUAL TABLE {table(volume)} USING"
            " fts5(text, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2')"
        )
        # A full volume changes no more: merged into one segment, it is searched several times faster.
        db.execute("UPDATE volume SET dirty = 2 WHERE n = ?", (volume - 1,))
    rows = [(seq, spaced(text)) for seq, text in texts]
    db.executemany(f"INSERT INTO {table(volume)}(rowid, text) VALUES(?, ?)", rows)


def _delete(db: sqlite3.Connection, volume: int, seqs: str, arguments: tuple[object, ...]) -> None:
    if not db.execute("SELECT 1 FROM volume WHERE n = ?", (volume,)).fetchone():
        return
    if db.execute(f"DELETE FROM {table(volume)} WHERE rowid IN ({seqs})", arguments).rowcount:
        db.execute("UPDATE volume SET dirty = 2 WHERE n = ?", (volume,))
