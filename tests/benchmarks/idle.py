"""What the open window costs when nobody does anything: CPU, wake-ups and memory, beside bare windows.

One has a text field, whose cursor blinks as the composer's does; one runs on qasync; one has loaded the libraries as
well that the open window needs, with nothing of Inara. Inara is there on its very first start and with a model in its
settings. `python -m tests.benchmarks idle [SECONDS]`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.measure import ROOT, child_environ, print_table

SETTLE_S = 8.0
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.exec()
"""
FIELD = """
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit
app = QApplication([])
window = QMainWindow()
field = QPlainTextEdit()
window.setCentralWidget(field)
window.show()
window.activateWindow()
field.setFocus()
app.exec()
"""

QASYNC = """
import asyncio, qasync
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
with qasync.QEventLoop(app) as loop:
    loop.run_forever()
"""
LIBRARIES = """
from inara_desktop.plain_imports import import_plainly
import_plainly()
import sqlite3
from PySide6 import QtDBus, QtNetwork, QtSvg
from pydantic import BaseModel
class Model(BaseModel):
    number: int
"""
MODEL = """
[models.local]
provider = "openai"
base_url = "http://127.0.0.1:9/v1"
model = "qwen3:8b"
[roles.orchestrator]
models = ["local"]
"""
INARA = [sys.executable, "-m", "inara_desktop"]
WINDOWS = {
    "bare window": ([sys.executable, "-c", BARE], ""),
    "with a text field": ([sys.executable, "-c", FIELD], ""),
    "on qasync": ([sys.executable, "-c", QASYNC], ""),
    "and the libraries": ([sys.executable, "-c", LIBRARIES + QASYNC], ""),
    "inara, first start": (INARA, ""),
    "inara with a model": (INARA, MODEL),
}


def main(seconds: int = 10) -> None:
    """Print the table."""
    rows: list[tuple[object, ...]] = []
    floor_mb = 0.0
    for name, (command, config) in WINDOWS.items():
        with tempfile.TemporaryDirectory(prefix="inara-benchmark-", ignore_cleanup_errors=True) as folder:
            if config:
                (Path(folder) / "config.toml").write_text(config)
            environ = child_environ(INARA_HOME=folder, HOME=folder, QT_QPA_PLATFORM="offscreen")
            with subprocess.Popen(command, cwd=ROOT, env=environ) as process:
                try:
                    time.sleep(SETTLE_S)
                    cpu_s, wakes = _cpu_s(process.pid), _wake_ups(process.pid)
                    time.sleep(seconds)
                    used_s = _cpu_s(process.pid) - cpu_s
                    woken = _wake_ups(process.pid) - wakes
                    pss_mb = _pss_mb(process.pid)
                    floor_mb = floor_mb or pss_mb
                    rows.append((name, cpu_s, used_s / seconds * 100, woken / seconds, pss_mb, pss_mb / floor_mb))
                finally:
                    process.terminate()
    head = ("", "CPU s until settled", "CPU % when idle", "wake-ups / s", "PSS MB", "× floor")
    print_table(f"Idle window over {seconds} s, offscreen", head, rows)


def _cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _wake_ups(pid: int) -> int:
    """Voluntary context switches of all threads: each is a sleep that ended."""
    switches = 0
    for status in Path(f"/proc/{pid}/task").glob("*/status"):
        found = re.search(r"^voluntary_ctxt_switches:\s+(\d+)", status.read_text(), re.MULTILINE)
        switches += int(found[1]) if found else 0
    return switches


def _pss_mb(pid: int) -> float:
    found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
