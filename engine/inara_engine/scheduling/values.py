"""What front ends are told of schedules. Times are Unix seconds."""

from __future__ import annotations

from inara_engine.events import JobId, SessionId
from inara_engine.frozen import frozen

__all__ = ["CronReport", "RunReport", "ScheduleReport"]


@frozen
class CronReport:
    """A cron line in words, and the next times it means."""

    cron: str
    words: str
    next_at: tuple[float, ...]


@frozen
class RunReport:
    """A run: the time it was for, when it began, and what came of it. `job_id` is "" where there is no job.

    `status` is the job's; of a run without a job "running", "complete", "error" or "skipped".
    """

    due: float
    at: float
    job_id: JobId
    status: str
    result: str


@frozen
class ScheduleReport:
    """A schedule in the list. `missed` counts the runs that were missed since the last one, the latest at `missed_at`.

    `next_at` is None while it is off. `session_id` is the conversation with all its runs, "" before the first.
    """

    name: str
    cron: str
    words: str
    task: str
    distill: bool
    enabled: bool
    persona: str
    next_at: float | None
    session_id: SessionId
    last: RunReport | None
    missed: int
    missed_at: float
