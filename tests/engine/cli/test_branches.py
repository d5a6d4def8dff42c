"""Off the record, branches and undo from the terminal and over HTTP."""

from __future__ import annotations

from pathlib import Path

from tests.support.loopback import loopback
from tests.support.scripted_server import ScriptedServer, call, calls_turn, text_turn
from tests.support.terminal import configure, run_inara

WRITES = calls_turn(call("write_file", {"path": "note.md", "content": "New.\n"}))


async def test_off_the_record_answers_and_leaves_nothing(home: Path) -> None:
    async with ScriptedServer([text_turn("Only between us.")]) as server:
        configure(home, server.base_url)
        ran = await run_inara("ask", "--off-record", "canary-4711")
        assert (ran.status, ran.out) == (0, "Only between us.\n")
        assert "off the record" in server.requests[0].json["messages"][0]["content"]
    assert (await run_inara("sessions")).out == ""
    assert (await run_inara("jobs")).out == ""
    assert (await run_inara("usage", "--csv")).out.count("\n") == 1
    assert not [file for file in home.rglob("*") if file.is_file() and b"canary-4711" in file.read_bytes()]


async def test_off_the_record_a_question_that_nobody_can_answer_ends_the_job(home: Path) -> None:
    async with ScriptedServer([WRITES]) as server:
        work = configure(home, server.base_url)
        ran = await run_inara("ask", "--off-record", "--json", "write it")
    assert ran.status == 1
    assert "can't wait" in ran.err
    assert not (work / "note.md").exists()


async def test_a_branch_is_told_its_own_history_only(home: Path) -> None:
    answers = [text_turn("Grey."), text_turn("Two."), text_turn("Blue."), text_turn("Three."), text_turn("Four.")]
    async with ScriptedServer(answers) as server:
        configure(home, server.base_url)
        first = await run_inara("ask", "--json", "Which colour?")
        session, root = first.value("done")["session_id"], first.value("connected")["job_id"]
        await run_inara("ask", "--session", session, "How many?")
        other = await run_inara("ask", "--json", "--session", session, "--after", root, "And the sky?")
        old = (await run_inara("jobs", "list", "--json")).values[1]["job_id"]
        await run_inara("ask", "--session", session, "Go on here.")  # on the newest branch
        await run_inara("ask", "--session", session, "--after", old, "Go on there.")

        def said(n: int) -> list[str]:
            return [message["content"] for message in server.requests[n].json["messages"][1:]]

        assert said(2) == ["Which colour?", "Grey.", "And the sky?"]
        assert said(3) == ["Which colour?", "Grey.", "And the sky?", "Blue.", "Go on here."]
        assert said(4) == ["Which colour?", "Grey.", "How many?", "Two.", "Go on there."]
    assert other.status == 0
    shown = (await run_inara("sessions", "show", session)).out
    assert "How many?" in shown
    assert "And the sky?" not in shown
    assert "2 more on other branches" in shown
    assert "And the sky?" in (await run_inara("sessions", "export", session)).out


async def test_a_branch_needs_its_conversation(home: Path) -> None:
    ran = await run_inara("ask", "--after", "job-1", "What?")
    assert (ran.status, "--session ID" in ran.err) == (1, True)


async def test_a_branch_begins_at_a_job_of_its_conversation(home: Path) -> None:
    async with ScriptedServer([text_turn("One."), text_turn("Two.")]) as server:
        configure(home, server.base_url)
        session = (await run_inara("ask", "--json", "first")).value("done")["session_id"]
        elsewhere = (await run_inara("ask", "--json", "second")).value("connected")["job_id"]
        for after in ("nowhere", elsewhere):
            ran = await run_inara("ask", "--session", session, "--after", after, "What?")
            assert (ran.status, ran.out, len(server.requests)) == (1, "", 2)
            assert ran.err.startswith(f"inara: There is no job {after!r} in this conversation.\n")


async def test_what_a_job_did_to_files_is_taken_back(home: Path) -> None:
    async with ScriptedServer([WRITES, text_turn("Done.")]) as server:
        work = configure(home, server.base_url)
        done = await run_inara("ask", "--json", "--approve-all-below", "3", "write it")
        job = done.value("connected")["job_id"]
        assert (work / "note.md").read_text() == "New.\n"
    other = await run_inara("jobs", "undo", "--call", "none", job)
    assert (other.status, "This call changed no files." in other.err) == (1, True)
    undone = await run_inara("jobs", "undo", "--call", f"{job}.1.1", job)
    assert undone.status == 0
    assert "note.md" in undone.out
    assert not (work / "note.md").exists()
    again = await run_inara("jobs", "undo", job)
    assert again.status == 1


async def test_the_same_over_http() -> None:
    async with loopback(WRITES, text_turn("Done."), text_turn("Other.")) as api:
        job = await api.job("write it")
        asked = await api.waiting(job)
        await api.post(f"/orchestrate/{job}/confirm", None)
        report = await api.ended(job)
        assert asked["tools"][0]["name"] == "write_file"
        assert (await api.post(f"/orchestrate/{job}/undo", {"call_id": "none"})).status_code == 400
        undone = await api.post(f"/orchestrate/{job}/undo", {"call_id": asked["tools"][0]["call_id"]})
        assert undone.status_code == 200
        assert "note.md" in undone.json()["files"][0]
        assert (await api.post(f"/orchestrate/{job}/undo")).status_code == 409
        assert (await api.post("/orchestrate/none/undo")).status_code == 404
        branch = await api.ended(await api.job("Other?", session_id=report["session_id"], follows=""))
        assert branch["response"] == "Other."
        assert [m["content"] for m in api.model.requests[-1].json["messages"][1:]] == ["Other?"]


async def test_another_role_may_write_the_answer() -> None:
    config = (
        '[models.poet]\nprovider = "openai"\nbase_url = "{url}"\nmodel = "poet"\n[roles.verse]\nmodels = ["poet"]\n'
    )
    async with (
        ScriptedServer([text_turn("In verse.")]) as poet,
        loopback(text_turn("Found."), config=config.format(url=poet.base_url)) as api,
    ):
        report = await api.ended(await api.job("Sing", chat_role="verse"))
        assert (report["response"], report["summary"], report["backend"]) == ("In verse.", "Found.", "poet")
