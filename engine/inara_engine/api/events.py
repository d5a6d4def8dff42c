"""A job's wire events with the place each has, for streams that can be taken up again."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

from inara_engine.errors import InaraError
from inara_engine.events import CaughtUp, Recorded, is_durable
from inara_engine.face import Face
from inara_engine.wire import JobWire

__all__ = ["job_events"]

Placed = tuple[int, dict[str, Any]]


async def job_events(engine: Face, job_id: str, session_id: str, after: int = 0) -> AsyncGenerator[Placed]:
    """What a job says, from the row `after` on, to its end; each event with the row to go on from after it.

    Where one row makes several events, only the last has that row's place: who leaves between them
    is told all of them again. A reply that was running at `after` is told anew, behind a `reset`. An
    engine that is gone (behind a socket) ends it with an error.
    """
    place = after
    try:
        async with aclosing(_events(engine, JobWire(job_id, session_id), job_id, after)) as events:
            async for place, event in events:
                yield place, event
    except InaraError as error:
        yield place, {"type": "error", "message": f"{error.message} {error.next_step}".strip()}


async def _events(engine: Face, wire: JobWire, job_id: str, after: int) -> AsyncGenerator[Placed]:
    place = after
    yield place, wire.connected()
    heard = after > 0  # what comes now has been heard
    replaying = True
    end: list[Placed] = []  # held back: the job may have been resumed since
    async with aclosing(engine.follow(wire.session_id, 0, job_id)) as recorded_events:
        async for recorded in recorded_events:
            caught_up = isinstance(recorded.event, CaughtUp)
            if heard and (caught_up or recorded.seq > after):
                heard = False
                for event in wire.again():
                    yield place, event
            if caught_up:
                replaying = False
            events = wire.feed(recorded)
            if heard:
                continue
            placed = _placed(events, recorded, place)
            place = placed[-1][0] if placed else place
            if replaying and wire.ended:
                end = placed or end
                continue
            for one in (*end, *placed) if caught_up else placed:
                yield one
            if wire.ended:
                return
            end = []


def _placed(events: list[dict[str, Any]], recorded: Recorded, place: int) -> list[Placed]:
    """A row's events; what is no row stays where the last one was."""
    reached = max(recorded.seq, place) if is_durable(recorded.event) else place
    return [(place, event) for event in events[:-1]] + [(reached, event) for event in events[-1:]]
