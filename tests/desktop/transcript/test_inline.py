"""Tails that look finished while more is to come, and math that Markdown leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inara_desktop.transcript.inline import FORMULA, Run, cut_position, heal, open_markers, protect_math, runs


@pytest.mark.parametrize(
    ("tail", "shown"),
    [
        ("a **bold", "a **bold**"),
        ("a **bold ", "a **bold** "),
        ("a **", "a "),
        ("a `code", "a `code`"),
        ("a `", "a "),
        ("a ***both", "a ***both***"),
        ("~~gone", "~~gone~~"),
        ("see [the docs](https://exa", "see the docs"),
        ("see [the do", "see the do"),
        ("![alt](http", "alt"),
        ("done **bold** and `code`.", "done **bold** and `code`."),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name", "snake_case_name"),
        ("`a ** b` and", "`a ** b` and"),
    ],
)
def test_a_tail_is_shown_as_if_it_were_closed(tail: str, shown: str) -> None:
    assert heal(tail) == shown


@given(st.text(alphabet="ab *_`~", max_size=60))
@example("``a`")
def test_healing_adds_and_takes_only_markers(text: str) -> None:
    assert [c for c in heal(text) if c in "ab"] == [c for c in text if c in "ab"]


@given(st.lists(st.sampled_from(["word", "**bold**", "`code`", "*it*", "[label](http://x)"]), min_size=1).map(" ".join))
def test_what_is_closed_is_left_alone(text: str) -> None:
    assert heal(text) == text
    assert open_markers(text) == []


@given(st.text(min_size=1, max_size=300), st.integers(1, 200))
def test_a_cut_lies_within_the_limit(text: str, limit: int) -> None:
    assert 0 < cut_position(text, limit) <= limit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"so \(a*b*c\) holds", r"so `<\(a*b*c\)>` holds"),
        ("so $a_1*b$ holds", "so `<$a_1*b$>` holds"),
        ("the $n$th and the $k$-means", "the `<$n$>`th and the `<$k$>`-means"),
        ("it costs $5 and $6", "it costs $5 and $6"),
        ("from $5-$6, or $5, $6 and $7", "from $5-$6, or $5, $6 and $7"),
        ("it was 5$ and is 6$", "it was 5$ and is 6$"),
        ("it costs $5 and more (or 6$)", "it costs $5 and more (or 6$)"),
        (r"$5, if \(m\) is 6$", r"$5, if `<\(m\)>` is 6$"),
        ("$5 or `code` or 6$", "$5 or `code` or 6$"),
        (r"it is $\$5 + x$", r"it is `<$\$5 + x$>`"),
        ("$ x$ and $x $ are none", "$ x$ and $x $ are none"),
        ("`$x$` stays", "`$x$` stays"),
        ("`` `$x$` `` and ```$y$``` stay", "`` `$x$` `` and ```$y$``` stay"),
        (r"a \$5 note and $y$", r"a \$5 note and `<$y$>`"),
    ],
)
def test_what_is_math_and_what_is_money_or_code(text: str, expected: str) -> None:
    opens, closes = FORMULA
    assert protect_math(text) == expected.replace("`<", f"`{opens}").replace(">`", f"{closes}`")


_M = r"\(m\)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"so $\frac{a_1", r"so `$\frac{a_1`"),
        (r"so \(a*b", r"so `\(a*b`"),
        ("it costs $5 and", "it costs $5 and"),
        (r"it costs $5, where \(m\) i", rf"it costs $5, where `{_M.join(FORMULA)}` i"),
        ("$x$ and more", f"`{'$x$'.join(FORMULA)}` and more"),
    ],
)
def test_half_a_formula_is_left_alone_until_the_rest_comes(text: str, expected: str) -> None:
    assert protect_math(text, open_end=True) == expected


def test_a_cells_inline_markdown() -> None:
    assert runs("a **b** `c` [d](http://e)") == [
        Run("a "),
        Run("b", bold=True),
        Run(" "),
        Run("c", code=True),
        Run(" "),
        Run("d", href="http://e"),
    ]


@given(st.text(max_size=80))
def test_a_cell_loses_no_word(text: str) -> None:
    shown = "".join(run.text for run in runs(text))
    words = [character for character in text if character.isalnum()]
    links = "".join(run.href for run in runs(text))
    assert all(character in shown + links or '"' in text for character in words)
