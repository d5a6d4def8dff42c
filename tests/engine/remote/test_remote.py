"""The engine over the local socket: the same values as from the engine itself, and a clear end whatever happens."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from inara_engine.errors import Conflict, NotFound, UserError
from inara_engine.events import CaughtUp, JobFinished, Recorded, TextDelta
from inara_engine.face import LIVE, Decision, Engine, Face, Prompt, SettingsChange, open_engine
from inara_engine.home import find_home
from inara_engine.logs import Discreet
from inara_engine.remote import RemoteEngine, SocketServer, Summons, frames
from inara_engine.settings import ScheduleSettings
from tests.support.scripted_server import HANG, ScriptedServer, Turn, call, calls_turn, json_turn, text_turn
from tests.support.terminal import configure

WRITE = call("write_file", {"path": "note.md", "content": "A line.\n"})


@asynccontextmanager
async def served(shown: list[Summons] | None = None) -> AsyncGenerator[tuple[Engine, RemoteEngine]]:
    """An engine and a way to it through its socket."""
    home = find_home()
    engine = await open_engine(home)
    server = SocketServer(engine, home.socket, ([] if shown is None else shown).append)
    await server.start()
    remote = await RemoteEngine.connect(home.socket)
    assert remote is not None
    try:
        yield engine, remote
    finally:
        await remote.close()
        await server.close()
        await engine.close()


@pytest.fixture
async def model(home: Path) -> AsyncIterator[ScriptedServer]:
    pages = {"/v1/models": json_turn({"data": [{"id": "tiny"}]})}
    async with ScriptedServer(pages=pages) as server:
        configure(home, server.base_url)
        yield server


async def until_end(engine: Face, session: str, after: int = 0) -> list[Recorded]:
    """A session's events up to the first end of a job."""
    seen: list[Recorded] = []
    async with asyncio.timeout(10), aclosing(engine.follow(session, after)) as events:
        async for recorded in events:
            seen.append(recorded)
            if isinstance(recorded.event, JobFinished):
                break
    return seen


async def waits(engine: Face) -> None:
    async with asyncio.timeout(10):
        while not await engine.pending():
            await asyncio.sleep(0.01)


async def test_a_schedule_added_from_a_terminal_stands_in_the_file_as_it_was_typed(home: Path) -> None:
    """Over the socket all its fields come along; the file is the person's, and says what they said."""
    async with served() as (_, remote):
        await remote.schedule.add(ScheduleSettings(name="tea", cron="0 16 * * *", task="Tell me"))
    added = (home / "config.toml").read_text().rpartition("\n[[schedule]]\n")[2]
    assert added.strip() == 'name = "tea"\ncron = "0 16 * * *"\ntask = "Tell me"'


