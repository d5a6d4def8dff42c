"""A window as assistive technology sees it: objects by name, with text, states and a place on the screen.

    window = Accessibility(desktop, pid)
    window.find("composer").text
    window.find("send").press()

Nothing is cached: each property is asked when it is read, and answered by the program's own GUI thread.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

__all__ = ["Accessibility", "AccessibilityError", "Node", "wait_until"]

SYSTEM_PYTHON = "/usr/bin/python3"
READER = Path(__file__).with_name("accessibility_reader.py")
WALK_LIMIT_S = 5


class AccessibilityError(Exception):
    """The object is gone, or can't do what it was asked."""


@dataclass(frozen=True, slots=True)
class Node:
    """One accessible object."""

    window: Accessibility
    address: tuple[str, str]

    @property
    def object_name(self) -> str:
        return self._ask("object_name")

    @property
    def name(self) -> str:
        return self._ask("name")

    @property
    def description(self) -> str:
        return self._ask("description")

    @property
    def role(self) -> str:
        return self._ask("role")

    @property
    def states(self) -> frozenset[str]:
        """Of: active, checked, enabled, expandable, expanded, focusable, focused, selected, showing, visible, …"""
        return frozenset(self._ask("states"))

    @property
    def showing(self) -> bool:
        return "showing" in self.states

    @property
    def enabled(self) -> bool:
        return "enabled" in self.states

    @property
    def extents(self) -> tuple[int, int, int, int]:
        """x, y, width and height in pixels of the screen."""
        x, y, width, height = self._ask("extents")
        return x, y, width, height

    @property
    def centre(self) -> tuple[int, int]:
        """Where to click it."""
        x, y, width, height = self.extents
        return x + width // 2, y + height // 2

    @property
    def text(self) -> str:
        """The text it holds, its last 100,000 characters."""
        return self._ask("text", 100_000)

    @property
    def children(self) -> list[Node]:
        return [Node(self.window, tuple(self._ask("child", index))) for index in range(self._ask("child_count"))]

    def press(self) -> None:
        """Do its first action: what a click on a button does."""
        self._ask("press")

    def focus(self) -> None:
        self._ask("focus")

    def write(self, text: str) -> None:
        """Put this text in place of what it holds."""
        self._ask("write", text)

    def _ask(self, question: str, *args: Any) -> Any:
        return self.window.ask(question, self.address, *args)


class Accessibility:
    """The accessible objects of one process. Close it, or use it in a `with` block."""

    def __init__(self, environ: Mapping[str, str], pid: int) -> None:
        self.pid = pid
        self._reader = subprocess.Popen(
            [SYSTEM_PYTHON, str(READER)],
            env=dict(environ),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=sys.stderr.fileno() if sys.stderr is sys.__stderr__ else None,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the reader."""
        self._reader.communicate()

    def find(self, object_name: str, *, timeout_s: float = 20) -> Node:
        """The object of that name, as soon as it is shown. Raises: AssertionError after `timeout_s`."""
        return self._shown(lambda: self.all(object_name), object_name, timeout_s)

    def named(self, name: str, role: str, *, timeout_s: float = 20) -> Node:
        """What a person hears by this name, as soon as it is shown; `role` as AT-SPI calls it. Raises: AssertionError."""
        return self._shown(lambda: self._nodes("named", self.pid, name, role), f"{role} {name}", timeout_s)

    def listen(self) -> None:
        """Hear announcements from here on."""
        self.ask("listen")

    def heard(self) -> list[str]:
        """What was announced since, by any program of the session."""
        return self.ask("heard")

    def all(self, object_name: str) -> list[Node]:
        """The objects of that name that exist now, shown or not."""
        return self._nodes("find", self.pid, object_name)

    def shows(self, object_name: str) -> bool:
        """Whether an object of that name is shown now."""
        return any(node.showing for node in self.all(object_name))

    def focused(self) -> str:
        """The name of the object that has the keyboard's focus, or ""."""
        return next((node.object_name for node in self._nodes("focused", self.pid)), "")

    def ask(self, *question: Any) -> Any:
        """One question to the reader. Raises: AccessibilityError."""
        assert self._reader.stdin
        assert self._reader.stdout
        self._reader.stdin.write(json.dumps(question) + "\n")
        self._reader.stdin.flush()
        line = self._reader.stdout.readline()
        if not line:
            raise AccessibilityError("the accessibility reader ended")
        answer = json.loads(line)
        if "error" in answer:
            raise AccessibilityError(answer["error"])
        return answer["value"]

    def _shown(self, look: Callable[[], list[Node]], what: str, timeout_s: float) -> Node:
        shown: list[Node] = []

        def there() -> bool:
            shown[:] = [node for node in look() if node.showing]
            return bool(shown)

        wait_until(there, f"{what!r} is shown", timeout_s=timeout_s)
        return shown[0]

    def _nodes(self, *question: Any) -> list[Node]:
        """An object that goes away during the walk begins it anew: a walk that is cut short has not seen the rest."""
        deadline = time.monotonic() + WALK_LIMIT_S
        while True:
            try:
                return [Node(self, tuple(address)) for address in self.ask(*question)]
            except AccessibilityError:
                if self._reader.poll() is not None or time.monotonic() > deadline:
                    raise


def wait_until(condition: Callable[[], bool], what: str, *, timeout_s: float = 20) -> None:
    """Ask every 50 ms until it is so. Raises: AssertionError that says what didn't come."""
    deadline = time.monotonic() + timeout_s
    while True:
        try:
            if condition():
                return
        except AccessibilityError:
            pass  # the object was just taken away
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {timeout_s:g} s: {what}")
        time.sleep(0.05)
