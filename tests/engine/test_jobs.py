"""What a job promises: every answer and question on disk before anybody hears of it, every effect at most once."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path

import pytest
from pydantic import BaseModel

from inara_engine.errors import Conflict, NotFound, Rejected, Unavailable, UserError
from inara_engine.events import (
    Action,
    CaughtUp,
    ModelFinished,
    ModelStopped,
    TextDelta,
    ToolFinished,
)
from inara_engine.jobs import LIVE, Decision
from inara_engine.messages import Risk
from inara_engine.tools.base import Tool, ToolContext, ToolOutput
from tests.support.play import Say, ScriptedModel, Stage, append_line

ONE_CALL = [Say("Let me.", [("append_line", {"line": "a"})]), Say("All done.")]


class _Nothing(BaseModel):
    pass


@pytest.fixture
def effects(tmp_path: Path) -> Path:
    return tmp_path / "effects.txt"


def lines(effects: Path) -> list[str]:
    return effects.read_text().split() if effects.exists() else []


async def test_a_task_is_answered_and_the_answer_is_the_log(tmp_path: Path) -> None:
    async with Stage(tmp_path, [Say("Hello there.")]) as stage:
        await stage.submit("hi")
        assert await stage.until("complete", "error") == "complete"
        _, state = await stage.jobs.state("job-1")
        assert state.response == "Hello there."
        assert await stage.kinds() == [
            "task_submitted",
            "session_renamed",
            "model_asked",
            "model_finished",
            "job_finished",
        ]


async def test_a_risky_call_waits_for_the_person_and_runs_once_when_approved(tmp_path: Path, effects: Path) -> None:
    async with Stage(tmp_path, ONE_CALL, [append_line(effects)]) as stage:
        await stage.submit()
        assert await stage.until("awaiting_confirmation") == "awaiting_confirmation"
        assert lines(effects) == []
        await stage.answer(approve=True)
        assert await stage.until("complete") == "complete"
        assert lines(effects) == ["a"]
        assert stage.model.requests[1].messages[-1].text == "appended a"


async def test_a_no_reaches_the_model_with_the_persons_reason(tmp_path: Path, effects: Path) -> None:
    async with Stage(tmp_path, ONE_CALL, [append_line(effects)]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        await stage.answer(approve=False, reason="use the other file")
        await stage.until("complete")
        assert lines(effects) == []
        assert "use the other file" in stage.model.requests[1].messages[-1].text


async def test_a_waiting_job_is_answered_days_later_by_another_run_of_the_app(tmp_path: Path, effects: Path) -> None:
    async with Stage(tmp_path, ONE_CALL, [append_line(effects)]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        await stage.restart()
        assert [call.action.summary for call in stage.jobs.pending()] == ["Append a"]
        await stage.answer(approve=True)
        await stage.until("complete")
        assert lines(effects) == ["a"]


async def test_each_call_of_a_round_gets_its_own_decision(tmp_path: Path, effects: Path) -> None:
    two = [Say("", [("append_line", {"line": "a"}), ("append_line", {"line": "b"})]), Say("Done.")]
    async with Stage(tmp_path, two, [append_line(effects)]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        first, second = stage.jobs.pending()
        await stage.jobs.answer(first.call_id, Decision(False, first.digest))
        await stage.jobs.answer(second.call_id, Decision(True, second.digest))
        await stage.until("complete")
        assert lines(effects) == ["b"]
        told = [message.text for message in stage.model.requests[1].messages if message.role == "tool"]
        assert told[0].startswith("The person declined")
        assert told[1] == "appended b"


async def test_an_answer_to_something_else_is_refused(tmp_path: Path, effects: Path) -> None:
    async with Stage(tmp_path, ONE_CALL, [append_line(effects)]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        [call] = stage.jobs.pending()
        with pytest.raises(Conflict, match="no longer what you were shown"):
            await stage.jobs.answer(call.call_id, Decision(True, "0" * 64))
        with pytest.raises(NotFound):
            await stage.jobs.answer("job-9.1.1", Decision(True, call.digest))
        await stage.jobs.answer(call.call_id, Decision(True, call.digest))
        with pytest.raises((Conflict, NotFound)):
            await stage.jobs.answer(call.call_id, Decision(True, call.digest))
        await stage.until("complete")
        assert lines(effects) == ["a"]


async def test_two_answers_at_once_run_it_once(tmp_path: Path, effects: Path) -> None:
    async with Stage(tmp_path, ONE_CALL, [append_line(effects)]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        [call] = stage.jobs.pending()
        answers = [stage.jobs.answer(call.call_id, Decision(True, call.digest)) for _ in range(5)]
        results = await asyncio.gather(*answers, return_exceptions=True)
        await stage.until("complete")
        assert sum(result is None for result in results) == 1
        assert lines(effects) == ["a"]


async def test_an_ended_job_leaves_no_task_behind(tmp_path: Path) -> None:
    async with Stage(tmp_path, [Say("Hello there, Ada")]) as stage:
        await stage.submit()
        await stage.until("complete")
        await asyncio.sleep(0)
        assert [task.get_name() for task in asyncio.all_tasks() if "job" in task.get_name()] == []


@pytest.mark.parametrize("kill_after", range(1, 9))
async def test_a_restart_after_any_event_repeats_nothing(tmp_path: Path, effects: Path, kill_after: int) -> None:
    """The law the design rests on: die after the n-th durable event, reopen, carry on."""
    async with Stage(tmp_path, ONE_CALL, [append_line(effects)]) as stage:
        follower = stage.jobs.follow("s1", LIVE)
        first = asyncio.ensure_future(anext(follower))
        await asyncio.sleep(0)
        await stage.submit()
        seen = 0
        recorded = await first
        async with asyncio.timeout(10):
            while seen < kill_after:
                seen += recorded.event.durable
                if recorded.event.kind == "confirmation_requested" and seen < kill_after:
                    await stage.until("awaiting_confirmation")
                    await stage.answer(approve=True)
                if seen < kill_after:
                    recorded = await anext(follower)
        await follower.aclose()
        await stage.restart()
        status = await stage.until("awaiting_confirmation", "interrupted", "complete")
        if status == "awaiting_confirmation":
            await stage.answer(approve=True)
            status = await stage.until("interrupted", "complete")
        if status == "interrupted":
            await stage.jobs.resume("job-1", "retry")
            status = await stage.until("complete", "awaiting_confirmation")
            if status == "awaiting_confirmation":
                await stage.answer(approve=True)
                status = await stage.until("complete")
        assert status == "complete"
        assert lines(effects) in (["a"], [])
        events = [recorded.event for recorded in await stage.events()]
        finished = [event for event in events if isinstance(event, ToolFinished)]
        if any(isinstance(event, ModelFinished) and event.calls for event in events):  # or the kill took that reply
            assert lines(effects) == ["a"] or [end.outcome for end in finished] == ["unknown"]


async def test_a_call_cut_in_its_middle_is_unknown_and_never_repeated(tmp_path: Path, effects: Path) -> None:
    gate = asyncio.Event()
    async with Stage(tmp_path, ONE_CALL, [append_line(effects, gate=gate)]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        await stage.answer(approve=True)
        async with asyncio.timeout(5):
            while "tool_started" not in await stage.kinds():
                await asyncio.sleep(0.01)
        await stage.restart()
        await stage.until("complete")
        assert lines(effects) == []
        assert "whether it happened is unknown" in stage.model.requests[1].messages[-1].text


async def test_a_call_cut_in_its_middle_is_unknown_also_where_its_tool_is_gone_since(
    tmp_path: Path, effects: Path
) -> None:
    gate = asyncio.Event()
    async with Stage(tmp_path, ONE_CALL, [append_line(effects, gate=gate)], allow=["append_line"]) as stage:
        await stage.submit()
        async with asyncio.timeout(5):
            while "tool_started" not in await stage.kinds():
                await asyncio.sleep(0.01)
        stage.tools.clear()
        await stage.restart()
        await stage.until("complete")
        assert "whether it happened is unknown" in stage.model.requests[1].messages[-1].text


async def test_a_call_cut_in_its_middle_is_unknown_also_where_the_job_is_stopped_as_it_is_taken_up(
    tmp_path: Path, effects: Path
) -> None:
    gate = asyncio.Event()
    async with Stage(tmp_path, ONE_CALL, [append_line(effects, gate=gate)], allow=["append_line"]) as stage:
        await stage.submit()
        async with asyncio.timeout(5):
            while "tool_started" not in await stage.kinds():
                await asyncio.sleep(0.01)
        await stage.restart()
        await stage.jobs.cancel("job-1")  # before the next run of the app has looked at it
        ends = [row.event for row in await stage.events() if isinstance(row.event, ToolFinished)]
        assert [end.outcome for end in ends] == ["unknown"]


async def test_that_a_model_is_asked_is_on_disk_while_nothing_has_come_from_it(tmp_path: Path) -> None:
    """Killed now, the app must know that it has asked: it would be paid a second time."""
    gate = asyncio.Event()
    async with Stage(tmp_path, [Say(pause=gate, calls=[("none", {})]), Say("Done.")]) as stage:
        await stage.submit()
        async with asyncio.timeout(10):
            while not stage.model.requests:
                await asyncio.sleep(0.005)
        assert (await stage.kinds())[-1] == "model_asked"
        gate.set()
        await stage.until("complete")


async def test_a_cut_answer_keeps_its_text_and_is_not_asked_again_by_itself(tmp_path: Path) -> None:
    never = asyncio.Event()
    async with Stage(tmp_path, [Say("Half of the", pause=never), Say("whole answer.")]) as stage:
        await stage.submit()
        await stage.until_kept("Half of the")
        await stage.restart()
        assert await stage.until("interrupted") == "interrupted"
        assert len(stage.model.requests) == 1
        _, state = await stage.jobs.state("job-1")
        assert state.response == "Half of the"
        await stage.jobs.resume("job-1", "continue")
        await stage.until("complete")
        _, state = await stage.jobs.state("job-1")
        assert state.response == "Half of thewhole answer."


async def test_stop_keeps_what_was_said(tmp_path: Path) -> None:
    async with Stage(tmp_path, [Say("One two three", pause=asyncio.Event())]) as stage:
        await stage.submit()
        seen = await stage.follow(6)
        assert any(isinstance(event.event, TextDelta) for event in seen)
        await stage.jobs.cancel("job-1")
        row, state = await stage.jobs.state("job-1")
        assert row.status == "cancelled"
        assert state.response.startswith("One")
        with pytest.raises(Conflict, match="ended already"):
            await stage.jobs.cancel("job-1")


async def test_stop_lets_a_begun_effect_end_and_says_how(tmp_path: Path, effects: Path) -> None:
    gate = asyncio.Event()
    async with Stage(tmp_path, ONE_CALL, [append_line(effects, gate=gate)], allow=["append_line"]) as stage:
        await stage.submit()
        async with asyncio.timeout(5):
            while not stage.effect_runs():
                await asyncio.sleep(0.01)
        stop = asyncio.create_task(stage.jobs.cancel("job-1"))
        await asyncio.sleep(0.01)
        gate.set()
        await stop
        [end] = [e.event for e in await stage.events() if isinstance(e.event, ToolFinished)]
        assert (end.outcome, lines(effects)) == ("ok", ["a"])


async def test_stop_while_it_waits_answers_the_question_with_cancelled(tmp_path: Path, effects: Path) -> None:
    async with Stage(tmp_path, ONE_CALL, [append_line(effects)]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        await stage.jobs.cancel("job-1")
        assert stage.jobs.pending() == []
        await stage.submit("next")
        await stage.until("complete", job="job-2")
        roles = [message.role for message in stage.model.requests[1].messages]
        assert roles == ["user", "assistant", "tool", "assistant", "user"]  # nothing a server would reject


async def test_prompts_of_a_session_queue_and_sessions_run_side_by_side(tmp_path: Path) -> None:
    gate = asyncio.Event()
    async with Stage(tmp_path, [Say("first", pause=gate), Say("other"), Say("second")]) as stage:
        await stage.submit("1")
        await stage.until_said("first")
        await stage.submit("2")
        await stage.submit("elsewhere", session="s2")
        assert await stage.until("complete", job="job-3") == "complete"
        assert [job.status for job in await stage.jobs.list(10, "", "s1")] == ["queued", "running"]
        gate.set()
        await stage.until("complete", job="job-2")
        texts = [message.text for message in stage.model.requests[2].messages]
        assert texts == ["1", "first", "2"]


async def test_queued_prompts_survive_a_restart(tmp_path: Path, effects: Path) -> None:
    script = [*ONE_CALL, Say("Second.")]
    async with Stage(tmp_path, script, [append_line(effects)]) as stage:
        await stage.submit("1")
        await stage.submit("2")
        await stage.until("awaiting_confirmation")
        await stage.restart()
        await stage.answer(approve=True)
        await stage.until("complete", job="job-2")
        _, state = await stage.jobs.state("job-2")
        assert state.response == "Second."


async def test_a_servers_failure_ends_the_job_with_its_sentence_and_keeps_the_text(tmp_path: Path) -> None:
    broken = Unavailable("The connection broke.", next_step="Try again.")
    async with Stage(tmp_path, [Say("So far", error=broken), Say("Better.")]) as stage:
        await stage.submit()
        assert await stage.until("error") == "error"
        _, state = await stage.jobs.state("job-1")
        assert state.error is not None
        assert (state.error.message, state.response) == ("The connection broke.", "So far")
        await stage.jobs.resume("job-1", "retry")
        await stage.until("complete")
        _, state = await stage.jobs.state("job-1")
        assert state.response == "Better."


async def test_a_busy_server_is_asked_again_before_the_first_token(tmp_path: Path) -> None:
    busy = Unavailable("The server is busy.", transient=True, retry_after_s=0.01)
    async with Stage(tmp_path, [Say(error=busy), Say(error=busy), Say("Ready.")]) as stage:
        await stage.submit()
        await stage.until("complete")
        _, state = await stage.jobs.state("job-1")
        assert state.response == "Ready."


async def test_a_server_that_wants_an_hour_is_not_waited_for(tmp_path: Path) -> None:
    tired = Unavailable("Down for maintenance.", retry_after_s=3600, transient=True)
    async with Stage(tmp_path, [Say(error=tired)]) as stage:
        stage.spares = [ScriptedModel([Say("Here I am.")], "spare")]
        await stage.submit()
        await stage.until("complete")
        assert (len(stage.model.requests), len(stage.spares[0].requests)) == (1, 1)


async def test_a_tool_that_something_cancels_under_its_hands_is_unknown_and_the_job_goes_on(tmp_path: Path) -> None:
    async def prepare(_: ToolContext, __: BaseModel) -> Action:
        return Action(summary="Wait", risk=Risk.READS)

    async def run(_: ToolContext, __: BaseModel, ___: Action) -> ToolOutput:
        connection = asyncio.get_running_loop().create_future()
        connection.cancel()
        return await connection

    waits = Tool("wait", "Wait.", _Nothing, Risk.READS, prepare, run)
    async with Stage(tmp_path, [Say("", [("wait", {})]), Say("Never mind.")], [waits]) as stage:
        await stage.submit()
        await stage.until("complete")
        assert "broke off" in stage.model.requests[1].messages[-1].text


async def test_nothing_is_asked_again_once_a_token_was_shown(tmp_path: Path) -> None:
    cut = Unavailable("Cut.", transient=True)
    async with Stage(tmp_path, [Say("Some", error=cut), Say("Never.")]) as stage:
        await stage.submit()
        await stage.until("error")
        assert len(stage.model.requests) == 1


async def test_a_rejected_request_is_not_repeated(tmp_path: Path) -> None:
    async with Stage(tmp_path, [Say(error=Rejected("The key is wrong."))]) as stage:
        await stage.submit()
        await stage.until("error")
        assert len(stage.model.requests) == 1


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (("no_such_tool", {}), "There is no tool named 'no_such_tool'"),
        (("append_line", {"lines": "a"}), "do not fit"),
        (("append_line", {"line": 5}), "do not fit"),
    ],
)
async def test_a_bad_call_is_told_to_the_model_and_the_job_goes_on(
    tmp_path: Path, effects: Path, call: tuple[str, dict[str, object]], told: str
) -> None:
    async with Stage(tmp_path, [Say("", [call]), Say("I see.")], [append_line(effects)]) as stage:
        await stage.submit()
        await stage.until("complete")
        assert told in stage.model.requests[1].messages[-1].text
        assert lines(effects) == []


async def test_the_last_round_has_no_tools_and_ends_the_job(tmp_path: Path, effects: Path) -> None:
    for_ever = [Say("Again.", [("append_line", {"line": "a"})])]
    async with Stage(tmp_path, for_ever, [append_line(effects, risk=Risk.PURE)]) as stage:
        await stage.submit()
        await stage.until("complete")
        assert len(lines(effects)) == 4
        assert stage.model.requests[-1].tools == ()


async def test_a_denial_in_the_settings_outranks_an_approval_given_before(tmp_path: Path, effects: Path) -> None:
    async with Stage(tmp_path, ONE_CALL, [append_line(effects)]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        stage.rules = Stage(tmp_path, [], deny=["append_line"]).rules
        await stage.restart()
        await stage.answer(approve=True)
        await stage.until("complete")
        assert lines(effects) == []


async def test_a_follower_gets_each_event_once_and_a_late_one_the_text_so_far(tmp_path: Path) -> None:
    gate = asyncio.Event()
    async with Stage(tmp_path, [Say("One two three", pause=gate)]) as stage:
        await stage.submit()
        await stage.until_said("One two three")
        late = await stage.follow(5)
        assert isinstance(late[-2].event, CaughtUp)
        assert late[-1].event == TextDelta("One two three")
        rest = asyncio.create_task(stage.follow(2, after=late[0].seq + 2))
        await asyncio.sleep(0.01)
        gate.set()
        await rest
        await stage.until("complete")
        whole = await stage.follow(6)
        assert [e.seq for e in whole[:5]] == [1, 2, 3, 4, 5]


async def test_a_follower_of_all_sessions_hears_of_each(tmp_path: Path) -> None:
    async with Stage(tmp_path, [Say("Hi.")]) as stage:
        await stage.submit(session="s1")
        await stage.submit(session="s2")
        await stage.until("complete", job="job-2")
        events = await stage.follow(10, session=None)
        assert {event.session_id for event in events} == {"s1", "s2"}


async def test_a_follower_that_names_kinds_hears_of_no_others(tmp_path: Path) -> None:
    async with Stage(tmp_path, [Say("Hi."), Say("Again.")]) as stage:
        await stage.submit(session="s1")
        await stage.until("complete")
        heard: list[str] = []
        follower = stage.jobs.follow("s1", 0, kinds=("task_submitted", "job_finished"))
        async with asyncio.timeout(10), aclosing(follower) as events:
            async for recorded in events:
                heard.append(recorded.event.kind)
                if isinstance(recorded.event, CaughtUp):
                    await stage.submit(session="s1")
                if heard.count("job_finished") == 2:
                    break
        assert heard == ["task_submitted", "job_finished", "caught_up", "task_submitted", "job_finished"]


async def test_an_empty_task_is_refused(tmp_path: Path) -> None:
    async with Stage(tmp_path, []) as stage:
        with pytest.raises(UserError, match="empty"):
            await stage.submit("   ")


async def test_half_a_surrogate_from_a_model_does_not_end_the_job(tmp_path: Path) -> None:
    async with Stage(tmp_path, [Say("bad \ud83d end")]) as stage:
        await stage.submit("also \udc00 here")
        await stage.until("complete")
        [reply] = [e.event for e in await stage.events() if isinstance(e.event, ModelFinished)]
        assert reply.text == "bad \ufffd end"


async def test_quitting_in_the_middle_of_an_answer_keeps_it(tmp_path: Path) -> None:
    stage = Stage(tmp_path, [Say("Half", pause=asyncio.Event())])
    async with stage:
        await stage.submit()
        await stage.until_said("Half")
    async with stage:
        [stopped] = [e.event for e in await stage.events() if isinstance(e.event, ModelStopped)]
        assert (stopped.reason, stopped.text) == ("interrupted", "Half")
        assert await stage.until("interrupted") == "interrupted"


async def test_a_deleted_session_is_in_no_file_any_more(tmp_path: Path) -> None:
    async with Stage(tmp_path, [Say("the canary-4711 answer")]) as stage:
        await stage.submit("tell me of canary-4711")
        await stage.until("complete")
        assert [row.id for row in await stage.store.sessions("canary")] == ["s1"]
        await stage.jobs.keeping.delete(["s1"])
        assert await stage.store.sessions() == []
        for file in tmp_path.rglob("*"):
            if file.is_file():
                assert b"4711" not in file.read_bytes(), file


async def test_an_edited_prompt_begins_a_branch_that_knows_nothing_of_the_other(tmp_path: Path) -> None:
    async with Stage(tmp_path, [Say("A."), Say("B."), Say("C."), Say("D.")]) as stage:
        for n, (text, follows) in enumerate([("1", None), ("2", None), ("2 edited", "job-1"), ("3", None)], 1):
            await stage.submit(text, follows=follows)
            await stage.until("complete", job=f"job-{n}")
        told = [[message.text for message in request.messages] for request in stage.model.requests]
        assert told == [["1"], ["1", "A.", "2"], ["1", "A.", "2 edited"], ["1", "A.", "2 edited", "C.", "3"]]
        assert len(await stage.jobs.list(10, "", "s1")) == 4  # the other branch is still in the log


async def test_a_branch_survives_a_restart(tmp_path: Path) -> None:
    async with Stage(tmp_path, [Say("A."), Say("B."), Say("C.")]) as stage:
        await stage.submit("1")
        await stage.submit("anew", follows="")
        await stage.until("complete", job="job-2")
        await stage.restart()
        await stage.submit("next")
        await stage.until("complete", job="job-3")
        assert [m.text for m in stage.model.requests[2].messages] == ["anew", "B.", "next"]
