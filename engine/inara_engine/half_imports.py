"""What an import will add stands on the disk before any of it is added: what a kill leaves of it can be taken back."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from inara_engine.backups import to_disk, unwritable
from inara_engine.boards import Board
from inara_engine.errors import InaraError
from inara_engine.events import SessionId

__all__ = ["noted", "take_back", "take_back_half"]

_log = logging.getLogger(__name__)
_NOTE = "importing-"  # beside the database: how the name of one begins
_MOST_JOBS = 1_000_000


@asynccontextmanager
async def noted(data: Path, sessions: Sequence[SessionId]) -> AsyncGenerator[None]:
    """While these are added. Raises StorageError."""
    note = data / f"{_NOTE}{sessions[0]}"
    try:
        await asyncio.to_thread(_write, note, sessions)
        yield
    finally:
        await asyncio.shield(asyncio.ensure_future(asyncio.to_thread(_remove, note)))


async def take_back_half(data: Path, kept: Board) -> None:
    """Take back what imports had added that a kill cut. What can't be now is at the next start."""
    for note in await asyncio.to_thread(lambda: sorted(data.glob(f"{_NOTE}*"))):
        try:
            sessions = (await asyncio.to_thread(note.read_text, "utf-8")).split()
            await take_back(kept, sessions)
            await asyncio.to_thread(note.unlink)
        except (InaraError, OSError, ValueError) as error:
            _log.warning("half an import could not be taken back: %s", error)


async def take_back(kept: Board, sessions: Sequence[SessionId]) -> None:
    """Delete those of these sessions that are there, unless the person went on in one. Raises StorageError."""
    there = [row.id for row in await kept.store.rows(sessions)]
    await kept.jobs.keeping.delete([session for session in there if await _is_as_imported(kept, session)])


async def _is_as_imported(kept: Board, session: SessionId) -> bool:
    jobs = await kept.store.jobs(_MOST_JOBS, session_id=session)
    return all(job.origin == "import" for job in jobs)


def _write(note: Path, sessions: Sequence[SessionId]) -> None:
    try:
        note.write_text("\n".join(sessions), encoding="utf-8")
        to_disk(note)
    except OSError as error:
        raise unwritable(note, error) from error


def _remove(note: Path) -> None:
    try:
        note.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(note, error) from error
