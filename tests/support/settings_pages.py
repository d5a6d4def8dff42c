"""Getting at a page of the settings as a person does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from inara_desktop.settings_dialog import SettingsDialog


def turned_to(dialog: SettingsDialog, title: str) -> QWidget:
    """The page that is shown once its title in the list is chosen."""
    [item] = dialog.pages.findItems(title, Qt.MatchFlag.MatchExactly)
    dialog.pages.setCurrentItem(item)
    stack = dialog.findChild(QStackedWidget)
    assert stack is not None
    return stack.currentWidget()
