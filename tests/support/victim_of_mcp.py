"""An app with a deaf MCP server, to be killed."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from tests.support.mcp_server import FakeServer, tool

__all__ = ["start"]

ROOT = Path(__file__).parents[2]


async def start(folder: Path) -> tuple[asyncio.subprocess.Process, int]:
    """The app, and the process id of its server, which hangs in a call."""
    fake = FakeServer(folder)
    fake.says(tools=[tool()], call="hang")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.support.victim_of_mcp", *fake.args, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    async with asyncio.timeout(30):
        await process.stdout.readline()
        while not fake.calls:
            await asyncio.sleep(0.01)
    return process, fake.pid


async def _main(arguments: list[str]) -> None:
    from inara_engine.mcp.connection import Connection
    from inara_engine.mcp.definitions import read
    from inara_engine.mcp.values import StdioTarget

    target = StdioTarget(sys.executable, tuple(arguments), dict(os.environ))
    connection = Connection("fake", target, (), 60)
    listing = await connection.start()
    print("ready", flush=True)
    await connection.call("echo", read("fake", listing.tools)[0].hash, {"text": "hi"}, None, None)


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1:]))
