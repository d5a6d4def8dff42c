"""`inara jobs`: what ran and what waits, from another command than the one that gave the task."""

from __future__ import annotations

from pathlib import Path

from tests.support.scripted_server import ScriptedServer, Turn, call, calls_turn, error_turn, text_turn
from tests.support.terminal import configure, run_inara


def write(path: str) -> Turn:
    return calls_turn(call("write_file", {"path": path, "content": "x"}))


async def waiting(home: Path, server: ScriptedServer) -> tuple[str, Path]:
    """A job that waits for a person, and the folder it wants to write in."""
    work = configure(home, server.base_url)
    ran = await run_inara("ask", "write two notes")
    assert ran.status == 3
    return ran.out.strip(), work


async def test_a_job_runs_from_question_to_question_to_its_end(home: Path) -> None:
    async with ScriptedServer([write("a.md"), write("b.md"), text_turn("Both are there.")]) as server:
        job, work = await waiting(home, server)
        first = await run_inara("jobs", "confirm", job)
        assert (first.status, first.out.strip()) == (3, job)
        assert (work / "a.md").exists()
        assert not (work / "b.md").exists()
        last = await run_inara("jobs", "confirm", job, "--json")
    assert last.status == 0
    kinds = [value["type"] for value in last.values]
    assert kinds[:2] == ["connected", "resumed"]  # what was before is not told again
    assert last.value("done")["response"] == "Both are there."
    assert [called["outcome"] for called in last.value("done")["tool_calls"]] == ["ok", "ok"]
    assert (work / "b.md").exists()


async def test_a_no_and_its_reason_reach_the_model(home: Path) -> None:
    async with ScriptedServer([write("a.md"), text_turn("As you like.")]) as server:
        job, work = await waiting(home, server)
        ran = await run_inara("jobs", "deny", job, "--reason", "not there")
    assert (ran.status, ran.out) == (0, "As you like.\n")
    assert "not there" in server.requests[-1].json["messages"][-1]["content"]
    assert not (work / "a.md").exists()


async def test_show_tells_what_it_wants_and_what_became_of_it(home: Path) -> None:
    async with ScriptedServer([write("a.md"), text_turn("Written.")]) as server:
        job, _ = await waiting(home, server)
        before = await run_inara("jobs", "show", job)
        report = (await run_inara("jobs", "show", job, "--json")).values[0]
        await run_inara("jobs", "confirm", job)
        after = await run_inara("jobs", "show", job)
    assert before.out.startswith(f"{job}  awaiting_confirmation\n")
    assert "  asks     " in before.out
    assert "a.md" in before.out
    assert f"`inara jobs confirm {job}`" in before.err
    assert report["pending_confirmation"]["tools"][0]["args"] == {"path": "a.md", "content": "x"}
    assert after.out.startswith(f"{job}  complete\n")
    assert after.out.endswith("\nWritten.\n")
    assert "→ ok" in after.out


async def test_follow_tells_a_finished_job_again(home: Path) -> None:
    async with ScriptedServer([write("a.md"), text_turn("Written.")]) as server:
        job, _ = await waiting(home, server)
        assert (await run_inara("jobs", "follow", job)).status == 3
        await run_inara("jobs", "confirm", job)
        plain = await run_inara("jobs", "follow", job)
        as_json = await run_inara("jobs", "follow", job, "--json")
    assert (plain.status, plain.out) == (0, "Written.\n")
    assert [value["type"] for value in as_json.values] == [
        *("connected", "progress", "tool_call", "confirm", "resumed", "tool_result", "progress", "token", "done")
    ]


async def test_cancel_ends_it_for_good(home: Path) -> None:
    async with ScriptedServer([write("a.md")]) as server:
        job, work = await waiting(home, server)
        assert (await run_inara("jobs", "cancel", job)).status == 0
        again = await run_inara("jobs", "cancel", job)
        confirmed = await run_inara("jobs", "confirm", job)
    assert again.status == confirmed.status == 1
    assert "ended already (cancelled)" in again.err
    assert "its status is cancelled" in confirmed.err
    assert not (work / "a.md").exists()
    assert (await run_inara("jobs", "follow", job)).status == 130


async def test_a_failed_job_goes_on_where_it_stopped(home: Path) -> None:
    refused = error_turn(401, {"error": {"message": "bad key"}})
    async with ScriptedServer([write("a.md"), refused, text_turn("Now it is done.")]) as server:
        job, work = await waiting(home, server)
        failed = await run_inara("jobs", "confirm", job)
        assert failed.status == 1
        assert f"`inara jobs resume {job}`" in failed.err
        resumed = await run_inara("jobs", "resume", job)
    assert (resumed.status, resumed.out) == (0, "Now it is done.\n")
    assert (work / "a.md").exists()
    assert (await run_inara("jobs", "resume", job)).status == 1


async def test_the_list_has_one_line_a_job(home: Path) -> None:
    empty = await run_inara("jobs")
    assert (empty.status, empty.out) == (0, "")
    assert "no jobs yet" in empty.err
    async with ScriptedServer([text_turn("1"), text_turn("2"), write("a.md")]) as server:
        configure(home, server.base_url)
        await run_inara("ask", "first\ntask \x1b[31m")
        await run_inara("ask", "second")
        await run_inara("ask", "third")
        table = (await run_inara("jobs")).out.splitlines()
        assert [line.split()[1] for line in table] == ["awaiting_confirmation", "complete", "complete"]
        assert table[2].endswith("  first task ⟨U+001B⟩[31m")
        assert (await run_inara("jobs", "list", "--limit", "1")).out.splitlines() == table[:1]
        assert (await run_inara("jobs", "list", "--limit", "9" * 20)).out.splitlines() == table
        as_json = await run_inara("jobs", "list", "--json")
    assert [job["job_id"] for job in as_json.values] == [line.split()[0] for line in table]


async def test_an_unknown_job_is_told_for_every_verb(home: Path) -> None:
    for verb in ("show", "follow", "confirm", "deny", "cancel", "resume"):
        ran = await run_inara("jobs", verb, "job-0")
        assert (ran.status, ran.out) == (1, "")
        assert ran.err == "inara: There is no job job-0.\n       `inara jobs list` shows them.\n", verb
