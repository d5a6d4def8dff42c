"""From a session's events to what the transcript shows. No Qt: it makes operations, the view does them.

The person's own bubble, the answer that streams, a call's card and an error's next step all come from
recorded events and from nothing else, so a session opened years later looks as it did live.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from inara_desktop.answer_figures import TurnFigures
from inara_desktop.branches import Branches
from inara_desktop.operations import Append, Feed, Operation, Remove, Replace
from inara_desktop.said import remedy, said
from inara_desktop.shown_rows import ShownRows
from inara_desktop.tool_cards import ToolCards, row_pictures
from inara_desktop.transcript.rows import AnswerRow, ErrorRow, NoticeRow, RowAction, UserRow
from inara_desktop.values import ContextFill, Stops, demo_badge
from inara_desktop.wording import later, translate
from inara_engine.events import (
    ArgumentsEdited,
    CallId,
    ConfirmationAnswered,
    ConfirmationRequested,
    Event,
    Halted,
    JobFinished,
    JobId,
    JobInterrupted,
    JobResumed,
    JobStopping,
    ModelAsked,
    ModelFinished,
    ModelStopped,
    Progress,
    Recorded,
    SessionRenamed,
    Stalled,
    TaskSubmitted,
    TextDelta,
    ThinkingDelta,
    ToolFinished,
    ToolStarted,
    ToolUndone,
)

if TYPE_CHECKING:
    from inara_desktop.said import Explained

__all__ = ["Presenter"]

RETRY = RowAction("retry", later("Presenter", "Try again"), primary=True)
CONTINUE = RowAction("continue", later("Presenter", "Continue"), primary=True)
STOP = RowAction("stop", later("Presenter", "Stop"))
STOP_ALL = RowAction("cancel", later("Presenter", "Stop it now"))
DOCTOR = RowAction("doctor", later("Presenter", "What can I do?"))
MODELS = RowAction("models", later("Presenter", "Change the models…"))
LATE_JOBS = 20  # an answer before them says nothing of how full the window is now
OF_A_MODEL = frozenset(  # errors the doctor can look into
    {"Unavailable", "Rejected", "ToolsRefused", "PicturesRefused", "ContextTooLong", "UserError"}
)


@dataclass(slots=True)
class _Job:
    """What is on screen of one job."""

    job_id: JobId
    place: int  # among the session's jobs, in the order they came
    label: str = ""
    badge: str = ""
    round: int = 0
    answer: AnswerRow | None = None  # the reply that streams, or the last one
    cut: AnswerRow | None = None  # a reply that was cut off
    notice: bool = False
    end: bool = False
    stopping: bool = False
    called: bool = False  # it asked for tools
    figures: TurnFigures = field(default_factory=TurnFigures)

    @property
    def answer_id(self) -> str:
        return f"{self.job_id}/{self.round}"


class Presenter:
    """Follows one session. `demo_models` are ids whose answers are marked as a script's, not a model's."""

    def __init__(self, demo_models: frozenset[str]) -> None:
        self._demo_models = demo_models
        self._jobs: dict[JobId, _Job] = {}
        self._open: dict[JobId, _Job] = {}  # those that haven't ended
        self._waiting: dict[CallId, JobId] = {}
        self._cards = ToolCards()
        self._queued: dict[JobId, UserRow] = {}
        self._rows = ShownRows(self.job_of)
        self._branches = Branches()
        self.title = ""

    @property
    def active_job(self) -> JobId | None:
        """The job that runs, waits or is next, if any."""
        return min(self._open.values(), key=lambda job: job.place).job_id if self._open else None

    @property
    def stops(self) -> Stops:
        """What is to be stopped next: the answer; or the job, where it waits, or tools are still at work after that."""
        job = self._jobs.get(self.active_job or "")
        waits = self.active_job in self._waiting.values()
        return "job" if job is not None and (job.stopping or waits) else "answer"

    @property
    def waiting(self) -> frozenset[CallId]:
        """The calls that wait for the person in this session."""
        return frozenset(self._waiting)

    @staticmethod
    def job_of(row_id: str) -> JobId:
        """The job a row belongs to."""
        return row_id.split("/", 1)[0].split(".", 1)[0]

    @staticmethod
    def round_of(row_id: str) -> int:
        """The round an answer was given in; 0 for other rows."""
        last = row_id.rpartition("/")[2]
        return int(last) if last.isdecimal() else 0

    def take(self, recorded: Recorded) -> list[Operation]:
        """What one more event changes on screen."""
        event = recorded.event
        match event:
            case SessionRenamed(title=title):
                self.title = title
                return []
            case _ if not recorded.job_id:  # of the session as a whole: pinned, seen, filed
                return []
            case TaskSubmitted():
                return self._submitted(recorded, event)
            case _:
                job = self._jobs.get(recorded.job_id) or self._begun(recorded.job_id)
                return self._rows.take(self._below(self._of_job(job, event)))

    @property
    def tip(self) -> JobId:
        """The last job of the branch on screen; "" where there is none."""
        return self._branches.tip

    @property
    def context(self) -> ContextFill | None:
        """How full the model's window is at the end of the branch on screen; None where no late answer says."""
        for job in islice(self._branches.from_the_end(), LATE_JOBS):
            if (known := self._jobs.get(job)) and (fill := known.figures.context):
                return fill
        return None

    @property
    def at_latest(self) -> bool:
        """Whether the last job of the branch on screen is the one submitted last."""
        return self.tip == self._branches.last

    def knows(self, job: JobId) -> bool:
        """Whether it is a job of the session."""
        return job in self._branches

    def follows(self, job: JobId) -> JobId:
        """The job before one on its branch; "" for the first."""
        return self._branches.follows(job)

    def step(self, job: JobId, by: int) -> list[Operation]:
        """Show the branch of the job that stands `by` places beside this one."""
        beside = self._branches.beside(job)
        if job not in beside or not 0 <= beside.index(job) + by < len(beside):
            return []
        return self.show(beside[beside.index(job) + by])

    def show(self, job: JobId) -> list[Operation]:
        """Show the branch that a job is on; nothing where it is on screen already."""
        if job in self._branches.shown():
            return []
        self._branches.choose(job)
        return [self._rows.show(self._branches.shown(), at=f"{job}/task")]

    def _begun(self, job_id: JobId) -> _Job:
        made = self._jobs[job_id] = self._open[job_id] = _Job(job_id, len(self._jobs))
        return made

    def _ends(self, job: _Job) -> None:
        self._open.pop(job.job_id, None)

    def _submitted(self, recorded: Recorded, event: TaskSubmitted) -> list[Operation]:
        job_id = recorded.job_id
        queued = bool(self._open)
        self._begun(job_id)
        before = self.tip
        self._branches.add(job_id, event.follows)
        leaves = self._branches.follows(job_id) != before
        left = self._rows.leave(self._branches.shown()) if leaves else []
        self._rows.begin(job_id)
        if not event.text and not event.images:
            return left
        row = UserRow(f"{job_id}/task", event.text, recorded.at, row_pictures(event.images), queued)
        if queued:
            self._queued[job_id] = row
        return [*left, *self._rows.take([Append(row)]), *self._rows.take(self._counted(job_id))]

    def _counted(self, job: JobId) -> Iterator[Operation]:
        """Every message beside this one says how many there are."""
        beside = self._branches.beside(job)
        for place, each in enumerate(beside, start=1):
            row = self._rows.row(f"{each}/task")
            if isinstance(row, UserRow) and (row.branch, row.branches) != (place, len(beside)):
                row = replace(row, branch=place, branches=len(beside))
                if each in self._queued:
                    self._queued[each] = row
                yield Replace(row)

    def _below(self, operations: Iterable[Operation]) -> Iterator[Operation]:
        """The same with queued prompts kept below whatever is appended before their turn."""
        for operation in operations:
            if isinstance(operation, Append) and self._queued:
                yield from (Remove(row.id) for row in self._queued.values())
                yield operation
                yield from (Append(row) for row in self._queued.values())
            else:
                yield operation

    def _of_job(self, job: _Job, event: Event) -> Iterator[Operation]:
        match event:
            case ModelAsked():
                yield from self._asked(job, event)
            case TextDelta(text=text):
                yield from self._streaming(job)
                yield Feed(job.answer_id, text=text)
            case ThinkingDelta(text=text):
                yield from self._streaming(job)
                yield Feed(job.answer_id, thinking=text)
            case ModelFinished():
                yield from self._finished(job, event)
            case ModelStopped():
                yield from self._stopped(job, event)
            case Progress(text=text):
                yield self._notice(job, NoticeRow(f"{job.job_id}/notice", said(text), busy=True))
            case Stalled(silent_s=silent_s):
                words = translate("Presenter", "Nothing has come for {seconds} seconds. Inara goes on waiting.")
                text = words.format(seconds=round(silent_s))
                yield self._notice(job, NoticeRow(f"{job.job_id}/notice", text, busy=True, actions=_labelled(STOP)))
            case (
                ConfirmationRequested()
                | ArgumentsEdited()
                | ConfirmationAnswered()
                | ToolStarted()
                | ToolFinished()
                | ToolUndone()
            ):
                if isinstance(event, ConfirmationRequested):
                    self._waiting[event.call_id] = job.job_id
                elif isinstance(event, ConfirmationAnswered | ToolFinished):
                    self._waiting.pop(event.call_id, None)
                yield from self._cards.take(event)
            case JobInterrupted():
                yield from self._interrupted(job)
            case JobResumed(how=how):
                yield from self._resumed(job, how)
            case JobStopping():
                job.stopping = True
                text = translate("Presenter", "Stopped. What is at work comes to its end.")
                yield self._notice(job, NoticeRow(f"{job.job_id}/notice", text, busy=True, actions=_labelled(STOP_ALL)))
            case JobFinished():
                yield from self._ended(job, event)
            case Halted(error=error):
                yield from self._end(job, _error(f"{job.job_id}/end", error, RETRY))
            case _:
                pass

    def _asked(self, job: _Job, event: ModelAsked) -> Iterator[Operation]:
        if row := self._queued.pop(job.job_id, None):
            yield Replace(replace(row, queued=False))
        job.figures.asked(event)
        job.round = event.round
        job.label, job.badge = event.model_label, demo_badge() if event.model in self._demo_models else ""
        job.answer = None
        yield self._notice(
            job,
            NoticeRow(
                f"{job.job_id}/notice",
                translate("Presenter", "{model} is reading…").format(model=event.model_label),
                busy=True,
            ),
        )

    def _streaming(self, job: _Job) -> Iterator[Operation]:
        yield from self._no_notice(job)
        if job.answer is None:
            job.answer = AnswerRow(job.answer_id, label=job.label, badge=job.badge, streaming=True)
            yield Append(job.answer)

    def _finished(self, job: _Job, event: ModelFinished) -> Iterator[Operation]:
        yield from self._no_notice(job)
        label = event.model_label or job.label
        text, thinking = event.text, event.thinking
        if event.summary:  # notes for the model that writes the answer
            text, thinking = "", "\n\n".join(part for part in (thinking, text) if part)
        figures = job.figures.finished(event)
        footer = "" if event.calls or event.summary else figures
        answer = AnswerRow(job.answer_id, text, thinking, label, job.badge, footer)
        if job.answer is not None:
            yield Replace(answer)
            job.answer = answer
        elif text or thinking:
            yield Append(answer)
            job.answer = answer
        job.called = job.called or bool(event.calls)
        for call in event.calls:
            yield self._cards.called(call)

    def _stopped(self, job: _Job, event: ModelStopped) -> Iterator[Operation]:
        yield from self._no_notice(job)
        row = AnswerRow(job.answer_id, event.text, event.thinking, job.label, job.badge, partial=True)
        if job.answer is not None:
            yield Replace(row)
        elif event.text or event.thinking:
            yield Append(row)
        job.cut = row if event.text else None
        job.answer = None

    def _interrupted(self, job: _Job) -> Iterator[Operation]:
        actions = (CONTINUE, replace(RETRY, primary=False)) if job.cut else (RETRY,)
        text = translate("Presenter", "Inara ended before an answer came.")
        if job.cut:
            text = translate("Presenter", "Inara ended in the middle of this answer.")
        yield from self._end(job, NoticeRow(f"{job.job_id}/end", text, actions=_labelled(*actions)))

    def _resumed(self, job: _Job, how: str) -> Iterator[Operation]:
        job.stopping = False
        self._open[job.job_id] = job
        yield from self._cards.withdraw_undo(job.job_id)
        if job.end:
            job.end = False
            yield Remove(f"{job.job_id}/end")
        if how == "retry" and job.cut is not None:
            yield Remove(job.cut.id)
        job.cut = None

    def _ended(self, job: _Job, event: JobFinished) -> Iterator[Operation]:
        yield from self._no_notice(job)
        self._ends(job)
        for call in [call for call, of in self._waiting.items() if of == job.job_id]:
            del self._waiting[call]
        if row := self._queued.pop(job.job_id, None):
            yield Replace(replace(row, queued=False))
        row_id = f"{job.job_id}/end"
        if event.status == "error" and event.error is not None:
            actions = (CONTINUE, replace(RETRY, primary=False)) if job.cut else (RETRY,)
            actions += (DOCTOR,) * (event.error.kind in OF_A_MODEL)
            actions += (MODELS,) * ("[models." in event.error.next_step)  # what to do is done there
            yield from self._end(job, _error(row_id, event.error, *actions))
        elif event.status == "cancelled":
            text = translate("Presenter", "Stopped.")
            onward = CONTINUE if job.cut or job.called else RETRY
            yield from self._end(job, NoticeRow(row_id, text, actions=_labelled(replace(onward, primary=False))))
        else:
            yield from self._cards.offer_undo(job.job_id)

    def _end(self, job: _Job, row: NoticeRow | ErrorRow) -> Iterator[Operation]:
        yield from self._no_notice(job)
        yield Replace(row) if job.end else Append(row)
        job.end = True
        self._ends(job)
        yield from self._cards.offer_undo(job.job_id)

    def _notice(self, job: _Job, row: NoticeRow) -> Operation:
        shown, job.notice = job.notice, True
        return Replace(row) if shown else Append(row)

    def _no_notice(self, job: _Job) -> Iterator[Operation]:
        if job.notice:
            job.notice = False
            yield Remove(f"{job.job_id}/notice")


def _error(row_id: str, error: Explained, *actions: RowAction) -> ErrorRow:
    return ErrorRow(row_id, said(error.message), remedy(error), _labelled(*actions))


def _labelled(*actions: RowAction) -> tuple[RowAction, ...]:
    return tuple(replace(action, label=translate("Presenter", action.label)) for action in actions)
