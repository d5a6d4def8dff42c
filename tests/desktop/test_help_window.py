"""The help: every page is there, can be searched, and says only commands and settings that exist."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.help_window import HelpWindow
from inara_desktop.shortcuts import SHORTCUTS
from inara_desktop.style import Appearance
from inara_desktop.transcript.rows import AnswerRow
from inara_engine.cli.parser import parser
from inara_engine.settings import Settings
from inara_resources import HELP, help_page

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication) -> Iterator[HelpWindow]:
    appearance = Appearance(qapp, "light")
    behind = QWidget()
    qtbot.addWidget(behind)
    made = HelpWindow(appearance, behind)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    appearance.deleteLater()


def listed(opened: HelpWindow) -> list[str]:
    return [opened.pages.item(row).text() for row in range(opened.pages.count())]


def test_every_page_is_listed_by_its_heading_and_the_first_is_shown_from_its_top(opened: HelpWindow) -> None:
    assert listed(opened) == [
        "Start",
        "Connect a model",
        "Settings",
        "Inara asks first",
        "Off the record",
        "Memory and personas",
        "Schedules and hooks",
        "In the terminal",
        "The HTTP interface",
        "Privacy",
        "Keyboard shortcuts",
    ]
    assert opened.page.accessibleName() == "Start"
    assert opened.page.verticalScrollBar().value() == 0


def test_the_rows_of_the_list_lie_below_each_other_where_a_screen_reader_asked_for_them_early(
    qtbot: QtBot, appearance: Appearance
) -> None:
    behind = QWidget()
    qtbot.addWidget(behind)
    opened = HelpWindow(appearance, behind)
    opened.pages.visualItemRect(opened.pages.item(1))
    with qtbot.waitExposed(opened):
        opened.show()
    first, second = (opened.pages.visualItemRect(opened.pages.item(row)) for row in (0, 1))
    assert first.height() == 36
    assert second.top() == first.bottom() + 1


def test_it_stays_within_a_small_screen(opened: HelpWindow) -> None:
    room = opened.screen().availableSize()  # 800 by 800, which is less than it would like
    assert opened.width() < room.width()
    assert opened.height() < room.height()


def test_nothing_lies_over_the_words_of_a_page(opened: HelpWindow, qtbot: QtBot) -> None:
    opened.show_page("settings")
    opened.page.viewport().grab()
    bar = opened.page.verticalScrollBar()  # heights are guesses until there was time to lay out what is below
    qtbot.waitUntil(lambda: bar.maximum() > opened.page.height())
    assert not opened.page.following
    button = opened.page.findChild(QAbstractButton, "jumpToLatest")
    assert button
    assert not button.isVisibleTo(opened.page)


def test_a_search_leaves_the_pages_that_have_all_the_words(qtbot: QtBot, opened: HelpWindow) -> None:
    opened.search.setText("telemetry ACCOUNT")
    qtbot.waitUntil(lambda: listed(opened) == ["Privacy"])
    assert opened.page.accessibleName() == "Privacy"
    opened.search.setText("unicorn")
    qtbot.waitUntil(lambda: not listed(opened))
    opened.search.clear()
    qtbot.waitUntil(lambda: len(listed(opened)) == len(HELP) + 1)


def test_the_shortcuts_page_has_every_key_of_the_window(opened: HelpWindow) -> None:
    opened.show_page("shortcuts")
    row = opened.page.rows()[0]
    assert isinstance(row, AnswerRow)
    text = row.text
    assert all(shortcut.words in text for shortcut in SHORTCUTS)


def test_a_german_window_has_german_help(german: None, opened: HelpWindow) -> None:
    assert listed(opened)[:4] == ["Erste Schritte", "Ein Modell verbinden", "Einstellungen", "Inara fragt vorher"]
    assert all(help_page(name, "de") != help_page(name) for name in HELP)


@pytest.mark.parametrize("name", HELP)
def test_a_german_page_has_the_parts_of_the_english_one(name: str) -> None:
    """Headings, points, rows of tables and blocks of code in the same order, and the same settings and commands."""
    english, german = help_page(name), help_page(name, "de")
    assert _parts(german) == _parts(english)
    for code in ("[[schedule]]", "config.toml", *re.findall(r"`(inara [a-z]+(?: [a-z]+)?)", english)):
        assert german.count(code) == english.count(code), code


def test_a_language_without_pages_has_the_english_ones() -> None:
    assert help_page("start", "fr") == help_page("start")


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", HELP)
def test_a_page_names_only_commands_that_exist(name: str, language: str) -> None:
    """Each `inara …` of the page, without what stands for something of the person's, is understood."""
    known = parser()
    for command in re.findall(r"\binara ((?:[a-z]+)(?: [a-z]+)?)", "\n".join(_code(help_page(name, language)))):
        verb = command.split()[0]
        with pytest.raises(SystemExit) as end:
            known.parse_args([verb, "--help"])
        assert end.value.code == 0, command


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", HELP)
def test_the_settings_of_a_page_are_settings(name: str, language: str) -> None:
    for block in re.findall(r"```toml\n(.*?)```", help_page(name, language), re.DOTALL):
        Settings.model_validate(tomllib.loads(block))


def _code(text: str) -> list[str]:
    return [*re.findall(r"```\n(.*?)```", text, re.DOTALL), *re.findall(r"`(inara [^`]*)`", text)]


def _parts(text: str) -> list[str]:
    """What each line of a page begins, but for lines that go on with a paragraph."""
    return re.findall(r"^(#+|- |\||```)", text, re.MULTILINE)
