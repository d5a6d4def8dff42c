"""The loopback interface over a real engine and a scripted model, and a client of it.

async with loopback(text_turn("Hello.")) as api:
    report = await api.ended(await api.job("greet"))
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from inara_engine.api import Limits, LoopbackServer
from inara_engine.face import Engine, open_engine
from inara_engine.home import find_home
from inara_engine.personas import Personas
from tests.support.scripted_server import ScriptedServer, Turn
from tests.support.terminal import configure

__all__ = ["TOKEN", "Loopback", "loopback"]

TOKEN = "a-token-of-the-tests"
LIMIT_S = 20.0  # a hang fails the test instead of stopping the suite


class Loopback:
    """A running interface and its client, which shows the token. `work` is the folder tools may work in."""

    def __init__(
        self,
        server: LoopbackServer,
        engine: Engine,
        model: ScriptedServer,
        port: int,
        work: Path,
        silence: asyncio.Event,
    ) -> None:
        self.server = server
        self.engine = engine
        self.model = model
        self.port = port
        self.work = work
        self.url = f"http://127.0.0.1:{port}"
        self.client = httpx.AsyncClient(
            base_url=self.url, headers={"Authorization": f"Bearer {TOKEN}"}, timeout=LIMIT_S, trust_env=False
        )
        self._silence = silence

    async def get(self, path: str) -> httpx.Response:
        return await self.client.get(path)

    async def post(self, path: str, body: object = None) -> httpx.Response:
        return await self.client.post(path) if body is None else await self.client.post(path, json=body)

    async def job(self, task: str, **more: object) -> str:
        """Give a task; the job's id."""
        given = await self.post("/orchestrate", {"task": task, **more})
        assert given.status_code == 200, given.text
        return str(given.json()["job_id"])

    async def show(self, job: str) -> dict[str, Any]:
        return (await self.get(f"/orchestrate/{job}")).json()

    async def until(self, job: str, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The job's report once something is true of it."""
        async with asyncio.timeout(LIMIT_S):
            while not holds(report := await self.show(job)):
                await asyncio.sleep(0.01)
        return report

    async def ended(self, job: str) -> dict[str, Any]:
        return await self.until(job, lambda report: report["completed_at"] is not None)

    async def waiting(self, job: str) -> dict[str, Any]:
        """What the job asks for, once it does."""
        report = await self.until(job, lambda report: report["status"] == "awaiting_confirmation")
        return report["pending_confirmation"]

    async def stream(
        self, job: str, after: int | None = None, *, header: bool = False
    ) -> AsyncGenerator[dict[str, Any]]:
        """The job's events, each with its id."""
        query = f"?after={after}" if after is not None and not header else ""
        headers = {"Last-Event-ID": str(after)} if header else {}
        async with self.client.stream("GET", f"/orchestrate/{job}/stream{query}", headers=headers) as response:
            assert response.status_code == 200, await response.aread()
            assert response.headers["content-type"].startswith("text/event-stream")
            place = None
            async for line in response.aiter_lines():
                if line.startswith("id: "):
                    place = int(line[4:])
                elif line.startswith("data: "):
                    assert place is not None, line
                    yield {"id": place, **json.loads(line[6:])}
                    place = None

    async def streamed(
        self, job: str, after: int | None = None, *, header: bool = False, until: str = ""
    ) -> list[dict[str, Any]]:
        """The job's events to their end, or to the first of a type."""
        events: list[dict[str, Any]] = []
        async with asyncio.timeout(LIMIT_S), aclosing(self.stream(job, after, header=header)) as stream:
            async for event in stream:
                events.append(event)
                if event["type"] == until:
                    break
        return events

    def pass_silence(self) -> None:
        """As long a quiet passes as calls for a sign of life."""
        self._silence.set()
        self._silence.clear()


@asynccontextmanager
async def loopback(
    *turns: Turn, config: str = "", limits: Limits | None = None, **model: object
) -> AsyncGenerator[Loopback]:
    """An engine whose one model plays these turns, served; `config` is added to its config.toml, `model` to its model."""
    home = find_home(os.environ)
    silence = asyncio.Event()

    async def quiet() -> None:
        await silence.wait()

    async with ScriptedServer(turns) as server_of_model:
        work = configure(home.data, server_of_model.base_url, **model)
        with home.config_file.open("a") as file:
            file.write(config)
        engine = await open_engine(home)
        server = LoopbackServer(
            engine,
            port=0,
            token=TOKEN,
            resolve=engine.secrets.resolve,
            personas=Personas(home).names,
            silence=quiet,
            limits=limits or Limits(),
        )
        port = await server.start()
        api = Loopback(server, engine, server_of_model, port, work, silence)
        try:
            yield api
        finally:
            await api.client.aclose()
            await server.close()
            await engine.close()
