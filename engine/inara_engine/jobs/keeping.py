"""Sessions as a person keeps them: pinned, in folders, in the trash, from elsewhere, twice, or gone for good."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any, cast

from inara_engine.errors import Conflict, NotFound, UserError
from inara_engine.events import (
    DurableEvent,
    JobId,
    ModelFinished,
    Recorded,
    SessionFiled,
    SessionId,
    SessionPinned,
    SessionRemoved,
    SessionRenamed,
    SessionRestored,
    SessionSeen,
    SessionTrashed,
    TaskSubmitted,
    decode,
    is_durable,
)
from inara_engine.jobs.driver import Driver
from inara_engine.jobs.live import LiveJob
from inara_engine.jobs.naming import first_title
from inara_engine.jobs.recorder import Recorder
from inara_engine.store import JobRow, SessionRow, Store

__all__ = ["Forget", "Keeping", "following"]

TITLE_CHARACTERS = 200
FOLDER_CHARACTERS = 80
MOST_JOBS = 1_000_000
AT_ONCE = 500  # sessions in one transaction, so that others get their turn
ENDED = frozenset({"complete", "error", "cancelled", "interrupted"})

Forget = Callable[[Sequence[JobRow]], Awaitable[None]]


class Keeping:
    """What happens to whole sessions of one store. All raise NotFound for an unknown id.

    `cancel` stops a job; `forget` removes what is elsewhere of jobs that are deleted.
    """

    def __init__(
        self,
        store: Store,
        recorder: Recorder,
        driver: Driver,
        cancel: Callable[[JobId], Awaitable[None]],
        new_id: Callable[[str], str],
        forget: Forget | None = None,
    ) -> None:
        self._store = store
        self._recorder = recorder
        self._driver = driver
        self._cancel = cancel
        self._new_id = new_id
        self._forget = forget

    async def pin(self, session_ids: Sequence[SessionId], *, pinned: bool) -> None:
        """Keep sessions on top of the list, or no longer."""
        rows = await self._rows(session_ids)
        await self._record([row.id for row in rows if row.pinned != pinned], SessionPinned(pinned=pinned))

    async def move(self, session_ids: Sequence[SessionId], folder: str) -> None:
        """Put sessions into a folder; "" takes them out of theirs."""
        folder = _folder(folder) if folder.strip() else ""
        rows = await self._rows(session_ids)
        await self._record([row.id for row in rows if row.folder != folder], SessionFiled(folder=folder))

    async def rename_folder(self, folder: str, name: str) -> None:
        """Call a folder something else ("": its sessions stay, the folder goes)."""
        session_ids = await self._store.in_folder(folder)
        if not session_ids:
            raise NotFound(f"There is no folder {folder!r}.", next_step="`inara sessions folders` shows them.")
        await self._record(session_ids, SessionFiled(folder=_folder(name) if name.strip() else ""))

    async def trash(self, session_ids: Sequence[SessionId]) -> None:
        """Stop the sessions' jobs and put them into the trash."""
        rows = await self._rows(session_ids)
        await self._stop(session_ids)
        await self._record([row.id for row in rows if not row.trashed_at], SessionTrashed())

    async def restore(self, session_ids: Sequence[SessionId]) -> None:
        """Take sessions out of the trash, back to where they were."""
        rows = await self._rows(session_ids)
        await self._record([row.id for row in rows if row.trashed_at], SessionRestored())

    async def see(self, session_id: SessionId) -> None:
        """The person has seen a session; of one that is not there yet, there is nothing to be seen."""
        await self._record([row.id for row in await self._store.rows([session_id]) if row.unread], SessionSeen())

    async def delete(self, session_ids: Sequence[SessionId]) -> None:
        """Stop the sessions' jobs and remove their text from the disk."""
        await self._rows(session_ids)
        for session_id in session_ids:
            await self._remove(session_id)
        if session_ids:
            await self._store.purge()

    async def delete_trashed(self, before: float, doubted: tuple[float, float] = (0.0, 0.0)) -> int:
        """Delete for good what came into the trash before a moment, but not in the time that is `doubted`; how many.

        One that somebody takes out of the trash meanwhile stays.
        """
        deleted = 0
        for session_id in await self._store.in_trash(before, doubted):
            if any(row.trashed_at for row in await self._store.rows([session_id])):
                await self._remove(session_id)
                deleted += 1
        if deleted:
            await self._store.purge()
        return deleted

    async def duplicate(self, session_id: SessionId) -> SessionId:
        """A second session that goes on from where this one is; only its ended jobs.

        What the first one's calls did to files can be taken back there alone.
        """
        (row,) = await self._rows([session_id])
        jobs = [job for job in await self._store.jobs(MOST_JOBS, session_id=session_id) if job.status in ENDED]
        if not jobs:
            raise UserError("There is nothing to duplicate yet.", next_step="Wait until an answer has ended.")
        jobs.reverse()  # oldest first
        new_ids = {job.id: self._new_id("job") for job in jobs}
        copies: list[tuple[JobId, list[DurableEvent]]] = []
        times: list[list[float]] = []
        for job in jobs:
            events = await self._store.job_events(job.id)
            copies.append((new_ids[job.id], await asyncio.to_thread(_copied, events, job.id, new_ids)))
            times.append([recorded.at for recorded in events])
        copy = self._new_id("session")
        filed = [SessionFiled(folder=row.folder)] if row.folder else []
        title = SessionRenamed(title=f"{row.title[: TITLE_CHARACTERS - 7]} (copy)", by="person")
        await self._recorder.record_jobs(copy, copies, times, SessionSeen(), *filed, title)
        return copy

    async def add(
        self,
        session_id: SessionId,
        title: str,
        jobs: list[list[DurableEvent]],
        times: Sequence[Sequence[float]],
        turns: Sequence[str],
    ) -> None:
        """Write a conversation from elsewhere as ended jobs, at the times of their events.

        `turns` name the jobs, for tasks that follow another one than the one before (see `following`).
        """
        named = following([(self._new_id("job"), events) for events in jobs], turns)
        said = (event.text for event in jobs[0] if isinstance(event, TaskSubmitted | ModelFinished))
        title = " ".join(title.split())[:TITLE_CHARACTERS] or first_title(next(filter(None, said), ""))
        await self._recorder.record_jobs(session_id, named, times, SessionRenamed(title=title, by="person"))

    async def _remove(self, session_id: SessionId) -> None:
        """All of a session but its words in the search index, which are the store's to `purge`."""
        await self._stop([session_id])
        if self._forget is not None:
            await self._forget(await self._store.jobs(MOST_JOBS, session_id=session_id))
        await self._store.remove_session(session_id)
        while self._live([session_id]):  # a prompt that came meanwhile would go on in what is deleted
            await self._stop([session_id])
            await self._store.remove_session(session_id)
        self._recorder.histories.forget(session_id)
        self._recorder.publish(session_id, "", SessionRemoved())

    async def _rows(self, session_ids: Sequence[SessionId]) -> list[SessionRow]:
        rows = await self._store.rows(session_ids)
        if missing := set(session_ids) - {row.id for row in rows}:
            raise NotFound(f"There is no session {min(missing)}.", next_step="`inara sessions list` shows them.")
        return rows

    async def _record(self, session_ids: Sequence[SessionId], event: DurableEvent) -> None:
        for first in range(0, len(session_ids), AT_ONCE):
            await self._recorder.record_sessions(session_ids[first : first + AT_ONCE], event)

    async def _stop(self, session_ids: Sequence[SessionId]) -> None:
        for job in self._live(session_ids):
            with suppress(Conflict):  # it ended by itself
                await self._cancel(job.id)

    def _live(self, session_ids: Sequence[SessionId]) -> list[LiveJob]:
        return [job for job in self._driver.live.values() if job.session_id in session_ids]


