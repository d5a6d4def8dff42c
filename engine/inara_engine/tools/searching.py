"""`search_files`: find files by name, by words in them, or both."""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Iterator
from fnmatch import translate
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from inara_engine.errors import ToolError
from inara_engine.events import Action, Detail
from inara_engine.memory.text import one_line
from inara_engine.messages import Risk
from inara_engine.tools.base import Tool, ToolContext, ToolOutput
from inara_engine.tools.effects import changed
from inara_engine.tools.failures import explained
from inara_engine.tools.listing import Entry, entered, entries
from inara_engine.tools.paths import PATH_BYTES, printable
from inara_engine.tools.reading import PATH, place_of_reading, prepare_reading
from inara_engine.tools.risk import FILE_READS, is_sensitive
from inara_engine.tools.text import is_binary
from inara_engine.tools.threads import in_thread
from inara_engine.tools.workspace import Place, Workspace, check_ordinary, same_file

__all__ = ["search_files"]

_MATCHES = 100
_MATCHES_PER_FILE = 10
_LINE = 200
_VISITED = 100_000
_BYTES = 256_000_000
_FILE_BYTES = 16_000_000
_SECONDS = 15.0
_LEVELS = 40
_SLICE = 1 << 16
_SKIPPED = frozenset({".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", ".cache", ".tox"})
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


class SearchFiles(BaseModel):
    """Arguments of search_files."""

    model_config = ConfigDict(extra="forbid")
    path: str = Field("", max_length=PATH_BYTES, description=f"Where to search, below it too. {PATH}")
    name: str = Field(
        "", max_length=200, description='Only files of such a name, e.g. "*.md"; without * any name containing it.'
    )
    text: str = Field(
        "", max_length=500, description="Only files with a line that contains this text; case is ignored."
    )


def search_files() -> Tool:
    """The tool that finds files."""
    return Tool(
        name="search_files",
        description=(
            "Find files below a folder by name, by text in them, or both. Gives the paths, and for text the "
            "lines with their numbers. It looks for the text as it stands, not for a pattern or a meaning."
        ),
        arguments=SearchFiles,
        risk=Risk.READS,
        prepare=_prepare,
        run=_run,
        capabilities=FILE_READS,
        repeatable=True,
    )


async def _prepare(context: ToolContext, arguments: SearchFiles) -> Action:
    if not arguments.name and not arguments.text:
        raise ToolError("There is nothing to search for.", next_step="Give a name, a text, or both.")
    words = one_line(arguments.text or arguments.name, 100)
    action = await in_thread(
        lambda _: prepare_reading(context.workspace, arguments.path, "Search the files in {}", folder=True)
    )
    wanted = [Detail(label="Name", value=arguments.name)] if arguments.name else []
    if arguments.text:
        wanted.append(Detail(label="Text", value=arguments.text))
    return action.model_copy(
        update={"summary": f"{action.summary} for “{words}”", "details": (*action.details, *wanted)}
    )


async def _run(context: ToolContext, arguments: SearchFiles, action: Action) -> ToolOutput:
    def work(stop: threading.Event) -> ToolOutput:
        place = place_of_reading(context.workspace, arguments.path, action)
        search = _Search(context.workspace, place, arguments, stop)
        with context.workspace.folder(place, readable=True) as folder, explained(place.shown):
            if same_file(os.fstat(folder)) != action.facts["file"]:
                raise changed(place.shown)
            search.folder(folder, place.path, level=0)
        return ToolOutput(search.report())

    return await in_thread(work)


