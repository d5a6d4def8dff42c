"""The provider `anthropic` against a server that plays Anthropic's stream: what a person gets in each case.

That the server plays it truly, and that our requests are the vendor's, `test_anthropic_reference.py` shows.
"""

from __future__ import annotations

from contextlib import aclosing
from typing import Any

import pytest

from inara_engine.errors import ContextTooLong, ProviderError, RateLimited, Rejected, Unavailable
from inara_engine.events import Stalled, TextDelta, ThinkingDelta
from inara_engine.messages import Image, Message, ToolCall, ToolSpec
from inara_engine.providers.anthropic import Anthropic
from inara_engine.providers.base import ModelEvent, ModelRequest, Reply
from tests.support.anthropic_server import (
    Block,
    error_body,
    event,
    message_steps,
    message_turn,
    redacted,
    refused,
    text,
    thinking,
    tool_use,
)
from tests.support.scripted_server import CUT, HANG, RESET, Pause, ScriptedServer, Turn
from tests.support.streams import everything, reply_of, text_of

KEY = "sk-ant-api03-0123456789abcdef"
HELLO = ModelRequest("claude-x", (Message("system", "Be kind."), Message("user", "Hello")))
TOOL = ToolSpec("read_file", "Read a file.", {"type": "object", "properties": {"path": {"type": "string"}}})


async def ask(
    server: ScriptedServer, *requests: ModelRequest, **options: Any
) -> tuple[list[ModelEvent], ProviderError | None]:
    """All events of these requests, sent one after the other, and the error that ended them."""
    provider = Anthropic(server.base_url, KEY, config_id="claude", **options)
    try:
        return await everything(provider, *requests)
    finally:
        await provider.aclose()


async def play(
    *turns: Turn, request: ModelRequest = HELLO, **options: Any
) -> tuple[list[ModelEvent], ProviderError | None]:
    async with ScriptedServer(turns) as server:
        return await ask(server, request, **options)


async def sent(*messages: Message, tools: tuple[ToolSpec, ...] = (), **extra: Any) -> dict[str, Any]:
    """The body of the request these messages make."""
    async with ScriptedServer([message_turn(text("ok"))]) as server:
        await ask(server, ModelRequest("claude-x", messages, tools, extra))
        return server.requests[0].json


# What goes well


async def test_an_answer_streams_and_ends_with_the_whole_reply() -> None:
    events, error = await play(message_turn(thinking("Greet back.", "c2ln"), text("Hel", "lo ", "ü")))
    reply = reply_of(events)
    assert error is None
    assert (reply.text, reply.thinking, reply.finish, reply.model) == (
        "Hello ü",
        "Greet back.",
        "end_turn",
        "claude-scripted",
    )
    assert text_of(events) == "Hello ü"
    assert [made.text for made in events if isinstance(made, ThinkingDelta)] == ["Greet back."]


async def test_usage_counts_what_the_cache_gave_and_took() -> None:
    events, _ = await play(message_turn(text("Hi")))
    usage = reply_of(events).usage
    assert (usage.prompt_tokens, usage.cached_tokens, usage.completion_tokens) == (1112, 1000, 7)


async def test_parallel_calls_come_whole_and_in_order() -> None:
    calls = [
        tool_use("read_file", {"path": "a"}, "x"),
        tool_use("read_file", {"path": "ü"}, "y"),
        tool_use("now", "", "z"),
    ]
    events, _ = await play(message_turn(text("Let me look."), *calls, stop="tool_use"))
    assert [(made.provider_id, made.name, made.arguments, made.malformed) for made in reply_of(events).calls] == [
        ("x", "read_file", {"path": "a"}, None),
        ("y", "read_file", {"path": "ü"}, None),
        ("z", "now", {}, None),
    ]


async def test_a_call_with_broken_arguments_is_kept_as_it_came_and_not_runnable() -> None:
    events, _ = await play(message_turn(tool_use("read_file", '{"path": '), stop="tool_use"))
    (made,) = reply_of(events).calls
    assert (made.malformed, made.arguments) == ('{"path": ', {})


async def test_a_call_cut_off_by_the_length_limit_is_not_runnable() -> None:
    events, _ = await play(message_turn(tool_use("delete_everything", ""), stop="max_tokens"))
    assert reply_of(events).calls[0].malformed


async def test_an_answer_at_its_length_limit_is_kept_and_says_so() -> None:
    events, error = await play(message_turn(text("Once upon"), stop="max_tokens"))
    assert error is None
    assert (reply_of(events).text, reply_of(events).finish) == ("Once upon", "max_tokens")


