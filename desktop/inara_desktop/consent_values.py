"""Calls that ask for consent, what was done, and the rules, as the window shows them.

The same kind of values as in `values`: the bridge makes them, widgets render them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

__all__ = [
    "ActivityFilter",
    "ActivityItem",
    "ChainItem",
    "Decision",
    "DecisionItem",
    "PendingCall",
    "RuleChoice",
    "RuleItem",
]


class RuleChoice(NamedTuple):
    """A rule that may be made with an answer, spelled out in `words`; `under` is a folder or ""."""

    profile: str
    tool: str
    under: str
    words: str


class PendingCall(NamedTuple):
    """A tool call as the confirm dialog shows it: resolved by our code, nothing of it by the model's word.

    `details` are (label, value) pairs such as ("Path", "/home/…"); `preview` is a unified diff or
    text; `reason` says why it asks, `because` names the earlier steps that made it; `risk` is 0 to 4;
    `digest` binds the answer to this very action; `offers` are the rules that may be made of it.
    `arguments` is what the tool is given, as it may be changed; `expires_at` is Unix seconds.
    """

    call_id: str
    tool: str
    summary: str
    digest: str
    risk: int
    reason: str
    details: tuple[tuple[str, str], ...] = ()
    preview: str = ""
    preview_kind: Literal["none", "diff", "text"] = "none"
    because: tuple[str, ...] = ()
    offers: tuple[RuleChoice, ...] = ()
    arguments: Mapping[str, Any] = {}
    edited: bool = False
    expires_at: float | None = None


class Decision(NamedTuple):
    """The person's answer to one call. `reason` is what the model is told when declined, `rule` one that is made."""

    call_id: str
    digest: str
    approved: bool
    reason: str = ""
    rule: RuleChoice | None = None


class ActivityItem(NamedTuple):
    """A call of a tool, in the activity list. `outcome` is "" while it waits or runs."""

    call_id: str
    job_id: str
    session_id: str
    session_title: str
    summary: str
    at: float
    outcome: str
    allowed_by: str = ""
    can_undo: bool = False
    undone: bool = False


class ActivityFilter(NamedTuple):
    """Which calls the activity list shows; "" is any."""

    text: str = ""
    outcome: str = ""
    by: str = ""


class DecisionItem(NamedTuple):
    """A row of the log of decisions, as `activity.DecisionRow` has it."""

    number: int
    at: float
    what: str
    by: str
    tool: str


class ChainItem(NamedTuple):
    """Whether the log of decisions is as it was written: `broken` is its first number that is not."""

    decisions: int
    since: float | None
    broken: int | None = None


class RuleItem(NamedTuple):
    """A rule in the list; one of the settings file is neither counted nor deletable here."""

    id: str
    profile: str
    words: str
    allows: bool
    deletable: bool
    made_at: float | None = None
    made_by: str = ""
    hits: int | None = None
    last_used: float | None = None
