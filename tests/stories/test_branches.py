"""Working with messages in the real window, by real keys: another version, another answer, and back again."""

from __future__ import annotations

from inara_engine.attached import quoting
from tests.support.accessible import wait_until
from tests.support.app import App


def test_a_message_is_sent_again_in_other_words_and_both_versions_stay(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    app.send("say one")
    app.wait_for_text("say one")
    wait_until(lambda: not app.eyes.shows("stop"), "the answer is there", timeout_s=90)

    app.desktop.key("ctrl+shift+e")
    wait_until(lambda: app.eyes.find("composer").text == "say one", "the message is in the composer")
    assert app.eyes.shows("composerNote")
    app.desktop.key("End")
    app.desktop.type(" more")
    app.desktop.key("Return")
    app.wait_for_text("say one more (version 2 of 2)")
    assert not any(said == "You: say one" for said in app.transcript())
    wait_until(lambda: not app.eyes.shows("stop"), "the second answer is there", timeout_s=90)

    app.desktop.key("ctrl+shift+r")
    app.wait_for_text("say one more (version 3 of 3)")
    wait_until(lambda: not app.eyes.shows("stop"), "the third answer is there", timeout_s=90)

    button = next(
        node
        for child in app.eyes.find("transcript").children
        for node in child.children
        if node.name == "The version before"
    )
    app.click(button)
    app.wait_for_text("say one more (version 2 of 3)")

    app.send("and now?")
    app.wait_for_text("and now?")
    wait_until(lambda: not app.eyes.shows("stop"), "it was answered on that branch", timeout_s=90)
    assert any("version 2 of 3" in said for said in app.transcript())

    app.desktop.key("ctrl+shift+e")
    wait_until(lambda: app.eyes.find("composer").text == "and now?", "the last message is in the composer")
    app.desktop.key("Escape")
    wait_until(lambda: app.eyes.find("composer").text == "", "called off")
    assert app.quit() == 0


def test_a_message_with_a_file_is_changed_and_the_file_goes_along(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    assert app.run("ask", quoting("say one", [("plan.md", "# Plan\n\nMarch: compost")])).returncode == 0
    app.start()
    wait_until(lambda: len(app.rows("sessionList")) == 1, "it is listed")
    app.click(app.rows("sessionList")[0])
    app.wait_for_text("You: say one (Attached: plan.md, 22 bytes)")
    assert app.rows("sessionList")[0].name.startswith("say one,")

    app.desktop.key("ctrl+shift+e")
    wait_until(lambda: app.eyes.find("composer").text == "say one", "its words are in the composer")
    assert app.eyes.shows("attachments")
    app.desktop.key("End")
    app.desktop.type(" more")
    app.desktop.key("Return")
    app.wait_for_text("say one more (version 2 of 2) (Attached: plan.md, 22 bytes)")
    wait_until(lambda: not app.eyes.shows("stop"), "the second answer is there", timeout_s=90)
    assert not app.eyes.shows("attachments")
    assert app.quit() == 0
