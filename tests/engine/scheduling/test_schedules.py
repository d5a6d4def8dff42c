"""Schedules on a clock that the tests turn: what is due runs once, what was missed is told and not made up for."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path
from zoneinfo import TZPATH

import pytest

from inara_engine.errors import Conflict, NotFound, StorageError, UserError
from inara_engine.events import JobId, SessionId, TaskSubmitted
from inara_engine.face import Decision, ScheduleReport, ScheduleSettings, open_engine
from inara_engine.home import find_home
from inara_engine.memory import Marks, Proposal
from inara_engine.memory.journal import entry
from inara_engine.scheduling.scheduler import FAULT, LOOK_EVERY_S
from inara_engine.settings import cron
from inara_engine.store.schedules import ScheduledRun
from tests.engine.scheduling.conftest import MORNING, Clock, Opened, at, idle, only, passes
from tests.engine.scheduling.test_alarm import asked_of_the_kernel
from tests.support.scripted_server import ScriptedServer, Turn, call, calls_turn, text_turn
from tests.support.terminal import configure, run_inara


@pytest.mark.parametrize("spelled", ["Europe/Berlin", ":Europe/Berlin", "{file}", ":{file}"])
def test_the_zone_has_its_rules_however_it_is_named(
    spelled: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TZ=:/etc/localtime, as servers have it, gave the offset of today for all the year."""
    file = tmp_path / "localtime"
    found = next(folder for one in TZPATH if (folder := Path(one, "Europe/Berlin")).is_file())
    file.write_bytes(found.read_bytes())
    monkeypatch.setenv("TZ", spelled.format(file=file))
    seven = cron.upcoming("0 7 1 1,7 *", at("2026-06-01 00:00"), cron.local_zone(), 2)
    assert seven == [at("2026-07-01 07:00"), at("2027-01-01 07:00")]


async def test_a_task_runs_at_its_time_in_a_conversation_of_its_own(
    opened: Opened, clock: Clock, server: ScriptedServer
) -> None:
    engine = await opened(MORNING)
    before = await only(engine)
    assert (before.words, before.last, before.next_at) == ("At 07:00 every day", None, at("2026-11-23 07:00"))
    await passes(engine, clock, "2026-11-23 06:59:59")
    assert await engine.jobs() == []
    await passes(engine, clock, "2026-11-23 07:00:10")
    await passes(engine, clock, "2026-11-24 07:00:10")

    jobs = await engine.jobs(origin="schedule")
    assert [job.task for job in jobs] == ["Summarise my notes"] * 2
    (session,) = await engine.sessions()
    assert session.title == "Schedule: morning"
    assert {job.session_id for job in jobs} == {session.id}
    report = await only(engine)
    assert report.last is not None
    assert (report.last.status, report.last.result) == ("complete", "Summary 1.")
    assert (report.last.due, report.next_at) == (at("2026-11-24 07:00"), at("2026-11-25 07:00"))
    # Each run begins anew: yesterday's is neither told to the model nor counted by the guard.
    assert [message["role"] for message in server.requests[1].json["messages"]] == ["system", "user"]


async def test_what_was_missed_while_closed_is_told_and_not_made_up_for(opened: Opened, clock: Clock) -> None:
    engine = await opened(MORNING)
    await passes(engine, clock, "2026-11-23 07:00:10")
    await engine.close()
    clock.now = at("2026-11-26 09:00")
    engine = await opened("")
    report = await only(engine)
    assert (report.missed, report.missed_at) == (3, at("2026-11-26 07:00"))
    assert len(await engine.jobs()) == 1
    assert report.next_at == at("2026-11-27 07:00")
    await passes(engine, clock, "2026-11-27 07:00:10")
    assert (await only(engine)).missed == 0
    assert len(await engine.jobs()) == 2


