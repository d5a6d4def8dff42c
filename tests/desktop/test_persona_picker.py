"""The header's persona picker: who answers, with how much, by keys; what it amounts to; what can't be chosen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.persona_panel import PersonaPanel, tokens
from inara_desktop.persona_picker import PersonaPicker
from inara_desktop.style import Appearance
from inara_desktop.values import Manner, PersonaChoices, PersonaItem

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

INARA = PersonaItem("inara", (("identity", 1, 152), ("profile", 2, 38), ("long", 2, 400)))
WORK = PersonaItem("work", (("identity", 1, 90), ("papers", 3, 3000)))
LOST = PersonaItem("lost", problem="The persona lost is a link to a place outside.", usable=False)
CHOICES = PersonaChoices((INARA, WORK, LOST), "inara")


@pytest.fixture
def picker(qtbot: QtBot, qapp: QApplication) -> Iterator[PersonaPicker]:
    appearance = Appearance(qapp, "light")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 700)
    made = PersonaPicker(appearance)
    QVBoxLayout(window).addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
    made.set_choices(CHOICES)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield made
    appearance.deleteLater()


def opened(picker: PersonaPicker) -> PersonaPanel:
    picker.open()
    panel = picker.window().findChild(PersonaPanel)
    assert panel is not None
    return panel


def amount(panel: PersonaPanel) -> str:
    label = panel.findChild(QLabel, "personaTokens")
    assert label is not None
    return label.text()


def radio(panel: PersonaPanel, name: str) -> QRadioButton:
    found = panel.findChild(QRadioButton, name)
    assert found is not None
    return found


def test_a_conversation_is_kept_on_this_machine_by_keys(picker: PersonaPicker, qtbot: QtBot) -> None:
    panel = opened(picker)
    box = panel.findChild(QCheckBox, "localOnly")
    assert box is not None
    box.setFocus()
    with qtbot.waitSignal(picker.chosen) as chosen:
        qtbot.keyClick(box, Qt.Key.Key_Space)
    assert chosen.args == [Manner(local=True)]
    picker.set_manner(Manner())
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not opened(picker).findChild(QCheckBox, "localOnly").isChecked()


def test_the_arrows_choose_and_each_choice_holds_at_once(picker: PersonaPicker, qtbot: QtBot) -> None:
    panel = opened(picker)
    assert amount(panel) == "About 590 tokens go along, from your next prompt on."
    with qtbot.waitSignal(picker.chosen) as chosen:
        qtbot.keyClick(radio(panel, "persona_inara"), Qt.Key.Key_Down)
    assert chosen.args == [Manner(persona="work")]
    radio(panel, "tier2").setFocus()
    with qtbot.waitSignal(picker.chosen) as chosen:
        qtbot.keyClick(radio(panel, "tier2"), Qt.Key.Key_Down)
    assert chosen.args == [Manner(persona="work", tier=3)]
    assert amount(panel).startswith("About 3090 tokens")
    assert picker.accessibleName() == "Persona: Work · with papers"
    qtbot.keyClick(radio(panel, "tier3"), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert picker.hasFocus()


def test_a_click_elsewhere_closes_it_and_one_on_its_button_too(picker: PersonaPicker, qtbot: QtBot) -> None:
    panel = opened(picker)
    qtbot.mouseClick(picker.window(), Qt.MouseButton.LeftButton, pos=QPoint(5, 690))
    assert not panel.isVisible()
    opened(picker)
    qtbot.mouseClick(picker, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()


def test_back_at_the_usual_the_task_names_none(picker: PersonaPicker, qtbot: QtBot) -> None:
    picker.set_manner(Manner(persona="work", tier=0))
    panel = opened(picker)
    with qtbot.waitSignal(picker.chosen):
        radio(panel, "persona_inara").click()
    with qtbot.waitSignal(picker.chosen) as chosen:
        radio(panel, "tier2").click()
    assert chosen.args == [Manner()]


def test_notes_can_be_left_out_where_there_are_some(picker: PersonaPicker, qtbot: QtBot) -> None:
    panel = opened(picker)
    boxes = {name: panel.findChild(QCheckBox, f"level_{name}") for name in ("long", "mid")}
    assert boxes["long"] is not None
    assert boxes["mid"] is not None
    assert (boxes["long"].isEnabled(), boxes["mid"].isEnabled()) == (True, False)
    with qtbot.waitSignal(picker.chosen) as chosen:
        boxes["long"].click()
    assert chosen.args == [Manner(long=False)]
    assert amount(panel).startswith("About 190 tokens")
    radio(panel, "tier1").click()
    assert not boxes["long"].isEnabled()


def test_one_that_can_not_be_read_says_why_and_a_guest_gets_no_more(picker: PersonaPicker) -> None:
    picker.set_choices(CHOICES._replace(tier=1, most_tier=1))
    panel = opened(picker)
    assert not radio(panel, "persona_lost").isEnabled()
    assert any("a link to a place outside" in each.text() for each in panel.findChildren(QLabel))
    assert [radio(panel, f"tier{tier}").isEnabled() for tier in range(4)] == [True, True, False, False]


def test_what_goes_along_is_what_the_tier_and_the_notes_allow() -> None:
    assert [tokens(INARA, tier, Manner()) for tier in range(4)] == [0, 152, 590, 590]
    assert tokens(INARA, 3, Manner(long=False)) == 190


def test_a_choice_that_was_open_when_the_window_was_hidden_is_not_back_with_it(picker: PersonaPicker) -> None:
    """It listens to the whole program while it is open, and would no longer be closed by a click elsewhere."""
    panel = opened(picker)
    picker.window().hide()
    picker.window().show()
    assert not panel.isVisible()
    panel.hide()
