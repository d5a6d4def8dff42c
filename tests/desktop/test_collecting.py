"""Full sweeps of the garbage collector come when nothing moves and nobody types."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inara_desktop import collecting
from inara_desktop.collecting import Collecting
from inara_desktop.style import Appearance
from inara_desktop.transcript.rows import UserRow
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(collecting, "QUIET_MS", 50)
    monkeypatch.setattr(collecting, "WORTH_IT", 1)
    appearance = Appearance(qapp, "light")
    made = MainWindow(appearance, TranscriptView)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.quit()
    appearance.deleteLater()


def full_sweeps() -> int:
    return gc.get_stats()[2]["collections"]


def test_it_waits_until_nothing_moves_and_nobody_types(window: MainWindow, qtbot: QtBot) -> None:
    view = window.transcript
    assert isinstance(view, TranscriptView)
    thresholds = gc.get_threshold()
    Collecting(window, view)
    window.show_page("transcript")
    for _ in range(3):
        gc.collect(1)
    before = full_sweeps()
    window.composer.editor.typed_at = time.monotonic() + 600
    view.load([UserRow("u", "Hello")])
    qtbot.wait(150)
    assert full_sweeps() == before, "somebody types"
    window.composer.editor.typed_at = 0.0
    qtbot.waitUntil(lambda: full_sweeps() > before)
    assert gc.get_freeze_count() > 0

    window.quit()
    assert (gc.get_threshold(), gc.get_freeze_count()) == (thresholds, 0)
