"""A picture in a tool's result reaches the model: from the server, through the job and its log, in each vendor's form."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inara_engine.face import Decision, Prompt, open_engine
from inara_engine.home import find_home
from tests.engine.mcp.conftest import entry
from tests.support import anthropic_server, gemini_server
from tests.support.engines import settled
from tests.support.mcp_server import PIXEL, FakeServer
from tests.support.scripted_server import ScriptedServer, Turn, call, calls_turn, json_turn, text_turn

Body = dict[str, Any]
ASKED = ("fake__echo", {"text": "look"})
NOTED = "[Picture 1: image/png, 72 bytes]"


def of_anthropic(body: Body) -> list[Any]:
    """Within the result, after its words."""
    [result] = body["messages"][-1]["content"]
    assert (result["type"], result["tool_use_id"]) == ("tool_result", "toolu_a")
    words, picture = result["content"]
    assert NOTED in words["text"]
    return [picture["source"]["type"], picture["source"]["media_type"], picture["source"]["data"]]


def of_gemini(body: Body) -> list[Any]:
    """Beside the result, in the same content."""
    result, picture = body["contents"][-1]["parts"]
    assert NOTED in result["functionResponse"]["response"]["output"]
    return ["base64", picture["inlineData"]["mimeType"], picture["inlineData"]["data"]]


def of_openai(body: Body) -> list[Any]:
    """In a message of its own after the result, which can hold none."""
    result, shown = body["messages"][-2:]
    assert (result["role"], shown["role"]) == ("tool", "user")
    assert NOTED in result["content"]
    head, data = shown["content"][1]["image_url"]["url"].removeprefix("data:").split(",")
    media_type, encoding = head.split(";")
    return [encoding, media_type, data]


EYES = {
    "/v1/models": json_turn({"data": [{"id": "m", "owned_by": "llamacpp"}]}, Server="llama.cpp"),
    "/props": json_turn(
        {"default_generation_settings": {"n_ctx": 8192}, "modalities": {"vision": True}, "model_path": "/m/m.gguf"}
    ),
}


@pytest.mark.parametrize(
    ("provider", "turns", "picture_of"),
    [
        (
            "anthropic",
            [
                anthropic_server.message_turn(anthropic_server.tool_use(*ASKED), stop="tool_use"),
                anthropic_server.message_turn(anthropic_server.text("A pixel.")),
            ],
            of_anthropic,
        ),
        (
            "gemini",
            [
                gemini_server.stream_turn([gemini_server.call(*ASKED)]),
                gemini_server.stream_turn([gemini_server.text("A pixel.")]),
            ],
            of_gemini,
        ),
        ("openai", [calls_turn(call(*ASKED)), text_turn("A pixel.")], of_openai),
    ],
)
async def test_a_tools_picture_goes_out(
    home: Path, tmp_path: Path, provider: str, turns: list[Turn], picture_of: Callable[[Body], list[Any]]
) -> None:
    fake = FakeServer(tmp_path)
    async with ScriptedServer(turns, pages=EYES if provider == "openai" else None) as model:
        address = model.base_url if provider == "openai" else f"http://127.0.0.1:{model.port}"
        about = {"provider": provider, "model": "m", "base_url": address, "api_key": "env:TEST_KEY"}
        (home / "config.toml").write_text(
            "[models.m]\n"
            + "".join(f"{name} = {json.dumps(value)}\n" for name, value in about.items())
            + '[roles.orchestrator]\nmodels = ["m"]\n[roles.chat]\nmodels = ["m"]\n[defaults]\ntier = 0\n'
            + entry("fake", fake.args)
        )
        engine = await open_engine(find_home())
        try:
            report = await engine.mcp.test("fake")
            await engine.mcp.approve("fake", [tool.hash for tool in report.waiting])
            fake.says(tools=json.loads(fake.file.read_text())["tools"], call="picture")
            job = await engine.submit(Prompt(text="Look."))
            [asked] = (await settled(engine, job))["pending_confirmation"]["tools"]
            await engine.answer(asked["call_id"], Decision(approved=True, digest=asked["digest"]))
            state = await settled(engine, job)
            assert (state["status"], state["response"]) == ("complete", "A pixel.")
        finally:
            await engine.close()
        assert picture_of(model.requests[-1].json) == ["base64", "image/png", PIXEL]


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_KEY", "not-a-key")
