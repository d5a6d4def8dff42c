"""An engine with a scripted model and an MCP server that does what a test says."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from inara_engine.face import Decision, Engine, Prompt, open_engine
from inara_engine.home import find_home
from tests.support.mcp_server import FakeServer
from tests.support.scripted_server import ScriptedServer, Turn, call, calls_turn, text_turn
from tests.support.terminal import configure


def entry(name: str, args: list[str], more: str = "") -> str:
    return f"[mcp.servers.{name}]\ncommand = {json.dumps(sys.executable)}\nargs = {json.dumps(args)}\n{more}\n"


class Stage:
    """An engine whose model asks for what a test says, with the server `fake`."""

    def __init__(self, home: Path, engine: Engine, model: ScriptedServer, fake: FakeServer) -> None:
        self.home = home
        self.engine = engine
        self.model = model
        self.fake = fake

    async def approve(self, server: str = "fake") -> None:
        """Start it and approve all it has, as a person who looked."""
        report = await self.engine.mcp.test(server)
        assert report.state == "ready", report.reason
        await self.engine.mcp.approve(server, [tool.hash for tool in report.waiting])

    async def submit(self, tool: str, **arguments: Any) -> str:
        """A job whose model calls a tool, then answers."""
        self.model.turns[:] = [calls_turn(call(tool, arguments)), text_turn("Done.")]
        return await self.engine.submit(Prompt(text="Do it."))

    async def rest(self, job: str, *until: str) -> dict[str, Any]:
        """The job's report once it ended, or waits."""
        until = until or ("complete", "error", "cancelled", "awaiting_confirmation")
        async with asyncio.timeout(20):
            while (report := await self.engine.job(job))["status"] not in until:
                await asyncio.sleep(0.01)
        return report

    async def called(self, tool: str, **arguments: Any) -> dict[str, Any]:
        """How a call that the person allowed ended: its outcome and output."""
        report = await self.rest(await self.submit(tool, **arguments))
        if report["status"] == "awaiting_confirmation":
            for asked in report["pending_confirmation"]["tools"]:
                await self.engine.answer(asked["call_id"], Decision(approved=True, digest=asked["digest"]))
            report = await self.rest(report["job_id"], "complete", "error")
        assert report["status"] == "complete", report["error"]
        return report["tool_calls"][0]

    async def offered(self) -> list[str]:
        """The names of the tools of servers that a model is told of."""
        self.model.turns[:] = [text_turn("Hello.")]
        await self.rest(await self.engine.submit(Prompt(text="Hello.")))
        tools = self.model.requests[-1].json.get("tools", [])
        return [name for one in tools if "__" in (name := one["function"]["name"])]

    async def reopen(self) -> None:
        """End Inara and start it again."""
        await self.engine.close()
        self.engine = await open_engine(find_home())


@pytest.fixture
def fake(tmp_path: Path) -> FakeServer:
    return FakeServer(tmp_path)


@pytest.fixture
def settings(fake: FakeServer) -> str:
    """What stands in config.toml beside the model."""
    return entry("fake", fake.args, "timeout_s = 2.0")


@pytest.fixture
async def stage(home: Path, fake: FakeServer, settings: str) -> AsyncIterator[Stage]:
    turns: list[Turn] = []
    async with ScriptedServer(turns) as model:
        configure(home, model.base_url)
        with (home / "config.toml").open("a") as file:
            file.write(f"[defaults]\ntier = 0\n{settings}")
        stage = Stage(home, await open_engine(find_home()), model, fake)
        yield stage
        await stage.engine.close()
