"""The doctor: each trouble of a model and its server by its name, with numbers and the next step."""

from __future__ import annotations

from pathlib import Path

import pytest

from inara_engine.face import Finding, open_engine
from inara_engine.home import find_home
from tests.support.fake_commands import CLAUDE_HELP, GEMINI_HELP, FakeCommand
from tests.support.scripted_server import ScriptedServer, Turn, error_turn, json_turn, text_turn

LOADING = error_turn(503, {"error": {"message": "Loading model", "type": "unavailable_error", "code": 503}})
TINY = {"data": [{"id": "qwen3:8b", "owned_by": "library"}, {"id": "nomic-embed-text", "owned_by": "library"}]}


def ollama(context: int = 32768, can: tuple[str, ...] = ("completion", "tools")) -> dict[str, Turn]:
    return {
        "/v1/models": json_turn(TINY),
        "/api/ps": json_turn({"models": [{"name": "qwen3:8b", "context_length": context}]}),
        "/api/show": json_turn({"capabilities": list(can), "model_info": {"qwen3.context_length": 40960}}),
    }


async def found(home: Path, pages: dict[str, Turn], *, model: str = "qwen3:8b", more: str = "") -> list[Finding]:
    """What the doctor says of a model on such a server."""
    async with ScriptedServer(pages=pages) as server:
        text = f'[models.local]\nprovider = "openai"\nbase_url = "{server.base_url}"\nmodel = "{model}"\n{more}'
        (home / "config.toml").write_text(text)
        engine = await open_engine(find_home(), drive=False)
        try:
            return await engine.doctor.check("model:local")
        finally:
            await engine.close()


async def test_all_is_well(home: Path) -> None:
    (finding,) = await found(home, ollama())
    assert (finding.ok, finding.kind, finding.next_step) == (True, "", "")
    assert "context of 32,768 tokens" in finding.message


async def test_a_context_too_small_for_the_tools_is_told_with_both_numbers(home: Path) -> None:
    well, small = await found(home, ollama(context=2048))
    assert (well.ok, small.ok, small.kind) == (True, False, "context_small")
    assert "It reads 2,048 tokens at once" in small.message
    assert "tools offered take about" in small.message
    assert "OLLAMA_CONTEXT_LENGTH" in small.next_step
    assert "roles.orchestrator" in small.next_step


async def test_a_model_without_tools_is_told_and_its_context_is_no_matter(home: Path) -> None:
    _, no_tools = await found(home, ollama(context=2048, can=("completion",)))
    assert (no_tools.kind, no_tools.ok) == ("no_tools", False)
    assert "chat mode" in no_tools.next_step


@pytest.mark.parametrize(
    ("pages", "model", "kind", "words"),
    [
        ({"/v1/models": error_turn(401, {"error": "no key"})}, "qwen3:8b", "needs_key", "inara secrets set"),
        ({"/v1/models": LOADING}, "qwen3:8b", "loading", "Wait"),
        (ollama(), "qwen3", "model_missing", "Did you mean “qwen3:8b”?"),
        (ollama(can=("embedding",)), "nomic-embed-text", "embedding_model", "one can talk to"),
        ({}, "qwen3:8b", "wrong_address", "/v1"),
    ],
)
async def test_each_trouble_has_its_name_and_its_next_step(
    home: Path, pages: dict[str, Turn], model: str, kind: str, words: str
) -> None:
    (finding,) = await found(home, pages, model=model)
    assert (finding.ok, finding.kind) == (False, kind)
    assert words in finding.next_step


