"""What the log adds up to. Pure: `folding.fold(events)` gives the state, `next_step(state)` what to do next.

The same question is asked of a fresh job and of one that comes back after a restart; nothing
about a job is kept anywhere but in its events.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import Literal

from inara_engine.events import (
    Action,
    CallId,
    ErrorInfo,
    HistoryCompacted,
    Outcome,
    QuestionAsked,
    RuleOffer,
    TaskSubmitted,
)
from inara_engine.frozen import frozen
from inara_engine.messages import Capability, Image, Message, ToolCall, Usage

__all__ = [
    "AskModel",
    "CallState",
    "Finish",
    "Flags",
    "HandOff",
    "Interrupted",
    "JobState",
    "NextStep",
    "RunTools",
    "Status",
    "Wait",
    "next_step",
    "repeats",
]

Status = Literal["queued", "running", "awaiting_confirmation", "complete", "error", "cancelled", "interrupted"]
Phase = Literal["new", "waiting", "approved", "declined", "running", "done"]

REPEATING, STUCK = 3, 5  # the same call so often in a row: the model is told, or has to conclude
CONTINUE = "You were cut off. Go on exactly where you stopped; do not repeat what is already there."


@frozen
class Flags:
    """What has entered the model's context, by the summaries of the calls (or the names of the notes) that brought it.

    Both only grow within a session: `private` (the person's own data), `untrusted` (anybody's text).
    """

    private: tuple[str, ...] = ()
    untrusted: tuple[str, ...] = ()

    def after(self, summary: str, capabilities: frozenset[Capability]) -> Flags:
        """The flags once a call with these capabilities has run."""
        private, untrusted = self.private, self.untrusted
        if Capability.READS_PRIVATE in capabilities and summary not in private:
            private = (*private, summary)
        if Capability.READS_UNTRUSTED in capabilities and summary not in untrusted:
            untrusted = (*untrusted, summary)
        return self if private is self.private and untrusted is self.untrusted else Flags(private, untrusted)

    def union(self, other: Flags) -> Flags:
        """Both together, in order, each once."""
        if not other.private and not other.untrusted:
            return self
        return Flags(
            tuple(dict.fromkeys((*self.private, *other.private))),
            tuple(dict.fromkeys((*self.untrusted, *other.untrusted))),
        )


@dataclass(frozen=True)
class CallState:
    """One tool call of a job and how far it got.

    `action` and what stands with it up to `expires_at` are of the last question asked. `edited`: a person
    changed the arguments (`call` has the new ones).
    """

    call: ToolCall
    phase: Phase = "new"
    action: Action | None = None
    digest: str = ""
    asked_because: str = ""
    because: tuple[str, ...] = ()
    offers: tuple[RuleOffer, ...] = ()
    expires_at: float | None = None
    edited: bool = False
    answered_by: str = ""
    answer_reason: str = ""
    outcome: Outcome | None = None
    output: str = ""
    undone: bool = False  # the person had its effect on files taken back
    images: tuple[Image, ...] = ()
    questions: tuple[QuestionAsked, ...] = ()  # that wait for the person while it runs


@dataclass(frozen=True)
class JobState:
    """A job as its events tell it.

    `messages` are the job's own, ready for a model; `round_calls` those of the last reply;
    `done_calls` those of earlier rounds. `response` is the answer so far or at the end.
    """

    task: TaskSubmitted | None = None
    asked: int = 0  # model calls begun
    asking: bool = False  # a model call without its end
    replied: bool = False  # the last step was a whole reply
    messages: tuple[Message, ...] = ()
    round_calls: tuple[CallState, ...] = ()
    done_calls: tuple[CallState, ...] = ()
    flags: Flags = Flags()
    open_results: tuple[str, ...] = ()  # what tools gave before anything private was in this job's context
    response: str = ""
    model: str = ""
    model_label: str = ""
    host: str = ""
    usage: Usage = Usage()
    cost: float | None = None
    ended: Literal["complete", "error", "cancelled"] | None = None
    interrupted: bool = False
    resumed: bool = False  # at some time
    cut: bool = False  # the last message is a reply that was cut off
    summary: str = ""  # what the orchestrator found, where another model writes the answer
    summary_at: int | None = None  # the summary's place in `messages` until that answer is there
    error: ErrorInfo | None = None
    prompts: frozenset[str] = frozenset()  # digests of those its log has
    described: bool = False  # its pictures, by another model (or nobody could)
    stopping: bool = False  # the person stopped the answer: what is at work ends, nothing follows it
    compacted: HistoryCompacted | None = None  # how what came before it was summed up while it ran

    @property
    def status(self) -> Status:
        """The job's status as everybody is told it."""
        if self.ended is not None:
            return self.ended
        if self.interrupted:
            return "interrupted"
        if self.questions or (self.waiting and not self.runnable):
            return "awaiting_confirmation"
        return "running" if self.asked else "queued"

    @property
    def waiting(self) -> tuple[CallState, ...]:
        """The calls that wait for a person."""
        return tuple(call for call in self.round_calls if call.phase == "waiting")

    @property
    def questions(self) -> tuple[QuestionAsked, ...]:
        """What running calls want to know of the person."""
        return tuple(question for call in self.round_calls for question in call.questions)

    @property
    def runnable(self) -> tuple[CallState, ...]:
        """The calls that something can be done about now, in call order."""
        return tuple(call for call in self.round_calls if call.phase not in {"waiting", "done"})

    @property
    def typed(self) -> tuple[str, ...]:
        """What the person wrote: the task, unless another program or a model gave it."""
        if self.task is None or self.task.origin == "hook" or self.task.untrusted or self.task.pasted:
            return ()
        return (self.task.text,)

    @property
    def calls(self) -> tuple[CallState, ...]:
        """All calls of the job, in order."""
        return self.done_calls + self.round_calls

    @property
    def continues(self) -> bool:
        """Whether the next reply goes on with a text that was cut off."""
        return bool(self.messages) and self.messages[-1].text == CONTINUE

    def find(self, call_id: CallId) -> CallState | None:
        """A call of the current round."""
        return next((call for call in self.round_calls if call.call.call_id == call_id), None)


