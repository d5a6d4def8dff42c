"""Off the record in the real window, by real keys: told apart at a glance, and gone without a trace however it ends."""

from __future__ import annotations

import secrets
import subprocess
import sys

from tests.support.accessible import wait_until
from tests.support.app import App


def traces(app: App, *words: str) -> list[str]:
    """The files, of all that the app and its desktop could write to, in which one of the words occurs."""
    return [
        str(path)
        for folder in (app.home.parent, app.desktop.home.parent)
        for path in folder.rglob("*")
        if path.is_file() and any(word.encode() in path.read_bytes() for word in words)
    ]


def clipboard(app: App) -> str:
    """The kinds of data on the clipboard, as another program sees them."""
    ask = "from PySide6.QtGui import QGuiApplication as A; a = A([]); print(a.clipboard().mimeData().formats())"
    return subprocess.run(
        [sys.executable, "-c", ask], env=app.desktop.environ, capture_output=True, text=True, check=True
    ).stdout


def canary() -> str:
    return "canary" + secrets.token_hex(8)


def begin(app: App) -> None:
    """A new conversation off the record, by its key."""
    app.desktop.key("ctrl+shift+n")
    app.eyes.find("offRecordBand")
    app.desktop.wait_for_window("Off the record – Inara")


def test_closed_it_is_forgotten_and_killed_it_never_was(app: App, llama_server: str) -> None:
    said, drafted, waiting, looked_into = canary(), canary(), canary(), canary()
    (app.documents / looked_into).mkdir()
    (app.documents / looked_into / "note.txt").write_text("Nothing of note.")
    app.configure(llama_server)
    app.start()
    app.send("hello")
    app.wait_for_text("I am a tiny scripted model.")
    begin(app)
    assert app.eyes.find("offRecordBand").name.startswith("Off the record. Nothing of this is kept")
    app.send(f"[[list]] {said}")
    app.wait_for_text("The tool has answered.")
    assert any("list_files" in row for row in app.transcript())
    app.desktop.wait_for_window("Off the record – Inara")  # not by what was said
    app.desktop.key("ctrl+shift+c")
    wait_until(lambda: "x-kde-passwordManagerHint" in clipboard(app), "what is copied is marked as a secret")
    app.desktop.type(drafted)
    wait_until(lambda: len(app.rows("sessionList")) == 2, "it is listed")
    assert app.rows("sessionList")[0].name.endswith("off the record")

    app.click(app.rows("sessionList")[1])
    wait_until(lambda: not app.eyes.shows("offRecordBand"), "the other one is on the record")
    assert app.eyes.find("composer").text == ""
    app.eyes.find("composer").focus()
    app.desktop.key("ctrl+z")
    assert app.eyes.find("composer").text == ""  # undo leads nowhere
    app.click(app.rows("sessionList")[0])
    wait_until(lambda: app.eyes.find("composer").text == drafted, "its draft was kept in memory")
    app.desktop.key("ctrl+shift+w")
    app.click(app.eyes.find("questionYes"))
    wait_until(lambda: len(app.rows("sessionList")) == 1, "it is gone")
    assert not app.eyes.shows("offRecordBand")

    assert app.run("open", "inara://off-record").returncode == 0
    app.eyes.find("offRecordBand")
    app.click(app.eyes.find("attach"))
    app.desktop.wait_for_window("Attach")
    app.desktop.type(str(app.documents / looked_into / "note.txt"))
    app.desktop.key("Return", "Return")  # the first one takes what the dialog's completion offers
    wait_until(lambda: app.eyes.shows("attachments"), "it is attached")
    app.send(f"[[write]] {waiting}")
    wait_until(lambda: "in memory only" in app.eyes.find("confirmAction").text, "the question says that it is not kept")
    app.desktop.key("Escape")
    wait_until(lambda: bool(app.rows("pendingList")), "it waits")
    assert "Off the record, in memory only" in app.rows("pendingList")[0].name
    app.desktop.key("alt+F4")
    wait_until(lambda: app.eyes.shows("questionNo"), "a question waits in it, so closing asks first")
    app.desktop.key("Escape")
    wait_until(lambda: not app.eyes.shows("questionNo"), "it stays open")
    app.kill()
    assert traces(app, said, drafted, waiting, looked_into) == []
    app.start()
    wait_until(lambda: len(app.rows("sessionList")) == 1, "what was on the record is there")
    assert app.run("jobs", "list").stdout.count("job-") == 1
    assert app.quit() == 0
    assert traces(app, said, drafted, waiting, looked_into) == []
    assert traces(app, "I am a tiny scripted model.")  # the scan does see what is kept


def test_an_answer_that_is_being_written_is_not_lost_by_accident(app: App, llama_server: str) -> None:
    said = canary()
    app.configure(llama_server)
    app.start()
    begin(app)
    app.send(f"[[long]] {said}")
    app.wait_for_text("tick tock tick")
    assert app.close_although_asked() == 0
    assert traces(app, said) == []
