"""One request to the web, with every hop checked on the address that is really connected to.

A name is looked up once per hop; each address it has must be public, and the connection is made to one of
those, with the name kept for the Host header and the certificate. Nothing comes from the environment: no
proxy, no .netrc, no cookies. Imports the HTTP library: import it on first use, in a thread.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import zlib
from collections.abc import AsyncIterator, Iterator
from typing import Any

import aiohttp
import certifi
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from inara_engine.errors import ToolError
from inara_engine.tools.addresses import parsed, why_not_public
from inara_engine.tools.fetching_values import Fetched, Limits, WebAccess, WebRequest
from inara_engine.tools.web_address import WebAddress, refusal

__all__ = ["fetch"]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PIECE_BYTES = 64 << 10
_AddressInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[Any, ...]]  # getaddrinfo's
_TEXT_TYPES = ("text/", "application/json", "application/xml", "application/xhtml+xml", "application/javascript")
_TEXT_MORE = frozenset(
    {"application/x-ndjson", "application/yaml", "application/x-yaml", "application/toml", "application/sql", ""}
)
_TEXT_SUFFIXES = ("+json", "+xml", "+yaml")
# Of one's own headers, what may go to a host that was not named: nothing that says who asks.
_HARMLESS = frozenset({"accept", "accept-language", "user-agent"})
_OWN_HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; Inara)", "Accept": "text/html,text/plain,*/*;q=0.8"}


async def fetch(access: WebAccess, request: WebRequest) -> Fetched:
    """Raises ToolError."""
    try:
        async with asyncio.timeout(access.limits.deadline_s):
            return await _hop_by_hop(access, request)
    except TimeoutError as error:
        raise ToolError(
            f"{request.address.host} took longer than {access.limits.deadline_s:g} s.",
            next_step="Try again later, or use another source.",
        ) from error
    except (aiohttp.ClientError, OSError, ValueError, zlib.error) as error:
        raise _in_words(error, request.address) from error


async def _hop_by_hop(access: WebAccess, request: WebRequest) -> Fetched:
    tls = access.network.tls or await asyncio.to_thread(_certificates)
    passed: list[WebAddress] = []
    while True:
        fetched = await _ask(access, request, tls, tuple(passed))
        if not fetched.location:
            return fetched
        following = _redirected(request, fetched)
        if following is None:
            return fetched
        passed.append(request.address)
        if len(passed) > access.limits.hops:
            raise ToolError(
                f"{passed[0].host} redirects more than {access.limits.hops} times.", next_step="Use another address."
            )
        request = following


def _redirected(request: WebRequest, fetched: Fetched) -> WebRequest | None:
    """The request of the next hop; None where it must not be made by itself.

    A body goes to the place a person saw and to no other; neither do headers that may carry a key.
    """
    try:
        address = request.address.joined(fetched.location)
    except ToolError as error:
        raise ToolError(f"{request.address.host} redirects to a place no tool may reach. {error.message}") from error
    moved = address.origin != request.address.origin
    if moved and request.trusted:
        return None
    method, body = request.method, request.body
    if fetched.status == 303 or (fetched.status in {301, 302} and method == "POST"):
        method, body = ("HEAD" if method == "HEAD" else "GET"), b""
    if moved and (body or method not in {"GET", "HEAD"}):
        return None
    headers = request.headers
    if moved or method != request.method:
        headers = tuple((name, value) for name, value in headers if name.lower() in _HARMLESS)
    return WebRequest(address, method, headers, body, request.ports, request.trusted)


async def _ask(access: WebAccess, request: WebRequest, tls: ssl.SSLContext, passed: tuple[WebAddress, ...]) -> Fetched:
    address = request.address
    why = access.reach.refusal(address.host) or ("" if request.trusted else refusal(address, ports=request.ports))
    if why:
        raise ToolError(why if not passed else f"{passed[-1].host} redirects to a place no tool may reach. {why}")
    route = await _Route.to(access, request)
    if access.note is not None:
        kind = ("search", "web_search") if request.trusted else ("page", "web")
        access.note(address.host, address.port, *kind)
    connector = aiohttp.TCPConnector(
        resolver=route, use_dns_cache=False, ssl=tls, force_close=True, socket_factory=route.open_socket
    )
    async with (
        aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            auto_decompress=False,
            read_bufsize=_PIECE_BYTES,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=access.limits.connect_s),
            skip_auto_headers=("Content-Type",),
        ) as session,
        session.request(
            request.method,
            URL(str(address), encoded=True),
            headers=_headers(request),
            data=request.body or None,
            allow_redirects=False,
        ) as response,
    ):
        location = response.headers.get("Location", "") if response.status in _REDIRECTS else ""
        media_type = response.content_type.lower() if "Content-Type" in response.headers else ""
        wanted = request.method != "HEAD" and not location and _is_text(media_type)
        body, cut = await _read(response, access.limits) if wanted else (b"", False)
        return Fetched(
            address=address,
            status=response.status,
            reason=response.reason or "",
            media_type=media_type,
            charset=response.charset or "",
            body=body,
            cut=cut,
            size=response.content_length,
            passed=passed,
            location=location,
        )


class _Route(AbstractResolver):
    """The checked addresses of one hop, and nothing else, as the connector's resolver and socket maker."""

    def __init__(self, host: str, places: list[tuple[str, int]]) -> None:
        self._host = host
        self._places = places

    @classmethod
    async def to(cls, access: WebAccess, request: WebRequest) -> _Route:
        """Look the host up, once. Raises ToolError where any of its addresses is out of reach."""
        host, port = request.address.host, request.address.port
        literal = parsed(host)
        found = [host] if literal is not None else list(dict.fromkeys(await access.network.resolve(host, port)))
        for text in found:
            address = parsed(text)
            why = "can't be read" if address is None else why_not_public(address)
            if why and not request.trusted:
                raise ToolError(
                    f"{host} leads to {text}, which {why}; tools reach the public internet only.",
                    next_step="Use another source.",
                )
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, "no address")
        return cls(host, [access.network.dial(text, port) for text in found])

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        del port, family
        if host != self._host:
            raise OSError(f"another host than {self._host} was asked for")
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address, port in self._places
        ]

    async def close(self) -> None:
        """There is nothing to give back."""

    def open_socket(self, where: _AddressInfo) -> socket.socket:
        """A socket for an address that was checked; this is the last look before the connection."""
        family, kind, protocol, _, place = where
        if not any(parsed(str(place[0])) == parsed(address) for address, _ in self._places):
            raise OSError(f"{place[0]} was not checked")
        return socket.socket(family, kind, protocol)


