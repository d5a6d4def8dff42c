"""Help, completion and JSON: the same for every command, because they are made from the commands themselves."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from inara_engine.cli.examples import parsers_below
from inara_engine.cli.parser import parser
from tests.support.terminal import run_inara

ALL = [below.prog.split()[1:] for _, _, below in parsers_below(parser())]
SPEAKS_ITS_OWN = {("serve",), ("chat",), ("completion",), ("sessions", "export")}


@pytest.mark.parametrize("command", ALL, ids=" ".join)
async def test_every_commands_help_has_an_example_and_json(command: list[str]) -> None:
    helped = await run_inara(*command, "--help")
    assert helped.status == 0
    examples = helped.out.partition("examples:\n")[2]
    assert f"inara {' '.join(command)}" in examples
    has_verbs = any(len(other) > len(command) and other[: len(command)] == command for other in ALL)
    assert has_verbs or "--json" in helped.out or tuple(command) in SPEAKS_ITS_OWN


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
async def test_each_shell_gets_every_command(shell: str) -> None:
    script = (await run_inara("completion", shell)).out
    assert all(word in script for word in ("schedule", "confirm", "--approve-all-below", "distill"))


async def test_bash_completes_with_it(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    assert bash is not None
    (tmp_path / "inara").write_text((await run_inara("completion", "bash")).out)
    asking = (
        f"source {tmp_path}/inara; COMP_WORDS=(inara jobs co); COMP_CWORD=2; "
        "$(complete -p inara | sed 's/.*-F \\([^ ]*\\).*/\\1/') inara co jobs; echo ${COMPREPLY[@]}"
    )
    done = subprocess.run([bash, "-c", asking], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["confirm"]


async def test_what_has_nothing_to_say_says_so_as_json(home: Path) -> None:
    assert (await run_inara("secrets", "list", "--json")).status == 0
    imported = await run_inara(
        "sessions", "import", "--json", "-", stdin=b'{"title": "T", "messages": [{"role": "user", "content": "hi"}]}'
    )
    session = imported.values[0]["session_id"]
    renamed = await run_inara("sessions", "rename", session, "Other", "--json")
    assert renamed.values == [{"status": "done"}]
