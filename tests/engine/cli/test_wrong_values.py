"""What can't be done as it was typed is refused in a sentence; nothing of it is left out silently."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.scripted_server import ScriptedServer, text_turn
from tests.support.terminal import configure, run_inara

FAILED, USAGE = 1, 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("queue move ID x", "argument N: 'x' is no whole number"),
        ("queue move ID 0", "argument N: 0 is no place: 1 is the next to go out"),
        ("jobs list --limit many", "argument --limit: 'many' is no whole number"),
        ("jobs list --limit 0", "argument --limit: 0 is too small: at least 1"),
        ("usage --days -3", "argument --days: -3 is too small: at least 1"),
        ("serve --port x", "argument --port: 'x' is no whole number"),
        ("serve --port 99999", "argument --port: 99999 is no port: from 0 to 65535"),
        ("mcp client files ID --redirect-port 99999", "argument --redirect-port: 99999 is no port"),
        ("personas prompt --tier x", "argument --tier: 'x' is no whole number"),
        ("ask --tier 9 hello", "argument --tier: invalid choice: 9 (choose from 0, 1, 2, 3)"),
        ("doctor --connections --web-search", "--web-search: not allowed with argument --connections"),
        ("activity --decisions --verify", "--verify: not allowed with argument --decisions"),
    ],
)
async def test_what_the_command_line_itself_shows_to_be_wrong(line: str, said: str) -> None:
    ran = await run_inara(*line.split())
    assert (ran.status, ran.out) == (USAGE, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sessions", "search", " "], "There is no word to search for."),
        (["activity", "--decisions", "garden"], "The log of decisions is listed and checked as a whole"),
        (["activity", "--verify", "--by", "rule"], "The log of decisions is listed and checked as a whole"),
        (["schedule", "add", "daily", "@daily"], "There is nothing to do: the task is empty."),
        (["schedule", "add", "--distill", "daily", "@daily", "task"], "Folding the memory takes no task."),
        (["schedule", "add", "every day", "@daily", "task"], "'every day' can't be the name of a schedule."),
        (["schedule", "add", "daily", "always", "task"], '"always" is not a cron line'),
        (["sessions", "import", "nowhere.json"], "nowhere.json can't be read: No such file or directory."),
        (["mcp", "import", "nowhere.json"], "nowhere.json can't be read: No such file or directory."),
    ],
)
async def test_what_only_the_engine_can_know(home: Path, arguments: list[str], said: str) -> None:
    ran = await run_inara(*arguments)
    assert (ran.status, ran.out) == (FAILED, "")
    assert ran.err.startswith(f"inara: {said}")
    assert ran.err.splitlines()[-1].startswith("       ")


async def test_what_does_not_fit_a_conversation_or_a_job_that_is_over(home: Path) -> None:
    async with ScriptedServer([text_turn("Hello.")]) as server:
        configure(home, server.base_url)
        await run_inara("ask", "hello")
    [job] = (await run_inara("jobs", "list", "--json")).values
    [session] = (await run_inara("sessions", "list", "--json")).values
    for arguments, said in (
        (["jobs", "stop", job["job_id"]], "The job has ended already (complete).\n       What it said is in its"),
        (["jobs", "resume", job["job_id"]], "The job can't be resumed: it is complete.\n       Send another message"),
        (["jobs", "confirm", job["job_id"]], "its status is complete.\n       `inara jobs list` shows which"),
        (["sessions", "rename", session["id"], " "], "A title needs at least one letter.\n       Type one;"),
    ):
        ran = await run_inara(*arguments)
        assert (ran.status, ran.out) == (FAILED, "")
        assert said in ran.err


async def test_a_blank_that_a_template_does_not_have(home: Path) -> None:
    await run_inara("templates", "save", "letter", stdin=b"Write to {{to}}.")
    ran = await run_inara("templates", "fill", "letter", "to=Tom", "form=short")
    assert (ran.status, ran.out) == (FAILED, "")
    assert ran.err == "inara: There is no blank 'form' in letter.\n       Its blanks are: to.\n"
    assert (await run_inara("templates", "fill", "letter", "to=Tom")).out == "Write to Tom.\n"


async def test_an_empty_list_says_of_what_it_is_empty(home: Path) -> None:
    talk = b'{"title": "T", "messages": [{"role": "user", "content": "hi"}]}'
    assert (await run_inara("secrets", "state")).err == "config.toml names no keys.\n"
    session = (await run_inara("sessions", "import", "-", stdin=talk)).out.strip()
    assert (await run_inara("sessions", "list", "--before", session)).err == "Nothing comes after that one.\n"
    await run_inara("sessions", "move", session, "--folder", "Work")
    assert (await run_inara("sessions", "list", "--folder", "")).err == "There are none that lie in no folder.\n"
    assert (await run_inara("sessions", "list", "--folder", "Work")).out.startswith(session)


async def test_a_plugin_that_is_gone_can_still_be_switched_off(home: Path) -> None:
    (home / "config.toml").write_text('[tools]\nplugins = ["gone"]\n')
    assert (await run_inara("plugins", "disable", "gone")).status == 0
    assert (await run_inara("plugins", "disable", "gone")).status == FAILED