async def test_a_stream_cut_anywhere_in_two_reads_the_same() -> None:
    whole = b"".join(
        step
        for step in message_steps(thinking("Hm", "s"), text("a😀b"), tool_use("t", {"k": "ü"}))
        if isinstance(step, bytes)
    )
    expected, _ = await play(Turn([whole]))
    for at in range(1, len(whole), 97):
        events, _ = await play(Turn([whole[:at], Pause(0), whole[at:]]))
        assert reply_of(events) == reply_of(expected)


async def test_events_and_blocks_of_tomorrow_are_passed_over() -> None:
    steps = message_steps(text("Hi"))
    steps[2:2] = [
        event("weather", sunny=True),
        event("content_block_start", index=9, content_block={"type": "hologram"}),
        event("content_block_delta", index=9, delta={"type": "light_delta", "light": 1}),
        event("content_block_delta", index=77, delta={"type": "text_delta", "text": "of no block"}),
    ]
    events, error = await play(Turn(steps))
    assert error is None
    assert reply_of(events).text == "Hi"


async def test_calls_of_the_vendors_own_tools_are_none_of_ours() -> None:
    theirs = Block(
        {"type": "server_tool_use", "id": "s", "name": "web_search", "input": {}}, tool_use("x", {"q": 1}).deltas
    )
    events, error = await play(message_turn(theirs, text("Found it.")))
    assert error is None
    assert (reply_of(events).text, reply_of(events).calls) == ("Found it.", ())


async def test_silence_is_told_and_nothing_is_cut_off() -> None:
    steps = message_steps(text("Hi"))
    events, error = await play(Turn([*steps[:3], Pause(0.15), *steps[3:]]), stall_notice_s=0.05)
    assert error is None
    assert any(isinstance(made, Stalled) for made in events)
    assert reply_of(events).text == "Hi"


async def test_closing_the_stream_closes_the_connection() -> None:
    async with ScriptedServer([Turn([*message_steps(text("Hi"), stop=None), HANG])]) as server:
        provider = Anthropic(server.base_url, KEY)
        async with aclosing(provider.stream(HELLO)) as events:
            async for made in events:
                if isinstance(made, TextDelta):
                    break
        await server.client_left()
        await provider.aclose()


# What is sent


async def test_the_request_names_the_version_and_carries_the_key_in_its_header_only() -> None:
    async with ScriptedServer([message_turn(text("ok"))]) as server:
        await ask(server, HELLO)
        request = server.requests[0]
    assert request.path == "/v1/messages"
    assert request.headers["authorization"] == f"Bearer {KEY}"  # for proxies that know only this one
    assert (request.headers["x-api-key"], request.headers["anthropic-version"]) == (KEY, "2023-06-01")
    assert KEY not in request.body.decode()
    assert request.json["stream"] is True


@pytest.mark.parametrize("ending", ["", "/", "/v1", "/v1/", "/v1/messages"])
async def test_the_address_may_be_written_with_or_without_its_path(ending: str) -> None:
    async with ScriptedServer([message_turn(text("ok"))]) as server:
        provider = Anthropic(f"http://127.0.0.1:{server.port}/proxy{ending}", KEY)
        async with aclosing(provider.stream(HELLO)) as events:
            assert [made async for made in events]
        await provider.aclose()
        assert server.requests[0].path == "/proxy/v1/messages"


async def test_tools_system_and_the_newest_two_turns_are_marked_for_the_cache() -> None:
    body = await sent(
        Message("system", "Be kind."), Message("user", "1"), Message("assistant", "2"), Message("user", "3"),
        Message("assistant", "4"), Message("user", "5"), tools=(TOOL, TOOL),
    )  # fmt: skip
    assert [("cache_control" in tool) for tool in body["tools"]] == [False, True]
    assert "cache_control" in body["system"][-1]
    marks = ["cache_control" in turn["content"][-1] for turn in body["messages"]]
    assert marks == [False, False, True, False, True]


