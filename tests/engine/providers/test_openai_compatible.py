"""The provider for OpenAI-compatible servers: what is sent, what comes back, and what it learns of a server."""

from __future__ import annotations

import asyncio
import json

import pytest

from inara_engine.errors import Rejected
from inara_engine.events import Progress, Stalled, TextDelta, ThinkingDelta
from inara_engine.messages import Image, Message, ToolCall
from inara_engine.providers.base import ModelRequest
from inara_engine.providers.discovery import check, facts_of
from inara_engine.providers.openai_compatible import OpenAICompatible
from tests.support.openai_provider import HELLO, PARTIAL, TOOL, events_of, play, provider_of
from tests.support.scripted_server import (
    HANG,
    Pause,
    ScriptedServer,
    Step,
    Turn,
    Until,
    call,
    calls_turn,
    chunk,
    error_turn,
    json_turn,
    sse,
    stream_turn,
    text_turn,
)
from tests.support.streams import everything, reply_of, text_of

# What goes well


async def test_an_answer_streams_and_ends_with_the_whole_reply() -> None:
    events, error = await play(text_turn("Hel", "lo ", "there", thinking="Greet back."))
    reply = reply_of(events)
    assert error is None
    assert (reply.text, reply.thinking, reply.finish, reply.model) == ("Hello there", "Greet back.", "stop", "scripted")
    assert (reply.usage.prompt_tokens, reply.usage.completion_tokens, reply.usage.estimated) == (12, 3, False)
    assert text_of(events) == "Hello there"
    assert [event.text for event in events if isinstance(event, ThinkingDelta)] == ["Greet back."]


async def test_a_server_that_does_not_stream_gives_the_same_reply() -> None:
    message = {"role": "assistant", "content": "Hi", "reasoning_content": "Hm", "tool_calls": [call("t", {"a": 1})]}
    whole = json_turn({"model": "m", "choices": [{"index": 0, "message": message, "finish_reason": "tool_calls"}]})
    async with ScriptedServer([whole]) as server, provider_of(server, stream=False) as provider:
        events, error = await everything(provider, HELLO)
        assert server.requests[0].json["stream"] is False
        assert "stream_options" not in server.requests[0].json
    reply = reply_of(events)
    assert error is None
    assert (reply.text, reply.thinking) == ("Hi", "Hm")
    assert [(made.provider_id, made.name, made.arguments) for made in reply.calls] == [("call_a", "t", {"a": 1})]


async def test_parallel_tool_calls_come_whole_and_in_order() -> None:
    events, _ = await play(calls_turn(call("read_file", {"path": "a"}, "x"), call("read_file", {"path": "ü"}, "y")))
    assert [(made.provider_id, made.arguments) for made in reply_of(events).calls] == [
        ("x", {"path": "a"}),
        ("y", {"path": "ü"}),
    ]


async def test_a_call_with_broken_arguments_is_kept_as_it_came_and_not_runnable() -> None:
    events, _ = await play(calls_turn(call("read_file", '{"path": ')))
    (made,) = reply_of(events).calls
    assert (made.malformed, made.arguments) == ('{"path": ', {})


async def test_a_call_cut_off_by_the_length_limit_is_not_runnable() -> None:
    events, _ = await play(calls_turn(call("delete_everything", ""), finish="length"))
    assert reply_of(events).calls[0].malformed


async def test_deltas_are_merged_per_read_not_per_token() -> None:
    many = b"".join(sse(chunk({"content": "x"})) for _ in range(200))
    events, _ = await play(Turn([many + sse(chunk({}, "stop"), "[DONE]")]))
    assert len([event for event in events if isinstance(event, TextDelta)]) < 5
    assert reply_of(events).text == "x" * 200


async def test_one_connection_serves_the_rounds_of_a_job() -> None:
    async with ScriptedServer([text_turn("a"), text_turn("b")]) as server, provider_of(server) as provider:
        await everything(provider, HELLO)
        await everything(provider, HELLO)
        assert server.connections == 1


async def test_a_connection_whose_end_comes_behind_the_answer_serves_again() -> None:
    end = asyncio.Event()
    late = Turn([sse(chunk({"content": "a"}, "stop"), "[DONE]"), Until(end)])
    async with ScriptedServer([late, text_turn("b")]) as server, provider_of(server) as provider:
        events, _ = await everything(provider, HELLO)
        assert reply_of(events).text == "a"  # not held up
        end.set()
        while any(task.get_name() == "reading an answer" for task in asyncio.all_tasks()):
            await asyncio.sleep(0.01)
        await everything(provider, HELLO)
        assert server.connections == 1


