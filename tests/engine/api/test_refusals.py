"""Who is turned away, and that nothing has happened when they are. Raw sockets say what no client would."""

from __future__ import annotations

import asyncio
import itertools
import json
import logging
import re

import pytest

from tests.support.loopback import TOKEN, Loopback, loopback
from tests.support.scripted_server import text_turn


async def raw(api: Loopback, request: bytes) -> tuple[int, bytes]:
    """Send bytes as they are; the answer's status and all of it. Status 0: closed without a word."""
    reader, writer = await asyncio.open_connection("127.0.0.1", api.port)
    try:
        writer.write(request)
        async with asyncio.timeout(10):
            head = await reader.readuntil(b"\r\n\r\n") if not reader.at_eof() else b""
            length = re.search(rb"(?i)content-length: (\d+)", head)
            body = await reader.readexactly(int(length[1])) if length else b""
    except (asyncio.IncompleteReadError, ConnectionError):
        return 0, b""
    finally:
        writer.close()
    return int(head.split(b" ", 2)[1]), head + body


def request_with(
    *,
    method: str = "POST",
    path: str = "/orchestrate",
    token: str | None = TOKEN,
    host: str | None = "127.0.0.1:{port}",
    origin: str | None = None,
    kind: str | None = "application/json",
    body: bytes = b'{"task": "x"}',
    more: tuple[str, ...] = (),
    port: int,
) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", f"Content-Length: {len(body)}", *more]
    if host is not None:
        lines.append(f"Host: {host.format(port=port)}")
    if token is not None:
        lines.append(f"Authorization: Bearer {token}")
    if origin is not None:
        lines.append(f"Origin: {origin.format(port=port)}")
    if kind is not None:
        lines.append(f"Content-Type: {kind}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


GOOD_HOSTS = ("127.0.0.1:{port}", "localhost:{port}", "[::1]:{port}", "LOCALHOST:{port}")
BAD_HOSTS = (
    *("evil.example:{port}", "evil.example", "127.0.0.1", "localhost", "127.0.0.1:1", "127.0.0.1:{port}.evil.example"),
    *("127.0.0.1:{port}@evil.example", "0.0.0.0:{port}", "127.1:{port}", "localhost.:{port}", "[::]:{port}", ""),
)
BAD_ORIGINS = (
    *("https://evil.example", "null", "", "http://localhost", "http://127.0.0.1:1", "https://127.0.0.1:{port}"),
    *("file://", "http://127.0.0.1:{port}.evil.example", "chrome-extension://abc"),
)
BAD_TOKENS = (None, "", "wrong", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "ä", f"{TOKEN}, {TOKEN}")
BAD_TYPES = (
    *(None, "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"),
    *("application/jsonx", "application/json-seq", "text/json"),
)
JSON_TYPES = ("application/json", "application/json; charset=utf-8", "Application/JSON")


async def test_only_the_right_token_host_origin_and_type_start_a_job() -> None:
    """The whole matrix, each in all its spellings: one right request in the end is the only one that did anything."""
    good = {"token": (TOKEN,), "host": GOOD_HOSTS[:1], "origin": (None,), "kind": JSON_TYPES[:1]}
    bad = {"token": BAD_TOKENS, "host": BAD_HOSTS, "origin": BAD_ORIGINS, "kind": BAD_TYPES}
    status = {"host": 403, "origin": 403, "token": 401, "kind": 415}
    async with loopback(text_turn("Yes.")) as api:
        tried = 0
        for wrong in (set(names) for count in (1, 2) for names in itertools.combinations(bad, count)):
            for values in itertools.product(*(bad[name] if name in wrong else good[name] for name in bad)):
                asked = dict(zip(bad, values, strict=True))
                answered, text = await raw(api, request_with(**asked, port=api.port))
                due = {status[name] for name in wrong} | ({400} if "host" in wrong and asked["host"] == "" else set())
                assert answered in due, (asked, text)
                assert b"access-control" not in text.lower()
                assert TOKEN.encode() not in text
                tried += 1
        assert tried > 250
        assert (await api.get("/orchestrate")).json() == []
        assert api.model.requests == []
        answered, _ = await raw(api, request_with(port=api.port))
        assert answered == 200
        await api.ended((await api.get("/orchestrate")).json()[0]["job_id"])


@pytest.mark.parametrize("host", GOOD_HOSTS)
@pytest.mark.parametrize("kind", JSON_TYPES)
async def test_every_name_of_this_machine_and_spelling_of_json_is_let_in(host: str, kind: str) -> None:
    async with loopback() as api:
        asked = request_with(method="GET", body=b"", host=host, kind=kind, port=api.port)
        assert (await raw(api, asked))[0] == 200
        assert (await raw(api, request_with(method="GET", body=b"", origin="http://127.0.0.1:{port}", port=api.port)))[
            0
        ] == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/orchestrate"),
        ("GET", "/orchestrate/{job}"),
        ("GET", "/orchestrate/{job}/stream"),
        ("POST", "/orchestrate/{job}/confirm"),
        ("POST", "/orchestrate/{job}/deny"),
        ("POST", "/orchestrate/{job}/cancel"),
        ("GET", "/sessions"),
        ("GET", "/sessions/search?q=x"),
        ("DELETE", "/sessions/x"),
        ("GET", "/v1/models"),
        ("POST", "/v1/chat/completions"),
        ("POST", "/hooks/x"),
        ("GET", "/openapi.json"),
        ("GET", "/nothing"),
        ("OPTIONS", "/orchestrate"),
    ],
)
async def test_no_call_goes_without_a_token_or_for_a_web_page(method: str, path: str) -> None:
    async with loopback() as api:
        for wrong, due in (
            ({"token": None}, 401),
            ({"token": "wrong"}, 401),
            ({"host": "evil.example"}, 403),
            ({"origin": "https://evil.example"}, 403),
            ({"more": ("Sec-Fetch-Site: cross-site",)}, 403),
            ({"token": None, "more": ("Access-Control-Request-Method: POST",), "origin": "https://evil.example"}, 403),
        ):
            asked = request_with(method=method, path=path, body=b"", port=api.port, **wrong)
            answered, text = await raw(api, asked)
            assert answered == due
            assert b"access-control" not in text.lower()
            if method != "OPTIONS":
                assert json.loads(text.partition(b"\r\n\r\n")[2])["error"]["message"]


