"""What the open window costs when nobody does anything: CPU and wake-ups, beside a bare window and one with a text field.

The field's cursor blinks, as the composer's does. `python -m tests.benchmarks idle [SECONDS]`.
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


def main(seconds: int = 10) -> None:
    """Print the table."""
    rows: list[tuple[object, ...]] = []
    for name, command in (
        ("bare window", [sys.executable, "-c", BARE]),
        ("with a text field", [sys.executable, "-c", FIELD]),
        ("inara", [sys.executable, "-m", "inara_desktop"]),
    ):
        with tempfile.TemporaryDirectory(prefix="inara-benchmark-", ignore_cleanup_errors=True) as folder:
            environ = child_environ(INARA_HOME=folder, HOME=folder, QT_QPA_PLATFORM="offscreen")
            with subprocess.Popen(command, cwd=ROOT, env=environ) as process:
                try:
                    time.sleep(SETTLE_S)
                    cpu_s, wakes = _cpu_s(process.pid), _wake_ups(process.pid)
                    time.sleep(seconds)
                    used_s = _cpu_s(process.pid) - cpu_s
                    woken = _wake_ups(process.pid) - wakes
                    rows.append((name, cpu_s, used_s / seconds * 100, woken / seconds, _pss_mb(process.pid)))
                finally:
                    process.terminate()
    head = ("", "CPU s until settled", "CPU % when idle", "wake-ups / s", "PSS MB")
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
