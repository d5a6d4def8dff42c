"""The guards that stand over every test do catch what they are for: planted faults, run in a pytest of their own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

PLANTED = """
import asyncio
import contextlib
import socket
import threading
import time
import httpx
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

kept = []


def test_leaves_a_thread():
    threading.Thread(target=time.sleep, args=(20,), daemon=True, name="forgotten").start()


async def test_leaves_a_task():
    kept.append(asyncio.create_task(asyncio.sleep(60), name="forgotten"))


def test_leaves_a_window(qtbot):
    kept.append(QLabel("forgotten"))


def test_leaves_a_timer(qtbot):
    kept.append(QTimer(interval=1000))
    kept[-1].start()


def test_connects_elsewhere_and_swallows_the_error():
    with contextlib.suppress(httpx.HTTPError):
        httpx.get("http://192.0.2.1/")


async def test_asks_for_a_name_and_swallows_the_error():
    with contextlib.suppress(OSError):
        await asyncio.get_running_loop().getaddrinfo("example.org", 80)


def test_may_ask_for_a_name_that_never_exists():
    with contextlib.suppress(socket.gaierror):
        socket.getaddrinfo("nowhere.invalid", 80)


async def test_may_start_what_it_ends(qtbot):
    window = QLabel("closed at the end")
    qtbot.addWidget(window)
    window.show()
    task = asyncio.create_task(asyncio.to_thread(time.sleep, 0.01))
    await task
"""

CAUGHT = {
    "test_leaves_a_thread": "threads left running: forgotten",
    "test_leaves_a_task": "tasks left running: forgotten",
    "test_leaves_a_window": "left behind: widget QLabel",
    "test_leaves_a_timer": "left behind: timer",
    "test_connects_elsewhere_and_swallows_the_error": "left this machine: connection to 192.0.2.1:80",
    "test_asks_for_a_name_and_swallows_the_error": "left this machine: look-up of example.org",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of the planted faults, under the same guards as every test of the window."""
    file = tmp_path_factory.mktemp("planted") / "test_planted.py"
    file.write_text(PLANTED)
    guards = ("-p", "tests.conftest", "-p", "tests.desktop.conftest")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        "pyproject.toml",
        "-p",
        "no:cacheprovider",
        *guards,
        "-rEf",
        str(file),
    ]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize(("test", "complaint"), CAUGHT.items())
def test_a_planted_fault_is_caught(report: str, test: str, complaint: str) -> None:
    section = re.search(rf"^_+ ERROR at teardown of {test}\b.*?(?=^_+ ERROR|^=+)", report, re.MULTILINE | re.DOTALL)
    assert section, report
    assert complaint in section[0]


def test_nothing_else_is(report: str) -> None:
    assert f"8 passed, {len(CAUGHT)} errors" in report
