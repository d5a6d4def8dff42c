"""The settings: made from their declarations, applied at once, a wrong value told beside its field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.settings_dialog import PAGES, SettingsDialog
from inara_desktop.style import Appearance
from inara_engine.settings import AppearanceSettings, DesktopSettings, PolicySettings, Settings


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication) -> Iterator[SettingsDialog]:
    parent = QWidget()
    parent.resize(1100, 760)
    qtbot.addWidget(parent)
    settings = Settings(appearance=AppearanceSettings(theme="dark"), policy=PolicySettings(blacklist=("run_command",)))
    yield SettingsDialog(Appearance(qapp, "light"), settings, parent)
    parent.close()


def test_every_simple_setting_has_its_control_with_its_own_words(dialog: SettingsDialog) -> None:
    assert [dialog.pages.item(row).text() for row in range(dialog.pages.count())] == [title for title, _ in PAGES]
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    for table in (AppearanceSettings, DesktopSettings, PolicySettings):
        for field in table.model_fields.values():
            if field.title not in {"Allow", "Deny"}:  # rules have a list of their own
                assert str(field.description) in said
    assert dialog.findChild(QComboBox, "appearance_theme").currentText() == "dark"
    assert dialog.findChild(QPlainTextEdit, "policy_blacklist").toPlainText() == "run_command"
    assert all(box.accessibleName() for box in dialog.findChildren(QCheckBox))


def test_what_is_changed_is_told_by_its_path_in_the_file(dialog: SettingsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.changed) as told:
        dialog.findChild(QCheckBox, "desktop_close_to_tray").click()
    assert tuple(told.args[0]) == (("desktop", "close_to_tray"), True)
    line = dialog.findChild(QLineEdit, "api_port")
    line.setText("9000")
    with qtbot.waitSignal(dialog.changed) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert tuple(told.args[0]) == (("api", "port"), 9000)
    assert dialog.result() == 0  # Enter in a field closes nothing


def test_a_wrong_value_is_told_beside_its_field_and_stays(dialog: SettingsDialog, qtbot: QtBot) -> None:
    line = dialog.findChild(QLineEdit, "appearance_text_scale")
    line.setText("huge")
    with qtbot.assertNotEmitted(dialog.changed):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "That is no number." in [label.text() for label in line.parentWidget().findChildren(QLabel)]
    dialog.show_problem(("appearance", "text_scale"), "Expected a number from 0.5 to 3.")
    assert "Expected a number from 0.5 to 3." in [label.text() for label in line.parentWidget().findChildren(QLabel)]
    assert line.text() == "huge"
    dialog.set_settings(Settings())
    assert line.text() == "1.0"
