"""What Inara remembers from one conversation to the next, as Markdown a person can read and edit.

    personas/<name>/memory/short.md   what `remember` notes, newest at the end
    personas/<name>/memory/mid.md     what was folded out of short.md
    personas/<name>/memory/long.md    what stays
    personas/<name>/journal/2026-11-22.md   each finished turn, in brief

`MemoryFolder` reads and writes them (async; files are touched in threads), `distill` folds
journal → short → mid → long. Three laws hold throughout:

- Off the record nothing is written, and nothing is distilled.
- What was made from private data or from strangers' text says so in a mark, and keeps it: see `marks`.
- Notes and journal are content. Nothing in them can end its own quoting, forge a mark or an entry.
"""

from inara_engine.memory.distill import Proposal, propose
from inara_engine.memory.folder import Found, MemoryFolder
from inara_engine.memory.journal import Entry
from inara_engine.memory.levels import LEVELS, Level, MemoryBudgets
from inara_engine.memory.marks import Marks

__all__ = ["LEVELS", "Entry", "Found", "Level", "Marks", "MemoryBudgets", "MemoryFolder", "Proposal", "propose"]
