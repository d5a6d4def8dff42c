"""Getting a model with Ollama: its `/api/pull`, lines of JSON that tell how far each file is.

https://docs.ollama.com/api/pull — several files are fetched side by side, `completed` may be absent, and a failure
is a line with `error` under status 200. Whoever hangs up stops it; what was fetched stays for the next time.
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import TYPE_CHECKING

from inara_engine.errors import ProviderError, Rejected, Unavailable
from inara_engine.frozen import frozen
from inara_engine.providers.connection_errors import could_not_ask
from inara_engine.providers.http_client import FAILURES, new_client
from inara_engine.providers.model_facts import count
from inara_engine.providers.openai_errors import Where, as_object, classify, read_complaint

if TYPE_CHECKING:
    import httpx

__all__ = ["PullStep", "pull"]

_CONNECT_S = 3.0
_MAX_LINE_BYTES = 1 << 20
_NAME_CHARS = 300


@frozen
class PullStep:
    """How far it is, over all files known so far, in bytes; `doing` are the server's words."""

    doing: str
    done: int = 0
    total: int = 0


async def pull(origin: str, address: str, port: int, model: str) -> AsyncGenerator[PullStep]:
    """Fetch a model; ends once the server has it. Raises: ProviderError."""
    where = Where(address, port, loopback=True, model=model)
    files: dict[str, tuple[int, int]] = {}
    succeeded = False
    async with (
        new_client(origin, loopback=True, connect_timeout_s=_CONNECT_S) as client,
        aclosing(_lines(client, f"{origin}/api/pull", model, where)) as lines,
    ):
        async for line in lines:
            if "error" in line:
                raise _refused(line, where)
            doing = line.get("status")
            succeeded = doing == "success"
            if isinstance(digest := line.get("digest"), str):
                done, total = files.get(digest, (0, 0))
                files[digest] = count(line.get("completed")) or done, count(line.get("total")) or total
            done, total = (sum(part) for part in zip(*files.values(), strict=True)) if files else (0, 0)
            yield PullStep(str(doing)[:_NAME_CHARS] if isinstance(doing, str) else "", min(done, total), total)
    if not succeeded:
        step = "What was fetched is kept: pull it again."
        raise Unavailable(f"{where.name} stopped before “{model}” was there.", next_step=step, transient=True)


async def _lines(client: httpx.AsyncClient, url: str, model: str, where: Where) -> AsyncGenerator[dict[str, object]]:
    rest = b""
    try:
        async with client.stream("POST", url, json={"model": model, "stream": True}) as response:
            if response.status_code != 200:
                body = (await response.aread())[:_MAX_LINE_BYTES]
                raise (
                    _refused(read_object(body), where)
                    if response.status_code in {400, 404, 500}
                    else classify(read_complaint(body), where, response.status_code)
                )
            async for piece in response.aiter_raw():
                *lines, rest = (rest + piece).split(b"\n")
                if len(rest) > _MAX_LINE_BYTES:
                    raise Unavailable(f"{where.name} sent a line without end.", next_step="Update it, then try again.")
                for line in lines:
                    if line.strip():
                        yield read_object(line)
    except FAILURES as error:
        raise could_not_ask(error, where, connect_timeout_s=_CONNECT_S) from error
    if rest.strip():
        yield read_object(rest)


def read_object(line: bytes) -> dict[str, object]:
    """A line as an object; what is none says nothing."""
    try:
        return as_object(json.loads(line)) or {}
    except (ValueError, RecursionError):
        return {}


def _refused(line: dict[str, object], where: Where) -> ProviderError:
    said = read_complaint(line).message
    if "file does not exist" in said or "not found" in said or "manifest" in said:
        step = "Check its name and tag at https://ollama.com/library."
        return Rejected(f"There is no model “{where.model}” to get. It says: “{said}”.", next_step=step)
    step = "Look whether the disk is full and this machine is online, then try again."
    return Rejected(f"{where.name} could not get “{where.model}”. It says: “{said}”.", next_step=step)
