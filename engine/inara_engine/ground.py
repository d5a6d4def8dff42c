"""What the settings amount to on this disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from inara_engine import policy
from inara_engine.connections import Note
from inara_engine.frozen import frozen
from inara_engine.home import Home, documents_folder, person_folder
from inara_engine.settings import Reach, Settings
from inara_engine.tools.assistant import assistant_tools
from inara_engine.tools.base import Tool, ToolContext
from inara_engine.tools.command import command_tools
from inara_engine.tools.desktop import desktop_tools
from inara_engine.tools.fetching_values import WebAccess
from inara_engine.tools.files import file_tools
from inara_engine.tools.memory import memory_tools
from inara_engine.tools.protected import protected_places
from inara_engine.tools.system import system_tools
from inara_engine.tools.web import web_tools
from inara_engine.tools.workspace import Workspace

__all__ = ["Ground"]


@frozen
class Ground:
    """Tools, folders granted, places protected, rules with real paths.

    `context` is that of every profile without folders of its own.
    """

    settings: Settings
    tools: tuple[Tool, ...]
    context: ToolContext
    rules: Mapping[str, policy.PolicySettings]  # by profile
    own: Mapping[str, ToolContext]  # by profile with folders of its own

    @classmethod
    def survey(cls, home: Home, settings: Settings, clock: Callable[[], float], note: Note | None = None) -> Ground:
        """Look at the disk; call it in a thread. `note` hears of each host that a tool speaks to."""
        person = person_folder()
        rules = {
            profile: policy.with_real_folders(settings.policy_of(profile), person)
            for profile in settings.profile_names()
        }

        def within(roots: tuple[Path, ...]) -> ToolContext:
            protected = protected_places(person, home.folders, granted=roots)
            return ToolContext(Workspace(roots, protected, home.undo, person), clock)

        shared = settings.workspace.folders(documents_folder())
        own = {
            name: within(tuple(Path(root).expanduser() for root in profile.roots))
            for name, profile in settings.profiles.items()
            if profile.roots is not None
        }
        return cls(settings, _all_tools(settings, note), within(shared), rules, own)

    def context_of(self, profile: str) -> ToolContext:
        """What a profile's tools work with; "" is the profile in use."""
        return self.own.get(profile or self.settings.defaults.profile, self.context)


def _all_tools(settings: Settings, note: Note | None = None) -> tuple[Tool, ...]:
    """Every tool there is, in the order a model is told of them."""
    defaults = settings.defaults
    reach = Reach(defaults.local_only, defaults.local_hosts)
    web = WebAccess(reach, settings.tools.web_search, note=note)
    own = (*memory_tools(), *assistant_tools(), *desktop_tools())
    return (*file_tools(), *system_tools(), *own, *command_tools(), *web_tools(web))
