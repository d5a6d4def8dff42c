"""What a session is called before anybody gives it a title."""

from __future__ import annotations

__all__ = ["first_title"]

TITLE_CHARACTERS = 60


def first_title(text: str) -> str:
    """The first words of a task, up to where a file or code is quoted."""
    line = " ".join(text.partition("\n```")[0].split()).rstrip(":")
    if len(line) <= TITLE_CHARACTERS:
        return line or "Image"
    return line[: TITLE_CHARACTERS - 1].rsplit(" ", 1)[0].rstrip(",.;:") + "…"
