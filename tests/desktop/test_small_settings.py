"""The settings in the smallest window, in German, whose words are longer: nothing of any page is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from inara_desktop.settings_dialog import SettingsDialog
from inara_desktop.style import Appearance
from tests.screenshots import settings_models, settings_program, settings_tools
from tests.screenshots.settings_dialog import FORMS, settings_dialog
from tests.screenshots.window import Scene

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

SCENES: dict[str, Scene] = {
    scene.__name__: scene for area in (settings_models, settings_tools, settings_program) for scene in area.SCENES
} | {name: lambda appearance, name=name: settings_dialog(appearance, None, name) for name in sorted(FORMS)}


@pytest.mark.parametrize("name", SCENES)
def test_no_page_is_wider_than_a_small_window(name: str, qapp: QApplication, qtbot: QtBot, german: None) -> None:
    appearance = Appearance(qapp, "light")
    widgets = SCENES[name](appearance)
    dialog = next(widget for widget in widgets if isinstance(widget, SettingsDialog))
    dialog.resize(720, 520)
    QApplication.processEvents()
    page = next(area for area in dialog.findChildren(QScrollArea) if area.isVisible() and area.widget())
    wanted, there = page.widget().minimumSizeHint().width(), page.viewport().width()
    for widget in reversed(widgets):
        widget.close()
        widget.deleteLater()
    appearance.deleteLater()
    assert wanted <= there
