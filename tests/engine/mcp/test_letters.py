"""A letter that is none is one letter lost: the message around it arrives, over a pipe and over HTTP."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inara_engine.mcp.letters import mended
from tests.engine.mcp.conftest import Stage
from tests.support.mcp_server import tool

CUT = "cut here: \ud83d"
REPLACED = "cut here: \ufffd"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (rb'"\ud83d"', "\ufffd"),
        (rb'"\ude00"', "\ufffd"),
        (rb'"\uD83D\uDE00"', "😀"),
        (rb'"\ud83d\ud83d\ude00"', "\ufffd😀"),
        (rb'"\\ud83d"', r"\ud83d"),
        (rb'"\\\ud83d\\"', "\\\ufffd\\"),
        (b'"Z\xfcrich \xf0\x9f\x98\x80"', "Z\ufffdrich 😀"),
        (rb'"\u00e9\n\""', 'é\n"'),
    ],
)
def test_only_what_is_no_letter_is_replaced(line: bytes, text: str) -> None:
    assert json.loads(mended(line)) == text


@given(st.text(st.characters(exclude_categories=())), st.booleans())
def test_any_text_arrives_with_all_its_whole_letters(text: str, escaped: bool) -> None:
    line = json.dumps(text, ensure_ascii=escaped).encode("utf-8", "surrogatepass")
    arrived = json.loads(mended(line))
    arrived.encode()
    whole = json.loads(json.dumps(text))  # a pair of halves is a letter
    assert [letter for letter in arrived if letter != "\ufffd"] == [
        letter for letter in whole if letter != "\ufffd" and not "\ud800" <= letter <= "\udfff"
    ]


class _Server(BaseHTTPRequestHandler):
    """Speaks MCP over HTTP; its tool's answer ends in half an emoji."""

    protocol_version = "HTTP/1.1"
    events = False

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the parent's name
        pass

    def do_GET(self) -> None:
        self._send(405, "text/plain", b"")

    do_DELETE = do_GET

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if "id" not in asked:
            self._send(202, "text/plain", b"")
            return
        about: dict[str, Any] = {"capabilities": {"tools": {}}, "serverInfo": {"name": "fake", "version": "1"}}
        answers: dict[str, Any] = {
            "initialize": {"protocolVersion": asked.get("params", {}).get("protocolVersion"), **about},
            "tools/list": {"tools": [tool()]},
            "tools/call": {"content": [{"type": "text", "text": CUT}]},
        }
        known = asked["method"] in answers
        said = {"result": answers[asked["method"]]} if known else {"error": {"code": -32601, "message": "no such"}}
        body = json.dumps({"jsonrpc": "2.0", "id": asked["id"], **said}).encode()
        if self.events:
            self._send(200, "text/event-stream", b"event: message\r\ndata: " + body + b"\r\n\r\n")
        else:
            self._send(200, "application/json", body)

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(params=["json", "events"])
def settings(request: pytest.FixtureRequest) -> Iterator[str]:
    class Handler(_Server):
        events = request.param == "events"

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f'[mcp.servers.fake]\nurl = "http://127.0.0.1:{server.server_port}/mcp"\ntimeout_s = 5.0\n'
        server.shutdown()
        thread.join()


async def test_over_http_too(stage: Stage) -> None:
    await stage.approve()
    ended = await stage.called("fake__echo", text="hi")
    assert (ended["outcome"], ended["output"]) == ("ok", REPLACED)
