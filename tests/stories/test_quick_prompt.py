"""The quick prompt, the tray and what a second start asks for: a real window, real keys, a tray that hears."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from tests.support.accessible import wait_until
from tests.support.app import App
from tests.support.copied import holding
from tests.support.desktop_session import DesktopSession

GONE = """
[models.gone]
provider = "openai"
base_url = "http://127.0.0.1:1/v1"
model = "gone"
[roles.orchestrator]
models = ["tiny"]
"""


def black_corners(app: App, picture: Path) -> list[int]:
    """Which of the prompt's corners are black on this desktop, which has no compositor: nothing shines through."""
    x, y, width, height = app.eyes.find("quickPrompt").extents
    app.desktop.set_background("#336699")  # of the screen, which is black otherwise
    app.desktop.screenshot(picture)
    shown = QImage(str(picture))
    corners = [(x, y), (x + width - 1, y), (x, y + height - 1), (x + width - 1, y + height - 1)]
    return [number for number, at in enumerate(corners) if shown.pixelColor(*at).lightness() < 40]


def test_asked_in_passing_answered_in_place_and_opened_in_the_window(
    app: App, llama_server: str, tmp_path: Path
) -> None:
    app.configure(llama_server)
    app.start()
    wait_until(lambda: app.run("jobs", "list").returncode == 0, "the engine is there")
    called = app.run("quick", "hello")
    assert (called.returncode, called.stdout, called.stderr) == (0, "", "")
    app.desktop.wait_for_window("quick prompt")
    field = app.eyes.find("quickInput")
    wait_until(lambda: app.eyes.focused() == "quickInput", "what one types goes there")
    assert field.text == "hello"  # put in, not sent
    assert not black_corners(app, tmp_path / "quick.png")
    assert app.run("jobs", "list").stdout == ""

    app.desktop.key("Return")
    answer = app.eyes.find("quickTranscript")
    wait_until(
        lambda: any("I am a tiny scripted model." in child.name for child in answer.children), "it is answered in place"
    )
    [row] = app.rows("sessionList")
    wait_until(lambda: "running" not in row.name and "unread" not in row.name, "and read there")
    app.desktop.key("Escape")
    wait_until(lambda: not app.eyes.shows("quickPrompt"), "Esc hides it")
    app.run("quick")
    app.eyes.find("quickOpen")
    wait_until(lambda: app.eyes.focused() == "quickInput", "it is back")
    app.desktop.key("ctrl+o")
    app.wait_for_text("I am a tiny scripted model.")
    assert not app.eyes.shows("quickPrompt")
    assert app.quit() == 0


def test_what_is_copied_what_is_marked_and_the_screen_go_along_and_esc_lets_the_answer_go_on(
    app: App, llama_server: str
) -> None:
    app.configure(llama_server)
    app.start()
    wait_until(lambda: app.run("jobs", "list").returncode == 0, "the engine is there")
    with holding(app.desktop, "a letter that was copied", "a line that is marked"):
        app.run("quick")
        app.eyes.find("quickInput")
        wait_until(lambda: app.eyes.focused() == "quickInput", "what one types goes there")
        for name in ("Clipboard", "Selection", "Screenshot"):
            app.eyes.find(f"quick{name}").press()
            app.eyes.named(f"Remove {name}", "push button")  # it goes along, and can be taken out
    wait_until(lambda: app.eyes.focused() == "quickInput", "it is back after the picture was taken")
    app.click(app.eyes.named("Remove Screenshot", "push button"))  # this model sees no pictures

    app.desktop.type("[[long]] what is this?")
    app.desktop.key("Return")
    answer = app.eyes.find("quickTranscript")
    wait_until(lambda: any("tick tock" in child.name for child in answer.children), "it is being answered")
    app.desktop.key("Escape")
    wait_until(lambda: not app.eyes.shows("quickPrompt"), "Esc hides it")
    [job] = [line for line in app.run("jobs", "list").stdout.splitlines() if "job-" in line]
    assert "running" in job
    [row] = app.rows("sessionList")
    app.click(row)
    app.wait_for_text("tick tock tick tock tick")
    [asked] = [said for said in app.transcript() if said.startswith("You: ")]
    assert "Attached: Clipboard" in asked
    assert "Attached: Selection" in asked
    assert app.close_although_asked() == 0


