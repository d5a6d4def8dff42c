"""The settings' pages with made-up values, for `tests.screenshots`: each scene is the dialog over a window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from inara_desktop.connect_values import FindingItem, FoundServer
from inara_desktop.pages.about import AboutPage
from inara_desktop.pages.declared import choice_words
from inara_desktop.pages.desktop import DesktopPage
from inara_desktop.pages.editor import Editor
from inara_desktop.pages.form_page import FormPage
from inara_desktop.pages.hooks_errands import curl_line
from inara_desktop.pages.key_field import KeyField
from inara_desktop.pages.memory import DayItem, MemoryPage, ProposalItem
from inara_desktop.pages.models import ModelCard, ModelsPage
from inara_desktop.pages.page import Page
from inara_desktop.pages.personas import FileItem, PersonasPage
from inara_desktop.pages.plugins import PluginItem, PluginsPage
from inara_desktop.pages.plugins_errands import trust_question
from inara_desktop.pages.profiles import ProfileItem, ProfilesPage, tools_words
from inara_desktop.pages.profiles_errands import FIELDS, profile_editor
from inara_desktop.pages.roles import RolesPage
from inara_desktop.pages.schedules import HookItem, ScheduleItem, SchedulesPage
from inara_desktop.pages.servers import ServerItem, ServersPage
from inara_desktop.pages.shortcuts import ShortcutsPage
from inara_desktop.pages.storage import BackupItem, RoomItem, StoragePage
from inara_desktop.pages.table_form import TableForm
from inara_desktop.pages.tools import ToolItem, ToolsPage
from inara_desktop.pages.web_search import WebSearchPage
from inara_desktop.settings_dialog import Entry, SettingsDialog
from inara_desktop.style import Appearance
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.window import MainWindow
from inara_desktop.wording import translate
from inara_engine.settings import ModelSettings, ProfileSettings, Settings

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


def turned_to(dialog: SettingsDialog, title: str) -> QWidget:
    """The page that is shown once its title in the list is chosen."""
    [item] = dialog.pages.findItems(title, Qt.MatchFlag.MatchExactly)
    dialog.pages.setCurrentItem(item)
    stack = dialog.findChild(QStackedWidget)
    assert stack is not None
    return stack.currentWidget()


def _dialog(appearance: Appearance, page: Page | None, key: str, size: tuple[int, int] = (1120, 760)) -> list[QWidget]:
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


def _models(appearance: Appearance) -> ModelsPage:
    page = ModelsPage(appearance)
    page.show_models(
        [
            ModelCard("local", "Qwen 3 8B", "openai", "127.0.0.1:11434", True, True),
            ModelCard(
                "claude",
                "Claude Sonnet",
                "anthropic",
                "api.anthropic.com",
                False,
                False,
                "The key “claude” is stored in the keyring.",
            ),
            ModelCard(
                "gemini",
                "Gemini Pro",
                "gemini",
                "generativelanguage.googleapis.com",
                False,
                False,
                "The environment variable GEMINI_KEY is not set. Set it before Inara starts.",
                False,
            ),
        ]
    )
    page.show_findings(
        "local",
        [
            FindingItem(
                "Model local", True, "Ollama on 127.0.0.1:11434 is ready with “qwen3:8b”, context of 32768 tokens."
            ),
            FindingItem("Model local", True, "It answered “ready” in 1.2 s."),
        ],
    )
    return page


def settings_models(appearance: Appearance) -> Sequence[QWidget]:
    return _dialog(appearance, _models(appearance), "models")


def settings_models_small(appearance: Appearance) -> Sequence[QWidget]:
    return _dialog(appearance, _models(appearance), "models", (720, 520))


def settings_models_found(appearance: Appearance) -> Sequence[QWidget]:
    page = ModelsPage(appearance)
    page.show_models([])
    page.show_servers(
        [
            FoundServer("Ollama", "http://127.0.0.1:11434/v1", ("qwen3:8b", "llama3.2:3b")),
            FoundServer("LM Studio", "http://127.0.0.1:1234/v1", ()),
        ]
    )
    return _dialog(appearance, page, "models")


def settings_model_editor(appearance: Appearance) -> Sequence[QWidget]:
    made = _dialog(appearance, _models(appearance), "models")
    form = TableForm(
        appearance,
        ModelSettings,
        "model",
        ("provider", "base_url", "model", "label", "context_window"),
        ("max_rounds",),
    )
    form.load({"provider": "openai", "base_url": "127.0.0.1:8080", "model": "qwen3:8b"})
    editor = Editor(appearance, made[1], "Add a model", form, None)
    editor.name.setText("qwen")
    key = KeyField(appearance, "API key", "It goes into the keyring of your system. A local server needs none.")
    layout: Any = form.layout()
    layout.insertWidget(2, key)
    editor.refuse(
        ("models", "qwen"), [(("models", "qwen", "base_url"), "Not a web address; such as http://127.0.0.1:11434/v1.")]
    )
    editor.open()
    return [*made, editor]


def settings_roles(appearance: Appearance) -> Sequence[QWidget]:
    return _dialog(appearance, RolesPage(appearance), "roles")


def settings_roles_small(appearance: Appearance) -> Sequence[QWidget]:
    return _dialog(appearance, RolesPage(appearance), "roles", (720, 520))


def settings_desktop(appearance: Appearance) -> Sequence[QWidget]:
    page = DesktopPage(appearance, "Desktop")
    page.show_autostart(on=False, problem="")
    return _dialog(appearance, page, "desktop")


def settings_policy_large(appearance: Appearance) -> Sequence[QWidget]:
    return _dialog(appearance, None, "policy", (2560, 1440))


def settings_wrong(appearance: Appearance) -> Sequence[QWidget]:
    made = _dialog(appearance, None, "api")
    dialog = made[1]
    assert isinstance(dialog, SettingsDialog)
    page = turned_to(dialog, TITLES["api"])
    assert isinstance(page, FormPage)
    page.show_problem(("api", "port"), "99999 does not fit; a whole number from 0 to 65535.")
    return made


IDENTITY = """# Inara

