"""What a desktop offers to its programs and a bare X server doesn't: a tray, notifications, a colour scheme.

Run by Debian's own Python (it has PyGObject) inside a `DesktopSession`, which talks to it in lines:
"dark" or "light" on standard input sets the colour scheme. The lines on standard output are "ready", then an echo of
each of these once it holds, "tray NAME" for each icon that registers, and "notice TITLE: TEXT" for each notification.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from gi.repository import Gio, GLib

SCHEMES = {"dark": 1, "light": 2}
APPEARANCE = "org.freedesktop.appearance"

WATCHER = """
<node><interface name="org.kde.StatusNotifierWatcher">
  <method name="RegisterStatusNotifierItem"><arg name="service" type="s" direction="in"/></method>
  <method name="RegisterStatusNotifierHost"><arg name="service" type="s" direction="in"/></method>
  <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
  <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
  <property name="ProtocolVersion" type="i" access="read"/>
  <signal name="StatusNotifierItemRegistered"><arg type="s"/></signal>
  <signal name="StatusNotifierHostRegistered"/>
</interface></node>
"""

NOTICES = """
<node><interface name="org.freedesktop.Notifications">
  <method name="GetCapabilities"><arg name="able" type="as" direction="out"/></method>
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
</interface></node>
"""

SETTINGS = """
<node><interface name="org.freedesktop.portal.Settings">
  <method name="ReadAll">
    <arg name="namespaces" type="as" direction="in"/><arg name="value" type="a{sa{sv}}" direction="out"/>
  </method>
  <method name="Read">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg name="value" type="v" direction="out"/>
  </method>
  <method name="ReadOne">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg name="value" type="v" direction="out"/>
  </method>
  <property name="version" type="u" access="read"/>
  <signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
</interface></node>
"""


def say(line: str) -> None:
    print(line, flush=True)


class Tray:
    """The list of tray icons; it shows none, but says that somebody would."""

    name, path, interface, xml = "org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher", None, WATCHER

    def __init__(self) -> None:
        self.items: list[str] = []

    def call(
        self, connection: Gio.DBusConnection, sender: str, method: str, args: tuple[Any, ...]
    ) -> GLib.Variant | None:
        if method == "RegisterStatusNotifierItem":
            item = args[0] if not args[0].startswith("/") else sender + args[0]
            self.items.append(item)
            connection.emit_signal(
                None, self.path, self.name, "StatusNotifierItemRegistered", GLib.Variant("(s)", (item,))
            )
            say(f"tray {item}")
        return None

    def read(self, name: str) -> GLib.Variant:
        return {
            "RegisteredStatusNotifierItems": GLib.Variant("as", self.items),
            "IsStatusNotifierHostRegistered": GLib.Variant("b", True),
            "ProtocolVersion": GLib.Variant("i", 0),
        }[name]


class Appearance:
    """The portal's settings: dark or light."""

    name, path, xml = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", SETTINGS

    def __init__(self, scheme: str) -> None:
        self.scheme = GLib.Variant("u", SCHEMES[scheme])

    def change(self, connection: Gio.DBusConnection, scheme: str) -> None:
        self.scheme = GLib.Variant("u", SCHEMES[scheme])
        change = GLib.Variant("(ssv)", (APPEARANCE, "color-scheme", self.scheme))
        connection.emit_signal(None, self.path, "org.freedesktop.portal.Settings", "SettingChanged", change)
        say(scheme)

    def call(
        self, _connection: Gio.DBusConnection, _sender: str, method: str, args: tuple[Any, ...]
    ) -> GLib.Variant | None:
        if method == "ReadAll":
            return GLib.Variant("(a{sa{sv}})", ({APPEARANCE: {"color-scheme": self.scheme}},))
        if args != (APPEARANCE, "color-scheme"):
            raise KeyError(args)
        # The older Read wraps the value in one more variant.
        return GLib.Variant("(v)", (GLib.Variant("v", self.scheme) if method == "Read" else self.scheme,))

    def read(self, _name: str) -> GLib.Variant:
        return GLib.Variant("u", 2)


class Notices:
    """Notifications, which take markup; each is said as "notice TITLE: TEXT"."""

    name, path, xml = "org.freedesktop.Notifications", "/org/freedesktop/Notifications", NOTICES

    def __init__(self) -> None:
        self.shown = 0

    def call(
        self, _connection: Gio.DBusConnection, _sender: str, method: str, args: tuple[Any, ...]
    ) -> GLib.Variant | None:
        if method == "GetCapabilities":
            return GLib.Variant("(as)", (["body", "body-markup"],))
        self.shown += 1
        say(f"notice {args[3]}: {args[4]}")
        return GLib.Variant("(u)", (self.shown,))

    def read(self, name: str) -> GLib.Variant:
        raise KeyError(name)


def offer(connection: Gio.DBusConnection, service: Tray | Appearance | Notices) -> None:
    """Put the service on the bus, under its name."""

    def on_call(
        connection: Gio.DBusConnection,
        sender: str,
        _path: str,
        _interface: str,
        method: str,
        args: GLib.Variant,
        invocation: Gio.DBusMethodInvocation,
    ) -> None:
        try:
            invocation.return_value(service.call(connection, sender, method, args.unpack()))
        except KeyError:
            invocation.return_dbus_error("org.freedesktop.portal.Error.NotFound", "there is no such setting")

    def on_read(_connection: Gio.DBusConnection, _sender: str, _path: str, _interface: str, name: str) -> GLib.Variant:
        return service.read(name)

    interface = Gio.DBusNodeInfo.new_for_xml(service.xml).interfaces[0]
    connection.register_object(service.path, interface, on_call, on_read, None)
    Gio.bus_own_name_on_connection(connection, service.name, Gio.BusNameOwnerFlags.NONE, None, None)


def on_lines(heard: Callable[[str], None], ended: Callable[[], None]) -> None:
    """Call back for each line of standard input, and once at its end."""

    def on_ready(channel: GLib.IOChannel, _condition: GLib.IOCondition) -> bool:
        line = channel.readline()
        if not line:
            ended()
            return False
        heard(line.strip())
        return True

    GLib.io_add_watch(GLib.IOChannel.unix_new(sys.stdin.fileno()), GLib.IOCondition.IN | GLib.IOCondition.HUP, on_ready)


def main() -> None:
    loop = GLib.MainLoop()
    connection = Gio.bus_get_sync(Gio.BusType.SESSION)
    appearance = Appearance(sys.argv[1])
    offer(connection, Tray())
    offer(connection, Notices())
    offer(connection, appearance)
    on_lines(lambda scheme: appearance.change(connection, scheme), loop.quit)
    GLib.idle_add(say, "ready")
    loop.run()


if __name__ == "__main__":
    main()
