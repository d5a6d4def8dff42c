"""The transcript on a screen that scales by a fraction: no pixel of its edge is left unpainted."""

from __future__ import annotations

import os
import subprocess
import sys

PROBE = """
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from inara_desktop.transcript.view import TranscriptView
app = QApplication([])
outer = QWidget()
column = QVBoxLayout(outer)
column.setContentsMargins(0, 0, 0, 33)
column.addWidget(view := TranscriptView())
outer.resize(301, 300)
outer.show()
app.processEvents()
image = outer.grab().toImage()
bottom = int(view.height() * 1.5)
print(len({image.pixelColor(20, y).name() for y in range(10, bottom + 1)}))
"""


def test_the_last_half_of_a_pixel_is_painted_as_the_rest() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1.5"}
    ran = subprocess.run([sys.executable, "-c", PROBE], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.split()[-1] == "1"
