"""Formulas: drawn in a worker, TeX until then and wherever it can't be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from inara_desktop.transcript.rows import AnswerRow
from inara_desktop.transcript.small_blocks import MathBlock
from inara_desktop.transcript.theme import TranscriptTheme
from inara_desktop.transcript.view import TranscriptView

Settled = Callable[[TranscriptView], None]


def formula(view: TranscriptView) -> MathBlock:
    return next(block for block in view.blocks_of("a") if isinstance(block, MathBlock))


@pytest.mark.parametrize(
    "tex",
    [
        r"\frac{-b \pm \sqrt{b^2-4ac}}{2a}",
        r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
        r"\begin{aligned} a &= b \\ c &= d \end{aligned}",
        r"\sum_{n=1}^{\infty} \frac{1}{n^2} = \frac{\pi^2}{6}",
    ],
)
def test_a_formula_becomes_a_picture_and_stays_its_tex(
    transcript: TranscriptView, settled: Settled, qtbot: QtBot, tex: str
) -> None:
    transcript.load([AnswerRow("a", f"So:\n\n$$\n{tex}\n$$\n\nand on.")])
    before = transcript.grab().toImage()  # at once: a picture is seen by the event loop only
    block = formula(transcript)
    assert block._picture is None
    qtbot.waitUntil(lambda: formula(transcript)._picture is not None, timeout=20_000)
    settled(transcript)
    assert transcript.grab().toImage() != before
    assert block.plain() == tex
    assert tex in transcript.accessible_text("a")


@pytest.mark.parametrize("tex", [r"\frac{", "{" * 3000, r"\begin{nothing} x", "&&&", "\\" * 50, "x" * 5000, "\x00"])
def test_what_is_no_tex_stays_as_it_was_written(
    transcript: TranscriptView, settled: Settled, qtbot: QtBot, tex: str
) -> None:
    transcript.load([AnswerRow("a", f"$$\n{tex}\n$$\n")])
    settled(transcript)
    qtbot.waitUntil(lambda: transcript._formulas.idle, timeout=20_000)
    settled(transcript)
    assert transcript.grab().toImage().width() == transcript.width()


def test_half_a_formula_is_not_drawn_while_it_streams(
    transcript: TranscriptView, settled: Settled, qtbot: QtBot
) -> None:
    transcript.load([AnswerRow("a", streaming=True)])
    transcript.feed("a", "$$\n\\frac{1}{")
    settled(transcript)
    assert transcript._formulas.idle
    transcript.feed("a", "2}\n$$\n\nDone.")
    settled(transcript)
    qtbot.waitUntil(lambda: formula(transcript)._picture is not None, timeout=20_000)


def test_the_colour_follows_the_theme(transcript: TranscriptView, settled: Settled, qtbot: QtBot) -> None:
    transcript.load([AnswerRow("a", "$$\nx^2\n$$\n")])
    settled(transcript)
    qtbot.waitUntil(lambda: formula(transcript)._picture is not None, timeout=20_000)
    light = formula(transcript)._picture
    transcript.set_theme(TranscriptTheme.night())
    settled(transcript)
    qtbot.waitUntil(lambda: formula(transcript)._picture is not None, timeout=20_000)
    assert formula(transcript)._picture != light
