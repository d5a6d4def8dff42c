"""Where a model's server is: its address taken apart, checked, and named for people."""

from __future__ import annotations

import ipaddress
from functools import lru_cache
from urllib.parse import urlsplit

from inara_engine.errors import Rejected
from inara_engine.frozen import frozen

__all__ = ["Endpoint", "is_loopback"]


@frozen
class Endpoint:
    """A server's root, e.g. "http://127.0.0.1:11434/v1", without a slash at its end."""

    root: str
    host: str
    port: int

    @classmethod
    @lru_cache(maxsize=64)  # each question asks it of the same few servers
    def parse(cls, base_url: str, setting: str) -> Endpoint:
        """From what stands in the settings; "/v1" is added where there is no path at all.

        Raises: Rejected where it is no http(s) address. `setting` names its table for the message.
        """
        text = base_url.strip()
        try:
            url = urlsplit(text)
            host, port = url.hostname or "", url.port
        except ValueError:
            url, host, port = urlsplit(""), "", None
        example = f"Write `base_url` of {setting} like http://127.0.0.1:11434/v1."
        if not text:
            raise Rejected(f"{setting} names no server.", next_step=example)
        if url.scheme not in {"http", "https"} or not host or any(c.isspace() or not c.isprintable() for c in text):
            raise Rejected(f"“{text[:200]}” is no address of a server.", next_step=example)
        if url.username or url.password:
            raise Rejected(
                "The server's address holds a name or a password.",
                next_step=f"Take it out of `base_url` of {setting}; a key belongs into `api_key`.",
            )
        path = url.path.rstrip("/").removesuffix("/chat/completions") or "/v1"
        shown = f"[{host}]" if ":" in host else host
        default = 443 if url.scheme == "https" else 80
        authority = shown if port is None else f"{shown}:{port}"
        return cls(f"{url.scheme}://{authority}{path}", host, port or default)

    @property
    def address(self) -> str:
        """host:port, as a person reads it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def origin(self) -> str:
        """The server itself, without a path: where its own interface beside /v1 is."""
        scheme, _, rest = self.root.partition("://")
        return f"{scheme}://{rest.partition('/')[0]}"

    @property
    def likely_roots(self) -> tuple[str, ...]:
        """Where else on the same host the interface may be, for somebody who forgot or mistyped the path."""
        roots = (f"{self.root}/v1", f"{self.origin}/v1")
        return tuple(dict.fromkeys(root for root in roots if root != self.root and not root.endswith("/v1/v1")))

    @property
    def loopback(self) -> bool:
        """Whether it is this machine."""
        return is_loopback(self.host)


@lru_cache(maxsize=64)
def is_loopback(host: str) -> bool:
    """Whether a host name or address always means this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
