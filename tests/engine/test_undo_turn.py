"""A turn's effects on files can be taken back: all of them, once, and never over what came since."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from inara_engine.errors import Conflict, NotFound, Rejected, UserError
from inara_engine.events import Action, DurableEvent, ToolFinished, ToolUndone, Undo
from inara_engine.messages import Risk
from inara_engine.tools.base import Tool, ToolContext, ToolOutput
from inara_engine.tools.undo import undo
from inara_engine.tools.workspace import Workspace
from inara_engine.undoing import take_back
from tests.support.desk import Desk, everything_in
from tests.support.play import Say, Stage


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.at(tmp_path)


Act = Callable[..., Awaitable[None]]


class Turn:
    """The log of a job whose tools really ran."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.events: list[DurableEvent] = []

    async def act(self, tool: str, **arguments: Any) -> None:
        output = await self.desk.do(tool, **arguments)
        self.events.append(ToolFinished(call_id=f"c{len(self.events)}", outcome="ok", undo=output.undo))

    async def take_back(self, *, only: int = 100, call: str = "") -> list[ToolUndone]:
        ends: list[ToolUndone] = []
        async for end in take_back(self.desk.workspace, list(self.events), call):
            ends.append(end)
            self.events.append(end)
            if len(ends) == only:
                break
        return ends


async def a_busy_turn(turn: Turn) -> None:
    await turn.act("write_file", path="plan.txt", content="second", overwrite=True)
    await turn.act("write_file", path="plan.txt", content="third", overwrite=True)
    await turn.act("write_file", path="new/deep/note.txt", content="note")
    await turn.act("move_file", source="plan.txt", target="new/plan.txt")
    await turn.act("delete_file", path="old.txt")
    await turn.act("move_file", source="new/deep/note.txt", target="keep.txt", overwrite=True)
    await turn.act("write_file", path="old.txt", content="made again")


@pytest.fixture
def turn(desk: Desk) -> Turn:
    for name in ("plan.txt", "old.txt", "keep.txt"):
        (desk.root / name).write_text(f"first {name}")
    return Turn(desk)


async def test_everything_a_turn_did_is_taken_back_in_the_other_order(turn: Turn) -> None:
    before = everything_in(turn.desk.root)
    await a_busy_turn(turn)
    assert everything_in(turn.desk.root) != before
    ends = await turn.take_back()
    assert everything_in(turn.desk.root) == before
    assert not (turn.desk.root / "new").exists()
    assert [end.call_id for end in ends] == [f"c{n}" for n in reversed(range(7))]
    assert {end.outcome for end in ends} == {"ok"}
    assert ends[0].message == "~/Documents/old.txt, which was made by the call, is gone again."
    with pytest.raises(Conflict, match="already"):
        await turn.take_back()


@pytest.mark.parametrize("after", range(1, 7))
async def test_a_crash_in_the_middle_leaves_the_rest_to_a_second_time(turn: Turn, after: int) -> None:
    before = everything_in(turn.desk.root)
    await a_busy_turn(turn)
    await turn.take_back(only=after)
    await turn.take_back()
    assert everything_in(turn.desk.root) == before


async def test_one_call_is_taken_back_and_the_others_stay(turn: Turn) -> None:
    await turn.act("write_file", path="plan.txt", content="second", overwrite=True)
    await turn.act("delete_file", path="old.txt")
    (end,) = await turn.take_back(call="c1")
    assert (end.call_id, end.outcome) == ("c1", "ok")
    assert (turn.desk.root / "old.txt").read_text() == "first old.txt"
    assert (turn.desk.root / "plan.txt").read_text() == "second"
    assert [rest.call_id for rest in await turn.take_back()] == ["c0"]
    with pytest.raises(UserError, match="This call changed no files"):
        await turn.take_back(call="c7")


async def test_a_call_whose_file_a_later_one_changed_waits_until_that_is_taken_back(turn: Turn) -> None:
    await turn.act("write_file", path="plan.txt", content="second", overwrite=True)
    await turn.act("write_file", path="plan.txt", content="third", overwrite=True)
    (first,) = await turn.take_back(call="c0")
    assert (first.outcome, (turn.desk.root / "plan.txt").read_text()) == ("failed", "third")
    await turn.take_back(call="c1")
    (first,) = await turn.take_back(call="c0")
    assert (first.outcome, (turn.desk.root / "plan.txt").read_text()) == ("ok", "first plan.txt")


async def test_a_file_that_was_changed_since_stays_and_the_others_are_taken_back(turn: Turn) -> None:
    await turn.act("write_file", path="plan.txt", content="second", overwrite=True)
    await turn.act("delete_file", path="old.txt")
    (turn.desk.root / "plan.txt").write_text("my own words")
    deleted, written = await turn.take_back()
    assert (deleted.outcome, written.outcome) == ("ok", "failed")
    assert "plan.txt was changed since, so it was left as it is. What was there before lies in" in written.message
    assert (turn.desk.root / "plan.txt").read_text() == "my own words"
    assert (turn.desk.root / "old.txt").read_text() == "first old.txt"
    assert [end.call_id for end in await turn.take_back()] == ["c0"]


