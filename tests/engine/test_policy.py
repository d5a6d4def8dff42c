"""The table that decides, row by row, and the guard over every sequence of steps."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from inara_engine.events import Action, Detail
from inara_engine.messages import Capability, Risk
from inara_engine.policy import (
    Allow,
    Confirm,
    Decision,
    Deny,
    PolicyContext,
    decide,
    effective_risk,
    offered,
    with_real_folders,
)
from inara_engine.settings import PolicySettings
from inara_engine.state import Flags

READS = frozenset({Capability.READS_PRIVATE, Capability.READS_UNTRUSTED})
MUTATES = frozenset({Capability.MUTATES})
EXITS = frozenset({Capability.CAN_EXFILTRATE})


def policy(**settings: object) -> PolicySettings:
    return PolicySettings.model_validate(settings)


def rule(tool: str, under: str | None = None) -> dict[str, str]:
    return {"tool": tool} | ({"under": under} if under else {})


def action(
    risk: Risk, capabilities: frozenset[Capability] = frozenset(), *paths: str, details: tuple[Detail, ...] = ()
) -> Action:
    return Action(summary="Do it", risk=risk, capabilities=capabilities, paths=paths, details=details)


READ = action(Risk.READS, READS, "/home/a/Documents/x")
WRITE = action(Risk.REVERSIBLE, MUTATES, "/home/a/Notes/x")
DELETE = action(Risk.IRREVERSIBLE, MUTATES, "/home/a/Notes/x")
PROTECTED = action(Risk.FORBIDDEN, details=(Detail(label="Refused", value="~/.ssh is protected."),))
OWNER = PolicyContext(policy())


def under(context: PolicyContext = OWNER, **settings: object) -> PolicyContext:
    return replace(context, policy=policy(**settings))


def kind(decision: Decision) -> type[Decision]:
    return type(decision)


@pytest.mark.parametrize(
    ("tool", "what", "context", "expected"),
    [
        # by default: reading what is granted runs, changes ask, protected places are out of reach
        ("calculate", action(Risk.PURE), OWNER, Allow),
        ("read_file", READ, OWNER, Allow),
        ("write_file", WRITE, OWNER, Confirm),
        ("delete_file", DELETE, OWNER, Confirm),
        ("read_file", PROTECTED, OWNER, Deny),
        # R4 stands above everything a person can set or say
        ("read_file", PROTECTED, under(whitelist=("*",), allow=("read_file",), max_risk=4), Deny),
        ("read_file", PROTECTED, replace(OWNER, approved=True, approve_below=5), Deny),
        # the black list
        ("write_file", WRITE, under(blacklist=("write_file",), allow=("write_file",), whitelist=("*",)), Deny),
        ("web__fetch", READ, under(blacklist=("web__*",)), Deny),
        # the role's tools
        ("read_file", READ, replace(OWNER, role_tools=()), Deny),
        ("read_file", READ, replace(OWNER, role_tools=("read_*",)), Allow),
        ("write_file", WRITE, replace(OWNER, role_tools=("read_*",)), Deny),
        # guests
        ("read_file", READ, under(user_role="guest"), Allow),
        ("write_file", WRITE, under(user_role="guest"), Confirm),
        ("delete_file", DELETE, under(user_role="guest"), Deny),
        ("delete_file", DELETE, under(user_role="guest", whitelist=("delete_file",)), Deny),
        # chat mode
        ("read_file", READ, replace(OWNER, mode="chat"), Allow),
        ("write_file", WRITE, replace(OWNER, mode="chat"), Deny),
        ("web_search", action(Risk.REVERSIBLE, EXITS | READS), replace(OWNER, mode="chat"), Deny),
        ("write_file", WRITE, replace(under(allow=("write_file",)), mode="chat"), Deny),
        # deny rules
        ("write_file", WRITE, under(deny=("write_file",)), Deny),
        ("write_file", WRITE, under(deny=("*",), allow=("write_file",)), Deny),
        ("write_file", WRITE, under(deny=(rule("write_file", "/home/a/Notes"),), allow=("write_file",)), Deny),
        ("write_file", WRITE, under(deny=(rule("*", "/home/a/Notes"),)), Deny),
        ("write_file", WRITE, under(deny=(rule("write_file", "/home/a/Note"),)), Confirm),
        ("write_file", WRITE, under(deny=(rule("write_file", "~/unresolved"),)), Deny),
        ("move_file", action(Risk.REVERSIBLE, MUTATES, "/x/a", "/y/b"), under(deny=(rule("move_file", "/y"),)), Deny),
        # the highest risk
        ("delete_file", DELETE, under(max_risk=2), Deny),
        ("write_file", WRITE, under(max_risk=1), Deny),
        ("write_file", WRITE, under(max_risk=1, whitelist=("write_file",)), Confirm),
        ("read_file", READ, under(max_risk=0), Deny),
        # a person's yes
        ("delete_file", DELETE, replace(OWNER, approved=True), Allow),
        ("delete_file", DELETE, replace(under(max_risk=2), approved=True), Deny),
        ("write_file", WRITE, replace(under(deny=("write_file",)), approved=True), Deny),
        ("write_file", WRITE, replace(OWNER, approved=True, flags=Flags(untrusted=("web",))), Allow),
        # allow rules: up to R2, under a folder if all of it lies there
        ("write_file", WRITE, under(allow=("write_file",)), Allow),
        ("write_file", WRITE, under(allow=("write_*",)), Allow),
        ("delete_file", DELETE, under(allow=("delete_file",)), Confirm),
        ("write_file", WRITE, under(allow=(rule("write_file", "/home/a/Notes"),)), Allow),
        ("write_file", WRITE, under(allow=(rule("write_file"),)), Allow),
        ("write_file", WRITE, under(allow=(rule("write_file", "/home/a/Notes/x/y"),)), Confirm),
        ("write_file", WRITE, under(allow=(rule("write_file", "~/Notes"),)), Confirm),
        (
            "move_file",
            action(Risk.REVERSIBLE, MUTATES, "/x/a", "/y/b"),
            under(allow=(rule("move_file", "/y"),)),
            Confirm,
        ),
        ("notify", action(Risk.REVERSIBLE), under(allow=(rule("notify", "/x"),)), Confirm),
        # everything below a risk, for one task
        ("write_file", WRITE, replace(OWNER, approve_below=3), Allow),
        ("write_file", WRITE, replace(OWNER, approve_below=2), Confirm),
        ("delete_file", DELETE, replace(OWNER, approve_below=3), Confirm),
        ("delete_file", DELETE, replace(OWNER, approve_below=4), Allow),
    ],
)
def test_the_table(tool: str, what: Action, context: PolicyContext, expected: type[Decision]) -> None:
    assert kind(decide(tool, what, context)) is expected


@pytest.mark.parametrize(
    ("declared", "capabilities", "effective"),
    [
        (Risk.PURE, frozenset(), Risk.PURE),
        (Risk.PURE, MUTATES, Risk.REVERSIBLE),
        (Risk.PURE, EXITS, Risk.IRREVERSIBLE),
        (Risk.PURE, EXITS | {Capability.READS_UNTRUSTED}, Risk.REVERSIBLE),
        (Risk.IRREVERSIBLE, READS, Risk.IRREVERSIBLE),
    ],
)
def test_no_tool_is_less_risky_than_what_it_can_do(
    declared: Risk, capabilities: frozenset[Capability], effective: Risk
) -> None:
    assert effective_risk(action(declared, capabilities)) == effective


# The steps a conversation is made of, each with what it brings in, by what it declares.
STEPS = {
    "calculate": frozenset[Capability](),
    "recall": frozenset({Capability.READS_PRIVATE}),
    "web_fetch": frozenset({Capability.READS_UNTRUSTED}),
    "read_file": READS,
    "web_search": EXITS | {Capability.READS_UNTRUSTED},
    "send": EXITS,
    "write_file": MUTATES,
    "http_request": MUTATES | EXITS | {Capability.READS_UNTRUSTED},
}


@pytest.mark.parametrize("length", [1, 2, 3])
def test_the_guard_over_every_sequence(length: int) -> None:
    """T1: private + untrusted + a way out. T2: untrusted + a change. Both ask, whatever is allowed."""
    freely = PolicyContext(policy(allow=tuple(STEPS), whitelist=("*",)), approve_below=4)
    for sequence in product(STEPS, repeat=length):
        flags = Flags()
        for name in sequence[:-1]:
            brought = STEPS[name]
            flags = Flags(
                private=(*flags.private, name) if Capability.READS_PRIVATE in brought else flags.private,
                untrusted=(*flags.untrusted, name) if Capability.READS_UNTRUSTED in brought else flags.untrusted,
            )
        last = sequence[-1]
        can = STEPS[last]
        private = bool(flags.private) or Capability.READS_PRIVATE in can
        untrusted = bool(flags.untrusted) or Capability.READS_UNTRUSTED in can
        leak = Capability.CAN_EXFILTRATE in can and private and untrusted
        led = Capability.MUTATES in can and bool(flags.untrusted)
        decision = decide(last, action(Risk.REVERSIBLE, can), replace(freely, flags=flags))
        assert isinstance(decision, Confirm if leak or led else Allow), sequence
        if isinstance(decision, Confirm):
            assert not decision.may_remember
            assert set(decision.because) <= {*flags.private, *flags.untrusted}
            if led:
                assert set(flags.untrusted) <= set(decision.because)


def test_the_guard_names_the_steps_it_is_about() -> None:
    flags = Flags(private=("Read ~/tax.txt",), untrusted=("Read ~/tax.txt", "Fetch example.org"))
    change = decide("write_file", WRITE, replace(OWNER, flags=flags))
    assert change == Confirm(
        "It changes something, and what it does may come from text that nobody here wrote "
        "(Read ~/tax.txt; Fetch example.org).",
        because=("Read ~/tax.txt", "Fetch example.org"),
    )
    leak = decide("send", action(Risk.IRREVERSIBLE, EXITS), replace(OWNER, flags=flags))
    assert isinstance(leak, Confirm)
    assert leak.reason.startswith("It can send something out of this computer, while private data")
    assert leak.because == ("Read ~/tax.txt", "Fetch example.org")


def test_only_what_may_run_unasked_later_can_be_remembered() -> None:
    assert decide("write_file", WRITE, OWNER) == Confirm("It changes something.", may_remember=True)
    assert decide("delete_file", DELETE, OWNER) == Confirm("It deletes or replaces something.")


def test_reasons_are_sentences_for_a_person() -> None:
    assert decide("read_file", PROTECTED, OWNER) == Deny(
        "~/.ssh is protected. No tool may do this, and it can't be approved."
    )
    outside = action(Risk.IRREVERSIBLE, READS, details=(Detail(label="Note", value="/x lies outside."),))
    assert decide("read_file", outside, OWNER) == Confirm("/x lies outside.")
    for context in (under(blacklist=("t",)), under(max_risk=0), under(deny=("t",)), replace(OWNER, role_tools=())):
        decision = decide("t", WRITE, context)
        assert isinstance(decision, Deny)
        assert decision.reason.endswith(".")


@pytest.mark.parametrize(
    ("tool", "risk", "capabilities", "context", "told"),
    [
        ("read_file", Risk.READS, READS, OWNER, True),
        ("delete_file", Risk.IRREVERSIBLE, MUTATES, OWNER, True),
        ("delete_file", Risk.IRREVERSIBLE, MUTATES, under(user_role="guest"), False),
        ("delete_file", Risk.IRREVERSIBLE, MUTATES, under(max_risk=2), False),
        ("delete_file", Risk.IRREVERSIBLE, MUTATES, under(max_risk=2, whitelist=("delete_file",)), True),
        ("write_file", Risk.REVERSIBLE, MUTATES, replace(OWNER, mode="chat"), False),
        ("read_file", Risk.READS, READS, replace(OWNER, mode="chat"), True),
        ("read_file", Risk.READS, READS, under(blacklist=("read_file",)), False),
        ("read_file", Risk.READS, READS, under(deny=("read_file",)), False),
        ("read_file", Risk.READS, READS, under(deny=(rule("read_file", "/x"),)), True),
        ("read_file", Risk.READS, READS, replace(OWNER, role_tools=("write_*",)), False),
    ],
)
def test_a_model_is_told_only_of_tools_it_could_use(
    tool: str, risk: Risk, capabilities: frozenset[Capability], context: PolicyContext, told: bool
) -> None:
    assert offered(tool, risk, capabilities, context) is told


def test_a_rules_folder_is_meant_where_its_links_lead(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "Notes").symlink_to("data")
    real = with_real_folders(policy(allow=("remember", rule("write_file", "~/Notes")), deny=(rule("x"),)), tmp_path)
    inside = action(Risk.REVERSIBLE, MUTATES, str(tmp_path / "data" / "a.txt"))
    assert kind(decide("write_file", inside, PolicyContext(real))) is Allow
    assert kind(decide("remember", action(Risk.REVERSIBLE, MUTATES), PolicyContext(real))) is Allow
    assert kind(decide("x", READ, PolicyContext(real))) is Deny
