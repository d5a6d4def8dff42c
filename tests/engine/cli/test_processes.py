"""The command as a process: what it loads, how it is interrupted, what a closed pipe or a hanging owner does."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import psutil
import pytest

from inara_engine.home import Doing, Lock
from tests.support.kept import is_on_disk
from tests.support.scripted_server import Pause, ScriptedServer, Turn, call, calls_turn, chunk, sse, text_turn
from tests.support.terminal import Command, configure, run_inara

ONCE = Turn([sse(chunk({"role": "assistant", "content": "Once upon a time"})), "hang"])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("as_json", [False, True])
async def test_ctrl_c_in_an_answer_keeps_what_was_said(home: Path, as_json: bool, number: signal.Signals) -> None:
    """As does what `timeout` sends, and what comes when a terminal is closed."""
    async with ScriptedServer([ONCE]) as server:
        configure(home, server.base_url)
        async with Command("ask", *(["--json"] if as_json else []), "tell me") as inara:
            await inara.until("Once upon a time")
            inara.send_signal(number)
            ran = await inara.ended()
        await server.client_left()
    assert ran.status == 130
    job = (await run_inara("jobs")).out.split()[0]
    if as_json:
        assert ran.values[-1] == {"type": "cancelled"}
    else:
        assert ran.out == "Once upon a time\n"
        assert ran.err == f"Stopped. `inara jobs show {job}` has what it said.\n"
    shown = await run_inara("jobs", "show", job)
    assert shown.out.startswith(f"{job}  cancelled\n")
    assert shown.out.endswith("\nOnce upon a time\n")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
async def test_a_terminal_that_is_closed_leaves_no_program_running(home: Path, number: signal.Signals) -> None:
    script = "import os, time; open('pid', 'w').write(str(os.getpid())); time.sleep(600)"
    asked = call("run_command", {"argv": [sys.executable, "-c", script]})
    async with ScriptedServer([calls_turn(asked)]) as server:
        work = configure(home, server.base_url)
        waiting = await run_inara("ask", "run it")
        assert waiting.status == 3
        async with Command("jobs", "confirm", waiting.out.split()[-1]) as inara:
            async with asyncio.timeout(30):
                while not (work / "pid").exists() or not (work / "pid").read_text():
                    await asyncio.sleep(0.02)
            program = psutil.Process(int((work / "pid").read_text()))
            inara.send_signal(number)
            assert (await inara.ended()).status == 130
    assert not program.is_running()


async def test_a_chat_whose_terminal_is_closed_ends_in_order(home: Path) -> None:
    async with ScriptedServer([ONCE]) as server:
        configure(home, server.base_url)
        async with Command("chat", tty=True) as inara:
            await inara.until("Ctrl+D ends")
            inara.type("tell me\n")
            await inara.until("Once upon a time")
            inara.send_signal(signal.SIGHUP)
            assert (await inara.ended()).status == 130
        await server.client_left()
    assert (await run_inara("jobs")).out.split()[1] == "cancelled"


@pytest.mark.parametrize(
    ("command", "closed"),
    [("ask hello", "<&-"), ("ask hello", ">&- 2>&-"), ("ask", "<&-"), ("jobs", "<&- >&- 2>&-")],
)
async def test_a_stream_that_is_closed_counts_as_empty(home: Path, command: str, closed: str) -> None:
    """As cron jobs and services of old start programs."""
    async with ScriptedServer([text_turn("Hello.")] * 2) as server:
        configure(home, server.base_url)
        shell = f"echo hello | {sys.executable} -m inara_desktop {command} {closed}"
        async with Command("-c", shell, program=("/bin/bash",)) as inara:
            ran = await inara.ended()
    nothing_to_do = command == "ask" and "<" in closed
    assert ran.status == (1 if nothing_to_do else 0)
    assert "mistake" not in ran.err
    assert "Traceback" not in ran.err
    assert not (home / "logs" / "inara.log").exists()


async def test_a_disk_that_is_full_under_the_output_is_told_and_stops_the_job(home: Path) -> None:
    """`inara ask … > file`"""
    async with ScriptedServer([ONCE]) as server:
        configure(home, server.base_url)
        async with Command(
            "-c", f"{sys.executable} -m inara_desktop ask x > /dev/full", program=("/bin/bash",)
        ) as full:
            ran = await full.ended()
        await server.client_left()
    assert ran.status == 1
    assert ran.err == (
        "inara: What is printed can't be written: No space left on device.\n"
        "       Make room there, or print elsewhere.\n"
    )
    assert (await run_inara("jobs")).out.split()[1] == "cancelled"


@pytest.mark.parametrize("keeps", [("personas", "write", "persona.md"), ("templates", "save", "letter")])
async def test_what_is_kept_word_for_word_is_read_before_anything_is_opened(home: Path, keeps: tuple[str, ...]) -> None:
    """Who is still typing holds nobody up, can leave with Ctrl+C, and bytes that are no text are not kept."""
    async with Command(*keeps, tty=True) as typing:
        typing.type("half a line")
        await typing.until("half a line")
        assert (await run_inara("jobs")).status == 0
        typing.interrupt()
        assert (await typing.ended()).status == 130
    ran = await run_inara(*keeps, stdin=b"latin \xe9")
    assert (ran.status, ran.err) == (1, "inara: Standard input is not text (UTF-8), so nothing was kept.\n")


async def test_programs_have_their_status_where_inara_was_started_with_the_ends_of_children_ignored(
    home: Path,
) -> None:
    """Some launchers ignore SIGCHLD, which is inherited; a program's end was a fault of the tool then."""
    asked = call("run_command", {"argv": ["sh", "-c", "echo so far; exit 7"]})
    launcher = (
        "import os, signal, sys; signal.signal(signal.SIGCHLD, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
    )
    ignoring = (sys.executable, "-c", launcher)
    async with ScriptedServer([calls_turn(asked), text_turn("Done.")]) as server:
        configure(home, server.base_url)
        job = (await run_inara("ask", "run it")).out.split()[-1]
        async with Command("jobs", "confirm", "--json", job, prefix=ignoring) as inara:
            ran = await inara.ended()
    assert ran.value("tool_result")["output"] == "Exit status 7. It printed:\nso far"


