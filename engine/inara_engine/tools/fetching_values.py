"""What is asked of a web server and what comes back: the values and limits of every web tool."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import field

from inara_engine.connections import Note
from inara_engine.frozen import frozen
from inara_engine.settings import WebSearchSettings
from inara_engine.settings.reach import Reach
from inara_engine.tools.web_address import WebAddress

__all__ = ["Fetched", "Limits", "Network", "WebAccess", "WebRequest"]


@frozen
class WebRequest:
    """One request. `ports` are allowed beside 80 and 443.

    `trusted` is for an address the person wrote into the settings: it may be on this machine or in the own
    network, and it is never left for another one.
    """

    address: WebAddress
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    ports: Collection[int] = ()
    trusted: bool = False


@frozen
class Fetched:
    """An answer. `address` is the last one asked, `passed` those before it that redirected.

    `body` is unpacked; of a media type that can't be read as text it is empty. `cut` says that more was to
    come than the limits let through; `size` is what the server said, None where it didn't.
    `location` is where it redirects to, where that was not followed.
    """

    address: WebAddress
    status: int
    reason: str
    media_type: str
    charset: str
    body: bytes
    cut: bool
    size: int | None
    passed: tuple[WebAddress, ...] = ()
    location: str = ""


@frozen
class Limits:
    """For a whole request with all its hops, whatever the server does."""

    deadline_s: float = 30.0
    connect_s: float = 10.0
    hops: int = 5
    received_bytes: int = 4 << 20
    unpacked_bytes: int = 4 << 20


async def _look_up(host: str, port: int) -> Sequence[str]:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def _straight(address: str, port: int) -> tuple[str, int]:
    return address, port


@frozen
class Network:
    """How names become addresses, and addresses connections.

    `resolve` gives every address of a name (raises OSError); `dial` says which address and port is connected
    to in the place of a checked one; `tls` are the certificates, None for the system's.
    """

    resolve: Callable[[str, int], Awaitable[Sequence[str]]] = _look_up
    dial: Callable[[str, int], tuple[str, int]] = _straight
    tls: ssl.SSLContext | None = None


@frozen
class WebAccess:
    """What the web tools work with: who may be spoken to, and where searches go."""

    reach: Reach = Reach()
    search: WebSearchSettings = WebSearchSettings()
    network: Network = field(default_factory=Network)
    note: Note | None = None  # told of each host before it is spoken to
    limits: Limits = Limits()
