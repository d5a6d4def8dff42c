"""What the open window costs when nobody does anything: CPU, wake-ups and memory, beside bare windows.

All are of Inara's size. One has a text field, whose cursor blinks as the composer's does; one runs on qasync; one has
loaded the libraries as well that the open window needs; one has such widgets as Inara's, with nothing of it; one loads
Inara's modules too, and runs none of them. Inara is there on its very first start, with a model in its settings, and with
a conversation of 1,000 messages open. So each row shows what is added: libraries, widgets, code, running it. PSS gives
what other processes have loaded too by its share, so it depends on them; what was written is the process's own.
`python -m tests.benchmarks.idle [SECONDS]`.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from inara_engine.face import open_engine
from inara_engine.home import find_home
from tests.benchmarks.history import Language
from tests.benchmarks.measure import ROOT, child_environ, print_table

SETTLE_S = 8.0
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1120, 760)
window.show()
app.exec()
"""
FIELD = """
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit
app = QApplication([])
window = QMainWindow()
window.resize(1120, 760)
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
window.resize(1120, 760)
window.show()
with qasync.QEventLoop(app) as loop:
    loop.run_forever()
"""
LIBRARIES = """
from inara_desktop.plain_imports import import_plainly
import_plainly()
import sqlite3
from PySide6 import QtDBus, QtSvg
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
WIDGETS = """
from inara_desktop.plain_imports import import_plainly
import_plainly()
from tests.benchmarks.plain_window import main
main(imports=IMPORTS)
"""
INARA = [sys.executable, "-m", "inara_desktop"]
MESSAGES = 1000
WINDOWS = {  # the program, its settings, and how many messages the conversation has that it opens
    "bare window": ([sys.executable, "-c", BARE], "", 0),
    "with a text field": ([sys.executable, "-c", FIELD], "", 0),
    "on qasync": ([sys.executable, "-c", QASYNC], "", 0),
    "and the libraries": ([sys.executable, "-c", LIBRARIES + QASYNC], "", 0),
    "and such widgets": ([sys.executable, "-c", WIDGETS.replace("IMPORTS", "False")], "", 0),
    "and Inara's modules": ([sys.executable, "-c", WIDGETS.replace("IMPORTS", "True")], "", 0),
    "inara, first start": (INARA, "", 0),
    "inara with a model": (INARA, MODEL, 0),
    f"and {MESSAGES:,} messages": (INARA, MODEL, MESSAGES),
}


def main(seconds: int = 10) -> None:
    """Print the table."""
    rows: list[tuple[object, ...]] = []
    floor: tuple[float, float] | None = None
    for name, (program, config, messages) in WINDOWS.items():
        with tempfile.TemporaryDirectory(prefix="inara-benchmark-", ignore_cleanup_errors=True) as folder:
            (Path(folder) / "config.toml").write_text(config)
            command = [*program, "open", f"inara://session/{_session(folder, messages)}"] if messages else program
            environ = child_environ(INARA_HOME=folder, HOME=folder, QT_QPA_PLATFORM="offscreen")
            with subprocess.Popen(command, cwd=ROOT, env=environ) as process:
                try:
                    time.sleep(SETTLE_S)
                    cpu_s, wakes = _cpu_s(process.pid), _wake_ups(process.pid)
                    time.sleep(seconds)
                    used_s = _cpu_s(process.pid) - cpu_s
                    woken = _wake_ups(process.pid) - wakes
                    pss_mb, written_mb = _memory_mb(process.pid, "Pss"), _memory_mb(process.pid, "Private_Dirty")
                    floor = floor or (pss_mb, written_mb)
                    memory = (pss_mb, pss_mb / floor[0], written_mb, written_mb / floor[1])
                    rows.append((name, cpu_s, used_s / seconds * 100, woken / seconds, *memory))
                finally:
                    process.terminate()
    memory_head = ("PSS MB", "× floor", "of it written MB", "× floor")
    head = ("", "CPU s until settled", "CPU % when idle", "wake-ups / s", *memory_head)
    print_table(f"Idle window over {seconds} s, offscreen", head, rows)


def _session(folder: str, messages: int) -> str:
    """The id of a conversation of so many messages, made there by another process than the one that is measured."""
    return asyncio.run(_make_session(folder, messages))


async def _make_session(folder: str, messages: int) -> str:
    language = Language()
    said = [{"role": "assistant" if n % 2 else "user", "content": language.message()} for n in range(messages)]
    engine = await open_engine(find_home({"INARA_HOME": folder}), drive=False)
    try:
        return await engine.import_session(json.dumps({"title": "Long", "messages": said}))
    finally:
        await engine.close()


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


def _memory_mb(pid: int, kind: str) -> float:
    found = re.search(rf"^{kind}:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
