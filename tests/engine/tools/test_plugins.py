"""Plugins: a package that was really installed, switched on by the person; a broken one breaks nothing."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from inara_engine.errors import NotFound
from inara_engine.face import Decision, Prompt, SettingsChange, open_engine
from inara_engine.home import find_home
from inara_engine.messages import Risk
from inara_engine.tools import plugin
from tests.support.engines import settled
from tests.support.scripted_server import ScriptedServer, call, calls_turn, text_turn
from tests.support.terminal import configure, run_inara

PACKAGE = Path(__file__).parents[2] / "data" / "example_plugin"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the example package was installed, as pip does it."""
    folder = tmp_path_factory.mktemp("site")
    command = ["install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--target", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", *command, str(PACKAGE)], check=True, capture_output=True)
    return folder


@pytest.fixture
def on_path(site: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(site))
    plugin._loaded.cache_clear()
    yield
    plugin._loaded.cache_clear()
    for name in [name for name in sys.modules if name.startswith("inara_example_tools")]:
        del sys.modules[name]


def turn_on(home: Path, *names: str) -> None:
    with (home / "config.toml").open("a") as file:
        file.write(f"[tools]\nplugins = {list(names)!r}\n".replace("'", '"'))


@pytest.mark.usefixtures("on_path")
async def test_a_plugins_tools_ask_each_time_and_then_run(home: Path) -> None:
    turns = [
        calls_turn(call("words__count", {"text": "one two three"}), call("words__shout", {"text": "hi"})),
        text_turn("Three words."),
    ]
    async with ScriptedServer(turns) as server:
        configure(home, server.base_url)
        turn_on(home, "words")
        engine = await open_engine(find_home())
        assert "inara_example_tools" not in sys.modules  # not before a job may need it
        job = await engine.submit(Prompt(text="count"))
        assert (await settled(engine, job))["status"] == "awaiting_confirmation"
        pending = await engine.pending()
        # It declared risk 0 for one of them: what code does that Inara can't see is decided here, not there.
        assert [asked.action.risk for asked in pending] == [Risk.IRREVERSIBLE] * 2
        assert '"one two three"' in pending[0].action.preview
        for asked in pending:
            await engine.answer(asked.call_id, Decision(approved=True, digest=asked.digest))
        assert (await settled(engine, job))["status"] == "complete"
        assert [one["output"] for one in (await engine.job(job))["tool_calls"]] == ["3 words", "HI"]
        await engine.close()


@pytest.mark.usefixtures("on_path")
async def test_none_is_loaded_that_nobody_switched_on(home: Path) -> None:
    async with ScriptedServer([text_turn("Hi."), text_turn("Hi.")]) as server:
        configure(home, server.base_url)
        engine = await open_engine(find_home())
        await settled(engine, await engine.submit(Prompt(text="hi")))
        assert "inara_example_tools" not in sys.modules
        assert not any("words__" in tool["function"]["name"] for tool in server.requests[0].json["tools"])
        await engine.change_settings(SettingsChange(((("tools", "plugins"), ["words"]),)))
        await settled(engine, await engine.submit(Prompt(text="hi")))
        assert any(tool["function"]["name"] == "words__count" for tool in server.requests[1].json["tools"])
        await engine.close()


@pytest.mark.usefixtures("on_path")
async def test_what_is_installed_is_listed_with_what_it_brought_once_it_is_on(home: Path) -> None:
    engine = await open_engine(find_home(), drive=False)
    off = {one.name: one for one in await engine.plugins.all()}["words"]
    assert (off.on, off.tools, off.package, off.version) == (False, (), "inara-example-tools", "1.0")
    assert off.about == "A plugin for Inara, as small as one can be."
    assert "inara_example_tools" not in sys.modules  # listing runs nothing of it
    with pytest.raises(NotFound, match="wrds"):
        await engine.plugins.switch("wrds", on=True)
    await asyncio.gather(*(engine.plugins.switch(name, on=True) for name in ("words", "broken")))
    on = {one.name: one for one in await engine.plugins.all()}
    assert [name for name, _ in on["words"].tools] == ["words__count", "words__shout"]
    assert "a_module_that_nobody_has" in on["broken"].problem
    await engine.plugins.switch("broken", on=False)
    assert (await engine.settings()).tools.plugins == ("words",)
    await engine.close()
    listed = {one["name"]: one for one in (await run_inara("plugins", "list", "--json")).values}
    assert (listed["words"]["on"], listed["broken"]["on"]) == (True, False)


@pytest.mark.usefixtures("on_path")
async def test_one_that_is_switched_off_while_it_is_loaded_is_offered_to_nobody(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, load = threading.Event(), threading.Event(), plugin.load

    def slowly(names: Sequence[str]) -> tuple[plugin.Plugin, ...]:
        begun.set()
        assert go_on.wait(10)
        return load(names)

    monkeypatch.setattr(plugin, "load", slowly)
    async with ScriptedServer() as server:
        configure(home, server.base_url)
        turn_on(home, "words")
        engine = await open_engine(find_home(), drive=False)
        loading = asyncio.create_task(engine.tools.all())
        assert await asyncio.to_thread(begun.wait, 10)
        await engine.plugins.switch("words", on=False)
        go_on.set()
        for offered in (await loading, await engine.tools.all()):
            assert not [tool.name for tool in offered if tool.name.startswith("words__")]
        await engine.close()


@pytest.mark.usefixtures("on_path")
async def test_what_fails_to_load_is_told_and_breaks_nothing(home: Path) -> None:
    async with ScriptedServer([text_turn("Still here.")]) as server:
        configure(home, server.base_url)
        turn_on(home, "broken", "odd", "gone")
        asked = await run_inara("ask", "hi")
        assert (asked.status, asked.out) == (0, "Still here.\n")
        told = {value["subject"]: value for value in (await run_inara("doctor", "--json")).values}
    assert "a_module_that_nobody_has" in told["Plugin broken"]["message"]
    assert "not PluginTools" in told["Plugin odd"]["message"]
    assert told["Plugin gone"]["message"] == "It is not installed."
    assert not any(told[f"Plugin {name}"]["ok"] for name in ("broken", "odd", "gone"))
    assert told["Plugin words"]["message"] == "installed, off"
