"""The main job, whole: a real window, a real keyring, a real local model, real keys, a real kill."""

from __future__ import annotations

import socket

from inara_engine.providers.known_servers import KNOWN_SERVERS
from tests.support.accessible import wait_until
from tests.support.apart import apart
from tests.support.app import App
from tests.support.kept import is_on_disk
from tests.support.scripted_server import ScriptedServer, json_turn, text_turn

KEY = "sk-story-0123456789abcdef"


def is_free(port: int) -> bool:
    """Whether nobody listens there."""
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) != 0


def test_a_question_outlives_the_app_and_its_answer_writes_the_file_once(app: App, llama_server: str) -> None:
    """Typed, streamed, asked, killed, started again, approved, written once, answered."""
    app.configure(llama_server)
    app.start()
    app.send("hello")
    app.wait_for_text("Hello there! I am a tiny scripted model.")

    app.send("[[write]] a note for me")
    dialog = app.eyes.find("confirmDialog", timeout_s=60)
    wait_until(lambda: app.eyes.focused() == "deny", "the safe button has the focus")
    said = app.eyes.find("confirmAction").text
    assert str(app.documents / "note.md") in said
    assert "Written by a tiny model." in said
    assert dialog.showing
    assert list(app.documents.iterdir()) == []

    app.kill()
    app.start()
    assert list(app.documents.iterdir()) == []
    app.eyes.find("pendingList")
    [waiting] = app.rows("pendingList")
    assert "note.md" in waiting.name
    app.click(waiting)
    app.eyes.find("confirmDialog")
    app.wait_for_text("note.md")  # the card in the transcript
    approve = app.eyes.find("approve")
    wait_until(lambda: approve.enabled, "approving is armed")
    app.desktop.key("Tab")
    wait_until(lambda: app.eyes.focused() == "approve", "approve has the focus")
    app.desktop.key("space")

    app.wait_for_text("The tool has answered. That is all.")
    assert (app.documents / "note.md").read_text() == "# Note\n\nWritten by a tiny model.\n"
    wait_until(lambda: not app.eyes.shows("pendingList"), "nothing waits any more")
    jobs = app.run("jobs", "list")
    assert jobs.stdout.count("complete") == 2
    assert app.quit() == 0


