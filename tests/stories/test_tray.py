"""The icon in the tray through a day: ready, working, waiting; its menu; and the window that closes into it."""

from __future__ import annotations

import asyncio
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.accessible import wait_until
from tests.support.app import App
from tests.support.desktop_session import DesktopSession
from tests.support.scripted_server import ScriptedServer, Turn, Until, text_turn
from tests.support.tray_icon import TrayIcon


def badges(dock: Path) -> list[int]:
    """The numbers that a dock was told to put on Inara, one after the other."""
    told = [line.split()[-1] for line in dock.read_text().splitlines() if "int64" in line or "boolean false" in line]
    return [0 if number == "false" else int(number) for number in told]


def close_into_tray(app: App, window: str) -> None:
    """Close the window as a person does, who then needs a moment for the way to the tray.

    Seen here: a window that is back within 50 ms has the keyboard, and Qt does not say so; after 300 ms it does.
    """
    app.desktop.key("alt+F4")
    wait_until(lambda: not app.desktop.is_visible(window), "the window closes into the tray")
    time.sleep(0.3)


def test_it_tells_what_goes_on_and_what_waits(app: App, llama_server: str, tmp_path: Path) -> None:
    app.configure(llama_server)
    dock = tmp_path / "dock.txt"
    with dock.open("wb") as heard_by_docks:
        app.desktop.start(
            ["dbus-monitor", "--session", "interface='com.canonical.Unity.LauncherEntry'"], output=heard_by_docks
        )
    app.start()
    wait_until(lambda: app.run("jobs", "list").returncode == 0, "the engine is there")
    with TrayIcon(app.desktop.environ, app.pid) as icon:
        assert icon.tooltip == "Inara – Ready"
        assert icon.menu["Nothing waits for you"] is False
        pictures = {icon.picture}

        app.send("[[long]] tell me everything")
        wait_until(lambda: icon.tooltip == "Inara – Working", "it works")
        pictures.add(icon.picture)
        app.desktop.key("ctrl+period")
        wait_until(lambda: icon.tooltip == "Inara – Ready", "it has been stopped")

        app.desktop.start(["xmessage", "-center", "another program"])
        app.desktop.wait_for_window("xmessage")
        app.desktop.notices()
        asked = app.desktop.start(
            app.command("ask", "[[write]] a note"), environ=app.environ, output=subprocess.DEVNULL
        )
        wait_until(lambda: icon.tooltip == "Inara – 1 question waits for you", "it waits", timeout_s=60)
        pictures.add(icon.picture)
        assert len(pictures) == 3  # each state has a picture of its own
        heard: list[str] = []

        def told() -> bool:
            heard.extend(app.desktop.notices())
            return any("Inara asks" in notice for notice in heard)

        wait_until(told, "what waits in the background is told")
        assert icon.menu["1 question waits for you…"] is True
        icon.choose("1 question waits for you…")
        app.eyes.find("confirmDialog", timeout_s=20)
        app.eyes.find("deny").press()
        wait_until(lambda: icon.tooltip == "Inara – Ready", "nothing waits any more", timeout_s=60)
        asked.wait(20)
        wait_until(lambda: badges(dock) == [1, 0], "a dock was told, and told that it is over")

        asked = app.desktop.start(app.command("ask", "[[two]] notes"), environ=app.environ, output=subprocess.DEVNULL)
        wait_until(lambda: icon.tooltip == "Inara – 2 questions wait for you", "two wait", timeout_s=60)
        pictures.add(icon.picture)
        assert len(pictures) == 4  # it counts them
        wait_until(lambda: badges(dock)[-1] == 2, "so does a dock")
        icon.choose("2 questions wait for you…")
        app.eyes.find("denyAll", timeout_s=20).press()
        wait_until(lambda: icon.tooltip == "Inara – Ready", "nothing waits any more", timeout_s=60)
        asked.wait(20)
        assert list(icon.menu) == [
            "Nothing waits for you",
            "Open Inara",
            "Quick prompt",
            "New conversation",
            "New conversation off the record",
            "Quit Inara",
        ]
    assert app.quit() == 0


