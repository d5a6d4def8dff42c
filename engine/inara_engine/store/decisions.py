"""The log of decisions: who let what happen, each row chained by SHA-256 to the one before it.

A row is written in the transaction of the event it is about, so neither is ever there without the other. It holds
nothing of the person's words: a tool, ids, who decided, and the digest of the exact action that a question showed.
Deleting a conversation leaves it whole. Triggers keep it append only.

Any row that is changed, moved, put in or taken out breaks the chain; rows missing at the end are missed by SQLite's
own count of them (`sqlite_sequence`). The chain has no key, so it does not show who rewrites all that follows, or puts
back an older copy of the file, as anything running as this user could. A digest noted elsewhere does: `verify` looks
for it.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable

from inara_engine.events import (
    ArgumentsEdited,
    ConfirmationAnswered,
    ConfirmationRequested,
    QuestionAnswered,
    Recorded,
    ToolFinished,
    ToolStarted,
    ToolUndone,
)
from inara_engine.frozen import frozen
from inara_engine.store.thread import DatabaseThread

__all__ = ["ChainCheck", "Decision", "DecisionChain", "DecisionRow", "DecisionTable", "append", "project"]

PAGE_ROWS = 500  # checked at once, some 5 ms
_FIRST = ""  # what the first row follows
_NEXT_STEP = "Something changed the database. `inara storage` lists the backups to compare with."


@frozen
class Decision:
    """One decision. `action` is the SHA-256 of what it is about, in hex; `rule` the id of one that a person made.

    `what` is "asked", "changed" (its arguments), "approved", "declined", "expired", "denied" (by policy), "started",
    "undone", "not_undone", "question_accept", "question_decline", "question_cancel" (a running call's question),
    "rule_made", "rule_deleted", or of a server's tool "tool_approved", "approval_withdrawn", "approval_lapsed" (by what
    the server said of it), where `action` is its definition's. `by` is the front end where a person decided, or why it
    needed none (see `events.ToolStarted`); a rule without an id is one of config.toml.
    """

    what: str
    by: str = ""
    tool: str = ""
    job_id: str = ""
    call_id: str = ""
    action: str = ""
    rule: str = ""


@frozen
class DecisionRow:
    """A decision as it stands in the log: its number, when (Unix seconds), and the fields of `Decision`."""

    number: int
    at: float
    what: str
    by: str
    tool: str
    job_id: str
    call_id: str
    action: str
    rule: str


@frozen
class DecisionChain:
    """How the log of decisions stands: its number of rows, the time of the first (Unix seconds), its last digest.

    `problem` says what does not fit, "" where the chain is whole; `broken` is the first row of which that is true, and
    `next_step` what to do.
    """

    decisions: int
    since: float | None
    last: str
    broken: int | None = None
    problem: str = ""
    next_step: str = ""


def project(db: sqlite3.Connection, recorded: Recorded) -> None:
    """Write down the decision that an event tells of, if it does."""
    decision = _told(db, recorded)
    if decision is not None:
        append(db, recorded.at, decision)


def append(db: sqlite3.Connection, at: float, decision: Decision) -> None:
    """Write one down, behind the last."""
    last = db.execute("SELECT n, chain FROM decision ORDER BY n DESC LIMIT 1").fetchone()
    before, follows = last or (0, _FIRST)
    row = (
        before + 1,
        float(at),
        decision.what,
        decision.by,
        decision.tool,
        decision.job_id,
        decision.call_id,
        decision.action,
        decision.rule,
    )
    db.execute(
        "INSERT INTO decision(n, at, what, by, tool, job_id, call_id, action, rule, chain)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, _chained(follows.encode(), row)),
    )


class DecisionTable:
    """The table `decision`. All methods raise StorageError."""

    def __init__(self, thread: DatabaseThread) -> None:
        self._thread = thread

    async def rows(self, limit: int, before: int = 0) -> list[DecisionRow]:
        """The newest, newest first; with `before`, the newest of those with a lower number."""

        def read(db: sqlite3.Connection) -> list[DecisionRow]:
            found = db.execute(
                "SELECT n, at, what, by, tool, job_id, call_id, action, rule FROM decision"
                " WHERE ? = 0 OR n < ? ORDER BY n DESC LIMIT ?",
                (before, before, limit),
            )
            return [DecisionRow(*row) for row in found]

        return await self._thread.run(read)

    async def verify(self, noted: str = "") -> DecisionChain:
        """Follow the whole chain, in slices between which others get their turn; `noted` is a digest it must have."""
        check = ChainCheck(noted)
        while not await self._thread.run(check.go_on):
            pass
        return check.found()


class ChainCheck:
    """Goes along the chain from its beginning. `noted` is a digest that must occur in it."""

    def __init__(self, noted: str = "") -> None:
        self._noted = noted.strip().lower().encode()
        self._rows = 0
        self._last = 0
        self._chain = _FIRST.encode()
        self._since: float | None = None
        self._broken: tuple[int | None, str] | None = None

    def go_on(self, db: sqlite3.Connection) -> bool:
        """Check the next rows; whether those were the last."""
        # As bytes: a flipped one may leave what is no UTF-8 any more.
        page = db.execute(
            "SELECT n, at, CAST(what AS BLOB), CAST(by AS BLOB), CAST(tool AS BLOB), CAST(job_id AS BLOB),"
            " CAST(call_id AS BLOB), CAST(action AS BLOB), CAST(rule AS BLOB), CAST(chain AS BLOB)"
            " FROM decision WHERE n > ? ORDER BY n LIMIT ?",
            (self._last, PAGE_ROWS),
        ).fetchall()
        for *row, chain in page:
            self._take(row, chain)
        if len(page) == PAGE_ROWS:
            return False
        counted = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'decision'").fetchone()
        if (counted[0] if counted else 0) != self._last:
            self._note(self._last + 1, "Decisions are missing at the end of the log.")
        if self._noted:
            self._note(None, "The digest you noted is not in the log: it was written anew, or is an older one.")
        return True

    def found(self) -> DecisionChain:
        """What came of it, once all rows were checked."""
        number, problem = self._broken or (None, "")
        step = _NEXT_STEP if problem else ""
        return DecisionChain(self._rows, self._since, self._chain.decode(errors="replace"), number, problem, step)

    def _take(self, row: list[object], chain: object) -> None:
        number = row[0]
        if not isinstance(number, int) or number != self._last + 1:
            self._note(self._last + 1, f"Decision {self._last + 1} is missing.")
        elif chain != _chained(self._chain, row).encode():
            self._note(number, f"Decision {number} is not as it was written, or does not follow the one before it.")
        self._since = row[1] if self._since is None and isinstance(row[1], float) else self._since
        self._rows += 1
        self._last = number if isinstance(number, int) else self._last + 1
        self._chain = chain if isinstance(chain, bytes) else b""
        if self._chain == self._noted:
            self._noted = b""

    def _note(self, number: int | None, problem: str) -> None:
        self._broken = self._broken or (number, problem)


def _chained(before: bytes, row: Iterable[object]) -> str:
    """The SHA-256 of what a row follows and all it says, each with its length, so that nothing can change places."""
    fields = [field if isinstance(field, bytes) else str(field).encode() for field in (before, *row)]
    return hashlib.sha256(b"".join([b"%d:%b" % (len(field), field) for field in fields])).hexdigest()


def _told(db: sqlite3.Connection, recorded: Recorded) -> Decision | None:
    by = digest = rule = ""
    match recorded.event:
        case ConfirmationRequested(call_id=call_id, digest=digest):
            what = "asked"
        case ArgumentsEdited(call_id=call_id, by=by):
            what = "changed"
        case ConfirmationAnswered(call_id=call_id, digest=digest, approved=approved, by=by):
            what = "approved" if approved else "declined"
        case ToolStarted(call_id=call_id, digest=digest, allowed_by=by, rule=rule):
            what = "started"
        case ToolFinished(call_id=call_id, outcome="expired" | "denied" as what, digest=digest):
            by = "settings" if what == "denied" else ""
        case ToolUndone(call_id=call_id, outcome=outcome):
            what = "undone" if outcome == "ok" else "not_undone"
        case QuestionAnswered(call_id=call_id, action=action, by=by):
            what = f"question_{action}"
        case _:
            return None
    call = db.execute("SELECT tool FROM call WHERE call_id = ?", (call_id,)).fetchone()
    if rule and db.execute("SELECT 1 FROM rule WHERE id = ?", (rule,)).fetchone() is None:
        rule = ""  # one of config.toml is its words, which name a folder
    return Decision(what, by, call[0] if call else "", recorded.job_id, call_id, digest, rule)
