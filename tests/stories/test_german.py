"""A German window says in German what the engine says too, from a refused key to what a tool did and who allowed it."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from contextlib import suppress

import pytest

from inara_desktop.recognising import known
from tests.support.accessible import AccessibilityError, Node, wait_until
from tests.support.apart import apart
from tests.support.app import App
from tests.support.scripted_server import ScriptedServer, call, calls_turn, error_turn, text_turn

GERMAN = '[appearance]\nlanguage = "de"\n'
REFUSED = {"error": {"message": "Incorrect API key provided.", "code": "invalid_api_key"}}


@pytest.fixture
def server(app: App) -> Iterator[ScriptedServer]:
    """On a thread of its own: it refuses the key, then has the model write a file, then say that it did."""
    write = call("write_file", {"path": str(app.documents / "notiz.md"), "content": "Milch\nBrot\n"})
    turns = [error_turn(401, REFUSED), calls_turn(write), text_turn("Nothing was changed, says the model.")]
    with apart(ScriptedServer(turns)) as (server,):
        yield server


@pytest.fixture
def app(app: App) -> Iterator[App]:
    yield app
    assert app.quit() == 0
    assert "Traceback" not in app.log.read_text()


def words(node: Node) -> Iterator[str]:
    """All that is said in a part of the window."""
    yield from (node.name, node.description)
    with suppress(AccessibilityError):  # most have none
        yield node.text
    for child in node.children:
        yield from words(child)


def english(app: App, object_name: str) -> list[str]:
    """The sentences there that are the engine's, as the engine says them."""
    pieces = {
        piece.strip()
        for text in words(app.eyes.find(object_name))
        for piece in re.split(r"(?<=[.?!])\s|[\n·]", text or "")
        if "says the model" not in piece
    }
    sentences, deeds = known("sentences"), known("deeds")
    return [piece for piece in pieces if " " in piece and (sentences.find(piece, 10) or deeds.find(piece))]


def test_nobody_answers_and_a_wrong_address_is_refused(app: App) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        app.configure(f"http://127.0.0.1:{port}/v1", GERMAN)
        app.start()
        app.send("hallo")
        app.wait_for_text(f"Unter 127.0.0.1:{port} antwortet nichts. Starten Sie den Modellserver")
        assert english(app, "transcript") == []

        app.desktop.key("ctrl+comma")
        app.eyes.find("settingsDialog", timeout_s=30)
        app.eyes.find("addModel").press()
        for name, text in (("editorName", "neu"), ("model_base_url", "nirgends"), ("model_model", "qwen3:8b")):
            app.eyes.find(name).focus()
            wait_until(lambda name=name: app.eyes.focused() == name, f"{name} has the focus")
            app.desktop.key("ctrl+a")
            app.desktop.type(text)
        app.eyes.find("editorSave").press()
        problem = "Keine Webadresse; erwartet wird eine wie „http://127.0.0.1:11434/v1“."
        wait_until(lambda: problem in app.eyes.find("model_base_url_problem").name, "the address is refused")
        assert english(app, "settingsEditor") == []


def test_a_wrong_key_then_a_file_is_written(app: App, server: ScriptedServer) -> None:
    app.configure(server.base_url, GERMAN)
    app.start()
    app.send("hallo")
    app.wait_for_text("verlangt einen API-Schlüssel (401). Die Meldung: „Incorrect API key provided.“")
    assert english(app, "transcript") == []

    app.send("schreib mir eine Notiz")
    app.eyes.find("confirmDialog", timeout_s=60)
    said = " ".join(words(app.eyes.find("confirmDialog")))
    assert "2 Zeilen in " in said
    assert "notiz.md schreiben" in said
    assert f"Pfad: {app.documents / 'notiz.md'}" in said
    assert f"Es ändert eine Datei in „{app.documents}“." in said
    assert english(app, "confirmDialog") == []
    approve = app.eyes.find("approve")
    wait_until(lambda: approve.enabled, "it is armed")
    approve.press()
    app.wait_for_text("Nothing was changed, says the model.")  # its words are its own
    assert english(app, "transcript") == []

    app.eyes.find("activity").press()
    app.eyes.find("activityWindow")
    wait_until(lambda: len(app.rows("activityList")) == 1, "the call is listed")
    assert "notiz.md schreiben" in app.rows("activityList")[0].name
    assert "erlaubt durch Sie, im Fenster" in app.rows("activityList")[0].name
    assert english(app, "activityWindow") == []


def test_who_takes_the_tour_first_is_led_round_in_german(app: App) -> None:
    (app.home / "config.toml").write_text(f'{GERMAN}[workspace]\nroots = ["{app.documents}"]\n')
    app.start()
    app.eyes.find("startTour").press()
    app.wait_for_text("Das ist eine Vorführung, keine KI.")
    app.eyes.find("confirmDialog", timeout_s=60)
    assert "Eine Notiz vom Rundgang" in app.eyes.find("confirmAction").text
    approve = app.eyes.find("approve")
    wait_until(lambda: approve.enabled, "it is armed")
    approve.press()
    app.wait_for_text("Danke. Die Notiz ist da")
    assert "Vorführung" in (app.documents / "inara-note.md").read_text("utf-8")
    app.wait_for_text("Das war der Rundgang.")