async def test_a_server_that_is_not_there_is_unreachable_and_a_proxy_is_named(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with ScriptedServer([]) as proxy:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.delenv("no_proxy", raising=False)
        text = '[models.far]\nprovider = "openai"\nbase_url = "http://models.invalid:9/v1"\nmodel = "x"\n'
        (home / "config.toml").write_text(text)
        engine = await open_engine(find_home(), drive=False)
        (finding,) = await engine.doctor.check("model:far")
        await engine.close()
    assert not finding.ok
    assert f"the proxy 127.0.0.1:{proxy.port}" in finding.next_step
    assert "no_proxy=models.invalid" in finding.next_step


async def test_local_only_is_said_and_nothing_is_asked(home: Path) -> None:
    more = "[defaults]\nlocal_only = true\n"
    text = '[models.far]\nprovider = "openai"\nbase_url = "http://models.invalid/v1"\nmodel = "x"\n'
    (home / "config.toml").write_text(text + more)
    engine = await open_engine(find_home(), drive=False)
    (finding,) = await engine.doctor.check("model:far")
    await engine.close()
    assert (finding.ok, finding.kind) == (False, "refused")
    assert "local_only" in finding.message


async def test_how_long_a_server_has_been_loading_is_told(home: Path) -> None:
    async with ScriptedServer(pages={"/v1/models": LOADING}) as server:
        text = f'[models.local]\nprovider = "openai"\nbase_url = "{server.base_url}"\nmodel = "x"\n'
        (home / "config.toml").write_text(text)
        now = 1_000_000_000.0
        engine = await open_engine(find_home(), drive=False, clock=lambda: now)
        (first,) = await engine.doctor.check("model:local")
        now += 12
        (second,) = await engine.doctor.check("model:local")
        await engine.close()
    assert "so far" not in first.message
    assert "(12 s so far)" in second.message


def router(**status: object) -> dict[str, Turn]:
    """llama.cpp's with --models-dir, as 0.7.0 answers: several files, each a process once it is asked for."""
    here = {"value": "loaded", "args": ["llama-server"]}
    listed = [{"id": "small", "status": here}, {"id": "big", "status": status}]
    return {
        "/v1/models": json_turn({"object": "list", "data": listed}, Server="llama.cpp"),
        "/props": json_turn({"role": "router", "default_generation_settings": {"params": None, "n_ctx": 0}}),
    }


def lm_studio(state: str) -> dict[str, Turn]:
    """As it answers before 0.4; both lists have models that are not loaded too."""
    big = {"id": "big", "type": "llm", "state": state, "max_context_length": 131072}
    return {
        "/v1/models": json_turn({"data": [{"id": "big", "owned_by": "organization_owner"}]}),
        "/api/v0/models": json_turn({"data": [big | ({"loaded_context_length": 32768} if state == "loaded" else {})]}),
    }


@pytest.mark.parametrize(
    ("name", "loading", "loaded"),
    [
        ("llama.cpp", router(value="loading"), router(value="loaded")),
        ("LM Studio", lm_studio("loading"), lm_studio("loaded")),
    ],
)
async def test_a_server_of_several_models_still_loads_the_one_that_is_wanted(
    home: Path, name: str, loading: dict[str, Turn], loaded: dict[str, Turn]
) -> None:
    async with ScriptedServer(pages=loading) as server:
        text = f'[models.local]\nprovider = "openai"\nbase_url = "{server.base_url}"\nmodel = "big"\n'
        (home / "config.toml").write_text(text)
        now = 1_000_000_000.0
        engine = await open_engine(find_home(), drive=False, clock=lambda: now)
        await engine.doctor.check("model:local")
        now += 41
        (finding,) = await engine.doctor.check("model:local")
        assert (finding.ok, finding.kind) == (False, "loading")
        assert f"{name} on 127.0.0.1:{server.port} is still loading “big”. (41 s so far)" in finding.message
        assert finding.next_step == "A prompt that is sent now waits for it."
        server.pages = loaded
        (well, *_) = await engine.doctor.check("model:local")
        assert (well.ok, "so far" in well.message) == (True, False)
        await engine.close()


@pytest.mark.parametrize("pages", [router(value="unloaded"), lm_studio("not-loaded")])
async def test_a_model_that_is_loaded_when_it_is_asked_is_well(home: Path, pages: dict[str, Turn]) -> None:
    finding = (await found(home, pages, model="big"))[0]
    assert finding.ok
    assert "not loaded yet: the first answer takes longer" in finding.message


async def test_a_model_whose_process_died_at_load_says_so(home: Path) -> None:
    (finding,) = await found(home, router(value="unloaded", exit_code=1, failed=True), model="big")
    assert (finding.ok, finding.kind) == (False, "failing")
    assert "could not load “big”: its process ended with status 1" in finding.message
    assert "log" in finding.next_step


async def test_a_server_of_several_models_takes_no_other_name(home: Path) -> None:
    (finding,) = await found(home, router(value="unloaded"), model="gone")
    assert finding.kind == "model_missing"


async def test_what_there_is_to_look_at_is_told_before_anything_is_looked_at(home: Path) -> None:
    engine = await open_engine(find_home(), drive=False)
    checks = await engine.doctor.checks()
    assert [(check.id, check.group) for check in checks] == [
        ("model:demo", "model"),
        ("servers", "servers"),
        ("inara", "inara"),
    ]
    assert {finding.subject for finding in await engine.doctor.check("inara")} >= {"Data", "Settings", "Database"}
    await engine.close()


@pytest.mark.parametrize(
    ("turn", "ok", "words"),
    [
        (text_turn("Ready."), True, "It answered “Ready.” in"),
        (text_turn(""), False, "an empty answer"),
        (error_turn(500, {"error": "out of memory"}), False, ""),
    ],
)
async def test_a_round_trip_asks_for_a_word(home: Path, turn: Turn, ok: bool, words: str) -> None:
    async with ScriptedServer([turn], pages=ollama()) as server:
        text = f'[models.local]\nprovider = "openai"\nbase_url = "{server.base_url}"\nmodel = "qwen3:8b"\n'
        (home / "config.toml").write_text(text)
        engine = await open_engine(find_home(), drive=False)
        try:
            first, *_, last = await engine.doctor.round_trip("local")
        finally:
            await engine.close()
    assert (first.ok, last.ok) == (True, ok)
    assert words in last.message
    assert ok or last.next_step


async def test_a_server_that_is_not_there_is_not_asked_for_a_word(home: Path) -> None:
    (home / "config.toml").write_text(
        '[models.local]\nprovider = "openai"\nbase_url = "http://127.0.0.1:9"\nmodel = "m"\n'
    )
    engine = await open_engine(find_home(), drive=False)
    try:
        (only,) = await engine.doctor.round_trip("local")
    finally:
        await engine.close()
    assert (only.ok, only.kind) == (False, "unreachable")


# Vendors: the key goes in a header of its own, and no prompt is sent


SONNET = json_turn({"type": "model", "id": "claude-sonnet-4-5", "display_name": "Claude Sonnet 4.5"})
FLASH = json_turn({"name": "models/gemini-2.5-flash", "inputTokenLimit": 1_048_576})
BAD_GEMINI_KEY = error_turn(
    400, {"error": {"code": 400, "message": "API key not valid. Please pass a valid API key.", "status": "INVALID"}}
)


async def of_vendor(
    home: Path, provider: str, model: str, pages: dict[str, Turn], key: str = "the-key"
) -> tuple[list[Finding], ScriptedServer]:
    async with ScriptedServer(pages=pages) as server:
        lines = [f'provider = "{provider}"', f'model = "{model}"', f'base_url = "http://127.0.0.1:{server.port}"']
        keyed = [f'api_key = "env:{key}"'] if key else []
        (home / "config.toml").write_text("\n".join(["[models.vendor]", *lines, *keyed]) + "\n")
        engine = await open_engine(find_home(), drive=False)
        try:
            return await engine.doctor.check("model:vendor"), server
        finally:
            await engine.close()


@pytest.mark.parametrize(
    ("provider", "model", "path", "page", "header"),
    [
        ("anthropic", "claude-sonnet-4-5", "/v1/models/claude-sonnet-4-5", SONNET, "x-api-key"),
        ("gemini", "gemini-2.5-flash", "/v1beta/models/gemini-2.5-flash", FLASH, "x-goog-api-key"),
    ],
)
async def test_a_vendors_key_is_tried_in_its_own_header_without_a_prompt(
    home: Path, monkeypatch: pytest.MonkeyPatch, provider: str, model: str, path: str, page: Turn, header: str
) -> None:
    monkeypatch.setenv("VENDOR_KEY", "sk-0123456789")
    findings, server = await of_vendor(home, provider, model, {path: page}, "VENDOR_KEY")
    assert [(one.ok, one.kind, one.next_step) for one in findings] == [(True, "", "")]
    assert f"takes the key and has “{model}”" in findings[0].message
    assert [(look.path, look.headers[header]) for look in server.looks] == [(path, "sk-0123456789")]
    assert "authorization" not in server.looks[0].headers
    assert server.requests == []


@pytest.mark.parametrize(
    ("provider", "model", "pages", "kind", "words"),
    [
        pytest.param(
            "anthropic",
            "claude-sonnet-4-5",
            {
                "/v1/models/claude-sonnet-4-5": error_turn(
                    401, {"type": "error", "error": {"type": "authentication_error", "message": "invalid x-api-key"}}
                )
            },
            "needs_key",
            "inara secrets set",
            id="anthropic, wrong key",
        ),
        pytest.param(
            "anthropic",
            "claude-sonet",
            {"/v1/models?limit=1000": json_turn({"data": [{"id": "claude-sonnet-4-5"}, {"id": "claude-opus-4-1"}]})},
            "model_missing",
            "Did you mean “claude-sonnet-4-5”?",
            id="anthropic, no such model",
        ),
        pytest.param("anthropic", "x", {}, "wrong_address", "base_url", id="anthropic, no such interface"),
        pytest.param(
            "gemini",
            "gemini-2.5-flash",
            {"/v1beta/models/gemini-2.5-flash": BAD_GEMINI_KEY},
            "needs_key",
            "inara secrets set",
            id="gemini, wrong key",
        ),
        pytest.param(
            "gemini",
            "gemini-2.5-flsh",
            {"/v1beta/models?pageSize=1000": json_turn({"models": [{"name": "models/gemini-2.5-flash"}]})},
            "model_missing",
            "Did you mean “gemini-2.5-flash”?",
            id="gemini, no such model",
        ),
    ],
)
async def test_what_is_wrong_at_a_vendor_has_its_name_and_its_next_step(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    provider: str,
    model: str,
    pages: dict[str, Turn],
    kind: str,
    words: str,
) -> None:
    monkeypatch.setenv("VENDOR_KEY", "sk-0123456789")
    (finding,), _ = await of_vendor(home, provider, model, pages, "VENDOR_KEY")
    assert (finding.ok, finding.kind) == (False, kind), finding
    assert words in finding.next_step


@pytest.mark.parametrize("provider", ["anthropic", "gemini"])
@pytest.mark.parametrize("key", ['api_key = "env:NOT_SET_ANYWHERE"', ""])
async def test_without_a_key_a_vendor_is_not_even_asked(home: Path, provider: str, key: str) -> None:
    (home / "config.toml").write_text(f'[models.vendor]\nprovider = "{provider}"\nmodel = "x"\n{key}\n')
    engine = await open_engine(find_home(), drive=False)
    (finding,) = await engine.doctor.check("model:vendor")
    await engine.close()
    assert (finding.ok, finding.kind) == (False, "needs_key")
    assert "inara secrets set" in finding.next_step


async def test_local_only_keeps_a_vendor_from_being_asked(home: Path) -> None:
    text = '[models.vendor]\nprovider = "anthropic"\nmodel = "x"\n[defaults]\nlocal_only = true\n'
    (home / "config.toml").write_text(text)
    engine = await open_engine(find_home(), drive=False)
    (finding,) = await engine.doctor.check("model:vendor")
    await engine.close()
    assert (finding.kind, "local_only = false" in finding.next_step) == ("refused", True)


async def test_a_vendor_without_a_network_is_unreachable(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VENDOR_KEY", "sk-0123456789")
    lines = 'provider = "anthropic"\nmodel = "x"\nbase_url = "http://models.invalid"\napi_key = "env:VENDOR_KEY"\n'
    (home / "config.toml").write_text(f"[models.vendor]\n{lines}")
    engine = await open_engine(find_home(), drive=False)
    (finding,) = await engine.doctor.check("model:vendor")
    await engine.close()
    assert (finding.ok, finding.kind) == (False, "unreachable")
    assert finding.next_step


# The vendors' commands


@pytest.mark.parametrize(
    ("provider", "command", "help_text", "kind", "words"),
    [
        ("claude-cli", "claude", CLAUDE_HELP, "", "2.1.90 is at"),
        ("gemini-cli", "gemini", GEMINI_HELP, "", "keeps a record of its own"),
        ("claude-cli", "claude", "Usage: claude", "tools_stay_on", "can't switch its own tools off"),
        ("gemini-cli", "other", GEMINI_HELP, "not_installed", "is not installed here"),
    ],
)
async def test_a_vendors_command_is_looked_at_without_a_question(
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    provider: str,
    command: str,
    help_text: str,
    kind: str,
    words: str,
) -> None:
    folder = tmp_path / "commands"
    folder.mkdir()
    fake = FakeCommand(folder, command, help_text)
    monkeypatch.setenv("PATH", fake.environ["PATH"])
    (home / "config.toml").write_text(f'[models.cli]\nprovider = "{provider}"\nmodel = ""\n')
    engine = await open_engine(find_home(), drive=False)
    (finding,) = await engine.doctor.check("model:cli")
    await engine.close()
    assert (finding.kind, finding.ok) == (kind, not kind), finding
    assert words in finding.message
    assert bool(finding.next_step) is bool(kind)
    assert not (folder / "notes.json").exists()


async def test_a_misspelt_tool_in_the_settings_is_told_since_it_would_refuse_nothing(home: Path) -> None:
    (home / "config.toml").write_text("""
[policy]
blacklist = ["web_search", "run_comand"]
deny = [{tool = "wirte_file", under = "~"}, "delete_file"]
[roles.orchestrator]
tools = ["notes__search", "notes__*", "weather__today"]
[profiles.kids.policy]
whitelist = ["list_*"]
[mcp.servers.notes]
command = "notes-server"
""")
    engine = await open_engine(find_home(), drive=False)
    findings = [one for one in await engine.doctor.check("inara") if one.kind == "unknown_tool"]
    await engine.close()
    assert {(one.message, one.next_step) for one in findings} == {
        ("policy.blacklist names 'run_comand', and there is no such tool.", "Did you mean run_command?"),
        ("policy.deny names 'wirte_file', and there is no such tool.", "Did you mean write_file?"),
        ("roles.orchestrator.tools names 'weather__today', and there is no such tool.", "`inara tools` lists them."),
    }