async def test_what_was_missed_while_asleep_is_told_as_well(opened: Opened, clock: Clock) -> None:
    engine = await opened(MORNING)
    await passes(engine, clock, "2026-11-23 11:30")  # the machine slept over its time
    assert await engine.jobs() == []
    assert (await only(engine)).missed == 1
    clock.now = at("2026-11-24 07:01")  # awake just after it: that is still its time
    await passes(engine, clock, "2026-11-24 07:01")
    assert len(await engine.jobs()) == 1


@pytest.mark.parametrize("jump", ["2026-11-23 06:30", "2026-11-23 05:00", "2025-11-23 06:00"])
async def test_a_clock_set_back_repeats_nothing_and_loses_nothing(opened: Opened, clock: Clock, jump: str) -> None:
    engine = await opened('\n[[schedule]]\nname = "often"\ncron = "0 * * * *"\ntask = "Look"\n')
    await passes(engine, clock, "2026-11-23 07:00:05")
    assert len(await engine.jobs()) == 1
    await passes(engine, clock, jump)
    clock.now = at("2026-11-23 06:59:50")
    await engine._scheduler.look()
    await passes(engine, clock, "2026-11-23 07:00:02")  # the same time once more
    assert len(await engine.jobs()) == 1
    await passes(engine, clock, "2026-11-23 08:00:02")
    assert len(await engine.jobs()) == 2


async def test_a_clock_that_was_a_year_ahead_does_not_stop_a_schedule(opened: Opened, clock: Clock) -> None:
    engine = await opened(MORNING)
    await passes(engine, clock, "2027-11-23 06:30")
    assert await engine.jobs() == []
    await passes(engine, clock, "2026-11-23 06:30")
    await passes(engine, clock, "2026-11-23 07:00:02")
    assert len(await engine.jobs()) == 1


async def test_changes_of_the_clocks_double_and_lose_nothing(opened: Opened, clock: Clock) -> None:
    """02:30 comes twice on 25 October 2026 and not at all on 28 March 2027: once each."""
    clock.now = at("2026-10-25 00:00")
    engine = await opened('\n[[schedule]]\nname = "night"\ncron = "30 2 * * *"\ntask = "Look"\n')
    for minute in range(0, 5 * 60, 10):
        clock.now = at("2026-10-25 00:00") + minute * 60
        await engine._scheduler.look()
    await idle(engine)
    assert len(await engine.jobs()) == 1
    clock.now = at("2027-03-28 00:00")
    await engine._scheduler.look()
    for minute in range(0, 5 * 60, 10):
        clock.now = at("2027-03-28 00:00") + minute * 60
        await engine._scheduler.look()
    await idle(engine)
    assert len(await engine.jobs()) == 2


class TestConsent:
    @pytest.fixture
    def turns(self) -> list[Turn]:
        return [calls_turn(call("write_file", {"path": "a.md", "content": "x"})), text_turn("Written.")]

    async def test_a_run_parks_what_needs_consent_and_goes_on_when_answered(
        self, opened: Opened, clock: Clock, home: Path
    ) -> None:
        engine = await opened(MORNING)
        await passes(engine, clock, "2026-11-23 07:00:10")
        work = home.parent / "user" / "work"
        await engine.close()
        engine = await opened("")  # it waits over a restart as well
        (asked,) = await engine.pending()
        assert not (work / "a.md").exists()

        await passes(engine, clock, "2026-11-24 07:00:10")  # the next time does not queue up behind it
        report = await only(engine)
        assert len(await engine.jobs()) == 1
        assert report.last is not None
        assert (report.last.status, report.last.result) == ("skipped", "Left out: the run before it waits for you.")

        await engine.answer(asked.call_id, Decision(approved=True, digest=asked.digest))
        await idle(engine)
        assert (work / "a.md").read_text() == "x"
        assert (await engine.job(asked.job_id))["response"] == "Written."
        kinds = [entry["summary"] for entry in await engine.trace(asked.job_id)]
        assert kinds[0] == "Given by schedule: Summarise my notes"
        assert "Approved by a person, in the window." in kinds
        assert any(kind.endswith("Allowed: you, in the window.") for kind in kinds)


