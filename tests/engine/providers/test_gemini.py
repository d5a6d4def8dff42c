"""The provider `gemini` against a server that plays Gemini's stream: what a person gets in each case.

That the server plays it truly, and that our requests are the vendor's, `test_gemini_reference.py` shows.
"""

from __future__ import annotations

from contextlib import aclosing
from typing import Any

import pytest

from inara_engine.errors import ContextTooLong, ProviderError, RateLimited, Rejected, Unavailable
from inara_engine.events import Stalled, TextDelta, ThinkingDelta
from inara_engine.messages import Image, Message, ToolCall, ToolSpec
from inara_engine.providers.base import ModelEvent, ModelRequest, Reply
from inara_engine.providers.gemini import Gemini
from tests.support.gemini_server import blocked_turn, call, chunks, error_body, refused, stream_turn, text, thought
from tests.support.scripted_server import CUT, HANG, RESET, Pause, ScriptedServer, Turn, sse
from tests.support.streams import everything, reply_of, text_of

KEY = "AIzaSy0123456789abcdefghij"
HELLO = ModelRequest("gemini-x", (Message("system", "Be kind."), Message("user", "Hello")))
TOOL = ToolSpec("read_file", "Read a file.", {"type": "object", "properties": {"path": {"type": "string"}}})
INVALID_KEY = {
    "@type": "type.googleapis.com/google.rpc.ErrorInfo",
    "reason": "API_KEY_INVALID",
    "domain": "googleapis.com",
}
RETRY = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "17.5s"}
PER_DAY = {
    "@type": "type.googleapis.com/google.rpc.QuotaFailure",
    "violations": [{"quotaId": "GenerateRequestsPerDayPerProjectPerModel-FreeTier"}],
}


async def ask(
    server: ScriptedServer, *requests: ModelRequest, **options: Any
) -> tuple[list[ModelEvent], ProviderError | None]:
    """All events of these requests, sent one after the other, and the error that ended them."""
    provider = Gemini(f"http://127.0.0.1:{server.port}", KEY, config_id="gemini", **options)
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
    async with ScriptedServer([stream_turn([text("ok")])]) as server:
        await ask(server, ModelRequest("gemini-x", messages, tools, extra))
        return server.requests[0].json


# What goes well


async def test_a_name_that_another_server_let_pass_begins_with_a_letter_or_an_underscore() -> None:
    made = ToolCall(call_id="", provider_id="call_0", name="2 files", arguments={})
    result = Message("tool", "y", call_id="call_0")
    body = await sent(Message("user", "x"), Message("assistant", calls=(made,)), result)
    asked, answered = (turn["parts"][0] for turn in body["contents"][1:])
    assert asked["functionCall"]["name"] == answered["functionResponse"]["name"] == "_2_files"


async def test_an_answer_streams_and_ends_with_the_whole_reply() -> None:
    events, error = await play(stream_turn([thought("Greet back.")], [text("Hel")], [text("lo "), text("ü")]))
    reply = reply_of(events)
    assert error is None
    assert (reply.text, reply.thinking, reply.finish, reply.model) == (
        "Hello ü",
        "Greet back.",
        "STOP",
        "gemini-scripted",
    )
    assert text_of(events) == "Hello ü"
    assert [made.text for made in events if isinstance(made, ThinkingDelta)] == ["Greet back."]


async def test_an_error_that_is_none_is_no_error() -> None:
    """Proxies write every field there is into each chunk."""
    whole = {"candidates": [{"content": {"parts": [{"text": "Hi"}]}, "finishReason": "STOP"}], "error": None}
    events, error = await play(Turn([sse(whole)]))
    assert error is None
    assert reply_of(events).text == "Hi"


async def test_usage_counts_thoughts_with_the_answer() -> None:
    events, _ = await play(stream_turn([text("Hi")]))
    usage = reply_of(events).usage
    assert (usage.prompt_tokens, usage.cached_tokens, usage.completion_tokens) == (112, 100, 10)


async def test_parallel_calls_come_in_order_with_the_servers_ids_or_ours() -> None:
    events, _ = await play(
        stream_turn([call("read_file", {"path": "a"}, "f1"), call("read_file", {"path": "ü"})], [call("now", {})])
    )
    assert [(made.provider_id, made.name, made.arguments, made.malformed) for made in reply_of(events).calls] == [
        ("f1", "read_file", {"path": "a"}, None),
        ("call_1", "read_file", {"path": "ü"}, None),
        ("call_2", "now", {}, None),
    ]