@frozen
class AskModel:
    """Ask the model; `round` counts from 1."""

    round: int


@frozen
class HandOff:
    """Ask the model that writes the answer; `round` counts on."""

    round: int


@frozen
class RunTools:
    """Decide on and run these calls, in this order."""

    calls: tuple[CallState, ...]


@frozen
class Wait:
    """Nothing to do until a person answers."""


@frozen
class Interrupted:
    """A model call was cut by a crash: say so, and do not pay for it again unasked."""


@frozen
class Finish:
    """The last reply is the answer, or the job has ended already."""


NextStep = AskModel | HandOff | RunTools | Wait | Interrupted | Finish


def next_step(state: JobState) -> NextStep:
    """What to do now: the one question, asked by fresh and resumed jobs alike."""
    if state.ended is not None:
        return Finish()
    if state.asking or state.interrupted:
        return Interrupted()
    if state.runnable:
        return RunTools(state.runnable)
    if state.waiting:
        return Wait()
    if state.summary_at is not None:
        return HandOff(state.asked + 1)
    if state.replied and not state.round_calls:
        return Finish()
    return AskModel(state.asked + 1)


def repeats(state: JobState) -> int:
    """How many times in a row the last call was made with the same arguments; no more than `STUCK` is counted."""
    number, last = 0, None
    for state_of_call in chain(reversed(state.round_calls), reversed(state.done_calls)):
        call = state_of_call.call
        last = last or call
        if number == STUCK or not (
            call.arguments == last.arguments and call.name == last.name and call.malformed == last.malformed
        ):
            break
        number += 1
    return number
