"""A persona's files as a person edits them: what each takes of the prompt, what is wrong, nothing lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from inara_engine.errors import Conflict, NotFound, UserError
from inara_engine.face import Engine, PersonaFile, open_engine
from inara_engine.home import find_home
from inara_engine.tokens import estimated


@pytest.fixture
async def engine(home: Path) -> AsyncIterator[Engine]:
    engine = await open_engine(find_home(), drive=False)
    yield engine
    await engine.close()


def named(files: list[PersonaFile], path: str) -> PersonaFile:
    return next(file for file in files if file.path == path)


async def test_before_anything_is_written_there_is_what_came_with_it(engine: Engine, home: Path) -> None:
    files = await engine.files.all()
    assert [file.path for file in files] == [
        "identity.md",
        "profile.md",
        *(f"memory/{level}.md" for level in ("long", "mid", "short")),
    ]
    identity = files[0]
    assert (identity.built_in, identity.tier, identity.problem) == (True, 1, "")
    assert identity.tokens > 10
    assert not (home / "personas/inara/identity.md").exists()


async def test_what_is_written_is_what_a_model_is_told(engine: Engine, home: Path) -> None:
    await engine.files.create("butler")
    files = await engine.files.write("butler", "identity.md", "You are a butler.\n<!-- not told -->\n")
    assert named(files, "identity.md").tokens == estimated("You are a butler.")
    await engine.files.write("butler", "profile.md", "Ada likes tea.")
    await engine.files.write("butler", "papers/house.md", "The house has nine rooms.")
    await engine.files.write("butler", "memory/long.md", "- a dog called Bello\n")
    for tier, words in ((0, ""), (1, "You are a butler."), (2, "Bello"), (3, "nine rooms")):
        said = "\n".join(part.text for part in await engine.files.prompt("butler", tier))
        assert words in said
        assert "not told" not in said
    assert "nine rooms" not in "\n".join(part.text for part in await engine.files.prompt("butler", 2))
    assert (home / "personas/butler/papers/house.md").read_text() == "The house has nine rooms."


async def test_what_another_program_wrote_meanwhile_is_not_lost(engine: Engine, home: Path) -> None:
    for path in ("identity.md", "memory/short.md"):
        await engine.files.write("", path, "mine")
        (home / "personas/inara" / path).write_text("theirs")
        with pytest.raises(Conflict):
            await engine.files.write("", path, "mine, longer", before="mine")
        assert (home / "personas/inara" / path).read_text() == "theirs"
        await engine.files.write("", path, "mine, longer", before="theirs")
    kept = [file.read_text() for file in (home / "backups").glob("memory-inara-*/short.md")]
    assert "theirs" in kept  # the old text of a memory is copied first


@pytest.mark.parametrize(
    ("text", "problem"),
    [("", "There is no text in it"), ("Me <!-- open", "never closed"), ("word " * 4000, "the rest is cut")],
)
async def test_what_is_wrong_with_a_file_is_told_beside_it(engine: Engine, text: str, problem: str) -> None:
    await engine.files.create("butler")
    assert problem in named(await engine.files.write("butler", "identity.md", text), "identity.md").problem


@pytest.mark.parametrize(
    "path", ["../inara.md", "papers/../../x.md", "memory/other.md", "papers/.hidden.md", "/etc/passwd", "identity.txt"]
)
async def test_no_other_file_is_written(engine: Engine, path: str) -> None:
    with pytest.raises(UserError):
        await engine.files.write("", path, "x")


async def test_a_paper_goes_into_the_backups_and_a_day_for_good(engine: Engine, home: Path) -> None:
    await engine.files.write("", "papers/house.md", "Nine rooms.")
    where = await engine.files.remove_paper("", "papers/house.md")
    assert Path(where.removeprefix("It lies in ").removesuffix(".")).read_text() == "Nine rooms."
    with pytest.raises(UserError):
        await engine.files.remove_paper("", "identity.md")
    journal = home / "personas/inara/journal"
    journal.mkdir(parents=True)
    for day in ("2026-11-21", "2026-11-22"):
        (journal / f"{day}.md").write_text(f"# {day}\n")
    assert [day.day for day in await engine.files.journal()] == ["2026-11-22", "2026-11-21"]
    assert await engine.files.forget_day("", "2026-11-22")
    assert not await engine.files.forget_day("", "../../identity")
    assert [day.day for day in await engine.files.journal()] == ["2026-11-21"]


async def test_a_name_is_taken_once_and_must_be_one(engine: Engine) -> None:
    await engine.files.create("butler")
    with pytest.raises(Conflict):
        await engine.files.create("butler")
    with pytest.raises(UserError):
        await engine.files.create("a/b")
    with pytest.raises(NotFound):
        await engine.files.all("nobody")
