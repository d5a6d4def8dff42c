"""The invisible desktop that the stories run on: what a person and a screen reader can do, a small window shows."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.accessible import Accessibility, wait_until
from tests.support.desktop_session import DesktopSession

WINDOW = """
import sys
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QSystemTrayIcon, QVBoxLayout, QWidget

app = QApplication(sys.argv)
window = QWidget(objectName="mainWindow", windowTitle="Small window")
line = QLineEdit(objectName="line", accessibleName="What to say")
say = QPushButton("Say it", objectName="say")
said = QLabel("nothing yet", objectName="said")
scheme = QLabel(app.styleHints().colorScheme().name, objectName="scheme")
hidden = QLabel("hidden", objectName="hidden", visible=False)
say.clicked.connect(lambda: said.setText(line.text()))
app.styleHints().colorSchemeChanged.connect(lambda new: scheme.setText(new.name))
layout = QVBoxLayout(window)
for widget in (line, say, said, scheme, hidden):
    layout.addWidget(widget)
hidden.hide()
pixels = QPixmap(16, 16)
pixels.fill("teal")
icon = QSystemTrayIcon(QIcon(pixels), window)
icon.show()
tray = QLabel(f"tray {icon.isSystemTrayAvailable()}", window, objectName="tray")
layout.addWidget(tray)
window.show()
app.exec()
"""


RESTLESS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

app = QApplication(sys.argv)
window = QWidget(windowTitle="Restless window")
layout = QVBoxLayout(window)
layout.addWidget(QLabel("stays", objectName="stays"))

def another():
    if layout.count() > 1:
        layout.takeAt(1).widget().deleteLater()
    layout.addWidget(QLabel("goes"))

timer = QTimer(timeout=another)
timer.start(10)
window.show()
app.exec()
"""


@pytest.fixture(scope="module")
def desktop() -> Iterator[DesktopSession]:
    with DesktopSession(scheme="dark") as desktop:
        yield desktop


@pytest.fixture(scope="module")
def window(desktop: DesktopSession) -> Accessibility:
    process = desktop.start([sys.executable, "-c", WINDOW])
    desktop.wait_for_window("Small window")
    return desktop.accessibility(process.pid)


@pytest.mark.parametrize("text", ["Hello, world", "Zürich 世界 €"])
def test_what_is_typed_and_clicked_is_read_back(desktop: DesktopSession, window: Accessibility, text: str) -> None:
    line = window.find("line")
    desktop.click(*line.centre)
    desktop.key("ctrl+a", "Delete")
    desktop.type(text)
    desktop.click(*window.find("say").centre)

    wait_until(lambda: window.find("said").name == text, "the label repeats what was typed")
    assert line.text == text
    assert line.name == "What to say"
    assert window.focused() == "say"


def test_a_button_is_pressed_without_a_mouse(window: Accessibility) -> None:
    window.find("line").focus()
    wait_until(lambda: window.focused() == "line", "the line has the focus")
    window.find("say").press()

    wait_until(lambda: window.find("said").name == window.find("line").text, "the label repeats the line")


def test_what_is_hidden_is_not_shown(window: Accessibility) -> None:
    assert not window.shows("hidden")
    assert not window.shows("nobody")
    assert [node.name for node in window.all("hidden")] == ["hidden"]


def test_what_stays_is_shown_whatever_goes_away_beside_it(desktop: DesktopSession) -> None:
    """What can't be seen for a moment is no proof that it is gone: stories wait for things to go."""
    process = desktop.start([sys.executable, "-c", RESTLESS])
    desktop.wait_for_window("Restless window")
    with desktop.accessibility(process.pid) as restless:
        assert [restless.shows("stays") for _ in range(50)] == [True] * 50
    process.terminate()
    process.wait(10)


def test_the_colour_scheme_follows_the_desktop_live(desktop: DesktopSession, window: Accessibility) -> None:
    assert window.find("scheme").name == "Dark"
    desktop.set_scheme("light")
    wait_until(lambda: window.find("scheme").name == "Light", "the window knows that it is light now")


def test_there_is_a_tray(window: Accessibility) -> None:
    assert window.find("tray").name == "tray True"


def test_a_screenshot_shows_the_screen(desktop: DesktopSession, window: Accessibility, tmp_path: Path) -> None:
    from PySide6.QtGui import QImage

    desktop.screenshot(tmp_path / "screen.png")

    picture = QImage(str(tmp_path / "screen.png"))
    assert (picture.width(), picture.height()) == (1600, 1000)
    assert picture.pixelColor(*window.find("say").centre) != picture.pixelColor(5, 5), "the window is on it"


def test_the_keyring_is_real_and_open(desktop: DesktopSession) -> None:
    code = "import keyring; keyring.set_password('a', 'b', 'kept'); print(keyring.get_keyring(), keyring.get_password('a', 'b'))"
    done = subprocess.run([sys.executable, "-c", code], env=desktop.environ, capture_output=True, text=True, check=True)

    assert "SecretService" in done.stdout
    assert done.stdout.split()[-1] == "kept"


def test_nothing_outlives_it() -> None:
    with DesktopSession() as desktop:
        process = desktop.start(["sleep", "600"])
        folder = Path(desktop.environ["XDG_RUNTIME_DIR"])
        assert process.poll() is None
        assert folder.exists()

    assert process.poll() is not None
    assert not folder.exists()
    wait_until(lambda: not _processes_of(folder), "every process of the desktop has ended")


def _processes_of(folder: Path) -> list[str]:
    """The running processes whose environment names that folder."""
    found: list[str] = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                if str(folder).encode() in (entry / "environ").read_bytes():
                    found.append((entry / "comm").read_text())
            except OSError:
                pass  # it ended, or is another person's
    return found
