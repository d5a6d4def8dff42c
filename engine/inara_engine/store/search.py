"""Searching the history: what a person types, and what it finds.

Words are found by their beginnings and without regard to case and accents; "words in quotes" as they
stand, one after the other; -word leaves out what has that very word. Titles come first, then where
the words stand together, then where all are whole words, then where they only begin so; within each
the newest first. No relevance weights: they would cost a look at every match there is.

`in:work` (or `in:"my trips"`) looks only in that folder, `from:me`, `from:assistant` and `from:tool` only at
what they said. What is in the trash is not found.
"""

from __future__ import annotations

import re
import sqlite3
import time
import unicodedata
from collections.abc import Iterator
from typing import Literal

from pydantic import ValidationError

from inara_engine.events import SessionId, decode
from inara_engine.frozen import frozen
from inara_engine.store import index
from inara_engine.store.sessions import COLUMNS, SessionRow
from inara_engine.store.snippets import snippet
from inara_engine.store.spelling import MATCH_END, MATCH_START, as_indexed, as_written, one_line

__all__ = ["Filters", "Hit", "Search", "filters", "sessions"]

Role = Literal["title", "user", "assistant", "tool"]

SESSIONS_FOUND = 200  # in a list of sessions that match
ROWS_LOOKED_AT = 3000  # for that list
SLICE_S = 0.008  # of a search, before others get their turn; more of them would cost it more turns of the loop

# A whole text that was pasted is looked for by its beginning: FTS5 refuses large expressions.
QUERY_CHARACTERS, QUERY_TERMS = 500, 24

_TERM = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
_FILTER = re.compile(r'(?:^|(?<=\s))(in|from):(?:"([^"]*)"?|([^\s"]+))')
_SPEAKERS: dict[str, Role] = {
    "me": "user",
    "you": "user",
    "user": "user",
    "assistant": "assistant",
    "inara": "assistant",
    "tool": "tool",
}
_ROLES: dict[str, Role] = {
    "session_renamed": "title",
    "task_submitted": "user",
    "model_finished": "assistant",
    "model_stopped": "assistant",
    "tool_finished": "tool",
}


@frozen
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


@frozen
class Filters:
    """Where a search looks: in one folder, at what one role said; "" is everywhere."""

    folder: str = ""
    role: Role | Literal[""] = ""


@frozen
class _Query:
    """FTS5 expressions, the strictest first: each finds what the one before finds, and more."""

    tiers: tuple[str, ...]
    where: str = ""  # SQL conditions besides, on `event` and `session`
    arguments: tuple[object, ...] = ()
    titles: bool = True

    @property
    def widest(self) -> str:
        return self.tiers[-1]


