"""What a presenter does to the rows on screen, as values: the view carries them out, in order."""

from __future__ import annotations

from inara_desktop.transcript.rows import Row
from inara_engine.frozen import frozen

__all__ = ["Append", "Feed", "Operation", "Remove", "Replace", "Show"]


@frozen
class Append:
    row: Row


@frozen
class Replace:
    row: Row


@frozen
class Remove:
    row_id: str


@frozen
class Feed:
    row_id: str
    text: str = ""
    thinking: str = ""


@frozen
class Show:
    """These rows in place of all there are; `at` is the row to bring to the top, "" for the end."""

    rows: tuple[Row, ...]
    at: str = ""


Operation = Append | Replace | Remove | Feed | Show
