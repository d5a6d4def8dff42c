"""The provider against a server that plays a script: what a person gets to read in each case."""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from email.utils import formatdate
from typing import Any, cast

import pytest

from inara_engine.errors import (
    ContextTooLong,
    PicturesRefused,
    ProviderError,
    RateLimited,
    Rejected,
    ToolsRefused,
    Unavailable,
)
from inara_engine.events import Progress, Stalled, TextDelta, ThinkingDelta
from inara_engine.messages import Image, Message, ToolCall, ToolSpec
from inara_engine.providers.base import ModelEvent, ModelRequest, Reply
from inara_engine.providers.connection_errors import could_not_ask
from inara_engine.providers.openai_compatible import OpenAICompatible
from inara_engine.providers.openai_errors import Where
from tests.support.scripted_server import (
    CUT,
    HANG,
    RESET,
    Pause,
    ScriptedServer,
    Turn,
    call,
    calls_turn,
    chunk,
    error_turn,
    json_turn,
    sse,
    stream_turn,
    text_turn,
)

HELLO = ModelRequest("tiny", (Message("user", "Hello"),))
TOOL = ToolSpec("read_file", "Read a file.", {"type": "object", "properties": {"path": {"type": "string"}}})
MODELS = json_turn({"data": [{"id": "tiny"}, {"id": "large"}]})


@asynccontextmanager
async def provider_of(
    server: ScriptedServer, api_key: str | None = None, **options: Any
) -> AsyncIterator[OpenAICompatible]:
    provider = OpenAICompatible(server.base_url, api_key, config_id="local", **options)
    try:
        yield provider
    finally:
        await provider.aclose()


def events_of(provider: OpenAICompatible, request: ModelRequest = HELLO) -> aclosing[AsyncGenerator[ModelEvent, None]]:
    return aclosing(cast("AsyncGenerator[ModelEvent, None]", provider.stream(request)))


async def ask(
    provider: OpenAICompatible, request: ModelRequest = HELLO
) -> tuple[list[ModelEvent], ProviderError | None]:
    """Everything a stream yields, and the error it ended with."""
    got: list[ModelEvent] = []
    try:
        async with events_of(provider, request) as events:
            async for event in events:
                got.append(event)  # noqa: PERF401 - what came before the error counts
    except ProviderError as error:
        return got, error
    return got, None


async def play(
    *turns: Turn, request: ModelRequest = HELLO, **options: Any
) -> tuple[list[ModelEvent], ProviderError | None]:
    async with (
        ScriptedServer(turns, pages={"/v1/models": MODELS}) as server,
        provider_of(server, **options) as provider,
    ):
        return await ask(provider, request)


def text_of(events: list[ModelEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextDelta))


def reply_of(events: list[ModelEvent]) -> Reply:
    reply = events[-1]
    assert isinstance(reply, Reply)
    return reply


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
        events, error = await ask(provider)
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
        await ask(provider)
        await ask(provider)
        assert server.connections == 1


async def test_many_answers_at_once_do_not_mix() -> None:
    turns = [text_turn(*(f"{n} " for _ in range(300))) for n in range(12)]
    async with ScriptedServer(turns) as server, provider_of(server) as provider:
        results = await asyncio.gather(*(ask(provider) for _ in range(12)))
    texts = sorted(reply_of(events).text for events, _ in results)
    assert texts == sorted(f"{n} " * 300 for n in range(12))


async def test_an_answer_larger_than_every_buffer_arrives_whole() -> None:
    piece = "y" * 60_000
    events, error = await play(text_turn(*(piece for _ in range(40))))
    assert error is None
    assert len(reply_of(events).text) == 2_400_000


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
        await ask(provider, request)
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
        _, error = await ask(provider, request)
        assert error is None
        assert server.requests[0].headers["content-length"] == str(len(server.requests[0].body))
        assert server.requests[0].json["messages"][0]["content"][1]["image_url"]["url"].endswith(picture.data)


