"""The list over the window: narrowed by words, moved through by keys, plain text, gone where nothing matches."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.pick_list import ENTRY, PickList
from inara_desktop.style import Appearance
from inara_desktop.values import PickItem

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

ITEMS = (
    PickItem("1", "Review a letter", "notes"),
    PickItem("2", "letter", "A short one"),
    PickItem("3", "<b>plain</b> words", "no adjectives"),
    PickItem("files", "Files…", stays=True),
)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[tuple[QWidget, Appearance]]:
    appearance = Appearance(qapp, "light")
    made = QWidget()
    made.resize(700, 500)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made, appearance
    appearance.deleteLater()


def shown(picks: PickList) -> list[str]:
    return [picks.list.item(row).data(ENTRY).id for row in range(picks.list.count())]


def test_each_word_must_occur_and_who_begins_with_it_comes_first(window: tuple[QWidget, Appearance]) -> None:
    parent, appearance = window
    picks = PickList(appearance, parent, "Templates")
    picks.offer(ITEMS, parent)
    assert shown(picks) == ["1", "2", "3", "files"]
    picks.narrow("LETTER")
    assert shown(picks) == ["2", "1", "files"]
    picks.narrow("letter notes")
    assert shown(picks) == ["1", "files"]
    picks.offer(ITEMS[:3], parent, "home/me/notes.txt")
    assert picks.isHidden()


def test_keys_go_round_and_choose(window: tuple[QWidget, Appearance], qtbot: QtBot) -> None:
    parent, appearance = window
    picks = PickList(appearance, parent, "Templates")
    picks.offer(ITEMS, parent)
    assert picks.key(Qt.Key.Key_Up)
    assert picks.list.currentRow() == 3
    picks.key(Qt.Key.Key_Down)
    picks.key(Qt.Key.Key_Down)
    with qtbot.waitSignal(picks.chosen) as blocker:
        assert picks.key(Qt.Key.Key_Tab)
    assert blocker.args == ["2"]
    assert picks.isHidden()
    assert not picks.key(Qt.Key.Key_A)


def test_a_list_with_a_field_is_searched_in_it_and_says_that_nothing_matches(
    window: tuple[QWidget, Appearance], qtbot: QtBot
) -> None:
    parent, appearance = window
    picks = PickList(appearance, parent, "Attach", searched=True)
    picks.offer([PickItem(f"{n}", f"Note {n}") for n in range(2000)], parent)
    assert picks.field.hasFocus()
    qtbot.keyClicks(picks.field, "note 1999")
    assert shown(picks) == ["1999"]
    qtbot.keyClicks(picks.field, "9")
    assert shown(picks) == []
    assert picks.isVisible()
    picks.field.clear()
    qtbot.keyClick(picks.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(picks.chosen) as blocker:
        qtbot.keyClick(picks.field, Qt.Key.Key_Return)
    assert blocker.args == ["1"]
