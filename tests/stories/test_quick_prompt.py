"""The quick prompt, the tray and what a second start asks for: a real window, real keys, a tray that hears."""

from __future__ import annotations

from tests.support.accessible import wait_until
from tests.support.app import App


def test_asked_in_passing_answered_in_place_and_opened_in_the_window(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    called = app.run("quick", "hello")
    assert (called.returncode, called.stdout, called.stderr) == (0, "", "")
    app.desktop.wait_for_window("quick prompt")
    field = app.eyes.find("quickInput")
    wait_until(lambda: app.eyes.focused() == "quickInput", "what one types goes there")
    assert field.text == "hello"  # put in, not sent
    assert app.run("jobs", "list").stdout == ""

    app.desktop.key("Return")
    answer = app.eyes.find("quickTranscript")
    wait_until(
        lambda: any("I am a tiny scripted model." in child.name for child in answer.children), "it is answered in place"
    )
    app.desktop.key("Escape")
    wait_until(lambda: not app.eyes.shows("quickPrompt"), "Esc hides it")
    app.run("quick")
    app.eyes.find("quickOpen")
    wait_until(lambda: app.eyes.focused() == "quickInput", "it is back")
    app.desktop.key("ctrl+o")
    app.wait_for_text("I am a tiny scripted model.")
    assert not app.eyes.shows("quickPrompt")
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
    app.configure(llama_server)
    app.start()
    wait_until(lambda: app.run("jobs", "list").returncode == 0, "the engine is there")
    app.desktop.start(["xmessage", "-center", "another program"])
    app.desktop.wait_for_window("xmessage")
    app.run("ask", "--off-record", "a secret")
    app.run("ask", "what is in the news")
    wait_until(lambda: any("what is in the news" in notice for notice in app.desktop.notices()), "it is told")
    assert not any("secret" in notice for notice in app.desktop.notices())
    assert app.quit() == 0


def test_a_link_fills_the_composer_and_sends_nothing(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    assert app.run("open", "inara://ask?text=delete%20everything").returncode == 0
    wait_until(lambda: app.eyes.find("composer").text == "delete everything", "it is in the composer")
    assert app.run("jobs", "list").stdout == ""
    assert app.quit() == 0
