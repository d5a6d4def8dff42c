"""`inara sessions`: conversations, listed, found, read, kept, put away and brought in."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from inara_engine.cli import terminal
from inara_engine.cli.importing import bring_in
from inara_engine.cli.watching import DONE
from inara_engine.errors import NotFound, UserError
from inara_engine.face import Face, Position, SessionSummary

__all__ = ["run", "the_session"]

PAGE = 500  # sessions read at once: the first are printed before the last are read


async def run(engine: Face, options: argparse.Namespace) -> int:
    """Run a verb; its exit status."""
    shelf = engine.shelf
    match options.verb:
        case "show" if options.json:
            terminal.document(await engine.export_session(options.session, "json"))
        case "show":
            terminal.written(await engine.export_session(options.session, "md"))
        case "export":
            terminal.document(await engine.export_session(options.session, options.format))
        case "import" if options.content is None:
            for session in await bring_in(engine, options.file):
                _print_id(session, as_json=options.json)
        case "import":
            _print_id(await engine.import_session(options.content), as_json=options.json)
        case "delete":
            await shelf.delete(options.sessions)
        case "trash":
            await shelf.trash(options.sessions)
        case "restore":
            await shelf.restore(options.sessions)
        case "empty-trash":
            deleted = await shelf.empty_trash()
            if options.json:
                terminal.lines([{"deleted": deleted}])
            else:
                terminal.line(str(deleted))
        case "pin" | "unpin":
            await shelf.pin(options.sessions, options.verb == "pin")
        case "move":
            await shelf.move(options.sessions, options.folder)
        case "rename":
            await engine.rename_session(options.session, options.title)
        case "duplicate":
            _print_id(await shelf.duplicate(options.session), as_json=options.json)
        case "folders":
            await _list_folders(engine, as_json=options.json)
        case "search":
            await _search(engine, " ".join(options.text), as_json=options.json)
        case _:
            await _list(engine, options)
    return DONE


async def the_session(engine: Face, session: str) -> SessionSummary:
    """The conversation with this id. Raises NotFound."""
    for row in await engine.shelf.rows([session]):
        return row
    raise NotFound(f"There is no session {session}.", next_step="`inara sessions list` shows them.")


def _print_id(session: str, *, as_json: bool) -> None:
    if as_json:
        terminal.lines([{"session_id": session}])
    else:
        terminal.line(session)


async def _list(engine: Face, options: argparse.Namespace) -> None:
    left: int = options.limit or 1_000_000_000
    before: Position | None = None
    if options.before:
        before = await _position(engine, options.before)
    listed = 0
    while left > 0:
        sessions = await engine.shelf.page(min(left, PAGE), before, options.folder, None, options.trash)
        if not sessions:
            break
        _print(sessions, as_json=options.json)
        listed += len(sessions)
        left -= len(sessions)
        last = sessions[-1]
        before = Position(last.trashed_at or last.updated_at, last.id, last.pinned)
    if not listed:
        await _check_folder(engine, options.folder)
        if not options.json:
            terminal.note(_none_listed(options))


async def _check_folder(engine: Face, folder: str | None) -> None:
    """Raises NotFound where there is no such folder."""
    known = [one.name for one in (await engine.shelf.counts()).folders]
    if folder and folder not in known:
        raise NotFound(f"There is no folder {folder[:70]!r}.", next_step="`inara sessions folders` shows them.")


def _none_listed(options: argparse.Namespace) -> str:
    if options.before:
        return "Nothing comes after that one."
    if options.folder is not None:
        return f"There are none {f'in {options.folder}' if options.folder else 'that lie in no folder'}."
    return "The trash is empty." if options.trash else "There are no conversations yet."


async def _position(engine: Face, session: str) -> Position:
    row = await the_session(engine, session)
    return Position(row.trashed_at or row.updated_at, session, row.pinned)


async def _search(engine: Face, query: str, *, as_json: bool) -> None:
    if not query.strip():
        raise UserError("There is no word to search for.", next_step="Type one: `inara sessions search invoice`")
    sessions = await engine.sessions(query)
    _print(sessions, as_json=as_json)
    if not sessions and not as_json:
        terminal.note(f"No conversation has {query!r} in it.")


async def _list_folders(engine: Face, *, as_json: bool) -> None:
    folders = (await engine.shelf.counts()).folders
    terminal.listed(
        folders,
        lambda folder: (folder.name, str(folder.sessions)),
        "There are no folders. `inara sessions move ID --folder NAME` makes one.",
        as_json=as_json,
    )


def _print(sessions: Sequence[SessionSummary], *, as_json: bool) -> None:
    terminal.listed(
        sessions,
        lambda one: (one.id, terminal.time(one.updated_at), _state(one), one.snippet or one.title),
        as_json=as_json,
    )


def _state(session: SessionSummary) -> str:
    unread = "unread" if session.unread else ""
    words = (session.status or unread, "pinned" if session.pinned else "", session.folder)
    return ", ".join(word for word in words if word) or "-"
