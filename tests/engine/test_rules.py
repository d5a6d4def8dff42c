"""Rules made from a real call: "always allow this, here" is kept, holds at once, is counted and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from inara_engine.errors import NotFound, UserError
from inara_engine.events import ConfirmationAnswered, RuleOffer, ToolStarted
from inara_engine.face import Decision, Engine, Prompt
from inara_engine.jobs import Decision as Answer
from inara_engine.messages import Risk
from inara_engine.store import CallFilter
from tests.support.engines import engine_with, settled
from tests.support.play import Say, Stage, append_line
from tests.support.scripted_server import call, calls_turn, text_turn

TWICE = [Say("", [("append_line", {"line": "a"})]), Say("", [("append_line", {"line": "b"})]), Say("Done.")]


def lines(effects: Path) -> list[str]:
    return effects.read_text().split() if effects.exists() else []


async def test_always_holds_at_once_and_the_log_says_which_rule_let_it(tmp_path: Path) -> None:
    effects = tmp_path / "effects.txt"
    async with Stage(tmp_path, TWICE, [append_line(effects)]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        await stage.answer(approve=True, always=True)
        await stage.until("complete")
        assert lines(effects) == ["a", "b"]
        events = [recorded.event for recorded in await stage.events()]
        [answered] = [event for event in events if isinstance(event, ConfirmationAnswered)]
        assert answered.rule == RuleOffer(profile="me", tool="append_line", words="append_line, wherever it may work")
        [row] = await stage.store.rules.rows()
        started = [event for event in events if isinstance(event, ToolStarted)]
        assert [(event.allowed_by, event.rule) for event in started] == [("window", ""), ("rule", row.id)]
        assert (row.hits, row.tool, row.profile, row.made_by) == (1, "append_line", "me", "window")
        assert row.last_used is not None


async def test_a_rule_and_the_answer_that_makes_it_are_written_together_once(tmp_path: Path) -> None:
    async with Stage(tmp_path, TWICE, [append_line(tmp_path / "x")]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        [waiting] = stage.jobs.pending()
        [offer] = waiting.offers
        for wrong in (
            offer.model_copy(update={"tool": "*"}),
            offer.model_copy(update={"under": "/"}),
            offer.model_copy(update={"profile": "kids"}),
        ):
            with pytest.raises(UserError, match="can't be made"):
                await stage.jobs.answer(waiting.call_id, Answer(True, waiting.digest, remember=wrong))
        with pytest.raises(UserError, match="can't be made"):
            await stage.jobs.answer(waiting.call_id, Answer(False, waiting.digest, remember=offer))
        assert await stage.store.rules.rows() == []
        await stage.answer(approve=True, always=True)
        assert len(await stage.store.rules.rows()) == 1


@pytest.mark.parametrize("risk", [Risk.IRREVERSIBLE])
async def test_what_always_asks_offers_no_rule(tmp_path: Path, risk: Risk) -> None:
    async with Stage(tmp_path, TWICE, [append_line(tmp_path / "x", risk=risk)]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        assert [waiting.offers for waiting in stage.jobs.pending()] == [()]


async def test_off_the_record_no_rule_can_be_made(tmp_path: Path) -> None:
    async with Stage(tmp_path, TWICE, [append_line(tmp_path / "x")]) as stage:
        await stage.submit(off_record=True)
        await stage.until("awaiting_confirmation")
        assert [waiting.offers for waiting in stage.jobs.pending()] == [()]


async def asked(engine: Engine, prompt: Prompt) -> str:
    job = await engine.submit(prompt)
    return (await settled(engine, job))["status"]


async def test_in_the_whole_engine_a_rule_outlives_the_session_and_the_app(home: Path) -> None:
    documents = home.parent / "user" / "work"
    turns = [
        turn
        for number in range(5)
        for turn in (
            calls_turn(call("write_file", {"path": str(documents / f"{number}.txt"), "content": "x"})),
            text_turn("Done."),
        )
    ]
    settings = f"""
[policy]
allow = ["remember"]
deny = [{{ tool = "delete_file", under = "{documents}" }}]
[profiles.kids.policy]
user_role = "guest"
"""
    async with engine_with(home, *turns, settings=settings) as (engine, _):
        first = await engine.submit(Prompt(text="Write it"))
        assert (await settled(engine, first))["status"] == "awaiting_confirmation"
        [waiting] = await engine.pending()
        assert [offer.words for offer in waiting.offers] == [
            f"write_file in {documents}",
            "write_file, wherever it may work",
        ]
        await engine.answer(waiting.call_id, Decision(True, waiting.digest, remember=waiting.offers[0]))
        assert (await settled(engine, first))["status"] == "complete"
        assert await asked(engine, Prompt(text="Write the next")) == "complete"
        assert await asked(engine, Prompt(text="And for the kids", profile="kids")) == "awaiting_confirmation"
        await engine.delete_session((await engine.job(first))["session_id"])
    async with engine_with(home, *turns[6:], settings=settings) as (engine, _):
        assert await asked(engine, Prompt(text="Still")) == "complete"
        [made, *of_the_file] = await engine.rules.list()
        assert (made.words, made.source, made.hits) == (f"write_file in {documents}", "call", 2)
        assert [(rule.effect, rule.words, rule.source, rule.profile) for rule in of_the_file] == [
            ("allow", "remember, wherever it may work", "file", "me"),
            ("deny", f"delete_file in {documents}", "file", "me"),
        ]
        with pytest.raises(UserError, match=r"config\.toml"):
            await engine.rules.delete(of_the_file[0].id)
        await engine.rules.delete(made.id)
        with pytest.raises(NotFound):
            await engine.rules.delete(made.id)
        assert await asked(engine, Prompt(text="No more")) == "awaiting_confirmation"
        entries = await engine.activity.list(text="write")
        assert [(entry.tool, entry.outcome, entry.by) for entry in entries] == [
            ("write_file", "", ""),
            ("write_file", "ok", "rule"),
            ("write_file", "", ""),
            ("write_file", "ok", "rule"),
        ]


async def test_a_call_that_ran_is_in_the_activity_with_who_let_it(tmp_path: Path) -> None:
    script = [
        Say("", [("append_line", {"line": "a"}), ("append_line", {"line": "b"}), ("nothing", {})]),
        Say("Done."),
    ]
    async with Stage(tmp_path, script, [append_line(tmp_path / "x")]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        first, second = stage.jobs.pending()
        await stage.jobs.answer(first.call_id, Answer(True, first.digest, by="terminal"))
        await stage.jobs.answer(second.call_id, Answer(False, second.digest, by="http"))
        await stage.until("complete")
        rows = {row.call_id: row for row in await stage.store.calls(CallFilter(), 10)}
        assert [(row.tool, row.summary, row.by, row.outcome) for _, row in sorted(rows.items())] == [
            ("append_line", "Append a", "terminal", "ok"),
            ("append_line", "Append b", "http", "declined"),
            ("nothing", "", "", "failed"),
        ]
        assert len(await stage.store.calls(CallFilter(by="person", outcome="ok"), 10)) == 1
        assert len(await stage.store.calls(CallFilter(text="APPEND B"), 10)) == 1
        newest = await stage.store.calls(CallFilter(), 2)
        assert [row.call_id for row in newest + await stage.store.calls(CallFilter(), 2, newest[-1].call_id)] == sorted(
            rows, reverse=True
        )
        await stage.store.delete_session("s1")
        assert await stage.store.calls(CallFilter(), 10) == []
