"""Blocking calls that may never return, asked with a time limit.

A keyring blocks for ever when its daemon is stopped or its prompt stays open, and a thread can't be
ended. So each call has a daemon thread of its own, which neither the loop nor the end of the
process waits for, and there is never more than one: while one is stuck, the next call is refused.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Generic, TypeVar

__all__ = ["NoAnswer", "Patience"]

T = TypeVar("T")


class NoAnswer(Exception):
    """The time limit passed. `prompting`: the system is asking the person, who has not answered."""

    def __init__(self, *, prompting: bool) -> None:
        super().__init__("no answer")
        self.prompting = prompting


class Patience:
    """Runs one call at a time. Limits are seconds; the longer one counts once a prompt is open."""

    def __init__(self, limit_s: float, prompt_limit_s: float) -> None:
        self._limit_s = limit_s
        self._prompt_limit_s = prompt_limit_s
        self._turn = asyncio.Lock()
        self._running: _Call[Any] | None = None

    async def run(self, call: Callable[[Callable[[], None]], T]) -> T:
        """Run `call(prompt_opens)` in a thread; it calls `prompt_opens` before it may have to wait for a person.

        Raises: NoAnswer, or what the call raises.
        """
        async with self._turn:
            if self._running is not None:  # stuck, or left behind by a task that was cancelled
                await self._running.finished()
            self._running = running = _Call(call, self._limit_s, self._prompt_limit_s)
            await running.finished()
            self._running = None
            return running.answer.result()


class _Call(Generic[T]):
    """One call in its thread."""

    def __init__(self, call: Callable[[Callable[[], None]], T], limit_s: float, prompt_limit_s: float) -> None:
        self.answer: Future[T] = Future()
        self._call = call
        self._deadline = time.monotonic() + limit_s
        self._prompt_limit_s = prompt_limit_s
        self._prompting = False
        self._loop = asyncio.get_running_loop()
        self._finished = asyncio.Event()
        threading.Thread(target=self._work, name="keyring", daemon=True).start()

    async def finished(self) -> None:
        """Wait until it is, at most up to its deadline. Raises: NoAnswer."""
        while not self._finished.is_set():
            left = self._deadline - time.monotonic()
            if left <= 0:
                raise NoAnswer(prompting=self._prompting)
            try:
                await asyncio.wait_for(self._finished.wait(), left)
            except TimeoutError:
                continue  # a prompt may have moved the deadline

    def _work(self) -> None:
        try:
            self.answer.set_result(self._call(self._prompt_opens))
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised where the call was asked for
            self.answer.set_exception(error)
        try:
            self._loop.call_soon_threadsafe(self._finished.set)
        except RuntimeError:  # the loop is closed: nobody waits any more
            pass

    def _prompt_opens(self) -> None:
        self._deadline = time.monotonic() + self._prompt_limit_s
        self._prompting = True
