"""The official conformance suite, on what Inara speaks to a server: every client scenario that needs no sign-in."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from tests.support.npm_servers import NODE, npm_server

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("scenario", ["initialize", "tools_call", "sse-retry", "elicitation-sep1034-client-defaults"])
async def test_scenario(scenario: str, tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        str(NODE),
        npm_server("conformance"),
        *("client", "--command", f"{sys.executable} -m tests.support.conformance_client", "--scenario", scenario),
        *("--output-dir", str(tmp_path)),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    async with asyncio.timeout(60):
        output = (await process.communicate())[0].decode()
    assert "0 failed, 0 warnings" in output, output
    assert process.returncode == 0, output
