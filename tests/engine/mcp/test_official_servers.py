"""The reference servers from npm, over stdio and over HTTP: their tools listed and called, as a job would."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import httpx
import pytest

from inara_engine.mcp.connection import Connection
from inara_engine.mcp.definitions import read
from inara_engine.mcp.values import HttpTarget, Listing, Result, ServerFailed, StdioTarget, Target
from inara_engine.mcp.worker import Worker
from inara_engine.tools.asking import Answer, Question
from tests.support.npm_servers import NODE, npm_server

EVERYTHING = {
    *("echo", "get-annotated-message", "get-env", "get-resource-links", "get-resource-reference"),
    *("get-structured-content", "get-sum", "get-tiny-image", "trigger-elicitation-request"),
}
FILES = {"read_text_file", "read_media_file", "write_file", "edit_file", "list_directory", "search_files"}


class Spoken:
    """A server, spoken to in a worker of its own."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._worker = Worker()
        self.asked: list[Question] = []

    async def start(self) -> Listing:
        connection_type = await self._worker.connection_type()

        async def start() -> tuple[Connection, Listing]:
            connection = connection_type("peer", self._target, (), 20)
            return connection, await connection.start()

        try:
            self._connection, self.listing = await self._worker.run(start)
        except BaseException:
            await self._worker.aclose()
            raise
        self._hashes = {one.tool: one.hash for one in read("peer", self.listing.tools)}
        return self.listing

    async def call(self, tool: str, answer: Answer | None = None, /, **arguments: Any) -> Result:
        async def ask(question: Question) -> Answer:
            self.asked.append(question)
            return answer or Answer("cancel")

        return await self.do(lambda c: c.call(tool, self._hashes[tool], arguments, ask if answer else None, None))

    async def do(self, work: Callable[[Connection], Coroutine[Any, Any, Any]]) -> Any:
        return await self._worker.run(lambda: work(self._connection))

    async def stop(self) -> None:
        await self._worker.run(self._connection.stop)
        await self._worker.aclose()


def environment() -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": os.environ["HOME"]}


def stdio(command: str, *arguments: str) -> StdioTarget:
    return StdioTarget(str(NODE), (npm_server(command), *arguments), environment())


async def over_http(port: int) -> asyncio.subprocess.Process:
    process = await asyncio.create_subprocess_exec(
        str(NODE),
        npm_server("mcp-server-everything"),
        "streamableHttp",
        env={**environment(), "PORT": str(port)},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    async with asyncio.timeout(20), httpx.AsyncClient() as client:
        while True:
            try:
                await client.get(f"http://127.0.0.1:{port}/mcp")
            except httpx.TransportError:
                await asyncio.sleep(0.05)
            else:
                return process


@pytest.fixture(params=["stdio", "http"])
async def everything(request: pytest.FixtureRequest) -> AsyncIterator[Spoken]:
    process: asyncio.subprocess.Process | None = None
    if request.param == "http":
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        process = await over_http(port)
        spoken = Spoken(HttpTarget(f"http://127.0.0.1:{port}/mcp"))
    else:
        spoken = Spoken(stdio("mcp-server-everything", "stdio"))
    await spoken.start()
    yield spoken
    await spoken.stop()
    if process is not None:
        process.kill()
        await process.wait()


async def test_everything(everything: Spoken) -> None:
    """Text, structured content, pictures, embedded and linked resources, a form, prompts, resources."""
    assert {tool["name"] for tool in everything.listing.tools} >= EVERYTHING
    assert (await everything.call("echo", message="Grüße")).text == "Echo: Grüße"
    assert "5" in (await everything.call("get-sum", a=2, b=3)).text
    assert (await everything.call("get-sum", a="two", b=3)).failed

    picture = await everything.call("get-tiny-image")
    assert [image.media_type for image in picture.images] == ["image/png"]
    assert "[Picture 1: image/png, 4 KB]" in picture.text
    assert (await everything.call("get-structured-content", location="Chicago")).text.count("temperature") == 1
    assert "[Link: " in (await everything.call("get-resource-links", count=2)).text
    reference = await everything.call("get-resource-reference", resourceType="Text", resourceId=1)
    assert "[demo://resource/dynamic/text/1]\nResource 1: This is a plaintext resource" in reference.text

    answered = await everything.call("trigger-elicitation-request", Answer("accept", {"name": "Ada"}))
    assert "Name: Ada" in answered.text
    assert everything.asked[0].form is not None
    assert everything.asked[0].form["required"] == ["name"]
    assert "declined" in (await everything.call("trigger-elicitation-request", Answer("decline"))).text
    assert "cancelled" in (await everything.call("trigger-elicitation-request")).text  # nobody there to ask

    assert {prompt.name for prompt in everything.listing.prompts} >= {"simple-prompt", "args-prompt"}
    asked = await everything.do(lambda c: c.prompt("args-prompt", {"city": "Bonn", "state": "NRW"}))
    assert "Bonn" in asked.text
    resource = next(one for one in everything.listing.resources if not one.template)
    assert (await everything.do(lambda c: c.read(resource.uri))).text


async def test_filesystem(tmp_path: Path) -> None:
    folder, secret = tmp_path / "granted", tmp_path / "secret.txt"
    folder.mkdir()
    secret.write_text("canary")
    (folder / "note.txt").write_text("Buy milk")
    spoken = Spoken(stdio("mcp-server-filesystem", str(folder)))
    listing = await spoken.start()
    assert {tool["name"] for tool in listing.tools} >= FILES
    assert (await spoken.call("read_text_file", path=str(folder / "note.txt"))).text == "Buy milk"
    await spoken.call("write_file", path=str(folder / "new.txt"), content="Neu")
    assert (folder / "new.txt").read_text() == "Neu"
    refused = await spoken.call("read_text_file", path=str(secret))
    assert refused.failed
    assert "canary" not in refused.text
    await spoken.stop()


async def test_nobody_there() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        spoken = Spoken(HttpTarget(f"http://127.0.0.1:{probe.getsockname()[1]}/mcp"))
        with pytest.raises(ServerFailed, match=r"could not be|broke|answer"):
            await spoken.start()


async def test_another_host_while_local_only_is_on() -> None:
    spoken = Spoken(HttpTarget("http://mcp.example.com/mcp", refusal=lambda host: f"local_only is on, and {host} …"))
    with pytest.raises(ServerFailed, match=r"local_only is on, and mcp\.example\.com"):
        await spoken.start()
