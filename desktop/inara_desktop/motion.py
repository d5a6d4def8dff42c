"""Whether the person wants things on the screen to move. Nothing but the sign of what is busy does.

Read for the protocol: flatpak.github.io/xdg-desktop-portal, "Settings".
"""

from __future__ import annotations

import sys
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import Any

from inara_desktop.session_bus import BUS, PORTAL, PORTAL_PATH, Absent, SessionBus, session_bus

__all__ = ["stillness"]

SETTINGS = "org.freedesktop.portal.Settings"
STILL: dict[tuple[str, str], Any] = {  # what each desktop says where nothing is to move
    ("org.freedesktop.appearance", "reduced-motion"): 1,
    ("org.gnome.desktop.interface", "enable-animations"): False,
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor"): "0",
}
_NAMESPACES = sorted({namespace for namespace, _ in STILL})


async def stillness() -> AsyncGenerator[bool]:
    """Whether things are to be still, by the desktop's settings: now, and again whenever that changes.

    Asleep between. Where there is no bus it ends at once and says nothing: things move.
    """
    if sys.platform != "linux":
        return
    with suppress(Absent):
        async with session_bus() as bus:
            await _listen(bus)
            said = await _read(bus)  # after listening, so that no change goes between the two
            told = None
            while True:
                still = any(said.get(setting) == value for setting, value in STILL.items())
                if still != told:
                    told = still
                    yield still
                match (await bus.signals.get()).body:
                    case (str(namespace), str(key), (_, value)):
                        said[namespace, key] = value
                    case (name, _, after) if name == PORTAL and after:  # it has come, or come again
                        said = await _read(bus)
                    case _:
                        pass


async def _listen(bus: SessionBus) -> None:
    await bus.listen(f"type='signal',sender='{BUS}',member='NameOwnerChanged',arg0='{PORTAL}'")
    for namespace in _NAMESPACES:
        changed = f"sender='{PORTAL}',interface='{SETTINGS}',member='SettingChanged',arg0='{namespace}'"
        await bus.listen(f"type='signal',{changed}")


async def _read(bus: SessionBus) -> dict[tuple[str, str], Any]:
    """What the portal's settings say now; nothing where there is no portal."""
    try:
        (found,) = await bus.call(PORTAL, PORTAL_PATH, SETTINGS, "ReadAll", "as", (_NAMESPACES,))
    except Absent:
        return {}
    return {(namespace, key): value for namespace, keys in found.items() for key, (_, value) in keys.items()}
