"""Nothing a test does may leave this machine; who tries is caught, even where the error is swallowed.

An audit hook sees every connection and name look-up of this interpreter, whichever library makes
it. It can't be taken out again, so there is one for the whole run, and it only asks the guard that
is on duty. Child processes are out of its sight; what a test starts is given loopback addresses.
"""

from __future__ import annotations

import ipaddress
import socket
import sys
from typing import Any

__all__ = ["NetworkForbiddenError", "NetworkGuard"]


class NetworkForbiddenError(OSError):
    """A connection to somewhere else than this machine was attempted."""


class NetworkGuard:
    """Refuses all but loopback and local sockets while `on_duty`, and remembers each attempt.

    Names under `.invalid` are never a real host: they fail as a name server would fail them, and
    count as no attempt, so that a test may ask what happens with a host that doesn't exist.
    """

    def __init__(self) -> None:
        self.on_duty = False
        self.attempts: list[str] = []

    def install(self) -> None:
        """Listen to the interpreter's audit events from now on."""
        sys.addaudithook(self._on_event)

    def _on_event(self, event: str, args: tuple[Any, ...]) -> None:
        if not self.on_duty:
            return
        if event in {"socket.connect", "socket.sendto"}:
            self._on_address(args[1])
        elif event == "socket.getaddrinfo":
            self._on_name(args[0])

    def _on_address(self, address: object) -> None:
        if isinstance(address, tuple) and not _is_loopback(str(address[0])):
            self.attempts.append(f"connection to {address[0]}:{address[1]}")
            raise NetworkForbiddenError(f"tests reach this machine only, not {address[0]}")

    def _on_name(self, name: object) -> None:
        host = name.decode() if isinstance(name, bytes) else name
        if not isinstance(host, str) or _is_loopback(host) or _is_address(host):
            return
        if not host.endswith(".invalid"):
            self.attempts.append(f"look-up of {host}")
        raise socket.gaierror(socket.EAI_NONAME, f"no host is called {host}")


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def _is_loopback(host: str) -> bool:
    if _is_address(host):
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    return host in {"", "localhost"} or host.endswith(".localhost")
