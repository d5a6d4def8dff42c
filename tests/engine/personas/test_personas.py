"""Personas on disk: the built-in one, a person's own, and what happens where files are not as they should be."""

from __future__ import annotations

import asyncio
import os
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from inara_engine.errors import NotFound, UserError
from inara_engine.home import Home, find_home
from inara_engine.memory import Marks
from inara_engine.personas import Persona, Personas, stamps
from inara_engine.tokens import estimated

NOW = datetime(2026, 11, 22, 19, 41, 5).astimezone()


@pytest.fixture
def found(home: Path) -> Home:
    found = find_home()
    found.ensure()
    return found


@pytest.fixture
def personas(found: Home) -> Personas:
    return Personas(found)


@pytest.fixture
def work(found: Home) -> Path:
    """The folder of a persona of the person's own."""
    folder = found.personas / "work"
    (folder / "papers").mkdir(parents=True)
    (folder / "identity.md").write_text("You are the clerk.\n")
    return folder


def told_problems(persona: Persona) -> list[tuple[str, str]]:
    return [(problem.path.name, problem.message) for problem in persona.problems]


async def test_inara_is_there_without_any_file(personas: Personas, found: Home) -> None:
    assert await personas.names() == ("inara",)
    inara = await personas.load("inara")
    assert inara.identity.startswith("You are Inara, a personal assistant")
    assert estimated(inara.identity) < 200  # it goes along with every request
    assert (inara.profile, inara.papers, inara.problems) == ("", (), ())
    assert list(found.personas.iterdir()) == []  # reading makes no file


async def test_a_file_of_the_persons_own_takes_the_built_in_ones_place(personas: Personas, found: Home) -> None:
    await (await personas.memory("inara")).remember("Robin likes tea.", Marks(), NOW)
    assert (await personas.load("inara")).identity.startswith("You are Inara")
    (found.personas / "inara" / "identity.md").write_text("You are Inara, and you rhyme.")
    inara = await personas.load("inara")
    assert inara.identity == "You are Inara, and you rhyme."
    assert "Robin likes tea." in inara.memory["short"]


async def test_files_to_edit_are_made_on_demand_and_never_overwritten(personas: Personas) -> None:
    folder = await personas.make_editable("inara")
    assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*.md")) == [
        "identity.md",
        "papers/example.md",
        "profile.md",
    ]
    untouched = await personas.load("inara")
    assert (untouched.profile, untouched.papers) == ("", ())  # templates are comments until somebody writes
    (folder / "profile.md").write_text("My name is Kim.")
    await personas.make_editable("inara")
    assert (await personas.load("inara")).profile == "My name is Kim."


async def test_a_new_persona_begins_as_a_copy_of_inara(personas: Personas) -> None:
    await personas.make_editable("Küche 2")
    assert await personas.names() == ("inara", "Küche 2")
    assert (await personas.load("Küche 2")).identity.startswith("You are Inara")


async def test_a_persona_of_ones_own_whole(personas: Personas, work: Path) -> None:
    (work / "profile.md").write_text("<!-- a hint -->\nKim, in Utrecht.\n")
    (work / "papers" / "b.md").write_text("Second.")
    (work / "papers" / "a.md").write_text("First.")
    (work / "papers" / "notes.txt").write_text("no paper")
    (work / "memory").mkdir()
    (work / "memory" / "long.md").write_text("- Noor plays the cello.\n")
    clerk = await personas.load("work")
    assert (clerk.identity, clerk.profile) == ("You are the clerk.", "Kim, in Utrecht.")
    assert [(paper.name, paper.text) for paper in clerk.papers] == [("a", "First."), ("b", "Second.")]
    assert clerk.memory == {"long": "- Noor plays the cello.", "mid": "", "short": ""}
    assert clerk.problems == ()


async def test_an_unknown_name_is_told_with_the_known_ones(personas: Personas, work: Path) -> None:
    with pytest.raises(NotFound) as told:
        await personas.load("clerk")
    assert str(told.value) == "There is no persona 'clerk'. The personas are: inara, work."


@pytest.mark.parametrize(
    "name", ["..", "../inara", "/etc", "a/b", "a\\b", ".hidden", "", "x\0", "con", "work.", "work ", "a" * 65, "-rf"]
)
async def test_a_name_is_a_name_and_no_path(personas: Personas, found: Home, work: Path, name: str) -> None:
    with pytest.raises(NotFound):
        await personas.load(name)
    with pytest.raises(NotFound):
        await personas.memory(name)
    with pytest.raises(UserError, match="can't be a persona's name"):
        await personas.make_editable(name)
    assert [path.name for path in found.personas.iterdir()] == ["work"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\x89PNG\0\0", "It is binary data, not text."),
        ("You are the clerk.\nGrüezi".encode("latin-1"), "Line 2 is not UTF-8."),
        (b"x" * 1_000_001, "It has 1.0 MB; at most 1 MB are read."),
        (b"<!-- only a hint -->", "There is no text in it."),
    ],
)
async def test_an_identity_that_can_not_be_used_is_told_and_the_job_goes_on(
    personas: Personas, work: Path, content: bytes, message: str
) -> None:
    (work / "identity.md").write_bytes(content)
    (work / "profile.md").write_text("Kim, in Utrecht.")
    clerk = await personas.load("work")
    assert told_problems(clerk) == [("identity.md", message)]
    assert clerk.problems[0].next_step
    assert clerk.identity == "You are work, a personal assistant on this person's own computer."
    assert clerk.profile == "Kim, in Utrecht."


