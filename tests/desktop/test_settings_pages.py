"""The pages of the settings by themselves: what they show, and what they say the person wants."""

from __future__ import annotations

import hashlib
import hmac
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop import autostart
from inara_desktop.connect_values import FindingItem
from inara_desktop.licences import licences
from inara_desktop.pages.about_errands import as_text
from inara_desktop.pages.desktop import DesktopPage
from inara_desktop.pages.hooks_errands import curl_line
from inara_desktop.pages.memory import MemoryPage, ProposalItem
from inara_desktop.pages.models import ModelCard, ModelsPage
from inara_desktop.pages.page import Page
from inara_desktop.pages.personas import FileItem, PersonasPage
from inara_desktop.pages.plugins import PluginItem, PluginsPage
from inara_desktop.pages.profiles import ProfileItem, ProfilesPage, tools_words
from inara_desktop.pages.shortcuts import ShortcutsPage
from inara_desktop.pages.storage import BackupItem, StoragePage
from inara_desktop.pages.tools import ToolItem, ToolsPage
from inara_desktop.pages.web_search import WebSearchPage
from inara_desktop.style import Appearance
from inara_engine.settings import Settings

FILES = (FileItem("identity.md", "You are I.", 1, 3, 1500), FileItem("papers/house.md", "Nine rooms.", 3, 3, 8000))


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    parent = QWidget()
    parent.resize(900, 700)
    qtbot.addWidget(parent)
    yield parent
    parent.close()


def shown(parent: QWidget, page: Page) -> None:
    page.setParent(parent)
    page.resize(parent.size())
    parent.show()


def press(page: QWidget, name: str) -> None:
    page.findChild(QPushButton, name).click()


def said(page: QWidget) -> str:
    QApplication.processEvents()  # what was put into a layout shows itself then
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_a_model_says_where_it_is_how_its_key_stands_and_what_a_test_found(
    appearance: Appearance, parent: QWidget, qtbot: QtBot
) -> None:
    page = ModelsPage(appearance)
    shown(parent, page)
    page.show_models(
        [
            ModelCard("a", "A", "openai", "127.0.0.1:1", local=True, first=True),
            ModelCard(
                "b", "B", "anthropic", "x.org", local=False, first=False, key="The key is missing.", key_well=False
            ),
        ]
    )
    assert "The key is missing." in said(page)
    assert page.findChild(QPushButton, "first_a") is None  # it answers already
    with qtbot.waitSignal(page.wanted) as heard:
        press(page, "test_b")
    assert heard.args == ["test", "b"]
    page.show_findings("b", [FindingItem("Model b", False, "<b>no</b>", "Do this.")])
    assert "<b>no</b> Do this." in said(page)


def test_what_is_typed_is_written_when_one_leaves_it(appearance: Appearance, parent: QWidget, qtbot: QtBot) -> None:
    page = PersonasPage(appearance)
    shown(parent, page)
    page.show_personas(["inara"], "inara", "inara")
    page.show_files(FILES)
    page.editor.text.setFocus()
    qtbot.keyClicks(page.editor.text, "Now: ")
    with qtbot.waitSignal(page.editor.written) as heard:
        page.files.setCurrentRow(1)
    assert heard.args == ["identity.md", "Now: You are I.", "You are I."]
    assert page.editor.path == "papers/house.md"
    qtbot.keyClicks(page.editor.text, "X")
    with qtbot.waitSignal(page.editor.written) as heard:
        page.hide()  # as when the settings are closed
    assert heard.args[1] == "XNine rooms."


@pytest.mark.parametrize("there", ["Now: You are I.", "Somebody else's."])
def test_what_is_typed_on_while_the_file_is_read_anew_stays(
    there: str, appearance: Appearance, parent: QWidget, qtbot: QtBot
) -> None:
    """It was just saved, or somebody else has changed it: then saving says so."""
    page = PersonasPage(appearance)
    shown(parent, page)
    page.show_personas(["inara"], "inara", "inara")
    page.show_files(FILES)
    page.editor.text.setFocus()
    qtbot.keyClicks(page.editor.text, "Now: ")
    page.editor.keep()
    qtbot.keyClicks(page.editor.text, "and ")
    page.show_files([FILES[0]._replace(text=there), *FILES[1:]])
    qtbot.keyClicks(page.editor.text, "then ")
    with qtbot.waitSignal(page.editor.written) as heard:
        page.editor.keep()
    assert heard.args[1] == "Now: and then You are I."
    assert heard.args[2] == (there if there.startswith("Now") else "You are I.")


