"""Small questions to a model server: GET a JSON object, and which models `/models` names."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from inara_engine.providers.openai_errors import as_object

if TYPE_CHECKING:
    import httpx

__all__ = ["Answer", "FoundModel", "get_json", "models_in"]

_MAX_BYTES = 4 * 1024 * 1024
_MAX_MODELS = 1000


@dataclass(frozen=True, slots=True)
class FoundModel:
    """A model a server offers. `context_window` in tokens, where the server says it."""

    id: str
    context_window: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a GET brought. `body` is at most 4 MiB, `json` its object where it is one; `server` the header."""

    status: int
    server: str = ""
    body: bytes = b""
    json: dict[str, Any] = field(default_factory=dict[str, Any])


async def get_json(client: httpx.AsyncClient, url: str, *, api_key: str | None = None, within_s: float = 3.0) -> Answer:
    """GET a small thing, within a total time and size. Raises: http_client.FAILURES, TimeoutError."""
    headers = {"Accept-Encoding": "identity", "Accept": "application/json"}
    if api_key:
        headers["Authorization"] = f"Bearer {api_key}"
    pieces: list[bytes] = []
    size = 0
    async with asyncio.timeout(within_s), client.stream("GET", url, headers=headers) as response:
        compressed = response.headers.get("content-encoding", "identity").lower() not in {"", "identity"}
        if not compressed:
            async for piece in response.aiter_raw():
                pieces.append(piece)
                size += len(piece)
                if size > _MAX_BYTES:
                    break
    body = b"".join(pieces)[:_MAX_BYTES]
    try:
        parsed = as_object(json.loads(body))
    except (ValueError, RecursionError):
        parsed = None
    return Answer(response.status_code, response.headers.get("server", ""), body, parsed or {})


def models_in(listing: dict[str, Any]) -> tuple[FoundModel, ...]:
    """The models of a `/v1/models` answer, with the context window where the server tells it.

    `meta.n_ctx` is llama.cpp's, `max_model_len` vLLM's, `context_length` OpenRouter's.
    """
    data: object = listing.get("data")
    if not isinstance(data, list):
        return ()
    found: list[FoundModel] = []
    for item in cast("list[object]", data)[:_MAX_MODELS]:
        entry = as_object(item) or {}
        if isinstance(name := entry.get("id"), str) and name and name.isprintable():
            meta = as_object(entry.get("meta")) or {}
            window = meta.get("n_ctx") or entry.get("max_model_len") or entry.get("context_length")
            known = isinstance(window, int) and not isinstance(window, bool) and window > 0
            found.append(FoundModel(name[:300], cast("int", window) if known else None))
    return tuple(found)
