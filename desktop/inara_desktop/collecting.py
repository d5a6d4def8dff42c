"""The collector of cyclic garbage kept away from frames: a full sweep of a long conversation holds the loop for 0.1 s.

Reference counts free nearly all there is; the rest waits for a moment in which nothing moves and nobody types.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer, Slot

from inara_desktop.transcript.view import TranscriptView
from inara_desktop.window import MainWindow

__all__ = ["Collecting", "put_off"]

QUIET_MS = 3000
WORTH_IT = 20  # sweeps of the younger objects since the last full one
AT_LAST = 2000  # so many, and a full sweep comes whenever it likes: memory must not grow without end


def put_off() -> None:
    """From now on full sweeps come by themselves after very long only. What measures frames does the same."""
    gc.set_threshold(*gc.get_threshold()[:2], AT_LAST)


class Collecting(QObject):
    """From when it is made until the window closes."""

    def __init__(self, window: MainWindow, view: TranscriptView) -> None:
        super().__init__(window)
        self._window = window
        self._thresholds = gc.get_threshold()
        put_off()
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._on_quiet)
        view.moved.connect(self._quiet.start)
        window.closed.connect(self._on_closed)

    @Slot()
    def _on_quiet(self) -> None:
        typed_s = time.monotonic() - self._window.composer.editor.typed_at
        if typed_s * 1000 < QUIET_MS:
            self._quiet.start()
        elif gc.get_count()[2] >= WORTH_IT:
            gc.unfreeze()
            gc.collect()
            gc.freeze()  # what is there now is left alone by a sweep that can't wait

    @Slot()
    def _on_closed(self) -> None:
        self._quiet.stop()
        gc.unfreeze()
        gc.set_threshold(*self._thresholds)
