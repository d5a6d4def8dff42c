"""Markdown on a terminal: the same whatever the pieces it comes in, and nothing held back that is known."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inara_engine.cli.markdown import MarkdownStream

MARKS = {
    "\x1b[1m": "<b>",
    "\x1b[22m": "</b>",
    "\x1b[3m": "<i>",
    "\x1b[23m": "</i>",
    "\x1b[36m": "<c>",
    "\x1b[39m": "</c>",
}
MORE = {"\x1b[1;4m": "<h>", "\x1b[2m": "<d>", "\x1b[0m": "</>"}


def shown(*pieces: str, columns: int = 80) -> str:
    stream = MarkdownStream(columns)
    text = "".join([*map(stream.feed, pieces), stream.end()])
    for escape, mark in (MARKS | MORE).items():
        text = text.replace(escape, mark)
    assert "\x1b" not in text
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain\n", "plain\n"),
        ("no end", "no end"),
        ("# One\ntext", "<h>One</>\ntext"),
        ("#tag and C#\n", "#tag and C#\n"),
        ("a **bold** and *slanted* word\n", "a <b>bold</b> and <i>slanted</i> word\n"),
        ("call `f(*args)` now\n", "call <c>f(*args)</c> now\n"),
        ("2 * 3 * 4 and a*b*c, snake_case_name\n", "2 * 3 * 4 and a*b*c, snake_case_name\n"),
        (r"\*not slanted\*" + "\n", "*not slanted*\n"),
        ("**never closed\nnext\n", "<b>never closed</>\nnext\n"),
        ("- one\n  * two\n+ three\n", "• one\n  • two\n• three\n"),
        ("* **bold** item\n", "• <b>bold</b> item\n"),
        ("1. first\n", "1. first\n"),
        ("> said\n", "<d>│</> said\n"),
        ("a\n\n---\n\nb\n", "a\n\n<d>" + "─" * 40 + "</>\n\nb\n"),
        ("```python\nx = a*b # **no**\n```\nafter\n", "<d>── python ──</>\n<c>x = a*b # **no**</c>\n<d>──</>\nafter\n"),
        ("```\n~~~\n", "<d>── code ──</>\n<c>~~~</c>\n"),
        (
            "| a | **b** |\n|---|---|\n| 1 | 世界 |\nafter\n",
            "<b>a │ b</b>\n<d>──┼─────</>\n1 │ 世界\nafter\n",
        ),
        ("| no table\nafter\n", "| no table\nafter\n"),
        ("| no table\nafter", "| no table\nafter"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "<b>a │ b</b>\n<d>──┼──</>\n1 │ 2\n"),
    ],
)
def test_what_is_shown(text: str, expected: str) -> None:
    assert shown(text) == expected
    assert shown(*text) == expected  # character by character


def test_a_table_wider_than_the_terminal_stays_as_it_was_written() -> None:
    table = "| a | b |\n|---|---|\n| " + "x" * 50 + " | y |\n"
    assert shown(table, columns=40) == table


def test_text_is_shown_as_it_comes() -> None:
    stream = MarkdownStream()
    assert stream.feed("Hello") == "Hello"
    assert stream.feed(", wor") == ", wor"
    assert stream.feed("ld **") == "ld "  # who knows what follows
    assert stream.feed("now") == "\x1b[1mnow"


@given(st.text(alphabet="ab *`#|>-_~\\\n1.", max_size=80), st.lists(st.integers(1, 9), max_size=30))
def test_the_pieces_make_no_difference_and_no_letter_is_lost(text: str, sizes: list[int]) -> None:
    pieces, rest = [], text
    for size in sizes:
        pieces.append(rest[:size])
        rest = rest[size:]
    assert shown(*pieces, rest) == shown(text)
    letters = re.sub(r"<.+?>|[^ab1]", "", shown(text))
    fences = re.findall(r"^ {0,3}(?:`{3,}|~{3,}).*$", text, re.MULTILINE)
    if not fences:
        assert letters == re.sub(r"[^ab1]", "", text)
