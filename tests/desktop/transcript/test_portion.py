"""A text of many megabytes: its beginning is shown, more when it is asked for, and all of it stays the person's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inara_desktop.transcript.accessible import Announcer
from inara_desktop.transcript.find import Found
from inara_desktop.transcript.rows import AnswerRow, UserRow
from inara_desktop.transcript.view import TranscriptView

Settled = Callable[[TranscriptView], None]

HUGE = "word " * 180_000


@pytest.fixture(autouse=True)
def _sooner(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tenth of what is shown at first, so that the test takes no tenth of a minute."""
    monkeypatch.setattr("inara_desktop.transcript.answer_item._SHOWN", 400_000)
    monkeypatch.setattr("inara_desktop.transcript.user_item._SHOWN", 50_000)


def press(view: TranscriptView, row_id: str, words: str) -> None:
    area = next(area for label, area in view.accessible_buttons(row_id) if words in label)
    down = view.verticalScrollBar().value() + view.viewport().mapFromGlobal(area.center()).y() - 300
    view.verticalScrollBar().setValue(down)
    area = next(area for label, area in view.accessible_buttons(row_id) if words in label)
    place = view.viewport().mapFromGlobal(area.topLeft()) + QPoint(12, area.height() // 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def offers(view: TranscriptView, row_id: str) -> list[str]:
    return [label for label, _ in view.accessible_buttons(row_id)]


def shown(view: TranscriptView, row_id: str) -> int:
    """Up to which character of a row blocks were made."""
    return view.blocks_of(row_id)[-1].span.end


def test_a_huge_answer_shows_its_beginning_and_more_when_asked(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", HUGE)])
    settled(transcript)
    assert shown(transcript, "a") == 400_000
    assert offers(transcript, "a") == ["400000 of 900000 characters are shown. Show more"]

    press(transcript, "a", "Show more")
    settled(transcript)
    assert shown(transcript, "a") == 800_000

    press(transcript, "a", "Show more")
    settled(transcript)
    assert shown(transcript, "a") == len(HUGE)
    assert offers(transcript, "a") == []


def test_what_is_shown_more_is_searched_too(transcript: TranscriptView, settled: Settled, qtbot: QtBot) -> None:
    found: list[Found] = []
    transcript.foundChanged.connect(found.append)
    transcript.load([AnswerRow("a", "word " * 90_000 + "a bird")])
    settled(transcript)
    transcript.find_words("bird")
    qtbot.waitUntil(lambda: bool(found))
    assert found[-1].total == 0
    press(transcript, "a", "Show more")
    qtbot.waitUntil(lambda: found[-1].total == 1)


def test_a_huge_answer_that_streams_is_kept_whole(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", streaming=True)])
    for start in range(0, len(HUGE), 100_000):
        transcript.feed("a", HUGE[start : start + 100_000])
    settled(transcript)
    assert transcript.rows() == [AnswerRow("a", HUGE, streaming=True)]
    assert offers(transcript, "a") == []  # not while it is coming

    transcript.replace(AnswerRow("a", HUGE))
    settled(transcript)
    assert shown(transcript, "a") == 400_000
    assert len(offers(transcript, "a")) == 1


def test_another_huge_text_in_its_place_comes_by_frames(
    transcript: TranscriptView, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inara_desktop.transcript.first_reading._TRIED_S", 0)  # as on a machine that takes long over it
    monkeypatch.setattr("inara_desktop.transcript.first_reading._AT_ONCE_S", 0)
    transcript.load([AnswerRow("a", HUGE)])
    settled(transcript)

    transcript.replace(AnswerRow("a", f"Other {HUGE}"))
    transcript.viewport().repaint()
    assert shown(transcript, "a") < 300_000
    settled(transcript)
    assert shown(transcript, "a") == 400_000
    assert transcript.rows() == [AnswerRow("a", f"Other {HUGE}")]


def test_what_comes_by_frames_is_not_painted_for_each_of_them_nor_read_out(
    transcript: TranscriptView, settled: Settled, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inara_desktop.transcript.first_reading._TRIED_S", 0)
    monkeypatch.setattr("inara_desktop.transcript.first_reading._AT_ONCE_S", 0)
    monkeypatch.setattr("inara_desktop.transcript.view._READING_SHOWN_S", 60)
    heard: list[str] = []
    monkeypatch.setattr(Announcer, "stream", lambda _, row_id, text: heard.append(f"{row_id}: {text}"))
    transcript.load([UserRow("u", "Read this."), AnswerRow("a", HUGE)])
    transcript.viewport().repaint()
    qtbot.waitUntil(lambda: shown(transcript, "a") > 100_000)
    painted = transcript.verticalScrollBar().maximum()
    qtbot.waitUntil(lambda: shown(transcript, "a") > 200_000)
    assert transcript.verticalScrollBar().maximum() == painted  # what is there grew, and nothing was shown again
    assert heard == []  # nobody says it now

    transcript.append(AnswerRow("b", streaming=True))
    transcript.feed("b", "Now.")
    qtbot.waitUntil(lambda: heard == ["b: Now."])  # an answer that streams meanwhile is shown and read out

    settled(transcript)
    assert shown(transcript, "a") == 400_000
    assert transcript.verticalScrollBar().maximum() > painted


def test_all_of_a_huge_message_is_copied(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", HUGE)])
    settled(transcript)

    transcript.copy_row("a")

    assert QGuiApplication.clipboard().text() == HUGE


def test_huge_thoughts_open_by_frames(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", "Short.", thinking=HUGE)])
    settled(transcript)

    press(transcript, "a", "Thoughts")
    assert transcript.rows() == [AnswerRow("a", "Short.", thinking=HUGE)]
    settled(transcript)

    assert "400000 of 900000 characters are shown. Show more" in offers(transcript, "a")


def test_a_huge_prompt_is_folded_out_piece_by_piece(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([UserRow("u", HUGE)])
    settled(transcript)

    press(transcript, "u", "Show all 900000 characters")
    settled(transcript)
    press(transcript, "u", "50000 of 900000")
    settled(transcript)
    assert offers(transcript, "u") == ["100000 of 900000 characters are shown. Show more", "Show less"]

    press(transcript, "u", "Show less")
    settled(transcript)
    assert offers(transcript, "u") == ["Show all 900000 characters"]
