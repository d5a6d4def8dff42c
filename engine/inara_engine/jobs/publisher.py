"""Who listens: each follower gets every event of its session once, in order, however slow it is."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Collection
from dataclasses import replace

from inara_engine.events import Recorded, SessionId, TextDelta, ThinkingDelta

__all__ = ["Follower", "Publisher"]


JOIN_BELOW_CHARACTERS = 4096  # joining into ever longer texts would cost their square


class Follower:
    """One reader's queue. Text that it has not taken yet is joined, so a slow reader costs no memory per token.

    Where it names `kinds` of events, it hears of no other and is not woken for them.
    """

    def __init__(
        self, session: SessionId | None, since: int, so_far: list[Recorded], kinds: Collection[str] = ()
    ) -> None:
        self.session = session
        self._kinds = kinds
        self.since = since
        self._waiting: deque[Recorded] = deque(so_far)
        self._arrived = asyncio.Event()
        self._closed = False
        if so_far:
            self._arrived.set()

    def put(self, recorded: Recorded) -> None:
        """Give it one more event."""
        event = recorded.event
        if self._kinds and event.kind not in self._kinds:
            return
        if self._waiting and isinstance(event, TextDelta | ThinkingDelta):
            last = self._waiting[-1]
            if (
                recorded.job_id == last.job_id
                and isinstance(last.event, TextDelta | ThinkingDelta)
                and type(last.event) is type(event)
                and len(last.event.text) < JOIN_BELOW_CHARACTERS
            ):
                joined = type(event)(last.event.text + event.text)
                self._waiting[-1] = replace(recorded, event=joined)
                return
        self._waiting.append(recorded)
        self._arrived.set()

    def close(self) -> None:
        """No more will come."""
        self._closed = True
        self._arrived.set()

    async def events(self) -> AsyncGenerator[Recorded]:
        """What arrives, until the engine closes."""
        while True:
            while self._waiting:
                yield self._waiting.popleft()
            if self._closed:
                return
            self._arrived.clear()
            await self._arrived.wait()


class Publisher:
    """Hands every recorded event to those who follow its session; who follows all hears of no running text."""

    def __init__(self, last_seq: int) -> None:
        self.last_seq = last_seq
        self.heard_by: Publisher | None = None
        self._followers: list[Follower] = []

    def publish(self, recorded: Recorded) -> None:
        """Tell everybody whom it concerns."""
        self.last_seq = max(self.last_seq, recorded.seq)
        text = isinstance(recorded.event, TextDelta | ThinkingDelta)
        for follower in self._followers:
            if follower.session == recorded.session_id or (follower.session is None and not text):
                follower.put(recorded)
        if self.heard_by is not None and not text:
            self.heard_by.pass_on(recorded)

    def pass_on(self, recorded: Recorded) -> None:
        """Something of another store: only for those who follow all sessions, and no row of this one."""
        for follower in self._followers:
            if follower.session is None:
                follower.put(recorded)

    def relay(self, other: Publisher) -> None:
        """Let those who follow all sessions hear of another publisher's as well."""
        other.heard_by = self

    def join(self, session: SessionId | None, so_far: list[Recorded], kinds: Collection[str] = ()) -> Follower:
        """A new follower; `so_far` is what running answers of the session have said up to now."""
        follower = Follower(session, self.last_seq, so_far, kinds)
        self._followers.append(follower)
        return follower

    def leave(self, follower: Follower) -> None:
        """The reader is gone."""
        if follower in self._followers:
            self._followers.remove(follower)

    def close(self) -> None:
        """End every follower."""
        for follower in self._followers:
            follower.close()
