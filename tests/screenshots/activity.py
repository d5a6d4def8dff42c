"""What was done, by whose word, and the rules."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from inara_desktop.activity_window import ActivityWindow
from inara_desktop.consent_values import ActivityItem, ChainItem, DecisionItem, RuleItem
from inara_desktop.style import Appearance
from inara_desktop.window import MainWindow
from tests.screenshots.window import DAY, HOUR, NOW, Scene, waiting, window

ACTIVITY = (
    ActivityItem("c9", "j5", "s2", "Tidy up Downloads", "Write 9 lines to ~/Documents/Garden/plan.md", NOW - 20, ""),
    ActivityItem(
        "c8",
        "j4",
        "s2",
        "Tidy up Downloads",
        "Move ~/Downloads/scan_0042.pdf to ~/Documents/invoice\u202efdp.exe",
        NOW - 300,
        "ok",
        "you, in the window",
        can_undo=True,
    ),
    ActivityItem(
        "c7",
        "j4",
        "s2",
        "Tidy up Downloads",
        "Delete ~/Downloads/old.zip",
        NOW - 320,
        "declined",
        "refused by you, in the window",
    ),
    ActivityItem(
        "c6",
        "j3",
        "s1",
        "Summary of the garden plan",
        "Write 14 lines to ~/Documents/Garden/march.md",
        NOW - HOUR,
        "ok",
        "a rule: write_file in /home/ada/Documents/Garden",
        can_undo=True,
    ),
    ActivityItem(
        "c5",
        "j3",
        "s1",
        "Summary of the garden plan",
        "Read ~/Documents/Garden/plan.md",
        NOW - 1.1 * HOUR,
        "ok",
        "only reads",
    ),
    ActivityItem(
        "c4",
        "j2",
        "s4",
        "Letter to the landlord about the heating",
        "Replace ~/Documents/letter.md with 31 lines",
        NOW - 3 * DAY,
        "ok",
        "you, in the terminal",
        undone=True,
    ),
    ActivityItem("c3", "j1", "s4", "", "Fetch https://example.org/tenancy", NOW - 3 * DAY, "failed", "only reads"),
    ActivityItem("c2", "j1", "s4", "", "Run make in ~/src/tool", NOW - 3 * DAY, "denied", "refused by the settings"),
)
RULES = (
    RuleItem(
        "rule-1", "me", "write_file in /home/ada/Documents/Garden", True, True, NOW - 5 * DAY, "window", 12, NOW - HOUR
    ),
    RuleItem("rule-2", "kids", "notify, wherever it may work", True, True, NOW - 60, "terminal", 0),
    RuleItem("file:me:allow:1", "me", "remember, wherever it may work", True, False),
    RuleItem("file:me:deny:1", "me", "write_file in /home/ada/Taxes", False, False),
)


DECISIONS = (
    DecisionItem(1216, NOW - 20, "asked", "", "write_file"),
    DecisionItem(1215, NOW - 300, "started", "window", "move_file"),
    DecisionItem(1214, NOW - 302, "approved", "window", "move_file"),
    DecisionItem(1213, NOW - 310, "declined", "window", "delete_file"),
    DecisionItem(1212, NOW - 315, "changed", "window", "move_file"),
    DecisionItem(1211, NOW - HOUR, "started", "rule", "write_file"),
    DecisionItem(1210, NOW - HOUR, "rule_made", "window", "write_file"),
    DecisionItem(1209, NOW - 2 * HOUR, "approval_lapsed", "server", "calendar__create_event"),
    DecisionItem(1208, NOW - DAY, "tool_approved", "person", "calendar__create_event"),
    DecisionItem(1207, NOW - 3 * DAY, "undone", "", "write_file"),
    DecisionItem(1206, NOW - 3 * DAY, "denied", "settings", "run_command"),
    DecisionItem(1205, NOW - 3 * DAY, "expired", "", "http_request"),
    DecisionItem(1204, NOW - 4 * DAY, "rule_deleted", "person", "notify"),
)


def _activity(appearance: Appearance) -> tuple[MainWindow, ActivityWindow]:
    made = window(appearance, waiting())
    made.show()
    opened = ActivityWindow(appearance, made)
    opened.list.activity.set_items(ACTIVITY, more=False)
    opened.show_count()
    opened.set_rules(RULES)
    opened.show()
    return made, opened


def activity(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = _activity(appearance)
    opened.list.setCurrentIndex(opened.list.activity.index(1))
    opened.tell("~/Documents/letter.md is as it was before.")
    return [made, opened]


def activity_rules(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = _activity(appearance)
    opened.show_page("rules")
    return [made, opened]


def activity_decisions(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = _activity(appearance)
    opened.show_page("decisions")
    opened.decisions.log.set_items(DECISIONS, more=True)
    opened.decisions.list.setCurrentIndex(opened.decisions.log.index(2))
    opened.decisions.show_chain(ChainItem(1216, NOW - 90 * DAY))
    return [made, opened]


def activity_decisions_broken(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = activity_decisions(appearance)
    assert isinstance(opened, ActivityWindow)
    opened.resize(640, 460)
    opened.decisions.show_chain(ChainItem(1216, NOW - 90 * DAY, broken=1207))
    return [made, opened]


def activity_decisions_empty(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = _activity(appearance)
    opened.resize(620, 440)
    opened.show_page("decisions")
    opened.decisions.show_chain(ChainItem(0, None))
    return [made, opened]


def activity_empty(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = _activity(appearance)
    opened.resize(620, 440)
    opened.list.activity.set_items((), more=False)
    opened.show_count()
    return [made, opened]


SCENES: tuple[Scene, ...] = (
    activity,
    activity_decisions,
    activity_decisions_broken,
    activity_decisions_empty,
    activity_rules,
    activity_empty,
)
