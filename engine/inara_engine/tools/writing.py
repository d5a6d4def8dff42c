"""`write_file`: a new file, or another text in the place of an old one."""

from __future__ import annotations

import hashlib
import os
import stat
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from inara_engine.errors import ToolError
from inara_engine.events import Action, Detail, Undo
from inara_engine.frozen import frozen
from inara_engine.messages import Capability, Risk
from inara_engine.tools.base import Tool, ToolContext, ToolOutput
from inara_engine.tools.effects import changed, put, status_in, write_into
from inara_engine.tools.failures import explained
from inara_engine.tools.half_written import half_written
from inara_engine.tools.paths import PATH_BYTES
from inara_engine.tools.protected import Guard
from inara_engine.tools.reading import PATH, read_up_to
from inara_engine.tools.risk import check_permitted, of_writing, refused
from inara_engine.tools.text import decode, diff, size
from inara_engine.tools.threads import in_thread
from inara_engine.tools.undo import keep_copy, mark
from inara_engine.tools.workspace import Place, Workspace, check_ordinary, identity, same_file

__all__ = ["Standing", "counted", "new_folders", "place_of_writing", "standing", "target_folder", "write_file"]

_CHARACTERS = 1_000_000
_COMPARED_BYTES = 2_000_000
_HASHED_BYTES = 64_000_000


class WriteFile(BaseModel):
    """Arguments of write_file."""

    model_config = ConfigDict(extra="forbid")
    path: str = Field(min_length=1, max_length=PATH_BYTES, description=PATH)
    content: str = Field(max_length=_CHARACTERS, description="The whole text of the file, written as it stands.")
    overwrite: bool = Field(
        False, description="True to replace a file that exists. Read it first: its old text is replaced whole."
    )


def write_file() -> Tool:
    """The tool that writes a text file."""
    return Tool(
        name="write_file",
        description=(
            "Write a text file: make a new one, or replace the whole text of one that exists. "
            "Missing folders are made. The person sees the change and is asked first."
        ),
        arguments=WriteFile,
        risk=Risk.REVERSIBLE,
        prepare=_prepare,
        run=_run,
        capabilities=frozenset({Capability.MUTATES}),
    )


@frozen
class Standing:
    """What stands where a file is to go: `facts` to keep and check again, and the nearest `folder` there is."""

    folder: Path
    facts: dict[str, str]


def standing(workspace: Workspace, place: Place) -> Standing:
    """Look at what is at `place`, and hash it if it is a file of ordinary size. Raises ToolError."""
    sha256 = ""
    if place.is_file:
        with workspace.file(place) as (opened, status), explained(place.shown):
            if identity(status) != identity(place.status):
                raise changed(place.shown)
            sha256 = hashed(opened) if status.st_size <= _HASHED_BYTES else ""
    folder, status = _nearest_folder(workspace, place)
    facts = {
        "path": str(place.path),
        "file": identity(place.status),
        "sha256": sha256,
        "folder": str(folder),
        "folder_file": same_file(status),
    }
    return Standing(folder, facts)


def hashed(opened: int) -> str:
    """SHA-256 of an open file from its start, hex. Blocks."""
    os.lseek(opened, 0, os.SEEK_SET)
    total = hashlib.sha256()
    while piece := os.read(opened, 1 << 20):
        total.update(piece)
    return total.hexdigest()


def place_of_writing(workspace: Workspace, given: str, facts: dict[str, str], *, follow_last: bool = True) -> Place:
    """The place again, right before the change. Raises ToolError where it or its file isn't that of `facts`."""
    place = workspace.locate(given, follow_last=follow_last)
    if str(place.path) != facts["path"] or place.guard is not Guard.OPEN:
        raise changed(place.shown)
    if identity(place.status) != facts["file"]:
        raise changed(place.shown)
    if facts["sha256"] and standing(workspace, place).facts["sha256"] != facts["sha256"]:
        raise changed(place.shown)
    return place


@contextmanager
def target_folder(workspace: Workspace, place: Place, facts: dict[str, str]) -> Generator[tuple[int, tuple[Undo, ...]]]:
    """The open folder that `place` goes into, missing ones made; how to take those back.

    Where the block fails, the folders made for it go again. Raises ToolError.
    """
    nearest = Path(facts["folder"])
    made: list[tuple[int, Path]] = []
    opened: list[int] = []
    with workspace.folder(place, nearest, readable=True) as here, explained(place.shown):
        if same_file(os.fstat(here)) != facts["folder_file"]:
            raise changed(place.shown)
        try:
            inside = here
            for path in new_folders(place.path, nearest):
                if _make_folder(inside, path.name):
                    made.append((inside, path))
                inside = os.open(path.name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=inside)
                opened.append(inside)
            yield inside, tuple(Undo(path=str(path), left=mark(status_in(folder, path.name))) for folder, path in made)
        except BaseException:
            for folder, path in reversed(made):
                try:
                    os.rmdir(path.name, dir_fd=folder)
                except OSError:  # somebody uses it by now
                    break
            raise
        finally:
            for folder in opened:
                os.close(folder)


def _make_folder(inside: int, name: str) -> bool:
    """Whether it was made; a sibling call of the same round may have been first, and then it is theirs."""
    try:
        os.mkdir(name, dir_fd=inside)
    except FileExistsError:
        return False
    return True


