"""The messages of a request: made when a model is asked, and again when somebody wants to know what it was told.

Pure functions of a job's state and its history, so that both times give the same.
"""

from __future__ import annotations

from inara_engine import context
from inara_engine.jobs.history import History
from inara_engine.messages import Message
from inara_engine.state import REPEATING, STUCK, JobState, repeats

__all__ = ["to_orchestrator", "to_writer"]


def to_orchestrator(history: History, state: JobState, *, concluding: bool) -> tuple[Message, ...]:
    """The history and the job so far; `concluding` asks for the best answer without tools."""
    return (*history.messages(state.compacted), *state.messages, *_last_word(state, concluding=concluding))


def to_writer(history: History, state: JobState) -> tuple[Message, ...]:
    """The task with what was found; after a cut, what had been written and the word to go on."""
    task = state.messages[0] if state.messages else Message("user")
    asked = Message("user", context.with_findings(task.text, state.summary), images=task.images)
    after = state.messages[state.summary_at + 1 :] if state.summary_at is not None else ()
    return (*history.messages(state.compacted), asked, *after)


def _last_word(state: JobState, *, concluding: bool) -> tuple[Message, ...]:
    """What the app itself has to say to a model that has used up its rounds, or goes round in circles."""
    times = repeats(state)
    if concluding:
        return (Message("user", context.LAST_OF_MANY if times >= STUCK else context.LAST_ROUND),)
    if times >= REPEATING and state.messages[-1].role == "tool":
        return (Message("user", context.REPEATED.format(times=times)),)
    return ()
