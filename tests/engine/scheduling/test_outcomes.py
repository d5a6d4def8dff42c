"""What became of a run is told as it is, also while the disk takes nothing, and written once it does."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from inara_engine.errors import StorageError
from inara_engine.events import JobId, SessionId, TaskSubmitted
from inara_engine.face import Engine, open_engine
from inara_engine.home import find_home
from inara_engine.memory import Proposal
from inara_engine.scheduling import scheduler
from inara_engine.scheduling.outcomes import CUT, Outcomes
from inara_engine.store.schedules import RunRow, ScheduledRun
from tests.engine.scheduling.conftest import MORNING, Clock, Opened, at, idle, only, passes
from tests.engine.scheduling.test_alarm import asked_of_the_kernel
from tests.support.scripted_server import ScriptedServer
from tests.support.terminal import configure

FOLDED = '\n[[schedule]]\nname = "fold"\ncron = "0 7 * * *"\ndistill = true\n'


async def refuse(engine: Engine, *, on: bool) -> None:
    """From now on nothing can be written, or it can again."""
    await engine._boards.kept.store._thread.run(lambda db: db.execute(f"PRAGMA query_only={'ON' if on else 'OFF'}"))


@asynccontextmanager
async def refusing_disk(engine: Engine) -> AsyncIterator[None]:
    await refuse(engine, on=True)
    yield
    await refuse(engine, on=False)


async def written(engine: Engine, name: str) -> list[RunRow]:
    """The runs as the disk has them."""
    return await engine._boards.kept.store.schedules.runs(name)


def folding(engine: Engine, goes_on: asyncio.Event) -> None:
    """Folding the memory takes until then, and finds nothing."""

    async def distill(persona: str, _: bool) -> Proposal:
        await goes_on.wait()
        return Proposal(persona=persona)

    engine._scheduler._with = replace(engine._scheduler._with, distill=distill)


async def test_an_end_that_the_disk_refused_is_told_at_once_and_written_later(opened: Opened, clock: Clock) -> None:
    engine = await opened(FOLDED)
    goes_on = asyncio.Event()
    folding(engine, goes_on)
    await passes(engine, clock, "2026-11-23 07:00:10")
    async with refusing_disk(engine):
        goes_on.set()
        report = await engine.schedule.settled("fold")
        assert (report.status, report.result) == ("complete", "There was nothing to fold.")
    await passes(engine, clock, "2026-11-23 07:01")
    assert [run.result for run in await written(engine, "fold")] == ["complete: There was nothing to fold."]


async def test_what_ended_while_the_disk_refused_can_be_run_again(opened: Opened, clock: Clock) -> None:
    engine = await opened(FOLDED)
    goes_on = asyncio.Event()
    folding(engine, goes_on)
    await engine.schedule.run("fold")
    async with refusing_disk(engine):
        goes_on.set()
        await engine.schedule.settled("fold")
        with pytest.raises(StorageError):
            await engine.schedule.run("fold")
    clock.now += 60
    await engine.schedule.run("fold")
    await engine.schedule.settled("fold")
    assert [run.result for run in await written(engine, "fold")] == ["complete: There was nothing to fold."] * 2


async def test_a_job_that_could_not_be_noted_as_the_run_is_known_as_it(opened: Opened, clock: Clock) -> None:
    """It was told as "running", and at the next start as cut; and the next run began another conversation."""
    engine = await opened(MORNING)
    submit = engine._scheduler._with.submit

    async def submitted(task: TaskSubmitted, session: SessionId | None, run: ScheduledRun) -> JobId:
        job = await submit(task, session, run)
        await idle(engine)
        await refuse(engine, on=True)
        return job

    engine._scheduler._with = replace(engine._scheduler._with, submit=submitted)
    await passes(engine, clock, "2026-11-23 07:00:10")
    [job] = await engine.jobs()
    last = (await only(engine)).last
    assert last is not None
    assert (last.job_id, last.status, last.result) == (job.job_id, "complete", "Summary 0.")
    await refuse(engine, on=False)
    engine._scheduler._with = replace(engine._scheduler._with, submit=submit)
    await passes(engine, clock, "2026-11-24 07:00:10")
    assert len(await engine.jobs()) == 2
    assert len({job.session_id for job in await engine.jobs()}) == 1
    assert all(run.job_id for run in await written(engine, "morning"))


async def test_who_keeps_the_time_tries_again_and_sleeps_meanwhile(
    home: Path, clock: Clock, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(home, server.base_url)
    with (home / "config.toml").open("a") as file:
        file.write(FOLDED)
    engine = await open_engine(find_home(), clock=clock)
    goes_on, alarm = asyncio.Event(), engine._scheduler._alarm
    folding(engine, goes_on)
    async with asyncio.timeout(20):
        while alarm._timer is None:
            await asyncio.sleep(0.01)
        await engine.schedule.run("fold")
        async with refusing_disk(engine):
            goes_on.set()
            asleep = 0.0
            while not 0 < asleep <= scheduler.TRY_AGAIN_S:
                await asyncio.sleep(0.01)
                seconds, nanoseconds = asked_of_the_kernel(alarm)["it_value"].strip("()").split(",")
                asleep = int(seconds) + int(nanoseconds) / 1e9
            monkeypatch.setattr(scheduler, "TRY_AGAIN_S", 0.01)
            alarm.ring()
        while not all(run.result for run in await written(engine, "fold")):
            await asyncio.sleep(0.01)
    await engine.close()


async def test_a_run_that_was_cut_is_told_as_such_as_soon_as_the_disk_takes_it(opened: Opened, clock: Clock) -> None:
    engine = await opened(FOLDED)
    table = engine._boards.kept.store.schedules
    await table.claim("fold", at("2026-11-22 07:00"))
    outcomes = Outcomes(table)
    async with refusing_disk(engine):
        with pytest.raises(StorageError):
            await outcomes.catch_up()
    await outcomes.catch_up()
    await table.claim("fold", at("2026-11-23 07:00"))
    await outcomes.catch_up()  # once only: what was begun since is under way
    assert [run.result for run in await written(engine, "fold")] == ["", CUT]


@pytest.mark.parametrize("transactions", range(1, 5))
async def test_after_a_kill_a_run_is_known_with_its_job_or_as_cut_and_the_next_one_can_begin(
    home: Path, server: ScriptedServer, transactions: int
) -> None:
    """No process that keeps the time need come after it: a terminal's is enough."""
    configure(home, server.base_url)
    with (home / "config.toml").open("a") as file:
        file.write(MORNING)
    command = [sys.executable, "-m", "tests.support.victim_of_schedule", str(transactions)]
    victim = await asyncio.create_subprocess_exec(*command, cwd=Path(__file__).parents[3])
    assert await victim.wait() == -signal.SIGKILL

    engine = await open_engine(find_home(), drive=False)
    jobs, report = await engine.jobs(), await only(engine)
    if report.last is None:
        assert transactions == 1  # it was not claimed yet
    elif not jobs:
        assert (report.last.status, report.last.result) == ("error", CUT.removeprefix("error: "))
    else:
        assert [(job.job_id, job.session_id) for job in jobs] == [(report.last.job_id, report.session_id)]
        await engine.cancel(jobs[0].job_id) if report.last.status in {"queued", "running"} else None
    await engine.schedule.run("morning")
    await idle(engine)
    assert len({job.session_id for job in await engine.jobs()}) == 1
    assert len(await engine.schedule.runs("morning")) == (2 if report.last else 1)
    await engine.close()
