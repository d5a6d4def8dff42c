"""The signs before the items of a list: where they stand beside the words, and that they are no words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from inara_desktop.transcript.prose import ProseBlock
from inara_desktop.transcript.rows import AnswerRow
from inara_desktop.transcript.view import TranscriptView

Settled = Callable[[TranscriptView], None]


def shown(view: TranscriptView, settled: Settled, text: str) -> list[tuple[QRect, QRect]]:
    """(sign, words) of each item, in pixels of the view, as they are painted."""
    view.load([AnswerRow("a", text)])
    settled(view)
    picture = view.viewport().grab().toImage()
    item = view._stack.items[0]
    (flow, x, y), *_ = item.flows()[-1:]
    top, left = view._stack.top_of(0) + y - view.verticalScrollBar().value(), view._column()[0] + x
    found: list[tuple[QRect, QRect]] = []
    for index, block in enumerate(flow.blocks):
        assert isinstance(block, ProseBlock)
        words = QRect()
        for area in block.areas(0, len(block.plain())):
            words |= area.translated(left, top + flow.top_of(index)).toAlignedRect()
        beside = [QRect(0, words.top(), words.left() - 1, words.height())]
        beside.append(QRect(words.right() + 2, words.top(), picture.width() - words.right() - 2, words.height()))
        (sign,) = [ink for ink in (painted(picture, place) for place in beside) if not ink.isEmpty()]
        found.append((sign, words))
    return found


def painted(picture: QImage, place: QRect) -> QRect:
    """What differs from the ground."""
    ground = picture.pixel(0, 0)
    found = QRect()
    for y in range(place.top(), place.bottom() + 1):
        for x in range(place.left(), place.right() + 1):
            if picture.pixel(x, y) != ground:
                found |= QRect(x, y, 1, 1)
    return found


@pytest.mark.parametrize("item", ["- words", "* words", "1. words", "12) words", "- [ ] words", "- [x] words"])
def test_a_sign_stands_apart_from_the_words(transcript: TranscriptView, settled: Settled, item: str) -> None:
    ((sign, words),) = shown(transcript, settled, item)
    assert 5 <= words.left() - sign.right() <= 12
    assert words.top() < sign.center().y() < words.bottom()


def test_numbers_end_at_one_line_however_long_they_are(transcript: TranscriptView, settled: Settled) -> None:
    numbers = shown(transcript, settled, "9. nine\n10. ten\n100. a hundred")
    assert len({words.left() for _, words in numbers}) == 1
    assert max(sign.right() for sign, _ in numbers) - min(sign.right() for sign, _ in numbers) <= 1


def test_a_number_too_long_for_its_place_moves_the_words(transcript: TranscriptView, settled: Settled) -> None:
    ((sign, words),) = shown(transcript, settled, "123456789. long")
    assert sign.left() >= transcript._column()[0]
    assert words.left() - sign.right() >= 5


def test_the_signs_of_three_levels_differ(transcript: TranscriptView, settled: Settled) -> None:
    items = shown(transcript, settled, "- one\n  - two\n    - three")
    picture = transcript.viewport().grab().toImage()
    signs = [picture.copy(QRect(sign.topLeft(), sign.topLeft()).adjusted(0, 0, 5, 5)) for sign, _ in items]
    assert signs[0] != signs[1] != signs[2] != signs[0]
    lefts = [words.left() for _, words in items]
    assert lefts[1] - lefts[0] == lefts[2] - lefts[1] > 20


@pytest.mark.parametrize("item", ["- كلمات", "9. كلمات", "- [x] كلمات"])
def test_what_is_read_from_the_right_has_its_sign_there(
    transcript: TranscriptView, settled: Settled, item: str
) -> None:
    ((sign, words),) = shown(transcript, settled, item)
    assert 5 <= sign.left() - words.right() <= 12


def test_the_full_stop_of_a_number_stands_towards_the_words(transcript: TranscriptView, settled: Settled) -> None:
    ((sign, _),) = shown(transcript, settled, "10. كلمات")
    picture = transcript.viewport().grab().toImage()
    beside_words = painted(picture, QRect(sign.left(), sign.top(), 2, sign.height()))
    assert beside_words.height() < 5 < sign.height()


def test_a_list_in_a_list_from_the_right_is_indented_there(transcript: TranscriptView, settled: Settled) -> None:
    (_, outer), (_, inner) = shown(transcript, settled, "- العنصر\n  - العنصر")
    assert outer.right() - inner.right() > 20
    block = transcript.blocks_of("a")[1]
    (area,) = block.areas(0, 1)
    assert block.position_at(area.center()) <= 1


def test_a_sign_is_no_word(transcript: TranscriptView, settled: Settled) -> None:
    source = "- one\n- [x] two\n\n7. seven"
    shown(transcript, settled, source)
    assert [block.plain() for block in transcript.blocks_of("a")] == ["one", "two", "seven"]
    transcript.select_all()
    assert transcript.selected_text() == source
