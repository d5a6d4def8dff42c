"""Files that are not whole yet, and what a kill in their middle leaves of them beside a person's files.

Each has a name that nobody else can have chosen. While it is there a note lies in the undo folder that says where;
the next start deletes what such a note names, and nothing else.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from inara_engine.tools.workspace import OFF_RECORD

__all__ = ["half_written", "new_name", "sweep"]

_NAME = re.compile(r"\.inara-[0-9a-f]{16}\.tmp")
_NOTE = ".at"


def new_name() -> str:
    """A name for a file that is not whole yet."""
    return f".inara-{token_hex(8)}.tmp"


@contextmanager
def half_written(undo_dir: Path, folder: Path) -> Generator[str]:
    """Such a name for a file in `folder`, noted as long as this lasts.

    Blocks. On a disk that takes no note the file is written all the same.
    """
    name = new_name()
    note = undo_dir / f"{name}{_NOTE}"
    with suppress(OSError):
        undo_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:  # noqa: PTH123 - a mode at birth
            opened.write(os.fsencode(folder))
    try:
        yield name
    finally:
        with suppress(OSError):
            note.unlink(missing_ok=True)


def sweep(undo_dir: Path) -> int:
    """Delete what a run of Inara that was killed left half written; how many files. For the only one who runs. Blocks.

    Where a folder can't be reached now, say on a disk that is not there, its note waits for another start.
    """
    return sum(_swept(kept) for folder in (undo_dir, undo_dir / OFF_RECORD) for kept in folder.glob(".inara-*"))


def _swept(kept: Path) -> bool:
    if _NAME.fullmatch(kept.name):  # a copy that was being made
        return _deleted(kept)
    name = kept.name.removesuffix(_NOTE)
    if not _NAME.fullmatch(name) or name == kept.name:
        return False
    gone = False
    try:
        folder = Path(os.fsdecode(kept.read_bytes()))
        if not folder.is_absolute() or not folder.is_dir():
            return False
        gone = _deleted(folder / name)
        kept.unlink()
    except (OSError, ValueError):
        pass
    return gone


def _deleted(file: Path) -> bool:
    try:
        if stat.S_ISREG(file.lstat().st_mode):
            file.unlink()
            return True
    except FileNotFoundError:
        pass
    return False
