"""Stopping in the real window: the answer first, then the job; the button says which, and one can go on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.accessible import wait_until
from tests.support.apart import apart
from tests.support.app import App
from tests.support.scripted_server import ScriptedServer, call, calls_turn, text_turn

WAITS = ["sh", "-c", "touch begun; while [ ! -e go ]; do sleep 0.1; done; echo seen"]


@pytest.fixture
def model() -> Iterator[str]:
    """The address of a model that runs a command, answers, and runs it again; on a thread of its own."""
    runs = calls_turn(call("run_command", {"argv": WAITS}))
    with apart(ScriptedServer([runs, text_turn("Now it is done."), runs])) as (server,):
        yield server.base_url


def run_it(app: App, text: str) -> None:
    """Send a task and allow the command it leads to; until that has begun."""
    app.send(text)
    app.eyes.find("confirmDialog", timeout_s=30)
    approve = app.eyes.find("approve")
    wait_until(lambda: approve.enabled, "it is armed")
    approve.press()
    wait_until((app.documents / "begun").exists, "the command runs")
    wait_until(lambda: app.eyes.find("stop").name == "Stop the answer", "the answer can be stopped")


def press(app: App, name: str) -> None:
    """Press a button of the transcript's last message that has one of this name."""
    nodes = [node for child in app.eyes.find("transcript").children for node in child.children if node.name == name]
    app.click(nodes[-1])


def test_a_tool_ends_before_the_job_does_unless_one_stops_again(app: App, model: str) -> None:
    app.configure(model)
    app.start()
    run_it(app, "wait for me")
    app.desktop.key("ctrl+period")
    wait_until(lambda: app.eyes.find("stop").name == "Stop the job", "the button says what comes next")
    app.wait_for_text("Stopped. What is at work comes to its end.")
    (app.documents / "go").touch()
    wait_until(lambda: not app.eyes.shows("stop"), "the job has ended")
    app.wait_for_text("Stopped.")
    press(app, "Continue")
    app.wait_for_text("Now it is done.")
    wait_until(lambda: not app.eyes.shows("stop"), "the answer is there")

    (app.documents / "go").unlink()
    (app.documents / "begun").unlink()
    run_it(app, "and once more")
    app.click(app.eyes.find("stop"))
    wait_until(lambda: app.eyes.find("stop").name == "Stop the job", "the button says what comes next")
    app.click(app.eyes.find("stop"))
    wait_until(lambda: not app.eyes.shows("stop"), "the job has ended, its command with it")
    assert app.quit() == 0


def test_what_was_said_stays_and_goes_on(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    app.send("[[think]] go")
    app.wait_for_text("answer is 42")
    wait_until(lambda: not app.eyes.shows("stop"), "it is answered")
    app.send("[[long]] go")
    app.wait_for_text("tick tock tick")
    app.desktop.key("Escape")  # a reflex stops nothing
    length = len(app.transcript()[-1])
    wait_until(lambda: len(app.transcript()[-1]) > length + 60, "it goes on")
    app.desktop.key("ctrl+period")
    wait_until(lambda: not app.eyes.shows("stop"), "it has stopped")
    assert any("tick tock tick" in said for said in app.transcript())
    press(app, "Continue")
    app.wait_for_text("Hello there!")  # what this model says to whoever asks it to go on
    assert any("tick tock tick" in said for said in app.transcript())
    assert app.quit() == 0


def test_who_closes_while_an_answer_is_being_written_is_asked_and_can_go_on_later(app: App, llama_server: str) -> None:
    app.configure(llama_server)
    app.start()
    app.send("[[long]]")
    app.wait_for_text("tick tock tick")
    assert app.close_although_asked() == 0

    app.start()
    wait_until(lambda: len(app.rows("sessionList")) == 1, "it is listed")
    app.click(app.rows("sessionList")[0])
    app.wait_for_text("tick tock tick")
    app.wait_for_text("Continue")
    assert app.quit() == 0
