"""All calls together as one ASGI application."""

from __future__ import annotations

import asyncio
import logging
from functools import partial

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from inara_engine.api import completions, hooks, jobs, mcp, queue, rules, schedule, sessions, usage
from inara_engine.api.openapi import described
from inara_engine.api.refusals import Refused, answer, refusal
from inara_engine.api.service import Call, Service
from inara_engine.errors import InaraError

__all__ = ["CALLS", "application"]

_log = logging.getLogger(__name__)


async def _page(service: Service, request: Request) -> ASGIApp:  # noqa: ARG001 - as all calls
    return await answer(await asyncio.to_thread(described, CALLS))


CALLS = (
    *jobs.CALLS,
    *sessions.CALLS,
    *usage.CALLS,
    *queue.CALLS,
    *rules.CALLS,
    *completions.CALLS,
    *hooks.CALLS,
    *schedule.CALLS,
    *mcp.CALLS,
    Call("GET", "/openapi.json", _page, "This page.", {200: "An OpenAPI document."}),
)


def application(service: Service) -> ASGIApp:
    """Without its guard: see `guard`."""
    app = Starlette(
        routes=[Route(call.path, partial(_answered, call, service), methods=[call.method]) for call in CALLS],
        exception_handlers={HTTPException: _no_such_call},
    )
    app.router.redirect_slashes = False
    return app


async def _answered(call: Call, service: Service, request: Request) -> ASGIApp:
    """A call's answer; an error as one, a fault of ours in words that give nothing away."""
    try:
        return await call.handler(service, request)
    except InaraError as error:
        return refusal(error)
    except Exception:  # noqa: BLE001 - it must be told, and ends nothing but this request
        _log.exception("%s %s failed", call.method, call.path)
        return refusal(
            InaraError(
                "Inara made a mistake of its own.",
                next_step="Try again. The log file has the details; please report them.",
            )
        )


async def _no_such_call(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    what = f"{request.method} {request.url.path[:200]}"
    refused = Refused(status, f"There is no {what}.", next_step="/openapi.json has all there is.")
    response = refusal(refused)
    if isinstance(error, HTTPException):
        response.headers.update(error.headers or {})
    return response
