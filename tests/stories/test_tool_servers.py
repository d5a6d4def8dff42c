"""A tool server in the whole app: seen, looked at, approved, called with consent; what it asks is filled in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.mcp.conftest import entry
from tests.support.accessible import wait_until
from tests.support.apart import apart
from tests.support.app import App
from tests.support.mcp_server import FakeServer, tool
from tests.support.scripted_server import ScriptedServer, call, calls_turn, text_turn


@pytest.fixture
def model() -> Iterator[str]:
    """The address of a model that calls the tool once, on a thread of its own."""
    turns = [calls_turn(call("fake__echo", {"text": "hi"})), text_turn("The server knows you now.")]
    with apart(ScriptedServer(turns)) as (server,):
        yield server.base_url


def test_from_a_notice_to_an_answer(app: App, model: str, tmp_path: Path) -> None:
    fake = FakeServer(tmp_path)
    fake.says(tools=[tool()], call="ask")
    app.configure(model, entry("fake", fake.args))
    app.start()
    app.eyes.find("bannerAction", timeout_s=30).press()
    app.eyes.find("approve_fake").press()
    wait_until(lambda: not app.eyes.shows("approve_fake"), "the tool is approved")
    app.eyes.find("serversChange").press()  # in the settings, where servers are added and removed
    app.eyes.find("addServer")
    app.eyes.find("settingsClose").press()

    app.send("Introduce me")
    app.eyes.find("confirmDialog", timeout_s=30)
    approve = app.eyes.find("approve")
    wait_until(lambda: approve.enabled, "it is armed")
    approve.press()
    app.eyes.find("formDialog", timeout_s=30)
    app.desktop.key("Escape")  # answers nothing
    wait_until(lambda: not app.eyes.shows("formDialog"), "the form is away")
    app.click(app.rows("pendingList")[0])
    app.eyes.find("formDialog")
    app.eyes.find("form_name").focus()
    app.desktop.type("Ada")
    app.eyes.find("formSend").press()
    app.wait_for_text("The server knows you now.")
    assert '"content": {"name": "Ada"}' in app.run(
        "jobs", "show", app.run("jobs", "list").stdout.split()[0], "--json"
    ).stdout.replace("\\", "")
    assert app.quit() == 0
