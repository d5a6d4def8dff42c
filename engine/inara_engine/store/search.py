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
from typing import Literal, TypeVar

from inara_engine.events import SessionId
from inara_engine.store import index
from inara_engine.store.index import MATCH_END, MATCH_START

__all__ = ["MATCH_END", "MATCH_START", "Hit", "search", "sessions"]

Row = TypeVar("Row")
Role = Literal["title", "user", "assistant", "tool"]

SNIPPET_WORDS = 14
SESSIONS_FOUND = 200  # in a list of sessions that match
ROWS_LOOKED_AT = 1000  # for that list

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
    hits = list(_found(db, index.TITLES, query.widest, max(1, limit // 2), session_id))
    seen: set[int] = set()
    volumes = index.volumes(db)
    for expression in query.tiers:
        for volume in volumes:
            if len(hits) >= limit:
                return hits[:limit]
            for hit in _found(db, volume, expression, limit, session_id):
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
    limit = min(limit, SESSIONS_FOUND)
    snippets = {hit.session_id: "" for hit in _found(db, index.TITLES, query.widest, limit)}
    for hit in _newest(db, query.widest):
        if len(snippets) >= limit and hit.session_id not in snippets:
            break
        if not snippets.get(hit.session_id):
            snippets[hit.session_id] = hit.snippet.replace(MATCH_START, "").replace(MATCH_END, "")
    found = db.execute(
        "SELECT id, title, created_at, updated_at FROM session"
        f" WHERE id IN ({', '.join('?' * len(snippets))}) ORDER BY updated_at DESC",
        tuple(snippets),
    )
    return [row(*values, snippets[values[0]]) for values in found]


def _newest(db: sqlite3.Connection, expression: str) -> Iterator[Hit]:
    left = ROWS_LOOKED_AT
    for volume in index.volumes(db):
        for hit in _found(db, volume, expression, left):
            left -= 1
            yield hit
        if left <= 0:
            return


def _found(
    db: sqlite3.Connection, volume: int, expression: str, limit: int, session_id: SessionId = ""
) -> Iterator[Hit]:
    name = index.table(volume)
    if volume == index.TITLES and not db.execute("SELECT 1 FROM volume WHERE n = ?", (volume,)).fetchone():
        return
    where, arguments = "", (MATCH_START, MATCH_END, expression)
    if session_id:
        # The range lets FTS5 skip most of what other sessions say.
        where = (
            f" AND {name}.rowid BETWEEN (SELECT min(seq) FROM event WHERE session_id = ?1)"
            " AND (SELECT max(seq) FROM event WHERE session_id = ?1) AND +event.session_id = ?1"
        ).replace("?1", "?")
        arguments = (*arguments, session_id, session_id, session_id)
    rows = db.execute(
        "SELECT event.session_id, event.seq, event.kind,"
        f" snippet({name}, 0, ?, ?, '…', {SNIPPET_WORDS}), event.at, session.title"
        f" FROM {name} CROSS JOIN event ON event.seq = {name}.rowid CROSS JOIN session ON session.id = event.session_id"
        f" WHERE {name} MATCH ?{where} ORDER BY {name}.rowid DESC LIMIT ?",
        (*arguments, limit),
    )
    for found_in, seq, kind, snippet, at, title in rows:
        yield Hit(found_in, seq, _ROLES[kind], index.unspaced(snippet), at, title)


def _parsed(text: str) -> _Query | None:
    """What was typed as FTS5 expressions, or None where no word is in it that could be found."""
    text = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode()).replace("\0", " ")
    quoted: list[str] = []
    words: list[str] = []
    excluded: list[str] = []
    for sign, phrase, word in _TERM.findall(text):
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
