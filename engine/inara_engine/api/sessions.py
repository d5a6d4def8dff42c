"""/sessions: conversations, listed, read, searched and deleted."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp

from inara_engine.api.refusals import Refused, answer
from inara_engine.api.service import Call, Service
from inara_engine.face import SessionSummary

__all__ = ["CALLS"]

ONE = "/sessions/{session_id}"
UNKNOWN = {404: "There is no such session."}


async def _list(service: Service, request: Request) -> ASGIApp:  # noqa: ARG001 - as all calls
    return await answer([_listed(session) for session in await service.engine.sessions()])


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


def _listed(session: SessionSummary) -> dict[str, Any]:
    value = asdict(session)
    return {"session_id": value.pop("id"), **value}


CALLS = (
    Call("GET", "/sessions", _list, "Conversations, the last used first.", {200: "A list of sessions."}),
    Call(
        "GET",
        "/sessions/search",
        _search,
        "Conversations in which words occur.",
        {200: "A list of sessions, each with a snippet.", 400: "q is missing."},
        queries={"q": "The words."},
    ),
    Call("GET", ONE, _show, "One conversation, in the form of an export.", {200: "The session.", **UNKNOWN}),
    Call("DELETE", ONE, _delete, "Remove a conversation for good.", {200: "It is gone.", **UNKNOWN}),
)
