"""A person's home with a granted folder, and the tools at work in it, as the engine uses them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inara_engine.events import Action
from inara_engine.tools.base import Tool, ToolContext, ToolOutput
from inara_engine.tools.files import file_tools
from inara_engine.tools.protected import protected_places
from inara_engine.tools.system import system_tools
from inara_engine.tools.workspace import Workspace

NOON = 1_790_000_000.0


@dataclass(frozen=True)
class Desk:
    """`root` is granted, `home` is the person's, `own` is Inara's."""

    home: Path
    root: Path
    own: Path
    workspace: Workspace

    @classmethod
    def at(cls, folder: Path, *, roots: tuple[Path, ...] = ()) -> Desk:
        home, own = folder / "home", folder / "inara"
        root = home / "Documents"
        for new in (root, own, home / ".ssh"):
            new.mkdir(parents=True, exist_ok=True)
        (home / ".ssh" / "id_ed25519").write_text("PRIVATE KEY")
        roots = roots or (root,)
        places = protected_places(home, (own,), granted=roots, search_path="/usr/bin:/bin")
        return cls(home, root, own, Workspace(roots, places, own / "undo", home))

    async def granting(self, *roots: Path) -> Desk:
        """The same home with other granted folders."""
        return await asyncio.to_thread(Desk.at, self.home.parent, roots=roots)

    @property
    def context(self) -> ToolContext:
        return ToolContext(workspace=self.workspace, clock=lambda: NOON)

    async def prepare(self, name: str, /, **arguments: Any) -> Action:
        """What the person would be shown."""
        tool = TOOLS[name]
        return await tool.prepare(self.context, tool.arguments.model_validate(arguments))

    async def run(self, action: Action, name: str, /, **arguments: Any) -> ToolOutput:
        """The effect of an action that was prepared before."""
        tool = TOOLS[name]
        return await tool.run(self.context, tool.arguments.model_validate(arguments), action)

    async def do(self, name: str, /, **arguments: Any) -> ToolOutput:
        """Prepare and run in one go, as if it was allowed."""
        return await self.run(await self.prepare(name, **arguments), name, **arguments)


TOOLS: dict[str, Tool] = {tool.name: tool for tool in (*file_tools(), *system_tools())}


def details(action: Action, label: str) -> list[str]:
    """The values of an action's lines with this label."""
    return [detail.value for detail in action.details if detail.label == label]


def everything_in(folder: Path) -> dict[str, bytes | str]:
    """Every file below a folder by its relative path, with its content; links with where they point."""
    return {
        str(path.relative_to(folder)): f"-> {path.readlink()}" if path.is_symlink() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }
