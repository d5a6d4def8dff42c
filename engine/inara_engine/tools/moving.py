"""`move_file` and `delete_file`: a file under another name, or away."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from inara_engine.dates import minute
from inara_engine.errors import ToolError
from inara_engine.events import Action, Detail, Undo
from inara_engine.messages import Capability, Risk
from inara_engine.tools.base import Tool, ToolContext, ToolOutput
from inara_engine.tools.effects import changed, move, status_in
from inara_engine.tools.failures import explained
from inara_engine.tools.half_written import half_written
from inara_engine.tools.paths import PATH_BYTES
from inara_engine.tools.reading import PATH
from inara_engine.tools.risk import check_permitted, is_sensitive, of_writing, refused
from inara_engine.tools.text import size
from inara_engine.tools.threads import in_thread
from inara_engine.tools.undo import keep_copy, mark, take_away
from inara_engine.tools.workspace import Place, Workspace, check_ordinary, identity, same_file
from inara_engine.tools.writing import new_folders, place_of_writing, standing, target_folder

__all__ = ["delete_file", "move_file"]

_MUTATES = frozenset({Capability.MUTATES})


class MoveFile(BaseModel):
    """Arguments of move_file."""

    model_config = ConfigDict(extra="forbid")
    source: str = Field(min_length=1, max_length=PATH_BYTES, description=f"The file to move or rename. {PATH}")
    target: str = Field(
        min_length=1, max_length=PATH_BYTES, description="Its new path, or the folder to move it into under its name."
    )
    overwrite: bool = Field(False, description="True to replace a file that stands there already.")


class DeleteFile(BaseModel):
    """Arguments of delete_file."""

    model_config = ConfigDict(extra="forbid")
    path: str = Field(min_length=1, max_length=PATH_BYTES, description=PATH)


def move_file() -> Tool:
    """The tool that moves or renames one file."""
    return Tool(
        name="move_file",
        description=(
            "Move or rename one file. Missing folders are made; a file that is there already is only replaced "
            "with overwrite=true. Folders can't be moved with it. The person is asked first."
        ),
        arguments=MoveFile,
        risk=Risk.REVERSIBLE,
        prepare=_prepare_move,
        run=_run_move,
        capabilities=_MUTATES,
    )


def delete_file() -> Tool:
    """The tool that deletes one file, keeping a copy for undo."""
    return Tool(
        name="delete_file",
        description="Delete one file. Folders can't be deleted with it. The person is always asked first.",
        arguments=DeleteFile,
        risk=Risk.IRREVERSIBLE,
        prepare=_prepare_delete,
        run=_run_delete,
        capabilities=_MUTATES,
    )


async def _prepare_move(context: ToolContext, arguments: MoveFile) -> Action:
    return await in_thread(lambda _: _look_at_move(context.workspace, arguments))


async def _prepare_delete(context: ToolContext, arguments: DeleteFile) -> Action:
    return await in_thread(lambda _: _look_at_delete(context.workspace, arguments))


async def _run_move(context: ToolContext, arguments: MoveFile, action: Action) -> ToolOutput:
    return await in_thread(lambda stop: _move(context.workspace, arguments, action, stop), finish=True)


async def _run_delete(context: ToolContext, arguments: DeleteFile, action: Action) -> ToolOutput:
    return await in_thread(lambda stop: _delete(context.workspace, arguments, action, stop), finish=True)


def _look_at_move(workspace: Workspace, arguments: MoveFile) -> Action:
    source = workspace.locate(arguments.source, follow_last=False)
    target = _target(workspace, arguments.target, source)
    summary = f"Move {source.shown} to {target.shown}"
    if denied := refused(source, summary, writes=True) or refused(target, summary, writes=True):
        return denied
    status = _check_source(source)
    if target.status is not None:
        check_ordinary(target, target.status)
        if same_file(status) == same_file(target.status):
            raise ToolError(f"{source.shown} and {target.shown} are the same file.", next_step="Use another name.")
        if not arguments.overwrite:
            raise ToolError(
                f"{target.shown} exists already.", next_step="Use another name, or overwrite=true to replace it."
            )
        summary = f"{summary}, replacing what is there"
    leaving, arriving = standing(workspace, source), standing(workspace, target)
    folders = new_folders(target.path, arriving.folder)
    if folders and target.root is None:
        raise ToolError(
            f"The folder {workspace.shown(target.path.parent)} doesn't exist.",
            next_step="Outside the granted folders none are made; use one that is there.",
        )
    taken, put_there = of_writing(source), of_writing(target)
    unmasked = is_sensitive(source.path) and not is_sensitive(target.path)
    details = [
        Detail(label="From", value=str(source.path)),
        Detail(label="To", value=str(target.path)),
        *(Detail(label="New folder", value=str(folder)) for folder in folders),
        *dict.fromkeys((*taken.details, *put_there.details)),
    ]
    if unmasked:
        details.append(
            Detail(label="Note", value="Such files often hold secrets; under its new name it is read unasked.")
        )
    if target.status is not None:
        details.append(Detail(label="Replaces", value=f"{size(target.status.st_size)}; a copy is kept"))
    return Action(
        summary=summary,
        details=tuple(details),
        risk=Risk.IRREVERSIBLE if unmasked or target.status is not None else max(taken.risk, put_there.risk),
        capabilities=_MUTATES | put_there.capabilities,
        facts={
            **{f"source_{name}": fact for name, fact in leaving.facts.items()},
            **{f"target_{name}": fact for name, fact in arriving.facts.items()},
        },
        paths=(str(source.path), str(target.path)),
    )


def _look_at_delete(workspace: Workspace, arguments: DeleteFile) -> Action:
    place = workspace.locate(arguments.path, follow_last=False)
    summary = f"Delete {place.shown}"
    if denied := refused(place, summary, writes=True):
        return denied
    status = _check_source(place)
    judged = of_writing(place)
    return Action(
        summary=summary,
        details=(
            Detail(label="Path", value=str(place.path)),
            Detail(label="Size", value=size(status.st_size)),
            Detail(label="Last changed", value=minute(status.st_mtime)),
            Detail(label="Undo", value="A copy is kept, so it can be taken back."),
            *judged.details,
        ),
        risk=Risk.IRREVERSIBLE,
        capabilities=_MUTATES,
        facts=standing(workspace, place).facts,
        paths=(str(place.path),),
    )


def _move(workspace: Workspace, arguments: MoveFile, action: Action, stop: threading.Event) -> ToolOutput:
    check_permitted(action)
    leaving, arriving = _part(action.facts, "source_"), _part(action.facts, "target_")
    source = place_of_writing(workspace, arguments.source, leaving, follow_last=False)
    target = place_of_writing(workspace, arriving["path"], arriving)
    undo: list[Undo] = []
    with (
        workspace.folder(source, source.path.parent, readable=True) as taken_from,
        target_folder(workspace, target, arriving) as (folder, made),
        explained(source.shown),
    ):
        if same_file(os.fstat(taken_from)) != leaving["folder_file"]:
            raise changed(source.shown)
        undo += made
        if target.status is not None:
            with workspace.file(target) as (opened, _):
                kept = str(keep_copy(workspace, opened, target.path.name))
            undo.append(Undo(path=str(target.path), copy_path=kept, left=mark(None)))
        if stop.is_set():
            raise ToolError("It was stopped before anything was moved.")
        with half_written(workspace.undo_dir, target.path.parent) as half:
            move(
                taken_from,
                source.path.name,
                folder,
                target.path.name,
                half=half,
                expected=identity(target.status),
                shown=target.shown,
            )
        arrived = mark(status_in(folder, target.path.name))
    undo.append(Undo(path=str(source.path), moved_to=str(target.path), left=arrived))
    return ToolOutput(f"Moved {source.shown} to {target.shown}.", undo=tuple(undo))


def _delete(workspace: Workspace, arguments: DeleteFile, action: Action, stop: threading.Event) -> ToolOutput:
    check_permitted(action)
    place = place_of_writing(workspace, arguments.path, action.facts, follow_last=False)
    if stop.is_set():
        raise ToolError("It was stopped before anything was deleted.")
    with workspace.folder(place, place.path.parent, readable=True) as folder, explained(place.shown):
        if same_file(os.fstat(folder)) != action.facts["folder_file"]:
            raise changed(place.shown)
        copy = take_away(workspace, folder, place.path.name, expected=action.facts["file"], shown=place.shown)
    return ToolOutput(
        f"Deleted {place.shown}.", undo=(Undo(path=str(place.path), copy_path=str(copy), left=mark(None)),)
    )


def _target(workspace: Workspace, given: str, source: Place) -> Place:
    target = workspace.locate(given)
    if target.is_folder:
        return workspace.locate(str(Path(given) / source.path.name))
    return target


def _check_source(place: Place) -> os.stat_result:
    if place.status is None:
        raise ToolError(f"There is no {place.shown}.", next_step="list_files shows what is there.")
    if not place.is_file and not place.is_folder:
        raise ToolError(
            f"{place.shown} is a link or not an ordinary file.", next_step="Name the file itself, not a link to it."
        )
    check_ordinary(place, place.status)
    return place.status


def _part(facts: dict[str, str], prefix: str) -> dict[str, str]:
    return {name.removeprefix(prefix): fact for name, fact in facts.items() if name.startswith(prefix)}
