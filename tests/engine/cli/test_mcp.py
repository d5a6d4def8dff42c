"""`inara mcp`: servers listed, tested, approved, called and imported from the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.engine.mcp.conftest import entry
from tests.support.mcp_server import FakeServer, tool
from tests.support.terminal import Command, configure, run_inara


@pytest.fixture
def fake(home: Path, tmp_path: Path) -> FakeServer:
    fake = FakeServer(tmp_path)
    configure(home, "http://127.0.0.1:9/v1")
    with (home / "config.toml").open("a") as file:
        file.write(entry("fake", fake.args))
    return fake


async def test_from_a_look_to_a_call(fake: FakeServer) -> None:
    listed = await run_inara("mcp")
    assert (listed.status, listed.out.split("  ")[:2]) == (0, ["fake", "not started"])
    tested = await run_inara("mcp", "test", "fake")
    assert "fake  ready  1 tools  1 wait for approval" in tested.out
    assert (await run_inara("mcp", "approve", "fake")).status == 1  # nobody sits there to look
    assert (await run_inara("mcp", "approve", "fake", "--yes")).status == 0
    tools = await run_inara("mcp", "tools", "fake", "--json")
    assert [(one["name"], one["approval"]) for one in tools.values] == [("fake__echo", "approved")]
    called = await run_inara("mcp", "call", "fake", "echo", '{"text": "hi"}')
    assert (called.status, called.out) == (0, "hi\n")
    await run_inara("mcp", "forget", "fake")
    assert "? echo" in " ".join((await run_inara("mcp", "tools", "fake")).out.split())


async def test_who_approves_is_told_what_will_run_unasked(fake: FakeServer, home: Path) -> None:
    """A server rated as a whole takes its tools that change something along: they have to be seen as what they are."""
    reads = 'capabilities = ["reads_private"]'
    with (home / "config.toml").open("a") as file:
        file.write(f'risk = 1\n{reads}\ntools.write = {{ risk = 1, capabilities = ["mutates"] }}\n')
    fake.says(tools=[tool("look"), tool("write")])
    async with Command("mcp", "approve", "fake", tty=True) as approving:
        await approving.until("Type yes: ")
        assert "look (risk 1, runs without asking):" in approving.out
        assert "write (risk 2):" in approving.out
        assert "Offer these 2 tools to models? Calls of 1 run without asking, as rated." in approving.out
        approving.type("no\n")
        await approving.until("Nothing was approved.")


async def test_what_goes_wrong_says_what_to_do(fake: FakeServer) -> None:
    fake.says(start="die")
    failed = await run_inara("mcp", "test", "fake")
    assert failed.status == 1
    assert "Its last words: no licence found" in failed.out
    for arguments, said in (
        (("test", "nobody"), "The servers are: fake."),
        (("call", "fake", "echo", "{"), "no JSON"),
        (("import", "/nowhere"), "can't be read"),
    ):
        ran = await run_inara("mcp", *arguments)
        assert (ran.status, said in ran.err) == (1, True), ran.err


async def test_an_imported_server_does_not_start_by_itself(fake: FakeServer, home: Path, tmp_path: Path) -> None:
    fake.says(tools=[tool()])
    file = tmp_path / "claude_desktop_config.json"
    server = {"command": "python3", "args": fake.args, "env": {"API_KEY": "sk-canary-1234", "MODE": "quiet"}}
    file.write_text(json.dumps({"mcpServers": {"My notes!": server}}))
    imported = await run_inara("mcp", "import", str(file))
    assert "My-notes  disabled" in imported.out
    config = (home / "config.toml").read_text()
    assert "sk-canary" not in config
    assert 'API_KEY = "keyring:mcp-My-notes-API_KEY"' in config
    refused = await run_inara("mcp", "test", "My-notes")
    assert "off, so nothing of it runs" in refused.err
    assert (await run_inara("mcp", "enable", "My-notes")).status == 0
    assert "disabled" not in (await run_inara("mcp", "list")).out
    assert (await run_inara("mcp", "remove", "My-notes")).status == 0
    assert "My-notes" not in (home / "config.toml").read_text()


async def test_a_client_registered_by_hand_its_secret_from_a_pipe(home: Path) -> None:
    configure(home, "http://127.0.0.1:9/v1")
    with (home / "config.toml").open("a") as file:
        file.write('[mcp.servers.notes]\nurl = "http://127.0.0.1:9/mcp"\n')
    given = ("mcp", "client", "notes", "abc123", "--secret", "--redirect-port", "8976")
    ran = await run_inara(*given, stdin=b"hush-hush\n")
    assert (ran.status, "its secret is not kept: there is no keyring" in ran.err) == (1, True)
    settings = (home / "config.toml").read_text()
    assert 'client_id = "abc123"' in settings
    assert "redirect_port = 8976" in settings
    assert "hush-hush" not in settings
    wrong = await run_inara("mcp", "client", "notes", "abc123", "--redirect-port", "80")
    assert (wrong.status, "redirect_port" in wrong.err) == (1, True)
    assert (await run_inara("mcp", "client", "notes")).status == 0
    assert "abc123" not in (home / "config.toml").read_text()
