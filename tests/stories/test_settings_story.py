"""The settings as a person uses them: a model with its key, asked for a word, made the one that answers; a persona."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.accessible import wait_until
from tests.support.apart import apart
from tests.support.app import App
from tests.support.scripted_server import ScriptedServer, Turn, json_turn, text_turn
from tests.support.settings_story import fill, turn_to

MODELS = {"/v1/models": json_turn({"data": [{"id": "qwen3:8b", "owned_by": "library"}]})}
KEY = "sk-story-0123456789abcdef"


@pytest.fixture
def servers() -> Iterator[list[ScriptedServer]]:
    """Two model servers on a thread of their own: the one that answers now, and the one that is added."""
    turns: list[Turn] = [text_turn("ready"), text_turn("It is I, the new one.")]
    with apart(ScriptedServer([], pages=MODELS), ScriptedServer(turns, pages=MODELS)) as servers:
        yield list(servers)


def config(app: App) -> dict[str, Any]:
    return tomllib.loads((app.home / "config.toml").read_text("utf-8"))


def test_a_model_a_persona_and_a_schedule(app: App, servers: list[ScriptedServer]) -> None:
    old, new = servers
    app.configure(old.base_url, "# my own words stay\n[defaults]\ntier = 1 # and these\n")
    app.start()
    app.desktop.key("ctrl+comma")
    app.eyes.find("settingsDialog", timeout_s=30)

    # A model, first with an address that is none: told beside the field.
    app.eyes.find("addModel").press()
    fill(app, "editorName", "fresh")
    fill(app, "model_base_url", "nowhere")
    fill(app, "model_model", "qwen3:8b")
    fill(app, "editorKey", KEY)
    app.eyes.find("editorSave").press()
    wait_until(lambda: "web address" in app.eyes.find("model_base_url_problem").name, "the address is refused")
    fill(app, "model_base_url", new.base_url)
    app.eyes.find("editorSave").press()
    wait_until(lambda: not app.eyes.shows("settingsEditor"), "it is saved")
    wait_until(lambda: "stored" in app.eyes.find("key_fresh").name, "the key is in the keyring")
    assert config(app)["models"]["fresh"]["api_key"] == "keyring:fresh"
    assert KEY not in (app.home / "config.toml").read_text()
    assert "fresh" in app.run("secrets", "list").stdout

    app.eyes.find("test_fresh").press()
    wait_until(lambda: any("ready" in one.name for one in app.eyes.all("finding_fresh")), "it answered a word")
    app.eyes.find("first_fresh").press()
    wait_until(lambda: config(app).get("roles", {}).get("orchestrator", {}).get("models") == ["fresh"], "it answers")
    assert "# my own words stay" in (app.home / "config.toml").read_text()
    assert "tier = 1 # and these" in (app.home / "config.toml").read_text()

    # A persona of one's own.
    turn_to(app, 2)
    app.eyes.find("newPersona").press()
    fill(app, "nameField", "butler")
    app.desktop.key("Return")
    wait_until(lambda: app.eyes.shows("personaAnswers"), "its files are shown")
    fill(app, "personaText", "You are Jeeves.")
    app.desktop.key("ctrl+s")
    identity = app.home / "personas/butler/identity.md"
    wait_until(lambda: identity.exists() and identity.read_text() == "You are Jeeves.", "it is written")
    app.eyes.find("personaAnswers").press()
    wait_until(lambda: config(app)["defaults"].get("persona") == "butler", "it answers")

    # A search service with a key, and a profile for a guest.
    turn_to(app, 6)
    wait_until(lambda: app.eyes.shows("web_search_provider"), "the page is there")
    app.desktop.key("Tab", "Down")  # from the list of pages into the page
    wait_until(lambda: config(app).get("tools", {}).get("web_search", {}).get("provider") == "brave", "it is chosen")
    fill(app, "editorKey", KEY)
    app.desktop.key("Return")
    wait_until(lambda: "stored" in app.eyes.find("keyState").name, "its key is in the keyring")
    app.eyes.find("searchOff").press()
    wait_until(lambda: "web_search" not in config(app).get("tools", {}), "it is off again")
    turn_to(app, 11)
    app.eyes.find("addProfile").press()
    fill(app, "editorName", "kids")
    app.desktop.key("Tab", "Tab", "Tab", "Down")  # over persona and folders to the user role
    wait_until(lambda: "run_command" in app.eyes.find("profileMeans").name, "what it would leave out is told")
    app.eyes.find("editorSave").press()
    wait_until(lambda: "kids" in config(app).get("profiles", {}), "it is there")
    assert config(app)["profiles"]["kids"]["policy"]["user_role"] == "guest"
    app.eyes.find("use_profile_kids").press()
    wait_until(lambda: not app.eyes.shows("remove_profile_kids"), "the one in use can't be removed")
    app.eyes.find("use_profile_me").press()
    wait_until(lambda: config(app)["defaults"]["profile"] == "me", "the first one is still there to go back to")

    # A schedule; what its cron line means is told as it is typed.
    turn_to(app, 12)
    app.eyes.find("addSchedule").press()
    fill(app, "editorName", "morning")
    fill(app, "schedule_cron", "0 7 * *")
    app.desktop.key("Tab")
    wait_until(lambda: "five fields" in app.eyes.find("schedule_cron_problem").name, "the line is refused")
    fill(app, "schedule_cron", "0 7 * * 1-5")
    fill(app, "schedule_task", "Summarise my notes")
    wait_until(lambda: "7:00 AM on Monday through Friday" in app.eyes.find("cronMeans").name, "its meaning is told")
    app.eyes.find("editorSave").press()
    wait_until(lambda: "7:00 AM" in app.eyes.find("next_morning").name, "it is in the list with its next time")
    (entry,) = config(app)["schedule"]
    assert entry == {"name": "morning", "cron": "0 7 * * 1-5", "task": "Summarise my notes"}
    app.eyes.find("switch_schedule_morning").press()
    wait_until(lambda: config(app)["schedule"][0].get("enabled") is False, "it is paused")

    # Every other page shows itself; a backup is made, and Inara starts with the desktop.
    pages = ("desktop_notifications", "quickKeys", "storage_backup", "copyDiagnostics")
    for row, control in zip((15, 16, 17, 18), pages, strict=True):
        turn_to(app, row)
        wait_until(lambda control=control: app.eyes.shows(control), f"{control} is there")
    turn_to(app, 17)
    app.eyes.find("storage_backup").press()
    wait_until(lambda: list((app.home / "backups").glob("inara-*/inara.db")), "the backup is there")
    turn_to(app, 15)
    app.eyes.find("autostart").press()
    entry_file = Path(app.desktop.environ["XDG_CONFIG_HOME"]) / "autostart/app.inara.Inara.desktop"
    wait_until(entry_file.exists, "it starts with the desktop")

    app.eyes.find("settingsClose").press()
    app.send("Who are you?")
    app.wait_for_text("It is I, the new one.")
    asked = new.requests[-1]
    assert "You are Jeeves." in str(asked.body)
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert app.quit() == 0
    said = app.log.read_text() + "".join(file.read_text() for file in (app.home / "logs").glob("*") if file.is_file())
    assert KEY not in said
    assert "Traceback" not in said
