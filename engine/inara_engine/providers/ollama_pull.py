"""Getting a model with Ollama: its `/api/pull`, lines of JSON that tell how far each file is.

https://docs.ollama.com/api/pull — several files are fetched side by side, `completed` may be absent, and a failure
is a line with `error` under status 200. Whoever hangs up stops it; what was fetched stays for the next time.
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from functools import partial

from inara_engine.errors import ProviderError, Rejected, Unavailable
from inara_engine.frozen import frozen
from inara_engine.providers.connection_errors import could_not_ask
from inara_engine.providers.exchange import Exchange, Turns
from inara_engine.providers.http_client import FAILURES, new_client
from inara_engine.providers.model_facts import count
from inara_engine.providers.openai_errors import Where, as_object, classify, read_complaint
from inara_engine.providers.server_connection import error_body

__all__ = ["PullStep", "pull"]

_CONNECT_S = 3.0
_PATIENCE_S = 900.0  # a large file is looked through in silence, on a slow disk for minutes
_MOST_FILES = 1000
_MAX_LINE_BYTES = 1 << 20
_NAME_CHARS = 300
_HEADERS = {"Accept-Encoding": "identity", "Content-Type": "application/json", "User-Agent": "Inara"}


@frozen
class PullStep:
    """How far it is, over all files known so far, in bytes; `doing` are the server's words."""

    doing: str
    done: int = 0
    total: int = 0


async def pull(
    origin: str, address: str, port: int, model: str, *, patience_s: float = _PATIENCE_S
) -> AsyncGenerator[PullStep]:
    """Fetch a model; ends once the server has it. Raises: ProviderError, also after so long without a byte."""
    where = Where(address, port, loopback=True, model=model)
    asked = json.dumps({"model": model, "stream": True}).encode()
    turns = Turns()
    files: dict[str, tuple[int, int]] = {}
    async with new_client(origin, loopback=True, connect_timeout_s=_CONNECT_S) as client:
        exchange = Exchange(partial(client.ask, f"{origin}/api/pull", _HEADERS, asked), turns, notice_s=patience_s)
        async with aclosing(exchange), aclosing(_lines(exchange, turns, where)) as lines:
            async for line in lines:
                if "error" in line:
                    raise _refused(line, where)
                _note(line, files)
                done, total = (sum(part) for part in zip(*files.values(), strict=True)) if files else (0, 0)
                doing = line.get("status")
                yield PullStep(str(doing)[:_NAME_CHARS] if isinstance(doing, str) else "", min(done, total), total)
                if doing == "success":
                    return
    step = "What was fetched is kept: pull it again."
    raise Unavailable(f"{where.name} stopped before “{model}” was there.", next_step=step, transient=True)


def _note(line: dict[str, object], files: dict[str, tuple[int, int]]) -> None:
    """How far one of the files is; a model has a few."""
    digest = line.get("digest")
    if isinstance(digest, str) and (digest in files or len(files) < _MOST_FILES):
        done, total = files.get(digest, (0, 0))
        files[digest] = count(line.get("completed")) or done, count(line.get("total")) or total


async def _lines(exchange: Exchange, turns: Turns, where: Where) -> AsyncGenerator[dict[str, object]]:
    """The lines of an answer, to its end or to where it breaks. Raises: ProviderError where none begins."""
    try:
        await _news(exchange, where)
    except FAILURES as error:
        raise could_not_ask(error, where, connect_timeout_s=_CONNECT_S) from error
    answer = exchange.answer
    if answer is not None and answer.status_code != 200:
        body = await error_body(exchange, answer)
        raise (
            _refused(read_object(body), where)
            if answer.status_code in {400, 404, 500}
            else classify(read_complaint(body), where, answer.status_code)
        )
    rest = b""
    try:
        while not exchange.at_end:
            await _news(exchange, where)
            await turns.wait()
            *lines, rest = (rest + exchange.take()).split(b"\n")
            if len(rest) > _MAX_LINE_BYTES:
                raise Unavailable(f"{where.name} sent a line without end.", next_step="Update it, then try again.")
            for line in lines:
                if line.strip():
                    yield read_object(line)
    except FAILURES:
        return  # whoever reads sees that the last line is missing
    if rest.strip():
        yield read_object(rest)


async def _news(exchange: Exchange, where: Where) -> None:
    if not await exchange.wait():
        raise Unavailable(
            f"{where.name} has been silent for {exchange.silent_s / 60:.0f} minutes.",
            next_step="The connection seems dead. Try again.",
            transient=True,
        )


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
