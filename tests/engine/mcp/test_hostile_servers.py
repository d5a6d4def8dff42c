"""Servers as they should not be: whatever one does, the job goes on with a clear result, and nothing hangs."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import psutil
import pytest

from tests.engine.mcp.conftest import Stage
from tests.support.mcp_server import tool


def alive(pid: int) -> bool:
    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE


async def gone(pid: int, within_s: float = 5.0) -> None:
    async with asyncio.timeout(within_s):
        while alive(pid):
            await asyncio.sleep(0.01)


async def test_a_call_asks_runs_and_is_told(stage: Stage) -> None:
    await stage.approve()
    report = await stage.rest(await stage.submit("fake__echo", text="héllo"))
    asked = report["pending_confirmation"]["tools"][0]
    assert asked["risk"] == 3
    assert stage.fake.calls == []
    ended = await stage.called("fake__echo", text="héllo")
    assert (ended["outcome"], ended["output"]) == ("ok", "héllo")
    assert [one["arguments"] for one in stage.fake.calls] == [{"text": "héllo"}]


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("fail", "It did not work."),
        ("hang", "said nothing for 2 s"),
        ("die", "ended with status 3. Its last words: out of memory"),
        ("flood", "floods Inara with messages nobody asked for"),
        ("huge", "a message of more than 8 MB"),
        ("nonsense", "no valid answer"),
    ],
)
async def test_a_call_that_fails_says_why_and_the_job_goes_on(stage: Stage, what: str, said: str) -> None:
    await stage.approve()
    stage.fake.says(tools=[tool()], call=what)
    ended = await stage.called("fake__echo", text="hi")
    assert ended["outcome"] == "failed"
    assert said in ended["output"]


async def test_a_text_that_only_looks_like_json_is_a_text(stage: Stage) -> None:
    """Looking whether it says what the structured result says must not fall into it."""
    await stage.approve()
    stage.fake.says(tools=[tool()], call="pit")
    ended = await stage.called("fake__echo", text="hi")
    assert (ended["outcome"], ended["output"][:3]) == ("ok", "[[[")


async def test_lines_that_are_no_messages_are_passed_over(stage: Stage) -> None:
    stage.fake.says(tools=[tool()], call="garbage", start="garbage")
    await stage.approve()
    assert (await stage.called("fake__echo", text="hi"))["output"] == "after the garbage"


@pytest.mark.parametrize(("what", "output"), [("half", "cut here: \ufffd"), ("latin", "Z\ufffdrich")])
async def test_a_letter_that_is_none_spoils_itself_and_not_the_answer(stage: Stage, what: str, output: str) -> None:
    """Half an emoji, as programs in JavaScript cut them, or a byte of Latin-1."""
    stage.fake.says(tools=[tool()], call=what)
    await stage.approve()
    ended = await stage.called("fake__echo", text="hi")
    assert (ended["outcome"], ended["output"]) == ("ok", output)


async def test_an_answer_counts_by_its_number(stage: Stage) -> None:
    stage.fake.says(tools=[tool()], call="ids")
    await stage.approve()
    assert (await stage.called("fake__echo", text="hi"))["output"] == "for you"
    assert (await stage.called("fake__echo", text="hi"))["output"] == "for you"


async def test_a_long_result_is_cut_with_a_word(stage: Stage) -> None:
    await stage.approve()
    stage.fake.says(tools=[tool()], call="long")
    output = (await stage.called("fake__echo", text="hi"))["output"]
    assert len(output) < 201_000
    assert "more characters were left out" in output


@pytest.mark.parametrize(
    ("start", "said"), [("die", "Its last words: no licence found"), ("version", "rotocol version")]
)
async def test_one_that_does_not_start_says_why(stage: Stage, start: str, said: str) -> None:
    stage.fake.says(start=start)
    report = await stage.engine.mcp.test("fake")
    assert report.state == "failed"
    assert said in report.reason
    assert report.next_step


async def test_one_that_died_is_started_again_by_the_next_call(stage: Stage) -> None:
    await stage.approve()
    first = stage.fake.pid
    stage.fake.says(tools=[tool()], call="die")
    await stage.called("fake__echo", text="hi")
    stage.fake.says(tools=[tool()])
    stage.engine.mcp._servers["fake"][1]._retry_at = 0  # the pause is over
    assert (await stage.called("fake__echo", text="again"))["output"] == "again"
    assert stage.fake.pid != first


async def test_one_that_keeps_failing_is_left_alone_for_a_while(stage: Stage) -> None:
    await stage.approve()
    stage.fake.says(tools=[tool()], call="die")
    await stage.called("fake__echo", text="hi")
    ended = await stage.called("fake__echo", text="hi")
    assert "It is tried again in" in ended["output"]
    assert len(stage.fake.calls) == 1


async def test_arguments_that_do_not_fit_never_reach_it(stage: Stage) -> None:
    await stage.approve()
    ended = await stage.called("fake__echo", text=7)
    assert ended["outcome"] == "failed"
    assert "text: 7 is not of type 'string'" in ended["output"]
    assert stage.fake.calls == []


async def test_it_ends_with_the_app_however_deaf_it_is(stage: Stage) -> None:
    await stage.approve()
    stage.fake.says(tools=[tool()], call="hang")
    job = await stage.submit("fake__echo", text="hi")
    await stage.rest(job)
    pid = stage.fake.pid
    await stage.reopen()
    await gone(pid)


async def test_it_knows_nothing_of_the_apps_environment(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-canary")
    stage.fake.says(tools=[tool()], call="environment")
    await stage.approve()
    environment = json.loads((await stage.called("fake__echo", text="hi"))["output"])
    assert "PATH" in environment
    assert not [name for name in environment if "KEY" in name or name.startswith("INARA")]
    assert "sk-canary" not in environment.values()


async def test_it_gets_no_model_and_is_told_why(stage: Stage) -> None:
    stage.fake.says(tools=[tool()], call="sample")
    await stage.approve()
    assert "not supported" in (await stage.called("fake__echo", text="hi"))["output"]


async def test_it_is_told_the_folders_that_are_granted(stage: Stage) -> None:
    stage.fake.says(tools=[tool()], call="roots")
    await stage.approve()
    told = json.loads((await stage.called("fake__echo", text="hi"))["output"])
    assert [one["uri"] for one in told["roots"]] == [root.as_uri() for root in stage.engine._plan.workspace.roots]


async def test_it_dies_with_an_app_that_is_killed(tmp_path: Path, home: Path) -> None:
    """SIGKILL leaves nobody who could end it: a pipe that closes does."""
    from tests.support.victim_of_mcp import start

    app, server = await start(tmp_path)
    assert alive(server)
    app.kill()
    await app.communicate()
    await gone(server)
