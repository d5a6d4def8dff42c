"""The face's part `plugins`: which are installed, which are on, what each brought.

A plugin's code runs inside Inara with all rights of the program: naming it is the person's consent, and nothing of
one that isn't named is run, not even to see what it would bring.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from inara_engine.errors import NotFound
from inara_engine.frozen import frozen
from inara_engine.settings import MakesChange, Settings, SettingsChange
from inara_engine.tools.plugin import Installed, Plugin, installed

__all__ = ["PluginReport", "Plugins"]


@frozen
class PluginReport:
    """A plugin that is installed or named. `tools` are (name, what it does), known only while it is on.

    `package`, `version` and `about` are its package's own words; `problem` says why one that is on brings nothing.
    """

    name: str
    on: bool
    package: str = ""
    version: str = ""
    about: str = ""
    tools: tuple[tuple[str, str], ...] = ()
    problem: str = ""


class Plugins:
    """`loaded` gives those that the settings name, with their code run."""

    def __init__(
        self,
        loaded: Callable[[], Awaitable[Sequence[Plugin]]],
        settings: Callable[[], Settings],
        change: Callable[[MakesChange], Awaitable[Settings]],
    ) -> None:
        self._loaded = loaded
        self._settings = settings
        self._change = change

    async def all(self) -> list[PluginReport]:
        """Those that are installed, by name, then those that are named and nowhere to be found."""
        there = {one.name: one for one in await asyncio.to_thread(installed)}
        on = {one.name: one for one in await self._loaded()}
        missing = [name for name in on if name not in there]
        return [_report(name, there.get(name), on.get(name)) for name in (*there, *missing)]

    async def switch(self, name: str, on: bool) -> None:
        """Run its code from now on, or offer its tools no longer (its code is gone at the next start).

        Raises NotFound where none is installed or named so.
        """
        named = self._settings().tools.plugins
        known = {one.name for one in await asyncio.to_thread(installed)}
        if name not in known and (on or name not in named):
            raise NotFound(f"There is no plugin {name[:70]!r}.", next_step="`inara plugins` lists those installed.")

        def switched(present: Settings) -> SettingsChange:
            left = [one for one in present.tools.plugins if one != name]
            return SettingsChange(((("tools", "plugins"), [*left, name] if on else left),))

        await self._change(switched)


def _report(name: str, there: Installed | None, loaded: Plugin | None) -> PluginReport:
    facts = there or Installed(name)
    tools = () if loaded is None else tuple((tool.name, " ".join(tool.description.split())) for tool in loaded.tools)
    problem = "" if loaded is None else loaded.problem
    return PluginReport(name, loaded is not None, facts.package, facts.version, facts.about, tools, problem)
