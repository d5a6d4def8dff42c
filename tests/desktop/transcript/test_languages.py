"""Text that runs from the right, or without spaces: set, marked, copied and pressed as its readers expect."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inara_desktop.transcript.block import Block
from inara_desktop.transcript.dressing import QUOTE_STEP
from inara_desktop.transcript.prose import ProseBlock
from inara_desktop.transcript.rows import AnswerRow, UserRow
from inara_desktop.transcript.table_block import TableBlock
from inara_desktop.transcript.text import is_upright, reads_from_right
from inara_desktop.transcript.view import TranscriptView

Settled = Callable[[TranscriptView], None]

ARABIC = "هذه فقرة بالعربية فيها كلمة *مائلة* ورابط [هنا](https://example.org)"
TABLE = "| الاسم | العمر |\n|---|---|\n| ليلى | [رابط](https://example.org/a) |\n"
CHINESE = "中文段落没有空格也要正确换行" * 12


def first(view: TranscriptView, row_id: str = "a") -> Block:
    return view.blocks_of(row_id)[0]


def document(block: Block) -> QTextDocument:
    assert isinstance(block, ProseBlock)
    return block._laid_out()


@pytest.mark.parametrize(
    ("text", "answer"),
    [("", False), ("abc", False), ("123 مرحبا", True), ("English مرحبا", False), ("  שלום", True), ("你好", False)],
)
def test_the_first_letter_with_a_direction_decides(text: str, answer: bool) -> None:
    assert reads_from_right(text) == answer


def test_a_paragraph_from_the_right_stands_at_the_right_and_its_link_is_where_it_is_seen(
    transcript: TranscriptView, settled: Settled, qtbot: QtBot
) -> None:
    transcript.load([AnswerRow("a", ARABIC)])
    settled(transcript)
    block = first(transcript)
    assert document(block).begin().textDirection() == Qt.LayoutDirection.RightToLeft
    plain = block.plain()
    assert "هنا" in plain
    (start,) = block.areas(0, 1)
    assert start.right() > block.width - 20
    (link,) = block.areas(plain.index("هنا"), 3)
    target = block.target_at(QPointF(link.center()))
    assert target is not None
    assert target.value == "https://example.org"


def test_letters_without_italics_are_set_upright(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", f"{ARABIC} and *slanted* words, *斜体*")])
    settled(transcript)
    italic: list[str] = []
    place = document(first(transcript)).begin().begin()
    while not place.atEnd():
        if place.fragment().charFormat().fontItalic():
            italic.append(place.fragment().text())
        place += 1
    assert italic == ["slanted"]
    assert is_upright("斜体")
    assert not is_upright("курсив — “πλάγια”, naïve")


def test_a_quote_from_the_right_has_its_bar_at_the_right(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", "> اقتباس"), AnswerRow("b", "> quoted")])
    settled(transcript)
    right, left = first(transcript, "a"), first(transcript, "b")
    assert isinstance(right, ProseBlock)
    assert isinstance(left, ProseBlock)
    assert right._bars[0].left() == right.width - 3
    assert left._bars[0].left() == 0
    looks = [block._laid_out().begin().blockFormat() for block in (right, left)]
    assert looks[0].rightMargin() == looks[1].leftMargin() == QUOTE_STEP
    assert looks[0].leftMargin() == 0


def test_a_table_from_the_right_begins_at_the_right(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", TABLE)])
    settled(transcript)
    block = first(transcript)
    assert isinstance(block, TableBlock)
    (name,) = block.areas(0, 2)
    (age,) = block.areas(block.plain().index("العمر"), 2)
    assert age.right() < name.left()
    assert name.right() > block.width - 20
    (link,) = block.areas(block.plain().index("رابط"), 2)
    target = block.target_at(QPointF(link.center()))
    assert target is not None
    assert target.value == "https://example.org/a"


def test_a_wide_table_from_the_right_shows_its_first_column_and_scrolls_to_the_last(
    transcript: TranscriptView, settled: Settled
) -> None:
    row = "| " + " | ".join(f"عمود {n}" for n in range(30)) + " |\n"
    transcript.load([AnswerRow("a", row + "|---" * 30 + "|\n" + row)])
    settled(transcript)
    block = first(transcript)
    last = block.plain().index("29")

    def seen(position: int) -> bool:
        return any(area.width() > 0 for area in block.areas(position, 1))

    assert (seen(0), seen(last)) == (True, False)
    assert block.scroll_by(-10_000)
    assert (seen(0), seen(last)) == (False, True)


def test_text_without_spaces_wraps_within_its_column(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([UserRow("u", CHINESE), AnswerRow("a", CHINESE)])
    settled(transcript)
    block = first(transcript)
    lines = document(block).begin().layout()
    assert lines.lineCount() > 2
    assert all(lines.lineAt(n).naturalTextWidth() <= block.width for n in range(lines.lineCount()))


@pytest.mark.parametrize("text", [ARABIC, CHINESE, "日本語と 😀👩‍👩‍👧 and é", "שלום world 123"])
def test_marked_text_is_copied_as_it_was_written(transcript: TranscriptView, settled: Settled, text: str) -> None:
    transcript.load([UserRow("u", text), AnswerRow("a", text)])
    settled(transcript)
    transcript.select_all()
    assert transcript.selected_text().count(text) == 2


def test_a_drag_over_text_from_the_right_marks_what_it_covers(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([UserRow("u", "سؤال"), AnswerRow("a", "واحد اثنان ثلاثة")])
    settled(transcript)
    area = transcript.accessible_rect("a")
    middle = transcript.viewport().mapFromGlobal(area.center()).y()
    viewport = transcript.viewport()
    right = transcript.viewport().mapFromGlobal(area.topRight()).x()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(right - 1, middle))
    QTest.mouseMove(viewport, QPoint(right - 60, middle))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(right - 60, middle))
    marked = transcript.selected_text()
    assert marked
    assert "واحد اثنان ثلاثة".startswith(marked.strip())
