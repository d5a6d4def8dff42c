"""/orchestrate from outside: an HTTP client, a real engine, a model server that plays a script."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path
from typing import Any

import httpx
import pytest

from inara_engine.events import CaughtUp
from inara_engine.face import Prompt
from tests.support.loopback import loopback
from tests.support.scripted_server import HANG, Turn, Until, call, calls_turn, chunk, error_turn, sse, text_turn


def write(path: str, call_id: str = "call_a") -> dict[str, Any]:
    return call("write_file", {"path": path, "content": "A line.\n"}, call_id)


async def test_a_task_is_given_polled_and_listed() -> None:
    async with loopback(text_turn("Hello ", "there.")) as api:
        given = await api.post("/orchestrate", {"task": "greet"})
        assert given.status_code == 200
        assert set(given.json()) == {"job_id", "status"}
        job = await api.ended(given.json()["job_id"])
        assert job["status"] == "complete"
        assert (job["task"], job["response"], job["backend"]) == ("greet", "Hello there.", "local")
        assert job["pending_confirmation"] is None
        listed = (await api.get("/orchestrate")).json()
    assert [one["job_id"] for one in listed] == [job["job_id"]]
    assert listed[0]["completed_at"] is not None


async def test_the_list_goes_back_page_by_page() -> None:
    async with loopback(*(text_turn("Yes.") for _ in range(3))) as api:
        jobs = [await api.job(f"task {number}") for number in range(3)]
        for job in jobs:
            await api.ended(job)
        first = (await api.get("/orchestrate?limit=2")).json()
        second = (await api.get(f"/orchestrate?limit=2&before={first[-1]['job_id']}")).json()
    assert [one["job_id"] for one in (*first, *second)] == jobs[::-1]


async def test_a_stream_tells_the_whole_job_and_ends() -> None:
    async with loopback(text_turn("Hello ", "there.", thinking="Hm.")) as api:
        events = await api.streamed(await api.job("greet"))
    kinds = dict.fromkeys(event["type"] for event in events)  # texts that wait together are sent together
    assert list(kinds) == ["connected", "progress", "thinking", "token", "done"]
    assert [event["id"] for event in events] == sorted(event["id"] for event in events)
    assert said(events) == events[-1]["response"] == "Hello there."
    assert set(events[-1]) >= {"session_id", "backend", "backend_label", "host", "tool_calls", "usage"}


async def test_a_finished_job_answers_at_once_and_goes_on_from_any_event() -> None:
    async with loopback(calls_turn(write("a.md"), text="I write."), text_turn("Written.")) as api:
        job = await api.job("write")
        await api.waiting(job)
        await api.post(f"/orchestrate/{job}/confirm")
        whole = await api.streamed(job)
        assert said(whole) == "Written."
        for number, event in enumerate(whole):
            rest = await api.streamed(job, after=event["id"])
            assert rest[0]["type"] == "connected"
            followed = [one for one in whole[number + 1 :] if one["id"] > event["id"]]
            assert said([*whole[: number + 1], *rest]) == "Written."
            assert [one["id"] for one in followed if one["id"] not in {o["id"] for o in rest}] == []


async def test_a_stream_reads_its_job_and_not_the_conversation_before_it() -> None:
    async with loopback(text_turn("One."), text_turn("Two.")) as api:
        first = await api.ended(await api.job("one"))
        session = first["session_id"]
        given = await api.post("/orchestrate", {"task": "two", "session_id": session})
        second = await api.ended(given.json()["job_id"])
        jobs: set[str] = set()
        async with aclosing(api.engine.follow(session, 0, second["job_id"])) as events:
            async for recorded in events:
                jobs.add(recorded.job_id)
                if isinstance(recorded.event, CaughtUp):
                    break
        assert jobs == {"", second["job_id"]}
        assert said(await api.streamed(second["job_id"])) == "Two."


async def test_two_read_one_job_and_one_comes_back() -> None:
    """The one who comes back in the middle of the answer is told it anew, behind a reset."""
    rest = asyncio.Event()
    async with loopback(slow("Hello ", "there.", until=rest)) as api:
        job = await api.job("greet")
        staying = asyncio.create_task(api.streamed(job))
        heard = await api.streamed(job, until="token")
        rest.set()
        heard += await api.streamed(job, after=heard[-1]["id"], header=True)
        assert said(await staying) == "Hello there."
    assert "reset" in [event["type"] for event in heard]
    assert said(heard) == "Hello there."
    assert heard[-1]["type"] == "done"


@pytest.mark.parametrize("count", range(1, 9))
async def test_who_is_cut_off_anywhere_and_comes_back_has_heard_it_all(count: int) -> None:
    rest = asyncio.Event()
    look = calls_turn(call("current_time", {}), text="I look. ")
    async with loopback(look, slow("It is ", "noon.", until=rest)) as api:
        job = await api.job("What time is it?")
        heard: list[dict[str, Any]] = []
        async with aclosing(api.stream(job)) as stream:
            async for event in stream:
                heard.append(event)
                if len(heard) == count or event.get("text") == "It is ":
                    break
        rest.set()
        heard += await api.streamed(job, after=heard[-1]["id"], header=True)
    assert said(heard) == heard[-1]["response"] == "It is noon."
    results = [event["call_id"] for event in heard if event["type"] == "tool_result"]
    assert len(results) == 1


async def test_a_failed_job_that_went_on_is_told_to_its_real_end() -> None:
    refused = error_turn(401, {"error": {"message": "bad key"}})
    async with loopback(refused, text_turn("Now it works.")) as api:
        job = await api.job("greet")
        failed = await api.streamed(job)
        assert failed[-1]["type"] == "error"
        await api.engine.resume(job, "retry")
        await api.until(job, lambda report: report["status"] == "complete")
        events = await api.streamed(job)
        assert "error" not in [event["type"] for event in events]
        assert said(events) == events[-1]["response"] == "Now it works."
        assert (await api.streamed(job, after=failed[-1]["id"]))[-1]["type"] == "done"


async def test_a_chain_of_questions_is_answered_one_by_one() -> None:
    turns = calls_turn(write("a.md")), calls_turn(write("b.md")), text_turn("Both are there.")
    async with loopback(*turns) as api:
        job = await api.job("write two notes")
        for name in ("a.md", "b.md"):
            pending = await api.waiting(job)
            assert [tool["args"]["path"] for tool in pending["tools"]] == [name]
            assert set(pending["tools"][0]) >= {"call_id", "name", "args", "risk", "reason", "digest"}
            assert not (api.work / name).exists()
            assert (await api.post(f"/orchestrate/{job}/confirm")).status_code == 200
            await api.until(job, lambda report, was=pending: report["pending_confirmation"] != was)
        report = await api.ended(job)
        events = await api.streamed(job)
    assert report["response"] == "Both are there."
    assert [made["outcome"] for made in report["tool_calls"]] == ["ok", "ok"]
    kinds = [event["type"] for event in events]
    assert (kinds.count("confirm"), kinds.count("resumed"), kinds[-1]) == (2, 2, "done")
    assert (api.work / "b.md").read_text() == "A line.\n"


async def test_each_call_of_a_round_has_its_own_answer() -> None:
    turns = calls_turn(write("a.md"), write("b.md", "call_b")), text_turn("One of them.")
    async with loopback(*turns) as api:
        job = await api.job("write two notes")
        pending = await api.until(
            job, lambda report: len((report["pending_confirmation"] or {"tools": ()})["tools"]) == 2
        )
        a, b = pending["pending_confirmation"]["tools"]
        decisions = [
            {"call_id": a["call_id"], "digest": a["digest"], "approve": True},
            {"call_id": b["call_id"], "digest": b["digest"], "approve": False, "reason": "not b"},
        ]
        assert (await api.post(f"/orchestrate/{job}/confirm", {"decisions": decisions})).status_code == 200
        report = await api.ended(job)
    assert [made["outcome"] for made in report["tool_calls"]] == ["ok", "declined"]
    assert "not b" in api.model.requests[-1].json["messages"][-1]["content"]
    assert (api.work / "a.md").exists()
    assert not (api.work / "b.md").exists()


async def test_a_digest_that_differs_answers_nothing() -> None:
    async with loopback(calls_turn(write("a.md"), write("b.md", "call_b"))) as api:
        job = await api.job("write")
        report = await api.until(job, lambda report: report["status"] == "awaiting_confirmation")
        a, b = report["pending_confirmation"]["tools"]
        decisions = [
            {"call_id": a["call_id"], "digest": a["digest"], "approve": True},
            {"call_id": b["call_id"], "digest": "0" * 64, "approve": True},
        ]
        refused = await api.post(f"/orchestrate/{job}/confirm", {"decisions": decisions})
        assert refused.status_code == 409
        assert (await api.post(f"/orchestrate/{job}/confirm", {"decisions": [decisions[0]] * 2})).status_code == 422
        decisions[1]["call_id"] = "nobody"
        assert (await api.post(f"/orchestrate/{job}/confirm", {"decisions": decisions})).status_code == 404
        assert await api.show(job) == report
        assert not (api.work / "a.md").exists()


async def test_a_no_goes_to_the_model_with_its_reason() -> None:
    async with loopback(calls_turn(write("a.md")), text_turn("As you like.")) as api:
        job = await api.job("write")
        await api.waiting(job)
        assert (await api.post(f"/orchestrate/{job}/deny", {"reason": "not there"})).status_code == 200
        report = await api.ended(job)
    assert report["response"] == "As you like."
    assert report["tool_calls"][0]["outcome"] == "declined"
    assert "not there" in api.model.requests[-1].json["messages"][-1]["content"]
    assert not (api.work / "a.md").exists()


async def test_a_cancelled_job_keeps_what_it_had_said() -> None:
    async with loopback(Turn([sse(chunk({"content": "Once upon"})), HANG])) as api:
        job = await api.job("tell")
        follower = asyncio.create_task(api.streamed(job))
        await api.streamed(job, until="token")
        stopped = await api.post(f"/orchestrate/{job}/cancel")
        assert stopped.json() == {"job_id": job, "status": "cancelled"}
        assert (await follower)[-1]["type"] == "cancelled"
        assert (await api.show(job))["response"] == "Once upon"
        assert (await api.post(f"/orchestrate/{job}/cancel")).status_code == 409


async def test_a_failed_job_says_why() -> None:
    async with loopback(error_turn(401, {"error": {"message": "bad key"}})) as api:
        job = await api.job("greet")
        events = await api.streamed(job)
        assert events[-1]["type"] == "error"
        assert (await api.ended(job))["error"] == events[-1]["message"]


async def test_silence_is_broken_by_signs_of_life() -> None:
    async with loopback(Turn([sse(chunk({"content": "Hm"})), HANG])) as api:
        job = await api.job("think")
        async with aclosing(api.stream(job)) as stream:
            async for event in stream:
                if event["type"] == "token":
                    break
            for _ in range(3):
                api.pass_silence()
                event = await anext(stream)
                assert event["type"] == "keepalive"
        await api.post(f"/orchestrate/{job}/cancel")


async def test_a_reader_who_leaves_leaves_nothing_behind_and_the_job_goes_on() -> None:
    rest = asyncio.Event()
    async with loopback(slow("Hello ", "there.", until=rest)) as api:
        job = await api.job("greet")
        await api.streamed(job, until="token")
        rest.set()
        assert (await api.ended(job))["response"] == "Hello there."


async def test_a_conversation_goes_on_in_its_session() -> None:
    async with loopback(text_turn("One."), text_turn("Two.")) as api:
        first = await api.ended(await api.job("first"))
        second = await api.ended(await api.job("second", session_id=first["session_id"]))
    assert second["session_id"] == first["session_id"]
    said_to_model = [message["content"] for message in api.model.requests[-1].json["messages"]]
    assert said_to_model[-3:] == ["first", "One.", "second"]


async def test_both_names_of_the_final_answer_are_read() -> None:
    async with loopback(text_turn("A."), text_turn("B.")) as api:
        for name in ("respond_with_final", "respond_with_claude"):
            report = await api.ended(await api.job("find out", **{name: False}))
            assert report["summary"] == report["gemini_summary"] == report["response"]


async def test_off_the_record_nothing_reaches_the_disk(home: Path) -> None:
    async with loopback(text_turn("Between us.")) as api:
        report = await api.ended(await api.job("a canary-7c1e", off_record=True))
    assert report["response"] == "Between us."
    assert [file.name for file in home.rglob("*") if file.is_file() and b"canary-7c1e" in file.read_bytes()] == []


async def test_what_another_program_does_not_know_off_the_record_it_does_not_find() -> None:
    """Whatever it looks for, and also once it has begun something off the record itself."""
    async with loopback(text_turn("Between us."), text_turn("Between it and us.")) as api:
        secret = await api.engine.submit(Prompt(text="a private-ish canary", off_record=True))
        await api.ended(secret)
        for looked_for in ("canary", "private-", "private-ish"):
            assert (await api.get(f"/sessions/search?q={looked_for}")).json() == []
        own = await api.job("its own", off_record=True)
        await api.ended(own)
        assert (await api.get(f"/orchestrate?before={own}")).json() == []
        assert (await api.get("/sessions?folder=private-")).json() == []


@pytest.mark.parametrize(
    "body",
    [
        {"task": "x", "user": "nobody"},
        {"task": "x", "persona": "nobody"},
        {"task": "x", "chat_role": "nobody"},
        {"task": "x", "tier": 4},
        {"task": "x", "tier": -1},
        {"task": "x", "tier": "2"},
        {"task": "x", "mode": "wild"},
        {"task": "x", "session_id": "../../etc"},
        {"task": "x", "unheard_of": 1},
        {"task": ""},
        {"task": "  "},
        {"task": 1},
        {},
        [],
        "task",
    ],
)
async def test_a_task_that_does_not_fit_is_refused_with_a_reason(body: object) -> None:
    async with loopback() as api:
        refused = await api.post("/orchestrate", body)
        assert refused.status_code in {400, 422}
        assert refused.json()["error"]["message"]
        assert (await api.get("/orchestrate")).json() == []


async def test_known_names_are_taken() -> None:
    async with loopback(text_turn("Yes.")) as api:
        body = {"user": "me", "persona": "inara", "chat_role": "chat", "tier": 0, "mode": "chat", "include_long": False}
        assert (await api.ended(await api.job("x", **body)))["status"] == "complete"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/orchestrate/job-0", 404),
        ("GET", "/orchestrate/job-0/stream", 404),
        ("POST", "/orchestrate/job-0/confirm", 404),
        ("POST", "/orchestrate/job-0/deny", 404),
        ("POST", "/orchestrate/job-0/cancel", 404),
        ("GET", "/orchestrate?before=job-0", 404),
        ("GET", "/orchestrate?limit=0", 400),
        ("GET", "/orchestrate?limit=x", 400),
        ("GET", "/orchestrate/{done}/stream?after=x", 400),
        ("GET", "/orchestrate/{done}/stream?after=99999999999999999999", 400),
        ("POST", "/orchestrate/{done}/confirm", 409),
        ("POST", "/orchestrate/{done}/deny", 409),
        ("POST", "/orchestrate/{done}/cancel", 409),
        ("PUT", "/orchestrate", 405),
        ("GET", "/nothing", 404),
        ("GET", "/orchestrate/", 404),
    ],
)
async def test_what_is_not_there_or_not_due_is_told_as_such(method: str, path: str, status: int) -> None:
    async with loopback(text_turn("Done.")) as api:
        done = await api.job("x")
        await api.ended(done)
        refused = await api.client.request(method, path.format(done=done))
    assert refused.status_code == status
    assert refused.json()["error"]["message"]


async def test_a_decision_that_is_none_is_refused() -> None:
    async with loopback(calls_turn(write("a.md"))) as api:
        job = await api.job("write")
        await api.waiting(job)
        for body in ({"decisions": []}, {"decisions": [{"call_id": "x"}]}, {"yes": True}):
            assert (await api.post(f"/orchestrate/{job}/confirm", body)).status_code == 422
        broken = await api.client.post(
            f"/orchestrate/{job}/confirm", content=b"{", headers={"Content-Type": "application/json"}
        )
        assert broken.status_code == 400
        assert (await api.show(job))["status"] == "awaiting_confirmation"


async def test_an_end_of_the_server_ends_streams_but_not_the_job(home: Path) -> None:
    async with loopback(Turn([sse(chunk({"content": "Hm"})), HANG])) as api:
        job = await api.job("think")
        reader = asyncio.create_task(api.streamed(job))
        await api.streamed(job, until="token")
        await api.server.close()
        assert [event["type"] for event in await reader][-1] == "token"
        assert (await api.engine.job(job))["status"] == "running"
        with pytest.raises(httpx.ConnectError):
            await api.get("/orchestrate")


def said(events: list[dict[str, Any]]) -> str:
    """What a client shows: the texts since the last question or reset."""
    text = ""
    for event in events:
        match event["type"]:
            case "token":
                text += event["text"]
            case "confirm" | "reset":
                text = ""
            case _:
                pass
    return text


def slow(first: str, second: str, *, until: asyncio.Event) -> Turn:
    """A reply whose second piece comes once a test says so."""
    return Turn(
        [sse(chunk({"content": first})), Until(until), sse(chunk({"content": second}), chunk({}, "stop"), "[DONE]")]
    )
