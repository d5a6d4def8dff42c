"""What is printed and asked on a terminal. Text from models, tools and files can't steer it."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import IO, TYPE_CHECKING, Any, TypeVar

from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from inara_engine.cli.markdown import MarkdownStream

__all__ = [
    "BAD",
    "DIM",
    "GOOD",
    "STRONG",
    "OutputFailed",
    "answer",
    "can_ask",
    "document",
    "error",
    "forgiving",
    "forsaken",
    "line",
    "lines",
    "listed",
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

_Value = TypeVar("_Value", bound="DataclassInstance")

STRONG, DIM, BAD, GOOD = "1", "2", "31", "32"  # ECMA-48, "select graphic rendition"


class OutputFailed(InaraError):
    """What is printed can't be written: the disk is full, the terminal is gone."""


def forgiving() -> None:
    """What the terminal's encoding lacks is shown as its number, what is typed in another one is U+FFFD.

    A stream that was closed is opened on nothing, which also keeps its number from whatever file is opened next.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            mode = "w" if number else "r"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors=errors)


def forsaken() -> None:
    """Standard output takes nothing any more: keep Python from failing again when it flushes at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def safe(text: str) -> str:
    """Text with everything that a terminal would obey made visible as ⟨U+XXXX⟩."""
    return _CONTROLS.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text.replace("\r\n", "\n"))


def write(text: str) -> None:
    """Text as it comes, without a line end."""
    _put(sys.stdout, safe(text))


def markdown() -> MarkdownStream | None:
    """What shows Markdown as it streams in, where a person reads it on a terminal that has colours."""
    if not _wants_colour(sys.stdout):
        return None
    import shutil

    from inara_engine.cli.markdown import MarkdownStream

    return MarkdownStream(shutil.get_terminal_size().columns)


def write_styled(text: str) -> None:
    """Text that was made safe before it was styled."""
    _put(sys.stdout, text)


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
    _put(sys.stderr, _styled(sys.stderr, safe(text), style) + "\n")


def lines(values: Iterable[Any]) -> None:
    """Each value as a line of JSON, in which what a terminal would obey is escaped."""
    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    for value in values:
        text = json.dumps(value, ensure_ascii=not unicode)
        _put(sys.stdout, _NOT_IN_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n", at_once=False)
    _put(sys.stdout)


def document(text: str) -> None:
    """A file's text: byte for byte into a pipe or a file, harmless on a terminal."""
    _put(sys.stdout, safe(text) if sys.stdout.isatty() else text)


def error(problem: InaraError) -> None:
    """What went wrong and what to do."""
    text = f"{_styled(sys.stderr, 'inara:', BAD)} {safe(problem.message)}\n"
    with suppress(OutputFailed):  # then there is no place left to say it
        _put(sys.stderr, text + (f"       {safe(problem.next_step)}\n" if problem.next_step else ""))


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
        _put(sys.stdout, text.rstrip()[:wide] + "\n", at_once=False)
    _put(sys.stdout)


def listed(values: Sequence[_Value], row: Callable[[_Value], Sequence[str]], none: str = "", *, as_json: bool) -> None:
    """Each value as a line of JSON, or as a row of a table; `none` is said where there are no values."""
    from dataclasses import asdict

    if as_json:
        lines(asdict(value) for value in values)
    elif values:
        table([row(value) for value in values])
    elif none:
        note(none)


def marked(mark: str, style: str, text: str) -> None:
    """A line of the answer that begins with a mark in colour."""
    _put(sys.stdout, f"{_styled(sys.stdout, mark, style)} {safe(text)}\n")


def time(at: float, *, seconds: bool = False) -> str:
    """A moment (Unix seconds) as lists show it, in local time."""
    return f"{datetime.fromtimestamp(at).astimezone():{'%Y-%m-%d %H:%M:%S' if seconds else '%Y-%m-%d %H:%M'}}"


def can_ask() -> bool:
    """Whether a person is at the other end."""
    return sys.stdin.isatty() and sys.stderr.isatty()


async def answer(question: str) -> str | None:
    """The line a person types, or None at the end of input. Can be cancelled while nobody has typed yet.

    What was typed before the question stood there is no answer to it: an answer's text may have asked for a "yes".
    """
    import asyncio

    _drop_what_was_typed()
    _put(sys.stderr, _styled(sys.stderr, safe(question), STRONG))
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


def _drop_what_was_typed() -> None:
    if sys.stdin.isatty() and sys.platform != "win32":
        import termios

        with suppress(termios.error, OSError):
            termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)


def _put(stream: IO[str], text: str = "", *, at_once: bool = True) -> None:
    """Raises: BrokenPipeError where the reader has left; OutputFailed."""
    try:
        stream.write(text)
        if at_once:
            stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputFailed(
            f"What is printed can't be written: {error.strerror}.", next_step="Make room there, or print elsewhere."
        ) from error


def _wants_colour(stream: IO[str]) -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def _styled(stream: IO[str], text: str, style: str) -> str:
    """The text with a colour where a person looks at it and wants one (no-color.org)."""
    if not style or not _wants_colour(stream):
        return text
    return f"\x1b[{style}m{text}\x1b[0m"