async def test_a_message_is_serialised_once_however_many_rounds_follow() -> None:
    message = Message("user", "Hello")
    async with ScriptedServer([text_turn("a"), text_turn("b")]) as server, provider_of(server) as provider:
        await ask(provider, ModelRequest("tiny", (message,)))
        (kept,) = message.encoded.values()
        await ask(provider, ModelRequest("tiny", (message, Message("assistant", "a"))))
        assert next(iter(message.encoded.values())) is kept
        assert kept in server.requests[1].body


async def test_a_keyless_server_is_sent_no_key() -> None:
    async with ScriptedServer([text_turn("ok")]) as server, provider_of(server) as provider:
        await ask(provider)
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
        events, _ = await ask(provider)
        await provider.aclose()
        assert reply_of(events).text == "by proxy"
        assert proxy.requests[0].path == "http://models.invalid/v1/chat/completions"


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
            events, error = await ask(provider, request)
            assert (error, reply_of(events).text) == (None, "ok")
        assert [gone in sent.body.decode() for sent in server.requests] == [True, False, False]


async def test_mistral_gets_ids_of_nine_characters_and_the_pairs_still_match() -> None:
    made = ToolCall(call_id="", provider_id="call_PTLP8xhu3uwZk4l3nlnrrJha", name="t", arguments={})
    request = ModelRequest("m", (Message("assistant", calls=(made,)), Message("tool", "y", call_id=made.provider_id)))
    refusal = {"object": "error", "message": "Tool call id was turn1_0 but must be a-z, A-Z, 0-9, with a length of 9."}
    async with ScriptedServer([error_turn(400, refusal), text_turn("ok")]) as server, provider_of(server) as provider:
        _, error = await ask(provider, request)
        first, second = server.requests[1].json["messages"]
    assert error is None
    assert first["tool_calls"][0]["id"] == second["tool_call_id"]
    assert len(second["tool_call_id"]) == 9
    assert second["tool_call_id"].isalnum()


async def test_reasoning_is_sent_back_everywhere_where_a_server_insists() -> None:
    request = ModelRequest("m", (Message("assistant", "a", reasoning="r"), Message("user", "x")))
    refusal = {"error": {"message": "The reasoning_content in the thinking mode must be passed back to the API."}}
    async with ScriptedServer([error_turn(400, refusal), text_turn("ok")]) as server, provider_of(server) as provider:
        _, error = await ask(provider, request)
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
        await ask(provider)
        events, _ = await ask(provider)
        assert ["return_progress" in sent.json for sent in server.requests] == [False, True]
    assert [event.fraction for event in events if isinstance(event, Progress)] == [0.25]


async def test_groqs_broken_tool_use_is_tried_once_more() -> None:
    failed = error_turn(400, {"error": {"message": "Failed to call a function.", "code": "tool_use_failed"}})
    events, error = await play(failed, text_turn("ok"))
    assert (error, text_of(events)) == (None, "ok")
    _, error = await play(failed, failed, text_turn("never"))
    assert isinstance(error, Rejected)


# Refusals


