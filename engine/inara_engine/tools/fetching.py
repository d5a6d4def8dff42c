"""Asking a web server, without paying for the HTTP library before the first time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from inara_engine.tools.fetching_values import Fetched, WebAccess, WebRequest

__all__ = ["fetch"]


async def fetch(access: WebAccess, request: WebRequest) -> Fetched:
    """Ask, and follow redirects as far as they lead to places that may be reached. Raises ToolError."""
    asking = await asyncio.to_thread(_over_http)
    return await asking(access, request)


def _over_http() -> Callable[[WebAccess, WebRequest], Awaitable[Fetched]]:
    """Importing it takes a third of a second once."""
    from inara_engine.tools import fetching_http

    return fetching_http.fetch
