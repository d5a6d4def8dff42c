"""A row of controls that takes a further line where it is too narrow, instead of being cut off."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.wrap_row import WrapRow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so


def row(qtbot: QtBot, width: int, *, spring: int | None = None) -> list[tuple[int, int]]:
    """Where four boxes of 100 by 30 pixels stand."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    wrapped = WrapRow(10)
    boxes = [QWidget() for _ in range(4)]
    for n, box in enumerate(boxes):
        if n == spring:
            wrapped.add_spring()
        box.setFixedSize(100, 30)
        wrapped.addWidget(box)
    column.addLayout(wrapped)
    column.addStretch(1)
    page.resize(width, 200)
    page.show()
    return [(box.x(), box.y()) for box in boxes]


def test_what_fits_stands_in_one_line(qtbot: QtBot) -> None:
    assert row(qtbot, 430) == [(0, 0), (110, 0), (220, 0), (330, 0)]


def test_what_does_not_fit_goes_below(qtbot: QtBot) -> None:
    assert row(qtbot, 320) == [(0, 0), (110, 0), (220, 0), (0, 40)]
    assert row(qtbot, 100) == [(0, 0), (0, 40), (0, 80), (0, 120)]


def test_what_comes_after_the_spring_stands_at_the_right_end_of_its_line(qtbot: QtBot) -> None:
    assert row(qtbot, 500, spring=3) == [(0, 0), (110, 0), (220, 0), (400, 0)]
    assert row(qtbot, 320, spring=3) == [(0, 0), (110, 0), (220, 0), (220, 40)]
    assert row(qtbot, 220, spring=0) == [(10, 0), (120, 0), (10, 40), (120, 40)]
