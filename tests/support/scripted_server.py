"""A model server that plays a script byte for byte, on a real loopback socket.

    async with ScriptedServer([text_turn("Hello")]) as server:
        provider = OpenAICompatible(server.base_url)
        ...
        assert server.requests[0].json["model"] == "tiny"

Each POST gets the next turn; GETs, and POSTs to `/api/…`, are answered from `pages` by path, else 404.
A POST beyond the script gets a 500 that says so. Bodies are chunked, each `bytes` step one chunk.
"""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Self

__all__ = [
    "CUT",
    "HANG",
    "RESET",
    "Pause",
    "Request",
    "ScriptedServer",
    "Step",
    "Turn",
    "Until",
    "call",
    "calls_turn",
    "chunk",
    "error_turn",
    "json_turn",
    "sse",
    "stream_turn",
    "text_turn",
]

CUT: Literal["cut"] = "cut"  # close the connection here, the body unfinished
RESET: Literal["reset"] = "reset"  # the same as a TCP reset
HANG: Literal["hang"] = "hang"  # say nothing more until the client leaves


@dataclass(frozen=True, slots=True)
class Pause:
    """Wait before the next step."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Until:
    """Wait until a test sets this."""

    event: asyncio.Event


Step = bytes | Pause | Until | Literal["cut", "reset", "hang"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One answer. `before_head` steps (pauses, HANG, CUT, RESET) come before the status line."""

    steps: Sequence[Step] = ()
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/event-stream"})
    before_head: Sequence[Step] = ()
    raw: bool = False  # the steps are the whole response, head and all


@dataclass(frozen=True, slots=True)
class Request:
    """What the client sent."""

    method: str
    path: str
    headers: dict[str, str]  # names in lower case
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class ScriptedServer:
    """Use it as an async context manager. `requests` records what was posted, in order, `looks` all the rest."""

    def __init__(
        self,
        turns: Sequence[Turn] = (),
        *,
        pages: Mapping[str, Turn] | None = None,
        port: int = 0,
        host: str = "127.0.0.1",
    ) -> None:
        self.turns = list(turns)
        self.pages = dict(pages or {})
        self.requests: list[Request] = []
        self.looks: list[Request] = []
        self.connections = 0
        self.port = port
        self._host = host
        self._left = asyncio.Event()
        self._handlers: set[asyncio.Task[None]] = set()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    async def client_left(self) -> None:
        """Return once a client closed its connection in the middle of a turn (10 s at most)."""
        async with asyncio.timeout(10):
            await self._left.wait()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, self._host, self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for handler in self._handlers:
            handler.cancel()
        if self._handlers:
            await asyncio.wait(self._handlers)
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._handlers.add(task)
        self.connections += 1
        try:
            while (request := await _read_request(reader)) is not None:
                posted = request.method == "POST" and not request.path.startswith("/api/")
                (self.requests if posted else self.looks).append(request)
                if not await self._play(self._turn_for(request), reader, writer):
                    break
        except (ConnectionError, asyncio.IncompleteReadError):
            self._left.set()
        except asyncio.CancelledError:
            pass  # the server closes
        finally:
            self._handlers.discard(task)
            writer.close()

    def _turn_for(self, request: Request) -> Turn:
        if page := self.pages.get(request.path):
            return page
        if request.method == "GET" or request.path.startswith("/api/"):
            return error_turn(404, {"error": {"message": "File Not Found"}})
        if self.turns:
            return self.turns.pop(0)
        return error_turn(500, {"error": {"message": "The script has no more turns."}})

    async def _play(self, turn: Turn, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Whether the connection stays open for another request."""
        for step in turn.before_head:
            if not await self._step(step, reader, writer, chunked=False):
                return False
        if not turn.raw:
            head = [f"HTTP/1.1 {turn.status} Scripted", "Transfer-Encoding: chunked"]
            head += [f"{name}: {value}" for name, value in turn.headers.items()]
            writer.write("\r\n".join([*head, "", ""]).encode())
        for step in turn.steps:
            if not await self._step(step, reader, writer, chunked=not turn.raw):
                return False
        if turn.raw:
            await writer.drain()
            return False
        writer.write(b"0\r\n\r\n")
        await writer.drain()
        return True

    async def _step(
        self, step: Step, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, chunked: bool
    ) -> bool:
        if isinstance(step, bytes):
            if step:
                writer.write(b"%x\r\n%s\r\n" % (len(step), step) if chunked else step)
                await writer.drain()
            return True
        if isinstance(step, Pause):
            await writer.drain()
            await asyncio.sleep(step.seconds)
            return True
        if isinstance(step, Until):
            await writer.drain()
            await step.event.wait()
            return True
        if step == HANG:
            await reader.read(1)  # b"" once the client has left
            self._left.set()
        if step == RESET:
            await writer.drain()
            raw: socket.socket = writer.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        return False


async def _read_request(reader: asyncio.StreamReader) -> Request | None:
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.strip().split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Request(method, path, headers, body)


def sse(*payloads: object) -> bytes:
    """Event-stream bytes: a str as it is, anything else as JSON."""
    return b"".join(
        b"data: " + (payload if isinstance(payload, str) else json.dumps(payload)).encode() + b"\n\n"
        for payload in payloads
    )


def chunk(delta: Mapping[str, Any] | None = None, finish: str | None = None, **more: Any) -> dict[str, Any]:
    """One chunk of a streamed chat completion."""
    choice = {"index": 0, "delta": dict(delta or {}), "finish_reason": finish}
    return {"id": "x", "object": "chat.completion.chunk", "model": "scripted", "choices": [choice], **more}


def stream_turn(*payloads: object, **options: Any) -> Turn:
    """A stream of these payloads, each its own HTTP chunk, ended by [DONE]."""
    return Turn([sse(payload) for payload in (*payloads, "[DONE]")], **options)


def text_turn(*pieces: str, thinking: str = "", usage: tuple[int, int] | None = (12, 3)) -> Turn:
    """A reply of text, one chunk a piece."""
    payloads: list[object] = [chunk({"role": "assistant", "content": None})]
    if thinking:
        payloads.append(chunk({"reasoning_content": thinking}))
    payloads += [chunk({"content": piece}) for piece in pieces]
    payloads.append(chunk({}, "stop"))
    if usage:
        payloads.append({"choices": [], "usage": {"prompt_tokens": usage[0], "completion_tokens": usage[1]}})
    return stream_turn(*payloads)


def call(name: str, arguments: Mapping[str, Any] | str, call_id: str = "call_a") -> dict[str, Any]:
    """A tool call for `calls_turn`; arguments given as a str are sent as they are."""
    raw = arguments if isinstance(arguments, str) else json.dumps(arguments)
    return {"id": call_id, "type": "function", "function": {"name": name, "arguments": raw}}


def calls_turn(*calls: Mapping[str, Any], text: str = "", finish: str = "tool_calls") -> Turn:
    """A reply that calls tools, several side by side; arguments come in two fragments each."""
    payloads: list[object] = [chunk({"role": "assistant", "content": text or None})]
    for index, made in enumerate(calls):
        raw = made["function"]["arguments"]
        half = len(raw) // 2
        first = {**made, "index": index, "function": {**made["function"], "arguments": raw[:half]}}
        payloads.append(chunk({"tool_calls": [first]}))
        payloads.append(chunk({"tool_calls": [{"index": index, "function": {"arguments": raw[half:]}}]}))
    return stream_turn(*payloads, chunk({}, finish))


def json_turn(payload: object, status: int = 200, **headers: str) -> Turn:
    """A whole JSON body. Header names are given with underscores: `Retry_After="2"`."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Turn([json.dumps(payload).encode()], status, {"Content-Type": "application/json", **named})


def error_turn(status: int, payload: object, **headers: str) -> Turn:
    """An error with a JSON body."""
    return json_turn(payload, status, **headers)
