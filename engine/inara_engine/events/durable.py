"""Events of a job, rows of the log. Additive: a field may come with a default, a changed meaning is a new kind."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Literal, Self

from pydantic import Field

from inara_engine.events.sessions import (
    SessionFiled,
    SessionPinned,
    SessionRenamed,
    SessionRestored,
    SessionSeen,
    SessionTrashed,
)
from inara_engine.events.values import (
    Action,
    CallId,
    Durable,
    ErrorInfo,
    JobId,
    Mode,
    Outcome,
    RuleOffer,
    Undo,
)
from inara_engine.messages import Capability, Image, Risk, ToolCall, ToolSpec, Usage

__all__ = [
    "ArgumentsEdited",
    "ConfirmationAnswered",
    "ConfirmationRequested",
    "DurableEvent",
    "HistoryCompacted",
    "ImagesDescribed",
    "JobFinished",
    "JobInterrupted",
    "JobResumed",
    "JobStopping",
    "ModelAsked",
    "ModelFinished",
    "ModelStopped",
    "PromptSet",
    "QuestionAnswered",
    "QuestionAsked",
    "QuestionWithdrawn",
    "TaskSubmitted",
    "ToolFinished",
    "ToolStarted",
    "ToolUndone",
]


class TaskSubmitted(Durable):
    """A person or program gave a task. Written before any byte leaves the machine.

    `private` and `untrusted` name what comes with it beside the person's own words, such as attached
    files (see `state.Flags`).
    """

    kind: Literal["task_submitted"] = "task_submitted"
    text: str
    images: tuple[Image, ...] = ()
    mode: Mode = "agent"
    model: str = ""  # id of [models.<id>]; "" = the role's first
    persona: str = ""
    tier: int | None = None
    include_long: bool = True  # which levels of memory go along at tier 2 and up
    include_mid: bool = True
    include_short: bool = True
    profile: str = ""
    respond_with_final: bool = True
    chat_role: str = ""  # the role that writes the answer; "" is chat
    local_only: bool | None = None  # only models on this machine; None: as the task before it in the session
    off_record: bool = False  # kept in memory only, forgotten when the app ends
    origin: str = "window"  # window | terminal | http | schedule | hook
    follows: str | None = None  # the job before it on its branch; "" begins anew; None: the one submitted before it
    approve_below: int = 0  # risks below this run without asking (terminal's --approve-all-below)
    fresh: bool = False  # what was said in the session before is neither told nor counted: a run of a schedule
    private: tuple[str, ...] = ()  # what its text brings into the session's context (see `state.Flags`)
    untrusted: tuple[str, ...] = ()
    pasted: bool = False  # some of the text was not typed by the person, who need not have read all of it


class PromptSet(Durable):
    """What a model is told before any message: the system prompt and the tools. Written when it differs from before.

    `digest` is the SHA-256 of the prompt and the tools' digests, which the `ModelAsked` that go with it name.
    """

    kind: Literal["prompt_set"] = "prompt_set"
    digest: str
    system: str
    tools: tuple[ToolSpec, ...] = ()

    @classmethod
    def of(cls, system: str, tools: tuple[ToolSpec, ...]) -> Self:
        """The event for this prompt."""
        told = json.dumps([system, *(tool.digest for tool in tools)])
        return cls(digest=hashlib.sha256(told.encode()).hexdigest(), system=system, tools=tools)


class HistoryCompacted(Durable):
    """The turns up to and including the job `through` were summed up: models are told `summary` in their place.

    The log keeps every word of them, and what had entered the context stays in the session's flags.
    """

    kind: Literal["history_compacted"] = "history_compacted"
    summary: str
    through: JobId
    turns: int = 0  # how many it stands for
    model: str = ""
    model_label: str = ""
    usage: Usage = Usage()
    cost: float | None = None
    duration_ms: int = 0


class ImagesDescribed(Durable):
    """A model that can see looked at the task's pictures for one that can't, which is told `text` in their place.

    "" where nobody could look at them and the task went on all the same.
    """

    kind: Literal["images_described"] = "images_described"
    text: str
    model: str = ""
    model_label: str = ""
    usage: Usage = Usage()
    cost: float | None = None
    duration_ms: int = 0


class ModelAsked(Durable):
    """A request is about to go to a model. Without an end after a crash: cut, never re-asked by itself.

    `private` and `untrusted` name what its system prompt brings into the session's context (see `state.Flags`).
    """

    kind: Literal["model_asked"] = "model_asked"
    round: int
    model: str
    model_label: str = ""
    role: str = "orchestrator"
    window: int | None = None  # tokens the model can read at once, where known
    room: int | None = None  # the same as we estimate tokens, by which what it was told was cut
    prompt: str = ""  # digest of the `PromptSet` it was told
    concluding: bool = False  # no rounds are left: without tools, and told so
    private: tuple[str, ...] = ()
    untrusted: tuple[str, ...] = ()


class ModelFinished(Durable):
    """A model's whole reply of one round. A `summary` is handed to another model, which writes the answer."""

    kind: Literal["model_finished"] = "model_finished"
    text: str = ""
    thinking: str = ""
    calls: tuple[ToolCall, ...] = ()
    usage: Usage = Usage()
    cost: float | None = None  # at the prices of then; None where the model has none
    finish: str = ""  # the server's finish reason, as it said it
    summary: bool = False
    model: str = ""
    model_label: str = ""
    first_token_ms: int = 0
    duration_ms: int = 0
    host: str = ""  # the machine that asked
    opaque: str = ""  # see messages.Message


