"""What is taken back in the settings is out of reach for the jobs at work as well, from their next call on."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from inara_engine import ground
from inara_engine.connections import Note
from inara_engine.events import Action
from inara_engine.face import Engine, Prompt, SettingsChange
from inara_engine.settings import Reach, WebSearchSettings
from inara_engine.tools.base import Tool, ToolContext, ToolOutput
from inara_engine.tools.fetching_values import WebAccess
from tests.support.engines import engine_with, settled
from tests.support.scripted_server import ScriptedServer, Turn, Until, call, calls_turn, text_turn
from tests.support.web_sink import WebSink, page

ANSWERED_ELSEWHERE = """
[models.cloud]
provider = "openai"
base_url = "https://api.example.com/v1"
model = "large"
[roles.orchestrator]
models = ["local"]
[roles.chat]
models = ["cloud"]
"""


@pytest.fixture
def work(home: Path) -> Path:
    folder = home.parent / "user" / "work"
    folder.mkdir(parents=True)
    for name in ("first.txt", "second.txt"):
        (folder / name).write_text(name)
    return folder


def at_last(turn: Turn, said: asyncio.Event) -> Turn:
    return Turn((Until(said), *turn.steps))


async def second_round(engine: Engine, server: ScriptedServer, text: str) -> str:
    """The job whose model has been told the result of its first call and now thinks."""
    job = await engine.submit(Prompt(text=text))
    async with asyncio.timeout(20):
        while len(server.requests) < 2:
            await asyncio.sleep(0.01)
    return job


@pytest.mark.parametrize(
    "change",
    [(("workspace", "roots"), ["~/elsewhere"]), (("defaults", "profile"), "narrow")],
    ids=["a folder is taken back", "another profile is in use"],
)
async def test_a_file_that_is_no_longer_granted_is_asked_for(home: Path, work: Path, change: Any) -> None:
    said = asyncio.Event()
    turns = (
        calls_turn(call("read_file", {"path": str(work / "first.txt")})),
        at_last(calls_turn(call("read_file", {"path": str(work / "second.txt")})), said),
    )
    narrow = '\n[profiles.narrow]\nroots = ["~/elsewhere"]\n'
    async with engine_with(home, *turns, settings=narrow) as (engine, server):
        job = await second_round(engine, server, "Read both")
        await engine.change_settings(SettingsChange((change,)))
        said.set()
        report = await settled(engine, job)
        assert report["status"] == "awaiting_confirmation"
        (asked,) = await engine.pending()
        assert "outside the granted folders" in asked.reason


async def test_no_web_server_is_reached_once_all_is_to_stay_on_this_machine(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = asyncio.Event()
    address = "http://example.org/page"
    turns = (
        calls_turn(call("web_fetch", {"url": address})),
        at_last(calls_turn(call("web_fetch", {"url": address})), said),
        text_turn("It can't be read any more."),
    )
    async with WebSink({"/page": page("<p>Hello")}) as sink:

        def access(reach: Reach, search: WebSearchSettings, note: Note | None) -> WebAccess:
            return replace(sink.access(reach=reach, search=search), note=note)

        monkeypatch.setattr(ground, "WebAccess", access)
        async with engine_with(home, *turns) as (engine, server):
            job = await second_round(engine, server, f"Read {address} twice")
            await engine.change_settings(SettingsChange(((("defaults", "local_only"), True),)))
            said.set()
            report = await settled(engine, job)
    assert [made["outcome"] for made in report["tool_calls"]] == ["ok", "denied"]
    assert len(sink.requests) == 1


async def test_no_model_elsewhere_is_told_what_was_found_by_then(home: Path) -> None:
    said = asyncio.Event()
    turns = (calls_turn(call("current_time", {})), at_last(text_turn("It is noon."), said))
    async with engine_with(home, *turns, settings=ANSWERED_ELSEWHERE) as (engine, server):
        job = await second_round(engine, server, "What time is it?")
        await engine.change_settings(SettingsChange(((("defaults", "local_only"), True),)))
        said.set()
        report = await settled(engine, job)
        assert (report["status"], report["summary"]) == ("error", "It is noon.")
        assert report["error"].startswith("The model 'cloud' is not on this machine, and local_only is on.")
        assert {one.host for one in await engine.connections.list()} == {"127.0.0.1"}


async def test_a_rule_that_goes_while_a_call_runs_lets_none_of_those_after_it_run(home: Path, work: Path) -> None:
    begun, goes_on = asyncio.Event(), asyncio.Event()
    writes = [call("write_file", {"path": f"{name}.txt", "content": ""}, name) for name in ("one", "two")]
    allowed = '\n[policy]\nallow = ["write_file"]\n'
    async with engine_with(home, calls_turn(*writes), settings=allowed) as (engine, _):
        plan = engine._plan
        plan.use(replace(plan._ground, tools=tuple(slowly(tool, begun, goes_on) for tool in plan._ground.tools)))
        job = await engine.submit(Prompt(text="Write both"))
        await asyncio.wait_for(begun.wait(), 20)
        await engine.change_settings(SettingsChange(((("policy", "allow"), []),)))
        goes_on.set()
        assert (await settled(engine, job))["status"] == "awaiting_confirmation"
        assert sorted(path.name for path in work.iterdir()) == ["first.txt", "one.txt", "second.txt"]


def slowly(tool: Tool, begun: asyncio.Event, goes_on: asyncio.Event) -> Tool:
    """The same tool, which says that it has begun and waits to go on."""

    async def run(context: ToolContext, arguments: BaseModel, action: Action) -> ToolOutput:
        begun.set()
        await goes_on.wait()
        return await tool.run(context, arguments, action)

    return replace(tool, run=run)
