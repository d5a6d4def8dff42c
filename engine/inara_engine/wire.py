"""A job's events as other programs see them: what `ask --json` prints and the loopback interface streams."""

from __future__ import annotations

import platform
from typing import Any

from inara_engine.events import (
    ConfirmationAnswered,
    ConfirmationRequested,
    Halted,
    JobFinished,
    JobId,
    JobInterrupted,
    JobResumed,
    JobStopping,
    ModelAsked,
    Progress,
    QuestionAnswered,
    QuestionAsked,
    QuestionWithdrawn,
    Recorded,
    Stalled,
    TextDelta,
    ThinkingDelta,
    ToolFinished,
    is_durable,
)
from inara_engine.folding import apply
from inara_engine.state import CallState, JobState

__all__ = ["JobWire", "job_report", "pending_confirmation", "question", "tool_call"]


class JobWire:
    """Turns one job's events into wire events; folds the job on the way, so that `done` is complete.

    A `reset` says that a new reply begins. The `token` texts after the last one, joined, are
    `done.response`: a stored reply that no live token announced (a replay) is sent as one.
    """

    def __init__(self, job_id: JobId, session_id: str) -> None:
        self.job_id = job_id
        self.session_id = session_id
        self.state = JobState()
        self.ended = False
        self._said: list[str] = []  # the texts since the last reset; joined they would grow with each token

    def connected(self) -> dict[str, Any]:
        """The first event."""
        return {"type": "connected", "job_id": self.job_id, "session_id": self.session_id}

    def feed(self, recorded: Recorded) -> list[dict[str, Any]]:
        """The wire events one recorded event makes; none for another job's."""
        if recorded.job_id != self.job_id:
            return []
        event = recorded.event
        before = self.state
        if is_durable(event):
            self.state = apply(before, event)
        match event:
            case TextDelta(text=text):
                self._said.append(text)
                return [{"type": "token", "text": text}]
            case ThinkingDelta(text=text):
                return [{"type": "thinking", "text": text}]
            case Progress(text=text):
                return [{"type": "progress", "text": text}]
            case Stalled(silent_s=silent_s):
                return [{"type": "progress", "text": f"Nothing came for {silent_s:.0f} s; still waiting."}]
            case Halted(error=error):
                self.ended = True
                return [{"type": "error", "message": f"{error.message} {error.next_step}".strip()}]
            case JobStopping():
                return [{"type": "progress", "text": "Stopping; what is at work comes to its end first."}]
            case ModelAsked(model_label=label):
                return [*self._reset(before), {"type": "progress", "text": f"Asking {label}."}]
            case ConfirmationRequested():
                return [{"type": "confirm", **(pending_confirmation(self.state) or {})}]
            case ConfirmationAnswered() | JobResumed():
                self.ended = False
                return [{"type": "resumed"}]
            case QuestionAsked():
                return [{"type": "question", **question(event)}]
            case QuestionAnswered() | QuestionWithdrawn():
                return [{"type": "question_closed", "question_id": event.question_id}]
            case ToolFinished(call_id=call_id, outcome=outcome, output=output):
                return [{"type": "tool_result", "call_id": call_id, "outcome": outcome, "output": output}]
            case JobInterrupted():
                self.ended = True
                return [{"type": "error", "message": "The app ended in the middle of the answer; resume the job."}]
            case JobFinished(status="complete"):
                self.ended = True
                return [*self._missed(self.state.response), self.done()]
            case JobFinished(status="cancelled"):
                self.ended = True
                return [{"type": "cancelled"}]
            case JobFinished(error=error):
                self.ended = True
                message = f"{error.message} {error.next_step}".strip() if error else "The job failed."
                return [{"type": "error", "message": message}]
            case _:
                pass
        if self.state.round_calls and not before.round_calls:
            return [{"type": "tool_call", **tool_call(call, outcome=False)} for call in self.state.round_calls]
        return []

    def again(self) -> list[dict[str, Any]]:
        """For a reader that comes back and has had all that was fed: a reply that runs is told anew."""
        if not self.state.asking:
            self._said = [self.state.response] if self.state.response else []
            return []
        return [{"type": "reset"}, *({"type": "token", "text": text} for text in self._said)]

    def done(self) -> dict[str, Any]:
        """The last event of a job that is complete."""
        state = self.state
        return {
            "type": "done",
            "response": state.response,
            "session_id": self.session_id,
            "backend": state.model,
            "backend_label": state.model_label,
            "host": state.host or platform.node(),
            "tool_calls": [tool_call(call) for call in state.calls],
            "usage": state.usage.model_dump(),
            "cost": state.cost,
        }

    def _reset(self, before: JobState) -> list[dict[str, Any]]:
        """A new reply begins: what earlier rounds said is not the answer, unless this one goes on with it."""
        events: list[dict[str, Any]] = [{"type": "reset"}] if self._said else []
        self._said = [before.response] if before.continues and before.response else []
        return [*events, *({"type": "token", "text": text} for text in self._said)]

    def _missed(self, text: str) -> list[dict[str, Any]]:
        said = "".join(self._said)
        if text == said:
            return []
        if text.startswith(said):
            return [{"type": "token", "text": text[len(said) :]}]
        return [{"type": "reset"}, {"type": "token", "text": text}]


def job_report(job_id: JobId, session_id: str, created_at: float, updated_at: float, state: JobState) -> dict[str, Any]:
    """One job as `GET /orchestrate/{job_id}` and `inara jobs show --json` give it. Times are Unix seconds."""
    pending = pending_confirmation(state)
    return {
        "job_id": job_id,
        "status": state.status,
        "task": state.task.text if state.task else "",
        "created_at": created_at,
        "completed_at": updated_at if state.ended else None,
        "session_id": session_id,
        "response": state.response,
        "tool_calls": [tool_call(call) for call in state.calls],
        "backend": state.model,
        "backend_label": state.model_label,
        "host": state.host or platform.node(),
        "summary": state.summary or state.response,
        "gemini_summary": state.summary or state.response,
        "usage": state.usage.model_dump(),
        "cost": state.cost,
        "error": f"{state.error.message} {state.error.next_step}".strip() if state.error else None,
        "pending_confirmation": pending,
        "questions": [question(asked) for asked in state.questions],
        "progress": state.status,
    }


def question(asked: QuestionAsked) -> dict[str, Any]:
    """What a running call wants to know: `form` is a JSON schema; null where `url` is a page to visit."""
    return asked.model_dump(include={"question_id", "call_id", "source", "message", "form", "url"})


def tool_call(call: CallState, *, outcome: bool = True) -> dict[str, Any]:
    """A call as lists and events carry it."""
    value: dict[str, Any] = {"call_id": call.call.call_id, "name": call.call.name, "args": call.call.arguments}
    return {**value, "outcome": call.outcome, "output": call.output} if outcome else value


def pending_confirmation(state: JobState) -> dict[str, Any] | None:
    """What waits for a person, or None."""
    tools = [
        {
            "call_id": call.call.call_id,
            "name": call.call.name,
            "args": call.call.arguments,
            "risk": int(call.action.risk),
            "reason": call.asked_because,
            "digest": call.digest,
            "summary": call.action.summary,
            "because": list(call.because),
            "rules": [offer.model_dump() for offer in call.offers],
            "expires_at": call.expires_at,
        }
        for call in state.waiting
        if call.action is not None
    ]
    if not tools:
        return None
    return {"tools": tools, "message": "; ".join(str(tool["summary"]) for tool in tools)}
