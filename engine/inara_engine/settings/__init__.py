"""The person's settings: values passed in, never fetched from a global, declared in one place."""

from inara_engine.settings.declarations import (
    DEMO,
    ApiSettings,
    AppearanceSettings,
    DefaultsSettings,
    HookSettings,
    McpServerSettings,
    McpSettings,
    ModelSettings,
    PolicySettings,
    ProfileSettings,
    ProviderName,
    RoleSettings,
    Rule,
    ScheduleSettings,
    Settings,
    WorkspaceSettings,
)

__all__ = [
    "DEMO",
    "ApiSettings",
    "AppearanceSettings",
    "DefaultsSettings",
    "HookSettings",
    "McpServerSettings",
    "McpSettings",
    "ModelSettings",
    "PolicySettings",
    "ProfileSettings",
    "ProviderName",
    "RoleSettings",
    "Rule",
    "ScheduleSettings",
    "Settings",
    "WorkspaceSettings",
]
