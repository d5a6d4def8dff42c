"""Two models hand in hand: one finds out with tools, another writes the answer; and who stands in for whom."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path

from inara_engine.errors import Rejected, Unavailable
from inara_engine.events import Event, JobFinished, ModelFinished, TextDelta, ThinkingDelta
from tests.support.play import Say, ScriptedModel, Stage, append_line

FOUND = [Say("Looking.", [("append_line", {"line": "a"})]), Say("The line is there.")]


def with_writer(stage: Stage, *says: Say) -> ScriptedModel:
    stage.writer = ScriptedModel(says, name="poet")
    return stage.writer


async def test_what_was_found_is_handed_to_the_model_that_writes(tmp_path: Path) -> None:
    stage = Stage(tmp_path, FOUND, [append_line(tmp_path / "e")], allow=["append_line"])
    writer = with_writer(stage, Say("Done, with love."))
    async with stage:
        await stage.submit("add a line")
        await stage.until("complete")
        _, state = await stage.jobs.state("job-1")
        assert (state.summary, state.response) == ("The line is there.", "Done, with love.")
        assert (state.model, len(writer.requests)) == ("poet", 1)
        assert writer.requests[0].tools == ()


async def followed_to_the_end(stage: Stage) -> list[Event]:
    events: list[Event] = []
    async with asyncio.timeout(10), aclosing(stage.jobs.follow("s1", 0)) as stream:
        async for recorded in stream:
            events.append(recorded.event)
            if isinstance(recorded.event, JobFinished):
                break
    return events


async def test_the_summary_is_shown_as_notes_and_only_the_answer_as_text(tmp_path: Path) -> None:
    gate = asyncio.Event()
    stage = Stage(tmp_path, [Say("Found it.", pause=gate)])
    with_writer(stage, Say("The answer."))
    async with stage:
        await stage.submit()
        seen = asyncio.create_task(followed_to_the_end(stage))
        await stage.until_said("Found it.")
        gate.set()
        events = await seen
        assert "".join(e.text for e in events if isinstance(e, TextDelta)) == "The answer."
        assert "Found it." in "".join(e.text for e in events if isinstance(e, ThinkingDelta))


async def test_the_next_turn_remembers_the_answer_and_not_the_notes(tmp_path: Path) -> None:
    stage = Stage(tmp_path, [Say("notes"), Say("more notes")])
    writer = with_writer(stage, Say("First answer."), Say("Second answer."))
    async with stage:
        await stage.submit("1")
        await stage.until("complete")
        await stage.submit("2")
        await stage.until("complete", job="job-2")
        assert [m.text for m in stage.model.requests[1].messages] == ["1", "First answer.", "2"]
        assert [m.role for m in writer.requests[1].messages][:2] == ["user", "assistant"]


async def test_killed_between_the_two_it_goes_on_with_the_second(tmp_path: Path) -> None:
    stage = Stage(tmp_path, [Say("notes")])
    writer = with_writer(stage, Say("Half", pause=asyncio.Event()), Say("whole."))
    async with stage:
        await stage.submit()
        await stage.until_kept("Half")
        await stage.restart()
        assert await stage.until("interrupted") == "interrupted"
        await stage.jobs.resume("job-1", "continue")
        await stage.until("complete")
        _, state = await stage.jobs.state("job-1")
        assert state.response == "Halfwhole."
        assert (len(stage.model.requests), len(writer.requests)) == (1, 2)  # nothing was found out twice


async def test_a_writer_that_fails_leaves_what_was_found(tmp_path: Path) -> None:
    stage = Stage(tmp_path, [Say("What I found.")])
    with_writer(stage, Say(error=Rejected("No such model.")), Say("Better."))
    async with stage:
        await stage.submit()
        assert await stage.until("error") == "error"
        _, state = await stage.jobs.state("job-1")
        assert state.response == "What I found."
        await stage.jobs.resume("job-1", "retry")
        await stage.until("complete")
        _, state = await stage.jobs.state("job-1")
        assert state.response == "Better."


async def test_the_next_model_stands_in_before_anything_was_said(tmp_path: Path) -> None:
    stage = Stage(tmp_path, [Say(error=Unavailable("Nothing answers."))])
    stage.spares = [ScriptedModel([Say("I am here.")], name="spare")]
    async with stage:
        await stage.submit()
        await stage.until("complete")
        _, state = await stage.jobs.state("job-1")
        assert (state.response, state.model) == ("I am here.", "spare")
        assert state.error is None


async def test_no_model_stands_in_once_a_token_was_shown(tmp_path: Path) -> None:
    stage = Stage(tmp_path, [Say("So", error=Unavailable("Cut."))])
    stage.spares = [ScriptedModel([Say("Never.")], name="spare")]
    async with stage:
        await stage.submit()
        assert await stage.until("error") == "error"
        assert stage.spares[0].requests == []


async def test_no_model_stands_in_once_a_tool_ran(tmp_path: Path) -> None:
    script = [FOUND[0], Say(error=Unavailable("Gone."))]
    stage = Stage(tmp_path, script, [append_line(tmp_path / "e")], allow=["append_line"])
    stage.spares = [ScriptedModel([Say("Never.")], name="spare")]
    async with stage:
        await stage.submit()
        assert await stage.until("error") == "error"
        assert stage.spares[0].requests == []


async def test_the_model_that_stood_in_goes_on_after_its_tools(tmp_path: Path) -> None:
    """The one it stood in for is not asked again: it may be gone still, and would be another in the middle."""
    stage = Stage(tmp_path, [Say(error=Unavailable("Nothing answers.")), Say("Never.")], [append_line(tmp_path / "e")])
    stage.spares = [ScriptedModel(FOUND, name="spare")]
    async with stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        await stage.restart()
        await stage.answer(approve=True)
        assert await stage.until("complete", "error") == "complete"
        _, state = await stage.jobs.state("job-1")
        assert (state.response, state.model) == ("The line is there.", "spare")
        assert len(stage.model.requests) == 1


async def test_the_model_that_stood_in_goes_on_with_its_own_words(tmp_path: Path) -> None:
    stage = Stage(tmp_path, [Say(error=Unavailable("Nothing answers.")), Say("Never.")])
    stage.spares = [ScriptedModel([Say("Half", error=Unavailable("Cut.")), Say("whole.")], name="spare")]
    async with stage:
        await stage.submit()
        await stage.until("error")
        await stage.jobs.resume("job-1", "continue")
        await stage.until("complete")
        _, state = await stage.jobs.state("job-1")
        assert (state.response, state.model) == ("Halfwhole.", "spare")


async def test_the_log_says_who_spoke(tmp_path: Path) -> None:
    stage = Stage(tmp_path, [Say("notes")])
    with_writer(stage, Say("Answer."))
    async with stage:
        await stage.submit()
        await stage.until("complete")
        replies = [r.event for r in await stage.events() if isinstance(r.event, ModelFinished)]
        assert [(reply.model, reply.summary) for reply in replies] == [("scripted", True), ("poet", False)]
