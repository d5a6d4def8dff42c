"""Whether Inara starts with the desktop: a file in the place where desktops look (XDG autostart)."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

__all__ = ["is_on", "switch"]

HIDDEN = "--hidden"  # without the window, where closing it would leave Inara in the tray
_ENTRY = """[Desktop Entry]
Type=Application
Name=Inara
Exec={command}
Icon=app.inara.Inara
X-GNOME-Autostart-enabled=true
"""


def is_on() -> bool:
    """Whether it does. Blocks for a moment."""
    return _file().is_file()


def switch(*, on: bool) -> None:
    """Make it so. Blocks for a moment. Raises OSError."""
    file = _file()
    if not on:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_ENTRY.format(command=shlex.join(_command())), encoding="utf-8")


def _file() -> Path:
    # A sandbox has a folder of its own for settings; the desktop looks in the person's.
    ours = None if os.environ.get("FLATPAK_ID") else os.environ.get("XDG_CONFIG_HOME")
    return Path(ours or Path.home() / ".config") / "autostart" / "app.inara.Inara.desktop"


def _command() -> list[str]:
    """What starts this very Inara again."""
    if sandboxed := os.environ.get("FLATPAK_ID"):
        return ["flatpak", "run", sandboxed, HIDDEN]
    if getattr(sys, "frozen", False):
        return [sys.executable, HIDDEN]
    return [sys.executable, "-m", "inara_desktop", HIDDEN]
