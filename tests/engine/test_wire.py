"""What other programs see of a job: the same story live and replayed, and one law about its tokens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from inara_engine.events import (
    Action,
    ConfirmationAnswered,
    ConfirmationRequested,
    ErrorInfo,
    Event,
    Halted,
    JobFinished,
    JobInterrupted,
    JobResumed,
    ModelAsked,
    ModelFinished,
    ModelStopped,
    Progress,
    Recorded,
    Stalled,
    TaskSubmitted,
    TextDelta,
    ThinkingDelta,
    ToolFinished,
    ToolStarted,
    is_durable,
)
from inara_engine.folding import fold
from inara_engine.messages import Risk, ToolCall, Usage
from inara_engine.wire import JobWire, job_report

CALL = ToolCall(call_id="job-1.1.1", provider_id="p", name="write_file", arguments={"path": "a"})
ACTION = Action(summary="Write a", risk=Risk.REVERSIBLE)
ASKED = ModelAsked(round=1, model="local", model_label="Local")
QUESTION = ConfirmationRequested(call_id=CALL.call_id, digest="d", action=ACTION, reason="it changes a file")


def wire(events: Sequence[Event]) -> list[dict[str, Any]]:
    feed = JobWire("job-1", "s1")
    values = [value for event in events for value in feed.feed(Recorded(1, "s1", "job-1", 0.0, event))]
    return [feed.connected(), *values]


def kinds(values: list[dict[str, Any]]) -> list[str]:
    return [value["type"] for value in values]


def tokens(values: list[dict[str, Any]]) -> str:
    text = ""
    for value in values:
        if value["type"] in {"confirm", "reset"}:
            text = ""
        elif value["type"] == "token":
            text += value["text"]
    return text


WITH_A_QUESTION: list[Event] = [
    TaskSubmitted(text="write"),
    ASKED,
    TextDelta("I will "),
    TextDelta("write."),
    ModelFinished(text="I will write.", calls=(CALL,), usage=Usage(prompt_tokens=3, completion_tokens=2)),
    QUESTION,
    ConfirmationAnswered(call_id=CALL.call_id, digest="d", approved=True),
    ToolStarted(call_id=CALL.call_id),
    ToolFinished(call_id=CALL.call_id, outcome="ok", output="Wrote a"),
    ASKED,
    ThinkingDelta("Hm."),
    TextDelta("Done"),
    TextDelta("."),
    ModelFinished(text="Done.", usage=Usage(prompt_tokens=5, completion_tokens=1)),
    JobFinished(status="complete"),
]


def test_a_job_with_a_question_as_it_happens() -> None:
    values = wire(WITH_A_QUESTION)
    assert kinds(values) == [
        *("connected", "progress", "token", "token", "tool_call", "confirm", "resumed", "tool_result"),
        *("reset", "progress", "thinking", "token", "token", "done"),
    ]
    confirm = values[5]
    assert confirm["message"] == "Write a"
    assert confirm["tools"] == [
        {
            "call_id": CALL.call_id,
            "name": "write_file",
            "args": {"path": "a"},
            "risk": 2,
            "reason": "it changes a file",
            "digest": "d",
            "summary": "Write a",
            "because": [],
            "rules": [],
            "expires_at": None,
        }
    ]
    done = values[-1]
    assert (done["response"], done["backend"], done["backend_label"]) == ("Done.", "local", "Local")
    assert done["tool_calls"] == [
        {"call_id": CALL.call_id, "name": "write_file", "args": {"path": "a"}, "outcome": "ok", "output": "Wrote a"}
    ]
    assert done["usage"]["prompt_tokens"] == 8


def test_a_replay_gives_the_whole_answer_as_one_token() -> None:
    values = wire([event for event in WITH_A_QUESTION if is_durable(event)])
    assert kinds(values)[-2:] == ["token", "done"]
    assert tokens(values) == values[-1]["response"] == "Done."


def test_a_reader_that_joined_late_gets_what_is_missing() -> None:
    values = wire(
        [
            TaskSubmitted(text="x"),
            ASKED,
            TextDelta("Once"),
            ModelFinished(text="Once upon."),
            JobFinished(status="complete"),
        ]
    )
    assert tokens(values) == "Once upon."


def test_an_answer_taken_up_again_goes_on_after_what_was_said() -> None:
    stopped = ModelStopped(reason="interrupted", text="Once")
    values = wire(
        [
            *(TaskSubmitted(text="x"), ASKED, TextDelta("Once"), stopped, JobInterrupted()),
            *(JobResumed(how="continue"), ASKED, TextDelta(" upon."), ModelFinished(text=" upon.")),
            JobFinished(status="complete"),
        ]
    )
    assert "error" in kinds(values)
    assert tokens(values) == values[-1]["response"] == "Once upon."


def test_a_resumed_job_has_not_ended() -> None:
    feed = JobWire("job-1", "s1")
    ended: list[bool] = []
    for event in (TaskSubmitted(text="x"), JobFinished(status="error"), JobResumed(how="retry")):
        feed.feed(Recorded(1, "s1", "job-1", 0.0, event))
        ended.append(feed.ended)
    assert ended == [False, True, False]


def test_every_end_is_told_once() -> None:
    error = ErrorInfo(kind="Rejected", message="No.", next_step="Do this.")
    ends: list[tuple[Event, dict[str, Any]]] = [
        (JobFinished(status="error", error=error), {"type": "error", "message": "No. Do this."}),
        (JobFinished(status="error"), {"type": "error", "message": "The job failed."}),
        (JobFinished(status="cancelled"), {"type": "cancelled"}),
        (Halted(error), {"type": "error", "message": "No. Do this."}),
    ]
    for event, value in ends:
        assert wire([TaskSubmitted(text="x"), event])[1:] == [value]


def test_waiting_is_told_as_progress() -> None:
    assert kinds(wire([Progress("The model is loading."), Stalled(30.0)])) == ["connected", "progress", "progress"]


def test_another_jobs_events_are_not_this_ones() -> None:
    assert JobWire("job-1", "s1").feed(Recorded(1, "s1", "job-2", 0.0, TextDelta("x"))) == []


PIECES = st.lists(st.text(min_size=1, max_size=5), max_size=4)


@given(st.lists(st.tuples(PIECES, st.booleans()), min_size=1, max_size=4))
def test_tokens_after_the_last_reset_are_the_answer(rounds: list[tuple[list[str], bool]]) -> None:
    """However many rounds, heard live or not: joined, they are `done.response`."""
    events: list[Event] = [TaskSubmitted(text="x")]
    for n, (pieces, heard) in enumerate(rounds, 1):
        last = n == len(rounds)
        call = ToolCall(call_id=f"job-1.{n}.1", provider_id="p", name="calculate", arguments={})
        events.append(ModelAsked(round=n, model="m"))
        events += [TextDelta(piece) for piece in pieces if heard]
        events.append(ModelFinished(text="".join(pieces), calls=() if last else (call,)))
        if not last:
            events.append(ToolFinished(call_id=call.call_id, outcome="ok"))
    values = wire([*events, JobFinished(status="complete")])
    assert tokens(values) == values[-1]["response"] == "".join(rounds[-1][0])


def test_a_report_has_what_the_contract_names() -> None:
    waiting = fold(event for event in WITH_A_QUESTION[:6] if is_durable(event))
    report = job_report("job-1", "s1", 1.0, 2.0, waiting)
    assert set(report) == {
        *("job_id", "status", "task", "created_at", "completed_at", "session_id", "response", "tool_calls"),
        *("backend", "backend_label", "host", "summary", "gemini_summary", "error", "pending_confirmation", "progress"),
        *("usage", "cost", "questions"),
    }
    assert report["status"] == "awaiting_confirmation"
    assert report["completed_at"] is None
    assert report["pending_confirmation"]["tools"][0]["digest"] == "d"
    done = job_report("job-1", "s1", 1.0, 2.0, fold(event for event in WITH_A_QUESTION if is_durable(event)))
    assert (done["status"], done["completed_at"], done["pending_confirmation"]) == ("complete", 2.0, None)
