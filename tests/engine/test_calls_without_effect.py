"""A call that touches nothing outside the process: its round is one commit, and nothing else changes for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path

import pytest

from inara_engine.events import Progress, ToolFinished
from inara_engine.messages import Risk
from tests.support.play import Say, Stage, append_line

ONE_CALL = [Say("Let me.", [("append_line", {"line": "a"})]), Say("All done.")]
A_ROUND = ["model_finished", "tool_started", "tool_finished", "model_asked"]


@pytest.fixture
def effects(tmp_path: Path) -> Path:
    return tmp_path / "effects.txt"


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine is, no call takes long."""
    monkeypatch.setattr("inara_engine.running.AT_ONCE_S", 600)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not holds():
            await asyncio.sleep(0)


async def commits(stage: Stage) -> list[list[str]]:
    """The kinds of the job's rows, those of one commit together: they carry one time."""
    together: dict[float, list[str]] = {}
    for recorded in await stage.events():
        if recorded.job_id:
            together.setdefault(recorded.at, []).append(recorded.event.kind)
    return list(together.values())


@pytest.mark.usefixtures("patient")
async def test_its_round_is_one_commit(tmp_path: Path, effects: Path) -> None:
    async with Stage(tmp_path, ONE_CALL, [append_line(effects, risk=Risk.PURE)]) as stage:
        await stage.submit()
        await stage.until("complete")

        assert A_ROUND in await commits(stage)
        assert stage.model.requests[1].messages[-1].text == "appended a"


async def test_one_that_reads_is_on_disk_before_it_begins(tmp_path: Path, effects: Path) -> None:
    async with Stage(tmp_path, ONE_CALL, [append_line(effects, risk=Risk.READS)]) as stage:
        await stage.submit()
        await stage.until("complete")

        assert [A_ROUND[:2], A_ROUND[2:]] == (await commits(stage))[-3:-1]


async def test_one_that_takes_its_time_is_told_of_before_its_end(tmp_path: Path, effects: Path) -> None:
    gate = asyncio.Event()
    async with Stage(tmp_path, ONE_CALL, [append_line(effects, risk=Risk.PURE, gate=gate)]) as stage:
        await stage.submit()
        async with asyncio.timeout(10), aclosing(stage.jobs.follow("s1", 0)) as events:
            told = await anext(recorded.event async for recorded in events if isinstance(recorded.event, Progress))
        assert told == Progress("Append a")
        assert (await stage.kinds())[-2:] == A_ROUND[:2]

        gate.set()
        assert await stage.until("complete") == "complete"


@pytest.mark.usefixtures("patient")
async def test_stopped_in_its_middle_leaves_no_trace_of_a_call_that_has_no_row(tmp_path: Path, effects: Path) -> None:
    gate = asyncio.Event()
    async with Stage(tmp_path, ONE_CALL, [append_line(effects, risk=Risk.PURE, gate=gate)]) as stage:
        await stage.submit()
        await until(stage.effect_runs)
        asyncio.get_running_loop().call_soon(gate.set)
        await stage.jobs.cancel("job-1")

        assert (await stage.kinds())[-3:] == ["model_asked", "model_stopped", "job_finished"]


async def test_a_result_that_was_cut_off_on_its_way_to_the_disk_is_written_once(tmp_path: Path, effects: Path) -> None:
    """The person stops the job between the end of an effect and its row."""
    gate = asyncio.Event()
    async with Stage(tmp_path, ONE_CALL, [append_line(effects, risk=Risk.READS, gate=gate)]) as stage:
        await stage.submit()
        await until(stage.effect_runs)
        gate.set()
        await until(lambda: not stage.effect_runs())
        await stage.jobs.cancel("job-1")

        ends = [recorded.event for recorded in await stage.events() if isinstance(recorded.event, ToolFinished)]
        assert [(end.outcome, end.output) for end in ends] == [("ok", "appended a")]
