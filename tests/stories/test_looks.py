"""How the window looks and where it helps: light and dark with the desktop or by one's own choice, shortcuts, pages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from tests.support.accessible import wait_until
from tests.support.app import App
from tests.support.settings_story import turn_to

APPEARANCE = 14  # its row in the list of pages


def ground(app: App, picture: Path) -> int:
    """How light the window is above what one types in, 0 to 255."""
    x, y, _, _ = app.eyes.find("composer").extents
    app.desktop.screenshot(picture)
    return QImage(str(picture)).pixelColor(x + 8, y - 60).lightness()


def test_light_and_dark_come_with_the_desktops_unless_one_chooses(app: App, llama_server: str, tmp_path: Path) -> None:
    app.configure(llama_server)
    app.start()
    picture = tmp_path / "screen.png"
    wait_until(lambda: ground(app, picture) > 240, "the window is light, as the desktop is")
    app.desktop.set_scheme("dark")
    wait_until(lambda: ground(app, picture) < 50, "it is dark with the desktop, while it is open")

    app.desktop.key("ctrl+comma")
    app.eyes.find("settingsDialog", timeout_s=30)
    turn_to(app, APPEARANCE)
    wait_until(lambda: app.eyes.shows("appearance_theme"), "the page is there")
    app.desktop.key("Tab", "l")  # from the list of pages into the page: light
    app.desktop.key("Escape")
    wait_until(lambda: not app.eyes.shows("settingsDialog"), "the settings are closed")
    wait_until(lambda: ground(app, picture) > 240, "what one chose holds at once")
    assert 'theme = "light"' in (app.home / "config.toml").read_text()
    app.desktop.set_scheme("light")
    assert app.quit() == 0


def test_every_shortcut_is_shown_by_one_and_help_is_in_the_window(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    app.desktop.key("ctrl+slash")
    app.eyes.find("shortcutsOverlay")
    app.eyes.named("Search conversations: Ctrl + K", "label")
    app.desktop.key("Escape")
    wait_until(lambda: not app.eyes.shows("shortcutsOverlay"), "Esc closes it")
    app.desktop.key("F1")
    app.eyes.find("helpWindow", timeout_s=30)
    wait_until(lambda: len(app.rows("helpPages")) > 5, "the pages are listed")
    app.desktop.key("Escape")
    wait_until(lambda: not app.eyes.shows("helpWindow"), "Esc closes it")
    assert app.quit() == 0
