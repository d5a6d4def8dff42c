"""`inara`: the window without arguments, a command with them, the terminal where there is no display."""

from __future__ import annotations

import os
import sys

__all__ = ["main"]


def main() -> int:
    """Start what was asked for; the exit status."""
    if len(sys.argv) > 1:
        from inara_engine.cli import main as terminal

        return terminal(sys.argv[1:])
    missing = missing_display()
    if missing:
        from inara_engine.cli import main as terminal

        return terminal(["chat"], notice=f"{missing} Inara goes on in the terminal.")
    from inara_desktop.app import run

    return run()


def missing_display() -> str:
    """Why no window can be opened here, or ""."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"):
        return ""
    return "There is no display (neither WAYLAND_DISPLAY nor DISPLAY is set)."


if __name__ == "__main__":
    sys.exit(main())
