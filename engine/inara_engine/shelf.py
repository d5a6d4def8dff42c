"""The conversations as a person keeps and finds them: lists in pages, pins, folders, trash, search.

A part of the face. Each change is an event of the session, so that it is in the log and every follower hears
of it; who shows a list reads the rows that an event names, never the whole list again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from inara_engine.boards import Board, Boards
from inara_engine.events import SessionId
from inara_engine.frozen import frozen
from inara_engine.ids import is_private
from inara_engine.reckoning import KEPT_S
from inara_engine.store import Counts, Folder, Hit, Position, SessionRow

__all__ = ["Counts", "Folder", "Found", "Position", "SessionSummary", "Shelf", "summary"]

HITS_LOOKED_AT = 60  # of a search, before they are grouped
HITS_A_SESSION = 5


@frozen
class SessionSummary:
    """A session in the list. Times are Unix seconds; `snippet` is where a search matched.

    `trashed_at` is 0 outside the trash; `unread` says that an answer came which nobody has looked at.
    """

    id: SessionId
    title: str
    created_at: float
    updated_at: float
    status: Literal["", "running", "waiting"] = ""
    snippet: str = ""
    off_record: bool = False
    pinned: bool = False
    folder: str = ""
    trashed_at: float = 0.0
    unread: bool = False


@frozen
class Found:
    """A session in which a search matched, with the best places; `matches` counts those that were looked at."""

    session: SessionSummary
    hits: tuple[Hit, ...]
    matches: int


class Shelf:
    """See the module. Sessions off the record are on it as long as they are in memory, and skip the trash."""

    def __init__(self, boards: Boards) -> None:
        self._boards = boards

    async def page(
        self,
        limit: int = 200,
        before: Position | None = None,
        folder: str | None = None,
        pinned: bool | None = None,
        trashed: bool = False,
    ) -> list[SessionSummary]:
        """The next sessions of a list, after the place `before`; pinned ones first, then by last use.

        Of one folder ("": those in none), or of all; the trash by when they came there. Those off the record
        come before the first page, in addition to it.
        """
        listed: list[SessionSummary] = []
        for board in self._boards.all:
            private = board is not self._boards.kept
            if not private or before is None:
                rows = await board.store.page(limit, before, folder, pinned, trashed=trashed)
                listed += self._summaries(board, rows)
        return listed

    async def rows(self, sessions: list[SessionId]) -> list[SessionSummary]:
        """Those of the named sessions that there are, in no order."""
        listed: list[SessionSummary] = []
        for board, ids in self._by_board(sessions):
            listed += self._summaries(board, await board.store.rows(ids))
        return listed

    async def tail(self, session: SessionId, jobs: int = 30) -> int:
        """From where to `follow` a session for its last tasks only; 0 where that is all of it."""
        return await self._boards.of(session).store.tail(session, jobs)

    async def counts(self) -> Counts:
        """How many sessions are kept, how many lie in the trash, and the folders."""
        return await self._boards.kept.store.counts()

    async def find(self, query: str, limit: int = 50) -> list[Found]:
        """The sessions in which what was typed occurs (see `store.search`), the best first, with the places.

        Nothing off the record: a search for something else must not bring it before anybody's eyes.
        """
        grouped: dict[SessionId, list[Hit]] = {}
        for hit in await self._boards.kept.store.search(query, HITS_LOOKED_AT):
            grouped.setdefault(hit.session_id, []).append(hit)
        best = list(grouped)[:limit]
        summaries = {session.id: session for session in await self.rows(best)}
        return [
            Found(summaries[session], tuple(grouped[session][:HITS_A_SESSION]), len(grouped[session]))
            for session in best
            if session in summaries
        ]

    async def open_off_record(self) -> None:
        """Make room for sessions off the record, so that one can be followed before its first prompt."""
        await self._boards.open_private()

    async def pin(self, sessions: list[SessionId], pinned: bool = True) -> None:
        """Keep sessions on top of the list, or no longer."""
        for board, ids in self._by_board(sessions):
            await board.jobs.keeping.pin(ids, pinned=pinned)

    async def move(self, sessions: list[SessionId], folder: str) -> None:
        """Put sessions into a folder, which is there as soon as one lies in it; "" takes them out."""
        for board, ids in self._by_board(sessions):
            await board.jobs.keeping.move(ids, folder)

    async def rename_folder(self, folder: str, name: str) -> None:
        """Call a folder something else. Raises NotFound."""
        await self._boards.kept.jobs.keeping.rename_folder(folder, name)

    async def remove_folder(self, folder: str) -> None:
        """Take a folder away; its sessions stay. Raises NotFound."""
        await self._boards.kept.jobs.keeping.rename_folder(folder, "")

    async def trash(self, sessions: list[SessionId]) -> None:
        """Stop what runs in sessions and put them into the trash; those off the record are forgotten at once."""
        for board, ids in self._by_board(sessions):
            keeping = board.jobs.keeping
            await (keeping.trash(ids) if board is self._boards.kept else keeping.delete(ids))

    async def restore(self, sessions: list[SessionId]) -> None:
        """Take sessions out of the trash."""
        for board, ids in self._by_board(sessions):
            await board.jobs.keeping.restore(ids)

    async def delete(self, sessions: list[SessionId]) -> None:
        """Remove sessions for good, from the disk as well."""
        for board, ids in self._by_board(sessions):
            await board.jobs.keeping.delete(ids)

    async def empty_trash(self) -> int:
        """Delete for good what lies in the trash; how many sessions that were."""
        return await self._boards.kept.jobs.keeping.delete_trashed(float("inf"))

    async def expire_trash(self, now: float, doubted: tuple[float, float] = (0.0, 0.0)) -> int:
        """The same with what came there more than 30 days before `now`, but not in the time that is `doubted`."""
        return await self._boards.kept.jobs.keeping.delete_trashed(now - KEPT_S, doubted)

    async def see(self, session: SessionId) -> None:
        """The person has looked at a session: nothing in it is unread."""
        await self._boards.of(session).jobs.keeping.see(session)

    async def duplicate(self, session: SessionId) -> SessionId:
        """A second session with the same content, to go on in another direction."""
        return await self._boards.of(session).jobs.keeping.duplicate(session)

    def _by_board(self, sessions: Sequence[SessionId]) -> Iterable[tuple[Board, list[SessionId]]]:
        by_board: dict[int, tuple[Board, list[SessionId]]] = {}
        for session in dict.fromkeys(sessions):
            board = self._boards.of(session)
            by_board.setdefault(id(board), (board, []))[1].append(session)
        return by_board.values()

    def _summaries(self, board: Board, rows: Iterable[SessionRow]) -> list[SessionSummary]:
        status = board.jobs.session_status()
        return [summary(row, status.get(row.id, "")) for row in rows]


def summary(row: SessionRow, status: Literal["", "running", "waiting"]) -> SessionSummary:
    """A row of the store with what runs in it."""
    return SessionSummary(
        row.id,
        row.title,
        row.created_at,
        row.updated_at,
        status,
        row.snippet,
        off_record=is_private(row.id),
        pinned=row.pinned,
        folder=row.folder,
        trashed_at=row.trashed_at,
        unread=row.unread,
    )
