"""From a footnote's mark to what it says, and back: links within one message, which nobody outside it hears of."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["AFTER", "is_ours", "linked", "mark_of", "places_of"]

AFTER = "\u2002"
"""What is between a note's mark and its words."""

_TO_NOTE, _TO_MARK = "#footnote-", "#footnoted-"
_NUMBER = re.compile(r"[0-9]{1,3}")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def mark_of(name: str) -> str:
    """How a footnote's name stands in the text: a raised number, else the name in brackets."""
    return name.translate(_RAISED) if _NUMBER.fullmatch(name) else f"[{name}]"


def linked(name: str, *, told: bool) -> str:
    """The mark as Markdown: to the note, or from where it is `told` to the first place that leads to it."""
    mark = mark_of(name).replace("[", "\\[").replace("]", "\\]")
    return f"[{mark}]({_TO_MARK}{name}){AFTER}" if told else f"[{mark}]({_TO_NOTE}{name})"


def is_ours(target: str) -> bool:
    """Whether a link leads to a footnote, or back from one."""
    return target.startswith((_TO_NOTE, _TO_MARK))


def places_of(target: str, text: str) -> Iterator[tuple[int, str]]:
    """Where in a message's text a link of ours may lead, and how what is there begins when it is shown.

    The first place is the one, unless it is in code, which shows what stands there letter by letter.
    """
    if not is_ours(target):
        return
    told = target.startswith(_TO_NOTE)
    name = target.removeprefix(_TO_NOTE).removeprefix(_TO_MARK)
    pattern = r"^[ \t>]*\[\^{}\]:" if told else r"\[\^{}\](?!:)"
    for found in re.finditer(pattern.replace("{}", re.escape(name)), text, re.MULTILINE):
        yield found.start() + found[0].index("["), mark_of(name) + (AFTER if told else "")
