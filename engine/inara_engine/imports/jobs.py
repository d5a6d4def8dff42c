"""An imported conversation as the jobs that tell the same."""

from __future__ import annotations

from collections.abc import Iterator

from inara_engine.events import DurableEvent, JobFinished, ModelAsked, ModelFinished, TaskSubmitted
from inara_engine.frozen import frozen
from inara_engine.imports.session import ImportedMessage, ImportedSession, joined

__all__ = ["ImportedJob", "as_jobs"]


@frozen
class ImportedJob:
    """The events of one ended job, and the time of each in Unix seconds. `turn` is what others say they follow."""

    events: tuple[DurableEvent, ...]
    times: tuple[float, ...]
    turn: str = ""


def as_jobs(session: ImportedSession, now: float) -> list[ImportedJob]:
    """Each user message with all that answers it. Times that the file lacks are those before them, or `now`."""
    at = session.created_at or next((message.at for message in session.messages if message.at), None) or now
    jobs: list[ImportedJob] = []
    for task, answers in _turns(session):
        begun = at = max(at, task.at or at) if task else at
        events: list[DurableEvent] = [_task(task)]
        times = [begun]
        if answers:
            at = max(at, answers[-1].at or at)
            model = next((answer.model for answer in reversed(answers) if answer.model), "")
            events.append(ModelAsked(round=1, model=model, model_label=model))
            events.append(
                ModelFinished(
                    text=joined(answer.text for answer in answers),
                    thinking=joined(answer.thinking for answer in answers),
                    model=model,
                    model_label=model,
                )
            )
            times += [begun, at]
        turn = task.turn if task else ""
        jobs.append(ImportedJob((*events, JobFinished(status="complete")), (*times, at), turn))
    return jobs


def _task(message: ImportedMessage | None) -> TaskSubmitted:
    if message is None:
        return TaskSubmitted(text="", origin="import")
    return TaskSubmitted(text=message.text, images=message.images, follows=message.follows, origin="import")


def _turns(session: ImportedSession) -> Iterator[tuple[ImportedMessage | None, list[ImportedMessage]]]:
    task: ImportedMessage | None = None
    answers: list[ImportedMessage] = []
    for message in session.messages:
        if message.role == "assistant":
            answers.append(message)
            continue
        if task is not None or answers:
            yield task, answers
        task, answers = message, []
    if task is not None or answers:
        yield task, answers
