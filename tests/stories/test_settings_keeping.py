"""What the settings keep, show and throw away: backups, the trash, hooks, what a persona says; and the usage as a table."""

from __future__ import annotations

import csv
import tomllib

from tests.support.accessible import wait_until
from tests.support.app import App
from tests.support.settings_story import fill, turn_to

SECRET = "a-hook's-own-secret-0123456789"
PERSONAS, ANSWERS, SCHEDULES, STORAGE = 2, 4, 12, 17  # rows of the list of pages


def _start_with_a_conversation(app: App, server: str) -> None:
    app.configure(server)
    assert app.run("ask", "say one").returncode == 0
    app.start()
    wait_until(lambda: len(app.rows("sessionList")) == 1, "the conversation is listed")


def test_a_backup_brings_back_what_was_deleted_for_good(app: App, llama_server: str) -> None:
    _start_with_a_conversation(app, llama_server)
    app.desktop.key("ctrl+comma")
    app.eyes.find("settingsDialog", timeout_s=30)
    turn_to(app, STORAGE)
    app.eyes.find("storage_backup").press()
    wait_until(lambda: bool(list((app.home / "backups").glob("inara-*/inara.db"))), "the backup is there")
    [backup] = [folder.name for folder in (app.home / "backups").iterdir()]
    app.eyes.find("settingsClose").press()

    app.click(app.rows("sessionList")[0])
    app.eyes.find("sessionList").focus()
    app.desktop.key("Delete")
    wait_until(lambda: not app.eyes.shows("sessionList") or not app.rows("sessionList"), "it is in the trash")
    app.desktop.key("ctrl+comma")
    app.eyes.find("settingsDialog", timeout_s=30)
    turn_to(app, STORAGE)
    app.eyes.named("One conversation; it is deleted after 30 days there.", "label")
    app.eyes.find("storage_trash").press()
    app.eyes.find("questionYes").press()
    app.eyes.named("Empty.", "label")
    assert app.run("jobs", "list").stdout == ""

    app.eyes.find(f"restore_{backup}").press()
    app.eyes.find("questionYes").press()
    app.eyes.find("storage_keep")  # one can still think better of it
    assert app.quit() == 0
    app.start()
    wait_until(lambda: len(app.rows("sessionList")) == 1, "the conversation is back")
    assert app.quit() == 0


def test_a_persona_that_is_not_there_is_not_set_as_who_answers(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    app.desktop.key("ctrl+comma")
    app.eyes.find("settingsDialog", timeout_s=30)
    turn_to(app, ANSWERS)
    fill(app, "defaults_persona", "nobody")
    app.desktop.key("Tab")
    told = app.eyes.find("defaults_persona_problem")
    wait_until(lambda: told.name == "There is no persona 'nobody'. The personas are: inara.", "it is said")
    fill(app, "defaults_persona", "inara")
    app.desktop.key("Tab")
    wait_until(lambda: not app.eyes.shows("defaults_persona_problem"), "the one that is there is taken")
    assert "nobody" not in (app.home / "config.toml").read_text()
    assert app.quit() == 0


def test_what_a_persona_says_is_seen_and_a_hook_tells_how_it_is_called(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    app.desktop.key("ctrl+comma")
    app.eyes.find("settingsDialog", timeout_s=30)
    turn_to(app, PERSONAS)
    app.eyes.find("personaText")
    fill(app, "personaText", "# Jeeves\n\nYou are Jeeves. <!-- told to nobody -->")
    app.eyes.find("personaPreview").press()
    preview = app.eyes.find("markdownPreview")
    wait_until(lambda: bool(preview.children), "it is shown as it reads")
    assert "You are Jeeves." in preview.children[0].name
    assert "nobody" not in preview.children[0].name
    told = "what models are told of it is shown: who looks has left the text, so it is written"
    wait_until(lambda: "You are Jeeves." in app.eyes.find("personaPrompt").name, told)
    assert "nobody" not in app.eyes.find("personaPrompt").name

    turn_to(app, SCHEDULES)
    app.eyes.find("addHook").press()
    fill(app, "editorName", "gitea")
    fill(app, "hook_task", "Tell me in one line what happened")
    fill(app, "editorKey", SECRET)
    app.eyes.find("editorSave").press()
    wait_until(lambda: "/hooks/gitea" in app.eyes.find("curl_gitea").name, "how it is called is told")
    entry = tomllib.loads((app.home / "config.toml").read_text("utf-8"))["hooks"]["gitea"]
    assert entry == {"task": "Tell me in one line what happened", "secret": "keyring:hook-gitea"}
    assert "hook-gitea" in app.run("secrets", "list").stdout
    assert app.quit() == 0


def test_the_usage_is_saved_as_a_table(app: App, llama_server: str) -> None:
    _start_with_a_conversation(app, llama_server)
    app.desktop.key("ctrl+shift+u")
    app.eyes.find("usageExport", timeout_s=30).press()
    app.desktop.wait_for_window("Save usage")
    target = app.documents / "usage.csv"
    app.desktop.key("ctrl+a")
    app.desktop.type(str(target))
    app.desktop.key("Return")
    wait_until(target.exists, "the table is saved")
    wait_until(lambda: app.eyes.find("usageTold").name == f"Saved to {target}.", "and where is told")
    [row] = csv.DictReader(target.read_text("utf-8").splitlines())
    assert row["model"] == "tiny"
    assert int(row["answers"]) == 1
    assert app.quit() == 0
