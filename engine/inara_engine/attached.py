"""Text files in a prompt: quoted whole behind what the person wrote, so that every model reads them; and found again.

A prompt is one text wherever it is kept, exported or sent. What shows or names it parts it into words and files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Quoted", "parted", "quoting"]

_BEGINS = "Attached file “"
_HEAD = re.compile(_BEGINS + r"([^\n]*)”:\n\n(`{3,})\n")
_BETWEEN = "\n\n"


class Quoted(NamedTuple):
    """A file in a prompt; `start` is where its text begins in the prompt's."""

    name: str
    text: str
    start: int


def quoting(said: str, files: Iterable[tuple[str, str]]) -> str:
    """One text of the words and the (name, text) of each file, between fences of its own. Names are of one line."""
    pieces = [said] if said else []
    for name, text in files:
        longest = max((len(run) for run in re.findall("`+", text)), default=0)
        fence = "`" * max(3, longest + 1)
        pieces.append(f"{_BEGINS}{name}”:\n\n{fence}\n{text}\n{fence}")
    return _BETWEEN.join(pieces)


def parted(prompt: str) -> tuple[str, tuple[Quoted, ...]]:
    """The words and the files of what `quoting` made; all of it words where it does not end with files.

    Takes time in proportion to the text, whatever is in it.
    """
    if _BEGINS not in prompt:
        return prompt, ()
    files: list[Quoted] = []
    words, place = 0, 0  # where the words before the files end; how far it was read
    while head := _HEAD.search(prompt, place):
        begins, start, fence = head.start(), head.end(), head[2]
        end = prompt.find(f"\n{fence}", start - 1)
        if end < 0:
            return prompt, ()
        after = end + 1 + len(fence)
        apart = begins == 0 or prompt.endswith(_BETWEEN, 0, begins)
        if not files or begins != place + len(_BETWEEN):
            files, words = [], max(0, begins - len(_BETWEEN))
        if apart and (after == len(prompt) or prompt.startswith(_BETWEEN, after)):
            files.append(Quoted(head[1], prompt[start : max(start, end)], start))
        else:
            files = []
        place = after
    return (prompt[:words], tuple(files)) if files and place == len(prompt) else (prompt, ())
