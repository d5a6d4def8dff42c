"""The journal is folded once, and all of it, whatever the clock does between two entries."""

from __future__ import annotations

from datetime import datetime

from inara_engine.memory import Marks, MemoryFolder, propose
from inara_engine.memory.journal import entry


async def noted(memory: MemoryFolder, at: str, task: str) -> None:
    await memory.journal(entry(datetime.fromisoformat(at), task, "Yes.", Marks()))


async def left(memory: MemoryFolder) -> list[str]:
    """The tasks that are still to be folded."""
    return [one.body.partition("\n")[0].removeprefix("Asked: ") for one in (await memory.snapshot()).entries]


async def folded(memory: MemoryFolder, answer: str = "- It was a day.") -> None:
    """Distilled, and the proposal kept."""

    async def ask(_: str) -> str:
        return answer

    await memory.keep(await propose(await memory.snapshot(), ask))


async def test_what_is_noted_once_the_clock_was_set_back_past_midnight_is_folded(memory: MemoryFolder) -> None:
    await noted(memory, "2026-11-22 23:50:00", "First?")
    await noted(memory, "2026-11-23 00:05:00", "Second?")
    await folded(memory)
    assert await left(memory) == []
    await noted(memory, "2026-11-22 23:40:00", "Third?")
    await noted(memory, "2026-11-22 23:55:00", "Fourth?")
    assert await left(memory) == ["Third?", "Fourth?"]
    await noted(memory, "2026-11-23 00:01:00", "Fifth?")  # midnight once more
    assert await left(memory) == ["Third?", "Fourth?", "Fifth?"]
    await folded(memory)
    assert await left(memory) == []
    await noted(memory, "2026-11-22 23:59:00", "Sixth?")
    await folded(memory)
    assert await left(memory) == []
    await noted(memory, "2026-11-23 00:02:00", "Seventh?")
    assert await left(memory) == ["Seventh?"]


async def test_a_clock_that_was_far_ahead_keeps_nothing_from_being_folded(memory: MemoryFolder) -> None:
    """Until that day came, nothing was."""
    await noted(memory, "2027-05-01 10:00:00", "Ahead?")
    await folded(memory)
    for day in (24, 25):
        await noted(memory, f"2026-11-{day} 10:00:00", f"On the {day}th?")
        assert await left(memory) == [f"On the {day}th?"]
        await folded(memory)
        assert await left(memory) == []
    assert "folded up to 2027-05-01 10:00:00" in memory.file("short").read_text()


async def test_what_comes_while_a_proposal_waits_is_folded_the_next_time(memory: MemoryFolder) -> None:
    async def ask(_: str) -> str:
        return "- It was a day."

    await noted(memory, "2026-11-22 23:50:00", "First?")
    await noted(memory, "2026-11-23 00:05:00", "Second?")
    waiting = await propose(await memory.snapshot(), ask)
    await noted(memory, "2026-11-22 23:55:00", "Third?")
    await memory.keep(waiting)
    assert await left(memory) == ["Third?"]


async def test_an_answer_that_is_no_list_folds_nothing(memory: MemoryFolder) -> None:
    await noted(memory, "2026-11-22 23:50:00", "First?")
    await folded(memory)
    await noted(memory, "2026-11-23 00:05:00", "Second?")
    await folded(memory, "I can't help with that.")
    assert await left(memory) == ["Second?"]


async def test_an_older_text_put_back_has_what_came_since_folded_again(memory: MemoryFolder) -> None:
    await noted(memory, "2026-11-22 10:00:00", "First?")
    await folded(memory)
    before = memory.file("short").read_text()
    await noted(memory, "2026-11-23 10:00:00", "Second?")
    await folded(memory)
    memory.file("short").write_text(before)
    assert await left(memory) == ["Second?"]


async def test_without_the_record_only_the_newest_day_goes_on(memory: MemoryFolder) -> None:
    """As before there was one: what was folded long ago is not folded anew."""
    await noted(memory, "2026-11-22 10:00:00", "First?")
    await noted(memory, "2026-11-23 10:00:00", "Second?")
    await folded(memory)
    record = memory.folder / "memory" / ".folded.json"
    record.write_text("{")
    await noted(memory, "2026-11-23 11:00:00", "Third?")
    assert await left(memory) == ["Third?"]
    await folded(memory)
    await noted(memory, "2026-11-22 11:00:00", "Fourth?")
    assert await left(memory) == ["Fourth?"]


async def test_a_day_that_was_forgotten_is_folded_when_it_comes_again(memory: MemoryFolder) -> None:
    await noted(memory, "2026-11-22 10:00:00", "First?")
    await noted(memory, "2026-11-23 10:00:00", "Second?")
    await folded(memory)
    await memory.forget_day("2026-11-22")
    await noted(memory, "2026-11-22 11:00:00", "Third?")
    assert await left(memory) == ["Third?"]
