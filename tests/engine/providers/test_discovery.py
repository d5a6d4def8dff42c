"""Finding servers, and saying what is wrong with one, against scripted ones on real sockets."""

from __future__ import annotations

import socket

import pytest

from inara_engine.providers.discovery import FoundModel, check, discover
from tests.support.scripted_server import HANG, ScriptedServer, Turn, error_turn, json_turn

LLAMA = json_turn({"data": [{"id": "tiny.gguf", "owned_by": "llamacpp", "meta": {"n_ctx": 2048}}]}, Server="llama.cpp")
OLLAMA = {
    "/v1/models": json_turn({"data": [{"id": "qwen3:8b", "owned_by": "library"}, {"id": "nomic-embed-text"}]}),
    "/api/ps": json_turn({"models": [{"name": "qwen3:8b", "context_length": 4096}]}),
}
LM_STUDIO = {
    "/v1/models": json_turn({"data": [{"id": "gemma", "owned_by": "organization_owner"}, {"id": "bge"}]}),
    "/api/v0/models": json_turn(
        {"data": [{"id": "gemma", "type": "vlm", "loaded_context_length": 8192}, {"id": "bge", "type": "embeddings"}]}
    ),
}
VLLM = json_turn({"data": [{"id": "mistral", "owned_by": "vllm", "max_model_len": 32768}]})
LOADING = error_turn(503, {"error": {"message": "Loading model", "type": "unavailable_error", "code": 503}})


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


async def test_each_server_is_known_by_its_own_marks_not_by_its_port() -> None:
    async with (
        ScriptedServer(pages={"/v1/models": LLAMA}) as llama,
        ScriptedServer(pages=OLLAMA) as ollama,
        ScriptedServer(pages=LM_STUDIO) as studio,
        ScriptedServer(pages={"/v1/models": VLLM}) as vllm,
    ):
        found = await discover([llama.port, ollama.port, free_port(), studio.port, vllm.port])
    assert [(server.name, server.state, server.models) for server in found] == [
        ("llama.cpp", "ready", (FoundModel("tiny.gguf", 2048),)),
        ("Ollama", "ready", (FoundModel("qwen3:8b", 4096),)),
        ("LM Studio", "ready", (FoundModel("gemma", 8192),)),
        ("vLLM", "ready", (FoundModel("mistral", 32768),)),
    ]
    assert found[0].base_url == llama.base_url
    assert all(server.next_step == "" for server in found)


async def test_a_server_that_wants_a_key_or_still_loads_is_found_too() -> None:
    refused = error_turn(401, {"error": {"message": "Invalid API Key"}}, Server="llama.cpp")
    async with (
        ScriptedServer(pages={"/v1/models": refused}) as locked,
        ScriptedServer(pages={"/v1/models": LOADING}) as slow,
    ):
        found = await discover([locked.port, slow.port])
    assert [server.state for server in found] == ["needs_key", "loading"]
    assert all(server.next_step for server in found)


async def test_ollama_without_a_model_says_how_to_get_one() -> None:
    pages = {"/v1/models": json_turn({"object": "list", "data": None}), "/": Turn([b"Ollama is running"], headers={})}
    async with ScriptedServer(pages=pages) as server:
        (found,) = await discover([server.port])
    assert (found.name, found.models) == ("Ollama", ())
    assert "ollama pull" in found.next_step


@pytest.mark.parametrize(
    "page",
    [
        Turn([b"<html>my development server</html>"], headers={"Content-Type": "text/html"}),
        Turn([b"<html>login</html>"], 401, {"Content-Type": "text/html"}),
        Turn([], 302, {"Location": "http://127.0.0.1:1/"}),
        json_turn({"data": "no list"}),
        error_turn(404, {"detail": "Not Found"}),
        Turn([b"garbage\r\n\r\n"], raw=True),
        Turn([b"x" * 70_000] * 80),
    ],
)
async def test_what_is_no_model_server_is_not_offered(page: Turn) -> None:
    async with ScriptedServer(pages={"/v1/models": page}) as server:
        assert await discover([server.port]) == ()


async def test_a_server_that_says_nothing_does_not_hold_up_the_others() -> None:
    silent = {"/v1/models": Turn(before_head=[HANG])}
    async with ScriptedServer(pages=silent) as deaf, ScriptedServer(pages={"/v1/models": VLLM}) as vllm:
        assert [server.name for server in await discover([deaf.port, vllm.port])] == ["vLLM"]


async def test_no_proxy_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    async with ScriptedServer() as proxy, ScriptedServer(pages={"/v1/models": VLLM}) as vllm:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        assert len(await discover([vllm.port])) == 1
        assert proxy.requests == []


async def test_a_check_tells_the_context_of_the_named_model() -> None:
    async with ScriptedServer(pages=OLLAMA) as server:
        report = await check(server.base_url, None, "qwen3:8b")
    assert (report.ok, report.context_window, report.next_step) == (True, 4096, "")
    assert "Ollama" in report.message


async def test_a_check_accepts_any_name_for_llama_cpps_one_model() -> None:
    async with ScriptedServer(pages={"/v1/models": LLAMA}) as server:
        report = await check(server.base_url, None, "whatever")
    assert (report.ok, report.context_window) == (True, 2048)


@pytest.mark.parametrize(
    ("page", "state", "words"),
    [
        (error_turn(401, {"error": "no key"}), "needs_key", "inara secrets set"),
        (LOADING, "loading", "Wait"),
        (VLLM, "model_missing", "mistral"),
        (error_turn(404, {"detail": "Not Found"}), "wrong_address", "/v1"),
        (Turn([b"<html>"], headers={"Content-Type": "text/html"}), "wrong_address", "/v1"),
        (error_turn(500, {"error": {"message": "key sk-canary-123456 broke"}}), "failing", "•••"),
    ],
)
async def test_a_check_says_what_is_wrong_and_what_to_do(page: Turn, state: str, words: str) -> None:
    async with ScriptedServer(pages={"/v1/models": page}) as server:
        report = await check(server.base_url, "sk-canary-123456", "qwen3", config_id="local")
    # with a key given, a 401 means that it is the wrong one
    assert report.state == state
    assert words in f"{report.message} {report.next_step}"
    assert report.next_step
    assert "canary" not in f"{report.message} {report.next_step}"


async def test_a_check_of_nothing_says_that_nothing_answers() -> None:
    report = await check(f"http://127.0.0.1:{free_port()}/v1", None, "x")
    assert report.state == "unreachable"
    assert "Nothing answers" in report.message
    assert (await check("nonsense", None, "x")).state == "wrong_address"
