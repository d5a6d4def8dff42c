"""A session as a tree of jobs: a prompt that was changed or asked again stands beside the first one, on its own branch.

One way through it is shown. Each job remembers which of those after it was looked at last.
"""

from __future__ import annotations

from collections.abc import Iterator

from inara_engine.events import JobId

__all__ = ["Branches"]

ROOT = ""  # what the first job of a session follows


class Branches:
    """`follows` as in `TaskSubmitted`: None is the job submitted before, "" begins anew."""

    def __init__(self) -> None:
        self._parent: dict[JobId, JobId] = {}
        self._after: dict[JobId, list[JobId]] = {}
        self._chosen: dict[JobId, JobId] = {}
        self._last = ROOT
        self._tip: JobId | None = ROOT  # None: to be looked for

    def __contains__(self, job: JobId) -> bool:
        return job in self._parent

    @property
    def last(self) -> JobId:
        """The job submitted last; "" where there is none."""
        return self._last

    @property
    def tip(self) -> JobId:
        """The last job of the branch that is shown; "" where there is none."""
        if self._tip is None:
            self._tip = next(reversed(self.shown()), ROOT)
        return self._tip

    def add(self, job: JobId, follows: JobId | None) -> None:
        """A job was submitted; it is shown from now on."""
        parent = self._last if follows is None else follows
        if parent not in self._parent:
            parent = ROOT
        self._parent[job] = parent
        self._after.setdefault(parent, []).append(job)
        self._last = job
        if parent == self.tip:  # as nearly always: what leads there is shown already
            self._chosen[parent] = self._tip = job
        else:
            self.choose(job)

    def move(self, job: JobId, follows: JobId) -> None:
        """A job that waits for its turn follows another one now."""
        if job in self._parent and (follows == ROOT or follows in self._parent):
            self._leave(job)
            self._parent[job] = follows
            self._after.setdefault(follows, []).append(job)
            self._chosen[follows] = job
            self._tip = None

    def remove(self, job: JobId) -> None:
        """A job was withdrawn before it began. What follows it is moved first."""
        if job in self._parent:
            self._leave(job)
            if self._last == job:
                self._last = self._parent[job]
            del self._parent[job]
            self._tip = None

    def choose(self, job: JobId) -> None:
        """Show the branch that a job is on."""
        self._tip = None
        while job in self._parent:
            parent = self._parent[job]
            self._chosen[parent] = job
            job = parent

    def follows(self, job: JobId) -> JobId:
        """The job before one on its branch; "" for the first."""
        return self._parent.get(job, ROOT)

    def beside(self, job: JobId) -> list[JobId]:
        """The jobs that follow the same one, itself included, in the order they were submitted."""
        return self._after.get(self.follows(job), [])

    def shown(self) -> list[JobId]:
        """The jobs of the branch that is shown, oldest first."""
        path: list[JobId] = []
        job = ROOT
        while job in self._chosen:
            job = self._chosen[job]
            path.append(job)
        return path

    def from_the_end(self) -> Iterator[JobId]:
        """The same jobs, newest first; each costs the same however long the branch is."""
        job = self.tip
        while job in self._parent:
            yield job
            job = self._parent[job]

    def _leave(self, job: JobId) -> None:
        parent = self._parent[job]
        beside = self._after[parent]
        beside.remove(job)
        if self._chosen.get(parent) == job:
            if beside:
                self._chosen[parent] = beside[-1]
            else:
                del self._chosen[parent]
