"""A name that is not there is said to be none, and the command ends with 1, whichever command it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.terminal import Command, run_inara

NAMED = """
jobs show nope
jobs told nope
jobs follow nope
jobs confirm nope
jobs deny nope
jobs stop nope
jobs cancel nope
jobs resume nope
jobs undo nope
queue list nope
queue add nope text
queue edit nope text
queue move nope 1
queue withdraw nope
queue send nope
sessions list --before nope
sessions list --folder nope
sessions show nope
sessions export nope
sessions rename nope title
sessions duplicate nope
sessions pin nope
sessions unpin nope
sessions move nope --folder Work
sessions trash nope
sessions restore nope
sessions delete nope
templates show nope
templates fill nope
templates delete nope
models test nope
models test nope --ask
secrets delete nope
personas files --persona nope
personas prompt --persona nope
personas write identity.md --persona nope
memory show --persona nope
memory distill --persona nope
memory keep --persona nope
memory discard --persona nope
tools enable nope
tools disable nope
plugins enable nope
plugins disable nope
rules delete nope
schedule add --persona nope daily @daily task
schedule add --profile nope daily @daily task
schedule run nope
schedule show nope
schedule enable nope
schedule disable nope
schedule remove nope
mcp test nope
mcp restart nope
mcp tools nope
mcp call nope tool
mcp approve nope
mcp forget nope
mcp sign-in nope
mcp sign-out nope
mcp client nope
mcp enable nope
mcp disable nope
mcp remove nope
storage restore nope
storage delete nope
storage keep
ask --session nope hello
ask --model nope hello
ask --persona nope hello
ask --profile nope hello
"""


@pytest.mark.parametrize("line", NAMED.split("\n")[1:-1])
async def test_it_is_said_with_what_to_do_next(home: Path, line: str) -> None:
    ran = await run_inara(*line.split(), stdin=b"text")
    assert (ran.status, ran.out) == (1, "")
    said, next_step = ran.err.splitlines()[-2:]
    assert said.startswith(("inara: There is no ", "inara: No such "))
    assert next_step.startswith("       ")


@pytest.mark.parametrize("option", ["--model", "--persona"])
async def test_a_conversation_does_not_begin_with_one(home: Path, option: str) -> None:
    async with Command("chat", option, "nope") as inara:
        ran = await inara.ended()
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"inara: There is no {option[2:]} 'nope'.\n       There are: ")
