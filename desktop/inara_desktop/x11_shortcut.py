"""Keys that work in every program, on X11: by asking the X server for them.

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

from inara_desktop.shortcut_keys import Keys
from inara_desktop.wording import translate

__all__ = ["X11Shortcut"]

_log = logging.getLogger(__name__)

_MASKS = {"shift": "ShiftMask", "ctrl": "ControlMask", "alt": "Mod1Mask", "super": "Mod4Mask"}


class X11Shortcut(QObject):
    """`pressed` comes when the keys are pressed anywhere."""

    pressed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._stop = -1

    def bind(self, keys: Keys) -> None:
        """Take these keys. Blocks for a moment. Raises OSError, ImportError, and ValueError for keys there are not."""
        display, grabbed = _grab(keys)
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


def _grab(keys: Keys) -> tuple[Any, int]:
    """A connection that hears the keys, and their code. Raises OSError, ValueError for keys that are none or taken."""
    from Xlib import XK, X, display, error

    symbol = XK.string_to_keysym(keys.symbol)
    try:
        connection = display.Display()
    except error.DisplayError as none:
        raise OSError(str(none)) from none
    code = connection.keysym_to_keycode(symbol)
    if not symbol or not code:
        connection.close()
        raise ValueError(translate("GlobalShortcut", "There is no key “{key}” here.").format(key=keys.symbol))
    mask = 0
    for name in keys.modifiers:
        mask |= getattr(X, _MASKS[name])
    refused = error.CatchError(error.BadAccess)
    root = connection.screen().root
    for locks in (0, X.LockMask, X.Mod2Mask, X.LockMask | X.Mod2Mask):  # Caps Lock and Num Lock change nothing
        root.grab_key(code, mask | locks, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
    connection.sync()
    if refused.get_error():
        connection.close()
        raise ValueError(translate("GlobalShortcut", "Another program has these keys already."))
    return connection, code
