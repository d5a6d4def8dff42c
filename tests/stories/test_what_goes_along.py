"""What goes along with a message in the real window: attached by the button, pasted, dropped from another program; quoted.

And an answer that another model gives, chosen in the message's menu.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.support.accessible import wait_until
from tests.support.app import App

FILES = """
import sys
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QWidget

def files(path):
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(path)])
    return made

class Files(QWidget):
    def mousePressEvent(self, event):
        drag = QDrag(self)
        drag.setMimeData(files(sys.argv[2]))
        drag.exec(Qt.DropAction.CopyAction)

app = QApplication(sys.argv)
window = Files(windowTitle="Files", objectName="files")
window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
window.setGeometry(1440, 40, 120, 120)
window.show()
app.clipboard().setMimeData(files(sys.argv[1]))
app.exec()
"""


def attached(app: App) -> list[str]:
    """The names on the chips above the field."""
    names = ("pressed.txt", "pasted.txt", "dropped.txt")
    said = [node.name for chips in app.eyes.all("attachments") for node in chips.children]
    return [name for name in names if any(name in each for each in said)]


def test_files_come_by_the_button_by_pasting_and_by_dropping(app: App, llama_server: str, tmp_path: Path) -> None:
    for name in ("pressed", "pasted", "dropped"):
        (tmp_path / f"{name}.txt").write_text(f"I was {name}.")
    app.configure(llama_server)
    app.start()
    app.send("say one")
    app.wait_for_text("say one")
    wait_until(lambda: not app.eyes.shows("stop"), "it is answered", timeout_s=90)

    app.click(app.eyes.find("attach"))
    app.desktop.wait_for_window("Attach")
    app.desktop.type(str(tmp_path / "pressed.txt"))
    app.desktop.key("Return", "Return")  # the first one takes what the dialog's completion offers
    wait_until(lambda: attached(app) == ["pressed.txt"], "the first is there")

    paths = [str(tmp_path / f"{name}.txt") for name in ("pasted", "dropped")]
    app.desktop.start([sys.executable, "-c", FILES, *paths])
    app.desktop.wait_for_window("Files")
    app.click(app.eyes.find("composer"))
    app.desktop.key("ctrl+v")
    wait_until(lambda: attached(app) == ["pressed.txt", "pasted.txt"], "the second is there")

    x, y, width, height = app.eyes.find("transcript").extents
    app.desktop.take_up(1500, 100)
    app.desktop.move_to(x + width // 2, y + height // 2)
    wait_until(lambda: app.eyes.shows("dropHint"), "it says that it takes files")
    app.desktop.move_to(x + width // 2, y + height // 2 + 10)
    app.desktop.let_go()
    wait_until(lambda: attached(app) == ["pressed.txt", "pasted.txt", "dropped.txt"], "the third is there")
    assert not app.eyes.shows("dropHint")

    app.send("read them")
    app.wait_for_text("You: read them (Attached: pressed.txt, 14 bytes) (Attached: pasted.txt, 13 bytes)")
    assert not app.eyes.shows("attachments")
    wait_until(lambda: not app.eyes.shows("stop"), "it is answered", timeout_s=90)
    assert app.quit() == 0


def test_what_is_marked_is_quoted_and_another_model_answers(app: App, llama_server: str) -> None:
    other = f"""
[models.second]
provider = "openai"
base_url = "{llama_server}"
model = "tiny"
label = "Second"
"""
    app.configure(llama_server, other)
    app.start()
    app.send("say one")
    app.wait_for_text("Tiny: ")
    wait_until(lambda: not app.eyes.shows("stop"), "it is answered", timeout_s=90)
    answer = app.transcript()[-1].removeprefix("Tiny: ")

    x, y, width, _ = app.eyes.find("transcript").children[-1].extents
    app.desktop.click(x + width // 2, y + 30)
    app.desktop.key("ctrl+a", "ctrl+shift+9")
    quoted = "> say one\n>\n> " + answer.strip().replace("\n", "\n> ")
    wait_until(lambda: app.eyes.find("composer").text.strip() == quoted.strip(), "it is quoted")
    app.desktop.key("ctrl+a", "BackSpace")

    app.desktop.key("alt+Up", "shift+F10")
    for _ in range(6):  # past copying, quoting and "Answer again"
        app.desktop.key("Down")
    app.desktop.key("Right", "Down", "Return")  # the second model
    app.wait_for_text("say one (version 2 of 2)")
    app.wait_for_text("Second: ")
    wait_until(lambda: not app.eyes.shows("stop"), "the other one has answered", timeout_s=90)
    assert app.quit() == 0
