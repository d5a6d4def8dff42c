"""Reading pages, searching and sending requests, against a real server that stands for the web."""

from __future__ import annotations

import datetime as dt
import json
import ssl
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from inara_engine.errors import ToolError
from inara_engine.messages import Capability, Risk
from inara_engine.settings import WebSearchSettings
from inara_engine.settings.reach import Reach
from inara_engine.tools.fetching_values import WebAccess
from inara_engine.tools.ports import Ports
from inara_engine.tools.web import web_tools
from inara_engine.tools.web_address import WebAddress, urls_in
from inara_engine.tools.web_readable import readable
from tests.support.desk import Desk, details
from tests.support.web_sink import PUBLIC, WebSink, answer, page, redirect
from tests.support.web_tools import do, prepare, tool

HERE = WebAddress.parse("https://example.org/docs/page")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>One</h1><h3>Two <i>three</i></h3>", "# One\n\n### Two *three*"),
        ("<p>a\n  b</p><p>c", "a b\n\nc"),
        ("one<br>two<hr>three", "one\ntwo\n---\nthree"),
        ("a <b> bold </b> and <strong>more</strong>", "a **bold** and **more**"),
        ('<a href="../x?q=1#top">a <i>link</i></a>', "[a *link*](https://example.org/x?q=1)"),
        ('<a href="mailto:a@b.c">mail</a> <a href="#x">x</a> <a href="javascript:y">y</a>', "mail x y"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "- a\n- b\n\n  - c"),
        ("<ol><li>a<li><p>b</p></ol>", "1. a\n2. b"),
        ("<blockquote><p>said</p></blockquote>", "> said"),
        ("<pre>  x\n    y &lt; z\n</pre>", "```\n  x\n    y < z\n\n```"),
        ("use <code>ls -l</code> now", "use `ls -l` now"),
        ("<table><tr><th>a<th>b<tr><td>1<td><p>2</table>", "| a | b |\n| 1 | 2 |"),
        ('<img src=x alt="a  cat"><img src=y>', "[image: a cat]"),
        ("a&amp;b &nbsp;&#8364;", "a&b \u00a0€"),
        (
            "<nav>menu</nav><main><p>the matter, at some length</main><footer>foot</footer>",
            "the matter, at some length",
        ),
        ("<p>a long text that stands around it</p><article>b</article>", "a long text that stands around it\n\nb"),
        ("<header>h</header><article>first one</article><article>second one</article>", "h\n\nfirst one\n\nsecond one"),
        ("", ""),
        ("plain", "plain"),
        ("</p></div>x", "x"),
    ],
)
def test_a_page_as_markdown(html: str, text: str) -> None:
    assert readable(html, HERE).text == text


def test_the_title_of_a_page() -> None:
    assert readable("<title>\n A &amp;  B </title><p>x", HERE).title == "A & B"


async def test_a_page_with_where_it_came_from(desk: Desk) -> None:
    answers = {"/": redirect("/new?x=1"), "/new": page("<title>News</title><p>Hello <a href=/a>there</a>")}
    async with WebSink(answers) as sink:
        told = await do(desk, sink.access(), "web_fetch", url="http://example.org")
    assert told == (
        "http://example.org/new?x=1 (status 200 OK, text/html, 48 bytes)\nRedirected from http://example.org/.\n"
        "Title: News\n\nHello [there](http://example.org/a)"
    )


@pytest.mark.parametrize(
    ("kind", "body", "text"),
    [
        ("text/plain", b"as it <b>is</b>\r\n", "as it <b>is</b>\n"),
        ("application/json; charset=utf-8", b'{"a": 1}', '{"a": 1}'),
        ("application/ld+json", b"[]", "[]"),
        ("text/plain; charset=iso-8859-1", b"\xfcber", "über"),
        ("text/plain; charset=no-such", b"\xc3\xbc", "ü"),
        ("text/plain; charset=zip", b"x", "x"),
        ("text/plain; charset=idna", b"xn--a", "xn--a"),
        ("text/plain; charset=punycode", b"bcher-kva", "bcher-kva"),
        ("text/plain; charset=undefined", b"x", "x"),
        ("text/plain; charset=unicode_escape", b"\\ud800", "\\ud800"),
        ("text/html; charset=utf-7", b"<p>+2AA-", "+2AA-"),
        ("text/plain", b"\xef\xbb\xbfmarked", "marked"),
        ("text/plain", b"bad \xff", "bad \N{REPLACEMENT CHARACTER}"),
        ("text/plain", b"\x1b[31m", "\N{REPLACEMENT CHARACTER}[31m"),
        ("text/html", b"<meta charset=windows-1252><p>\x80", "€"),
        ("image/png", b"\x89PNG", "There is no text in it that can be read."),
        ("application/pdf", b"%PDF-", "There is no text in it that can be read."),
        ("text/plain", b"a\0b", "No text came."),
        ("text/plain", b"", "There is no text in it that can be read."),
    ],
)
async def test_what_comes_is_read_as_what_it_is(desk: Desk, kind: str, body: bytes, text: str) -> None:
    async with WebSink({"/": answer(body, kind)}) as sink:
        told = await do(desk, sink.access(), "web_fetch", url="http://example.org/")
    assert told.partition("\n\n")[2] == text


