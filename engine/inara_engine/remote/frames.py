"""How values of the face travel: each by the type its method declares."""

from __future__ import annotations

import inspect
import json
import os
import socket
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_type_hints

from pydantic import TypeAdapter

from inara_engine import errors
from inara_engine.errors import InaraError
from inara_engine.events import ErrorInfo, Recorded
from inara_engine.face import Face

__all__ = [
    "CALLS",
    "LIMIT",
    "PARTS",
    "SUMMONS",
    "Summons",
    "address",
    "dump",
    "error_frame",
    "load",
    "peer_uid",
    "raised",
    "recorded",
    "signature",
]

SUMMONS = ("window", "quick", "open", "background")


class Summons(NamedTuple):
    """What a second start asks of the running app: its window, the quick prompt, to open something, or nothing."""

    what: str = "window"
    text: str = ""


LIMIT = 256 * 1024 * 1024  # bytes of one frame: an imported session fits


def _public_methods(part: type) -> list[str]:
    return [name for name, value in vars(part).items() if inspect.iscoroutinefunction(value) and name[0] != "_"]


PARTS: dict[str, type] = get_type_hints(Face)
CALLS = frozenset(_public_methods(Face)) - {"close"} | {
    f"{part}.{name}" for part, kind in PARTS.items() for name in _public_methods(kind)
}


@cache
def signature(call: str) -> tuple[dict[str, TypeAdapter[Any]], TypeAdapter[Any]]:
    """Adapters for a method's parameters and its result; a part's method is called "part.method"."""
    part, _, name = call.rpartition(".")
    method = getattr(PARTS[part] if part else Face, name)
    hints = get_type_hints(method)
    parameters = list(inspect.signature(method).parameters)[1:]
    return {name: TypeAdapter(hints[name]) for name in parameters}, TypeAdapter(hints["return"])


@cache
def recorded() -> TypeAdapter[Recorded]:
    """The adapter for events, built when the first one travels: most commands need none."""
    return TypeAdapter(Recorded)


def dump(frame: dict[str, Any]) -> bytes:
    """A frame as one line."""
    return json.dumps(frame, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def load(line: bytes) -> dict[str, Any]:
    """A line as a frame. Raises ValueError."""
    frame = json.loads(line)
    if not isinstance(frame, dict):
        raise ValueError("a frame is a JSON object")  # noqa: TRY004 - what `load` promises
    return frame  # pyright: ignore[reportUnknownVariableType] (JSON)


def error_frame(number: object, error: InaraError) -> dict[str, Any]:
    """An error as it travels."""
    info = ErrorInfo(kind=type(error).__name__, message=error.message, next_step=error.next_step)
    return {"id": number, "error": info.model_dump()}


def raised(error: dict[str, Any]) -> InaraError:
    """The same error on the other side."""
    info = ErrorInfo.model_validate(error)
    kind = getattr(errors, info.kind, None)
    if not (isinstance(kind, type) and issubclass(kind, InaraError)):
        kind = errors.UserError
    return kind(info.message, next_step=info.next_step)


@asynccontextmanager
async def address(path: Path) -> AsyncGenerator[str]:
    """A path as a socket address. A long one goes through its folder's descriptor (the limit is 107 bytes)."""
    if len(os.fsencode(path)) < 100 or sys.platform != "linux":
        yield str(path)
        return
    folder = os.open(path.parent, os.O_PATH | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)


def peer_uid(connection: socket.socket) -> int | None:
    """The user id at the other end, where the system tells (Linux)."""
    if not hasattr(socket, "SO_PEERCRED"):
        return None
    credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)  # pid, uid, gid
    return int.from_bytes(credentials[4:8], "little")
