"""A screen reader that is there already reads the window while it starts: the app lives through that."""

from __future__ import annotations

from pathlib import Path

from tests.support.app import App
from tests.support.desktop_session import DesktopSession

STARTS = 8  # one start in ten died where classes of Qt were made in a thread meanwhile


def test_it_starts_while_a_screen_reader_reads_it(tmp_path: Path) -> None:
    for number in range(STARTS):
        with DesktopSession(size=(1280, 860)) as desktop:
            app = App(desktop, tmp_path / str(number))
            app.start()
            assert app.quit() == 0
