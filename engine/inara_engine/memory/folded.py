"""How far each day of the journal has been folded.

short.md says it of the newest day, in a comment that comes and goes with its text. Where the clock was set back,
entries are written into earlier days; for these the record has the last entry that was folded of each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from inara_engine.memory import journal
from inara_engine.memory.journal import Entry
from inara_engine.messages import Value

__all__ = ["Folded", "reached", "read_record", "unfolded"]


class Folded(Value):
    """The record: by day, the time of the last entry that was folded, both as in `Entry.at`."""

    days: dict[str, str]


def read_record(text: object) -> Mapping[str, str] | None:
    """The days of a record; None where there is none that can be read."""
    try:
        return Folded.model_validate_json(text).days if isinstance(text, str) and text else None
    except ValidationError:
        return None


def unfolded(day: str, noted: Sequence[Entry], folded_to: str, record: Mapping[str, str] | None) -> Sequence[Entry]:
    """What of a day's entries is still to be folded. Without a record nothing of the days before that of short.md."""
    newest = folded_to[:10]
    if day == newest:
        return journal.since(noted, folded_to)
    if day > newest:
        return noted
    return journal.since(noted, record.get(day, "")) if record is not None else ()


def reached(
    day: str, noted: Sequence[Entry], left: Sequence[Entry], folded_to: str, record: Mapping[str, str] | None
) -> str:
    """The last entry of a day that was folded, as `left` are those that were not; "" for none."""
    if noted and not left:
        return noted[-1].at
    return folded_to if day == folded_to[:10] else (record or {}).get(day, "")
