"""A model, and servers, that try to get a web tool into this machine or its network: nothing arrives there."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from inara_engine.errors import ToolError
from inara_engine.messages import Risk
from inara_engine.policy import Allow, Confirm, Deny, PolicyContext, decide
from inara_engine.settings import PolicySettings
from inara_engine.settings.reach import Reach
from inara_engine.state import Flags
from inara_engine.tools.addresses import parsed, why_not_public
from inara_engine.tools.fetching_values import Limits
from tests.support.desk import Desk
from tests.support.memory import PeakMemory
from tests.support.web_sink import PUBLIC, WebSink, answer, redirect
from tests.support.web_tools import do, prepare, tool

WIDE_OPEN = PolicyContext(
    PolicySettings.model_validate({"max_risk": 4, "whitelist": ["*"], "allow": ["*"]}), approve_below=3
)

INWARD = (
    "http://localhost:{port}/",
    "http://LOCALHOST.:{port}/",
    "http://a.localhost:{port}/",
    "http://127.0.0.1:{port}/",
    "http://127.0.0.1/",
    "http://[::1]:{port}/",
    "http://[::]:{port}/",
    "http://0.0.0.0:{port}/",
    "http://0:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://[::ffff:7f00:1]:{port}/",
    "http://[::127.0.0.1]:{port}/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:1::]/",
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[fec0::1]/",
    "http://[fd00:ec2::254]/",
    "http://[ff02::1]/",
    "http://2130706433:{port}/",
    "http://0x7f000001:{port}/",
    "http://0177.0.0.1:{port}/",
    "http://127.1:{port}/",
    "http://127.0.0.1.:{port}/",
    "http://１２７.0.0.1:{port}/",
    "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:{port}/",
    "http://127。0。0。1:{port}/",
    "http://169.254.169.254/latest/meta-data/",
    "http://168.63.129.16/",
    "http://100.100.100.200/",
    "http://10.0.0.1/",
    "http://172.31.255.255/",
    "http://192.168.0.1/",
    "http://192.0.0.192/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://metadata.google.internal/",
    "http://nas.local/",
    "http://router/",
    "http://example.org:{port}/",
    "http://example.org:22/",
    "http://user:secret@example.org/",
    "http://example.org@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}\\@example.org/",
    "http://exam\u200bple.org/",
    "http://example.org/\r\nHost: x",
    "file:///etc/passwd",
    "gopher://127.0.0.1:{port}/",
    "ftp://example.org/",
    "data:text/plain,x",
    "jar:http://example.org!/",
    "view-source:http://example.org/",
    "javascript:alert(1)",
    "//127.0.0.1:{port}/",
)


@pytest.mark.parametrize("url", INWARD)
async def test_an_address_inside_is_refused_without_a_look_up(desk: Desk, url: str) -> None:
    async with WebSink() as sink:
        access = sink.access()
        for name, more in (("web_fetch", {}), ("http_request", {"method": "POST", "body": "x"})):
            arguments = {"url": url.format(port=sink.port), **more}
            action = await prepare(desk, access, name, **arguments)
            assert isinstance(decide(name, action, WIDE_OPEN), Deny)
            assert action.risk is Risk.FORBIDDEN
            forged = action.model_copy(update={"risk": Risk.READS, "facts": {"url": arguments["url"]}})
            with pytest.raises(ToolError):
                await tool(access, name).run(
                    desk.context, tool(access, name).arguments.model_validate(arguments), forged
                )
    assert (sink.requests, sink.looked_up) == ([], [])


@pytest.mark.parametrize("inside", ["127.0.0.1", "::1", "10.1.2.3", "::ffff:127.0.0.1", "169.254.169.254", "fe80::1%1"])
async def test_a_name_that_leads_inside_is_not_followed(desk: Desk, inside: str) -> None:
    async with WebSink() as sink:
        access = sink.access({"rebind.test": [inside], "both.test": [PUBLIC, inside]})
        for host in ("rebind.test", "both.test"):
            with pytest.raises(ToolError, match=rf"{host} leads to"):
                await do(desk, access, "web_fetch", url=f"http://{host}/")
    assert sink.requests == []


async def test_a_name_is_looked_up_once_and_what_was_checked_is_connected_to(desk: Desk) -> None:
    """DNS rebinding: the first answer is public, every later one is this machine."""
    async with WebSink({"/": answer(b"from the public one")}) as sink:
        answers = iter([[PUBLIC]])
        access = sink.access({"rebind.test": lambda: next(answers, ["127.0.0.1"])})
        assert "from the public one" in await do(desk, access, "web_fetch", url="http://rebind.test/")
        assert sink.looked_up == ["rebind.test"]
        assert sink.requests[0].headers["host"] == "rebind.test"
        with pytest.raises(ToolError, match=r"leads to 127\.0\.0\.1"):
            await do(desk, access, "web_fetch", url="http://rebind.test/")
        assert len(sink.requests) == 1


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost/",
        "//[::1]:{port}/",
        "http://inside.test/",
        "http://169.254.169.254/",
        "http://2130706433/",
        "file:///etc/passwd",
        "http://u:p@example.org/",
        "http://example.org:{port}/",
    ],
)
async def test_a_redirect_inside_is_not_followed(desk: Desk, location: str) -> None:
    sink = WebSink()
    async with sink:
        sink.answers = {"/redir": redirect(location.format(port=sink.port))}
        access = sink.access({"inside.test": ["192.168.1.1"]})
        with pytest.raises(ToolError, match=r"tools reach the public internet|redirects to a place no tool may reach"):
            await do(desk, access, "web_fetch", url="http://example.org/redir")
    assert [request.target for request in sink.requests] == ["/redir"]


async def test_redirects_come_to_an_end(desk: Desk) -> None:
    async with WebSink({"/": redirect("/")}) as sink:
        with pytest.raises(ToolError, match="redirects more than 5 times"):
            await do(desk, sink.access(), "web_fetch", url="http://example.org/")
    assert len(sink.requests) == 6


async def test_keys_and_bodies_stay_with_the_host_they_were_meant_for(desk: Desk) -> None:
    answers = {
        "/a": redirect("http://other.test/b"),
        "/b": answer(b"there"),
        "/post": redirect("http://other.test/b", "307 Temporary Redirect"),
    }
    async with WebSink(answers) as sink:
        access = sink.access({"other.test": [PUBLIC]})
        key = {"Authorization": "Bearer KEY", "X-Api-Key": "KEY", "Accept": "text/plain"}
        assert "there" in await do(desk, access, "http_request", method="GET", url="http://example.org/a", headers=key)
        assert "KEY" in str(sink.requests[0])
        assert "KEY" not in str(sink.requests[1])
        assert sink.requests[1].headers["accept"] == "text/plain"
        told = await do(desk, access, "http_request", method="POST", url="http://example.org/post", body="SECRET")
        assert "redirects to http://other.test/b, which was not asked for" in told
    assert [request.target for request in sink.requests] == ["/a", "/b", "/post"]


@pytest.mark.parametrize("name", ["Host", "Content-Length", "Transfer-Encoding", "Proxy-Authorization", "X\r\nY", ""])
async def test_headers_that_bend_the_connection_are_refused(desk: Desk, name: str) -> None:
    async with WebSink() as sink:
        with pytest.raises(ToolError, match="header"):
            await prepare(
                desk, sink.access(), "http_request", method="GET", url="http://example.org/", headers={name: "x"}
            )
        with pytest.raises(ToolError, match="header"):
            await prepare(
                desk,
                sink.access(),
                "http_request",
                method="GET",
                url="http://example.org/",
                headers={"X": "a\r\nHost: b"},
            )


async def test_nothing_comes_from_the_environment(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk.home / ".netrc").write_text("machine example.org login u password SECRET")
    monkeypatch.setenv("HOME", str(desk.home))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with WebSink({"/": answer(b"ok", more="Set-Cookie: a=b\r\n")}) as sink:
        for _ in range(2):
            assert "ok" in await do(desk, sink.access(), "web_fetch", url="http://example.org/")
    for request in sink.requests:
        assert not {"authorization", "cookie"} & set(request.headers)


async def drip() -> AsyncIterator[bytes]:
    import asyncio

    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
    while True:
        yield b"x"
        await asyncio.sleep(0.02)


async def dripping_head() -> AsyncIterator[bytes]:
    import asyncio

    yield b"HTTP/1.1 200 OK\r\n"
    while True:
        yield b"X: y\r\n"
        await asyncio.sleep(0.02)


async def endless() -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
    while True:
        yield b"x" * 65536


async def endless_head() -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\n"
    while True:
        yield b"X: y\r\n" * 1000


async def endless_line() -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nX: "
    while True:
        yield b"y" * 65536


def bomb(kind: str) -> bytes:
    """200 MB of one letter, packed."""
    if kind == "gzip":
        return gzip.compress(b"A" * 1_000_000) * 200
    packer = zlib.compressobj(9, wbits=15 if kind == "zlib" else -15)
    return b"".join(packer.compress(b"A" * 1_000_000) for _ in range(200)) + packer.flush()


@pytest.mark.parametrize("peer", [drip, dripping_head])
async def test_a_dripping_server_meets_the_deadline(desk: Desk, peer: Any) -> None:
    async with WebSink({"/": peer}) as sink:
        with pytest.raises(ToolError, match=r"longer than 0\.5 s|doesn't answer as a web server"):
            await do(desk, sink.access(limits=Limits(deadline_s=0.5)), "web_fetch", url="http://example.org/")


@pytest.mark.parametrize("peer", [endless_head, endless_line])
async def test_an_endless_head_is_cut_off(desk: Desk, peer: Any) -> None:
    async with WebSink({"/": peer}) as sink:
        with pytest.raises(ToolError, match="doesn't answer as a web server"):
            await do(desk, sink.access(), "web_fetch", url="http://example.org/")


async def test_an_endless_body_is_cut_off(desk: Desk) -> None:
    memory = PeakMemory()
    async with WebSink({"/": endless}) as sink:
        told = await do(desk, sink.access(), "web_fetch", url="http://example.org/", start=9_000_000)
    assert "as far as it was read" in told
    assert memory.extra_mib < 64


@pytest.mark.parametrize(("kind", "encoding"), [("gzip", "gzip"), ("zlib", "deflate"), ("raw", "deflate")])
async def test_a_packed_bomb_is_cut_off(desk: Desk, kind: str, encoding: str) -> None:
    packed = bomb(kind)
    memory = PeakMemory()
    async with WebSink({"/": answer(packed, more=f"Content-Encoding: {encoding}\r\n")}) as sink:
        told = await do(desk, sink.access(), "web_fetch", url="http://example.org/")
    assert "AAAA" in told
    assert len(told) < 30_000
    assert memory.extra_mib < 64


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 400_000 + "x",
        "<b>" * 400_000 + "x",
        "".join(f"<b id={number}><p>" for number in range(100_000)) + "x",
        "<a href=/x><ul><li>" * 50_000 + "x",
        "<table><tr><td>" * 80_000 + "x",
        "<!--" * 300_000 + "x",
        "<p " + "a=b " * 300_000 + ">x",
        "&" * 1_000_000,
    ],
    ids=["nested", "nested marks", "marks to carry on", "lists in links", "tables", "comments", "attributes", "signs"],
)
async def test_a_page_made_to_be_slow_is_read_at_once(desk: Desk, html: str) -> None:
    """The cost of reading grows with its size, not faster: a parser that repairs by the book takes minutes here."""
    async with WebSink({"/": answer(html.encode(), "text/html")}) as sink:
        assert await do(desk, sink.access(), "web_fetch", url="http://example.org/")


async def test_what_a_page_hides_is_not_told(desk: Desk) -> None:
    html = (
        "<title>T</title><p>seen</p><p hidden>ORDER</p><p style='color:red;display:none'>ORDER</p><!-- ORDER -->"
        "<div aria-hidden=true><b>ORDER</b></div><p style='font-size:0px'>ORDER</p><script>ORDER</script>"
        "<template>ORDER</template><noscript>ORDER</noscript>"
    )
    async with WebSink({"/": answer(html.encode(), "text/html")}) as sink:
        told = await do(desk, sink.access(), "web_fetch", url="http://example.org/")
    assert told.endswith("\n\nseen")


async def test_local_only_refuses_everything_outside(desk: Desk) -> None:
    async with WebSink() as sink:
        access = sink.access(reach=Reach(local_only=True))
        for name, more in (("web_fetch", {}), ("http_request", {"method": "GET"})):
            action = await prepare(desk, access, name, url="http://example.org/", **more)
            decision = decide(name, action, WIDE_OPEN)
            assert isinstance(decision, Deny)
            assert "local_only is on" in decision.reason
    assert (sink.requests, sink.looked_up) == ([], [])


async def test_a_composed_address_asks_and_one_the_person_gave_does_not(desk: Desk) -> None:
    """Until something private was read: then even the choice among given links could tell it."""
    async with WebSink() as sink:
        fetching = tool(sink.access(), "web_fetch")
        call = fetching.arguments.model_validate({"url": "https://Example.org"})
        strict = PolicyContext(PolicySettings())
        composed = await fetching.prepare(desk.context, call)
        assert isinstance(decide("web_fetch", composed, strict), Confirm)
        context = replace(desk.context, given_urls=frozenset({"https://example.org/"}))
        given = await fetching.prepare(context, call)
        assert isinstance(decide("web_fetch", given, strict), Allow)
        flags = Flags(private=("Read notes",))
        later = await fetching.prepare(replace(context, flags=flags), call)
        assert isinstance(decide("web_fetch", later, replace(WIDE_OPEN, flags=flags)), Confirm)
    assert sink.looked_up == []


@pytest.mark.parametrize(
    "text", ["1.1.1.1", "93.184.215.14", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101", "172.32.0.1"]
)
def test_the_public_internet_is_reached(text: str) -> None:
    address = parsed(text)
    assert address is not None
    assert why_not_public(address) == ""
