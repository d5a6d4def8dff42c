"""Whether things on the screen move: the desktop's word, followed as it changes. A real bus, a scripted portal on it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from typing import Any

import pytest

from inara_desktop.motion import stillness
from tests.support.private_bus import BusService, private_bus

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

APPEARANCE, GNOME, KDE = "org.freedesktop.appearance", "org.gnome.desktop.interface", "org.kde.kdeglobals.KDE"
Value = tuple[str, Any]  # with its type in front, as D-Bus has it


class SettingsPortal(BusService):
    """The desktop's settings as its portal tells them: `ReadAll`, and `SettingChanged` when the person changes one."""

    name = "org.freedesktop.portal.Desktop"

    def __init__(self, **settings: dict[str, Value]) -> None:
        super().__init__()
        self.settings = settings

    async def on_call(self, message: Any, sender: str, method: str) -> None:
        if method == "ReadAll":
            (asked,) = message.body
            told = {namespace: keys for namespace, keys in self.settings.items() if namespace in asked}
            await self.reply(message, "a{sa{sv}}", (told,))
        else:
            await self.refuse(message)

    async def change(self, namespace: str, key: str, value: Value) -> None:
        self.settings.setdefault(namespace, {})[key] = value
        path, interface = "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"
        await self.signal(path, interface, "SettingChanged", "ssv", (namespace, key, value))


@pytest.fixture(autouse=True)
def bus(monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[None]:
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield


async def heard(words: AsyncIterator[bool]) -> str:
    return "still" if await anext(words) else "moving"


@pytest.mark.parametrize(
    ("namespace", "key", "moving", "still"),
    [
        (APPEARANCE, "reduced-motion", ("u", 0), ("u", 1)),
        (GNOME, "enable-animations", ("b", True), ("b", False)),
        (KDE, "AnimationDurationFactor", ("s", "1"), ("s", "0")),
    ],
)
async def test_each_desktops_switch_is_followed_while_the_window_is_open(
    namespace: str, key: str, moving: Value, still: Value
) -> None:
    async with SettingsPortal(**{namespace: {key: moving}}) as portal, aclosing(stillness()) as words:
        assert await heard(words) == "moving"
        await portal.change(namespace, key, still)
        assert await heard(words) == "still"
        await portal.change(namespace, key, moving)
        assert await heard(words) == "moving"


async def test_what_it_says_at_the_start_counts() -> None:
    async with SettingsPortal(**{GNOME: {"enable-animations": ("b", False)}}), aclosing(stillness()) as words:
        assert await heard(words) == "still"


async def test_other_settings_wake_nobody() -> None:
    async with SettingsPortal() as portal, aclosing(stillness()) as words:
        assert await heard(words) == "moving"
        await portal.change("org.gnome.desktop.sound", "event-sounds", ("b", False))
        await portal.change(APPEARANCE, "reduced-motion", ("u", 1))
        assert await heard(words) == "still"  # one word, not two


async def test_without_a_portal_things_move_and_one_that_comes_later_is_asked() -> None:
    async with aclosing(stillness()) as words:
        assert await heard(words) == "moving"
        async with SettingsPortal(**{APPEARANCE: {"reduced-motion": ("u", 1)}}):
            assert await heard(words) == "still"


async def test_a_portal_that_ends_and_comes_back_is_asked_again() -> None:
    async with aclosing(stillness()) as words:
        async with SettingsPortal(**{APPEARANCE: {"reduced-motion": ("u", 1)}}):
            assert await heard(words) == "still"
        async with SettingsPortal():
            assert await heard(words) == "moving"


async def test_without_a_bus_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    assert [word async for word in stillness()] == []
