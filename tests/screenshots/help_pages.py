"""The help inside the program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from inara_desktop.help_window import HelpWindow
from inara_desktop.style import Appearance
from inara_desktop.window import MainWindow
from tests.screenshots.window import TALK, Scene, settle, window


def _help(appearance: Appearance, page: str) -> tuple[MainWindow, HelpWindow]:
    made = window(appearance, TALK)
    made.show()
    opened = HelpWindow(appearance, made)
    opened.show_page(page)
    opened.show()
    settle(300)
    return made, opened


def help_page(appearance: Appearance) -> Sequence[QWidget]:
    return _help(appearance, "consent")


def help_search(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = _help(appearance, "start")
    made.resize(720, 520)
    opened.resize(720, 520)
    opened.search.setText("keyring")
    settle(400)
    return made, opened


def help_shortcuts(appearance: Appearance) -> Sequence[QWidget]:
    return _help(appearance, "shortcuts")


SCENES: tuple[Scene, ...] = (
    help_page,
    help_search,
    help_shortcuts,
)
