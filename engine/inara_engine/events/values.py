"""What several events say: ids, actions, errors, ways back, rules that are offered."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from inara_engine.messages import Capability, Risk, Value

__all__ = [
    "Action",
    "CallId",
    "Detail",
    "Durable",
    "ErrorInfo",
    "JobId",
    "Mode",
    "Outcome",
    "RuleOffer",
    "SessionId",
    "Undo",
]

SessionId = str
JobId = str
CallId = str

Outcome = Literal["ok", "failed", "declined", "denied", "expired", "cancelled", "unknown"]
Mode = Literal["agent", "chat"]


class Durable(Value):
    """An event that is a row of the log."""

    durable: ClassVar[bool] = True


class ErrorInfo(Value):
    """An error as it is shown and stored: what went wrong, what to do next. `kind` is the class's name."""

    kind: str
    message: str
    next_step: str = ""


class Detail(Value):
    """One labelled line of an action, e.g. "Path" and the resolved path. Plain text."""

    label: str
    value: str


class Action(Value):
    """Exactly what a call will do, resolved; what the person sees and what runs are this one value.

    `facts` must still hold when it runs (real path, file identity, size, hash); `preview` is a
    unified diff or plain text. `asides` are shown too, but change by themselves (the next times of a
    schedule), so an approval is not bound to them. Nothing in here comes from a model unescaped except as plain text.
    """

    summary: str
    details: tuple[Detail, ...] = ()
    asides: tuple[Detail, ...] = ()
    preview: str = ""
    preview_kind: Literal["none", "diff", "text"] = "none"
    risk: Risk
    capabilities: frozenset[Capability] = frozenset()
    facts: dict[str, str] = Field(default_factory=dict)
    paths: tuple[str, ...] = ()  # resolved paths it touches, for rules such as {tool, under}


class Undo(Value):
    """How to take a file operation back: where the copy of what was there lies ("" = there was nothing).

    `left` is what the operation left at `path` (or `moved_to`), as `tools.undo.mark` says it: something
    else there means that somebody changed it since. "" where that was not noted.
    """

    path: str
    copy_path: str = ""
    moved_to: str = ""
    left: str = ""


class RuleOffer(Value):
    """A standing rule that a person may make with their answer: `tool` runs unasked, within `under` where that is set.

    It holds for `profile`. `words` spell it out for people.
    """

    profile: str
    tool: str
    under: str = ""
    words: str = ""
