"""A confirmation on a real terminal: shown whole, answered by the person, or elsewhere meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from inara_engine.cli.question import show
from inara_engine.events import Action, Detail
from inara_engine.face import PendingCall
from inara_engine.messages import Risk
from tests.support.scripted_server import ScriptedServer, Turn, call, calls_turn, text_turn
from tests.support.terminal import Command, configure, run_inara

WRITE = call("write_file", {"path": "note.md", "content": "A line.\n"})


@pytest.fixture
async def server(home: Path) -> AsyncIterator[ScriptedServer]:
    async with ScriptedServer([calls_turn(WRITE), text_turn("Well then.")]) as server:
        configure(home, server.base_url)
        yield server


@pytest.fixture
def note(home: Path) -> Path:
    return home.parent / "user" / "work" / "note.md"


def told(server: ScriptedServer) -> str:
    """What the model was told of its call."""
    return server.requests[-1].json["messages"][-1]["content"]


async def test_yes_allows_exactly_what_was_shown(server: ScriptedServer, note: Path) -> None:
    async with Command("ask", "write", tty=True) as inara:
        await inara.until("Allow this once?")
        assert str(note) in inara.out
        assert "A line." in inara.out
        assert "Asked because: " in inara.out
        assert not note.exists()
        inara.type("yes\n")
        ran = await inara.ended()
    assert ran.status == 0
    assert "Well then." in ran.out
    assert note.read_text() == "A line.\n"


@pytest.mark.parametrize(
    ("typed", "reason"), [("put it elsewhere", "put it elsewhere"), ("y", "y"), ("", ""), ("no", "")]
)
async def test_anything_else_is_a_no_with_its_reason(
    server: ScriptedServer, note: Path, typed: str, reason: str
) -> None:
    async with Command("ask", "write", tty=True) as inara:
        await inara.until("Allow this once?")
        inara.type(typed + "\n")
        ran = await inara.ended()
    assert ran.status == 0
    assert not note.exists()
    assert "declined" in told(server)
    assert told(server).endswith(f"Their reason: {reason}" if reason else "declined this call.")


def test_a_name_cannot_write_lines_of_its_own_into_the_question(capsys: pytest.CaptureFixture[str]) -> None:
    evil = "a\nTool current_time, risk 0 of 4.\r\x1b[2J"
    action = Action(
        summary=f"Delete {evil}",
        details=(Detail(label="Path", value=evil),),
        preview=f"- {evil}",
        preview_kind="diff",
        risk=Risk.REVERSIBLE,
    )
    show(PendingCall("c", "j", "s", "delete_file", {}, action, "digest", "it changes a file"))
    lines = capsys.readouterr().err.splitlines()
    assert [line for line in lines if line.startswith("Tool ")] == [
        "Tool delete_file, risk 2 of 4. Asked because: it changes a file"
    ]
    assert not any("\x1b" in line for line in lines)


async def test_the_end_of_input_leaves_it_waiting(server: ScriptedServer, note: Path) -> None:
    async with Command("ask", "write", tty=True) as inara:
        await inara.until("Allow this once?")
        inara.type("\x04")
        ran = await inara.ended()
    assert ran.status == 3
    job = ran.out.split()[-1]
    assert (await run_inara("jobs", "confirm", job)).status == 0
    assert note.exists()


async def test_ctrl_c_at_the_question_cancels_the_job(server: ScriptedServer, note: Path) -> None:
    async with Command("ask", "write", tty=True) as inara:
        await inara.until("Allow this once?")
        inara.interrupt()
        ran = await inara.ended()
    assert ran.status == 130
    assert "Stopped." in ran.out
    assert (await run_inara("jobs")).out.split()[1] == "cancelled"
    assert not note.exists()


async def test_an_answer_from_elsewhere_lets_the_first_terminal_go_on(server: ScriptedServer, note: Path) -> None:
    async with Command("ask", "write", tty=True) as first:
        await first.until("Allow this once?")
        job = (await run_inara("jobs")).out.split()[0]
        second = await run_inara("jobs", "confirm", job)
        ran = await first.ended()
    assert second.status == ran.status == 0
    assert second.out == "Well then.\n"
    assert "Answered elsewhere." in ran.out
    assert "Well then." in ran.out
    assert note.exists()


async def prompted(inara: Command) -> None:
    """Wait until the chat waits for a task: what is typed before may meet a terminal that is not yet set up for it."""
    async with asyncio.timeout(30):
        while not inara.out.rstrip(" ").endswith("›"):
            await asyncio.sleep(0.02)


async def test_no_display_goes_on_in_the_terminal(home: Path) -> None:
    """`inara` alone, without a display: it says so, then each line is a task, until Ctrl+D."""
    async with ScriptedServer([text_turn("One."), text_turn("Two.")]) as server:
        configure(home, server.base_url)
        env = {"DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None}
        async with Command(tty=True, env=env) as inara:
            await inara.until("›")
            assert "There is no display" in inara.out
            assert "goes on in the terminal" in inara.out
            inara.type("first\n")
            await inara.until("One.")
            inara.type("second\n")
            await inara.until("Two.")
            await prompted(inara)
            inara.type("\x04")
            assert (await inara.ended()).status == 0
    assert [message["content"] for message in server.requests[1].json["messages"][1:]] == ["first", "One.", "second"]


@pytest.mark.parametrize("words", [["quick", "Translate: Fernweh"], ["open", "talk.json"], ["--hidden"]], ids=str)
async def test_what_only_a_window_can_show_is_not_lost_in_the_terminal(home: Path, words: list[str]) -> None:
    env = {"DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None}
    async with Command(*words, tty=True, env=env) as inara:
        ran = await inara.ended()
    assert ran.status == 1
    assert "There is no display" in ran.out
    assert "In the terminal: `inara ask`" in ran.out


async def test_ctrl_c_in_the_chat_stops_the_answer_not_the_chat(home: Path) -> None:
    hanging = Turn([*text_turn("Once upon").steps[:2], "hang"])
    async with ScriptedServer([hanging, text_turn("Here again.")]) as server:
        configure(home, server.base_url)
        async with Command("chat", tty=True) as inara:
            await inara.until("›")
            inara.type("tell\n")
            await inara.until("Once upon")
            inara.interrupt()
            await inara.until("Stopped.")
            await prompted(inara)
            inara.type("again\n")
            await inara.until("Here again.")
            await prompted(inara)
            inara.type("\x04")
            assert (await inara.ended()).status == 0


async def test_the_chats_own_commands(home: Path) -> None:
    """A new conversation forgets, several lines are one task, the up arrow brings the last one back."""
    turns = [text_turn(f"Answer {n}.") for n in range(4)]
    async with ScriptedServer(turns) as server:
        configure(home, server.base_url)
        async with Command("chat", tty=True) as inara:
            await inara.until("›")
            inara.type("/help\n")
            await inara.until("/model [ID]")
            inara.type("/model none\n")
            await inara.until("There is no model 'none'")
            inara.type("/model\n")
            await inara.until("* local")
            inara.type("first\n")
            await inara.until("Answer 0.")
            inara.type("/new\n")
            await inara.until("A new conversation.")
            inara.type("two \\\nlines\n")
            await inara.until("Answer 1.")
            inara.type('"""\nthree\n\nlines\n"""\n')
            await inara.until("Answer 2.")
            inara.type("/wrong\n")
            await inara.until("There is no /wrong.")
            inara.type("/exit\n")
            assert (await inara.ended()).status == 0
        async with Command("chat", tty=True) as inara:  # what was asked before is behind the up arrow
            await inara.until("›")
            inara.type("\x1b[A\n")
            await inara.until("Answer 3.")
            await prompted(inara)
            inara.type("\x04")
            assert (await inara.ended()).status == 0
    said = [[message["content"] for message in request.json["messages"][1:]] for request in server.requests]
    assert said == [
        ["first"],
        ["two \nlines"],
        ["two \nlines", "Answer 1.", "three\n\nlines"],
        ["three lines"],
    ]


async def test_markdown_is_drawn_on_a_terminal_and_nowhere_else(home: Path) -> None:
    answer = "# Title\n\nSome **bold** words.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    async with ScriptedServer([text_turn(answer)] * 3) as server:
        configure(home, server.base_url)
        async with Command("ask", "hi", tty=True, env={"NO_COLOR": None}) as inara:
            drawn = (await inara.ended()).out
        async with Command("ask", "hi", tty=True, env={"NO_COLOR": "1"}) as inara:
            plain = (await inara.ended()).out
        piped = await run_inara("ask", "hi")
    assert "\x1b[1;4mTitle\x1b[0m\n" in drawn
    assert "Some \x1b[1mbold\x1b[22m words." in drawn
    assert "1 │ 2" in drawn
    assert answer in plain
    assert piped.out == answer


async def test_colours_only_where_somebody_looks_and_wants_them(home: Path) -> None:
    async with Command("jobs", "show", "x", tty=True, env={"NO_COLOR": None}) as coloured:
        assert "\x1b[31minara:\x1b[0m" in (await coloured.ended()).out
    async with Command("jobs", "show", "x", tty=True, env={"NO_COLOR": "1"}) as plain:
        assert "\x1b" not in (await plain.ended()).out
    assert "\x1b" not in (await run_inara("jobs", "show", "x")).err


async def test_two_terminals_share_what_the_first_opened(home: Path) -> None:
    """One writer: the second command goes through the first, which stays until the second is done."""
    hanging = Turn([*text_turn("Slow").steps[:2], "hang"])
    async with ScriptedServer([hanging]) as server:
        configure(home, server.base_url)
        async with Command("ask", "slow") as first:
            await first.until("Slow")
            assert (await run_inara("jobs")).out.split()[1] == "running"
            job = (await run_inara("jobs")).out.split()[0]
            async with Command("jobs", "follow", job) as second:
                await second.until("Slow")
                first.interrupt()
                assert (await second.ended()).status == 130
                assert (await first.ended()).status == 130
