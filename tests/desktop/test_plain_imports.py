"""The window's process reads no source code: it would be kept, and is only for a feature of PySide that nobody uses."""

from __future__ import annotations

import json
import subprocess
import sys

LOOK = """
import json, linecache
from inara_desktop.plain_imports import import_plainly
import_plainly()
import inara_desktop.app, inara_desktop.serving, inara_engine.face
from PySide6 import QtDBus, QtNetwork, QtSvg
print(json.dumps(list(linecache.cache)))
"""


def test_what_is_imported_is_not_read_as_source() -> None:
    done = subprocess.run([sys.executable, "-c", LOOK], stdout=subprocess.PIPE, check=True, timeout=60)
    assert json.loads(done.stdout) == []