async def test_a_line_in_another_encoding_is_taken_as_far_as_it_can_be_read(home: Path) -> None:
    async with ScriptedServer([text_turn("Aha.")]) as server:
        configure(home, server.base_url)
        async with Command("chat", env={"PYTHONIOENCODING": "utf-8:strict"}) as inara:
            await inara.feed(b"Z\xfcrich\n")
            ran = await inara.ended()
    assert ran.status == 0
    assert server.requests[0].json["messages"][-1]["content"] == "Z\N{REPLACEMENT CHARACTER}rich"


async def test_ctrl_c_while_the_modules_are_loading_is_no_crash(home: Path) -> None:
    program = """
import os, signal, sys
class PressedAt:
    def find_spec(self, name, path=None, target=None):
        if name == "inara_engine.cli.parser":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, PressedAt())
from inara_desktop.__main__ import main
sys.exit(main())
"""
    async with Command("jobs", program=(sys.executable, "-c", program)) as inara:
        ran = await inara.ended()
    assert (ran.status, ran.out, ran.err) == (130, "", "")


async def test_a_quick_prompt_that_nobody_can_show_is_a_failure(home: Path) -> None:
    async with ScriptedServer([ONCE]) as server:
        configure(home, server.base_url)
        async with Command("ask", "tell me") as owner:
            await owner.until("Once upon a time")
            async with Command("quick", "hello") as quick:
                ran = await quick.ended()
    assert ran.status == 1
    assert "A command in a terminal has Inara's data open." in ran.err


