"""A job that stood still goes on while a tool of it is still at work: nothing is cut, done twice or told wrongly."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import BaseModel

from inara_engine.errors import StorageError
from inara_engine.events import Action, ToolFinished
from inara_engine.messages import Capability, Risk
from inara_engine.tools.asking import Answer, Question
from inara_engine.tools.base import Tool, ToolContext, ToolOutput
from tests.engine.test_disk_that_refuses import refusing_disk, standing_still
from tests.support.play import Say, Stage


class Arguments(BaseModel):
    name: str


class Tools:
    """Two tools whose calls end when a test says so; how often each began is counted.

    `look` changes nothing, so that several run side by side; `ask` changes something, and puts a question before.
    """

    def __init__(self) -> None:
        self.begun: Counter[str] = Counter()
        self._gates: dict[str, asyncio.Event] = {}

    def may_end(self, name: str) -> None:
        self._gates.setdefault(name, asyncio.Event()).set()

    async def until(self, so: Callable[[], bool]) -> None:
        async with asyncio.timeout(10):
            while not so():
                await asyncio.sleep(0.005)

    @property
    def all(self) -> list[Tool]:
        return [self._tool("look", Risk.READS, frozenset()), self._tool("ask", Risk.REVERSIBLE, {Capability.MUTATES})]

    def _tool(self, tool: str, risk: Risk, capabilities: frozenset[Capability] | set[Capability]) -> Tool:
        async def prepare(_: ToolContext, arguments: Arguments) -> Action:
            return Action(summary=f"{tool} {arguments.name}", risk=risk, capabilities=frozenset(capabilities))

        async def run(context: ToolContext, arguments: Arguments, _: Action) -> ToolOutput:
            self.begun[arguments.name] += 1
            await self._gates.setdefault(arguments.name, asyncio.Event()).wait()
            if tool == "look":
                return ToolOutput(f"{arguments.name} is there")
            answer = await context.ask(Question("A server", "Which one?"))
            return ToolOutput(f"{arguments.name}: {answer.action}")

        return Tool(tool, "For tests.", Arguments, risk, prepare, run)


def calling(*calls: tuple[str, str]) -> list[Say]:
    return [Say("", [(tool, {"name": name}) for tool, name in calls]), Say("Done.")]


async def ends(stage: Stage) -> list[tuple[str, str, str]]:
    """The ends of calls in the log: (id, outcome, output)."""
    found = [row.event for row in await stage.events()]
    return [(one.call_id, one.outcome, one.output) for one in found if isinstance(one, ToolFinished)]


@pytest.fixture
def tools() -> Tools:
    return Tools()


async def stood_still(stage: Stage, tools: Tools) -> None:
    """Two calls run; the end of "b" can't be written, "a" is still at work."""
    await stage.submit()
    await tools.until(lambda: tools.begun.total() == 2)
    async with refusing_disk(stage):
        tools.may_end("b")
        await standing_still(stage)


async def test_a_tool_at_work_goes_on_when_its_job_does(tmp_path: Path, tools: Tools) -> None:
    async with Stage(tmp_path, calling(("look", "a"), ("look", "b")), tools.all, allow=["look"]) as stage:
        await stood_still(stage, tools)
        await stage.jobs.resume("job-1", "continue")
        tools.may_end("a")
        assert await stage.until("complete") == "complete"
        assert await ends(stage) == [("job-1.1.2", "ok", "b is there"), ("job-1.1.1", "ok", "a is there")]
        assert tools.begun == {"a": 1, "b": 1}


async def test_a_tool_that_ended_while_its_job_stood_still_is_heard_once(tmp_path: Path, tools: Tools) -> None:
    async with Stage(tmp_path, calling(("look", "a"), ("look", "b")), tools.all, allow=["look"]) as stage:
        await stood_still(stage, tools)
        tools.may_end("a")
        await tools.until(lambda: not stage.effect_runs())
        await stage.jobs.resume("job-1", "continue")
        assert await stage.until("complete") == "complete"
        assert sorted(await ends(stage)) == [("job-1.1.1", "ok", "a is there"), ("job-1.1.2", "ok", "b is there")]
        assert tools.begun == {"a": 1, "b": 1}


async def test_a_disk_that_refuses_again_and_again_loses_no_end(tmp_path: Path, tools: Tools) -> None:
    async with Stage(tmp_path, calling(("look", "a"), ("look", "b")), tools.all, allow=["look"]) as stage:
        await stood_still(stage, tools)
        async with refusing_disk(stage):
            with pytest.raises(StorageError):
                await stage.jobs.resume("job-1", "continue")
        await stage.jobs.resume("job-1", "continue")
        async with refusing_disk(stage):
            tools.may_end("a")
            await standing_still(stage)
        await stage.jobs.resume("job-1", "continue")
        assert await stage.until("complete") == "complete"
        assert sorted(await ends(stage)) == [("job-1.1.1", "ok", "a is there"), ("job-1.1.2", "ok", "b is there")]
        assert tools.begun == {"a": 1, "b": 1}


