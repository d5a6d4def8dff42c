"""Lines typed by a person: with editing and history where both ends are a terminal (GNU readline)."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from inara_engine.cli import terminal

__all__ = ["LineInput"]

BLOCK = '"""'


class LineInput:
    """`history` is what the up arrow brings back, oldest first; it is kept in memory only."""

    def __init__(self, history: Iterable[str]) -> None:
        self._edits = sys.stdin.isatty() and sys.stdout.isatty()
        if self._edits:
            try:
                import readline
            except ImportError:  # a Python without it
                return
            readline.clear_history()
            for line in history:
                readline.add_history(line)

    def read(self) -> str | None:
        """A task; several lines where one ends with a backslash or stands between two lines of three quotes.

        None at the end of input. Blocks; Ctrl+C raises KeyboardInterrupt.
        """
        lines = [self._line("\n› ")]
        if lines[0] is None:
            return None
        if lines[0].strip() == BLOCK:
            return self._block()
        while (last := lines[-1]) is not None and last.endswith("\\"):
            lines[-1] = last[:-1]
            lines.append(self._line("… "))
        return "\n".join(line for line in lines if line is not None).strip()

    def _block(self) -> str:
        lines: list[str] = []
        while (line := self._line("… ")) is not None and line.strip() != BLOCK:
            lines.append(line)
        return "\n".join(lines).strip()

    def _line(self, prompt: str) -> str | None:
        if self._edits:
            sys.stdout.flush()
            try:
                return input(prompt)
            except EOFError:
                return None
        sys.stderr.write(terminal.safe(prompt))
        sys.stderr.flush()
        typed = sys.stdin.readline()
        return typed.rstrip("\n") if typed else None
