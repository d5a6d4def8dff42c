"""What a screen reader says of Markdown, and of an answer as a whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible

from inara_desktop.transcript.rows import AnswerRow
from inara_desktop.transcript.spoken import Speech, spoken
from inara_desktop.transcript.view import TranscriptView


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("## The *first* **one**", "The first one"),
        ("> quoted\n> > twice", "quoted\ntwice"),
        ("a `name` in a_long_name and _slanted_", "a name in a_long_name and slanted"),
        ("See [the page](https://one.example/a_b) and ![a cat](cat.png).", "See the page and a cat."),
        ("2 * 3 > 5 in C#", "2 * 3 > 5 in C#"),
        ("| a | b |\n|:---|---|\n| 1 | 2 |", " a b \n\n 1 2 "),
        ("Do:\n```py\nx = a * b  # **c**\n```\n**Done**", "Do:\npy\nx = a * b  # **c**\n\nDone"),
        ("**So** $a_{1}*b_{2}$ and $$\n\\sum_{n} **x**\n$$", "So $a_{1}*b_{2}$ and $$\n\\sum_{n} **x**\n$$"),
        ("Half of **it", "Half of it"),
        ("```\n**never closed**", "\n**never closed**"),
    ],
)
def test_signs_are_not_said_and_words_are(source: str, said: str) -> None:
    assert spoken(source) == said


@pytest.mark.parametrize("size", [1, 2, 5, 17, 200])
def test_code_keeps_its_signs_while_it_streams(size: int) -> None:
    """However it comes, it is said as the whole would be."""
    text = "So **it** is:\n```py\ndef f(*args, **more):\n    return a_ * _b  # `c`\n```\nThat *was* it. ~~Done~~"
    speech = Speech(400)
    said = "".join([*(speech.feed(text[at : at + size]) for at in range(0, len(text), size)), speech.rest()])
    assert [line for line in said.splitlines() if line] == [
        *("So it is:", "py", "def f(*args, **more):", "    return a_ * _b  # `c`", "That was it. Done"),
    ]


def test_what_is_far_too_long_is_left_as_it_is() -> None:
    text = "**" * 60_000
    assert spoken(text) is text


def test_an_answer_says_what_it_cost_and_its_thoughts_once_they_are_opened(
    transcript: TranscriptView, settled: Callable[[TranscriptView], None]
) -> None:
    transcript.load([AnswerRow("a", "**Yes.**", "I *think*.", "Inara", footer="12 tokens · 41 tokens/s", thinking_s=3)])
    settled(transcript)
    row = QAccessible.queryAccessibleInterface(transcript).child(0)
    assert row.text(QAccessible.Text.Name) == "Inara: Yes."
    assert row.text(QAccessible.Text.Description) == "12 tokens · 41 tokens/s"
    transcript._fold(transcript._stops()[0])
    settled(transcript)
    assert row.text(QAccessible.Text.Name) == "Thought for 3 s: I think.\nInara: Yes."