@pytest.mark.parametrize(
    ("tool", "arguments", "name"),
    [
        ("delete_file", {"path": "old.txt"}, "old.txt"),
        ("move_file", {"source": "plan.txt", "target": "b.txt"}, "b.txt"),
        ("write_file", {"path": "b.txt", "content": "b"}, "b.txt"),
        ("write_file", {"path": "b/c.txt", "content": "b"}, "b/c.txt"),
    ],
)
async def test_whatever_the_call_was_somebody_elses_file_stays(
    turn: Turn, tool: str, arguments: dict[str, str], name: str
) -> None:
    await turn.act(tool, **arguments)
    (turn.desk.root / name).write_text("theirs")
    (end,) = await turn.take_back()
    assert end.outcome == "failed"
    assert "changed since" in end.message
    assert (turn.desk.root / name).read_text() == "theirs"


async def test_what_a_call_made_may_be_gone_and_its_folder_in_use(turn: Turn) -> None:
    await turn.act("write_file", path="new/note.txt", content="note")
    (turn.desk.root / "new" / "note.txt").unlink()
    (turn.desk.root / "new" / "mine.txt").write_text("mine")
    (end,) = await turn.take_back()
    assert end.outcome == "ok"
    assert (turn.desk.root / "new" / "mine.txt").exists()


async def test_what_was_taken_back_can_be_brought_back(turn: Turn) -> None:
    await a_busy_turn(turn)
    after = everything_in(turn.desk.root)
    ends = await turn.take_back()
    (turn.desk.root / "new" / "deep").mkdir(parents=True)
    for end in reversed(ends):
        for effect in reversed(end.undo):
            await undo(turn.desk.workspace, effect)
    assert everything_in(turn.desk.root) == after


async def test_an_older_log_that_did_not_note_what_was_left_is_taken_back_too(turn: Turn) -> None:
    await turn.act("write_file", path="plan.txt", content="second", overwrite=True)
    (finished,) = turn.events
    assert isinstance(finished, ToolFinished)
    bare = tuple(Undo(path=effect.path, copy_path=effect.copy_path) for effect in finished.undo)
    turn.events = [finished.model_copy(update={"undo": bare})]
    await turn.take_back()
    assert (turn.desk.root / "plan.txt").read_text() == "first plan.txt"


async def test_a_folder_that_may_not_be_written_is_said_and_the_rest_goes_on(turn: Turn) -> None:
    (turn.desk.root / "locked").mkdir()
    await turn.act("write_file", path="plan.txt", content="second", overwrite=True)
    await turn.act("write_file", path="locked/a.txt", content="a")
    (turn.desk.root / "locked").rename(turn.desk.root / "moved")
    (turn.desk.root / "locked").write_text("a file where the folder was")
    locked, plan = await turn.take_back()
    assert plan.outcome == "ok"
    assert locked.message.count("\n") == 0
    assert (turn.desk.root / "moved" / "a.txt").read_text() == "a"


async def test_a_copy_that_is_gone_is_said(turn: Turn) -> None:
    await turn.act("delete_file", path="old.txt")
    for copy in turn.desk.workspace.undo_dir.iterdir():
        copy.unlink()
    (end,) = await turn.take_back()
    assert (end.outcome, end.message) == (
        "failed",
        "The kept copy of ~/Documents/old.txt is gone. It can't be taken back.",
    )


class _Arguments(BaseModel):
    path: str


def write_file(desk: Desk) -> Tool:
    """The real writing, under a stage's roof."""

    async def prepare(_: ToolContext, arguments: _Arguments) -> Action:
        return Action(summary=f"Write {arguments.path}", risk=Risk.READS)

    async def run(_: ToolContext, arguments: _Arguments, __: Action) -> ToolOutput:
        return await desk.do("write_file", path=arguments.path, content="text")

    return Tool("write_file", "Write.", _Arguments, Risk.READS, prepare, run)


async def test_a_job_is_taken_back_once_even_when_asked_twice_and_the_log_and_models_know(
    tmp_path: Path, desk: Desk
) -> None:
    script = [Say(calls=[("write_file", {"path": "a.txt"})]), Say("Written."), Say("Noted.")]
    async with Stage(tmp_path, script, [write_file(desk)]) as stage:
        job = await stage.submit()
        await stage.until("complete", job=job)
        first, second = await asyncio.gather(
            stage.jobs.undo(job, desk.workspace), stage.jobs.undo(job, desk.workspace), return_exceptions=True
        )
        assert first == ["~/Documents/a.txt, which was made by the call, is gone again."]
        assert isinstance(second, Conflict)
        assert not (desk.root / "a.txt").exists()
        await stage.restart()
        with pytest.raises(Conflict, match="already"):
            await stage.jobs.undo(job, desk.workspace)
        _, state = await stage.jobs.state(job)
        assert [call.undone for call in state.calls] == [True]
        assert state.status == "complete"
        await stage.until("complete", job=await stage.submit("and now?"))
        told = [message.text for message in stage.model.requests[-1].messages if message.role == "tool"]
        assert "took this back" in told[0]
        assert (await stage.kinds()).count("tool_undone") == 1


