"""What a real screen reader's interface (AT-SPI) gets to hear of the transcript, from another process."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.accessible import Accessibility, wait_until
from tests.support.desktop_session import DesktopSession

WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from inara_desktop.transcript.rows import AnswerRow, RowAction, ToolRow, UserRow
from inara_desktop.transcript.view import TranscriptView

app = QApplication(sys.argv)
window = QWidget(objectName="mainWindow", windowTitle="Reading")
view = TranscriptView()
said = QLineEdit(objectName="said")
layout = QVBoxLayout(window)
layout.addWidget(view)
layout.addWidget(said)
view.linkActivated.connect(said.setText)
view.actionTriggered.connect(lambda event: said.setText(event.action_name))
view.load([UserRow("u", "Write a note"), AnswerRow("a", label="Inara", streaming=True)])
TEXT = "Of course. **I will** write it down for you now. And [the rest](https://rest.example) "
words = iter(TEXT.strip().split(" "))
timer = QTimer(interval=60)
def say():
    word = next(words, None)
    if word is None:
        timer.stop()
        view.replace(AnswerRow("a", TEXT, label="Inara"))
        view.append(ToolRow("t", "write_file", "~/note.md", "waiting", actions=(RowAction("review", "Review"),)))
    else:
        view.feed("a", word + " ")
timer.timeout.connect(say)
said.returnPressed.connect(timer.start)
window.resize(700, 500)
window.show()
app.exec()
"""


@pytest.fixture(scope="module")
def desktop() -> Iterator[DesktopSession]:
    with DesktopSession(scheme="light") as desktop:
        yield desktop


@pytest.fixture(scope="module")
def window(desktop: DesktopSession) -> Accessibility:
    code = f"import sys; sys.path.insert(0, {str(Path(__file__).parents[3])!r})\n{WINDOW}"
    process = desktop.start([sys.executable, "-c", code])
    desktop.wait_for_window("Reading")
    return desktop.accessibility(process.pid)


def test_rows_are_read_while_they_stream_and_a_cards_button_is_pressed_where_it_says_it_is(
    desktop: DesktopSession, window: Accessibility
) -> None:
    transcript = window.find("transcript")
    assert transcript.role == "list"
    assert transcript.name == "Conversation"

    window.listen()
    window.find("said").focus()
    desktop.key("Return")  # the answer begins
    wait_until(lambda: len(transcript.children) == 3, "the card came")
    names = [row.name for row in transcript.children]
    assert names[0] == "You: Write a note"
    assert names[1].startswith("Inara: Of course. I will write it down for you now. And the rest")
    assert names[2].startswith("Tool write_file: Waiting for you")

    said = ["Of course.", "I will write it down for you now.", "And the rest"]
    wait_until(lambda: len(window.heard()) == 4, "the answer and the card were announced")
    assert window.heard()[:3] == said, "an answer is said by sentences, its end without one too"
    assert window.heard()[3] == "Tool write_file: Waiting for you. ~/note.md. Review", "word for word"

    (link,) = transcript.children[1].children
    assert (link.role, link.name, link.description) == ("link", "the rest", "https://rest.example")
    transcript.focus()
    desktop.key("Tab")
    wait_until(lambda: "focused" in link.states, "Tab reaches the link")
    desktop.key("Return")
    wait_until(lambda: window.find("said").text == "https://rest.example", "Enter follows it")

    (button,) = transcript.children[2].children
    assert (button.role, button.name) in {("push button", "Review"), ("button", "Review")}
    desktop.click(*button.centre)
    wait_until(lambda: window.find("said").text == "review", "the button was pressed")
