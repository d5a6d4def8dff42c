"""What tools reach beyond files and the network: the person's desktop, their conversations, their schedules.

Each is a protocol that somebody else fulfils (the window, the engine), and None where nobody does.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from inara_engine.errors import ToolError
from inara_engine.frozen import frozen

__all__ = ["Conversations", "Desktop", "Passage", "Planned", "Ports", "Scheduling", "Wanted", "needed"]


class Desktop(Protocol):
    """The desktop that a window lives on. All raise ToolError where it refuses."""

    async def read_clipboard(self) -> str:
        """The text on the clipboard, "" where there is none."""
        ...

    async def write_clipboard(self, text: str) -> None:
        """Put a text on the clipboard."""
        ...

    async def open_item(self, target: str) -> None:
        """Open a file (an absolute path) or a web address with the program the person chose for it."""
        ...

    async def notify(self, title: str, text: str) -> None:
        """Show a notification: plain text."""
        ...


@frozen
class Passage:
    """Where an earlier conversation has what was searched for; `at` is Unix seconds."""

    title: str
    at: float
    role: str
    text: str


class Conversations(Protocol):
    """The kept conversations."""

    async def search(self, query: str, limit: int) -> Sequence[Passage]:
        """Where the words occur, the best first."""
        ...


@frozen
class Planned:
    """A cron line as it stands, in words, and the next times it means (local, as people write them)."""

    cron: str
    words: str
    next_times: tuple[str, ...]


@frozen
class Wanted:
    """A schedule to be made. `marks` say what its writer had read ("private, untrusted").

    Its runs keep to the rules and folders of `profile`, "" for that in use; with `local_only` no model elsewhere is
    asked.
    """

    name: str
    cron: str
    task: str
    marks: str = ""
    profile: str = ""
    local_only: bool = False


class Scheduling(Protocol):
    """The person's schedules. All raise ToolError."""

    async def explain(self, cron: str) -> Planned:
        """What a cron line means."""
        ...

    async def add(self, wanted: Wanted) -> None:
        """Write a schedule into the settings."""
        ...


@frozen
class Ports:
    """What there is of them. `secret` gives the key that "keyring:NAME" or "env:NAME" stands for (raises UserError)."""

    desktop: Desktop | None = None
    conversations: Conversations | None = None
    scheduling: Scheduling | None = None
    secret: Callable[[str], Awaitable[str | None]] | None = None


def needed(desktop: Desktop | None) -> Desktop:
    """The desktop. Raises ToolError where Inara runs without a window."""
    if desktop is None:
        raise ToolError(
            "Inara runs without a window here, so there is no desktop to do this on.",
            next_step="Go on without it, and tell the person that it needs the window open.",
        )
    return desktop
