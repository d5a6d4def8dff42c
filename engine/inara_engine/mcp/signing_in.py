"""Signing in to a server, with the SDK: OAuth in the person's browser, and what comes of it kept and renewed.

https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization — the browser is opened by whoever is
asked to show the address, never here. Belongs to the worker's thread.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any, Self, TypeVar, cast
from urllib.parse import parse_qs, urlsplit

from mcp.client.auth import AuthorizationCodeResult, OAuthClientProvider, OAuthFlowError, TokenStorage
from mcp.client.auth.oauth2 import OAuthContext
from mcp.shared.auth import (
    OAuthClientInformationFull,
    OAuthClientMetadata,
    OAuthMetadata,
    OAuthToken,
    ProtectedResourceMetadata,
)
from pydantic import AnyUrl, BaseModel, ValidationError

from inara_engine.mcp.http import client as http_client
from inara_engine.mcp.values import HttpTarget, ServerFailed, SignInNeeded

__all__ = ["Redirect", "Show", "auth_of", "sign_in"]

Show = Callable[[str], Awaitable[None]]
_Told = TypeVar("_Told", bound=BaseModel)
PERSON_S = 600.0  # to find the password
_HEAD_BYTES = 16 * 1024
_HELLO: dict[str, Any] = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "inara", "version": "0"}},
}


def auth_of(target: HttpTarget, redirect: Redirect | None = None, show: Show | None = None) -> OAuthClientProvider:
    """Shows who we are on each request, and renews that; a new sign-in only where there is somebody to `show` it to."""
    kept = _Kept(target)
    metadata = OAuthClientMetadata(
        client_name="Inara",
        redirect_uris=[AnyUrl(redirect.uri if redirect else "http://127.0.0.1/callback")],
        grant_types=["authorization_code", "refresh_token"],
        response_types=["code"],
    )

    async def shown(address: str) -> None:
        if redirect is None or show is None:
            raise SignInNeeded(
                "It wants you to sign in again.", next_step="Sign in: `inara mcp sign-in NAME`, or in Tool servers."
            )
        if urlsplit(address).scheme != "https" and urlsplit(target.url).scheme == "https":
            raise ServerFailed("It wants you to sign in over a connection that anybody could read.")
        redirect.expect(address)
        await show(address)

    provider = OAuthClientProvider(target.url, metadata, kept, shown, redirect.result if redirect else _nobody)
    kept.fill(provider.context, anew=redirect is not None)
    return provider


async def _nobody() -> AuthorizationCodeResult:
    raise SignInNeeded("It wants you to sign in again.")


async def sign_in(target: HttpTarget, show: Show) -> None:
    """Have the person sign in: `show` gets the address for their browser. Raises ServerFailed."""
    try:
        async with Redirect() as redirect:
            auth = auth_of(target, redirect, show)
            async with await asyncio.to_thread(http_client, target, auth) as http:
                headers = {"Accept": "application/json, text/event-stream"}
                async with http.stream("POST", target.url, json=_HELLO, headers=headers) as response:
                    status = response.status_code
    except OAuthFlowError as error:
        raise ServerFailed(f"The sign-in failed: {str(error)[:300]}.") from error
    if status >= 400:
        raise ServerFailed(f"The sign-in failed: it answered with {status}.")


class Redirect:
    """Where the browser comes back to: a port of this machine, open until one sign-in has ended."""

    def __init__(self) -> None:
        self._came: asyncio.Future[AuthorizationCodeResult] = asyncio.get_running_loop().create_future()
        self._state = ""

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=_HEAD_BYTES)
        self.uri = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/callback"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        self._came.cancel()

    def expect(self, address: str) -> None:
        """Only who comes back from this address is heard."""
        if self._came.done():
            self._came = asyncio.get_running_loop().create_future()
        self._state = _first(urlsplit(address).query, "state")

    async def result(self) -> AuthorizationCodeResult:
        """What the browser brought. Raises ServerFailed."""
        try:
            async with asyncio.timeout(PERSON_S):
                return await asyncio.shield(self._came)
        except TimeoutError:
            raise ServerFailed(f"Nobody signed in within {PERSON_S / 60:.0f} minutes.") from None

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(10):
                line = (await reader.readuntil(b"\r\n")).decode("latin-1")
                status, words = self._heard(line)
                body = words.encode()
                head = f"HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {len(body)}"
                writer.write(f"{head}\r\nConnection: close\r\n\r\n".encode() + body)
                await writer.drain()
        except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass
        finally:
            writer.close()

    def _heard(self, line: str) -> tuple[str, str]:
        method, _, rest = line.partition(" ")
        address = urlsplit(rest.split(" ")[0])
        state = _first(address.query, "state")
        if method != "GET" or address.path != "/callback" or not self._state or state != self._state:
            return "404 Not Found", "There is nothing here."
        if self._came.done():
            return "200 OK", "This sign-in has ended. Go back to Inara."
        if code := _first(address.query, "code"):
            issuer = _first(address.query, "iss") or None
            self._came.set_result(AuthorizationCodeResult(code=code, state=state, iss=issuer))
            return "200 OK", "Thank you. You can close this page and go back to Inara."
        said = _first(address.query, "error_description") or _first(address.query, "error") or "no reason was given"
        self._came.set_exception(ServerFailed(f"The sign-in was refused: {said[:300]}."))
        return "200 OK", "The sign-in was refused. You can close this page and go back to Inara."


class _Kept(TokenStorage):
    """What is kept of a sign-in; never shown to another server than the one it was for."""

    def __init__(self, target: HttpTarget) -> None:
        self._target = target
        self._context: OAuthContext | None = None
        try:
            kept: object = json.loads(target.sign_in.kept or "{}")
        except ValueError:
            kept = {}
        known = cast("dict[str, Any]", kept) if isinstance(kept, dict) else {}
        self._known = known if known.get("url") == target.url else {}

    def fill(self, context: OAuthContext, *, anew: bool) -> None:
        """Give back what the SDK does not ask for: where to renew, and until when there is no need. Nothing `anew`."""
        self._context = context
        if anew:
            self._known = {}
            return
        context.oauth_metadata = _read(OAuthMetadata, self._known.get("server"))
        context.protected_resource_metadata = _read(ProtectedResourceMetadata, self._known.get("resource"))
        expires_at = self._known.get("expires_at")
        context.token_expiry_time = expires_at if isinstance(expires_at, int | float) else None

    async def get_tokens(self) -> OAuthToken | None:
        """Those kept."""
        return _read(OAuthToken, self._known.get("tokens"))

    async def get_client_info(self) -> OAuthClientInformationFull | None:
        """As whom we are known there."""
        return _read(OAuthClientInformationFull, self._known.get("client"))

    async def set_tokens(self, tokens: OAuthToken) -> None:
        """Keep them, with all that is needed to renew them after a restart."""
        context = self._context
        self._known |= {
            "url": self._target.url,
            "tokens": tokens.model_dump(mode="json", exclude_none=True),
            "expires_at": time.time() + tokens.expires_in if tokens.expires_in else None,
        }
        if context is not None:
            self._known["server"] = _dumped(context.oauth_metadata)
            self._known["resource"] = _dumped(context.protected_resource_metadata)
        if self._target.sign_in.keep is not None:
            await self._target.sign_in.keep(json.dumps(self._known, separators=(",", ":")))

    async def set_client_info(self, client_info: OAuthClientInformationFull) -> None:
        """Kept with the tokens that follow."""
        self._known["client"] = _dumped(client_info)


def _read(kind: type[_Told], value: object) -> _Told | None:
    if value is None:
        return None
    try:
        return kind.model_validate(value)
    except ValidationError:
        return None


def _dumped(value: BaseModel | None) -> Any:
    return None if value is None else value.model_dump(mode="json", exclude_none=True)


def _first(query: str, name: str) -> str:
    return next(iter(parse_qs(query, max_num_fields=20).get(name, ())), "")
