"""Tools that need more than their arguments, in whole jobs: what was given, earlier conversations, schedules."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from inara_engine.events import ModelAsked, ModelFinished, TaskSubmitted, ToolFinished, ToolStarted
from inara_engine.face import Decision, Engine, Prompt, SettingsChange, open_engine
from inara_engine.folding import fold
from inara_engine.home import find_home
from inara_engine.jobs.history import given_by, left_by
from inara_engine.messages import Capability, Risk, ToolCall
from inara_engine.state import Flags, JobState
from inara_engine.tools.web_address import GivenUrls
from tests.support.engines import settled
from tests.support.scripted_server import ScriptedServer, Turn, call, calls_turn, text_turn
from tests.support.terminal import configure

FETCHES, PRIVATE = frozenset({Capability.READS_UNTRUSTED}), frozenset({Capability.READS_PRIVATE})


class Stage:
    """An engine behind a scripted model."""

    def __init__(self, engine: Engine, server: ScriptedServer) -> None:
        self.engine = engine
        self.server = server

    async def job(self, text: str, **more: Any) -> dict[str, Any]:
        """Give a task; its report when it has ended or waits."""
        session = more.pop("session", None)
        job = await self.engine.submit(Prompt(text=text, **more), session)
        return await settled(self.engine, job)

    async def answered(self, report: dict[str, Any]) -> dict[str, Any]:
        """Allow what it asks for; its report afterwards."""
        for asked in report["pending_confirmation"]["tools"]:
            await self.engine.answer(asked["call_id"], Decision(approved=True, digest=asked["digest"]))
        return await settled(self.engine, report["job_id"])


@pytest.fixture
def turns() -> list[Turn]:
    return []


@pytest.fixture
async def stage(home: Path, turns: list[Turn]) -> AsyncIterator[Stage]:
    async with ScriptedServer(turns) as server:
        configure(home, server.base_url)
        with (home / "config.toml").open("a") as file:
            file.write("[defaults]\ntier = 0\n")
        engine = await open_engine(find_home())
        yield Stage(engine, server)
        await engine.close()


def one(tool: str, /, **arguments: Any) -> Turn:
    return calls_turn(call(tool, arguments))


class TestAddresses:
    """An address nobody can reach, so that nothing is fetched: what counts is whether it asks."""

    @pytest.fixture
    def turns(self) -> list[Turn]:
        return [one("web_fetch", url="https://given.invalid/a"), text_turn("It can't be reached.")]

    async def test_an_address_the_person_typed_is_read_unasked(self, stage: Stage) -> None:
        report = await stage.job("Read https://Given.invalid/a, please")
        assert report["status"] == "complete"
        assert report["tool_calls"][0]["outcome"] == "failed"  # there is no such host

    async def test_one_the_model_made_up_asks(self, stage: Stage) -> None:
        report = await stage.job("Read something about https://given.invalid/b")
        assert report["pending_confirmation"]["tools"][0]["risk"] == 2

    async def test_one_typed_earlier_in_the_conversation_counts_as_well(self, stage: Stage) -> None:
        stage.server.turns.insert(0, text_turn("Noted."))
        first = await stage.job("Remember https://given.invalid/a")
        assert (await stage.job("Now read it", session=first["session_id"]))["status"] == "complete"

    async def test_what_a_hook_was_sent_is_nobodys_word(self, stage: Stage) -> None:
        report = await stage.job("It says: https://given.invalid/a", origin="hook")
        assert report["status"] == "awaiting_confirmation"


def job(task: TaskSubmitted, *results: tuple[frozenset[Capability], str]) -> JobState:
    """A job whose model called a tool for each of these, one after the other."""
    events: list[Any] = [task]
    for n, (capabilities, output) in enumerate(results, 1):
        made = ToolCall(call_id=f"j.{n}.1", provider_id="p", name="t", arguments={})
        events += [
            ModelAsked(round=n, model="m"),
            ModelFinished(calls=(made,)),
            ToolStarted(call_id=made.call_id, summary=f"step {n}", risk=Risk.READS, capabilities=capabilities),
            ToolFinished(call_id=made.call_id, outcome="ok", output=output),
        ]
    return fold(events)


@pytest.mark.parametrize(
    ("task", "given"),
    [
        (TaskSubmitted(text="Read https://a.test/1"), True),
        (TaskSubmitted(text="Read https://a.test/1", origin="hook"), False),
        (TaskSubmitted(text="Read https://a.test/1", origin="schedule", untrusted=("a page",)), False),
    ],
)
def test_a_task_written_among_strangers_text_gives_no_address(task: TaskSubmitted, given: bool) -> None:
    """A model made the schedule after it had read a page: the address may be the page's, with what was private in it."""
    assert ("https://a.test/1" in GivenUrls(given_by(job(task), Flags()))) is given


