"""Who answers, chosen in the real window by real keys: told to the model, and remembered by the conversation."""

from __future__ import annotations

from tests.support.accessible import wait_until
from tests.support.app import App

LARGE = """
[models.large]
provider = "openai"
base_url = "https://api.example.com/v1"
model = "large"
label = "Large"
[roles.orchestrator]
models = ["tiny", "large"]
"""


def test_chosen_by_keys_told_to_the_model_and_remembered_by_the_conversation(app: App, llama_server: str) -> None:
    app.configure(llama_server, LARGE)
    work = app.home / "personas" / "work"
    work.mkdir(parents=True)
    (work / "identity.md").write_text("You are Work, and terse.")
    (work / "profile.md").write_text("My name is Kim.")
    app.start()
    wait_until(lambda: app.eyes.find("personaPicker").name == "Persona: Inara", "it is known who can answer")
    app.desktop.key("ctrl+shift+p")
    app.eyes.find("personaPanel")
    app.desktop.key("Down")  # from Inara to Work
    wait_until(lambda: app.eyes.find("personaPicker").name == "Persona: Work", "Work answers")
    app.desktop.key("Tab", "Up")  # from what it knows to who it is
    wait_until(lambda: app.eyes.find("personaPicker").name == "Persona: Work · no memory", "and knows nothing")
    assert app.eyes.find("statusHint").name == "Tiny · may leave this machine, for Large"
    app.desktop.key("Tab", "space")  # only models on this machine
    wait_until(lambda: app.eyes.find("statusHint").name == "Tiny · stays on this machine", "it stays here")
    app.desktop.key("Escape")
    wait_until(lambda: not app.eyes.shows("personaPanel"), "it is closed")
    app.send("hello")
    app.wait_for_text("I am a tiny scripted model.")
    job = app.run("jobs", "list").stdout.split()[0]
    told = app.run("jobs", "told", job).stdout
    assert "You are Work, and terse." in told
    assert "Kim" not in told

    app.desktop.key("ctrl+shift+p")
    app.eyes.find("personaPanel")
    app.desktop.key("Up")  # from Work to Inara
    wait_until(lambda: app.eyes.find("personaPicker").name.startswith("Persona: Inara"), "Inara goes on")
    left = app.eyes.find("personaPicker").name
    app.desktop.key("Escape")
    wait_until(lambda: not app.eyes.shows("personaPanel"), "it is closed")
    app.desktop.key("ctrl+shift+r")
    app.wait_for_text("hello (version 2 of 2)")
    wait_until(lambda: not app.eyes.shows("stop"), "it is answered again", timeout_s=90)
    again = app.run("jobs", "list").stdout.split()[0]
    assert again != job
    assert "You are Work, and terse." not in app.run("jobs", "told", again).stdout

    app.desktop.key("ctrl+n")
    wait_until(lambda: app.eyes.find("personaPicker").name == "Persona: Inara", "a new one begins with Inara")
    assert "may leave" in app.eyes.find("statusHint").name
    assert app.quit() == 0
    app.start()
    wait_until(lambda: bool(app.rows("sessionList")), "it is listed")
    app.click(app.rows("sessionList")[0])
    wait_until(lambda: app.eyes.find("personaPicker").name == left, "it is as it was left")
    assert app.eyes.find("statusHint").name == "Tiny · stays on this machine"
    assert app.quit() == 0
