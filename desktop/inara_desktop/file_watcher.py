"""The system's word that a file has changed, through Qt; the engine knows it as `settings.watching.FileWatcher`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Slot

__all__ = ["QtFileWatcher"]


class QtFileWatcher(QObject):
    """Watches the file and its folder: a file that is replaced, as most editors do, is another one to the system.

    Where the folder is missing, the nearest one above it says when it comes. A link is watched at both ends.
    """

    def __init__(self) -> None:
        super().__init__()
        self._changed: Callable[[], None] | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_changed)
        self._watcher.directoryChanged.connect(self._on_changed)

    async def watch(self, path: Path, changed: Callable[[], None]) -> bool:
        """Call `changed` when the file may be another one; False where the system has no watch to give."""
        self._changed = changed
        wanted = await asyncio.to_thread(_places, path)
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - wanted:
            self._watcher.removePaths(list(gone))
        return not (missing := wanted - watched) or not self._watcher.addPaths(list(missing))

    def close(self) -> None:
        """Tell no more."""
        self._changed = None
        self._watcher.deleteLater()

    @Slot(str)
    def _on_changed(self, _path: str) -> None:
        if self._changed is not None:
            self._changed()


def _places(path: Path) -> set[str]:
    """The file and the folder of each of its names, as far as they are there."""
    names = {path, path.resolve()}
    return {str(name) for name in names if name.exists()} | {str(_folder(name)) for name in names}


def _folder(path: Path) -> Path:
    return next(folder for folder in path.parents if folder.is_dir())
