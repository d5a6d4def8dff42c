"""Running programs: what is shown, what they get to see, and that nothing of them stays."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
from pydantic import ValidationError

from inara_engine.errors import ToolError
from inara_engine.events import Action
from inara_engine.messages import Capability, Risk
from inara_engine.tools.command import command_tools
from tests.support.desk import Desk, details

[RUN] = command_tools()


async def prepare(desk: Desk, *argv: str, **arguments: Any) -> Action:
    return await RUN.prepare(desk.context, RUN.arguments.model_validate({"argv": list(argv), **arguments}))


async def run(desk: Desk, *argv: str, **arguments: Any) -> str:
    """What the model is told of a command that was allowed."""
    call = RUN.arguments.model_validate({"argv": list(argv), **arguments})
    return (await RUN.run(desk.context, call, await RUN.prepare(desk.context, call))).text


def running(seconds: str) -> list[int]:
    """Processes that sleep for so long."""
    return [
        process.pid
        for process in psutil.process_iter(["cmdline", "status"])
        if process.info["cmdline"] == ["sleep", seconds] and process.info["status"] != "zombie"
    ]


async def until(condition: Callable[[], object], patience_s: float = 10.0) -> None:
    deadline = time.monotonic() + patience_s
    while not await asyncio.to_thread(condition):
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)


async def test_it_prints_and_ends(desk: Desk) -> None:
    assert await run(desk, "echo", "hello", "wide  world") == "Exit status 0. It printed:\nhello wide  world"
    assert await run(desk, "false") == "Exit status 1. It printed nothing."
    assert await run(desk, "sh", "-c", "echo to stderr >&2; kill -9 $$") == (
        "It was ended by signal 9. It printed:\nto stderr"
    )


async def test_nothing_is_expanded_without_a_shell(desk: Desk) -> None:
    assert (await run(desk, "echo", "$HOME", "*", "; touch canary", "`id`")).endswith("$HOME * ; touch canary `id`")


async def test_it_runs_in_the_granted_folder_or_one_below(desk: Desk) -> None:
    (desk.root / "inner").mkdir()
    assert (await run(desk, "pwd")).endswith(f"\n{desk.root}")
    assert (await run(desk, "pwd", cwd="inner")).endswith(f"\n{desk.root / 'inner'}")
    for outside in ("~", "/tmp", ".."):
        with pytest.raises(ToolError, match="outside the granted folders"):
            await prepare(desk, "pwd", cwd=outside)
    with pytest.raises(ToolError, match="no folder"):
        await prepare(desk, "pwd", cwd="missing")


async def test_the_person_sees_each_item_and_where_it_comes_from(desk: Desk) -> None:
    action = await prepare(desk, "echo", "a b", "\u202egnp.exe\n", "")
    assert action.summary == "Run echo in ~/Documents"
    assert [(detail.label, detail.value) for detail in action.details][:4] == [
        ("Command", "echo"),
        ("Argument 1", "a b"),
        ("Argument 2", "\u202egnp.exe\n"),
        ("Argument 3", ""),
    ]
    assert details(action, "Program") == [str(Path("/usr/bin/echo").resolve())]
    assert details(action, "Folder") == [str(desk.root)]
    assert "PATH" in details(action, "Environment")[0]
    assert details(action, "Time limit") == ["60 s"]
    assert (action.risk, action.capabilities) == (Risk.IRREVERSIBLE, frozenset(Capability))


async def test_a_shell_line_is_one_opaque_thing(desk: Desk) -> None:
    line = "ls -a | grep x; touch made\necho done"
    action = await RUN.prepare(desk.context, RUN.arguments.model_validate({"command": line}))
    assert action.summary == "Run a shell line in ~/Documents"
    assert details(action, "Shell line") == [line]
    assert details(action, "Program") == [str(Path("/bin/sh").resolve())]
    output = await RUN.run(desk.context, RUN.arguments.model_validate({"command": line}), action)
    assert output.text.endswith("\ndone")
    assert (desk.root / "made").exists()


@pytest.mark.parametrize("arguments", [{}, {"argv": []}, {"argv": ["ls"], "command": "ls"}, {"argv": "ls"}])
async def test_one_of_argv_and_command(arguments: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        RUN.arguments.model_validate(arguments)


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["no-such-program-here"], "There is no program “no-such-program-here”"),
        (["./missing"], "There is no program ~/Documents/missing"),
        (["./plain.txt"], "not marked as a program"),
        (["~other/x"], "another person's home"),
        ([""], "first item of argv is empty"),
        (["echo", "a\0b"], "no program can be given"),
        (["echo", "ü" * 80_000], "longer than 131.1 KB"),
        (["."], "There is no program"),
    ],
)
async def test_what_cannot_be_run_says_why(desk: Desk, argv: list[str], words: str) -> None:
    (desk.root / "plain.txt").write_text("x")
    with pytest.raises(ToolError, match=re.escape(words)):
        await prepare(desk, *argv)


async def test_a_file_without_a_known_form(desk: Desk) -> None:
    odd = desk.root / "odd"
    odd.write_bytes(b"\x00\x01")
    odd.chmod(0o755)
    with pytest.raises(ToolError, match="odd"):
        await run(desk, "./odd")


async def test_a_program_changed_after_it_was_shown_does_not_run(desk: Desk) -> None:
    script = desk.root / "tool"
    script.write_text("#!/bin/sh\necho good\n")
    script.chmod(0o755)
    call = RUN.arguments.model_validate({"argv": ["./tool"]})
    action = await RUN.prepare(desk.context, call)
    assert any("can be changed" in note for note in details(action, "Note"))
    assert (await RUN.run(desk.context, call, action)).text.endswith("good")
    before = script.stat()
    script.write_text("#!/bin/sh\necho evil\n")
    os.utime(script, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(ToolError, match="changed since"):
        await RUN.run(desk.context, call, action)


async def test_a_folder_swapped_after_it_was_shown(desk: Desk) -> None:
    (desk.root / "inner").mkdir()
    call = RUN.arguments.model_validate({"argv": ["touch", "canary"], "cwd": "inner"})
    action = await RUN.prepare(desk.context, call)
    (desk.root / "inner").rename(desk.root / "old")
    (desk.root / "other").mkdir()
    (desk.root / "inner").symlink_to(desk.root / "other")
    with pytest.raises(ToolError, match="changed since"):
        await RUN.run(desk.context, call, action)
    assert not list((desk.root / "other").iterdir())


async def test_it_sees_little_of_our_environment(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "LD_PRELOAD_X", "BASH_ENV", "GIT_DIR", "PYTHONPATH", "SSH_AUTH_SOCK", "INARA_HOME"):
        monkeypatch.setenv(name, "leak")
    monkeypatch.setenv("LANG", "C.UTF-8")
    shown = set(details(await prepare(desk, "env"), "Environment")[0].split(", "))
    seen = dict(line.split("=", 1) for line in (await run(desk, "env")).splitlines()[1:])
    assert set(seen) - {"INARA_COMMAND", "PWD", "_"} == shown
    assert "leak" not in seen.values()
    assert seen["HOME"] == str(desk.home)
    assert seen["LANG"] == "C.UTF-8"
    assert seen["PATH"].startswith("/usr/local/bin:/usr/bin:")


async def test_it_gets_no_new_privileges_and_has_limits(desk: Desk) -> None:
    told = await run(desk, "sh", "-c", "sleep 0.2; cat /proc/self/status /proc/self/limits")
    assert re.search(r"NoNewPrivs:\s+1", told)
    limits = {line[:25].strip(): line[26:].split()[0] for line in told.splitlines() if line.startswith("Max ")}
    assert limits["Max core file size"] == "0"
    assert limits["Max file size"] == str(4 << 30)
    assert int(limits["Max cpu time"]) <= 60 * (os.cpu_count() or 1) + 5
    assert limits["Max processes"].isdigit()
    assert "NoNewPrivs:\t0" in Path("/proc/thread-self/status").read_text()  # ours are as they were


async def test_nothing_can_be_asked_back(desk: Desk) -> None:
    assert await run(desk, "cat") == "Exit status 0. It printed nothing."
    assert "not a tty" in await run(desk, "tty")


async def test_its_time_is_limited(desk: Desk) -> None:
    told = await run(desk, "sh", "-c", "trap '' TERM; echo begun; sleep 1007 & sleep 1007", timeout_s=1)
    assert told == "It was ended after 1 s, its time limit, with everything it had started. It printed:\nbegun"
    await until(lambda: not running("1007"))


async def test_what_it_leaves_behind_is_ended_with_it(desk: Desk) -> None:
    """In its group, in a session of its own, or with its parent gone: none goes on."""
    line = "sleep 1011 & setsid sleep 1011 >/dev/null 2>&1 & (setsid sleep 1011 &) ; echo begun"
    assert await run(desk, "sh", "-c", line) == "Exit status 0. It printed:\nbegun"
    await until(lambda: not running("1011"))


async def test_stopping_ends_all_of_it(desk: Desk) -> None:
    task = asyncio.create_task(run(desk, "sh", "-c", "setsid sleep 1013 & sleep 1013", timeout_s=600))
    await until(lambda: len(running("1013")) == 2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not await asyncio.to_thread(running, "1013")
    assert not [thread for thread in threading.enumerate() if thread.name == "command"]


async def test_much_output_keeps_its_beginning_and_its_end(desk: Desk) -> None:
    told = await run(desk, "sh", "-c", "echo first; yes | head -c 50000000; echo last")
    assert told.startswith("Exit status 0. It printed:\nfirst\ny\n")
    assert told.endswith("y\nlast")
    assert "[49.8 MB left out here]" in told
    assert len(told) < 200_000


async def test_endless_output_is_ended(desk: Desk) -> None:
    assert (await run(desk, "yes")).startswith("It was ended because it printed more than 67.1 MB.")


async def test_control_characters_are_written_out(desk: Desk) -> None:
    told = await run(desk, "printf", r"\033[31mred\033[0m\033]0;title\007 a\bb\000c\r\nd\re \377 \303\274")
    assert told.endswith("\nred a\\x08b\\x00c\nd\ne \N{REPLACEMENT CHARACTER} ü")


async def test_a_signal_of_its_own(desk: Desk) -> None:
    assert str(int(signal.SIGTERM)) in await run(desk, "sh", "-c", "kill $$")
