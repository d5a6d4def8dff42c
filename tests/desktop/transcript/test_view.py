"""The transcript as a person meets it: following, staying where one reads, pressing, selecting, listening."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inara_desktop.transcript.jump_button import JumpButton
from inara_desktop.transcript.rows import AnswerRow, ErrorRow, NoticeRow, RowAction, RowDetail, ToolRow, UserRow
from inara_desktop.transcript.theme import TranscriptTheme
from inara_desktop.transcript.view import RowActionEvent, TranscriptView

Settled = Callable[[TranscriptView], None]

LONG = "\n\n".join(f"Paragraph number {n} with some words in it, **bold** and `code`." for n in range(80))


def at_end(view: TranscriptView) -> bool:
    return view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def screen_y(view: TranscriptView, row_id: str) -> int:
    return view.accessible_rect(row_id).top()


def test_a_loaded_conversation_shows_its_end(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([UserRow(f"u{n}", f"Question {n}") for n in range(200)])
    settled(transcript)

    assert at_end(transcript)
    assert transcript.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("reads", ["the end", "above"])
def test_rows_put_above_leave_the_screen_as_it_is(transcript: TranscriptView, settled: Settled, reads: str) -> None:
    transcript.load([UserRow(f"u{n}", f"Question {n}") for n in range(200)])
    settled(transcript)
    transcript.leads_to_latest = False  # the button would be painted meanwhile
    if reads == "above":
        transcript.verticalScrollBar().setValue(3_000)
    transcript.viewport().repaint()
    y, before = screen_y(transcript, "u190"), transcript.viewport().grab().toImage()
    painted: list[QRect] = []
    transcript.paintEvent = lambda event: painted.append(event.rect())

    for first in (400, 300):
        transcript.prepend([AnswerRow(f"a{first + n}", LONG) for n in range(3)])
        assert screen_y(transcript, "u190") == y, "also before there was time to lay anything out"
        settled(transcript)
        assert screen_y(transcript, "u190") == y
    assert not painted
    del transcript.paintEvent
    assert transcript.viewport().grab().toImage() == before


def test_a_streaming_answer_is_followed_until_the_person_scrolls_away(
    transcript: TranscriptView, settled: Settled
) -> None:
    transcript.load([AnswerRow("a", streaming=True)])
    for paragraph in LONG.split("\n\n"):
        transcript.feed("a", paragraph + "\n\n")
    settled(transcript)
    assert at_end(transcript)

    transcript.verticalScrollBar().setValue(200)
    transcript.feed("a", LONG)
    settled(transcript)
    assert transcript.verticalScrollBar().value() == 200
    assert not transcript.following

    QTest.keyClick(transcript, Qt.Key.Key_End)
    settled(transcript)
    transcript.feed("a", LONG)
    settled(transcript)
    assert at_end(transcript)


def test_the_jump_button_appears_away_from_the_end_and_leads_back(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", LONG)])
    settled(transcript)
    button = transcript.findChild(JumpButton)
    assert button is not None
    assert not button.isVisible()

    transcript.verticalScrollBar().setValue(0)
    assert button.isVisible()

    button.click()
    settled(transcript)
    assert at_end(transcript)
    assert not button.isVisible()


def test_what_one_reads_stays_where_it_is_when_the_width_changes(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow(f"a{n}", LONG) for n in range(6)])
    settled(transcript)
    transcript.scroll_to_row("a3")
    settled(transcript)
    before = screen_y(transcript, "a3")

    for width in (500, 900, 640):
        transcript.resize(width, 600)
        settled(transcript)
        assert screen_y(transcript, "a3") == before


def test_scrolling_up_into_rows_not_seen_yet_moves_by_what_was_asked(
    transcript: TranscriptView, settled: Settled
) -> None:
    transcript.load([AnswerRow(f"a{n}", "Some words " * (10 + 7 * n % 90)) for n in range(60)])
    settled(transcript)
    for _ in range(40):
        settled(transcript)  # on a busy machine a row that is new at the top is read by the next frame
        top = transcript.accessible_id(transcript.first_visible_row())
        before, bar = screen_y(transcript, top), transcript.verticalScrollBar()
        if bar.value() < 100:
            break
        bar.setValue(bar.value() - 100)
        assert screen_y(transcript, top) == before + 100


def test_settling_a_streamed_answer_keeps_what_is_equal(transcript: TranscriptView, settled: Settled) -> None:
    text = LONG + "\n\nThe **end"
    transcript.load([AnswerRow("a", streaming=True)])
    transcript.feed("a", text)
    settled(transcript)
    blocks = transcript.blocks_of("a")

    transcript.replace(AnswerRow("a", text, footer="12 tokens"))
    settled(transcript)
    assert transcript.blocks_of("a") == blocks

    transcript.replace(AnswerRow("a", LONG + "\n\nAnother end.", footer="12 tokens"))
    settled(transcript)
    assert transcript.blocks_of("a")[:80] == blocks[:80]
    assert transcript.rows() == [AnswerRow("a", LONG + "\n\nAnother end.", footer="12 tokens")]


def test_an_answer_settles_after_its_last_piece_was_shown(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", streaming=True)])
    text = LONG * 30
    transcript.feed("a", text)
    transcript.replace(AnswerRow("a", text))
    assert len(transcript.rows()[0].text) < len(text)  # type: ignore[union-attr]  # an AnswerRow

    settled(transcript)
    assert transcript.rows() == [AnswerRow("a", text)]


def test_a_stream_that_is_taken_up_again_goes_on_where_it_was(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", "One **tw", streaming=True)])
    settled(transcript)
    transcript.replace(AnswerRow("a", "One **two** thr", streaming=True))
    transcript.feed("a", "ee.\n\n```py\nx")
    transcript.feed("a", " = 1\n```\nEnd.")
    transcript.replace(AnswerRow("a", "One **two** three.\n\n```py\nx = 1\n```\nEnd."))
    settled(transcript)

    assert [block.plain() for block in transcript.blocks_of("a")] == ["One two three.", "x = 1", "End."]


def test_a_stream_that_starts_over_shows_the_new_text_only(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", "A first try, with `co", streaming=True)])
    settled(transcript)
    transcript.replace(AnswerRow("a", "Ano", streaming=True))
    transcript.feed("a", "ther one.")
    settled(transcript)

    assert [block.plain() for block in transcript.blocks_of("a")] == ["Another one."]


def test_rows_can_be_appended_replaced_and_removed(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([UserRow("u", "Hello")])
    transcript.append(ToolRow("t", "list_files", "~/Notes", "running"))
    transcript.append(NoticeRow("n", "Working", busy=True))
    transcript.replace(
        ToolRow("t", "list_files", "~/Notes", "ok", details=(RowDetail("Result", "a\nb"),), duration_ms=12)
    )
    transcript.remove("n")
    settled(transcript)

    assert transcript.rows() == [
        UserRow("u", "Hello"),
        ToolRow("t", "list_files", "~/Notes", "ok", details=(RowDetail("Result", "a\nb"),), duration_ms=12),
    ]
    transcript.clear()
    assert transcript.rows() == []


def test_a_cards_button_tells_its_row_and_action(qtbot: QtBot, transcript: TranscriptView, settled: Settled) -> None:
    card = ToolRow("t", "write_file", "~/a", "waiting", actions=(RowAction("review", "Review", primary=True),))
    transcript.load([card])
    settled(transcript)
    (_, area) = transcript.accessible_buttons("t")[0]
    with qtbot.waitSignal(transcript.actionTriggered) as told:
        QTest.mouseClick(
            transcript.viewport(),
            Qt.MouseButton.LeftButton,
            pos=transcript.viewport().mapFromGlobal(area.center()),
        )

    assert told.args == [RowActionEvent("t", "review")]


def test_a_button_is_pressed_while_text_is_marked(qtbot: QtBot, transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", "Half an"), ErrorRow("e", "It broke.", "Go on.", (RowAction("continue", "Go"),))])
    settled(transcript)
    transcript.select_all()
    (_, area) = transcript.accessible_buttons("e")[0]
    with qtbot.waitSignal(transcript.actionTriggered) as told:
        place = transcript.viewport().mapFromGlobal(area.center())
        QTest.mouseClick(transcript.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [RowActionEvent("e", "continue")]
    assert transcript.selected_text().startswith("Half an")


def test_an_error_is_read_as_sentences(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([ErrorRow("e", "It broke.", "Look whether it runs.", (RowAction("retry", "Try again"),))])
    settled(transcript)
    assert transcript.accessible_text("e") == "Error: It broke. Look whether it runs. Try again"


def test_tab_reaches_the_buttons_on_screen_and_enter_presses(
    qtbot: QtBot, transcript: TranscriptView, settled: Settled
) -> None:
    actions = (RowAction("retry", "Try again"), RowAction("settings", "Settings"))
    transcript.load([ErrorRow("e", "It failed.", "Do this.", actions)])
    settled(transcript)
    transcript.setFocus()
    QTest.keyClick(transcript, Qt.Key.Key_Tab)
    QTest.keyClick(transcript, Qt.Key.Key_Tab)
    with qtbot.waitSignal(transcript.actionTriggered) as told:
        QTest.keyClick(transcript, Qt.Key.Key_Return)

    assert told.args == [RowActionEvent("e", "settings")]


def test_a_link_is_told_in_full_and_never_opened(qtbot: QtBot, transcript: TranscriptView, settled: Settled) -> None:
    target = "https://example.org/a/very/long/path?with=query&and=more#fragment"
    transcript.load([AnswerRow("a", f"[x]({target})")])
    settled(transcript)
    area = transcript.accessible_rect("a")
    with qtbot.waitSignal(transcript.linkActivated) as told:
        place = transcript.viewport().mapFromGlobal(area.topLeft() + QPoint(3, 10))
        QTest.mouseClick(transcript.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert told.args == [target]


def test_the_thinking_is_folded_and_opens(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", "The answer.", thinking="A long thought.\n\n" * 10)])
    settled(transcript)
    folded = transcript.accessible_rect("a").height()
    (label, area) = transcript.accessible_buttons("a")[0]
    assert label == "Thoughts"

    QTest.mouseClick(
        transcript.viewport(), Qt.MouseButton.LeftButton, pos=transcript.viewport().mapFromGlobal(area.center())
    )
    settled(transcript)
    assert transcript.accessible_rect("a").height() > folded + 100


def test_everything_selected_copies_as_markdown_source(transcript: TranscriptView, settled: Settled) -> None:
    answer = "# Title\n\nSome **bold** text.\n\n```py\nx = 1\n```"
    transcript.load([UserRow("u", "Say <b>it</b>"), AnswerRow("a", answer)])
    settled(transcript)
    transcript.setFocus()
    QTest.keyClick(transcript, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(transcript, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == f"Say <b>it</b>\n\n{answer}"


def test_a_drag_across_rows_copies_what_it_covers(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([UserRow("u", "Question"), AnswerRow("a", "First **one**.\n\nSecond one.\n\nThird one.")])
    settled(transcript)
    view = transcript.viewport()
    start = view.mapFromGlobal(transcript.accessible_rect("u").topLeft()) + QPoint(5, 4)
    answer = view.mapFromGlobal(transcript.accessible_rect("a").bottomLeft())
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, QPoint(start.x(), answer.y() - 30))
    QTest.mouseMove(view, answer + QPoint(50, -8))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=answer + QPoint(50, -8))

    copied = transcript.selected_text()
    assert copied.startswith("Question\n\nFirst **one**.\n\nSecond one.\n\nThird")


def test_each_row_is_a_child_with_its_text_for_screen_readers(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([UserRow("u", "Hello"), AnswerRow("a", label="Inara", streaming=True)])
    transcript.feed("a", "Good morning. How are")
    settled(transcript)
    interface = QAccessible.queryAccessibleInterface(transcript)

    assert interface.role() == QAccessible.Role.List
    assert interface.childCount() == 2
    names = [interface.child(index).text(QAccessible.Text.Name) for index in range(2)]
    assert names == ["You: Hello", "Inara: Good morning. How are"]
    assert interface.indexOfChild(interface.child(1)) == 1


def test_a_cards_buttons_are_children_of_its_row(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([NoticeRow("n", "No byte for 30 s.", actions=(RowAction("wait", "Keep waiting"),))])
    settled(transcript)
    row = QAccessible.queryAccessibleInterface(transcript).child(0)

    assert row.childCount() == 1
    assert row.child(0).role() == QAccessible.Role.Button
    assert row.child(0).text(QAccessible.Text.Name) == "Keep waiting"


def test_only_a_busy_row_on_screen_keeps_a_timer_running(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([NoticeRow("n", "Working", busy=True)])
    settled(transcript)
    assert transcript.animating

    transcript.replace(NoticeRow("n", "Done"))
    settled(transcript)
    assert not transcript.animating


def test_where_nothing_is_to_move_the_sign_of_what_is_busy_stands_still(
    transcript: TranscriptView, settled: Settled
) -> None:
    transcript.load([NoticeRow("n", "Working", busy=True)])
    settled(transcript)
    transcript.set_theme(TranscriptTheme(still=True))
    settled(transcript)
    assert not transcript.animating


def test_far_away_blocks_let_go_of_their_layout(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", LONG * 40)])
    settled(transcript)
    bar = transcript.verticalScrollBar()
    for step in range(100):
        bar.setValue(bar.maximum() * step // 100)

    assert transcript.laid_out_blocks <= 300


def test_pixels_moved_while_streaming_are_those_a_fresh_painting_gives(
    qtbot: QtBot, transcript: TranscriptView, settled: Settled
) -> None:
    """Most of a frame is moved and not painted again; it must look the same."""
    transcript.load([UserRow("u", "Hello"), AnswerRow("a", streaming=True)])
    text = "A **paragraph**.\n\n- item\n- item\n\n```py\nx = 1\ny = 2\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
    for start in range(0, len(text * 12), 9):
        transcript.feed("a", (text * 12)[start : start + 9])
        QTest.qWait(1)
    settled(transcript)
    bar = transcript.verticalScrollBar()
    for value in (bar.maximum() - 33, bar.maximum() - 250, bar.maximum() - 120):
        bar.setValue(value)
        settled(transcript)  # on a slow machine a part comes with a later frame
        qtbot.wait(20)
    moved = transcript.screen().grabWindow(transcript.winId()).toImage()

    transcript.viewport().update()
    qtbot.wait(20)
    fresh = transcript.screen().grabWindow(transcript.winId()).toImage()
    assert moved.size() == fresh.size()
    assert moved == fresh


@pytest.mark.parametrize("theme", [TranscriptTheme.light(), TranscriptTheme.night()])
def test_a_theme_changes_the_look_and_keeps_the_rows(
    transcript: TranscriptView, settled: Settled, theme: TranscriptTheme
) -> None:
    rows = [UserRow("u", "Hello"), AnswerRow("a", "Text")]
    transcript.load(rows)
    transcript.set_theme(theme)
    settled(transcript)

    assert transcript.rows() == rows
    assert transcript.grab().toImage().pixelColor(2, 2).name() == theme.background


def test_what_was_let_go_of_is_laid_out_again_before_it_is_painted(
    transcript: TranscriptView, settled: Settled
) -> None:
    """So that it counts among what a frame has time for; and it is as high as it was."""
    transcript.load([AnswerRow("a", "\n\n".join(f"Paragraph {n}, " + "words " * 60 for n in range(400)))])
    settled(transcript)
    heights = [block.height for block in transcript.blocks_of("a")[-5:]]
    bar = transcript.verticalScrollBar()
    for value in range(bar.maximum(), 0, -400):
        bar.setValue(value)
        transcript.grab()
    gone = transcript.blocks_of("a")[-1]
    assert gone.width < 0
    assert gone.excerpt(0, 13) == "Paragraph 399"  # selected from afar
    assert gone.height == heights[-1]

    transcript.jump_to_latest()
    settled(transcript)

    assert [block.height for block in transcript.blocks_of("a")[-5:]] == heights
    assert all(block.width > 0 for block in transcript.blocks_of("a")[-5:])
