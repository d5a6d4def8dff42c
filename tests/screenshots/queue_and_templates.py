"""Prompts that wait for the answer before them, stopping it, templates."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from inara_desktop.blanks_dialog import BlanksDialog
from inara_desktop.pick_list import PickList
from inara_desktop.queue_list import QueueList
from inara_desktop.style import Appearance
from inara_desktop.templates_dialog import TemplatesDialog
from inara_desktop.transcript.rows import AnswerRow, NoticeRow, Row, RowAction, ToolRow, UserRow
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.values import PickItem, QueueItem, QueueValue, SessionItem, StatusHint
from inara_desktop.window import MainWindow
from inara_engine.face import Blank, Template
from tests.screenshots.window import Scene

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
    view.append(ToolRow("j1.1.1", "run_command", "Run make all in ~/Documents/Garden", "running"))
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


TEMPLATES = (
    Template(
        "own:letter",
        "letter",
        "A short letter",
        text="Write to {{to}} about {{about: the weather}}.",
        blanks=(Blank("to"), Blank("about", default="the weather", needed=False)),
    ),
    Template("own:plain words", "plain words", text="Say it in plain words, without adjectives:"),
    Template(
        "prompt:notes/review",
        "Review a note",
        "Reads a note and says what is missing",
        source="notes",
        blanks=(Blank("note", "Its name, as the list has it"),),
    ),
)


def _picking(appearance: Appearance, name: str, *, searched: bool = False, typed: str = "") -> MainWindow:
    window = _talk(appearance, QueueValue(), running=False)
    entries = [
        PickItem(
            one.id,
            one.name,
            f"{one.source} · {one.description}" if one.source else one.description or one.text,
            "plug" if one.source else "edit",
        )
        for one in TEMPLATES
    ]
    last = PickItem("x", "Change your templates…", "", "plus")
    if searched:
        entries = [
            PickItem("f", "Files…", "Pictures or text files of this machine", "attach"),
            *(PickItem(f"{n}", f"Note {n} of the garden", f"notes · file:///notes/{n}.md") for n in range(40)),
        ]
    picks = PickList(appearance, window, name, searched=searched)
    window.show()
    if not searched:
        window.set_draft(f"/{typed}")
    picks.offer([*entries, *([] if searched or typed else [last])], window.composer, typed)
    return window


def talk_templates(appearance: Appearance) -> Sequence[QWidget]:
    return [_picking(appearance, "Templates")]


def talk_templates_small(appearance: Appearance) -> Sequence[QWidget]:
    window = _picking(appearance, "Templates", typed="l")
    window.resize(720, 520)
    window.findChild(PickList).narrow("l")  # pyright: ignore[reportOptionalMemberAccess]
    return [window]


def talk_attach(appearance: Appearance) -> Sequence[QWidget]:
    return [_picking(appearance, "Attach", searched=True)]


def talk_blanks(appearance: Appearance) -> Sequence[QWidget]:
    window = _talk(appearance, QueueValue(), running=False)
    dialog = BlanksDialog(appearance, window, TEMPLATES[0])
    dialog.show_problem("to is empty. Fill it in.")
    return [window, dialog]


def talk_templates_own(appearance: Appearance) -> Sequence[QWidget]:
    window = _talk(appearance, QueueValue(), running=False)
    dialog = TemplatesDialog(appearance, window)
    dialog.set_templates(TEMPLATES[:2], "own:letter")
    return [window, dialog]


SCENES: tuple[Scene, ...] = (
    talk_templates,
    talk_templates_small,
    talk_attach,
    talk_blanks,
    talk_templates_own,
    talk_stopping,
    talk_stopped,
    talk_queue,
    talk_queue_held,
    talk_queue_small,
)
