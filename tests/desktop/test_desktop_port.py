"""The clipboard and notifications of a real X server and session bus, between two programs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.support.desktop_session import DesktopSession

PROGRAM = """
import asyncio, sys
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop
from inara_desktop.desktop_port import WindowDesktop

app = QApplication(sys.argv)
desktop = WindowDesktop()

async def main():
    match sys.argv[1]:
        case "write":
            await desktop.write_clipboard("Grüße, 世界")
            print("written", flush=True)
            await asyncio.sleep(60)
        case "read":
            print(await desktop.read_clipboard(), flush=True)
        case "notify":
            await desktop.notify("Done", "<b>three</b> & more")
            print("shown", flush=True)

with QEventLoop(app) as loop:
    loop.run_until_complete(main())
"""


@pytest.fixture(scope="module")
def desktop() -> Iterator[DesktopSession]:
    with DesktopSession(keyring=False) as desktop:
        yield desktop


def run(desktop: DesktopSession, what: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, what],
        env=desktop.environ, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_what_one_program_copies_another_reads(desktop: DesktopSession) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "write"], env=desktop.environ, stdout=subprocess.PIPE, text=True
    ) as owner:
        try:
            assert owner.stdout is not None
            assert owner.stdout.readline() == "written\n"
            assert run(desktop, "read") == "Grüße, 世界"
        finally:
            owner.kill()


def test_a_notification_shows_a_models_text_as_text(desktop: DesktopSession) -> None:
    assert run(desktop, "notify") == "shown"
    desktop._expect_line("notice Done: &lt;b&gt;three&lt;/b&gt; &amp; more")
