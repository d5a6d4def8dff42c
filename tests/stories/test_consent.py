"""Consent in the whole app: always, seen in the activity, taken back, and no more allowed."""

from __future__ import annotations

from tests.support.accessible import wait_until
from tests.support.app import App


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

    app.eyes.find("activity").press()
    app.eyes.find("activityWindow")
    wait_until(lambda: len(app.rows("activityList")) == 2, "both calls are listed")
    newest, first = (row.name for row in app.rows("activityList"))
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
