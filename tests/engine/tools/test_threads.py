"""Work of tools in threads: stopped, it is left behind or comes to its end, and then it is known what became of it."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from inara_engine.errors import ToolError
from inara_engine.events import Action
from inara_engine.tools import threads
from inara_engine.tools.base import ToolContext, ToolOutput
from inara_engine.tools.threads import in_thread
from tests.support.play import Say, Stage, append_line


class Work:
    """Work that ends once it is stopped (or let go); what it gives, or raises."""

    def __init__(self, end: ToolOutput | ToolError) -> None:
        self.end = end
        self.began = threading.Event()
        self.goes_on = threading.Event()

    def until_stopped(self, stop: threading.Event) -> ToolOutput:
        self.began.set()
        stop.wait(10)
        return self._ended()

    def until_let_go(self, _: threading.Event) -> ToolOutput:
        self.began.set()
        self.goes_on.wait(10)
        return self._ended()

    async def begun(self) -> None:
        await asyncio.to_thread(self.began.wait, 10)

    def _ended(self) -> ToolOutput:
        if isinstance(self.end, ToolError):
            raise self.end
        return self.end


async def test_a_change_that_ends_after_the_stop_is_known(nothing_left: None) -> None:
    work = Work(ToolOutput("done"))
    call = asyncio.create_task(in_thread(work.until_stopped, finish=True))
    await work.begun()
    call.cancel()
    assert await call == ToolOutput("done")


async def test_a_change_that_was_not_made_for_the_stop_is_known(nothing_left: None) -> None:
    work = Work(ToolError("It was stopped before."))
    call = asyncio.create_task(in_thread(work.until_stopped, finish=True))
    await work.begun()
    call.cancel()
    with pytest.raises(ToolError, match="stopped before"):
        await call


@pytest.mark.parametrize("finish", [False, True], ids=["looking", "a change that hangs"])
async def test_what_goes_on_behind_a_stop_is_left_behind(monkeypatch: pytest.MonkeyPatch, *, finish: bool) -> None:
    monkeypatch.setattr(threads, "_GRACE_S", 0.01)
    work = Work(ToolOutput("too late"))
    call = asyncio.create_task(in_thread(work.until_let_go, finish=finish))
    await work.begun()
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    work.goes_on.set()
    await asyncio.get_running_loop().shutdown_default_executor()


async def test_a_job_that_is_stopped_tells_what_its_tool_did(tmp_path: Path, nothing_left: None) -> None:
    work = Work(ToolOutput("moved it"))

    async def run(_: ToolContext, __: Any, ___: Action) -> ToolOutput:
        return await in_thread(work.until_stopped, finish=True)

    tool = replace(append_line(tmp_path / "x"), run=run)
    async with Stage(tmp_path, [Say("", [("append_line", {"line": "a"})])], [tool], allow=["append_line"]) as stage:
        await stage.submit()
        await work.begun()
        await stage.jobs.cancel("job-1")
        _, state = await stage.jobs.state("job-1")
        assert [(call.outcome, call.output) for call in state.calls] == [("ok", "moved it")]
