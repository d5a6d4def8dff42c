"""Whether the person wants things on the screen to move. Nothing but the sign of what is busy does."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any, cast

__all__ = ["is_still"]

ANSWER_S = 2.0
STILL: dict[tuple[str, str], Any] = {  # what each desktop says where nothing is to move
    ("org.freedesktop.appearance", "reduced-motion"): 1,
    ("org.gnome.desktop.interface", "enable-animations"): False,
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor"): "0",
}


def is_still() -> bool:
    """What the desktop's settings say through its portal; where there is none, things move. Blocks for a moment."""
    if sys.platform != "linux":
        return False
    import jeepney
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    name = "org.freedesktop.portal.Desktop"
    settings = jeepney.DBusAddress(
        "/org/freedesktop/portal/desktop", bus_name=name, interface="org.freedesktop.portal.Settings"
    )
    namespaces = sorted({namespace for namespace, _ in STILL})
    asked = cast("Any", jeepney).new_method_call(settings, "ReadAll", "as", (namespaces,))
    with suppress(OSError, ValueError, KeyError, TimeoutError, jeepney.DBusErrorResponse):
        with open_dbus_connection(bus="SESSION") as connection:
            answer = cast("Any", connection).send_and_get_reply(asked, timeout=ANSWER_S)
            (found,) = cast("tuple[dict[str, Any]]", unwrap_msg(answer))
        return any(
            found.get(namespace, {}).get(key, (None, None))[1] == still for (namespace, key), still in STILL.items()
        )
    return False
