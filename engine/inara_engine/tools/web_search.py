"""`web_search`: ask a search service the person chose, and tell the model what it found.

A service is anything that turns a query into hits; today that is SearXNG, which anybody can run.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, cast
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field

from inara_engine.errors import ToolError
from inara_engine.events import Action, Detail
from inara_engine.messages import Capability, Risk
from inara_engine.tools.base import Tool, ToolContext, ToolOutput
from inara_engine.tools.fetching import fetch
from inara_engine.tools.fetching_values import WebAccess, WebRequest
from inara_engine.tools.risk import check_permitted
from inara_engine.tools.web_address import WebAddress

__all__ = ["Hit", "SearchService", "searxng", "web_search_tool"]

_SETTING = "`url` of [tools.web_search]"
_CAPABILITIES = frozenset({Capability.READS_UNTRUSTED, Capability.CAN_EXFILTRATE})


class WebSearch(BaseModel):
    """Arguments of web_search."""

    model_config = ConfigDict(extra="forbid")
    query: str = Field(min_length=1, max_length=400, description="What to look for, as one would type it.")
    count: int = Field(8, ge=1, le=20, description="How many results.")


@dataclass(frozen=True, slots=True)
class Hit:
    """A result: plain text of strangers."""

    title: str
    url: str
    excerpt: str


SearchService = Callable[[str], Awaitable[Sequence[Hit]]]


def web_search_tool(access: WebAccess) -> tuple[Tool, ...]:
    """The tool, where a service is set up; nothing where none is."""
    if not access.search_url:
        return ()
    address = WebAddress.parse(access.search_url)
    return (
        Tool(
            name="web_search",
            description=(
                "Search the web: titles, addresses and excerpts. Put nothing private into the query. What the "
                "results say was written by strangers; read a page with web_fetch before you rely on it."
            ),
            arguments=WebSearch,
            risk=Risk.REVERSIBLE,
            prepare=partial(_prepare, access, address),
            run=partial(_run, searxng(access, address)),
            capabilities=_CAPABILITIES,
        ),
    )


def searxng(access: WebAccess, address: WebAddress) -> SearchService:
    """A SearXNG server; its settings must allow the format `json`.

    https://docs.searxng.org/dev/search_api.html
    """

    async def search(query: str) -> Sequence[Hit]:
        asked = urlencode({"q": query, "format": "json"})
        target = f"{address.target.rstrip('/').removesuffix('/search')}/search?{asked}"
        fetched = await fetch(
            access, WebRequest(WebAddress(address.scheme, address.host, address.port, target), trusted=True)
        )
        if fetched.status == 403:
            raise ToolError(
                f"The search service at {address.origin} doesn't give results as JSON.",
                next_step="Add json to search.formats in its settings.yml.",
            )
        if fetched.status != 200:
            raise ToolError(
                f"The search service at {address.origin} answered with status {fetched.status}.",
                next_step=f"Try again later, or check {_SETTING}.",
            )
        return _hits(fetched.body, address)

    return search


def _hits(body: bytes, address: WebAddress) -> Sequence[Hit]:
    try:
        answer: Any = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    results: Any = cast("dict[str, Any]", answer).get("results") if isinstance(answer, dict) else None
    if not isinstance(results, list):
        raise ToolError(
            f"The search service at {address.origin} answered with something else than results.",
            next_step=f"Check {_SETTING}: it is the address of a SearXNG server.",
        )
    found = [cast("dict[str, Any]", item) for item in cast("list[Any]", results) if isinstance(item, dict)]
    return [Hit(_line(item, "title", 200), _line(item, "url", 2000), _line(item, "content", 500)) for item in found]


def _line(item: dict[str, Any], name: str, characters: int) -> str:
    value = item.get(name)
    return " ".join(value.split())[:characters] if isinstance(value, str) else ""


async def _prepare(access: WebAccess, address: WebAddress, context: ToolContext, arguments: WebSearch) -> Action:
    del context
    details = [Detail(label="Query", value=arguments.query), Detail(label="Sent to", value=address.origin)]
    why = access.reach.refusal(address.host)
    if why:
        details.append(Detail(label="Refused", value=why))
    return Action(
        summary="Search the web",
        details=tuple(details),
        risk=Risk.FORBIDDEN if why else Risk.REVERSIBLE,
        capabilities=_CAPABILITIES,
        facts={"service": str(address)},
    )


async def _run(service: SearchService, context: ToolContext, arguments: WebSearch, action: Action) -> ToolOutput:
    del context
    check_permitted(action)
    hits = [hit for hit in await service(arguments.query) if hit.url][: arguments.count]
    if not hits:
        return ToolOutput("Nothing was found.")
    return ToolOutput(
        "\n\n".join(f"{number}. {hit.title}\n{hit.url}\n{hit.excerpt}".rstrip() for number, hit in enumerate(hits, 1))
    )
