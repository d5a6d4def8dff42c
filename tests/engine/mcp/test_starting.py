"""When servers are started and when not: never at start, never for nothing, never a host that may not be spoken to."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys

import psutil
import pytest

from inara_engine import toolservers
from inara_engine.face import open_engine
from inara_engine.home import find_home
from inara_engine.mcp.stdio import Program
from inara_engine.mcp.values import StdioTarget
from inara_engine.settings import SettingsChange
from tests.engine.mcp.conftest import Stage
from tests.support.mcp_server import FakeServer

LOADED = """
import asyncio, sys
from inara_engine.face import open_engine
from inara_engine.home import find_home
async def main():
    import os
    engine = await open_engine(find_home(os.environ))
    await engine.mcp.all()
    await engine.close()
asyncio.run(main())
print([name for name in sys.modules if name.split(".")[0] in {"mcp", "mcp_types", "jsonschema", "httpx2"}])
"""


async def test_opening_inara_loads_nothing_of_the_sdk_even_with_a_server(stage: Stage) -> None:
    await stage.engine.close()
    loaded = await asyncio.to_thread(subprocess.check_output, [sys.executable, "-c", LOADED], text=True)
    assert loaded.splitlines()[-1] == "[]"
    stage.engine = await open_engine(find_home())


async def test_a_new_server_is_asked_once_what_it_has(
    stage: Stage, fake: FakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toolservers, "FIRST_LOOK_S", 0)
    await stage.reopen()
    async with asyncio.timeout(10):
        while not (await stage.engine.mcp.all())[0].waiting:
            await asyncio.sleep(0.02)
    pid = fake.pid
    await stage.reopen()  # what it has is known by now
    assert "first look at MCP servers" not in {task.get_name() for task in asyncio.all_tasks()}
    assert fake.pid == pid
    assert (await stage.engine.mcp.all())[0].state == "off"


class TestElsewhere:
    @pytest.fixture
    def settings(self) -> str:
        return 'local_only = true\n[mcp.servers.far]\nurl = "https://mcp.example.com/mcp"\n'

    async def test_local_only_refuses_another_host(self, stage: Stage) -> None:
        report = await stage.engine.mcp.test("far")
        assert report.state == "failed"
        assert report.reason == "local_only is on, and mcp.example.com is not this machine."
        assert "local_hosts" in report.next_step


async def test_turning_one_off_ends_it(stage: Stage, fake: FakeServer) -> None:
    from tests.engine.mcp.test_hostile_servers import gone

    await stage.approve()
    await stage.engine.mcp.switch("fake", False)
    await gone(fake.pid)
    assert await stage.offered() == []
    await stage.engine.mcp.switch("fake", True)
    assert await stage.offered() == ["fake__echo"]


async def test_a_folder_that_is_not_there_is_named(stage: Stage) -> None:
    await stage.engine.change_settings(SettingsChange(((("mcp", "servers", "fake", "cwd"), "/no/such/folder"),)))
    report = await stage.engine.mcp.test("fake")
    assert "could not be started in /no/such/folder: No such file or directory" in report.reason
    assert "Check command and cwd" in report.next_step


async def test_a_start_that_is_called_off_leaves_nothing_open() -> None:
    """Whenever it is: the pipe that keeps the server's shell alive is closed, which ends what had begun."""
    target = StdioTarget(sys.executable, ("-c", "import time; time.sleep(600)"), {"PATH": os.environ["PATH"]})
    before = psutil.Process().num_fds()
    for turns in range(6):
        known = psutil.Process().children()
        starting = asyncio.create_task(Program(target)._start())
        while psutil.Process().children() == known:
            await asyncio.sleep(0)
        for _ in range(turns):
            await asyncio.sleep(0)
        starting.cancel()
        try:
            process, lifeline = await starting
        except asyncio.CancelledError:
            continue
        os.close(lifeline)
        await process.communicate()
    async with asyncio.timeout(10):
        while psutil.Process().num_fds() > before:
            await asyncio.sleep(0.01)


async def test_a_missing_key_is_said_with_what_to_type(stage: Stage) -> None:
    await stage.engine.change_settings(
        SettingsChange(((("mcp", "servers", "fake", "env"), {"API_KEY": "env:NOT_SET_HERE"}),))
    )
    report = await stage.engine.mcp.test("fake")
    assert "NOT_SET_HERE is not set" in report.reason
    assert "inara secrets set" in report.next_step
