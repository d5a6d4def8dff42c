"""Prompts queued in the real window, by real keys: reordered, changed, taken out, kept over a kill, sent."""

from __future__ import annotations

from tests.support.accessible import wait_until
from tests.support.app import App
from tests.support.copied import holding


def queued(app: App) -> list[str]:
    """What waits, the next to go out first."""
    lists = [node for node in app.eyes.all("queueList") if node.role == "list" and node.showing]
    return [row.name.partition(". ")[2] for row in (lists[0].children if lists else []) if row.role == "list item"]


def until_queued(app: App, *texts: str) -> None:
    wait_until(lambda: queued(app) == list(texts), f"{texts} wait")


def test_what_is_queued_is_changed_survives_a_kill_and_goes_out(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    app.send("[[long]] go")
    app.wait_for_text("tick tock tick")
    for text in ("alpha", "beta", "gamma"):
        app.desktop.type(text)
        app.desktop.key("Return")
    until_queued(app, "alpha", "beta", "gamma")
    assert app.eyes.find("queueNote").name == "Goes out when the answer before it is done."

    app.eyes.find("queueList").focus()
    wait_until(lambda: app.eyes.focused() == "queueList", "the queue has the focus")
    app.desktop.key("End", "alt+Up")
    until_queued(app, "alpha", "gamma", "beta")
    app.desktop.key("Return")
    wait_until(lambda: app.eyes.find("composer").text == "gamma", "its words are in the composer")
    app.desktop.type(" ray")
    app.desktop.key("Return")
    until_queued(app, "alpha", "gamma ray", "beta")
    app.eyes.find("queueList").focus()
    app.desktop.key("Home", "Delete")
    until_queued(app, "gamma ray", "beta")

    app.kill()
    app.start()
    wait_until(lambda: bool(app.rows("sessionList")), "the session is listed")
    app.click(app.rows("sessionList")[0])
    until_queued(app, "gamma ray", "beta")
    held = "Held back: Inara ended in the middle of the answer before it."
    wait_until(lambda: app.eyes.find("queueNote").name == held, "it says why it waits")
    app.click(app.eyes.find("queueSend"))
    until_queued(app)
    app.wait_for_text("gamma ray")
    app.wait_for_text("beta")
    wait_until(lambda: not app.eyes.shows("stop"), "both were answered", timeout_s=90)
    assert [said for said in app.transcript() if said in {"You: gamma ray", "You: beta"}] == [
        "You: gamma ray",
        "You: beta",
    ]
    assert app.quit() == 0


def test_a_picture_pasted_while_it_is_changed_goes_with_it(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    app.send("[[long]] go")
    app.wait_for_text("tick tock tick")
    app.desktop.type("alpha")
    app.desktop.key("Return")
    until_queued(app, "alpha")
    app.eyes.find("queueList").focus()
    wait_until(lambda: app.eyes.focused() == "queueList", "the queue has the focus")
    app.desktop.key("Return")
    wait_until(lambda: app.eyes.find("composer").text == "alpha", "its words are in the composer")
    app.desktop.type(" and this")
    with holding(app.desktop):
        app.desktop.key("ctrl+v")
        app.eyes.named("Remove Pasted picture", "push button")
    app.desktop.key("Return")
    until_queued(app, "alpha and this · with Pasted picture")
    app.kill()
    app.start()
    wait_until(lambda: bool(app.rows("sessionList")), "the session is listed")
    app.click(app.rows("sessionList")[0])
    until_queued(app, "alpha and this · with Pasted picture")
    assert app.quit() == 0
