"""Two things at once on one job: what a slow disk lets overlap ends as if one had come after the other."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from inara_engine.errors import Conflict, StorageError
from inara_engine.events import Action
from inara_engine.jobs import Decision, live
from inara_engine.messages import Risk
from inara_engine.tools.base import ToolContext
from tests.support.play import Say, Stage, append_line

ONE_CALL = [Say("", [("append_line", {"line": "a"})]), Say("Done.")]


@contextmanager
def slow_disk(stage: Stage) -> Iterator[None]:
    """Nothing gets to the disk, or from it, until this ends."""
    goes_on = threading.Event()
    held = stage.store._thread.run(lambda _: goes_on.wait(10))
    try:
        yield
    finally:
        goes_on.set()
    del held


async def writing(stage: Stage, job: str) -> None:
    """Until a row of the job is on its way to the disk."""
    async with asyncio.timeout(10):
        while not stage.jobs._driver.live[job].writing.locked():
            await asyncio.sleep(0.001)


async def some_turns() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


@asynccontextmanager
async def while_written(stage: Stage, lets: asyncio.Event) -> AsyncIterator[None]:
    """What is done here, and begins at once, meets what the first job writes down once it is let."""
    with slow_disk(stage):
        lets.set()
        await writing(stage, "job-1")
        yield
        await some_turns()


@asynccontextmanager
async def half_said(tmp_path: Path, *then: Say) -> AsyncIterator[Stage]:
    """A first job whose answer has begun and doesn't come to its end; `then` is what the model says when asked again."""
    async with Stage(tmp_path, [Say("Half", pause=asyncio.Event()), *then]) as stage:
        await stage.submit()
        await stage.until_said("Half")
        yield stage


async def quiet(stage: Stage) -> None:
    """Until nothing runs any more."""
    async with asyncio.timeout(10):
        while any(job.driver for job in stage.jobs._driver.live.values()):
            await asyncio.sleep(0.005)


async def test_a_stop_that_meets_the_end_leaves_the_end_as_it_is(tmp_path: Path) -> None:
    said = asyncio.Event()
    async with Stage(tmp_path, [Say("Done.", pause=said)]) as stage:
        await stage.submit()
        await stage.until_said("Done.")
        async with while_written(stage, said):
            stop = asyncio.create_task(stage.jobs.cancel("job-1"))
        with pytest.raises(Conflict, match="ended already"):
            await stop
        assert await stage.until("complete") == "complete"
        assert (await stage.kinds()).count("job_finished") == 1


async def test_two_stops_end_a_job_once(tmp_path: Path) -> None:
    async with half_said(tmp_path) as stage:
        both = await asyncio.gather(*(stage.jobs.cancel("job-1") for _ in range(2)), return_exceptions=True)
        assert [type(one) for one in both] == [type(None), Conflict]
        assert (await stage.kinds())[-2:] == ["model_stopped", "job_finished"]