async def test_killed_in_an_answer_it_is_interrupted_and_can_go_on(home: Path) -> None:
    async with ScriptedServer([ONCE, text_turn(", there was.")]) as server:
        configure(home, server.base_url)
        async with Command("ask", "tell me") as inara:
            await inara.until("Once upon a time")
            async with asyncio.timeout(30):
                while not is_on_disk(home, "Once upon a time"):
                    await asyncio.sleep(0.02)
            inara.send_signal(signal.SIGKILL)
            await inara.ended()
        job, status = (await run_inara("jobs")).out.split()[:2]
        assert status == "interrupted"
        followed = await run_inara("jobs", "follow", job)
        assert (followed.status, followed.out) == (1, "Once upon a time\n")
        assert f"`inara jobs resume {job}`" in followed.err
        resumed = await run_inara("jobs", "resume", job, "--json")
    assert resumed.status == 0
    assert resumed.value("done")["response"] == "Once upon a time, there was."
    assert (await run_inara("jobs", "show", job)).out.endswith("\nOnce upon a time, there was.\n")


async def test_a_reader_that_leaves_stops_the_job_without_a_word(home: Path) -> None:
    """`inara ask … | head -1`"""
    lines = [sse(chunk({"content": f"line {n}\n"})) for n in range(100)]
    async with ScriptedServer([Turn([lines[0], Pause(0.3), *lines, "hang"])]) as server:
        configure(home, server.base_url)
        shell = f'{sys.executable} -m inara_desktop ask "count" | head -1'
        async with Command("-c", shell, program=("/bin/bash",)) as piped:
            ran = await piped.ended()
        await server.client_left()
    assert (ran.status, ran.out, ran.err) == (0, "line 0\n", "")
    assert (await run_inara("jobs")).out.split()[1] == "cancelled"


async def test_a_list_into_head_ends_quietly(home: Path) -> None:
    await run_inara("sessions", "import", "-", stdin=b'{"messages": [{"role": "user", "content": "hi"}]}')
    shell = f"{sys.executable} -m inara_desktop sessions list | true; exit ${{PIPESTATUS[1]}}"
    async with Command("-c", shell, program=("/bin/bash",)) as piped:
        ran = await piped.ended()
    assert (ran.status, ran.err) == (0, "")


async def test_an_owner_that_hangs_is_told_not_waited_for(home: Path) -> None:
    async with ScriptedServer([ONCE]) as server:
        configure(home, server.base_url)
        async with Command("ask", "tell me") as first:
            await first.until("Once upon a time")
            first.send_signal(signal.SIGSTOP)
            ran = await run_inara("jobs")
            first.send_signal(signal.SIGCONT)
            pid = first.pid
            first.interrupt()
            await first.ended()
    assert ran.status == 1
    assert ran.err == (
        f"inara: Process {pid} has Inara's data open but does not answer.\n       End that process, then try again.\n"
    )


@pytest.mark.parametrize(
    ("doing", "told"), [("opening", "is still opening Inara's data; waiting for it."), ("ending", "is just ending")]
)
async def test_an_owner_that_opens_or_ends_for_long_is_waited_for(home: Path, doing: Doing, told: str) -> None:
    await asyncio.to_thread((home / "run").mkdir)
    lock = Lock(home / "run" / "inara.lock")
    assert await asyncio.to_thread(lock.acquire)
    await asyncio.to_thread(lock.say, doing)
    async with Command("sessions") as second:
        await second.until(f"Process {os.getpid()} {told}")
        lock.release()
        ran = await second.ended()
    assert ran.status == 0
    assert ran.err.endswith("waiting for it. Ctrl+C ends this command.\nThere are no conversations yet.\n")


