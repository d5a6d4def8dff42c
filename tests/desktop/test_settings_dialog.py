"""The settings: made from their declarations, applied at once, a wrong value told beside its field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.pages.declared import declared
from inara_desktop.pages.editor import Editor
from inara_desktop.pages.form_page import FormPage
from inara_desktop.pages.roles import RoleChange, RolesPage
from inara_desktop.pages.table_form import TableForm
from inara_desktop.settings_dialog import Entry, SettingsDialog
from inara_desktop.style import Appearance
from inara_engine.settings import (
    AppearanceSettings,
    DesktopSettings,
    HookSettings,
    McpServerSettings,
    ModelSettings,
    PolicySettings,
    RoleSettings,
    ScheduleSettings,
    Settings,
)
from tests.support.settings_pages import turned_to

TABLES = ("appearance", "desktop", "policy", "api")


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    parent = QWidget()
    parent.resize(1100, 760)
    qtbot.addWidget(parent)
    yield parent
    parent.close()


@pytest.fixture
def dialog(appearance: Appearance, parent: QWidget) -> SettingsDialog:
    settings = Settings(appearance=AppearanceSettings(theme="dark"), policy=PolicySettings(blacklist=("run_command",)))
    entries = [Entry(name, name, lambda name=name: FormPage(appearance, name, name)) for name in TABLES]
    return SettingsDialog(appearance, settings, entries, parent)


def page(dialog: SettingsDialog, key: str) -> FormPage:
    found = turned_to(dialog, key)
    assert isinstance(found, FormPage)
    return found


def told(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so
def test_where_there_is_room_no_page_is_below_the_end_of_the_list(appearance: Appearance, parent: QWidget) -> None:
    parent.resize(2560, 1440)
    entries = [Entry(f"page {n}", f"Page {n}", lambda: FormPage(appearance, "api", "api")) for n in range(25)]
    dialog = SettingsDialog(appearance, Settings(), entries, parent)
    dialog.show()
    assert dialog.pages.verticalScrollBar().maximum() == 0
    assert parent.rect().contains(dialog.rect())


def test_every_simple_setting_has_its_control_with_its_own_words(dialog: SettingsDialog) -> None:
    for key, table in (("appearance", AppearanceSettings), ("desktop", DesktopSettings), ("policy", PolicySettings)):
        said = "\n".join(told(page(dialog, key)))
        for field in table.model_fields.values():
            assert str(field.description) in said
    assert dialog.findChild(QComboBox, "appearance_theme").currentData() == "dark"
    assert dialog.findChild(QPlainTextEdit, "policy_blacklist").toPlainText() == "run_command"
    assert all(box.accessibleName() for box in dialog.findChildren(QCheckBox))


def test_a_page_is_made_when_it_is_looked_at_and_then_stays_true(dialog: SettingsDialog) -> None:
    assert dialog.findChild(QCheckBox, "desktop_close_to_tray") is None
    page(dialog, "desktop")
    dialog.set_settings(Settings(desktop=DesktopSettings(close_to_tray=True)))
    assert dialog.findChild(QCheckBox, "desktop_close_to_tray").isChecked()


def test_keys_go_from_page_to_page_over_the_headings(appearance: Appearance, parent: QWidget, qtbot: QtBot) -> None:
    names = ("", "appearance", "desktop", "", "api")
    entries = [
        Entry(name, name, (lambda name=name: FormPage(appearance, name, name)) if name else None) for name in names
    ]
    pages = SettingsDialog(appearance, Settings(), entries, parent).pages
    seen = [pages.currentItem().text()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Up):
        qtbot.keyClick(pages, key)
        seen.append(pages.currentItem().text())
    assert seen == ["appearance", "desktop", "api", "desktop", "api", "appearance", "appearance"]


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so
def test_tab_goes_as_one_reads_list_fields_buttons_and_back(dialog: SettingsDialog, qtbot: QtBot) -> None:
    with qtbot.waitExposed(dialog):
        dialog.open()
    form = page(dialog, "desktop")
    page(dialog, "api")
    page(dialog, "desktop")  # an earlier page, made again part of the way
    fields = [f"desktop_{name}" for name in DesktopSettings.model_fields]
    way = [*fields, "settingsFile", "settingsClose", "settingsPages"]
    dialog.pages.setFocus()
    seen = []
    for _ in way:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        here = dialog.focusWidget()
        seen.append(here.objectName())
        if form.isAncestorOf(here):
            spot = here.mapTo(form.viewport(), here.rect().center())
            assert form.viewport().rect().contains(spot)  # scrolled to
    assert seen == way
    back = []
    for _ in way:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Backtab)
        back.append(dialog.focusWidget().objectName())
    assert back == [*reversed(way[:-1]), way[-1]]
    dialog.close()


def test_what_is_changed_is_told_by_its_path_in_the_file(dialog: SettingsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page(dialog, "desktop").changed) as heard:
        dialog.findChild(QCheckBox, "desktop_close_to_tray").click()
    assert tuple(heard.args[0]) == (("desktop", "close_to_tray"), True)
    api = page(dialog, "api")
    line = dialog.findChild(QLineEdit, "api_port")
    line.setText("9000")
    with qtbot.waitSignal(api.changed) as heard:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert tuple(heard.args[0]) == (("api", "port"), 9000)
    assert dialog.result() == 0  # Enter in a field closes nothing


def test_a_wrong_value_is_told_beside_its_field_and_stays(dialog: SettingsDialog, qtbot: QtBot) -> None:
    form = page(dialog, "appearance")
    line = dialog.findChild(QLineEdit, "appearance_text_scale")
    line.setText("huge")
    with qtbot.assertNotEmitted(form.changed):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "That is no number." in told(line.parentWidget())
    form.show_problem(("appearance", "text_scale"), "Expected a number from 0.5 to 3.")
    assert "Expected a number from 0.5 to 3." in told(line.parentWidget())
    assert line.text() == "huge"
    dialog.set_settings(Settings())
    assert line.text() == "1.0"


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (
            ModelSettings,
            {"provider": "anthropic", "model": "x", "price": {"input": 3.0}, "extra": {"temperature": 0.5}},
        ),
        (
            ScheduleSettings,
            {"name": "m", "cron": "0 7 * * *", "task": "Look\nat my notes", "tier": 3, "respond_with_final": False},
        ),
        (HookSettings, {"task": "Say what happened", "secret": "keyring:gitea", "mode": "chat"}),
        (McpServerSettings, {"command": "npx", "args": ["-y", "a b"], "env": {"A": "1"}, "capabilities": ["mutates"]}),
        (RoleSettings, {"models": ["a", "b"], "tools": ["read_file"], "inject_mode": False}),
    ],
)
def test_what_a_form_was_given_it_gives_back(
    appearance: Appearance, parent: QWidget, table: type[Any], values: dict[str, Any]
) -> None:
    form = TableForm(appearance, table, "t")
    form.setParent(parent)
    form.load(values)
    assert form.check()
    assert form.filled().values() == values
    assert form.filled().changes(values) == []
    form.load({})
    assert not {name for name in form.filled().values() if name not in {"name", "cron", "task", "provider"}}


def test_a_change_touches_only_what_was_changed(appearance: Appearance, parent: QWidget) -> None:
    form = TableForm(appearance, ModelSettings, "model")
    form.setParent(parent)
    before = {
        "provider": "openai",
        "model": "x",
        "max_rounds": 16,
        "price": {"input": 1.0, "output": 2.0},
        "label": "X",
    }
    form.load(before)
    line = form.field("price.output").control
    assert isinstance(line, QLineEdit)
    line.setText("2.5")
    label = form.field("label").control
    assert isinstance(label, QLineEdit)
    label.setText("")
    assert form.filled().changes(before) == [(("label",), ""), (("price", "output"), 2.5)]


def test_a_rule_is_typed_as_a_tool_and_where_it_is_meant_for_one_a_folder(
    appearance: Appearance, parent: QWidget
) -> None:
    form = TableForm(appearance, PolicySettings, "policy")
    form.setParent(parent)
    values = {"max_risk": 2, "allow": ["remember", {"tool": "write_file", "under": "~/My notes"}]}
    form.load(values)
    lines = form.field("allow").control
    assert isinstance(lines, QPlainTextEdit)
    assert lines.toPlainText() == "remember\nwrite_file ~/My notes"
    assert form.filled().values() == values
    assert PolicySettings.model_validate(form.filled().values(defaults=True)) == PolicySettings.model_validate(values)


def test_every_declared_table_has_words_for_each_field() -> None:
    for table in (ModelSettings, RoleSettings, ScheduleSettings, HookSettings, McpServerSettings):
        for one in declared(table):
            assert one.title
            assert one.description or one.kind == "table"


def test_what_an_entry_is_refused_for_stands_beside_the_field_also_behind_more(
    appearance: Appearance, parent: QWidget
) -> None:
    form = TableForm(appearance, ModelSettings, "model", ("provider", "base_url"), ("price", "api_key"))
    editor = Editor(appearance, parent, "Add", form, None)
    editor.refuse(
        ("models", "m"),
        [
            (("models", "m", "base_url"), "Not a web address."),
            (("models", "m", "price", "input"), "Too small."),
            (("models", "m"), "Not usable as a name."),
            (("api", "port"), "Too large."),
        ],
    )
    assert "Not a web address." in told(form.field("base_url"))
    assert "Too small." in told(form.field("price.input"))
    assert not form.field("price.input").parentWidget().isHidden()
    assert {"Not usable as a name.", "api.port: Too large."} <= set(told(editor))


def test_an_entry_needs_a_name(appearance: Appearance, parent: QWidget, qtbot: QtBot) -> None:
    editor = Editor(appearance, parent, "Add", TableForm(appearance, HookSettings, "hook"), None)
    with qtbot.assertNotEmitted(editor.saved):
        editor.save.click()
    assert "It needs a name." in told(editor)


def test_models_of_a_role_are_put_in_order(appearance: Appearance, parent: QWidget, qtbot: QtBot) -> None:
    roles = RolesPage(appearance)
    roles.setParent(parent)
    settings = Settings.model_validate(
        {
            "models": {name: {"provider": "anthropic", "model": name} for name in ("a", "b", "c")},
            "roles": {"orchestrator": {"models": ["a", "b"]}, "research": {}},
        }
    )
    roles.set_settings(settings)
    for button, names in (("down_orchestrator_a", ["b", "a"]), ("out_orchestrator_b", ["a"])):
        with qtbot.waitSignal(roles.changed) as heard:
            roles.findChild(QWidget, button).click()  # pyright: ignore[reportAttributeAccessIssue] (a button)
        assert heard.args[0] == RoleChange("orchestrator", "models", names)
    assert roles.findChild(QWidget, "role_research_tools") is not None
    assert roles.findChild(QWidget, "role_title_tools") is None  # it calls no tools


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so
def test_who_orders_models_by_keys_stays_at_the_model(appearance: Appearance, parent: QWidget, qtbot: QtBot) -> None:
    """The rows are made anew; the focus went to "Add a role", and the next Space with it."""
    roles = RolesPage(appearance)
    roles.setParent(parent)
    roles.resize(parent.size())
    with qtbot.waitActive(parent):
        parent.show()
        parent.activateWindow()

    def show(*names: str) -> None:
        models = {name: {"provider": "anthropic", "model": name} for name in ("a", "b", "c")}
        roles.set_settings(
            Settings.model_validate({"models": models, "roles": {"orchestrator": {"models": list(names)}}})
        )
        QApplication.processEvents()

    show("a", "b", "c")
    roles.findChild(QWidget, "up_orchestrator_c").setFocus()
    show("a", "c", "b")
    assert QApplication.focusWidget().objectName() == "up_orchestrator_c"
    show("c", "a", "b")
    assert QApplication.focusWidget().objectName() == "down_orchestrator_c"
    show("a", "c", "b")
    show("a", "b", "c")
    assert QApplication.focusWidget().objectName() == "up_orchestrator_c", "the next Space takes it out"
