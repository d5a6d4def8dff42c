"""What is printed and asked on a terminal. Text from models, tools and files can't steer it."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from inara_engine.errors import InaraError

__all__ = ["ask", "error", "line", "lines", "safe", "table", "write"]

# Escape sequences, the C1 controls, and the marks that reorder a line (Unicode TR 36).
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def safe(text: str) -> str:
    """Text with everything that a terminal would obey made visible as ⟨U+XXXX⟩."""
    return _CONTROLS.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text.replace("\r\n", "\n"))


def write(text: str) -> None:
    """Text as it comes, without a line end."""
    sys.stdout.write(safe(text))
    sys.stdout.flush()


def line(text: str = "") -> None:
    """One line of the answer."""
    write(text + "\n")


def note(text: str) -> None:
    """A line beside the answer (progress, questions): on standard error, so that a pipe gets the answer alone."""
    sys.stderr.write(safe(text) + "\n")
    sys.stderr.flush()


def lines(values: Iterable[Any]) -> None:
    """Each value as a line of JSON."""
    for value in values:
        sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def error(problem: InaraError) -> None:
    """What went wrong and what to do."""
    note(f"inara: {problem.message}")
    if problem.next_step:
        note(f"       {problem.next_step}")


def table(rows: Sequence[Sequence[str]]) -> None:
    """Columns as wide as they need; the last one is cut to the line where this is a terminal."""
    import shutil

    if not rows:
        return
    wide = shutil.get_terminal_size().columns if sys.stdout.isatty() else 10_000
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]) - 1)]
    for row in rows:
        text = "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        line(" ".join(text.split("\n"))[:wide].rstrip())


def can_ask() -> bool:
    """Whether a person is at the other end."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str) -> str:
    """A person's answer to a question. Raises EOFError where there is none."""
    sys.stderr.write(safe(question))
    sys.stderr.flush()
    answer = sys.stdin.readline()
    if not answer:
        raise EOFError
    return answer.strip()
