"""`list_files` and `read_file`: looking, nothing else."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from inara_engine.dates import minute
from inara_engine.errors import ToolError
from inara_engine.events import Action, Detail
from inara_engine.messages import Risk
from inara_engine.tools.base import Tool, ToolContext, ToolOutput
from inara_engine.tools.effects import changed
from inara_engine.tools.failures import explained
from inara_engine.tools.listing import Entry, entered, entries
from inara_engine.tools.paths import PATH_BYTES, printable
from inara_engine.tools.protected import Guard
from inara_engine.tools.risk import FILE_READS, check_permitted, of_reading, refused
from inara_engine.tools.text import decode, size
from inara_engine.tools.threads import in_thread
from inara_engine.tools.workspace import Place, Workspace, same_file

__all__ = ["PATH", "list_files", "place_of_reading", "prepare_reading", "read_file"]

PATH = (
    "Path of the file or folder. Relative paths start in the first granted folder; "
    "~/ is the person's home. Paths outside the granted folders need the person's consent."
)
_ENTRIES = 500
_SCANNED = 20_000  # per folder, so that sorting sees them all in any ordinary one
_FILE_BYTES = 16_000_000
_CHARACTERS = 40_000


class ListFiles(BaseModel):
    """Arguments of list_files."""

    model_config = ConfigDict(extra="forbid")
    path: str = Field("", max_length=PATH_BYTES, description=f"{PATH} Empty for the first granted folder.")
    depth: int = Field(1, ge=1, le=5, description="How many levels of folders to show: 1 is the folder's own entries.")


class ReadFile(BaseModel):
    """Arguments of read_file."""

    model_config = ConfigDict(extra="forbid")
    path: str = Field(min_length=1, max_length=PATH_BYTES, description=PATH)
    offset: int = Field(1, ge=1, description="The first line to read, counted from 1.")
    limit: int = Field(500, ge=1, le=5000, description="How many lines to read.")


def list_files() -> Tool:
    """The tool that shows what is in a folder."""
    return Tool(
        name="list_files",
        description=(
            "List the files and folders in a folder, with sizes and dates. Use it to find out which files "
            "exist before reading or writing one. Folders end in a slash."
        ),
        arguments=ListFiles,
        risk=Risk.READS,
        prepare=_prepare_list,
        run=_list,
        capabilities=FILE_READS,
        repeatable=True,
    )


def read_file() -> Tool:
    """The tool that reads a text file."""
    return Tool(
        name="read_file",
        description=(
            "Read a text file and get its text. A long file comes in pieces: the last line says how to go on. "
            "Pictures, PDF and other binary files can't be read with it."
        ),
        arguments=ReadFile,
        risk=Risk.READS,
        prepare=_prepare_read,
        run=_read,
        capabilities=FILE_READS,
        repeatable=True,
    )


def prepare_reading(
    workspace: Workspace, given: str, summary: str, *, folder: bool, may_be_missing: bool = False
) -> Action:
    """The action of looking at a file or folder; `summary` has "{}" where the place stands. Raises ToolError.

    `may_be_missing`: a granted folder that nobody has made yet is as good as an empty one.
    """
    place = workspace.locate(given)
    summary = summary.format(place.shown)
    if denied := refused(place, summary, writes=False):
        return denied
    if not (may_be_missing and _is_unmade_root(place)):
        _check_there(place, folder=folder)
    judged = of_reading(place)
    return Action(
        summary=summary,
        details=(Detail(label="Path", value=str(place.path)), *judged.details),
        risk=judged.risk,
        capabilities=judged.capabilities,
        facts={"path": str(place.path), "file": same_file(place.status) if place.status else ""},
        paths=(str(place.path),),
    )


def place_of_reading(workspace: Workspace, given: str, action: Action) -> Place:
    """The place again, right before it is opened. Raises ToolError where it isn't the one of the action."""
    check_permitted(action)
    place = workspace.locate(given)
    if str(place.path) != action.facts["path"] or place.guard is Guard.NO_ACCESS:
        raise changed(place.shown)
    return place


async def _prepare_list(context: ToolContext, arguments: ListFiles) -> Action:
    return await in_thread(
        lambda _: prepare_reading(
            context.workspace, arguments.path, "List the files in {}", folder=True, may_be_missing=True
        )
    )


async def _prepare_read(context: ToolContext, arguments: ReadFile) -> Action:
    return await in_thread(lambda _: prepare_reading(context.workspace, arguments.path, "Read {}", folder=False))


async def _list(context: ToolContext, arguments: ListFiles, action: Action) -> ToolOutput:
    def work(stop: threading.Event) -> ToolOutput:
        place = place_of_reading(context.workspace, arguments.path, action)
        if not action.facts["file"] and _is_unmade_root(place):
            return ToolOutput(
                f"{place.shown}/\n(empty: nobody has made this granted folder yet; writing a file makes it)"
            )
        listing = _Listing(place, stop)
        with context.workspace.folder(place, readable=True) as folder, explained(place.shown):
            if same_file(os.fstat(folder)) != action.facts["file"]:
                raise changed(place.shown)
            listing.add(folder, place.path, arguments.depth, indent="")
        return ToolOutput(listing.text(_other_roots(context.workspace, arguments.path)))

    return await in_thread(work)


