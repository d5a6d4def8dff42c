"""What goes into and comes out of jobs, as values."""

from __future__ import annotations

from inara_engine.events import Action, CallId, JobId, RuleOffer, SessionId, TaskSubmitted
from inara_engine.frozen import frozen

__all__ = ["LIVE", "Decision", "JobSummary", "PendingCall", "Prompt"]

LIVE = -1  # `follow(after=LIVE)`: only what comes from now on

Prompt = TaskSubmitted  # what a person or program hands in is what the log keeps of it


@frozen
class Decision:
    """A person's answer to one call. `digest` is the one they were shown; `by` where they answered.

    `remember` is one of the rules the question offered, to hold from now on.
    """

    approved: bool
    digest: str
    reason: str = ""
    by: str = "window"
    remember: RuleOffer | None = None


@frozen
class PendingCall:
    """A call that waits for a person, with everything a dialog needs (see `events.ConfirmationRequested`)."""

    call_id: CallId
    job_id: JobId
    session_id: SessionId
    tool: str
    arguments: dict[str, object]
    action: Action
    digest: str
    reason: str
    because: tuple[str, ...] = ()
    offers: tuple[RuleOffer, ...] = ()
    expires_at: float | None = None
    edited: bool = False


@frozen
class JobSummary:
    """A job in a list. Times are Unix seconds; `origin` is who gave it (see `TaskSubmitted`)."""

    job_id: JobId
    session_id: SessionId
    status: str
    task: str
    created_at: float
    updated_at: float
    pending: tuple[PendingCall, ...] = ()
    origin: str = ""
