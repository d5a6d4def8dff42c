"""Who can answer and how much of it goes along: what a picker shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from inara_engine.errors import NotFound
from inara_engine.face import PersonaReport, Usual, open_engine
from inara_engine.home import find_home
from inara_engine.personas import Include, Persona, told, weighed
from inara_engine.tokens import estimated

FULL = Persona(
    "work",
    "You are terse." * 30,
    "My name is Kim." * 20,
    {"long": "- a\n" * 90, "mid": "- b\n" * 50, "short": "- c\n" * 20},
)


@pytest.fixture
def work(home: Path) -> Path:
    """A persona of the person's own, in parts."""
    folder = home / "personas" / "work"
    (folder / "memory").mkdir(parents=True)
    (folder / "identity.md").write_text(FULL.identity)
    (folder / "profile.md").write_text(FULL.profile)
    for level, text in FULL.memory.items():
        (folder / "memory" / f"{level}.md").write_text(text)
    return folder


@pytest.mark.parametrize("tier", range(4))
@pytest.mark.parametrize("levels", [("long", "mid", "short"), ("long",), ()])
def test_what_is_weighed_is_what_is_told(tier: int, levels: tuple[str, ...]) -> None:
    """Beside the few words that introduce the notes."""
    include = Include(*(level in levels for level in ("long", "mid", "short")))
    whole = estimated("\n\n".join(told(FULL, tier, include).sections))
    assert abs(PersonaReport("work", weighed(FULL)).tokens(tier, levels) - whole) < 80


async def test_all_are_listed_and_one_that_can_not_be_read_says_why(home: Path, work: Path) -> None:
    (home / "personas" / "away").symlink_to(home.parent)
    (work / "identity.md").write_bytes(b"\xff\xfe")
    (home / "config.toml").write_text('[defaults]\npersona = "work"\ntier = 3\n')
    engine = await open_engine(find_home())
    reports = {one.name: one for one in await engine.persona.list()}
    assert list(reports) == ["inara", "away", "work"]
    assert not reports["away"].usable
    assert "a link to a place outside" in reports["away"].problems[0]
    assert reports["work"].usable
    assert "identity.md" in reports["work"].problems[0]
    assert await engine.persona.usual() == Usual("work", 3, 3)
    with pytest.raises(NotFound, match="The personas are: inara"):
        await engine.persona.show("nobody")
    await engine.close()


async def test_a_guest_gets_no_more_than_who_answers(home: Path) -> None:
    (home / "config.toml").write_text('[policy]\nuser_role = "guest"\n')
    engine = await open_engine(find_home())
    assert await engine.persona.usual() == Usual("inara", 1, 1)
    await engine.close()
