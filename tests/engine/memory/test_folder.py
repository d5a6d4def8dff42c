"""Memory on disk: notes and turns are written, found again, and never where they should not be."""

from __future__ import annotations

import asyncio
import resource
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from inara_engine.errors import StorageError, UserError
from inara_engine.memory import Entry, Marks, MemoryFolder
from inara_engine.memory.journal import Turn, entry

NOW = datetime(2026, 11, 22, 19, 41, 5).astimezone()


async def test_what_is_remembered_is_a_line_in_a_file(memory: MemoryFolder) -> None:
    await memory.remember("Anna's birthday is in May.", Marks(private=True), NOW)
    await memory.remember("The cat is called Miso.", Marks(), NOW)
    text = memory.file("short").read_text()
    assert text.startswith("# Short memory\n")
    assert text.endswith(
        "- 2026-11-22 19:41 [private] Anna's birthday is in May.\n- 2026-11-22 19:41 The cat is called Miso.\n"
    )
    assert memory.file("short").stat().st_mode & 0o777 == 0o600


async def test_the_same_is_remembered_once_but_not_under_another_mark(memory: MemoryFolder) -> None:
    assert await memory.remember("Miso sleeps.", Marks(), NOW)
    assert await memory.remember("miso sleeps", Marks(), NOW) is None
    assert await memory.remember("Miso sleeps.", Marks(untrusted=True), NOW)


async def test_a_file_that_a_person_left_without_a_line_end_is_continued_properly(memory: MemoryFolder) -> None:
    memory.file("short").parent.mkdir(parents=True)
    memory.file("short").write_text("- Milk.")
    await memory.remember("Bread.", Marks(), NOW)
    assert memory.file("short").read_text() == "- Milk.\n- 2026-11-22 19:41 Bread.\n"


async def test_many_notes_at_once_all_arrive(memory: MemoryFolder) -> None:
    await asyncio.gather(*(memory.remember(f"Fact {n}.", Marks(), NOW) for n in range(20)))
    lines = memory.file("short").read_text().splitlines()
    assert sorted(line for line in lines if "Fact" in line) == sorted(
        f"- 2026-11-22 19:41 Fact {n}." for n in range(20)
    )
    assert lines.count("# Short memory") == 1


async def test_turns_go_into_the_file_of_their_day(memory: MemoryFolder, folder: Path) -> None:
    await memory.journal(entry(NOW, "Hello", "Hi.", Marks()))
    await memory.journal(entry(NOW.replace(day=23), "And now?", "Later.", Marks()))
    assert (folder / "journal" / "2026-11-22.md").read_text() == (
        "# 2026-11-22\n\n## 19:41:05\n> Asked: Hello\n> Answered: Hi.\n\n"
    )
    assert (folder / "journal" / "2026-11-23.md").exists()


@pytest.mark.parametrize(
    ("noted", "ended"),
    [
        ("2026-11-22 23:59:59", "2026-11-23 00:00:00"),  # the row came after midnight
        ("2026-11-23 02:00:00", "2026-11-22 20:00:00"),  # looked at from New York
        ("2026-11-22 20:00:00", "2026-11-23 02:00:00"),
    ],
)
async def test_a_turn_is_forgotten_also_where_it_stands_under_another_day(
    memory: MemoryFolder, noted: str, ended: str
) -> None:
    await memory.journal(Entry(noted, Marks(), "Asked: plum?\nAnswered: One plum."))
    await memory.journal(Entry("2026-11-22 09:00:00", Marks(), "Asked: plum?\nAnswered: No plum."))  # elsewhere
    await memory.forget_turns([Turn(datetime.fromisoformat(ended), "plum?")])
    assert "No plum." in "".join(text for _, text in await memory.days())
    assert "One plum." not in "".join(text for _, text in await memory.days())


JOB = f"job-{int((NOW - timedelta(days=3)).timestamp() * 1000):012x}-0123"  # begun three days ago


async def test_a_job_that_is_noted_again_takes_the_place_of_what_was_noted_of_it(memory: MemoryFolder) -> None:
    """It was cut between the note and its end, days ago, and went on; another day that it left is gone."""
    await memory.journal(entry(NOW - timedelta(days=2), "plum?", "One plum.", Marks(), JOB))
    await memory.journal(entry(NOW - timedelta(days=1), "plum?", f"Mine, after {JOB}.", Marks(), "job-2"))
    await memory.journal(entry(NOW, "plum?", "Two plums.", Marks(), JOB), again=True)
    (today, text), (_, before) = await memory.days()
    assert (today, text.count("Answered"), before.count("Answered")) == ("2026-11-22", 1, 1)
    assert "Two plums." in text
    assert "Mine" in before


