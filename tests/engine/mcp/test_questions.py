"""A server that asks the person something while a call runs: elicitation, answered anywhere, or withdrawn."""

from __future__ import annotations

import asyncio
import json

import pytest

from inara_engine.errors import NotFound, UserError
from inara_engine.face import Decision, OpenQuestion
from tests.engine.mcp.conftest import Stage
from tests.support.mcp_server import tool


async def asked(stage: Stage) -> OpenQuestion:
    """The question of a call that is running by now."""
    stage.fake.says(tools=[tool()], call="ask")
    await stage.approve()
    report = await stage.rest(await stage.submit("fake__echo", text="hi"))
    call = report["pending_confirmation"]["tools"][0]
    await stage.engine.answer(call["call_id"], Decision(approved=True, digest=call["digest"]))
    async with asyncio.timeout(10):
        while not (questions := await stage.engine.questions.all()):
            await asyncio.sleep(0.01)
    return questions[0]


async def test_it_waits_for_the_person_like_a_confirmation(stage: Stage) -> None:
    question = await asked(stage)
    report = await stage.engine.job(question.job_id)
    assert report["status"] == "awaiting_confirmation"
    assert report["pending_confirmation"] is None
    assert report["questions"][0] | {"form": None} == {
        "question_id": question.question_id,
        "call_id": question.call_id,
        "source": "fake",
        "message": "Who?",
        "form": None,
        "url": "",
    }


@pytest.mark.parametrize(("action", "content"), [("accept", {"name": "Ada"}), ("decline", {}), ("cancel", {})])
async def test_the_answer_goes_to_the_server_as_it_was_given(
    stage: Stage, action: str, content: dict[str, str]
) -> None:
    question = await asked(stage)
    if action == "accept":
        await asyncio.sleep(2.5)  # longer than the server may stay silent: waiting for a person is no silence
    await stage.engine.questions.answer(question.question_id, action, content)  # type: ignore[arg-type] # a parameter
    output = (await stage.rest(question.job_id, "complete"))["tool_calls"][0]["output"]
    assert json.loads(output) == {"action": action} | ({"content": content} if content else {})
    with pytest.raises(NotFound):
        await stage.engine.questions.answer(question.question_id, "decline")


async def test_what_does_not_fit_the_form_is_not_sent(stage: Stage) -> None:
    question = await asked(stage)
    with pytest.raises(UserError, match="does not fit the form: arguments: 'name' is a required property"):
        await stage.engine.questions.answer(question.question_id, "accept", {})
    assert await stage.engine.questions.all() == [question]
    await stage.engine.questions.answer(question.question_id, "cancel")
    await stage.rest(question.job_id, "complete")


async def test_a_restart_withdraws_it_and_says_so(stage: Stage) -> None:
    question = await asked(stage)
    await stage.reopen()
    report = await stage.rest(question.job_id, "complete", "error", "interrupted")
    call = report["tool_calls"][0]
    assert call["outcome"] == "unknown"
    assert "waited for the person's answer. The question is withdrawn" in call["output"]
    assert await stage.engine.questions.all() == []
    assert "fake asks: Who?" in str(await stage.engine.trace(question.job_id))


async def test_a_stopped_job_withdraws_it(stage: Stage) -> None:
    question = await asked(stage)
    await stage.engine.cancel(question.job_id)
    assert await stage.engine.questions.all() == []
    assert (await stage.engine.job(question.job_id))["questions"] == []
