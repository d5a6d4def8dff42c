"""Off the record leaves nothing on any disk: no file holds a word of it, and no write carried one."""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
import subprocess
import sys
from contextlib import aclosing
from pathlib import Path

import pytest

from inara_engine.errors import Conflict, NotFound, UserError
from inara_engine.events import Recorded
from inara_engine.face import Decision, Prompt, open_engine
from inara_engine.home import find_home
from inara_engine.remote import RemoteEngine, SocketServer
from tests.support.engines import engine_with, settled
from tests.support.loopback import loopback
from tests.support.scripted_server import call, calls_turn, text_turn

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("end", ["quit", "crash"])
def test_nothing_said_off_the_record_reaches_a_disk(tmp_path: Path, llama_server: str, end: str) -> None:
    canary = "canary" + secrets.token_hex(12)
    folders = {name: tmp_path / name for name in ("INARA_HOME", "HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")}
    for folder in (*folders.values(), tmp_path / "documents"):
        folder.mkdir(mode=0o700)
    (folders["INARA_HOME"] / "config.toml").write_text(
        f'[models.tiny]\nprovider = "openai"\nbase_url = "{llama_server}"\nmodel = "tiny"\nextra = {{ temperature = 0 }}\n'
        f'[workspace]\nroots = ["{tmp_path / "documents"}"]\n'
    )
    trace = tmp_path / "trace"
    run = subprocess.run(
        [
            *("strace", "-f", "-y", "-s", "1000000", "-xx", "-o", trace),
            *("-e", "trace=write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendmmsg"),
            *(sys.executable, "-m", "tests.support.off_record_run", end),
        ],
        env=os.environ | {name: str(folder) for name, folder in folders.items()} | {"CANARY": canary},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert "said complete" in run.stdout, run.stderr[-2000:]
    left = [
        file
        for file in tmp_path.rglob("*")
        if file.is_file() and file != trace and canary.encode() in file.read_bytes()
    ]
    assert left == []
    spelled = "".join(f"\\x{byte:02x}" for byte in canary.encode())
    carried = [line for line in trace.read_text(errors="replace").splitlines() if spelled in line]
    assert carried  # the model's server was told, over a socket: the trace does see writes
    # -xx spells descriptors too: a socket's begins with "socket:" or with the name of its protocol.
    sockets = tuple("<" + "".join(f"\\x{byte:02x}" for byte in name) for name in (b"socket:", b"TCP"))
    assert [line[:300] for line in carried if not any(name in line for name in sockets)] == []
    kept = b"".join(file.read_bytes() for file in folders["INARA_HOME"].glob("inara.db*"))
    assert b"on the record" in kept


@pytest.mark.parametrize("end", ["quit", "crash"])
async def test_copies_for_taking_something_back_go_with_what_was_said(home: Path, end: str) -> None:
    """What a tool wrote and the person then had deleted lies in such a copy word for word."""
    (home.parent / "user" / "work").mkdir(parents=True, exist_ok=True)
    canary = "canary" + secrets.token_hex(12)
    turns = (
        calls_turn(call("write_file", {"path": "a.txt", "content": canary})),
        calls_turn(call("delete_file", {"path": "a.txt"})),
        text_turn("Gone."),
    )
    async with engine_with(home, *turns) as (engine, _):
        job = await engine.submit(Prompt(text="Write, then delete", off_record=True))
        while (await settled(engine, job))["status"] == "awaiting_confirmation":
            (waiting,) = await engine.pending()
            await engine.answer(waiting.call_id, Decision(True, waiting.digest))
        said = await engine.undo_job(job)
        assert [line.split(" ", 1)[1] for line in said] == [
            "is as it was before.",
            "which was made by the call, is gone again.",
        ]
        if end == "crash":
            shutil.copytree(home / "undo", home / "lost")
    if end == "crash":
        shutil.rmtree(home / "undo")
        (home / "lost").rename(home / "undo")
        assert any(canary in file.read_text() for file in (home / "undo").rglob("*.*"))
        await (await open_engine(find_home())).close()
    assert [file for file in home.rglob("*") if file.is_file() and canary.encode() in file.read_bytes()] == []


async def test_a_session_off_the_record_is_listed_while_it_lives_and_gone_with_the_engine() -> None:
    home = find_home()
    engine = await open_engine(home)
    job = await engine.submit(Prompt(text="hello", off_record=True))
    [session] = await engine.sessions()
    assert session.off_record
    with pytest.raises(Conflict, match="off the record"):
        await engine.submit(Prompt(text="and on"), session.id)
    await engine.close()
    again = await open_engine(home)
    assert await again.sessions() == []
    with pytest.raises(NotFound):
        await again.job(job)
    await again.close()


async def test_a_kept_session_can_not_go_off_the_record() -> None:
    engine = await open_engine(find_home())
    await engine.submit(Prompt(text="hello"))
    [session] = await engine.sessions()
    with pytest.raises(Conflict, match="off the record"):
        await engine.submit(Prompt(text="now secret", off_record=True), session.id)
    await engine.close()


GEMINI = '[models.command]\nprovider = "gemini-cli"\nlabel = "Gemini CLI"\n'


async def test_a_model_that_keeps_a_record_of_its_own_is_not_asked_off_the_record(home: Path) -> None:
    (home / "config.toml").write_text(GEMINI)
    engine = await open_engine(find_home())
    with pytest.raises(UserError, match="Gemini CLI keeps its own record"):
        await engine.submit(Prompt(text="hello", off_record=True))
    assert await engine.sessions() == []
    await engine.close()


async def test_another_model_of_the_role_is_asked_in_its_place(home: Path) -> None:
    (home / "config.toml").write_text(
        f'{GEMINI}[models.tour]\nprovider = "demo"\n[roles.orchestrator]\nmodels = ["command", "tour"]\n'
        '[roles.chat]\nmodels = ["command", "tour"]\n'
    )
    engine = await open_engine(find_home())
    job = await engine.submit(Prompt(text="hello", mode="chat", off_record=True))
    report = await settled(engine, job)
    assert (report["status"], report["backend"]) == ("complete", "tour")
    await engine.close()


async def test_other_programs_do_not_learn_of_it_unless_they_began_it() -> None:
    """In no list and no stream of everything; by the id that only who began it was told, it is all there."""
    write = call("write_file", {"path": "canary.md", "content": "x"})
    async with loopback(calls_turn(write), calls_turn(write)) as api:
        server = SocketServer(api.engine, find_home().socket, lambda _: None)
        await server.start()
        remote = await RemoteEngine.connect(find_home().socket)
        assert remote is not None

        async def first_heard() -> Recorded:
            async with aclosing(remote.follow(None)) as events:
                return await anext(events)

        listening = asyncio.create_task(first_heard())
        mine = await api.job("whisper-http", off_record=True)
        theirs = await remote.submit(Prompt(text="whisper-socket", mode="agent", off_record=True))
        for job in (mine, theirs):
            assert (await api.waiting(job))["tools"][0]["name"] == "write_file"
        session = (await remote.job(theirs))["session_id"]
        assert len(await api.engine.shelf.page()) == len(await api.engine.pending()) == 2  # the window shows them

        for path in ("/sessions", "/sessions/search?q=whisper", "/orchestrate", "/questions"):
            assert (await api.get(path)).json() == [], path
        for listed in (
            remote.sessions(),
            remote.shelf.page(),
            remote.jobs(),
            remote.pending(),
            remote.search("whisper"),
        ):
            assert await listed == []
        assert [one.id for one in await remote.shelf.rows([session])] == [session]
        assert [one.job_id for one in await remote.jobs(session=session)] == [theirs]
        assert (await api.get(f"/orchestrate/{mine}")).json()["task"] == "whisper-http"
        await remote.cancel(theirs)
        assert (await api.post(f"/orchestrate/{mine}/cancel")).status_code == 200
        await api.job("aloud")
        assert not (await asyncio.wait_for(listening, 10)).session_id.startswith("private-")
        await remote.close()
        await server.close()
