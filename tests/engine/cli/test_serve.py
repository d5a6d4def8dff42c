"""`inara serve`: the loopback interface as a process of its own."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
from pathlib import Path

import httpx
import pytest

from inara_engine.home import find_home
from inara_engine.remote import RemoteEngine
from tests.support.scripted_server import HANG, ScriptedServer, Turn, call, calls_turn, text_turn
from tests.support.secret_service import secret_service
from tests.support.terminal import Command, configure, run_inara


async def client_of(command: Command) -> httpx.AsyncClient:
    """A client of what a command serves, once it does."""
    await command.until("listens on")
    address = re.search(r"http://127\.0\.0\.1:\d+", command.err)
    assert address
    async with asyncio.timeout(10):
        while "\n" not in command.out:
            await asyncio.sleep(0.01)
    token = {"Authorization": f"Bearer {command.out.strip()}"}
    return httpx.AsyncClient(base_url=address[0], headers=token, trust_env=False, timeout=20)


async def status(client: httpx.AsyncClient) -> int:
    """What a listing is answered with; 0 while nobody listens."""
    try:
        return (await client.get("/orchestrate")).status_code
    except httpx.TransportError:
        return 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_it_prints_the_token_serves_and_ends_well(home: Path, number: signal.Signals) -> None:
    async with ScriptedServer([text_turn("Hello.")]) as model:
        configure(home, model.base_url)
        async with Command("serve", "--port", "0", "--print-token") as command:
            async with await client_of(command) as client:
                body = {"model": "local", "messages": [{"role": "user", "content": "greet"}]}
                answered = (await client.post("/v1/chat/completions", json=body)).json()
                assert answered["choices"][0]["message"]["content"] == "Hello."
            command.send_signal(number)
            ended = await command.ended()
    assert ended.status == 0
    assert re.fullmatch(r"\S{40,}\n", ended.out)
    assert ended.out.strip() not in ended.err
    assert [
        file for file in home.rglob("*") if file.is_file() and ended.out.strip().encode() in file.read_bytes()
    ] == []


async def test_the_terminal_answers_what_a_job_over_http_asks(home: Path) -> None:
    write = calls_turn(call("write_file", {"path": "a.md", "content": "x"}))
    async with ScriptedServer([write, text_turn("Written.")]) as model:
        work = configure(home, model.base_url)
        async with Command("serve", "--port", "0", "--print-token") as command, await client_of(command) as client:
            job = (await client.post("/orchestrate", json={"task": "write"})).json()["job_id"]
            async with asyncio.timeout(20):
                while (await client.get(f"/orchestrate/{job}")).json()["status"] != "awaiting_confirmation":
                    await asyncio.sleep(0.02)
            confirmed = await run_inara("jobs", "confirm", job)
            assert (confirmed.status, confirmed.out) == (0, "Written.\n")
            assert (await client.get(f"/orchestrate/{job}")).json()["status"] == "complete"
            assert (await client.post(f"/orchestrate/{job}/confirm")).status_code == 409
    assert (work / "a.md").exists()


async def test_it_serves_through_an_inara_that_runs_and_ends_with_it(home: Path) -> None:
    async with ScriptedServer([text_turn("Hello."), Turn([HANG])]) as model:
        configure(home, model.base_url)
        async with Command("serve", "--port", "0") as first:
            await first.until("listens on")
            async with Command("serve", "--port", "0", "--print-token") as second:
                async with await client_of(second) as client:
                    job = (await client.post("/orchestrate", json={"task": "greet"})).json()["job_id"]
                    stream = await client.get(f"/orchestrate/{job}/stream")
                    assert '"response": "Hello."' in stream.text
                    job = (await client.post("/orchestrate", json={"task": "wait"})).json()["job_id"]
                    async with client.stream("GET", f"/orchestrate/{job}/stream") as waiting:
                        lines = waiting.aiter_lines()
                        await anext(lines)
                        first.send_signal(signal.SIGKILL)
                        async for _ in lines:  # to its end, which comes
                            pass
                ended = await second.ended()
    assert ended.status == 1
    assert "The running Inara ended." in ended.err
    assert "Traceback" not in ended.err


async def test_a_token_made_anew_shuts_out_who_has_the_old_one_wherever_inara_serves(
    home: Path, tmp_path: Path
) -> None:
    configure(home, "http://127.0.0.1:9/v1")
    with secret_service(tmp_path, "unlocked") as keyring:
        environ = {**keyring.environ, "INARA_HOME": str(home)}
        async with (
            Command("serve", "--port", "0", "--print-token", env=environ) as owner,
            await client_of(owner) as there,
            Command("serve", "--port", "0", "--print-token", env=environ) as guest,
            await client_of(guest) as here,
        ):
            assert [await status(client) for client in (there, here)] == [200, 200]
            window = await RemoteEngine.connect(find_home().socket)
            assert window
            await window.interface.renew_token()
            async with asyncio.timeout(20):
                for client in (there, here):
                    while await status(client) != 401:
                        await asyncio.sleep(0.02)
            read = "from keyring.backends.SecretService import Keyring; print(Keyring().get_password('inara', 'api-token'))"
            renewed = await asyncio.to_thread(keyring.python, read)
            for client in (there, here):
                client.headers["Authorization"] = f"Bearer {renewed.strip()}"
                assert await status(client) == 200
            await window.close()


async def test_a_port_in_use_is_an_error_with_a_next_step(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = await run_inara("serve", "--port", str(taken.getsockname()[1]))
    assert ran.status == 1
    assert "Choose another port" in ran.err


@pytest.mark.parametrize("port", ["-1", "65536", "x"])
async def test_a_port_that_is_none_is_a_usage_error(home: Path, port: str) -> None:
    assert (await run_inara("serve", "--port", port)).status == 2