async def test_every_method_gives_the_engines_own_values(model: ScriptedServer) -> None:
    model.turns = [text_turn("One."), calls_turn(WRITE), text_turn("Two.")]
    async with served() as (engine, remote):
        await remote.submit(Prompt(text="first", origin="terminal"), "s1")
        await until_end(remote, "s1")
        job = await remote.submit(Prompt(text="second"), "s1")
        await waits(remote)

        pending = await remote.pending()
        assert pending == await engine.pending()
        assert pending[0].action.risk == 2
        assert await remote.jobs() == await engine.jobs()
        assert await remote.jobs(limit=1, before=job) == await engine.jobs(limit=1, before=job)
        assert await remote.job(job) == await engine.job(job)
        assert await remote.sessions() == await engine.sessions()
        assert await remote.sessions("first") == await engine.sessions("first")
        await remote.answer(pending[0].call_id, Decision(True, pending[0].digest, by="terminal"))
        async with asyncio.timeout(10):
            while (await remote.job(job))["status"] != "complete":
                await asyncio.sleep(0.01)

        assert await remote.settings() == await engine.settings()
        change = SettingsChange(((("defaults", "tier"), 1), (("models", "local", "extra"), {"seed": 7})))
        assert await remote.change_settings(change) == await engine.settings()
        assert (await engine.settings()).defaults.tier == 1
        assert await remote.problems() == await engine.problems()
        assert await remote.models() == await engine.models()
        assert await remote.test_model("local") == await engine.test_model("local")
        assert [found.base_url for found in await remote.discover()] == [f.base_url for f in await engine.discover()]
        assert await remote.diagnose() == await engine.diagnose()

        await remote.rename_session("s1", "Zürich 世界 \x1b")
        assert (await engine.sessions())[0].title == "Zürich 世界 \x1b"
        text = await remote.export_session("s1", "json")
        assert text == await engine.export_session("s1", "json")
        copy = await remote.import_session(text)
        assert copy in {session.id for session in await engine.sessions()}
        await remote.delete_session(copy)
        assert copy not in {session.id for session in await engine.sessions()}

        kept = await remote.set_secret("openai", "sk-12345678")
        assert (kept.place, "for this run only" in kept.reason) == ("run", True)
        assert await remote.secret_names() == await engine.secret_names() == ["openai"]
        assert await remote.delete_secret("openai")
        assert not await remote.delete_secret("openai")
        assert await engine.secret_names() == []

        assert await remote.memory.report() == await engine.memory.report("inara")
        with pytest.raises(NotFound, match="nobody"):
            await remote.memory.report(persona="nobody")


async def test_errors_arrive_as_what_they_are(model: ScriptedServer) -> None:
    async with served() as (engine, remote):
        for way in (engine, remote):
            with pytest.raises(NotFound, match="no job nope"):
                await way.job("nope")
            with pytest.raises(UserError, match="the task is empty"):
                await way.submit(Prompt(text=" "))
        model.turns = [calls_turn(WRITE)]
        job = await remote.submit(Prompt(text="write"))
        await waits(remote)
        (pending,) = await remote.pending()
        with pytest.raises(Conflict) as refused:
            await remote.answer(pending.call_id, Decision(True, "another digest"))
        assert refused.value.next_step == "Look at it again, then decide."
        await remote.cancel(job)
        with pytest.raises(Conflict):
            await remote.cancel(job)


async def test_follow_replays_then_goes_on_live(model: ScriptedServer) -> None:
    model.turns = [text_turn("One", " two."), text_turn("Three", " four.")]
    async with served() as (engine, remote):
        await engine.submit(Prompt(text="first"), "s1")
        await until_end(engine, "s1")
        async with aclosing(remote.follow("s1")) as events:
            replayed: list[Recorded] = []
            async for recorded in events:
                replayed.append(recorded)
                if isinstance(recorded.event, CaughtUp):
                    break
            await engine.submit(Prompt(text="second"), "s1")
            live: list[Recorded] = []
            async for recorded in events:
                live.append(recorded)
                if isinstance(recorded.event, JobFinished):
                    break
        stored = [replace(recorded, at=0.0) for recorded in [*replayed, *live] if recorded.event.durable]
        assert stored == [replace(r, at=0.0) for r in await _stored(engine, "s1")]
        said = "".join(recorded.event.text for recorded in live if isinstance(recorded.event, TextDelta))
        assert said == "Three four."


async def test_follow_may_name_the_kinds_of_events(model: ScriptedServer) -> None:
    model.turns = [text_turn("One.")]
    async with served() as (engine, remote):
        await engine.submit(Prompt(text="first"), "s1")
        await until_end(engine, "s1")
        async with asyncio.timeout(10), aclosing(remote.follow("s1", kinds=["model_finished"])) as events:
            heard = [recorded.event.kind async for recorded in _until_caught_up(events)]
        assert heard == ["model_finished", "caught_up"]


async def _until_caught_up(events: AsyncGenerator[Recorded]) -> AsyncGenerator[Recorded]:
    async for recorded in events:
        yield recorded
        if isinstance(recorded.event, CaughtUp):
            return


