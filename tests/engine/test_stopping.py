"""Stopping in two stages: the answer first, whose tools come to their end; then the job, at once. And going on after."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from inara_engine.errors import Conflict
from inara_engine.events import ModelStopped, ToolFinished
from inara_engine.state import CONTINUE
from tests.support.loopback import loopback
from tests.support.play import Say, Stage, append_line
from tests.support.scripted_server import HANG, Turn, chunk, sse, text_turn
from tests.support.terminal import run_inara

ONE_CALL = [Say("", [("append_line", {"line": "a"})]), Say("Done.")]
TWO_CALLS = [Say("", [("append_line", {"line": "a"}), ("append_line", {"line": "b"})]), Say("Done.")]


async def at_work(stage: Stage) -> None:
    """Until a tool is in the middle of its effect."""
    async with asyncio.timeout(10):
        while not stage.effect_runs():
            await asyncio.sleep(0.005)


async def said(stage: Stage, text: str) -> None:
    """Until the running answer has said this."""
    async with asyncio.timeout(10):
        while not any(job.said()[0] == text for job in stage.jobs._driver.live.values()):
            await asyncio.sleep(0.005)


def ends(events: list[object]) -> list[str]:
    return [event.outcome for event in events if isinstance(event, ToolFinished)]


async def test_the_words_stay_and_one_can_go_on_from_them(tmp_path: Path) -> None:
    never = asyncio.Event()
    async with Stage(tmp_path, [Say("Half of the", pause=never), Say(" whole.")]) as stage:
        await stage.submit()
        await said(stage, "Half of the")
        await stage.jobs.stop("job-1")
        assert await stage.until("cancelled") == "cancelled"
        [stopped] = [row.event for row in await stage.events() if isinstance(row.event, ModelStopped)]
        assert (stopped.reason, stopped.text) == ("cancelled", "Half of the")
        await stage.jobs.resume("job-1", "continue")
        await stage.until("complete")
        _, state = await stage.jobs.state("job-1")
        assert state.response == "Half of the whole."
        assert stage.model.requests[1].messages[-1].text == CONTINUE


async def test_a_tool_at_work_comes_to_its_end_and_nothing_follows_it(tmp_path: Path) -> None:
    gate, file = asyncio.Event(), tmp_path / "effects.txt"
    async with Stage(tmp_path, TWO_CALLS, [append_line(file, gate=gate)], allow=["append_line"]) as stage:
        await stage.submit()
        await at_work(stage)
        await stage.jobs.stop("job-1")
        await stage.jobs.stop("job-1")  # a second time says the same
        assert (await stage.jobs.state("job-1"))[1].status == "running"
        gate.set()
        await stage.until("cancelled")
        assert file.read_text() == "a\n"
        assert ends([row.event for row in await stage.events()]) == ["ok", "cancelled"]
        assert len(stage.model.requests) == 1
        await stage.jobs.resume("job-1", "continue")
        await stage.until("complete")
        told = [message.text for message in stage.model.requests[1].messages if message.role == "tool"]
        assert told == ["appended a", "The job was stopped before this ran."]


async def test_the_second_stage_does_not_wait(tmp_path: Path) -> None:
    never = asyncio.Event()
    async with Stage(tmp_path, ONE_CALL, [append_line(tmp_path / "x", gate=never)], allow=["append_line"]) as stage:
        await stage.submit()
        await at_work(stage)
        await stage.jobs.stop("job-1")
        await stage.jobs.cancel("job-1")
        assert await stage.until("cancelled") == "cancelled"
        assert ends([row.event for row in await stage.events()]) == ["unknown"]


async def test_a_crash_between_the_stages_asks_no_model_again(tmp_path: Path) -> None:
    never = asyncio.Event()
    async with Stage(tmp_path, ONE_CALL, [append_line(tmp_path / "x", gate=never)], allow=["append_line"]) as stage:
        await stage.submit()
        await at_work(stage)
        await stage.jobs.stop("job-1")
        await stage.restart()
        await stage.until("cancelled")
        assert ends([row.event for row in await stage.events()]) == ["unknown"]
        assert len(stage.model.requests) == 1


async def test_what_waits_for_a_person_has_no_answer_to_be_stopped_so_it_ends(tmp_path: Path) -> None:
    async with Stage(tmp_path, ONE_CALL, [append_line(tmp_path / "x")]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        await stage.jobs.stop("job-1")
        assert await stage.until("cancelled") == "cancelled"
        with pytest.raises(Conflict, match="ended already"):
            await stage.jobs.stop("job-1")


async def test_other_programs_and_the_terminal_stop_and_go_on(home: Path) -> None:
    del home
    async with loopback(Turn([sse(chunk({"content": "Half"})), HANG]), text_turn(" whole.")) as api:
        job = await api.job("go")
        async with asyncio.timeout(10):
            while (await api.get(f"/orchestrate/{job}")).json()["status"] == "queued":
                await asyncio.sleep(0.01)
        assert (await api.post(f"/orchestrate/{job}/stop", {})).json()["status"] == "cancelled"
        assert (await api.post(f"/orchestrate/{job}/stop", {})).status_code == 409
        await api.engine.resume(job, "retry")
        assert (await api.ended(job))["status"] == "complete"
    assert "stop the answer" in " ".join((await run_inara("jobs", "--help")).out.split())
