"""The search index: FTS5 tables ("volumes") of a bounded number of events each, and one of titles.

Volumes keep every cost bounded however long the history is: a search reads the newest first and
stops when it has enough, and removing a text for good rewrites one volume instead of everything
(FTS5 keeps deleted words in its segments until they are merged: sqlite.org/fts5.html#the_merge_command).
A row's id is the `seq` of the event that its text is from. All functions run on the store's thread.

Numbers below `TITLES` are volumes that an older version made. The log is indexed anew from its end to its beginning
(`backlog`, the newest event that is not yet); they are searched behind the others, and each goes when it is of no use.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from inara_engine.events import (
    Event,
    ModelFinished,
    ModelStopped,
    Recorded,
    SessionRenamed,
    TaskSubmitted,
    ToolFinished,
)
from inara_engine.store.spelling import as_indexed

__all__ = [
    "ALL_TITLES",
    "EVENTS_A_VOLUME",
    "TITLES",
    "add",
    "add_texts",
    "add_title",
    "backlog",
    "dirty",
    "drop_outdated",
    "forget",
    "holding",
    "purge_step",
    "said",
    "table",
    "volumes",
]

TITLES = -1  # the volume of titles
EVENTS_A_VOLUME = 65_536  # some 20 000 messages; merging one whole takes about 0.3 s
STEP_PAGES = 64  # of one step of a merge: under 20 ms


def table(volume: int) -> str:
    """The name of a volume's table."""
    kind, number = ("words", volume) if volume >= TITLES else ("search", _outdated(volume))
    return f"{kind}_titles" if number == TITLES else f"{kind}_{number}"


def volumes(db: sqlite3.Connection) -> list[int]:
    """The volumes of messages, the newest first."""
    of_messages = "SELECT n FROM volume WHERE n NOT IN (?, ?) ORDER BY n < 0, abs(n) DESC"
    return [n for (n,) in db.execute(of_messages, ALL_TITLES)]


def backlog(db: sqlite3.Connection) -> int | None:
    """The newest event that is to be indexed anew; None where nothing is, and no volume is outdated."""
    return db.execute("SELECT max(last) FROM backlog").fetchone()[0]


def holding(volumes: list[int], first: int, last: int) -> list[int]:
    """Those of the volumes in which events from `first` to `last` are."""
    return [n for n in volumes if first // EVENTS_A_VOLUME <= max(n, _outdated(n)) <= last // EVENTS_A_VOLUME]


def drop_outdated(db: sqlite3.Connection, last: int) -> bool:
    """Remove a volume of an older version that has no event up to `last`; whether there was one."""
    rows = db.execute("SELECT n FROM volume WHERE n < ?", (TITLES,)).fetchall()
    gone = next((n for (n,) in rows if not last or _outdated(n) * EVENTS_A_VOLUME > last), None)
    if gone is None:
        return False
    db.execute(f"DROP TABLE {table(gone)}")
    db.execute("DELETE FROM volume WHERE n = ?", (gone,))
    return True


def add(db: sqlite3.Connection, recorded: Recorded) -> None:
    """Index what an event says, if it says something."""
    text = said(recorded.event)
    if text:
        add_texts(db, recorded.seq // EVENTS_A_VOLUME, [(recorded.seq, text)])


def add_title(db: sqlite3.Connection, seq: int, title: str, *, instead_of: int) -> None:
    """Index a session's title under the event that gave it, instead of the one before."""
    if instead_of:
        for volume in ALL_TITLES:
            _delete(db, volume, "?", (instead_of,), dirty=False)
    add_texts(db, TITLES, [(seq, title)])


def forget(db: sqlite3.Connection, session_id: str) -> None:
    """Take a session out of the index, before its events go. Its words are on disk until `purge_step` has ended."""
    for (volume,) in db.execute(
        "SELECT DISTINCT seq / ? FROM event WHERE session_id = ?", (EVENTS_A_VOLUME, session_id)
    ):
        seqs = "SELECT seq FROM event WHERE session_id = ? AND seq BETWEEN ? AND ?"
        first = volume * EVENTS_A_VOLUME
        for n in (volume, _outdated(volume)):
            _delete(db, n, seqs, (session_id, first, first + EVENTS_A_VOLUME - 1))
    for n in ALL_TITLES:
        _delete(db, n, "SELECT title_seq FROM session WHERE id = ?", (session_id,))


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


def said(event: Event) -> str:
    """The text of an event that is searched, "" where it has none."""
    match event:
        case TaskSubmitted(text=text) | ModelFinished(text=text) | ModelStopped(text=text) | ToolFinished(output=text):
            return text
        case SessionRenamed(title=title):
            return title
        case _:
            return ""


def add_texts(db: sqlite3.Connection, volume: int, texts: Sequence[tuple[int, str]]) -> None:
    """Index texts under the events they are from, all in one volume."""
    if db.execute("INSERT OR IGNORE INTO volume(n) VALUES(?)", (volume,)).rowcount:
        db.execute(
            f"CREATE VIRTUAL TABLE {table(volume)} USING"
            " fts5(text, prefix = '2 3', tokenize = \"unicode61 remove_diacritics 2 categories 'L* N* Co M*'\")"
        )
        # A full volume changes no more: merged into one segment, it is searched several times faster.
        db.execute("UPDATE volume SET dirty = 2 WHERE n >= 0 AND n IN (?, ?)", (volume - 1, volume + 1))
    rows = [(seq, as_indexed(text)) for seq, text in texts]
    db.executemany(f"INSERT INTO {table(volume)}(rowid, text) VALUES(?, ?)", rows)


def _delete(
    db: sqlite3.Connection, volume: int, seqs: str, arguments: tuple[object, ...], *, dirty: bool = True
) -> None:
    if not db.execute("SELECT 1 FROM volume WHERE n = ?", (volume,)).fetchone():
        return
    if db.execute(f"DELETE FROM {table(volume)} WHERE rowid IN ({seqs})", arguments).rowcount and dirty:
        db.execute("UPDATE volume SET dirty = 2 WHERE n = ?", (volume,))


def _outdated(volume: int) -> int:
    """The number of the volume that an older version made of the same events, and the other way round."""
    return -3 - volume


ALL_TITLES = TITLES, _outdated(TITLES)