class Search:
    """A search in slices: `go_on` until it is done, then `hits` are the best, at most half of them titles."""

    def __init__(self, text: str, limit: int, session_id: SessionId = "") -> None:
        self.hits: list[Hit] = []
        self._query = _parsed(text)
        self._limit = limit
        self._session_id = session_id
        self._steps: Iterator[None] | None = None

    def go_on(self, db: sqlite3.Connection) -> bool:
        """Search for some milliseconds more, on the store's thread; whether that was all."""
        if self._steps is None:
            self._steps = self._search(db)
        until = time.perf_counter() + SLICE_S
        return not any(time.perf_counter() > until for _ in self._steps)

    def _search(self, db: sqlite3.Connection) -> Iterator[None]:
        query = self._query
        if query is None:
            return
        volumes = index.volumes(db)
        where, arguments = query.where, query.arguments
        if self._session_id:
            # The range spares what other sessions say before and after.
            first, last = db.execute(
                "SELECT min(seq), max(seq) FROM event WHERE session_id = ?", (self._session_id,)
            ).fetchone()
            where += " AND {name}.rowid BETWEEN ? AND ? AND +event.session_id = ?"
            arguments = (*arguments, first, last, self._session_id)
            volumes = index.holding(volumes, first, last) if first else []
        if query.titles:
            most = max(1, self._limit // 2)
            self.hits += _titles(db, query.widest, most, where=where, arguments=arguments)
            yield
        seen: list[int] = []
        for expression in query.tiers:
            for volume in volumes:
                left = self._limit - len(self.hits)
                if left <= 0:
                    return
                others = f"{where} AND +{{name}}.rowid NOT IN ({', '.join(map(str, seen))})"
                found = list(_found(db, volume, expression, left, where=others, arguments=arguments))
                self.hits += found
                seen += [hit.seq for hit in found]
                yield


def sessions(db: sqlite3.Connection, text: str, limit: int) -> list[SessionRow]:
    """Sessions by last use; with a query those newest ones in which it matches, with a snippet."""
    query = _parsed(text)
    if query is None:
        rows = db.execute(
            f"SELECT {COLUMNS} FROM session WHERE trashed_at = 0 ORDER BY updated_at DESC LIMIT ?", (limit,)
        )
        return [SessionRow.of(values) for values in rows]
    snippets = _snippets(db, query, min(limit, SESSIONS_FOUND))
    found = db.execute(
        f"SELECT {COLUMNS} FROM session WHERE id IN ({', '.join('?' * len(snippets))}) ORDER BY updated_at DESC",
        tuple(snippets),
    )
    return [SessionRow.of(values, snippets[values[0]]) for values in found]


def filters(text: str) -> tuple[str, Filters]:
    """What was typed without its filters, and the filters: the last of a kind counts."""
    found = Filters()

    def take(match: re.Match[str]) -> str:
        nonlocal found
        kind, value = match[1], match[2] or match[3] or ""
        if kind == "in" and value:
            found = Filters(value, found.role)
            return " "
        if role := _SPEAKERS.get(value.casefold()):
            found = Filters(found.folder, role)
            return " "
        return match[0]

    return _FILTER.sub(take, text), found


def _snippets(db: sqlite3.Connection, query: _Query, limit: int) -> dict[SessionId, str]:
    """The newest sessions that match by title or text, each with its newest match."""
    snippets: dict[SessionId, str] = {}
    if query.titles:
        titles = _titles(db, query.widest, limit, where=query.where, arguments=query.arguments)
        snippets = {hit.session_id: "" for hit in titles}
    left = ROWS_LOOKED_AT
    for volume in index.volumes(db):
        name = index.table(volume)
        # Most matches are of sessions that are found already, and making a snippet is what costs.
        rows = db.execute(
            f"SELECT event.session_id, event.seq FROM {_FROM.format(name=name)}"
            f" WHERE {name} MATCH ?{query.where.format(name=name)} ORDER BY {name}.rowid DESC LIMIT ?",
            (query.widest, *query.arguments, left),
        ).fetchall()
        newest: dict[SessionId, int] = {}
        for session_id, seq in rows:
            if not snippets.get(session_id) and (session_id in snippets or len(snippets) + len(newest) < limit):
                newest.setdefault(session_id, seq)
        if newest:
            some = f" AND +{name}.rowid IN ({', '.join('?' * len(newest))})"
            for hit in _found(db, volume, query.widest, limit, where=some, arguments=tuple(newest.values())):
                snippets[hit.session_id] = hit.snippet.replace(MATCH_START, "").replace(MATCH_END, "")
        left -= len(rows)
        if left <= 0 or len(snippets) >= limit:
            break
    return snippets


# Not from the trash. CROSS JOIN keeps the order: matches first, then what they belong to.
_FROM = (
    "{name} CROSS JOIN event ON event.seq = {name}.rowid"
    " CROSS JOIN session ON session.id = event.session_id AND session.trashed_at = 0"
)


def _titles(
    db: sqlite3.Connection, expression: str, limit: int, *, where: str, arguments: tuple[object, ...]
) -> list[Hit]:
    """The newest titles that match."""
    of_all = (_found(db, volume, expression, limit, where=where, arguments=arguments) for volume in index.ALL_TITLES)
    return sorted((hit for hits in of_all for hit in hits), key=lambda hit: hit.seq, reverse=True)[:limit]


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
    if not db.execute("SELECT 1 FROM volume WHERE n = ?", (volume,)).fetchone():  # no title yet, or all was deleted
        return
    rows = db.execute(
        "SELECT event.session_id, event.seq, event.kind,"
        f" highlight({name}, 0, ?, ?), event.at, session.title, event.body"
        f" FROM {_FROM.format(name=name)}"
        f" WHERE {name} MATCH ?{where.format(name=name)} ORDER BY {name}.rowid DESC LIMIT ?",
        (MATCH_START, MATCH_END, expression, *arguments, limit),
    )
    for found_in, seq, kind, marked, at, title, body in rows:
        yield Hit(found_in, seq, _ROLES[kind], one_line(as_written(snippet(marked), _text(body))), at, title)


def _text(body: str) -> str:
    """What an event says, where that may be spelled otherwise than it is indexed."""
    try:
        return "" if body.isascii() else index.said(decode(body))
    except (ValidationError, TypeError):  # a damaged row
        return ""


def _parsed(text: str) -> _Query | None:
    """What was typed as FTS5 expressions, or None where no word is in it that could be found."""
    text = text[:QUERY_CHARACTERS].encode("utf-8", "replace").decode().replace("\0", " ")
    text, narrowed = filters(unicodedata.normalize("NFC", text))
    quoted: list[str] = []
    words: list[str] = []
    excluded: list[str] = []
    for sign, phrase, word in _TERM.findall(text)[:QUERY_TERMS]:
        term: str = as_indexed(phrase or word).strip()
        if any(character.isalnum() for character in term):
            (excluded if sign else quoted if phrase else words).append(_string(term))
    if not quoted and not words:
        return None
    whole = (*quoted, *words)
    tiers = [whole, (*quoted, *(f"{word} *" for word in words))]
    if len(words) > 1 and not quoted:
        tiers.insert(0, (f"{' + '.join(words)} *",))
    left_out = f" NOT ({' OR '.join(excluded)})" if excluded else ""
    expressions = tuple(dict.fromkeys(f"({' AND '.join(tier)}){left_out}" for tier in tiers))
    where, arguments = "", ()
    if narrowed.folder:
        where, arguments = " AND session.folder = ? COLLATE NOCASE", (narrowed.folder,)
    if narrowed.role:
        kinds = [kind for kind, role in _ROLES.items() if role == narrowed.role]
        where += f" AND event.kind IN ({', '.join('?' * len(kinds))})"
        arguments = (*arguments, *kinds)
    return _Query(expressions, where, arguments, titles=not narrowed.role)


def _string(term: str) -> str:
    """An FTS5 string. Its tokenizer splits it as it does texts, so signs in it mean nothing."""
    return '"' + term.replace('"', " ") + '"'
