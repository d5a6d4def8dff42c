"""What a plugin is written against: a package whose entry point in the group `inara.tools` gives `PluginTool`s.

    # pyproject.toml                          # my_tools.py
    [project.entry-points."inara.tools"]      class Colour(BaseModel):
    colours = "my_tools:tools"                    name: str

                                              def hex_of(arguments: Colour) -> str: ...

                                              def tools():
                                                  return [PluginTool("hex", "The hex of a colour.", Colour, hex_of)]

Its code runs inside Inara once the person names it under `plugins` of [tools]: loading it is the consent.
What its tools do Inara can't see, so each call asks, as that of an unrated MCP tool does.
"""

from __future__ import annotations

import inspect
import logging
import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import EntryPoint, entry_points
from typing import Any, cast

from pydantic import BaseModel

from inara_engine.errors import ToolError
from inara_engine.events import Action
from inara_engine.frozen import frozen
from inara_engine.messages import Capability, Risk
from inara_engine.tools.base import Tool, ToolContext, ToolOutput
from inara_engine.tools.risk import check_permitted
from inara_engine.tools.threads import in_thread

__all__ = ["GROUP", "Installed", "Plugin", "PluginTool", "installed", "load"]

_log = logging.getLogger(__name__)

GROUP = "inara.tools"
_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")
_EVERYTHING = frozenset(Capability)


@dataclass(frozen=True)
class PluginTool:
    """A tool of a plugin. `run` takes validated arguments and gives what the model is told.

    A plain function runs in a thread; a coroutine function on Inara's loop, where it must not block. It
    raises ToolError for what the model should hear of. `risk` can be raised above 3 only: 4 is never run.
    """

    name: str
    description: str
    arguments: type[BaseModel]
    run: Callable[[Any], str | Awaitable[str]]
    risk: Risk = Risk.IRREVERSIBLE


@frozen
class Plugin:
    """A plugin the settings name: its tools, or why there are none."""

    name: str
    tools: tuple[Tool, ...] = ()
    problem: str = ""


@frozen
class Installed:
    """A plugin that can be named, with what its package says of itself."""

    name: str
    package: str = ""
    version: str = ""
    about: str = ""


def installed() -> tuple[Installed, ...]:
    """All plugins there are, by name. Reads the disk; loads no code."""
    found = {point.name: _described(point) for point in entry_points(group=GROUP)}
    return tuple(found[name] for name in sorted(found))


def _described(point: EntryPoint) -> Installed:
    package = point.dist
    if package is None:
        return Installed(point.name)
    about = package.metadata["Summary"] if "Summary" in package.metadata else ""  # noqa: SIM401 - it has no `get`
    return Installed(point.name, package.name, package.version, " ".join(about.split())[:300])


def load(names: Sequence[str]) -> tuple[Plugin, ...]:
    """The plugins of these names, loaded: their code runs. A fault in one stays in it. Call it in a thread."""
    return tuple(map(_load, names))


@cache
def _loaded(point: EntryPoint) -> tuple[PluginTool, ...]:
    given: Any = point.load()
    return tuple(cast("Iterable[Any]", given() if callable(given) else given))


def _load(name: str) -> Plugin:
    point = next(iter(entry_points(group=GROUP, name=name)), None)
    if point is None:
        return Plugin(name, problem="It is not installed.")
    try:
        tools = tuple(_tool(name, given) for given in _loaded(point))
    except (Exception, SystemExit) as error:  # noqa: BLE001 - the border to foreign code: its fault must not end the app
        _log.exception("the plugin %s could not be loaded", name)
        return Plugin(name, problem=f"It could not be loaded: {type(error).__name__}: {error}")
    if len({tool.name for tool in tools}) < len(tools):
        return Plugin(name, problem="Two of its tools have the same name.")
    return Plugin(name, tools)


def _tool(plugin: str, given: object) -> Tool:
    if not isinstance(given, PluginTool):
        raise TypeError(f"its entry point gives a {type(given).__name__}, not PluginTools")
    if not _NAME.fullmatch(given.name):
        raise ValueError(f"{given.name[:60]!r} can't be the name of a tool")
    return Tool(
        name=f"{re.sub('[^A-Za-z0-9_-]', '_', plugin)}__{given.name}",
        description=given.description,
        arguments=given.arguments,
        risk=_risk(given),
        prepare=partial(_prepare, plugin, given),
        run=partial(_run, given),
        capabilities=_EVERYTHING,
    )


def _risk(given: PluginTool) -> Risk:
    return max(Risk.IRREVERSIBLE, Risk(given.risk))


async def _prepare(plugin: str, given: PluginTool, context: ToolContext, arguments: BaseModel) -> Action:
    del context
    return Action(
        summary=f"Call {given.name} of the plugin {plugin}",
        preview=arguments.model_dump_json(indent=2),
        preview_kind="text",
        risk=_risk(given),
        capabilities=_EVERYTHING,
    )


async def _run(given: PluginTool, context: ToolContext, arguments: BaseModel, action: Action) -> ToolOutput:
    del context
    check_permitted(action)
    if inspect.iscoroutinefunction(given.run):
        told = await cast("Awaitable[Any]", given.run(arguments))
    else:
        told = await in_thread(lambda _: given.run(arguments))
    if not isinstance(told, str):
        raise ToolError(f"The plugin's tool gave a {type(told).__name__} instead of a text.")
    return ToolOutput(told)
