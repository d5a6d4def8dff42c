"""A model server without mercy, in a process of its own: it sends what no client can hold, for as long as it is let.

    async with flooding_server() as server:
        ...  # server.url; the person's words `play NAME` name a flood of FLOODS

Another process, so that its memory and time are not the client's. `await server.asked()` is how often it was asked.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import zlib
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import count, repeat
from pathlib import Path
from typing import Any

__all__ = ["FLOODS", "HARMLESS", "FloodingServer", "flooding_server"]

ROOT = Path(__file__).resolve().parents[2]
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n"
WORD = "lorem "
DRIP_S = 0.05
_NUMBERS = count(1)
_END = b'data: {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}\n\ndata: [DONE]\n\n'


@dataclass(frozen=True, slots=True)
class FloodingServer:
    """`url` is its base URL in OpenAI's dialect."""

    url: str
    port: int

    async def asked(self) -> int:
        """How many requests for an answer have reached it."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(b"GET /asked HTTP/1.1\r\n\r\n")
        said = await reader.read()
        writer.close()
        return int(said.rpartition(b"\n")[2])


@asynccontextmanager
async def flooding_server() -> AsyncGenerator[FloodingServer]:
    """One that runs while the context lasts."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", __name__, cwd=ROOT, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdin
    assert process.stdout
    try:
        port = int(await process.stdout.readline())
        yield FloodingServer(f"http://127.0.0.1:{port}/v1", port)
    finally:
        process.stdin.close()
        await process.wait()


def _event(**delta: Any) -> bytes:
    return b"data: " + json.dumps({"choices": [{"index": 0, "delta": delta, "finish_reason": None}]}).encode() + b"\n\n"


def _call(**more: Any) -> bytes:
    return _event(tool_calls=[more])


def _hello() -> Iterator[bytes]:
    """No flood at all."""
    yield _event(content="Hello.")
    yield _END


def _words() -> Iterator[bytes]:
    """As fast as a model never is, a word an event."""
    return repeat(_event(content=WORD) * 500)


def _thoughts() -> Iterator[bytes]:
    return repeat(_event(reasoning_content=WORD * 2000) * 4)


def _pages() -> Iterator[bytes]:
    """Large pieces, of characters that take four bytes each."""
    return repeat(_event(content="\N{LION FACE}" * 4000) * 4)


def _arguments() -> Iterator[bytes]:
    yield _call(index=0, id="c", type="function", function={"name": "calculate", "arguments": '{"expression": "'})
    yield from repeat(_call(index=0, function={"arguments": "1+" * 8000}) * 4)


def _calls() -> Iterator[bytes]:
    for number in count():
        function = {"name": "calculate", "arguments": '{"expression": "1"}'}
        yield _call(index=number, id=f"c{number}", type="function", function=function)


def _round() -> Iterator[bytes]:
    """One small call at once, and another as soon as that has its result."""
    function = {"name": "calculate", "arguments": json.dumps({"expression": f"1 + {next(_NUMBERS)}"})}
    yield _call(index=0, id="c", type="function", function=function)
    yield _END


def _line() -> Iterator[bytes]:
    yield b'data: {"choices": [{"delta": {"content": "'
    yield from repeat(b"x" * 65536)


def _silence() -> Iterator[bytes]:
    """Comments, as servers send them to keep a connection open."""
    return repeat(b": wait\n\n" * 8000)


def _bomb() -> Iterator[bytes]:
    """Packed so well that each byte that comes is a thousand."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    plain = _event(content=WORD * 100) * 10_000
    while True:
        yield packer.compress(plain) + packer.flush(zlib.Z_SYNC_FLUSH)


def _header() -> Iterator[bytes]:
    return (b"X-Header-%d: %b\r\n" % (number, b"x" * 4000) for number in count())


def _drip() -> Iterator[bytes]:
    return repeat(b"d")


_Flood = tuple[bytes, Callable[[], Iterator[bytes]], float]
_READY = HEAD + b"\r\n"
HARMLESS = "hello"
_PLAYS: dict[str, _Flood] = {
    HARMLESS: (_READY, _hello, 0),
    "words": (_READY, _words, 0),
    "thoughts": (_READY, _thoughts, 0),
    "pages": (_READY, _pages, 0),
    "arguments": (_READY, _arguments, 0),
    "calls": (_READY, _calls, 0),
    "rounds": (_READY, _round, 0),
    "line": (_READY, _line, 0),
    "silence": (_READY, _silence, 0),
    "bomb": (HEAD + b"Content-Encoding: gzip\r\n\r\n", _bomb, 0),
    "header": (HEAD, _header, 0),
    "drip": (_READY, _drip, DRIP_S),
    "body": (_READY.replace(b"text/event-stream", b"application/json"), _line, 0),
    "error": (_READY.replace(b"200 OK", b"400 Bad Request"), _line, 0),
}
FLOODS = tuple(name for name in _PLAYS if name != HARMLESS)


class _Server:
    def __init__(self) -> None:
        self._asked = 0

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            if head.startswith(b"GET /asked"):
                writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n%d" % self._asked)
            elif head.startswith(b"GET"):
                writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            else:
                length = re.search(rb"content-length: *(\d+)", head, re.IGNORECASE)
                body = await reader.readexactly(int(length[1]) if length else 0)
                self._asked += 1
                await self._flood(body, writer)
        writer.close()

    async def _flood(self, body: bytes, writer: asyncio.StreamWriter) -> None:
        played = re.findall(rb"play ([a-z]+)", body)
        begins, pieces, pause_s = _PLAYS[played[-1].decode()]
        writer.write(begins)
        for piece in pieces():
            writer.write(piece)
            await writer.drain()
            if pause_s:
                await asyncio.sleep(pause_s)


async def _run() -> None:
    server = await asyncio.start_server(_Server().talk, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)  # until the one who started it lets go


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        asyncio.run(_run())