class ModelStopped(Durable):
    """A reply that did not end by itself; what had been said is kept."""

    kind: Literal["model_stopped"] = "model_stopped"
    reason: Literal["error", "cancelled", "interrupted"]
    text: str = ""
    thinking: str = ""
    error: ErrorInfo | None = None


class ConfirmationRequested(Durable):
    """A call waits for a person. `digest` binds the answer to exactly this action.

    `because` names the earlier steps the information-flow guard asks about. `offers` are the rules that
    may be made with the answer. After `expires_at` (Unix seconds; None: never) it counts as unanswered.
    """

    kind: Literal["confirmation_requested"] = "confirmation_requested"
    call_id: CallId
    digest: str
    action: Action
    reason: str  # why it asks, in our words
    because: tuple[str, ...] = ()
    offers: tuple[RuleOffer, ...] = ()
    expires_at: float | None = None


class ArgumentsEdited(Durable):
    """A person changed what a waiting call is given; it is asked about anew, as what it is now."""

    kind: Literal["arguments_edited"] = "arguments_edited"
    call_id: CallId
    arguments: dict[str, Any]
    by: str = "window"


class ConfirmationAnswered(Durable):
    """A person's decision on one call."""

    kind: Literal["confirmation_answered"] = "confirmation_answered"
    call_id: CallId
    digest: str
    approved: bool
    reason: str = ""  # the person's words to the model when declined
    by: str = "window"
    rule: RuleOffer | None = None  # made with this answer


class ToolStarted(Durable):
    """The effect of a call is about to happen (the approval, if any, is used up by this).

    `allowed_by` is who let it: "reads" (it only reads what is granted), "rule", "risk" (all below one, for this
    task), or where a person answered ("window", "terminal", "http"); `rule` which rule. `digest` is that of a
    question about it: of exactly what happens now.
    """

    kind: Literal["tool_started"] = "tool_started"
    call_id: CallId
    summary: str = ""
    risk: Risk = Risk.PURE
    capabilities: frozenset[Capability] = frozenset()
    allowed_by: str = ""
    rule: str = ""
    digest: str = ""


class ToolFinished(Durable):
    """How a call ended, what the model is told, and the pictures it is shown. `digest` is of what policy refused."""

    kind: Literal["tool_finished"] = "tool_finished"
    call_id: CallId
    outcome: Outcome
    output: str = ""
    undo: tuple[Undo, ...] = ()
    duration_ms: int = 0
    images: tuple[Image, ...] = ()
    digest: str = ""


class QuestionAsked(Durable):
    """Who a running call speaks to (`source`, a server) wants to know something of the person.

    `form` is a JSON schema of an object with simple values; where it is None, `url` is a page to visit. The
    question ends with its call.
    """

    kind: Literal["question_asked"] = "question_asked"
    call_id: CallId
    question_id: str
    source: str
    message: str
    form: dict[str, Any] | None = None
    url: str = ""


class QuestionAnswered(Durable):
    """What the person said to it; `content` is what they filled in."""

    kind: Literal["question_answered"] = "question_answered"
    call_id: CallId
    question_id: str
    action: Literal["accept", "decline", "cancel"]
    content: dict[str, Any] = Field(default_factory=dict[str, Any])
    by: str = "window"


class QuestionWithdrawn(Durable):
    """Nobody can answer it any more: the call it belongs to has ended, or the app did."""

    kind: Literal["question_withdrawn"] = "question_withdrawn"
    call_id: CallId
    question_id: str
    reason: str


class ToolUndone(Durable):
    """The person had taken back what a call did to files; "failed" where not all of it could be.

    `message` says what became of each file. `taken_back` counts the call's effects taken back so far, from
    its last; `undo` would bring back those of this time.
    """

    kind: Literal["tool_undone"] = "tool_undone"
    call_id: CallId
    outcome: Literal["ok", "failed"]
    message: str = ""
    taken_back: int = 0
    undo: tuple[Undo, ...] = ()


class JobInterrupted(Durable):
    """The app ended in the middle of a model call; the person may continue or retry."""

    kind: Literal["job_interrupted"] = "job_interrupted"


class JobResumed(Durable):
    """The person went on with an interrupted or failed job: from where it was, or its last call again."""

    kind: Literal["job_resumed"] = "job_resumed"
    how: Literal["continue", "retry"]


class JobStopping(Durable):
    """The person stopped the answer while a tool was at work: that comes to its end, then the job ends as cancelled."""

    kind: Literal["job_stopping"] = "job_stopping"


class JobFinished(Durable):
    """The job's end."""

    kind: Literal["job_finished"] = "job_finished"
    status: Literal["complete", "error", "cancelled"]
    error: ErrorInfo | None = None


DurableEvent = (
    TaskSubmitted
    | PromptSet
    | HistoryCompacted
    | ImagesDescribed
    | ModelAsked
    | ModelFinished
    | ModelStopped
    | ConfirmationRequested
    | ArgumentsEdited
    | ConfirmationAnswered
    | ToolStarted
    | ToolFinished
    | QuestionAsked
    | QuestionAnswered
    | QuestionWithdrawn
    | ToolUndone
    | JobInterrupted
    | JobResumed
    | JobStopping
    | JobFinished
    | SessionRenamed
    | SessionPinned
    | SessionFiled
    | SessionTrashed
    | SessionRestored
    | SessionSeen
)
