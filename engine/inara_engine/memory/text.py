"""Text from a model, a tool or a stranger, made fit to stand in a note or a prompt without leaving its place."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["clean", "cut", "one_line", "quoted", "without_comments", "without_hidden"]

_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BLANK_LINES: Final = re.compile(r"\n(?:[^\S\n]*\n){2,}")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
_JOINERS: Final = frozenset("\u200c\u200d")  # Persian and emoji families are written with them
_BLANK: Final = re.compile(  # what is drawn as nothing though it counts as a letter, a mark or as not assigned yet
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2065\u2800\u3164\uffa0\ufe00-\ufe0d\ufff0-\ufff8\U000e0000-\U000e0fff]"
)
_UNDRAWN: Final = frozenset({"Cc", "Cf", "Cs"})
_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_SELECTORS: Final = _JOINERS | frozenset("\ufe0e\ufe0f")
_WORDS_OF_TEMPLATES: Final = re.compile(r"<(?=[|/a-zA-Z!_])")  # <|im_start|>, </s>, <start_of_turn>, <!--


def clean(text: str) -> str:
    """The text with plain line ends, and without characters that nobody sees (direction, tags, controls).

    What could open a comment or a chat template's token gets another bracket: servers read those
    tokens even in the middle of content.
    """
    if text.isascii() and text.isprintable():
        return _WORDS_OF_TEMPLATES.sub("‹", text.rstrip())
    lines = text.encode("utf-8", "replace").decode().splitlines()
    visible = (
        "".join(
            " " if character == "\t" else character
            for character in line
            if character == "\t" or character in _JOINERS or unicodedata.category(character) not in _INVISIBLE
        ).rstrip()
        for line in lines
    )
    return _WORDS_OF_TEMPLATES.sub("‹", "\n".join(visible))


def without_hidden(text: str) -> str:
    """What of a stranger's text a person can see, to be sent as their own words once they have read it.

    Tag characters and the like would say more to a model than to them. Joiners stay where they join what is no ASCII.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        return _CONTROLS.sub("", text)
    left: list[str] = []
    for character in text:
        if character in _SELECTORS:
            seen = bool(left) and not left[-1].isascii() and left[-1] not in _SELECTORS
        elif character < "\x7f":
            seen = character >= " " or character in "\n\t"
        else:
            seen = unicodedata.category(character) not in _UNDRAWN and not _BLANK.match(character)
        if seen:
            left.append(character)
    return "".join(left)


def one_line(text: str, characters: int) -> str:
    """The cleaned text in one line of at most so many characters."""
    return cut(" ".join(clean(text[: 4 * characters]).split()), characters)


def quoted(text: str) -> str:
    """The cleaned text with `> ` before each line, so that no line of it can pass for anything else."""
    return "\n".join(f"> {line}".rstrip() for line in clean(text).splitlines())


def cut(text: str, characters: int) -> str:
    """At most so many characters, with … where something is missing."""
    return text if len(text) <= characters else text[: max(0, characters - 1)].rstrip() + "…"


def without_comments(text: str) -> str:
    """What of a Markdown file is meant for the model: HTML comments are for the person.

    A comment that is never closed reaches to the end, as it does where the file is shown.
    """
    return _BLANK_LINES.sub("\n\n", _COMMENT.sub("", text)).strip()