@pytest.mark.parametrize("arguments", ["text", 7, [1]])
async def test_arguments_that_are_no_object_make_no_call_to_run(arguments: Any) -> None:
    events, _ = await play(stream_turn([{"functionCall": {"name": "t", "args": arguments}}]))
    (made,) = reply_of(events).calls
    assert made.malformed is not None


async def test_an_answer_at_its_length_limit_is_kept_and_says_so() -> None:
    events, error = await play(stream_turn([text("Once upon")], finish="MAX_TOKENS"))
    assert error is None
    assert (reply_of(events).text, reply_of(events).finish) == ("Once upon", "MAX_TOKENS")


async def test_a_stream_cut_anywhere_in_two_reads_the_same() -> None:
    steps = chunks([thought("Hm")], [text("a😀b", "c2ln")], [call("t", {"k": "ü"}, signature="c2ln")])
    whole = b"".join(step for step in steps if isinstance(step, bytes))
    expected, _ = await play(Turn([whole]))
    for at in range(1, len(whole), 61):
        events, _ = await play(Turn([whole[:at], Pause(0), whole[at:]]))
        assert reply_of(events) == reply_of(expected)


async def test_other_candidates_and_parts_of_tomorrow_are_passed_over() -> None:
    steps = chunks([{"hologram": 1}, text("Hi")])
    steps.insert(0, sse({"candidates": [{"index": 1, "content": {"parts": [text("second choice")]}}]}))
    steps.insert(0, sse({"candidates": [{"index": 0}], "weather": "sunny"}))
    events, error = await play(Turn(steps))
    assert error is None
    assert reply_of(events).text == "Hi"


async def test_silence_is_told_and_nothing_is_cut_off() -> None:
    first, last = chunks([text("H")], [text("i")])
    events, error = await play(Turn([first, Pause(0.15), last]), stall_notice_s=0.05)
    assert error is None
    assert any(isinstance(made, Stalled) for made in events)
    assert reply_of(events).text == "Hi"


async def test_closing_the_stream_closes_the_connection() -> None:
    async with ScriptedServer([Turn([*chunks([text("Hi")], finish=""), HANG])]) as server:
        provider = Gemini(f"http://127.0.0.1:{server.port}", KEY)
        async with aclosing(provider.stream(HELLO)) as events:
            async for made in events:
                if isinstance(made, TextDelta):
                    break
        await server.client_left()
        await provider.aclose()


# What is sent


async def test_the_request_goes_to_the_model_with_the_key_in_its_header_only() -> None:
    async with ScriptedServer([stream_turn([text("ok")])] * 2) as server:
        await ask(server, HELLO, ModelRequest("models/a/../b?x", HELLO.messages))
        first, second = server.requests
    assert first.path == "/v1beta/models/gemini-x:streamGenerateContent?alt=sse"
    assert second.path == "/v1beta/models/a%2F..%2Fb%3Fx:streamGenerateContent?alt=sse"
    assert first.headers["x-goog-api-key"] == KEY
    assert KEY not in first.body.decode() + first.path
    assert first.json["systemInstruction"]["parts"] == [{"text": "Be kind."}]


@pytest.mark.parametrize("ending", ["", "/", "/v1beta", "/v1", "/v1beta/"])
async def test_the_address_may_be_written_with_or_without_its_version(ending: str) -> None:
    async with ScriptedServer([stream_turn([text("ok")])]) as server:
        provider = Gemini(f"http://127.0.0.1:{server.port}/proxy{ending}", KEY)
        async with aclosing(provider.stream(HELLO)) as events:
            assert [made async for made in events]
        await provider.aclose()
        assert server.requests[0].path.startswith("/proxy/v1beta/models/gemini-x:")


async def test_results_of_parallel_calls_share_one_content_and_carry_their_names() -> None:
    calls = (
        ToolCall(call_id="", provider_id="f1", name="read_file", arguments={"path": "a"}),
        ToolCall(call_id="", provider_id="call_1", name="now", arguments={}),
    )
    body = await sent(
        Message("user", "Go"), Message("assistant", "", calls=calls), Message("tool", "1", call_id="f1"),
        Message("tool", "2", call_id="call_1"), Message("user", "And now?"),
    )  # fmt: skip
    assert [content["role"] for content in body["contents"]] == ["user", "model", "user", "user"]
    assert body["contents"][2]["parts"] == [
        {"functionResponse": {"name": "read_file", "id": "f1", "response": {"output": "1"}}},
        {"functionResponse": {"name": "now", "response": {"output": "2"}}},
    ]
    assert body["contents"][1]["parts"][1] == {"functionCall": {"name": "now", "args": {}}}


async def test_pictures_go_inline() -> None:
    body = await sent(Message("user", "What is this?", images=(Image(media_type="image/png", data="aGk="),)))
    assert body["contents"][0]["parts"] == [
        {"inlineData": {"mimeType": "image/png", "data": "aGk="}},
        {"text": "What is this?"},
    ]


async def test_extra_goes_into_the_generation_settings_but_not_over_what_is_ours() -> None:
    body = await sent(
        Message("user", "A"),
        temperature=0.5,
        generationConfig={"topK": 3},
        safetySettings=[],
        contents=[],
        systemInstruction=1,
    )
    assert body["generationConfig"] == {"temperature": 0.5, "topK": 3, "thinkingConfig": {"includeThoughts": True}}
    assert body["safetySettings"] == []
    assert body["contents"]
    assert "systemInstruction" not in body


async def test_a_tool_without_arguments_declares_none() -> None:
    body = await sent(
        Message("user", "A"), tools=(TOOL, ToolSpec("now", "The time.", {"type": "object", "properties": {}}))
    )
    first, second = body["tools"][0]["functionDeclarations"]
    assert first["parameters"] == {"type": "OBJECT", "properties": {"path": {"type": "STRING"}}}
    assert "parameters" not in second


async def test_a_message_is_serialised_once() -> None:
    message = Message("user", "A")
    await sent(message)
    assert list(message.encoded) == ["gemini"]


# Signatures that have to go back


async def test_signatures_go_back_on_the_parts_they_came_on() -> None:
    events, _ = await play(
        stream_turn(
            [thought("Look first.")], [text("Let me ")], [text("see.")], [text("", "dGV4dA==")],
            [call("read_file", {"path": "a"}, "f1", "c2ln"), call("read_file", {"path": "b"}, "f2")],
        )
    )  # fmt: skip
    reply = reply_of(events)
    said = Message("assistant", reply.text, reply.thinking, reply.calls, opaque=reply.opaque)
    body = await sent(Message("user", "Go"), said)
    assert body["contents"][1]["parts"] == [
        {"text": "Let me see."},
        {"text": "", "thoughtSignature": "dGV4dA=="},
        {"functionCall": {"name": "read_file", "args": {"path": "a"}, "id": "f1"}, "thoughtSignature": "c2ln"},
        {"functionCall": {"name": "read_file", "args": {"path": "b"}, "id": "f2"}},
    ]


async def test_a_reply_without_signatures_has_nothing_to_keep() -> None:
    events, _ = await play(stream_turn([text("Hi")]))
    assert not reply_of(events).opaque


async def test_calls_of_another_model_are_excused_where_a_signature_is_missed() -> None:
    words = "Function call is missing a thought_signature in functionCall parts."
    made = ToolCall(call_id="", provider_id="x", name="t", arguments={})
    history = (Message("user", "Go"), Message("assistant", "", calls=(made, made)), Message("tool", "1", call_id="x"))
    async with ScriptedServer([refused(400, "INVALID_ARGUMENT", words), stream_turn([text("ok")])]) as server:
        _, error = await ask(server, ModelRequest("gemini-x", history))
        first, second = (request.json["contents"][1]["parts"] for request in server.requests)
    assert error is None
    assert [part.get("thoughtSignature") for part in first] == [None, None]
    assert [part.get("thoughtSignature") for part in second] == ["skip_thought_signature_validator", None]


async def test_a_model_that_does_not_think_is_not_asked_for_thoughts_again() -> None:
    refusal = refused(400, "INVALID_ARGUMENT", "Thinking is not enabled for models/gemini-x")
    ok = stream_turn([text("ok")])
    async with ScriptedServer([refusal, ok, ok]) as server:
        _, error = await ask(server, HELLO, HELLO)
        assert error is None
        assert ["generationConfig" in request.json for request in server.requests] == [True, False, False]


# What goes wrong


