"""The HTTP client for model servers: httpx's interface on aiohttp's transport.

httpx's own transport works in Python per HTTP chunk, and servers send a chunk per token; this one
costs a quarter (tests/benchmarks). Importing both libraries takes a third of a second, so this
module is imported on first use, in a thread.
"""

from __future__ import annotations

import ssl
import urllib.request
from collections.abc import AsyncIterable, Mapping
from dataclasses import dataclass
from typing import Protocol, cast

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport

__all__ = ["FAILURES", "Body", "ModelClient", "body_of", "new_client", "reason_of"]

# What sending and reading may raise; the transport lets aiohttp's own protocol errors through.
FAILURES = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, aiohttp.ClientError, OSError)

_KEEP_ALIVE_S = 4.0  # below the 5 s after which uvicorn (vLLM, many others) closes an idle connection
_READ_BYTES = 8 * 1024  # buffered per answer before its socket waits; fifty at once must not hold up a frame
_BODY = "inara.body"


class Body(Protocol):
    """An answer's bytes, as they come. `pause` lets the kernel collect them, instead of waking the loop for each."""

    async def read(self) -> bytes:
        """All that has come, b"" at the end. Raises: one of `FAILURES`."""
        ...

    def pause(self) -> None: ...

    def resume(self) -> None: ...


@dataclass(frozen=True, slots=True)
class _SocketBody:
    response: aiohttp.ClientResponse

    async def read(self) -> bytes:
        return await self.response.content.readany()

    def pause(self) -> None:
        if (connection := self.response.connection) and connection.transport:
            connection.transport.pause_reading()

    def resume(self) -> None:
        if (connection := self.response.connection) and connection.transport:
            connection.transport.resume_reading()


class _Transport(AiohttpTransport):
    """Adds what httpx does not pass through: pausing the socket, and reading it without generators to close."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await super().handle_async_request(request)
        inner: aiohttp.ClientResponse = getattr(response.stream, "_aiohttp_response")  # noqa: B009 - kept to itself
        response.extensions[_BODY] = _SocketBody(inner)
        return response


class ModelClient(httpx.AsyncClient):
    """A client that can also put a question straight to its transport.

    What httpx does around one (cookies, redirects, authentication, hooks) is off here, and takes as long as asking.
    """

    def __init__(self, transport: httpx.AsyncBaseTransport, connect_timeout_s: float) -> None:
        timeout = httpx.Timeout(None, connect=connect_timeout_s)
        super().__init__(transport=transport, timeout=timeout, trust_env=False, follow_redirects=False)
        self._straight = transport
        self._url = httpx.URL()
        self._extensions = {"timeout": timeout.as_dict()}

    def question(self, url: str, headers: Mapping[str, str], content: bytes | AsyncIterable[bytes]) -> httpx.Request:
        """A POST of JSON. Raises: httpx.InvalidURL."""
        if str(self._url) != url:
            self._url = httpx.URL(url)
        return httpx.Request("POST", self._url, headers=headers, content=content, extensions=self._extensions)

    async def ask(self, question: httpx.Request) -> httpx.Response:
        """The head of the answer; its body is to be read and closed. Raises: one of `FAILURES`."""
        return await self._straight.handle_async_request(question)


def new_client(url: str, *, loopback: bool, connect_timeout_s: float) -> ModelClient:
    """A client for one server. Blocks for some milliseconds (certificates): call it in a thread.

    A loopback server is never asked through a proxy; any other honours the system's proxies.
    There is no read timeout: a local model may think for minutes, the caller watches the silence.
    Redirects are not followed, and nothing from the environment (.netrc) is sent.
    """
    parsed = httpx.URL(url)
    verify: ssl.SSLContext | bool = _trusted_certificates() if parsed.scheme == "https" else False
    proxy = None if loopback else _proxy_for(parsed)

    def session() -> aiohttp.ClientSession:
        connector = aiohttp.TCPConnector(ssl=verify, limit=0, keepalive_timeout=_KEEP_ALIVE_S)
        return aiohttp.ClientSession(connector=connector, read_bufsize=_READ_BYTES, cookie_jar=aiohttp.DummyCookieJar())

    transport = _Transport(verify=verify, trust_env=False, proxy=proxy, client=session)
    return ModelClient(transport, connect_timeout_s)


def body_of(response: httpx.Response) -> Body:
    """The bytes of what `ModelClient.ask` gave."""
    return cast("Body", response.extensions[_BODY])


def reason_of(error: BaseException) -> BaseException:
    """The innermost cause: the transport wraps the resolver's, the socket's and TLS's own errors."""
    seen: set[int] = set()
    while id(error) not in seen:
        seen.add(id(error))
        inner = getattr(error, "os_error", None) or error.__cause__ or error.__context__
        if not isinstance(inner, Exception):
            break
        error = inner
    return error


def _trusted_certificates() -> ssl.SSLContext:
    """The system's certificates (a company's own among them) and certifi's."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _proxy_for(url: httpx.URL) -> httpx.Proxy | None:
    proxies = urllib.request.getproxies()
    proxy = proxies.get(url.scheme) or proxies.get("all")
    if not proxy or urllib.request.proxy_bypass(url.host):
        return None
    return httpx.Proxy(proxy if "://" in proxy else f"http://{proxy}")
