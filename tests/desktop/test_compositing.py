"""Menus where nothing blends windows with what is behind them: their corners are no black spots."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.compositing import note_composited
from inara_desktop.controls import menu
from inara_desktop.style import Appearance


@pytest.fixture(autouse=True)
def forgotten(qapp: QApplication) -> Iterator[None]:
    yield
    note_composited(composited=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_menu_has_no_see_through_corner_where_no_compositor_runs(
    qtbot: QtBot, qapp: QApplication, scheme: str
) -> None:
    appearance = Appearance(qapp, "dark" if scheme == "dark" else "light")
    parent = QWidget()
    qtbot.addWidget(parent)
    for composited in (True, False):
        note_composited(composited=composited)
        opened = menu(parent)
        opened.addAction("Rename")
        opened.ensurePolished()
        opened.resize(opened.sizeHint())
        assert opened.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground) is composited
        if not composited:
            corner = opened.grab().toImage().pixelColor(0, 0)
            assert corner == QColor(appearance.theme.colors.border_strong)
        opened.deleteLater()
    appearance.deleteLater()
