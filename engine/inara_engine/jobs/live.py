"""One unfinished job in memory: its folded state, its task, and what the running answer has said."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Iterator
from contextlib import suppress

from inara_engine.errors import StorageError
from inara_engine.events import (
    CallId,
    DurableEvent,
    Event,
    JobFinished,
    JobId,
    ModelAsked,
    ModelFinished,
    ModelStopped,
    Outcome,
    Recorded,
    SessionId,
    TextDelta,
    ThinkingDelta,
    ToolFinished,
    is_durable,
)
from inara_engine.folding import Folding
from inara_engine.jobs.values import PendingCall
from inara_engine.running import ToolTasks
from inara_engine.state import CallState, JobState
from inara_engine.store import Store

__all__ = ["LiveJob"]

_log = logging.getLogger(__name__)
SAVE_EVERY_S = 0.25  # partial text reaches the disk this often; a crash loses no more


class LiveJob:
    """A job that has not ended. `position` is the next row's place in the job."""

    def __init__(self, job_id: JobId, session_id: SessionId, created_at: float) -> None:
        self.id = job_id
        self.session_id = session_id
        self.created_at = created_at
        self.state = JobState()
        self.fold = Folding()
        self.position = 0
        self.driver: asyncio.Task[None] | None = None
        self._begun_before: set[CallId] = set()  # running by the log as it was read, and not known here
        self.halted = False
        self.ending = False  # its end is being written: nothing of it begins any more
        self.tool_tasks = ToolTasks()
        self.writing = asyncio.Lock()
        self.answering = asyncio.Lock()
        self._pieces: list[tuple[str, str]] = []
        self._saved = 0
        self._saver: asyncio.Task[None] | None = None

    @property
    def at_work(self) -> bool:
        """Whether a tool of it is at work."""
        return any(call.phase == "running" for call in self.state.round_calls)

    def take(self, recorded: Recorded) -> None:
        """Fold one more row."""
        if not is_durable(recorded.event):
            return
        self.state = self.fold(self.state, recorded.event)
        self.position += 1
        if isinstance(recorded.event, ModelAsked | ModelFinished | ModelStopped):
            self._pieces, self._saved = [], 0
        if isinstance(recorded.event, ToolFinished):
            self.tool_tasks.done(recorded.event.call_id)
        if self.state.ended is not None and self._saver is not None:
            self._saver.cancel()  # there is nothing partial any more
            self._saver = None

    def read(self, rows: Iterable[Recorded], position: int) -> None:
        """Fold all its rows anew. What its tools did, and what a reply without its end has said, is still known."""
        said = self._pieces, self._saved
        self.state, self.fold = JobState(), Folding()
        for row in rows:
            self.take(row)
        self.position = position
        running = {call.call.call_id for call in self.state.round_calls if call.phase == "running"}
        self._begun_before = running - self.tool_tasks.known
        if self.state.asking:
            self._pieces, self._saved = said

    def hear(self, event: Event, store: Store) -> None:
        """Keep a piece of the running answer, and see that it reaches the disk soon."""
        match event:
            case TextDelta(text=text):
                self._pieces.append(("text", text))
            case ThinkingDelta(text=text):
                self._pieces.append(("thinking", text))
            case _:
                return
        if self._saver is None:
            self._saver = asyncio.create_task(self._save(store), name=f"partial text of {self.id}")

    def pending(self) -> list[PendingCall]:
        """The calls that wait for a person."""
        return [
            PendingCall(
                call.call.call_id,
                self.id,
                self.session_id,
                call.call.name,
                call.call.arguments,
                call.action,
                call.digest,
                call.asked_because,
                call.because,
                call.offers,
                call.expires_at,
                call.edited,
            )
            for call in self.state.waiting
            if call.action is not None
        ]

    def said(self) -> tuple[str, str]:
        """The running answer's text and thinking so far."""
        return self._joined("text"), self._joined("thinking")

    def so_far(self) -> Iterator[Event]:
        """The same as events, for one who starts to follow now."""
        text, thinking = self.said()
        if thinking:
            yield ThinkingDelta(thinking)
        if text:
            yield TextDelta(text)

    def known(self) -> list[ToolFinished]:
        """How the calls ended, of those that run by the log, that have: one at work is left to it."""
        return self._of_the_log(self.tool_tasks.ended())

    async def settle(self) -> list[ToolFinished]:
        """How the calls ended that run by the log; one that takes long is cancelled."""
        return self._of_the_log(await self.tool_tasks.settle())

    def _of_the_log(self, ends: list[ToolFinished]) -> list[ToolFinished]:
        """One without effects may have begun before its row."""
        return [end for end in ends if (call := self.state.find(end.call_id)) and call.phase == "running"]

    async def cut_short(self) -> list[DurableEvent]:
        """How the job ends where a person stops it: its calls and its reply, then itself."""
        ends: list[DurableEvent] = [*await self.settle()]
        ended = {event.call_id for event in ends if isinstance(event, ToolFinished)}
        ends += [
            ToolFinished(call_id=call.call.call_id, outcome=self._lost(call))
            for call in self.state.round_calls
            if call.phase != "done" and call.call.call_id not in ended
        ]
        if self.state.asking:
            text, thinking = self.said()
            ends.append(ModelStopped(reason="cancelled", text=text, thinking=thinking))
        return [*ends, JobFinished(status="cancelled")]

    def _lost(self, call: CallState) -> Outcome:
        """An effect begun here has an end; one begun by a run of the app that crashed is anybody's guess."""
        return "unknown" if call.phase == "running" and call.call.call_id in self._begun_before else "cancelled"

    async def stop(self) -> None:
        """End the job's tasks; its rows stay as they are."""
        for task in (self.driver, self._saver):
            if task is not None and task is not asyncio.current_task():
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
        self.driver = self._saver = None

    def _joined(self, kind: str) -> str:
        return "".join(text for piece, text in self._pieces if piece == kind)

    async def _save(self, store: Store) -> None:
        try:
            while self.state.asking and self._saved < len(self._pieces):
                await asyncio.sleep(SAVE_EVERY_S)
                reply, first, until = self._pieces, self._saved, len(self._pieces)
                # One row a kind and quarter of a second, not one a piece.
                merged = [(kind, text) for kind, text in _merge(reply[first:]) if text]
                if merged:
                    await store.save_partial(self.id, self.position, first, merged)
                if reply is self._pieces:  # it may have ended meanwhile, and another one begun
                    self._saved = until
        except StorageError as error:
            _log.warning("partial text could not be saved: %s", error)
        self._saver = None


def _merge(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Neighbours of one kind joined."""
    merged: list[tuple[str, list[str]]] = []
    for kind, text in pieces:
        if not merged or merged[-1][0] != kind:
            merged.append((kind, []))
        merged[-1][1].append(text)
    return [(kind, "".join(texts)) for kind, texts in merged]
