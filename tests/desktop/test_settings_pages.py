"""The pages of the settings by themselves: what they show, and what they say the person wants."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.pages.memory import MemoryPage, ProposalItem
from inara_desktop.pages.models import ModelCard, ModelsPage
from inara_desktop.pages.page import Page
from inara_desktop.pages.personas import FileItem, PersonasPage
from inara_desktop.style import Appearance
from inara_desktop.values import FindingItem

FILES = (FileItem("identity.md", "You are I.", 1, 3, 1500), FileItem("papers/house.md", "Nine rooms.", 3, 3, 8000))


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    return Appearance(qapp, "light")


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    parent = QWidget()
    parent.resize(900, 700)
    qtbot.addWidget(parent)
    yield parent
    parent.close()


def shown(parent: QWidget, page: Page) -> None:
    page.setParent(parent)
    page.resize(parent.size())
    parent.show()


def press(page: QWidget, name: str) -> None:
    page.findChild(QPushButton, name).click()


def said(page: QWidget) -> str:
    QApplication.processEvents()  # what was put into a layout shows itself then
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_a_model_says_where_it_is_how_its_key_stands_and_what_a_test_found(
    appearance: Appearance, parent: QWidget, qtbot: QtBot
) -> None:
    page = ModelsPage(appearance)
    shown(parent, page)
    page.show_models(
        [
            ModelCard("a", "A", "openai", "127.0.0.1:1", local=True, first=True),
            ModelCard(
                "b", "B", "anthropic", "x.org", local=False, first=False, key="The key is missing.", key_well=False
            ),
        ]
    )
    assert "The key is missing." in said(page)
    assert page.findChild(QPushButton, "first_a") is None  # it answers already
    with qtbot.waitSignal(page.wanted) as heard:
        press(page, "test_b")
    assert heard.args == ["test", "b"]
    page.show_findings("b", [FindingItem("Model b", False, "<b>no</b>", "Do this.")])
    assert "<b>no</b> Do this." in said(page)


def test_what_is_typed_is_written_when_one_leaves_it(appearance: Appearance, parent: QWidget, qtbot: QtBot) -> None:
    page = PersonasPage(appearance)
    shown(parent, page)
    page.show_personas(["inara"], "inara", "inara")
    page.show_files(FILES)
    page.editor.text.setFocus()
    qtbot.keyClicks(page.editor.text, "Now: ")
    with qtbot.waitSignal(page.editor.written) as heard:
        page.files.setCurrentRow(1)
    assert heard.args == ["identity.md", "Now: You are I.", "You are I."]
    assert page.editor.path == "papers/house.md"
    qtbot.keyClicks(page.editor.text, "X")
    with qtbot.waitSignal(page.editor.written) as heard:
        page.hide()  # as when the settings are closed
    assert heard.args[1] == "XNine rooms."


def test_a_file_that_changed_meanwhile_leaves_the_choice_to_the_person(
    appearance: Appearance, parent: QWidget, qtbot: QtBot
) -> None:
    page = PersonasPage(appearance)
    shown(parent, page)
    page.show_personas(["inara"], "inara", "inara")
    page.show_files(FILES)
    page.editor.text.setPlainText("Mine")
    page.editor.show_problem("It was changed meanwhile.", conflict=True)
    with qtbot.assertNotEmitted(page.editor.written):
        page.editor.keep()  # nothing goes over it by itself
    with qtbot.waitSignal(page.editor.written) as heard:
        page.editor.mine.click()
    assert heard.args[1] == "Mine"
    assert page.editor.theirs.isHidden()


def test_the_prompt_of_each_tier_can_be_seen(appearance: Appearance, parent: QWidget, qtbot: QtBot) -> None:
    page = PersonasPage(appearance)
    shown(parent, page)
    page.show_prompt(0, 0, "")
    assert "told neither who it is" in said(page)
    tiers = [button for button in page.findChildren(QPushButton) if button.accessibleName().startswith("Tier ")]
    with qtbot.waitSignal(page.tierChosen) as heard:
        qtbot.mouseClick(tiers[3], Qt.MouseButton.LeftButton)
    assert heard.args == [3]


def test_a_proposal_is_seen_before_it_is_kept(appearance: Appearance, parent: QWidget, qtbot: QtBot) -> None:
    page = MemoryPage(appearance)
    shown(parent, page)
    page.show_distilling()
    assert not page.distill.isEnabled()
    page.show_proposal(ProposalItem("-old\n+new", ("One was left out.",)))
    assert "One was left out." in said(page)
    with qtbot.waitSignal(page.keepWanted):
        press(page, "keepProposal")
    page.show_proposal(None)
    assert page.distill.isEnabled()
