"""`web_search`: ask a search service the person chose, and tell the model what it found."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from pydantic import BaseModel, ConfigDict, Field

from inara_engine.errors import InaraError, ToolError
from inara_engine.events import Action, Detail
from inara_engine.memory.text import one_line
from inara_engine.messages import Capability, Risk
from inara_engine.tools.base import Tool, ToolContext, ToolOutput
from inara_engine.tools.fetching import fetch
from inara_engine.tools.fetching_values import WebAccess
from inara_engine.tools.risk import check_permitted
from inara_engine.tools.search_services import SERVICES, Hit, address_of
from inara_engine.tools.web_address import WebAddress

__all__ = ["look_up", "web_search_tool"]

_CAPABILITIES = frozenset({Capability.READS_UNTRUSTED, Capability.CAN_EXFILTRATE})


class WebSearch(BaseModel):
    """Arguments of web_search."""

    model_config = ConfigDict(extra="forbid")
    query: str = Field(min_length=1, max_length=400, description="What to look for, as one would type it.")
    count: int = Field(8, ge=1, le=20, description="How many results.")


def web_search_tool(access: WebAccess) -> tuple[Tool, ...]:
    """The tool, where a service is set up; nothing where none is."""
    address = address_of(access.search)
    if address is None:
        return ()
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
            run=partial(_run, access, address),
            capabilities=_CAPABILITIES,
        ),
    )


async def _prepare(access: WebAccess, address: WebAddress, context: ToolContext, arguments: WebSearch) -> Action:
    del context
    details = [Detail(label="Query", value=arguments.query), Detail(label="Sent to", value=address.origin)]
    why = access.reach.refusal(address.host)
    if why:
        details.append(Detail(label="Refused", value=why))
    return Action(
        summary=f"Search the web for “{one_line(arguments.query, 100)}”",
        details=tuple(details),
        risk=Risk.FORBIDDEN if why else Risk.REVERSIBLE,
        capabilities=_CAPABILITIES,
        facts={"service": str(address)},
    )


async def _run(
    access: WebAccess, address: WebAddress, context: ToolContext, arguments: WebSearch, action: Action
) -> ToolOutput:
    check_permitted(action)
    hits = await look_up(access, address, context.ports.secret, arguments.query, arguments.count)
    if not hits:
        return ToolOutput("Nothing was found.")
    return ToolOutput(
        "\n\n".join(f"{number}. {hit.title}\n{hit.url}\n{hit.excerpt}".rstrip() for number, hit in enumerate(hits, 1))
    )


async def look_up(
    access: WebAccess,
    address: WebAddress,
    secret: Callable[[str], Awaitable[str | None]] | None,
    query: str,
    count: int,
) -> list[Hit]:
    """Ask the service that is set up, whose key `secret` gives. Raises ToolError."""
    service = SERVICES[access.search.provider]
    key = await _key(secret, access.search.api_key)
    fetched = await fetch(access, service.request(address, query, count, key))
    match fetched.status:
        case 200:
            body = fetched.body.replace(key.encode(), b"[key]") if key else fetched.body
            return [hit for hit in service.hits(body, address) if hit.url][:count]
        case 401 | 403 if access.search.provider == "searxng":
            raise ToolError(
                f"The search service at {address.origin} doesn't give results as JSON.", next_step=service.refused
            )
        case 401 | 403:
            raise ToolError(f"The search service at {address.origin} refused the key.", next_step=service.refused)
        case 429:
            raise ToolError(
                f"The search service at {address.origin} wants no more searches for now.",
                next_step="Try again later, or go on without.",
            )
        case status:
            raise ToolError(
                f"The search service at {address.origin} answered with status {status}.",
                next_step="Try again later, or check url of [tools.web_search].",
            )


async def _key(secret: Callable[[str], Awaitable[str | None]] | None, reference: str | None) -> str:
    if reference is None:
        return ""
    if secret is None:
        raise ToolError("The key of the search service can't be read here.", next_step="Go on without searching.")
    try:
        key = await secret(reference)
    except InaraError as error:
        raise ToolError(error.message, next_step=error.next_step) from error
    if not key:
        raise ToolError(
            f"There is no key {reference}.", next_step="The person keeps one with `inara secrets set NAME`."
        )
    return key
