"""One question, three places to answer it: the window, the terminal and HTTP. Whichever comes first counts, once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from inara_engine.errors import Conflict, NotFound
from inara_engine.face import Decision
from inara_engine.home import find_home
from inara_engine.remote import RemoteEngine, SocketServer
from tests.support.loopback import loopback
from tests.support.scripted_server import call, calls_turn, text_turn

WRITES = calls_turn(call("write_file", {"path": "note.md", "content": "Once.\n"}))
PLACES = ("window", "terminal", "http")


@pytest.mark.parametrize("first", PLACES)
async def test_the_first_answer_counts_and_the_others_are_told(first: str) -> None:
    async with loopback(WRITES, text_turn("Done.")) as api:
        server = SocketServer(api.engine, find_home().socket, lambda _: None)
        await server.start()
        terminal = await RemoteEngine.connect(find_home().socket)
        assert terminal is not None
        try:
            job = await api.job("write it")
            asked = (await api.waiting(job))["tools"][0]
            call_id, digest = asked["call_id"], asked["digest"]

            async def from_http() -> bool:
                decision = {"call_id": call_id, "digest": digest, "approve": True}
                answered = await api.post(f"/orchestrate/{job}/confirm", {"decisions": [decision]})
                assert answered.status_code in {200, 404, 409}
                return answered.status_code == 200

            async def through(engine: RemoteEngine, by: str) -> bool:
                try:
                    await engine.answer(call_id, Decision(approved=True, digest=digest, by=by))
                except (Conflict, NotFound):
                    return False
                return True

            answers: dict[str, Callable[[], Awaitable[bool]]] = {
                "window": lambda: through(api.engine, "window"),  # type: ignore[arg-type] # the same face
                "terminal": lambda: through(terminal, "terminal"),
                "http": from_http,
            }
            assert await answers[first]()
            others = [place for place in PLACES if place != first]
            assert not any(await asyncio.gather(*(answers[place]() for place in others)))
            report = await api.ended(job)
            assert [(one["name"], one["outcome"]) for one in report["tool_calls"]] == [("write_file", "ok")]
            trace = (await api.get(f"/orchestrate/{job}/trace")).json()
            by = [entry["event"]["by"] for entry in trace if entry["kind"] == "confirmation_answered"]
            assert by == [first]
        finally:
            await terminal.close()
            await server.close()


async def test_all_at_once_it_runs_once() -> None:
    async with loopback(WRITES, text_turn("Done.")) as api:
        job = await api.job("write it")
        asked = (await api.waiting(job))["tools"][0]

        async def answer(by: str) -> bool:
            try:
                await api.engine.answer(asked["call_id"], Decision(approved=True, digest=asked["digest"], by=by))
            except (Conflict, NotFound):
                return False
            return True

        assert sum(await asyncio.gather(*(answer(place) for place in PLACES * 5))) == 1
        assert (await api.ended(job))["tool_calls"][0]["outcome"] == "ok"
