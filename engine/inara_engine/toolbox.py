"""The face's part `tools`: every tool there is, what it may do, and whether models are told of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal

from inara_engine.errors import NotFound, UserError
from inara_engine.settings import PolicySettings, Settings, SettingsChange

__all__ = ["OwnedTool", "ToolEntry", "Toolbox"]

ToolState = Literal["offered", "off", "ruled_out"]


@dataclass(frozen=True, slots=True)
class OwnedTool:
    """A tool as the plan knows it. `owner` is "inara", a plugin or a tool server; `refused` by the default profile."""

    name: str
    description: str
    risk: int
    capabilities: tuple[str, ...]
    owner: str
    refused: bool


@dataclass(frozen=True, slots=True)
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


class Toolbox:
    """See the module."""

    def __init__(
        self,
        tools: Callable[[], Awaitable[Sequence[OwnedTool]]],
        settings: Callable[[], Settings],
        change: Callable[[SettingsChange], Awaitable[Settings]],
    ) -> None:
        self._tools = tools
        self._settings = settings
        self._change = change

    async def all(self) -> list[ToolEntry]:
        """Inara's own, then those of plugins and of approved tool servers."""
        policy = self._settings().policy
        return [_entry(tool, policy) for tool in await self._tools()]

    async def switch(self, name: str, on: bool) -> None:
        """Offer a tool, or never: its name in the blacklist of the default profile. Raises: NotFound; UserError."""
        entry = next((one for one in await self.all() if one.name == name), None)
        if entry is None:
            raise NotFound(f"There is no tool {name[:70]!r}.", next_step="`inara tools` lists them.")
        if not entry.switchable:
            raise UserError(f"{name}: {entry.why}", next_step="Change it under [policy] in the settings.")
        blacklist = [one for one in self._settings().policy.blacklist if one != name]
        await self._change(SettingsChange(((("policy", "blacklist"), blacklist if on else [*blacklist, name]),)))


def _entry(tool: OwnedTool, policy: PolicySettings) -> ToolEntry:
    state, why, switchable = _state(tool, policy)
    description = " ".join(tool.description.split())
    return ToolEntry(tool.name, description, tool.risk, tool.capabilities, tool.owner, state, why, switchable)


def _state(tool: OwnedTool, policy: PolicySettings) -> tuple[ToolState, str, bool]:
    if tool.name in policy.blacklist:
        return "off", "", True
    pattern = next((one for one in policy.blacklist if fnmatchcase(tool.name, one)), "")
    if pattern:
        return "off", f'"{pattern}" in the blacklist covers it.', False
    if not tool.refused:
        return "offered", "", True
    if tool.risk > policy.max_risk and not any(fnmatchcase(tool.name, one) for one in policy.whitelist):
        return "ruled_out", f"Its risk is {tool.risk}, and the highest allowed is {policy.max_risk}.", False
    if policy.user_role == "guest":
        return "ruled_out", "A guest is not offered it.", False
    return "ruled_out", "The role or the mode leaves it out.", False
