"""Searching the history: what a person types, and what it finds.

Words are found by their beginnings and without regard to case and accents; "words in quotes" as they
stand, one after the other; -word leaves out what has that very word. Titles come first, then where
the words stand together, then where all are whole words, then where they only begin so; within each
the newest first. No relevance weights: they would cost a look at every match there is.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal, TypeVar

from inara_engine.events import SessionId
from inara_engine.store import index
from inara_engine.store.index import MATCH_END, MATCH_START

__all__ = ["MATCH_END", "MATCH_START", "Hit", "search", "sessions"]

Row = TypeVar("Row")
Role = Literal["title", "user", "assistant", "tool"]

SNIPPET_WORDS = 14
SESSIONS_FOUND = 200  # in a list of sessions that match
ROWS_LOOKED_AT = 3000  # for that list

# A whole text that was pasted is looked for by its beginning: FTS5 refuses large expressions.
QUERY_CHARACTERS, QUERY_TERMS = 500, 24

_TERM = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
_ROLES: dict[str, Role] = {
    "session_renamed": "title",
    "task_submitted": "user",
    "model_finished": "assistant",
    "model_stopped": "assistant",
    "tool_finished": "tool",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a search matched: the message is the event `seq` of the session; `at` is Unix seconds.

    In `snippet`, one line of plain text, each match stands between MATCH_START and MATCH_END.
    """

    session_id: SessionId
    seq: int
    role: Role
    snippet: str
    at: float
    title: str


@dataclass(frozen=True, slots=True)
class _Query:
    """FTS5 expressions, the strictest first: each finds what the one before finds, and more."""

    tiers: tuple[str, ...]

    @property
    def widest(self) -> str:
        return self.tiers[-1]


def search(db: sqlite3.Connection, text: str, limit: int, session_id: SessionId = "") -> list[Hit]:
    """The best hits, at most half of them titles; in one session where it is named."""
    query = _parsed(text)
    if query is None:
        return []
    volumes = index.volumes(db)
    where, arguments = "", ()
    if session_id:
        # The range spares what other sessions say before and after.
        first, last = db.execute("SELECT min(seq), max(seq) FROM event WHERE session_id = ?", (session_id,)).fetchone()
        where, arguments = " AND {name}.rowid BETWEEN ? AND ? AND +event.session_id = ?", (first, last, session_id)
        volumes = index.holding(volumes, first, last) if first else []
    narrowed = partial(_found, db, where=where, arguments=arguments)
    hits = list(narrowed(index.TITLES, query.widest, max(1, limit // 2)))
    seen: set[int] = set()
    for expression in query.tiers:
        for volume in volumes:
            if len(hits) >= limit:
                return hits[:limit]
            for hit in narrowed(volume, expression, limit):
                if hit.seq not in seen:
                    seen.add(hit.seq)
                    hits.append(hit)
    return hits[:limit]


def sessions(db: sqlite3.Connection, text: str, limit: int, row: Callable[..., Row]) -> list[Row]:
    """Sessions by last use; with a query those newest ones in which it matches, with a snippet."""
    query = _parsed(text)
    if query is None:
        rows = db.execute(
            "SELECT id, title, created_at, updated_at FROM session ORDER BY updated_at DESC LIMIT ?", (limit,)
        )
        return [row(*values) for values in rows]
    snippets = _snippets(db, query.widest, min(limit, SESSIONS_FOUND))
    found = db.execute(
        "SELECT id, title, created_at, updated_at FROM session"
        f" WHERE id IN ({', '.join('?' * len(snippets))}) ORDER BY updated_at DESC",
        tuple(snippets),
    )
    return [row(*values, snippets[values[0]]) for values in found]


def _snippets(db: sqlite3.Connection, expression: str, limit: int) -> dict[SessionId, str]:
    """The newest sessions that match by title or text, each with its newest match."""
    snippets = {hit.session_id: "" for hit in _found(db, index.TITLES, expression, limit)}
    left = ROWS_LOOKED_AT
    for volume in index.volumes(db):
        name = index.table(volume)
        # Most matches are of sessions that are found already, and making a snippet is what costs.
        rows = db.execute(
            f"SELECT event.session_id, event.seq FROM {name} CROSS JOIN event ON event.seq = {name}.rowid"
            f" WHERE {name} MATCH ? ORDER BY {name}.rowid DESC LIMIT ?",
            (expression, left),
        ).fetchall()
        newest: dict[SessionId, int] = {}
        for session_id, seq in rows:
            if not snippets.get(session_id) and (session_id in snippets or len(snippets) + len(newest) < limit):
                newest.setdefault(session_id, seq)
        if newest:
            some = f" AND +{name}.rowid IN ({', '.join('?' * len(newest))})"
            for hit in _found(db, volume, expression, limit, where=some, arguments=tuple(newest.values())):
                snippets[hit.session_id] = hit.snippet.replace(MATCH_START, "").replace(MATCH_END, "")
        left -= len(rows)
        if left <= 0 or len(snippets) >= limit:
            break
    return snippets


def _found(
    db: sqlite3.Connection,
    volume: int,
    expression: str,
    limit: int,
    *,
    where: str = "",
    arguments: tuple[object, ...] = (),
) -> Iterator[Hit]:
    """The newest hits in a volume; `where` narrows them further ({name} is the volume's table)."""
    name = index.table(volume)
    if volume == index.TITLES and not db.execute("SELECT 1 FROM volume WHERE n = ?", (volume,)).fetchone():
        return
    rows = db.execute(
        "SELECT event.session_id, event.seq, event.kind,"
        f" snippet({name}, 0, ?, ?, '…', {SNIPPET_WORDS}), event.at, session.title"
        f" FROM {name} CROSS JOIN event ON event.seq = {name}.rowid CROSS JOIN session ON session.id = event.session_id"
        f" WHERE {name} MATCH ?{where.format(name=name)} ORDER BY {name}.rowid DESC LIMIT ?",
        (MATCH_START, MATCH_END, expression, *arguments, limit),
    )
    for found_in, seq, kind, snippet, at, title in rows:
        yield Hit(found_in, seq, _ROLES[kind], index.unspaced(snippet), at, title)


def _parsed(text: str) -> _Query | None:
    """What was typed as FTS5 expressions, or None where no word is in it that could be found."""
    text = unicodedata.normalize("NFC", text[:QUERY_CHARACTERS].encode("utf-8", "replace").decode()).replace("\0", " ")
    quoted: list[str] = []
    words: list[str] = []
    excluded: list[str] = []
    for sign, phrase, word in _TERM.findall(text)[:QUERY_TERMS]:
        term: str = index.spaced(phrase or word).strip()
        if any(character.isalnum() for character in term):
            (excluded if sign else quoted if phrase else words).append(_string(term))
    if not quoted and not words:
        return None
    whole = (*quoted, *words)
    tiers = [whole, (*quoted, *(f"{word} *" for word in words))]
    if len(words) > 1 and not quoted:
        tiers.insert(0, (f"{' + '.join(words)} *",))
    left_out = f" NOT ({' OR '.join(excluded)})" if excluded else ""
    return _Query(tuple(dict.fromkeys(f"({' AND '.join(tier)}){left_out}" for tier in tiers)))


def _string(term: str) -> str:
    """An FTS5 string. Its tokenizer splits it as it does texts, so signs in it mean nothing."""
    return '"' + term.replace('"', " ") + '"'
