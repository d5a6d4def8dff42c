"""What is asked of models beside the jobs: after a turn, one thing at a time, and only while no job runs.

A job that begins stops the call under way, since a local model answers one at a time; it is made again after it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import aclosing

from inara_engine.errors import InaraError
from inara_engine.events import (
    ConfirmationAnswered,
    JobFinished,
    JobId,
    JobResumed,
    ModelAsked,
    SessionId,
    TaskSubmitted,
)
from inara_engine.ids import is_private
from inara_engine.jobs import LIVE, Jobs

__all__ = ["SideCalls"]

_log = logging.getLogger(__name__)
_HEARD = ("task_submitted", "model_asked", "confirmation_answered", "job_resumed", "job_finished")
PAUSE_S = 0.3  # after a turn, before anything is asked: the next one may begin at once


class SideCalls:
    """`call` is made for the last complete job of each session that is kept. `busy`: whether any job runs."""

    def __init__(
        self, jobs: Jobs, busy: Callable[[], bool], call: Callable[[SessionId, JobId], Awaitable[None]]
    ) -> None:
        self._jobs = jobs
        self._busy = busy
        self._call = call
        self._due: dict[SessionId, JobId] = {}
        self._listening: asyncio.Task[None] | None = None
        self._calling: asyncio.Task[None] | None = None

    def start(self) -> None:
        """From now on."""
        self._listening = asyncio.create_task(self._listen(), name="side calls")

    async def close(self) -> None:
        """Ask nothing more."""
        tasks = [task for task in (self._listening, self._calling) if task is not None]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    async def _listen(self) -> None:
        async with aclosing(self._jobs.follow(None, LIVE, kinds=_HEARD)) as events:
            async for recorded in events:
                match recorded.event:
                    case JobFinished(status=status):
                        if status == "complete" and not is_private(recorded.session_id):
                            self._due[recorded.session_id] = recorded.job_id
                        self._begin()
                    case TaskSubmitted() | JobResumed() | ConfirmationAnswered() | ModelAsked():
                        if self._calling is not None:
                            self._calling.cancel()
                    case _:
                        pass

    def _begin(self) -> None:
        if self._due and (self._calling is None or self._calling.done() or self._calling.cancelling()):
            self._calling = asyncio.create_task(self._work_off(), name="side call")

    async def _work_off(self) -> None:
        await asyncio.sleep(PAUSE_S)
        while self._due and not self._busy():
            session_id, job_id = next(iter(self._due.items()))
            try:
                await self._call(session_id, job_id)
            except InaraError as error:
                _log.info("a side call came to nothing: %s", type(error).__name__)
            except Exception:  # noqa: BLE001 - a fault of ours costs a title, not those to come
                _log.exception("a side call failed")
            if self._due.get(session_id) == job_id:
                del self._due[session_id]
