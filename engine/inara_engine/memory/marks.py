"""Where a note's content came from, written into the note itself: `[private]`, `[untrusted]`, `[private untrusted]`.

The information-flow guard must know what entered the model's context. A note outlives the session
in which that was known, so the flags of the session that wrote it go with it, as a word that a
person sees. Reading is deliberately careless in one direction: a mark anywhere counts, so content
can add a mark and never take one away.
"""

from __future__ import annotations

import re
from typing import Final

from inara_engine.frozen import frozen
from inara_engine.state import Flags

__all__ = ["Marks"]

_MARK: Final = re.compile(r"\[(private|untrusted|private untrusted)\]")


@frozen
class Marks:
    """`private`: made where the person's own data was in play; `untrusted`: where text of strangers was."""

    private: bool = False
    untrusted: bool = False

    @classmethod
    def of(cls, flags: Flags) -> Marks:
        """What a session with these flags writes into its notes."""
        return cls(bool(flags.private), bool(flags.untrusted))

    @classmethod
    def found_in(cls, text: str) -> Marks:
        """Every mark in a text, together."""
        words = " ".join(_MARK.findall(text)).split()
        return cls("private" in words, "untrusted" in words)

    def __or__(self, other: Marks) -> Marks:
        return Marks(self.private or other.private, self.untrusted or other.untrusted)

    def __str__(self) -> str:
        words = [word for word, holds in (("private", self.private), ("untrusted", self.untrusted)) if holds]
        return f"[{' '.join(words)}]" if words else ""