REFUSALS = [
    (error_turn(401, {"error": {"message": "Invalid API Key"}}), Rejected, "[models.local]"),
    (error_turn(403, {"error": "no"}), Rejected, "[models.local]"),
    (error_turn(404, {"error": 'model "tiny" not found, try pulling it first'}), Rejected, "It offers: tiny, large."),
    (error_turn(404, {"detail": "Not Found"}), Rejected, "usually ends in /v1"),
    (error_turn(400, {"error": {"message": "field required"}}), Rejected, "field required"),
    (error_turn(422, {"detail": [{"loc": ["body"], "msg": "field required"}]}), Rejected, "field required"),
    (error_turn(429, {"error": {"message": "Slow down"}}, Retry_After="7"), RateLimited, "Try again in 7 s"),
    (error_turn(500, {"error": {"message": "CUDA out of memory"}}), Unavailable, "CUDA out of memory"),
    (
        error_turn(500, {"error": {"message": "image input is not supported - hint: mmproj"}}),
        PicturesRefused,
        "vision model",
    ),
    (error_turn(502, {"error": ""}), Unavailable, "server's own log"),
    (
        error_turn(400, {"error": {"message": "registry.ollama.ai/x does not support tools"}}),
        ToolsRefused,
        "can't use tools",
    ),
    (
        error_turn(
            400, {"message": '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set'}
        ),
        ToolsRefused,
        "--enable-auto-tool-choice",
    ),
    (
        error_turn(
            400, {"error": {"type": "exceed_context_size_error", "message": "m", "n_prompt_tokens": 9, "n_ctx": 4}}
        ),
        ContextTooLong,
        "9 tokens, but only 4 fit",
    ),
    (
        Turn([b"<html><title>502 Bad Gateway</title>"], 502, {"Content-Type": "text/html"}),
        Unavailable,
        "502 Bad Gateway",
    ),
    (Turn([b"<html>Welcome</html>"], 200, {"Content-Type": "text/html"}), Rejected, "web page"),
    (Turn([], 302, {"Location": "http://evil.example/x?key=1"}), Rejected, "http://evil.example/x"),
    (Turn([], 500, {}), Unavailable, "failed (500)"),
    (Turn([b"\xff\xfe\x00"], 400, {}), Rejected, "refused the request (400)"),
    (Turn([b"[" * 60_000], 400, {"Content-Type": "application/json"}), Rejected, "400"),
    (json_turn({"hello": 1}), Unavailable, "without a message"),
    (json_turn({"error": "out of memory"}), Unavailable, "out of memory"),
    (Turn([gzip.compress(b"x" * 1000)], 200, {"Content-Encoding": "gzip"}), Rejected, "compressed"),
    (Turn([gzip.compress(b"x" * 1000)], 500, {"Content-Encoding": "gzip"}), Unavailable, "failed (500)"),
    (Turn([b"garbage\r\n\r\n"], raw=True), Rejected, "does not speak HTTP"),
    (Turn([], before_head=[CUT]), Unavailable, "closed the connection without an answer"),
    (Turn([], before_head=[RESET]), Unavailable, "closed the connection without an answer"),
    (Turn([b"hello, I am a web server\n"], 200, {}), Rejected, "nothing that is an answer"),
]


@pytest.mark.parametrize(("turn", "kind", "words"), REFUSALS)
async def test_a_refusal_is_one_sentence_and_a_next_step(turn: Turn, kind: type[ProviderError], words: str) -> None:
    _, error = await play(turn)
    assert type(error) is kind, error
    assert words in str(error)
    assert error.message
    assert error.next_step
    assert "Traceback" not in str(error)


@pytest.mark.parametrize("status", [401, 400, 500, 429])
async def test_a_key_that_a_server_echoes_is_masked(status: int) -> None:
    key = "sk-canary-0123456789abcdef"
    turns = [
        error_turn(status, {"error": {"message": f"Bad key {key} (also {key[:14]}…) in Bearer {key}"}}),
        stream_turn({"error": f"upstream said {key}"}),
    ]
    async with ScriptedServer(turns) as server, provider_of(server, key) as provider:
        for _ in turns:
            _, error = await ask(provider)
            assert error is not None
            shown = str(error) + repr(error) + error.message + error.next_step
            assert "canary" not in shown
            assert "•••" in shown


@pytest.mark.parametrize(
    ("header", "low", "high"), [("3", 3, 3), (formatdate(4102444800, usegmt=True), 1e9, 1e10), ("soon", 0, 0)]
)
async def test_retry_after_is_read_as_seconds_or_as_a_date(header: str, low: float, high: float) -> None:
    _, error = await play(error_turn(429, {}, Retry_After=header))
    assert isinstance(error, RateLimited)
    assert low <= (error.retry_after_s or 0) <= high


