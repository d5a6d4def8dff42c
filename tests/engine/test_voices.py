"""What a model is sent, round after round: the same whether all of it is looked at anew or only what was added."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inara_engine.errors import ContextTooLong
from inara_engine.messages import Image, Message, ToolCall, ToolSpec
from inara_engine.voices import Standing

CALL = ToolCall(call_id="j.1.1", provider_id="p1", name="read", arguments={"path": "a"})
PICTURE = Image(media_type="image/png", data="AA==")
ASKING, RESULT = Message("assistant", calls=(CALL,)), Message("tool", "found", call_id="p1")
ROUND = (ASKING, RESULT)
PIECES = [
    ROUND, ROUND, ROUND, (Message("assistant", "Done."), Message("user", "And now?")), (Message("user", "Again."),),
    (ASKING,), (RESULT,), (ASKING, Message("tool", "of another", call_id="p2")), (Message("system", "twice"),),
    (Message("user", " "),), (ASKING, Message("tool", "long " * 200, call_id="p1")),
    (ASKING, Message("tool", "seen", call_id="p1", images=(PICTURE,))),
]  # fmt: skip
BUDGETS = st.sampled_from([None, 40, 200, 1000, 100_000])
TOOLS = (ToolSpec("read", "Read a file.", {"type": "object"}),)


def outcome(standing: Standing, messages: tuple[Message, ...], budget: int | None) -> tuple[Message, ...] | str:
    try:
        return standing.fitted(messages, budget, TOOLS, messages[1], sees=False)
    except ContextTooLong as error:
        return str(error)


@given(st.lists(st.tuples(st.sampled_from(PIECES), BUDGETS, st.booleans()), max_size=8))
def test_what_only_grows_is_sent_as_if_it_were_looked_at_whole(
    steps: list[tuple[tuple[Message, ...], int | None, bool]],
) -> None:
    """A step may also be a word of the app's own, which the next request no longer has."""
    standing = Standing()
    messages = (Message("system", "s"), Message("user", "Begin."))
    for piece, budget, stays in steps:
        asked = (*messages, *piece)
        assert outcome(standing, asked, budget) == outcome(Standing(), asked, budget)
        messages = asked if stays else messages


def test_rounds_that_add_to_what_stands_are_sent_as_they_are() -> None:
    standing = Standing()
    messages = (Message("system", "s"), Message("user", "Begin."))
    for _ in range(5):
        assert standing.fitted(messages, 100_000, TOOLS) is messages
        messages = (*messages, *ROUND)
