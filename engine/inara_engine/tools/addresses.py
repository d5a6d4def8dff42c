"""Which network addresses a tool may reach: public ones only, whatever way they are written.

`ipaddress.is_global` and its sisters differ between Python versions and let several wrapped and reserved
ranges through, so the ranges stand here, and an address is unwrapped before it is looked at.
Source of the ranges: the IANA special-purpose address registries (RFC 6890 and its successors).
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

__all__ = ["Address", "is_loopback_host", "parsed", "why_not_public"]

Address = IPv4Address | IPv6Address

_REFUSED_4 = tuple(
    (IPv4Network(network), why)
    for network, why in (
        ("0.0.0.0/8", "means this machine"),
        ("10.0.0.0/8", "is in a private network"),
        ("100.64.0.0/10", "is in a provider's internal network"),
        ("127.0.0.0/8", "is this machine"),
        ("169.254.0.0/16", "is a link-local or cloud metadata address"),
        ("172.16.0.0/12", "is in a private network"),
        ("192.0.0.0/24", "is reserved"),
        ("192.0.2.0/24", "is reserved for examples"),
        ("192.88.99.0/24", "is a relay to other networks"),
        ("192.168.0.0/16", "is in a private network"),
        ("198.18.0.0/15", "is reserved for tests"),
        ("198.51.100.0/24", "is reserved for examples"),
        ("203.0.113.0/24", "is reserved for examples"),
        ("224.0.0.0/4", "is a multicast address"),
        ("240.0.0.0/4", "is reserved"),
        ("168.63.129.16/32", "is a cloud provider's internal address"),
    )
)
_REFUSED_6 = tuple(
    (IPv6Network(network), why)
    for network, why in (
        ("::/96", "is this machine, or an IPv4 address in disguise"),
        ("64:ff9b:1::/48", "is a translation of a private network"),
        ("100::/64", "leads nowhere"),
        ("2001::/23", "is a tunnel or reserved"),
        ("2001:db8::/32", "is reserved for examples"),
        ("2002::/16", "is a tunnel to an IPv4 address"),
        ("3fff::/20", "is reserved for examples"),
        ("5f00::/16", "is reserved"),
        ("fc00::/7", "is in a private network"),
        ("fe80::/10", "is a link-local address"),
        ("fec0::/10", "is in a private network"),
        ("ff00::/8", "is a multicast address"),
    )
)
_GLOBAL_6 = IPv6Network("2000::/3")  # all that has been given out for the public internet
_NAT64 = IPv6Network("64:ff9b::/96")


def parsed(text: str) -> Address | None:
    """The address that `text` is, brackets or not; None for a name, a scope or another spelling of a number."""
    try:
        return ip_address(text.removeprefix("[").removesuffix("]"))
    except ValueError:
        return None


def why_not_public(address: Address) -> str:
    """Why no tool may reach `address` ("is in a private network"), or "" where it is public."""
    inner = _unwrapped(address)
    if isinstance(inner, IPv4Address):
        return next((why for network, why in _REFUSED_4 if inner in network), "")
    if inner.scope_id is not None:
        return "is a link-local address"
    refused = next((why for network, why in _REFUSED_6 if inner in network), "")
    return refused or ("" if inner in _GLOBAL_6 else "is reserved")


def is_loopback_host(host: str) -> bool:
    """Whether a host name or address means this machine by itself, without a look-up."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    address = parsed(host)
    return address is not None and _unwrapped(address).is_loopback


def _unwrapped(address: Address) -> Address:
    """The IPv4 address that is meant by a mapped (::ffff:a.b.c.d) or translated (NAT64) one; else the same."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return address.ipv4_mapped
        if address.scope_id is None and address in _NAT64:
            return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address
