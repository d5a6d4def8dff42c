"""Finding servers, and saying what is wrong with one, against scripted ones on real sockets."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys

import pytest

from inara_engine.providers.discovery import FoundModel, check, discover, facts_of
from inara_engine.providers.model_facts import ModelFacts
from inara_engine.providers.vendor_check import check as vendor_check
from tests.support.scripted_server import HANG, ScriptedServer, Turn, error_turn, json_turn

LLAMA = json_turn({"data": [{"id": "tiny.gguf", "owned_by": "llamacpp", "meta": {"n_ctx": 2048}}]}, Server="llama.cpp")
OLLAMA = {
    "/v1/models": json_turn({"data": [{"id": "qwen3:8b", "owned_by": "library"}, {"id": "nomic-embed-text"}]}),
    "/api/ps": json_turn({"models": [{"name": "qwen3:8b", "context_length": 4096}]}),
    "/api/show": json_turn(
        {"capabilities": ["completion", "tools", "thinking"], "model_info": {"qwen3.context_length": 40960}}
    ),
}
LM_STUDIO = {
    "/v1/models": json_turn({"data": [{"id": "gemma", "owned_by": "organization_owner"}, {"id": "bge"}]}),
    "/api/v0/models": json_turn(
        {
            "data": [
                {"id": "gemma", "type": "vlm", "state": "loaded", "loaded_context_length": 8192, "arch": "gemma3"},
                {"id": "bge", "type": "embeddings", "arch": "bert"},
            ]
        }
    ),
}
NEWER_LM_STUDIO = {
    "/v1/models": LM_STUDIO["/v1/models"],
    "/api/v1/models": json_turn(
        {
            "models": [
                {
                    "key": "gemma",
                    "type": "llm",
                    "loaded_instances": [{"id": "gemma", "config": {"context_length": 4096}}],
                    "max_context_length": 131072,
                    "capabilities": {"vision": True, "trained_for_tool_use": False},
                },
                {"key": "bge", "type": "embedding", "loaded_instances": []},
            ]
        }
    ),
}
PROPS = json_turn(
    {
        "default_generation_settings": {"n_ctx": 2048},
        "total_slots": 2,
        "chat_template_caps": {"supports_tools": True},
        "modalities": {"vision": False, "audio": False},
    }
)
VLLM = json_turn({"data": [{"id": "mistral", "owned_by": "vllm", "max_model_len": 32768}]})
LOADING = error_turn(503, {"error": {"message": "Loading model", "type": "unavailable_error", "code": 503}})


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def one(model: str) -> dict[str, Turn]:
    """A list as any server gives it, without a mark of its own."""
    return {"/v1/models": json_turn({"object": "list", "data": [{"id": model, "owned_by": "someone"}]})}


SERVERS: dict[str, tuple[dict[str, Turn], FoundModel]] = {
    "llama.cpp": (
        {"/v1/models": LLAMA, "/props": PROPS},
        FoundModel("tiny.gguf", ModelFacts("llama.cpp", window=2048, tools=True, vision=False, loaded=True, slots=2)),
    ),
    "Ollama": (
        OLLAMA,
        FoundModel(
            "qwen3:8b",
            ModelFacts("Ollama", window=4096, longest=40960, tools=True, vision=False, thinking=True, loaded=True),
        ),
    ),
    "LM Studio": (LM_STUDIO, FoundModel("gemma", ModelFacts("LM Studio", window=8192, vision=True, loaded=True))),
    "vLLM": ({"/v1/models": VLLM}, FoundModel("mistral", ModelFacts("vLLM", window=32768))),
    "text-generation-webui": (
        {**one("llama"), "/v1/internal/model/info": json_turn({"model_name": "llama", "lora_names": []})},
        FoundModel("llama", ModelFacts("text-generation-webui")),
    ),
    "KoboldCpp": (
        {
            **one("koboldcpp/llama"),
            "/api/extra/version": json_turn({"result": "KoboldCpp", "version": "1.99", "vision": False}),
            "/api/extra/true_max_context_length": json_turn({"value": 8192}),
        },
        FoundModel("koboldcpp/llama", ModelFacts("KoboldCpp", window=8192, vision=False, loaded=True)),
    ),
    "LocalAI": (
        {**one("phi"), "/system": json_turn({"backends": ["llama-cpp"], "loaded_models": []})},
        FoundModel("phi", ModelFacts("LocalAI")),
    ),
    "TGI": (
        {**one("zephyr"), "/info": json_turn({"model_id": "zephyr", "max_total_tokens": 4096})},
        FoundModel("zephyr", ModelFacts("TGI", window=4096, loaded=True)),
    ),
    "SGLang": (
        {
            "/v1/models": json_turn({"data": [{"id": "qwen", "owned_by": "sglang", "max_model_len": 16384}]}),
            "/get_model_info": json_turn({"model_path": "qwen", "is_generation": True}),
        },
        FoundModel("qwen", ModelFacts("SGLang", window=16384, loaded=True)),
    ),
    "MLX-LM": (
        {"/v1/models": json_turn({"data": [{"id": "mlx-community/qwen"}]}, Server="BaseHTTP/0.6 Python/3.12.4")},
        FoundModel("mlx-community/qwen", ModelFacts("MLX-LM")),
    ),
}


@pytest.mark.parametrize("name", SERVERS)
async def test_a_server_is_known_by_its_own_marks_and_tells_of_its_model(name: str) -> None:
    """On a port that is nobody's: the marks alone decide."""
    pages, model = SERVERS[name]
    async with ScriptedServer(pages=pages) as server:
        (found,) = await discover([server.port])
    assert (found.name, found.state, found.base_url, found.next_step) == (name, "ready", server.base_url, "")
    assert found.models == (model,)


