"""The official conformance suite, on what Inara speaks to a server: every client scenario that needs no sign-in."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from tests.support.npm_servers import NODE, npm_server

ROOT = Path(__file__).parents[3]


SCENARIOS = ("initialize", "tools_call", "sse-retry", "elicitation-sep1034-client-defaults")


async def test_client_scenarios(tmp_path: Path) -> None:
    async with asyncio.timeout(120):
        reports = await asyncio.gather(*(played(scenario, tmp_path / scenario) for scenario in SCENARIOS))
    for scenario, (status, output) in zip(SCENARIOS, reports, strict=True):
        assert (status, "0 failed, 0 warnings" in output) == (0, True), f"{scenario}\n{output}"


async def played(scenario: str, results: Path) -> tuple[int | None, str]:
    process = await asyncio.create_subprocess_exec(
        str(NODE),
        npm_server("conformance"),
        *("client", "--command", f"{sys.executable} -m tests.support.conformance_client", "--scenario", scenario),
        *("--output-dir", str(results)),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output = (await process.communicate())[0].decode()
    return process.returncode, output
