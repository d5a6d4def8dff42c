"""A tool: validated arguments → a resolved action a person can read → the effect.

`prepare` looks (resolves paths, makes the diff, declares the risk of this very call) and changes
nothing; `run` acts, and checks the action's facts again before it does. Policy stands between.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Awaitable, Callable, Container
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel

from inara_engine.events import Action, Undo
from inara_engine.frozen import frozen
from inara_engine.messages import Capability, Image, Risk, ToolSpec
from inara_engine.state import Flags
from inara_engine.tools.asking import Asker, Teller
from inara_engine.tools.ports import Ports

if TYPE_CHECKING:
    from inara_engine.memory import MemoryFolder
    from inara_engine.tools.workspace import Workspace

__all__ = ["Tool", "ToolContext", "ToolOutput", "digest"]

_SORTED: Final = json.JSONEncoder(sort_keys=True, ensure_ascii=False)


@dataclass(frozen=True)
class ToolContext:
    """What a tool may use. `clock` gives Unix seconds; `workspace` resolves every path.

    `memory` is that of the job's persona, None where there is none; `flags` is what has entered the
    model's context before this call, for what outlives the session. `given_urls` has the addresses that the
    person wrote, or that a result had before anything private was known (`web_address.GivenUrls`): reading
    those needs no further consent. Looking into it may take a while: in a thread. `profile` is that of the job, "" the
    one in use: whose rules hold for what is started from here; with `local_only` it asks no model elsewhere
    either, and `off_record` leaves nothing behind. While the tool runs, `ask` puts a question to the person, and
    `tell` says how far it is.
    """

    workspace: Workspace
    clock: Callable[[], float]
    memory: MemoryFolder | None = None
    flags: Flags = Flags()
    given_urls: Container[str] = frozenset[str]()
    ports: Ports = Ports()
    profile: str = ""
    local_only: bool = False
    off_record: bool = False
    ask: Asker | None = None
    tell: Teller | None = None


@frozen
class ToolOutput:
    """What the model is told and shown, and how to take the effect back."""

    text: str
    undo: tuple[Undo, ...] = ()
    images: tuple[Image, ...] = ()


@dataclass(frozen=True)
class Tool:
    """One tool. `risk` and `capabilities` are the floor; `prepare` may raise them for a call.

    `arguments` is a pydantic model with `extra="forbid"`; its JSON schema is what the model sees.
    `prepare` and `run` raise ToolError; blocking work goes to a thread inside them.
    """

    name: str
    description: str
    arguments: type[BaseModel]
    risk: Risk
    prepare: Callable[[ToolContext, Any], Awaitable[Action]]
    run: Callable[[ToolContext, Any, Action], Awaitable[ToolOutput]]
    capabilities: frozenset[Capability] = frozenset()
    repeatable: bool = False  # safe to run again after a crash in its middle
    available: Callable[[ToolContext], bool] | None = (
        None  # whether it can work here; else models hear of it by calling
    )

    @cached_property
    def spec(self) -> ToolSpec:
        """Name, description and schema as the model gets them."""
        return ToolSpec(self.name, self.description, self.arguments.model_json_schema())

    @cached_property
    def floor(self) -> Action:
        """The least that a call of it is, before there is any."""
        return Action(summary="", risk=self.risk, capabilities=self.capabilities)

    @cached_property
    def definition_hash(self) -> str:
        """SHA-256 over what the tool is, so that an approval can't outlive a changed tool."""
        spec = {"name": self.name, "description": self.description, "parameters": self.spec.parameters}
        return hashlib.sha256(json.dumps(spec, sort_keys=True).encode()).hexdigest()


def digest(tool: Tool, call_id: str, arguments: BaseModel, action: Action) -> str:
    """What an approval is bound to: the tool's definition, the arguments, the resolved action (SHA-256, hex)."""
    resolved = action.model_dump(mode="json", exclude={"asides"})
    resolved["capabilities"] = sorted(resolved["capabilities"])
    bound = {
        "call_id": call_id,
        "tool": tool.definition_hash,
        "arguments": arguments.model_dump(mode="json"),
        "action": resolved,
    }
    return hashlib.sha256(_SORTED.encode(bound).encode()).hexdigest()
