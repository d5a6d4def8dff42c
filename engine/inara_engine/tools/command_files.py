"""The files of code that a command names: what a person agrees to is what stood in them when they were asked.

A model may write such a file while its own question about running it waits. Text that programs only read is left
alone: a log that grows would be asked about for ever.
"""

from __future__ import annotations

import os
import re
import stat
from itertools import chain, islice
from pathlib import Path

from inara_engine.tools.workspace import identity

__all__ = ["code_in"]

_MOST = 2000  # names that are looked at
_CODE = frozenset(
    {
        *(".py", ".pyw", ".sh", ".bash", ".zsh", ".fish", ".js", ".mjs", ".cjs", ".ts", ".rb", ".pl", ".pm", ".php"),
        *(".lua", ".tcl", ".r", ".jl", ".awk", ".sed", ".ps1", ".sql", ".mk", ".cmake", ".gradle", ".jar", ".nix"),
    }
)
_BETWEEN = re.compile(r"[\s'\"`;&|<>()=,:{}$]+")


def code_in(words: tuple[str, ...], folder: Path, home: Path) -> str:
    """Each file named behind the program that could be run as code, with its identity; "" where there is none. Blocks.

    `folder` is where the command runs. A shell line, and an option with its value, are looked through for names.
    """
    names = chain.from_iterable((word, *_BETWEEN.split(word)) for word in words[1:])
    found = dict.fromkeys(islice((name for name in names if _may_be(name)), _MOST))
    states = ((name, _identity(home / name[2:] if name.startswith("~/") else folder / name)) for name in found)
    return "\n".join(f"{name} {state}" for name, state in states if state)


def _may_be(name: str) -> bool:
    return 0 < len(name) < 4096 and "\0" not in name and ("/" in name or os.path.splitext(name)[1].lower() in _CODE)  # noqa: PTH122 - of 100,000 pieces


def _identity(path: Path) -> str:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return ""
    runs = path.suffix.lower() in _CODE or status.st_mode & 0o111
    return identity(status) if runs and stat.S_ISREG(status.st_mode) else ""