def _headers(request: WebRequest) -> list[tuple[str, str]]:
    given = {name.lower() for name, _ in request.headers}
    own = [(name, value) for name, value in _OWN_HEADERS.items() if name.lower() not in given]
    # What is sent packed is unpacked here, and only these two forms are.
    return [*own, *request.headers, ("Accept-Encoding", "gzip, deflate")]


def _is_text(media_type: str) -> bool:
    return (
        media_type.startswith(_TEXT_TYPES)
        or media_type in _TEXT_MORE
        or media_type.partition(";")[0].endswith(_TEXT_SUFFIXES)
    )


async def _read(response: aiohttp.ClientResponse, limits: Limits) -> tuple[bytes, bool]:
    """The unpacked body up to the limits, and whether there was more."""
    unpack = _unpacker(response.headers.get("Content-Encoding", "identity").strip().lower())
    body = bytearray()
    async for piece in _pieces(response, limits):
        if piece is None:
            return bytes(body), True
        for part in unpack(piece):
            body += part
            if len(body) > limits.unpacked_bytes:
                return bytes(body[: limits.unpacked_bytes]), True
            await asyncio.sleep(0)
    return bytes(body), False


async def _pieces(response: aiohttp.ClientResponse, limits: Limits) -> AsyncIterator[bytes | None]:
    """What arrives, in pieces of a size that doesn't hold up the loop; None at the limit."""
    received = 0
    while piece := await response.content.read(_PIECE_BYTES):
        received += len(piece)
        if received > limits.received_bytes:
            yield None
            return
        yield piece


class _Plain:
    def __call__(self, piece: bytes) -> Iterator[bytes]:
        yield piece


class _Packed:
    """Unpacks gzip (its members one after another) or deflate, never more than a piece at a time."""

    def __init__(self, window: int) -> None:
        self._window = window
        self._unpack = zlib.decompressobj(window)
        self._begun = False

    def __call__(self, piece: bytes) -> Iterator[bytes]:
        if not self._begun and self._window == zlib.MAX_WBITS and piece and piece[0] & 0x0F != 8:
            self._unpack = zlib.decompressobj(-zlib.MAX_WBITS)  # deflate without its header, as some servers send
        self._begun = True
        rest = piece
        while rest:
            yield self._unpack.decompress(rest, _PIECE_BYTES)
            rest = self._unpack.unconsumed_tail
            if self._unpack.eof:
                rest = self._unpack.unused_data
                if self._window != zlib.MAX_WBITS | 16 or rest[:1] not in {b"", b"\x1f"}:
                    return
                self._unpack = zlib.decompressobj(self._window)


def _unpacker(encoding: str) -> _Plain | _Packed:
    match encoding:
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Packed(zlib.MAX_WBITS | 16)
        case "deflate":
            return _Packed(zlib.MAX_WBITS)
        case _:
            raise ToolError(
                f"The server packs its answer as “{encoding[:40]}”, which can't be read.",
                next_step="Use another source.",
            )


def _certificates() -> ssl.SSLContext:
    """The system's certificates (a company's own among them) and certifi's."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _in_words(error: Exception, address: WebAddress) -> ToolError:
    reason = getattr(error, "os_error", None) or error.__cause__ or error
    if isinstance(reason, socket.gaierror):
        return ToolError(f"The name {address.host} could not be found.", next_step="Check its spelling.")
    if isinstance(error, aiohttp.ClientConnectorCertificateError) or isinstance(reason, ssl.SSLCertVerificationError):
        return ToolError(f"{address.host} shows a certificate that can't be trusted.", next_step="Use another source.")
    if isinstance(error, aiohttp.ClientSSLError) or isinstance(reason, ssl.SSLError):
        return ToolError(f"No secure connection to {address.host} is possible.", next_step="Use another source.")
    if isinstance(error, aiohttp.ClientConnectorError):
        return ToolError(f"{address.host} can't be reached on port {address.port}.", next_step="Try again later.")
    if isinstance(error, aiohttp.ClientPayloadError | zlib.error):
        return ToolError(f"The answer of {address.host} broke off or is damaged.", next_step="Try again.")
    if isinstance(error, aiohttp.ClientResponseError):
        return ToolError(f"{address.host} doesn't answer as a web server does.", next_step="Use another source.")
    return ToolError(f"{address.host} closed the connection without an answer.", next_step="Try again later.")
