"""A program's icon in the tray, as the desktop sees it: StatusNotifierItem and its menu, over D-Bus.

with TrayIcon(desktop.environ, app.pid) as icon:
    assert icon.tooltip == "Inara – Ready"
    icon.choose("Quick prompt")
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any, Self

import jeepney
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

from tests.support.accessible import wait_until

__all__ = ["TrayIcon"]

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"


class TrayIcon:
    """The icon that the process `pid` registered."""

    def __init__(self, environ: dict[str, str], pid: int) -> None:
        self._address = environ["DBUS_SESSION_BUS_ADDRESS"]
        self._pid = pid
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self._connection = self._stack.enter_context(open_dbus_connection(bus=self._address))
        try:
            wait_until(lambda: bool(self._names()), "the icon is in the tray")
        except BaseException:
            self._stack.close()
            raise
        (self._name,) = self._names()
        self._menu = self._property(self._name, "/StatusNotifierItem", ITEM, "Menu")
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def tooltip(self) -> str:
        return self._property(self._name, "/StatusNotifierItem", ITEM, "ToolTip")[2]

    @property
    def picture(self) -> bytes:
        """The pixels of its largest picture."""
        pictures = self._property(self._name, "/StatusNotifierItem", ITEM, "IconPixmap")
        return max(pictures)[2]

    @property
    def menu(self) -> dict[str, bool]:
        """Its entries in their order, and whether each can be chosen."""
        return {label: enabled for _, label, enabled in self._entries()}

    def choose(self, label: str) -> None:
        """Choose an entry of the menu."""
        (number,) = [number for number, name, _ in self._entries() if name == label]
        self._call(self._name, self._menu, MENU, "Event", "isvu", (number, "clicked", ("s", ""), 0))

    def activate(self) -> None:
        """Click on the icon."""
        self._call(self._name, "/StatusNotifierItem", ITEM, "Activate", "ii", (0, 0))

    def _entries(self) -> list[tuple[int, str, bool]]:
        self._call(self._name, self._menu, MENU, "AboutToShow", "i", (0,))
        _, (_, _, children) = self._call(self._name, self._menu, MENU, "GetLayout", "iias", (0, -1, []))
        entries = [entry for _, entry in children]
        return [
            (number, about["label"][1].replace("_", ""), about.get("enabled", ("b", True))[1])
            for number, about, _ in entries
            if "label" in about
        ]

    def _names(self) -> set[str]:
        """The process's names on the bus that have an icon."""
        items = self._property(WATCHER, "/StatusNotifierWatcher", WATCHER, "RegisteredStatusNotifierItems")
        return {item.partition("/")[0] for item in items if self._owner(item.partition("/")[0]) == self._pid}

    def _owner(self, name: str) -> int:
        """The process that has a name on the bus; 0 for one that has gone."""
        bus = "org.freedesktop.DBus"
        try:
            return self._call(bus, "/org/freedesktop/DBus", bus, "GetConnectionUnixProcessID", "s", (name,))[0]
        except jeepney.DBusErrorResponse:
            return 0

    def _property(self, name: str, path: str, interface: str, of: str) -> Any:
        return self._call(name, path, "org.freedesktop.DBus.Properties", "Get", "ss", (interface, of))[0][1]

    def _call(self, name: str, path: str, interface: str, method: str, signature: str, body: tuple[Any, ...]) -> Any:
        message = jeepney.new_method_call(jeepney.DBusAddress(path, name, interface), method, signature, body)
        return unwrap_msg(self._connection.send_and_get_reply(message, timeout=10))
