"""Profiles: whose rules hold for a job, what a guest is offered, and what comes along with a task."""

from __future__ import annotations

from pathlib import Path

import pytest

from inara_engine.errors import NotFound
from inara_engine.events import TaskSubmitted
from inara_engine.face import Decision, Prompt
from inara_engine.folding import fold
from inara_engine.messages import Image
from inara_engine.settings import SettingsChange
from inara_engine.state import Flags
from inara_engine.tools.ports import Ports
from tests.engine.personas.test_answering import tools
from tests.engine.tools.test_desktop_tools import Screen
from tests.support.engines import engine_with, settled
from tests.support.scripted_server import call, calls_turn, text_turn

SETTINGS = """
[policy]
allow = ["write_file"]
blacklist = ["calculate"]
[profiles.kids.policy]
user_role = "guest"
[profiles.careful.policy]
max_risk = 1
whitelist = ["move_file"]
blacklist = []
[profiles.work.policy]
allow = [{ tool = "write_file", under = "/srv/mine" }]
deny = [{ tool = "write_file", under = "/srv/theirs" }]
"""


async def test_each_profile_is_offered_what_its_own_rules_leave(home: Path) -> None:
    async with engine_with(home, *[text_turn("Hi.")] * 3, settings=SETTINGS) as (engine, server):
        offered = {}
        for profile in ("", "kids", "careful"):
            await settled(engine, await engine.submit(Prompt(text="Hello", profile=profile)))
            offered[profile] = tools(server)
    assert "calculate" not in offered[""]
    assert {"write_file", "delete_file", "run_command", "remember"} <= offered[""]
    assert offered["kids"] & {"delete_file", "run_command", "remember", "recall", "calculate"} == set()
    assert {"write_file", "read_file"} <= offered["kids"]
    assert "write_file" not in offered["careful"]
    assert {"move_file", "calculate", "read_file"} <= offered["careful"]


@pytest.mark.parametrize(
    ("profile", "folder", "status"),
    [
        ("", "anywhere", "complete"),
        ("work", "mine", "complete"),
        ("work", "elsewhere", "awaiting_confirmation"),
        ("work", "theirs", "complete"),
        ("kids", "mine", "complete"),  # what it doesn't say itself, it takes from [policy]
    ],
)
async def test_a_jobs_profile_decides_with_its_own_folders(home: Path, profile: str, folder: str, status: str) -> None:
    work = home.parent / "user" / "work"
    (work / "real").mkdir(parents=True)
    (work / "mine").symlink_to("real")  # a rule's folder is meant where its links lead
    target = work / folder / "x.txt"
    target.parent.mkdir(exist_ok=True)
    script = calls_turn(call("write_file", {"path": str(target), "content": "x"})), text_turn("Done.")
    async with engine_with(home, *script, settings=SETTINGS.replace("/srv", str(work))) as (engine, _):
        report = await settled(engine, await engine.submit(Prompt(text="Write", profile=profile)))
        assert report["status"] == status
    assert target.exists() is (status == "complete" and folder != "theirs")


@pytest.mark.parametrize(
    ("profile", "folder", "status"),
    [
        ("", "work", "complete"),
        ("kids", "work", "awaiting_confirmation"),  # the shared folder isn't granted to it
        ("kids", "kids", "complete"),
    ],
)
async def test_a_profile_may_have_folders_of_its_own(home: Path, profile: str, folder: str, status: str) -> None:
    person = home.parent / "user"
    kids = person / "kids"
    kids.mkdir(parents=True)
    script = calls_turn(call("read_file", {"path": str(person / folder / "x.txt")})), text_turn("Read.")
    own = f'[profiles.kids]\nroots = ["{kids}"]\n'
    async with engine_with(home, *script, settings=own) as (engine, server):
        (person / folder / "x.txt").write_text("Hello.")
        report = await settled(engine, await engine.submit(Prompt(text="Read it", profile=profile)))
        told = str(server.requests[0].json["messages"][0])
    assert report["status"] == status
    assert (str(kids) in told) is (profile == "kids")


async def test_an_unknown_profile_is_refused_with_the_known_ones(home: Path) -> None:
    async with engine_with(home, settings=SETTINGS) as (engine, _):
        with pytest.raises(NotFound) as refused:
            await engine.submit(Prompt(text="Hello", profile="nobody"))
        assert "me, kids, careful, work" in refused.value.next_step
        assert await engine.jobs() == []


async def test_a_rule_of_now_outranks_an_approval_of_then(home: Path) -> None:
    """Denied in the settings while it waits: the approval comes too late, whoever gives it."""
    work = home.parent / "user" / "work"
    script = calls_turn(call("delete_file", {"path": str(work / "x.txt")})), text_turn("Then not.")
    async with engine_with(home, *script) as (engine, _):
        (work / "x.txt").write_text("x")
        job = await engine.submit(Prompt(text="Delete it"))
        assert (await settled(engine, job))["status"] == "awaiting_confirmation"
        await engine.change_settings(SettingsChange(((("policy", "deny"), ["delete_file"]),)))
        [waiting] = await engine.pending()
        await engine.answer(waiting.call_id, Decision(True, waiting.digest))
        report = await settled(engine, job)
    assert [one["outcome"] for one in report["tool_calls"]] == ["denied"]
    assert (work / "x.txt").exists()


@pytest.mark.parametrize(
    ("task", "flags"),
    [
        (TaskSubmitted(text="Hello"), Flags()),
        (TaskSubmitted(text="See", private=("tax.txt",), untrusted=("tax.txt",)), Flags(("tax.txt",), ("tax.txt",))),
        (
            TaskSubmitted(text="See", images=(Image(media_type="image/png", data="", name="scan.png"),)),
            Flags(("scan.png",), ("scan.png",)),
        ),
        (TaskSubmitted(text="Look", origin="hook"), Flags(untrusted=("what a hook was sent",))),
        (
            TaskSubmitted(text="Once said", origin="import"),
            Flags(("an imported conversation",), ("an imported conversation",)),
        ),
    ],
)
def test_what_comes_with_a_task_sets_its_flags(task: TaskSubmitted, flags: Flags) -> None:
    assert fold([task]).flags == flags


async def test_what_was_attached_once_counts_in_every_later_turn(home: Path) -> None:
    """The allow list would let it pass; the file's text, which anybody may have written, does not."""
    work = home.parent / "user" / "work"
    write = calls_turn(call("write_file", {"path": str(work / "x.txt"), "content": "x"}))
    async with engine_with(home, text_turn("Read."), write, settings=SETTINGS) as (engine, _):
        first = await engine.submit(Prompt(text="See", private=("letter.txt",), untrusted=("letter.txt",)))
        session = (await settled(engine, first))["session_id"]
        later = await engine.submit(Prompt(text="Now write"), session)
        assert (await settled(engine, later))["status"] == "awaiting_confirmation"
        [waiting] = await engine.pending()
        assert waiting.because == ("letter.txt",)
        assert waiting.offers == ()


async def test_a_guest_off_the_record_shows_nothing_outside_the_window_either(home: Path) -> None:
    screen = Screen()
    script = calls_turn(call("notify", {"title": "Between us"})), text_turn("Done.")
    async with engine_with(home, *script, settings=SETTINGS) as (engine, _):
        engine._plan.reach_through(Ports(desktop=screen))
        report = await settled(engine, await engine.submit(Prompt(text="Tell", profile="kids", off_record=True)))
        assert report["tool_calls"][0]["output"].startswith("Off the record nothing is shown")
    assert screen.notices == []
