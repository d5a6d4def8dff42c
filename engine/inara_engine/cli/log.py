"""Where warnings and faults of a terminal command go: into the log file, never at the person."""

from __future__ import annotations

import logging
import logging.handlers
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from inara_engine.logs import Discreet

__all__ = ["logging_to"]


@contextmanager
def logging_to(path: Path) -> Generator[None]:
    """Write warnings to a small rotating file for a while. What people and models say is never logged."""
    handler = _Quiet(path, maxBytes=1_000_000, backupCount=2, delay=True, encoding="utf-8")
    handler.setFormatter(Discreet())
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()


class _Quiet(logging.handlers.RotatingFileHandler):
    """A disk that takes no log is no reason to print tracebacks."""

    def handleError(self, record: logging.LogRecord) -> None: ...
