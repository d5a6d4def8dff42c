"""A conversation that outgrows the model's window is summed up; the log keeps every word."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

import pytest

from inara_engine.events import JobFinished, Progress, Recorded
from inara_engine.face import LIVE
from tests.support.loopback import Loopback, loopback
from tests.support.scripted_server import ScriptedServer, Turn, call, calls_turn, error_turn, text_turn

LONG = "All about herons. " * 177  # some 800 tokens: three turns of it fill the window, and one may stay as it is
ONE, TWO, THREE = (f"{name}. {LONG}" for name in ("One", "Two", "Three"))
THREE_TURNS = [text_turn(LONG)] * 3
WINDOW = 6000
FEW_TOOLS = '[roles.orchestrator]\ntools = ["read_file"]\n'


async def talk(api: Loopback, *tasks: str) -> tuple[str, dict[str, Any]]:
    """One task after the other in a session; its id and the last report."""
    session, report = "", dict[str, Any]()
    for task in tasks:
        more = {"session_id": session} if session else {}
        report = await api.ended(await api.job(task, **more))
        session = report["session_id"]
    return session, report


async def progress(events: AsyncGenerator[Recorded]) -> list[str]:
    """What is said of the progress of the next job."""
    said: list[str] = []
    async for recorded in events:
        match recorded.event:
            case Progress(text=text):
                said.append(text)
            case JobFinished():
                break
            case _:
                pass
    return said


def sent(server: ScriptedServer, n: int) -> list[str]:
    """The texts of a request, without the system prompt."""
    return [message["content"] for message in server.requests[n].json["messages"][1:]]


async def test_what_does_not_fit_is_summed_up_and_the_newest_stays_word_for_word() -> None:
    turns = [*THREE_TURNS, text_turn("Herons were praised."), text_turn("Yes.")]
    async with loopback(*turns, config=FEW_TOOLS, context_window=WINDOW) as api:
        session, report = await talk(api, ONE, TWO, THREE, "Still?")
        assert report["response"] == "Yes."
        *told, question = sent(api.model, 3)
        assert told == [ONE, LONG, TWO, LONG]
        assert question.startswith("Sum up our conversation")
        assert sent(api.model, 4) == [question, "Herons were praised.", THREE, LONG, "Still?"]
        whole = (await api.get(f"/sessions/{session}")).json()["messages"]
        assert [message["content"] for message in whole] == [ONE, LONG, TWO, LONG, THREE, LONG, "Still?", "Yes."]


async def test_a_summary_is_made_once_and_holds_for_the_turns_after_it() -> None:
    turns = [*THREE_TURNS, text_turn("Herons were praised."), text_turn("Yes."), text_turn("They are.")]
    async with loopback(*turns, config=FEW_TOOLS, context_window=WINDOW) as api:
        await talk(api, ONE, TWO, THREE, "Still?", "Are they grey?")
        assert len(api.model.requests) == 6
        assert sent(api.model, 5)[1:] == ["Herons were praised.", THREE, LONG, "Still?", "Yes.", "Are they grey?"]


async def test_a_duplicate_goes_on_from_the_summary() -> None:
    turns = [*THREE_TURNS, text_turn("Herons were praised."), text_turn("Yes."), text_turn("They are.")]
    async with loopback(*turns, config=FEW_TOOLS, context_window=WINDOW) as api:
        session, _ = await talk(api, ONE, TWO, THREE, "Still?")
        copy = await api.engine.shelf.duplicate(session)
        await api.ended(await api.job("Are they grey?", session_id=copy))
        assert len(api.model.requests) == 6
        assert sent(api.model, 5)[1:] == ["Herons were praised.", THREE, LONG, "Still?", "Yes.", "Are they grey?"]


async def test_the_server_may_keep_what_it_has_read() -> None:
    """The question comes at the end of what was told before: same prompt, same tools, same messages."""
    turns = [*THREE_TURNS, text_turn("Herons were praised."), text_turn("Yes.")]
    async with loopback(*turns, config=FEW_TOOLS, context_window=WINDOW) as api:
        await talk(api, ONE, TWO, THREE, "Still?")
        before, summing = api.model.requests[2].json, api.model.requests[3].json
        assert summing["tools"] == before["tools"]
        assert summing["messages"][:-1] == before["messages"][:-1]


async def test_without_a_summary_the_oldest_turns_are_left_out_and_it_says_so() -> None:
    refused = error_turn(400, {"error": {"message": "no"}})
    async with loopback(*THREE_TURNS, refused, text_turn("Here."), config=FEW_TOOLS, context_window=WINDOW) as api:
        session, _ = await talk(api, ONE, TWO, THREE)
        async with aclosing(api.engine.follow(session, LIVE)) as events:
            heard = asyncio.create_task(progress(events))
            await asyncio.sleep(0)
            job = await api.job("Still?", session_id=session)
            said = await heard
        assert "Summing up the earlier conversation…" in said
        assert any("could not be summed up" in text for text in said)
        assert (await api.ended(job))["response"] == "Here."
        assert sent(api.model, 4)[0] == TWO


async def test_the_window_is_learnt_from_a_server_that_refuses() -> None:
    message = {"code": 400, "type": "exceed_context_size_error", "message": "too long", "n_ctx": WINDOW}
    refused = error_turn(400, {"error": {**message, "n_prompt_tokens": WINDOW + 1}})
    turns = [*THREE_TURNS, refused, text_turn("Herons were praised."), text_turn("Yes.")]
    async with loopback(*turns, config=FEW_TOOLS) as api:
        _, report = await talk(api, ONE, TWO, THREE, "Still?")
        assert (report["status"], report["response"], report["error"]) == ("complete", "Yes.", None)
        assert "Herons were praised." in sent(api.model, 5)


def counted(tokens: int) -> Turn:
    """A refusal of a request that has so many tokens."""
    message = {"code": 400, "type": "exceed_context_size_error", "message": "too long", "n_ctx": WINDOW}
    return error_turn(400, {"error": {**message, "n_prompt_tokens": tokens}})


async def test_a_conversation_of_denser_words_than_it_seems_is_summed_up_where_its_server_refuses_it() -> None:
    """Of Chinese, numbers or base64 there are more tokens than a quarter of the characters."""
    turns = [*THREE_TURNS[:2], counted(WINDOW + 1), text_turn("Herons were praised."), text_turn("Yes.")]
    async with loopback(*turns, config=FEW_TOOLS, context_window=WINDOW) as api:
        _, report = await talk(api, ONE, TWO, "Still?")
        assert (report["status"], report["response"]) == ("complete", "Yes.")
        assert sent(api.model, 2) == [ONE, LONG, TWO, LONG, "Still?"]
        assert sent(api.model, 4)[1:] == ["Herons were praised.", "Still?"]


async def test_a_first_task_that_is_too_long_for_its_density_is_to_be_shortened() -> None:
    async with loopback(counted(WINDOW + 1), config=FEW_TOOLS, context_window=WINDOW) as api:
        _, report = await talk(api, "鷺" * 8_000)
        assert report["error"] == (
            "The task is too long for the model's window of 6,000 tokens."
            " Shorten it, or choose a model (or a server setting) with a larger context."
        )
        assert len(api.model.requests) == 1


@pytest.mark.parametrize("known", [None, 2_500])
async def test_where_the_tools_take_most_of_the_window_it_is_said_so(known: int | None) -> None:
    message = {"type": "exceed_context_size_error", "message": "too long", "n_ctx": 2_500, "n_prompt_tokens": 3_400}
    window = {"context_window": known} if known else {}
    async with loopback(*[error_turn(400, {"error": message})] * 9, **window) as api:
        _, report = await talk(api, "Hello.")
        assert "3,400 tokens, but only 2,500 fit" in report["error"]
        assert "The tools offered take about 2," in report["error"]
        assert report["error"].endswith(
            "Choose a model (or a server setting) with a larger context."
            " Or offer fewer tools: `tools` under [roles.orchestrator]."
        )
        assert len(api.model.requests) <= 3


async def test_a_server_that_counts_more_with_each_question_is_not_asked_for_ever() -> None:
    refusals = [counted(WINDOW + 2 ** (n // 2) * 100) for n in range(50)]
    async with loopback(*refusals, config=FEW_TOOLS, context_window=WINDOW) as api:
        report = await api.ended(await api.job("Hello."))
        assert report["status"] == "error"
        assert len(api.model.requests) <= 12


async def test_no_summary_is_made_of_nothing() -> None:
    """A turn that alone fills the window is told as far as it fits: else a model would make something up."""
    reads = [calls_turn(call("read_file", {"path": f"{n}.txt", "limit": 5_000})) for n in range(4)]
    turns = [*reads, text_turn("Read."), text_turn("Four files were read."), text_turn("Yes.")]
    async with loopback(*turns, config=FEW_TOOLS, context_window=WINDOW) as api:
        for n in range(4):
            (api.work / f"{n}.txt").write_text(("x" * 99 + "\n") * 90)
        _, report = await talk(api, "Read them.", "y" * 8_000)
        assert report["response"] == "Yes."
        told = sent(api.model, 5)
        assert told[0] == "Read them."
        assert told[-1].startswith("Sum up our conversation")


def refusal(tokens: int) -> Turn:
    message = f"This model's maximum context length is {tokens} tokens."
    return error_turn(400, {"error": {"type": "context_length_exceeded", "message": message}})


@pytest.mark.parametrize(
    "windows", [[0] * 50, list(range(WINDOW - 1, WINDOW - 51, -1))], ids=["nothing at all", "less each time"]
)
async def test_a_server_whose_window_shrinks_with_each_question_is_not_asked_for_ever(windows: list[int]) -> None:
    async with loopback(*map(refusal, windows), config=FEW_TOOLS, context_window=WINDOW) as api:
        report = await api.ended(await api.job("Hello."))
        assert report["status"] == "error"
        assert "too long" in report["error"]
        assert len(api.model.requests) <= 6


async def test_a_task_that_is_too_long_teaches_nothing_about_the_window() -> None:
    """A server that counts twice the tokens we estimate leaves half the room. That it is half is learnt once."""
    hello = text_turn("Hello.", usage=(4000, 3))
    async with loopback(hello, hello, text_turn("Hello again."), config=FEW_TOOLS, context_window=WINDOW) as api:
        await talk(api, "Hello.", "Hello.")
        _, report = await talk(api, "x" * 40_000)
        assert (report["status"], len(api.model.requests)) == ("error", 2)
        assert "larger context" in report["error"]
        _, report = await talk(api, "Hello.")
        assert report["response"] == "Hello again."


async def test_what_a_model_was_told_is_shown_as_it_was_cut_for_it() -> None:
    """Also where its tokens are fewer characters than we think, so that less of a long result fits."""
    hello = text_turn("Hello.", usage=(4000, 3))
    turns = [hello, hello, calls_turn(call("read_file", {"path": "long.txt"})), text_turn("Long.")]
    async with loopback(*turns, config=FEW_TOOLS, context_window=WINDOW) as api:
        (api.work / "long.txt").write_text(("x" * 99 + "\n") * 190)
        await talk(api, "Hello.", "Hello.")
        _, report = await talk(api, "Read it.")
        shown = await api.engine.requests.told(report["job_id"])
        (result,) = [part.text for part in shown.parts if part.kind == "result"]
        assert result == sent(api.model, 3)[-1]
        assert "more characters were left out" in result


async def test_what_entered_the_context_is_not_forgotten_with_the_words() -> None:
    """The guard still knows what the turns that were summed up had read."""
    reads = calls_turn(call("read_file", {"path": "secret.txt"}))
    writes = calls_turn(call("write_file", {"path": "note.txt", "content": "x"}))
    turns: list[Turn] = [reads, *THREE_TURNS, text_turn("A secret was read."), text_turn("Yes."), writes]
    tools = '[roles.orchestrator]\ntools = ["read_file", "write_file"]\n'
    async with loopback(*turns, config=tools, context_window=WINDOW) as api:
        (api.work / "secret.txt").write_text("private")
        session, _ = await talk(api, ONE, TWO, THREE, "Still?")
        asked = await api.waiting(await api.job("Note it.", session_id=session))
        assert not any("secret.txt" in text for text in sent(api.model, 6)[:-1])
        assert any("secret.txt" in step for step in asked["tools"][0]["because"])


@pytest.mark.parametrize("size", [50_000, 190_000])
async def test_a_long_result_is_cut_for_the_model_and_whole_in_the_log(size: int) -> None:
    turns = [calls_turn(call("read_file", {"path": "long.txt", "limit": 5_000})), text_turn("Long.")]
    async with loopback(*turns, config=FEW_TOOLS, context_window=WINDOW) as api:
        (api.work / "long.txt").write_text(("x" * 99 + "\n") * (size // 100))
        report = await api.ended(await api.job("Read it."))
        told = sent(api.model, 1)[-1]
        assert len(told) < 8_000
        assert "more characters were left out" in told
        assert len(report["tool_calls"][0]["output"]) > 4 * len(told)


async def test_a_task_that_alone_is_too_long_says_what_to_do() -> None:
    async with loopback(config=FEW_TOOLS, context_window=WINDOW) as api:
        report = await api.ended(await api.job("x" * 30_000))
        assert report["status"] == "error"
        assert "too long for the model's window" in report["error"]
        assert "larger context" in report["error"]