async def test_a_long_text_comes_in_parts(desk: Desk) -> None:
    async with WebSink({"/": answer(b"a" * 24_000 + b"b" * 100)}) as sink:
        first = await do(desk, sink.access(), "web_fetch", url="http://example.org/")
        rest = await do(desk, sink.access(), "web_fetch", url="http://example.org/", start=24_000)
    assert first.endswith("[characters 0 to 24000 of 24100; call again with start=24000 for more]")
    assert rest.endswith("\n\n" + "b" * 100)


async def test_an_error_of_the_server_is_told_as_what_it_is(desk: Desk) -> None:
    async with WebSink() as sink:
        told = await do(desk, sink.access(), "web_fetch", url="http://example.org/missing")
    assert told.startswith("http://example.org/missing (status 404 Not Found, text/plain, 12 bytes)\n\nnothing here")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (b"", "closed the connection without an answer"),
        (b"SSH-2.0-OpenSSH\r\n\r\n", "doesn't answer as a web server does"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nx", "broke off or is damaged"),
        (answer(b"no gzip", more="Content-Encoding: gzip\r\n"), "broke off or is damaged"),
        (answer(b"x", more="Content-Encoding: br\r\n"), "packs its answer as “br”"),
        (redirect("http://[bad"), "redirects to a place no tool may reach"),
    ],
)
async def test_a_broken_server_is_explained(desk: Desk, said: bytes, words: str) -> None:
    async with WebSink({"/": said}) as sink:
        with pytest.raises(ToolError, match=words):
            await do(desk, sink.access(), "web_fetch", url="http://example.org/")


async def test_a_name_nobody_has_and_a_port_nobody_answers(desk: Desk) -> None:
    async with WebSink() as sink:
        access = sink.access()
        with pytest.raises(ToolError, match=r"name nowhere\.example could not be found"):
            await do(
                desk,
                replace(access, network=replace(access.network, resolve=nobody)),
                "web_fetch",
                url="http://nowhere.example/",
            )
    with pytest.raises(ToolError, match=r"example\.org can't be reached on port 80"):
        await do(desk, access, "web_fetch", url="http://example.org/")


async def nobody(host: str, port: int) -> list[str]:
    return []


async def test_a_secure_connection_keeps_the_name(desk: Desk, tmp_path: Path) -> None:
    """The certificate is checked for the host's name, though the connection goes to an address."""
    server, client = certificate("example.org", tmp_path)
    names: list[str | None] = []
    server.sni_callback = lambda _, name, __: names.append(name)
    async with WebSink({"/": answer(b"secure")}, tls=server) as sink:
        access = sink.access({"other.test": [PUBLIC]}, trusting=client)
        assert "secure" in await do(desk, access, "web_fetch", url="https://example.org/")
        assert sink.requests[0].headers["host"] == "example.org"
        with pytest.raises(ToolError, match="certificate that can't be trusted"):
            await do(desk, access, "web_fetch", url="https://other.test/")
        with pytest.raises(ToolError, match="certificate that can't be trusted"):
            await do(desk, sink.access(), "web_fetch", url="https://example.org/")
    assert names[:2] == ["example.org", "other.test"]


