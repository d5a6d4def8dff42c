"""A conversation: as it comes, what went wrong, finding in it, branches, what a model was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from inara_desktop.dropping import DropHint
from inara_desktop.message_bar import MessageActions
from inara_desktop.reworking import EDITING
from inara_desktop.style import Appearance
from inara_desktop.told_view import ToldView
from inara_desktop.transcript.block import Target
from inara_desktop.transcript.canvas import Hit
from inara_desktop.transcript.rows import AnswerRow, ErrorRow, NoticeRow, Row, RowAction, UserRow
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.window import MainWindow
from inara_engine.attached import quoting
from inara_engine.face import Told, ToldPart
from tests.screenshots.window import CODE, MODELS, NOW, TALK, Scene, canvas, pending, settle, waiting, window


def conversation(appearance: Appearance) -> Sequence[QWidget]:
    return [window(appearance, TALK)]


def conversation_small(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.resize(720, 520)
    return [made]


def conversation_large(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.resize(2560, 1440)
    return [made]


PLAN = "# Garden plan\n\n## March\n\n- sow tomatoes indoors, 20 °C\n- order compost (2 m³)\n- prune the apple tree\n"
QUOTED = quoting("What is missing in my plan, and do the dates fit?", [("plan.md", PLAN), ("dates.csv", "plant,sow\n")])


def files(appearance: Appearance) -> Sequence[QWidget]:
    rows = [UserRow("u1", QUOTED, NOW - 90), AnswerRow("a1", "Peas are missing.", label="Qwen 3 8B")]
    return [window(appearance, rows)]


def files_opened(appearance: Appearance) -> Sequence[QWidget]:
    (made,) = files(appearance)
    assert isinstance(made, MainWindow)
    made.show()
    settle(300)
    transcript = canvas(made)
    transcript._fold(Hit("u1", Target("fold", "file 0")))
    return [made]


def streaming(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK[:1])
    made.set_running(True)
    made.show()
    transcript = canvas(made)
    transcript.append(AnswerRow("a1", label="Qwen 3 8B", streaming=True))
    transcript.feed("a1", CODE[:520])
    return [made]


def tool_waiting(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, waiting())
    made.set_pending(pending())
    return [made]


def thinking(appearance: Appearance) -> Sequence[QWidget]:
    rows: list[Row] = [
        UserRow("u1", "Why is the sky blue?"),
        AnswerRow("a1", thinking="Short waves scatter more. So", label="Qwen 3 8B", streaming=True),
        NoticeRow("n1", "Nothing has come for 30 seconds. Inara goes on waiting.", True, (RowAction("stop", "Stop"),)),
    ]
    made = window(appearance, rows)
    made.set_running(True)
    made.resize(720, 520)
    return [made]


ERROR = (
    UserRow("u1", "And what does the weather say?", NOW - 90),
    AnswerRow("a1", "Let me look at the", label="Qwen 3 8B", partial=True),
    ErrorRow(
        "e1",
        "The server stopped in the middle of the answer.",
        "What had been said is kept. Is Ollama still running on 127.0.0.1:11434?",
        (RowAction("continue", "Continue", primary=True), RowAction("retry", "Try again")),
    ),
)


def error(appearance: Appearance) -> Sequence[QWidget]:
    return [window(appearance, ERROR)]


def interrupted(appearance: Appearance) -> Sequence[QWidget]:
    """Cut by the end of the program, found again, and a branch away from what was asked before."""
    rows: list[Row] = [
        UserRow("u1", "And what does the weather say?", NOW - 90, branch=2, branches=2),
        AnswerRow("a1", "It will stay dry until Thursday; then", label="Qwen 3 8B", footer="11 tokens", partial=True),
        NoticeRow(
            "n1",
            "Inara ended in the middle of this answer.",
            actions=(RowAction("continue", "Continue", primary=True), RowAction("retry", "Try again")),
        ),
        UserRow("u2", "Never mind: and next week?", queued=True),
    ]
    return [window(appearance, rows)]


def marked(appearance: Appearance) -> Sequence[QWidget]:
    """All of it marked, as for copying."""
    made = window(appearance, [*TALK, *ERROR[2:]])
    made.show()
    settle(300)
    canvas(made).select_all()
    return [made]


def link_focused(appearance: Appearance) -> Sequence[QWidget]:
    text = (
        "The frost dates of [the weather service](https://example.org) and of [the allotment](https://example.org/a)."
    )
    made = window(appearance, [TALK[0], AnswerRow("a1", text, label="Qwen 3 8B")])
    made.resize(720, 520)
    made.show()
    settle(300)
    transcript = canvas(made)
    transcript.message_before()
    settle(100)
    transcript.focusNextPrevChild(True)
    return [made]


def dropping(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.show()
    settle(300)
    DropHint(appearance, made._column).cover()
    return [made]


def finding(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.show()
    settle(300)
    made.find_bar.open()
    made.find_bar.field.setText("lettuce")
    made.find_bar.find_next()
    return [made]


def finding_small(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.resize(720, 520)
    made.show()
    settle(300)
    made.find_bar.open()
    made.find_bar.field.setText("weeks")
    return [made]


def message_focused(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.show()
    settle(300)
    transcript = canvas(made)
    transcript.zoom_by(1)
    transcript.message_before()
    settle(100)
    transcript.focusNextPrevChild(True)
    return [made]


def branches(appearance: Appearance) -> Sequence[QWidget]:
    first, *rest = TALK
    assert isinstance(first, UserRow)
    made = window(appearance, [replace(first, branch=2, branches=3), *rest])
    made.show()
    settle(300)
    transcript = canvas(made)
    actions = MessageActions(transcript, appearance, lambda: MODELS)
    transcript.scroll_to_row(first.id)
    settle(100)
    transcript.rowHovered.emit(rest[0].id)
    made.composer.begin_branch(EDITING, "j1", "The same in three sentences, please", "j2")
    actions.setObjectName("ofMessages")
    return [made]


def branches_small(appearance: Appearance) -> Sequence[QWidget]:
    made = branches(appearance)[0]
    made.resize(720, 520)
    transcript = made.findChild(TranscriptView)
    assert transcript is not None
    settle(200)
    transcript.rowHovered.emit(TALK[0].id)
    return [made]


def told(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.show()
    view = ToldView(appearance, made, partial(_no_round))
    parts = (
        ToldPart("system", "You are Inara, a personal assistant on this person's own machine.\n\nToday is…", 812),
        ToldPart("tool", 'Read a text file of the workspace.\n\n{\n  "type": "object"\n}', 96, "read_file"),
        ToldPart("user", "When do I sow what?", 7),
        ToldPart("assistant", '→ read_file {"path": "Garden/plan.md"}', 21),
        ToldPart("result", "# Garden plan", 64),
    )
    view.show_told(Told("j1", 2, (1, 2), NOW, "orchestrator", "local", "Qwen 3 8B", 32768, 1000, parts))
    view.open()
    return [made, view]


def _no_round(view: ToldView, number: int) -> None:
    """Nothing is read."""


SCENES: tuple[Scene, ...] = (
    conversation,
    conversation_small,
    conversation_large,
    files,
    files_opened,
    streaming,
    tool_waiting,
    thinking,
    error,
    interrupted,
    marked,
    link_focused,
    dropping,
    finding,
    finding_small,
    message_focused,
    branches,
    branches_small,
    told,
)
