"""Who may ask at all: looked at before anything of a request but its head is read.

A web page in the person's browser can send requests here, also under a name of its own that it lets
point to this machine. It can't choose the Host that its browser sends, hide its Origin, or know the
token; and as no answer carries a CORS header, it may read none.
"""

from __future__ import annotations

from collections.abc import Iterable
from hmac import compare_digest

from starlette.types import ASGIApp, Receive, Scope, Send

from inara_engine.api.refusals import Refused, refusal

__all__ = ["Guard"]

HOSTS = ("127.0.0.1", "[::1]", "localhost")
HOOKS = "/hooks/"  # may be signed instead; its own code looks


class Guard:
    """An ASGI application that hands on what may pass. `port` is the one listened on."""

    def __init__(self, app: ASGIApp, port: int, token: str) -> None:
        self._app = app
        self._hosts = frozenset(f"{host}:{port}" for host in HOSTS)
        self._authorization = f"Bearer {token}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            self._check(scope)
        except Refused as error:
            await refusal(error)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _check(self, scope: Scope) -> None:
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        hosts = _values(headers, b"host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            raise Refused(403, "This Host is not Inara's.", next_step="Ask for 127.0.0.1 or localhost, with the port.")
        if any(origin.removeprefix("http://") not in self._hosts for origin in _values(headers, b"origin")):
            raise Refused(403, "Web pages may not ask here.")
        if any(site not in {"same-origin", "none"} for site in _values(headers, b"sec-fetch-site")):
            raise Refused(403, "Web pages may not ask here.")
        scope["bearer"] = self._is_bearer(headers)
        if not scope["bearer"] and not _is_hook(scope):
            raise no_token()
        _check_type(headers)

    def _is_bearer(self, headers: list[tuple[bytes, bytes]]) -> bool:
        given = [value for name, value in headers if name == b"authorization"]
        return len(given) == 1 and compare_digest(_scheme_as_ours(given[0]), self._authorization)


def no_token() -> Refused:
    """The answer to whoever has no right to ask."""
    return Refused(
        401,
        "The token is missing or wrong.",
        next_step='Send "Authorization: Bearer TOKEN"; `inara serve --print-token` and the settings show it.',
    )


def _is_hook(scope: Scope) -> bool:
    path: str = scope["path"]
    return scope["method"] == "POST" and path.startswith(HOOKS) and "/" not in path.removeprefix(HOOKS)


def _check_type(headers: list[tuple[bytes, bytes]]) -> None:
    types = _values(headers, b"content-type")
    has_body = bool(_values(headers, b"transfer-encoding")) or any(
        length.strip() != "0" for length in _values(headers, b"content-length")
    )
    if any(not _is_json(kind) for kind in types) or (has_body and not types):
        raise Refused(415, "The body must be JSON.", next_step='Send "Content-Type: application/json".')


def _is_json(content_type: str) -> bool:
    return content_type.partition(";")[0].strip().lower() == "application/json"


def _scheme_as_ours(value: bytes) -> bytes:
    """The word Bearer is read in any case, the token as it is."""
    scheme, space, rest = value.partition(b" ")
    return b"Bearer" + space + rest if scheme.lower() == b"bearer" else value


def _values(headers: Iterable[tuple[bytes, bytes]], wanted: bytes) -> list[str]:
    return [value.decode("latin-1") for name, value in headers if name == wanted]
