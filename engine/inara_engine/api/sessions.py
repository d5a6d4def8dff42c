"""/sessions: conversations, listed, read, searched, put into the trash and deleted."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp

from inara_engine.api.refusals import Refused, answer
from inara_engine.api.service import Call, Service
from inara_engine.errors import NotFound
from inara_engine.face import Position, SessionSummary

__all__ = ["CALLS"]

ONE = "/sessions/{session_id}"
MOST = 1_000_000  # sessions in one answer
UNKNOWN = {404: "There is no such session."}


async def _list(service: Service, request: Request) -> ASGIApp:
    asked = request.query_params
    limit = asked.get("limit", str(MOST))
    if not re.fullmatch(r"[1-9][0-9]{0,8}", limit):
        raise Refused(400, "limit is a number from 1 on.")
    trash = asked.get("trash", "false")
    if trash not in {"true", "false"}:
        raise Refused(400, "trash is true or false.")
    before = await _position(service, asked["before"]) if asked.get("before") else None
    shelf = service.engine.shelf
    sessions = await shelf.page(min(int(limit), MOST), before, asked.get("folder"), None, trash == "true")
    return await answer([_listed(session) for session in sessions])


async def _position(service: Service, session_id: str) -> Position:
    found = await service.engine.shelf.rows([session_id])
    if not found:
        raise NotFound(f"There is no session {session_id}.", next_step="GET /sessions lists them.")
    return Position(found[0].trashed_at or found[0].updated_at, session_id, found[0].pinned)


async def _search(service: Service, request: Request) -> ASGIApp:
    query = request.query_params.get("q", "").strip()
    if not query:
        raise Refused(400, "q is what to search for.")
    return await answer([_listed(session) for session in await service.engine.sessions(query)])


async def _show(service: Service, request: Request) -> ASGIApp:
    session_id = request.path_params["session_id"]
    text = await service.engine.export_session(session_id, "json")
    session: dict[str, Any] = await asyncio.to_thread(json.loads, text)
    return await answer({"session_id": session_id, **session})


async def _delete(service: Service, request: Request) -> ASGIApp:
    session_id = request.path_params["session_id"]
    await service.engine.delete_session(session_id)
    return await answer({"session_id": session_id, "status": "deleted"})


async def _trash(service: Service, request: Request) -> ASGIApp:
    session_id = request.path_params["session_id"]
    await service.engine.shelf.trash([session_id])
    return await answer({"session_id": session_id, "status": "trashed"})


async def _restore(service: Service, request: Request) -> ASGIApp:
    session_id = request.path_params["session_id"]
    await service.engine.shelf.restore([session_id])
    return await answer({"session_id": session_id, "status": "restored"})


def _listed(session: SessionSummary) -> dict[str, Any]:
    value = asdict(session)
    return {"session_id": value.pop("id"), **value}


CALLS = (
    Call(
        "GET",
        "/sessions",
        _list,
        "Conversations, the pinned ones first, then by last use.",
        {200: "A list of sessions.", 400: "A query that does not fit.", 404: "There is no session `before`."},
        queries={
            "limit": "At most so many (all).",
            "before": "The id of the session to go on behind.",
            "folder": "Those in this folder; empty: those in none.",
            "trash": "true: those in the trash.",
        },
    ),
    Call(
        "GET",
        "/sessions/search",
        _search,
        "Conversations in which words occur.",
        {200: "A list of sessions, each with a snippet.", 400: "q is missing."},
        queries={"q": "The words."},
    ),
    Call("GET", ONE, _show, "One conversation, in the form of an export.", {200: "The session.", **UNKNOWN}),
    Call("POST", f"{ONE}/trash", _trash, "Put a conversation into the trash.", {200: "It is there.", **UNKNOWN}),
    Call("POST", f"{ONE}/restore", _restore, "Take it out of the trash.", {200: "It is listed again.", **UNKNOWN}),
    Call(
        "DELETE", ONE, _delete, "Remove a conversation for good (not into the trash).", {200: "It is gone.", **UNKNOWN}
    ),
)
