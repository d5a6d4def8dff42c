"""What a person gets to read where an OpenAI-compatible server refuses, is not there, or breaks off."""

from __future__ import annotations

import asyncio
import gzip
import socket
from email.utils import formatdate
from typing import Any

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
from inara_engine.events import Progress
from inara_engine.providers.base import Reply
from inara_engine.providers.connection_errors import could_not_ask
from inara_engine.providers.openai_compatible import OpenAICompatible
from inara_engine.providers.openai_errors import Where
from tests.support.openai_provider import HELLO, MODELS, PARTIAL, play, provider_of
from tests.support.scripted_server import (
    CUT,
    RESET,
    Pause,
    ScriptedServer,
    Turn,
    chunk,
    error_turn,
    json_turn,
    sse,
    stream_turn,
    text_turn,
)
from tests.support.streams import everything, reply_of, text_of

# Refusals


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
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
    (Turn([b"chunk\r\n\r\n"], raw=True), Rejected, "does not speak HTTP"),
    (Turn([CHUNKED + b"2\r\n{}\r\nHTTP/1.1 502 Bad\r\n\r\n"], raw=True), Unavailable, "broke off or is damaged"),
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
            _, error = await everything(provider, HELLO)
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
        _, error = await everything(provider, HELLO)
        await provider.aclose()
    assert error is not None
    assert f'Set base_url = "{origin}{right}" in [models.local].' in error.next_step


@pytest.mark.parametrize("given", ["", "/", "/v1", "/v1/", "/v1/chat/completions"])
async def test_an_address_is_understood_however_it_is_written(given: str) -> None:
    async with ScriptedServer([text_turn("ok")]) as server:
        provider = OpenAICompatible(f" http://127.0.0.1:{server.port}{given} ")
        _, error = await everything(provider, HELLO)
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
    _, error = await everything(provider, HELLO)
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
    _, error = await everything(provider, HELLO)
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
        _, error = await everything(provider, HELLO)
        await provider.aclose()
    assert isinstance(error, Unavailable)
    assert "did not answer within 0.2 s" in error.message


async def test_https_to_a_plain_server_says_so() -> None:
    async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as plain:
        provider = OpenAICompatible(f"https://127.0.0.1:{plain.sockets[0].getsockname()[1]}/v1")
        _, error = await everything(provider, HELLO)
        await provider.aclose()
    assert isinstance(error, Rejected)
    assert "http://" in error.next_step


async def test_a_key_with_a_line_break_is_refused_before_it_is_sent() -> None:
    async with ScriptedServer([text_turn("x")]) as server, provider_of(server, "abc\ndef") as provider:
        _, error = await everything(provider, HELLO)
        assert isinstance(error, Rejected)
        assert server.requests == []


# A stream that goes wrong


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


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
SECOND_ANSWER = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"


def framed(*pieces: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)


@pytest.mark.parametrize(
    "steps",
    [
        [HEAD + framed(PARTIAL), Pause(0.05), SECOND_ANSWER],
        [HEAD, Pause(0.05), framed(*(PARTIAL[at : at + 1] for at in range(len(PARTIAL)))) + SECOND_ANSWER],
    ],
)
async def test_a_second_answer_inside_the_first_breaks_it(steps: list[Any]) -> None:
    """As proxies and frameworks write one where the server behind them fails in the middle."""
    events, error = await play(Turn(steps, raw=True))
    assert text_of(events) == "partial"
    assert isinstance(error, Unavailable)
    assert "broke in the middle" in error.message


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
        await everything(provider, HELLO)
        events, _ = await everything(provider, HELLO)
    assert text_of(events) == "Done."
    assert (reply_of(events).thinking, reply_of(events).text) == ("I plan.", "Done.")
