"""The person's settings: values passed in, never fetched from a global, declared in one place."""

from inara_engine.settings.declarations import (
    DEMO,
    ApiSettings,
    AppearanceSettings,
    DefaultsSettings,
    DesktopSettings,
    HookSettings,
    McpServerSettings,
    McpSettings,
    McpToolSettings,
    ModelSettings,
    PolicySettings,
    PriceSettings,
    ProfileSettings,
    ProviderName,
    RoleSettings,
    Rule,
    ScheduleSettings,
    Settings,
    ToolsSettings,
    WebSearchSettings,
    WorkspaceSettings,
)
from inara_engine.settings.file import Loaded, SettingsChange, SettingsFile
from inara_engine.settings.llama_server import LlamaServerSettings
from inara_engine.settings.problems import Problem
from inara_engine.settings.reach import Reach

__all__ = [
    "DEMO",
    "ApiSettings",
    "AppearanceSettings",
    "DefaultsSettings",
    "DesktopSettings",
    "HookSettings",
    "LlamaServerSettings",
    "Loaded",
    "McpServerSettings",
    "McpSettings",
    "McpToolSettings",
    "ModelSettings",
    "PolicySettings",
    "PriceSettings",
    "Problem",
    "ProfileSettings",
    "ProviderName",
    "Reach",
    "RoleSettings",
    "Rule",
    "ScheduleSettings",
    "Settings",
    "SettingsChange",
    "SettingsFile",
    "ToolsSettings",
    "WebSearchSettings",
    "WorkspaceSettings",
]