async def test_servers_are_found_together_in_the_order_of_their_ports() -> None:
    async with (
        ScriptedServer(pages={"/v1/models": LLAMA}) as llama,
        ScriptedServer(pages=OLLAMA) as ollama,
        ScriptedServer(pages=NEWER_LM_STUDIO) as studio,
    ):
        found = await discover([llama.port, ollama.port, free_port(), studio.port])
    assert [server.name for server in found] == ["llama.cpp", "Ollama", "LM Studio"]
    (gemma,) = found[2].models
    assert gemma.facts == ModelFacts("LM Studio", window=4096, longest=131072, tools=False, vision=True, loaded=True)


@pytest.mark.parametrize(("port", "name"), [(1337, "Jan"), (4891, "GPT4All")])
async def test_who_has_no_mark_is_known_by_a_port_that_is_nobody_elses(port: int, name: str) -> None:
    try:
        server = await ScriptedServer(pages=one("llama"), port=port).__aenter__()
    except OSError:  # somebody has it: then that is what is found
        return
    try:
        (found,) = await discover([port])
    finally:
        await server.__aexit__()
    assert found.name == name


async def test_a_server_on_the_newer_loopback_address_is_found_and_one_on_both_only_once() -> None:
    async with ScriptedServer(pages={"/v1/models": VLLM}, host="::1") as six:
        (found,) = await discover([six.port])
        assert found.base_url == f"http://[::1]:{six.port}/v1"
        async with ScriptedServer(pages={"/v1/models": VLLM}, port=six.port) as four:
            assert [server.base_url for server in await discover([six.port])] == [four.base_url]


async def test_the_facts_of_one_model_are_had_without_a_word_to_it() -> None:
    async with ScriptedServer(pages=OLLAMA) as server:
        facts = await facts_of(server.base_url, None, "qwen3:8b")
        assert facts == SERVERS["Ollama"][1].facts
        assert await facts_of(server.base_url, None, "unknown") is None
        assert server.requests == []
    assert await facts_of(f"http://127.0.0.1:{free_port()}/v1", None, "x") is None


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
    assert "models pull" in found.next_step


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


async def test_looking_where_nothing_listens_needs_no_http_client() -> None:
    """As at most first starts. Loading it takes 10 MB, or more."""
    code = (
        "import asyncio, sys\n"
        "from inara_engine.providers.discovery import discover\n"
        f"assert asyncio.run(discover([{free_port()}])) == ()\n"
        "print(*{'httpx', 'aiohttp'} & set(sys.modules))\n"
    )
    loaded = await asyncio.to_thread(subprocess.check_output, [sys.executable, "-c", code], text=True)
    assert loaded.split() == []


async def test_no_proxy_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    async with ScriptedServer() as proxy, ScriptedServer(pages={"/v1/models": VLLM}) as vllm:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        assert len(await discover([vllm.port])) == 1
        assert proxy.looks == []


async def test_a_check_tells_the_context_of_the_named_model() -> None:
    async with ScriptedServer(pages=OLLAMA) as server:
        report = await check(server.base_url, None, "qwen3:8b")
    assert (report.ok, report.facts.window, report.next_step) == (True, 4096, "")
    assert "Ollama" in report.message


async def test_a_check_of_a_server_without_a_mark_names_its_address_once() -> None:
    async with ScriptedServer(pages={"/v1/models": json_turn({"data": [{"id": "tiny"}]})}) as server:
        report = await check(server.base_url, None, "tiny")
    assert report.message == f"A model server on 127.0.0.1:{server.port} is ready with “tiny”."


async def test_a_check_accepts_any_name_for_llama_cpps_one_model() -> None:
    async with ScriptedServer(pages={"/v1/models": LLAMA}) as server:
        report = await check(server.base_url, None, "whatever")
    assert (report.ok, report.facts.window) == (True, 2048)


async def test_a_check_names_what_is_near_a_name_that_is_not_there() -> None:
    async with ScriptedServer(pages=OLLAMA) as server:
        report = await check(server.base_url, None, "qwen3", config_id="local")
        embedder = await check(server.base_url, None, "nomic-embed-text", config_id="local")
    assert report.state == "model_missing"
    assert "Did you mean “qwen3:8b”?" in report.next_step
    assert (embedder.state, embedder.ok) == ("embedding_model", False)


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


MASKED = "sk-••••1234"  # as a page shows a key it hides; copied so, it is none


async def test_a_key_that_no_header_can_hold_is_told_as_one_and_sent_nowhere() -> None:
    async with ScriptedServer(pages=OLLAMA) as server:
        report = await check(server.base_url, MASKED, "qwen3:8b", config_id="local")
        vendors = await vendor_check("anthropic", server.base_url, MASKED, "claude", config_id="claude")
        facts = await facts_of(server.base_url, MASKED, "qwen3:8b")
    assert (report.state, vendors.state, facts, server.looks) == ("needs_key", "needs_key", None, [])
    assert "[models.local]" in report.next_step
    assert "[models.claude]" in vendors.next_step


async def test_a_check_of_nothing_says_that_nothing_answers() -> None:
    report = await check(f"http://127.0.0.1:{free_port()}/v1", None, "x")
    assert report.state == "unreachable"
    assert "Nothing answers" in report.message
    assert (await check("nonsense", None, "x")).state == "wrong_address"
