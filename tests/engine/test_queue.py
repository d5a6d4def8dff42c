"""Prompts that wait for the answer before them: sent in turn, held back with a reason, changed, and never lost."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path

import pytest

from inara_engine.errors import NotFound, UserError
from inara_engine.events import QueueChanged, TextDelta
from inara_engine.face import LIVE, Decision, Engine, Prompt, open_engine
from inara_engine.home import find_home
from inara_engine.messages import Image
from inara_engine.store import queue
from inara_engine.store.queue import MOST
from tests.support.engines import engine_with, settled
from tests.support.loopback import loopback
from tests.support.scripted_server import HANG, Turn, Until, call, calls_turn, chunk, error_turn, sse, text_turn
from tests.support.terminal import run_inara


def slow(text: str, until: asyncio.Event) -> Turn:
    """An answer whose end waits for the test."""
    return Turn([sse(chunk({"content": text})), Until(until), sse(chunk({}, "stop"), "[DONE]")])


async def begun(engine: Engine, text: str = "first", **options: object) -> tuple[str, str]:
    """A conversation whose first answer has begun: job and session."""
    job = await engine.submit(Prompt(text=text, **options))  # pyright: ignore[reportArgumentType]
    async with asyncio.timeout(10):
        while (report := await engine.job(job))["status"] == "queued":
            await asyncio.sleep(0.01)
    return job, report["session_id"]


async def waiting(engine: Engine, session: str) -> list[str]:
    return [prompt.text for prompt in (await engine.queue.report(session)).prompts]


async def until_sent(engine: Engine, session: str, left: int = 0) -> None:
    async with asyncio.timeout(10):
        while len(await waiting(engine, session)) > left:
            await asyncio.sleep(0.01)


async def tasks(engine: Engine, session: str) -> list[str]:
    """What was sent in a session, in order, once all of it was answered."""
    jobs = list(reversed(await engine.jobs(session=session)))
    for job in jobs:
        await settled(engine, job.job_id)
    return [job.task for job in jobs]


async def test_each_goes_out_when_the_answer_before_it_has_ended_well(home: Path) -> None:
    gate = asyncio.Event()
    async with engine_with(home, slow("One", gate), text_turn("Two"), text_turn("Three")) as (engine, _):
        _, session = await begun(engine)
        second = await engine.queue.add(Prompt(text="second"), session)
        third = await engine.queue.add(Prompt(text="third"), session)
        report = await engine.queue.report(session)
        assert ([prompt.id for prompt in report.prompts], report.hold, report.reason) == (
            [second, third],
            "running",
            "",
        )
        gate.set()
        await until_sent(engine, session)
        assert await tasks(engine, session) == ["first", "second", "third"]


async def test_it_can_be_changed_reordered_and_withdrawn_while_it_waits(home: Path) -> None:
    gate = asyncio.Event()
    async with engine_with(home, slow("One", gate), *[text_turn("More")] * 3) as (engine, _):
        _, session = await begun(engine)
        ids = [await engine.queue.add(Prompt(text=text), session) for text in ("a", "b", "c", "d")]
        await engine.queue.move(ids[3], 0)
        await engine.queue.move(ids[0], 99)
        assert (await engine.queue.withdraw(ids[1])).text == "b"
        await engine.queue.edit(ids[2], "c, but better")
        assert await waiting(engine, session) == ["d", "c, but better", "a"]
        with pytest.raises(UserError, match="needs words"):
            await engine.queue.edit(ids[2], "  ")
        with pytest.raises(NotFound, match="No such prompt waits"):
            await engine.queue.edit(ids[1], "too late")
        gate.set()
        await until_sent(engine, session)
        assert await tasks(engine, session) == ["first", "d", "c, but better", "a"]


async def test_half_an_emoji_does_not_lose_a_prompt(home: Path) -> None:
    """Text that was cut between the two halves of a character is common where it is pasted or dictated."""
    gate = asyncio.Event()
    async with engine_with(home, slow("One", gate), text_turn("Two")) as (engine, _):
        _, session = await begun(engine)
        prompt = await engine.queue.add(Prompt(text="good \ud83d", private=("a.txt",)), session)
        await engine.queue.edit(prompt, "bad \udcff")
        assert await waiting(engine, session) == ["bad \ufffd"]
        gate.set()
        await until_sent(engine, session)
        assert await tasks(engine, session) == ["first", "bad \ufffd"]


async def test_what_is_being_changed_does_not_go_out_under_ones_hands(home: Path) -> None:
    gate = asyncio.Event()
    async with engine_with(home, slow("One", gate), text_turn("Two")) as (engine, _):
        job, session = await begun(engine)
        prompt = await engine.queue.add(Prompt(text="second"), session)
        await engine.queue.hold(prompt, on=True)
        gate.set()
        await settled(engine, job)
        assert (await engine.queue.report(session)).hold == "edited"
        await engine.queue.edit(prompt, "the second, at last")
        await until_sent(engine, session)
        assert await tasks(engine, session) == ["first", "the second, at last"]


async def test_what_is_attached_while_it_is_changed_goes_out_with_it(home: Path) -> None:
    """Beside what it had; and as something that nobody here need have written, like any attachment."""
    cat, dog = (Image(media_type="image/png", data="iVBORw0KGgo=", name=f"{name}.png") for name in ("cat", "dog"))
    gate = asyncio.Event()
    async with engine_with(home, slow("One", gate), text_turn("Two")) as (engine, _):
        _, session = await begun(engine)
        first = Prompt(text="look", images=(cat,), private=("cat.png",), untrusted=("cat.png",))
        prompt = await engine.queue.add(first, session)
        await engine.queue.edit(prompt, "look at both", (dog,), ("dog.png",), pasted=True)
        [waits] = (await engine.queue.report(session)).prompts
        assert waits.attached == ("cat.png", "dog.png")
        taken = await engine.queue.withdraw(prompt)
        gate.set()
    assert taken.images == (cat, dog)
    assert taken.private == taken.untrusted == ("cat.png", "dog.png")
    assert taken.pasted


async def test_after_a_failure_or_a_stop_it_is_held_back_until_somebody_sends_it(home: Path) -> None:
    gate = asyncio.Event()
    turns = [slow("One", gate), error_turn(400, {"error": {"message": "no"}}), text_turn("Three"), text_turn("Four")]
    async with engine_with(home, *turns) as (engine, _):
        job, session = await begun(engine)
        for text in ("second", "third", "fourth"):
            await engine.queue.add(Prompt(text=text), session)
        await engine.cancel(job)
        report = await engine.queue.report(session)
        assert (report.hold, report.reason) == ("stopped", "The answer before it was stopped.")
        failed = await engine.queue.send(report.prompts[0].id)
        assert (await settled(engine, failed))["status"] == "error"
        report = await engine.queue.report(session)
        assert ([prompt.text for prompt in report.prompts], report.hold) == (["third", "fourth"], "failed")
        await engine.queue.send(report.prompts[0].id)
        await until_sent(engine, session)  # the last one follows by itself
        assert await tasks(engine, session) == ["first", "second", "third", "fourth"]


async def test_what_is_sent_past_a_question_is_answered_before_it(home: Path) -> None:
    asks = calls_turn(call("write_file", {"path": "a.md", "content": "x"}))
    async with engine_with(home, asks, text_turn("Meanwhile."), text_turn("Written.")) as (engine, _):
        job, session = await begun(engine)
        assert (await settled(engine, job))["status"] == "awaiting_confirmation"
        prompt = await engine.queue.add(Prompt(text="something else"), session)
        assert (await engine.queue.report(session)).reason == "The answer before it waits for you."
        other = await engine.queue.send(prompt)
        assert (await settled(engine, other))["response"] == "Meanwhile."
        [asked] = await engine.pending()
        await engine.answer(asked.call_id, Decision(approved=False, digest=asked.digest))
        assert (await settled(engine, job))["response"] == "Written."


async def test_a_restart_keeps_it_and_a_cut_answer_holds_it_back(home: Path) -> None:
    cut = Turn([sse(chunk({"content": "One"})), HANG])
    async with engine_with(home, cut, text_turn("One, whole."), text_turn("Two")) as (engine, _):
        job, session = await begun(engine)
        await engine.queue.add(Prompt(text="second"), session)
        async with asyncio.timeout(10), aclosing(engine.follow(session)) as events:
            async for recorded in events:
                if isinstance(recorded.event, TextDelta):
                    break
        await engine.close()
        again = await open_engine(find_home())
        report = await again.queue.report(session)
        assert ([prompt.text for prompt in report.prompts], report.hold) == (["second"], "interrupted")
        await again.resume(job, "retry")
        await until_sent(again, session)
        assert await tasks(again, session) == ["first", "second"]
        await again.close()


async def test_a_prompt_is_sent_once_or_not_at_all(home: Path) -> None:
    """It leaves the queue in the transaction that makes it a task."""
    gate = asyncio.Event()
    async with engine_with(home, slow("One", gate), text_turn("Two")) as (engine, _):
        job, session = await begun(engine)
        prompt = await engine.queue.add(Prompt(text="second"), session)
        await engine.cancel(job)
        results = await asyncio.gather(
            engine.queue.send(prompt), engine.queue.send(prompt), engine.queue.withdraw(prompt), return_exceptions=True
        )
        assert sum(not isinstance(result, BaseException) for result in results) == 1
        assert [each.task for each in await engine.jobs(session=session)] == ["second", "first"]


async def test_the_queue_has_an_end_and_goes_with_its_conversation(home: Path) -> None:
    gate = asyncio.Event()
    async with engine_with(home, slow("One", gate)) as (engine, _):
        _, session = await begun(engine)
        for number in range(MOST):
            await engine.queue.add(Prompt(text=f"{number}"), session)
        with pytest.raises(UserError, match="full"):
            await engine.queue.add(Prompt(text="one more"), session)
        with pytest.raises(NotFound, match="no session"):
            await engine.queue.add(Prompt(text="where?"), "session-nowhere")
        await engine.delete_session(session)
        assert await engine.queue.all() == []


async def test_a_prompt_that_waits_does_not_grow_without_end(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "MOST_BYTES", 400)
    gate = asyncio.Event()
    async with engine_with(home, slow("One", gate)) as (engine, _):
        _, session = await begun(engine)
        prompt = await engine.queue.add(Prompt(text="short"), session)
        with pytest.raises(UserError, match="full"):
            await engine.queue.edit(prompt, "long " * 100)
        (waits,) = await engine.queue.all()
        assert waits.text == "short"


async def test_off_the_record_it_waits_in_memory_alone(home: Path) -> None:
    gate = asyncio.Event()
    async with engine_with(home, slow("One", gate), text_turn("Two")) as (engine, _):
        _, session = await begun(engine, off_record=True)
        await engine.queue.add(Prompt(text="a whispered word", off_record=True), session)
        assert await waiting(engine, session) == ["a whispered word"]
        kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
        assert b"whispered" not in kept
        gate.set()
        await until_sent(engine, session)
        assert await tasks(engine, session) == ["first", "a whispered word"]


async def test_who_follows_the_conversation_hears_that_the_queue_is_new(home: Path) -> None:
    gate = asyncio.Event()
    async with engine_with(home, slow("One", gate), text_turn("Two")) as (engine, _):
        _, session = await begun(engine)
        follower = engine.follow(session, LIVE)
        heard = asyncio.create_task(_heard(follower))
        await asyncio.sleep(0)
        await engine.queue.add(Prompt(text="second"), session)
        assert await asyncio.wait_for(heard, 10)
        gate.set()
        await until_sent(engine, session)


async def _heard(events: object) -> bool:
    async for recorded in events:  # pyright: ignore[reportGeneralTypeIssues]
        if isinstance(recorded.event, QueueChanged):
            return True
    return False


async def test_the_terminal_sees_and_changes_it(home: Path) -> None:
    async with engine_with(home, error_turn(400, {"error": {"message": "no"}}), text_turn("Now.")) as (engine, _):
        job = await engine.submit(Prompt(text="first"))
        session = (await settled(engine, job))["session_id"]
        await engine.close()
        first = (await run_inara("queue", "add", session, "second")).out.strip()
        second = (await run_inara("queue", "add", session, "third", "--json")).values[0]["id"]
        listed = await run_inara("queue")
        assert listed.out.split("\n")[0].split() == [first, session, "second"]
        assert f"The answer before it failed. `inara queue send {first}`" in listed.err
        assert (await run_inara("queue", "move", second, "1")).status == 0
        assert (await run_inara("queue", "edit", second, "the third")).status == 0
        assert (await run_inara("queue", "withdraw", first)).out == "second\n"
        [report] = (await run_inara("queue", "list", session, "--json")).values
        assert [prompt["text"] for prompt in report["prompts"]] == ["the third"]
        sent = await run_inara("queue", "send", second)
        assert (sent.status, sent.out) == (0, "Now.\n")
        gone = await run_inara("queue", "send", second)
        assert (gone.status, gone.err[:28]) == (1, "inara: No such prompt waits:")
        assert (await run_inara("queue")).err == "Nothing waits.\n"


async def test_other_programs_do_the_same_over_http() -> None:
    async with loopback(error_turn(400, {"error": {"message": "no"}}), text_turn("Now.")) as api:
        job = await api.ended(await api.job("first"))
        session = job["session_id"]
        added = await api.post(f"/sessions/{session}/queue", {"task": "second"})
        prompt = added.json()["id"]
        assert (await api.client.patch(f"/queue/{prompt}", json={"task": "better", "place": 0})).status_code == 200
        report = (await api.get(f"/sessions/{session}/queue")).json()
        assert ([each["text"] for each in report["prompts"]], report["hold"]) == (["better"], "failed")
        sent = (await api.post(f"/queue/{prompt}/send", {})).json()
        assert (await api.ended(sent["job_id"]))["response"] == "Now."
        assert (await api.client.delete(f"/queue/{prompt}")).status_code == 404
        assert (await api.get("/sessions/nowhere/queue")).status_code == 404
        assert (await api.post("/sessions/nowhere/queue", {"task": "x"})).status_code == 404
