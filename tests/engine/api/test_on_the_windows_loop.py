"""The interface on the loop that the window runs on: the same calls, and the window's timers go on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
SCRIPT = """
import asyncio, os, sys
from PySide6.QtCore import QCoreApplication, QTimer
from qasync import QEventLoop

from tests.support.loopback import loopback
from tests.support.scripted_server import call, calls_turn, text_turn


async def main():
    ticks = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(5)
    write = calls_turn(call("write_file", {"path": "a.md", "content": "x"}))
    async with loopback(write, text_turn("Written.")) as api:
        job = await api.job("write")
        following = asyncio.create_task(api.streamed(job))
        await api.waiting(job)
        await api.post(f"/orchestrate/{job}/confirm")
        events = await following
        body = {"model": "local", "messages": [{"role": "user", "content": "x"}]}
        failed = await api.post("/v1/chat/completions", body)
    timer.stop()
    print(events[-1]["type"], events[-1]["response"], failed.status_code, bool(ticks))


app = QCoreApplication([])
with QEventLoop(app) as loop:
    loop.run_until_complete(main())
"""


def test_everything_works_on_qts_loop() -> None:
    command = [sys.executable, "-W", "error", "-c", SCRIPT]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, cwd=ROOT)
    assert done.stdout == "done Written. 502 True\n", done.stderr