async def test_a_yes_and_a_stop_at_once_run_nothing_after_the_end(tmp_path: Path) -> None:
    effects = tmp_path / "effects.txt"
    async with Stage(tmp_path, ONE_CALL, [append_line(effects)]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        [call] = stage.jobs.pending()
        with slow_disk(stage):
            yes = asyncio.create_task(stage.jobs.answer(call.call_id, Decision(True, call.digest)))
            await some_turns()
            stop = asyncio.create_task(stage.jobs.cancel("job-1"))
            await some_turns()
        await asyncio.gather(yes, stop)
        await quiet(stage)
        kinds = await stage.kinds()
        assert kinds[-1] == "job_finished"
        assert kinds.count("job_finished") == 1
        assert not effects.exists()


async def test_a_stopped_job_does_not_begin_when_the_one_before_it_ends(tmp_path: Path) -> None:
    said = asyncio.Event()
    async with Stage(tmp_path, [Say("First.", pause=said), Say("Second.")]) as stage:
        await stage.submit()
        await stage.until_said("First.")
        second = await stage.submit()
        async with while_written(stage, said):
            stop = asyncio.create_task(stage.jobs.cancel(second))
        await stop
        await stage.until("complete")
        await quiet(stage)
        assert len(stage.model.requests) == 1
        assert (await stage.jobs.state(second))[1].status == "cancelled"


async def test_a_stop_that_meets_the_end_of_the_app_is_the_end_of_the_job(tmp_path: Path) -> None:
    async with half_said(tmp_path) as stage:
        with slow_disk(stage):
            stop = asyncio.create_task(stage.jobs.cancel("job-1"))
            await some_turns()
            close = asyncio.create_task(stage.jobs.close())
            await some_turns()
        await asyncio.gather(stop, close)
        assert (await stage.kinds())[-2:] == ["model_stopped", "job_finished"]


async def test_going_on_twice_at_once_goes_on_once(tmp_path: Path) -> None:
    async with half_said(tmp_path, Say(" and whole.")) as stage:
        await stage.jobs.cancel("job-1")
        both = [stage.jobs.resume("job-1", "continue") for _ in range(2)]
        ends = await asyncio.gather(*both, return_exceptions=True)
        assert [type(one) for one in ends] == [type(None), Conflict]
        await stage.until("complete")
        assert (await stage.kinds()).count("job_resumed") == 1


async def test_what_could_not_go_on_for_the_disk_goes_on_later(tmp_path: Path) -> None:
    async with half_said(tmp_path, Say(" and whole.")) as stage:
        await stage.jobs.cancel("job-1")
        await stage.store._thread.run(lambda db: db.execute("PRAGMA query_only=ON"))
        with pytest.raises(StorageError):
            await stage.jobs.resume("job-1", "continue")
        await stage.store._thread.run(lambda db: db.execute("PRAGMA query_only=OFF"))
        await stage.jobs.resume("job-1", "continue")
        await stage.until("complete")


async def test_stop_ends_an_answer_that_began_while_the_stop_was_written(tmp_path: Path) -> None:
    gate, never = asyncio.Event(), asyncio.Event()
    script = [*ONE_CALL[:1], Say("On and on", pause=never)]
    async with Stage(tmp_path, script, [append_line(tmp_path / "x", gate=gate)], allow=["append_line"]) as stage:
        await stage.submit()
        async with asyncio.timeout(10):
            while not stage.effect_runs():
                await asyncio.sleep(0.005)
        async with while_written(stage, gate):  # the call's end, and that the model is asked
            stop = asyncio.create_task(stage.jobs.stop("job-1"))
        await stop
        assert await stage.until("cancelled") == "cancelled"


async def test_a_prompt_that_comes_while_its_conversation_is_deleted_is_deleted_with_it(tmp_path: Path) -> None:
    never = asyncio.Event()
    async with Stage(tmp_path, [Say("First."), Say("Second", pause=never)]) as stage:
        await stage.submit()
        await stage.until("complete")

        async def meanwhile(_: object) -> None:
            await stage.submit("one more")

        stage.jobs.keeping._forget = meanwhile
        await stage.jobs.keeping.delete(["s1"])
        assert stage.jobs.session_status() == {}
        assert await stage.events() == []
        assert await stage.store.jobs() == []


async def test_deleting_goes_on_where_a_job_ends_by_itself_meanwhile(tmp_path: Path) -> None:
    said = asyncio.Event()
    async with Stage(tmp_path, [Say("Done.", pause=said)]) as stage:
        await stage.submit()
        await stage.until_said("Done.")
        async with while_written(stage, said):
            delete = asyncio.create_task(stage.jobs.keeping.delete(["s1"]))
        await delete
        assert await stage.events() == []


async def test_partial_text_of_a_later_reply_is_kept_from_its_beginning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "SAVE_EVERY_S", 60)  # saved by the test alone, until its moment has come
    said, never = asyncio.Event(), asyncio.Event()
    long = " ".join(map(str, range(40)))
    script = [
        Say(long, [("append_line", {"line": "a"})], thinking="Let me see.", pause=said),
        Say("The whole of it.", pause=never),
    ]
    async with Stage(tmp_path, script, [append_line(tmp_path / "x", risk=Risk.PURE)]) as stage:
        await stage.submit()
        await stage.until_said(long)
        with slow_disk(stage):
            said.set()
            await writing(stage, "job-1")  # the reply's end; its last words are saved behind it
            monkeypatch.setattr(live, "SAVE_EVERY_S", 0)
            job = stage.jobs._driver.live["job-1"]
            if job._saver is not None:
                job._saver.cancel()
            job._saver = asyncio.create_task(job._save(stage.store))
            await some_turns()
        await stage.until_said("The whole of it.")
        await stage.until_kept("The whole of it.")
        assert await stage.store.partial("job-1") == ("The whole of it.", "")