class _Listing:
    """The lines of a listing, up to a cap."""

    def __init__(self, place: Place, stop: threading.Event) -> None:
        self._place = place
        self._stop = stop
        self._lines: list[str] = []
        self._not_shown = 0
        self._protected = 0

    def add(self, folder: int, path: Path, depth: int, indent: str) -> None:
        found, protected = entries(folder, path, self._place.now, at_most=_SCANNED)
        self._protected += protected
        for entry in sorted(found, key=lambda entry: not entry.is_folder):
            if len(self._lines) >= _ENTRIES or self._stop.is_set():
                self._not_shown += 1
                continue
            self._lines.append(indent + _line(entry, folder))
            if entry.is_folder and depth > 1:
                try:
                    with entered(folder, entry) as inside:
                        self.add(inside, entry.path, depth - 1, indent + "  ")
                except OSError:
                    self._lines.append(f"{indent}  (no permission to look inside)")

    def text(self, other_roots: str) -> str:
        lines = [f"{self._place.shown}/", *(self._lines or ["(empty)"])]
        if self._not_shown:
            lines.append(f"… and {self._not_shown} more; list a folder in it, or use search_files with a name.")
        if self._protected:
            lines.append(f"({self._protected} protected entries are not shown.)")
        if other_roots:
            lines.append(other_roots)
        return "\n".join(lines)


def _line(entry: Entry, folder: int) -> str:
    name = printable(entry.name)
    date = minute(entry.status.st_mtime)
    if entry.is_folder:
        return f"{name}/  ({date})"
    if entry.is_link:
        try:
            return f"{name} -> {printable(os.readlink(entry.name, dir_fd=folder))}  (a link)"
        except OSError:
            return f"{name}  (a link)"
    if not entry.is_file:
        return f"{name}  (not an ordinary file)"
    return f"{name}  ({size(entry.status.st_size)}, {date})"


def _other_roots(workspace: Workspace, given: str) -> str:
    if given or len(workspace.roots) < 2:
        return ""
    return "Other granted folders: " + ", ".join(workspace.shown(root) for root in workspace.roots[1:])


async def _read(context: ToolContext, arguments: ReadFile, action: Action) -> ToolOutput:
    def work(_: threading.Event) -> ToolOutput:
        place = place_of_reading(context.workspace, arguments.path, action)
        with context.workspace.file(place) as (opened, status), explained(place.shown):
            if same_file(status) != action.facts["file"]:
                raise changed(place.shown)
            data = read_up_to(opened, _FILE_BYTES + 1)
        return ToolOutput(_excerpt(data, place.shown, arguments.offset, arguments.limit))

    return await in_thread(work)


def read_up_to(opened: int, count: int) -> bytes:
    """At most `count` bytes of an open file. Blocks. Raises OSError."""
    pieces: list[bytes] = []
    while count > 0 and (piece := os.read(opened, min(count, 1 << 20))):
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)


def _excerpt(data: bytes, shown: str, offset: int, limit: int) -> str:
    if len(data) > _FILE_BYTES:
        raise ToolError(
            f"{shown} is larger than {size(_FILE_BYTES)}.", next_step="search_files finds the lines you need in it."
        )
    decoded = decode(data)
    if isinstance(decoded, str):
        raise ToolError(f"{shown} is {decoded}, not text ({size(len(data))}).", next_step="Use a text file.")
    if not decoded.text:
        return "[The file is empty.]"
    lines = decoded.text.removesuffix("\n").split("\n")
    if offset > len(lines):
        raise ToolError(f"{shown} has only {len(lines)} lines.", next_step=f"Use an offset up to {len(lines)}.")
    taken: list[str] = []
    characters = 0
    for line in lines[offset - 1 : offset - 1 + limit]:
        if taken and characters + len(line) > _CHARACTERS:
            break
        taken.append(line if len(line) <= _CHARACTERS else _cut(line))
        characters += len(line) + 1
    last = offset - 1 + len(taken)
    notes = list(decoded.notes)
    if offset > 1 or last < len(lines):
        on = f"; go on with offset={last + 1}" if last < len(lines) else ""
        notes.insert(0, f"lines {offset} to {last} of {len(lines)}{on}")
    return "\n".join([*taken, f"[{'; '.join(notes)}]"] if notes else taken)


def _cut(line: str) -> str:
    return f"{line[:_CHARACTERS]} [… {len(line) - _CHARACTERS} more characters of this line are not shown]"


def _is_unmade_root(place: Place) -> bool:
    return place.status is None and place.root is not None and place.path == place.root


def _check_there(place: Place, *, folder: bool) -> None:
    if place.status is None:
        if _is_unmade_root(place):
            raise ToolError(
                f"The granted folder {place.shown} doesn't exist yet.",
                next_step="The person can make it, or grant another under [workspace] roots in the settings.",
            )
        raise ToolError(f"There is no {place.shown}.", next_step="list_files shows what is there.")
    if folder and not place.is_folder:
        raise ToolError(f"{place.shown} is not a folder.", next_step="read_file reads a file.")
    if not folder and place.is_folder:
        raise ToolError(f"{place.shown} is a folder.", next_step="list_files shows what is in it.")
    if not folder and not place.is_file:
        raise ToolError(
            f"{place.shown} is not an ordinary file (a pipe, socket or device).", next_step="Use an ordinary file."
        )
