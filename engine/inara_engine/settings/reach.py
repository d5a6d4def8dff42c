"""Whether a host may be spoken to at all: the one place where `local_only` is decided.

Every connection of the engine asks here with the host it is about to speak to: models, tools, servers that
offer tools, side calls. Names are compared, never looked up: a look-up would already leave the machine.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from ipaddress import IPv6Address, ip_address

from inara_engine.frozen import frozen

__all__ = ["Reach"]


@frozen
class Reach:
    """`local_only` and `local_hosts` of the table [defaults]."""

    local_only: bool = False
    local_hosts: Collection[str] = ()

    def is_local(self, host: str) -> bool:
        """Whether `host` (a name, or an address with or without brackets) counts as this machine."""
        name = host.removeprefix("[").removesuffix("]").rstrip(".").lower()
        return name == "localhost" or name.endswith(".localhost") or _is_loopback(name) or name in self.local_hosts

    def is_near(self, host: str) -> bool:
        """Whether `host` is this machine, or has an address that only its own network knows."""
        return self.is_local(host) or _is_private(host.removeprefix("[").removesuffix("]"))

    def refusal(self, host: str) -> str:
        """Why `host` is not spoken to, as a sentence; "" where it may be."""
        if not self.local_only or self.is_local(host):
            return ""
        return f"local_only is on, and {host} is not this machine."


@lru_cache(maxsize=64)  # each task asks it of the same few servers
def _is_loopback(name: str) -> bool:
    try:
        address = ip_address(name)
    except ValueError:
        return False
    inner = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (inner or address).is_loopback


@lru_cache(maxsize=64)
def _is_private(name: str) -> bool:
    try:
        return ip_address(name).is_private
    except ValueError:
        return False
