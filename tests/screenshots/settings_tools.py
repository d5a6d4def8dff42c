"""The settings of what it can and may do: tools, servers, plugins, policy, profiles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from inara_desktop.connect_values import FindingItem
from inara_desktop.pages.declared import as_sentence, choice_words
from inara_desktop.pages.plugins import PluginItem, PluginsPage
from inara_desktop.pages.plugins_errands import trust_question
from inara_desktop.pages.profiles import ProfileItem, ProfilesPage, tools_words
from inara_desktop.pages.profiles_errands import FIELDS, profile_editor
from inara_desktop.pages.servers import ServerItem, ServersPage
from inara_desktop.pages.table_form import TableForm
from inara_desktop.pages.tools import ToolItem, ToolsPage
from inara_desktop.pages.web_search import WebSearchPage
from inara_desktop.style import Appearance
from inara_desktop.wording import translate
from inara_engine.settings import ProfileSettings, Settings
from tests.screenshots.settings_dialog import settings_dialog
from tests.screenshots.window import Scene


def settings_tools(appearance: Appearance) -> Sequence[QWidget]:
    page = ToolsPage(appearance)
    page.show_tools(
        [
            ToolItem(
                "read_file",
                "Read a text file and get its text. A long file comes in pieces: the last line says how to go on.",
                1,
                ("reads_private",),
                "inara",
                True,
            ),
            ToolItem(
                "write_file",
                "Write a text file: make a new one, or replace the whole text of one that exists. Missing folders are "
                "made. The person sees the change and is asked first.",
                2,
                ("mutates",),
                "inara",
                True,
            ),
            ToolItem(
                "run_command",
                "Run a program on the person's computer and get what it prints and its exit status.",
                3,
                ("can_exfiltrate", "mutates"),
                "inara",
                False,
            ),
            ToolItem(
                "web_fetch",
                "Read a public web page or text file: its text as Markdown, with its links.",
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
    return settings_dialog(appearance, page, "tools")


def settings_web_search(appearance: Appearance) -> Sequence[QWidget]:
    page = WebSearchPage(appearance)
    made = settings_dialog(appearance, page, "web_search")
    search = {"provider": "brave", "api_key": "keyring:web-search-brave"}
    page.set_settings(Settings.model_validate({"tools": {"web_search": search}}))
    page.key.show_state("The key “web-search-brave” is stored in the keyring.", stored=True)
    page.show_finding(FindingItem("", True, "https://api.search.brave.com answered in 0.4 s: “Weather today”."))
    return made


def settings_web_search_off(appearance: Appearance) -> Sequence[QWidget]:
    return settings_dialog(appearance, WebSearchPage(appearance), "web_search", (720, 520))


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
    return settings_dialog(appearance, page, "servers")


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
    return settings_dialog(appearance, page, "plugins")


def settings_plugins_none(appearance: Appearance) -> Sequence[QWidget]:
    page = PluginsPage(appearance)
    page.show_plugins([])
    return settings_dialog(appearance, page, "plugins", (720, 520))


def settings_plugin_question(appearance: Appearance) -> Sequence[QWidget]:
    made = settings_plugins(appearance)
    question = trust_question(appearance, made[1], "lights")
    question.open()
    return [*made, question]


def settings_policy_large(appearance: Appearance) -> Sequence[QWidget]:
    return settings_dialog(appearance, None, "policy", (2560, 1440))


def _profiles(appearance: Appearance) -> ProfilesPage:
    page = ProfilesPage(appearance)
    owner, guest = (as_sentence(choice_words(user)) for user in ("owner", "guest"))
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
    return settings_dialog(appearance, _profiles(appearance), "profiles")


def settings_profiles_small(appearance: Appearance) -> Sequence[QWidget]:
    return settings_dialog(appearance, _profiles(appearance), "profiles", (720, 520))


def settings_profile_editor(appearance: Appearance) -> Sequence[QWidget]:
    page = _profiles(appearance)
    made = settings_dialog(appearance, page, "profiles")
    form = TableForm(appearance, ProfileSettings, "profile", FIELDS)
    form.load({"persona": "butler", "roots": ["~/Kids"], "policy": {"user_role": "guest", "max_risk": 2}})
    editor, means = profile_editor(appearance, made[1], translate("ProfilesErrands", "Add a profile"), form, None)
    editor.name.setText("kids")
    means.set_text(tools_words(["read_file"] * 14, ("delete_file", "run_command", "http_request")))
    editor.open()
    return [*made, editor]


SCENES: tuple[Scene, ...] = (
    settings_tools,
    settings_web_search,
    settings_web_search_off,
    settings_servers,
    settings_plugins,
    settings_plugins_none,
    settings_plugin_question,
    settings_policy_large,
    settings_profiles,
    settings_profiles_small,
    settings_profile_editor,
)
