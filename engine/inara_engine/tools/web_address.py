"""From what a model or a server wrote as a URL to the one place it means, or why no tool goes there.

The URL is taken apart once, here; what is shown, checked, connected to and sent comes from these parts, so
that two readers can't understand the same text differently.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from urllib.parse import quote, urljoin, urlsplit

from inara_engine.errors import ToolError
from inara_engine.frozen import frozen
from inara_engine.tools.addresses import is_loopback_host, parsed, why_not_public

__all__ = ["URL_CHARACTERS", "ForbiddenAddress", "GivenUrls", "WebAddress", "refusal", "urls_in"]

URL_CHARACTERS = 8000  # what servers commonly take

_PORTS = {"http": 80, "https": 443}
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_LOCAL_ENDINGS = (".local", ".localdomain", ".internal", ".intranet", ".lan", ".home", ".home.arpa", ".corp", ".onion")
_SAFE = "%/:@!$&'()*+,;=~-._?[]"  # stays as it is; all else is percent-encoded
_IN_TEXT = re.compile(r"https?://[^\s<>\"'`\\{}|^]+", re.IGNORECASE)
_AFTER_URL = ".,;:!?)]}»”’*_"


class ForbiddenAddress(ToolError):
    """An address no tool may reach whoever would approve it: another scheme, a disguised host, a password in it."""


@frozen
class WebAddress:
    """An http(s) address in parts. `host` is lower-case ASCII (punycode) or an address without brackets.

    `target` is path and query, percent-encoded, as they go over the wire.
    """

    scheme: str
    host: str
    port: int
    target: str

    @classmethod
    def parse(cls, text: str) -> WebAddress:
        """Raises ForbiddenAddress for what must not be reached, ToolError for what can't be read."""
        if len(text) > URL_CHARACTERS:
            raise _bad(f"The address is longer than {URL_CHARACTERS} characters.")
        if any(unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for character in text):
            raise ForbiddenAddress("The address has invisible characters in it.")
        if "\\" in text:
            raise ForbiddenAddress("The address has a backslash in it.")
        if any(character.isspace() for character in text):
            raise _bad("The address has a space in it.")
        try:
            parts = urlsplit(text)
            host, port = parts.hostname or "", parts.port
        except ValueError as error:
            raise _bad("The address can't be read.") from error
        if parts.scheme not in _PORTS:
            raise ForbiddenAddress("Only addresses that begin with http:// or https:// are reached.")
        if not host or not text[len(parts.scheme) :].startswith("://"):
            raise _bad("The address names no host.")
        if "@" in parts.netloc:
            raise ForbiddenAddress("The address has a name or a password in it.")
        target = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
        return cls(parts.scheme, _ascii(host), port or _PORTS[parts.scheme], target)

    def joined(self, location: str) -> WebAddress:
        """Where a redirect leads. Raises ToolError."""
        try:
            joined = urljoin(str(self), location.strip())
        except ValueError as error:
            raise _bad("The address can't be read.") from error
        return WebAddress.parse(joined)

    @property
    def origin(self) -> str:
        """Scheme, host and port, e.g. "https://example.org"."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")

    def __str__(self) -> str:
        return self.origin + self.target


def refusal(address: WebAddress, *, ports: Collection[int] = ()) -> str:
    """Why no tool may go there, as far as the address itself tells; "" where it may.

    Standard ports are open; `ports` are further ones. What a name leads to is checked when it is connected to.
    """
    host = parsed(address.host)
    if host is not None and (why := why_not_public(host)):
        return f"{address.host} {why}; tools reach the public internet only."
    if is_loopback_host(address.host) or address.host.endswith(_LOCAL_ENDINGS):
        return f"{address.host} is this machine or its own network; tools reach the public internet only."
    if host is None and "." not in address.host:
        return f"{address.host} is a name of the own network; tools reach the public internet only."
    if address.port not in {80, 443, *ports}:
        return f"Port {address.port} is not one of the web's (80 and 443)."
    return ""


class GivenUrls:
    """The addresses in some texts, looked for when somebody first asks. A `Container` of `str(WebAddress)`."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._found: frozenset[str] | None = None

    def __contains__(self, url: object) -> bool:
        if self._found is None:
            self._found = frozenset[str]().union(*map(urls_in, self._texts))
        return url in self._found


def urls_in(text: str) -> frozenset[str]:
    """The addresses a person wrote in a text, as `str(WebAddress)`, with and without what may be punctuation."""
    found: set[str] = set()
    for match in _IN_TEXT.findall(text):
        bare = match.rstrip(_AFTER_URL)
        for end in range(len(bare), min(len(match), len(bare) + 8) + 1):
            try:
                found.add(str(WebAddress.parse(match[:end])))
            except ToolError:
                continue
    return frozenset(found)


def _ascii(host: str) -> str:
    """The host as it is looked up: an address in its one canonical form, a name in lower case and punycode."""
    address = parsed(host)
    if address is not None:
        if "%" in host:
            raise ForbiddenAddress("The address names a network interface.")
        return address.compressed
    if ":" in host:
        raise _bad("The host of the address can't be read.")
    name = host.rstrip(".").lower()
    if not name.isascii():
        import idna

        try:
            name = idna.encode(name, uts46=True).decode()
        except idna.IDNAError as error:
            raise _bad("The host's name is not one that can be registered.") from error
    labels = name.split(".")
    if len(name) > 253 or not all(map(_LABEL.fullmatch, labels)):
        raise _bad("The host's name is not one that can be registered.")
    if _NUMBER.fullmatch(labels[-1]):  # 127.1, 0x7f000001, 2130706433: the resolver takes them for addresses
        raise ForbiddenAddress("The host is a number written in an unusual way.")
    return name


def _bad(why: str) -> ToolError:
    return ToolError(why, next_step="Use a plain address such as https://example.org/page.")
