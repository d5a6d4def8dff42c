"""Conversations off the record."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from inara_desktop.session_menu import session_menu
from inara_desktop.style import Appearance
from inara_desktop.transcript.rows import AnswerRow, Row, ToolRow, UserRow
from inara_desktop.values import SessionItem
from inara_desktop.window import MainWindow
from tests.screenshots.sessions import filed
from tests.screenshots.window import NOW, Scene, canvas


def off_the_record(appearance: Appearance, rows: Sequence[Row] = ()) -> MainWindow:
    made = filed(appearance)
    made.set_off_record(True)
    made.set_title("A present for Tom" if rows else "")
    made.set_current_session("private-1" if rows else "")
    transcript = canvas(made)
    transcript.load(rows)
    made.show_page("transcript" if rows else "off_record")
    return made


PRESENT: tuple[Row, ...] = (
    UserRow("u1", "What could I give Tom for his fortieth? He walks a lot, and has everything.", NOW - 90),
    ToolRow("t1", "list_files", "List ~/Documents/Photos/Tom", "ok", 1, "alps-2024.jpg\n…", 9),
    AnswerRow(
        "a1",
        "From the photos he likes **high places and bad weather**. Three ideas:\n\n"
        "- a night in a hut that has no road, with you carrying the food\n"
        "- a linen-backed map of the walk you did together\n"
        "- a good flask, engraved with a height instead of a name",
        label="Qwen 3 8B",
        footer="Qwen 3 8B · 96 tokens · 41 tokens/s",
    ),
)


def off_record_empty(appearance: Appearance) -> Sequence[QWidget]:
    return [off_the_record(appearance)]


def off_record_small(appearance: Appearance) -> Sequence[QWidget]:
    made = off_the_record(appearance)
    made.resize(720, 520)
    return [made]


def off_record_answer(appearance: Appearance) -> Sequence[QWidget]:
    made = off_the_record(appearance, PRESENT)
    made.composer.editor.setFocus()
    return [made]


def off_record_answer_small(appearance: Appearance) -> Sequence[QWidget]:
    made = off_the_record(appearance, PRESENT)
    made.resize(720, 520)
    return [made]


def off_record_menu(appearance: Appearance) -> Sequence[QWidget]:
    made = off_the_record(appearance, PRESENT)
    items = [SessionItem("private-1", "A present for Tom", NOW - 5 * 60, off_record=True)]
    opened = session_menu(made, appearance, items, ())
    opened.move(made.pos() + QPoint(150, 320))
    return [made, opened]


SCENES: tuple[Scene, ...] = (
    off_record_empty,
    off_record_small,
    off_record_answer,
    off_record_answer_small,
    off_record_menu,
)