async def test_results_of_parallel_calls_share_one_turn_with_the_words_that_follow() -> None:
    calls = tuple(ToolCall(call_id="", provider_id=call_id, name="t", arguments={}) for call_id in ("x", "y"))
    body = await sent(
        Message("user", "Go"), Message("assistant", "", calls=calls), Message("tool", "1", call_id="x"),
        Message("tool", "", call_id="y"), Message("user", "And now?"),
    )  # fmt: skip
    assert [turn["role"] for turn in body["messages"]] == ["user", "assistant", "user"]
    assert [block.get("tool_use_id", block.get("text")) for block in body["messages"][-1]["content"]] == [
        "x",
        "y",
        "And now?",
    ]
    assert [block["type"] for block in body["messages"][1]["content"]] == ["tool_use", "tool_use"]


async def test_ids_of_another_server_are_made_fit_and_unique() -> None:
    """Many servers number the calls of each reply from 0; here an id may stand once in a request."""
    call = ToolCall(call_id="", provider_id="call:0", name="a.b", arguments={})
    rounds = [Message("assistant", "", calls=(call,)), Message("tool", "r", call_id="call:0")]
    body = await sent(Message("user", "Go"), *rounds, *rounds)
    uses = [block for turn in body["messages"] for block in turn["content"] if block["type"] == "tool_use"]
    results = [block for turn in body["messages"] for block in turn["content"] if block["type"] == "tool_result"]
    assert [use["id"] for use in uses] == [result["tool_use_id"] for result in results] == ["call_0", "call_0_2"]
    assert uses[0]["name"] == "a_b"


async def test_ids_that_differ_in_refused_characters_alone_stay_apart_in_every_later_request() -> None:
    ids = ("call.1", "call_1", "call_1_2", "call:1")
    calls = [ToolCall(call_id="", provider_id=call_id, name="t", arguments={}) for call_id in ids]
    history = [Message("user", "Go"), Message("assistant", "", calls=tuple(calls))]
    history += [Message("tool", call_id, call_id=call_id) for call_id in ids]
    history += [Message("assistant", "", calls=(calls[0],)), Message("tool", "call.1", call_id="call.1")]
    first, again = [await sent(*history, *more) for more in ((), (Message("user", "And?"),))]
    assert again["messages"][: len(first["messages"]) - 1] == first["messages"][:-1]
    for body in (first, again):
        blocks = [block for turn in body["messages"] for block in turn["content"]]
        uses = [block["id"] for block in blocks if block["type"] == "tool_use"]
        assert uses == [block["tool_use_id"] for block in blocks if block["type"] == "tool_result"]
        assert len(set(uses)) == len(ids) + 1


async def test_pictures_go_inline_before_the_words() -> None:
    body = await sent(Message("user", "What is this?", images=(Image(media_type="image/png", data="aGk="),)))
    picture, words = body["messages"][0]["content"]
    assert picture == {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "aGk="}}
    assert words["text"] == "What is this?"


async def test_empty_messages_are_left_out_as_the_interface_refuses_them() -> None:
    body = await sent(Message("user", "A"), Message("assistant", " \n"), Message("user", "B"))
    assert [[block["text"] for block in turn["content"]] for turn in body["messages"]] == [["A", "B"]]


async def test_extra_goes_into_the_body_but_not_over_what_is_ours() -> None:
    body = await sent(Message("user", "A"), temperature=0.5, max_tokens=99, messages=[], stream=False)
    assert (body["temperature"], body["max_tokens"], body["stream"]) == (0.5, 99, True)
    assert body["messages"]


async def test_a_message_is_serialised_once() -> None:
    message = Message("user", "A")
    await sent(message)
    assert list(message.encoded) == ["anthropic"]


# Reasoning that has to go back


async def test_signed_reasoning_goes_back_with_the_calls_as_it_came() -> None:
    blocks = [
        thinking("First, look.", "c2lnMQ=="), redacted("ZW5jcnlwdGVk"), text("Let me ", "see."),
        tool_use("read_file", {"path": "a"}, "x"), thinking("Then the other.", "c2lnMg=="), tool_use("read_file", {"path": "b"}, "y"),
    ]  # fmt: skip
    events, _ = await play(message_turn(*blocks, stop="tool_use"))
    reply = reply_of(events)
    said = Message("assistant", reply.text, reply.thinking, reply.calls, opaque=reply.opaque)
    body = await sent(Message("user", "Go"), said, Message("tool", "1", call_id="x"), Message("tool", "2", call_id="y"))
    assert body["messages"][1]["content"] == [
        {"type": "thinking", "thinking": "First, look.", "signature": "c2lnMQ=="},
        {"type": "redacted_thinking", "data": "ZW5jcnlwdGVk"},
        {"type": "text", "text": "Let me see."},
        {"type": "tool_use", "id": "x", "name": "read_file", "input": {"path": "a"}},
        {"type": "thinking", "thinking": "Then the other.", "signature": "c2lnMg=="},
        {"type": "tool_use", "id": "y", "name": "read_file", "input": {"path": "b"}},
    ]


