"""The log of decisions: each is there once, without the person's words, and no change to it goes unnoticed."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from inara_engine.errors import StorageError
from inara_engine.events import Action, ConfirmationRequested, ToolStarted, ToolUndone
from inara_engine.face import Engine, Prompt, open_engine
from inara_engine.home import find_home
from inara_engine.jobs import Decision as Answer
from inara_engine.messages import Risk
from inara_engine.store import Store
from inara_engine.store.decisions import ChainCheck, DecisionChain
from inara_engine.tools.base import Tool, ToolContext, ToolOutput
from tests.support.play import Say, Stage, append_line
from tests.support.scripted_server import ScriptedServer, call, calls_turn, text_turn
from tests.support.terminal import configure, run_inara

SECRET = "Lavender in the attic"
SCRIPT = [
    Say("", [("append_line", {"line": SECRET})]),
    Say("", [("append_line", {"line": f"{SECRET} once more"}), ("look", {}), ("erase", {})]),
    Say("", [("append_line", {"line": f"{SECRET} a third time"})]),
    Say("Done."),
]


class _Nothing(BaseModel):
    pass


def tool(name: str, risk: Risk) -> Tool:
    async def prepare(_: ToolContext, __: _Nothing) -> Action:
        return Action(summary=f"{name}: {SECRET}", risk=risk)

    async def run(_: ToolContext, __: _Nothing, ___: Action) -> ToolOutput:
        return ToolOutput(SECRET)

    return Tool(name, SECRET, _Nothing, Risk.PURE, prepare, run)


def tools(folder: Path) -> list[Tool]:
    return [append_line(folder / "effects.txt"), tool("look", Risk.READS), tool("erase", Risk.IRREVERSIBLE)]


async def rows(store: Store, columns: str = "what, by, tool") -> list[Any]:
    return await store._thread.run(lambda db: db.execute(f"SELECT {columns} FROM decision ORDER BY n").fetchall())


async def decided(stage: Stage) -> None:
    """A job in which much is decided: allowed once, then always; by the settings; declined; a rule deleted."""
    await stage.submit(SECRET)
    await stage.until("awaiting_confirmation")
    await stage.answer(approve=True)
    await stage.until("awaiting_confirmation")
    for waiting in stage.jobs.pending():
        if waiting.tool == "erase":
            await stage.jobs.answer(waiting.call_id, Answer(False, waiting.digest, SECRET, by="terminal"))
        else:
            await stage.jobs.answer(
                waiting.call_id, Answer(True, waiting.digest, by="http", remember=waiting.offers[0])
            )
    await stage.until("complete")
    [rule] = await stage.store.rules.rows()
    await stage.store.rules.delete(rule.id, 9999)


async def test_each_decision_is_a_row_with_who_made_it_and_the_digest_of_the_action(tmp_path: Path) -> None:
    async with Stage(tmp_path, SCRIPT, tools(tmp_path)) as stage:
        await decided(stage)
        assert await rows(stage.store) == [
            ("asked", "", "append_line"),
            ("approved", "window", "append_line"),
            ("started", "window", "append_line"),
            ("asked", "", "append_line"),
            ("asked", "", "erase"),
            ("started", "reads", "look"),
            ("rule_made", "http", "append_line"),
            ("approved", "http", "append_line"),
            ("declined", "terminal", "erase"),
            ("started", "http", "append_line"),
            ("started", "rule", "append_line"),
            ("rule_deleted", "person", "append_line"),
        ]
        events = [recorded.event for recorded in await stage.events()]
        digests = [event.digest for event in events if isinstance(event, ConfirmationRequested | ToolStarted)]
        kept = await rows(stage.store, "what, action, call_id")
        assert [action for what, action, _ in kept if what in {"asked", "started"}] == digests
        first = [action for _, action, call_id in kept if call_id == kept[0][2]]
        assert len(first) == 3  # asked about, approved and run: the same to the last byte
        assert len(set(first)) == 1
        assert all(len(digest) == 64 for digest in digests)
        whole = await stage.store.decisions.verify()
        assert (whole.decisions, whole.problem, whole.broken) == (12, "", None)


async def test_what_policy_refuses_what_expires_and_what_is_taken_back_is_written_down(tmp_path: Path) -> None:
    async with Stage(tmp_path, SCRIPT, tools(tmp_path), max_risk=2, confirmation_expires_h=1.0) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        [waiting] = stage.jobs.pending()
        await stage.jobs.revise(waiting.call_id, waiting.digest, {"line": "rather this"}, "window")
        [waiting] = stage.jobs.pending()
        stage._time = count(10_000)  # hours have passed
        stage.asked_at = 10_000
        with pytest.raises(Exception, match="has expired"):
            await stage.jobs.answer(waiting.call_id, Answer(True, waiting.digest))
        await stage.until("awaiting_confirmation")
        await stage.store.append("s1", "job-1", 90, 1, [ToolUndone(call_id=waiting.call_id, outcome="ok")])
        assert await rows(stage.store) == [
            ("asked", "", "append_line"),
            ("changed", "window", "append_line"),
            ("asked", "", "append_line"),
            ("expired", "", "append_line"),
            ("asked", "", "append_line"),
            ("denied", "settings", "erase"),
            ("started", "reads", "look"),
            ("undone", "", "append_line"),
        ]


async def test_it_has_no_word_of_the_persons_and_outlives_the_conversation(tmp_path: Path) -> None:
    async with Stage(tmp_path, SCRIPT, tools(tmp_path)) as stage:
        await decided(stage)
        before = await rows(stage.store, "*")
        assert "avender" not in repr(before)
        await stage.store.delete_session("s1")
        assert await rows(stage.store, "*") == before
        assert (await stage.store.decisions.verify()).problem == ""
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("inara.db*"))
    assert b"avender" not in kept


async def test_a_decision_is_there_with_its_event_or_not_at_all(tmp_path: Path) -> None:
    async with Stage(tmp_path, SCRIPT, tools(tmp_path)) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        before = await rows(stage.store, "*")
        with pytest.raises(StorageError):  # the place is taken: somebody else wrote this job
            await stage.store.append("s1", "job-1", 0, 1, [ToolStarted(call_id="job-1.1.0")])
        assert await rows(stage.store, "*") == before


Damage = Callable[[sqlite3.Connection], object]


def removed(number: int) -> Damage:
    return lambda db: db.execute("DELETE FROM decision WHERE n = ?", (number,))


def swapped(db: sqlite3.Connection) -> None:
    db.executescript(
        "UPDATE decision SET n = 100 WHERE n = 4; UPDATE decision SET n = 4 WHERE n = 5;"
        "UPDATE decision SET n = 5 WHERE n = 100; UPDATE sqlite_sequence SET seq = 12;"
    )


def put_in(db: sqlite3.Connection) -> None:
    columns = "at, what, by, tool, job_id, call_id, action, rule, chain"
    db.execute(f"INSERT INTO decision SELECT 13, {columns} FROM decision WHERE n = 12")


def moved_border(db: sqlite3.Connection) -> None:
    db.execute("UPDATE decision SET what = what || substr(by, 1, 1), by = substr(by, 2) WHERE n = 2")


@pytest.mark.parametrize(
    ("damage", "broken"),
    [
        (removed(1), 1),
        (removed(5), 5),
        (removed(12), 12),
        (lambda db: db.execute("DELETE FROM decision"), 1),
        (lambda db: db.execute("UPDATE sqlite_sequence SET seq = 11 WHERE name = 'decision'"), 13),
        (lambda db: db.execute("DELETE FROM sqlite_sequence WHERE name = 'decision'"), 13),
        (swapped, 4),
        (put_in, 13),
        (moved_border, 2),
        (lambda db: db.execute("UPDATE decision SET at = at + 1e-6 WHERE n = 3"), 3),
        (lambda db: db.execute("UPDATE decision SET by = CAST(x'ff' AS TEXT) WHERE n = 6"), 6),
    ],
)
async def test_a_row_that_is_changed_moved_put_in_or_taken_out_is_noticed(
    tmp_path: Path, damage: Damage, broken: int
) -> None:
    async with Stage(tmp_path, SCRIPT, tools(tmp_path)) as stage:
        await decided(stage)
        noted = (await stage.store.decisions.verify()).last

        def meddle(db: sqlite3.Connection) -> None:
            db.executescript("DROP TRIGGER decision_kept; DROP TRIGGER decision_unchanged")
            damage(db)

        await stage.store._thread.run(meddle)
        found = await stage.store.decisions.verify()
        assert found.broken == broken
        assert found.problem
        assert (await stage.store.decisions.verify(noted)).problem


async def test_our_own_code_can_only_append(tmp_path: Path) -> None:
    async with Stage(tmp_path, SCRIPT, tools(tmp_path)) as stage:
        await decided(stage)
        for statement in (
            "DELETE FROM decision",
            "UPDATE decision SET by = 'nobody'",
            "DELETE FROM decision WHERE n=1",
        ):
            with pytest.raises(StorageError, match="append only"):
                await stage.store._thread.run(lambda db, statement=statement: db.execute(statement))


async def test_a_log_written_anew_is_noticed_by_whoever_noted_a_digest(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    async with Stage(tmp_path / "a", SCRIPT, tools(tmp_path)) as stage:
        await decided(stage)
        noted = (await stage.store.decisions.verify()).last
        await stage.submit(session="s2")
        assert (await stage.store.decisions.verify(noted)).problem == ""  # what came since does not matter
    async with Stage(tmp_path / "b", [Say("", [("look", {})]), Say("Done.")], tools(tmp_path)) as stage:
        await stage.submit()
        await stage.until("complete")
        assert (await stage.store.decisions.verify()).problem == ""
        assert "you noted is not in the log" in (await stage.store.decisions.verify(noted)).problem


def verified(file: bytes | bytearray) -> tuple[DecisionChain | str, list[Any]]:
    """What the check says of a database, and what its log of decisions reads as; an error is one word for both."""
    db = sqlite3.connect(":memory:")
    try:
        db.deserialize(bytes(file))
        check = ChainCheck()
        while not check.go_on(db):
            pass
        db.text_factory = bytes
        return check.found(), db.execute("SELECT * FROM decision").fetchall()
    except sqlite3.DatabaseError as error:
        return str(error), []
    finally:
        db.close()


async def test_a_flipped_bit_in_any_byte_of_the_log_is_noticed(tmp_path: Path) -> None:
    """In the file, on each page that holds it: either SQLite or the chain notices, or what it says is the same."""
    async with Stage(tmp_path, SCRIPT, tools(tmp_path)) as stage:
        await decided(stage)
    noticed, content = await asyncio.to_thread(flipped_one_after_another, tmp_path / "inara.db")
    fields = sum(len(field) for row in content for field in row if isinstance(field, bytes))
    assert len(content) == 12
    assert noticed >= fields + 12 * 8  # and the times


def flipped_one_after_another(path: Path) -> tuple[int, list[Any]]:
    """How many flips were noticed, and what the log says without one."""
    file = bytearray(path.read_bytes())
    file[18:20] = b"\1\1"  # not WAL, which a file in memory can't be
    whole, content = verified(file)
    assert isinstance(whole, DecisionChain)
    assert whole.problem == ""
    pages = [page for page in range(0, len(file), 4096) if content[0][9] in file[page : page + 4096]]
    noticed = 0
    for at in (at for page in pages for at in range(page, page + 4096)):
        bit = 1 << at % 8
        file[at] ^= bit
        found, now = verified(file)
        file[at] ^= bit
        if isinstance(found, str) or found.problem:
            noticed += 1
        else:
            assert now == content, f"byte {at} changed what the log says"
    return noticed, content


async def test_off_the_record_nothing_of_it_is_kept(home: Path) -> None:
    script = [calls_turn(call("calculate", {"expression": "1+1"})), text_turn("2")]
    async with ScriptedServer(script) as server:
        configure(home, server.base_url)
        engine = await open_engine(find_home())
        assert isinstance(engine, Engine)
        try:
            job = await engine.submit(Prompt(text="how much is it", off_record=True))
            async for recorded in engine.follow((await engine.job(job))["session_id"]):
                if recorded.event.kind == "job_finished":
                    break
            assert (await engine.activity.verify()).decisions == 0
        finally:
            await engine.close()


async def test_the_terminal_and_the_doctor_tell_how_it_stands(home: Path) -> None:
    script = [calls_turn(call("calculate", {"expression": "1+1"})), text_turn("2")]
    async with ScriptedServer(script) as server:
        configure(home, server.base_url)
        nothing = await run_inara("activity", "--verify")
        assert (nothing.status, nothing.err) == (0, "Nothing has been decided yet.\n")
        assert (await run_inara("ask", "how much is it")).status == 0
    whole = await run_inara("activity", "--verify")
    assert whole.status == 0
    assert whole.out.startswith("1 decision since ")
    [listed] = (await run_inara("activity", "--decisions", "--json")).values
    assert (listed["number"], listed["what"], listed["by"], listed["tool"]) == (1, "started", "reads", "calculate")
    assert "calculate" in (await run_inara("activity", "--decisions")).out
    as_json = await run_inara("activity", "--verify", "--json")
    [told] = as_json.values
    assert (as_json.status, as_json.err) == (0, "")
    assert (told["decisions"], told["problem"], told["broken"]) == (1, "", None)
    assert told["last"] in whole.err
    assert (await run_inara("activity", "--verify", told["last"])).status == 0
    assert (await run_inara("activity", "--verify", "0" * 64)).status == 1
    with sqlite3.connect(home / "inara.db") as db:
        db.executescript("DROP TRIGGER decision_unchanged; UPDATE decision SET by = 'window';")
    db.close()
    broken = await run_inara("activity", "--verify")
    assert broken.status == 1
    assert "Decision 1 is not as it was written" in broken.err
    findings = {one["subject"]: one for one in (await run_inara("doctor", "--json")).values}
    assert findings["Decisions"]["ok"] is False
    assert "Decision 1" in findings["Decisions"]["message"]
