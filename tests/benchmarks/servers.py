"""A model server that only has to be fast, in a process of its own: `python -m tests.benchmarks.servers`.

    with model_server() as url: ...

It prints its port and serves until its standard input closes. What the person says is what it plays:

- `play stream-100000`: so many tokens, as fast as they are taken;
- `play paced-500-5000`: 500 tokens a second, 5000 in all;
- `play rounds-50`: asks for the tool `calculate` until the conversation holds 50 results, then answers.

As real servers do, each token is an event, and each event an HTTP chunk.
"""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from typing import Any

from tests.benchmarks.measure import ROOT, child_environ

__all__ = ["WORDS", "model_server"]

WORDS = ("The", " quick", " brown", " fox", " jumps", " over", " a", " lazy", " dog", ".")
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\nConnection: keep-alive\r\n\r\n"
WRITE_BYTES = 64 * 1024


@contextmanager
def model_server() -> Generator[str]:
    """The base URL of a server that runs while the context lasts."""
    command = [sys.executable, "-m", "tests.benchmarks.servers"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, env=child_environ(), **pipes) as process:
        assert process.stdin
        assert process.stdout
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}/v1"
        finally:
            process.stdin.close()


def _event(delta: dict[str, Any], finish: str | None = None, **more: Any) -> bytes:
    value = {
        "id": "chatcmpl-benchmark",
        "object": "chat.completion.chunk",
        "created": 1_790_000_000,
        "model": "benchmark",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
        **more,
    }
    return _chunk(b"data: " + json.dumps(value, separators=(",", ":")).encode() + b"\n\n")


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


TOKENS = tuple(_event({"content": word}) for word in WORDS)
END = _event({}, "stop", usage={"prompt_tokens": 10, "completion_tokens": 10}) + _chunk(b"data: [DONE]\n\n")
LAST = _chunk(b"")


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(asyncio.IncompleteReadError, ConnectionError):
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"content-length: *(\d+)", head, re.IGNORECASE)
            body = await reader.readexactly(int(length[1]) if length else 0)
            await _answer(body, writer)
    writer.close()


async def _answer(body: bytes, writer: asyncio.StreamWriter) -> None:
    script = re.search(rb'"play ([a-z]+[0-9-]+)"', body)
    kind, *numbers = script[1].decode().split("-") if script else ("stream", "1")
    if kind != "paced":
        writer.write(HEAD)
    match kind, [int(number) for number in numbers]:
        case "stream", [count]:
            await _stream(writer, count)
        case "paced", [rate, count]:
            await _paced(writer, rate, count)
        case "rounds", [rounds]:
            _round(writer, body.count(b'"role":"tool"'), rounds)
        case _:
            raise ValueError(f"no such script: {script}")
    writer.write(LAST)
    await writer.drain()


async def _stream(writer: asyncio.StreamWriter, count: int) -> None:
    turn = b"".join(TOKENS)
    many = turn * max(1, WRITE_BYTES // len(turn))
    block = len(TOKENS) * max(1, WRITE_BYTES // len(turn))
    for _ in range(count // block):
        writer.write(many)
        await writer.drain()
    for n in range(count % block):
        writer.write(TOKENS[n % len(TOKENS)])
    writer.write(END)


async def _paced(writer: asyncio.StreamWriter, rate: int, count: int) -> None:
    loop = asyncio.get_running_loop()
    began_at = loop.time()
    for n in range(count):
        await asyncio.sleep(max(0.0, began_at + n / rate - loop.time()))
        token = TOKENS[n % len(TOKENS)]
        writer.write(token if n else HEAD + token)
    writer.write(END)


def _round(writer: asyncio.StreamWriter, done: int, rounds: int) -> None:
    if done >= rounds:
        writer.write(TOKENS[0] + END)
        return
    call = {"index": 0, "id": f"call_{done}", "type": "function", "function": {"name": "calculate", "arguments": ""}}
    # Each another one: the engine ends a model that goes in circles.
    arguments = {"index": 0, "function": {"arguments": json.dumps({"expression": f"{done}+1"})}}
    writer.write(_event({"role": "assistant", "content": None, "tool_calls": [call]}))
    writer.write(_event({"tool_calls": [arguments]}))
    writer.write(_event({}, "tool_calls", usage={"prompt_tokens": 10, "completion_tokens": 10}))
    writer.write(_chunk(b"data: [DONE]\n\n"))


async def _main() -> None:
    server = await asyncio.start_server(_serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.buffer.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(_main())
