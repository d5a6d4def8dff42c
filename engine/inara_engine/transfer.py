"""Sessions leave as files and come in from files: Inara's own and those of other assistants."""

from __future__ import annotations

import asyncio
import logging
import time
from itertools import chain, count
from pathlib import Path
from typing import Literal

from inara_engine import exports, half_imports
from inara_engine.boards import Boards
from inara_engine.errors import InaraError, NotFound, StorageError, UserError
from inara_engine.events import ImportProgressed, JobId, SessionId, is_durable
from inara_engine.folding import apply
from inara_engine.ids import new_id
from inara_engine.imports import ImportedSession, as_jobs, each_session, read_one
from inara_engine.jobs.history import branch_of
from inara_engine.state import JobState

__all__ = ["Transfer"]

_log = logging.getLogger(__name__)


class Transfer:
    """Parsing and writing happen in threads: a file may be hundreds of megabytes."""

    def __init__(self, boards: Boards, data: Path) -> None:
        self._boards = boards
        self._data = data

    async def export(self, session: SessionId, form: Literal["json", "md"]) -> str:
        """A session as a file's text: JSON with every branch, Markdown with the one in force. Raises NotFound."""
        row = await self._boards.of(session).store.session(session)
        if row is None:
            raise NotFound(f"There is no session {session}.", next_step="`inara sessions list` shows them.")
        jobs = await self._folded(session)
        if form == "json":
            value = exports.exported(row.title, row.created_at, jobs)
            return await asyncio.to_thread(exports.as_json, value)
        branch = branch_of({job: state for job, (_, state) in jobs.items()})
        value = exports.exported(row.title, row.created_at, {job: jobs[job] for job in branch})
        return await asyncio.to_thread(exports.as_markdown, value, len(jobs) - len(branch))

    async def add(self, text: str) -> SessionId:
        """Add an exported session. Raises UserError that says what is wrong with the text."""
        session_id = new_id("session")
        await self._add(session_id, await asyncio.to_thread(read_one, text))
        return session_id

    async def add_file(self, path: str) -> list[SessionId]:
        """Add all conversations of a file: Inara's own, ChatGPT's or Claude's, also as the ZIP they come in.

        All or, where the file is not whole, the disk refuses or who asked goes away, none; after a kill none from the
        next start on. Raises UserError that says what is wrong with it; StorageError.
        """
        file, total = await asyncio.to_thread(_whole, path)
        to_add = [new_id("session") for _ in range(total)]
        async with half_imports.noted(self._data, to_add):
            return await self._add_all(path, file, to_add)

    async def _add_all(self, path: str, file: Path, to_add: list[SessionId]) -> list[SessionId]:
        sessions = each_session(file)
        ids = chain(to_add, (new_id("session") for _ in count()))  # it may have grown since it was read
        added: list[SessionId] = []
        try:
            while (session := await asyncio.to_thread(next, sessions, None)) is not None:
                added.append(next(ids))
                await self._add(added[-1], session)
                self._boards.kept.jobs.announce(ImportProgressed(path, len(added), len(to_add)))
        except BaseException as error:
            left = await asyncio.shield(asyncio.ensure_future(self._left_of(added)))
            if left and isinstance(error, InaraError):
                raise StorageError(
                    f"{error.message} Of the file's {len(to_add)} conversations {left} had been added by then.",
                    next_step="Delete those before you import the file again.",
                ) from error
            raise
        return added

    async def _left_of(self, added: list[SessionId]) -> int:
        """Take back what was added of a file; how many of its conversations the disk did not let go."""
        kept = self._boards.kept
        try:
            await half_imports.take_back(kept, added)
        except InaraError as error:
            _log.warning("half an import could not be taken back: %s", error)
        try:
            return len(await kept.store.rows(added))
        except StorageError:
            return len(added)

    async def _add(self, session_id: SessionId, session: ImportedSession) -> None:
        jobs = await asyncio.to_thread(as_jobs, session, time.time())
        events, times = [list(job.events) for job in jobs], [job.times for job in jobs]
        turns = [job.turn for job in jobs]
        await self._boards.kept.jobs.keeping.add(session_id, session.title, events, times, turns)

    async def _folded(self, session: SessionId) -> dict[JobId, tuple[float, JobState]]:
        jobs: dict[JobId, tuple[float, JobState]] = {}
        after = 0
        while page := await self._boards.of(session).store.events(session, after):
            for recorded in page:
                if recorded.job_id and is_durable(recorded.event):
                    at, state = jobs.get(recorded.job_id, (recorded.at, JobState()))
                    jobs[recorded.job_id] = at, apply(state, recorded.event)
            after = page[-1].seq
        return jobs


def _whole(path: str) -> tuple[Path, int]:
    """The export at a path and how many sessions it has: read to its end, so that nothing is added of half a one."""
    file = Path(path).expanduser()
    try:
        file.lstat()
    except ValueError as error:  # half a character, or a NUL, in its name
        raise UserError("No file has such a name.", next_step="Check the path.") from error
    except OSError:  # told when it is opened
        pass
    return file, sum(1 for _ in each_session(file))
