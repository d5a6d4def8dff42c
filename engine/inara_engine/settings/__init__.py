"""The person's settings: values passed in, never fetched from a global, declared in one place."""

from inara_engine.settings.declarations import DEMO, ApiSettings, DefaultsSettings, Settings
from inara_engine.settings.file import Loaded, MakesChange, SettingsChange, SettingsFile, SettingsRefused
from inara_engine.settings.llama_server import LlamaServerSettings
from inara_engine.settings.mcp import McpServerSettings, McpSettings, McpToolSettings
from inara_engine.settings.model import ModelSettings, PriceSettings, ProviderName, RoleSettings
from inara_engine.settings.problems import Problem
from inara_engine.settings.reach import Reach
from inara_engine.settings.rules import PolicySettings, ProfileSettings, Rule
from inara_engine.settings.tools import ToolsSettings, WebSearchSettings, WorkspaceSettings
from inara_engine.settings.unattended import HookSettings, ScheduleSettings
from inara_engine.settings.window import AppearanceSettings, DesktopSettings

__all__ = [
    "DEMO",
    "ApiSettings",
    "AppearanceSettings",
    "DefaultsSettings",
    "DesktopSettings",
    "HookSettings",
    "LlamaServerSettings",
    "Loaded",
    "MakesChange",
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
    "SettingsRefused",
    "ToolsSettings",
    "WebSearchSettings",
    "WorkspaceSettings",
]