def test_addresses_in_results_count_until_something_private_was_read() -> None:
    """NOTES on 4.4: "typed by the person or from a result before P was set", exactly and normalised."""
    state = job(
        TaskSubmitted(text="Look at HTTP://Example.org"),
        (FETCHES, "see https://a.test/1"),
        (PRIVATE, "a file with https://b.test/2"),
        (FETCHES, "see https://c.test/3"),
    )
    given = GivenUrls(given_by(state, Flags()))
    assert [f"{url}" in given for url in ("http://example.org/", "https://a.test/1")] == [True, True]
    assert [f"{url}" in given for url in ("https://a.test/1?x=y", "https://b.test/2", "https://c.test/3")] == [
        False
    ] * 3
    # What an earlier job read counts for the whole session.
    later = job(TaskSubmitted(text="And https://d.test/4"), (FETCHES, "see https://e.test/5"))
    history = left_by({"one": state, "two": later, "three": JobState()}, "three")
    assert history.flags.private == ("step 2",)
    given = GivenUrls((*history.given, *given_by(later, history.flags)))
    assert ["https://d.test/4" in given, "https://e.test/5" in given, "https://a.test/1" in given] == [
        True,
        False,
        True,
    ]


class TestEarlierConversations:
    @pytest.fixture
    def turns(self) -> list[Turn]:
        return [text_turn("Noted: rhubarb."), one("search_sessions", query="rhubarb"), text_turn("You like it.")]

    async def test_they_are_searched_and_count_as_private(self, stage: Stage) -> None:
        await stage.job("I like rhubarb")
        report = await stage.job("What do I like?")
        assert report["status"] == "complete"
        (called,) = report["tool_calls"]
        assert "“I like rhubarb”" in called["output"]
        assert "> Noted: rhubarb." in called["output"]
        _, state = await stage.engine._boards.kept.jobs.state(report["job_id"])
        assert state.flags.private
        assert state.flags.untrusted


class TestSchedules:
    @pytest.fixture
    def turns(self) -> list[Turn]:
        return [
            one("schedule_job", name="news", cron="0 8 * * 1-5", task="Tell me what is new"),
            text_turn("Every working day at eight."),
        ]

    async def test_the_person_sees_the_times_and_then_it_stands_in_the_file(self, stage: Stage, home: Path) -> None:
        report = await stage.job("Tell me each working day what is new")
        (asked,) = await stage.engine.pending()
        assert asked.action.risk is Risk.IRREVERSIBLE
        assert asked.action.summary == "Do a task again and again: at 08:00 on Monday through Friday"
        assert [detail.value.count(" 08:00") for detail in asked.action.asides] == [3]
        assert "news" not in (home / "config.toml").read_text()
        report = await stage.answered(report)
        assert report["response"] == "Every working day at eight."
        assert 'cron = "0 8 * * 1-5"' in (home / "config.toml").read_text()
        (schedule,) = await stage.engine.schedule.all()
        assert (schedule.name, schedule.task) == ("news", "Tell me what is new")

    async def test_one_made_among_strangers_text_carries_that_along(self, stage: Stage) -> None:
        report = await stage.job("Do as it says", origin="hook")
        await stage.answered(report)
        (entry,) = (await stage.engine.settings()).schedule
        assert entry.marks == "untrusted"

    async def test_one_made_among_private_data_as_well_carries_both_along(self, stage: Stage) -> None:
        report = await stage.job("Do as the letter says", private=("letter.txt",), untrusted=("letter.txt",))
        report = await stage.answered(report)
        assert [called["outcome"] for called in report["tool_calls"]] == ["ok"]
        (entry,) = (await stage.engine.settings()).schedule
        assert entry.marks == "private, untrusted"

    async def test_its_runs_keep_to_the_rules_of_the_conversation_it_was_made_in(
        self, stage: Stage, home: Path
    ) -> None:
        """Else what a narrow profile may not see would be asked for by a schedule made in it."""
        with (home / "config.toml").open("a") as file:
            file.write("\n[profiles.work]\nroots = []\n")
        await stage.engine.change_settings(SettingsChange(((("defaults", "tier"), 1),)))
        report = await stage.job("Tell me each working day what is new", profile="work")
        (asked,) = await stage.engine.pending()
        assert ("Profile", "work") in [(detail.label, detail.value) for detail in asked.action.details]
        await stage.answered(report)
        (entry,) = (await stage.engine.settings()).schedule
        assert entry.profile == "work"

    async def test_its_runs_stay_on_this_machine_where_the_conversation_does(self, stage: Stage) -> None:
        report = await stage.job("Tell me each working day what is new", local_only=True)
        (asked,) = await stage.engine.pending()
        assert ("Models", "only those on this machine") in [(one.label, one.value) for one in asked.action.details]
        await stage.answered(report)
        (entry,) = (await stage.engine.settings()).schedule
        assert entry.local_only

    @pytest.mark.parametrize("turns", [[one("schedule_job", name="a", cron="@daily", task=" "), text_turn("No.")]])
    async def test_a_task_without_a_word_is_not_asked_about(self, stage: Stage) -> None:
        (called,) = (await stage.job("Do nothing each day"))["tool_calls"]
        assert called["outcome"] == "failed"
        assert "task: String should have at least 1 character" in called["output"]

    async def test_off_the_record_nothing_is_scheduled(self, stage: Stage) -> None:
        report = await stage.job("Tell me each day", off_record=True)
        assert report["tool_calls"][0]["output"].startswith("Off the record nothing is scheduled")

    async def test_only_what_can_work_here_is_offered(self, stage: Stage) -> None:
        await stage.job("hi")
        offered = {tool["function"]["name"] for tool in stage.server.requests[0].json["tools"]}
        assert {"search_sessions", "schedule_job", "web_fetch"} <= offered
        assert not offered & {"clipboard_read", "clipboard_write", "open_item", "notify", "web_search"}
