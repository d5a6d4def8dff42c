"""Whatever rows a log lacks, what a model's server is sent is in order."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from pathlib import Path

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
    ToolUndone,
)
from inara_engine.folding import fold
from inara_engine.jobs.history import left_by
from inara_engine.jobs.repair import closed, ready, repaired
from inara_engine.messages import Message, Risk, ToolCall
from inara_engine.state import JobState
from tests.support.play import Say, Stage, append_line


def call(number: int, provider_id: str = "") -> ToolCall:
    return ToolCall(call_id=f"j.{number}", provider_id=provider_id or f"p{number}", name="t", arguments={})


def round_of(number: int, *, calls: int, provider_ids: list[str] | None = None) -> list[DurableEvent]:
    """A model's reply and what came of its calls; some servers number them anew each round."""
    asked = [call(number * 10 + n, (provider_ids or [""] * calls)[n]) for n in range(calls)]
    events: list[DurableEvent] = [
        ModelAsked(round=number, model="m"),
        ModelFinished(text=f"round {number}" if number % 2 else "", calls=tuple(asked)),
    ]
    for one in asked:
        action = Action(summary="do", risk=Risk.REVERSIBLE)
        events += [
            ConfirmationRequested(call_id=one.call_id, digest="d", action=action, reason="r"),
            ConfirmationAnswered(call_id=one.call_id, digest="d", approved=True),
            ToolStarted(call_id=one.call_id),
            ToolFinished(call_id=one.call_id, outcome="ok", output=f"result of {one.call_id}"),
        ]
    return events


JOBS: dict[str, list[DurableEvent]] = {
    "tools": [
        TaskSubmitted(text="with tools"),
        *round_of(1, calls=2),
        *round_of(2, calls=1, provider_ids=["p10"]),
        *round_of(3, calls=2, provider_ids=["same", "same"]),
        ModelAsked(round=4, model="m"),
        ModelFinished(text="done"),
        JobFinished(status="complete"),
        ToolUndone(call_id="j.20", outcome="ok"),
    ],
    "imported": [TaskSubmitted(text=""), ModelFinished(text="it began with an answer"), JobFinished(status="complete")],
    "cut": [
        TaskSubmitted(text="cut"),
        ModelAsked(round=1, model="m"),
        ModelStopped(reason="interrupted", text="half"),
        JobInterrupted(),
        JobResumed(how="continue"),
        ModelAsked(round=2, model="m"),
        ModelStopped(reason="interrupted", text=" more"),
        JobInterrupted(),
        JobResumed(how="retry"),
        ModelAsked(round=3, model="m"),
        ModelFinished(text="whole"),
        JobFinished(status="complete"),
    ],
    "stopped": [
        TaskSubmitted(text="stopped"),
        *round_of(1, calls=2)[:4],
        ToolFinished(call_id="j.10", outcome="cancelled"),
        ToolFinished(call_id="j.11", outcome="cancelled"),
        JobFinished(status="cancelled"),
    ],
    "silent": [
        TaskSubmitted(text="silent"),
        ModelAsked(round=1, model="m"),
        ModelFinished(),
        JobFinished(status="complete"),
    ],
    "handed off": [
        TaskSubmitted(text="two models"),
        *round_of(1, calls=1),
        ModelAsked(round=2, model="m"),
        ModelFinished(text="summary", summary=True),
        ModelAsked(round=3, model="w"),
        ModelFinished(text="answer"),
        JobFinished(status="complete"),
    ],
    "now": [TaskSubmitted(text="and now"), *round_of(1, calls=2)],
}
ROWS = [(job, event) for job, events in JOBS.items() for event in events]


def check(messages: tuple[Message, ...], *, request: bool = True) -> None:
    """What every server we know asks for."""
    assert messages
    spoken = [message for message in messages if message.role != "system"]
    assert spoken[0].role == "user"
    if request:
        assert spoken[-1].role in {"user", "tool"}
    owed: list[str] = []
    before = ""
    for message in messages:
        if message.role == "tool":
            assert owed, "a result of no call"
            assert message.call_id == owed.pop(0)
        else:
            assert not owed, "a call without its result"
            assert message.role != before, f"two messages of the {before} in a row"
            owed = [one.provider_id for one in message.calls]
            assert message.text.strip() or message.images or message.calls
        before = message.role
    assert not owed


