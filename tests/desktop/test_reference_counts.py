"""PySide6 must not drop references it doesn't own.

PySide6 6.12.0 does on Python 3.11: each signal takes one reference from True, each void call one from None, and
after some hundred the process aborts. pyproject.toml keeps that version out; this sees the next one that does it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 300
NOISE = 30  # what the interpreter itself may come and go by meanwhile


class Sender(QObject):
    sent = Signal(bool)

    def receive(self, value: bool) -> None:
        pass


def emit() -> Callable[[], object]:
    sender = Sender()
    sender.sent.connect(sender.receive)
    return lambda: sender.sent.emit(True)


def connect() -> Callable[[], object]:
    sender = Sender()

    def call() -> None:
        sender.sent.connect(sender.receive)
        sender.sent.disconnect(sender.receive)

    return call


def time() -> Callable[[], object]:
    timer = QTimer()

    def call() -> None:
        timer.start(60_000)
        timer.stop()

    return call


def update() -> Callable[[], object]:
    widget = QWidget()
    return widget.update


@pytest.mark.parametrize("action", [emit, connect, time, update])
def test_calls_leave_the_constants_their_references(qtbot: QtBot, action: Callable[[], Callable[[], object]]) -> None:
    call = action()
    before = [sys.getrefcount(constant) for constant in (True, False, None)]
    for _ in range(CALLS):
        call()
    after = [sys.getrefcount(constant) for constant in (True, False, None)]

    assert all(abs(now - then) < NOISE for now, then in zip(after, before, strict=True)), (before, after)
