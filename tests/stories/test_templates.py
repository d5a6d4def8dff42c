"""Templates in the real window, by real keys: made, found behind a "/", filled in, sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.accessible import wait_until
from tests.support.app import App
from tests.support.desktop_session import DesktopSession


@pytest.fixture(scope="module")
def desktop() -> Iterator[DesktopSession]:
    with DesktopSession(size=(1280, 860)) as desktop:
        yield desktop


@pytest.fixture
def app(desktop: DesktopSession, tmp_path: Path) -> App:
    return App(desktop, tmp_path)


def offered(app: App) -> list[str]:
    lists = [node for node in app.eyes.all("pickList") if node.role == "list" and node.showing]
    return [row.name.partition(".")[0] for row in (lists[0].children if lists else []) if row.role == "list item"]


def until_focused(app: App, name: str) -> None:
    wait_until(lambda: app.eyes.focused() == name, f"{name} has the focus")


def test_a_template_is_made_found_filled_in_and_sent(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    app.eyes.find("composer").focus()
    until_focused(app, "composer")
    app.desktop.type("/")
    wait_until(lambda: offered(app) == ["Make a template…"], "one can be made")
    app.desktop.key("Return")
    app.eyes.find("templatesDialog")
    app.eyes.find("templateName").focus()
    until_focused(app, "templateName")
    app.desktop.type("letter")
    app.eyes.find("templateText").focus()
    until_focused(app, "templateText")
    app.desktop.type("Write to {{to}} about {{about: the weather}}.")
    app.eyes.find("templateSave").press()
    kept = app.home / "prompts" / "letter.md"
    wait_until(kept.exists, "it is kept")
    (app.home / "prompts" / "other.md").write_text("Nothing to fill in.")
    app.eyes.find("templatesClose").press()
    wait_until(lambda: not app.eyes.shows("templatesDialog"), "the dialog is closed")

    app.eyes.find("composer").focus()
    until_focused(app, "composer")
    app.desktop.type("/")
    wait_until(lambda: offered(app) == ["letter", "other", "Change your templates…"], "all are offered")
    app.desktop.key("Down", "Tab")
    wait_until(lambda: app.eyes.find("composer").text == "Nothing to fill in.", "it is in the message")
    app.desktop.key("ctrl+a")
    app.desktop.type("/lett")
    wait_until(lambda: offered(app) == ["letter"], "what is typed narrows it")
    app.desktop.key("Escape")
    wait_until(lambda: offered(app) == [], "Esc closes it")
    assert app.eyes.find("composer").text == "/lett"
    app.desktop.key("ctrl+a")
    app.desktop.type("x")
    app.desktop.key("ctrl+a")
    app.desktop.type("/let")
    wait_until(lambda: offered(app) == ["letter"], "it is offered again")
    app.desktop.key("Return")
    until_focused(app, "blank_to")
    app.desktop.key("Return")
    wait_until(lambda: app.eyes.find("blanksProblem").name.startswith("to is empty."), "what is missing is said")
    app.desktop.type("Tom")
    app.desktop.key("Return")
    words = "Write to Tom about the weather."
    wait_until(lambda: app.eyes.find("composer").text == words, "it is in the message")
    until_focused(app, "composer")
    app.desktop.key("Return")
    app.wait_for_text(words)
    assert app.quit() == 0
