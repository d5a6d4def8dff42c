"""Whatever goes wrong, the terminal says it once, with what to do next; nothing that was said is lost."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

import pytest

from tests.support.scripted_server import (
    CUT,
    RESET,
    ScriptedServer,
    Turn,
    call,
    calls_turn,
    chunk,
    error_turn,
    sse,
    text_turn,
)
from tests.support.terminal import Command, Ran, configure, run_inara

SAID = [sse(chunk({"role": "assistant", "content": "Once upon "})), sse(chunk({"content": "a time"}))]


def one_clear_message(ran: Ran, *words: str) -> None:
    """Exit 1, one message on standard error that has these words and a next step, no traceback anywhere."""
    assert ran.status == 1, ran
    assert ran.err.count("inara: ") == 1, ran.err
    lines = ran.err[ran.err.index("inara: ") :].splitlines()
    assert len(lines) >= 2, "a next step is missing"
    assert all(line.startswith("       ") for line in lines[1:]), lines
    for word in words:
        assert word.lower() in ran.err.lower(), f"{word} is not in {ran.err}"
    assert "Traceback" not in ran.out + ran.err


@pytest.mark.parametrize(
    ("base_url", "word"),
    [
        ("http://127.0.0.1:9/v1", "127.0.0.1:9"),  # nothing listens on the discard port
        ("http://no-such-host.invalid/v1", "no-such-host.invalid"),
    ],
)
async def test_a_server_that_is_not_there(home: Path, base_url: str, word: str) -> None:
    configure(home, base_url)
    one_clear_message(await run_inara("ask", "hi"), word)


async def test_a_wrong_address_of_a_real_server(home: Path, llama_server: str) -> None:
    configure(home, llama_server.replace("/v1", "/wrong/v1"))
    one_clear_message(await run_inara("ask", "hi"), "base_url")


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        (error_turn(401, {"error": {"message": "Invalid API Key"}}), ["api_key"]),
        (error_turn(404, {"error": {"message": "model 'tiny' not found"}}), ["tiny", "model"]),
        (error_turn(429, {"error": {"message": "Rate limit reached"}}, Retry_After="3600"), ["3600 s"]),
        (error_turn(400, {"error": {"message": "the request exceeds the available context size"}}), ["context"]),
    ],
)
async def test_a_server_that_refuses(home: Path, turn: Turn, words: list[str]) -> None:
    async with ScriptedServer([turn]) as server:
        configure(home, server.base_url)
        ran = await run_inara("ask", "hi")
    one_clear_message(ran, *words, "inara jobs resume job-")
    assert ran.out == ""


async def test_a_broken_server_is_asked_again_then_told(home: Path) -> None:
    broken = error_turn(500, {"error": {"message": "boom"}}, Retry_After="0.01")
    async with ScriptedServer([broken] * 4) as server:
        configure(home, server.base_url)
        ran = await run_inara("ask", "hi")
    assert "Trying again" in ran.err
    one_clear_message(ran, "boom")
    assert len(server.requests) == 4


async def test_a_server_that_still_loads_is_waited_for(home: Path) -> None:
    loading = error_turn(503, {"error": {"message": "Loading model", "type": "unavailable_error"}}, Retry_After="0.01")
    async with ScriptedServer([loading, text_turn("Awake.")]) as server:
        configure(home, server.base_url)
        ran = await run_inara("ask", "hi")
    assert (ran.status, ran.out) == (0, "Awake.\n")
    assert "load" in ran.err.lower()


@pytest.mark.parametrize("end", [CUT, RESET, sse("{not json")])
async def test_a_cut_answer_is_shown_told_and_kept(home: Path, end: object) -> None:
    async with ScriptedServer([Turn([*SAID, end])]) as server:  # type: ignore[list-item] # a step of either kind
        configure(home, server.base_url)
        ran = await run_inara("ask", "tell me")
    assert ran.out == "Once upon a time\n"
    one_clear_message(ran, "inara jobs resume job-")
    job = (await run_inara("jobs")).out.split()[0]
    shown = await run_inara("jobs", "show", job)
    assert shown.out.startswith(f"{job}  error\n")
    assert shown.out.endswith("\nOnce upon a time\n")


async def test_nonsense_instead_of_a_stream(home: Path) -> None:
    page = Turn([b"<html>It works!</html>"], headers={"Content-Type": "text/html"})
    async with ScriptedServer([page] * 4) as server:
        configure(home, server.base_url)
        one_clear_message(await run_inara("ask", "hi"), "base_url")


@pytest.mark.parametrize(
    ("made", "outcome", "told"),
    [
        (call("write_file", {"path": 3}), "failed", "do not fit"),
        (call("write_file", '{"path": "a'), "failed", "not a JSON object"),
        (call("launch_rocket", {}), "failed", "no tool named 'launch_rocket'"),
        (call("read_file", {"path": "/etc/shadow"}), "denied", "/etc/shadow is protected"),
    ],
)
async def test_a_call_that_is_wrong_is_told_to_the_model_and_shown(
    home: Path, made: dict[str, object], outcome: str, told: str
) -> None:
    async with ScriptedServer([calls_turn(made), text_turn("My mistake.")]) as server:
        configure(home, server.base_url)
        ran = await run_inara("ask", "do it")
    assert (ran.status, ran.out) == (0, "My mistake.\n")
    assert f"  {outcome}: " in ran.err
    assert told in server.requests[1].json["messages"][-1]["content"]
    assert told in ran.err


async def test_a_broken_settings_file_is_told_with_its_line(home: Path) -> None:
    (home / "config.toml").write_text(
        '[models.local]\nprovider = "openai"\nmodel = 3\n[workspace]\nroots = ["~/none"]\n'
    )
    ran = await run_inara("ask", "hi")
    assert ran.status == 3  # it runs on, with the defaults: the tour, up to its question
    assert "config.toml:3: models.local.model" in ran.err
    assert "the defaults" in ran.err
    doctor = await run_inara("doctor")
    assert "✗ Settings: config.toml:3: models.local.model" in doctor.out
    assert "    → Mend that line. Until then the last good settings hold" in doctor.out


@pytest.mark.parametrize("command", ["models", "secrets state", "personas", "tools", "rules", "schedule", "mcp"])
async def test_what_a_broken_settings_file_names_is_not_just_missing(home: Path, command: str) -> None:
    (home / "config.toml").write_text("[defaults]\ntier = 9\n")
    ran = await run_inara(*command.split())
    assert ran.status == 0
    assert ran.err.startswith("inara: config.toml:2: defaults.tier: 9 does not fit")


async def test_no_settings_file_is_no_problem(home: Path) -> None:
    ran = await run_inara("models")
    assert (ran.status, ran.err) == (0, "")
    assert "Demo, not an AI" in ran.out


async def test_a_damaged_database_is_left_alone(home: Path) -> None:
    async with ScriptedServer([text_turn("Hm.")]) as server:
        configure(home, server.base_url)
        await run_inara("ask", "hi")
    database = home / "inara.db"
    damaged = database.read_bytes()
    damaged = damaged[:4096] + b"\xa5" * 8192 + damaged[4096 + 8192 :]
    database.write_bytes(damaged)
    one_clear_message(await run_inara("jobs"), "damaged", "backup")
    database.write_bytes(b"This is no database. " * 500)
    one_clear_message(await run_inara("ask", "hi"), "damaged", "inara doctor")
    doctor = await run_inara("doctor")
    assert doctor.status == 1
    assert f"✗ Database: {database}" in doctor.out
    assert f"Backups: {home / 'backups'}" in doctor.out
    assert database.read_bytes().startswith(b"This is no database.")


async def test_a_newer_database_is_left_alone(home: Path) -> None:
    await run_inara("jobs")
    db = sqlite3.connect(home / "inara.db")
    db.execute("PRAGMA user_version = 99")
    db.close()
    one_clear_message(await run_inara("jobs"), "newer")


async def test_a_file_where_the_home_should_be(home: Path) -> None:
    home.rmdir()
    home.write_text("")
    one_clear_message(await run_inara("jobs"), "INARA_HOME")


# Root may write anywhere; without these it may what its files' bits say.
AS_OTHERS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.getuid() == 0 else ()


async def test_a_home_that_cannot_be_written(home: Path) -> None:
    program = ("-c", "import sys; from inara_engine.cli import main; sys.exit(main(sys.argv[1:]))")
    home.chmod(0o555)
    async with Command("ask", "hi", prefix=AS_OTHERS, program=(sys.executable, *program)) as inara:
        one_clear_message(await inara.ended(), str(home), "INARA_HOME")
    home.chmod(0o700)


async def test_a_full_disk_stops_writing_and_says_so(home: Path) -> None:
    """The process may write files of 250 kB at most; beyond, the system refuses as a full disk does."""
    long = "word " * 60_000
    program = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (250_000, 250_000));"
        "from inara_engine.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    async with ScriptedServer([text_turn(long), text_turn("Short.")]) as server:
        configure(home, server.base_url)
        await run_inara("jobs")
        async with Command("ask", "hi", program=(sys.executable, "-c", program)) as inara:
            ran = await inara.ended()
        assert long[:1000] in ran.out  # what was said is shown all the same
        one_clear_message(ran, "disk")
        job = (await run_inara("jobs")).out.split()[0]
        resumed = await run_inara("jobs", "resume", job)
    assert resumed.status == 0
    assert resumed.out == "Short.\n"


@pytest.mark.parametrize("command", [["ask", "hi"], ["serve"], ["quick"]])
async def test_a_start_into_the_tray_goes_with_no_command(home: Path, command: list[str]) -> None:
    ran = await run_inara("--hidden", *command)
    assert ran.status == 2
    assert f"--hidden starts the window in the tray: it goes alone, not with {command[0]}." in ran.err
    assert ran.out == ""