async def test_a_loading_server_is_waited_for() -> None:
    loading = error_turn(
        503, {"error": {"message": "Loading model", "type": "unavailable_error", "code": 503}}, Retry_After="0.01"
    )
    events, error = await play(loading, loading, text_turn("ready"))
    assert (error, text_of(events)) == (None, "ready")
    assert any(isinstance(event, Progress) and "loading its model" in event.text for event in events)
    _, error = await play(loading, loading_wait_s=0)
    assert isinstance(error, Unavailable)
    assert error.loading


@pytest.mark.parametrize(
    ("given", "right"), [("/api", "/api/v1"), ("/api", "/v1"), ("/v2/", "/v1"), ("/v1/models", "/v1")]
)
async def test_an_address_with_a_wrong_path_is_corrected(given: str, right: str) -> None:
    async with ScriptedServer([error_turn(404, "")], pages={f"{right}/models": MODELS}) as server:
        origin = f"http://127.0.0.1:{server.port}"
        provider = OpenAICompatible(origin + given, config_id="local")
        _, error = await ask(provider)
        await provider.aclose()
    assert error is not None
    assert f'Set base_url = "{origin}{right}" in [models.local].' in error.next_step


@pytest.mark.parametrize("given", ["", "/", "/v1", "/v1/", "/v1/chat/completions"])
async def test_an_address_is_understood_however_it_is_written(given: str) -> None:
    async with ScriptedServer([text_turn("ok")]) as server:
        provider = OpenAICompatible(f" http://127.0.0.1:{server.port}{given} ")
        _, error = await ask(provider)
        await provider.aclose()
        assert error is None
        assert server.requests[0].path == "/v1/chat/completions"


# Nothing there


@pytest.mark.parametrize(
    ("base_url", "words"),
    [
        ("", "names no server"),
        ("localhost:11434", "is no address"),
        ("http://", "is no address"),
        ("http://h:99999/v1", "is no address"),
        ("file:///etc/passwd", "is no address"),
        ("http://me:pass@127.0.0.1/v1", "holds a name or a password"),
        ("http://no-such-name.invalid/v1", "could not be found"),
    ],
)
async def test_a_wrong_address_says_which_setting_to_mend(base_url: str, words: str) -> None:
    provider = OpenAICompatible(base_url, config_id="local")
    _, error = await ask(provider)
    await provider.aclose()
    assert error is not None
    assert words in error.message
    assert "`base_url` of [models.local]" in error.next_step


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_a_refused_connection_asks_whether_the_server_runs(host: str) -> None:
    port = free_port()
    provider = OpenAICompatible(f"http://{host}:{port}/v1")
    _, error = await ask(provider)
    await provider.aclose()
    assert isinstance(error, Unavailable)
    assert not error.transient
    assert error.message == f"Nothing answers on {host}:{port}."


@pytest.mark.parametrize(
    ("port", "step"),
    [
        (11434, "Is Ollama running? Start it with `ollama serve`."),
        (1234, "Is LM Studio running?"),
        (8080, "Is llama.cpp running?"),
        (8000, "Is vLLM running?"),
        (1337, "Is Jan running?"),
        (5555, "Check `base_url`"),
    ],
)
def test_a_well_known_port_is_called_by_its_servers_name(port: int, step: str) -> None:
    where = Where(f"127.0.0.1:{port}", port, loopback=True)
    error = could_not_ask(ConnectionRefusedError(), where, connect_timeout_s=1)
    assert error.message == f"Nothing answers on 127.0.0.1:{port}."
    assert step.casefold() in error.next_step.casefold()


async def test_a_server_that_takes_the_connection_and_stays_silent_times_out_while_connecting() -> None:
    async with ScriptedServer() as server:
        provider = OpenAICompatible(f"https://127.0.0.1:{server.port}/v1", connect_timeout_s=0.2)
        _, error = await ask(provider)
        await provider.aclose()
    assert isinstance(error, Unavailable)
    assert "did not answer within 0.2 s" in error.message


async def test_https_to_a_plain_server_says_so() -> None:
    async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as plain:
        provider = OpenAICompatible(f"https://127.0.0.1:{plain.sockets[0].getsockname()[1]}/v1")
        _, error = await ask(provider)
        await provider.aclose()
    assert isinstance(error, Rejected)
    assert "http://" in error.next_step


