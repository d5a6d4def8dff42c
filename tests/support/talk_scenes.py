"""Working with a conversation, with made-up values, for `tests.screenshots`: the queue, stopping, templates."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from inara_desktop.queue_list import QueueList
from inara_desktop.style import Appearance
from inara_desktop.transcript.rows import AnswerRow, NoticeRow, Row, RowAction, ToolRow, UserRow
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.values import QueueItem, QueueValue, SessionItem, StatusHint
from inara_desktop.window import MainWindow

__all__ = ["SCENES"]

Scene = Callable[[Appearance], Sequence[QWidget]]
NOW = 1_795_000_000.0
TALK: tuple[Row, ...] = (
    UserRow("j1/task", "What should I sow in March?", NOW - 60),
    AnswerRow(
        "j1/1",
        "In March you can sow **tomatoes** and **peppers** indoors, and outside:\n\n- broad beans\n- ",
        label="Qwen 3 8B",
        streaming=True,
    ),
)
WAITING = (
    QueueItem("p1", "And in April?"),
    QueueItem(
        "p2", "Write all of it into a table with the distances between plants and the depth of the seeds, please"
    ),
    QueueItem("p3", "Which of these does a heron eat?", ("bed.png",)),
)


def _talk(appearance: Appearance, value: QueueValue, *, running: bool = True) -> MainWindow:
    window = MainWindow(appearance, TranscriptView, clock=lambda: NOW)
    window.set_sessions([SessionItem("s1", "Sowing in March", NOW - 60, "running" if running else "idle")])
    window.set_status_hint(StatusHint("Qwen 3 8B", "local"))
    window.set_title("Sowing in March")
    window.set_current_session("s1")
    window.show_page("transcript")
    view = window.transcript
    assert isinstance(view, TranscriptView)
    view.set_theme(appearance.transcript_theme())
    view.load(TALK)
    window.set_running(running)
    queue = QueueList(appearance)
    window.composer.put_above(queue)
    queue.set_value(value)
    return window


def talk_queue(appearance: Appearance) -> Sequence[QWidget]:
    window = _talk(appearance, QueueValue(WAITING, "running"))
    window.findChild(QueueList).rows.setFocus()  # pyright: ignore[reportOptionalMemberAccess]
    return [window]


def talk_queue_held(appearance: Appearance) -> Sequence[QWidget]:
    return [_talk(appearance, QueueValue(WAITING[:2], "stopped", "stopped"), running=False)]


def talk_queue_small(appearance: Appearance) -> Sequence[QWidget]:
    window = _talk(appearance, QueueValue((*WAITING, *WAITING), "interrupted", "cut"), running=False)
    window.resize(720, 520)
    return [window]


def talk_stopping(appearance: Appearance) -> Sequence[QWidget]:
    window = _talk(appearance, QueueValue(WAITING[:1], "running"))
    view = window.transcript
    assert isinstance(view, TranscriptView)
    view.remove("j1/1")
    view.append(ToolRow("j1.1.1", "run_command", "run command", "running", "Run make all in ~/Documents/Garden"))
    text = "Stopped. What is at work comes to its end."
    view.append(NoticeRow("j1/notice", text, busy=True, actions=(RowAction("cancel", "Stop it now"),)))
    window.set_running(True, "job")
    return [window]


def talk_stopped(appearance: Appearance) -> Sequence[QWidget]:
    window = _talk(appearance, QueueValue(WAITING[:1], "stopped"), running=False)
    view = window.transcript
    assert isinstance(view, TranscriptView)
    view.append(NoticeRow("j1/end", "Stopped.", actions=(RowAction("continue", "Continue"),)))
    return [window]


SCENES: tuple[Scene, ...] = (talk_stopping, talk_stopped, talk_queue, talk_queue_held, talk_queue_small)
