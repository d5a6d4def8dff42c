"""Opens an export, finds out whose it is, and reads it one conversation at a time.

A file of any size is never in memory whole: only the conversation being read is. Known are Inara's own
JSON and plain lists of messages (one session a file), and the `conversations.json` of ChatGPT and
Claude, also in the ZIP archive they come in.
"""

from __future__ import annotations

import codecs
import io
import json
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

from inara_engine import exports
from inara_engine.errors import UserError
from inara_engine.imports.chatgpt import is_chatgpt, read_chatgpt
from inara_engine.imports.claude import is_claude, read_claude
from inara_engine.imports.own import read_own
from inara_engine.imports.session import ImportedSession, entries, fields

__all__ = ["each_session", "read_export", "read_one"]

MAX_BYTES = 4 * 1024**3  # of an export, unpacked
MAX_CONVERSATION = 128 * 1024**2  # characters of one conversation's JSON
MAX_RATIO = 200  # text packs to a tenth; a thousandth is a bomb
FREE_BYTES = 64 * 1024**2  # that may be packed as tightly as they like
CHUNK = 1024**2
LONGEST_WORD = 9  # of JSON, "-Infinity": with less after it, a mistake may be an end

_BLANKS = re.compile(r"[ \t\r\n]*")
_PACKED = re.compile(r"(?:^|/)conversations(?:-\d+)?\.json$")
_WHAT_IS_READ = (
    "Inara reads its own exports, and the conversations.json (or the whole .zip) that ChatGPT and Claude export."
)


def read_export(source: Path | bytes) -> list[ImportedSession]:
    """All conversations of an export that have a message. Blocks. Raises UserError that says what is wrong."""
    return list(each_session(source))


def read_one(text: str) -> ImportedSession:
    """The one conversation in a text, whoever wrote it. Raises UserError that says what is wrong with it."""
    value = exports.loaded(text)
    if not isinstance(value, dict):  # no conversation; or several, which come as a file
        return read_own(exports.validated(value))
    session = _session(cast("object", value))
    if not session.messages:
        raise UserError(
            "There is nothing to import: the conversation has no messages.",
            next_step="Check that it is the right file.",
        )
    return session


def each_session(source: Path | bytes) -> Iterator[ImportedSession]:
    """The same one by one. Blocks; what is wrong further on in a file is raised when it is reached."""
    found = read = 0
    try:
        for value in _values(source):
            read += 1
            session = _session(value)
            if session.messages:
                found += 1
                yield session
    except OSError as error:
        named = f" {source.name}" if isinstance(source, Path) else ""
        why = error.strerror or error
        raise UserError(f"The file{named} can't be read: {why}.", next_step="Check the path.") from error
    if not found:
        what = "its conversations have no messages" if read else "it has no conversations"
        raise UserError(f"There is nothing to import: {what}.", next_step="Export again, then import that file.")


def _session(value: object) -> ImportedSession:
    conversation = fields(value)
    if is_chatgpt(conversation):
        return read_chatgpt(conversation)
    if is_claude(conversation):
        return read_claude(conversation)
    if "messages" in conversation:
        return read_own(exports.validated(conversation))
    known = ", ".join(sorted(conversation)[:5]) or type(value).__name__
    raise UserError(f"The file is JSON, but no conversation that Inara knows ({known}).", next_step=_WHAT_IS_READ)


def _values(source: Path | bytes) -> Iterator[Any]:
    with io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as file:
        start = file.read(4)
        file.seek(0)
        if start != b"PK\x03\x04":
            yield from _json_values(file, None)
            return
        try:
            with zipfile.ZipFile(file) as archive:
                yield from _packed_values(archive)
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError) as error:
            raise UserError(  # a ValueError where it points before its own beginning, or names a file in no letters
                "The ZIP archive is damaged or was not downloaded to its end.", next_step="Download it again."
            ) from error
        except (RuntimeError, NotImplementedError) as error:  # a password, or a rare way of packing
            raise UserError(
                f"The ZIP archive can't be opened ({error}).", next_step="Unpack it and import conversations.json."
            ) from error


def _packed_values(archive: zipfile.ZipFile) -> Iterator[Any]:
    members = sorted(
        (member for member in archive.infolist() if _PACKED.search(member.filename)), key=lambda m: m.filename
    )
    if not members:
        raise UserError("The ZIP archive has no conversations.json in it.", next_step=_WHAT_IS_READ)
    for member in members:
        with archive.open(member) as file:
            yield from _json_values(file, member.compress_size)


