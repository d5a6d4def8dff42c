"""What front ends are told of a server: plain values, put together from its settings, its state and what is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from inara_engine.frozen import frozen
from inara_engine.mcp import telling
from inara_engine.mcp.catalogue import Approval, Known
from inara_engine.mcp.definitions import Definition
from inara_engine.mcp.offering import rating
from inara_engine.mcp.server import Server, State
from inara_engine.mcp.values import Listing, Prompt, Resource
from inara_engine.messages import Risk
from inara_engine.policy import at_least
from inara_engine.settings import McpServerSettings

__all__ = ["McpReport", "McpTool", "disabled", "report"]


@frozen
class McpTool:
    """A tool of a server. `name` is what models call it, `hash` the definition that an approval is for.

    `approval`: new, changed and returned ones wait for the person; refused ones can't be offered (`problem`).
    `risk` is 3 where nobody rated it, and never below what its capabilities imply.
    """

    name: str
    tool: str
    title: str
    description: str
    schema: dict[str, Any]
    hash: str
    approval: Approval
    risk: int
    rated: bool
    problem: str = ""
    disabled: bool = False

    @property
    def runs_unasked(self) -> bool:
        """Whether the person rated it so low that its calls don't ask."""
        return self.risk <= Risk.READS

    @property
    def told(self) -> tuple[str, ...]:
        """All that the server says of it to a model, in lines (see `telling`)."""
        return telling.told(self.description, self.schema)


@frozen
class McpReport:
    """A server. `reached` is its command or address; `reason` and `next_step` say why it is "failed".

    `log` is the end of what a program wrote to its standard error. `listed_at` (Unix seconds) is when it last said
    what it has, None where it never did.
    """

    name: str
    state: Literal["disabled", "off", "starting", "ready", "failed"]
    reached: str
    reason: str = ""
    next_step: str = ""
    tools: tuple[McpTool, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    resources: tuple[Resource, ...] = ()
    title: str = ""
    version: str = ""
    protocol: str = ""
    instructions: str = ""
    log: str = ""
    listed_at: float | None = None
    wants_sign_in: bool = False  # it speaks only to who has signed in

    @property
    def waiting(self) -> tuple[McpTool, ...]:
        """The tools that wait for the person's approval."""
        return tuple(tool for tool in self.tools if tool.approval in {"new", "changed", "returned"})


def report(
    name: str,
    settings: McpServerSettings,
    server: Server | None,
    known: Known | None,
    definitions: Sequence[Definition],
) -> McpReport:
    """A server as it is; `server` where it was spoken to in this run, `known` where it ever said what it has."""
    state: State | Literal["disabled"] = "disabled" if settings.disabled else server.state if server else "off"
    listing = known.listing if known is not None else Listing()
    return McpReport(
        name,
        state,
        settings.url or " ".join((settings.command or "", *settings.args)),
        reason=server.reason if server else "",
        next_step=server.next_step if server else "",
        tools=tuple(_tool(one, known, settings) for one in definitions) if known is not None else (),
        prompts=listing.prompts,
        resources=listing.resources,
        title=listing.name,
        version=listing.version,
        protocol=listing.protocol,
        instructions=listing.instructions,
        log=server.log if server else "",
        listed_at=known.listed_at if known is not None else None,
        wants_sign_in=server is not None and server.wants_sign_in,
    )


def disabled(settings: McpServerSettings, tool: str) -> bool:
    """Whether the person wants a tool never offered."""
    own = settings.tools.get(tool)
    return own is not None and own.disabled


def _tool(definition: Definition, known: Known, settings: McpServerSettings) -> McpTool:
    risk, capabilities, rated = rating(settings, definition.tool)
    return McpTool(
        definition.wire,
        definition.tool,
        definition.title,
        definition.description,
        definition.schema,
        definition.hash,
        known.approval(definition),
        int(at_least(risk, capabilities)),
        rated,
        definition.problem,
        disabled(settings, definition.tool),
    )
