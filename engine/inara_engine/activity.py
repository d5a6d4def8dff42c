"""The face's part `activity`: what tools did, when and where, who allowed it, and how it ended."""

from __future__ import annotations

from collections.abc import Callable

from inara_engine.boards import Boards
from inara_engine.errors import UserError
from inara_engine.events import JobId
from inara_engine.frozen import frozen
from inara_engine.policy import who_allowed
from inara_engine.store import Allowed, CallFilter, CallRow, DecisionChain, DecisionRow

__all__ = ["Activity", "ActivityEntry", "DecisionChain", "DecisionRow"]

MOST = 1000  # entries at once
_OUTCOMES = ("ok", "failed", "declined", "denied", "expired", "cancelled", "unknown")
_BY: dict[str, Allowed] = {"": "", "person": "person", "rule": "rule", "reads": "reads", "risk": "risk"}


@frozen
class ActivityEntry:
    """One call of a tool. `at` is Unix seconds; `outcome` is "" while it waits or runs.

    `allowed_by` says in words who let it run, `can_undo` whether the turn's effects on files may be taken
    back (`Face.undo_job`), `undone` that they were.
    """

    call_id: str
    job_id: JobId
    session_id: str
    session_title: str
    tool: str
    summary: str
    risk: int
    at: float
    outcome: str
    by: str
    allowed_by: str
    can_undo: bool
    undone: bool


class Activity:
    """Reads the kept calls; those off the record are nobody's to look up. `words` spells a rule out, by its id."""

    def __init__(self, boards: Boards, words: Callable[[str], str]) -> None:
        self._boards = boards
        self._words = words

    async def list(
        self, text: str = "", outcome: str = "", by: str = "", session: str = "", limit: int = 200, before: str = ""
    ) -> list[ActivityEntry]:
        """Calls, the newest first; `before` is the call to go on behind.

        `text` occurs in what was done, the tool's name or the session's title. `by` is "person", "rule",
        "reads" or "risk". Raises UserError for an outcome or a `by` that there isn't.
        """
        if outcome and outcome not in _OUTCOMES:
            raise UserError(f"There is no outcome {outcome!r}.", next_step=f"They are: {', '.join(_OUTCOMES)}.")
        if by not in _BY:
            raise UserError(
                f"Nobody called {by!r} allows calls.", next_step=f"There are: {', '.join(filter(None, _BY))}."
            )
        wanted = CallFilter(text, outcome, _BY[by], session)
        rows = await self._boards.kept.store.calls(wanted, max(1, min(limit, MOST)), before)
        return [self._entry(row) for row in rows]

    async def decisions(self, limit: int = 200, before: int = 0) -> list[DecisionRow]:
        """The newest rows of the log of decisions, the newest first: who let what happen, or did not.

        `before` is the number of the one to go on behind.
        """
        return await self._boards.kept.store.decisions.rows(max(1, min(limit, MOST)), before)

    async def verify(self, noted: str = "") -> DecisionChain:
        """Whether the log of decisions is as it was written, and has the digest `noted` (see `store.decisions`)."""
        return await self._boards.kept.store.decisions.verify(noted)

    def _entry(self, row: CallRow) -> ActivityEntry:
        return ActivityEntry(
            row.call_id,
            row.job_id,
            row.session_id,
            row.title,
            row.tool,
            row.summary or row.tool,
            row.risk,
            row.at,
            row.outcome,
            row.by,
            self._allowed_by(row),
            row.undo > 0 and not row.undone,
            row.undone,
        )

    def _allowed_by(self, row: CallRow) -> str:
        if row.outcome == "denied":
            return "refused by the settings"
        if row.outcome == "declined":
            return f"refused by {who_allowed(row.by)}"
        return who_allowed(row.by, self._words(row.rule) if row.rule else "")