You are **Inara**, a calm assistant on this person's own computer.

- Answer in the language you are asked in.
- Say what you don't know.

<!-- Told to nobody: written in November. -->
"""


def _personas(appearance: Appearance) -> PersonasPage:
    page = PersonasPage(appearance)
    page.show_personas(["inara", "butler"], "butler", "inara")
    page.show_files(
        [
            FileItem("identity.md", IDENTITY, 1, 46, 1500),
            FileItem("profile.md", "Ada, who builds instruments.", 2, 12, 1000),
            FileItem(
                "papers/house.md",
                "x" * 40,
                3,
                9120,
                8000,
                problem="It takes 9120 tokens, and 8000 go along: the rest is cut.",
            ),
        ]
    )
    page.show_prompt(
        2, 58, "You are **Inara**, a calm assistant …\n\n# About the person\n\nAda, who builds instruments."
    )
    return page


def settings_personas(appearance: Appearance) -> Sequence[QWidget]:
    return _dialog(appearance, _personas(appearance), "personas")


def settings_personas_preview(appearance: Appearance) -> Sequence[QWidget]:
    page = _personas(appearance)
    page.editor.look.setChecked(True)
    return _dialog(appearance, page, "personas")


def settings_personas_small(appearance: Appearance) -> Sequence[QWidget]:
    return _dialog(appearance, _personas(appearance), "personas", (720, 520))


def _memory(appearance: Appearance) -> MemoryPage:
    page = MemoryPage(appearance)
    page.show_personas(["inara"], "inara")
    note = "# Short memory\n\n- 2026-11-21 19:40 Ada prefers metric units.\n- 2026-11-22 08:10 [untrusted] The shop opens at nine.\n"
    page.show_levels(
        [
            FileItem("memory/long.md", "# Long memory\n\n- Ada has a dog called Bello.\n", 2, 14, 1000),
            FileItem("memory/mid.md", "", 2, 0, 1500),
            FileItem("memory/short.md", note, 2, 41, 1000),
        ]
    )
    page.show_days(
        [
            DayItem(
                "2026-11-22",
                "# 2026-11-22\n\n## 19:41:05\n> Asked: what is in my notes?\n> Answered: two lists and a recipe.\n",
            )
        ]
    )
    diff = "--- memory/short.md\n+++ memory/short.md\n@@ -3,2 +3 @@\n-- 2026-11-21 19:40 Ada prefers metric units.\n--- memory/mid.md\n+++ memory/mid.md\n+- Ada prefers metric units."
    page.show_proposal(ProposalItem(diff, ("One note was left out, for it stands in long memory already.",)))
    return page


def settings_memory(appearance: Appearance) -> Sequence[QWidget]:
    return _dialog(appearance, _memory(appearance), "memory")


def settings_memory_small(appearance: Appearance) -> Sequence[QWidget]:
    return _dialog(appearance, _memory(appearance), "memory", (720, 520))


def settings_tools(appearance: Appearance) -> Sequence[QWidget]:
    page = ToolsPage(appearance)
    page.show_tools(
        [
            ToolItem(
                "read_file", "Read a text file in the folders that are granted.", 1, ("reads_private",), "inara", True
            ),
            ToolItem("write_file", "Write a file. A copy of what was there is kept.", 2, ("mutates",), "inara", True),
            ToolItem("run_command", "Run a program.", 3, ("can_exfiltrate", "mutates"), "inara", False),
            ToolItem(
                "web_fetch",
                "Read a page of the web.",
                1,
                ("reads_untrusted",),
                "inara",
                False,
                '"web_*" in the blacklist covers it.',
                False,
            ),
            ToolItem("files__list_directory", "List a folder.", 3, ("mutates",), "files", True),
        ]
    )
    return _dialog(appearance, page, "tools")


def settings_servers(appearance: Appearance) -> Sequence[QWidget]:
    page = ServersPage(appearance)
    page.show_servers(
        [
            ServerItem("files", "ready", "npx -y @modelcontextprotocol/server-filesystem /home/ada", 9, 2, 11),
            ServerItem(
                "notes",
                "failed",
                "uvx notes-server",
                problem="uvx can't be found. Install it, or give its whole path.",
                log="sh: 1: uvx: not found",
            ),
            ServerItem("search", "disabled", "http://127.0.0.1:3001/mcp"),
        ]
    )
    return _dialog(appearance, page, "servers")


def settings_schedules(appearance: Appearance) -> Sequence[QWidget]:
    page = SchedulesPage(appearance)
    page.show_schedules(
        [
            ScheduleItem(
                "morning",
                "Summarise my notes from yesterday",
                "At 07:00 on Monday through Friday",
                "next on 30.11.26, 07:00",
                "Last run 27.11.26, 07:00: complete. Three notes, two of them about the garden.",
                True,
            ),
            ScheduleItem("fold", "Folds the memory.", "At 03:00 every day", "", "", False),
        ]
    )
    page.show_hooks(
        [
            HookItem(
                "gitea",
                "Tell me in one line what happened",
                True,
                curl_line("http://127.0.0.1:8765", "gitea", signed=True),
                "The key “hook-gitea” is stored in the keyring.",
            )
        ]
    )
    return _dialog(appearance, page, "schedules")


def settings_schedules_small(appearance: Appearance) -> Sequence[QWidget]:
    made = settings_schedules(appearance)
    made[0].resize(720, 520)
    made[1].resize(680, 480)
    return made


def settings_shortcuts(appearance: Appearance) -> Sequence[QWidget]:
    page = ShortcutsPage(appearance, "inara quick")
    page.show_state(
        "The desktop does not give these keys. Ask it again, or bind “inara quick” in its settings.", can_ask=True
    )
    return _dialog(appearance, page, "shortcuts")


def settings_storage(appearance: Appearance) -> Sequence[QWidget]:
    page = StoragePage(appearance)
    home = "/home/ada/.local/share/inara"
    page.show_rooms(
        [
            RoomItem("database", f"{home}/inara.db", 48_300_000),
            RoomItem("personas", f"{home}/personas", 220_000),
            RoomItem("backups", f"{home}/backups", 96_000_000),
            RoomItem("undo", f"{home}/undo", 0),
            RoomItem("logs", "/home/ada/.local/state/inara/log", 12_000),
            RoomItem("cache", "/home/ada/.cache/inara", 900_000),
        ],
        81_000_000_000,
    )
    page.show_trash(3)
    page.show_backups(
        [
            BackupItem("inara-20261128-103000", "28.11.26, 10:30", 48_000_000),
            BackupItem("inara-20261101-080000", "01.11.26, 08:00", 48_000_000),
        ],
        "inara-20261101-080000",
    )
    return _dialog(appearance, page, "storage")


def settings_about(appearance: Appearance) -> Sequence[QWidget]:
    page = AboutPage(appearance)
    page.show_facts(
        "0.1.0",
        [
            ("System", "Linux 6.1 x86_64"),
            ("Python", "3.11.7"),
            ("Qt, PySide", "6.11.1, 6.11.1"),
            ("Data", "/home/ada/.local/share/inara"),
        ],
    )
    page.show_findings(
        [
            FindingItem("Database", True, "/home/ada/.local/share/inara/inara.db"),
            FindingItem(
                "Keyring", False, "The keyring is locked.", "Unlock it with your login password, then try again."
            ),
        ]
    )
    page.show_licences("aiohttp 3.12: Apache-2.0\nPySide6 6.11: LGPL-3.0\nqasync 0.28: BSD-2-Clause")
    return _dialog(appearance, page, "about")


def settings_web_search(appearance: Appearance) -> Sequence[QWidget]:
    page = WebSearchPage(appearance)
    made = _dialog(appearance, page, "web_search")
    search = {"provider": "brave", "api_key": "keyring:web-search-brave"}
    page.set_settings(Settings.model_validate({"tools": {"web_search": search}}))
    page.key.show_state("The key “web-search-brave” is stored in the keyring.", stored=True)
    page.show_finding(FindingItem("", True, "https://api.search.brave.com answered in 0.4 s: “Weather today”."))
    return made


def settings_web_search_off(appearance: Appearance) -> Sequence[QWidget]:
    return _dialog(appearance, WebSearchPage(appearance), "web_search", (720, 520))


def settings_plugins(appearance: Appearance) -> Sequence[QWidget]:
    page = PluginsPage(appearance)
    tools = (("words__count", "Count the words of a text."), ("words__shout", "A text in capitals."))
    page.show_plugins(
        [
            PluginItem("words", True, "inara-example-tools 1.0", "A plugin for Inara, as small as one can be.", tools),
            PluginItem("lights", False, "inara-lights 0.3", "Switches the lamps of a Hue bridge."),
            PluginItem("gone", True, problem="It is not installed."),
        ]
    )
    return _dialog(appearance, page, "plugins")


def settings_plugins_none(appearance: Appearance) -> Sequence[QWidget]:
    page = PluginsPage(appearance)
    page.show_plugins([])
    return _dialog(appearance, page, "plugins", (720, 520))


def settings_plugin_question(appearance: Appearance) -> Sequence[QWidget]:
    made = settings_plugins(appearance)
    question = trust_question(appearance, made[1], "lights")
    question.open()
    return [*made, question]


def _profiles(appearance: Appearance) -> ProfilesPage:
    page = ProfilesPage(appearance)
    owner, guest = (choice_words(user).capitalize() for user in ("owner", "guest"))
    every = ["read_file"] * 19
    page.show_profiles(
        [
            ProfileItem("me", True, False, owner, tools_words(every, ())),
            ProfileItem(
                "kids",
                False,
                True,
                guest,
                tools_words(every[:12], ("delete_file", "run_command", "http_request", "web_fetch", "remember")),
                ("~/Kids",),
                "butler",
            ),
        ]
    )
    return page


def settings_profiles(appearance: Appearance) -> Sequence[QWidget]:
    return _dialog(appearance, _profiles(appearance), "profiles")


def settings_profiles_small(appearance: Appearance) -> Sequence[QWidget]:
    return _dialog(appearance, _profiles(appearance), "profiles", (720, 520))


def settings_profile_editor(appearance: Appearance) -> Sequence[QWidget]:
    page = _profiles(appearance)
    made = _dialog(appearance, page, "profiles")
    form = TableForm(appearance, ProfileSettings, "profile", FIELDS)
    form.load({"persona": "butler", "roots": ["~/Kids"], "policy": {"user_role": "guest", "max_risk": 2}})
    editor, means = profile_editor(appearance, made[1], translate("ProfilesErrands", "Add a profile"), form, None)
    editor.name.setText("kids")
    means.set_text(tools_words(["read_file"] * 14, ("delete_file", "run_command", "http_request")))
    editor.open()
    return [*made, editor]


def german_settings(appearance: Appearance) -> Sequence[QWidget]:
    return settings_roles(appearance)
