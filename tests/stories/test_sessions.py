"""Many conversations in the real window, by real keys: found again, filed, thrown away and taken back, brought in."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from tests.support.accessible import wait_until
from tests.support.app import App


@pytest.fixture
def app(app: App, llama_server: str) -> App:
    app.configure(llama_server)
    return app


def conversation(title: str, *messages: str) -> dict[str, object]:
    said = [{"role": "assistant" if n % 2 else "user", "content": text} for n, text in enumerate(messages)]
    return {"title": title, "messages": said}


def names(app: App) -> list[str]:
    return [row.name.split(",")[0] for row in app.rows("sessionList")]


def until_listed(app: App, *expected: str) -> None:
    wait_until(lambda: names(app) == list(expected), f"the list is {expected}")


def test_a_message_of_long_ago_is_found_as_one_types_and_jumped_to(app: App, tmp_path: Path) -> None:
    long_talk = [f"Line {n} about nothing much. " * 8 for n in range(80)]
    long_talk[11] = "The plumber is called Wolfram Zehetner."
    export = tmp_path / "conversations.json"
    export.write_text(json.dumps([conversation("House", *long_talk), conversation("Other", "Hello", "Hi")]))
    assert app.run("sessions", "import", str(export)).returncode == 0
    app.start()
    until_listed(app, "Other", "House")
    app.desktop.key("ctrl+k")
    app.desktop.type("zehe")
    until_listed(app, "House")
    assert "The plumber is called Wolfram Zehetner." in app.rows("sessionList")[0].name
    app.desktop.key("Down", "Return")
    wait_until(lambda: app.eyes.find("findCount").name == "1 of 1", "the place is marked")
    shown = [node for node in app.eyes.find("transcript").children if node.showing and "Zehetner" in node.name]
    assert shown
    app.send("say something new")
    wait_until(lambda: app.eyes.find("transcript").children[-1].showing, "what is sent from far above is seen")
    wait_until(lambda: not app.eyes.shows("stop"), "the answer is there", timeout_s=90)
    assert app.eyes.find("transcript").children[-1].showing
    app.desktop.key("ctrl+k")
    app.desktop.type("nowhere")
    wait_until(lambda: names(app) == [], "nothing is found")
    app.desktop.key("Escape")
    until_listed(app, "House", "Other")
    assert app.quit() == 0


def test_trash_and_undo_and_folders_and_pins_by_keyboard(app: App, tmp_path: Path) -> None:
    export = tmp_path / "conversations.json"
    export.write_text(json.dumps([conversation(title, "Hello", "Hi") for title in ("Oslo", "Rome", "Bike")]))
    app.run("sessions", "import", str(export))
    app.start()
    until_listed(app, "Bike", "Rome", "Oslo")
    app.eyes.find("sessionList").focus()
    app.desktop.key("Down", "Home", "Delete")
    until_listed(app, "Rome", "Oslo")
    app.desktop.key("Home", "Delete")
    until_listed(app, "Oslo")
    app.click(app.eyes.find("bannerClose"))  # or it goes by itself after a while
    wait_until(lambda: not app.eyes.shows("banner_trash"), "no notice offers it any more")
    app.eyes.find("sessionList").focus()
    app.desktop.key("ctrl+z")
    until_listed(app, "Rome", "Oslo")
    app.desktop.key("ctrl+z")
    until_listed(app, "Bike", "Rome", "Oslo")

    app.desktop.key("End", "ctrl+p")
    until_listed(app, "Oslo", "Bike", "Rome")
    app.desktop.key("End", "F2")
    app.desktop.type("Rome in May")
    app.desktop.key("Return")
    until_listed(app, "Oslo", "Bike", "Rome in May")

    app.desktop.key("shift+F10")
    for _ in range(3):
        app.desktop.key("Down")
    app.desktop.key("Right", "Return")
    app.eyes.find("nameField")
    app.desktop.type("Trips")
    app.desktop.key("Return")
    until_listed(app, "Oslo", "Folder Trips", "Bike")
    app.eyes.find("sessionList").focus()
    app.desktop.key("Home", "Down", "Right")
    until_listed(app, "Oslo", "Folder Trips", "Rome in May", "Bike")
    app.desktop.key("Left")
    until_listed(app, "Oslo", "Folder Trips", "Bike")

    app.desktop.key("End", "Delete")
    until_listed(app, "Oslo", "Folder Trips")
    app.click(app.eyes.find("trash"))
    until_listed(app, "Bike")
    app.eyes.find("sessionList").focus()
    app.desktop.key("Home", "Delete")
    app.eyes.find("questionYes")
    app.desktop.key("Tab", "space")
    wait_until(lambda: names(app) == [], "the trash is empty")
    app.click(app.eyes.find("trash"))
    until_listed(app, "Oslo", "Folder Trips")
    assert app.quit() == 0
    listed = [json.loads(line)["title"] for line in app.run("sessions", "list", "--json").stdout.splitlines()]
    assert listed == ["Oslo", "Rome in May"]


def test_a_conversation_is_duplicated_and_saved_by_keyboard_and_told_apart_while_it_answers(
    app: App, tmp_path: Path
) -> None:
    export = tmp_path / "conversations.json"
    export.write_text(json.dumps([conversation("Oslo", "When do we go?", "In May.")]))
    app.run("sessions", "import", str(export))
    app.start()
    until_listed(app, "Oslo")
    app.eyes.find("sessionList").focus()
    app.desktop.key("Home", "Down", "ctrl+d")
    wait_until(lambda: len(names(app)) == 2, "there are two of it")

    app.eyes.find("sessionList").focus()
    app.desktop.key("End", "shift+F10")
    for _ in range(5):
        app.desktop.key("Down")
    app.desktop.key("Return")
    app.desktop.wait_for_window("Export")
    app.eyes.find("fileNameEdit").write(str(tmp_path / "oslo.md"))
    app.desktop.key("Return")
    wait_until((tmp_path / "oslo.md").exists, "it is saved")
    app.eyes.find("banner_export")
    assert "In May." in (tmp_path / "oslo.md").read_text()

    app.desktop.key("ctrl+n")
    app.send("[[long]]")
    app.wait_for_text("tick tock tick")
    wait_until(lambda: any("running" in row.name for row in app.rows("sessionList")), "it is marked as running")
    app.click(app.rows("sessionList")[-1])
    app.wait_for_text("In May.")
    assert any("running" in row.name for row in app.rows("sessionList")), "it goes on, and is marked, beside another"
    app.click(app.rows("sessionList")[0])
    wait_until(lambda: app.eyes.shows("stop"), "it is shown again")
    app.desktop.key("ctrl+period")
    wait_until(lambda: not any("running" in row.name for row in app.rows("sessionList")), "it has stopped")
    assert app.quit() == 0


def bring_in(app: App, path: Path) -> None:
    """Choose a file to import, in the dialog."""
    app.click(app.eyes.find("importSessions"))
    dialog = app.desktop.wait_for_window("Import conversations")
    app.eyes.find("fileNameEdit").write(str(path))

    def accepted() -> bool:
        app.desktop.key("Return")  # the first one may take what the completion offers
        time.sleep(0.3)
        return not app.desktop.is_visible(dialog)

    wait_until(accepted, "the dialog has taken it")


def test_a_file_is_brought_in_and_half_a_file_is_refused_whole(app: App, tmp_path: Path) -> None:
    whole = json.dumps([conversation(f"Talk {n}", "Hello", "Hi") for n in range(3)])
    (tmp_path / "whole.json").write_text(whole)
    (tmp_path / "half.json").write_text(whole[: len(whole) // 2])
    app.start()
    for name in ("half", "whole"):
        bring_in(app, tmp_path / f"{name}.json")
        wait_until(lambda: app.eyes.shows("banner_import"), "it says what came of it")
        words = app.eyes.find("banner_import").name
        if name == "half":
            assert "cut off" in words
            assert names(app) == []
            app.click(app.eyes.find("bannerClose"))
            wait_until(lambda: not app.eyes.shows("banner_import"), "the notice is closed")
    assert words == "3 conversations were imported from whole.json."
    until_listed(app, "Talk 2", "Talk 1", "Talk 0")
    assert app.quit() == 0


def test_what_was_shown_when_it_was_thrown_away_is_shown_again_when_it_is_back(app: App, tmp_path: Path) -> None:
    export = tmp_path / "conversations.json"
    export.write_text(json.dumps([conversation(title, title, f"Of {title}.") for title in ("Oslo", "Rome")]))
    app.run("sessions", "import", str(export))
    app.start()
    until_listed(app, "Rome", "Oslo")
    app.click(app.rows("sessionList")[1])
    app.wait_for_text("Of Oslo.")
    app.eyes.find("sessionList").focus()
    app.desktop.key("Delete")
    until_listed(app, "Rome")
    assert not app.eyes.shows("transcript")
    app.click(app.eyes.find("bannerAction"))
    until_listed(app, "Rome", "Oslo")
    app.wait_for_text("Of Oslo.")

    app.eyes.find("sessionList").focus()
    app.desktop.key("Delete")
    until_listed(app, "Rome")
    app.click(app.rows("sessionList")[0])
    app.wait_for_text("Of Rome.")
    app.eyes.find("sessionList").focus()
    app.desktop.key("ctrl+z")
    until_listed(app, "Rome", "Oslo")
    assert "Of Rome." in " ".join(app.transcript())  # one has gone elsewhere
    assert app.quit() == 0
