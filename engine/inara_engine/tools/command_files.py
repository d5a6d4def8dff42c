"""The files of code that a command names: what a person agrees to is what stood in them when they were asked.

A model may write such a file while its own question about running it waits. Text that programs only read is left
alone: a log that grows would be asked about for ever. But what is named beside an interpreter counts, whatever it is
called. A shell can put a name together in ways that nobody sees from outside (`r*`, `$(cat name)`): those are not
followed.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from inara_engine.errors import ToolError
from inara_engine.tools.workspace import identity

__all__ = ["code_in"]

_MOST = 20_000  # names that are looked at
_MOST_FOLDERS = 16  # where each of them is looked for
_CODE = frozenset(
    {
        *(".py", ".pyw", ".sh", ".bash", ".zsh", ".fish", ".js", ".mjs", ".cjs", ".ts", ".rb", ".pl", ".pm", ".php"),
        *(".lua", ".tcl", ".r", ".jl", ".awk", ".sed", ".ps1", ".sql", ".mk", ".cmake", ".gradle", ".jar", ".nix"),
    }
)
_INTERPRETER = re.compile(
    r"(?:[a-z]{0,3}sh|pwsh|source|\.|(?:python|pypy|perl|ruby|php|lua|node|tclsh)[\d.]*|nodejs|deno|bun|luajit|wish|expect"
    r"|R|Rscript|julia|[gmn]?awk|g?sed|g?make|ninja|just|java|guile|emacs|vim?|gdb|sqlite3|psql|mysql|xargs|parallel"
    r"|busybox|crontab|at|batch)"
)
_GOES = frozenset({"cd", "pushd", "-C", "--chdir", "--directory"})  # what follows is the folder of what comes then
_NEXT = re.compile(r"[;\n]|\|\||(?<![<>])&&?")  # ends a pipeline
_BETWEEN = re.compile(r"[\s'\"`;&|<>()=,:{}$]+")


def code_in(words: tuple[str, ...], folder: Path, home: Path) -> str:
    """Each file named behind the program that could be run as code, with its identity; "" where there is none. Blocks.

    `folder` is where the command runs. A shell line, and an option with its value, are looked through for names.
    Raises ToolError where there are more names than can be looked at.
    """
    named: dict[str, bool] = {}  # whether an interpreter is beside it
    folders, goes = [folder], False
    for piece, run in _pieces(words):
        if goes:
            folders = [*folders, *(at / piece for at in folders)][:_MOST_FOLDERS]
        goes = piece in _GOES
        if _may_be(piece, run=run):
            named[piece] = run or named.get(piece, False)
            if len(named) > _MOST:
                raise ToolError(
                    f"The command names over {_MOST:,} files, too many to see which of them it would run.",
                    next_step="Split it up, or name their folder.",
                )
    states = (
        (name, _identity(at / name.removeprefix("~/"), run=run))
        for name, run in named.items()
        for at in ([home] if name.startswith("~/") else folders)
    )
    return "\n".join(f"{name} {state}" for name, state in states if state)


def _pieces(words: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """Whatever in a command may be a name, and whether it is in one pipeline, or one call, with an interpreter."""
    interpreted = _interprets(words[0])
    for word in words[1:]:
        yield word, interpreted
        for pipeline in _NEXT.split(word):
            pieces = _BETWEEN.split(pipeline)
            run = (interpreted and word.startswith("-")) or any(map(_interprets, pieces))
            for piece in pieces:
                yield piece, run
        interpreted = interpreted or _interprets(word)


def _interprets(word: str) -> bool:
    return _INTERPRETER.fullmatch(word, word.rfind("/") + 1) is not None


def _may_be(name: str, *, run: bool) -> bool:
    return 0 < len(name) < 4096 and "\0" not in name and (run or "/" in name or _ending(name) in _CODE)


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - of 100,000 pieces


def _identity(path: Path, *, run: bool) -> str:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return ""
    runs = run or _ending(path.name) in _CODE or status.st_mode & 0o111
    return identity(status) if runs and stat.S_ISREG(status.st_mode) else ""
