"""Questions that change while they wait: edited by the person, refused by a newer rule, expired."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from inara_engine.errors import UserError
from inara_engine.events import ToolFinished
from inara_engine.jobs import Decision as Answer
from inara_engine.messages import Risk
from tests.support.play import Say, Stage, append_line


def lines(effects: Path) -> list[str]:
    return effects.read_text().split() if effects.exists() else []


async def test_edited_arguments_are_asked_about_anew_and_are_what_runs(tmp_path: Path) -> None:
    effects = tmp_path / "effects.txt"
    script = [Say("", [("append_line", {"line": "a"})]), Say("Done.")]
    async with Stage(tmp_path, script, [append_line(effects)], allow=["nothing"]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        [before] = stage.jobs.pending()
        await stage.jobs.revise(before.call_id, before.digest, {"line": "mine"}, "window")
        [after] = stage.jobs.pending()
        assert after.arguments == {"line": "mine"}
        assert (after.action.summary, after.edited) == ("Append mine", True)
        assert after.digest != before.digest
        await stage.restart()  # the edit is in the log
        with pytest.raises(Exception, match="no longer what you were shown"):
            await stage.jobs.answer(before.call_id, Answer(True, before.digest))
        await stage.jobs.answer(after.call_id, Answer(True, after.digest))
        await stage.until("complete")
        assert lines(effects) == ["mine"]
        assert stage.model.requests[-1].messages[-1].text == (
            '[The person changed the arguments to {"line": "mine"}.]\nappended mine'
        )


async def test_arguments_that_do_not_fit_or_may_not_be_leave_the_question_as_it_was(tmp_path: Path) -> None:
    script = [Say("", [("append_line", {"line": "a"})]), Say("Done.")]
    async with Stage(tmp_path, script, [append_line(tmp_path / "x")]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        before = stage.jobs.pending()
        with pytest.raises(UserError, match="lines: Extra inputs"):
            await stage.jobs.revise(before[0].call_id, before[0].digest, {"line": "a", "lines": 2}, "window")
        stage.rules = stage.rules.__class__(stage.rules.policy.model_copy(update={"blacklist": ("append_line",)}))
        with pytest.raises(UserError, match="block the tool"):
            await stage.jobs.revise(before[0].call_id, before[0].digest, {"line": "b"}, "window")
        assert stage.jobs.pending() == before


async def test_an_edited_call_asks_even_where_a_rule_would_let_it_run(tmp_path: Path) -> None:
    script = [Say("", [("append_line", {"line": "a"})]), Say("Done.")]
    async with Stage(tmp_path, script, [append_line(tmp_path / "x")]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        [before] = stage.jobs.pending()
        stage.rules = stage.rules.__class__(stage.rules.policy.model_copy(update={"max_risk": 3}), approve_below=3)
        await stage.jobs.revise(before.call_id, before.digest, {"line": "b"}, "window")
        [after] = stage.jobs.pending()
        assert after.reason == "You changed what it is given."


async def test_a_new_rule_outranks_an_old_approval(tmp_path: Path) -> None:
    """Policy is asked again when the call is about to run, with the settings of then."""
    script = [Say("", [("append_line", {"line": "a"})]), Say("Done.")]
    async with Stage(tmp_path, script, [append_line(tmp_path / "x")]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        stage.rules = stage.rules.__class__(stage.rules.policy.model_copy(update={"blacklist": ("append_line",)}))
        await stage.answer(approve=True)
        await stage.until("complete")
        ended = [recorded.event for recorded in await stage.events() if isinstance(recorded.event, ToolFinished)]
        assert [event.outcome for event in ended] == ["denied"]


async def test_an_approval_is_for_what_was_shown_and_nothing_else(tmp_path: Path) -> None:
    """Between the question and the answer the same call has come to mean something worse: it is asked anew."""
    effects = tmp_path / "effects.txt"
    script = [Say("", [("append_line", {"line": "a"})]), Say("Done.")]
    async with Stage(tmp_path, script, [append_line(effects)]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        [before] = stage.jobs.pending()
        stage.tools["append_line"] = append_line(effects, risk=Risk.IRREVERSIBLE)
        await stage.answer(approve=True)
        await stage.until("awaiting_confirmation")
        [after] = stage.jobs.pending()
        assert (before.action.risk, after.action.risk) == (Risk.REVERSIBLE, Risk.IRREVERSIBLE)
        assert after.reason.startswith("What it would do has changed since you approved it. ")
        assert lines(effects) == []
        await stage.answer(approve=True)
        await stage.until("complete")
        assert lines(effects) == ["a"]


async def test_a_question_expires_and_the_model_is_told_that_nobody_answered(tmp_path: Path) -> None:
    script = [Say("", [("append_line", {"line": "a"})]), Say("Done.")]
    async with Stage(tmp_path, script, [append_line(tmp_path / "x")], confirmation_expires_h=1.0) as stage:
        stage.asked_at = 1000.2 - 3600  # due in a moment
        await stage.submit()
        assert await stage.until("complete") == "complete"
        assert stage.model.requests[-1].messages[-1].text.startswith("Nobody answered the question in time")


async def test_who_answers_too_late_is_told_so(tmp_path: Path) -> None:
    script = [Say("", [("append_line", {"line": "a"})]), Say("Done.")]
    async with Stage(tmp_path, script, [append_line(tmp_path / "x")], confirmation_expires_h=1.0) as stage:
        stage.asked_at = 1500.0
        await stage.submit()
        await stage.until("awaiting_confirmation")
        [waiting] = stage.jobs.pending()
        assert waiting.expires_at == 5100
        stage.jobs._asking._clock = lambda: 5100.0
        with pytest.raises(Exception, match="has expired"):
            await stage.jobs.answer(waiting.call_id, Answer(True, waiting.digest))
        assert await stage.until("complete") == "complete"
        assert lines(tmp_path / "x") == []


async def test_a_question_that_expired_while_the_app_was_closed_is_over_at_the_next_start(tmp_path: Path) -> None:
    script = [Say("", [("append_line", {"line": "a"})]), Say("Done.")]
    async with Stage(tmp_path, script, [append_line(tmp_path / "x")], confirmation_expires_h=1.0) as stage:
        stage.asked_at = 1500.0
        await stage.submit()
        await stage.until("awaiting_confirmation")
        stage._time = iter(range(9000, 10000))  # pyright: ignore[reportAttributeAccessIssue] (the wall clock of the next start)
        await stage.restart()
        assert await stage.until("complete") == "complete"
        assert not (tmp_path / "x").exists()


async def test_by_default_a_question_never_expires(tmp_path: Path) -> None:
    script = [Say("", [("append_line", {"line": "a"})]), Say("Done.")]
    async with Stage(tmp_path, script, [append_line(tmp_path / "x")]) as stage:
        await stage.submit()
        await stage.until("awaiting_confirmation")
        assert [waiting.expires_at for waiting in stage.jobs.pending()] == [None]
        await asyncio.sleep(0)
        assert stage.jobs._asking._expiring == {}