async def test_a_follow_can_be_left_and_another_begun(model: ScriptedServer) -> None:
    model.turns = [text_turn("One.")]
    async with served() as (_, remote):
        for _ in range(3):
            async with aclosing(remote.follow(None, LIVE)) as events:
                coming = asyncio.ensure_future(anext(events))
                await remote.sessions()  # a round trip: the server follows by now
                assert follows()
                coming.cancel()
                await asyncio.gather(coming, return_exceptions=True)
            async with asyncio.timeout(5):
                while follows():
                    await asyncio.sleep(0.01)
        await remote.submit(Prompt(text="still works"), "s1")
        assert isinstance((await until_end(remote, "s1"))[-1].event, JobFinished)


async def test_an_answer_given_by_one_lets_the_other_see_the_end(model: ScriptedServer, home: Path) -> None:
    model.turns = [calls_turn(WRITE), text_turn("Done.")]
    async with served() as (_, first):
        second = await RemoteEngine.connect(find_home().socket)
        assert second is not None
        watching = asyncio.create_task(until_end(first, "s1", LIVE))
        await asyncio.sleep(0)
        await first.submit(Prompt(text="write"), "s1")
        await waits(second)
        (pending,) = await second.pending()
        await second.answer(pending.call_id, Decision(True, pending.digest))
        assert (await watching)[-1].event == JobFinished(status="complete")
        await second.close()
    assert (home.parent / "user" / "work" / "note.md").read_text() == "A line.\n"


async def test_the_end_of_the_other_side_is_told_to_every_caller(model: ScriptedServer) -> None:
    """In the middle of a call, of a follow, and for every call after."""
    model.turns = [Turn([HANG])]
    home = find_home()
    engine = await open_engine(home)
    server = SocketServer(engine, home.socket, lambda _: None)
    await server.start()
    remote = await RemoteEngine.connect(home.socket)
    assert remote is not None
    following = asyncio.create_task(until_end(remote, "s1", LIVE))
    await remote.submit(Prompt(text="hi"), "s1")
    await server.close()
    await engine.close()
    for gone in (following, remote.sessions(), until_end(remote, "s1")):
        with pytest.raises(UserError, match="The running Inara ended"):
            await gone
    await remote.close()
    assert await RemoteEngine.connect(home.socket) is None


async def test_a_second_start_asks_for_the_window(model: ScriptedServer) -> None:
    shown: list[Summons] = []
    async with served(shown) as (_, remote):
        await remote.show()
        await remote.show(Summons("quick", "a text"))
    assert shown == [Summons("window"), Summons("quick", "a text")]


@pytest.mark.parametrize(
    "garbage",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"\x00\xff\xfe\n",
        b"[1]\n",
        b'{"call": "sessions"}\n',
        b'{"id": {}, "call": "sessions"}\n',
        b'{"stop": [1]}\n',
        b"[" * 100_000 + b"\n",
        b'{"id": 1, "call": "sess',
    ],
)
async def test_garbage_drops_its_connection_and_no_other(model: ScriptedServer, garbage: bytes) -> None:
    async with served() as (_, remote):
        assert await spoken(garbage) == b""
        assert await remote.sessions() == []


@pytest.mark.parametrize(
    "frame",
    [
        {"id": 1, "call": "no_such_call"},
        {"id": 1, "call": "close"},
        {"id": 1, "call": "__init__"},
        {"id": 1, "call": "job", "args": {"job": 3}},
        {"id": 1, "call": "job", "args": {"other": "x"}},
        {"id": 1, "call": "job", "args": [1]},
        {"id": 1, "call": "follow", "args": {}},
        {"id": 1},
    ],
)
async def test_a_call_that_does_not_fit_is_answered_with_an_error(
    model: ScriptedServer, frame: dict[str, object]
) -> None:
    async with served():
        answer = json.loads(await spoken(json.dumps(frame).encode() + b"\n", lines=1))
    assert answer["id"] == 1
    assert answer["error"]["next_step"].startswith("Both sides must be the same Inara")


