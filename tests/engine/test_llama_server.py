"""The peer the other tests rely on: a real llama.cpp server that says what tests/support/tiny_model.py promises."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.support.llama_server import LlamaServer
from tests.support.tiny_model import MARKDOWN, cached_model

PATH = {"type": "string", "description": "A path inside the workspace."}
TEXT = {"type": "string"}


def tool(name: str, required: tuple[str, ...], **properties: Any) -> dict[str, Any]:
    schema = {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
    return {"type": "function", "function": {"name": name, "description": f"{name}, as named.", "parameters": schema}}


TOOLS = [
    tool("list_files", (), path=PATH | {"default": "."}, recursive={"type": "boolean", "default": False}),
    tool("read_file", ("path",), path=PATH),
    tool("search_files", ("query",), query=TEXT, path=PATH),
    tool("write_file", ("path", "content"), path=PATH, content=TEXT),
    tool("move_file", ("source", "target"), source=PATH, target=PATH),
    tool("delete_file", ("path",), path=PATH),
    tool("current_time", ()),
    tool("calculate", ("expression",), expression=TEXT),
]


@pytest.fixture
async def client(llama_server: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=llama_server, timeout=60, trust_env=False) as client:
        yield client


def said(text: str) -> dict[str, Any]:
    return {"role": "user", "content": text}


async def reply(client: httpx.AsyncClient, *messages: dict[str, Any], tools: bool = True) -> dict[str, Any]:
    body = {"model": "tiny", "messages": messages, "temperature": 0} | ({"tools": TOOLS} if tools else {})
    response = await client.post("chat/completions", json=body)
    response.raise_for_status()
    return response.json()["choices"][0]["message"]


def calls(message: dict[str, Any]) -> list[tuple[str, dict[str, str]]]:
    functions = [call["function"] for call in message["tool_calls"]]
    return [(function["name"], json.loads(function["arguments"])) for function in functions]


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("hello", "Hello there! I am a tiny scripted model."),
        ("say it in many scripts [[utf8]]", "Zürich 世界 👋"),
        ("a page, please [[markdown]]", MARKDOWN),
        ("[[think]] what is it?", "Done thinking; the answer is 42."),
    ],
)
@pytest.mark.parametrize("tools", [True, False])
async def test_it_says_what_the_marker_asks_for(
    client: httpx.AsyncClient, prompt: str, answer: str, tools: bool
) -> None:
    message = await reply(client, said(prompt), tools=tools)

    assert message["content"] == answer
    assert message.get("reasoning_content", "").strip() == ("Let me think briefly." if "think" in prompt else "")


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        ("[[write]]", [("write_file", {"path": "note.md", "content": "# Note\n\nWritten by a tiny model.\n"})]),
        ("[[overwrite]]", [("write_file", {"path": "note.md", "content": "Second version.\n"})]),
        ("[[read]]", [("read_file", {"path": "note.md"})]),
        ("[[list]]", [("list_files", {"path": "."})]),
        ("[[delete]]", [("delete_file", {"path": "note.md"})]),
        (
            "[[two]]",
            [
                ("write_file", {"path": "first.md", "content": "One.\n"}),
                ("write_file", {"path": "second.md", "content": "Two.\n"}),
            ],
        ),
    ],
)
async def test_it_calls_the_tool_and_answers_when_it_has_the_result(
    client: httpx.AsyncClient, marker: str, expected: list[tuple[str, dict[str, str]]]
) -> None:
    prompt = said(f"Please do it: {marker}")

    asked = await reply(client, prompt)
    assert calls(asked) == expected

    results = [{"role": "tool", "tool_call_id": call["id"], "content": "[[read]] done"} for call in asked["tool_calls"]]
    final = await reply(client, prompt, asked, *results)
    assert final["content"] == "The tool has answered. That is all."
    assert not final.get("tool_calls")

    later = await reply(client, prompt, asked, *results, final, said("And now?"))
    assert later["content"] == "Hello there! I am a tiny scripted model.", "the old marker must not speak again"


async def test_a_stream_brings_the_call_in_pieces(client: httpx.AsyncClient) -> None:
    body = {"messages": [said("[[write]]")], "tools": TOOLS, "temperature": 0, "stream": True}
    fragments: list[str] = []
    async with client.stream("POST", "chat/completions", json=body) as response:
        async for line in response.aiter_lines():
            if line.startswith("data: {"):
                delta = json.loads(line.removeprefix("data: "))["choices"][0]["delta"]
                fragments += [call["function"].get("arguments", "") for call in delta.get("tool_calls", ())]

    assert len(fragments) > 3
    assert json.loads("".join(fragments))["path"] == "note.md"


async def test_a_prompt_beyond_the_window_is_refused_with_both_numbers(client: httpx.AsyncClient) -> None:
    response = await client.post("chat/completions", json={"messages": [said("word " * 20_000)], "stream": True})

    assert response.status_code == httpx.codes.BAD_REQUEST
    error = response.json()["error"]
    assert error["type"] == "exceed_context_size_error"
    assert error["n_prompt_tokens"] > error["n_ctx"] == 16384


async def test_closing_the_stream_stops_the_server(client: httpx.AsyncClient, llama_server: str) -> None:
    body = {"messages": [said("[[long]]")], "stream": True}
    async with client.stream("POST", "chat/completions", json=body) as response:
        lines = response.aiter_lines()
        async for line in lines:
            if "tock" in line:
                break
        await lines.aclose()

    # Asking more often than once in 1.3 s would keep the server from noticing that nobody listens.
    for _ in range(10):
        await asyncio.sleep(1.5)
        slots = (await client.get(llama_server.removesuffix("/v1") + "/slots")).json()
        if not any(slot["is_processing"] for slot in slots):
            return
    pytest.fail("the server still talks to nobody")


async def test_a_server_with_a_key_refuses_who_does_not_show_it() -> None:
    with LlamaServer(cached_model(), api_key="open-sesame") as server:
        async with httpx.AsyncClient(base_url=server.base_url, trust_env=False) as client:
            refused = await client.get("models")
            shown = await client.get("models", headers={"Authorization": "Bearer open-sesame"})

    assert refused.status_code == httpx.codes.UNAUTHORIZED
    assert shown.json()["data"][0]["id"] == "tiny"


async def test_a_killed_server_cuts_the_stream_and_comes_back_on_its_port() -> None:
    with LlamaServer(cached_model()) as server:
        async with httpx.AsyncClient(base_url=server.base_url, timeout=60, trust_env=False) as client:

            async def listen_and_kill() -> None:
                body = {"messages": [said("[[long]]")], "stream": True}
                async with client.stream("POST", "chat/completions", json=body) as response:
                    async for line in response.aiter_lines():
                        if "tock" in line:
                            server.stop()

            with pytest.raises(httpx.RemoteProtocolError):
                await listen_and_kill()
            server.start()
            assert (await reply(client, said("hello")))["content"].startswith("Hello")
