"""One persona, read from its folder. Blocks: call it in a thread."""

from __future__ import annotations

import os
import pkgutil
from collections.abc import Mapping
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import Final

from inara_engine.frozen import frozen
from inara_engine.memory import LEVELS, Level
from inara_engine.memory.files import FileProblem, read
from inara_engine.memory.text import without_comments

__all__ = ["BUILT_IN_FILES", "DEFAULT", "Paper", "Persona", "built_in_text", "read_persona"]

DEFAULT: Final = "inara"
BUILT_IN_FILES: Final = ("identity.md", "profile.md", "papers/example.md")
_MOST_PAPERS: Final = 50


@frozen
class Paper:
    """A longer text that goes along at tier 3. `name` is its file's, without the ending."""

    name: str
    text: str


@frozen
class Persona:
    """A persona as read at one moment, comments taken out. `problems` are files that were left out."""

    name: str
    identity: str
    profile: str = ""
    memory: Mapping[Level, str] = field(default_factory=dict[Level, str])
    papers: tuple[Paper, ...] = ()
    problems: tuple[FileProblem, ...] = ()


def read_persona(folder: Path, root: Path) -> Persona:
    """Everything good in a persona's folder below `root`; what is not is told in `problems`."""
    problems: list[FileProblem] = []
    name = folder.name

    def text(path: Path) -> str:
        found = read(path, root)
        if isinstance(found, FileProblem):
            problems.append(found)
            return ""
        if found.rfind("<!--") > found.rfind("-->"):
            problems.append(
                FileProblem(path, "A comment in it is never closed, so the rest is left out.", "Close it with -->.")
            )
        return without_comments(found)

    identity = text(folder / "identity.md")
    if not identity and name == DEFAULT:
        identity = without_comments(built_in_text("identity.md"))
    if not identity:
        if not any(problem.path.name == "identity.md" for problem in problems):
            problems.append(
                FileProblem(folder / "identity.md", "There is no text in it.", "Write there who this persona is.")
            )
        identity = f"You are {name}, a personal assistant on this person's own computer."
    return Persona(
        name=name,
        identity=identity,
        profile=text(folder / "profile.md"),
        memory={level: text(folder / "memory" / f"{level}.md") for level in LEVELS},
        papers=tuple(Paper(path.stem, paper) for path in _papers(folder / "papers", problems) if (paper := text(path))),
        problems=tuple(problems),
    )


@cache  # it comes with the app and stays as it is
def built_in_text(path: str) -> str:
    """A file of the persona that comes with the app."""
    data = pkgutil.get_data("inara_resources", f"personas/{DEFAULT}/{path}")
    if data is None:  # only a loader that can't read data files says so
        raise FileNotFoundError(path)
    return data.decode()


def _papers(folder: Path, problems: list[FileProblem]) -> list[Path]:
    """The papers there are, by name, so that a server's prompt cache meets them in the same order each time."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if entry.name.endswith(".md") and entry.name[0] != ".")
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(
            FileProblem(folder, f"It can't be listed: {error.strerror}.", "Make it a folder with Markdown files.")
        )
        return []
    if len(names) > _MOST_PAPERS:
        problems.append(
            FileProblem(
                folder,
                f"It holds {len(names)} papers; the first {_MOST_PAPERS} by name are read.",
                "Join or remove some.",
            )
        )
    return [folder / name for name in names[:_MOST_PAPERS]]
