"""What a session's earlier jobs leave to a new one: their messages and their flags."""

from __future__ import annotations

import itertools
from collections import OrderedDict
from dataclasses import dataclass, field

from inara_engine.events import JobId, SessionId, is_durable
from inara_engine.jobs.repair import closed
from inara_engine.messages import Message
from inara_engine.state import Flags, JobState, apply
from inara_engine.store import Store

__all__ = ["Histories", "History", "given_by", "left_by"]

KEPT_SESSIONS = 8  # whose folds stay in memory


@dataclass(frozen=True, slots=True)
class History:
    """The messages of earlier jobs, oldest first, and what entered the context with them.

    `given` are the texts whose addresses may be read unasked: the person's own, and results from before
    anything private was known.
    """

    messages: tuple[Message, ...] = ()
    flags: Flags = Flags()
    given: tuple[str, ...] = ()


@dataclass(slots=True)
class _Session:
    jobs: dict[JobId, JobState] = field(default_factory=dict[JobId, JobState])


class Histories:
    """Folds a session once and keeps it up to date; the least used ones are dropped."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sessions: OrderedDict[SessionId, _Session] = OrderedDict()

    async def before(self, session_id: SessionId, job_id: JobId) -> History:
        """What the jobs before this one leave to it."""
        session = self._sessions.get(session_id) or await self._load(session_id)
        self._sessions[session_id] = session
        self._sessions.move_to_end(session_id)
        while len(self._sessions) > KEPT_SESSIONS:
            self._sessions.popitem(last=False)
        return left_by(session.jobs, job_id)

    def update(self, session_id: SessionId, job_id: JobId, state: JobState) -> None:
        """A job has moved on."""
        session = self._sessions.get(session_id)
        if session is not None:
            session.jobs[job_id] = state

    def forget(self, session_id: SessionId) -> None:
        """The session is gone or must be read again."""
        self._sessions.pop(session_id, None)

    async def _load(self, session_id: SessionId) -> _Session:
        session = _Session()
        after = 0
        while page := await self._store.events(session_id, after):
            for recorded in page:
                if recorded.job_id and is_durable(recorded.event):
                    state = session.jobs.get(recorded.job_id, JobState())
                    session.jobs[recorded.job_id] = apply(state, recorded.event)
            after = page[-1].seq
        return session


def left_by(jobs: dict[JobId, JobState], job_id: JobId) -> History:
    """What the jobs before one on its branch leave to it; `jobs` are those of the session, oldest first."""
    messages: list[Message] = []
    flags = Flags()
    given: list[str] = []
    for state in _branch(jobs, job_id):
        messages += closed(state.messages)
        given += given_by(state, flags)
        flags = flags.union(state.flags)
    return History(tuple(messages), flags, tuple(given))


def given_by(state: JobState, earlier: Flags) -> tuple[str, ...]:
    """The texts of a job whose addresses may be read unasked, after what `earlier` jobs brought in."""
    return state.typed if earlier.private else (*state.typed, *state.open_results)


def _branch(jobs: dict[JobId, JobState], job_id: JobId) -> list[JobState]:
    """The jobs before this one on its branch, oldest first."""
    before = {later: earlier for earlier, later in itertools.pairwise(jobs)}
    path: list[JobState] = []
    seen = {job_id}
    while job_id in jobs:
        task = jobs[job_id].task
        if task is not None and task.fresh:
            break
        follows = task.follows if task is not None else None
        job_id = before.get(job_id, "") if follows is None else follows
        if job_id in seen:  # a damaged row could make a ring
            break
        seen.add(job_id)
        if job_id in jobs:
            path.append(jobs[job_id])
    return path[::-1]
