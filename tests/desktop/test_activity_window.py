"""The activity window: rows of any number, filters, and what the person may take back or delete."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.activity_list import activity_model
from inara_desktop.activity_window import ActivityWindow
from inara_desktop.consent_values import ActivityFilter, ActivityItem, ChainItem, DecisionItem, RuleItem
from inara_desktop.question import Question
from inara_desktop.rules_list import RulesList
from inara_desktop.style import Appearance

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so


def item(number: int, **more: object) -> ActivityItem:
    return ActivityItem(
        f"c{number}", f"j{number}", "s1", "Garden", f"Write {number}", 1.0, "ok", "only reads"
    )._replace(**more)


def rule() -> RuleItem:
    """Made five minutes ago and used just now, whenever the test runs."""
    now = time.time()
    return RuleItem("rule-1", "me", "write_file in /home/ada", True, True, now - 300, "window", 2, now)


OF_THE_FILE = RuleItem("file:me:deny:1", "me", "write_file in /srv", False, False)


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[], ActivityWindow]]:
    appearance = Appearance(qapp, "light")
    behind = QWidget()
    qtbot.addWidget(behind)

    def make() -> ActivityWindow:
        made = ActivityWindow(appearance, behind)
        with qtbot.waitExposed(made):
            made.show()
        return made

    yield make
    appearance.deleteLater()


def confirm(window: ActivityWindow) -> None:
    question = window.findChild(Question)
    assert isinstance(question, Question)
    question.yes.click()


def test_older_rows_are_asked_for_once_and_come_behind(qtbot: QtBot) -> None:
    model = activity_model()
    model.set_items([item(n) for n in range(9, 4, -1)], more=True)
    assert model.last == item(5)
    assert model.canFetchMore(QModelIndex())
    with qtbot.waitSignal(model.moreWanted):
        model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())  # not again before they are here
    model.add_older([item(n) for n in range(4, 0, -1)], more=False)
    assert model.rowCount() == 9
    assert model.last == item(1)


def test_what_moved_on_changes_where_it_is_and_what_is_new_comes_above() -> None:
    model = activity_model()
    model.set_items([item(2, outcome=""), item(1)], more=False)
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _: changed.append(first.row()))
    model.renew([item(3), item(2), item(1)])
    shown = [model.item(model.index(row)) for row in range(model.rowCount())]
    assert [one.call_id for one in shown if one] == ["c3", "c2", "c1"]
    assert changed == [0]  # before the new one came above it


def test_assistive_technology_hears_who_allowed_it_and_hidden_characters_are_named() -> None:
    model = activity_model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    model.set_items(
        [
            item(3, summary="Move invoice\u202efdp.exe", allowed_by="you, in the window"),
            item(2, outcome="declined", allowed_by="refused by you, in the window"),
            item(1, undone=True, session_title=""),
        ],
        more=False,
    )
    assert [model.data(model.index(row), spoken) for row in range(3)] == [
        "Move invoice[U+202E]fdp.exe, Done, allowed by you, in the window, in Garden",
        "Write 2, Refused, refused by you, in the window, in Garden",
        "Write 1, Taken back, only reads, in New chat",
    ]


def test_filters_are_told_together(opened: Callable[[], ActivityWindow], qtbot: QtBot) -> None:
    window = opened()
    with qtbot.waitSignal(window.filterChanged) as changed:
        window.by.chosen.emit("rule")
    assert changed.args == [ActivityFilter("", "", "rule")]
    with qtbot.waitSignal(window.filterChanged) as changed:
        qtbot.keyClicks(window.search, "garden")
    assert changed.args == [ActivityFilter("garden", "", "rule")]
    window.show_count()
    assert window._nothing.text() == "Nothing like that."


def test_a_turn_is_taken_back_only_after_a_question(opened: Callable[[], ActivityWindow], qtbot: QtBot) -> None:
    window = opened()
    window.list.activity.set_items([item(2, can_undo=True), item(1)], more=False)
    assert not window.undo.isEnabled()
    window.list.setCurrentIndex(window.list.activity.index(1))
    assert not window.undo.isEnabled()
    window.list.setCurrentIndex(window.list.activity.index(0))
    with qtbot.assertNotEmitted(window.undoWanted):
        qtbot.mouseClick(window.undo, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.undoWanted) as wanted:
        confirm(window)
    assert wanted.args == ["j2"]
    window.list.activity.renew([item(2, undone=True), item(1)])
    assert not window.undo.isEnabled()


def test_enter_opens_the_conversation(opened: Callable[[], ActivityWindow], qtbot: QtBot) -> None:
    window = opened()
    window.list.activity.set_items([item(1)], more=False)
    window.list.setCurrentIndex(window.list.activity.index(0))
    with qtbot.waitSignal(window.sessionWanted) as wanted:
        qtbot.keyClick(window.list, Qt.Key.Key_Return)
    assert wanted.args == ["s1"]


def test_a_rule_is_spelled_out_with_its_uses_and_deleted_after_a_question(
    opened: Callable[[], ActivityWindow], qtbot: QtBot
) -> None:
    window = opened()
    window.set_rules([rule(), OF_THE_FILE])
    window.to_rules.click()
    said = [each.accessibleName() for each in window.rules.findChildren(QWidget) if each.accessibleName()]
    assert "write_file in /home/ada" in said
    assert "For the profile me · made 5 min ago, in the window · used 2 times, last now" in said
    assert "Never: write_file in /srv" in said
    buttons = window.rules.findChildren(QPushButton)
    assert [button.accessibleName() for button in buttons] == ["Delete the rule write_file in /home/ada"]
    with qtbot.assertNotEmitted(window.deleteWanted):
        buttons[0].click()
    with qtbot.waitSignal(window.deleteWanted) as wanted:
        confirm(window)
    assert wanted.args == ["rule-1"]


def test_without_rules_it_says_how_one_is_made(qtbot: QtBot, qapp: QApplication) -> None:
    appearance = Appearance(qapp, "light")
    rules = RulesList(appearance)
    qtbot.addWidget(rules)
    assert any("Always allow" in each.accessibleName() for each in rules.findChildren(QWidget))
    appearance.deleteLater()


def test_a_decision_says_what_by_whom_and_its_number(opened: Callable[[], ActivityWindow]) -> None:
    window = opened()
    log = window.decisions.log
    log.set_items(
        [
            DecisionItem(204, 1.0, "approval_lapsed", "server", "files__write"),
            DecisionItem(203, 1.0, "approved", "window", "write\u202e_file"),
            DecisionItem(202, 1.0, "asked", "", "write_file"),
            DecisionItem(201, 1.0, "rule_deleted", "person", ""),
            DecisionItem(200, 1.0, "some_later_kind", "somebody", "notify"),
        ],
        more=False,
    )
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert [log.data(log.index(row), spoken) for row in range(log.rowCount())] == [
        "Approval lapsed, files__write, its server changed it, No. 204",
        "Allowed, write[U+202E]_file, you, in the window, No. 203",
        "Asked, write_file, No. 202",
        "Rule deleted, you, No. 201",
        "some later kind, notify, somebody, No. 200",
    ]


@pytest.mark.parametrize(
    ("chain", "words"),
    [
        (ChainItem(204, 86_400 * 20_000.0), "Decisions 1 to 204, since "),
        (ChainItem(1, 86_400 * 20_000.0), "Decision 1, of "),
        (ChainItem(0, None), "Each decision follows from the one before it"),
        (ChainItem(204, 1.0, broken=17), "The log is broken at decision 17: it was changed, or taken out."),
        (ChainItem(204, 1.0, broken=205), "Decisions are missing at the end of the log, from number 205 on."),
    ],
)
def test_the_page_says_whether_the_log_is_as_it_was_written(
    opened: Callable[[], ActivityWindow], chain: ChainItem, words: str
) -> None:
    page = opened().decisions
    assert not page.check.isEnabled()  # it is being checked
    page.show_chain(chain)
    assert page.findChild(QWidget, "decisionChain").accessibleName().startswith(words)
    assert page.check.isEnabled()


def test_turning_to_the_decisions_asks_for_them(opened: Callable[[], ActivityWindow], qtbot: QtBot) -> None:
    window = opened()
    with qtbot.waitSignal(window.decisionsShown):
        window.to_decisions.click()
    assert window.decisions.isVisible()
    assert [tab.accessibleDescription() for tab in (window.to_activity, window.to_decisions)] == ["", "shown"]
