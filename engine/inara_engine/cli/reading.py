"""What a command takes from standard input and files, read before the engine opens."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

from inara_engine.cli import terminal
from inara_engine.errors import UserError

__all__ = ["imported", "is_collection", "secret", "task", "text"]

LONGEST_TASK_BYTES = 10_000_000
LONGEST_IMPORT_BYTES = 200_000_000
LONGEST_TEXT_BYTES = 10_000_000
LONGEST_KEY_BYTES = 100_000


def task(words: list[str]) -> str:
    """The task: the words of the command line, or standard input for "-" or for none in a pipe."""
    if words and words != ["-"]:
        return " ".join(words)
    raw = _read(sys.stdin.buffer, LONGEST_TASK_BYTES, "Standard input")
    said = raw.decode("utf-8-sig", "replace")
    if "\ufffd" in said and b"\xef\xbf\xbd" not in raw:
        terminal.note("Some bytes of standard input are not UTF-8; they stand as \ufffd in the task.")
    return said


def secret() -> str:
    """A key: typed without being shown, or from a pipe."""
    if sys.stdin.isatty():
        import getpass

        value = getpass.getpass("Key (not shown): ")
    else:
        try:
            value = _read(sys.stdin.buffer, LONGEST_KEY_BYTES, "The key").decode()
        except UnicodeDecodeError as error:
            raise UserError("The key is not text (UTF-8), so nothing was kept.") from error
    if not value.strip():
        raise UserError("The key is empty, so nothing was kept.", next_step="Type it, or pipe it into this command.")
    return value


def text() -> str:
    """What is to be kept word for word: standard input to its end."""
    try:
        return _read(sys.stdin.buffer, LONGEST_TEXT_BYTES, "Standard input").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("Standard input is not text (UTF-8), so nothing was kept.") from error


def imported(file: str) -> str:
    """The text of an export; "-" is standard input."""
    try:
        if file == "-":
            return _read(sys.stdin.buffer, LONGEST_IMPORT_BYTES, "Standard input").decode("utf-8-sig")
        with Path(file).open("rb") as opened:
            return _read(opened, LONGEST_IMPORT_BYTES, file).decode("utf-8-sig")
    except OSError as error:
        step = "Check the path; `inara sessions export ID > FILE` writes such a file."
        raise UserError(f"{file} can't be read: {error.strerror}.", next_step=step) from error
    except UnicodeDecodeError as error:
        raise UserError(
            f"{file} is not text (UTF-8).", next_step="Give a file that `inara sessions export` wrote."
        ) from error


def is_collection(file: str) -> bool:
    """Whether a file may have many conversations in it: an archive, or a list. What a pipe holds is not touched."""
    try:
        if file == "-" or not Path(file).is_file():
            return False
        with Path(file).open("rb") as opened:
            return opened.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"[", b"P"}
    except OSError:
        return False  # `imported` says why


def _read(stream: IO[bytes], longest: int, what: str) -> bytes:
    raw = stream.read(longest + 1)
    if len(raw) > longest:
        raise UserError(f"{what} is longer than {longest // 1000} kB, which is more than Inara takes.")
    return raw
