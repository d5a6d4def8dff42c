"""Formulas within text: drawn on the line, and still the TeX they were written in to copy, find and hear."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inara_desktop.transcript.prose import ProseBlock
from inara_desktop.transcript.rows import AnswerRow
from inara_desktop.transcript.theme import TranscriptTheme
from inara_desktop.transcript.view import TranscriptView

Settled = Callable[[TranscriptView], None]
LETTER = "\ufffc"  # what a drawn formula is in its document


@pytest.fixture
def drawn(qtbot: QtBot, settled: Settled) -> Settled:
    """Wait until all formulas on screen are pictures, or can't be."""

    def wait(view: TranscriptView) -> None:
        settled(view)
        qtbot.waitUntil(lambda: view._formulas.idle and view.drained, timeout=20_000)

    return wait


def prose(view: TranscriptView, index: int = 0) -> ProseBlock:
    block = view.blocks_of("a")[index]
    assert isinstance(block, ProseBlock)
    return block


def test_a_formula_is_its_tex_and_then_one_letter_of_the_line(transcript: TranscriptView, drawn: Settled) -> None:
    transcript.load([AnswerRow("a", r"The mean $-\frac{b}{2a}$ of both, by \(\Delta\).")])
    transcript.viewport().repaint()
    assert prose(transcript).plain() == r"The mean $-\frac{b}{2a}$ of both, by \(\Delta\)."

    drawn(transcript)
    assert prose(transcript).plain() == f"The mean {LETTER} of both, by {LETTER}."
    assert r"$-\frac{b}{2a}$" in transcript.accessible_text("a")


@pytest.mark.parametrize("text", ["# Roots of $x^2$", "- if $x^2$", "1. if $x^2$", "> so $x^2$", "**so $x^2$**"])
def test_headings_items_and_quotes_have_formulas_too(transcript: TranscriptView, drawn: Settled, text: str) -> None:
    transcript.load([AnswerRow("a", text)])
    drawn(transcript)
    assert LETTER in prose(transcript).plain()


@pytest.mark.parametrize("text", ["It costs $5 and $6.", "`$x^2$` is code", r"A broken $\frac{1}{$ one", "a $ b"])
def test_what_is_no_formula_stays_as_it_is(transcript: TranscriptView, drawn: Settled, text: str) -> None:
    transcript.load([AnswerRow("a", text)])
    drawn(transcript)
    assert prose(transcript).plain() == text.replace("`", "")


def test_a_letter_that_only_looks_like_one_is_itself(transcript: TranscriptView, drawn: Settled) -> None:
    transcript.load([AnswerRow("a", f"One {LETTER} and $x$ and more")])
    drawn(transcript)
    text = prose(transcript).plain()
    assert prose(transcript).excerpt(0, len(text)) == f"One {LETTER} and $x$ and more"


def test_a_part_that_is_copied_has_the_tex(transcript: TranscriptView, drawn: Settled) -> None:
    transcript.load([AnswerRow("a", "Long ago $x^2$ was a square of something, and $y$ was not.")])
    drawn(transcript)
    area = transcript.accessible_rect("a")
    start = transcript.viewport().mapFromGlobal(area.topLeft()) + QPoint(1, 10)
    view = transcript.viewport()
    (place,) = prose(transcript).areas(prose(transcript).plain().index(" was not"), 1)
    end = transcript.viewport().mapFromGlobal(area.topLeft()) + QPoint(int(place.left()) + 1, int(place.center().y()))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(40, 0))
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    QTest.keyClick(transcript, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Long ago $x^2$ was a square of something, and $y$"


def test_a_stream_draws_a_formula_once_it_is_whole(
    transcript: TranscriptView, settled: Settled, drawn: Settled
) -> None:
    transcript.load([AnswerRow("a", streaming=True)])
    transcript.feed("a", r"By $\frac{a_1")
    drawn(transcript)
    assert prose(transcript).plain() == r"By $\frac{a_1"
    transcript.feed("a", "}{2}$ it is")
    drawn(transcript)
    assert prose(transcript).plain() == f"By {LETTER} it is"
    transcript.feed("a", " so and")
    settled(transcript)
    assert prose(transcript).plain() == f"By {LETTER} it is so and"


def test_a_tables_cells_have_formulas_too(transcript: TranscriptView, drawn: Settled) -> None:
    transcript.load([AnswerRow("a", f"| case 😀 | root {LETTER} |\n|---|---|\n| 😀 if $x^2 > 0$ | costs $5 or 6$ |\n")])
    drawn(transcript)
    table = transcript.blocks_of("a")[0]
    assert table.plain() == f"case 😀\troot \ufffd\n😀 if {LETTER}\tcosts $5 or 6$"

    text = table.plain()
    assert table.excerpt(0, len(text) + 2) == "case 😀\troot \ufffd\n😀 if $x^2 > 0$\tcosts $5 or 6$"
    assert table.find("x", 0, 1000) == []


def ink(image: QImage) -> set[int]:
    """The rows of pixels on which something dark stands."""
    return {
        y
        for y in range(image.height())
        if any(QColor(image.pixel(x, y)).lightness() < 110 for x in range(image.width()))
    }


def test_a_formula_stands_on_the_line_of_the_text(transcript: TranscriptView, drawn: Settled) -> None:
    transcript.load([AnswerRow("a", "xx $x$")])
    drawn(transcript)
    block = prose(transcript)
    area = transcript.accessible_rect("a")
    corner = transcript.viewport().mapFromGlobal(area.topLeft())
    shot = transcript.viewport().grab().toImage()

    def rows(position: int) -> set[int]:
        (place,) = block.areas(position, 1)
        return ink(shot.copy(place.translated(QPointF(corner)).toRect()))

    letter, formula = rows(0), rows(3)
    assert abs(max(letter) - max(formula)) <= 1
    assert abs(min(letter) - min(formula)) <= 1


def test_the_colour_follows_the_theme(transcript: TranscriptView, drawn: Settled) -> None:
    transcript.load([AnswerRow("a", "$x$")])
    drawn(transcript)
    assert ink(transcript.viewport().grab().toImage())

    transcript.set_theme(TranscriptTheme.night())
    drawn(transcript)
    block = prose(transcript)
    (place,) = block.areas(0, 1)
    corner = transcript.viewport().mapFromGlobal(transcript.accessible_rect("a").topLeft())
    shot = transcript.viewport().grab().toImage().copy(place.translated(QPointF(corner)).toRect())
    light = [QColor(shot.pixel(x, y)).lightness() for x in range(shot.width()) for y in range(shot.height())]
    assert max(light) > 180
