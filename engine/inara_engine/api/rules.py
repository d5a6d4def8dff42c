"""/rules and /activity: what runs without asking, and what ran."""

from __future__ import annotations

import re
from dataclasses import asdict

from starlette.requests import Request
from starlette.types import ASGIApp

from inara_engine.api.refusals import Refused, answer
from inara_engine.api.service import Call, Service

__all__ = ["CALLS"]


async def _list(service: Service, request: Request) -> ASGIApp:  # noqa: ARG001 - as all calls
    return await answer([asdict(rule) for rule in await service.engine.rules.list()])


async def _delete(service: Service, request: Request) -> ASGIApp:
    rule = request.path_params["rule_id"]
    await service.engine.rules.delete(rule)
    return await answer({"id": rule, "status": "deleted"})


async def _activity(service: Service, request: Request) -> ASGIApp:
    query = request.query_params
    limit = query.get("limit", "200")
    if not re.fullmatch(r"[1-9][0-9]{0,8}", limit):
        raise Refused(400, "limit is a number from 1 on.")
    entries = await service.engine.activity.list(
        query.get("q", ""),
        query.get("outcome", ""),
        query.get("by", ""),
        query.get("session", ""),
        int(limit),
        query.get("before", ""),
    )
    return await answer([asdict(entry) for entry in entries])


CALLS = (
    Call("GET", "/rules", _list, "What runs without asking, with its uses.", {200: "A list of rules."}),
    Call(
        "DELETE",
        "/rules/{rule_id}",
        _delete,
        "Forget a rule that was made from a question; what it allowed asks again.",
        {200: "It is gone.", 400: "It stands in config.toml.", 404: "There is no such rule."},
    ),
    Call(
        "GET",
        "/activity",
        _activity,
        "What tools did and who allowed it, the newest first.",
        {200: "A list of calls.", 400: "A filter is unknown."},
        queries={
            "q": "Occurs in what was done, the tool or the conversation's title.",
            "outcome": "ok, failed, declined, denied, expired, cancelled or unknown.",
            "by": "person, rule, reads or risk.",
            "session": "The id of a conversation.",
            "limit": "At most so many (200).",
            "before": "The call_id to go on behind.",
        },
    ),
)
