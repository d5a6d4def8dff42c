"""The whole app on a desktop of its own, driven as a person would: keys, clicks, and a screen reader's eyes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.support.accessible import Accessibility, Node, wait_until
from tests.support.desktop_session import DesktopSession

__all__ = ["App"]


class App:
    """Inara in a real window. `home` is its INARA_HOME, `documents` the granted folder."""

    def __init__(self, desktop: DesktopSession, folder: Path) -> None:
        self.desktop = desktop
        self.home = folder / "inara"
        self.documents = folder / "documents"
        self.documents.mkdir(parents=True)
        self.home.mkdir(parents=True)
        self.log = folder / "output.txt"
        self._process: subprocess.Popen[bytes] | None = None
        self.eyes: Accessibility

    def configure(self, base_url: str, more: str = "") -> None:
        """Settings with one model on a server of this machine."""
        (self.home / "config.toml").write_text(
            f"""
[models.tiny]
provider = "openai"
base_url = "{base_url}"
model = "tiny"
label = "Tiny"
extra = {{ temperature = 0 }}

[workspace]
roots = ["{self.documents}"]
{more}"""
        )

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def start(self, *arguments: str) -> None:
        """Start it and wait for its window."""
        self.start_hidden(*arguments)
        self.look()

    def start_hidden(self, *arguments: str) -> None:
        """Start it and wait for nothing."""
        with self.log.open("ab") as log:
            self._process = self.desktop.start(self.command(*arguments), environ=self.environ, output=log)

    def look(self) -> None:
        """Wait for its window, and have eyes for it."""
        self.desktop.wait_for_window("Inara")
        self.eyes = self.desktop.accessibility(self.pid)
        self.eyes.find("composer", timeout_s=30)

    @property
    def environ(self) -> dict[str, str]:
        return {"INARA_HOME": str(self.home)}

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "inara_desktop", *arguments]

    def run(self, *arguments: str, timeout_s: float = 60) -> subprocess.CompletedProcess[str]:
        """A terminal command beside the window."""
        environ = self.desktop.environ | self.environ
        return subprocess.run(
            self.command(*arguments), env=environ, capture_output=True, text=True, timeout=timeout_s, check=False
        )

    def kill(self) -> None:
        """SIGKILL, as a crash or a power cut ends it."""
        assert self._process is not None
        self.eyes.close()
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait(10)

    def abandon(self) -> None:
        """End what a failed test left running: it would be on the screen of the next one."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait(10)

    def quit(self) -> int:
        """Close the window as the person does; the exit status."""
        assert self._process is not None
        self.eyes.close()
        self._process.terminate()
        return self._process.wait(20)

    def close_although_asked(self) -> int:
        """Close the window while something goes on: Escape lets it go on, the second time it ends. The exit status."""
        self.desktop.key("alt+F4")
        self.eyes.find("questionNo")
        self.desktop.key("Escape")
        wait_until(lambda: not self.eyes.shows("questionNo"), "it goes on")
        self.desktop.key("alt+F4")
        self.click(self.eyes.find("questionYes"))
        return self.ended()

    def ended(self, timeout_s: float = 20) -> int:
        """Wait until it ends by itself; the exit status."""
        assert self._process is not None
        return self._process.wait(timeout_s)

    def send(self, text: str) -> None:
        """Type a prompt into the composer and press Enter."""
        self.eyes.find("composer").focus()
        wait_until(lambda: self.eyes.focused() == "composer", "the composer has the focus")
        self.desktop.type(text)
        self.desktop.key("Return")

    def transcript(self) -> list[str]:
        """What the transcript says, message by message."""
        return [child.name for child in self.eyes.find("transcript").children]

    def wait_for_text(self, text: str, timeout_s: float = 60) -> None:
        """Wait until a message of the transcript says this."""
        wait_until(lambda: any(text in said for said in self.transcript()), f"{text!r} is said", timeout_s=timeout_s)

    def click(self, node: Node) -> None:
        """Click on something once it has come to rest (a window that opens still moves its parts)."""
        seen: list[tuple[int, int]] = []

        def rests() -> bool:
            seen.append(node.centre)
            return len(seen) > 2 and seen[-1] == seen[-2] == seen[-3]

        wait_until(rests, "it has come to rest")
        self.desktop.click(*seen[-1])

    def rows(self, object_name: str) -> Sequence[Node]:
        """The rows of a list."""
        return [row for row in self.eyes.find(object_name).children if row.role == "list item"]