class TestAhead:
    @pytest.fixture
    def turns(self) -> list[Turn]:
        waits = calls_turn(call("write_file", {"path": "a.md", "content": "x"}))
        return [*(text_turn(f"Summary {n}.") for n in range(6)), waits, text_turn("Another.")]

    async def test_who_waits_is_known_also_where_the_clock_was_ahead_for_some_runs(
        self, opened: Opened, clock: Clock
    ) -> None:
        clock.now = at("2027-11-23 06:30")
        engine = await opened('\n[[schedule]]\nname = "often"\ncron = "0 * * * *"\ntask = "Look"\n')
        for hour in range(7, 13):
            await passes(engine, clock, f"2027-11-23 {hour:02}:00:05")
        assert len(await engine.jobs()) == 6
        await passes(engine, clock, "2026-11-23 06:30")
        await passes(engine, clock, "2026-11-23 07:00:05")
        await passes(engine, clock, "2026-11-23 08:00:05")
        assert len(await engine.pending()) == 1
        assert len(await engine.jobs()) == 7
        (run, *_) = await engine.schedule.runs("often")
        assert "the run before it waits for you" in run.result


async def test_edits_of_the_file_apply_live(opened: Opened, clock: Clock, home: Path) -> None:
    engine = await opened(MORNING)
    file = home / "config.toml"
    file.write_text(file.read_text().replace("0 7 * * *", "30 6 * * *"))
    await engine._in_force.watch.look()
    await engine._scheduler.look()
    assert (await only(engine)).next_at == at("2026-11-23 06:30")
    await passes(engine, clock, "2026-11-23 06:30:10")
    assert len(await engine.jobs()) == 1

    file.write_text(file.read_text().replace("30 6 * * *", "often"))
    await engine._in_force.watch.look()
    (problem,) = await engine.problems()
    assert "not a cron line" in str(problem)
    assert (await only(engine)).cron == "30 6 * * *"  # the last good settings hold


async def test_what_a_schedule_was_told_by_strangers_counts_in_its_runs(opened: Opened, clock: Clock) -> None:
    engine = await opened(MORNING + 'marks = "private, untrusted"\n')
    await passes(engine, clock, "2026-11-23 07:00:10")
    (job,) = await engine.jobs()
    _, state = await engine._boards.kept.jobs.state(job.job_id)
    assert state.flags.private == state.flags.untrusted == ("the task of the schedule morning",)


class TestFolding:
    @pytest.fixture
    def turns(self) -> list[Turn]:
        return [text_turn("- Lives in Bern.")]

    async def test_folding_the_memory_at_a_set_time_waits_as_a_proposal(self, opened: Opened, clock: Clock) -> None:
        engine = await opened('\n[[schedule]]\nname = "fold"\ncron = "@weekly"\ndistill = true\n')
        memory = await engine._personas.memory("inara")
        await memory.journal(entry(datetime.fromtimestamp(clock()).astimezone(), "I live in Bern", "Noted.", Marks()))
        await passes(engine, clock, "2026-11-29 00:00:05")
        report = await engine.schedule.settled("fold")
        assert (report.status, report.result) == ("complete", "A proposal for the memory waits for you.")
        assert (await engine.memory.report()).proposal is not None
        assert await engine.jobs() == []


