"""The context meter: there once something is known, a warning when it gets full."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inara_desktop.context_meter import ContextMeter
from inara_desktop.style import Appearance
from inara_desktop.values import ContextFill


@pytest.fixture
def meter(qapp: QApplication, qtbot: QtBot) -> Iterator[ContextMeter]:
    appearance = Appearance(qapp, "light")
    made = ContextMeter(appearance)
    qtbot.addWidget(made)
    yield made
    appearance.deleteLater()


def test_it_is_hidden_until_something_is_known(meter: ContextMeter) -> None:
    meter.show_fill(None)
    assert not meter.isVisibleTo(None)
    meter.show_fill(ContextFill(8192, 32_768))
    assert not meter.isHidden()
    assert (meter.accessibleName(), meter.toolTip()) == (
        "The conversation fills 25% of what its model can read: 8192 of 32768 tokens",
    ) * 2


@pytest.mark.parametrize(
    ("used", "tone"),
    [(10, "muted"), (24_575, "muted"), (24_576, "warning_text"), (31_000, "danger_text"), (99_999, "danger_text")],
)
def test_it_warns_near_the_end(meter: ContextMeter, used: int, tone: str) -> None:
    meter.show_fill(ContextFill(used, 32_768))
    meter.resize(meter.sizeHint())
    meter.grab()
    assert meter.tone == tone
    assert ("summed up soon" in meter.accessibleName()) == (tone == "danger_text")


def test_without_a_known_window_it_says_how_long_the_conversation_is(meter: ContextMeter) -> None:
    meter.show_fill(ContextFill(12_345, None))
    assert meter.share is None
    assert "12345 tokens long" in meter.accessibleName()
    wide = meter.sizeHint().width()
    meter.show_fill(ContextFill(12_345, 100_000))
    assert meter.sizeHint().width() > wide - 40
