"""What the calls work with, and how a call is declared: once, for the router and for the OpenAPI page."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import field

from pydantic import BaseModel
from starlette.requests import Request
from starlette.types import ASGIApp

from inara_engine.api.conversation import Conversations
from inara_engine.face import Face
from inara_engine.frozen import frozen

__all__ = ["KEEPALIVE_S", "Call", "Handler", "Service"]

KEEPALIVE_S = 20.0


async def _silence() -> None:
    await asyncio.sleep(KEEPALIVE_S)


async def _no_secret(reference: str) -> str | None:  # noqa: ARG001 - there is none, whatever is asked for
    return None


async def _any_persona() -> Sequence[str] | None:
    return None


@frozen
class Service:
    """What is served, and what the face does not tell.

    `resolve` gives the secret that "keyring:NAME" stands for (a hook's). `personas` names those there
    are, None where that can't be told. `silence` returns after as long a quiet as calls for a sign of
    life. `closing` is set when the server ends: streams end with it.
    """

    engine: Face
    resolve: Callable[[str], Awaitable[str | None]] = _no_secret
    personas: Callable[[], Awaitable[Sequence[str] | None]] = _any_persona
    silence: Callable[[], Awaitable[None]] = _silence
    closing: asyncio.Event = field(default_factory=asyncio.Event)
    conversations: Conversations = field(default_factory=Conversations)


Handler = Callable[[Service, Request], Awaitable[ASGIApp]]


@frozen
class Call:
    """One call of the interface. `queries` and `answers` (by status) come with a sentence each."""

    method: str
    path: str
    handler: Handler
    summary: str
    answers: Mapping[int, str]
    body: type[BaseModel] | None = None
    queries: Mapping[str, str] = field(default_factory=dict[str, str])
    stream: bool = False