def certificate(name: str, folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's context with a certificate for `name`, and a client's that trusts it."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "server.pem"
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(secret + made.public_bytes(pem))
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(file)
    client = ssl.create_default_context(cafile=str(file))
    return server, client


async def test_the_person_sees_the_whole_request(desk: Desk) -> None:
    async with WebSink({"/api": answer(b'{"ok": true}', "application/json", status="201 Created")}) as sink:
        arguments = {
            "method": "POST",
            "url": "http://example.org/api?x=ü y".replace(" ", "%20"),
            "headers": {"Content-Type": "application/json", "Authorization": "Bearer abc"},
            "body": '{"a": "\u202e"}',
        }
        action = await prepare(desk, sink.access(), "http_request", **arguments)
        assert action.summary == "Send POST to http://example.org/api?x=%C3%BC%20y"
        assert details(action, "Header") == ["Content-Type: application/json", "Authorization: Bearer abc"]
        assert (action.preview, action.preview_kind) == (arguments["body"], "text")
        assert (action.risk, Capability.MUTATES in action.capabilities) == (Risk.IRREVERSIBLE, True)
        told = await do(desk, sink.access(), "http_request", **arguments)
    assert told.startswith("http://example.org/api?x=%C3%BC%20y (status 201 Created, application/json")
    assert told.endswith('{"ok": true}')
    [request] = sink.requests
    assert (request.method, request.target) == ("POST", "/api?x=%C3%BC%20y")
    assert request.body.decode() == arguments["body"]
    assert request.headers["authorization"] == "Bearer abc"


async def test_the_address_that_was_shown_is_the_one_asked(desk: Desk) -> None:
    async with WebSink() as sink:
        fetching = tool(sink.access(), "web_fetch")
        shown = await prepare(desk, sink.access(), "web_fetch", url="http://example.org/a")
        with pytest.raises(ToolError, match="changed since"):
            await fetching.run(desk.context, fetching.arguments.model_validate({"url": "http://example.org/b"}), shown)
    assert sink.requests == []


async def test_a_name_in_other_letters_is_shown_as_it_is_looked_up(desk: Desk) -> None:
    async with WebSink() as sink:
        action = await prepare(desk, sink.access(), "web_fetch", url="https://аpple.com/")
    assert details(action, "Address") == ["https://xn--pple-43d.com/"]
    assert details(action, "Written as") == ["https://аpple.com/"]


async def test_an_address_the_person_gave_may_have_another_port(desk: Desk) -> None:
    async with WebSink({"/": answer(b"hello")}) as sink:
        fetching = tool(sink.access(), "web_fetch")
        context = replace(desk.context, given_urls=urls_in("look at http://example.org:8080/, please"))
        call = fetching.arguments.model_validate({"url": "http://example.org:8080/"})
        action = await fetching.prepare(context, call)
        assert (action.risk, action.capabilities) == (Risk.READS, frozenset({Capability.READS_UNTRUSTED}))
        assert "hello" in (await fetching.run(context, call, action)).text


def test_the_addresses_in_what_a_person_wrote() -> None:
    text = "See (https://Example.org/a_(b)), http://example.org. and <https://x.test/ä?q=1>; not ftp://y.test"
    assert urls_in(text) >= {
        "https://example.org/a_(b)",
        "http://example.org/",
        "https://x.test/%C3%A4?q=1",
    }
    assert not any("y.test" in url for url in urls_in(text))


RESULTS = {
    "results": [
        {"title": "A\n title", "url": "https://a.test/", "content": "About  a"},
        {"title": "B", "url": "https://b.test/", "content": None},
        {"title": "no address"},
        "nonsense",
    ]
}


async def test_a_search_on_the_persons_own_service(desk: Desk) -> None:
    async with WebSink({"/sx/search": answer(json.dumps(RESULTS).encode(), "application/json")}) as sink:
        access = sink.access(search_url=f"http://127.0.0.1:{sink.port}/sx", reach=Reach(local_only=True))
        action = await prepare(desk, access, "web_search", query="cats & dogs")
        assert action.summary == "Search the web for “cats & dogs”"
        assert details(action, "Query") == ["cats & dogs"]
        assert details(action, "Sent to") == [f"http://127.0.0.1:{sink.port}"]
        assert (action.risk, Capability.CAN_EXFILTRATE in action.capabilities) == (Risk.REVERSIBLE, True)
        told = await do(desk, access, "web_search", query="cats & dogs")
    assert told == "1. A title\nhttps://a.test/\nAbout a\n\n2. B\nhttps://b.test/"
    assert sink.requests[0].target == "/sx/search?q=cats+%26+dogs&format=json"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (answer(b"", status="403 Forbidden"), "doesn't give results as JSON.*search.formats"),
        (answer(b"", status="500 Oops"), "status 500"),
        (answer(b"<html>", "text/html"), "something else than results"),
        (answer(b"[" * 100_000, "application/json"), "something else than results"),
        (redirect("http://example.org/"), "status 302"),
    ],
)
async def test_a_search_service_that_fails_says_what_to_do(desk: Desk, said: bytes, words: str) -> None:
    async with WebSink({"/search": said}) as sink:
        with pytest.raises(ToolError, match=words):
            await do(desk, sink.access(search_url=f"http://127.0.0.1:{sink.port}"), "web_search", query="x")
    assert len(sink.requests) == 1


