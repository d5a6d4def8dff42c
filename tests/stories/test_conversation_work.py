"""Working with a conversation in the real window, by real keys: finding words in it, and a draft that a crash leaves."""

from __future__ import annotations

from tests.support.accessible import wait_until
from tests.support.app import App


def test_words_are_found_while_an_answer_streams_and_a_draft_survives_a_kill(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    app.send("[[long]] go")
    app.wait_for_text("tick tock tick")

    app.desktop.key("ctrl+f")
    app.eyes.find("findBar")
    app.desktop.type("tock")
    wait_until(lambda: " of " in app.eyes.find("findCount").name, "the search counts")
    first = app.eyes.find("findCount").name
    wait_until(lambda: app.eyes.find("findCount").name != first, "it counts what streams in")
    app.desktop.key("Escape")
    wait_until(lambda: not app.eyes.shows("findBar"), "the search is closed")

    app.desktop.type("half a thought")
    drafts = app.home / "drafts.json"
    wait_until(lambda: drafts.exists() and "half a thought" in drafts.read_text(), "the draft is kept")
    app.kill()
    app.start()
    assert app.eyes.find("composer").text == ""
    wait_until(lambda: bool(app.rows("sessionList")), "the session is listed")
    app.click(app.rows("sessionList")[0])
    wait_until(lambda: app.eyes.find("composer").text == "half a thought", "the draft is back")
    assert app.quit() == 0
