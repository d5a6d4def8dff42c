"""What a model is told: a steady prompt, and the newest whole turns that fit."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inara_engine.context import LAST_ROUND, Setting, estimated_tokens, system_prompt, tool_tokens, window
from inara_engine.errors import ContextTooLong
from inara_engine.jobs.repair import ready
from inara_engine.messages import Message, ToolCall, ToolSpec
from inara_engine.state import CONTINUE

SYSTEM = Message("system", "You are Inara.")
CALL = ToolCall(call_id="c", provider_id="p", name="read_file", arguments={"path": "a" * 40})


def turn(size: int, *, tools: bool = False) -> list[Message]:
    between = [Message("assistant", "", calls=(CALL,)), Message("tool", "x" * size, call_id="p")] if tools else []
    return [Message("user", "x" * size), *between, Message("assistant", "y" * size)]


def test_the_prompt_holds_for_a_day() -> None:
    """A server's prompt cache depends on it: the time of day must not be in it."""
    day = [
        Setting(datetime(2026, 11, 22, hour, tzinfo=UTC), "agent", tools=True, roots=("/home/me",)) for hour in (8, 20)
    ]
    assert system_prompt(day[0]) == system_prompt(day[1])
    assert "Sunday, 2026-11-22" in system_prompt(day[0])
    assert "/home/me" in system_prompt(day[0])


def test_the_day_is_told_in_english_whatever_the_system_speaks() -> None:
    class OnAGermanSystem(datetime):
        def strftime(self, format: str) -> str:  # noqa: A002 - the name is datetime's
            return f"Sonntag, {format}"

    assert "Today is Sunday, 2026-11-29." in system_prompt(Setting(OnAGermanSystem(2026, 11, 29), "chat", tools=False))


def test_each_part_can_be_left_out() -> None:
    bare = Setting(datetime(2026, 11, 22, tzinfo=UTC), "chat", tools=False, inject_datetime=False, inject_mode=False)
    text = system_prompt(bare)
    assert "2026" not in text
    assert "Mode:" not in text
    assert "folders" not in text
    assert system_prompt(Setting(bare.now, "chat", tools=False, system_append="Speak Latin.")).endswith("Speak Latin.")


def test_without_a_limit_everything_is_told() -> None:
    messages = (SYSTEM, *turn(10_000), *turn(10_000))
    assert window(messages, None) == messages


@given(st.lists(st.tuples(st.integers(0, 200), st.booleans()), min_size=1, max_size=8), st.integers(400, 2000))
def test_the_newest_whole_turns_stay(sizes: list[tuple[int, bool]], budget: int) -> None:
    turns = [turn(size, tools=tools) for size, tools in sizes]
    kept = window((SYSTEM, *(message for messages in turns for message in messages)), budget)
    assert kept[0] == SYSTEM
    assert sum(map(estimated_tokens, kept)) <= budget
    for n in range(len(turns) + 1):
        if list(kept[1:]) == [message for messages in turns[n:] for message in messages]:
            break
    else:
        pytest.fail("it is not the end of the conversation, turn by turn")
    assert len(kept) > 1


@given(
    st.lists(st.integers(0, 3000), min_size=1, max_size=4),
    st.integers(300, 3000),
    st.sampled_from(["end", "cut", "both"]),
)
def test_what_the_app_says_to_a_turn_is_never_told_without_the_turn(results: list[int], budget: int, why: str) -> None:
    """ "No rounds are left: answer" and "go on where you stopped" mean nothing to a model that has lost the task."""
    task = Message("user", "Count the herons.")
    worked = [one for size in results for one in (Message("assistant", calls=(CALL,)), Message("tool", "x" * size))]
    if why != "end":
        worked += [Message("assistant", "There are " + "y" * results[0]), Message("user", CONTINUE)]
    if why != "cut":
        worked.append(Message("user", LAST_ROUND))
    try:
        kept = window(ready((SYSTEM, *turn(200), task, *worked)), budget)
    except ContextTooLong:
        return
    assert task in kept
    assert kept[-1] == worked[-1]


TOOL = ToolSpec("read_file", "d" * 4000, {})  # a thousand tokens


@given(st.lists(st.tuples(st.integers(0, 4000), st.booleans()), min_size=1, max_size=8), st.integers(0, 7))
def test_tools_and_messages_and_a_reply_fit_together(sizes: list[tuple[int, bool]], tools: int) -> None:
    """Twenty tools take a third of a window of 8192: what is told beside them has to leave room for an answer."""
    budget = 16_000
    messages = (SYSTEM, *(message for size, calls in sizes for message in turn(4 * size, tools=calls)))
    specs = (TOOL,) * tools
    try:
        kept = window(messages, budget, specs)
    except ContextTooLong:
        return
    assert sum(map(estimated_tokens, kept)) + tool_tokens(specs) <= 0.9 * budget


def test_a_turn_that_never_fits_is_told_with_its_size() -> None:
    with pytest.raises(ContextTooLong) as refused:
        window((SYSTEM, *turn(10_000)), 1000)
    assert refused.value.limit_tokens is None  # that is for a server to say
    assert (refused.value.used_tokens or 0) > 1000
    assert "larger context" in refused.value.next_step