@pytest.mark.parametrize("last", [text("\n"), redacted("ZW5j"), thinking("Hm.", "c2lnMg==")])
async def test_reasoning_that_a_reply_ended_with_does_not_go_back(last: Block) -> None:
    """ "The final block in an assistant message cannot be `thinking`": the conversation could not go on."""
    events, _ = await play(
        message_turn(thinking("First.", "c2lnMQ=="), text("Hi."), thinking("Then.", "c2lnMg=="), last)
    )
    reply = reply_of(events)
    said = Message("assistant", reply.text, reply.thinking, opaque=reply.opaque)
    body = await sent(Message("user", "Go"), said, Message("user", "And?"))
    assert [block["type"] for block in body["messages"][1]["content"]] == ["thinking", "text"]


async def test_a_reply_without_reasoning_has_nothing_to_keep() -> None:
    events, _ = await play(message_turn(text("Hi")))
    assert not reply_of(events).opaque


@pytest.mark.parametrize(
    "opaque",
    [
        "",
        "rubbish",
        "[]",
        '{"gemini":[["text",2,""]]}',
        '{"anthropic":[["text",99,""]]}',
        '{"anthropic":[["call",3,""]]}',
        '{"anthropic":7}',
    ],
)
async def test_what_another_vendor_kept_or_what_no_longer_fits_is_left_out(opaque: str) -> None:
    body = await sent(Message("user", "Go"), Message("assistant", "Hi", opaque=opaque), Message("user", "On"))
    assert body["messages"][1]["content"] == [{"type": "text", "text": "Hi"}]


async def test_calls_of_another_model_without_reasoning_are_sent_again_with_thinking_off() -> None:
    words = "messages.1.content.0.type: Expected `thinking` or `redacted_thinking`, but found `tool_use`."
    call = ToolCall(call_id="", provider_id="x", name="t", arguments={})
    history = (Message("user", "Go"), Message("assistant", "", calls=(call,)), Message("tool", "1", call_id="x"))
    extra = {"thinking": {"type": "enabled", "budget_tokens": 2000}}
    async with ScriptedServer([refused(400, "invalid_request_error", words), message_turn(text("ok"))]) as server:
        _, error = await ask(server, ModelRequest("claude-x", history, extra=extra))
        first, second = (request.json for request in server.requests)
    assert error is None
    assert "thinking" in first
    assert "thinking" not in second


async def test_a_model_that_writes_less_is_asked_for_less_and_remembered() -> None:
    words = "max_tokens: 32000 > 4096, which is the maximum allowed number of output tokens for claude-x"
    ok = message_turn(text("ok"))
    async with ScriptedServer([refused(400, "invalid_request_error", words), ok, ok]) as server:
        _, error = await ask(server, HELLO, HELLO)
        assert error is None
        assert [request.json["max_tokens"] for request in server.requests] == [32000, 4096, 4096]


# What goes wrong


@pytest.mark.parametrize(
    ("turn", "kind", "words"),
    [
        (refused(401, "authentication_error", f"invalid x-api-key {KEY}"), Rejected, "does not accept the API key"),
        (refused(403, "permission_error", "No access"), Rejected, "refused access"),
        (refused(400, "invalid_request_error", "Your credit balance is too low to access the API."), Rejected, "account"),
        (refused(404, "not_found_error", "model: claude-x"), Rejected, "doesn't know the model “claude-x”"),
        (refused(404, "not_found_error", "Not Found"), Rejected, "no Messages interface"),
        (refused(413, "request_too_large", "Request exceeds the maximum size"), ContextTooLong, "more than"),
        (refused(400, "invalid_request_error", "prompt is too long: 214211 tokens > 200000 maximum"), ContextTooLong, "214,211 tokens, but only 200,000 fit"),
        (refused(400, "invalid_request_error", "temperature: must be below 1"), Rejected, "temperature: must be below 1"),
        (refused(429, "rate_limit_error", "Slow down", retry_after="7"), RateLimited, "asks for patience"),
        (refused(529, "overloaded_error", "Overloaded"), Unavailable, "overloaded"),
        (refused(500, "api_error", "Internal server error"), Unavailable, "failed (500)"),
        (Turn([b"<html><title>Bad gateway</title></html>"], 502), Unavailable, "Bad gateway"),
        (Turn([b"<html>Log in</html>"], 200, {"Content-Type": "text/html"}), Rejected, "web page"),
        (Turn([], 302, {"Location": "https://elsewhere.example/"}), Rejected, "sends on to https://elsewhere.example/"),
        (Turn(before_head=[RESET]), Unavailable, "closed the connection"),
        (Turn([]), Rejected, "nothing that is an answer"),
        (Turn([b"data: {not json}\n\n"]), Unavailable, "not JSON"),
        (Turn([b"data: [1]\n\n"]), Unavailable, "no event"),
    ],
)  # fmt: skip
async def test_each_refusal_says_what_it_is_and_what_to_do(turn: Turn, kind: type[ProviderError], words: str) -> None:
    _, error = await play(turn)
    assert type(error) is kind
    assert words in error.message
    assert error.next_step
    assert KEY not in str(error)
    assert KEY[:16] not in str(error)


