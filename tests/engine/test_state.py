"""The fold and the one question asked of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inara_engine.events import (
    Action,
    ConfirmationAnswered,
    ConfirmationRequested,
    DurableEvent,
    JobFinished,
    JobInterrupted,
    JobResumed,
    ModelAsked,
    ModelFinished,
    ModelStopped,
    TaskSubmitted,
    ToolFinished,
    ToolStarted,
)
from inara_engine.folding import Folding, apply, fold
from inara_engine.messages import Capability, Risk, ToolCall
from inara_engine.state import AskModel, Finish, Flags, Interrupted, JobState, RunTools, Wait, next_step, repeats

CALLS = tuple(ToolCall(call_id=f"j.1.{n}", provider_id=f"p{n}", name="t", arguments={}) for n in (1, 2))
ACTION = Action(summary="do", risk=Risk.REVERSIBLE)
TASK = TaskSubmitted(text="hi")
ASKED = ModelAsked(round=1, model="m")
REPLIED = ModelFinished(text="", calls=CALLS)


def question(n: int, digest: str = "d") -> ConfirmationRequested:
    return ConfirmationRequested(call_id=f"j.1.{n}", digest=digest, action=ACTION, reason="because")


def answer(n: int, *, approved: bool = True, digest: str = "d") -> ConfirmationAnswered:
    return ConfirmationAnswered(call_id=f"j.1.{n}", digest=digest, approved=approved)


def done(n: int, outcome: str = "ok") -> ToolFinished:
    return ToolFinished(call_id=f"j.1.{n}", outcome=outcome, output=f"out {n}")  # type: ignore[arg-type] # literals


@pytest.mark.parametrize(
    ("events", "step", "status"),
    [
        ([TASK], AskModel(1), "queued"),
        ([TASK, ASKED], Interrupted(), "running"),
        ([TASK, ASKED, ModelFinished(text="Hello")], Finish(), "running"),
        ([TASK, ASKED, REPLIED, question(1), question(2)], Wait(), "awaiting_confirmation"),
        ([TASK, ASKED, REPLIED, question(1), done(2)], Wait(), "awaiting_confirmation"),
        ([TASK, ASKED, REPLIED, done(1), done(2)], AskModel(2), "running"),
        ([TASK, ASKED, ModelStopped(reason="interrupted"), JobInterrupted()], Interrupted(), "interrupted"),
        ([TASK, ASKED, JobInterrupted(), JobResumed(how="retry")], AskModel(2), "running"),
        ([TASK, ASKED, JobFinished(status="cancelled")], Finish(), "cancelled"),
    ],
)
def test_what_comes_next(events: list[DurableEvent], step: object, status: str) -> None:
    state = fold(events)
    assert next_step(state) == step
    assert state.status == status


def test_an_approved_call_is_run_while_its_sibling_waits() -> None:
    state = fold([TASK, ASKED, REPLIED, question(1), question(2), answer(1)])
    step = next_step(state)
    assert isinstance(step, RunTools)
    assert [call.call.call_id for call in step.calls] == ["j.1.1"]


def test_an_answer_to_another_digest_changes_nothing() -> None:
    before = fold([TASK, ASKED, REPLIED, question(1), question(2)])
    assert apply(before, answer(1, digest="other")) == before


def test_results_reach_the_model_in_call_order_whatever_order_they_came_in() -> None:
    state = fold([TASK, ASKED, REPLIED, done(2), done(1)])
    assert [(m.call_id, m.text) for m in state.messages if m.role == "tool"] == [("p1", "out 1"), ("p2", "out 2")]


def test_a_no_a_missing_answer_and_an_unknown_end_are_three_different_things() -> None:
    texts = {
        fold([TASK, ASKED, REPLIED, done(1, o), done(2)]).messages[-2].text for o in ("declined", "expired", "unknown")
    }
    assert len(texts) == 3


def test_flags_follow_what_a_started_call_reads() -> None:
    both = frozenset({Capability.READS_PRIVATE, Capability.READS_UNTRUSTED})
    state = fold([TASK, ASKED, REPLIED, ToolStarted(call_id="j.1.1", summary="Read a", capabilities=both)])
    assert state.flags == Flags(("Read a",), ("Read a",))


def test_what_a_call_brought_in_is_named_once_however_often_it_ran() -> None:
    """A question lists these for the person, who reads a short list."""
    both = frozenset({Capability.READS_PRIVATE, Capability.READS_UNTRUSTED})
    assert Flags().after("Read a", both).after("Read b", both).after("Read a", both) == Flags(
        ("Read a", "Read b"), ("Read a", "Read b")
    )


@pytest.mark.parametrize(
    ("other", "times"),
    [
        ({}, 2),
        ({"name": "another"}, 1),
        ({"arguments": {"path": "b"}}, 1),
        ({"malformed": "{path"}, 1),
    ],
)
def test_only_the_same_call_is_a_repetition(other: dict[str, object], times: int) -> None:
    """A model that is told it goes round in circles ends its work: it had better be true."""
    rounds = [
        ModelFinished(text="", calls=(CALLS[0].model_copy(update={"arguments": {"path": "a"}} | changes),))
        for changes in (other, {})
    ]
    assert repeats(fold([TASK, ASKED, rounds[0], done(1), ASKED, rounds[1]])) == times


def test_retry_drops_the_half_answer_and_continue_goes_on_with_it() -> None:
    cut = fold([TASK, ASKED, ModelStopped(reason="interrupted", text="Half"), JobInterrupted()])
    assert [m.text for m in apply(cut, JobResumed(how="retry")).messages] == ["hi"]
    going_on = apply(cut, JobResumed(how="continue"))
    assert [m.role for m in going_on.messages] == ["user", "assistant", "user"]
    again = fold([ASKED, ModelStopped(reason="error", text=" and"), JobResumed(how="continue"), ASKED], going_on)
    assert fold([ModelFinished(text=" more")], again).response == "Half and more"


EVENTS: list[DurableEvent] = [
    TASK, ASKED, REPLIED, ModelFinished(text="x"), ModelStopped(reason="error", text="y"), question(1), question(2),
    answer(1), answer(2, approved=False), ToolStarted(call_id="j.1.1"), done(1), done(2), JobInterrupted(),
    JobResumed(how="retry"), JobResumed(how="continue"), JobFinished(status="complete"),
]  # fmt: skip


@given(st.lists(st.sampled_from(EVENTS), max_size=12))
def test_any_log_folds_to_a_state_with_a_next_step(events: list[DurableEvent]) -> None:
    """A damaged log may miss any row: the fold still stands, and no call is both waiting and to be run."""
    state = fold(events)
    next_step(state)
    assert not {call.call.call_id for call in state.waiting} & {call.call.call_id for call in state.runnable}


@given(st.lists(st.sampled_from(EVENTS), max_size=10), st.integers(0, 10))
def test_folding_in_two_parts_is_folding_at_once(events: list[DurableEvent], cut: int) -> None:
    assert fold(events[cut:], fold(events[:cut])) == fold(events, JobState())


@given(st.lists(st.sampled_from(EVENTS), max_size=12), st.integers(0, 12), st.sampled_from(EVENTS))
def test_the_second_to_fold_is_given_what_the_first_folded_until_their_logs_part(
    events: list[DurableEvent], own: int, only_theirs: DurableEvent
) -> None:
    """The loop folds ahead; who keeps the rows may have one more in between, of which the loop does not know."""
    ahead = behind = together = JobState()
    folding = Folding()
    for event in events:
        ahead = folding(ahead, event)
    for event in events:
        together = folding(together, event)
    assert together is ahead
    rows = [*events[:own], only_theirs, *events[own:]]
    for number, event in enumerate(rows, start=1):
        behind = folding(behind, event)
        assert behind == fold(rows[:number])
