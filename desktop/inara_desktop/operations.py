"""What a presenter does to the rows on screen, as values: the view carries them out, in order."""

from __future__ import annotations

from dataclasses import dataclass

from inara_desktop.transcript.rows import Row

__all__ = ["Append", "Feed", "Operation", "Remove", "Replace", "Show"]


@dataclass(frozen=True, slots=True)
class Append:
    row: Row


@dataclass(frozen=True, slots=True)
class Replace:
    row: Row


@dataclass(frozen=True, slots=True)
class Remove:
    row_id: str


@dataclass(frozen=True, slots=True)
class Feed:
    row_id: str
    text: str = ""
    thinking: str = ""


@dataclass(frozen=True, slots=True)
class Show:
    """These rows in place of all there are; `at` is the row to bring to the top, "" for the end."""

    rows: tuple[Row, ...]
    at: str = ""


Operation = Append | Replace | Remove | Feed | Show
