"""A server's tools as tools of ours: their arguments checked, each call shown as what it is, their risk as rated.

What a server says about the harmlessness of its tools counts for nothing. A tool that the person has not rated may
do anything, so each of its calls asks.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from inara_engine.errors import InaraError, ToolError
from inara_engine.events import Action, Detail
from inara_engine.mcp.arguments import Arguments, arguments_of, check
from inara_engine.mcp.definitions import Definition
from inara_engine.mcp.values import Result
from inara_engine.messages import Capability, Risk
from inara_engine.settings import McpServerSettings
from inara_engine.tools.asking import Asker, Teller
from inara_engine.tools.base import Tool, ToolContext, ToolOutput
from inara_engine.tools.threads import in_thread

__all__ = ["Caller", "offered", "rating"]

UNRATED = "Nobody has rated this tool: it may read, change, run or send anything."


class Caller(Protocol):
    """Who speaks to the servers."""

    def holds(self, definition: Definition) -> bool:
        """Whether a person's approval of exactly this definition still holds."""
        ...

    async def call(
        self, definition: Definition, arguments: dict[str, Any], ask: Asker | None, tell: Teller | None
    ) -> Result:
        """Call it. Raises ServerFailed, ToolError."""
        ...


def rating(settings: McpServerSettings, tool: str) -> tuple[Risk, frozenset[Capability], bool]:
    """The risk and capabilities of a tool, and whether the person rated it."""
    own = settings.tools.get(tool)
    risk = own.risk if own is not None and own.risk is not None else settings.risk
    can = own.capabilities if own is not None and own.capabilities is not None else settings.capabilities
    capabilities = frozenset(Capability if can is None else map(Capability, can))
    return Risk(3 if risk is None else risk), capabilities, risk is not None


def offered(definition: Definition, settings: McpServerSettings, caller: Caller) -> Tool:
    """An approved tool."""
    risk, capabilities, rated = rating(settings, definition.tool)
    return Tool(
        name=definition.wire,
        description=definition.description or definition.title or f"{definition.tool} of {definition.server}",
        arguments=arguments_of(definition.schema),
        risk=risk,
        capabilities=capabilities,
        prepare=_prepared(definition, settings, caller, rated=rated),
        run=_run(definition, caller),
    )


def _prepared(
    definition: Definition, settings: McpServerSettings, caller: Caller, *, rated: bool
) -> Callable[[ToolContext, Arguments], Awaitable[Action]]:
    risk, capabilities, _ = rating(settings, definition.tool)

    async def prepare(_: ToolContext, arguments: Arguments) -> Action:
        await in_thread(lambda _: check(definition.schema, arguments.root))
        _still_approved(definition, caller)
        return Action(
            summary=f"Call {definition.tool} of {definition.server}",
            details=(
                Detail(label="Server", value=_reached(definition.server, settings)),
                Detail(label="Tool", value=definition.tool),
                *(() if rated else (Detail(label="Note", value=UNRATED),)),
            ),
            preview=json.dumps(arguments.root, ensure_ascii=False, indent=2) if arguments.root else "",
            preview_kind="text" if arguments.root else "none",
            risk=risk,
            capabilities=capabilities,
            facts={"definition": definition.hash},
        )

    return prepare


def _run(definition: Definition, caller: Caller) -> Callable[[ToolContext, Arguments, Action], Awaitable[ToolOutput]]:
    async def run(context: ToolContext, arguments: Arguments, action: Action) -> ToolOutput:
        if action.facts.get("definition") != definition.hash:
            raise ToolError("This tool is no longer what was shown. It was not called.")
        _still_approved(definition, caller)
        try:
            result = await caller.call(definition, arguments.root, context.ask, context.tell)
        except ToolError:
            raise
        except InaraError as error:
            raise ToolError(error.message, next_step=error.next_step) from error
        if result.failed:
            raise ToolError(result.text or "The server says that it failed, and not why.")
        return ToolOutput(result.text, images=result.images)

    return run


def _still_approved(definition: Definition, caller: Caller) -> None:
    if not caller.holds(definition):
        raise ToolError(
            f"{definition.tool} of {definition.server} waits for the person's approval. It was not called.",
            next_step="The person has to look at the server's tools first.",
        )


def _reached(server: str, settings: McpServerSettings) -> str:
    return f"{server}: {settings.url or ' '.join((settings.command or '', *settings.args))}"
