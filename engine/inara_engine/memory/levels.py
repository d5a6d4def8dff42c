"""The three levels of memory and how much of each a model is told."""

from __future__ import annotations

from typing import Final, Literal

from inara_engine.frozen import frozen

__all__ = ["LEVELS", "TITLES", "Level", "MemoryBudgets"]

Level = Literal["long", "mid", "short"]
LEVELS: Final[tuple[Level, ...]] = ("long", "mid", "short")  # what changes least stands first in a prompt

TITLES: Final[dict[Level, str]] = {
    "long": "# Long memory\n\n<!-- What stays. Yours to edit: one line is one note. -->\n\n",
    "mid": "# Mid memory\n\n<!-- Folded out of short.md. Yours to edit: one line is one note. -->\n\n",
    "short": "# Short memory\n\n<!-- What was noted lately, newest last. Yours to edit: one line is one note. -->\n\n",
}


@frozen
class MemoryBudgets:
    """Tokens per level: what a request carries of it, and what `distill` brings it down to."""

    long: int = 1000
    mid: int = 1500
    short: int = 1000

    def of(self, level: Level) -> int:
        """The budget of one level."""
        return {"long": self.long, "mid": self.mid, "short": self.short}[level]
