"""The HTTP client for model servers: httpx's interface on aiohttp's transport, and questions straight to the latter.

httpx's own transport works in Python per HTTP chunk, and servers send a chunk per token; this one
costs a quarter (tests/benchmarks). Importing both libraries takes a third of a second, so this
module is imported on first use, in a thread.
"""

from __future__ import annotations

import asyncio
import ssl
import urllib.request
from collections.abc import AsyncIterable, Callable, Mapping
from typing import Any

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport
from httpx_aiohttp.transport import map_aiohttp_exceptions

from inara_engine.errors import Rejected

__all__ = ["FAILURES", "Answer", "ModelClient", "new_client", "reason_of"]

# What sending and reading may raise; the transport lets aiohttp's own protocol errors through.
FAILURES = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, aiohttp.ClientError, OSError)

_KEEP_ALIVE_S = 4.0  # below the 5 s after which uvicorn (vLLM, many others) closes an idle connection
_READ_BYTES = 8 * 1024  # buffered per answer before its socket waits; fifty at once must not hold up a frame


class Answer:
    """What a server says to a question: its head is here, its body is to be read, then `aclose`d.

    aiohttp closes the connection where the body's framing breaks (a proxy puts a second answer into it, say), and
    tells nobody who reads: who waits would wait for ever, who reads later gets a RuntimeError. Remove what is done
    about it here when an aiohttp after 3.14.5 gives its reader the error.
    """

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response
        self._waits = False
        self.status_code = response.status
        self.headers: Mapping[str, str] = response.headers
        protocol = response.connection.protocol if response.connection else None
        self._closed = protocol.closed if protocol is not None else None  # falsy: a protocol without messages
        if self._closed is not None:
            self._closed.add_done_callback(self._on_closed)

    async def read(self) -> bytes:
        """All of the body that has come, b"" at the end. Raises: one of `FAILURES`."""
        self._waits = True
        try:
            return await self._response.content.readany()
        except RuntimeError as error:
            raise aiohttp.ClientPayloadError(str(error)) from error
        finally:
            self._waits = False

    def pause(self) -> None:
        """Let the kernel collect what comes, instead of waking the loop for each piece."""
        if (connection := self._response.connection) and connection.transport:
            connection.transport.pause_reading()

    def resume(self) -> None:
        """Read again."""
        if (connection := self._response.connection) and connection.transport:
            connection.transport.resume_reading()

    async def aclose(self) -> None:
        """Give the connection back; where the body is not at its end, close it."""
        if self._closed is not None:
            self._closed.remove_done_callback(self._on_closed)
        self._response.release()
        await self._response.wait_for_close()

    def _on_closed(self, closed: asyncio.Future[None]) -> None:
        if not closed.cancelled():
            closed.exception()  # seen: who reads is told of it in another way
        content = self._response.content
        if self._waits and not content.is_eof() and content.exception() is None:
            content.set_exception(aiohttp.ClientPayloadError())


class _Transport(AiohttpTransport):
    """httpx on a session of aiohttp's, which can also be asked without httpx's request and response around it."""

    client: aiohttp.ClientSession | Callable[[], aiohttp.ClientSession] | None

    def session(self) -> aiohttp.ClientSession:
        """The one session, made at first use: it belongs to the loop that runs then."""
        if not isinstance(self.client, aiohttp.ClientSession):
            self.client = self.get_client()
        return self.client


class ModelClient(httpx.AsyncClient):
    """A client that can also put a question to a model: straight, since that is done in each round of a job.

    What httpx does around one (cookies, redirects, authentication, hooks) is off here, and takes as long as asking.
    """

    def __init__(self, transport: _Transport, connect_timeout_s: float) -> None:
        timeout = httpx.Timeout(None, connect=connect_timeout_s)
        super().__init__(transport=transport, timeout=timeout, trust_env=False, follow_redirects=False)
        self._straight = transport
        self._patience = aiohttp.ClientTimeout(sock_connect=connect_timeout_s)
        self._proxy = _told(transport.proxy)

    async def ask(self, url: str, headers: Mapping[str, str], content: bytes | AsyncIterable[bytes]) -> Answer:
        """POST JSON; the head of the answer. Raises: one of `FAILURES`."""
        with map_aiohttp_exceptions():
            response = await self._straight.session().post(
                url,
                headers=headers,
                data=content,
                timeout=self._patience,
                allow_redirects=False,
                auto_decompress=False,
                **self._proxy,
            )
        return Answer(response)


def new_client(url: str, *, loopback: bool, connect_timeout_s: float) -> ModelClient:
    """A client for one server. Blocks for some milliseconds (certificates): call it in a thread.

    A loopback server is never asked through a proxy; any other honours the system's proxies.
    There is no read timeout: a local model may think for minutes, the caller watches the silence.
    Redirects are not followed, and nothing from the environment (.netrc) is sent.
    Raises: Rejected where the system's proxy is none that can be used.
    """
    parsed = httpx.URL(url)
    verify: ssl.SSLContext | bool = _trusted_certificates() if parsed.scheme == "https" else False
    proxy = None if loopback else _proxy_for(parsed)

    def session() -> aiohttp.ClientSession:
        connector = aiohttp.TCPConnector(ssl=verify, limit=0, keepalive_timeout=_KEEP_ALIVE_S)
        return aiohttp.ClientSession(connector=connector, read_bufsize=_READ_BYTES, cookie_jar=aiohttp.DummyCookieJar())

    transport = _Transport(verify=verify, trust_env=False, proxy=proxy, client=session)
    return ModelClient(transport, connect_timeout_s)


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
    around = f"no_proxy={url.host} goes there without one."
    try:
        address = httpx.URL(proxy if "://" in proxy else f"http://{proxy}")
        if address.host and address.scheme in {"http", "https"}:
            return httpx.Proxy(address)
    except (httpx.InvalidURL, ValueError):
        raise Rejected(
            "The address of the system's proxy can't be read.",
            next_step=f"Write https_proxy (or all_proxy) like http://host:3128; {around}",
        ) from None
    # Going there directly would tell a network what its proxy was to keep from it.
    raise Rejected(
        f"The system's proxy is one for “{address.scheme}”, and Inara goes through HTTP proxies only.",
        next_step=f"Set https_proxy to its HTTP port, like http://host:3128; {around}",
    )


def _told(proxy: httpx.Proxy | None) -> dict[str, Any]:
    """A proxy as aiohttp is told of one."""
    if proxy is None:
        return {}
    auth = aiohttp.BasicAuth(*proxy.auth) if proxy.auth else None
    return {"proxy": str(proxy.url), "proxy_auth": auth, "proxy_headers": proxy.headers}
