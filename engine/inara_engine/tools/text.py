"""Bytes of a file as text a model can read, and what a change to it looks like."""

from __future__ import annotations

import codecs
import difflib
from io import StringIO

from inara_engine.frozen import frozen

__all__ = ["Decoded", "decode", "diff", "is_binary", "size"]

_SAMPLE = 8192
_DIFF_LINES = 2000  # beyond this, difflib's quadratic search is not worth a person's wait
_SHOWN_LINES = 1000
_SHOWN_CHARACTERS = 200_000
_SIGNATURES = {
    b"%PDF-": "a PDF document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@frozen
class Decoded:
    """`text` has Unix line ends only; `notes` say what about the file is out of the ordinary."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded | str:
    """The text in `data`, or what it is instead ("a PNG picture")."""
    for signature, name in _SIGNATURES.items():
        if data.startswith(signature):
            return name
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if not encoding and is_binary(data):
        return "binary data"
    notes: list[str] = []
    try:
        text = data.decode(encoding or "utf-8")
        if encoding:
            notes.append(f"encoded as {encoding.upper()}")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        notes.append("not UTF-8; read as Windows-1252, some characters may be wrong")
    if "\r\n" in text:
        notes.append("Windows line ends")
    return Decoded(text.replace("\r\n", "\n"), tuple(notes))


def is_binary(data: bytes) -> bool:
    """Whether the start of `data` has bytes no text has."""
    return b"\0" in data[:_SAMPLE]


def diff(old: str, new: str, name: str) -> str | None:
    """A unified diff, whole; None where it would be longer than anybody reads."""
    before, after = StringIO(old).readlines(), StringIO(new).readlines()  # "\n" alone ends a line
    if before == after:
        return ""
    lines = (
        list(difflib.unified_diff(before, after, name, name, n=3))
        if len(before) + len(after) <= _DIFF_LINES
        else _one_block(before, after, name)
    )
    shown: list[str] = []
    characters = 0
    for line in lines:
        characters += len(line)
        if len(shown) >= _SHOWN_LINES or characters > _SHOWN_CHARACTERS:
            return None
        shown.append(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
    return "".join(shown)


def size(count: int) -> str:
    """A number of bytes for people: "1.2 KB"."""
    if count < 1000:
        return "1 byte" if count == 1 else f"{count} bytes"
    amount = float(count)
    for unit in ("KB", "MB", "GB"):
        amount /= 1000
        if amount < 999.95:
            return f"{amount:.1f} {unit}"
    return f"{amount / 1000:.1f} TB"


def _one_block(before: list[str], after: list[str], name: str) -> list[str]:
    """The change as one block: what the two texts share at both ends left out, the middle replaced whole."""
    shorter = min(len(before), len(after))
    head = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    tail = next((at for at in range(shorter - head) if before[-1 - at] != after[-1 - at]), shorter - head)
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    return [
        *(f"--- {name}\n", f"+++ {name}\n", f"@@ -{head + 1},{len(old)} +{head + 1},{len(new)} @@\n"),
        *(f"-{line}" for line in old),
        *(f"+{line}" for line in new),
    ]
