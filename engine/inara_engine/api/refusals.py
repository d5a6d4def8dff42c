"""Errors as answers: one shape for all calls, which is also the one that OpenAI's clients read."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from starlette.responses import Response

from inara_engine.errors import Conflict, InaraError, NotFound, ProviderError, StorageError, UserError

__all__ = ["Refused", "answer", "error_body", "refusal", "status_of"]

JSON = "application/json"


class Refused(UserError):
    """A request that is answered with a status of its own."""

    def __init__(self, status: int, message: str, *, next_step: str = "", code: str = "") -> None:
        super().__init__(message, next_step=next_step)
        self.status = status
        self.code = code


def status_of(error: InaraError) -> int:
    """The HTTP status that says who must act."""
    match error:
        case Refused(status=status):
            return status
        case NotFound():
            return 404
        case Conflict():
            return 409
        case UserError():
            return 400
        case ProviderError():
            return 502
        case StorageError():
            return 507
        case _:
            return 500


def error_body(status: int, message: str, next_step: str = "", code: str = "") -> dict[str, Any]:
    """`message` holds the next step too, for programs that show nothing else."""
    kind = "invalid_request_error" if status < 500 else "server_error"
    whole = f"{message} {next_step}".strip()
    return {"error": {"message": whole, "type": kind, "code": code or None, "param": None, "next_step": next_step}}


def refusal(error: InaraError) -> Response:
    """The answer to a request that failed."""
    status = status_of(error)
    body = error_body(status, error.message, error.next_step, error.code if isinstance(error, Refused) else "")
    # OpenAI's clients send a failed request again, which would give the same task twice.
    headers = {"X-Should-Retry": "false"}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return Response(json.dumps(body), status, headers, JSON)


async def answer(value: object, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A value as JSON; written in a thread, since a long job's report takes its time."""
    return Response(await asyncio.to_thread(json.dumps, value), status, headers, JSON)
