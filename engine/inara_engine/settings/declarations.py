"""All of `config.toml`. Every setting is declared once: its type, default, bounds, title and description.

The settings page takes its labels from there, the file its checks, the documentation its words.
Values are strict (a number in quotes is not a number) and frozen; unknown keys are refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final, Self

from pydantic import Field, Strict, model_validator

from inara_engine.settings.faults import refuse
from inara_engine.settings.formats import Hosts, Identifier, Name, ServerName, Tier
from inara_engine.settings.mcp import McpSettings
from inara_engine.settings.model import ModelSettings, RoleSettings
from inara_engine.settings.names import unknown_names
from inara_engine.settings.rules import PolicySettings, ProfileSettings
from inara_engine.settings.table import Table
from inara_engine.settings.tools import ToolsSettings, WorkspaceSettings
from inara_engine.settings.unattended import HookSettings, ScheduleSettings
from inara_engine.settings.window import AppearanceSettings, DesktopSettings

__all__ = ["DEMO", "ApiSettings", "DefaultsSettings", "Settings"]

DEMO: Final = "demo"  # the id of the model that is there when none is configured


class DefaultsSettings(Table):
    """What holds where nothing else is said."""

    profile: Identifier = Field(
        default="me", title="Profile", description="Your profile; its rules are the table [policy]."
    )
    persona: Name = Field(default="inara", title="Persona", description="Folder of the persona that answers.")
    tier: Tier = Field(
        default=2,
        title="Context",
        description="0 nothing, 1 persona, 2 also profile and memory, 3 also the persona's papers.",
    )
    local_only: bool = Field(
        default=False, title="Local only", description="Refuse every host but this machine and those in local_hosts."
    )
    local_hosts: Hosts = Field(
        default=(), title="Local hosts", description="Hosts that count as local, such as a server in your own network."
    )
    leave_out_pictures: bool = Field(
        default=False,
        title="Go on without pictures",
        description="Where no model can look at a picture, answer without it. Otherwise the task stops and says so.",
    )


class ApiSettings(Table):
    """The interface for other programs on this machine."""

    enabled: bool = Field(
        default=False, title="On", description="Whether other programs on this machine may start jobs."
    )
    port: int = Field(default=8765, ge=0, le=65_535, title="Port", description="Port on 127.0.0.1; 0 takes a free one.")


class Settings(Table):
    """All of `config.toml`."""

    models: dict[Identifier, ModelSettings] = Field(
        default_factory=dict[str, ModelSettings],
        title="Models",
        examples=["local"],
        description="By the id used everywhere else.",
    )
    roles: dict[Identifier, RoleSettings] = Field(
        default_factory=dict[str, RoleSettings],
        title="Roles",
        examples=["orchestrator"],
        description="What models are used for. A side call such as title is made only where models are named for it.",
    )
    defaults: DefaultsSettings = Field(
        default=DefaultsSettings(), title="Defaults", description="Where nothing else is said."
    )
    policy: PolicySettings = Field(
        default=PolicySettings(), title="Policy", description="Rules of the default profile."
    )
    profiles: dict[Identifier, ProfileSettings] = Field(
        default_factory=dict[str, ProfileSettings], title="Profiles", examples=["kids"], description="Further profiles."
    )
    workspace: WorkspaceSettings = Field(
        default=WorkspaceSettings(), title="Workspace", description="Where tools work."
    )
    tools: ToolsSettings = Field(default=ToolsSettings(), title="Tools", description="What single tools need to know.")
    mcp: McpSettings = Field(default=McpSettings(), title="MCP", description="Servers that offer tools.")
    schedule: Annotated[tuple[ScheduleSettings, ...], Strict(strict=False)] = Field(
        default=(), title="Schedule", description="Tasks at set times."
    )
    hooks: dict[ServerName, HookSettings] = Field(
        default_factory=dict[str, HookSettings],
        title="Hooks",
        examples=["gitea"],
        description="Tasks that other programs start.",
    )
    api: ApiSettings = Field(
        default=ApiSettings(), title="Interface", description="For other programs on this machine."
    )
    desktop: DesktopSettings = Field(
        default=DesktopSettings(), title="Desktop", description="Tray, notifications and the quick prompt."
    )
    appearance: AppearanceSettings = Field(
        default=AppearanceSettings(), title="Appearance", description="Colours and text size."
    )

    @model_validator(mode="after")
    def _names_are_known(self) -> Self:
        if faults := unknown_names(self.model_dump()):
            raise refuse(*faults)
        return self

    def effective_models(self) -> Mapping[str, ModelSettings]:
        """The configured models by id, in the file's order; the demo where there are none."""
        return self.models or {DEMO: _DEMO_MODEL}

    def role_models(self, role: str) -> tuple[tuple[str, ModelSettings], ...]:
        """The models of a role with their ids, in the order they are asked; () where the role makes no call.

        `orchestrator` falls back to the first model only (a further one may be in the cloud: naming
        it in a role is the person's to do), `chat` to the orchestrator's models.
        """
        known = {DEMO: _DEMO_MODEL, **self.models}
        if (configured := self.roles.get(role)) and configured.models:
            return tuple((name, known[name]) for name in configured.models)
        match role:
            case "orchestrator":
                return tuple(self.effective_models().items())[:1]
            case "chat":
                return self.role_models("orchestrator")
            case _:
                return ()

    def role(self, name: str) -> RoleSettings:
        """What is configured for a role, or its defaults."""
        return self.roles.get(name, _PLAIN_ROLE)

    def label(self, model_id: str) -> str:
        """What a model is called where a person reads it."""
        model = self.effective_models().get(model_id)
        return (model and (model.label or model.model or (model.gguf and Path(model.gguf).stem))) or model_id

    def profile_names(self) -> tuple[str, ...]:
        """The default profile first, then the further ones."""
        return tuple(dict.fromkeys((self.defaults.profile, *self.profiles)))

    def policy_of(self, profile: str) -> PolicySettings:
        """The rules of a profile: the table [policy], and over it what the profile says itself."""
        own = self.profiles.get(profile)
        if own is None:
            return self.policy
        said = {name: getattr(own.policy, name) for name in own.policy.model_fields_set}
        return self.policy.model_copy(update=said)


_PLAIN_ROLE: Final = RoleSettings()
_DEMO_MODEL: Final = ModelSettings(provider="demo", label="Demo, not an AI")
