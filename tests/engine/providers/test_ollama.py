"""Ollama asked in its own way: it reads all that it is sent, or says that it can't (quirk 9)."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing, asynccontextmanager
from typing import Any

import pytest

from inara_engine.errors import ContextTooLong, PicturesRefused, ProviderError, Rejected, ToolsRefused, Unavailable
from inara_engine.events import Progress, Stalled, TextDelta
from inara_engine.messages import Image, Message, ToolCall, ToolSpec
from inara_engine.models import Models
from inara_engine.providers.base import ModelEvent, ModelRequest, Reply
from inara_engine.secrets import Secrets
from inara_engine.settings import Settings
from tests.support.scripted_server import CUT, ScriptedServer, Turn, Until, error_turn, json_turn, text_turn
from tests.support.streams import everything, reply_of

HELLO = ModelRequest("qwen3:8b", (Message("user", "Hello"),))
TOOL = ToolSpec("read_file", "Read a file.", {"type": "object", "properties": {"path": {"type": "string"}}})


def lines_turn(*lines: Mapping[str, Any]) -> Turn:
    """An answer of Ollama, each line a chunk of its own."""
    return Turn([json.dumps(line).encode() + b"\n" for line in lines], headers={"Content-Type": "application/x-ndjson"})


def line(content: str = "", **message: Any) -> dict[str, Any]:
    return {"model": "qwen3:8b", "message": {"role": "assistant", "content": content, **message}, "done": False}


def last(reason: str = "stop", prompt: int = 12, answer: int = 3) -> dict[str, Any]:
    counted = {"prompt_eval_count": prompt, "eval_count": answer}
    return {**line(), "done": True, "done_reason": reason, **counted}


ANSWER = lines_turn(line("Hel"), line("lo"), last())


class Played:
    """An Ollama with one model, and `choose`, which plans a job on it."""

    def __init__(self, server: ScriptedServer, models: Models) -> None:
        self.server = server
        self.models = models

    async def ask(self, request: ModelRequest = HELLO) -> tuple[list[ModelEvent], ProviderError | None]:
        (chosen,) = await self.models.choose("chat", "local")
        return await everything(chosen.provider, request)

    @property
    def asked(self) -> list[dict[str, Any]]:
        """What came to /api/chat."""
        return [sent.json for sent in self.server.looks if sent.path == "/api/chat"]


@asynccontextmanager
async def ollama(
    chat: Turn | None = ANSWER,
    *,
    loaded: int | None = 4096,
    longest: int = 40_960,
    plain: list[Turn] | None = None,
    **settings: Any,
) -> AsyncGenerator[Played]:
    running = [{"name": "qwen3:8b", "context_length": loaded}] if loaded else []
    pages = {
        "/v1/models": json_turn({"data": [{"id": "qwen3:8b", "owned_by": "library"}]}),
        "/api/ps": json_turn({"models": running}),
        "/api/show": json_turn({"capabilities": ["completion"], "model_info": {"qwen3.context_length": longest}}),
        **({"/api/chat": chat} if chat else {}),
    }
    async with ScriptedServer(plain or [], pages=pages) as server:
        model = {"provider": "openai", "base_url": server.base_url, "model": "qwen3:8b", **settings}
        models = Models(Settings.model_validate({"models": {"local": model}}), Secrets())
        try:
            yield Played(server, models)
        finally:
            await models.aclose()


# The context


@pytest.mark.parametrize(
    ("loaded", "longest", "settings", "num_ctx"),
    [
        pytest.param(4096, 40_960, {}, 16_384, id="loaded with too little for tools: loaded again with enough"),
        pytest.param(None, 40_960, {}, 16_384, id="not loaded yet"),
        pytest.param(65_536, 131_072, {}, 65_536, id="loaded with more: stays as it is"),
        pytest.param(None, 8192, {}, 8192, id="never more than it was made for"),
        pytest.param(4096, 40_960, {"context_window": 32_768}, 32_768, id="what the person set"),
        pytest.param(32_768, 40_960, {"context_window": 4096}, 4096, id="what the person set, also where it is less"),
        pytest.param(4096, 40_960, {"extra": {"num_ctx": 2048}}, 16_384, id="nothing sets it behind our back"),
    ],
)
async def test_each_question_names_the_context_it_is_planned_for(
    loaded: int | None, longest: int, settings: dict[str, Any], num_ctx: int
) -> None:
    async with ollama(loaded=loaded, longest=longest, **settings) as played:
        (chosen,) = await played.models.choose("chat", "local")
        _, error = await played.ask()
        assert error is None
        assert played.models.learnt.window(chosen) == num_ctx
        assert [sent["options"]["num_ctx"] for sent in played.asked] == [num_ctx]
        assert (played.asked[0]["truncate"], played.asked[0]["shift"]) == (False, False)
        assert played.server.requests == []  # nothing at /v1


async def test_what_surely_does_not_fit_is_refused_before_it_is_sent_and_nothing_is_cut() -> None:
    async with ollama(context_window=2048) as played:
        _, error = await played.ask(ModelRequest("qwen3:8b", (Message("user", "word " * 4000),)))
        assert isinstance(error, ContextTooLong)
        assert (error.limit_tokens, error.used_tokens) == (2048, 4000)
        assert "`context_window` in [models.local]" in error.next_step
        assert played.asked == []


async def test_a_refusal_of_what_is_too_long_is_told_as_such() -> None:
    refusal = error_turn(400, {"error": "the prompt is too long: input length exceeds the context length"})
    async with ollama(refusal) as played:
        _, error = await played.ask()
        assert isinstance(error, ContextTooLong)
        assert error.limit_tokens == 16_384
        assert "`context_window` in [models.local]" in error.next_step


# What is said


async def test_an_answer_streams_and_is_counted() -> None:
    async with ollama(lines_turn(line(thinking="Greet."), line("Hel"), line("lo"), last())) as played:
        events, error = await played.ask()
    reply = reply_of(events)
    assert error is None
    assert "".join(event.text for event in events if isinstance(event, TextDelta)) == "Hello"
    assert (reply.text, reply.thinking, reply.finish, reply.model) == ("Hello", "Greet.", "stop", "qwen3:8b")
    assert (reply.usage.prompt_tokens, reply.usage.completion_tokens, reply.usage.estimated) == (12, 3, False)


@pytest.mark.parametrize("size", [1, 2, 7, 64])
async def test_lines_are_understood_however_they_are_cut(size: int) -> None:
    body = b"".join(
        step for step in (*lines_turn(line("Zürich "), line("世界"), last()).steps,) if isinstance(step, bytes)
    )
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    async with ollama(Turn(pieces, headers={"Content-Type": "application/x-ndjson"})) as played:
        events, error = await played.ask()
    assert (error, reply_of(events).text) == (None, "Zürich 世界")


async def test_calls_come_whole_without_an_id_and_several_stay_apart() -> None:
    calls = [{"function": {"name": "read_file", "arguments": {"path": name}}} for name in ("a", "b")]
    async with ollama(lines_turn(*(line(tool_calls=[call]) for call in calls), last())) as played:
        events, _ = await played.ask(ModelRequest("qwen3:8b", (Message("user", "Read both."),), (TOOL,)))
        assert played.asked[0]["tools"][0]["function"]["name"] == "read_file"
    made = [(call.provider_id, call.name, call.arguments) for call in reply_of(events).calls]
    assert made == [("call_0", "read_file", {"path": "a"}), ("call_1", "read_file", {"path": "b"})]


async def test_a_call_without_arguments_is_not_taken_up_by_the_next_one_of_its_name() -> None:
    calls = [{"function": {"name": "list_files", "arguments": given}} for given in ({}, {"path": "b"}, {})]
    async with ollama(lines_turn(*(line(tool_calls=[call]) for call in calls), last())) as played:
        events, _ = await played.ask()
    assert [call.arguments for call in reply_of(events).calls] == [{}, {"path": "b"}, {}]


async def test_a_conversation_with_tools_and_pictures_is_told_in_ollamas_form() -> None:
    seen = (Image(media_type="image/png", data="QUJD"),)
    call = ToolCall(call_id="j.1", provider_id="call_0", name="look", arguments={"at": 1})
    messages = (
        Message("system", "Be brief."),
        Message("user", "Look.", images=seen),
        Message("assistant", reasoning="Hm.", calls=(call,)),
        Message("tool", "[Picture 1]", call_id="call_0", images=seen),
    )
    extra = {"temperature": 0.2, "max_tokens": 50, "keep_alive": "10m", "reasoning_effort": "low", "stream": False}
    async with ollama() as played:
        await played.ask(ModelRequest("qwen3:8b", messages, (TOOL,), extra))
        (sent,) = played.asked
    assert [message["role"] for message in sent["messages"]] == ["system", "user", "assistant", "tool", "user"]
    assert sent["messages"][1]["images"] == ["QUJD"]
    asked = {"id": "call_0", "function": {"name": "look", "arguments": {"at": 1}}}
    assert (sent["messages"][2]["tool_calls"], sent["messages"][2]["thinking"]) == ([asked], "Hm.")
    assert sent["messages"][3]["tool_name"] == "look"
    assert sent["messages"][4]["images"] == ["QUJD"]
    assert (sent["options"]["temperature"], sent["options"]["num_predict"]) == (0.2, 50)
    assert (sent["keep_alive"], sent["think"], sent["stream"]) == ("10m", "low", True)


# What goes wrong


@pytest.mark.parametrize(
    ("turn", "kind", "words"),
    [
        (error_turn(404, {"error": "model 'qwen3:8b' not found"}), Rejected, "inara models pull qwen3:8b"),
        (error_turn(400, {"error": "qwen3:8b does not support tools"}), ToolsRefused, "can't use tools"),
        (error_turn(400, {"error": "this model is missing data required for image input"}), PicturesRefused, "picture"),
        (error_turn(500, {"error": "llama runner process has terminated"}), Unavailable, "runner process"),
        (lines_turn(line("par"), {"error": "unexpected EOF"}), Unavailable, "unexpected EOF"),
        (lines_turn(line("par")), Unavailable, "stopped in the middle"),
        (Turn([json.dumps(line("par")).encode() + b"\n", CUT]), Unavailable, "broke in the middle"),
        (Turn([b"[1, 2]\n"]), Unavailable, "no chunk"),
        (Turn([b"{" * 2_000_000]), Unavailable, "1 MiB"),
        (lines_turn(last("load")), Unavailable, "empty answer"),
    ],
)
async def test_what_goes_wrong_is_one_sentence_and_a_next_step(
    turn: Turn, kind: type[ProviderError], words: str
) -> None:
    async with ollama(turn) as played:
        events, error = await played.ask()
    assert type(error) is kind, error
    assert error is not None
    assert words in str(error)
    assert error.next_step
    assert not any(isinstance(event, Reply) for event in events)


async def test_what_only_looks_like_ollama_is_asked_like_any_other_server() -> None:
    async with ollama(None, plain=[text_turn("Hi"), text_turn("Hi again")]) as played:
        first, _ = await played.ask()
        second, _ = await played.ask()
        assert (reply_of(first).text, reply_of(second).text) == ("Hi", "Hi again")
        assert len(played.asked) == 1


# Loading


async def test_a_model_that_is_loaded_first_says_so_with_the_time_and_not_that_nothing_comes() -> None:
    told = asyncio.Event()
    slow = Turn(ANSWER.steps, headers=ANSWER.headers, before_head=[Until(told)])
    async with ollama(slow, loaded=None, stall_notice_s=1) as played:
        (chosen,) = await played.models.choose("chat", "local")
        events: list[ModelEvent] = []
        async with aclosing(chosen.provider.stream(HELLO)) as stream:
            async for event in stream:
                events.append(event)
                told.set()
        again, _ = await played.ask()
    assert not any(isinstance(event, Stalled) for event in events)
    assert isinstance(events[0], Progress)
    assert re.fullmatch(r"Ollama is loading “qwen3:8b”, [1-9]\d* s", events[0].text)
    assert (reply_of(events).text, reply_of(again).text) == ("Hello", "Hello")