class _Search:
    """One search: what it wants, what it found, and why it stopped early, if it did."""

    def __init__(self, workspace: Workspace, place: Place, wanted: SearchFiles, stop: threading.Event) -> None:
        self._workspace = workspace
        self._place = place
        self._text = wanted.text.casefold()
        self._name = _Name(wanted.name)
        self._stop = stop
        self._until = time.monotonic() + _SECONDS
        self._found: list[str] = []
        self._visited = 0
        self._bytes = 0
        self._skipped: set[str] = set()
        self._sensitive = 0
        self._ended = ""

    def folder(self, folder: int, path: Path, level: int) -> None:
        """Search an open folder and what is below it."""
        found, _ = entries(folder, path, self._place.now, at_most=_VISITED)
        for entry in found:
            if self._at_an_end():
                return
            self._visited += 1
            if entry.is_folder:
                self._enter(folder, entry, level)
            elif entry.is_file and self._name.fits(entry.path, self._place.path):
                self._file(folder, entry)

    def report(self) -> str:
        """What the model is told."""
        lines = list(self._found) or ["Nothing was found."]
        if self._ended:
            lines.append(f"[Ended early: {self._ended}. Search a smaller folder or for something rarer.]")
        if self._skipped:
            lines.append(f"[Not searched: folders named {', '.join(sorted(self._skipped))}.]")
        if self._sensitive:
            lines.append(f"[Not searched: {self._sensitive} files whose names suggest secrets.]")
        return "\n".join(lines)

    def _enter(self, folder: int, entry: Entry, level: int) -> None:
        if entry.name in _SKIPPED:
            self._skipped.add(entry.name)
            return
        if level >= _LEVELS:
            return
        try:
            with entered(folder, entry) as inside:
                self.folder(inside, entry.path, level + 1)
        except OSError:  # no permission, or gone meanwhile
            return

    def _file(self, folder: int, entry: Entry) -> None:
        shown = self._workspace.shown(entry.path)
        if not self._text:
            self._found.append(shown)
        elif is_sensitive(entry.path):
            self._sensitive += 1
        elif entry.status.st_size <= _FILE_BYTES:
            for count, (number, line) in enumerate(self._lines(folder, entry)):
                if count >= _MATCHES_PER_FILE:
                    self._found.append(f"{shown}: more lines match")
                    return
                self._found.append(f"{shown}:{number}: {printable(line.strip()[:_LINE])}")

    def _lines(self, folder: int, entry: Entry) -> Iterator[tuple[int, str]]:
        """The matching lines of a file with their numbers, read in slices so that the thread stays polite."""
        try:
            opened = os.open(entry.name, _FILE, dir_fd=folder)
        except OSError:
            return
        with os.fdopen(opened, "rb") as file:
            try:
                check_ordinary(self._place, os.fstat(opened))
            except ToolError:  # swapped since it was listed
                return
            number = 1
            while not self._at_an_end() and (piece := file.read(_SLICE)):
                piece += file.readline(_SLICE)
                self._bytes += len(piece)
                if is_binary(piece):
                    return
                block = piece.decode("utf-8", "replace")
                if self._text in block.casefold():
                    for at, line in enumerate(block.split("\n")):
                        if self._text in line.casefold():
                            yield number + at, line
                number += block.count("\n")

    def _at_an_end(self) -> bool:
        if self._stop.is_set():
            self._ended = "it was stopped"
        elif len(self._found) >= _MATCHES:
            self._ended = f"{_MATCHES} matches are enough"
        elif self._visited >= _VISITED or self._bytes >= _BYTES:
            self._ended = f"{self._visited} files were looked at"
        elif time.monotonic() > self._until:
            self._ended = f"it took longer than {_SECONDS:.0f} s"
        return bool(self._ended)


class _Name:
    """A wanted name: a glob of the name, or of the path below the searched folder where it has a slash."""

    def __init__(self, wanted: str) -> None:
        wanted = wanted.casefold()
        self._whole_path = "/" in wanted
        if not any(sign in wanted for sign in "*?["):
            wanted = f"*{wanted}*"
        self._pattern = re.compile(translate(wanted))

    def fits(self, path: Path, below: Path) -> bool:
        name = str(path.relative_to(below)) if self._whole_path else path.name
        return self._pattern.match(name.casefold()) is not None
