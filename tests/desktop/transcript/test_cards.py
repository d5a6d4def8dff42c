"""The cards of tool calls and the pictures of rows, as a person meets them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from inara_desktop.transcript.pictures import MOST_BYTES, Pictures
from inara_desktop.transcript.rows import RowAction, RowDetail, RowPicture, ToolRow, UserRow
from inara_desktop.transcript.tool_item import ToolItem
from inara_desktop.transcript.view import TranscriptView

Settled = Callable[[TranscriptView], None]
WROTE = ToolRow(
    "t",
    "write_file",
    "Write ~/plan.md",
    "ok",
    2,
    (RowDetail("Given", "path: plan.md"), RowDetail("Result", 'Two rows.\n[{"name": "Ada", "age": 36}]')),
    1200,
    (RowAction("undo", "Undo"),),
    allowed="Allowed by you, in the window",
)
CHART = RowPicture("chart.png", "image/png")


def picture(width: int = 600, height: int = 300) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.darkGreen)
    return made


def item(view: TranscriptView, row_id: str = "t") -> ToolItem:
    found = view._stack.item(row_id)
    assert isinstance(found, ToolItem)
    return found


def test_a_card_says_what_it_did_what_it_took_how_risky_it_was_and_offers_undo(
    transcript: TranscriptView, settled: Settled, qtbot: QtBot
) -> None:
    transcript.load([WROTE])
    settled(transcript)
    text = transcript.accessible_text("t")
    assert "Tool write_file: Done · 1.2 s. Write ~/plan.md. Risk: makes a change. Undo" in text
    assert [name for name, _ in transcript.accessible_buttons("t")] == ["Show details", "Undo"]

    area = dict(transcript.accessible_buttons("t"))["Undo"]
    with qtbot.waitSignal(transcript.actionTriggered) as pressed:
        at = transcript.viewport().mapFromGlobal(area.center())
        qtbot.mouseClick(transcript.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pressed.args[0].action_name == "undo"


def test_an_opened_card_has_a_box_for_each_part_and_lays_data_out(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([WROTE])
    settled(transcript)
    transcript._fold(transcript._stops()[0])
    settled(transcript)
    boxes = [section.block.lines for section in item(transcript)._shown_sections()]
    assert boxes[0] == ["path: plan.md"]
    assert boxes[1] == ["Two rows."]
    assert boxes[2] == ["[", "  {", '    "name": "Ada",', '    "age": 36', "  }", "]"]
    assert "Allowed by you, in the window" in transcript.accessible_text("t")
    last = list(item(transcript)._shown_sections())[-1]
    found = item(transcript).block_at(QPointF(40, last.top + 5))
    assert found is not None
    assert found[2] is last.block


@pytest.mark.qt_log_ignore("This plugin does not support raise")  # of the tip that says "Copied"
def test_each_part_of_an_opened_card_can_be_copied_whole(
    transcript: TranscriptView, settled: Settled, qtbot: QtBot
) -> None:
    long = "\n".join(f"line {n}" for n in range(1000))
    transcript.load([replace(WROTE, details=(*WROTE.details, RowDetail("Log", long)))])
    settled(transcript)
    transcript._fold(transcript._stops()[0])
    settled(transcript)
    clipboard = QGuiApplication.clipboard()
    for part, text in (("Given", "path: plan.md"), ("Result", WROTE.details[1].text)):
        area = dict(transcript.accessible_buttons("t"))[f"Copy “{part}”"]
        at = transcript.viewport().mapFromGlobal(area.center())
        qtbot.mouseClick(transcript.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert clipboard.text() == text
    transcript.setFocus()
    for _ in range(4):  # the fold, and three parts
        qtbot.keyClick(transcript, Qt.Key.Key_Tab)
    qtbot.keyClick(transcript, Qt.Key.Key_Return)
    assert clipboard.text() == long, "of what is shown in part all is copied"


@pytest.mark.parametrize(
    "text", ["[" * 40_000, '{"a":' * 3_000, '{"a": 1' + "0" * 6_000 + "}", "{}", '[NaN, "\ud800"]']
)
def test_what_only_looks_like_data_is_shown_as_it_is(transcript: TranscriptView, settled: Settled, text: str) -> None:
    transcript.load([ToolRow("t", "x", "", "ok", details=(RowDetail("Result", text),))])
    settled(transcript)
    transcript._fold(transcript._stops()[0])
    settled(transcript)
    transcript.grab()
    assert list(item(transcript)._shown_sections())


def test_pictures_are_asked_for_when_seen_shown_and_opened(
    transcript: TranscriptView, settled: Settled, qtbot: QtBot
) -> None:
    asked: list[tuple[str, int]] = []
    transcript.pictures.wanted.connect(lambda row, number: asked.append((row, number)))
    rows = [ToolRow(f"t{n}", "draw", "", "ok", pictures=(CHART, CHART)) for n in range(60)]
    transcript.load([UserRow("u", "", pictures=(CHART,)), *rows])
    settled(transcript)
    assert ("t59", 1) in asked
    assert ("t0", 0) not in asked
    height = item(transcript, "t59").height

    transcript.pictures.put("t59", 0, picture())
    transcript.pictures.put("t59", 1, "“chart.png” can't be shown. It is damaged.")
    settled(transcript)
    assert item(transcript, "t59").height != height
    assert transcript.grab().toImage().pixelColor(120, transcript.height() - 150).isValid()
    assert "Picture: chart.png" in transcript.accessible_text("t59")
    buttons = transcript.accessible_buttons("t59")
    assert [name for name, _ in buttons] == ["Picture: chart.png"] * 2
    with qtbot.waitSignal(transcript.pictureOpened) as opened:
        at = transcript.viewport().mapFromGlobal(buttons[1][1].center())
        qtbot.mouseClick(transcript.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == ["t59", 1]

    transcript.verticalScrollBar().setValue(0)
    settled(transcript)
    assert ("u", 0) in asked
    assert transcript.accessible_text("u") == "You:  (Picture: chart.png)"


def test_a_picture_that_was_let_go_of_is_asked_for_again_and_moves_nothing(
    transcript: TranscriptView, settled: Settled
) -> None:
    transcript.load([ToolRow("t", "draw", "", "ok", pictures=(CHART,))])
    settled(transcript)
    transcript.pictures.put("t", 0, picture())
    settled(transcript)
    height = item(transcript).height
    transcript.pictures.clear()
    asked: list[str] = []
    transcript.pictures.wanted.connect(lambda row, _: asked.append(row))
    transcript.viewport().repaint()
    settled(transcript)
    assert asked == ["t"]
    assert item(transcript).height == height


def test_decoded_pictures_are_kept_within_bounds(transcript: TranscriptView) -> None:
    store = Pictures(transcript)
    large = picture(2000, 2000)
    for n in range(20):
        store.put(f"r{n}", 0, large)
    kept = [n for n in range(20) if isinstance(store._known.get((f"r{n}", 0)), QImage)]
    assert kept == list(range(20 - MOST_BYTES // large.sizeInBytes(), 20))


def test_a_note_of_a_thousand_lines_does_not_stop_the_window(transcript: TranscriptView, settled: Settled) -> None:
    """A card is laid out at once: of a note as many lines are shown as that takes no time for."""
    transcript.load([ToolRow("t", "read_file", "Read ~/a.md", "ok", note="\n" * 1_900 + "end")])
    settled(transcript)
    item = transcript._stack.item("t")
    assert item
    assert item.height < 2_000
