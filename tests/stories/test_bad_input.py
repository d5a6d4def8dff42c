"""What goes wrong in the window: one clear message with a next step, nothing lost, never a hang."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.accessible import wait_until
from tests.support.app import App
from tests.support.llama_server import LlamaServer
from tests.support.tiny_model import cached_model


@pytest.fixture
def app(app: App) -> Iterator[App]:
    yield app
    assert app.quit() == 0
    assert "Traceback" not in app.log.read_text()


def test_a_server_that_is_not_there_then_there(app: App) -> None:
    """Refused: the card names the address and what to do; once the server runs, Try again answers."""
    with LlamaServer(cached_model()) as server:
        server.stop()
        app.configure(server.base_url)
        app.start()
        app.send("hello")
        app.wait_for_text(f"Nothing answers on 127.0.0.1:{server.port}.")
        server.start()
        row = next(row for row in app.eyes.find("transcript").children if "Nothing answers" in row.name)
        assert "Try again" in row.name
        app.eyes.find("transcript").focus()
        app.desktop.key("Tab")
        app.desktop.key("Return")
        app.wait_for_text("Hello there! I am a tiny scripted model.")


def test_a_wrong_key(app: App) -> None:
    with LlamaServer(cached_model(), api_key="right") as server:
        app.configure(server.base_url)
        app.start()
        app.send("hello")
        app.wait_for_text("key")
        assert any("“tiny” under Settings › Models" in said for said in app.transcript())


def test_a_server_that_dies_in_the_middle_of_an_answer(app: App) -> None:
    with LlamaServer(cached_model()) as server:
        app.configure(server.base_url)
        app.start()
        app.send("[[long]] go")
        app.wait_for_text("tick tock tick")
        server.stop()
        app.wait_for_text("Continue")
        assert any("tick tock tick" in said for said in app.transcript())


def test_a_broken_settings_file_is_named_with_its_line_and_the_app_runs_on(app: App) -> None:
    (app.home / "config.toml").write_text('[models.x]\nprovider = "openai"\nbase_ulr = "http://127.0.0.1:1/v1"\n')
    app.start()
    wait_until(lambda: "config.toml:3" in app.eyes.find("banner_settings").name, "the banner names the line")
    assert "base_url" in app.eyes.find("banner_settings").name


def test_settings_that_are_edited_while_the_window_is_open_hold_in_it_too(app: App) -> None:
    """Who answers is never said wrongly; a mistake is told while it is there, and what held before still does."""
    app.configure("http://127.0.0.1:1/v1")
    app.start()
    wait_until(lambda: "Tiny" in app.eyes.find("modelPicker").name, "Tiny answers")
    file = app.home / "config.toml"
    file.write_text(file.read_text().replace('"Tiny"', '"Other"'))
    wait_until(lambda: "Other" in app.eyes.find("modelPicker").name, "it has another name")
    file.write_text(file.read_text() + "\nno settings\n")
    wait_until(lambda: "config.toml" in app.eyes.find("banner_settings").name, "the banner names the file")
    assert "Other" in app.eyes.find("modelPicker").name
    file.write_text(file.read_text().replace("no settings", ""))
    wait_until(lambda: not app.eyes.shows("banner_settings"), "all is well again")


def test_a_home_that_can_not_be_used_then_can(app: App, llama_server: str) -> None:
    """What is typed meanwhile stays, and nothing that was tried meanwhile is in the way once it can."""
    app.configure(llama_server)
    in_the_way = app.home / "personas"
    in_the_way.write_text("no folder")
    app.start()
    wait_until(lambda: "personas is a file" in app.eyes.find("banner_open").name, "the banner says so")
    for keys in ("ctrl+k", "a", "b", "Escape"):  # each search is called off by the next one
        app.desktop.key(keys)
    app.send("hello")
    wait_until(lambda: app.eyes.find("composer").text == "hello", "what was typed is back in the composer")

    in_the_way.unlink()
    app.eyes.named("Try again", "push button").press()
    wait_until(lambda: not app.eyes.shows("banner_open"), "it is open")
    app.eyes.find("composer").focus()
    app.desktop.key("Return")
    app.wait_for_text("Hello there! I am a tiny scripted model.")


def test_a_damaged_database_is_said_and_left_as_it_is(app: App) -> None:
    garbage = b"this was a database once" * 1000
    (app.home / "inara.db").write_bytes(garbage)
    app.start()
    wait_until(lambda: "damaged" in app.eyes.find("banner_open").name, "the banner says so")
    assert (app.home / "inara.db").read_bytes() == garbage