async def test_a_key_with_a_line_break_is_refused_before_it_is_sent() -> None:
    async with ScriptedServer([text_turn("x")]) as server, provider_of(server, "abc\ndef") as provider:
        _, error = await ask(provider)
        assert isinstance(error, Rejected)
        assert server.requests == []


# A stream that goes wrong


PARTIAL = sse(chunk({"role": "assistant", "content": "par"}), chunk({"content": "tial"}))
BROKEN_STREAMS = [
    ([PARTIAL, CUT], "broke in the middle"),
    ([PARTIAL, Pause(0.05), RESET], "broke in the middle"),
    ([PARTIAL], "stopped in the middle"),
    ([PARTIAL, sse({"error": {"code": 500, "message": "Context size has been exceeded."}})], "too long"),
    ([PARTIAL, sse({"choices": [{"index": 0, "delta": {}, "error": {"message": "gone"}}]})], "gone"),
    ([PARTIAL, b'error: {"code": 500, "message": "old llama"}\n\n'], "old llama"),
    ([PARTIAL, b"event: error\ndata: plain words\n\n"], "plain words"),
    ([PARTIAL, sse("{not json}")], "not JSON"),
    ([PARTIAL, sse("[1, 2]")], "no chunk"),
    ([PARTIAL, b"data: " + b"x" * 1_200_000], "1 MiB"),
    ([PARTIAL, sse("[" * 100_000)], "not JSON"),
    (
        [PARTIAL, sse(chunk({"tool_calls": [{"id": f"c{n}", "function": {"name": "t"}} for n in range(500)]}))],
        "tool calls at once",
    ),
]


@pytest.mark.parametrize(("steps", "words"), BROKEN_STREAMS)
async def test_a_stream_that_breaks_keeps_what_had_been_said(steps: list[Any], words: str) -> None:
    events, error = await play(Turn(steps))
    assert text_of(events) == "partial"
    assert not any(isinstance(event, Reply) for event in events)
    assert error is not None
    assert words in str(error)


async def test_a_break_after_the_finish_reason_harms_nothing() -> None:
    events, error = await play(Turn([PARTIAL, sse(chunk({}, "stop")), Pause(0.05), RESET]))
    assert (error, reply_of(events).text) == (None, "partial")


async def test_an_empty_answer_is_an_error_and_no_success() -> None:
    _, error = await play(stream_turn(chunk({"role": "assistant"}), chunk({}, "stop")))
    assert isinstance(error, Unavailable)
    assert "empty answer" in error.message


async def test_reasoning_without_its_opening_tag_is_known_the_next_time() -> None:
    turn = stream_turn(chunk({"content": "I plan.\n"}), chunk({"content": "</think>\n\nDone."}), chunk({}, "stop"))
    async with ScriptedServer([turn, turn]) as server, provider_of(server) as provider:
        await ask(provider)
        events, _ = await ask(provider)
    assert text_of(events) == "Done."
    assert (reply_of(events).thinking, reply_of(events).text) == ("I plan.", "Done.")


# Time


async def test_silence_is_told_again_and_again_and_nothing_is_cut_off() -> None:
    turn = Turn([PARTIAL, Pause(0.25), sse(chunk({}, "stop"), "[DONE]")], before_head=[Pause(0.25)])
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
        asking = asyncio.create_task(ask(provider))
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
        await ask(provider, ModelRequest("tiny", messages))
        await ask(provider, ModelRequest("tiny", (*messages, Message("assistant", "Two."), Message("user", "And?"))))
    first, second = ([one["role"] for one in sent.json["messages"]] for sent in server.requests)
    assert first == ["user", "assistant", "tool", "tool", "user"]
    assert second == [*first, "assistant", "user"]
    pictures = server.requests[0].json["messages"][-1]["content"]
    assert [part["type"] for part in pictures] == ["text", "image_url", "image_url"]
