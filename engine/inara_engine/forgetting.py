"""What is deleted with a conversation beside its rows: what the personas' journals have of its turns."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime

from inara_engine.errors import UserError
from inara_engine.ids import made_at
from inara_engine.memory.journal import Turn
from inara_engine.personas import Personas
from inara_engine.store import JobRow

__all__ = ["Forgetting"]

_log = logging.getLogger(__name__)
AT_ONCE_S = 2.0  # between a job's id and its first row
FIRST = 180  # characters of a task that are looked for; a job's row has a few more


class Forgetting:
    """Notes that were remembered stay: they are the person's, who sees and edits them."""

    def __init__(self, personas: Personas) -> None:
        self._personas = personas

    async def __call__(self, jobs: Sequence[JobRow]) -> None:
        """Take the turns of these jobs out of all journals. Raises StorageError."""
        turns = await asyncio.to_thread(_turns, jobs)
        for name in await self._personas.names() if turns else ():
            try:
                await (await self._personas.memory(name)).forget_turns(turns)
            except UserError as error:  # a link that leads elsewhere: nothing was written there, either
                _log.warning("the journal of %s was left as it is: %s", name, error)


def _turns(jobs: Sequence[JobRow]) -> list[Turn]:
    """Those that may have been noted. In a thread: the local time zone is a file."""
    return [_turn(job) for job in jobs if _begun_here(job)]


def _turn(job: JobRow) -> Turn:
    """A turn is noted before its end is written down, so one that was cut or cancelled there is noted, too."""
    begun, ended = (datetime.fromtimestamp(at) for at in (job.created_at, job.updated_at))  # noqa: DTZ006 - local, as it is noted
    whole, cut = len(job.task) < FIRST, job.status != "complete"
    return Turn(ended, job.task[:FIRST], whole=whole, begun=begun, cut=cut, job=job.id)


def _begun_here(job: JobRow) -> bool:
    """Not in an import, nor in the conversation that this one is a copy of: there it may have been noted."""
    return job.origin != "import" and abs(made_at(job.id) - job.created_at) < AT_ONCE_S
