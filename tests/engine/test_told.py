"""What a model was told, at any round of any job, word for word: made anew from the log and equal to what was sent."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from inara_engine.errors import NotFound
from inara_engine.events import PromptSet
from inara_engine.face import Decision
from tests.support.loopback import loopback
from tests.support.scripted_server import ScriptedServer, call, calls_turn, text_turn
from tests.support.terminal import configure, run_inara

READS = calls_turn(call("current_time", {}), text="One moment.")


async def test_it_equals_what_was_sent_round_by_round() -> None:
    async with loopback(text_turn("Hello."), READS, text_turn("Noon.")) as api:
        first = await api.ended(await api.job("Hi"))
        second = await api.ended(await api.job("What time is it?", session_id=first["session_id"]))
        for request, job, number in zip(api.model.requests, (first, second, second), (1, 1, 2), strict=True):
            told = await api.engine.requests.told(job["job_id"], number)
            sent = request.json
            by_kind = {kind: [part for part in told.parts if part.kind == kind] for kind in ("system", "tool")}
            assert [part.text for part in by_kind["system"]] == [sent["messages"][0]["content"]]
            assert [part.name for part in by_kind["tool"]] == [tool["function"]["name"] for tool in sent["tools"]]
            said = [part for part in told.parts if part.kind not in by_kind]
            assert len(said) == len(sent["messages"]) - 1
            for part, message in zip(said, sent["messages"][1:], strict=True):
                assert part.text.startswith(message["content"] or "")
                assert part.kind == {"tool": "result"}.get(message["role"], message["role"])
        assert told.rounds == (1, 2)
        assert told.tokens == sum(part.tokens for part in told.parts) > 100


async def test_later_turns_and_settings_do_not_change_what_was_told() -> None:
    async with loopback(text_turn("One."), text_turn("Two.")) as api:
        first = await api.ended(await api.job("First"))
        before = await api.engine.requests.told(first["job_id"])
        await api.ended(await api.job("Second", session_id=first["session_id"], tier=0))
        assert await api.engine.requests.told(first["job_id"]) == before


async def test_a_prompt_that_stays_the_same_is_kept_once() -> None:
    async with loopback(*(text_turn(str(n)) for n in range(4))) as api:
        session = (await api.ended(await api.job("0")))["session_id"]
        for tier in (None, 0, None):
            await api.ended(await api.job("more", session_id=session, **({} if tier is None else {"tier": tier})))
        events = await api.engine._boards.kept.store.events(session)
        assert len([row for row in events if isinstance(row.event, PromptSet)]) == 2


async def test_a_task_that_waited_its_turn_is_told_what_holds_then(home: Path) -> None:
    """A task is prepared while it is written down; one that waits behind another would hear what no longer holds."""
    writes = calls_turn(call("write_file", {"path": "note.md", "content": "x"}))
    async with loopback(writes, text_turn("All right."), text_turn("Hello.")) as api:
        first = await api.job("Write it")
        asked = (await api.waiting(first))["tools"][0]
        session = (await api.show(first))["session_id"]
        second = await api.job("And then?", session_id=session)
        (home / "personas" / "inara").mkdir(parents=True, exist_ok=True)
        (home / "personas" / "inara" / "identity.md").write_text("You are Inara, and you rhyme.")
        await api.engine.answer(asked["call_id"], Decision(approved=False, digest=asked["digest"], by="http"))
        await api.ended(second)
        assert "and you rhyme" in api.model.requests[-1].json["messages"][0]["content"]


async def test_it_is_gone_with_the_conversation(home: Path) -> None:
    """The prompt carries the person's memory: no byte of it stays behind."""
    async with loopback(text_turn("Yes.")) as api:
        report = await api.ended(await api.job("Hi"))
        told = await api.engine.requests.told(report["job_id"])
        secret = told.parts[0].text[:60].encode()
        await api.client.delete(f"/sessions/{report['session_id']}")
        with pytest.raises(NotFound):
            await api.engine.requests.told(report["job_id"])
    files = [Path(folder) / name for folder, _, names in os.walk(home) for name in names if name.startswith("inara.db")]
    assert files
    assert all(secret not in file.read_bytes() for file in files)


async def test_from_the_terminal_and_over_http(home: Path) -> None:
    async with ScriptedServer([text_turn("Yes.")]) as server:
        configure(home, server.base_url, label="Tiny")
        job = (await run_inara("ask", "--json", "Are you there?")).value("connected")["job_id"]
    shown = (await run_inara("jobs", "told", job)).out
    assert shown.startswith("Round 1 of 1: Tiny, as orchestrator\n")
    assert "── tool write_file (about" in shown
    assert shown.rstrip().endswith("Are you there?")
    whole = json.loads((await run_inara("jobs", "told", job, "--json")).out)
    assert whole["parts"][-1]["text"] == "Are you there?"
    missing = await run_inara("jobs", "told", job, "--round", "7")
    assert (missing.status, "has no round 7" in missing.err, "Its rounds are: 1." in missing.err) == (1, True, True)


async def test_a_job_that_is_not_there_or_a_round_that_is_none() -> None:
    async with loopback(text_turn("Yes.")) as api:
        job = await api.job("Hi")
        await api.ended(job)
        assert (await api.get(f"/orchestrate/{job}/told")).json()["round"] == 1
        assert (await api.get(f"/orchestrate/{job}/told?round=x")).status_code == 400
        assert (await api.get("/orchestrate/none/told")).status_code == 404
