"""What is done at once for a frame: its time is shared by all who lay out for it, until it is painted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.transcript.answer_item import AnswerItem
from inara_desktop.transcript.first_reading import FirstReading
from inara_desktop.transcript.flow import Flow
from inara_desktop.transcript.formula import Formulas
from inara_desktop.transcript.laid_out import LaidOut
from inara_desktop.transcript.pictures import Pictures
from inara_desktop.transcript.plain_block import PlainBlock
from inara_desktop.transcript.rows import AnswerRow, ToolRow
from inara_desktop.transcript.span import Span
from inara_desktop.transcript.style import Style
from inara_desktop.transcript.theme import TranscriptTheme
from inara_desktop.transcript.token_feed import TokenFeed
from inara_desktop.transcript.view import TranscriptView

Settled = Callable[[TranscriptView], None]
LONG = "Some words of a paragraph.\n\n" * 2_000


class Clock:
    """Time that passes as a test lets it."""

    ms = 100.0

    def __call__(self) -> float:
        return self.ms / 1000


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr("inara_desktop.transcript.laid_out.thread_time", made)
    monkeypatch.setattr("inara_desktop.transcript.laid_out.perf_counter", made)
    return made


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def style(owner: QWidget) -> Style:
    return Style(TranscriptTheme(), Formulas(owner), Pictures(owner))


@pytest.fixture
def block(style: Style, clock: Clock) -> PlainBlock:
    """One that takes three milliseconds to lay out."""

    class Slow(PlainBlock):
        def lay_out(self, width: int) -> None:
            clock.ms += 3
            super().lay_out(width)

    return Slow(style, Span("paragraph", 0, 5), lambda _: "words", style.body)


def laid_out_for(laid_out: LaidOut, block: PlainBlock, *, spent_s: float = 0.0) -> int:
    """How many such blocks a timer lays out for the frame."""
    count = 0
    laid_out.begin(spent_s)
    while laid_out.has_time():
        laid_out.lay_out(block, 400)
        count += 1
    laid_out.end(paints=True)
    return count


def test_a_block_that_would_take_too_long_is_left_for_the_next_frame(block: PlainBlock) -> None:
    laid_out = LaidOut()

    assert laid_out_for(laid_out, block) == 2  # a third one would end behind the eighth millisecond

    assert laid_out.late


def test_timers_share_the_time_of_a_frame_that_is_not_painted(block: PlainBlock) -> None:
    laid_out = LaidOut()
    laid_out_for(laid_out, block)
    assert laid_out.waits
    assert laid_out_for(laid_out, block) == 1  # whoever comes anyway has one: all that is seen is there sometime

    laid_out.painted(0.001)

    assert not laid_out.waits
    assert laid_out_for(laid_out, block) == 2


def test_what_was_fed_and_what_painting_takes_are_of_the_frame_too(block: PlainBlock) -> None:
    assert laid_out_for(LaidOut(), block, spent_s=0.004) == 1

    laid_out = LaidOut()
    laid_out.spend(0.004)
    assert laid_out_for(laid_out, block) == 1

    laid_out = LaidOut()
    laid_out.painted(0.009)
    assert laid_out_for(laid_out, block) == 1


def test_a_short_frame_keeps_nobody_waiting(clock: Clock) -> None:
    laid_out = LaidOut()
    laid_out.begin()
    clock.ms += 1
    laid_out.end(paints=True)

    assert not laid_out.waits


def test_a_frame_that_nobody_sees_is_not_waited_for(clock: Clock, block: PlainBlock) -> None:
    laid_out = LaidOut()
    laid_out_for(laid_out, block)
    clock.ms += 300
    assert not laid_out.waits  # the window is away

    laid_out.begin()
    clock.ms += 5
    laid_out.end(paints=False)
    assert not laid_out.waits  # nothing on screen changed


def test_time_that_was_spent_long_ago_is_of_another_frame(clock: Clock, block: PlainBlock) -> None:
    laid_out = LaidOut()
    laid_out.spend(0.006)
    clock.ms += 20
    assert laid_out_for(laid_out, block) == 2


def test_text_waits_for_the_frame_before_it(qtbot: QtBot, owner: QWidget) -> None:
    room = 0.0
    came: list[str] = []

    def deliver(_row_id: str, text: str, _thinking: str) -> None:
        came.append(text)

    feed = TokenFeed(deliver, lambda _spent_s: None, lambda: room, owner)
    feed.add("a", "Words", "")
    qtbot.wait(40)
    assert came == []

    room = 0.004
    qtbot.waitUntil(lambda: feed.idle)
    assert came == ["Words"]


def test_a_long_answer_is_read_in_slices_before_it_is_shown(style: Style) -> None:
    laid_out = LaidOut()
    laid_out.begin()
    item = AnswerItem(AnswerRow("a", LONG), style, laid_out)
    height = item.estimate(600)

    def slice_() -> bool:
        laid_out.begin()
        laid_out.has_time = lambda: False
        item.lay_out(600, 0, 400)
        return laid_out.reading

    assert slice_()
    assert item.flows() == []
    assert item.height == height  # as far as anybody knows

    assert [slice_() for _ in range(60)][-1] is False
    assert item.flows()[0][0].text == LONG
    assert not item.unread


def test_pieces_grow_with_what_was_read(style: Style, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of a long line take no time at all: they wait for its end, and are split with the one that has it."""
    monkeypatch.setattr("inara_desktop.transcript.first_reading.thread_time", Clock())
    sizes: list[int] = []

    class Seen(Flow):
        def feed(self, text: str) -> None:
            sizes.append(len(text))
            super().feed(text)

    flow = Seen(style, LaidOut(), width=600)
    reading = FirstReading([(flow, LONG)], len(LONG), streams=False)

    assert reading.go_on(lambda: True)
    assert flow.text == LONG
    assert sizes[:8] == [1024] * 8
    assert max(sizes) > 1024
    assert all(size <= max(1024, sum(sizes[:place]) // 4) for place, size in enumerate(sizes))


def test_another_text_that_comes_while_an_answer_is_read_is_read_from_its_beginning(style: Style) -> None:
    laid_out = LaidOut()
    laid_out.has_time = lambda: False
    item = AnswerItem(AnswerRow("a", LONG), style, laid_out)
    item.lay_out(600, 0, 400)
    assert laid_out.reading

    item.settle(AnswerRow("a", "Short."))
    laid_out.begin()
    for _ in range(2):
        item.lay_out(600, 0, 400)

    assert item.flows()[0][0].text == "Short."


def test_the_screen_stays_while_an_answer_is_read(
    qtbot: QtBot, transcript: TranscriptView, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    transcript.load([AnswerRow("a", LONG)])
    settled(transcript)
    bar = transcript.verticalScrollBar()
    painted = bar.value()
    assert painted > 0

    monkeypatch.setattr(FirstReading, "go_on", _reads_on)
    transcript.load([AnswerRow("b", f"Other.\n\n{LONG * 2}")])
    qtbot.wait(50)
    assert not transcript.drained
    assert bar.value() == painted

    monkeypatch.undo()
    settled(transcript)
    assert transcript.blocks_of("b")[-1].span.end == len(LONG) * 2 + len("Other.\n\n")
    assert bar.value() == bar.maximum() > painted


def _reads_on(_reading: FirstReading, _has_time: Callable[[], bool]) -> bool:
    return False


def test_a_cards_head_is_cut_where_shaping_is_slow(transcript: TranscriptView, settled: Settled) -> None:
    """As the text below it is: chains of joined emoji end, and signs that are none are shown."""

    def picture(name: str, summary: str) -> QImage:
        transcript.load([ToolRow("t", name, summary, "ok")])
        settled(transcript)
        return transcript.viewport().grab().toImage()

    shown = picture("read\ufffdfile", "👩\u200d" * 12 + "👩 of a family")
    assert picture("read\0file", "👩\u200d" * 13 + " of a family") == shown
    assert picture("read_file", "👩 of a family") != shown
