"""What conversations and places in them are called in a list: in one line, however long the text is."""

from __future__ import annotations

from inara_desktop.wording import translate

__all__ = ["MATCH_END", "MATCH_START", "one_line", "session_title", "unmarked"]

LONGEST = 300  # characters; more than any list is wide
MATCH_START, MATCH_END = "\ue000", "\ue001"  # around what matched (see `HitItem`)


def one_line(text: str) -> str:
    """A title for a list: one line, and short however long the text is."""
    return " ".join(text[:LONGEST].split())


def session_title(title: str) -> str:
    """What a conversation is called; one without a title is a new chat."""
    return one_line(title) or translate("SessionRows", "New chat")


def unmarked(snippet: str) -> str:
    """A snippet without the signs around its matches."""
    return snippet.replace(MATCH_START, "").replace(MATCH_END, "")