async def test_the_servers_word_on_when_to_ask_again_is_kept() -> None:
    _, error = await play(refused(429, "rate_limit_error", "Slow down", retry_after="7"))
    assert error is not None
    assert error.retry_after_s == 7


@pytest.mark.parametrize(
    ("steps", "kind", "words"),
    [
        ([event("error", **error_body("overloaded_error", "Overloaded"))], Unavailable, "overloaded"),
        ([event("error", **error_body("rate_limit_error", "Slow down"))], RateLimited, "patience"),
        ([event("error", **error_body("api_error", "Internal server error"))], Unavailable, "broke off"),
        ([CUT], Unavailable, "broke in the middle"),
        ([RESET], Unavailable, "broke in the middle"),
        ([], Unavailable, "stopped in the middle"),
        ([b"data: " + b"x" * 1_100_000], Unavailable, "1 MiB"),
    ],
)
async def test_an_error_in_mid_stream_keeps_the_text_before_it(
    steps: list[Any], kind: type[ProviderError], words: str
) -> None:
    events, error = await play(Turn([*message_steps(text("So far"), stop=None), Pause(0.02), *steps]))
    assert text_of(events) == "So far"
    assert not any(isinstance(made, Reply) for made in events)
    assert type(error) is kind
    assert words in error.message


async def test_a_refusal_by_the_model_is_no_answer_and_gives_its_reason() -> None:
    details = {"type": "refusal", "category": "cyber", "explanation": "This looks like an attack."}
    events, error = await play(message_turn(text("I "), stop="refusal", stop_details=details))
    assert isinstance(error, Rejected)
    assert "declined" in error.message
    assert "This looks like an attack." in error.message
    assert not any(isinstance(made, Reply) for made in events)


@pytest.mark.parametrize(
    ("stop", "kind", "words"),
    [
        ("end_turn", Unavailable, "empty answer"),
        ("max_tokens", Unavailable, "length limit"),
        ("model_context_window_exceeded", ContextTooLong, "too long"),
    ],
)
async def test_an_answer_without_words_is_an_error(stop: str, kind: type[ProviderError], words: str) -> None:
    _, error = await play(message_turn(stop=stop))
    assert type(error) is kind
    assert words in error.message


async def test_thinking_without_an_answer_says_that_the_length_was_used_up() -> None:
    _, error = await play(message_turn(thinking("Hm " * 50, "s"), stop="max_tokens"))
    assert error is not None
    assert "while thinking" in error.message
    assert "max_tokens" in error.next_step


async def test_nothing_listens() -> None:
    async with ScriptedServer() as server:
        pass
    _, error = await ask(server, HELLO)
    assert isinstance(error, Unavailable)
    assert "Nothing answers" in error.message


@pytest.mark.parametrize("address", ["ftp://x", "nonsense", "http://user:pw@host/"])
async def test_an_address_that_is_none_is_refused_before_anything_is_sent(address: str) -> None:
    provider = Anthropic(address, KEY, config_id="claude")
    with pytest.raises(Rejected, match="base_url"):
        await anext(provider.stream(HELLO))


async def test_a_key_that_can_be_none_is_refused_before_it_is_sent() -> None:
    async with ScriptedServer() as server:
        provider = Anthropic(server.base_url, "sk-\nInjected: header")
        with pytest.raises(Rejected, match="characters"):
            await anext(provider.stream(HELLO))
        await provider.aclose()
        assert not server.requests
