"""May this call run? One table, read from top to bottom; pure.

It decides from the resolved action, never from what a model says about it. The first row that applies
answers. What a tool may do at all stands before what may run unasked, and the information-flow guard
stands before everything that runs unasked but mere reading: whoever is asked too often stops reading.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal

from inara_engine.events import Action, Mode, RuleOffer
from inara_engine.frozen import frozen
from inara_engine.messages import Capability, Risk
from inara_engine.settings import PolicySettings, Rule
from inara_engine.state import Flags

__all__ = [
    "Allow",
    "Confirm",
    "Decision",
    "Deny",
    "PolicyContext",
    "Remembered",
    "at_least",
    "decide",
    "effective_risk",
    "in_words",
    "offered",
    "rules_from",
    "who_allowed",
    "with_real_folders",
]

_MAX_AUTO = Risk.READS  # runs without asking
_MAX_REMEMBERED = Risk.REVERSIBLE  # may be allowed once and for all
LONGEST_FOLDER = 300  # characters in a reason


@frozen
class Remembered:
    """A rule that a person made from a call."""

    id: str
    rule: Rule


@dataclass(frozen=True)
class PolicyContext:
    """What a decision depends on beside the action.

    `role_tools` are patterns ("*"). `approve_below`: risks below it need no question (the terminal's
    `--approve-all-below`). `approved`: a person approved exactly this action, by its digest.
    `remembered` are the rules made from calls under `profile`, "" where none may be made (off the record).
    """

    policy: PolicySettings
    role_tools: tuple[str, ...] = ("*",)
    mode: Mode = "agent"
    flags: Flags = Flags()
    approve_below: int = 0
    approved: bool = False
    profile: str = ""
    remembered: tuple[Remembered, ...] = ()


@frozen
class Allow:
    """It runs; `by` says what let it, `rule` which rule did: its id, or its words in the settings."""

    by: Literal["person", "reads", "rule", "risk"]
    rule: str = ""


@frozen
class Confirm:
    """A person is asked. `because` names the earlier steps the guard refers to, `offers` the rules that may be made."""

    reason: str
    because: tuple[str, ...] = ()
    offers: tuple[RuleOffer, ...] = ()

    @property
    def may_remember(self) -> bool:
        """Whether the answer may be kept as a rule."""
        return bool(self.offers)


@frozen
class Deny:
    """It doesn't run, and nobody is asked."""

    reason: str


Decision = Allow | Confirm | Deny


def decide(tool_name: str, action: Action, context: PolicyContext) -> Decision:
    """Whether a call of `tool_name` that would do `action` runs, waits for a person, or is refused."""
    denied = _refusal(tool_name, action, context)
    if denied:
        return Deny(denied)
    if context.approved:
        return Allow("person")
    return _guard(action, context.flags) or _consent(tool_name, action, context)


def offered(tool_name: str, floor: Action, context: PolicyContext) -> bool:
    """Whether a model is told of a tool at all; `floor` is the least that a call of it would be."""
    return not _refusal(tool_name, floor, context)


def effective_risk(action: Action) -> Risk:
    """The action's risk, never below what its capabilities imply."""
    return at_least(action.risk, action.capabilities)


def at_least(risk: Risk, capabilities: AbstractSet[Capability]) -> Risk:
    """A risk, never below what the capabilities imply."""
    floor = Risk.PURE
    if Capability.MUTATES in capabilities:
        floor = Risk.REVERSIBLE
    if Capability.CAN_EXFILTRATE in capabilities:
        floor = Risk.REVERSIBLE if Capability.READS_UNTRUSTED in capabilities else Risk.IRREVERSIBLE
    return max(risk, floor)


def rules_from(tool_name: str, action: Action, profile: str) -> tuple[RuleOffer, ...]:
    """The rules that a call gives reason for, the narrower first: its tool in the folder it works in, its tool."""
    rules = [Rule(tool=tool_name)]
    folder = os.path.commonpath([Path(path).parent for path in action.paths]) if action.paths else ""
    if len(Path(folder).parts) > 1:
        rules.insert(0, Rule(tool=tool_name, under=folder))
    return tuple(
        RuleOffer(profile=profile, tool=rule.tool, under=rule.under or "", words=in_words(rule)) for rule in rules
    )


def in_words(rule: Rule) -> str:
    """What a rule that allows something says."""
    if rule.tool == "*":
        tools = "Every tool"
    else:
        tools = f"{rule.tool.removesuffix('*')}…" if rule.tool.endswith("*") else rule.tool
    return f"{tools} in {rule.under}" if rule.under else f"{tools}, wherever it may work"


def who_allowed(allowed_by: str, rule: str = "") -> str:
    """Who let a call run, for people; `rule` in words (see `events.ToolStarted`)."""
    match allowed_by:
        case "window" | "terminal":
            return f"you, in the {allowed_by}"
        case "http":
            return "you, through another program"
        case "rule":
            return f"a rule: {rule}" if rule else "a rule"
        case "reads":
            return "only reads"
        case "risk":
            return "you, for this task: risks below a limit"
        case _:
            return allowed_by


def with_real_folders(policy: PolicySettings, home: Path) -> PolicySettings:
    """The same policy with each rule's `under` absolute and its links resolved, as actions name their paths.

    Looks at the disk: once, when settings are loaded, not per decision.
    """

    def real(rules: Sequence[Rule]) -> tuple[Rule, ...]:
        return tuple(
            rule if rule.under is None else rule.model_copy(update={"under": _real(rule.under, home)}) for rule in rules
        )

    return policy.model_copy(update={"allow": real(policy.allow), "deny": real(policy.deny)})


