"""The rows of a session, of all its branches: those that are shown, and those that are kept until they are again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from inara_desktop.operations import Append, Feed, Operation, Remove, Replace, Show
from inara_desktop.transcript.rows import AnswerRow, Row
from inara_engine.events import JobId

__all__ = ["ShownRows"]


class ShownRows:
    """Keeps rows by job. `job_of` names the job of a row. A piece of text costs an append, however long the answer."""

    def __init__(self, job_of: Callable[[str], JobId]) -> None:
        self._job_of = job_of
        self._rows: dict[JobId, dict[str, Row]] = {}
        self._fed: dict[str, list[Feed]] = {}
        self._shown: dict[JobId, None] = {}

    def begin(self, job: JobId) -> None:
        """A job was submitted, and is shown."""
        self._rows.setdefault(job, {})
        self._shown[job] = None

    def row(self, row_id: str) -> Row | None:
        """A row as it was last given, without what was fed since."""
        return self._rows.get(self._job_of(row_id), {}).get(row_id)

    def take(self, operations: Iterable[Operation]) -> list[Operation]:
        """Keep what they make of the rows; those of them that the screen needs."""
        needed: list[Operation] = []
        for operation in operations:
            job = self._keep(operation)
            if job is None or job in self._shown:
                needed.append(operation)
        return needed

    def leave(self, path: Sequence[JobId]) -> list[Operation]:
        """Another branch is shown: take away what is on screen and not on it, the last row first."""
        on_it = set(path)
        gone = [job for job in self._shown if job not in on_it]
        for job in gone:
            del self._shown[job]
        return [Remove(row_id) for job in reversed(gone) for row_id in reversed(self._rows.get(job, {}))]

    def show(self, path: Sequence[JobId], at: str) -> Show:
        """All rows of a branch."""
        self._shown = dict.fromkeys(path)
        rows = [self._whole(row) for job in path for row in self._rows.get(job, {}).values()]
        return Show(tuple(rows), at)

    def _keep(self, operation: Operation) -> JobId | None:
        match operation:
            case Append(row) | Replace(row):
                job = self._job_of(row.id)
                self._fed.pop(row.id, None)
                self._rows.setdefault(job, {})[row.id] = row
                return job
            case Remove(row_id):
                job = self._job_of(row_id)
                self._rows.get(job, {}).pop(row_id, None)
                return job
            case Feed(row_id):
                self._fed.setdefault(row_id, []).append(operation)
                return self._job_of(row_id)
            case Show():
                return None

    def _whole(self, row: Row) -> Row:
        fed = self._fed.get(row.id)
        if not fed or not isinstance(row, AnswerRow):
            return row
        text = row.text + "".join(piece.text for piece in fed)
        return replace(row, text=text, thinking=row.thinking + "".join(piece.thinking for piece in fed))
