"""/usage: tokens, cost and speed by day and model."""

from __future__ import annotations

import re
from dataclasses import asdict

from starlette.requests import Request
from starlette.types import ASGIApp

from inara_engine.api.refusals import Refused, answer
from inara_engine.api.service import Call, Service

__all__ = ["CALLS"]


async def _usage(service: Service, request: Request) -> ASGIApp:
    days = request.query_params.get("days", "30")
    if not re.fullmatch(r"[1-9][0-9]{0,4}", days):
        raise Refused(400, "days is a number from 1 on.")
    used = await service.engine.usage.days(int(days))
    return await answer([{**asdict(day), "tokens_per_s": day.tokens_per_s} for day in used])


CALLS = (
    Call(
        "GET",
        "/usage",
        _usage,
        "What the models were used for, by local day and model, oldest first.",
        {200: "A list of days.", 400: "The number of days is none."},
        queries={"days": "How many days back, today included (30)."},
    ),
)