def test_its_question_is_reviewed_with_one_key(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    wait_until(lambda: app.run("jobs", "list").returncode == 0, "the engine is there")
    app.run("quick", "[[write]] a note")
    app.eyes.find("quickInput")
    wait_until(lambda: app.eyes.focused() == "quickInput", "what one types goes there")
    app.desktop.key("Return")
    wait_until(lambda: app.eyes.shows("quickSay"), "it says that it asks", timeout_s=60)
    app.desktop.key("ctrl+o")
    app.eyes.find("confirmDialog")
    wait_until(lambda: app.eyes.focused() == "deny", "it can be answered")
    assert not app.eyes.shows("quickPrompt")
    app.desktop.key("Return")
    assert app.quit() == 0


def test_the_shortcut_opens_it_from_another_program(app: App, llama_server: str) -> None:
    app.configure(llama_server, '[desktop]\nquick_shortcut = "Ctrl+Alt+J"\n')
    app.start()
    app.eyes.find("composer")
    wait_until(lambda: app.run("jobs", "list").returncode == 0, "the engine is there")
    app.desktop.start(["xmessage", "-center", "another program"])
    app.desktop.wait_for_window("xmessage")

    def pressed() -> bool:
        app.desktop.key("ctrl+alt+j")
        return app.eyes.shows("quickPrompt")

    wait_until(pressed, "the quick prompt is there", timeout_s=20)
    assert app.quit() == 0


def test_where_the_desktop_hands_out_keys_its_own_keys_open_it(tmp_path: Path, llama_server: str) -> None:
    """As on Wayland: no key of the X server counts. A service on the session bus stands in for the portal."""
    with DesktopSession(size=(1280, 860), tray=False, keyring=False) as desktop:
        desktop.environ["WAYLAND_DISPLAY"] = "none-runs-here"
        portal = subprocess.Popen(
            [sys.executable, "-m", "tests.support.shortcut_portal"],
            env=desktop.environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert portal.stdin
        assert portal.stdout
        with portal:
            assert portal.stdout.readline() == b"ready\n"
            app = App(desktop, tmp_path)
            app.configure(llama_server)
            app.start()
            assert portal.stdout.readline() == b"bound CTRL+ALT+space\n"
            assert not app.eyes.shows("quickPrompt")
            portal.stdin.write(b"press\n")
            portal.stdin.flush()
            desktop.wait_for_window("quick prompt")
            wait_until(lambda: app.eyes.focused() == "quickInput", "what one types goes there")
            assert app.quit() == 0
            portal.stdin.close()


def test_closed_to_the_tray_it_goes_on_and_comes_back(app: App, llama_server: str) -> None:
    app.configure(llama_server, "[desktop]\nclose_to_tray = true\n")
    app.start()
    app.send("hello")
    app.wait_for_text("I am a tiny scripted model.")
    window = app.desktop.wait_for_window("Inara")
    app.desktop.key("alt+F4")
    wait_until(lambda: not app.desktop.is_visible(window), "the window is gone")
    assert app.run("ask", "hello again").stdout.startswith("Hello there!")
    assert app.run().returncode == 0  # a second start
    app.desktop.wait_for_window("Inara")
    assert app.quit() == 0  # a signal ends it for good


def test_what_ends_while_nobody_looks_is_told_but_not_what_is_off_the_record(app: App, llama_server: str) -> None:
    app.configure(llama_server, GONE)
    app.start()
    wait_until(lambda: app.run("jobs", "list").returncode == 0, "the engine is there")
    app.desktop.key("ctrl+comma")
    app.eyes.find("settingsDialog")
    app.run("ask", "what one sees coming")  # one looks at a dialog of Inara
    app.desktop.key("Escape")
    app.desktop.start(["xmessage", "-center", "another program"])
    app.desktop.wait_for_window("xmessage")
    app.run("ask", "--off-record", "a secret")
    app.run("ask", "what is in the news")
    told: list[str] = []

    def is_told() -> bool:
        told.extend(app.desktop.notices())
        return any("what is in the news" in notice for notice in told)

    wait_until(is_told, "it is told")
    assert not any("secret" in notice or "sees coming" in notice for notice in told)

    app.run("ask", "--model", "gone", "is anybody there")
    wait_until(lambda: "An answer failed: is anybody there" in app.desktop.notices(), "so is what fails")
    assert app.quit() == 0


def test_a_link_fills_the_composer_and_sends_nothing(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    assert app.run("open", "inara://ask?text=delete%20every%F3%A0%81%A1thing").returncode == 0
    wait_until(lambda: app.eyes.find("composer").text == "delete everything", "it is in the composer")
    assert app.run("jobs", "list").stdout == ""

    for link in ("inara://asks", "inara://[session", "https://example.org/talk.json"):
        assert app.run("open", link).returncode == 0
        app.eyes.named(
            f"Inara does not open {link}. It opens conversations that were exported, and links: "
            "inara://quick?text=…, inara://session/ID, inara://off-record.",
            "label",
        )
    assert app.run("open", "talk.json").returncode == 0
    app.eyes.named("The file talk.json can't be read: No such file or directory. Check the path.", "label")
    assert app.quit() == 0
