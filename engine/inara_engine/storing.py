"""The face's part `storage`: how much room everything takes, backups, and putting one back."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

from inara_engine import backups, restoring
from inara_engine.backups import Backup
from inara_engine.frozen import frozen
from inara_engine.home import Home

__all__ = ["Backup", "Room", "Storage", "StorageReport"]


@frozen
class Room:
    """A part of what is kept ("database", "personas", "backups", "undo", "logs", "cache"), where, and its bytes."""

    name: str
    path: str
    size_bytes: int


@frozen
class StorageReport:
    """What is kept, the backups (the newest first), the sessions in the trash, and the bytes free on that disk.

    `restoring` is the backup that is put back at the next start, "" for none.
    """

    rooms: tuple[Room, ...]
    backups: tuple[Backup, ...]
    trashed: int
    free_bytes: int
    restoring: str = ""


class Storage:
    """`copy` writes the database into a file, `trashed` counts the sessions in the trash; `clock` gives seconds."""

    def __init__(
        self,
        home: Home,
        copy: Callable[[Path], Awaitable[None]],
        trashed: Callable[[], Awaitable[int]],
        clock: Callable[[], float],
    ) -> None:
        self._home = home
        self._copy = copy
        self._trashed = trashed
        self._clock = clock

    async def report(self) -> StorageReport:
        """How much room everything takes."""
        return await asyncio.to_thread(self._report, await self._trashed())

    async def back_up(self) -> Backup:
        """Copy database, settings, personas and templates into a backup. Raises StorageError; then there is none."""
        now = self._clock()
        folder = await asyncio.to_thread(backups.begin, self._home, now)
        try:
            await self._copy(folder / backups.DATABASE)
            await asyncio.to_thread(backups.keep_files, self._home, folder)
            folder = await asyncio.to_thread(backups.complete, self._home, folder, now)
        except BaseException:
            await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)
            raise
        return Backup(folder.name, now, await asyncio.to_thread(backups.size_of, folder), "asked")

    async def restore(self, name: str) -> str:
        """Have a backup put back at the next start; says so. Raises: NotFound; StorageError where it is damaged."""
        await asyncio.to_thread(restoring.ask_for, self._home, name)
        return f"{name} is put back when Inara starts the next time. What is there now becomes a backup itself."

    async def keep_as_is(self) -> None:
        """Put nothing back at the next start after all. Raises StorageError."""
        await asyncio.to_thread(restoring.keep_as_is, self._home)

    async def delete_backup(self, name: str) -> None:
        """Remove a backup for good. Raises: NotFound; StorageError."""
        await asyncio.to_thread(backups.delete, self._home, name)

    def _report(self, trashed: int) -> StorageReport:
        home = self._home
        database = sum(backups.size_of(home.data / f"{home.database.name}{end}") for end in ("", "-wal"))
        rooms = [Room("database", str(home.database), database)]
        rooms += [
            Room(name, str(path), backups.size_of(path) if path.is_dir() else 0)
            for name, path in (
                ("personas", home.personas),
                ("backups", home.backups),
                ("undo", home.undo),
                ("logs", home.logs),
                ("cache", home.cache),
            )
        ]
        free = shutil.disk_usage(home.data).free
        return StorageReport(tuple(rooms), tuple(backups.found(home)), trashed, free, restoring.wanted(home))