@pytest.mark.parametrize(
    ("turn", "kind", "words"),
    [
        (refused(400, "INVALID_ARGUMENT", f"API key not valid: {KEY}", INVALID_KEY), Rejected, "does not accept the API key"),
        (refused(401, "UNAUTHENTICATED", "No"), Rejected, "does not accept the API key"),
        (refused(403, "PERMISSION_DENIED", "Not for you"), Rejected, "refused access"),
        (refused(404, "NOT_FOUND", "models/gemini-x is not found for API version v1beta"), Rejected, "doesn't know the model “gemini-x”"),
        (refused(400, "FAILED_PRECONDITION", "User location is not supported for the API use."), Rejected, "not offered where"),
        (refused(400, "INVALID_ARGUMENT", 'Unknown name "warmth"', listed=True), Rejected, "warmth"),
        (refused(400, "INVALID_ARGUMENT", "The input token count (1100000) exceeds the maximum number of tokens allowed (1048576)."), ContextTooLong, "1,100,000 tokens, but only 1,048,576 fit"),
        (refused(429, "RESOURCE_EXHAUSTED", "Quota exceeded", RETRY), RateLimited, "asks for patience"),
        (refused(429, "RESOURCE_EXHAUSTED", "Quota exceeded", PER_DAY, RETRY), RateLimited, "no quota left today"),
        (refused(500, "INTERNAL", "Internal error"), Unavailable, "failed (500)"),
        (refused(503, "UNAVAILABLE", "The model is overloaded."), Unavailable, "overloaded"),
        (Turn([b"<html><title>Bad gateway</title></html>"], 502), Unavailable, "Bad gateway"),
        (Turn([b"<html>Log in</html>"], 200, {"Content-Type": "text/html"}), Rejected, "web page"),
        (Turn(before_head=[RESET]), Unavailable, "closed the connection"),
        (Turn([]), Rejected, "nothing that is an answer"),
        (Turn([b"data: {not json}\n\n"]), Unavailable, "not JSON"),
        (Turn([b"data: 7\n\n"]), Unavailable, "no chunk"),
    ],
)  # fmt: skip
async def test_each_refusal_says_what_it_is_and_what_to_do(turn: Turn, kind: type[ProviderError], words: str) -> None:
    _, error = await play(turn)
    assert type(error) is kind
    assert words in error.message
    assert error.next_step
    assert KEY[:12] not in str(error)


async def test_the_servers_word_on_when_to_ask_again_is_kept_unless_it_is_tomorrow() -> None:
    _, soon = await play(refused(429, "RESOURCE_EXHAUSTED", "Quota exceeded", RETRY))
    _, tomorrow = await play(refused(429, "RESOURCE_EXHAUSTED", "Quota exceeded", PER_DAY, RETRY))
    assert soon is not None
    assert tomorrow is not None
    assert (soon.retry_after_s, tomorrow.retry_after_s) == (17.5, None)


@pytest.mark.parametrize(
    ("steps", "kind", "words"),
    [
        ([sse(error_body(503, "UNAVAILABLE", "The model is overloaded."))], Unavailable, "overloaded"),
        ([sse(error_body(429, "RESOURCE_EXHAUSTED", "Slow down"))], RateLimited, "patience"),
        ([CUT], Unavailable, "broke in the middle"),
        ([], Unavailable, "stopped in the middle"),
    ],
)
async def test_an_error_in_mid_stream_keeps_the_text_before_it(
    steps: list[Any], kind: type[ProviderError], words: str
) -> None:
    events, error = await play(Turn([*chunks([text("So far")], finish=""), Pause(0.02), *steps]))
    assert text_of(events) == "So far"
    assert not any(isinstance(made, Reply) for made in events)
    assert type(error) is kind
    assert words in error.message


@pytest.mark.parametrize("reason", ["SAFETY", "PROHIBITED_CONTENT", "RECITATION", "OTHER", "SOMETHING_NEW"])
async def test_a_filter_that_stops_the_answer_is_named_and_the_text_is_no_reply(reason: str) -> None:
    events, error = await play(stream_turn([text("I ")], finish=reason, finishMessage="Because."))
    assert isinstance(error, Rejected)
    assert reason in error.message
    assert "Because." in error.message
    assert not any(isinstance(made, Reply) for made in events)


async def test_a_question_that_is_refused_says_so() -> None:
    _, error = await play(blocked_turn("SAFETY"))
    assert isinstance(error, Rejected)
    assert "refused the question because of its safety filter" in error.message


async def test_a_call_the_vendor_could_not_read_may_be_tried_again() -> None:
    _, error = await play(stream_turn([], finish="MALFORMED_FUNCTION_CALL", finishMessage="print(default_api.x("))
    assert isinstance(error, Unavailable)
    assert error.transient


@pytest.mark.parametrize(("finish", "words"), [("STOP", "empty answer"), ("MAX_TOKENS", "length limit")])
async def test_an_answer_without_words_is_an_error(finish: str, words: str) -> None:
    _, error = await play(stream_turn([], finish=finish))
    assert isinstance(error, Unavailable)
    assert words in error.message


async def test_nothing_listens() -> None:
    async with ScriptedServer() as server:
        pass
    _, error = await ask(server, HELLO)
    assert isinstance(error, Unavailable)
    assert "Nothing answers" in error.message
