"""One job, two vendors: Gemini finds out with tools and a confirmation, Anthropic writes the answer; killed twice on the way.

The servers are scripted and speak each vendor's wire format; the processes are real and die by SIGKILL.
"""

from __future__ import annotations

import asyncio
import signal
from itertools import groupby
from pathlib import Path

from tests.support import anthropic_server, gemini_server
from tests.support.kept import is_on_disk
from tests.support.scripted_server import HANG, ScriptedServer, Turn
from tests.support.terminal import Command, Ran, run_inara

LOOKS = gemini_server.stream_turn([gemini_server.call("list_files", {"path": "."}, signature="c2ln")])
WRITES = gemini_server.stream_turn(
    [gemini_server.call("write_file", {"path": "note.md", "content": "Two birds.\n"}, signature="c2ln")]
)
FOUND = gemini_server.stream_turn([gemini_server.text("There were two birds; ")], [gemini_server.text("noted.")])
ANSWER = anthropic_server.message_steps(anthropic_server.text("Two birds ", "sat there, "), stop=None)
CUT_ANSWER = Turn([*ANSWER[:5], HANG])
REST = anthropic_server.message_turn(anthropic_server.text("and I ", "wrote it down."))


def settings(home: Path, gemini: ScriptedServer, anthropic: ScriptedServer) -> Path:
    work = home.parent / "user" / "work"
    work.mkdir()
    (work / "birds.txt").write_text("two")
    (home / "config.toml").write_text(
        f"""
[models.finder]
provider = "gemini"
model = "gemini-scripted"
label = "Gemini"
base_url = "{gemini.base_url}"
api_key = "env:GEMINI_KEY"
[models.poet]
provider = "anthropic"
model = "claude-scripted"
label = "Claude"
base_url = "{anthropic.base_url}"
api_key = "env:ANTHROPIC_KEY"
price = {{ input = 3.0, output = 15.0 }}
[roles.orchestrator]
models = ["finder"]
[roles.chat]
models = ["poet"]
[workspace]
roots = ["{work}"]
"""
    )
    return work


def kinds(ran: Ran) -> list[str]:
    """What the lines of JSON say: progress left out, neighbours of one kind once."""
    said = [value["type"] for value in ran.values if value["type"] != "progress"]
    return [kind for kind, _ in groupby(said)]


async def test_killed_at_the_question_and_in_the_answer_nothing_is_lost_or_done_twice(home: Path) -> None:
    keys: dict[str, str | None] = {"GEMINI_KEY": "gk-0123456789", "ANTHROPIC_KEY": "ak-0123456789"}
    async with ScriptedServer([LOOKS, WRITES, FOUND]) as gemini, ScriptedServer([CUT_ANSWER, REST]) as anthropic:
        work = settings(home, gemini, anthropic)
        async with Command("serve", "--port", "0", env=keys) as owner:
            await owner.until("127.0.0.1")
            async with Command("ask", "--json", "Which birds? Note it.", env=keys) as asking:
                asked = await asking.ended()
            assert asked.status == 3
            assert kinds(asked) == ["connected", "tool_call", "tool_result", "tool_call", "confirm"]
            job = asked.value("connected")["job_id"]
            owner.send_signal(signal.SIGKILL)
            await owner.ended()
        assert not (work / "note.md").exists()

        async with Command("jobs", "confirm", job, "--json", env=keys) as confirming:
            await confirming.until("sat there")
            assert (work / "note.md").read_text() == "Two birds.\n"
            (work / "note.md").unlink()  # written a second time, it would be there again
            async with asyncio.timeout(30):
                while not is_on_disk(home, "sat there"):
                    await asyncio.sleep(0.02)
            confirming.send_signal(signal.SIGKILL)
            confirmed = await confirming.ended()
        # What Gemini found is no token: the answer is Claude's alone.
        assert kinds(confirmed)[1:] == ["resumed", "tool_result", "thinking", "token"]

        async with Command("jobs", "resume", job, "--json", env=keys) as resuming:
            resumed = await resuming.ended()
        assert resumed.status == 0
        done = resumed.value("done")
        assert done["response"] == "Two birds sat there, and I wrote it down."
        tokens = [value["text"] for value in resumed.values if value["type"] == "token"]
        assert done["response"].endswith("".join(tokens))
        assert not (work / "note.md").exists()
        assert [len(server.requests) for server in (gemini, anthropic)] == [3, 2]

    assert (done["backend"], done["backend_label"]) == ("poet", "Claude")
    assert done["usage"]["prompt_tokens"] > 300
    assert done["cost"] > 0
    report = (await run_inara("jobs", "show", "--json", job)).values[0]
    assert report["summary"] == "There were two birds; noted."
    assert [(call["name"], call["outcome"]) for call in report["tool_calls"]] == [
        ("list_files", "ok"),
        ("write_file", "ok"),
    ]
    for ran in (asked, confirmed, resumed):
        print(ran.out, end="")  # `pytest -s` shows the lines
