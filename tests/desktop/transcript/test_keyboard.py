"""All of the conversation by keyboard: links, wide code and tables; and what a screen reader hears of where one is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inara_desktop.transcript.rows import AnswerRow, ErrorRow, RowAction, UserRow
from inara_desktop.transcript.view import TranscriptView

Settled = Callable[[TranscriptView], None]
LINKS = """See [the **first** page](https://one.example) and [it again](https://one.example).

```sh
ls
```

| Name | Page |
|---|---|
| Ada | [hers](https://ada.example) |
"""
WIDE = "```\n" + "x = 1; " * 60 + "\n```\n\n| " + " | ".join(["a long head"] * 30) + " |\n|" + "---|" * 30 + "\n"


def focused(view: TranscriptView) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(view).focusChild()


def name(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name)


def test_tab_reaches_each_link_in_reading_order_and_enter_follows_it(
    qtbot: QtBot, transcript: TranscriptView, settled: Settled
) -> None:
    transcript.load([AnswerRow("a", LINKS, label="Inara")])
    settled(transcript)
    transcript.setFocus()
    seen: list[tuple[str, QAccessible.Role]] = []
    for _ in range(4):
        QTest.keyClick(transcript, Qt.Key.Key_Tab)
        there = focused(transcript)
        assert there.state().focused
        assert there.parent().indexOfChild(there) >= 0
        seen.append((name(there), there.role()))
    link, button = QAccessible.Role.Link, QAccessible.Role.Button
    assert seen == [("the first page", link), ("it again", link), ("Copy this code", button), ("hers", link)]
    assert focused(transcript).text(QAccessible.Text.Description) == "https://ada.example"
    with qtbot.waitSignal(transcript.linkActivated) as followed:
        QTest.keyClick(transcript, Qt.Key.Key_Return)
    assert followed.args == ["https://ada.example"]


def test_a_footnotes_mark_leads_to_its_note_and_that_back(
    qtbot: QtBot, transcript: TranscriptView, settled: Settled
) -> None:
    note = "[^1]: As *they* say.\n[^why]: Nobody knows."
    transcript.load([AnswerRow("a", "True[^1], or not[^why].\n\n" + "words\n\n" * 200 + note), AnswerRow("b", "[^1]")])
    settled(transcript)
    transcript.verticalScrollBar().setValue(0)
    settled(transcript)
    transcript.setFocus()
    QTest.keyClick(transcript, Qt.Key.Key_Tab)
    assert name(focused(transcript)) == "Footnote ¹"
    with qtbot.assertNotEmitted(transcript.linkActivated):
        QTest.keyClick(transcript, Qt.Key.Key_Return)
        settled(transcript)
        assert transcript.verticalScrollBar().value() > 2000
        assert transcript.selected_text() == "¹\u2002As they say."
        transcript.setFocus()
        QTest.keyClick(transcript, Qt.Key.Key_Tab)
        while name(focused(transcript)) != "Footnote [why]":
            QTest.keyClick(transcript, Qt.Key.Key_Tab)
        QTest.keyClick(transcript, Qt.Key.Key_Return)
        settled(transcript)
    assert transcript.verticalScrollBar().value() == 0
    assert transcript.selected_text() == "[why]"


def test_what_looks_like_a_footnote_in_code_is_led_to_by_none(transcript: TranscriptView, settled: Settled) -> None:
    """Many a search for letters has such brackets."""
    code = "```python\nany = '[^1]'\n[^1]: int\n```\n\nOf `[^1]`:"
    transcript.load([AnswerRow("a", f"{code} true[^1].\n\n[^1]: As they say.\n[^2]: No.")])
    settled(transcript)
    transcript.setFocus()
    chosen: list[str] = []
    for _ in range(2):
        QTest.keyClick(transcript, Qt.Key.Key_Tab)
        while name(focused(transcript)) != "Footnote ¹":
            QTest.keyClick(transcript, Qt.Key.Key_Tab)
        QTest.keyClick(transcript, Qt.Key.Key_Return)
        settled(transcript)
        chosen.append(transcript.selected_text())
    assert chosen == ["¹\u2002As they say.", "¹"]


def test_only_what_is_on_screen_has_a_place_in_the_order(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", LINKS + "\n\nwords" * 200 + "\n\n[last](https://last.example)", "thought")])
    settled(transcript)
    transcript.setFocus()
    QTest.keyClick(transcript, Qt.Key.Key_Tab)
    assert name(focused(transcript)) == "last"
    row = QAccessible.queryAccessibleInterface(transcript).child(0)
    assert [name(row.child(index)) for index in range(row.childCount())] == ["Thoughts", "last"]


def test_from_a_message_tab_goes_to_what_is_in_it(transcript: TranscriptView, settled: Settled) -> None:
    again = (RowAction("retry", "Try again"),)
    transcript.load([ErrorRow("e", "It broke.", "Go on.", again), UserRow("u", "Well?"), AnswerRow("a", LINKS)])
    settled(transcript)
    transcript.message_before()
    settled(transcript)
    there = focused(transcript)
    assert there.role() == QAccessible.Role.ListItem
    assert there.state().focused
    assert name(there).startswith("Answer: See")
    QTest.keyClick(transcript, Qt.Key.Key_Tab)
    assert name(focused(transcript)) == "the first page"
    QTest.keyClick(transcript, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert name(focused(transcript)) == "Try again"


def test_without_the_focus_nothing_is_focused(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", LINKS)])
    settled(transcript)
    assert focused(transcript) is None
    row = QAccessible.queryAccessibleInterface(transcript).child(0)
    assert not row.state().focused
    assert not row.child(0).state().focused


def test_a_focused_link_has_a_ring_on_each_of_its_lines(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", f"[{'many words ' * 20}](https://one.example)")])
    settled(transcript)
    (control,) = transcript._links_of("a")
    assert len(control.parts) > 1
    before = transcript.grab().toImage()
    transcript.setFocus()
    QTest.keyClick(transcript, Qt.Key.Key_Tab)
    after = transcript.grab().toImage()
    left, _ = transcript._column()
    for part in control.parts:
        corner = QPoint(left + round(part.left()) - 1, round(part.center().y()) + transcript._stack.top_of(0))
        assert before.pixelColor(corner) != after.pixelColor(corner)


def test_left_and_right_move_what_is_wider_than_the_column(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", WIDE)])
    settled(transcript)
    code, table = transcript.blocks_of("a")

    def places() -> list[float]:
        thumbs = [block.thumb() for block in (code, table)]
        return [thumb.area.left() for thumb in thumbs if thumb]

    start = places()
    transcript.setFocus()
    QTest.keyClick(transcript, Qt.Key.Key_Right)
    both = places()
    assert [now > before for now, before in zip(both, start, strict=True)] == [True, True]
    QTest.keyClick(transcript, Qt.Key.Key_Tab)  # to the button of the code
    QTest.keyClick(transcript, Qt.Key.Key_Left)
    assert places() == [start[0], both[1]]


@pytest.mark.parametrize("which", [0, 1])
def test_the_bar_below_a_wide_block_is_dragged(transcript: TranscriptView, settled: Settled, which: int) -> None:
    transcript.load([AnswerRow("a", WIDE)])
    settled(transcript)
    block = transcript.blocks_of("a")[which]
    item = transcript._stack.item("a")
    assert item
    (flow, x, y) = item.flows()[0]
    thumb = block.thumb()
    assert thumb
    place = thumb.area.center() + QPoint(transcript._column()[0] + x, y + flow.top_of(which)).toPointF()
    start = place.toPoint() + QPoint(0, transcript._stack.top_of(0) - transcript.verticalScrollBar().value())
    view = transcript.viewport()
    QTest.mouseMove(view, start)
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(70, 30))
    QTest.mouseMove(view, start + QPoint(100, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(100, 0))
    now = block.thumb()
    assert now
    assert abs(now.area.left() - thumb.area.left() - 100) < 2
    assert transcript.selected_text() == ""
    QTest.mouseMove(view, start + QPoint(0, 0))
    assert block.thumb() == now, "it was let go of"
