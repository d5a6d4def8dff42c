"""A persona's files as a person edits them: which there are, how much of the prompt each takes, changing one.

Blocks: call it in a thread. Files of the memory are written by `MemoryFolder`, whose lock keeps writers apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from inara_engine.errors import Conflict, NotFound, StorageError, UserError
from inara_engine.frozen import frozen
from inara_engine.memory import LEVELS, Level, files
from inara_engine.memory.files import FileProblem
from inara_engine.memory.text import without_comments
from inara_engine.personas.persona import DEFAULT, built_in_text
from inara_engine.personas.sections import Budgets
from inara_engine.tokens import estimated

__all__ = ["PersonaFile", "level_of", "listed", "removed", "written"]

_PAPER: Final = re.compile(r"papers/\w[\w. -]{0,62}\.md")
_MEMORY: Final = re.compile(r"memory/(long|mid|short)\.md")


@frozen
class PersonaFile:
    """A file by its path in the persona's folder; it goes along from `tier` on.

    `tokens` is what it takes (estimated, comments left out), `budget` what it may take (papers: all together).
    `built_in` is the text that comes with the app, `problem` why the file is left out, with what to do.
    """

    path: str
    text: str
    tier: int
    tokens: int
    budget: int
    built_in: bool = False
    problem: str = ""


def listed(folder: Path, root: Path) -> list[PersonaFile]:
    """All of a persona's files, those that may be made included: identity, profile, papers, memory."""
    budgets = Budgets()
    found = [
        _file(folder, root, "identity.md", 1, budgets.identity),
        _file(folder, root, "profile.md", 2, budgets.profile),
    ]
    found += [_file(folder, root, path, 3, budgets.papers) for path in _papers(folder)]
    found += [_file(folder, root, f"memory/{level}.md", 2, budgets.memory.of(level)) for level in LEVELS]
    return found


def level_of(path: str) -> Level | None:
    """The level of memory that a path names."""
    found = _MEMORY.fullmatch(path)
    return next((level for level in LEVELS if found and found[1] == level), None)


def written(folder: Path, root: Path, path: str, text: str, before: str | None) -> None:
    """Give a file (not one of the memory) another text. `before` is the text it was changed from; None: whatever.

    Raises: UserError for a path that is none of a persona's, or a text too long; Conflict; StorageError.
    """
    _check_path(path)
    check_text(path, text)
    now = files.read(folder / path, root)
    if before is not None and now != before and not (now == "" and before == _built_in(folder, path)):
        raise changed_meanwhile(path)
    files.replace(folder / path, root, text)


def removed(folder: Path, root: Path, backups: Path, path: str) -> Path:
    """Take a paper away, into the backups; where it is now. Raises: UserError; NotFound; StorageError."""
    if not _PAPER.fullmatch(path):
        raise UserError(f"{path} is no paper, so it stays.", next_step="Empty it instead.")
    place = files.real(folder / path, root)
    if place is None or not place.is_file():
        raise NotFound(f"There is no {path}.")
    target = backups / f"{folder.name}-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}-{Path(path).name}"
    try:
        place.rename(target)
    except OSError as error:
        raise StorageError(
            f"{path} can't be moved to {target}: {error.strerror}.", next_step="Check that you may write there."
        ) from error
    return target


def check_text(path: str, text: str) -> None:
    """Raises UserError for a text that would not be read again."""
    if len(text.encode("utf-8", "replace")) > files.MAX_BYTES:
        raise UserError(f"{path} would be too long: at most 1 MB is read.", next_step="Shorten it, or split it up.")
    if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise UserError(f"{path} has a character that no text has.", next_step="Take it out.")


def changed_meanwhile(path: str) -> Conflict:
    """Somebody else wrote the file since it was read."""
    return Conflict(
        f"{path} was changed meanwhile, in another window or by Inara itself, so nothing was written.",
        next_step="Take what is there now, or keep yours.",
    )


def _file(folder: Path, root: Path, path: str, tier: int, budget: int) -> PersonaFile:
    text = files.read(folder / path, root)
    if isinstance(text, FileProblem):
        return PersonaFile(path, "", tier, 0, budget, problem=f"{text.message} {text.next_step}")
    built_in = False
    if not text and (built := _built_in(folder, path)):
        text, built_in = built, True
    problem = ""
    if text.rfind("<!--") > text.rfind("-->"):
        problem = "A comment in it is never closed, so the rest is left out. Close it with -->."
    elif path == "identity.md" and not without_comments(text):
        problem = "There is no text in it. Write there who this persona is."
    tokens = estimated(without_comments(text))
    if not problem and tokens > budget:
        problem = f"It takes {tokens:,} tokens, and {budget:,} go along: the rest is cut."
    return PersonaFile(path, text, tier, tokens, budget, built_in, problem)


def _built_in(folder: Path, path: str) -> str:
    return built_in_text(path) if folder.name == DEFAULT and path == "identity.md" else ""


def _papers(folder: Path) -> Iterator[str]:
    try:
        names = sorted(path.name for path in (folder / "papers").iterdir())
    except OSError:  # none yet
        return
    yield from (f"papers/{name}" for name in names if _PAPER.fullmatch(f"papers/{name}"))


def _check_path(path: str) -> None:
    if path in {"identity.md", "profile.md"} or _PAPER.fullmatch(path):
        return
    raise UserError(
        f"{path[:80]!r} can't be a file of a persona.",
        next_step="A paper's name has letters, digits, spaces, dots, - and _, at most 60.",
    )
