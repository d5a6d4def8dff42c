"""The engine as its front ends see it: opened once, honest about its settings, and nothing left behind."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from inara_engine.errors import InaraError, NotFound, StorageError, UserError
from inara_engine.face import AlreadyOpen, Prompt, SettingsChange, open_engine
from inara_engine.ground import Ground
from inara_engine.home import Home, find_home
from inara_engine.settings import Settings
from tests.support.engines import settled
from tests.support.scripted_server import ScriptedServer, text_turn
from tests.support.terminal import configure


@pytest.fixture
async def server(home: Path) -> AsyncIterator[ScriptedServer]:
    async with ScriptedServer([text_turn("One."), text_turn("Two.")]) as server:
        configure(home, server.base_url)
        yield server


async def test_one_data_directory_has_one_engine(home: Path) -> None:
    engine = await open_engine(find_home())
    with pytest.raises(AlreadyOpen):
        await open_engine(find_home())
    await engine.close()
    again = await open_engine(find_home())
    await again.close()


async def test_what_fails_to_open_lets_go_of_everything(home: Path) -> None:
    """So that "Try again" can work once the cause is mended, in the same process."""
    (home / "inara.db").write_bytes(b"no database " * 1000)
    for _ in range(2):
        with pytest.raises(StorageError):
            await open_engine(find_home())
    (home / "inara.db").unlink()
    engine = await open_engine(find_home())
    await engine.close()
    sqlite3.connect(home / "inara.db").execute("PRAGMA quick_check").connection.close()


async def test_a_part_that_fails_at_its_end_keeps_no_other_from_ending(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = await open_engine(find_home())
    ended = engine._tidying.close

    async def fails() -> None:
        await ended()
        raise StorageError("The disk is full.", next_step="Make room.")

    monkeypatch.setattr(engine._tidying, "close", fails)
    with pytest.raises(StorageError, match="disk is full"):
        await engine.close()
    again = await open_engine(find_home())  # its place and its database, which takes one connection, are free
    await again.close()


async def test_an_unknown_model_is_refused_before_anything_is_written(server: ScriptedServer) -> None:
    engine = await open_engine(find_home())
    with pytest.raises(NotFound, match="no model 'none'") as refused:
        await engine.submit(Prompt(text="hi", model="none"))
    assert "local" in refused.value.next_step
    assert await engine.jobs() == []
    await engine.close()


async def test_a_changed_setting_holds_for_the_next_task_and_in_the_file(server: ScriptedServer, home: Path) -> None:
    engine = await open_engine(find_home())
    await settled(engine, await engine.submit(Prompt(text="one")))
    await engine.change_settings(SettingsChange(((("models", "local", "model"), "bigger"),)))
    report = await settled(engine, await engine.submit(Prompt(text="two")))
    await engine.close()
    assert report["response"] == "Two."
    assert [request.json["model"] for request in server.requests] == ["tiny", "bigger"]
    assert 'model = "bigger"' in (home / "config.toml").read_text()


async def test_a_change_that_does_not_fit_changes_nothing(server: ScriptedServer, home: Path) -> None:
    engine = await open_engine(find_home())
    before = (home / "config.toml").read_text(), await engine.settings()
    with pytest.raises(UserError):
        await engine.change_settings(SettingsChange(((("models", "local", "base_url"), 3),)))
    assert ((home / "config.toml").read_text(), await engine.settings()) == before
    await engine.close()


async def test_sessions_say_what_goes_on_in_them(server: ScriptedServer) -> None:
    engine = await open_engine(find_home())
    job = await engine.submit(Prompt(text="What   is\nthis? " + "x" * 100), "s1")
    (session,) = await engine.sessions()
    assert (session.id, session.status) == ("s1", "running")
    await settled(engine, job)
    async with asyncio.timeout(5):
        while (await engine.sessions())[0].status:
            await asyncio.sleep(0.01)
    assert (await engine.sessions())[0].title.startswith("What is this?")
    await engine.close()


@pytest.mark.parametrize("name", ["\udcff", "a\ud800b", "a\0b", "", "'; drop table event; --"], ids=repr)
async def test_what_names_nothing_is_an_error_in_words(server: ScriptedServer, name: str) -> None:
    """A shell hands on bytes that are no text; a caller may cut a name in the middle of a character."""
    engine = await open_engine(find_home())
    job = await engine.submit(Prompt(text="hi"))
    try:
        for asked in (
            engine.job(name),
            engine.cancel(name),
            engine.resume(name, "retry"),
            engine.undo_job(name),
            engine.export_session(name, "json"),
            engine.import_file(name),
            engine.queue.add(Prompt(text="x"), name),
            engine.shelf.trash([name]),
            engine.shelf.delete([name]),
            engine.shelf.duplicate(name),
            engine.rules.delete(name),
            engine.requests.told(name, 1),
            engine.templates.fill(name, {}),
            engine.storage.restore(name),
        ):
            with pytest.raises(InaraError):
                await asked
        for found in (engine.sessions(f"{name} hi"), engine.search(f"{name} hi")):
            assert isinstance(await found, list)
        assert (await engine.job(job))["task"] == "hi"
    finally:
        await engine.close()


async def test_of_two_changes_at_once_the_last_one_in_the_file_holds(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where looking at the disk for the first takes longer: what a person forbids must not be allowed again."""
    engine = await open_engine(find_home())
    looking, goes_on = threading.Event(), threading.Event()
    survey = Ground.survey

    def slow(place: Home, settings: Settings, *more: Any) -> Ground:
        if settings.policy.max_risk == 3 and settings.policy.blacklist:
            looking.set()
            goes_on.wait(10)
        return survey(place, settings, *more)

    monkeypatch.setattr(Ground, "survey", slow)
    first = asyncio.create_task(engine.change_settings(SettingsChange(((("policy", "blacklist"), ["remember"]),))))
    await asyncio.to_thread(looking.wait, 10)
    second = asyncio.create_task(engine.change_settings(SettingsChange(((("policy", "max_risk"), 1),))))
    await asyncio.wait({second}, timeout=0.3)
    goes_on.set()
    await asyncio.gather(first, second)
    assert (await engine.settings()).policy.max_risk == 1
    assert engine._plan._ground.settings.policy.max_risk == 1
    await engine.close()


async def test_a_change_whose_giver_goes_away_holds_all_the_same(home: Path) -> None:
    engine = await open_engine(find_home(), drive=False)  # where nobody looks at the file
    change = asyncio.create_task(engine.change_settings(SettingsChange(((("policy", "max_risk"), 1),))))
    async with asyncio.timeout(10):
        while not (home / "config.toml").exists():
            await asyncio.sleep(0)
    change.cancel()
    with pytest.raises(asyncio.CancelledError):
        await change
    async with asyncio.timeout(10):
        while engine._plan._ground.settings.policy.max_risk != 1:
            await asyncio.sleep(0.01)
    await engine.close()
