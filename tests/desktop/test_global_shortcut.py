"""The quick prompt's keys where the desktop hands them out: a real bus, and on it a service that stands in for the portal."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from inara_desktop.errands import Errands
from inara_desktop.global_shortcut import COMMAND, GlobalShortcut
from inara_desktop.shortcut_keys import read_keys
from inara_desktop.style import Appearance
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.window import MainWindow
from tests.support.shortcut_portal import StandInPortal

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

KEYS = "Ctrl+Alt+Space"


Maker = Callable[[], GlobalShortcut]


@pytest.fixture
async def make(qapp: object, tmp_path: Path) -> AsyncIterator[Maker]:
    """Start what an Inara starts: its shortcut, with the note that outlives it. The one before ends."""
    window = MainWindow(Appearance(qapp), TranscriptView)  # type: ignore[arg-type]  # pytest-qt names no type
    errands = Errands(window)
    made: list[GlobalShortcut] = []

    def one() -> GlobalShortcut:
        if made:
            made[-1].close()
        made.append(GlobalShortcut(QObject(window), errands, tmp_path / "refused"))
        return made[-1]

    yield one
    for shortcut in made:
        shortcut.close()
    await errands.finish()
    window.deleteLater()


async def until(shortcut: GlobalShortcut, true: Callable[[], bool]) -> None:
    """Wait for a state of the shortcut."""
    changed = asyncio.Event()
    shortcut.changed.connect(changed.set)
    async with asyncio.timeout(20):
        while not true():
            await changed.wait()
            changed.clear()


async def pressed(shortcut: GlobalShortcut, press: Callable[[], object]) -> None:
    heard = asyncio.Event()
    shortcut.pressed.connect(heard.set)
    await press()  # type: ignore[misc]  # a coroutine
    async with asyncio.timeout(20):
        await heard.wait()


async def test_the_desktop_is_asked_once_and_the_keys_work(wayland_bus: str, make: Maker) -> None:
    async with StandInPortal(wayland_bus) as portal:
        shortcut = make()
        shortcut.bind(KEYS)
        await portal.until_bound()
        assert portal.asked == [("app.inara.Inara", "Open Inara's quick prompt", "CTRL+ALT+space")]
        await until(shortcut, lambda: "Press CTRL+ALT+space" in shortcut.state.words)
        assert shortcut.state.problem == ""
        await pressed(shortcut, portal.press)
        await portal.rename("Press Meta+I")
        await until(shortcut, lambda: "Press Meta+I" in shortcut.state.words)


async def test_the_next_start_is_given_the_keys_without_a_question(wayland_bus: str, make: Maker) -> None:
    async with StandInPortal(wayland_bus) as portal:
        make().bind(KEYS)
        await portal.until_bound()
        portal.sessions.clear()
        again = make()
        again.bind(KEYS)
        await portal.until_bound()
        assert len(portal.asked) == 1
        await pressed(again, portal.press)


async def test_after_a_no_the_desktop_is_not_asked_at_each_start(wayland_bus: str, make: Maker) -> None:
    async with StandInPortal(wayland_bus) as portal:
        portal.answer = "refuse"
        shortcut = make()
        shortcut.bind(KEYS)
        await until(shortcut, lambda: shortcut.state.refused)
        assert COMMAND in shortcut.state.problem
        again = make()
        again.bind(KEYS)
        await until(again, lambda: again.state.refused)
        assert len(portal.asked) == 1
        portal.answer = "allow"
        again.ask_again()
        await portal.until_bound()
        await until(again, lambda: not again.state.problem and "Press" in again.state.words)
        portal.sessions.clear()
        make().bind(KEYS)  # the no is forgotten
        await portal.until_bound()


async def test_a_desktop_that_fails_is_asked_at_the_next_start(wayland_bus: str, make: Maker) -> None:
    async with StandInPortal(wayland_bus) as portal:
        portal.answer = "fail"
        shortcut = make()
        shortcut.bind(KEYS)
        await until(shortcut, lambda: shortcut.state.refused)
        portal.answer = "allow"
        make().bind(KEYS)
        await portal.until_bound()


async def test_keys_that_were_not_refused_are_asked_for(wayland_bus: str, make: Maker) -> None:
    async with StandInPortal(wayland_bus) as portal:
        portal.answer = "refuse"
        shortcut = make()
        shortcut.bind(KEYS)
        await until(shortcut, lambda: shortcut.state.refused)
        portal.answer = "allow"
        shortcut.bind("Ctrl+Alt+J")
        await portal.until_bound()
        assert portal.allowed == {"app.inara.Inara": "CTRL+ALT+j"}


async def test_a_portal_that_comes_back_is_asked_again_by_itself(wayland_bus: str, make: Maker) -> None:
    allowed: dict[str, str] = {}
    shortcut = make()
    async with AsyncExitStack() as stack:
        before = await stack.enter_async_context(StandInPortal(wayland_bus, allowed=allowed))
        shortcut.bind(KEYS)
        await before.until_bound()
        await until(shortcut, lambda: "Press" in shortcut.state.words)
    await until(shortcut, lambda: "ended" in shortcut.state.problem)
    async with StandInPortal(wayland_bus, allowed=allowed) as after:
        await after.until_bound()
        assert after.asked == []  # it remembers by the application's id
        await until(shortcut, lambda: not shortcut.state.problem)
        await pressed(shortcut, after.press)


async def test_what_the_desktop_takes_back_is_said(wayland_bus: str, make: Maker) -> None:
    async with StandInPortal(wayland_bus) as portal:
        shortcut = make()
        shortcut.bind(KEYS)
        await portal.until_bound()
        await until(shortcut, lambda: "Press" in shortcut.state.words)
        await portal.close_sessions()
        await until(shortcut, lambda: "took the keys back" in shortcut.state.problem)


@pytest.mark.parametrize("portal", ["none", "without shortcuts", "no bus"])
async def test_without_such_a_portal_the_command_to_bind_is_named(
    wayland_bus: str, make: Maker, portal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if portal == "no bus":
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    async with AsyncExitStack() as stack:
        if portal == "without shortcuts":
            await stack.enter_async_context(StandInPortal(wayland_bus, knows=False))
        shortcut = make()
        shortcut.bind(KEYS)
        await until(shortcut, lambda: COMMAND in shortcut.state.problem)
        assert not shortcut.state.refused


async def test_an_open_question_of_the_desktop_is_withdrawn_with_the_keys(wayland_bus: str, make: Maker) -> None:
    async with StandInPortal(wayland_bus) as portal:
        portal.answer = "wait"
        shortcut = make()
        shortcut.bind(KEYS)
        assert "asked" in shortcut.state.words
        shortcut.bind("")
        assert (shortcut.state.problem, shortcut.state.words) == ("", "")


async def test_nobody_else_on_the_bus_can_press_the_keys(wayland_bus: str, make: Maker) -> None:
    async with StandInPortal(wayland_bus) as portal:
        shortcut = make()
        heard: list[None] = []
        shortcut.pressed.connect(lambda: heard.append(None))
        shortcut.bind(KEYS)
        await portal.until_bound()
        await until(shortcut, lambda: "Press" in shortcut.state.words)
        (session,) = portal.sessions
        signal = (
            f"/org/freedesktop/portal/desktop org.freedesktop.portal.GlobalShortcuts.Activated {session} quick-prompt"
        )
        path, member, *arguments = signal.split()
        command = ["gdbus", "emit", "--session", "--object-path", path, "--signal", member]
        forged = [f"objectpath '{arguments[0]}'", arguments[1], "uint64 0", "@a{sv} {}"]
        assert subprocess.run([*command, *forged], check=False, timeout=20).returncode == 0
        await pressed(shortcut, portal.press)
        assert len(heard) == 1


@pytest.mark.parametrize(
    ("written", "trigger"),
    [
        ("Ctrl+Alt+Space", "CTRL+ALT+space"),
        ("Meta+J", "LOGO+j"),
        ("Ctrl+Shift+F5", "CTRL+SHIFT+F5"),
        ("Ctrl++", "CTRL+plus"),
        ("Ctrl+,", "CTRL+comma"),
        ("Alt+PgDown", "ALT+Next"),
    ],
)
def test_keys_are_written_as_the_specification_has_them(written: str, trigger: str) -> None:
    assert read_keys(written).trigger == trigger


@pytest.mark.parametrize("written", ["Hyper+J", "Ctrl+", "+"])
def test_what_is_no_shortcut_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="is no shortcut"):
        read_keys(written)
