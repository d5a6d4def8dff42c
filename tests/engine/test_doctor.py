"""The doctor: each trouble of a model and its server by its name, with numbers and the next step."""

from __future__ import annotations

from pathlib import Path

import pytest

from inara_engine.face import Finding, open_engine
from inara_engine.home import find_home
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
    assert "context of 32768 tokens" in finding.message


async def test_a_context_too_small_for_the_tools_is_told_with_both_numbers(home: Path) -> None:
    well, small = await found(home, ollama(context=2048))
    assert (well.ok, small.ok, small.kind) == (True, False, "context_small")
    assert "It reads 2048 tokens at once" in small.message
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
