"""Models that make the same call for ever, never come to an end, or take no tools: the turn ends with an answer."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from inara_engine import context
from inara_engine.events import JobFinished, Progress
from inara_engine.face import LIVE
from tests.support.loopback import Loopback, loopback
from tests.support.scripted_server import call, calls_turn, error_turn, text_turn

SAME = calls_turn(call("calculate", {"expression": "1 + 1"}))
REFUSED = error_turn(400, {"error": {"message": "registry.ollama.ai/library/tiny does not support tools"}})


def last_word(api: Loopback, n: int) -> str:
    message = api.model.requests[n].json["messages"][-1]
    return message["content"] if message["role"] == "user" else ""


async def heard(api: Loopback, task: str) -> tuple[dict[str, object], list[str]]:
    """The job's report, and what was said of its progress."""
    said: list[str] = []
    async with aclosing(api.engine.follow(None, LIVE)) as events:
        job = asyncio.create_task(api.job(task))
        async for recorded in events:
            if isinstance(recorded.event, Progress):
                said.append(recorded.event.text)
            if isinstance(recorded.event, JobFinished):
                break
    return await api.ended(await job), said


async def test_the_same_call_again_and_again_is_pointed_out_then_ended() -> None:
    async with loopback(*[SAME] * 5, text_turn("It is 2.")) as api:
        report, said = await heard(api, "What is 1 + 1?")
        assert (report["status"], report["response"], len(api.model.requests)) == ("complete", "It is 2.", 6)
        assert [last_word(api, n) for n in (1, 2)] == ["", ""]
        assert [last_word(api, n) for n in (3, 4)] == [context.REPEATED.format(times=times) for times in (3, 4)]
        assert (last_word(api, 5), "tools" in api.model.requests[5].json) == (context.LAST_OF_MANY, False)
        assert any("same call again and again" in text for text in said)


async def test_what_it_was_told_of_that_can_be_read_afterwards() -> None:
    async with loopback(*[SAME] * 3, text_turn("It is 2.")) as api:
        job = await api.job("What is 1 + 1?")
        await api.ended(job)
        told = await api.engine.requests.told(job, 4)
        assert told.parts[-1].text == context.REPEATED.format(times=3)


async def test_another_call_in_between_is_no_circle() -> None:
    other = calls_turn(call("calculate", {"expression": "2 + 2"}))
    async with loopback(SAME, SAME, other, SAME, SAME, text_turn("Done.")) as api:
        assert (await api.ended(await api.job("Count")))["response"] == "Done."
        assert [last_word(api, n) for n in range(1, 6)] == [""] * 5


async def test_the_last_round_says_so_and_brings_an_answer() -> None:
    turns = [calls_turn(call("calculate", {"expression": f"{n} + 1"})) for n in range(3)]
    async with loopback(*turns, text_turn("So far: 3."), max_rounds=3) as api:
        assert (await api.ended(await api.job("Count")))["response"] == "So far: 3."
        assert (last_word(api, 3), "tools" in api.model.requests[3].json) == (context.LAST_ROUND, False)


async def test_who_calls_tools_even_then_ends_as_an_error_that_says_so() -> None:
    turns = [calls_turn(call("calculate", {"expression": f"{n} + 1"})) for n in range(4)]
    async with loopback(*turns, text_turn("So far: 4."), max_rounds=3) as api:
        report = await api.ended(await api.job("Count"))
        assert (report["status"], report["response"], len(api.model.requests)) == ("error", "", 4)
        assert report["error"].startswith("tiny goes on calling tools where it was told to answer")
        assert [made["output"] for made in report["tool_calls"]] == ["1", "2", "3"]
        await api.engine.resume(report["job_id"], "retry")
        report = await api.ended(report["job_id"])
        assert (report["status"], report["response"]) == ("complete", "So far: 4.")


async def test_what_it_says_beside_such_a_call_is_its_answer() -> None:
    once = calls_turn(call("calculate", {"expression": "1 + 1"}))
    more = calls_turn(call("calculate", {"expression": "2 + 2"}), text="It is 2.")
    async with loopback(once, more, max_rounds=1) as api:
        report = await api.ended(await api.job("Count"))
        assert (report["status"], report["response"], len(report["tool_calls"])) == ("complete", "It is 2.", 1)


@pytest.mark.parametrize(
    "words",
    [
        "registry.ollama.ai/library/tiny does not support tools",
        '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set',
        "tools param requires --jinja flag",
        "Function calling is not enabled for models/tiny",
        "Unsupported parameter: 'tools' is not supported with this model.",
    ],
)
async def test_who_refuses_tools_answers_without_them(words: str) -> None:
    refused = error_turn(400, {"error": {"message": words}})
    async with loopback(refused, text_turn("Hello.")) as api:
        report, said = await heard(api, "Greet")
        assert (report["status"], report["response"], report["error"]) == ("complete", "Hello.", None)
        first, second = (request.json for request in api.model.requests)
        assert "tools" in first
        assert "tools" not in second
        assert "file tools" not in second["messages"][0]["content"]
        assert "tiny can't use tools; it answers without them." in said


async def test_it_is_not_asked_with_tools_again_in_this_run() -> None:
    async with loopback(REFUSED, text_turn("Hello."), text_turn("Still here.")) as api:
        await heard(api, "Greet")
        report, said = await heard(api, "Again")
        assert (report["response"], len(api.model.requests)) == ("Still here.", 3)
        assert said == ["tiny can't use tools; it answers without them."]


async def test_what_it_was_told_shows_that_there_were_no_tools() -> None:
    async with loopback(REFUSED, text_turn("Hello.")) as api:
        job = await api.job("Greet")
        await api.ended(job)
        told = await api.engine.requests.told(job)
        assert {part.kind for part in told.parts} == {"system", "user"}