async def test_a_task_whose_giver_goes_away_is_done(tmp_path: Path) -> None:
    async with Stage(tmp_path, [Say("Done.")]) as stage:
        with slow_disk(stage):
            giving = asyncio.create_task(stage.submit())
            await some_turns()
            giving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await giving
        assert await stage.until("complete") == "complete"


async def test_a_yes_whose_giver_goes_away_holds(tmp_path: Path) -> None:
    effects = tmp_path / "effects.txt"
    async with Stage(tmp_path, ONE_CALL, [append_line(effects)]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        with slow_disk(stage):
            yes = asyncio.create_task(stage.answer(approve=True))
            await some_turns()
            yes.cancel()
        with pytest.raises(asyncio.CancelledError):
            await yes
        assert await stage.until("complete") == "complete"
        assert effects.read_text() == "a\n"


@pytest.mark.parametrize("turns", [0, 1, 3, 20])
async def test_a_stop_whose_giver_goes_away_stops(tmp_path: Path, turns: int) -> None:
    async with half_said(tmp_path) as stage:
        with slow_disk(stage):
            stop = asyncio.create_task(stage.jobs.cancel("job-1"))
            for _ in range(turns + 2):
                await asyncio.sleep(0)
            stop.cancel()
        with pytest.raises(asyncio.CancelledError):
            await stop
        assert await stage.until("cancelled") == "cancelled"


async def test_going_on_where_who_said_so_goes_away_can_be_said_again(tmp_path: Path) -> None:
    async with half_said(tmp_path, Say(" and whole.")) as stage:
        await stage.jobs.cancel("job-1")
        going = asyncio.create_task(stage.jobs.resume("job-1", "continue"))
        async with asyncio.timeout(10):
            while "job-1" not in stage.jobs._driver.live:
                await asyncio.sleep(0)
        going.cancel()
        with pytest.raises(asyncio.CancelledError):
            await going
        await stage.jobs.resume("job-1", "continue")
        await stage.until("complete")
        _, state = await stage.jobs.state("job-1")
        assert state.response == "Half and whole."


async def test_a_change_that_is_looked_at_for_long_keeps_nobody_from_stopping(tmp_path: Path) -> None:
    silent, goes_on = asyncio.Event(), asyncio.Event()
    tool = append_line(tmp_path / "x")

    async def prepare(context: ToolContext, arguments: Any) -> Action:
        if arguments.line == "b":
            silent.set()
            await goes_on.wait()  # as on a network folder that does not answer
        return await tool.prepare(context, arguments)

    async with Stage(tmp_path, ONE_CALL, [replace(tool, prepare=prepare)]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        [call] = stage.jobs.pending()
        change = asyncio.create_task(stage.jobs.revise(call.call_id, call.digest, {"line": "b"}, "window"))
        await silent.wait()
        async with asyncio.timeout(5):
            await stage.jobs.cancel("job-1")
        goes_on.set()
        with pytest.raises(Conflict):
            await change
        assert (await stage.kinds())[-1] == "job_finished"
