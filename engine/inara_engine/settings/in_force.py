"""The settings in force: changed here or edited in the file, one change after another, each to its end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from inara_engine.settings.declarations import Settings
from inara_engine.settings.file import Loaded, MakesChange, SettingsChange, SettingsFile
from inara_engine.settings.watching import FileWatcher, SettingsWatch

__all__ = ["SettingsInForce"]


class SettingsInForce:
    """`loaded` is what holds. `use` hears of other settings that hold now; it goes on with them before the next do."""

    def __init__(
        self,
        file: SettingsFile,
        loaded: Loaded,
        use: Callable[[Settings], Awaitable[None]],
        watcher: FileWatcher | None = None,
    ) -> None:
        self.loaded = loaded
        self.watch = SettingsWatch(file, self.reread, watcher)
        self._file = file
        self._use = use
        self._one_by_one = asyncio.Lock()  # what the file says last is what holds
        self._closed = False

    @property
    def settings(self) -> Settings:
        """What holds, without what is wrong with the file."""
        return self.loaded.settings

    async def change(self, change: SettingsChange | MakesChange) -> Settings:
        """Write a change to the file and go on with it: begun, it is done, whoever goes away.

        One that is made of what the file says (see `MakesChange`) is made when its turn has come.
        Once this is closed, what is written holds from the next start on. Raises UserError where a value does not fit.
        """
        return await asyncio.shield(asyncio.ensure_future(self._change(change)))

    async def reread(self) -> None:
        """Go on with what the file says, where that is something else."""
        async with self._one_by_one:
            await self._hold(await asyncio.to_thread(self._file.load))

    async def close(self) -> None:
        """Heed edits no more, and come to the end of what is being changed: nothing else is used from now on."""
        await self.watch.close()
        async with self._one_by_one:
            self._closed = True

    async def _change(self, change: SettingsChange | MakesChange) -> Settings:
        async with self._one_by_one:
            settings = await asyncio.to_thread(self._file.change, change)
            await self._hold(Loaded(settings), anew=True)
        return settings

    async def _hold(self, loaded: Loaded, *, anew: bool = False) -> None:
        if not self._closed and (anew or loaded != self.loaded):
            self.loaded = loaded
            await self._use(loaded.settings)
