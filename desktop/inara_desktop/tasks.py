"""The tasks of a conversation, as they were given: read from the engine, one job's events at a time."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING

from inara_desktop.values import TextFile
from inara_desktop.wording import translate
from inara_engine.attached import parted
from inara_engine.errors import NotFound

if TYPE_CHECKING:
    from inara_engine.face import Face, Prompt

__all__ = ["taken_apart", "task_of"]


def taken_apart(text: str) -> tuple[str, tuple[TextFile, ...]]:
    """What the person wrote of a prompt, and the text files that went with it."""
    words, files = parted(text)
    return words, tuple(TextFile(file.name, file.text) for file in files)


async def task_of(engine: Face, session: str, job: str) -> Prompt:
    """A job's task, as it was given."""
    from inara_engine.face import Prompt

    async with aclosing(engine.follow(session, 0, job)) as events:
        async for recorded in events:
            if isinstance(recorded.event, Prompt):
                return recorded.event
    raise NotFound(translate("Message", "This message is not there any more."))
