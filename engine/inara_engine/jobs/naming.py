"""What a session is called before anybody gives it a title."""

from __future__ import annotations

from inara_engine.attached import parted

__all__ = ["first_title"]

TITLE_CHARACTERS = 60


def first_title(text: str) -> str:
    """The first words of a task, up to where code is quoted; without any, the names of its files."""
    said, files = parted(text)
    line = " ".join(said.partition("\n```")[0].split()).rstrip(":") or ", ".join(file.name for file in files)
    if len(line) <= TITLE_CHARACTERS:
        return line or "Image"
    return line[: TITLE_CHARACTERS - 1].rsplit(" ", 1)[0].rstrip(",.;:") + "…"
