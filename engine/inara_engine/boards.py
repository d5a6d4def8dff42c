"""The jobs that are kept, and beside them those that are off the record: the same code on a store in memory.

Ids say where something belongs (see `ids`). Closing the engine forgets it; it was never on a disk.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from functools import partial

from inara_engine.errors import Conflict, NotFound
from inara_engine.events import JobId, SessionId
from inara_engine.frozen import frozen
from inara_engine.ids import is_private, new_private_id
from inara_engine.jobs import Jobs, Planner
from inara_engine.store import Store

__all__ = ["Board", "Boards"]


@frozen
class Board:
    """A store and the jobs on it."""

    store: Store
    jobs: Jobs


class Boards:
    """Finds the board that an id belongs to. `clock` and `new_id` are those of the kept one.

    `forget` removes what jobs off the record left on the disk: copies of files, to take something back. It blocks.
    """

    def __init__(
        self,
        kept: Board,
        plan: Planner,
        clock: Callable[[], float],
        new_id: Callable[[str], str],
        forget: Callable[[], None],
    ) -> None:
        self.kept = kept
        self._plan = plan
        self._clock = clock
        self._new_id = new_id
        self._forget = forget
        self._private: Board | None = None
        self._opening = asyncio.Lock()

    @property
    def all(self) -> tuple[Board, ...]:
        """Those there are; the one off the record first."""
        return (self._private, self.kept) if self._private is not None else (self.kept,)

    def of(self, some_id: str | None) -> Board:
        """The board of a session, job or call; None is the kept one."""
        return self._private if self._private is not None and is_private(some_id or "") else self.kept

    async def for_prompt(self, session_id: SessionId | None, *, off_record: bool) -> tuple[Board, SessionId | None]:
        """Where a prompt goes, and its session there. Raises Conflict: a session can't change sides."""
        if session_id is not None and is_private(session_id) != off_record:
            raise Conflict(
                "A conversation is off the record from its first word or not at all.",
                next_step="Start a new one.",
            )
        if not off_record:
            return self.kept, session_id
        return await self._private_board(), session_id

    async def open_private(self) -> None:
        """Make room for sessions off the record, so that one can be followed before its first prompt."""
        await self._private_board()

    async def stays_local(self, session: SessionId) -> bool:
        """Whether the session's last task said that only models on this machine are asked."""
        task = await self.of(session).jobs.last_task(session)
        return task is not None and bool(task.local_only)

    async def check_follows(self, session: SessionId | None, job: JobId) -> None:
        """Raises NotFound where a job that a task is to follow is none of its session's."""
        row = await self.of(session).store.job(job) if session else None
        if row is None or row.session_id != session:
            raise NotFound(
                f"There is no job {job[:70]!r} in this conversation.", next_step="`inara jobs list` shows them."
            )

    async def close(self) -> None:
        """Stop all jobs and close the stores."""
        for board in self.all:
            await board.jobs.close()
            await board.store.close()
        if self._private is not None:
            await asyncio.to_thread(self._forget)

    async def _private_board(self) -> Board:
        async with self._opening:
            if self._private is None:
                self._private = await self._open_private()
            return self._private

    async def _open_private(self) -> Board:
        _no_core_dumps()
        store = Store(None)
        await store.open()
        jobs = Jobs(store, self._plan, self._clock, partial(new_private_id, new_id=self._new_id), 0)
        self.kept.jobs.relay(jobs)
        return Board(store, jobs)


def _no_core_dumps() -> None:
    """A crash must not write this process's memory to a disk."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)  # PR_SET_DUMPABLE, prctl(2)
