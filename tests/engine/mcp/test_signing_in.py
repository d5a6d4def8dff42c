"""A server that wants a sign-in: nothing is opened or registered by itself, and what comes of it stays ours."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from inara_engine.errors import InaraError, UserError
from inara_engine.face import Engine, open_engine
from inara_engine.home import find_home
from inara_engine.settings import SettingsChange
from tests.support.signing_server import SigningServer, browse, entry


@asynccontextmanager
async def opened(home: Path, server: SigningServer, more: str = "") -> AsyncGenerator[Engine]:
    (home / "config.toml").write_text(entry(server, more))
    engine = await open_engine(find_home(), drive=False)
    try:
        yield engine
    finally:
        await engine.close()


async def sign_in(engine: Engine) -> None:
    await browse(await engine.mcp.sign_in("notes"))
    report = await engine.mcp.signed_in("notes")
    assert report.state == "ready", report.reason


async def test_it_is_said_that_a_sign_in_is_wanted_and_nothing_is_done_about_it(home: Path) -> None:
    async with SigningServer() as server, opened(home, server) as engine:
        report = await engine.mcp.test("notes")
        assert (report.state, report.wants_sign_in) == ("failed", True)
        assert "sign in" in report.reason
        assert "`inara mcp sign-in notes`" in report.next_step
        assert (server.registered, server.grants) == (0, [])


async def test_the_person_signs_in_and_its_tools_are_there(home: Path) -> None:
    async with SigningServer() as server, opened(home, server) as engine:
        address = await engine.mcp.sign_in("notes")
        asked = parse_qs(urlsplit(address).query)
        assert address.startswith(f"{server.origin}/authorize?")
        assert asked["code_challenge_method"] == ["S256"]
        assert asked["redirect_uri"][0].startswith("http://127.0.0.1:")
        status, page = await browse(address)
        assert (status, "go back to Inara" in page) == (200, True)
        report = await engine.mcp.signed_in("notes")
        assert (report.state, report.wants_sign_in, [tool.tool for tool in report.tools]) == ("ready", False, ["echo"])
        assert (await engine.mcp.call_tool("notes", "echo", {})).text == "again"
        assert server.grants == ["authorization_code"]


async def test_what_it_gave_is_in_no_file(home: Path) -> None:
    async with SigningServer() as server, opened(home, server) as engine:
        await sign_in(engine)
        assert "mcp-notes" in await engine.secrets.names()
    for file in (path for path in home.rglob("*") if path.is_file()):
        assert b"token-1" not in file.read_bytes(), file
        assert b"renew-it" not in file.read_bytes(), file


async def test_it_is_renewed_without_the_person_once_it_has_expired(home: Path) -> None:
    async with SigningServer(expires_in=1) as server, opened(home, server) as engine:
        await sign_in(engine)
        await asyncio.sleep(1.1)
        assert (await engine.mcp.restart("notes")).state == "ready"
        assert server.registered == 1
        assert set(server.grants[1:]) == {"refresh_token"}


async def test_what_the_server_no_longer_takes_has_to_be_done_again(home: Path) -> None:
    async with SigningServer() as server, opened(home, server) as engine:
        await sign_in(engine)
        server.valid = "another"
        report = await engine.mcp.restart("notes")
        assert (report.state, report.wants_sign_in, "sign in again" in report.reason) == ("failed", True, True)
        await sign_in(engine)


async def test_it_is_never_shown_to_another_server_of_the_same_name(home: Path) -> None:
    async with SigningServer() as server, SigningServer() as other, opened(home, server) as engine:
        await sign_in(engine)
        await engine.change_settings(SettingsChange(((("mcp", "servers", "notes", "url"), other.mcp_url),)))
        report = await engine.mcp.test("notes")
        assert (report.wants_sign_in, other.shown) == (True, [])


async def test_a_refusal_of_the_person_or_the_server_is_told(home: Path) -> None:
    async with SigningServer(refuses="You may not.") as server, opened(home, server) as engine:
        await browse(await engine.mcp.sign_in("notes"))
        with pytest.raises(InaraError, match="refused: You may not"):
            await engine.mcp.signed_in("notes")
        with pytest.raises(UserError, match="No sign-in at notes"):
            await engine.mcp.signed_in("notes")


async def test_who_gives_up_is_waited_for_no_longer(home: Path) -> None:
    async with SigningServer() as server, opened(home, server) as engine:
        address = await engine.mcp.sign_in("notes")
        waiting = asyncio.create_task(engine.mcp.signed_in("notes"))
        await asyncio.sleep(0)
        await engine.mcp.give_up_sign_in("notes")
        with pytest.raises(InaraError, match="given up"):
            await waiting
        with pytest.raises(UserError, match="No sign-in at notes"):
            await engine.mcp.signed_in("notes")
        with pytest.raises(httpx.HTTPError):  # nobody listens there any more
            await browse(address)
        assert server.grants == []


async def test_a_page_that_guesses_the_port_changes_nothing(home: Path) -> None:
    async with SigningServer() as server, opened(home, server) as engine:
        address = await engine.mcp.sign_in("notes")
        back = parse_qs(urlsplit(address).query)["redirect_uri"][0]
        for guess in ("?code=evil", "?code=evil&state=guessed", "?error=evil&state="):
            assert (await browse(f"{back}{guess}"))[0] == 404
        await browse(address)
        assert (await engine.mcp.signed_in("notes")).state == "ready"


async def test_signing_out_forgets_it_here(home: Path) -> None:
    async with SigningServer() as server, opened(home, server) as engine:
        await sign_in(engine)
        await engine.mcp.sign_out("notes")
        assert "mcp-notes" not in await engine.secrets.names()
        assert (await engine.mcp.test("notes")).wants_sign_in


async def test_a_wrong_key_in_the_headers_is_called_that(home: Path) -> None:
    async with SigningServer() as server, opened(home, server, 'headers = { Authorization = "Bearer x" }\n') as engine:
        report = await engine.mcp.test("notes")
        assert (report.wants_sign_in, "does not accept the key" in report.reason) == (False, True)
        assert "headers" in report.next_step


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ('{ Authorization = "env:COPIED" }', "The value of the header Authorization can't be sent."),
        ('{ X-Place = "Zürich" }', "The value of the header X-Place can't be sent."),
        ('{ X-Place = "a\\r\\nX-Other: b" }', "The value of the header X-Place can't be sent."),
        ('{ "X Place" = "a" }', "“X Place” is no name of a header."),
        ('{ Content-Length = "3" }', "The header Content-Length is set by the connection itself."),
    ],
)
async def test_a_header_that_cannot_be_sent_is_called_that(
    home: Path, monkeypatch: pytest.MonkeyPatch, headers: str, reason: str
) -> None:
    monkeypatch.setenv("COPIED", "••••••••")
    async with SigningServer() as server, opened(home, server, f"headers = {headers}\n") as engine:
        report = await engine.mcp.test("notes")
        assert (report.state, report.reason) == ("failed", reason)
        assert "headers" in report.next_step
        assert not server.requests


# -- a client that was registered by hand

CLIENT = ("inara-by-hand", "the-client's-secret")


@pytest.mark.parametrize("by", ["client_secret_basic", "client_secret_post"])
async def test_a_client_registered_by_hand_signs_in_and_renews(home: Path, by: str) -> None:
    async with SigningServer(expires_in=1, client=CLIENT, by=by) as server, opened(home, server) as engine:
        await engine.mcp.use_client("notes", *CLIENT)
        await sign_in(engine)
        assert (server.registered, server.grants[0]) == (0, "authorization_code")
        await asyncio.sleep(1.1)
        assert (await engine.mcp.restart("notes")).state == "ready"
        assert set(server.grants[1:]) == {"refresh_token"}


async def test_its_secret_is_in_the_keyring_and_in_no_file(home: Path) -> None:
    async with SigningServer(client=CLIENT) as server, opened(home, server) as engine:
        await engine.mcp.use_client("notes", *CLIENT)
        await sign_in(engine)
        settings = (home / "config.toml").read_text()
        assert 'client_id = "inara-by-hand"' in settings
        assert 'client_secret = "keyring:oauth-notes"' in settings
        assert [one.reference for one in await engine.keys.states()] == ["keyring:oauth-notes"]
        await engine.mcp.remove("notes")
        assert await engine.secrets.names() == []
    for file in (path for path in home.rglob("*") if path.is_file()):
        assert CLIENT[1].encode() not in file.read_bytes(), file


async def test_a_server_that_registers_nobody_says_what_to_do(home: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with SigningServer(client=CLIENT) as server, opened(home, server) as engine:
        with pytest.raises(InaraError) as refused:
            await engine.mcp.sign_in("notes")
        assert refused.value.message == "It lets no program register by itself (404)."
        assert "inara mcp client notes CLIENT-ID" in refused.value.next_step
        assert "Traceback" not in caplog.text
        assert "127.0.0.1" in caplog.text


async def test_a_wrong_secret_is_called_that_and_no_traceback_is_logged(
    home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with SigningServer(client=CLIENT) as server, opened(home, server) as engine:
        await engine.mcp.use_client("notes", CLIENT[0], "another")
        await browse(await engine.mcp.sign_in("notes"))
        with pytest.raises(InaraError) as refused:
            await engine.mcp.signed_in("notes")
        assert refused.value.message == "It does not accept the client id or secret (Nobody we know)."
        assert "inara mcp client notes CLIENT-ID" in refused.value.next_step
        assert "Traceback" not in caplog.text
        assert "Nobody we know" not in caplog.text  # what a server says is never logged


async def test_the_browser_comes_back_to_the_port_that_was_registered(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    async with SigningServer(client=CLIENT) as server, opened(home, server) as engine:
        await engine.mcp.use_client("notes", *CLIENT, port)
        await sign_in(engine)
        assert server.redirects == [f"http://127.0.0.1:{port}/callback"]
        taken = pytest.raises(InaraError, match=f"port {port} of this machine is taken")
        with socket.create_server(("127.0.0.1", port)), taken:
            await engine.mcp.sign_in("notes")


async def test_another_client_means_another_sign_in_and_none_takes_its_secret_away(home: Path) -> None:
    async with SigningServer(client=CLIENT) as server, opened(home, server) as engine:
        await engine.mcp.use_client("notes", *CLIENT)
        await sign_in(engine)
        assert not (await engine.mcp.use_client("notes", "")).wants_sign_in
        assert "oauth-notes" not in await engine.secrets.names()
        assert "client" not in (home / "config.toml").read_text()
        assert (await engine.mcp.test("notes")).wants_sign_in


# -- who speaks for whom


async def test_a_server_of_old_may_sign_people_in_below_a_path_of_its_own(home: Path) -> None:
    async with SigningServer() as server, opened(home, server) as engine:
        server.issuer = f"{server.origin}/oauth"
        await sign_in(engine)


async def test_a_server_that_speaks_for_another_is_not_signed_in_to(home: Path) -> None:
    async with SigningServer(issuer="https://bank.example/oauth") as server, opened(home, server) as engine:
        with pytest.raises(InaraError, match=r"speaks for https://bank\.example/oauth") as refused:
            await engine.mcp.sign_in("notes")
        assert "metadata" in refused.value.next_step
        assert (server.registered, server.grants) == (0, [])


async def test_a_secret_goes_to_nobody_whom_the_person_did_not_sign_in_to(home: Path) -> None:
    """The server turns bad, and names another place to sign in: what was kept for the first is not shown there."""
    async with (
        SigningServer(client=CLIENT) as server,
        SigningServer(client=CLIENT) as evil,
        opened(home, server) as engine,
    ):
        await engine.mcp.use_client("notes", *CLIENT)
        await sign_in(engine)
        server.valid = "another"
        server.signs_in_at = evil.origin
        for _ in range(2):
            assert (await engine.mcp.restart("notes")).wants_sign_in
        assert evil.grants == []
        assert not any(request.headers.get("authorization") for request in evil.requests)
