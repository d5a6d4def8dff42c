"""An MCP server over HTTP that speaks only to who has signed in, and the pages where one does: on a real socket.

async with SigningServer() as server:
    ...                          # server.mcp_url; `signed_in(address)` plays the browser of a person who says yes
"""

from __future__ import annotations

import asyncio
import base64
import json
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

import httpx

from tests.support.scripted_server import Request, ScriptedServer, Turn, json_turn

__all__ = ["SigningServer", "browse"]

TOOL: dict[str, Any] = {
    "name": "echo",
    "description": "Says it again.",
    "inputSchema": {"type": "object", "properties": {}},
}
ANSWERS: dict[str, dict[str, Any]] = {
    "initialize": {
        "protocolVersion": "2025-11-25",
        "capabilities": {"tools": {}},
        "serverInfo": {"name": "notes", "version": "1"},
    },
    "tools/list": {"tools": [TOOL]},
    "tools/call": {"content": [{"type": "text", "text": "again"}]},
    "ping": {},
}


class SigningServer(ScriptedServer):
    """`grants` are the ways in which tokens were asked for, `shown` the tokens that came to /mcp.

    `client`, an id and a secret: it registers nobody, and knows only this one; `by` is how that shows its secret.
    `issuer` is what it calls itself where that is not its origin, and then has no resource metadata.
    """

    def __init__(
        self,
        *,
        expires_in: int = 3600,
        refuses: str = "",
        client: tuple[str, str] | None = None,
        by: str = "client_secret_basic",
        issuer: str = "",
    ) -> None:
        super().__init__()
        self.expires_in = expires_in
        self.refuses = refuses
        self.client = client
        self.by = by
        self.issuer = issuer
        self.redirects: list[str] = []
        self.signs_in_at = ""  # another origin than its own
        self.registered = 0
        self.grants: list[str] = []
        self.shown: list[str] = []
        self.valid = ""

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def mcp_url(self) -> str:
        return f"{self.origin}/mcp"

    def _turn_for(self, request: Request) -> Turn:
        path = urlsplit(request.path).path
        if path == "/mcp":
            return self._mcp(request)
        if path.startswith("/.well-known/oauth-protected-resource") and not self.issuer:
            return json_turn({"resource": self.mcp_url, "authorization_servers": [self.signs_in_at or self.origin]})
        if path == "/.well-known/oauth-authorization-server":
            return json_turn(self._metadata())
        if path == "/register" and self.client is None:
            self.registered += 1
            return json_turn({**request.json, "client_id": f"client-{self.registered}"}, 201)
        if path == "/authorize":
            return self._authorize(parse_qs(urlsplit(request.path).query))
        if path == "/token":
            return self._token(request)
        return json_turn({"error": "not found"}, 404)

    def _metadata(self) -> dict[str, Any]:
        registers = {} if self.client else {"registration_endpoint": f"{self.origin}/register"}
        return registers | {
            "issuer": self.issuer or self.origin,
            "authorization_endpoint": f"{self.origin}/authorize",
            "token_endpoint": f"{self.origin}/token",
            "response_types_supported": ["code"],
            "grant_types_supported": ["authorization_code", "refresh_token"],
            "code_challenge_methods_supported": ["S256"],
            "token_endpoint_auth_methods_supported": [self.by if self.client else "none"],
        }

    def _authorize(self, asked: dict[str, list[str]]) -> Turn:
        self.redirects += asked["redirect_uri"]
        answer = {"error": "access_denied", "error_description": self.refuses} if self.refuses else {"code": "the-code"}
        where = f"{asked['redirect_uri'][0]}?{urlencode({**answer, 'state': asked['state'][0]})}"
        return Turn([], 302, {"Location": where})

    def _token(self, request: Request) -> Turn:
        asked = parse_qs(request.body.decode())
        if self.client is not None and self.client != self._client_of(request, asked):
            return json_turn({"error": "invalid_client", "error_description": "Nobody we know."}, 401)
        self.grants.append(asked["grant_type"][0])
        self.valid = f"token-{len(self.grants)}"
        given = {"access_token": self.valid, "token_type": "Bearer", "refresh_token": "renew-it"}
        return json_turn({**given, "expires_in": self.expires_in})

    def _client_of(self, request: Request, asked: dict[str, list[str]]) -> tuple[str, str] | None:
        if self.by == "client_secret_basic":
            _, _, pair = request.headers.get("authorization", "").partition("Basic ")
            name, _, secret = base64.b64decode(pair).decode().partition(":")
            return unquote(name), unquote(secret)  # RFC 6749, section 2.3.1
        return asked["client_id"][0], asked.get("client_secret", [""])[0]

    def _mcp(self, request: Request) -> Turn:
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if token:
            self.shown.append(token)
        if not self.valid or token != self.valid:
            where = f'Bearer resource_metadata="{self.origin}/.well-known/oauth-protected-resource"'
            return json_turn({"error": "invalid_token"}, 401, WWW_Authenticate=where)
        if request.method != "POST":
            return json_turn({}, 405)
        asked = request.json
        if "id" not in asked:
            return Turn([], 202, {})
        answer = ANSWERS.get(asked["method"])
        said = {"error": {"code": -32601, "message": "unknown"}} if answer is None else {"result": answer}
        return json_turn({"jsonrpc": "2.0", "id": asked["id"], **said})


async def browse(address: str) -> tuple[int, str]:
    """The browser of a person who says yes."""
    async with asyncio.timeout(10), httpx.AsyncClient(follow_redirects=True, trust_env=False) as browser:
        page = await browser.get(address)
        return page.status_code, page.text


def entry(server: SigningServer, more: str = "") -> str:
    """Its table in config.toml."""
    return f"[mcp.servers.notes]\nurl = {json.dumps(server.mcp_url)}\n{more}"
