"""Small questions to a model server: a JSON object from a path, and which models `/models` names."""

from __future__ import annotations

import asyncio
import json
from dataclasses import field
from typing import TYPE_CHECKING, Any, cast

from inara_engine.frozen import frozen
from inara_engine.providers.model_facts import ModelFacts, count
from inara_engine.providers.openai_errors import as_object

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

__all__ = ["Answer", "FoundModel", "Look", "flag", "get_json", "models_in", "objects", "words"]

_MAX_BYTES = 4 * 1024 * 1024
_MAX_MODELS = 1000
_NO_CHAT = ("embed", "rerank", "whisper", "tts")  # in the names of models that answer nobody


@frozen
class FoundModel:
    """A model a server offers."""

    id: str
    facts: ModelFacts = ModelFacts()


@frozen
class Answer:
    """What a question brought. `body` is at most 4 MiB, `json` its object where it is one; `server` the header."""

    status: int
    server: str = ""
    body: bytes = b""
    json: dict[str, Any] = field(default_factory=dict[str, Any])


@frozen
class Look:
    """A look at one server, at paths beside its `/v1`. What it refuses or leaves unanswered is an empty answer."""

    client: httpx.AsyncClient
    origin: str  # e.g. "http://127.0.0.1:11434", without a path
    api_key: str | None = None
    within_s: float = 2.0

    async def get(self, path: str) -> Answer:
        """GET a path."""
        return await self._ask("GET", path, None)

    async def post(self, path: str, body: Mapping[str, Any]) -> Answer:
        """POST an object to a path that only tells something."""
        return await self._ask("POST", path, body)

    async def _ask(self, method: str, path: str, body: Mapping[str, Any] | None) -> Answer:
        from inara_engine.providers.http_client import FAILURES

        try:
            return await _json(
                self.client, method, self.origin + path, body, api_key=self.api_key, within_s=self.within_s
            )
        except (*FAILURES, TimeoutError):
            return Answer(0)


async def get_json(
    client: httpx.AsyncClient,
    url: str,
    *,
    api_key: str | None = None,
    within_s: float = 3.0,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """GET a small thing, within a total time and size. Raises: http_client.FAILURES, TimeoutError."""
    return await _json(client, "GET", url, None, api_key=api_key, within_s=within_s, more_headers=headers)


async def _json(
    client: httpx.AsyncClient,
    method: str,
    url: str,
    sent: Mapping[str, Any] | None,
    *,
    api_key: str | None,
    within_s: float,
    more_headers: Mapping[str, str] | None = None,
) -> Answer:
    headers = {"Accept-Encoding": "identity", "Accept": "application/json", **(more_headers or {})}
    if api_key:
        headers["Authorization"] = f"Bearer {api_key}"
    pieces: list[bytes] = []
    size = 0
    async with (
        asyncio.timeout(within_s),
        client.stream(method, url, headers=headers, json=sent) as response,
    ):
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
    """The models of a `/v1/models` answer, with what it tells of each.

    `meta.n_ctx` is llama.cpp's, `max_model_len` vLLM's, `context_length` OpenRouter's, `status` llama.cpp's
    where it serves several; `supported_parameters` and `architecture` are OpenRouter's and llama.cpp's.
    """
    return tuple(
        FoundModel(name[:300], _facts(name, entry))
        for entry in objects(listing.get("data"))[:_MAX_MODELS]
        if isinstance(name := entry.get("id"), str) and name and name.isprintable()
    )


def objects(value: object) -> list[dict[str, Any]]:
    """The objects of a list, whatever else it holds; none where it is no list."""
    if not isinstance(value, list):
        return []
    return [entry for item in cast("list[object]", value) if (entry := as_object(item)) is not None]


def words(value: object) -> list[str]:
    """The words of a list; none where it is no list."""
    return [item for item in cast("list[object]", value) if isinstance(item, str)] if isinstance(value, list) else []


def flag(value: object) -> bool | None:
    """A yes or no, where it is one."""
    return value if isinstance(value, bool) else None


def _facts(name: str, entry: dict[str, Any]) -> ModelFacts:
    meta = as_object(entry.get("meta")) or {}
    parameters = words(entry.get("supported_parameters"))
    kinds = words((as_object(entry.get("architecture")) or {}).get("input_modalities"))
    status = as_object(entry.get("status")) or {}
    state = status.get("value")
    return ModelFacts(
        window=count(meta.get("n_ctx"), entry.get("max_model_len"), entry.get("context_length")),
        longest=count(meta.get("n_ctx_train")),
        tools="tools" in parameters if parameters else None,
        vision="image" in kinds if kinds else None,
        loaded=state == "loaded" if isinstance(state, str) else None,
        embedding=any(mark in name.lower() for mark in _NO_CHAT),
        loading=state == "loading",
        broken=_ended(status.get("exit_code")) if status.get("failed") is True else "",
    )


def _ended(status: object) -> str:
    return f"its process ended with status {status}" if isinstance(status, int) else "its process ended"
