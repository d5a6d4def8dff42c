"""Whose work this stands on: the packages that are installed beside us, each with its licence."""

from __future__ import annotations

from email.message import Message
from importlib.metadata import distributions
from typing import Any, cast

__all__ = ["licences"]

MOST_CHARACTERS = 80  # some put the whole text where its name belongs


def licences() -> str:
    """One package a line. Blocks."""
    lines: set[str] = set()
    for one in distributions():
        about = cast("Message", one.metadata)
        name = str(about.get("Name") or "")
        if name and not name.lower().startswith("inara"):
            lines.add(f"{name} {one.version}: {_licence(about)}")
    return "\n".join(sorted(lines, key=str.lower))


def _licence(about: Message) -> str:
    words = str(about.get("License-Expression") or about.get("License") or "")
    if words and len(words) <= MOST_CHARACTERS:
        return words
    classifiers: list[Any] = about.get_all("Classifier") or []
    kinds = [str(one).rpartition(" :: ")[2] for one in classifiers if str(one).startswith("License ::")]
    return ", ".join(kinds) or words.partition("\n")[0][:MOST_CHARACTERS] or "?"
