"""Work that the window starts: tasks with an owner, and a notice for whatever goes wrong in one."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from inara_desktop.said import explained
from inara_desktop.values import BannerValue
from inara_desktop.window import MainWindow
from inara_desktop.wording import translate
from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from inara_engine.face import Face

__all__ = ["Errands"]

_log = logging.getLogger(__name__)
PATIENCE_S = 3.0  # with what is written last, when the app is to end


class Errands:
    """Every task of the window runs here. The window is there before the engine, and may have to do without."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._tasks: set[asyncio.Task[Any]] = set()
        self._engine: asyncio.Future[Face] = asyncio.get_running_loop().create_future()
        self._refusal: InaraError | None = None

    @property
    def engine(self) -> asyncio.Future[Face]:
        """The engine once it is open: a future of their own for each who waits, as whoever stops waiting cancels it."""
        return asyncio.shield(self._engine)

    def opened(self, engine: Face) -> None:
        """It is open: all who wait for it go on."""
        self._engine.set_result(engine)
        self._refusal = None
        self._window.clear_banner("open")

    def refuse(self, error: InaraError) -> None:
        """It could not be opened, until the person tries again."""
        self._refusal = error
        self.say("open", error, action="reopen", action_label=translate("Bridge", "Try again"))

    def forgive(self) -> bool:
        """Whether it could not be opened: it is about to be tried again, by the first one who asks."""
        refusal, self._refusal = self._refusal, None
        self._window.clear_banner("open")
        return refusal is not None

    def refused(self) -> bool:
        """Whether it could not be opened; then that is said once more."""
        if self._refusal is not None:
            self.refuse(self._refusal)
        return self._refusal is not None

    def start(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run `work`; an error in it becomes a notice."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def ask(self, call: Callable[[Face], Coroutine[Any, Any, object]]) -> None:
        """Call the engine as soon as it is there; nobody waits for the answer."""
        self.start(self._ask(call))

    def say(self, name: str, error: InaraError, action: str = "", action_label: str = "") -> None:
        """Show an error and its next step above the conversation, in place of the last one of that name."""
        text = explained(error)
        self._window.show_banner(BannerValue(name, text, "error", action_label, action))

    async def carry_out(self, begin: Callable[[], None]) -> None:
        """Call `begin`, and wait for what it starts, a few seconds at most."""
        before = set(self._tasks)
        begin()
        if started := self._tasks - before:
            await asyncio.wait(started, timeout=PATIENCE_S)

    async def cancel(self) -> None:
        """End what still runs."""
        tasks = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def finish(self) -> None:
        """Wait for what still runs."""
        tasks = [task for task in self._tasks if task is not asyncio.current_task()]
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _ask(self, call: Callable[[Face], Coroutine[Any, Any, object]]) -> None:
        await call(await self.engine)

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if task.cancelled() or (error := task.exception()) is None:
            return
        if isinstance(error, InaraError):
            self.say("call", error)
            return
        _log.error("a task of the window failed", exc_info=error)
        text = translate(
            "Errands", "Inara made a mistake of its own. The log file has the details; please report them."
        )
        self._window.show_banner(BannerValue("fault", text, "error"))