async def test_what_a_call_that_does_not_fit_said_is_not_in_the_log(
    model: ScriptedServer, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As from a terminal of another version: a prompt off the record, or a key."""
    prompt = {"id": 1, "call": "submit", "args": {"prompt": {"text": ["canary-0451"], "off_record": True}}}
    key = {"id": 2, "call": "set_secret", "args": {"name": "mine", "value": ["canary-0451"]}}
    monkeypatch.setattr(caplog.handler, "formatter", Discreet())  # as the log file is written
    async with served():
        await spoken(b"".join(json.dumps(frame).encode() + b"\n" for frame in (prompt, key)), lines=2)
    assert "the call submit did not fit" in caplog.text
    assert "the call set_secret did not fit" in caplog.text
    assert "canary" not in caplog.text


async def test_a_frame_beyond_the_limit_drops_its_connection(
    model: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frames, "LIMIT", 100_000)
    async with served() as (_, remote):
        assert await spoken(b'{"id": 1, "call": "sessions", "x": "' + b"x" * 500_000) == b""
        assert await remote.sessions() == []


async def test_a_large_conversation_fits_a_frame(model: ScriptedServer) -> None:
    text = json.dumps({"title": "x", "messages": [{"role": "user", "content": "x" * 5_000_000}]})
    async with served() as (engine, remote):
        session = await remote.import_session(text)
        assert await remote.export_session(session, "md") == await engine.export_session(session, "md")


async def test_only_this_user_is_let_in(model: ScriptedServer) -> None:
    """The folder is private; were it not, the server still asks the system who connects."""
    async with served() as (_, remote):
        socket = find_home().socket
        assert socket.stat().st_mode & 0o777 == 0o600
        assert socket.parent.stat().st_mode & 0o777 == 0o700
        if os.getuid() != 0:
            return  # only root can become somebody else
        for folder in (socket, *list(socket.parents)[:3]):
            folder.chmod(0o777)
        program = (
            "import socket, sys; s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1]);"
            's.sendall(b\'{"id": 1, "call": "sessions", "args": {}}\\n\'); print(len(s.recv(100)))'
        )
        process = await asyncio.create_subprocess_exec(
            *("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "/usr/bin/python3", "-c", program),
            str(socket),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, err = await process.communicate()
        assert out == b"0\n" or b"ConnectionResetError" in err or b"BrokenPipe" in err, (out, err)
        assert await remote.sessions() == []


async def test_a_home_with_a_long_path_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket's address has at most 107 bytes; the path of a home may have more."""
    monkeypatch.setenv("INARA_HOME", str(tmp_path / ("long " * 30) / "ü"))
    async with served() as (engine, remote):
        assert len(os.fsencode(find_home().socket)) > 107
        assert await remote.models() == await engine.models()


async def test_who_listens_but_does_not_answer_is_given_up_on(home: Path) -> None:
    """The caller sets the limit; what it gave up on leaves nothing behind."""
    (home / "run").mkdir()

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_unix_server(silent, find_home().socket)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await RemoteEngine.connect(find_home().socket)
    server.close()


async def spoken(data: bytes, lines: int = 0) -> bytes:
    """What the server answers to raw bytes: so many lines, or all until it hangs up."""
    async with frames.address(find_home().socket) as address:
        reader, writer = await asyncio.open_unix_connection(address)
    writer.write(data)
    if b"\n" not in data and lines == 0:
        with suppress(ConnectionError, OSError):
            writer.write_eof()
    try:
        async with asyncio.timeout(10):
            with suppress(ConnectionError):
                if lines:
                    return b"".join([await reader.readline() for _ in range(lines)])
                return await reader.read()
            return b""
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


def follows() -> list[asyncio.Task[None]]:
    """The server's tasks that follow for somebody."""
    return [task for task in asyncio.all_tasks() if task.get_name() == "remote follow"]


async def _stored(engine: Engine, session: str) -> list[Recorded]:
    stored: list[Recorded] = []
    async with aclosing(engine.follow(session)) as events:
        async for recorded in events:
            if isinstance(recorded.event, CaughtUp):
                return stored
            stored.append(recorded)
    return stored