def test_the_window_closes_into_it_and_comes_back_from_it(app: App, llama_server: str) -> None:
    app.configure(llama_server, "[desktop]\nclose_to_tray = true\n")
    app.start()
    wait_until(lambda: app.run("jobs", "list").returncode == 0, "the engine is there")
    with TrayIcon(app.desktop.environ, app.pid) as icon:
        window = app.desktop.wait_for_window("Inara")
        close_into_tray(app, window)
        icon.choose("Quick prompt")
        app.desktop.wait_for_window("quick prompt")
        app.desktop.key("Escape")
        icon.activate()
        wait_until(lambda: app.desktop.is_visible(window), "the window is back")
        icon.choose("Quit Inara")
        assert app.ended() == 0


@pytest.fixture
def slow() -> Iterator[tuple[str, threading.Event]]:
    """The address of a model that begins to answer, and what lets it end."""
    ready: list[str] = []
    started, goes_on, ended = threading.Event(), threading.Event(), threading.Event()

    async def serve() -> None:
        go = asyncio.Event()
        begun, *rest = text_turn("It begins. ", "It is done.").steps[1:]
        async with ScriptedServer([Turn([begun, Until(go), *rest])]) as server:
            ready.append(server.base_url)
            started.set()
            await asyncio.to_thread(goes_on.wait)
            go.set()
            await asyncio.to_thread(ended.wait)

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    started.wait(10)
    yield ready[0], goes_on
    goes_on.set()
    ended.set()
    thread.join(10)


def test_what_was_answered_while_it_was_away_is_read_once_the_window_is_back(
    app: App, slow: tuple[str, threading.Event]
) -> None:
    address, go = slow
    app.configure(address, "[desktop]\nclose_to_tray = true\n")
    app.start()
    app.send("hello")
    app.wait_for_text("It begins.")
    [row] = app.rows("sessionList")
    window = app.desktop.wait_for_window("Inara")
    close_into_tray(app, window)
    with TrayIcon(app.desktop.environ, app.pid) as icon:
        go.set()
        wait_until(lambda: "unread" in row.name, "the answer is there, and nobody has read it")
        icon.activate()
        wait_until(lambda: "unread" not in row.name, "it is on screen, so it is read")
        icon.choose("Quit Inara")
        assert app.ended() == 0


def test_at_login_it_starts_into_the_tray_without_its_window(app: App, llama_server: str) -> None:
    app.configure(llama_server, "[desktop]\nclose_to_tray = true\n")
    app.start_hidden("--hidden")
    wait_until(lambda: app.run("jobs", "list").returncode == 0, "the engine is there")
    with TrayIcon(app.desktop.environ, app.pid) as icon:
        wait_until(lambda: icon.tooltip == "Inara – Ready", "the icon is there")
        assert not app.desktop.windows(app.pid)
        assert app.run("--hidden").returncode == 0  # once more, beside the one that runs
        assert not app.desktop.windows(app.pid)
        icon.activate()
        app.look()
        window = app.desktop.wait_for_window("Inara")
        wait_until(lambda: app.desktop.has_keyboard(window), "it has the keyboard")
        close_into_tray(app, window)
        icon.choose("Quit Inara")
        assert app.ended() == 0


def test_a_tray_that_comes_late_gets_the_icon_and_until_then_there_is_the_window(
    tmp_path: Path, llama_server: str
) -> None:
    with DesktopSession(tray=False) as desktop:
        app = App(desktop, tmp_path)
        app.configure(llama_server, "[desktop]\nclose_to_tray = true\n")
        app.start_hidden("--hidden")
        app.look()  # nobody could get at it otherwise
        desktop.bring_tray()
        wait_until(lambda: app.run("jobs", "list").returncode == 0, "the engine is there")
        with TrayIcon(desktop.environ, app.pid) as icon:
            window = desktop.wait_for_window("Inara")
            wait_until(lambda: desktop.has_keyboard(window), "it has the keyboard, though nobody called it")
            close_into_tray(app, window)
            icon.activate()
            wait_until(lambda: desktop.is_visible(window), "the window is back")
            icon.choose("Quit Inara")
            assert app.ended() == 0