async def test_a_turn_is_forgotten_wherever_its_job_stands(memory: MemoryFolder, folder: Path) -> None:
    """Also twice, as an earlier Inara left it; what another job asked in the same words stays."""
    (folder / "journal").mkdir(parents=True)
    for days, job in ((2, JOB), (0, JOB), (0, "job-2")):
        noted = entry(NOW - timedelta(days=days), "plum?", f"{job}, {days} days ago.", Marks(), job)
        with (folder / "journal" / f"{noted.day}.md").open("a") as day:
            day.write(noted.markdown())
    ended = NOW.replace(tzinfo=None)
    await memory.forget_turns([Turn(ended, "plum?", begun=ended - timedelta(days=3), job=JOB)])
    ((_, text),) = await memory.days()
    assert [line for line in text.splitlines() if "Answered" in line] == ["> Answered: job-2, 0 days ago."]
    await memory.forget_turns([Turn(ended, "plum?", job="job-3")])
    assert "job-2" in text


async def test_a_time_that_there_is_not_keeps_nobody_from_forgetting(memory: MemoryFolder, folder: Path) -> None:
    await memory.journal(entry(NOW, "plum?", "One plum.", Marks()))
    (day,) = (folder / "journal").iterdir()
    day.write_text(f"{day.read_text()}## 25:61:00\n> Asked: plum?\n> Answered: Mine.\n")
    await memory.forget_turns([Turn(NOW.replace(tzinfo=None), "plum?")])
    assert "One plum." not in day.read_text()
    assert "Mine." in day.read_text()


async def test_a_journal_that_a_program_floods_stops_growing(memory: MemoryFolder, folder: Path) -> None:
    (folder / "journal").mkdir(parents=True)
    (folder / "journal" / "2026-11-22.md").write_text("x" * 999_990)
    assert not await memory.journal(entry(NOW, "Hello", "Hi.", Marks()))


async def test_off_the_record_nothing_is_written(off_record: MemoryFolder, folder: Path) -> None:
    assert not await off_record.journal(entry(NOW, "a secret", "kept", Marks()))
    for writing in (off_record.remember("a secret", Marks(), NOW), off_record.snapshot()):
        with pytest.raises(UserError, match="Off the record nothing is"):
            await writing
    assert not folder.exists()


async def test_recall_finds_notes_and_turns_best_first(memory: MemoryFolder) -> None:
    await memory.remember("The oven bakes ten degrees too hot.", Marks(), NOW)
    await memory.journal(entry(NOW, "How long does bread bake in the oven?", "45 minutes.", Marks(untrusted=True)))
    await memory.remember("Robin likes tea.", Marks(), NOW)
    found = await memory.recall("baking bread oven")
    assert [(each.source, each.marks.untrusted) for each in found] == [
        ("journal/2026-11-22.md", True),
        ("memory/short.md", False),
    ]
    assert await memory.recall("quantum") == []
    assert len(await memory.recall("")) == 3


async def test_recall_finds_words_of_languages_without_spaces(memory: MemoryFolder) -> None:
    await memory.remember("妹妹的生日是五月三日", Marks(), NOW)
    assert len(await memory.recall("生日")) == 1


async def test_recall_reads_neither_comments_nor_files_that_are_no_text(memory: MemoryFolder) -> None:
    memory.file("long").parent.mkdir(parents=True)
    memory.file("long").write_text("<!-- the old oven -->\nThe oven is new.\n")
    memory.file("mid").write_bytes(b"\0oven")
    assert [each.text for each in await memory.recall("oven")] == ["The oven is new."]


async def test_a_link_out_of_the_personas_folder_is_not_followed(memory: MemoryFolder, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("- The oven secret.\n")
    memory.file("short").parent.mkdir(parents=True)
    memory.file("short").symlink_to(outside)
    assert await memory.recall("oven") == []
    with pytest.raises(UserError, match="outside the personas folder"):
        await memory.remember("x", Marks(), NOW)
    assert outside.read_text() == "- The oven secret.\n"


async def test_a_folder_that_can_not_be_written_is_told(memory: MemoryFolder, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "memory").write_text("a file where a folder should be")
    with pytest.raises((StorageError, UserError)) as told:
        await memory.remember("x", Marks(), NOW)
    assert told.value.next_step


async def test_half_a_note_is_none(memory: MemoryFolder) -> None:
    """A full disk takes a part of what is written: that part goes again, and what was there stays."""
    await memory.remember("Herons are grey.", Marks(private=True), NOW)
    before = memory.file("short").read_text()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 30, hard))
    try:
        with pytest.raises(StorageError, match="can't be written"):
            await memory.remember("The alarm must never be switched off.", Marks(untrusted=True), NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert memory.file("short").read_text() == before


async def test_the_snapshot_holds_what_came_since_the_last_time(memory: MemoryFolder) -> None:
    memory.file("short").parent.mkdir(parents=True)
    memory.file("short").write_text("<!-- journal folded up to 2026-11-22 19:41:05 -->\n")
    turns = [entry(NOW.replace(day=day, second=second), "t", "a", Marks()) for day in (21, 22, 23) for second in (5, 6)]
    for turn in turns:
        await memory.journal(turn)
    snapshot = await memory.snapshot()
    assert [each.at for each in snapshot.entries] == [
        "2026-11-22 19:41:06",
        "2026-11-23 19:41:05",
        "2026-11-23 19:41:06",
    ]
    assert isinstance(snapshot.entries[0], Entry)
