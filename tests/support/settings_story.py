"""The settings by the keyboard, as stories use them."""

from __future__ import annotations

from tests.support.accessible import wait_until
from tests.support.app import App

__all__ = ["fill", "turn_to"]


def fill(app: App, name: str, text: str) -> None:
    """Put the focus on a field and type over what is in it."""
    app.eyes.find(name).focus()
    wait_until(lambda: app.eyes.focused() == name, f"{name} has the focus")
    app.desktop.key("ctrl+a")
    app.desktop.type(text)


def turn_to(app: App, row: int) -> None:
    """Choose a page, by its row in their list."""
    app.eyes.find("settingsPages").focus()
    app.desktop.key("Home", *["Down"] * row)