@pytest.mark.parametrize("more", [HANG, b"data: more\n\n" * 50_000])
async def test_a_server_that_does_not_end_its_body_is_left(more: Step) -> None:
    turn = Turn([sse(chunk({"content": "a"}, "stop"), "[DONE]"), more, HANG])
    async with ScriptedServer([turn]) as server, provider_of(server) as provider:
        events, _ = await everything(provider, HELLO)
        assert reply_of(events).text == "a"
        await server.client_left()


async def test_many_answers_at_once_do_not_mix() -> None:
    turns = [text_turn(*(f"{n} " for _ in range(300))) for n in range(12)]
    async with ScriptedServer(turns) as server, provider_of(server) as provider:
        results = await asyncio.gather(*(everything(provider, HELLO) for _ in range(12)))
    texts = sorted(reply_of(events).text for events, _ in results)
    assert texts == sorted(f"{n} " * 300 for n in range(12))


async def test_an_answer_larger_than_every_buffer_arrives_whole() -> None:
    piece = "y" * 60_000
    events, error = await play(text_turn(*(piece for _ in range(10))))
    assert error is None
    assert len(reply_of(events).text) == 600_000


# What is sent


async def test_the_request_says_everything_in_the_servers_terms() -> None:
    request = ModelRequest(
        "tiny",
        (
            Message("system", "Be kind."),
            Message("user", "What is this?", images=(Image(media_type="image/png", data="QUJD"),)),
            Message(
                "assistant",
                reasoning="I must look.",
                calls=(
                    ToolCall(call_id="1", provider_id="call_a", name="read_file", arguments={"path": "ü"}),
                    ToolCall(call_id="2", provider_id="b", name="x y", arguments={}, malformed="{"),
                ),
            ),
            Message("tool", "text", call_id="call_a"),
            Message("tool", "broken", call_id="b"),
        ),
        (TOOL,),
        {"temperature": 0.7, "stream": False, "model": "other"},
    )
    async with ScriptedServer([text_turn("ok")]) as server, provider_of(server, "secret-key-123") as provider:
        await everything(provider, request)
        sent = server.requests[0]
    assert sent.path == "/v1/chat/completions"
    assert sent.headers["authorization"] == "Bearer secret-key-123"
    assert sent.headers["accept-encoding"] == "identity"
    body = sent.json
    assert (body["model"], body["stream"], body["temperature"]) == ("tiny", True, 0.7)
    system, user, assistant, result, _ = body["messages"]
    assert system == {"role": "system", "content": "Be kind."}
    assert user["content"][1]["image_url"]["url"] == "data:image/png;base64,QUJD"
    assert assistant["content"] == ""
    assert assistant["reasoning_content"] == "I must look."
    assert [made["id"] for made in assistant["tool_calls"]] == ["call_a", "b"]
    assert [json.loads(made["function"]["arguments"]) for made in assistant["tool_calls"]] == [{"path": "ü"}, {}]
    assert assistant["tool_calls"][1]["function"]["name"] == "x_y"
    assert result == {"role": "tool", "tool_call_id": "call_a", "content": "text"}
    assert body["tools"][0]["function"]["name"] == "read_file"


async def test_large_pictures_are_sent_whole() -> None:
    picture = Image(media_type="image/png", data="QUJD" * 1_000_000)
    request = ModelRequest("tiny", (Message("user", "Look", images=(picture,)),))
    async with ScriptedServer([text_turn("ok")]) as server, provider_of(server) as provider:
        _, error = await everything(provider, request)
        assert error is None
        assert server.requests[0].headers["content-length"] == str(len(server.requests[0].body))
        assert server.requests[0].json["messages"][0]["content"][1]["image_url"]["url"].endswith(picture.data)


async def test_a_message_is_serialised_once_however_many_rounds_follow() -> None:
    message = Message("user", "Hello")
    async with ScriptedServer([text_turn("a"), text_turn("b")]) as server, provider_of(server) as provider:
        await everything(provider, ModelRequest("tiny", (message,)))
        (kept,) = message.encoded.values()
        await everything(provider, ModelRequest("tiny", (message, Message("assistant", "a"))))
        assert next(iter(message.encoded.values())) is kept
        assert kept in server.requests[1].body


async def test_a_keyless_server_is_sent_no_key() -> None:
    async with ScriptedServer([text_turn("ok")]) as server, provider_of(server) as provider:
        await everything(provider, HELLO)
        assert "authorization" not in server.requests[0].headers


