"""A transcript on screen, and the ways to look at it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from inara_desktop.transcript.view import TranscriptView


@pytest.fixture
def transcript(qtbot: QtBot) -> TranscriptView:
    view = TranscriptView()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def settled(qtbot: QtBot) -> Callable[[TranscriptView], None]:
    """Wait until all that was given to a transcript is on screen."""

    def wait(view: TranscriptView) -> None:
        qtbot.waitUntil(lambda: view.drained, timeout=20_000)

    return wait