async def test_nothing_found_and_no_service(desk: Desk) -> None:
    async with WebSink({"/search": answer(b'{"results": []}', "application/json")}) as sink:
        access = sink.access(search_url=f"http://127.0.0.1:{sink.port}")
        assert await do(desk, access, "web_search", query="x") == "Nothing was found."
        assert [tool.name for tool in web_tools(sink.access())] == ["web_fetch", "http_request"]


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("a.localhost", True),
        ("127.0.0.2", True),
        ("[::1]", True),
        ("::ffff:127.0.0.1", True),
        ("nas.local", True),
        ("NAS.local.", True),
        ("example.org", False),
        ("127.0.0.1.example.org", False),
        ("10.0.0.1", False),
    ],
)
def test_what_counts_as_this_machine(host: str, local: bool) -> None:
    reach = Reach(local_only=True, local_hosts=("nas.local",))
    assert (reach.refusal(host) == "") is local
    assert Reach().refusal(host) == ""


KEYED = {
    "brave": {"web": {"results": [{"title": "A", "url": "https://a.test/", "description": "About a"}]}},
    "tavily": {"results": [{"title": "A", "url": "https://a.test/", "content": "About a", "score": 0.9}]},
}


async def _secret(reference: str) -> str | None:
    return {"keyring:search": "the-key"}.get(reference)


def keyed(sink: WebSink, provider: Any) -> WebAccess:
    url = f"http://127.0.0.1:{sink.port}/v1"
    return sink.access(search=WebSearchSettings(provider=provider, url=url, api_key="keyring:search"))


@pytest.mark.parametrize("provider", ["brave", "tavily"])
async def test_a_search_on_a_service_with_a_key(desk: Desk, provider: str) -> None:
    path = {"brave": "/v1/web/search", "tavily": "/v1/search"}[provider]
    said = answer(json.dumps(KEYED[provider]).encode(), "application/json")
    async with WebSink({path: said}) as sink:
        searching = next(tool for tool in web_tools(keyed(sink, provider)) if tool.name == "web_search")
        call = searching.arguments.model_validate({"query": "cats & dogs", "count": 3})
        context = replace(desk.context, ports=Ports(secret=_secret))
        action = await searching.prepare(context, call)
        told = (await searching.run(context, call, action)).text
    assert told == "1. A\nhttps://a.test/\nAbout a"
    assert "the-key" not in action.model_dump_json()
    (request,) = sink.requests
    match provider:
        case "brave":
            assert request.headers["x-subscription-token"] == "the-key"
            assert request.target == "/v1/web/search?q=cats+%26+dogs&count=3&text_decorations=false"
        case _:
            assert (request.method, request.headers["authorization"]) == ("POST", "Bearer the-key")
            assert json.loads(request.body) == {"query": "cats & dogs", "max_results": 3}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (answer(b"the-key is wrong", status="401 Unauthorized"), "refused the key.*inara secrets set"),
        (answer(b"", status="429 Too Many Requests"), "no more searches"),
        (answer(b'{"web": []}', "application/json"), "something else than results"),
    ],
)
async def test_a_keyed_service_that_refuses_says_what_to_do(desk: Desk, said: bytes, words: str) -> None:
    async with WebSink({"/v1/web/search": said}) as sink:
        searching = next(tool for tool in web_tools(keyed(sink, "brave")) if tool.name == "web_search")
        call = searching.arguments.model_validate({"query": "x"})
        context = replace(desk.context, ports=Ports(secret=_secret))
        with pytest.raises(ToolError, match=words) as refused:
            await searching.run(context, call, await searching.prepare(context, call))
    assert "the-key" not in str(refused.value)
