"""From what a model wrote as a path to the one place it means.

Links are followed here, by hand and one at a time, so that every place a path leads through is known:
a link inside a granted folder may point at somebody's keys. POSIX paths.
"""

from __future__ import annotations

import os
import unicodedata
from collections import deque
from pathlib import Path

from inara_engine.errors import ToolError
from inara_engine.frozen import frozen

__all__ = ["Resolved", "key", "printable", "resolve", "spelled", "within"]

PATH_BYTES = 4095  # PATH_MAX less its final NUL
NAME_BYTES = 255  # NAME_MAX
LINKS = 40  # as many as Linux follows in one path
DEPTH = 200  # names in a path, and in each link: no real tree is as deep, and every name costs a look


@frozen
class Resolved:
    """`path` is absolute and has no link left in it; `crossed` are the links that led there, in order."""

    path: Path
    crossed: tuple[Path, ...] = ()


def spelled(text: str, base: Path | None, home: Path) -> Path:
    """The absolute path that `text` spells, links and ".." still in it.

    "" and relative paths start at `base`, "~" is `home`. Raises ToolError for what can't be a path.
    """
    _refuse_impossible(text)
    if text == "~" or text.startswith("~/"):
        return home / text[2:]
    if text.startswith("~"):
        raise ToolError(f"“{text}” names another person's home.", next_step="Only ~/ for this person's own is known.")
    if text.startswith("/"):
        return Path(text)
    if base is None:
        raise ToolError(
            "No folder is granted, so a relative path has nowhere to start.",
            next_step="Give a full path, or ask the person to grant a folder under [workspace] roots in the settings.",
        )
    return base / text


def resolve(path: Path, *, follow_last: bool = True) -> Resolved:
    """Follow every link in an absolute `path`; names that don't exist stay as they are.

    With `follow_last=False` the last name is taken as it stands, link or not.
    Raises ToolError where links go in circles.
    """
    current = "/"
    crossed: list[Path] = []
    waiting = deque(path.parts[1:])
    while waiting:
        name = waiting.popleft()
        if name in {"", "."}:
            continue
        if name == "..":
            current = os.path.dirname(current)  # noqa: PTH120 - a string walk: Path would cost more and say less
            continue
        there = current.rstrip("/") + "/" + name
        target = _link_target(there) if waiting or follow_last else None
        if target is None:
            current = there
            continue
        crossed.append(Path(there))
        _refuse_deep(target)
        if len(crossed) > LINKS:
            raise ToolError(f"The links in {printable(str(path))} go in circles.", next_step="Name another file.")
        if target.startswith("/"):
            current = "/"
        waiting.extendleft(reversed(target.split("/")))
    return Resolved(Path(current), tuple(crossed))


def key(path: Path) -> tuple[str, ...]:
    """The parts of `path` as a careless file system might compare them.

    Some fold case, normalise Unicode or drop trailing dots and spaces; where a path guards something,
    all of those spellings are the same.
    """
    return tuple(unicodedata.normalize("NFC", part).casefold().rstrip(". ") or part for part in path.parts)


def within(path: Path, folder: Path) -> bool:
    """Whether `path` is `folder` or below it. By parts: /a/bc is not within /a/b."""
    return path.is_relative_to(folder)


def printable(text: str) -> str:
    """A file's name as text that can be stored and shown: control characters and stray bytes as escapes."""
    escaped = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(
        character if unicodedata.category(character) != "Cc" else f"\\x{ord(character):02x}" for character in escaped
    )


def _link_target(path: str) -> str | None:
    try:
        return os.readlink(path)  # noqa: PTH115 - keeps a trailing slash and bytes as they are, where Path tidies
    except OSError:  # no link, nothing there, or no permission to look: opening it will tell
        return None


def _refuse_impossible(text: str) -> None:
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in text):
        raise ToolError(
            f"“{printable(text)}” has control characters in it; no file is reached by such a name.",
            next_step="Use a name that list_files shows.",
        )
    if text.startswith("file:"):
        raise ToolError(f"“{text}” is a URL.", next_step="Give the plain path.")
    _refuse_deep(text)
    size = len(text.encode())
    if size > PATH_BYTES or any(len(name.encode()) > NAME_BYTES for name in text.split("/")):
        raise ToolError(
            f"The path is too long ({size:,} bytes).",
            next_step=f"A path has at most {PATH_BYTES:,} bytes, each name in it at most {NAME_BYTES:,}.",
        )


def _refuse_deep(text: str) -> None:
    if text.count("/") > DEPTH:
        raise ToolError(f"The path is more than {DEPTH} folders deep.", next_step="Use a shorter path.")
