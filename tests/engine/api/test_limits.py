"""What one client may take: slow, long, many, or gone, it costs nobody else anything."""

from __future__ import annotations

import asyncio
import socket
import sys
from pathlib import Path

import pytest

from inara_engine.api import Limits, LoopbackServer, bodies, token
from inara_engine.errors import UserError
from inara_engine.face import open_engine
from inara_engine.home import find_home
from inara_engine.secrets import Secrets
from tests.support.loopback import TOKEN, Loopback, loopback
from tests.support.scripted_server import Turn, Until, chunk, sse

HEAD = "Host: 127.0.0.1:{port}\r\nAuthorization: Bearer " + TOKEN + "\r\n"


async def closed_by_the_server(reader: asyncio.StreamReader) -> None:
    """Return once the connection is gone, by an end or a reset."""
    async with asyncio.timeout(10):
        try:
            while await reader.read(65536):
                pass
        except ConnectionError:
            pass


async def test_a_head_that_drips_in_ends_its_connection() -> None:
    async with loopback(limits=Limits(head_s=0.2)) as api:
        for start in (b"", b"GET /orch", b"GET /orchestrate HTTP/1.1\r\nX: y\r\n"):
            reader, writer = await asyncio.open_connection("127.0.0.1", api.port)
            writer.write(start)
            await closed_by_the_server(reader)
            writer.close()


async def test_the_next_head_on_a_connection_may_not_drip_either() -> None:
    async with loopback(limits=Limits(head_s=0.2)) as api:
        reader, writer = await asyncio.open_connection("127.0.0.1", api.port)
        writer.write(f"GET /v1/models HTTP/1.1\r\n{HEAD.format(port=api.port)}\r\n".encode())
        assert b"200 OK" in await reader.readuntil(b"\r\n\r\n")
        writer.write(b"GET /v1")
        await closed_by_the_server(reader)
        writer.close()


async def test_a_body_that_drips_in_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "BODY_S", 0.2)
    async with loopback() as api:
        reader, writer = await asyncio.open_connection("127.0.0.1", api.port)
        head = HEAD.format(port=api.port)
        writer.write(f"POST /orchestrate HTTP/1.1\r\n{head}Content-Type: application/json\r\n".encode())
        writer.write(b'Content-Length: 100\r\n\r\n{"task"')
        assert b" 408 " in await reader.readline()
        writer.close()
        assert (await api.get("/orchestrate")).json() == []


async def test_a_body_that_is_cut_off_starts_nothing() -> None:
    async with loopback() as api:
        _, writer = await asyncio.open_connection("127.0.0.1", api.port)
        head = HEAD.format(port=api.port)
        writer.write(f"POST /orchestrate HTTP/1.1\r\n{head}Content-Type: application/json\r\n".encode())
        writer.write(b'Content-Length: 100\r\n\r\n{"task": "x"}')
        await writer.drain()
        writer.close()
        await writer.wait_closed()
        assert (await api.get("/orchestrate")).json() == []


async def test_a_body_too_long_is_refused_before_it_is_read() -> None:
    async with loopback() as api:
        reader, writer = await asyncio.open_connection("127.0.0.1", api.port)
        head = HEAD.format(port=api.port)
        writer.write(f"POST /orchestrate HTTP/1.1\r\n{head}Content-Type: application/json\r\n".encode())
        writer.write(b"Expect: 100-continue\r\nContent-Length: 99999999999\r\n\r\n")
        assert b" 413 " in await reader.readline()
        writer.close()


async def test_a_deep_body_is_refused() -> None:
    async with loopback() as api:
        deep = b'{"task": ' + b"[" * 200_000
        refused = await api.client.post("/orchestrate", content=deep, headers={"Content-Type": "application/json"})
        assert refused.status_code in {400, 422}


async def test_a_reader_who_does_not_read_is_let_go_and_holds_up_nobody() -> None:
    """As long an answer as a model may give: one takes it all, one takes nothing."""
    size = 11 * 65_536
    begin = asyncio.Event()
    pieces = [sse(chunk({"content": "x" * 65_536}))] * (size // 65_536)
    turn = Turn([*pieces, sse(chunk({}, "stop"), "[DONE]")], before_head=[Until(begin)])
    async with loopback(turn, limits=Limits(stalled_s=3)) as api:
        job = await api.job("tell me everything")
        with socket.socket() as lazy:
            await _ask_and_read_nothing(lazy, api, job)
            reading = asyncio.create_task(api.streamed(job))
            begin.set()
            events = await reading
            assert sum(len(event["text"]) for event in events if event["type"] == "token") == size
            reader, writer = await asyncio.open_connection(sock=lazy.dup())
            await closed_by_the_server(reader)
            writer.close()


async def test_too_many_at_once_are_told_to_come_back() -> None:
    async with loopback(limits=Limits(connections=3)) as api:
        held = [await asyncio.open_connection("127.0.0.1", api.port) for _ in range(3)]
        assert (await api.get("/orchestrate")).status_code == 503
        for _, writer in held:
            writer.close()
        async with asyncio.timeout(10):
            while (await api.get("/orchestrate")).status_code == 503:
                await asyncio.sleep(0.01)


async def test_a_port_in_use_is_told_with_what_to_do(home: Path) -> None:
    engine = await open_engine(find_home())
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        server = LoopbackServer(engine, port=port, token=TOKEN)
        with pytest.raises(UserError, match=f"port {port}.*another port"):
            await server.start()
        await server.close()
    assert await server.start() == port
    await server.close()
    assert await server.start() == port  # at once, although old connections linger
    await server.close()
    await engine.close()


async def test_only_this_machine_is_listened_to() -> None:
    async with loopback() as api:
        addresses = {server.getsockname()[0] for server in api.server._server.sockets}
    assert addresses == {"127.0.0.1"}


async def test_the_token_is_made_once_and_kept() -> None:
    secrets = Secrets()
    made = await token(secrets)
    assert len(made) >= 40
    assert await token(secrets) == made
    assert await secrets.get("api-token") == made
    assert made not in repr(secrets)
    assert await token(Secrets()) != made  # no keyring here: for this run only


def test_the_stack_is_loaded_where_it_is_wanted_only() -> None:
    import subprocess

    code = "import sys, inara_engine.face, inara_engine.cli, inara_engine.remote; print('starlette' in sys.modules, 'uvicorn' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False False\n"


async def test_the_server_of_an_engine_has_its_token_hooks_and_personas(home: Path) -> None:
    engine = await open_engine(find_home())
    server = await LoopbackServer.of(engine, engine.home, engine.secrets, port=0)
    port = await server.start()
    import httpx

    shown = {"Authorization": f"Bearer {await engine.secrets.get('api-token')}"}
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers=shown, trust_env=False) as client:
        assert (await client.get("/sessions")).json() == []
        refused = await client.post("/orchestrate", json={"task": "x", "persona": "nobody"})
        assert "inara" in refused.json()["error"]["message"]
    await server.close()
    await engine.close()


async def _ask_and_read_nothing(lazy: socket.socket, api: Loopback, job: str) -> None:
    lazy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    lazy.setblocking(False)
    loop = asyncio.get_running_loop()
    await loop.sock_connect(lazy, ("127.0.0.1", api.port))
    request = f"GET /orchestrate/{job}/stream HTTP/1.1\r\n{HEAD.format(port=api.port)}\r\n"
    await loop.sock_sendall(lazy, request.encode())