async def test_a_loopback_server_is_never_asked_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    async with ScriptedServer() as proxy:
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        events, error = await play(text_turn("direct"))
        assert (error, reply_of(events).text, proxy.requests) == (None, "direct", [])


async def test_a_remote_server_is_asked_through_the_systems_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    async with ScriptedServer([text_turn("by proxy")]) as proxy:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.delenv("no_proxy", raising=False)
        provider = OpenAICompatible("http://models.invalid/v1")
        events, _ = await everything(provider, HELLO)
        await provider.aclose()
        assert reply_of(events).text == "by proxy"
        assert proxy.requests[0].path == "http://models.invalid/v1/chat/completions"


@pytest.mark.parametrize(
    ("proxy", "words"),
    [
        ("socks://127.0.0.1:1080/", "is one for “socks”"),  # as GNOME's terminals have it
        ("socks5h://me:hush@127.0.0.1:9050", "is one for “socks5h”"),
        ("http://proxy:port", "can't be read"),
        ("http://[::1", "can't be read"),
    ],
)
async def test_a_proxy_that_cannot_be_used_is_told_and_not_gone_around(
    monkeypatch: pytest.MonkeyPatch, proxy: str, words: str
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("all_proxy", proxy)
    provider = OpenAICompatible("http://models.invalid/v1")
    _, error = await everything(provider, HELLO)
    report = await check("http://models.invalid/v1", None, "x")
    assert await facts_of("http://models.invalid/v1", None, "x") is None
    await provider.aclose()
    assert isinstance(error, Rejected)
    assert words in error.message
    assert "no_proxy=models.invalid" in error.next_step
    assert (report.state, report.message) == ("unreachable", error.message)
    assert "hush" not in f"{error.message} {error.next_step}"


# What a server refuses once it is not asked again


@pytest.mark.parametrize(
    ("refusal", "gone"),
    [
        ("Unrecognized request argument supplied: stream_options", "stream_options"),
        ("property 'reasoning_content' is unsupported", "reasoning_content"),
    ],
)
async def test_what_a_server_refuses_is_left_out_from_then_on(refusal: str, gone: str) -> None:
    spoken = Message("assistant", reasoning="r", calls=(ToolCall(call_id="", provider_id="c", name="t", arguments={}),))
    request = ModelRequest("tiny", (Message("user", "x"), spoken, Message("tool", "y", call_id="c")))
    turns = [error_turn(400, {"error": {"message": refusal}}), text_turn("ok"), text_turn("ok")]
    async with ScriptedServer(turns) as server, provider_of(server) as provider:
        for _ in range(2):
            events, error = await everything(provider, request)
            assert (error, reply_of(events).text) == (None, "ok")
        assert [gone in sent.body.decode() for sent in server.requests] == [True, False, False]


async def test_mistral_gets_ids_of_nine_characters_and_the_pairs_still_match() -> None:
    made = ToolCall(call_id="", provider_id="call_PTLP8xhu3uwZk4l3nlnrrJha", name="t", arguments={})
    request = ModelRequest("m", (Message("assistant", calls=(made,)), Message("tool", "y", call_id=made.provider_id)))
    refusal = {"object": "error", "message": "Tool call id was turn1_0 but must be a-z, A-Z, 0-9, with a length of 9."}
    async with ScriptedServer([error_turn(400, refusal), text_turn("ok")]) as server, provider_of(server) as provider:
        _, error = await everything(provider, request)
        first, second = server.requests[1].json["messages"]
    assert error is None
    assert first["tool_calls"][0]["id"] == second["tool_call_id"]
    assert len(second["tool_call_id"]) == 9
    assert second["tool_call_id"].isalnum()


async def test_calls_of_another_server_go_to_one_that_is_strict_about_ids_and_names() -> None:
    """Forty characters for an id, letters, digits, _ and - for a name: OpenAI refuses all else."""
    calls = [ToolCall(call_id="", provider_id=letter * 64, name="files.räd", arguments={}) for letter in "ab"]
    results = [Message("tool", "y", call_id=made.provider_id) for made in calls]
    request = ModelRequest("m", (Message("user", "x"), Message("assistant", calls=tuple(calls)), *results))
    async with ScriptedServer([text_turn("ok")]) as server, provider_of(server) as provider:
        await everything(provider, request)
        _, said, *told = server.requests[0].json["messages"]
    ids = [made["id"] for made in said["tool_calls"]]
    assert ids == [result["tool_call_id"] for result in told]
    assert len(set(ids)) == 2
    assert max(map(len, ids)) <= 40
    assert {made["function"]["name"] for made in said["tool_calls"]} == {"files_r_d"}


async def test_reasoning_is_sent_back_everywhere_where_a_server_insists() -> None:
    request = ModelRequest("m", (Message("assistant", "a", reasoning="r"), Message("user", "x")))
    refusal = {"error": {"message": "The reasoning_content in the thinking mode must be passed back to the API."}}
    async with ScriptedServer([error_turn(400, refusal), text_turn("ok")]) as server, provider_of(server) as provider:
        _, error = await everything(provider, request)
        assert error is None
        assert server.requests[1].json["messages"][0]["reasoning_content"] == "r"


async def test_llama_cpp_is_asked_how_far_it_has_read() -> None:
    known = {"Content-Type": "text/event-stream", "Server": "llama.cpp"}
    progress = {"choices": [], "prompt_progress": {"total": 200, "cache": 0, "processed": 50, "time_ms": 9}}
    turns = [
        stream_turn(chunk({"content": "a"}, "stop"), headers=known),
        stream_turn(progress, chunk({"content": "a"}, "stop")),
    ]
    async with ScriptedServer(turns) as server, provider_of(server) as provider:
        await everything(provider, HELLO)
        events, _ = await everything(provider, HELLO)
        assert ["return_progress" in sent.json for sent in server.requests] == [False, True]
    assert [event.fraction for event in events if isinstance(event, Progress)] == [0.25]


async def test_groqs_broken_tool_use_is_tried_once_more() -> None:
    failed = error_turn(400, {"error": {"message": "Failed to call a function.", "code": "tool_use_failed"}})
    events, error = await play(failed, text_turn("ok"))
    assert (error, text_of(events)) == (None, "ok")
    _, error = await play(failed, failed, text_turn("never"))
    assert isinstance(error, Rejected)


# Time


async def test_silence_is_told_again_and_again_and_nothing_is_cut_off() -> None:
    turn = Turn([PARTIAL, Pause(0.35), sse(chunk({}, "stop"), "[DONE]")], before_head=[Pause(0.35)])
    events, error = await play(turn, stall_notice_s=0.1)
    silences = [event.silent_s for event in events if isinstance(event, Stalled)]
    assert error is None
    assert len(silences) >= 4
    assert min(silences) >= 0.09
    assert reply_of(events).text == "partial"


async def test_a_comment_is_a_sign_of_life() -> None:
    pings = [step for _ in range(6) for step in (b": ping\n\n", Pause(0.05))]
    events, _ = await play(Turn([*pings, PARTIAL, sse(chunk({}, "stop"))]), stall_notice_s=0.5)
    assert not any(isinstance(event, Stalled) for event in events)


@pytest.mark.parametrize("turn", [Turn([PARTIAL, HANG]), Turn(before_head=[HANG])])
async def test_closing_the_stream_closes_the_connection(turn: Turn) -> None:
    async with ScriptedServer([turn]) as server, provider_of(server, stall_notice_s=0.05) as provider:
        async with events_of(provider) as events:
            await anext(events)
        await server.client_left()


async def test_cancelling_the_task_closes_the_connection() -> None:
    async with ScriptedServer([Turn([PARTIAL, HANG])]) as server, provider_of(server) as provider:
        asking = asyncio.create_task(everything(provider, HELLO))
        while not server.requests:
            await asyncio.sleep(0.01)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        await server.client_left()


async def test_pictures_of_tools_come_after_all_results_of_the_round() -> None:
    """A tool's message can't hold any in this dialect, and nothing may stand between results."""
    seen = (Image(media_type="image/png", data="QUJD"),)
    calls = tuple(ToolCall(call_id=n, provider_id=n, name="look", arguments={}) for n in ("a", "b"))
    messages = (
        Message("user", "Look twice."),
        Message("assistant", calls=calls),
        Message("tool", "[Picture 1]", call_id="a", images=seen),
        Message("tool", "[Picture 1]", call_id="b", images=seen),
    )
    async with ScriptedServer([text_turn("ok"), text_turn("ok")]) as server, provider_of(server) as provider:
        await everything(provider, ModelRequest("tiny", messages))
        await everything(
            provider, ModelRequest("tiny", (*messages, Message("assistant", "Two."), Message("user", "And?")))
        )
    first, second = ([one["role"] for one in sent.json["messages"]] for sent in server.requests)
    assert first == ["user", "assistant", "tool", "tool", "user"]
    assert second == [*first, "assistant", "user"]
    pictures = server.requests[0].json["messages"][-1]["content"]
    assert [part["type"] for part in pictures] == ["text", "image_url", "image_url"]