def test_a_file_that_changed_meanwhile_leaves_the_choice_to_the_person(
    appearance: Appearance, parent: QWidget, qtbot: QtBot
) -> None:
    page = PersonasPage(appearance)
    shown(parent, page)
    page.show_personas(["inara"], "inara", "inara")
    page.show_files(FILES)
    page.editor.text.setPlainText("Mine")
    page.editor.show_problem("It was changed meanwhile.", conflict=True)
    with qtbot.assertNotEmitted(page.editor.written):
        page.editor.keep()  # nothing goes over it by itself
    with qtbot.waitSignal(page.editor.written) as heard:
        page.editor.mine.click()
    assert heard.args[1] == "Mine"
    assert page.editor.theirs.isHidden()


def test_what_is_chosen_before_the_memory_is_read_is_shown_then(
    appearance: Appearance, parent: QWidget, qtbot: QtBot
) -> None:
    page = MemoryPage(appearance)
    shown(parent, page)
    press(page, "level_mid")
    qtbot.keyClicks(page.editor.text, "Nowhere to go.")
    with qtbot.assertNotEmitted(page.forgetWanted):
        press(page, "forgetLevel")
    page.show_personas(["inara"], "inara")
    levels = [("long", "Likes tea."), ("mid", "Has a cat."), ("short", "")]
    page.show_levels([FileItem(f"memory/{name}.md", text, 2, 3, 400) for name, text in levels])
    assert (page.editor.path, page.editor.text.toPlainText()) == ("memory/mid.md", "Has a cat.")
    with qtbot.waitSignal(page.forgetWanted) as heard:
        press(page, "forgetLevel")
    assert heard.args == ["memory/mid.md"]


def test_the_prompt_of_each_tier_can_be_seen(appearance: Appearance, parent: QWidget, qtbot: QtBot) -> None:
    page = PersonasPage(appearance)
    shown(parent, page)
    page.show_prompt(0, 0, "")
    assert "told neither who it is" in said(page)
    tiers = [button for button in page.findChildren(QPushButton) if button.accessibleName().startswith("Tier ")]
    with qtbot.waitSignal(page.tierChosen) as heard:
        qtbot.mouseClick(tiers[3], Qt.MouseButton.LeftButton)
    assert heard.args == [3]


def test_a_proposal_is_seen_before_it_is_kept(appearance: Appearance, parent: QWidget, qtbot: QtBot) -> None:
    page = MemoryPage(appearance)
    shown(parent, page)
    page.show_distilling()
    assert not page.distill.isEnabled()
    page.show_proposal(ProposalItem("-old\n+new", ("One was left out.",)))
    assert "One was left out." in said(page)
    with qtbot.waitSignal(page.keepWanted):
        press(page, "keepProposal")
    page.show_proposal(None)
    assert page.distill.isEnabled()


def test_a_tool_that_another_setting_rules_out_has_no_switch_and_says_why(
    appearance: Appearance, parent: QWidget, qtbot: QtBot
) -> None:
    page = ToolsPage(appearance)
    shown(parent, page)
    page.show_tools(
        [
            ToolItem("read_file", "Reads.", 1, ("reads_private",), "inara", on=True),
            ToolItem("run_command", "Runs.", 3, (), "inara", on=False, why="Its risk is 3.", switchable=False),
        ]
    )
    assert not page.findChild(QCheckBox, "tool_run_command").isEnabled()
    assert "Its risk is 3." in said(page)
    with qtbot.waitSignal(page.switched) as heard:
        page.findChild(QCheckBox, "tool_read_file").click()
    assert heard.args == ["read_file", False]


