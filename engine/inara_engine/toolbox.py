"""The face's part `tools`: every tool there is, what it may do, and whether models are told of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from fnmatch import fnmatchcase
from typing import Literal

from inara_engine import policy
from inara_engine.answering import OWNERS_TOOLS
from inara_engine.errors import NotFound, UserError
from inara_engine.events import Action
from inara_engine.frozen import frozen
from inara_engine.messages import Capability, Risk
from inara_engine.settings import MakesChange, PolicySettings, Settings, SettingsChange

__all__ = ["OwnedTool", "ToolEntry", "Toolbox", "ToolsUnder"]

ToolState = Literal["offered", "off", "ruled_out"]


@frozen
class OwnedTool:
    """A tool as the plan knows it. `owner` is "inara", a plugin or a tool server; `refused` by the default profile."""

    name: str
    description: str
    risk: int
    capabilities: tuple[str, ...]
    owner: str
    refused: bool


@frozen
class ToolEntry:
    """A tool in the list. "off" by the blacklist of the default profile, or "ruled_out" as `why` says.

    `switchable` where its own name decides: a pattern of the blacklist has to be changed there.
    """

    name: str
    description: str
    risk: int
    capabilities: tuple[str, ...]
    owner: str
    state: ToolState
    why: str = ""
    switchable: bool = True


@frozen
class ToolsUnder:
    """What rules amount to: the names of the tools that would be offered, and of those left out."""

    offered: tuple[str, ...]
    left_out: tuple[str, ...]


class Toolbox:
    """See the module."""

    def __init__(
        self,
        tools: Callable[[], Awaitable[Sequence[OwnedTool]]],
        settings: Callable[[], Settings],
        change: Callable[[MakesChange], Awaitable[Settings]],
    ) -> None:
        self._tools = tools
        self._settings = settings
        self._change = change

    async def all(self) -> list[ToolEntry]:
        """Inara's own, then those of plugins and of approved tool servers."""
        rules = self._settings().policy
        return [_entry(tool, rules) for tool in await self._tools()]

    async def under(self, rules: PolicySettings) -> ToolsUnder:
        """What of all tools these rules would offer, before anybody writes them down."""
        context = policy.PolicyContext(policy=rules)
        tools = await self._tools()
        offered = [one.name for one in tools if _offered(one, context) and not _of_the_owner(one, rules)]
        return ToolsUnder(tuple(offered), tuple(one.name for one in tools if one.name not in offered))

    async def switch(self, name: str, on: bool) -> None:
        """Offer a tool, or never: its name in the blacklist of the default profile. Raises: NotFound; UserError."""
        entry = next((one for one in await self.all() if one.name == name), None)
        if entry is None:
            raise NotFound(f"There is no tool {name[:70]!r}.", next_step="`inara tools` lists them.")
        if not entry.switchable:
            raise UserError(f"{name}: {entry.why}", next_step="Change it under [policy] in the settings.")

        def switched(present: Settings) -> SettingsChange:
            left = [one for one in present.policy.blacklist if one != name]
            return SettingsChange(((("policy", "blacklist"), left if on else [*left, name]),))

        await self._change(switched)


def _offered(tool: OwnedTool, context: policy.PolicyContext) -> bool:
    floor = Action(summary="", risk=Risk(tool.risk), capabilities=frozenset(map(Capability, tool.capabilities)))
    return policy.offered(tool.name, floor, context)


def _of_the_owner(tool: OwnedTool, rules: PolicySettings) -> bool:
    """Whether it tells or keeps what the owner said, to somebody else."""
    return rules.user_role != "owner" and tool.name in OWNERS_TOOLS


def _entry(tool: OwnedTool, rules: PolicySettings) -> ToolEntry:
    state, why, switchable = _state(tool, rules)
    description = " ".join(tool.description.split())
    return ToolEntry(tool.name, description, tool.risk, tool.capabilities, tool.owner, state, why, switchable)


def _state(tool: OwnedTool, rules: PolicySettings) -> tuple[ToolState, str, bool]:
    if tool.name in rules.blacklist:
        return "off", "", True
    pattern = next((one for one in rules.blacklist if fnmatchcase(tool.name, one)), "")
    if pattern:
        return "off", f'"{pattern}" in the blacklist covers it.', False
    if not tool.refused and not _of_the_owner(tool, rules):
        return "offered", "", True
    if tool.risk > rules.max_risk and not any(fnmatchcase(tool.name, one) for one in rules.whitelist):
        return "ruled_out", f"Its risk is {tool.risk}, and the highest allowed is {rules.max_risk}.", False
    if rules.user_role == "guest":
        return "ruled_out", "A guest is not offered it.", False
    return "ruled_out", "The role or the mode leaves it out.", False
