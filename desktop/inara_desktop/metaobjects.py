"""WORKAROUND PySide6 6.11.3: what Qt knows of a Python class is made with the class, not when Qt first asks.

PySide makes a class's QMetaObject at the first `metaObject()`, without taking Python's lock. A screen reader asks for
the class names of all widgets from within Qt's loop, where that lock is free; while a thread imports something, both
walk through Python's objects at once, and the process dies by SIGSEGV (seen in one start of ten with a reader that
looks at once). Remove when `tests/stories/test_started_while_read.py` passes without it,
ten times in a row.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

__all__ = ["make_with_classes"]


def make_with_classes() -> None:
    """From now on. Call it before any class of ours is made."""
    kind: Any = type(QObject)
    made = kind.__init__

    def init(cls: Any, *args: Any, **named: Any) -> None:
        made(cls, *args, **named)
        getattr(cls, "staticMetaObject", None)  # PySide's other classes, such as accessible interfaces, have none

    kind.__init__ = init
