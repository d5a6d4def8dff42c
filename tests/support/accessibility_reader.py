"""Reads a program's accessible objects (AT-SPI) for `tests.support.accessible`, one JSON line a question.

Run by Debian's own Python (it has PyGObject). It speaks D-Bus itself, because libatspi caches names
and states. Each answer is `{"value": …}` or `{"error": "…"}`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
TEXT = "org.a11y.atspi.Text"
PROPERTIES = "org.freedesktop.DBus.Properties"
Node = tuple[str, str]  # bus name and object path

STATES = {
    1: "active",
    4: "checked",
    8: "enabled",
    9: "expandable",
    10: "expanded",
    11: "focusable",
    12: "focused",
    18: "multi_line",
    23: "selected",
    24: "sensitive",
    25: "showing",
    30: "visible",
    43: "read_only",
}


class Reader:
    def __init__(self) -> None:
        self.announced: list[str] = []
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync(
            "org.a11y.Bus",
            "/org/a11y/bus",
            "org.a11y.Bus",
            "GetAddress",
            None,
            None,
            Gio.DBusCallFlags.NONE,
            5000,
            None,
        ).unpack()[0]
        flags = Gio.DBusConnectionFlags
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None
        )

    def listen(self) -> None:
        """Hear what programs announce from here on, as a screen reader does."""
        registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry")
        self.bus.signal_subscribe(
            None, "org.a11y.atspi.Event.Object", "Announcement", None, None, Gio.DBusSignalFlags.NONE, self._hear
        )
        event = GLib.Variant("(sass)", ("object:announcement", [], ""))
        self.call(registry, "org.a11y.atspi.Registry", "RegisterEvent", event)

    def _hear(self, *signal: Any) -> None:
        self.announced.append(signal[5].unpack()[3])

    def heard(self) -> list[str]:
        """What was announced so far."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        return self.announced

    def call(self, node: Node, interface: str, method: str, args: GLib.Variant | None = None) -> Any:
        answer = self.bus.call_sync(
            node[0], node[1], interface, method, args, None, Gio.DBusCallFlags.NONE, 8000, None
        ).unpack()
        return answer[0] if len(answer) == 1 else answer

    def get(self, node: Node, name: str, interface: str = ACCESSIBLE) -> Any:
        return self.call(node, PROPERTIES, "Get", GLib.Variant("(ss)", (interface, name)))

    def application(self, pid: int) -> list[Node]:
        """The application of that process; a list of one, or none while it has no window yet."""
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        bus = ("org.freedesktop.DBus", "/org/freedesktop/DBus")
        for name, path in self.call(root, ACCESSIBLE, "GetChildren"):
            owner = self.call(bus, "org.freedesktop.DBus", "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))
            # GTK may register a second, empty application of the same process.
            if owner == pid and self.get((name, path), "ChildCount") > 0:
                return [(name, path)]
        return []

    def together(
        self, nodes: Sequence[Node], interface: str, method: str, args: GLib.Variant | None = None
    ) -> list[Any]:
        """Ask all of them before the first answer is awaited: a way through the bus costs more than the answer."""
        results: dict[int, Gio.AsyncResult] = {}

        def keep(_bus: Gio.DBusConnection, result: Gio.AsyncResult, place: int) -> None:
            results[place] = result

        for place, (name, path) in enumerate(nodes):
            none = Gio.DBusCallFlags.NONE
            self.bus.call(name, path, interface, method, args, None, none, 8000, None, keep, place)
        context = GLib.MainContext.default()
        while len(results) < len(nodes):
            context.iteration(True)
        return [self.bus.call_finish(results[place]).unpack()[0] for place in range(len(nodes))]

    def walk(self, pid: int) -> list[tuple[Node, str]]:
        """All objects of a program with their roles, parents before children. A view of thousands of rows is one."""
        roles: dict[Node, str] = {}
        below: dict[Node, list[Node]] = {}
        level = first = self.application(pid)
        while level:
            roles |= zip(level, self.together(level, ACCESSIBLE, "GetRoleName"), strict=True)
            open_ = [node for node in level if roles[node] not in {"list", "table", "tree"}]
            below |= zip(open_, self.together(open_, ACCESSIBLE, "GetChildren"), strict=True)
            level = [child for node in open_ for child in below[node]]

        def in_order(nodes: Sequence[Node]) -> Iterator[tuple[Node, str]]:
            for node in nodes:
                yield node, roles[node]
                yield from in_order(below.get(node, ()))

        return list(in_order(first))

    def find(self, pid: int, object_name: str) -> list[Node]:
        """The objects whose accessible id ends with that name; rows bear their view's and are left out."""
        nodes = [node for node, _role in self.walk(pid)]
        ids = self.together(nodes, PROPERTIES, "Get", GLib.Variant("(ss)", (ACCESSIBLE, "AccessibleId")))
        return [node for node, its in zip(nodes, ids, strict=True) if its.rpartition(".")[2] == object_name]

    def named(self, pid: int, name: str, role: str) -> list[Node]:
        """The objects that a person hears by that name; `role` as AT-SPI calls it."""
        return [node for node, its in self.walk(pid) if its == role and self.name(node) == name]

    def focused(self, pid: int) -> list[Node]:
        """The object that has the focus of the keyboard."""
        nodes = [node for node, _role in self.walk(pid)]
        states = self.together(nodes, ACCESSIBLE, "GetState")
        return [node for node, its in zip(nodes, states, strict=True) if "focused" in _named(*its)]

    def object_name(self, node: Node) -> str:
        return self.get(node, "AccessibleId").rpartition(".")[2]

    def name(self, node: Node) -> str:
        return self.get(node, "Name")

    def description(self, node: Node) -> str:
        return self.get(node, "Description")

    def role(self, node: Node) -> str:
        return self.call(node, ACCESSIBLE, "GetRoleName")

    def states(self, node: Node) -> list[str]:
        return _named(*self.call(node, ACCESSIBLE, "GetState"))

    def extents(self, node: Node) -> tuple[int, int, int, int]:
        return self.call(node, "org.a11y.atspi.Component", "GetExtents", GLib.Variant("(u)", (0,)))

    def child_count(self, node: Node) -> int:
        return self.get(node, "ChildCount")

    def child(self, node: Node, index: int) -> Node:
        return self.call(node, ACCESSIBLE, "GetChildAtIndex", GLib.Variant("(i)", (index,)))

    def text(self, node: Node, last_characters: int) -> str:
        length = self.get(node, "CharacterCount", TEXT)
        start = max(0, length - last_characters)
        return self.call(node, TEXT, "GetText", GLib.Variant("(ii)", (start, length)))

    def write(self, node: Node, text: str) -> bool:
        """Put this text in place of what a field holds."""
        return self.call(node, "org.a11y.atspi.EditableText", "SetTextContents", GLib.Variant("(s)", (text,)))

    def press(self, node: Node) -> bool:
        return self.call(node, "org.a11y.atspi.Action", "DoAction", GLib.Variant("(i)", (0,)))

    def focus(self, node: Node) -> bool:
        return self.call(node, "org.a11y.atspi.Component", "GrabFocus")


def _named(low: int, high: int) -> list[str]:
    bits = low | high << 32
    return [name for bit, name in STATES.items() if bits >> bit & 1]


def main() -> None:
    reader = Reader()
    questions: dict[str, Callable[..., Any]] = {
        name: getattr(reader, name)
        for name in (
            *("application", "find", "focused", "object_name", "name", "description", "role", "states", "extents"),
            *("child_count", "child", "text", "write", "press", "focus", "listen", "heard", "named"),
        )
    }
    for line in sys.stdin:
        question, *args = json.loads(line)
        try:
            answer = {"value": questions[question](*args)}
        except GLib.Error as error:
            answer = {"error": error.message}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
