"""WORKAROUND PySide6 6.11.3: once it is loaded, each import reads the module's source and keeps it.

It replaces `__import__` to learn which modules use PySide, for `from __feature__ import snake_case`, which nothing here
does. That was 8 MB of source, read while the window starts and kept as lines, 20 MB of memory. Remove when
`tests/desktop/test_plain_imports.py` passes without it.
"""

from __future__ import annotations

import builtins
import linecache
from importlib import import_module

__all__ = ["import_plainly"]


def import_plainly() -> None:
    """From now on import as Python does. Call it before anything else is imported."""
    import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()
