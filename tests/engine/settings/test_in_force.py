"""The settings in force: one change after another, each to its end, and none once the process ends."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from inara_engine.errors import UserError
from inara_engine.settings import Loaded, MakesChange, Settings, SettingsChange, SettingsFile
from inara_engine.settings.in_force import SettingsInForce


class Engine:
    """Goes on with settings, as slowly as a test lets it."""

    def __init__(self, path: Path, fault: Exception | None = None) -> None:
        self.file = SettingsFile(path)
        self.in_force = SettingsInForce(self.file, Loaded(Settings()), self._use)
        self.used: list[int] = []  # ports, in their order
        self.begun = asyncio.Event()
        self.goes_on = asyncio.Event()
        self._fault = fault

    async def _use(self, settings: Settings) -> None:
        self.begun.set()
        await self.goes_on.wait()
        fault, self._fault = self._fault, None
        if fault is not None:
            raise fault
        self.used.append(settings.api.port)


def to_port(port: int) -> SettingsChange:
    return SettingsChange(((("api", "port"), port),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


async def test_changes_at_once_hold_in_the_order_of_the_file(path: Path) -> None:
    engine = Engine(path)
    changes = [asyncio.create_task(engine.in_force.change(to_port(port))) for port in (4001, 4002, 4003)]
    await engine.begun.wait()
    engine.goes_on.set()
    await asyncio.gather(*changes)
    assert engine.used == [4001, 4002, 4003]
    assert engine.in_force.settings == (await asyncio.to_thread(engine.file.load)).settings


async def test_a_change_whose_giver_goes_away_is_done(path: Path) -> None:
    engine = Engine(path)
    change = asyncio.create_task(engine.in_force.change(to_port(4001)))
    await engine.begun.wait()
    change.cancel()
    engine.goes_on.set()
    with pytest.raises(asyncio.CancelledError):
        await change
    await engine.in_force.close()
    assert engine.used == [4001]


async def test_what_is_added_to_a_list_by_two_at_once_is_all_there(path: Path) -> None:
    """Each is made of what the file says when its turn has come: also of what a person just wrote into it."""
    engine = Engine(path)
    engine.goes_on.set()
    path.write_text('[policy]\nblacklist = ["by_hand"]\n')

    def adding(name: str) -> MakesChange:
        return lambda present: SettingsChange(((("policy", "blacklist"), [*present.policy.blacklist, name]),))

    await asyncio.gather(*(engine.in_force.change(adding(name)) for name in ("one", "two")))
    assert engine.in_force.settings.policy.blacklist == ("by_hand", "one", "two")


async def test_a_change_that_can_not_be_made_changes_nothing(path: Path) -> None:
    engine = Engine(path)

    def refuses(_: Settings) -> SettingsChange:
        raise UserError("There is one of that name.")

    with pytest.raises(UserError, match="of that name"):
        await engine.in_force.change(refuses)
    assert engine.used == []
    assert not path.exists()


async def test_closing_waits_for_a_change_and_lets_none_begin(path: Path) -> None:
    engine = Engine(path)
    first = asyncio.create_task(engine.in_force.change(to_port(4001)))
    await engine.begun.wait()
    close = asyncio.create_task(engine.in_force.close())
    while not engine.in_force._one_by_one._waiters:  # it stands in line before the second change
        await asyncio.sleep(0)
    second = asyncio.create_task(engine.in_force.change(to_port(4002)))
    engine.goes_on.set()
    await asyncio.gather(first, close, second)
    assert engine.used == [4001]
    assert (await asyncio.to_thread(engine.file.load)).settings.api.port == 4002  # for the next start


async def test_an_edit_of_the_file_is_heeded_once(path: Path) -> None:
    engine = Engine(path)
    engine.goes_on.set()
    path.write_text("[api]\nport = 4001\n")
    await engine.in_force.reread()
    await engine.in_force.reread()
    assert engine.used == [4001]


async def test_what_does_not_fit_is_refused_and_nothing_is_used(path: Path) -> None:
    engine = Engine(path)
    with pytest.raises(UserError):
        await engine.in_force.change(to_port(-1))
    assert engine.used == []


async def test_a_fault_with_one_edit_keeps_the_next_from_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("inara_engine.settings.watching.LOOK_EVERY_S", 0.01)
    engine = Engine(path, RuntimeError("a fault of ours"))
    engine.goes_on.set()
    path.write_text("[api]\nport = 4001\n")
    engine.in_force.watch.start()
    async with asyncio.timeout(10):
        while "a fault of ours" not in caplog.text:
            await asyncio.sleep(0.01)
        path.write_text("[api]\nport = 4002\n\n")
        while engine.used != [4002]:
            await asyncio.sleep(0.01)
    await engine.in_force.close()
