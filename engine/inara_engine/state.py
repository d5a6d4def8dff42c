"""What the log adds up to. Pure: `fold(events)` gives the state, `next_step(state)` the next step."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Flags"]


@dataclass(frozen=True, slots=True)
class Flags:
    """What has entered the model's context, by the summaries of the calls that brought it.

    Both only grow within a session: `private` (the person's own data), `untrusted` (anybody's text).
    """

    private: tuple[str, ...] = ()
    untrusted: tuple[str, ...] = ()
