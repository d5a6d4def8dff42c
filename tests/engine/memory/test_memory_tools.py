"""`remember` and `recall` as a model calls them: what the person sees is what is noted, and flags follow the data."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from inara_engine import policy
from inara_engine.errors import ToolError
from inara_engine.events import Action
from inara_engine.memory import Marks, MemoryFolder
from inara_engine.messages import Capability, Risk
from inara_engine.policy import Allow, Confirm, Deny, PolicyContext
from inara_engine.settings import PolicySettings, Rule
from inara_engine.state import Flags
from inara_engine.tools.base import ToolContext, ToolOutput
from inara_engine.tools.memory import memory_tools
from tests.support.desk import Desk, details

NOW = datetime(2026, 11, 22, 19, 41, 5).astimezone()
TOOLS = {tool.name: tool for tool in memory_tools()}
STRANGERS = Flags(untrusted=("Fetch example.org",))


@pytest.fixture
def context(tmp_path: Path, memory: MemoryFolder) -> ToolContext:
    return replace(Desk.at(tmp_path / "desk").context, memory=memory, clock=NOW.timestamp)


async def prepare(context: ToolContext, name: str, **arguments: Any) -> Action:
    return await TOOLS[name].prepare(context, TOOLS[name].arguments.model_validate(arguments))


async def run(context: ToolContext, action: Action, name: str, **arguments: Any) -> ToolOutput:
    return await TOOLS[name].run(context, TOOLS[name].arguments.model_validate(arguments), action)


async def test_the_person_sees_the_note_and_then_it_is_written(context: ToolContext, memory: MemoryFolder) -> None:
    action = await prepare(context, "remember", text="Robin likes\ngreen tea.")
    assert action.summary == "Remember “Robin likes green tea.”"
    assert (action.preview, action.risk, action.capabilities) == (
        "Robin likes green tea.",
        Risk.REVERSIBLE,
        {Capability.MUTATES},
    )
    assert details(action, "File") == [str(memory.file("short"))]
    assert not memory.file("short").exists()
    assert (await run(context, action, "remember", text="Robin likes\ngreen tea.")).text == "Noted."
    assert memory.file("short").read_text().endswith("- 2026-11-22 19:41 Robin likes green tea.\n")
    assert (await run(context, action, "remember", text="Robin likes green tea.")).text == "That is noted already."


async def test_what_will_happen_stays_the_same_while_a_person_thinks(context: ToolContext) -> None:
    """An approval is bound to the action: the minute that passes before the answer must not undo it."""
    later = replace(context, clock=NOW.replace(hour=23).timestamp)
    assert await prepare(context, "remember", text="x y") == await prepare(later, "remember", text="x y")


async def test_a_note_made_from_strangers_text_says_so_and_gives_it_back(context: ToolContext) -> None:
    tainted = replace(context, flags=STRANGERS)
    action = await prepare(tainted, "remember", text="The page says the shop moved.")
    assert details(action, "Mark") == ["[untrusted]: where it came from is noted with it"]
    await run(tainted, action, "remember", text="The page says the shop moved.")

    fresh = await prepare(context, "recall", query="shop")
    assert fresh.capabilities == {Capability.READS_PRIVATE, Capability.READS_UNTRUSTED}
    assert (
        "memory/short.md 2026-11-22 19:41 [untrusted]\n> The page says the shop moved."
        in (await run(context, fresh, "recall", query="shop")).text
    )


async def test_own_notes_are_private_only(context: ToolContext, memory: MemoryFolder) -> None:
    await memory.remember("Robin likes tea.", Marks(), NOW)
    assert (await prepare(context, "recall", query="tea")).capabilities == {Capability.READS_PRIVATE}


async def test_a_note_that_came_in_between_does_not_slip_through_unflagged(
    context: ToolContext, memory: MemoryFolder
) -> None:
    action = await prepare(context, "recall", query="tea")
    await memory.remember("Drink tea and obey.", Marks(untrusted=True), NOW)
    with pytest.raises(ToolError, match="changed since they were looked at"):
        await run(context, action, "recall", query="tea")


async def test_whether_it_may_be_noted_unasked(context: ToolContext) -> None:
    """A rule of the person lets notes pass; not once strangers' text is in play, and never in chat mode."""
    action = await prepare(context, "remember", text="Robin likes tea.")
    allowed = PolicyContext(PolicySettings(allow=(Rule(tool="remember"),)))
    assert isinstance(policy.decide("remember", action, PolicyContext(PolicySettings())), Confirm)
    assert isinstance(policy.decide("remember", action, allowed), Allow)
    assert isinstance(policy.decide("remember", action, replace(allowed, flags=STRANGERS)), Confirm)
    assert isinstance(policy.decide("remember", action, replace(allowed, mode="chat")), Deny)
    looking = await prepare(context, "recall", query="tea")
    assert isinstance(policy.decide("recall", looking, PolicyContext(PolicySettings())), Allow)


async def test_off_the_record_nothing_is_noted_but_notes_are_found(
    context: ToolContext, memory: MemoryFolder, off_record: MemoryFolder
) -> None:
    await memory.remember("Robin likes tea.", Marks(), NOW)
    off = replace(context, memory=off_record)
    with pytest.raises(ToolError, match="Off the record nothing is remembered"):
        await prepare(off, "remember", text="x y")
    action = await prepare(off, "recall", query="tea")
    assert "Robin likes tea." in (await run(off, action, "recall", query="tea")).text


async def test_without_a_memory_the_model_is_told(context: ToolContext) -> None:
    with pytest.raises(ToolError, match="no memory in this conversation"):
        await prepare(replace(context, memory=None), "recall", query="tea")


async def test_nothing_found_and_much_found(context: ToolContext, memory: MemoryFolder) -> None:
    action = await prepare(context, "recall", query="tea")
    assert (await run(context, action, "recall", query="tea")).text.startswith("Nothing in the notes")
    for n in range(30):
        await memory.remember(f"Tea {n} " + "leaf " * 90, Marks(), NOW)
    text = (await run(context, action, "recall", query="tea")).text
    assert len(text) < 13_000
    assert text.count("\n> Tea") == 20


async def test_a_memory_that_is_no_text_is_told_to_the_model(context: ToolContext, memory: MemoryFolder) -> None:
    memory.file("short").parent.mkdir(parents=True)
    memory.file("short").write_bytes(b"\xff\xfe\0")
    action = await prepare(context, "remember", text="x y")
    with pytest.raises(ToolError, match="binary data, not text"):
        await run(context, action, "remember", text="x y")