def new_folders(path: Path, nearest: Path) -> tuple[Path, ...]:
    """The folders between `nearest`, which exists, and `path`, outermost first."""
    return tuple(folder for folder in reversed(path.parents) if folder != nearest and nearest in folder.parents)


def counted(content: str) -> str:
    """How many lines a text has, in words."""
    lines = len(content.removesuffix("\n").split("\n")) if content else 0
    return "1 line" if lines == 1 else f"{lines:,} lines"


async def _prepare(context: ToolContext, arguments: WriteFile) -> Action:
    return await in_thread(lambda _: _look(context.workspace, arguments))


def _look(workspace: Workspace, arguments: WriteFile) -> Action:
    place = workspace.locate(arguments.path)
    content = arguments.content
    summary = f"Write {counted(content)} to {place.shown}"
    if denied := refused(place, summary, writes=True):
        return denied
    data = content.encode()
    details = [Detail(label="Path", value=str(place.path)), Detail(label="Size", value=size(len(data)))]
    preview, compared = content, False
    if place.status is not None:
        check_ordinary(place, place.status)
        if not arguments.overwrite:
            raise ToolError(
                f"{place.shown} exists already ({size(place.status.st_size)}).",
                next_step="Read it first; then use overwrite=true to replace it, or write to another name.",
            )
        summary = f"Replace {place.shown} with {counted(content)}"
        old_text, notes = _old(workspace, place, content)
        details += notes
        if (change := diff(old_text, content, place.path.name)) is not None:
            preview, compared = change, True
        else:
            details.append(Detail(label="Note", value="Too much changes to compare it. This is the whole new text."))
    found = standing(workspace, place)
    folders = new_folders(place.path, found.folder)
    if folders and place.root is None:
        raise ToolError(
            f"The folder {workspace.shown(place.path.parent)} doesn't exist.",
            next_step="Outside the granted folders none are made; use one that is there.",
        )
    details += (Detail(label="New folder", value=str(folder)) for folder in folders)
    judged = of_writing(place)
    return Action(
        summary=summary,
        details=(*details, *judged.details),
        preview=preview,
        preview_kind="none" if not preview else "diff" if compared else "text",
        risk=judged.risk,
        capabilities=judged.capabilities,
        facts=found.facts,
        paths=(str(place.path),),
    )


def _old(workspace: Workspace, place: Place, content: str) -> tuple[str, list[Detail]]:
    """The text that is replaced, and what a person should know of it."""
    with workspace.file(place) as (opened, status), explained(place.shown):
        data = read_up_to(opened, _COMPARED_BYTES + 1)
    notes = [Detail(label="Replaces", value=f"{size(status.st_size)}; a copy is kept, so it can be taken back")]
    if status.st_nlink > 1:
        notes.append(Detail(label="Note", value="The file has other names (hard links); they keep the old text."))
    if len(data) > _COMPARED_BYTES:
        return "", [*notes, Detail(label="Note", value="The old file is too large to show what changes in it.")]
    decoded = decode(data)
    if isinstance(decoded, str):
        return "", [*notes, Detail(label="Note", value=f"The old file is {decoded}, not text.")]
    for note in decoded.notes:
        if note == "Windows line ends" and "\r\n" in content:
            continue
        notes.append(Detail(label="Note", value=f"The old file is {note}; it becomes UTF-8 with the line ends given."))
    return decoded.text, notes


async def _run(context: ToolContext, arguments: WriteFile, action: Action) -> ToolOutput:
    return await in_thread(lambda stop: _write(context.workspace, arguments, action, stop), finish=True)


def _write(workspace: Workspace, arguments: WriteFile, action: Action, stop: threading.Event) -> ToolOutput:
    check_permitted(action)
    data = arguments.content.encode()
    place = place_of_writing(workspace, arguments.path, action.facts)
    old = place.status
    kept = ""
    with target_folder(workspace, place, action.facts) as (folder, made):
        if old is not None:
            with workspace.file(place) as (opened, _):
                kept = str(keep_copy(workspace, opened, place.path.name))
        if stop.is_set():
            raise ToolError("It was stopped before anything was written.")
        try:
            with half_written(workspace.undo_dir, place.path.parent) as half:
                put(
                    folder,
                    place.path.name,
                    write_into(data),
                    half=half,
                    expected=identity(old),
                    shown=place.shown,
                    mode=stat.S_IMODE(old.st_mode) if old else None,
                    owner=(old.st_uid, old.st_gid) if old else None,
                )
        except BaseException:
            if kept:
                Path(kept).unlink(missing_ok=True)
            raise
        written = status_in(folder, place.path.name)
    amount = size(written.st_size if written else len(data))
    return ToolOutput(
        f"Wrote {counted(arguments.content)} ({amount}) to {place.shown}.",
        undo=(*made, Undo(path=str(place.path), copy_path=kept, left=mark(written))),
    )


def _nearest_folder(workspace: Workspace, place: Place) -> tuple[Path, os.stat_result]:
    for folder in place.path.parents:
        try:
            status = folder.lstat()
        except OSError:  # not there, or no permission to look: then the one above decides
            continue
        if stat.S_ISDIR(status.st_mode):
            return folder, status
        raise ToolError(f"{workspace.shown(folder)} is not a folder.", next_step="Use another name or folder.")
    raise ToolError(f"Nothing leads to {place.shown}.", next_step="Use another folder.")
