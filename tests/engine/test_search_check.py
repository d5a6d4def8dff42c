"""Trying the web search that is set up: one search, and what to do where it finds nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from inara_engine.face import Finding, open_engine
from inara_engine.home import find_home
from tests.support.scripted_server import ScriptedServer, Turn, error_turn, json_turn
from tests.support.terminal import run_inara

FOUND = json_turn({"results": [{"title": "Rain", "url": "https://a.test/", "content": "It rains."}]})


async def tried(home: Path, text: str) -> Finding:
    (home / "config.toml").write_text(text)
    engine = await open_engine(find_home(), drive=False)
    try:
        return await engine.doctor.web_search()
    finally:
        await engine.close()


@pytest.mark.parametrize(
    ("page", "ok", "said"),
    [
        (FOUND, True, "“Rain”"),
        (json_turn({"results": []}), False, "found nothing"),
        (error_turn(403, {}), False, "doesn't give results as JSON"),
        (json_turn({"hello": 1}), False, "something else than results"),
    ],
)
async def test_a_server_of_ones_own(home: Path, page: Turn, ok: bool, said: str) -> None:
    async with ScriptedServer(pages={"/search?q=weather&format=json": page}) as server:
        address = server.base_url.removesuffix("/v1")
        finding = await tried(home, f'[tools.web_search]\nurl = "{address}"\n')
        assert (finding.ok, said in finding.message) == (ok, True), finding
        assert finding.ok or finding.next_step


async def test_nothing_is_asked_where_nothing_is_set_up_or_where_it_may_not_go(home: Path) -> None:
    assert (await tried(home, "")).kind == "off"
    key = '[tools.web_search]\nprovider = "brave"\napi_key = "env:NO_SUCH_KEY"\n'
    refused = await tried(home, f"[defaults]\nlocal_only = true\n{key}")
    assert (refused.kind, "brave" in refused.message) == ("refused", True)
    keyless = await tried(home, key)
    assert "NO_SUCH_KEY" in keyless.message
    told = await run_inara("doctor", "--web-search", "--json")
    assert (told.status, told.values[0]["ok"]) == (1, False)


@pytest.mark.parametrize("service", ["brave", "tavily"])
async def test_a_key_that_was_copied_behind_its_dots_is_called_that(
    home: Path, monkeypatch: pytest.MonkeyPatch, service: str
) -> None:
    monkeypatch.setenv("COPIED", "••••••••")
    async with ScriptedServer() as server:
        address = server.base_url.removesuffix("/v1")
        search = f'provider = "{service}"\nurl = "{address}"\napi_key = "env:COPIED"\n'
        finding = await tried(home, f"[tools.web_search]\n{search}")
        assert finding.message == "The API key holds characters that no key has."
        assert "Check the key" in finding.next_step
        assert not server.connections