def _refusal(tool_name: str, action: Action, context: PolicyContext) -> str:
    """The rows that refuse, in order; "" where none applies."""
    policy, risk = context.policy, effective_risk(action)
    if risk >= Risk.FORBIDDEN:
        why = next((detail.value for detail in action.details if detail.label == "Refused"), "")
        return f"{why} No tool may do this, and it can't be approved." if why else "No tool may ever do this."
    if _named(tool_name, policy.blacklist):
        return f"The settings block the tool {tool_name}."
    if not _named(tool_name, context.role_tools):
        return f"This role doesn't have the tool {tool_name}."
    if policy.user_role != "owner" and risk >= Risk.IRREVERSIBLE:
        return "A guest may not do what can't be undone, or reach outside the granted folders."
    if context.mode == "chat" and action.capabilities & {Capability.MUTATES, Capability.CAN_EXFILTRATE}:
        return "In chat mode nothing is changed, run or sent. The person can switch to agent mode."
    if any(_denies(rule, tool_name, action) for rule in policy.deny):
        return f"A rule in the settings refuses {tool_name} here."
    if risk > policy.max_risk and not _named(tool_name, policy.whitelist):
        return f"Its risk is {int(risk)}, and the settings allow {policy.max_risk} at most."
    return ""


def _guard(action: Action, flags: Flags) -> Confirm | None:
    """The information-flow guard: T1 keeps private data in, T2 keeps strangers' instructions from acting."""
    private = Capability.READS_PRIVATE in action.capabilities or bool(flags.private)
    untrusted = Capability.READS_UNTRUSTED in action.capabilities or bool(flags.untrusted)
    if Capability.CAN_EXFILTRATE in action.capabilities and private and untrusted:
        steps = tuple(dict.fromkeys((*flags.private, *flags.untrusted)))
        return Confirm(
            "It can send something out of this computer, while private data and text that nobody here wrote "
            "are in play.",
            because=steps,
        )
    if Capability.MUTATES in action.capabilities and flags.untrusted:
        return Confirm(
            " ".join((_change(action), "What it does may come from text that nobody here wrote.")),
            because=flags.untrusted,
        )
    return None


def _consent(tool_name: str, action: Action, context: PolicyContext) -> Decision:
    """The rows that let something run unasked, then the question."""
    risk = effective_risk(action)
    if risk <= _MAX_AUTO:
        return Allow("reads")
    if risk <= _MAX_REMEMBERED:
        for kept in context.remembered:
            if _allows(kept.rule, tool_name, action):
                return Allow("rule", kept.id)
        for rule in context.policy.allow:
            if _allows(rule, tool_name, action):
                return Allow("rule", in_words(rule))
    if risk < context.approve_below:
        return Allow("risk")
    may_remember = risk <= _MAX_REMEMBERED and context.profile
    return Confirm(_why_asked(action), offers=rules_from(tool_name, action, context.profile) if may_remember else ())


def _why_asked(action: Action) -> str:
    notes = " ".join(detail.value for detail in action.details if detail.label == "Note")
    if notes:
        return notes
    if Capability.CAN_EXFILTRATE in action.capabilities:
        return "It can send something out of this computer."
    if Capability.MUTATES in action.capabilities:
        return _change(action)
    return "It reads more than what is granted."


def _change(action: Action) -> str:
    """What a call changes, as far as its paths tell; where one can't be read as it is, its details alone say it."""
    folders = [str(Path(path).parent) for path in action.paths]
    folders = sorted(set(folders)) if all(map(_plain, folders)) else []
    keeps = effective_risk(action) < Risk.IRREVERSIBLE
    match folders:
        case [only]:
            return f"It changes a file in “{only}”." if keeps else f"It deletes or replaces a file in “{only}”."
        case [first, second] if keeps:
            return f"It changes files in “{first}” and “{second}”."
        case [first, second]:
            return f"It deletes or replaces files in “{first}” and “{second}”."
        case _:
            return "It changes something." if keeps else "It deletes or replaces something."


def _plain(path: str) -> bool:
    return path.isprintable() and "”" not in path and len(path) <= LONGEST_FOLDER


def _named(tool_name: str, patterns: Sequence[str]) -> bool:
    """Asked for every tool at each task, mostly of "*"."""
    return bool(patterns) and ("*" in patterns or any(fnmatchcase(tool_name, pattern) for pattern in patterns))


def _allows(rule: Rule, tool_name: str, action: Action) -> bool:
    """Under a folder only if all it touches lies there, and something does."""
    if not fnmatchcase(tool_name, rule.tool):
        return False
    return rule.under is None or (bool(action.paths) and all(_lies_in(path, rule.under) for path in action.paths))


def _denies(rule: Rule, tool_name: str, action: Action) -> bool:
    """Under a folder if anything it touches lies there, or where that can't be told."""
    if not fnmatchcase(tool_name, rule.tool):
        return False
    if rule.under is None or not Path(rule.under).is_absolute():
        return True
    return any(_lies_in(path, rule.under) for path in action.paths)


def _lies_in(path: str, folder: str) -> bool:
    where = Path(path)
    return Path(folder).is_absolute() and where.is_relative_to(folder) and ".." not in where.parts


def _real(under: str, home: Path) -> str:
    spelled = home / under[2:] if under == "~" or under.startswith("~/") else home / under
    return os.path.realpath(spelled)
