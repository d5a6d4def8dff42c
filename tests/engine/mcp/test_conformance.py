"""The official conformance suite, on what Inara speaks to a server: its client scenarios, with the sign-in.

Left out: what a desktop assistant does not do (`auth/client-credentials-*` and `auth/cross-app-access-*` are for programs
without a person, `auth/basic-cimd` wants a document on a site of ours).
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from tests.support.npm_servers import NODE, npm_server

ROOT = Path(__file__).parents[3]


SCENARIOS = (
    *("initialize", "tools_call", "sse-retry", "elicitation-sep1034-client-defaults"),
    *("auth/metadata-default", "auth/scope-step-up", "auth/2025-03-26-oauth-endpoint-fallback"),
    *("auth/pre-registration", "auth/2025-03-26-oauth-metadata-backcompat"),
)
# The rest differ from one of these in a single field; each takes seconds. INARA_ALL_SCENARIOS=1 plays them too.
MORE = (
    *("auth/metadata-var1", "auth/metadata-var2", "auth/metadata-var3", "auth/scope-from-www-authenticate"),
    *("auth/scope-from-scopes-supported", "auth/scope-omitted-when-undefined", "auth/scope-retry-limit"),
    *("auth/token-endpoint-auth-basic", "auth/token-endpoint-auth-post", "auth/token-endpoint-auth-none"),
    *("auth/resource-mismatch", "auth/offline-access-scope", "auth/offline-access-not-supported"),
)
PATIENCE_MS = 120_000  # of the suite with our client, on a busy machine
AT_ONCE = 3


async def test_client_scenarios(tmp_path: Path) -> None:
    scenarios = SCENARIOS + (MORE if os.environ.get("INARA_ALL_SCENARIOS") else ())
    turn = asyncio.Semaphore(AT_ONCE)

    async def one(scenario: str) -> tuple[int | None, str]:
        async with turn:
            return await played(scenario, tmp_path / scenario.replace("/", "-"))

    async with asyncio.timeout(300):
        reports = await asyncio.gather(*map(one, scenarios))
    for scenario, (status, output) in zip(scenarios, reports, strict=True):
        assert (status, "0 failed, 0 warnings" in output) == (0, True), f"{scenario}\n{output}"


async def played(scenario: str, results: Path) -> tuple[int | None, str]:
    process = await asyncio.create_subprocess_exec(
        str(NODE),
        npm_server("conformance"),
        *("client", "--command", f"{sys.executable} -m tests.support.conformance_client", "--scenario", scenario),
        *("--timeout", str(PATIENCE_MS)),
        *("--output-dir", str(results)),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output = (await process.communicate())[0].decode()
    return process.returncode, output
