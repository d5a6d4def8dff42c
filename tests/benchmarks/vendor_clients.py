"""Why Inara speaks the vendors' wire formats itself: what their own clients cost beside our providers.

Importing each (CPU, and what it does to frames when done in a thread under the window's loop), and CPU
per 100,000 streamed tokens. `python -m tests.benchmarks vendor_clients [TOKENS] [RUNS]`.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable, Generator
from contextlib import aclosing, contextmanager
from functools import partial
from multiprocessing import Process, Queue

from tests.benchmarks.clients import on_loop
from tests.benchmarks.measure import Figures, medians, print_table, ran_as_child, sample

WORDS = ("The", " quick", " brown", " fox", " jumps", " over", " a", " lazy", " dog", ".")
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
FRAME_S = 1 / 60


def anthropic_events(tokens: int) -> Generator[bytes]:
    from tests.support.anthropic_server import message_steps, text

    yield from (
        step for step in message_steps(text(*(WORDS[n % 10] for n in range(tokens)))) if isinstance(step, bytes)
    )


def gemini_events(tokens: int) -> Generator[bytes]:
    from tests.support.gemini_server import chunks, text

    yield from (step for step in chunks(*([text(WORDS[n % 10])] for n in range(tokens))) if isinstance(step, bytes))


def _serve(ports: Queue[int], tokens: int) -> None:
    """Any POST under /v1/messages gets Anthropic's stream, any other Gemini's; each event an HTTP chunk."""
    ready: dict[bool, bytes] = {}
    for is_anthropic, events in ((True, anthropic_events), (False, gemini_events)):
        ready[is_anthropic] = b"".join(b"%x\r\n%b\r\n" % (len(made), made) for made in events(tokens)) + b"0\r\n\r\n"

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(
            int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")
        )
        await reader.readexactly(length)
        body = ready[b"/v1/messages" in head.split(b"\r\n", 1)[0]]
        writer.write(HEAD)
        for at in range(0, len(body), 65536):
            writer.write(body[at : at + 65536])
            await writer.drain()
        writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        ports.put(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


@contextmanager
def vendor_server(tokens: int) -> Generator[str]:
    ports: Queue[int] = Queue()
    process = Process(target=_serve, args=(ports, tokens), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{ports.get(timeout=60)}"
    finally:
        process.terminate()
        process.join()


async def _streamed(work: Callable[[], Awaitable[int]]) -> Figures:
    cpu, wall = time.process_time(), time.perf_counter()
    characters = await work()
    return {"cpu_s": time.process_time() - cpu, "wall_s": time.perf_counter() - wall, "characters": float(characters)}


def anthropic_client(url: str) -> Figures:
    import anthropic

    async def work() -> int:
        size = 0
        client = anthropic.AsyncAnthropic(api_key="key", base_url=url)
        stream = await client.messages.create(
            model="m", max_tokens=9, messages=[{"role": "user", "content": "go"}], stream=True
        )
        async for made in stream:
            if made.type == "content_block_delta" and made.delta.type == "text_delta":
                size += len(made.delta.text)
        await client.close()
        return size

    return on_loop("asyncio", partial(_streamed, work))


def gemini_client(url: str) -> Figures:
    from google import genai
    from google.genai import types

    async def work() -> int:
        size = 0
        client = genai.Client(api_key="key", http_options=types.HttpOptions(base_url=url))
        async for made in await client.aio.models.generate_content_stream(model="m", contents="go"):
            size += len(made.text or "")
        await client.aio.aclose()
        return size

    return on_loop("asyncio", partial(_streamed, work))


def _our_provider(name: str, url: str) -> Figures:
    from inara_engine.events import TextDelta
    from inara_engine.messages import Message
    from inara_engine.providers import connection_errors
    from inara_engine.providers.anthropic import Anthropic
    from inara_engine.providers.base import ModelRequest
    from inara_engine.providers.gemini import Gemini

    del connection_errors  # the HTTP libraries: imports have their own table

    async def work() -> int:
        size = 0
        provider = (Anthropic if name == "anthropic" else Gemini)(url, "key")
        async with aclosing(provider.stream(ModelRequest("m", (Message("user", "go"),)))) as events:
            async for made in events:
                size += len(made.text) if isinstance(made, TextDelta) else 0
        await provider.aclose()
        return size

    return on_loop("asyncio", partial(_streamed, work))


def _import(what: str) -> Figures:
    """Import in a thread while a frame is due every 16.7 ms on the window's loop: CPU, and by how much frames were late."""
    import importlib

    async def work() -> Figures:
        late: list[float] = []
        done = False

        async def frames() -> None:
            while not done:
                due = time.perf_counter() + FRAME_S
                await asyncio.sleep(FRAME_S)
                late.append(time.perf_counter() - due)

        painting = asyncio.create_task(frames())
        await asyncio.sleep(0.2)
        late.clear()
        cpu, wall = time.process_time(), time.perf_counter()
        await asyncio.to_thread(importlib.import_module, what)
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        done = True
        await painting
        over = sum(1 for one in late if one > FRAME_S)
        return {"cpu_s": cpu, "wall_s": wall, "worst_ms": max(late) * 1000, "late": float(over)}

    return on_loop("qasync", work)


VARIANTS = {
    "anthropic client": anthropic_client,
    "anthropic ours": partial(_our_provider, "anthropic"),
    "gemini client": gemini_client,
    "gemini ours": partial(_our_provider, "gemini"),
    "import": _import,
}
IMPORTS = ("anthropic", "google.genai.models", "inara_engine.providers.connection_errors")


def main(tokens: int = 100_000, runs: int = 3) -> None:
    """Print the tables."""
    found = medians({name: partial(sample, "vendor_clients", "import", name) for name in IMPORTS}, runs)
    rows = [
        (name, f"{made['cpu_s']:.2f}", f"{made['wall_s']:.2f}", f"{made['worst_ms']:.0f}", f"{made['late']:.0f}")
        for name, made in found.items()
    ]
    print_table(
        "Import in a thread under the window's loop",
        ("", "CPU s", "wall s", "worst frame late by ms", "frames missed"),
        rows,
    )
    streams = [name for name in VARIANTS if name != "import"]
    with vendor_server(tokens) as url:
        found = medians({name: partial(sample, "vendor_clients", name, url) for name in streams}, runs)
    rows = [(name, f"{made['cpu_s'] / tokens * 100_000:.2f}", f"{made['wall_s']:.2f}") for name, made in found.items()]
    print_table(f"{tokens} tokens at full speed", ("", "CPU s / 100k tokens", "wall s"), rows)


if __name__ == "__main__" and not ran_as_child(VARIANTS):
    main(*map(int, sys.argv[1:]))