async def test_a_job_whose_log_is_damaged_is_taken_back_and_written_down_all_the_same(
    tmp_path: Path, desk: Desk
) -> None:
    """A row that can't be read keeps its place: what is written next comes behind it."""
    script = [Say(calls=[("write_file", {"path": "a.txt"})]), Say("Written.")]
    async with Stage(tmp_path, script, [write_file(desk)]) as stage:
        job = await stage.submit()
        await stage.until("complete", job=job)
        await stage.store.close()
        await asyncio.to_thread(damage, tmp_path / "inara.db", "model_asked")
        await stage._open()
        assert await stage.jobs.undo(job, desk.workspace) == [
            "~/Documents/a.txt, which was made by the call, is gone again."
        ]
        assert not (desk.root / "a.txt").exists()
        assert (await stage.kinds())[-1] == "tool_undone"


async def test_a_copy_of_a_conversation_can_not_take_back_what_the_first_one_did(tmp_path: Path, desk: Desk) -> None:
    """The kept copies are the first one's: taken back twice, the second time would be over what came since."""
    script = [Say(calls=[("write_file", {"path": "a.txt"})]), Say("Written.")]
    async with Stage(tmp_path, script, [write_file(desk)]) as stage:
        await stage.until("complete", job=await stage.submit())
        copy = await stage.jobs.keeping.duplicate("s1")
        (job,) = await stage.store.jobs(session_id=copy)
        with pytest.raises(UserError, match="changed no files"):
            await stage.jobs.undo(job.id, desk.workspace)
        assert (desk.root / "a.txt").read_text() == "text"


def damage(path: Path, kind: str) -> None:
    """Flip something in the first row of a kind."""
    with sqlite3.connect(path) as db:
        db.execute(
            "UPDATE event SET checksum = checksum + 1 WHERE seq = (SELECT min(seq) FROM event WHERE kind = ?)", (kind,)
        )
    db.close()


class Halfway:
    """Taking back a file stops right after its effect, until a test lets it go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached = asyncio.Event()
        self.goes_on = asyncio.Event()
        monkeypatch.setattr("inara_engine.undoing.undo", self._undo)

    async def _undo(self, workspace: Workspace, effect: Undo) -> Undo | None:
        back = await undo(workspace, effect)
        self.reached.set()
        await self.goes_on.wait()
        return back


async def test_a_job_does_not_go_on_while_it_is_taken_back(
    tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both wrote their rows in one place: the file was taken back, and nobody knew."""
    script = [Say(calls=[("write_file", {"path": "a.txt"})]), Say(error=Rejected("Not today.")), Say("Noted.")]
    async with Stage(tmp_path, script, [write_file(desk)]) as stage:
        job = await stage.submit()
        await stage.until("error", job=job)
        halfway = Halfway(monkeypatch)
        taking_back = asyncio.create_task(stage.jobs.undo(job, desk.workspace))
        await halfway.reached.wait()
        with pytest.raises(Conflict, match="taken back"):
            await stage.jobs.resume(job, "continue")
        halfway.goes_on.set()
        assert await taking_back == ["~/Documents/a.txt, which was made by the call, is gone again."]
        await stage.jobs.resume(job, "continue")
        await stage.until("complete", job=job)
        told = [message.text for message in stage.model.requests[-1].messages if message.role == "tool"]
        assert "took this back" in told[0]


async def test_what_was_begun_to_be_taken_back_is_written_down_whoever_goes_away(
    tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = [Say(calls=[("write_file", {"path": "a.txt"})]), Say("Written.")]
    async with Stage(tmp_path, script, [write_file(desk)]) as stage:
        job = await stage.submit()
        await stage.until("complete", job=job)
        halfway = Halfway(monkeypatch)
        taking_back = asyncio.create_task(stage.jobs.undo(job, desk.workspace))
        await halfway.reached.wait()
        taking_back.cancel()
        with pytest.raises(asyncio.CancelledError):
            await taking_back
        halfway.goes_on.set()
        with pytest.raises(Conflict, match="already"):
            await stage.jobs.undo(job, desk.workspace)
        assert (await stage.kinds()).count("tool_undone") == 1


async def test_what_can_not_be_taken_back_is_said(tmp_path: Path, desk: Desk) -> None:
    gate = asyncio.Event()
    async with Stage(tmp_path, [Say("Hello."), Say("slow", pause=gate)], [write_file(desk)]) as stage:
        with pytest.raises(NotFound):
            await stage.jobs.undo("nothing", desk.workspace)
        job = await stage.submit()
        await stage.until("complete", job=job)
        with pytest.raises(UserError, match="changed no files"):
            await stage.jobs.undo(job, desk.workspace)
        running = await stage.submit("again")
        with pytest.raises(Conflict, match="not ended"):
            await stage.jobs.undo(running, desk.workspace)
        gate.set()
        await stage.until("complete", job=running)