def following(
    jobs: Sequence[tuple[JobId, list[DurableEvent]]], turns: Sequence[str]
) -> list[tuple[JobId, list[DurableEvent]]]:
    """Jobs whose tasks name what they follow by `turns`, one a job, with the ids in place; None for no known name."""
    ids = {"": ""} | {turn: job for (job, _), turn in zip(jobs, turns, strict=False) if turn}

    def placed(event: DurableEvent) -> DurableEvent:
        if not isinstance(event, TaskSubmitted) or event.follows is None:
            return event
        return event.model_copy(update={"follows": ids.get(event.follows)})

    return [(job, list(map(placed, events))) for job, events in jobs]


def _folder(name: str) -> str:
    """A folder's name: one line, and something to be read."""
    name = " ".join(name.split())[:FOLDER_CHARACTERS].strip()
    if not name:
        raise UserError("A folder needs a name.")
    return name


def _copied(events: Sequence[Recorded], job_id: JobId, new_ids: dict[JobId, JobId]) -> list[DurableEvent]:
    """A job's events as those of its copy. A call's id begins with its job's."""
    copies: list[DurableEvent] = []
    for recorded in events:
        if is_durable(recorded.event):
            body = recorded.event.model_dump()
            _rename(body, job_id, new_ids[job_id])
            if follows := body.get("follows"):
                body["follows"] = new_ids.get(follows, "")
            if through := body.get("through"):
                body["through"] = new_ids.get(through, "")
            if "undo" in body:
                body["undo"] = ()
            copies.append(decode(body))
    return copies


def _rename(body: dict[str, Any], old: JobId, new: JobId) -> None:
    for holder in (body, *cast("Sequence[dict[str, Any]]", body.get("calls", ()))):
        call_id = holder.get("call_id")
        if isinstance(call_id, str) and call_id.startswith(f"{old}."):
            holder["call_id"] = new + call_id[len(old) :]
