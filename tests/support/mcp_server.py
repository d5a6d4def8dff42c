"""A small MCP server over stdio that does what a file says, read again at each request: also what no server should.

    python mcp_server.py FILE

FILE is JSON: `tools` (the listing), `call` (what a call does, see `_call`), `start` ("hang", "die", "garbage",
"version"). Each call that reaches it is a line in FILE.calls, its process id stands in FILE.pid.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

__all__ = ["PIXEL", "FakeServer", "tool"]

PIXEL = (  # a PNG of one pixel
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNg+M9QDwADgQF/e4tZhAAAAABJRU5ErkJggg=="
)


def tool(name: str = "echo", description: str = "Says it again.", **more: Any) -> dict[str, Any]:
    """A tool's definition."""
    schema = {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]}
    return {"name": name, "description": description, "inputSchema": schema, **more}


class FakeServer:
    """The file such a server reads, from the test's side."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "mcp.json"
        self.says(tools=[tool()])

    @property
    def args(self) -> list[str]:
        return [__file__, str(self.file)]

    def says(self, **plan: Any) -> None:
        """What it does from its next request on."""
        new = self.file.with_suffix(".new")
        new.write_text(json.dumps(plan))
        new.replace(self.file)

    @property
    def calls(self) -> list[Any]:
        """The calls that reached it."""
        log = self.file.with_suffix(".calls")
        return [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []

    @property
    def pid(self) -> int:
        return int(self.file.with_suffix(".pid").read_text())


def _send(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
    sys.stdout.flush()


def _text(text: str) -> dict[str, Any]:
    return {"content": [{"type": "text", "text": text}]}


def _receive() -> dict[str, Any]:
    line = sys.stdin.readline()
    if not line:
        raise SystemExit
    return json.loads(line)


def _call(what: str, number: Any, params: dict[str, Any]) -> dict[str, Any] | None:
    match what:
        case "echo":
            return _text(str(params.get("arguments", {}).get("text")))
        case "pit":
            return {**_text("[" * 100_000), "structuredContent": {"a": 1, "b": 2}}
        case "picture":
            return {"content": [{"type": "image", "data": PIXEL, "mimeType": "image/png"}]}
        case "fail":
            return {**_text("It did not work."), "isError": True}
        case "hang":
            while True:  # deaf to everything, also to the end of its input
                time.sleep(60)
        case "die":
            sys.stderr.write("out of memory\n")
            os._exit(3)
        case "flood":
            while True:
                _send({"method": "notifications/message", "params": {"level": "info", "data": "x" * 100}})
        case "huge":
            return _text("x" * (20 << 20))
        case "long":
            return _text("x" * (1 << 20))
        case "garbage":
            sys.stdout.write('{"jsonrpc": \n not json\n\x00\x01\n')
            return _text("after the garbage")
        case "half":  # what JavaScript makes of an emoji cut in two
            return _text("cut here: \ud83d")
        case "ids":  # answers to what nobody asked, then ours, and once more
            for other in (number + 1000, None, "x", -1, [number]):
                _send({"id": other, "result": _text("not for you")})
            _send({"id": number, "result": _text("for you")})
            return _text("too late")
        case "latin":
            sys.stdout.flush()
            text = json.dumps({"jsonrpc": "2.0", "id": number, "result": _text("Z?rich")}) + "\n"
            sys.stdout.buffer.write(text.encode().replace(b"?", b"\xfc"))
            sys.stdout.buffer.flush()
        case "nonsense":
            return {"content": 7}
        case "ask":
            form = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
            _send({"id": "q", "method": "elicitation/create", "params": {"message": "Who?", "requestedSchema": form}})
            return _text(json.dumps(_receive().get("result")))
        case "sample":
            message = {"role": "user", "content": {"type": "text", "text": "hi"}}
            _send({"id": "s", "method": "sampling/createMessage", "params": {"messages": [message], "maxTokens": 5}})
            return _text(json.dumps(_receive()))
        case "roots":
            _send({"id": "r", "method": "roots/list"})
            return _text(json.dumps(_receive()["result"]))
        case "environment":
            return _text(json.dumps(dict(os.environ)))
    return None


def _serve(file: Path) -> None:
    file.with_suffix(".pid").write_text(str(os.getpid()))
    sys.stderr.write("a banner, as many print\n")
    while True:
        request = _receive()
        plan = json.loads(file.read_text())
        number, params = request.get("id"), request.get("params", {})
        match request.get("method"):
            case "initialize":
                match plan.get("start"):
                    case "hang":
                        time.sleep(3600)
                    case "die":
                        sys.stderr.write("no licence found\n")
                        os._exit(1)
                    case "garbage":
                        sys.stdout.write("<html>hello</html>\n" * 3)
                version = "1999-01-01" if plan.get("start") == "version" else params["protocolVersion"]
                about = {"name": "fake", "version": "1"}
                has = {"tools": {"listChanged": True}}
                _send({"id": number, "result": {"protocolVersion": version, "capabilities": has, "serverInfo": about}})
            case "tools/list":
                _send({"id": number, "result": {"tools": plan.get("tools", [])}})
            case "tools/call":
                with file.with_suffix(".calls").open("a") as log:
                    log.write(json.dumps(params) + "\n")
                if (result := _call(plan.get("call", "echo"), number, params)) is not None:
                    _send({"id": number, "result": result})
            case _ if number is not None and "method" in request:
                _send({"id": number, "error": {"code": -32601, "message": "no such method"}})


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