async def test_a_folder_without_identity_and_with_odd_things_in_it(personas: Personas, work: Path) -> None:
    (work / "identity.md").unlink()
    (work / "profile.md").mkdir()
    (work / "papers").rmdir()
    (work / "papers").write_text("a file")
    os.mkfifo(work / "memory")  # would hang whoever just opens it
    clerk = await personas.load("work")
    assert told_problems(clerk) == [
        ("identity.md", "There is no text in it."),
        ("profile.md", "It is not an ordinary file."),
        ("long.md", "It can't be read: Not a directory."),
        ("mid.md", "It can't be read: Not a directory."),
        ("short.md", "It can't be read: Not a directory."),
        ("papers", "It can't be listed: Not a directory."),
    ]


async def test_links_stay_inside_the_personas_folder(
    personas: Personas, work: Path, found: Home, tmp_path: Path
) -> None:
    outside = tmp_path / "secret.md"
    outside.write_text("PRIVATE KEY")
    (work / "profile.md").symlink_to(outside)
    (work / "papers" / "loop.md").symlink_to("loop.md")
    other = found.personas / "other"
    other.mkdir()
    (other / "identity.md").symlink_to(work / "identity.md")
    clerk = await personas.load("work")
    assert clerk.profile == ""
    assert told_problems(clerk) == [
        ("profile.md", "It is a link to a place outside the personas folder."),
        ("loop.md", "It is a link to a place outside the personas folder."),
    ]
    assert (await personas.load("other")).identity == "You are the clerk."


async def test_a_persona_that_is_a_link_elsewhere_is_not_read(personas: Personas, found: Home, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (found.personas / "away").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UserError, match="is a link to a place outside"):
        await personas.load("away")


async def test_a_comment_that_is_never_closed_hides_the_rest_and_is_told(personas: Personas, work: Path) -> None:
    (work / "profile.md").write_text("Kim.\n<!-- my diary:\nsecret\n")
    clerk = await personas.load("work")
    assert clerk.profile == "Kim."
    assert told_problems(clerk) == [("profile.md", "A comment in it is never closed, so the rest is left out.")]


async def test_windows_line_ends_and_marks_are_fine(personas: Personas, work: Path) -> None:
    (work / "identity.md").write_bytes(b"\xef\xbb\xbfYou are the clerk.\r\nBe brief.\r\n")
    clerk = await personas.load("work")
    assert (clerk.identity, clerk.problems) == ("You are the clerk.\nBe brief.", ())


async def test_no_more_papers_than_anybody_can_read(personas: Personas, work: Path) -> None:
    for n in range(60):
        (work / "papers" / f"{n:02}.md").write_text(f"Paper {n}.")
    clerk = await personas.load("work")
    assert len(clerk.papers) == 50
    assert told_problems(clerk) == [("papers", "It holds 60 papers; the first 50 by name are read.")]


async def test_one_memory_per_persona(personas: Personas, work: Path) -> None:
    assert await personas.memory("work") is await personas.memory("work")
    assert await personas.memory("work") is not await personas.memory("inara")


async def test_off_the_record_a_memory_is_read_and_not_written(personas: Personas, work: Path) -> None:
    memory = await personas.memory("work", off_record=True)
    assert await memory.recall("tea") == []
    with pytest.raises(UserError, match="Off the record"):
        await memory.remember("x", Marks(), NOW)
    assert not (work / "memory").exists()


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files have lain there for a while: then they are looked at, and read where they changed."""
    monkeypatch.setattr(stamps, "_SETTLED_S", 0.0)


@pytest.mark.usefixtures("settled")
async def test_files_that_stay_as_they_are_are_read_once(personas: Personas, work: Path) -> None:
    await asyncio.sleep(0.05)
    assert await personas.load("work") is await personas.load("work")


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("file", ["identity.md", "profile.md", "memory/short.md", "papers/one.md"])
async def test_a_change_is_there_at_the_next_question(personas: Personas, work: Path, file: str) -> None:
    path = work / file
    path.parent.mkdir(exist_ok=True)
    path.write_text("before")
    await asyncio.sleep(0.05)
    assert "before" in str(await personas.load("work"))
    times = path.stat()
    path.write_text("after!")  # as long, and as old
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    await asyncio.sleep(0.05)
    assert "after!" in str(await personas.load("work"))
    path.unlink()
    assert "after!" not in str(await personas.load("work"))


@pytest.mark.usefixtures("settled")
async def test_a_file_or_a_folder_that_becomes_a_link_elsewhere_is_read_no_more(
    personas: Personas, work: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "identity.md").write_text("somebody else")
    await asyncio.sleep(0.05)
    await personas.load("work")
    (work / "identity.md").unlink()
    (work / "identity.md").symlink_to(elsewhere / "identity.md")
    assert "somebody else" not in (await personas.load("work")).identity
    work.rename(tmp_path / "away")
    work.symlink_to(elsewhere)
    with pytest.raises(UserError, match="link to a place outside"):
        await personas.load("work")


@pytest.mark.usefixtures("settled")
async def test_a_persona_that_is_gone_is_told(personas: Personas, work: Path) -> None:
    await asyncio.sleep(0.05)
    await personas.load("work")
    shutil.rmtree(work)
    with pytest.raises(NotFound):
        await personas.load("work")


def test_what_changed_just_now_proves_nothing(work: Path) -> None:
    """A file system whose clock is coarse shows no trace of a second change."""
    (work / "identity.md").write_text("first")
    assert stamps.stamp(work) is None
