"""Signing in to a server, with the SDK: OAuth in the person's browser, and what comes of it kept and renewed.

https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization — the browser is opened by whoever is
asked to show the address, never here. Belongs to the worker's thread.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

import httpx2
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
from inara_engine.mcp.redirect import Redirect
from inara_engine.mcp.sign_in_errors import told
from inara_engine.mcp.values import HttpTarget, ServerFailed, SignInNeeded

__all__ = ["Show", "auth_of", "sign_in"]

_log = logging.getLogger(__name__)
Show = Callable[[str], Awaitable[None]]
_Told = TypeVar("_Told", bound=BaseModel)
_HELLO: dict[str, Any] = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "inara", "version": "0"}},
}


def auth_of(target: HttpTarget, redirect: Redirect | None = None, show: Show | None = None) -> OAuthClientProvider:
    """Shows who we are on each request, and renews that; a new sign-in only where there is somebody to `show` it to."""
    # What goes wrong there is raised too, and told by us: in words, and without what the server sent.
    logging.getLogger("mcp.client.auth").setLevel(logging.CRITICAL)
    kept = _Kept(target)
    metadata = OAuthClientMetadata(
        client_name="Inara",
        redirect_uris=[AnyUrl(redirect.uri if redirect else "http://127.0.0.1/callback")],
        grant_types=["authorization_code", "refresh_token"],
        response_types=["code"],
    )

    async def shown(address: str) -> None:
        if redirect is None or show is None:
            raise _again()
        if urlsplit(address).scheme != "https" and urlsplit(target.url).scheme == "https":
            raise ServerFailed("It wants you to sign in over a connection that anybody could read.")
        kept.bind()
        redirect.expect(address)
        await show(address)

    provider = _Provider(target.url, metadata, kept, shown, redirect.result if redirect else _nobody)
    provider.person = redirect is not None
    kept.fill(provider.context, anew=redirect is not None)
    return provider


async def _nobody() -> AuthorizationCodeResult:
    raise _again()


def _again() -> SignInNeeded:
    step = "Sign in: `inara mcp sign-in NAME`, or in Tool servers."
    return SignInNeeded("It wants you to sign in again.", next_step=step)


async def sign_in(target: HttpTarget, show: Show) -> None:
    """Have the person sign in: `show` gets the address for their browser. Raises ServerFailed."""
    try:
        await _sign_in(target, show)
    except ServerFailed as error:
        _log.warning(
            "a sign-in at %s failed: %s", urlsplit(target.url).hostname, type(error.__cause__ or error).__name__
        )
        raise


async def _sign_in(target: HttpTarget, show: Show) -> None:
    try:
        async with Redirect(target.client.port if target.client else None) as redirect:
            auth = auth_of(target, redirect, show)
            async with await asyncio.to_thread(http_client, target, auth) as http:
                headers = {"Accept": "application/json, text/event-stream"}
                async with http.stream("POST", target.url, json=_HELLO, headers=headers) as response:
                    status = response.status_code
    except (OAuthFlowError, httpx2.HTTPError, ValueError) as error:
        raise told(error, registered=target.client is not None) from error
    if status >= 400:
        raise ServerFailed(f"The sign-in failed: it answered with {status}.")


class _Provider(OAuthClientProvider):
    """The SDK's, which also takes a server's own word for where on its origin it signs people in.

    Servers of 2025-03-26 have no resource metadata, which would name the issuer. The SDK then takes only the bare
    origin for one (RFC 8414, section 3.3: nobody speaks for another), and refuses those that sign people in below a
    path of it. Whoever answers at the well-known address of an origin speaks for all of that origin, so an issuer
    within it is taken as well; never another origin, and never where resource metadata named one.

    Without a `person` there is no use in looking for where to sign in, nor in registering there: nothing of it is done.
    """

    person = True
    _issuer = ""

    def _expected_issuer(self) -> str:
        return (self._issuer if self.context.auth_server_url is None else "") or super()._expected_issuer()

    async def async_auth_flow(self, request: httpx2.Request) -> AsyncGenerator[httpx2.Request, httpx2.Response]:
        async with aclosing(super().async_auth_flow(request)) as flow:
            try:
                outgoing = await anext(flow)
                while True:
                    response = yield outgoing
                    if outgoing is request and response.status_code == 401 and not self.person:
                        raise _again()
                    if outgoing.url.path == "/.well-known/oauth-protected-resource" and response.status_code != 200:
                        where = httpx2.URL(self.context.server_url).join("/.well-known/oauth-authorization-server")
                        self._issuer = await _issuer(where, (yield httpx2.Request("GET", where)))
                    outgoing = await flow.asend(response)
            except StopAsyncIteration:
                return


async def _issuer(where: httpx2.URL, response: httpx2.Response) -> str:
    """The issuer that metadata there name; "" for one of another origin."""
    await response.aread()
    if response.status_code != 200:
        return ""
    try:
        issuer = str(OAuthMetadata.model_validate_json(response.content).issuer)
    except ValidationError:
        return ""
    named = httpx2.URL(issuer)
    return issuer if (named.scheme, named.host, named.port) == (where.scheme, where.host, where.port) else ""


class _Kept(TokenStorage):
    """What is kept of a sign-in; never shown to another server than the one it was for, nor as another client."""

    def __init__(self, target: HttpTarget) -> None:
        self._target = target
        self._context: OAuthContext | None = None
        self._us = {"url": target.url, "as": target.client.id if target.client else None}
        try:
            kept: object = json.loads(target.sign_in.kept or "{}")
        except ValueError:
            kept = {}
        known = cast("dict[str, Any]", kept) if isinstance(kept, dict) else {}
        self._known = known if {name: known.get(name) for name in self._us} == self._us else {}

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

    def bind(self) -> None:
        """Whom the person is about to sign in to is who gets the secret of a client registered by hand."""
        if self._context is not None and self._target.client is not None:
            self._context.client_info = self._by_hand(self._context.oauth_metadata)

    async def get_tokens(self) -> OAuthToken | None:
        """Those kept."""
        return _read(OAuthToken, self._known.get("tokens"))

    async def get_client_info(self) -> OAuthClientInformationFull | None:
        """As whom we are known there."""
        if self._target.client is not None:
            return self._by_hand(_read(OAuthMetadata, self._known.get("server")))
        return _read(OAuthClientInformationFull, self._known.get("client"))

    async def set_tokens(self, tokens: OAuthToken) -> None:
        """Keep them, with all that is needed to renew them after a restart."""
        context = self._context
        self._known |= self._us | {
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

    def _by_hand(self, server: OAuthMetadata | None) -> OAuthClientInformationFull | None:
        """The client that the person had registered, known to the `server` that they signed in to, and to no other."""
        client = self._target.client
        if client is None:
            return None
        ways = (server.token_endpoint_auth_methods_supported if server else None) or ["client_secret_basic"]
        by_post = "client_secret_basic" not in ways and "client_secret_post" in ways
        with_secret = "client_secret_post" if by_post else "client_secret_basic"
        return OAuthClientInformationFull(
            client_id=client.id,
            client_secret=client.secret or None,
            token_endpoint_auth_method=with_secret if client.secret else "none",
            issuer=str(server.issuer) if server else None,
        )


def _read(kind: type[_Told], value: object) -> _Told | None:
    if value is None:
        return None
    try:
        return kind.model_validate(value)
    except ValidationError:
        return None


def _dumped(value: BaseModel | None) -> Any:
    return None if value is None else value.model_dump(mode="json", exclude_none=True)