async def test_added_switched_and_removed_in_the_settings_file(opened: Opened, clock: Clock, home: Path) -> None:
    engine = await opened("# mine\n")
    await engine.schedule.add(ScheduleSettings(name="tea", cron="0 16 * * *", task="Tell me that it is time for tea"))
    text = (home / "config.toml").read_text()
    assert '[[schedule]]\nname = "tea"\ncron = "0 16 * * *"\ntask = "Tell me that it is time for tea"\n' in text
    assert "# mine" in text
    with pytest.raises(Conflict):
        await engine.schedule.add(ScheduleSettings(name="tea", cron="@daily", task="x"))
    await engine.schedule.switch("tea", enabled=False)
    await passes(engine, clock, "2026-11-24 18:00")
    await engine.schedule.switch("tea", enabled=True)
    await passes(engine, clock, "2026-11-24 18:01")
    assert (await only(engine)).missed == 0  # it was off: nothing was missed
    job = await engine.schedule.run("tea")
    await idle(engine)
    assert (await engine.job(job))["response"] == "Summary 0."
    await engine.schedule.remove("tea")
    assert await engine.schedule.all() == []
    with pytest.raises(NotFound):
        await engine.schedule.run("tea")
    with pytest.raises(UserError, match="is not a cron line"):
        await engine.schedule.explain("61 * * * *")


async def test_schedules_changed_at_once_are_all_changed(opened: Opened) -> None:
    engine = await opened(MORNING)
    names = ("tea", "coffee", "milk")
    await asyncio.gather(
        *(engine.schedule.add(ScheduleSettings(name=name, cron="0 16 * * *", task=f"Tell of {name}")) for name in names)
    )
    assert {one.name for one in await engine.schedule.all()} == {"morning", *names}
    await asyncio.gather(
        engine.schedule.switch("tea", enabled=False),
        engine.schedule.switch("coffee", enabled=False),
        engine.schedule.remove("morning"),
    )
    assert [(one.name, one.enabled) for one in await engine.schedule.all()] == [
        (name, name == "milk") for name in names
    ]


async def test_of_two_schedules_of_one_name_added_at_once_one_is_refused(opened: Opened) -> None:
    engine = await opened(MORNING)
    tea = ScheduleSettings(name="tea", cron="0 16 * * *", task="Tell me that it is time for tea")
    added = await asyncio.gather(engine.schedule.add(tea), engine.schedule.add(tea), return_exceptions=True)
    assert [type(one) for one in added] == [ScheduleReport, Conflict]
    assert [one.name for one in await engine.schedule.all()] == ["morning", "tea"]


async def test_the_loop_itself_starts_what_is_due(home: Path, clock: Clock, server: ScriptedServer) -> None:
    configure(home, server.base_url)
    with (home / "config.toml").open("a") as file:
        file.write(MORNING)
    engine = await open_engine(find_home(), clock=clock)
    async with asyncio.timeout(20):
        while not engine._scheduler._looked:
            await asyncio.sleep(0.01)
        clock.now = at("2026-11-23 07:00:01")
        engine._scheduler.wake()
        while not await engine.jobs():
            await asyncio.sleep(0.01)
    await idle(engine)
    await engine.close()


async def test_a_fault_in_one_run_is_noted_and_keeps_no_other_from_its_time(opened: Opened, clock: Clock) -> None:
    engine = await opened(MORNING.replace("morning", "broken").replace("Summarise", "Break") + MORNING)
    submit = engine._scheduler._with.submit

    async def faulty(task: TaskSubmitted, session: SessionId | None, run: ScheduledRun) -> JobId:
        if task.text.startswith("Break"):
            raise RuntimeError("a fault of ours")
        return await submit(task, session, run)

    engine._scheduler._with = replace(engine._scheduler._with, submit=faulty)
    await passes(engine, clock, "2026-11-23 07:00:10")
    [broken, morning] = [report.last for report in await engine.schedule.all()]
    assert broken is not None
    assert (broken.status, broken.result) == ("error", FAULT)
    assert morning is not None
    assert morning.status == "complete"


async def test_a_fault_while_the_memory_is_folded_is_noted(opened: Opened, clock: Clock) -> None:
    engine = await opened('\n[[schedule]]\nname = "fold"\ncron = "0 7 * * *"\ndistill = true\n')

    async def faulty(_: str, __: bool) -> Proposal:
        raise RuntimeError("a fault of ours")

    engine._scheduler._with = replace(engine._scheduler._with, distill=faulty)
    await passes(engine, clock, "2026-11-23 07:00:10")
    report = await engine.schedule.settled("fold")
    assert (report.status, report.result) == ("error", FAULT)