@pytest.mark.parametrize(
    "more",
    [
        ("Host: 127.0.0.1:{port}",),
        ("Authorization: Bearer wrong",),
        ("Content-Type: text/plain",),
        ("Origin: https://evil.example",),
    ],
)
async def test_a_header_given_twice_is_not_read_kindly(more: tuple[str, ...]) -> None:
    async with loopback() as api:
        doubled = tuple(line.format(port=api.port) for line in more)
        answered, _ = await raw(api, request_with(more=doubled, port=api.port))
        assert answered in {400, 401, 403, 415}
        assert (await api.get("/orchestrate")).json() == []


async def test_what_is_no_http_ends_the_connection_only() -> None:
    async with loopback() as api:
        for garbage in (
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 60,
            b"GET / HTTP/9.9\r\n\r\n",
            b"POST /orchestrate HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
            b"POST /orchestrate HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            b"GET / HTTP/1.1\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
            b"GET /\x00 HTTP/1.1\r\n\r\n",
        ):
            answered, _ = await raw(api, garbage)
            assert answered in {0, 400, 403}
        assert (await api.get("/orchestrate")).status_code == 200


async def test_a_socket_upgrade_is_no_way_around() -> None:
    async with loopback() as api:
        asked = request_with(
            method="GET", body=b"", token=None, more=("Connection: Upgrade", "Upgrade: websocket"), port=api.port
        )
        assert (await raw(api, asked))[0] == 401


async def test_the_token_is_in_no_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with loopback(text_turn("Yes.")) as api:
        await api.ended(await api.job("x"))
        await raw(api, request_with(token=TOKEN + "x", port=api.port))
        await raw(api, b"GET / HTTP/1.1\r\nAuthorization: Bearer " + TOKEN.encode() + b"\r\n\r\n")
    assert TOKEN not in caplog.text
