"""What the models cost in tokens, time and money: recorded with each reply, summed up by day and model."""

from __future__ import annotations

import csv
import io
import itertools
import platform
import sqlite3
from contextlib import aclosing
from datetime import datetime
from pathlib import Path

import pytest

from inara_engine.errors import UserError
from inara_engine.events import CaughtUp, Event, ModelFinished, ToolFinished
from inara_engine.face import Prompt, open_engine
from inara_engine.home import find_home
from inara_engine.store import Store
from inara_engine.store.schema import MIGRATIONS
from inara_engine.using import UsageBook
from tests.support.engines import settled
from tests.support.loopback import loopback
from tests.support.scripted_server import ScriptedServer, call, calls_turn, text_turn
from tests.support.terminal import configure, run_inara

PRICE = {"input": 3.0, "output": 15.0}


async def test_a_reply_is_recorded_with_what_it_cost_at_the_prices_of_then(home: Path) -> None:
    async with ScriptedServer(
        [text_turn("Yes.", usage=(1_000_000, 2_000)), text_turn("No.", usage=(10, 10))]
    ) as server:
        configure(home, server.base_url, price=PRICE)
        done = (await run_inara("ask", "--json", "Dear?")).value("done")
        assert done["usage"]["prompt_tokens"] == 1_000_000
        assert done["cost"] == pytest.approx(3.03)
        configure(home, server.base_url, price={"input": 0.0, "output": 0.0})
        assert (await run_inara("ask", "--json", "And now?")).value("done")["cost"] == 0
    first = await run_inara("jobs", "show", "--json", (await run_inara("jobs", "list")).out.splitlines()[1].split()[0])
    assert first.values[0]["cost"] == pytest.approx(3.03)
    assert first.values[0]["host"] == platform.node()


async def test_without_a_price_no_cost_is_made_up(home: Path) -> None:
    async with ScriptedServer([text_turn("Yes.")]) as server:
        configure(home, server.base_url)
        assert (await run_inara("ask", "--json", "Free?")).value("done")["cost"] is None
    assert (await run_inara("usage", "--json")).values[0]["cost"] is None


async def test_a_clock_that_is_set_back_takes_no_time_away(home: Path) -> None:
    """Here it goes back an hour each time somebody looks at it."""
    hours = itertools.count(1_900_000_000, -3600)
    async with ScriptedServer([calls_turn(call("list_files", {})), text_turn("Nothing.")]) as server:
        configure(home, server.base_url)
        engine = await open_engine(find_home(), drive=False, clock=lambda: float(next(hours)))
        report = await settled(engine, await engine.submit(Prompt(text="What is there?")))
        seen: list[Event] = []
        async with aclosing(engine.follow(report["session_id"], job=report["job_id"])) as events:
            async for one in events:
                if isinstance(one.event, CaughtUp):
                    break
                seen.append(one.event)
        await engine.close()
    assert report["status"] == "complete"
    replies = [event for event in seen if isinstance(event, ModelFinished)]
    assert [(one.first_token_ms, one.duration_ms) for one in replies] == [(0, 0), (0, 0)]
    assert [one.duration_ms for one in seen if isinstance(one, ToolFinished)] == [0]


async def test_the_days_are_summed_up_and_stay_when_the_conversation_goes(home: Path) -> None:
    turns = [calls_turn(call("current_time", {})), text_turn("Noon.", usage=(20, 5)), text_turn("Bye.", usage=(30, 7))]
    async with ScriptedServer(turns) as server:
        configure(home, server.base_url, label="=Tiny", price=PRICE)
        session = (await run_inara("ask", "--json", "What time is it?")).value("done")["session_id"]
        await run_inara("ask", "Bye")
    await run_inara("sessions", "delete", session)
    (today,) = (await run_inara("usage", "--json")).values
    assert today["day"] == datetime.now().astimezone().date().isoformat()
    assert (today["model"], today["replies"], today["answers"]) == ("local", 3, 2)
    assert today["completion_tokens"] >= 12
    table = list(csv.DictReader(io.StringIO((await run_inara("usage", "--csv")).out)))
    assert table[0]["label"] == "'=Tiny"  # a name from elsewhere is no formula
    assert float(table[0]["cost"]) == pytest.approx(today["cost"], abs=1e-6)
    assert "local" in (await run_inara("usage")).out


async def test_other_programs_read_it_too() -> None:
    async with loopback(text_turn("Yes.", usage=(12, 3))) as api:
        await api.ended(await api.job("Counted?"))
        (today,) = (await api.get("/usage?days=2")).json()
        assert (today["prompt_tokens"], today["completion_tokens"], today["answers"]) == (12, 3, 1)
        assert (await api.get("/usage?days=none")).status_code == 400


async def test_a_copy_of_a_conversation_has_used_nothing() -> None:
    async with loopback(text_turn("Yes.", usage=(10, 5))) as api:
        report = await api.ended(await api.job("Dear?"))
        before = (await api.get("/usage?days=2")).json()
        await api.engine.shelf.duplicate(report["session_id"])
        assert (await api.get("/usage?days=2")).json() == before


async def test_nothing_off_the_record_is_counted() -> None:
    async with loopback(text_turn("Secret.")) as api:
        await api.ended(await api.job("Counted?", off_record=True))
        assert (await api.get("/usage")).json() == []


async def test_a_time_without_use_and_one_that_is_none() -> None:
    empty = await run_inara("usage", "--days", "3")
    assert (empty.status, empty.out) == (0, "")
    book = UsageBook(Store(None), datetime.now)
    with pytest.raises(UserError, match="At least one day"):
        await book.days(0)


def test_what_was_used_before_it_was_counted_is_counted_once() -> None:
    """The migration fills the table from the log of earlier versions."""
    db = sqlite3.connect(":memory:")
    at = next(number for number, script in enumerate(MIGRATIONS) if "CREATE TABLE usage" in script)
    for script in MIGRATIONS[:at]:
        db.executescript(script)
    reply = (
        '{"kind":"model_finished","text":"x","calls":[],"summary":false,"model":"local","model_label":"Tiny",'
        '"usage":{"prompt_tokens":10,"completion_tokens":4,"cached_tokens":1,"estimated":false},'
        '"first_token_ms":100,"duration_ms":500}'
    )
    for position in range(2):
        db.execute(
            "INSERT INTO event(session_id, job_id, position, at, kind, version, body, checksum)"
            " VALUES('s', 'j', ?, 1764000000.0, 'model_finished', 1, ?, 0)",
            (position, reply),
        )
    db.executescript(MIGRATIONS[at])
    (row,) = db.execute("SELECT model, label, replies, answers, prompt_tokens, writing_ms, cost FROM usage")
    assert row == ("local", "Tiny", 2, 2, 20, 800, None)