def test_the_keys_of_the_quick_prompt_are_caught_as_they_are_pressed(
    appearance: Appearance, parent: QWidget, qtbot: QtBot
) -> None:
    page = ShortcutsPage(appearance, "inara quick")
    shown(parent, page)
    with qtbot.waitSignal(page.chosen, timeout=3000) as heard:
        qtbot.keyClick(page.keys, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert heard.args == ["Ctrl+Alt+J"]
    page.show_state("This desktop gives its keys to no program.")
    assert "gives its keys to no program" in said(page)
    assert page.findChild(QLabel, "quickCommand").text() == "inara quick"


def test_a_backup_can_be_put_back_and_the_wish_taken_back(
    appearance: Appearance, parent: QWidget, qtbot: QtBot
) -> None:
    page = StoragePage(appearance)
    shown(parent, page)
    page.show_trash(0)
    assert not page.empty.isEnabled()
    page.show_backups([BackupItem("inara-1", "today", 1_000_000)], "inara-1")
    with qtbot.waitSignal(page.backupWanted) as heard:
        press(page, "restore_inara-1")
    assert heard.args == ["restore", "inara-1"]
    with qtbot.waitSignal(page.wanted) as heard:
        press(page, "storage_keep")
    assert heard.args == ["keep"]


def test_starting_with_the_desktop_is_a_file_and_what_hinders_it_is_told(
    appearance: Appearance, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    autostart.switch(on=True)
    assert autostart.is_on()
    assert "inara_desktop --hidden\n" in (tmp_path / "autostart/app.inara.Inara.desktop").read_text()
    autostart.switch(on=False)
    assert not autostart.is_on()
    monkeypatch.setenv("FLATPAK_ID", "app.inara.Inara")  # where XDG_CONFIG_HOME is the sandbox's own
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    autostart.switch(on=True)
    entry = tmp_path / "home/.config/autostart/app.inara.Inara.desktop"
    assert "Exec=flatpak run app.inara.Inara" in entry.read_text()
    page = DesktopPage(appearance, "Desktop")
    shown(parent, page)
    page.show_autostart(on=False, problem="It can't be written.")
    assert "It can't be written." in said(page)


def test_the_text_for_a_report_names_no_person() -> None:
    text = as_text(
        "1", [("Data", "/home/ada/inara")], [FindingItem("Keyring", False, "Locked.", "Unlock.")], Path("/home/ada")
    )
    assert text == "Inara 1\nData: ~/inara\n\n[!!] Keyring: Locked. Unlock.\n"
    assert "PySide6" in licences()


def test_the_line_that_calls_a_hook_signs_as_the_interface_checks() -> None:
    line = curl_line("http://127.0.0.1:1", "gitea", signed=True)
    signing = line.partition("X-Hub-Signature-256: ")[2].partition('" -d')[0]
    environ = {**os.environ, "BODY": '{"a": "b c"}', "SECRET": "s3cret"}
    made = subprocess.run(
        ["sh", "-c", f'printf %s "{signing}"'], env=environ, capture_output=True, text=True, check=True
    )
    assert made.stdout == "sha256=" + hmac.new(b"s3cret", b'{"a": "b c"}', hashlib.sha256).hexdigest()
    assert "s3cret" not in line


def test_the_profile_in_use_can_not_be_removed(appearance: Appearance, parent: QWidget, qtbot: QtBot) -> None:
    page = ProfilesPage(appearance)
    shown(parent, page)
    page.show_profiles(
        [
            ProfileItem("kids", True, True, "Guest", tools_words(["read_file"], ["run_command"])),
            ProfileItem("me", False, True, "Owner", tools_words(["read_file", "run_command"], [])),
        ]
    )
    assert "Left out: run_command." in said(page)
    assert "use another one first" in said(page)
    assert page.findChild(QPushButton, "remove_profile_kids") is None
    for act in ("use", "remove"):
        with qtbot.waitSignal(page.wanted) as heard:
            press(page, f"{act}_profile_me")
        assert heard.args == [act, "me"]


def test_a_plugin_shows_what_it_brought_or_why_it_brought_nothing(
    appearance: Appearance, parent: QWidget, qtbot: QtBot
) -> None:
    page = PluginsPage(appearance)
    shown(parent, page)
    page.show_plugins([])
    assert "None is installed." in said(page)
    page.show_plugins(
        [
            PluginItem("words", True, tools=(("words__count", "Count the <b>words</b>."),)),
            PluginItem("gone", True, problem="It is not installed."),
            PluginItem("lights", False),
        ]
    )
    assert "Count the <b>words</b>." in said(page)
    assert "It is not installed." in said(page)
    for name, on in (("lights", True), ("words", False)):
        with qtbot.waitSignal(page.switched) as heard:
            press(page, f"switch_{name}")
        assert heard.args == [name, on]


def test_a_search_service_that_wants_a_key_has_a_place_for_it(appearance: Appearance, parent: QWidget) -> None:
    page = WebSearchPage(appearance)
    shown(parent, page)
    page.set_settings(Settings())
    assert not page.test.isEnabled()
    assert page.key.isHidden()
    brave = {"provider": "brave", "api_key": "keyring:web-search-brave"}
    page.set_settings(Settings.model_validate({"tools": {"web_search": brave}}))
    assert page.test.isEnabled()
    assert not page.key.isHidden()
    assert "On: models may search." in said(page)
    page.show_key("No key is kept yet.", stored=False, lacking=True)
    assert "On: models may search." not in said(page)
    page.show_key("The key is stored.", stored=True, lacking=False)
    assert "On: models may search." in said(page)
    page.show_key("No key is kept yet.", stored=False, lacking=True)
    page.set_settings(Settings())
    assert "Off: no service is set up, so models can't search." in said(page)
    page.show_problem("url", "Not a web address.")
    assert "Not a web address." in said(page)