def test_enter_on_the_open_question_denies_and_the_model_is_told(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    app.send("[[write]] please")
    app.eyes.find("confirmDialog", timeout_s=60)
    wait_until(lambda: app.eyes.focused() == "deny", "the safe button has the focus")
    app.desktop.key("Return")
    app.wait_for_text("The tool has answered. That is all.")
    assert list(app.documents.iterdir()) == []
    assert app.quit() == 0


def test_escape_leaves_the_question_open_and_the_terminal_answers_it(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    app.send("[[write]] please")
    app.eyes.find("confirmDialog", timeout_s=60)
    app.desktop.key("Escape")
    wait_until(lambda: not app.eyes.shows("confirmDialog"), "the dialog is closed")
    assert list(app.documents.iterdir()) == []
    assert len(app.rows("pendingList")) == 1
    [job] = [line.split()[0] for line in app.run("jobs", "list").stdout.splitlines() if "awaiting" in line]
    confirmed = app.run("jobs", "confirm", job)
    assert confirmed.returncode == 0, confirmed.stderr
    assert (app.documents / "note.md").exists()
    app.wait_for_text("The tool has answered. That is all.")
    assert app.quit() == 0


def test_stop_ends_an_endless_answer_and_keeps_it(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    app.send("[[long]] go")
    app.wait_for_text("tick tock tick")
    app.eyes.find("stop").press()
    app.wait_for_text("Stopped.")
    app.wait_for_text("tick tock tick")
    assert not app.eyes.shows("stop")
    assert app.quit() == 0


def test_an_answer_cut_by_a_kill_is_there_again_and_goes_on_only_when_asked(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    app.send("[[long]] go")
    app.wait_for_text("tick tock tick tock tick")
    wait_until(lambda: is_on_disk(app.home, "tick tock tick"), "what was said is on the disk")
    app.kill()
    app.start()
    wait_until(lambda: len(app.rows("sessionList")) == 1, "the session is listed")
    [session] = app.rows("sessionList")
    app.click(session)
    app.wait_for_text("tick tock tick")
    app.wait_for_text("Inara ended in the middle of this answer.")
    assert app.quit() == 0


def test_a_second_start_shows_the_first_window_and_ends_at_once(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    second = app.run(timeout_s=20)
    assert second.returncode == 0
    assert app.eyes.find("composer").showing
    assert app.quit() == 0


def test_the_terminal_goes_through_the_window(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    asked = app.run("ask", "hello from the terminal")
    assert asked.stdout.strip() == "Hello there! I am a tiny scripted model."
    wait_until(lambda: len(app.rows("sessionList")) == 1, "the window lists the session")
    assert app.quit() == 0


def test_the_first_start_takes_a_key_and_finds_what_runs_here(app: App) -> None:
    """A server that wants a key is typed in: the key goes into the keyring, and the next question is answered. What
    runs on this machine is found by itself."""
    port = next(server.port for server in KNOWN_SERVERS if is_free(server.port))
    models = {"/v1/models": json_turn({"data": [{"id": "qwen3:8b", "owned_by": "library"}]})}
    fresh = {"/v1/models": json_turn({"data": [{"id": "fresh"}]})}
    typed = ScriptedServer([text_turn("It is I.")], pages=fresh)
    with apart(ScriptedServer(pages=models, port=port), typed) as (found, typed):
        app.start()
        app.eyes.find("useServer", timeout_s=30)
        app.eyes.named(found.base_url, "label")

        for name, text in (("serverUrl", typed.base_url), ("serverModel", "fresh"), ("serverKey", KEY)):
            app.eyes.find(name).focus()
            wait_until(lambda name=name: app.eyes.focused() == name, f"{name} has the focus")
            app.desktop.type(text)
        app.desktop.key("Return")
        wait_until(lambda: not app.eyes.shows("firstStart"), "it is connected")
        app.send("Who are you?")
        app.wait_for_text("It is I.")
        assert typed.requests[-1].headers["authorization"] == f"Bearer {KEY}"
        assert KEY not in (app.home / "config.toml").read_text()
        assert "fresh" in app.run("secrets", "list").stdout

        app.desktop.key("ctrl+comma")
        app.eyes.find("settingsDialog", timeout_s=30)
        app.eyes.find("searchServers").press()
        app.eyes.named(found.base_url, "label")
        app.eyes.find("addFound").press()
        added = f'base_url = "{found.base_url}"'
        wait_until(lambda: added in (app.home / "config.toml").read_text(), "what was found is a model now")
        assert app.quit() == 0


def test_a_server_that_does_not_answer_is_said_before_the_first_question(app: App) -> None:
    """What was typed stays to be corrected, and what is corrected takes its place: a host alone is enough."""
    pages = {"/v1/models": json_turn({"data": [{"id": "fresh"}]})}
    with socket.socket() as taken, apart(ScriptedServer([text_turn("It is I.")], pages=pages)) as (server,):
        taken.bind(("127.0.0.1", 0))  # and nobody listens
        nobody = f"127.0.0.1:{taken.getsockname()[1]}"
        app.start()

        def connect(address: str, model: str) -> None:
            app.eyes.find("serverUrl", timeout_s=30).write(address)
            app.eyes.find("serverModel").write(model)
            app.eyes.find("connectServer").press()

        connect(nobody, "old")
        again = "Correct it and connect again; or skip for now, and it is kept as it is."
        app.eyes.named(f"Nothing answers on {nobody}. {again}", "label")
        connect(server.base_url.removesuffix("/v1"), "old")
        there = f"127.0.0.1:{server.port} answers, but doesn't have the model “old”. It has: fresh."
        app.eyes.named(f"{there} {again}", "label")
        connect(server.base_url.removesuffix("/v1"), "fresh")
        wait_until(lambda: not app.eyes.shows("firstStart"), "it is connected")
        wait_until(lambda: app.eyes.focused() == "composer", "one can type at once")
        app.desktop.type("Who are you?")
        app.desktop.key("Return")
        app.wait_for_text("It is I.")
        assert [line.split()[1] for line in app.run("models").stdout.splitlines()] == ["fresh"]
        assert app.quit() == 0


def test_the_first_start_offers_the_tour_which_really_lists_and_really_writes(app: App) -> None:
    (app.home / "config.toml").write_text(f'[workspace]\nroots = ["{app.documents}"]\n')
    (app.documents / "shopping.txt").write_text("milk")
    app.start()
    app.eyes.find("startTour").press()
    app.wait_for_text("Demo, not an AI")
    app.wait_for_text("shopping.txt")
    app.eyes.find("confirmDialog", timeout_s=60)
    approve = app.eyes.find("approve")
    wait_until(lambda: approve.enabled, "approving is armed")
    app.desktop.key("Tab", "space")
    wait_until(lambda: (app.documents / "inara-note.md").exists(), "the note is written")
    app.wait_for_text("config.toml")
    assert app.quit() == 0
