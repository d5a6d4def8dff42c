"""What a single line of Markdown is, looked at alone."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = [
    "DEFINITION",
    "FENCE",
    "HEADING",
    "ITEM",
    "KEY",
    "RULE",
    "SETEXT",
    "UNDECIDED",
    "cells",
    "closer_of",
    "count_cells",
    "dedented",
    "delimits",
    "first_cells",
    "math_closer",
    "may_close",
    "width_of_lead",
]

FENCE = re.compile(r"(`{3,60}|~{3,60})[ \t]*([^`\n]*)$")
ITEM = re.compile(r"(?:[-*+]|(\d{1,9})[.)])(?:[ \t]+(?=\S)|$)")
HEADING = re.compile(r"#{1,6}(?:[ \t]|$)")
RULE = re.compile(r"(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$")
SETEXT = re.compile(r"(?:=+|-+)[ \t]*$")
KEY = re.compile(r"[A-Za-z_][\w-]*:(?:\s|$)")
DEFINITION = re.compile(r"\[([^\[\]^][^\[\]]{0,200})\]:[ \t]*<?([^\s>]{1,2000})>?")
UNDECIDED = re.compile(r"[-=*_+~`#>|: \t]*$|\d{1,9}[.)]?[ \t]*$|[`~]{3,}.*$|\$\$?$|\\\[?$|!?\[$|\\begin.*$")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_PIPE = re.compile(r"(?<!\\)\|")
_ENDS_IN_PIPE = re.compile(r"(?<!\\)\|\Z")

_FRONT_END = re.compile(r"^(?:---|\.\.\.)[ \t]{0,8}\r?$", re.MULTILINE)
_PREFIX = {
    "`": re.compile(r"[ \t]*`{0,60}[ \t]{0,8}\r?$"),
    "~": re.compile(r"[ \t]*~{0,60}[ \t]{0,8}\r?$"),
    "-": re.compile(r"(?:-{0,3}|\.{0,3})[ \t]{0,8}\r?$"),
}


def cells(line: str) -> list[str]:
    """The cells of one table row, trimmed, with escaped pipes restored."""
    return [part.strip().replace("\\|", "|") for part in _parts(line)]


def count_cells(line: str) -> int:
    """How many cells a table row has."""
    return len(_parts(line))


def _parts(line: str) -> list[str]:
    line = line.strip()
    parts = _PIPE.split(line)
    if line.startswith("|"):
        parts = parts[1:]
    if len(parts) > 1 and not parts[-1].strip():
        parts = parts[:-1]
    return parts


def first_cells(line: str, most: int) -> tuple[list[str], int]:
    """The same, at most so many; and how many more there are, which are counted and not made."""
    parts = _PIPE.split(line.strip().removeprefix("|"), most)
    if len(parts) <= most:
        return cells(line), 0
    rest = parts.pop().rstrip()
    beyond = len(_PIPE.findall(rest)) + (1 if rest and not _ENDS_IN_PIPE.search(rest) else 0)
    return [part.strip().replace("\\|", "|") for part in parts], beyond


def width_of_lead(line: str) -> int:
    """The width of the leading white space, a tab counting four."""
    if line[:1] not in {" ", "\t"}:
        return 0  # most lines
    lead = line[: len(line) - len(line.lstrip(" \t"))]
    return len(lead) if "\t" not in lead else len(lead.expandtabs(4))


def dedented(line: str, columns: int) -> str:
    """The line without up to so many columns of white space; of a tab that reaches further, spaces stay."""
    if "\t" not in line[: columns + 1]:
        return line[min(columns, len(line) - len(line.lstrip(" "))) :]
    at = column = 0
    while column < columns and at < len(line) and line[at] in " \t":
        column += 4 - column % 4 if line[at] == "\t" else 1
        at += 1
    return " " * max(0, column - columns) + line[at:]


@lru_cache(maxsize=64)
def closer_of(fence: str, indent: int) -> re.Pattern[str]:
    """What ends a fence that opened like this, in a list at this column."""
    if fence == "---":
        return _FRONT_END
    return re.compile(rf"^[ \t]{{0,{indent + 3}}}{fence[0]}{{{len(fence)},60}}[ \t]{{0,8}}\r?$", re.MULTILINE)


def may_close(partial: str, fence: str) -> bool:
    """Whether the beginning of a line may still become the end of a fence."""
    return len(partial) < 160 and bool(_PREFIX[fence[0]].match(partial))


def math_closer(body: str) -> str | None:
    """What ends the formula that a line begins; None where it begins none that goes on."""
    opener, closer = ("$$", "$$") if body.startswith("$$") else ("\\[", "\\]")
    if not body.startswith(opener):
        return None
    inside = body[2:]
    return closer if closer not in inside or inside.find(closer) == len(inside) - 2 else None


def delimits(body: str, header: str) -> bool:
    """Whether a line is the delimiter row below this header."""
    if "|" not in body or "-" not in body or "|" not in header or not _DELIMITER.match(body):
        return False
    return count_cells(body) == count_cells(header)
