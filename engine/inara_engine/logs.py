"""How the log file is written: warnings and faults, never what people, models or tools say."""

from __future__ import annotations

import logging
import traceback
from copy import copy
from types import TracebackType

__all__ = ["Discreet"]

MOST_CAUSES = 10


class Discreet(logging.Formatter):
    """Of an exception its kind, where it was raised and why that came about; not its words, which may quote anybody."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """As always, but another handler may have put its own words for the exception into the record already."""
        own = copy(record)
        own.exc_text = None
        if record.name == "asyncio":  # its other lines show the task with what it raised
            own.msg, own.args = record.getMessage().partition("\n")[0], ()
        return super().format(own)

    def formatException(
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        parts: list[str] = []
        error = ei[1]
        while error is not None and len(parts) < MOST_CAUSES:
            kind = f"{type(error).__module__}.{type(error).__qualname__}"
            number = f" {error.errno}" if isinstance(error, OSError) and error.errno is not None else ""
            parts.append("".join((*traceback.format_tb(error.__traceback__), kind, number)))
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\nwhich led to:\n".join(reversed(parts))
