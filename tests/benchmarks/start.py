"""From the process's start to the first painted window: Inara beside a bare PySide6 window.

CPU and memory are taken when the first paint is done. `python -m tests.benchmarks start [RUNS]`.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from tests.benchmarks.measure import Figures, child_environ, medians, print_table, ran_as_child, sample


def bare() -> Figures:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication([])
    window = _watched(QMainWindow)()
    window.setCentralWidget(QLabel("A window"))
    window.resize(1100, 760)
    window.show()
    app.exec()
    raise AssertionError("the window was not painted")


def qasync_window() -> Figures:
    import asyncio

    import qasync
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication([])
    window = _watched(QMainWindow)()
    window.setCentralWidget(QLabel("A window"))
    window.resize(1100, 760)
    window.show()
    with qasync.QEventLoop(app) as loop:
        loop.run_until_complete(asyncio.sleep(60))
    raise AssertionError("the window was not painted")


def inara() -> Figures:
    from inara_desktop.__main__ import make_ready

    make_ready()
    from inara_desktop import app

    app.MainWindow = _watched(app.MainWindow)
    app.run()
    raise AssertionError("the window was not painted")


def _watched(window: type[Any]) -> type[Any]:
    """The same window, but the process ends with its figures once it has been painted, children and all."""
    from PySide6.QtCore import QEvent, QTimer

    class Watched(window):
        def event(self, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, _end_with_figures)
            return super().event(event)

    return Watched


def _end_with_figures() -> None:
    import json

    pss = re.search(r"^Pss:\s+(\d+)", Path("/proc/self/smaps_rollup").read_text(), re.MULTILINE)
    figures = {
        "cpu_s": time.process_time(),
        "pss_mb": int(pss[1]) / 1024 if pss else 0.0,
        "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "modules": float(len(sys.modules)),
    }
    print(json.dumps(figures), flush=True)
    os._exit(0)


VARIANTS = {"bare": bare, "qasync": qasync_window, "inara": inara}


def main(runs: int = 9) -> None:
    """Print a table per platform. On a busy machine the ratio of five runs is off by a tenth, of nine by a twentieth."""
    _table("offscreen", child_environ(QT_QPA_PLATFORM="offscreen"), runs)
    if shutil.which("Xvfb"):
        with _screen() as display:
            _table("xcb on Xvfb", child_environ(QT_QPA_PLATFORM="xcb", DISPLAY=display), runs)


def _table(platform: str, environ: dict[str, str], runs: int) -> None:
    with tempfile.TemporaryDirectory(prefix="inara-benchmark-") as folder:
        environ |= {"INARA_HOME": folder, "HOME": folder}
        found = medians({name: partial(sample, "start", name, environ=environ) for name in VARIANTS}, runs)
    floor = found["bare"]
    rows = [
        (
            {"bare": "bare window", "qasync": "bare window on qasync"}.get(name, name),
            figures["cpu_s"],
            figures["cpu_s"] / floor["cpu_s"],
            figures["pss_mb"],
            figures["pss_mb"] / floor["pss_mb"],
            figures["rss_mb"],
            int(figures["modules"]),
        )
        for name, figures in found.items()
    ]
    head = ("", "CPU s at first paint", "× floor", "PSS MB", "× floor", "max RSS MB", "modules")
    print_table(f"Start to first painted window, {platform}", head, rows)


@contextmanager
def _screen() -> Generator[str]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as answer:
                yield f":{answer.readline().strip()}"
        finally:
            server.terminate()


if __name__ == "__main__" and not ran_as_child(VARIANTS):
    main(*map(int, sys.argv[1:]))
