"""One shortcut that works in every program: on X11 by asking the X server for the key.

Wayland gives no program other programs' keys; there the desktop's own settings bind the command that `COMMAND` names.
Read for the protocol: the X Window System's "GrabKey" request and XKB's modifier mapping.
"""

from __future__ import annotations

import logging
import os
import select
import threading
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Signal

__all__ = ["COMMAND", "GlobalShortcut"]

COMMAND = "inara quick"  # what a desktop's own shortcut binds to
_log = logging.getLogger(__name__)

_MODIFIERS = {"shift": "ShiftMask", "ctrl": "ControlMask", "alt": "Mod1Mask", "super": "Mod4Mask", "meta": "Mod4Mask"}
_NAMES = {"space": "space", "return": "Return", "enter": "Return", "tab": "Tab", "esc": "Escape"}


class GlobalShortcut(QObject):
    """`pressed` comes when the keys are pressed anywhere. `problem` says why they don't work, "" where they do."""

    pressed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.problem = ""
        self._thread: threading.Thread | None = None
        self._stop = -1

    def bind(self, keys: str) -> None:
        """Take these keys, such as "Ctrl+Alt+Space", instead of those before; "" takes none. Blocks for a moment."""
        self.close()
        self.problem = ""
        if not keys:
            return
        if os.environ.get("WAYLAND_DISPLAY") or not os.environ.get("DISPLAY"):
            self.problem = f"This desktop gives its keys to no program. Bind “{COMMAND}” to keys in its settings."
            return
        try:
            display, grabbed = _grab(keys)
        except (OSError, ValueError, ImportError) as error:
            self.problem = f"{error} Choose other keys, or bind “{COMMAND}” to keys in the desktop's settings."
            return
        read, self._stop = os.pipe()
        self._thread = threading.Thread(
            target=self._listen, args=(display, grabbed, read), name="global shortcut", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Give the keys back."""
        if self._thread is not None:
            os.close(self._stop)  # the thread sees the end of the pipe
            self._thread.join(2)
            self._thread = None

    def _listen(self, display: Any, grabbed: int, stop: int) -> None:
        from Xlib import X, error

        try:
            while True:
                ready = select.select([display.fileno(), stop], [], [])[0]
                if stop in ready:
                    break
                while display.pending_events():
                    event = display.next_event()
                    if event.type == X.KeyPress and event.detail == grabbed:
                        self.pressed.emit()
        except (OSError, error.ConnectionClosedError):
            _log.warning("the X server gives no more keys")
        finally:
            os.close(stop)
            with suppress(OSError, error.ConnectionClosedError):
                display.close()


def _grab(keys: str) -> tuple[Any, int]:
    """A connection that hears the keys, and their code. Raises ValueError for keys that are none or taken."""
    from Xlib import XK, X, display, error

    *modifiers, key = [part.strip().lower() for part in keys.split("+")]
    unknown = [name for name in modifiers if name not in _MODIFIERS]
    if unknown or not key:
        raise ValueError(f"“{keys}” is no shortcut.")
    symbol = XK.string_to_keysym(_NAMES.get(key, key if len(key) == 1 else key.capitalize()))
    connection = display.Display()
    code = connection.keysym_to_keycode(symbol)
    if not symbol or not code:
        connection.close()
        raise ValueError(f"There is no key “{key}” here.")
    mask = 0
    for name in modifiers:
        mask |= getattr(X, _MODIFIERS[name])
    refused = error.CatchError(error.BadAccess)
    root = connection.screen().root
    for locks in (0, X.LockMask, X.Mod2Mask, X.LockMask | X.Mod2Mask):  # Caps Lock and Num Lock change nothing
        root.grab_key(code, mask | locks, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
    connection.sync()
    if refused.get_error():
        connection.close()
        raise ValueError(f"Another program has “{keys}” already.")
    return connection, code
