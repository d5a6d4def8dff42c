"""Getting a model with Ollama: how far it is over all its files, stopped, and what goes wrong."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path

import pytest

from inara_engine.errors import Conflict, Unavailable, UserError
from inara_engine.events import PullProgressed
from inara_engine.providers.ollama_pull import pull
from inara_engine.pulling import Pull, Pulls
from tests.support.scripted_server import CUT, HANG, ScriptedServer, Step, Turn, Until

VECTORS = json.loads((Path(__file__).parents[1] / "data" / "openai_stream_vectors.json").read_text())
NDJSON = {"Content-Type": "application/x-ndjson"}


def lines(*said: object, then: tuple[Step, ...] = ()) -> dict[str, Turn]:
    return {"/api/pull": Turn([*(json.dumps(one).encode() + b"\n" for one in said), *then], headers=NDJSON)}


class Told:
    """Pulls, and what they announced."""

    def __init__(self) -> None:
        self.events: list[PullProgressed] = []
        self.pulls = Pulls(self.events.append)

    async def ended(self, pull: Pull) -> Pull:
        async with asyncio.timeout(5):
            while (now := await self.pulls.show(pull.id)).state == "running":
                await asyncio.sleep(0.005)
        return now


@pytest.fixture
async def told() -> AsyncGenerator[Told]:
    made = Told()
    yield made
    await made.pulls.close()


async def test_how_far_it_is_counts_all_files(told: Told) -> None:
    vector = VECTORS["ollama_pull"]
    page = {"/api/pull": Turn([(line + "\n").encode() for line in vector["lines"]], headers=NDJSON)}
    async with ScriptedServer(pages=page) as server:
        pull = await told.ended(await told.pulls.start("tiny", server.base_url))
    assert (pull.state, pull.total, pull.done) == (
        "done",
        vector["expect"]["total"],
        vector["expect"]["completed_max"],
    )
    assert server.looks[0].json == {"model": "tiny", "stream": True}
    assert told.events[-1].state == "done"


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        (lines({"status": "pulling manifest"}, {"error": "pull model manifest: file does not exist"}), "no model"),
        (lines({"status": "pulling manifest"}, {"error": "no space left on device"}), "could not get"),
        (lines({"status": "pulling manifest"}), "stopped before"),
        (lines({"status": "pulling manifest"}, then=(CUT,)), "stopped before"),
        (lines("not an object"), "stopped before"),
    ],
)
async def test_what_goes_wrong_is_said_with_what_to_do(told: Told, pages: dict[str, Turn], words: str) -> None:
    async with ScriptedServer(pages=pages) as server:
        pull = await told.ended(await told.pulls.start("tiny", server.base_url))
    assert pull.state == "failed"
    assert words in pull.message
    assert pull.next_step


HEAD = b"HTTP/1.1 %d Scripted\r\nTransfer-Encoding: chunked\r\n\r\n"
LINE = b'{"status":"pulling aa","digest":"sha256:aa","total":100,"completed":60}\n'
SUCCESS = b'{"status":"success"}\n'


def chunks(*pieces: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)


@pytest.mark.parametrize(
    ("answer", "state", "words"),
    [
        ([HEAD % 200, chunks(LINE), Until, b"HTTP/1.1 502 Bad Gateway\r\n\r\n", HANG], "failed", "stopped before"),
        ([HEAD % 200, chunks(LINE), Until, b"no length", HANG], "failed", "stopped before"),
        ([HEAD % 200, chunks(LINE, SUCCESS), HANG], "done", "It is there."),
        ([HEAD % 500, chunks(b'{"error":"no space left"}'), HANG], "failed", "no space left"),
        ([HEAD % 500, chunks(*[b"x" * 65536] * 999), HANG], "failed", "could not get"),
    ],
    ids=["a second answer inside", "broken", "no end", "a refusal without end", "a refusal without measure"],
)
async def test_a_server_that_never_ends_its_answer_is_not_waited_for(
    told: Told, answer: list[Step | type[Until]], state: str, words: str
) -> None:
    begun = asyncio.Event()
    steps = [Until(begun) if isinstance(step, type) else step for step in answer]
    async with ScriptedServer(pages={"/api/pull": Turn(steps, raw=True)}) as server:
        one = await told.pulls.start("tiny", server.base_url)
        async with asyncio.timeout(10):
            while (now := await told.pulls.show(one.id)).state == "running":
                if now.done:
                    begun.set()
                await asyncio.sleep(0.005)
    assert (now.state, words in now.message) == (state, True)


@pytest.mark.parametrize(
    "steps", [[HANG], [HEAD % 200, chunks(LINE), HANG], [HEAD % 200, chunks(SUCCESS.strip()), HANG]]
)
async def test_a_server_that_falls_silent_is_given_up_in_the_end(steps: list[Step]) -> None:
    async with ScriptedServer(pages={"/api/pull": Turn(steps, raw=True)}) as server:
        origin = server.base_url.removesuffix("/v1")
        async with aclosing(pull(origin, "here", server.port, "tiny", patience_s=0.1)) as came:
            with pytest.raises(Unavailable, match="has been silent"):
                async for _ in came:
                    pass
        await server.client_left()


async def test_it_is_stopped_and_the_server_hears_of_it(told: Told) -> None:
    step = {"status": "pulling aa", "digest": "sha256:aa", "total": 100, "completed": 60}
    async with ScriptedServer(pages=lines(step, then=(HANG,))) as server:
        pull = await told.pulls.start("tiny", server.base_url)
        with pytest.raises(Conflict):
            await told.pulls.start("tiny", server.base_url)
        async with asyncio.timeout(5):
            while not (await told.pulls.show(pull.id)).done:
                await asyncio.sleep(0.005)
        stopped = await told.pulls.cancel(pull.id)
        await server.client_left()
    assert (stopped.state, stopped.done, stopped.total) == ("cancelled", 60, 100)


async def test_only_an_ollama_of_this_machine_is_asked(told: Told) -> None:
    with pytest.raises(UserError, match="not this machine"):
        await told.pulls.start("tiny", "http://models.invalid:11434")
    with pytest.raises(UserError, match="Which model"):
        await told.pulls.start(" ")