async def test_what_changes_something_waits_for_the_one_before_it(tmp_path: Path, tools: Tools) -> None:
    script = calling(("look", "a"), ("look", "b"), ("ask", "c"))
    async with Stage(tmp_path, script, tools.all, allow=["look", "ask"]) as stage:
        await stood_still(stage, tools)
        await stage.jobs.resume("job-1", "continue")
        await tools.until(lambda: not stage.jobs._driver.live["job-1"].halted)
        assert tools.begun == {"a": 1, "b": 1}
        tools.may_end("a")
        await tools.until(lambda: tools.begun["c"] == 1)
        assert [call_id for call_id, _, _ in await ends(stage)] == ["job-1.1.2", "job-1.1.1"]


async def test_a_question_that_could_not_be_written_is_asked_when_the_job_goes_on(tmp_path: Path, tools: Tools) -> None:
    async with Stage(tmp_path, calling(("ask", "a")), tools.all, allow=["ask"]) as stage:
        await stage.submit()
        await tools.until(lambda: tools.begun["a"] == 1)
        async with refusing_disk(stage):
            tools.may_end("a")
            await standing_still(stage)
        await stage.jobs.resume("job-1", "continue")
        await tools.until(lambda: bool(stage.jobs.questions()))
        [(_, _, question)] = stage.jobs.questions()
        await stage.jobs.answer_question(question.question_id, Answer("accept", {}), "person")
        assert await stage.until("complete") == "complete"
        assert await ends(stage) == [("job-1.1.1", "ok", "a: accept")]
        assert (await stage.kinds()).count(question.kind) == 1
        assert tools.begun == {"a": 1}


async def test_one_that_was_to_stop_and_stood_still_goes_on_when_it_is_told_to(tmp_path: Path, tools: Tools) -> None:
    async with Stage(tmp_path, calling(("look", "a")), tools.all, allow=["look"]) as stage:
        await stage.submit()
        await tools.until(lambda: tools.begun["a"] == 1)
        await stage.jobs.stop("job-1")
        async with refusing_disk(stage):
            tools.may_end("a")
            await standing_still(stage)
        await stage.jobs.resume("job-1", "continue")
        assert await stage.until("complete", "cancelled") == "complete"
        assert await ends(stage) == [("job-1.1.1", "ok", "a is there")]


async def test_one_that_goes_on_can_be_stopped_while_its_tool_is_at_work(tmp_path: Path, tools: Tools) -> None:
    async with Stage(tmp_path, calling(("look", "a"), ("look", "b")), tools.all, allow=["look"]) as stage:
        await stood_still(stage, tools)
        await stage.jobs.resume("job-1", "continue")
        await stage.jobs.stop("job-1")
        tools.may_end("a")
        assert await stage.until("complete", "cancelled") == "cancelled"
        assert sorted(await ends(stage)) == [("job-1.1.1", "ok", "a is there"), ("job-1.1.2", "ok", "b is there")]


async def test_a_job_that_is_being_stopped_does_not_go_on(tmp_path: Path, tools: Tools) -> None:
    """Its tool is given a moment to end by itself: who resumes the job meanwhile comes too late, or after it."""
    async with Stage(tmp_path, calling(("look", "a"), ("look", "b")), tools.all, allow=["look"]) as stage:
        await stood_still(stage, tools)
        stop = asyncio.create_task(stage.jobs.cancel("job-1"))
        await tools.until(lambda: stage.jobs._driver.live["job-1"].ending)
        go_on = asyncio.create_task(stage.jobs.resume("job-1", "continue"))
        await asyncio.sleep(0.05)
        tools.may_end("a")
        await asyncio.gather(stop, go_on)
        assert await stage.until("complete") == "complete"
        assert stage.jobs._driver.live == {}
        assert sorted(await ends(stage)) == [("job-1.1.1", "ok", "a is there"), ("job-1.1.2", "ok", "b is there")]
        assert [kind for kind in await stage.kinds() if kind.startswith("job_")] == [
            "job_finished",
            "job_resumed",
            "job_finished",
        ]


async def test_a_question_that_expires_while_its_job_goes_on_holds_nothing_up(tmp_path: Path, tools: Tools) -> None:
    """The one that watches it began to when the job stood still, and wrote its row in the place of the next one."""
    script = calling(("ask", "c"), ("look", "a"), ("look", "b"))
    async with Stage(tmp_path, script, tools.all, allow=["look"], confirmation_expires_h=1.0) as stage:
        stage.asked_at = 2000.0
        await stood_still(stage, tools)
        [watched] = stage.jobs._driver.live.values()
        await stage.jobs.resume("job-1", "continue")
        await stage.jobs._asking._expired(watched, 5600.0)
        tools.may_end("a")
        assert await stage.until("complete") == "complete"
        assert sorted(await ends(stage)) == [
            ("job-1.1.1", "expired", ""),
            ("job-1.1.2", "ok", "a is there"),
            ("job-1.1.3", "ok", "b is there"),
        ]


async def test_words_that_could_not_be_saved_are_still_there_when_the_job_goes_on(tmp_path: Path, tools: Tools) -> None:
    said = asyncio.Event()
    async with Stage(tmp_path, [Say("Half of it", pause=said), Say(" and the rest.")]) as stage:
        await stage.submit()
        await tools.until(lambda: bool(stage.model.requests))
        async with refusing_disk(stage):
            await stage.until_said("Half of it")
            said.set()
            await standing_still(stage)
        await stage.jobs.resume("job-1", "continue")
        assert await stage.until("complete") == "complete"
        _, state = await stage.jobs.state("job-1")
        assert state.response == "Half of it and the rest."
