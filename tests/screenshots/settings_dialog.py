"""The settings over a window, with one page of them made by the scene."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inara_desktop.pages.form_page import FormPage
from inara_desktop.pages.page import Page
from inara_desktop.settings_dialog import Entry, SettingsDialog
from inara_desktop.style import Appearance
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.window import MainWindow
from inara_desktop.wording import translate
from inara_engine.settings import Settings
from tests.support.settings_pages import turned_to

GROUPS = {
    "Who answers": {
        "models": "Models",
        "roles": "Roles",
        "personas": "Personas",
        "memory": "Memory",
        "defaults": "Answers",
    },
    "What it can do": {
        "tools": "Tools",
        "web_search": "Web search",
        "servers": "Tool servers",
        "plugins": "Plugins",
    },
    "What it may do": {"policy": "Policy", "workspace": "Folders", "profiles": "Profiles"},
    "By itself": {"schedules": "Schedules", "api": "Interface"},
    "This window": {"appearance": "Appearance", "desktop": "Desktop", "shortcuts": "Shortcuts"},
    "This program": {"storage": "Storage", "about": "About"},
}
TITLES = {name: title for group in GROUPS.values() for name, title in group.items()}
FORMS = {"defaults", "workspace", "policy", "api", "appearance", "desktop"}
SETTINGS = Settings.model_validate(
    {
        "models": {
            "local": {
                "provider": "openai",
                "base_url": "http://127.0.0.1:11434/v1",
                "model": "qwen3:8b",
                "label": "Qwen 3 8B",
            },
            "claude": {
                "provider": "anthropic",
                "model": "claude-sonnet-4-5",
                "label": "Claude Sonnet",
                "api_key": "keyring:claude",
            },
            "gemini": {
                "provider": "gemini",
                "model": "gemini-2.5-pro",
                "label": "Gemini Pro",
                "api_key": "env:GEMINI_KEY",
            },
        },
        "roles": {"orchestrator": {"models": ["local", "claude"]}, "title": {"models": ["local"]}},
    }
)


def settings_dialog(
    appearance: Appearance, page: Page | None, key: str, size: tuple[int, int] = (1120, 760)
) -> list[QWidget]:
    made = MainWindow(appearance, TranscriptView)
    made.resize(*size)
    made.show()

    def make(name: str) -> Page:
        if page is not None and name == key:
            return page
        return FormPage(appearance, name, TITLES[name]) if name in FORMS else Page(appearance, name)

    entries: list[Entry] = []
    for heading, group in GROUPS.items():
        entries.append(Entry("", translate("Configuring", heading)))
        entries += [
            Entry(name, translate("Configuring", title), lambda name=name: make(name)) for name, title in group.items()
        ]
    dialog = SettingsDialog(appearance, SETTINGS, entries, made)
    shown = turned_to(dialog, translate("Configuring", TITLES[key]))
    assert page is None or shown is page
    dialog.open()
    return [made, dialog]
