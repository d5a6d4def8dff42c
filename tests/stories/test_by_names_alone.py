"""The app by what a screen reader says and does: names, roles, texts and actions; no key, no click, no inner name."""

from __future__ import annotations

from tests.support.accessible import wait_until
from tests.support.app import App


def test_a_job_is_given_allowed_read_and_found_again(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    named = app.eyes.named
    named("Message", "text").write("[[write]] a note for me")
    named("Send", "push button").press()

    named("Inara asks before it acts", "dialog", timeout_s=60)
    assert str(app.documents / "note.md") in named("What will happen", "text").text
    allow = named("Allow once", "push button")
    wait_until(lambda: allow.enabled, "it can be allowed")
    allow.press()
    wait_until((app.documents / "note.md").exists, "the note is written")

    said = named("Conversation", "list")
    wait_until(
        lambda: any("The tool has answered. That is all." in message.name for message in said.children),
        "the answer is read",
        timeout_s=60,
    )

    named("New chat", "push button").press()
    wait_until(lambda: not said.children, "the new conversation is empty")
    named("Search conversations", "text").write("note for me")
    hits = named("Conversations", "list")
    wait_until(lambda: any("note for me" in row.name for row in hits.children), "it is found")
    assert app.quit() == 0