def request_after(rows: list[tuple[str, DurableEvent]]) -> tuple[Message, ...]:
    """What the last job would send, given these rows of the session."""
    jobs: dict[str, JobState] = {}
    for job, event in rows:
        jobs[job] = fold([event], jobs.get(job))
    jobs.setdefault("now", JobState())
    history = left_by(jobs, "now").messages()
    if history:
        check(history, request=False)
        assert history[-1].role == "assistant"
    return ready((Message("system", "s"), *history, *jobs["now"].messages))


def test_a_whole_log_needs_no_repair() -> None:
    state = fold(JOBS["tools"])
    assert all(one is other for one, other in zip(repaired(state.messages), state.messages, strict=True))
    assert closed(state.messages) == state.messages
    check(request_after(ROWS))


@given(st.sets(st.integers(0, len(ROWS) - 1)))
def test_any_rows_may_be_missing(missing: set[int]) -> None:
    check(request_after([row for number, row in enumerate(ROWS) if number not in missing]))


@given(st.lists(st.integers(0, len(ROWS) - 1), max_size=40))
def test_rows_may_even_come_in_any_order_and_twice(chosen: list[int]) -> None:
    check(request_after([ROWS[number] for number in chosen]))


messages = st.builds(
    Message,
    st.sampled_from(["user", "assistant", "tool", "system"]),
    st.sampled_from(["", " ", "text"]),
    calls=st.lists(st.sampled_from([call(1), call(2), call(3, "p1")]), max_size=3).map(tuple),
    call_id=st.sampled_from(["p1", "p2", "p9"]),
).map(
    lambda message: (
        message if message.role == "assistant" else Message(message.role, message.text, call_id=message.call_id)
    )
)


@given(st.lists(messages, max_size=8))
def test_any_messages_at_all_are_put_in_order(given_messages: list[Message]) -> None:
    only = [message for message in given_messages if message.role != "system"]
    check(ready(only))
    check(closed(only), request=False)


def test_results_in_another_order_than_their_calls_are_put_in_it() -> None:
    """Nothing is missing, but some servers take results by their place."""
    asked = Message("assistant", calls=(call(1), call(2)))
    first, second = Message("tool", "first", call_id="p1"), Message("tool", "second", call_id="p2")
    assert repaired([Message("user", "go"), asked, second, first])[2:] == (first, second)


def test_results_stay_with_their_calls_and_what_is_missing_is_said() -> None:
    whole = repaired(
        [
            Message("user", "go"),
            Message("assistant", calls=(call(1), call(2), call(3, "p1"))),
            Message("tool", "second", call_id="p2"),
            Message("tool", "first", call_id="p1"),
            Message("tool", "nobody's", call_id="p7"),
        ]
    )
    assert [(message.call_id, message.text.split()[0]) for message in whole[2:]] == [
        ("p1", "first"),
        ("p2", "second"),
        ("p1", "What"),
    ]


@pytest.mark.parametrize("seed", range(4))
async def test_a_session_with_damaged_rows_goes_on(tmp_path: Path, seed: int) -> None:
    """The same through the database: rows that no longer match their checksums are left out."""
    lines = tmp_path / "lines.txt"
    script = [Say("one moment", calls=[("append_line", {"line": "a"})] * 2), Say("Done.")] * 3 + [Say("Still here.")]
    async with Stage(tmp_path, script, [append_line(lines, risk=Risk.READS)]) as stage:
        for _ in range(3):
            await stage.until("complete", job=await stage.submit())
        await stage.store.close()
        await asyncio.to_thread(damage, tmp_path / "inara.db", random.Random(seed))
        await stage._open()
        await stage.until("complete", job=await stage.submit("are you there?"))
        check(stage.model.requests[-1].messages)


async def test_a_question_behind_a_damaged_row_can_still_be_answered(tmp_path: Path) -> None:
    """A row that can't be read keeps its place: the answer is written behind the question."""
    lines = tmp_path / "lines.txt"
    script = [Say(calls=[("append_line", {"line": "a"})]), Say("Done.")]
    async with Stage(tmp_path, script, [append_line(lines)]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        await stage.store.close()
        await asyncio.to_thread(damage_one, tmp_path / "inara.db")
        await stage._open()
        await stage.answer(approve=True)
        await stage.until("complete")
        assert lines.read_text().split() == ["a"]


def damage_one(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("UPDATE event SET checksum = checksum + 1 WHERE kind = 'model_asked'")
    db.close()


def damage(path: Path, chance: random.Random) -> None:
    with sqlite3.connect(path) as db:
        for (seq,) in db.execute("SELECT seq FROM event").fetchall():
            if chance.random() < 0.4:
                db.execute("UPDATE event SET checksum = checksum + 1 WHERE seq = ?", (seq,))
    db.close()
