"""The tools there are: our own, those of plugins and those that servers offer; and which a model is told of."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterator

from inara_engine import policy
from inara_engine.answering import Answering
from inara_engine.ground import Ground
from inara_engine.policy import PolicyContext
from inara_engine.toolbox import OwnedTool
from inara_engine.tools import plugin
from inara_engine.tools.base import Tool

__all__ = ["Offering"]


class Offering:
    """For the next jobs; `use` it with each change of the settings."""

    def __init__(self) -> None:
        self._of_servers: Callable[[], tuple[Tool, ...]] = tuple
        self._ground: Ground
        self._plugins: tuple[plugin.Plugin, ...] | None = None
        self._allowed: tuple[PolicyContext, tuple[Tool, ...], tuple[Tool, ...]] | None = None  # of all those these

    def use(self, ground: Ground) -> None:
        """Offer by these settings; what plugins there are is looked up anew."""
        self._ground = ground
        self._plugins = None

    def add(self, of_servers: Callable[[], tuple[Tool, ...]]) -> None:
        """What there is besides our own tools and those of plugins."""
        self._of_servers = of_servers

    def taken(self) -> tuple[str, ...]:
        """The names of our own tools, and of those of plugins."""
        plugins = self._plugins or ()
        return tuple(tool.name for tool in (*self._ground.tools, *(tool for one in plugins for tool in one.tools)))

    async def plugins(self) -> tuple[plugin.Plugin, ...]:
        """The plugins that the settings name: loaded when first asked for, since their code takes its time."""
        while self._plugins is None:
            ground = self._ground
            names = ground.settings.tools.plugins
            loaded = await asyncio.to_thread(plugin.load, names) if names else ()
            if ground is self._ground:  # else one was switched off meanwhile, say
                self._plugins = loaded
        return self._plugins

    async def owned(self, rules: PolicyContext) -> list[OwnedTool]:
        """Every tool with whose it is, and whether these rules refuse it."""
        return [
            OwnedTool(
                tool.name,
                tool.description,
                int(tool.risk),
                tuple(sorted(map(str, tool.capabilities))),
                owner,
                not policy.offered(tool.name, tool.floor, rules),
            )
            for tool, owner in self._every(await self.plugins())
        ]

    async def tools(self, who: Answering, rules: PolicyContext) -> dict[str, Tool]:
        """The tools that persona and rules let a model have, by name."""
        every = tuple(tool for tool, _ in self._every(await self.plugins()))
        if self._allowed is None or self._allowed[:2] != (rules, every):
            allowed = tuple(tool for tool in every if policy.offered(tool.name, tool.floor, rules))
            self._allowed = rules, every, allowed
        return {tool.name: tool for tool in self._allowed[2] if who.offers(tool.name)}

    async def still(self, names: Collection[str]) -> dict[str, Tool]:
        """Those of these tools that there are by now, as they are made on the settings of now."""
        return {tool.name: tool for tool, _ in self._every(await self.plugins()) if tool.name in names}

    def _every(self, plugins: tuple[plugin.Plugin, ...]) -> Iterator[tuple[Tool, str]]:
        yield from ((tool, "inara") for tool in self._ground.tools)
        yield from ((tool, one.name) for one in plugins for tool in one.tools)
        yield from ((tool, tool.name.partition("__")[0]) for tool in self._of_servers())
