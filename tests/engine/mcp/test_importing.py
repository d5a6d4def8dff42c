"""Lists of servers as Claude Desktop, Cursor and VS Code write them, and files that are none."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from inara_engine.errors import UserError
from inara_engine.face import open_engine
from inara_engine.home import find_home
from inara_engine.mcp.importing import read

SERVER = {"command": "npx", "args": ["-y", "server"]}


@pytest.mark.parametrize("around", [("mcpServers",), ("servers",), ("mcp", "servers")])
def test_every_shape(around: tuple[str, ...]) -> None:
    value: Any = {"files": SERVER}
    for key in reversed(around):
        value = {key: value}
    [found] = read(json.dumps(value))
    assert (found.name, found.table) == ("files", {**SERVER, "disabled": True})


async def test_lists_imported_at_once_are_all_imported(home: Path) -> None:
    engine = await open_engine(find_home(), drive=False)
    try:
        text = json.dumps({"mcpServers": {"files": SERVER}})
        reports = await asyncio.gather(engine.mcp.import_servers(text), engine.mcp.import_servers(text))
        assert [[one.name for one in report] for report in reports] == [["files"], ["files-2"]]
        assert [one.name for one in await engine.mcp.all()] == ["files", "files-2"]
    finally:
        await engine.close()


def test_over_http_and_without_what_others_add() -> None:
    server = {"type": "http", "url": "https://x.example/mcp", "gallery": True, "autoApprove": ["*"], "disabled": False}
    [found] = read(json.dumps({"servers": {"x": server}, "inputs": []}))
    assert found.table == {"type": "http", "url": "https://x.example/mcp", "disabled": True}


def test_a_client_that_was_registered_by_hand_comes_along() -> None:
    server = {"type": "http", "url": "https://x.example/mcp", "oauth": {"clientId": "abc", "callbackPort": 8976}}
    [found] = read(json.dumps({"mcpServers": {"x": server}}))
    assert (found.table["client_id"], found.table["redirect_port"]) == ("abc", 8976)


def test_keys_go_to_the_keyring_and_variables_stay_variables() -> None:
    env = {"GITHUB_TOKEN": "ghp_1", "MODE": "quiet", "API_KEY": "${env:MY_KEY}", "PASSWORD": "keyring:mine"}
    server = {**SERVER, "env": env, "headers": {}}
    [found] = read(json.dumps({"mcpServers": {"git hub": server}}))
    assert found.keys == {"mcp-git-hub-GITHUB_TOKEN": "ghp_1"}
    assert found.table["env"] == {
        "GITHUB_TOKEN": "keyring:mcp-git-hub-GITHUB_TOKEN",
        "MODE": "quiet",
        "API_KEY": "env:MY_KEY",
        "PASSWORD": "keyring:mine",
    }
    assert "ghp_1" not in repr(found)


def test_no_key_takes_the_place_of_another() -> None:
    def with_token(value: str, *more: str) -> dict[str, Any]:
        return {**SERVER, "env": dict.fromkeys(("TOKEN", *more), value)}

    servers = {"git hub": with_token("1"), "git-hub": with_token("2"), "x" * 64: with_token("3", "SECRET")}
    found = read(json.dumps({"mcpServers": servers}), taken=["git-hub"])
    assert [one.name for one in found] == ["git-hub-2", "git-hub-3", "x" * 64]
    assert found[0].keys == {"mcp-git-hub-2-TOKEN": "1"}  # that of "git-hub", which was there before, stays
    assert found[1].keys == {"mcp-git-hub-3-TOKEN": "2"}
    assert len(found[2].keys) == 2
    for one in found:
        assert sorted(one.table["env"].values()) == sorted(f"keyring:{key}" for key in one.keys)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "no JSON"),
        ("[]", "no servers in this file"),
        ('{"mcpServers": {}}', "no servers in this file"),
        ('{"mcpServers": {"x": 7}}', "not described as an object"),
        ('{"mcpServers": {"x": {}}}', "can't be used"),
        ('{"mcpServers": {"x": {"command": 3}}}', "can't be used: command"),
        ('{"mcpServers": {"x": {"type": "sse", "url": "https://x.example/sse"}}}', "speaks 'sse'"),
        ("[" * 100_000, "nested too deeply"),
        (" " * (2 << 20), "too large"),
    ],
)
def test_what_is_wrong_is_said(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        read(text)