def _json_values(file: IO[bytes], packed: int | None) -> Iterator[Any]:
    """The values of a top-level array, or the one value there is."""
    texts = _texts(file, packed)
    text = ""
    for piece in texts:
        text = (text + piece).lstrip()
        if text:
            break
    if not text:
        raise UserError("The file is empty.", next_step=_WHAT_IS_READ)
    if text[0] not in "[{":
        raise UserError("The file is not JSON.", next_step=_WHAT_IS_READ)
    if text[0] == "{":
        value, rest, at = _decoded(text, 0, texts)
        _check_end(rest, at, texts)
        yield from _inside(value)
        return
    yield from _array(text, texts)


def _inside(value: object) -> Iterator[Any]:
    conversation = fields(value)
    yield from entries(conversation["conversations"]) if "conversations" in conversation else (value,)


def _array(text: str, texts: Iterator[str]) -> Iterator[Any]:
    at, first = 1, True
    while True:
        text, at = _skip(text, at, texts)
        if text[at : at + 1] == "]" and first:
            break
        value, text, at = _decoded(text, at, texts)
        first = False
        yield value
        text, at = _skip(text, at, texts)
        if text[at : at + 1] == "]":
            break
        if text[at : at + 1] != ",":
            raise _cut() if at >= len(text) else _malformed()
        at += 1
    _check_end(text, at + 1, texts)


def _decoded(text: str, at: int, texts: Iterator[str]) -> tuple[Any, str, int]:
    """The value at a place, the text (read on where needed, then without what was before), and its end in that."""
    decoder = json.JSONDecoder(parse_constant=str)
    wanted = CHUNK
    while True:
        try:
            value, end = decoder.raw_decode(text, at)
        except RecursionError as error:
            raise UserError("The file is nested too deeply to be a conversation.") from error
        except ValueError as error:
            if _breaks_inside(error, text):
                raise _malformed() from error
            # Not whole yet: doubling what is read keeps the repeated tries cheap.
            more = _read(texts, wanted)
            if not more:
                raise _cut() from error
            text, at = text[at:] + more, 0
            wanted = len(text)
            if len(text) > MAX_CONVERSATION:
                raise UserError(
                    f"One conversation in the file is larger than {MAX_CONVERSATION // 1024**2} MB.",
                    next_step="Export it again, then import.",
                ) from error
        else:
            return value, text, end


def _breaks_inside(error: ValueError, text: str) -> bool:
    """Whether the text is wrong in its middle, and not just at an end."""
    if not isinstance(error, json.JSONDecodeError):
        return True
    return not error.msg.startswith("Unterminated string") and len(text) - error.pos > LONGEST_WORD


def _skip(text: str, at: int, texts: Iterator[str]) -> tuple[str, int]:
    """Go on to the next sign that is no space; read more where there is none yet."""
    while True:
        at = _BLANKS.match(text, at).end()  # pyright: ignore[reportOptionalMemberAccess] (it matches nothing, too)
        if at < len(text):
            return text, at
        more = _read(texts, CHUNK)
        if not more:
            raise _cut()
        text, at = more, 0


def _check_end(text: str, at: int, texts: Iterator[str]) -> None:
    if text[at:].strip() or any(piece.strip() for piece in texts):
        raise _malformed()


def _read(texts: Iterator[str], characters: int) -> str:
    pieces: list[str] = []
    while characters > 0 and (piece := next(texts, "")):
        pieces.append(piece)
        characters -= len(piece)
    return "".join(pieces)


def _texts(file: IO[bytes], packed: int | None) -> Iterator[str]:
    """The file's text in pieces; `packed` is its size in an archive, where it was in one."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    total = 0
    try:
        while data := file.read(CHUNK):
            total += len(data)
            if total > MAX_BYTES or (packed is not None and total > max(FREE_BYTES, packed * MAX_RATIO)):
                raise UserError(
                    f"The export unpacks to far more than conversations take (over {total // 1024**2} MB).",
                    next_step=_WHAT_IS_READ,
                )
            if text := decoder.decode(data):
                yield text
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise UserError("The file is not UTF-8 text, so it is not an export.", next_step=_WHAT_IS_READ) from error


def _cut() -> UserError:
    return UserError(
        "The file ends in the middle of a conversation: it was cut off.", next_step="Export or download it again."
    )


def _malformed() -> UserError:
    return UserError("The file is not whole JSON: it is damaged or was edited.", next_step="Export it again.")
