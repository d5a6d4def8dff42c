"""A disk that takes nothing for a while: what stands still meanwhile can be stopped, gone on with and deleted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from inara_engine.errors import StorageError
from inara_engine.jobs import asking
from tests.support.play import Say, Stage, append_line


@asynccontextmanager
async def refusing_disk(stage: Stage) -> AsyncIterator[None]:
    """Nothing can be written until this ends."""
    await stage.store._thread.run(lambda db: db.execute("PRAGMA query_only=ON"))
    yield
    await stage.store._thread.run(lambda db: db.execute("PRAGMA query_only=OFF"))


async def standing_still(stage: Stage, job: str = "job-1") -> None:
    """Until the job has found out that nothing of it can be written."""
    async with asyncio.timeout(10):
        while not stage.jobs._driver.live[job].halted:
            await asyncio.sleep(0.005)


@asynccontextmanager
async def one_that_stands_still(folder: Path) -> AsyncIterator[Stage]:
    """A job whose end could not be written."""
    said = asyncio.Event()
    async with Stage(folder, [Say("Done.", pause=said)]) as stage:
        await stage.submit()
        await stage.until_said("Done.")
        async with refusing_disk(stage):
            said.set()
            await standing_still(stage)
        yield stage


async def test_a_conversation_whose_job_stands_still_does_not_seem_to_run(tmp_path: Path) -> None:
    async with one_that_stands_still(tmp_path) as stage:
        assert stage.jobs.session_status() == {}
        assert await stage.jobs.standing("s1") == "error"


async def test_a_job_that_stood_still_and_was_stopped_is_over(tmp_path: Path) -> None:
    async with one_that_stands_still(tmp_path) as stage:
        await stage.jobs.cancel("job-1")
        assert await stage.until("cancelled") == "cancelled"
        assert stage.jobs.session_status() == {}


async def test_a_conversation_whose_job_stands_still_can_be_deleted(tmp_path: Path) -> None:
    async with one_that_stands_still(tmp_path) as stage:
        async with asyncio.timeout(5):
            await stage.jobs.keeping.delete(["s1"])
        assert await stage.events() == []
        assert stage.jobs.session_status() == {}


async def test_what_could_not_be_stopped_for_the_disk_stands_still_and_can_go_on(tmp_path: Path) -> None:
    never = asyncio.Event()
    async with Stage(tmp_path, [Say("Half", pause=never), Say(" and whole."), Say("The next one.")]) as stage:
        await stage.submit()
        await stage.until_said("Half")
        async with refusing_disk(stage):
            with pytest.raises(StorageError):
                await stage.jobs.cancel("job-1")
        await stage.jobs.resume("job-1", "continue")
        assert await stage.until("complete") == "complete"


async def test_what_could_not_be_stopped_for_the_disk_holds_up_nothing(tmp_path: Path) -> None:
    never = asyncio.Event()
    async with Stage(tmp_path, [Say("Half", pause=never), Say("The next one.")]) as stage:
        await stage.submit()
        await stage.until_said("Half")
        async with refusing_disk(stage):
            with pytest.raises(StorageError):
                await stage.jobs.cancel("job-1")
        following = await stage.submit("next")
        assert await stage.until("complete", job=following) == "complete"


async def test_a_question_that_could_not_expire_for_the_disk_expires_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(asking, "TRY_AGAIN_S", 0.01)
    script = [Say("", [("append_line", {"line": "a"})]), Say("Done.")]
    async with Stage(tmp_path, script, [append_line(tmp_path / "x")], confirmation_expires_h=1.0) as stage:
        stage.asked_at = 2000.0
        await stage.submit()
        await stage.until("awaiting_confirmation")
        async with refusing_disk(stage):
            stage.jobs._asking._clock = lambda: 5600.0
            [job] = stage.jobs._driver.live.values()
            stage.jobs._asking.watch(job)  # it is due now
            async with asyncio.timeout(10):
                while "could not be ended" not in caplog.text:
                    await asyncio.sleep(0.005)
        assert await stage.until("complete") == "complete"
        assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("then", ["cancel", "resume"])
async def test_what_a_tool_did_while_nothing_could_be_written_is_told_afterwards(tmp_path: Path, then: str) -> None:
    gate, effects = asyncio.Event(), tmp_path / "effects.txt"
    script = [Say("", [("append_line", {"line": "a"})]), Say("Done.")]
    async with Stage(tmp_path, script, [append_line(effects, gate=gate)], allow=["append_line"]) as stage:
        await stage.submit()
        async with asyncio.timeout(10):
            while not stage.effect_runs():
                await asyncio.sleep(0.005)
        async with refusing_disk(stage):
            gate.set()
            await standing_still(stage)
        await (stage.jobs.cancel("job-1") if then == "cancel" else stage.jobs.resume("job-1", "continue"))
        await stage.until("cancelled", "complete")
        _, state = await stage.jobs.state("job-1")
        [call] = state.calls
        assert (call.outcome, call.output) == ("ok", "appended a")
        assert effects.read_text() == "a\n"


async def test_what_a_tool_did_is_told_by_the_second_stop_where_the_first_could_not_be_written(tmp_path: Path) -> None:
    gate = asyncio.Event()
    script = [Say("", [("append_line", {"line": "a"})])]
    async with Stage(tmp_path, script, [append_line(tmp_path / "x", gate=gate)], allow=["append_line"]) as stage:
        await stage.submit()
        async with asyncio.timeout(10):
            while not stage.effect_runs():
                await asyncio.sleep(0.005)
        async with refusing_disk(stage):
            stop = asyncio.create_task(stage.jobs.cancel("job-1"))
            gate.set()
            with pytest.raises(StorageError):
                await stop
        await stage.jobs.cancel("job-1")
        _, state = await stage.jobs.state("job-1")
        assert [call.outcome for call in state.calls] == ["ok"]