async def test_a_time_that_the_disk_refused_is_run_when_it_takes_it(opened: Opened, clock: Clock) -> None:
    engine = await opened(MORNING)
    on_its_thread = engine._boards.kept.store._thread.run
    await on_its_thread(lambda db: db.execute("PRAGMA query_only=ON"))
    with pytest.raises(StorageError):
        await passes(engine, clock, "2026-11-23 07:00:10")
    await on_its_thread(lambda db: db.execute("PRAGMA query_only=OFF"))
    await passes(engine, clock, "2026-11-23 07:00:30")
    last = (await only(engine)).last
    assert last is not None
    assert (last.due, last.status) == (at("2026-11-23 07:00"), "complete")


async def test_a_fault_does_not_end_the_keeping_of_time(home: Path, clock: Clock, server: ScriptedServer) -> None:
    configure(home, server.base_url)
    with (home / "config.toml").open("a") as file:
        file.write(MORNING)
    engine = await open_engine(find_home(), clock=clock)
    zone, failed = engine._scheduler._with.zone, threading.Event()

    def faulty() -> tzinfo:
        if not failed.is_set():
            failed.set()
            raise RuntimeError("a fault of ours")
        return zone()

    async with asyncio.timeout(20):
        while not engine._scheduler._looked:
            await asyncio.sleep(0.01)
        engine._scheduler._with = replace(engine._scheduler._with, zone=faulty)
        engine._scheduler.wake()
        while not failed.is_set():
            await asyncio.sleep(0.01)
        clock.now = at("2026-11-23 07:00:01")
        while not await engine.jobs():
            engine._scheduler.wake()
            await asyncio.sleep(0.01)
    await idle(engine)
    await engine.close()


async def test_between_the_times_it_sleeps(home: Path, clock: Clock, server: ScriptedServer) -> None:
    """An hour before the time, it does not look at the clock every few seconds."""
    configure(home, server.base_url)
    with (home / "config.toml").open("a") as file:
        file.write(MORNING)
    engine = await open_engine(find_home(), clock=clock)
    alarm = engine._scheduler._alarm
    async with asyncio.timeout(20):
        while alarm._timer is None:
            await asyncio.sleep(0.01)
    seconds, _ = asked_of_the_kernel(alarm)["it_value"].strip("()").split(",")
    assert 60 < int(seconds) <= LOOK_EVERY_S
    await engine.close()


async def test_the_command(home: Path, server: ScriptedServer) -> None:
    configure(home, server.base_url)
    added = await run_inara("schedule", "add", "tea", "0 16 * * 1-5", "Is it time", "for tea?")
    assert added.status == 0
    assert added.out.startswith("tea  At 16:00 on Monday through Friday (0 16 * * 1-5)  next 20")
    ran = await run_inara("schedule", "run", "tea")
    assert (ran.status, ran.out) == (0, "Summary 0.\n")
    listed = await run_inara("schedule")
    assert "  Is it time for tea?\n" in listed.out
    assert "complete" in listed.out
    assert "Summary 0." in listed.out
    (job,) = (await run_inara("jobs", "list", "--origin", "schedule", "--json")).values
    assert (await run_inara("jobs", "list", "--origin", "hook", "--json")).values == []
    trace = await run_inara("jobs", "show", job["job_id"], "--trace")
    assert "Given by schedule: Is it time for tea?" in trace.out
    assert "Ended: complete." in trace.out
    (as_json,) = (await run_inara("schedule", "list", "--json")).values
    assert as_json["last"]["job_id"] == job["job_id"]
    wrong = await run_inara("schedule", "add", "x", "0 25 * * *", "y")
    assert wrong.status == 1
    assert "bad hour" in wrong.err
    neither = await run_inara("schedule", "add", "x", "@daily")
    assert neither.status == 1
    assert (await run_inara("schedule", "remove", "tea")).status == 0
    assert (await run_inara("schedule", "list")).out == ""
