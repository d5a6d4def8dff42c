"""Consent in the whole app: always, seen in the activity, taken back, and no more allowed."""

from __future__ import annotations

from tests.support.accessible import Node, wait_until
from tests.support.app import App


def cards_with(app: App, button: str) -> list[Node]:
    """The buttons of that name on the cards of the conversation."""
    rows = app.eyes.find("transcript").children
    return [child for row in rows if row.name.startswith("Tool ") for child in row.children if child.name == button]


def test_always_holds_is_seen_and_taken_back(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    note = app.documents / "note.md"
    app.send("[[write]] a note for me")
    app.eyes.find("confirmDialog", timeout_s=60)
    always = app.eyes.find("approveAlways")
    assert always.name == f"Always allow: write_file in {app.documents}"
    wait_until(lambda: always.enabled, "it is armed")
    always.press()
    wait_until(note.exists, "the note is written")
    app.wait_for_text("The tool has answered. That is all.")

    note.rename(app.documents / "kept.md")
    app.send("[[write]] another")  # nobody is asked
    wait_until(note.exists, "the second note is written", timeout_s=60)
    assert not app.eyes.shows("confirmDialog")
    wait_until(lambda: len(cards_with(app, "Undo")) == 2, "both calls can be undone on their cards")
    app.click(cards_with(app, "Undo")[-1])
    wait_until(lambda: not note.exists(), "the second note is gone again")
    wait_until(lambda: "Taken back" in " ".join(app.transcript()), "its card says so")
    assert [button.name for button in cards_with(app, "Undo")] == ["Undo"]

    app.send("[[write]] a third")
    wait_until(note.exists, "the third note is written", timeout_s=60)

    app.eyes.find("activity").press()
    app.eyes.find("activityWindow")
    wait_until(lambda: len(app.rows("activityList")) == 3, "all calls are listed")
    newest, undone, first = (row.name for row in app.rows("activityList"))
    assert "Taken back" in undone
    assert f"allowed by a rule: write_file in {app.documents}" in newest
    assert "allowed by you, in the window" in first
    app.click(app.rows("activityList")[0])
    app.eyes.find("activityUndo").press()
    app.eyes.find("questionYes").press()
    wait_until(lambda: not note.exists(), "what was made is gone again")
    assert (app.documents / "kept.md").exists()
    wait_until(lambda: "Taken back" in app.rows("activityList")[0].name, "the list says so")

    app.eyes.find("showRules").press()
    [rule] = [line.split()[0] for line in app.run("rules").stdout.splitlines()]
    app.eyes.find(f"deleteRule_{rule}").press()
    app.eyes.find("questionYes").press()
    wait_until(lambda: not app.run("rules").stdout, "the rule is gone")
    app.desktop.key("Escape")
    app.send("[[write]] once more")
    app.eyes.find("confirmDialog", timeout_s=60)
    assert app.quit() == 0
