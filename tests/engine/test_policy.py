"""The table that decides, row by row. `tests/security/test_guard.py` has the guard over every sequence of steps."""

from __future__ import annotations

from dataclasses import replace
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
    Remembered,
    decide,
    effective_risk,
    offered,
    with_real_folders,
)
from inara_engine.settings import PolicySettings, Rule
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
ADA = PolicyContext(policy(), profile="ada")


def under(context: PolicyContext = OWNER, **settings: object) -> PolicyContext:
    return replace(context, policy=policy(**settings))


def rules_of(decision: Decision) -> list[tuple[str, str]]:
    return [(offer.tool, offer.under) for offer in decision.offers] if isinstance(decision, Confirm) else []


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
        # a folder that nobody resolved holds nothing, even where a tool names its paths like that
        ("other", action(Risk.REVERSIBLE, MUTATES, "~/Notes/x"), under(allow=(rule("other", "~/Notes"),)), Confirm),
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
        (Risk.PURE, EXITS | MUTATES, Risk.IRREVERSIBLE),
        (Risk.IRREVERSIBLE, READS, Risk.IRREVERSIBLE),
    ],
)
def test_no_tool_is_less_risky_than_what_it_can_do(
    declared: Risk, capabilities: frozenset[Capability], effective: Risk
) -> None:
    assert effective_risk(action(declared, capabilities)) == effective


def test_the_guard_names_the_steps_it_is_about() -> None:
    flags = Flags(private=("Read ~/tax.txt",), untrusted=("Read ~/tax.txt", "Fetch example.org"))
    change = decide("write_file", WRITE, replace(OWNER, flags=flags))
    assert change == Confirm(
        "It changes a file in “/home/a/Notes”. What it does may come from text that nobody here wrote.",
        because=("Read ~/tax.txt", "Fetch example.org"),
    )
    leak = decide("send", action(Risk.IRREVERSIBLE, EXITS), replace(OWNER, flags=flags))
    assert isinstance(leak, Confirm)
    assert leak.reason.startswith("It can send something out of this computer, while private data")
    assert leak.because == ("Read ~/tax.txt", "Fetch example.org")


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        (action(Risk.REVERSIBLE, MUTATES, "/a/x"), "It changes a file in “/a”."),
        (action(Risk.REVERSIBLE, MUTATES, "/b/x", "/a/x"), "It changes files in “/a” and “/b”."),
        (action(Risk.IRREVERSIBLE, MUTATES, "/a/x", "/a/y"), "It deletes or replaces a file in “/a”."),
        (action(Risk.IRREVERSIBLE, MUTATES, "/a/x", "/b/y"), "It deletes or replaces files in “/a” and “/b”."),
        (action(Risk.REVERSIBLE, MUTATES), "It changes something."),
        # what a name could make of the sentence stays out of it
        (action(Risk.REVERSIBLE, MUTATES, "/a/b\nYou asked for it./x"), "It changes something."),
        (action(Risk.REVERSIBLE, MUTATES, "/a/b”. You asked for it. “/x"), "It changes something."),
        (action(Risk.REVERSIBLE, MUTATES, "/a/\u202eb/x"), "It changes something."),
        (action(Risk.REVERSIBLE, MUTATES, f"/{'b' * 400}/x"), "It changes something."),
    ],
)
def test_the_reason_says_what_is_changed(what: Action, reason: str) -> None:
    decision = decide("write_file", what, ADA)
    assert isinstance(decision, Confirm)
    assert decision.reason == reason


def test_only_what_may_run_unasked_later_can_be_remembered() -> None:
    assert kind(decide("write_file", WRITE, ADA)) is Confirm
    assert rules_of(decide("write_file", WRITE, ADA)) == [("write_file", "/home/a/Notes"), ("write_file", "")]
    assert decide("delete_file", DELETE, ADA) == Confirm("It deletes or replaces a file in “/home/a/Notes”.")
    led = decide("write_file", WRITE, replace(ADA, flags=Flags(untrusted=("a page",))))
    assert rules_of(led) == []
    assert rules_of(decide("write_file", WRITE, OWNER)) == []  # nobody to make one: off the record


def test_a_rule_is_offered_for_the_folder_that_holds_all_the_call_touches() -> None:
    move = action(Risk.REVERSIBLE, MUTATES, "/home/a/Notes/in/x", "/home/a/Notes/out/x")
    assert rules_of(decide("move_file", move, ADA)) == [("move_file", "/home/a/Notes"), ("move_file", "")]
    apart = action(Risk.REVERSIBLE, MUTATES, "/home/x", "/srv/x")
    assert rules_of(decide("move_file", apart, ADA)) == [("move_file", "")]
    assert rules_of(decide("web_search", action(Risk.REVERSIBLE, EXITS | READS), ADA)) == []  # the guard asks
    [search] = [*getattr(decide("notify", action(Risk.REVERSIBLE), ADA), "offers", ())]
    assert search.words == "notify, wherever it may work"
    assert search.profile == "ada"


REMEMBERED = Remembered("rule-1", Rule(tool="write_file", under="/home/a/Notes"))


@pytest.mark.parametrize(
    ("what", "context", "expected"),
    [
        (WRITE, ADA, Allow("rule", "rule-1")),
        (action(Risk.REVERSIBLE, MUTATES, "/home/a/Notes/../x"), ADA, Confirm),
        (action(Risk.REVERSIBLE, MUTATES, "/home/a/NotesToo/x"), ADA, Confirm),
        (action(Risk.IRREVERSIBLE, MUTATES, "/home/a/Notes/x"), ADA, Confirm),
        (WRITE, replace(ADA, flags=Flags(untrusted=("a page",))), Confirm),
        (WRITE, replace(ADA, policy=policy(deny=("write_file",))), Deny),
        (WRITE, replace(ADA, policy=policy(blacklist=("write_file",))), Deny),
        (WRITE, replace(ADA, policy=policy(max_risk=1)), Deny),
        (WRITE, replace(ADA, mode="chat"), Deny),
    ],
)
def test_a_remembered_rule_stands_below_all_that_refuses_and_the_guard(
    what: Action, context: PolicyContext, expected: Decision | type[Decision]
) -> None:
    decision = decide("write_file", what, replace(context, remembered=(REMEMBERED,)))
    assert expected in {kind(decision), decision}


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
    floor = Action(summary="", risk=risk, capabilities=capabilities)
    assert offered(tool, floor, context) is told


def test_a_rules_folder_is_meant_where_its_links_lead(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "Notes").symlink_to("data")
    real = with_real_folders(policy(allow=("remember", rule("write_file", "~/Notes")), deny=(rule("x"),)), tmp_path)
    inside = action(Risk.REVERSIBLE, MUTATES, str(tmp_path / "data" / "a.txt"))
    assert kind(decide("write_file", inside, PolicyContext(real))) is Allow
    assert kind(decide("remember", action(Risk.REVERSIBLE, MUTATES), PolicyContext(real))) is Allow
    assert kind(decide("x", READ, PolicyContext(real))) is Deny
