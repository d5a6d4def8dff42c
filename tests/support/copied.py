"""Another program that holds what a person copied or marked, until it is ended: X gives both from one program to another.

`python -m tests.support.copied COPIED MARKED`, or with a picture that was copied: `python -m tests.support.copied`.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QClipboard, QGuiApplication, QImage

from tests.support.desktop_session import DesktopSession

__all__ = ["holding"]


@contextmanager
def holding(desktop: DesktopSession, *texts: str) -> Iterator[None]:
    """Two texts, copied and marked on this desktop; or a picture, copied."""
    command = [sys.executable, "-m", "tests.support.copied", *texts]
    with subprocess.Popen(command, env=desktop.environ, stdout=subprocess.PIPE) as holder:
        try:
            assert holder.stdout
            assert holder.stdout.readline() == b"ready\n"
            yield
        finally:
            holder.kill()


def _hold(*texts: str) -> None:
    app = QGuiApplication([])
    if texts:
        copied, marked = texts
        app.clipboard().setText(copied)
        app.clipboard().setText(marked, QClipboard.Mode.Selection)
    else:
        app.clipboard().setImage(QImage(8, 8, QImage.Format.Format_RGB32))
    app.processEvents()
    print("ready", flush=True)
    app.exec()


if __name__ == "__main__":
    _hold(*sys.argv[1:])
