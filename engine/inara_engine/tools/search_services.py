"""The services that look things up on the web: what each is asked, and how its answer is read.

SearXNG anybody can run; Brave and Tavily want a key. Each is a value here: adding one is adding a value.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, cast
from urllib.parse import urlencode

from inara_engine.errors import ToolError
from inara_engine.frozen import frozen
from inara_engine.settings import WebSearchSettings
from inara_engine.tools.fetching_values import WebRequest
from inara_engine.tools.web_address import WebAddress

__all__ = ["SERVICES", "Hit", "SearchService", "address_of"]

_CHECK_KEY = "Check the key: `inara secrets set NAME`, then api_key of [tools.web_search]."


@frozen
class Hit:
    """A result: plain text of strangers."""

    title: str
    url: str
    excerpt: str


@frozen
class SearchService:
    """One kind of service. `request(base, query, count, key)` is what it is asked; `at` names its results.

    `excerpt` is the field with a result's text; `refused` what to do where it says that one may not.
    """

    request: Callable[[WebAddress, str, int, str], WebRequest]
    at: tuple[str, ...]
    excerpt: str
    base: str = ""
    refused: str = _CHECK_KEY

    def hits(self, body: bytes, base: WebAddress) -> Sequence[Hit]:
        """The results in an answer. Raises ToolError."""
        try:
            found: Any = json.loads(body)
        except (ValueError, RecursionError):
            found = None
        for name in self.at:
            found = cast("dict[str, Any]", found).get(name) if isinstance(found, dict) else None
        if not isinstance(found, list):
            raise ToolError(
                f"The search service at {base.origin} answered with something else than results.",
                next_step="Check provider and url of [tools.web_search].",
            )
        items = [cast("dict[str, Any]", item) for item in cast("list[Any]", found) if isinstance(item, dict)]
        return [
            Hit(_line(item, "title", 200), _line(item, "url", 2000), _line(item, self.excerpt, 500)) for item in items
        ]


def address_of(settings: WebSearchSettings) -> WebAddress | None:
    """Where searches go; None where nothing is set up."""
    base = settings.url or SERVICES[settings.provider].base
    return WebAddress.parse(base) if base else None


def _searxng(base: WebAddress, query: str, count: int, key: str) -> WebRequest:
    """https://docs.searxng.org/dev/search_api.html; its settings must allow the format json."""
    del count, key
    asked = urlencode({"q": query, "format": "json"})
    return _to(base, f"{base.target.rstrip('/').removesuffix('/search')}/search?{asked}")


def _brave(base: WebAddress, query: str, count: int, key: str) -> WebRequest:
    """See https://api-dashboard.search.brave.com/app/documentation/web-search/get-started."""
    asked = urlencode({"q": query, "count": count, "text_decorations": "false"})
    headers = (("Accept", "application/json"), ("X-Subscription-Token", key))
    return _to(base, f"{base.target.rstrip('/')}/web/search?{asked}", headers=headers)


def _tavily(base: WebAddress, query: str, count: int, key: str) -> WebRequest:
    """See https://docs.tavily.com/documentation/api-reference/endpoint/search."""
    headers = (("Authorization", f"Bearer {key}"), ("Content-Type", "application/json"))
    body = json.dumps({"query": query, "max_results": count}).encode()
    return _to(base, f"{base.target.rstrip('/')}/search", "POST", headers, body)


def _to(
    base: WebAddress, target: str, method: str = "GET", headers: tuple[tuple[str, str], ...] = (), body: bytes = b""
) -> WebRequest:
    """Raises ToolError for a key that can be none."""
    if not all(value.isascii() and value.isprintable() for _, value in headers):
        raise ToolError("The API key holds characters that no key has.", next_step=_CHECK_KEY)
    address = WebAddress(base.scheme, base.host, base.port, target)
    return WebRequest(address, method, headers, body, trusted=True)


def _line(item: dict[str, Any], name: str, characters: int) -> str:
    value = item.get(name)
    return " ".join(value.split())[:characters] if isinstance(value, str) else ""


SERVICES = {
    "searxng": SearchService(
        _searxng, ("results",), "content", refused="Add json to search.formats in its settings.yml."
    ),
    "brave": SearchService(_brave, ("web", "results"), "description", "https://api.search.brave.com/res/v1"),
    "tavily": SearchService(_tavily, ("results",), "content", "https://api.tavily.com"),
}
