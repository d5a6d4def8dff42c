"""The information-flow guard over every sequence of steps, and the whole table over every case of its parts.

The references are written from the notes and not from the code: sets of plain words, no flags, no folds.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, combinations, product

import pytest

from inara_engine.events import Action
from inara_engine.messages import Capability, Risk
from inara_engine.policy import Allow, Confirm, Decision, Deny, PolicyContext, Remembered, decide
from inara_engine.settings import PolicySettings, Rule
from inara_engine.state import Flags

PRIVATE, UNTRUSTED, EXIT, CHANGE = "private", "untrusted", "exit", "change"
CAPABILITY = {
    PRIVATE: Capability.READS_PRIVATE,
    UNTRUSTED: Capability.READS_UNTRUSTED,
    EXIT: Capability.CAN_EXFILTRATE,
    CHANGE: Capability.MUTATES,
}

# The steps a conversation is made of, and what each can do.
STEPS: dict[str, frozenset[str]] = {
    "calculate": frozenset(),
    "recall": frozenset({PRIVATE}),
    "web_fetch": frozenset({UNTRUSTED}),
    "read_file": frozenset({PRIVATE, UNTRUSTED}),
    "web_search": frozenset({UNTRUSTED, EXIT}),
    "send": frozenset({EXIT}),
    "write_file": frozenset({CHANGE}),
    "http_request": frozenset({UNTRUSTED, EXIT, CHANGE}),
    "run_command": frozenset({PRIVATE, UNTRUSTED, EXIT, CHANGE}),
}


def asks(before: tuple[str, ...], last: str) -> bool:
    """T1: a way out while private and untrusted meet. T2: a change once untrusted text is there."""
    in_play = frozenset(chain.from_iterable(STEPS[step] for step in before))
    can = STEPS[last]
    leak = EXIT in can and {PRIVATE, UNTRUSTED} <= in_play | can
    led = CHANGE in can and UNTRUSTED in in_play
    return leak or led


@pytest.mark.parametrize("length", [1, 2, 3, 4])
def test_the_guard_over_every_sequence(length: int) -> None:
    """Everything is allowed, and white-listed, and remembered, and approved below its risk: the guard asks all the same."""
    remembered = tuple(Remembered(f"rule-{name}", Rule(tool=name)) for name in STEPS)
    freely = PolicySettings.model_validate({"allow": list(STEPS), "whitelist": ["*"]})
    for sequence in product(STEPS, repeat=length):
        *before, last = sequence
        flags = Flags()
        for number, step in enumerate(before):
            flags = flags.after(f"{number} {step}", frozenset(CAPABILITY[word] for word in STEPS[step]))
        what = Action(
            summary=last, risk=Risk.REVERSIBLE, capabilities=frozenset(CAPABILITY[word] for word in STEPS[last])
        )
        context = PolicyContext(freely, flags=flags, approve_below=4, profile="me", remembered=remembered)
        decision = decide(last, what, context)
        assert isinstance(decision, Confirm if asks(tuple(before), last) else Allow), sequence
        if isinstance(decision, Confirm):
            assert not decision.may_remember, sequence
            brought = {f"{n} {step}" for n, step in enumerate(before) if STEPS[step] & {PRIVATE, UNTRUSTED}}
            assert set(decision.because) <= brought, sequence
            if CHANGE in STEPS[last] and not {EXIT, PRIVATE} <= STEPS[last]:
                assert {f"{n} {step}" for n, step in enumerate(before) if UNTRUSTED in STEPS[step]} <= set(
                    decision.because
                ), sequence


@dataclass(frozen=True)
class Case:
    risk: int
    can: frozenset[str]
    in_play: frozenset[str]
    blacklisted: bool
    denied: bool
    whitelisted: bool
    max_risk: int
    guest: bool
    chat: bool
    allowed: bool
    remembered: bool
    approved: bool


def expected(case: Case) -> str:
    """Top to bottom: never, refused, the person's yes, the guard, what runs unasked, the question."""
    floor = 0
    if CHANGE in case.can:
        floor = 2
    if EXIT in case.can:
        floor = max(floor, 2 if UNTRUSTED in case.can else 3)
    risk = max(case.risk, floor)
    refusals = (
        risk == 4,
        case.blacklisted,
        case.guest and risk >= 3,
        case.chat and bool({CHANGE, EXIT} & case.can),
        case.denied,
        risk > case.max_risk and not case.whitelisted,
    )
    if any(refusals):
        return "deny"
    if case.approved:
        return "allow"
    if EXIT in case.can and {PRIVATE, UNTRUSTED} <= case.in_play | case.can:
        return "confirm"
    if CHANGE in case.can and UNTRUSTED in case.in_play:
        return "confirm"
    if risk <= 1 or (risk == 2 and (case.allowed or case.remembered)):
        return "allow"
    return "confirm"


def every_case() -> list[Case]:
    words = list(CAPABILITY)
    abilities = [frozenset(some) for size in range(5) for some in combinations(words, size)]
    flags = [frozenset(some) for size in range(3) for some in combinations((PRIVATE, UNTRUSTED), size)]
    switches = [
        switch for switch in product([False, True], repeat=8) if sum(switch) <= 3
    ]  # more at once shows nothing new
    return [
        Case(risk, can, in_play, black, deny, white, most, guest, chat, allowed, kept, approved)
        for risk, can, in_play, most in product(range(5), abilities, flags, (1, 3))
        for black, deny, white, guest, chat, allowed, kept, approved in switches
    ]


def decided(case: Case) -> Decision:
    rule = Rule(tool="tool")
    policy = PolicySettings(
        user_role="guest" if case.guest else "owner",
        max_risk=case.max_risk,
        blacklist=("tool",) if case.blacklisted else (),
        whitelist=("tool",) if case.whitelisted else (),
        deny=(rule,) if case.denied else (),
        allow=(rule,) if case.allowed else (),
    )
    flags = Flags(("a file",) if PRIVATE in case.in_play else (), ("a page",) if UNTRUSTED in case.in_play else ())
    context = PolicyContext(
        policy,
        mode="chat" if case.chat else "agent",
        flags=flags,
        approved=case.approved,
        profile="me",
        remembered=(Remembered("rule-1", rule),) if case.remembered else (),
    )
    capabilities = frozenset(CAPABILITY[word] for word in case.can)
    return decide("tool", Action(summary="Do it", risk=Risk(case.risk), capabilities=capabilities), context)


def test_the_whole_table_over_every_case() -> None:
    names = {Allow: "allow", Confirm: "confirm", Deny: "deny"}
    cases = every_case()
    wrong = [case for case in cases if names[type(decided(case))] != expected(case)]
    assert len(cases) > 50_000
    assert wrong == []
