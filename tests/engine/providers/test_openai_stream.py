"""Every way known servers stream an answer, cut at every place a network can cut."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inara_engine.errors import ContextTooLong, ProviderError, Rejected, Unavailable
from inara_engine.events import ModelFinished, TextDelta, ThinkingDelta, decode
from inara_engine.providers.base import Reply
from inara_engine.providers.openai_errors import Where, classify, read_complaint
from inara_engine.providers.openai_stream import ReplyAssembler
from inara_engine.providers.openai_wire import nine_character_id
from inara_engine.store.rows import body
from tests.support.scripted_server import chunk, sse

VECTORS: dict[str, Any] = json.loads((Path(__file__).parents[2] / "data/openai_stream_vectors.json").read_text("utf-8"))
SERVER = Where("127.0.0.1:8080", 8080, loopback=True, model="tiny")


class Played:
    """What came of a stream that was read in these pieces."""

    def __init__(self, pieces: Iterable[bytes], **options: Any) -> None:
        assembler = ReplyAssembler(SERVER, **options)
        deltas = [delta for piece in pieces for delta in assembler.feed(piece)]
        deltas += assembler.feed_end()
        self.text = "".join(delta.text for delta in deltas if isinstance(delta, TextDelta))
        self.thinking = "".join(delta.text for delta in deltas if isinstance(delta, ThinkingDelta))
        self.reply: Reply | None = None
        self.error: ProviderError | None = None
        try:
            self.reply = assembler.finish()
        except ProviderError as error:
            self.error = error


def whole(*payloads: object, **options: Any) -> Played:
    return Played([sse(*payloads, "[DONE]")], **options)


def content(*pieces: str) -> list[dict[str, Any]]:
    return [*(chunk({"content": piece}) for piece in pieces), chunk({}, "stop")]


def calls_of(played: Played) -> list[tuple[str, str, dict[str, Any] | None]]:
    assert played.reply is not None, played.error
    return [
        (call.provider_id, call.name, call.arguments if call.malformed is None else None) for call in played.reply.calls
    ]


def check(played: Played, expected: dict[str, Any]) -> None:
    assert (played.text, played.thinking) == (expected["text"], expected["reasoning"])
    if expected["error"] is not None:
        assert played.error is not None
        assert expected["error"] in str(played.error)
        return
    assert played.reply is not None, played.error
    assert (played.reply.text, played.reply.thinking) == (expected["text"], expected["reasoning"])
    assert calls_of(played) == [tuple(made) for made in expected["calls"]]
    assert played.reply.finish == expected["finish"]
    if "usage" in expected:
        assert [played.reply.usage.prompt_tokens, played.reply.usage.completion_tokens] == expected["usage"]


@pytest.mark.parametrize("vector", VECTORS["streams"], ids=lambda vector: vector["id"])
def test_a_known_stream_means_the_same_however_it_is_cut(vector: dict[str, Any]) -> None:
    body = vector["body"].encode()
    check(Played([body]), vector["expect"])
    check(Played([body[at : at + 1] for at in range(len(body))]), vector["expect"])
    for at in range(1, len(body)):
        check(Played([body[:at], body[at:]]), vector["expect"])


@given(st.data())
def test_cutting_into_any_pieces_changes_nothing(data: st.DataObject) -> None:
    vector = data.draw(st.sampled_from(VECTORS["streams"]))
    body = vector["body"].encode()
    cuts = sorted(data.draw(st.sets(st.integers(1, len(body) - 1), max_size=12)))
    check(Played([body[a:b] for a, b in zip([0, *cuts], [*cuts, len(body)], strict=True)]), vector["expect"])


@given(st.lists(st.binary(max_size=60), max_size=20))
def test_any_bytes_end_in_a_reply_or_a_clear_error(pieces: list[bytes]) -> None:
    played = Played(pieces)
    assert (played.reply is None) != (played.error is None)
    assert played.error is None or (played.error.message and played.error.next_step)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "choices",
                    "delta",
                    "message",
                    "content",
                    "tool_calls",
                    "function",
                    "arguments",
                    "name",
                    "id",
                    "index",
                    "finish_reason",
                    "error",
                    "usage",
                    "reasoning",
                    "thinking",
                    "text",
                    "prompt_tokens",
                    "reasoning_details",
                    "prompt_progress",
                    "total",
                    "timings",
                    "model",
                    "type",
                    "code",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=25,
)


@given(st.lists(JSON, max_size=4))
def test_any_json_in_any_place_is_no_crash(payloads: list[object]) -> None:
    played = whole(*payloads)
    if played.reply is not None:
        json.dumps(played.reply.text).encode()
        for call in played.reply.calls:
            json.dumps(call.arguments, allow_nan=False, ensure_ascii=False).encode()


# Reasoning


@pytest.mark.parametrize(
    ("said", "thinking", "text"),
    [
        ("<think>plan</think>answer", "plan", "answer"),
        ("\n<think>\nplan\n</think>\n\nanswer", "plan", "answer"),
        ("plan</think>answer", "plan", "answer"),
        ("<think>a</think><think>b</think>c", "ab", "c"),
        ("Say `<think>` or `</think>` to me", "", "Say `<think>` or `</think>` to me"),
        ("a < b and <the", "", "a < b and <the"),
    ],
)
def test_raw_think_tags_are_told_apart_however_they_are_cut(said: str, thinking: str, text: str) -> None:
    for at in range(len(said) + 1):
        reply = whole(*content(said[:at], said[at:])).reply
        assert reply is not None
        assert (reply.thinking.strip(), reply.text) == (thinking, text)


def test_what_streamed_is_what_the_reply_says() -> None:
    for said in ("ends in <", "ends in </thi", "<think>x</think>y", "  leading"):
        played = whole(*content(*said))
        assert played.reply is not None
        assert (played.text, played.thinking) == (played.reply.text, played.reply.thinking)


def test_a_model_known_to_leave_out_the_tag_may_still_answer_without_thinking() -> None:
    played = whole(*content("Just ", "this."), starts_inside_thinking=True)
    assert played.reply is not None
    assert (played.reply.text, played.reply.thinking) == ("Just this.", "")


def test_content_as_a_list_of_parts_is_flattened() -> None:
    parts = [{"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]}, {"type": "text", "text": "Hi"}]
    reply = whole(chunk({"content": parts}), chunk({"content": "!"}, "stop")).reply
    assert reply is not None
    assert (reply.thinking, reply.text) == ("hm", "Hi!")


def test_reasoning_details_are_read_and_nothing_is_doubled() -> None:
    both = {"reasoning": "a", "reasoning_details": [{"type": "reasoning.text", "text": "a"}]}
    only = {
        "reasoning_details": [{"type": "reasoning.text", "text": "b"}, {"type": "reasoning.encrypted", "data": "x"}]
    }
    reply = whole(chunk(both), chunk(only), *content("Hi")).reply
    assert reply is not None
    assert reply.thinking == "ab"


# Tool calls


def fragment(arguments: object, *, name: str | None = None, **more: Any) -> dict[str, Any]:
    return {**more, "function": {"name": name, "arguments": arguments}}


@pytest.mark.parametrize(
    ("deltas", "expected"),
    [
        pytest.param(
            [[fragment("{}", name="a", index=0, id="x")], [fragment("{}", name="b", index=0, id="y")]],
            [("x", "a", {}), ("y", "b", {})],
            id="every call has index 0",
        ),
        pytest.param(
            [[fragment("{}", name="a", index=0)], [fragment("{}", name="b", index=0)]],
            [("call_0", "a", {}), ("call_1", "b", {})],
            id="every call has index 0 and none an id",
        ),
        pytest.param(
            [fragment('{"k":', name="a", index=0, id="x"), fragment("1}", index=0)],
            [("x", "a", {"k": 1})],
            id="a lone call without its list",
        ),
        pytest.param(
            [[fragment('{"k":', name="a", id="x")], [fragment("1}", id="x")]],
            [("x", "a", {"k": 1})],
            id="told apart by id alone",
        ),
        pytest.param(
            [[fragment('{"k":', name="a")], [fragment("1}")]],
            [("call_0", "a", {"k": 1})],
            id="neither index nor id",
        ),
        pytest.param(
            [[fragment('{"k":', name="a", index=0, id="x")], [fragment("1}", index=0, id="y")]],
            [("x", "a", {"k": 1})],
            id="another id on every fragment",
        ),
        pytest.param(
            [[fragment('{"k":', name="a", index=0, id="x")], [fragment("1}", name="a", index=0, id="x")]],
            [("x", "a", {"k": 1})],
            id="everything repeated on every fragment",
        ),
        pytest.param(
            [[fragment('{"k":', name="a", index=0, id="x")], [fragment("1}", index=0)], [fragment('{"k":1}', index=0)]],
            [("x", "a", {"k": 1})],
            id="all arguments once more at the end",
        ),
        pytest.param(
            [[fragment('{"k":1}', name="a", index=0, id="x")], [fragment('{"k":1}', name="a", index=0, id="x")]],
            [("x", "a", {"k": 1})],
            id="the whole call said twice",
        ),
        pytest.param(
            [[fragment('{"k":1', name="a", index=0, id="x")], [fragment("1", index=0)], [fragment("1}", index=0)]],
            [("x", "a", {"k": 111})],
            id="pieces that are alike",
        ),
        pytest.param(
            [[fragment("{}", name="a", index=0, id="same"), fragment("{}", name="b", index=1, id="same")]],
            [("same", "a", {}), ("call_1", "b", {})],
            id="an id given twice",
        ),
        pytest.param(
            [[fragment("{}", name="a", index=0), fragment("{}", name="b", index=1, id="call_0")]],
            [("call_1", "a", {}), ("call_0", "b", {})],
            id="our own id is never one the server uses",
        ),
        pytest.param([[fragment(None, name="now", index=0, id="x")]], [("x", "now", {})], id="no arguments at all"),
        pytest.param([[fragment("null", name="now", index=0, id="x")]], [("x", "now", {})], id="null as text"),
        pytest.param([[fragment({"n": 1}, name="t", index=0, id="x")]], [("x", "t", {"n": 1})], id="an object"),
        pytest.param([[fragment("[1]", name="t", index=0, id="x")]], [("x", "t", None)], id="a list is no object"),
        pytest.param([[fragment('{"n": NaN}', name="t", index=0, id="x")]], [("x", "t", None)], id="NaN is no JSON"),
        pytest.param([[fragment('{"n": 1e999}', name="t", index=0, id="x")]], [("x", "t", None)], id="infinity"),
        pytest.param([[fragment("[" * 9999, name="t", index=0, id="x")]], [("x", "t", None)], id="endless nesting"),
        pytest.param([[fragment("{}", index=0, id="x")]], [("x", "unnamed", None)], id="a call without a name"),
        pytest.param(
            [[fragment('{"s": "\\ud83d"}', name="t", index=0, id="x")]],
            [("x", "t", {"s": "\ufffd"})],
            id="half an emoji",
        ),
    ],
)
def test_tool_calls_are_put_together_from_what_servers_send(deltas: list[Any], expected: list[Any]) -> None:
    assert calls_of(whole(*(chunk({"tool_calls": delta}) for delta in deltas), chunk({}, "tool_calls"))) == expected


@pytest.mark.parametrize("depth", [50, 99, 150, 197, 198, 230, 255, 256, 300, 900, 1000])
@pytest.mark.parametrize("as_text", [True, False], ids=["as text", "as an object"])
def test_however_deep_arguments_are_nested_the_log_can_keep_the_call(depth: int, *, as_text: bool) -> None:
    """Deeper ones than a row can be read back with are no arguments: the model is told, and the job goes on."""
    nested = '{"a":' * depth + "1" + "}" * depth
    arguments = json.dumps(nested) if as_text else nested
    call = f'{{"index":0,"id":"x","function":{{"name":"t","arguments":{arguments}}}}}'
    event = f'data: {{"choices":[{{"delta":{{"tool_calls":[{call}]}},"finish_reason":"tool_calls"}}]}}\n\n'
    reply = Played([event.encode(), b"data: [DONE]\n\n"]).reply
    if reply is not None:  # else the event itself was too deep
        finished, row = body(ModelFinished(calls=reply.calls))
        assert decode(row) == finished
        assert (reply.calls[0].malformed is None) == (depth <= 100)


@pytest.mark.parametrize("big", ["id", "name"])
def test_names_and_ids_without_end_are_an_answer_without_end(big: str) -> None:
    """They go into the log and back to the server with each round, as all that is said."""
    parts = {"id": "x", "name": "t"} | {big: "y" * 600}
    calls = [fragment("{}", name=f"{parts['name']}{n}", index=n, id=f"{parts['id']}{n}") for n in range(2)]
    played = Played([sse(chunk({"tool_calls": [one]})) for one in calls], max_reply_chars=1000)
    assert played.error is not None
    assert "without end" in played.error.message


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(10**30, 10**40)
    | st.floats(allow_nan=True, allow_infinity=True)
    | st.text(st.sampled_from('a0 "\\\0\n\x7f\x85\u202e\u2028\ud83d\udc4bé\U0010ffff')),
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(st.sampled_from(["", "a", "b\0", "\ud800", "é"]), inside, max_size=4)
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(["path", "n", "\udc80"]), JSON_VALUES))
def test_whatever_stands_in_arguments_the_log_keeps_what_will_run(arguments: dict[str, Any]) -> None:
    """What a person approves is read from the row: it must be what the model sent, to the last digit."""
    played = whole(
        chunk({"tool_calls": [fragment(json.dumps(arguments), name="t", index=0, id="x")]}), chunk({}, "stop")
    )
    assert played.reply is not None
    finished, row = body(ModelFinished(calls=played.reply.calls))
    assert decode(row) == finished
    assert row == body(decode(row))[1]


def test_a_call_cut_off_by_the_length_limit_is_not_run_even_when_it_looks_like_a_call_without_arguments() -> None:
    played = whole(chunk({"tool_calls": [fragment("", name="wipe", index=0, id="x")]}), chunk({}, "length"))
    assert calls_of(played) == [("x", "wipe", None)]


def test_a_finish_reason_of_tool_calls_without_any_is_text_or_an_error() -> None:
    assert whole(chunk({"content": "Hi"}), chunk({}, "tool_calls")).text == "Hi"
    assert isinstance(whole(chunk({}, "tool_calls")).error, Unavailable)


# Text


def test_an_emoji_cut_between_two_deltas_arrives_whole() -> None:
    played = Played([b'data: {"choices":[{"delta":{"content":"a\\ud83d"}}]}\n\n', sse(*content("\udc4b b"))])
    assert played.text == "a👋 b"


def test_half_an_emoji_at_the_end_can_still_be_stored() -> None:
    assert Played([sse(*content("a\ud83d"))]).text == "a\ufffd"


def test_events_without_a_blank_line_between_them_are_still_read() -> None:
    assert Played([sse(*content("a", "b")).replace(b"\n\n", b"\n")]).text == "ab"


def test_an_answer_without_end_is_stopped() -> None:
    played = Played([sse(chunk({"content": "x" * 600})), sse(chunk({"content": "x" * 600}))], max_reply_chars=1000)
    assert played.error is not None
    assert "without end" in played.error.message


# Usage and ends


def test_usage_is_taken_from_llama_cpps_timings_or_estimated() -> None:
    timings = {"cache_n": 5, "prompt_n": 7, "predicted_n": 3}
    reply = whole(chunk({"content": "abc"}), chunk({}, "stop", timings=timings)).reply
    assert reply is not None
    assert (reply.usage.prompt_tokens, reply.usage.completion_tokens, reply.usage.cached_tokens) == (12, 3, 5)
    reply = whole(*content("abcdefgh")).reply
    assert reply is not None
    assert (reply.usage.completion_tokens, reply.usage.estimated) == (2, True)


@pytest.mark.parametrize(
    ("payloads", "kind", "words"),
    [
        ([chunk({"reasoning_content": "hm"}), chunk({}, "stop")], Unavailable, "gave no answer"),
        ([chunk({"reasoning_content": "hm"}), chunk({}, "length")], Unavailable, "max_tokens"),
        ([chunk({}, "content_filter")], Rejected, "filter"),
        ([chunk({}, "stop")], Unavailable, "empty answer"),
        ([chunk({"content": "a"}, "error")], Unavailable, "broke off"),
    ],
)
def test_an_end_that_is_none_says_what_to_do(payloads: list[object], kind: type[ProviderError], words: str) -> None:
    error = whole(*payloads).error
    assert type(error) is kind
    assert words in str(error)


# Errors


@pytest.mark.parametrize("case", VECTORS["overflow"])
def test_every_servers_overflow_is_recognised(case: dict[str, Any]) -> None:
    error = classify(read_complaint(json.dumps(case["body"])), SERVER, case["status"])
    assert isinstance(error, ContextTooLong)
    assert (error.limit_tokens, error.used_tokens) == (case["limit"], case["used"])


@pytest.mark.parametrize("case", VECTORS["error_bodies"])
def test_every_shape_of_error_body_is_read(case: dict[str, Any]) -> None:
    assert read_complaint(case["body"].encode()).message == case["message"]


@given(st.binary(max_size=300) | JSON.map(lambda value: json.dumps(value).encode()), st.integers(0, 599))
def test_any_error_body_gives_a_sentence_and_a_next_step(body: bytes, status: int) -> None:
    error = classify(read_complaint(body), SERVER, status)
    assert error.message
    assert error.next_step
    assert error.message.isprintable()


@pytest.mark.parametrize("case", VECTORS["tool_ids"])
def test_an_id_becomes_nine_letters_and_digits_and_always_the_same(case: dict[str, Any]) -> None:
    first, again = nine_character_id(case["in"]), nine_character_id(case["in"])
    assert first == again
    assert nine_character_id(first) == first
    assert len(first) == 9
    assert first.isalnum()
    assert first.isascii()
