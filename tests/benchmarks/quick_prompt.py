"""From the key to the quick prompt on the screen, with the window minimised, beside a bare window on a key of its own.

A real key (XTEST), a real X server and window manager. What counts is when the picture is that of the finished prompt:
the row of its buttons is compared, where nothing blinks. Wall time, since that is what a person waits for.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.measure import child_environ
from tests.support.accessible import wait_until
from tests.support.app import App
from tests.support.desktop_session import DesktopSession

PRESSES = 12
ROW = (325, 292, 290, 22)  # of the screen: the prompt's buttons
FLOOR = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from inara_desktop.shortcut_keys import read_keys
from inara_desktop.x11_shortcut import X11Shortcut
app = QApplication([])
bare = QWidget(None, Qt.WindowType.FramelessWindowHint)
bare.setGeometry(300, 189, 680, 143)
keys = X11Shortcut(app)
keys.bind(read_keys("Ctrl+Alt+K"))
keys.pressed.connect(lambda: bare.setVisible(not bare.isVisible()))
print("ready", flush=True)
app.exec()
"""


class Screen:
    """Keys into the desktop, and what it shows for them."""

    def __init__(self, name: str) -> None:
        from Xlib import XK, X, display

        self._display: Any = display.Display(name)
        self._x, self._names = X, XK

    def row(self) -> bytes:
        return self._display.screen().root.get_image(*ROW, self._x.ZPixmap, 0xFFFFFFFF).data

    def press(self, *keys: str) -> float:
        """Press keys together; the time when the last went down."""
        from Xlib.ext import xtest

        codes = [self._display.keysym_to_keycode(self._names.string_to_keysym(key)) for key in keys]
        for code in codes:
            at = time.perf_counter()
            xtest.fake_input(self._display, self._x.KeyPress, code)
        self._display.sync()
        for code in reversed(codes):
            xtest.fake_input(self._display, self._x.KeyRelease, code)
        self._display.sync()
        return at

    def times_ms(self, key: str, away: tuple[str, ...]) -> list[float]:
        """How long it takes to show, each time but the first until it is as it was then."""
        blank, shown, taken = self.row(), b"", []
        for _ in range(PRESSES):
            began = self.press("Control_L", "Alt_L", key)
            while (self.row() == blank) if not shown else (self.row() != shown):
                if time.perf_counter() - began > 10:
                    raise TimeoutError("it does not show")
            taken.append((time.perf_counter() - began) * 1000)
            wait_until(lambda: self.row() == self.row() != blank, "it has come to rest")
            time.sleep(0.3)  # for whoever watches, and for what is done after showing
            shown = self.row()
            self.press(*away)
            wait_until(lambda: self.row() == blank, "it is gone")
        return taken


def main() -> None:
    """Print both."""
    with DesktopSession(size=(1280, 860), keyring=False) as desktop:
        desktop.environ |= {"PYTHONPYCACHEPREFIX": child_environ()["PYTHONPYCACHEPREFIX"]}
        desktop.set_background("#336699")
        screen = Screen(desktop.environ["DISPLAY"])
        floor = desktop.start([sys.executable, "-c", FLOOR])
        app = App(desktop, Path(tempfile.mkdtemp()))
        app.configure("http://127.0.0.1:9/v1", '[desktop]\nquick_shortcut = "Ctrl+Alt+J"\n')
        app.start()
        wait_until(lambda: app.run("jobs", "list").returncode == 0, "the engine is there")
        blank = screen.row()
        desktop.minimise(desktop.wait_for_window("Inara"))
        wait_until(lambda: screen.row() != blank, "the window is out of the way")
        for name, times in (
            ("bare window", screen.times_ms("k", ("Control_L", "Alt_L", "k"))),
            ("quick prompt", screen.times_ms("j", ("Escape",))),
        ):
            later = times[1:]
            print(
                f"{name:14} first {times[0]:6.1f} ms   then median {statistics.median(later):6.1f}, worst {max(later):6.1f} ms"
            )
        print(f"load {os.getloadavg()[0]:.1f}")
        floor.terminate()
        app.quit()


if __name__ == "__main__":
    main()