async def test_an_opening_of_ones_own_takes_as_long_as_it_takes(home: Path) -> None:
    slow = (
        "import asyncio, sys\n"
        "import inara_engine.opening as opening\n"
        "from inara_engine.cli import opening as cli\n"
        "whole = opening._put_together\n"
        "async def put_together(*given, **named):\n"
        "    await asyncio.sleep(cli.PATIENCE_S)\n"
        "    return await whole(*given, **named)\n"
        "opening._put_together, cli.PATIENCE_S = put_together, 0.2\n"
        "from inara_engine.cli.main import main\n"
        "sys.exit(main(['sessions']))"
    )
    async with Command("-c", slow, program=(sys.executable,)) as inara:
        assert (await inara.ended()).status == 0


async def test_the_first_command_stays_until_the_second_is_done(home: Path) -> None:
    """Its engine is what the second one runs on."""
    slow = Turn([sse(chunk({"content": "Second begins"})), Pause(1.0), *text_turn(", and ends.").steps])
    async with ScriptedServer([Turn([sse(chunk({"content": "First"})), "hang"]), slow]) as server:
        configure(home, server.base_url)
        async with Command("ask", "first") as first:
            await first.until("First")
            async with Command("ask", "second") as second:
                await second.until("Second begins")
                first.interrupt()
                await first.until("Another command still uses")
                ran = await second.ended()
            assert (await first.ended()).status == 130
    assert (ran.status, ran.out) == (0, "Second begins, and ends.\n")


async def test_the_owners_end_is_told_and_what_waited_behind_it_can_go_on(home: Path) -> None:
    """A job queued when Inara was killed is nobody's: not watched for ever, but resumed or cancelled."""
    async with ScriptedServer([ONCE, text_turn("Now then."), text_turn("And this.")]) as server:
        configure(home, server.base_url)
        text = b'{"messages": [{"role": "user", "content": "hi"}]}'
        session = ("--session", (await run_inara("sessions", "import", "-", stdin=text)).out.strip())
        async with Command("ask", *session, "first") as first:
            await first.until("Once upon a time")
            async with Command("ask", *session, "second") as second, Command("ask", *session, "third") as third:
                async with asyncio.timeout(20):
                    while len((await run_inara("jobs")).out.splitlines()) < 1 + 3:
                        await asyncio.sleep(0.05)
                first.send_signal(signal.SIGKILL)
                for other in (second, third):
                    ran = await other.ended()
                    assert ran.status == 1
                    assert ran.err.startswith("inara: The running Inara ended.\n")
        jobs = {job["task"]: job["job_id"] for job in (await run_inara("jobs", "list", "--json")).values}
        watched = await run_inara("jobs", "follow", jobs["second"])
        assert watched.status == 1
        assert f"`inara jobs resume {jobs['second']}`" in watched.err
        resumed = await run_inara("jobs", "resume", jobs["second"])
        assert (resumed.status, resumed.out) == (0, "Now then.\n")
        assert (await run_inara("jobs", "cancel", jobs["third"])).status == 0


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("jobs", "--help"), ("nonsense",)])
async def test_what_needs_no_engine_loads_none(home: Path, arguments: tuple[str, ...]) -> None:
    program = (
        "import sys; from inara_desktop.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'pydantic', 'httpx', 'sqlite3', 'asyncio', 'PySide6', 'tomlkit'} & set(sys.modules)\n"
        "print('loaded:', *heavy)"
    )
    async with Command(*arguments, program=(sys.executable, "-c", program)) as inara:
        ran = await inara.ended()
    assert ran.out.endswith("loaded:\n")
    assert not list(home.iterdir())  # and nothing is written


async def test_an_encoding_without_these_letters_is_no_fault(home: Path) -> None:
    async with ScriptedServer([text_turn("Zürich 世界"), text_turn("Zürich 世界")]) as server:
        configure(home, server.base_url)
        env = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
        async with Command("ask", "--json", "x", env=env) as as_json:
            assert (await as_json.ended()).value("done")["response"] == "Zürich 世界"
        async with Command("ask", "x", env=env) as plain:
            assert (await plain.ended()).out == "Z\\xfcrich \\u4e16\\u754c\n"
