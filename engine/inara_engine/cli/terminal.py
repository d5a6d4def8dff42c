"""What is printed and asked on a terminal. Text from models, tools and files can't steer it."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import IO, TYPE_CHECKING, Any

from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from inara_engine.cli.markdown import MarkdownStream

__all__ = [
    "BAD",
    "DIM",
    "GOOD",
    "STRONG",
    "answer",
    "can_ask",
    "document",
    "error",
    "forgiving",
    "line",
    "lines",
    "markdown",
    "marked",
    "note",
    "safe",
    "table",
    "time",
    "write",
    "write_styled",
    "written",
]

# Escape sequences, the C1 controls, and the marks that reorder a line (Unicode TR 36).
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NOT_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

STRONG, DIM, BAD, GOOD = "1", "2", "31", "32"  # ECMA-48, "select graphic rendition"


def forgiving() -> None:
    """A character that the terminal's encoding lacks is shown as its number, not raised."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")


def safe(text: str) -> str:
    """Text with everything that a terminal would obey made visible as ⟨U+XXXX⟩."""
    return _CONTROLS.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text.replace("\r\n", "\n"))


def write(text: str) -> None:
    """Text as it comes, without a line end."""
    sys.stdout.write(safe(text))
    sys.stdout.flush()


def markdown() -> MarkdownStream | None:
    """What shows Markdown as it streams in, where a person reads it on a terminal that has colours."""
    if not _wants_colour(sys.stdout):
        return None
    import shutil

    from inara_engine.cli.markdown import MarkdownStream

    return MarkdownStream(shutil.get_terminal_size().columns)


def write_styled(text: str) -> None:
    """Text that was made safe before it was styled."""
    sys.stdout.write(text)
    sys.stdout.flush()


def written(text: str) -> None:
    """A whole text in Markdown, as the answer."""
    stream = markdown()
    if stream is None:
        write(text)
    else:
        write_styled(stream.feed(safe(text)) + stream.end())


def line(text: str = "") -> None:
    """One line of the answer."""
    write(text + "\n")


def note(text: str, style: str = "") -> None:
    """A line beside the answer (progress, questions): on standard error, so that a pipe gets the answer alone."""
    sys.stderr.write(_styled(sys.stderr, safe(text), style) + "\n")
    sys.stderr.flush()


def lines(values: Iterable[Any]) -> None:
    """Each value as a line of JSON, in which what a terminal would obey is escaped."""
    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    for value in values:
        text = json.dumps(value, ensure_ascii=not unicode)
        sys.stdout.write(_NOT_IN_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n")
    sys.stdout.flush()


def document(text: str) -> None:
    """A file's text: byte for byte into a pipe or a file, harmless on a terminal."""
    sys.stdout.write(safe(text) if sys.stdout.isatty() else text)
    sys.stdout.flush()


def error(problem: InaraError) -> None:
    """What went wrong and what to do."""
    sys.stderr.write(_styled(sys.stderr, "inara:", BAD) + f" {safe(problem.message)}\n")
    if problem.next_step:
        sys.stderr.write(f"       {safe(problem.next_step)}\n")
    sys.stderr.flush()


def table(rows: Sequence[Sequence[str]]) -> None:
    """Columns as wide as they need; the last one is cut to the line where this is a terminal."""
    import shutil

    if not rows:
        return
    wide = shutil.get_terminal_size().columns if sys.stdout.isatty() else 10_000
    shown = [[safe(" ".join(cell.split())) for cell in row] for row in rows]
    widths = [max(len(row[n]) for row in shown) for n in range(len(shown[0]) - 1)]
    for row in shown:
        text = "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        sys.stdout.write(text.rstrip()[:wide] + "\n")
    sys.stdout.flush()


def marked(mark: str, style: str, text: str) -> None:
    """A line of the answer that begins with a mark in colour."""
    sys.stdout.write(f"{_styled(sys.stdout, mark, style)} {safe(text)}\n")
    sys.stdout.flush()


def time(at: float, *, seconds: bool = False) -> str:
    """A moment (Unix seconds) as lists show it, in local time."""
    return f"{datetime.fromtimestamp(at).astimezone():{'%Y-%m-%d %H:%M:%S' if seconds else '%Y-%m-%d %H:%M'}}"


def can_ask() -> bool:
    """Whether a person is at the other end."""
    return sys.stdin.isatty() and sys.stderr.isatty()


async def answer(question: str) -> str | None:
    """The line a person types, or None at the end of input. Can be cancelled while nobody has typed yet."""
    import asyncio

    sys.stderr.write(_styled(sys.stderr, safe(question), STRONG))
    sys.stderr.flush()
    if sys.stdin.isatty() and sys.platform != "win32":  # Windows' loop watches no terminals
        loop = asyncio.get_running_loop()
        ready: asyncio.Future[None] = loop.create_future()
        # A terminal hands over whole lines: once there is something to read, reading does not wait.
        loop.add_reader(sys.stdin.fileno(), lambda: ready.done() or ready.set_result(None))
        try:
            await ready
        finally:
            loop.remove_reader(sys.stdin.fileno())
    typed = await asyncio.to_thread(sys.stdin.readline)
    return typed.strip() if typed else None


def _wants_colour(stream: IO[str]) -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def _styled(stream: IO[str], text: str, style: str) -> str:
    """The text with a colour where a person looks at it and wants one (no-color.org)."""
    if not style or not _wants_colour(stream):
        return text
    return f"\x1b[{style}m{text}\x1b[0m"
