"""Who is spoken to: everything the engine opens passes `local_only`, and is noted with no word of what was said."""

from __future__ import annotations

from pathlib import Path

import pytest

from inara_engine.connections import Connections
from inara_engine.errors import InaraError
from inara_engine.face import Prompt, open_engine
from inara_engine.home import find_home
from tests.support.engines import settled
from tests.support.scripted_server import ScriptedServer, call, calls_turn, text_turn

AWAY = "away.invalid"
LOCAL_ONLY = "[defaults]\nlocal_only = true\n"


async def test_a_model_is_noted_each_time_it_is_asked(home: Path) -> None:
    async with ScriptedServer([text_turn("One."), text_turn("Two.")]) as server:
        (home / "config.toml").write_text(
            f'[models.local]\nprovider = "openai"\nbase_url = "{server.base_url}"\nmodel = "x"\n'
        )
        engine = await open_engine(find_home())
        assert await engine.connections.list() == []
        for text in ("a secret task", "another"):
            await settled(engine, await engine.submit(Prompt(text=text, off_record=text == "another")))
        private, noted = await engine.connections.list()
        await engine.close()
    for one in (private, noted):
        assert (one.host, one.port, one.purpose, one.who) == ("127.0.0.1", server.port, "model", "local")
        assert (one.count, one.local) == (1, True)
    assert (private.off_record, noted.off_record) == (True, False)
    assert "secret" not in repr(noted)


@pytest.mark.parametrize(
    "model",
    [
        f'provider = "openai"\nbase_url = "http://{AWAY}/v1"\nmodel = "x"',
        f'provider = "anthropic"\nbase_url = "http://{AWAY}"\nmodel = "x"',
        f'provider = "gemini"\nbase_url = "http://{AWAY}"\nmodel = "x"',
        'provider = "claude-cli"',
        'provider = "gemini-cli"',
    ],
)
async def test_with_local_only_no_model_elsewhere_is_asked_checked_or_looked_at(home: Path, model: str) -> None:
    (home / "config.toml").write_text(f"[models.away]\n{model}\n{LOCAL_ONLY}")
    engine = await open_engine(find_home())
    report = await settled(engine, await engine.submit(Prompt(text="hi")))
    assert report["status"] == "error"
    assert "local_only" in str(report["error"])
    with pytest.raises(InaraError, match="local_only"):
        await engine.test_model("away")
    assert await engine.connections.list() == []
    await engine.close()


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("web_fetch", {"url": f"http://{AWAY}/page"}),
        ("http_request", {"method": "GET", "url": f"http://{AWAY}/page"}),
        ("web_search", {"query": "weather"}),
    ],
)
async def test_with_local_only_no_tool_speaks_to_anybody_elsewhere(
    home: Path, tool: str, arguments: dict[str, str]
) -> None:
    """Refused before a question: there is nothing a person could approve."""
    async with ScriptedServer([calls_turn(call(tool, arguments)), text_turn("I can't.")]) as server:
        (home / "config.toml").write_text(
            f'[models.local]\nprovider = "openai"\nbase_url = "{server.base_url}"\nmodel = "x"\n{LOCAL_ONLY}'
            f'[tools.web_search]\nurl = "http://{AWAY}"\n'
        )
        engine = await open_engine(find_home())
        report = await settled(engine, await engine.submit(Prompt(text="look")))
        noted = await engine.connections.list()
        await engine.close()
    assert report["status"] == "complete", report
    assert AWAY not in {one.host for one in noted}


async def test_with_local_only_no_mcp_server_elsewhere_is_spoken_to(home: Path) -> None:
    (home / "config.toml").write_text(f'[mcp.servers.away]\nurl = "http://{AWAY}/mcp"\n{LOCAL_ONLY}')
    engine = await open_engine(find_home(), drive=False)
    refusal = engine.mcp._refusal("away", 0, AWAY)  # pyright: ignore[reportPrivateUsage] - what each of its requests asks
    assert "local_only" in refusal
    assert await engine.connections.list() == []
    await engine.close()


async def test_the_last_spoken_to_stands_first_and_the_list_has_an_end() -> None:
    connections = Connections(lambda: 1.0)
    for number in range(2100):
        connections.note(f"host{number}.example", 443, "page", "web")
    connections.note("host2050.example", 443, "page", "web")
    listed = await connections.list()
    assert len(listed) == 2000
    assert (listed[0].host, listed[0].count) == ("host2050.example", 2)
