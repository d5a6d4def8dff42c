"""What a hit shows of its text: few words, the ones asked for among them, whole."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inara_engine.store.snippets import snippet
from inara_engine.store.spelling import CUT, MATCH_END, MATCH_START

TO_MARKS = str.maketrans({"[": MATCH_START, "]": MATCH_END})
FROM_MARKS = str.maketrans({MATCH_START: "[", MATCH_END: "]", CUT: "…"})


def shown(marked: str) -> str:
    return snippet(marked.translate(TO_MARKS)).translate(FROM_MARKS)


@pytest.mark.parametrize(
    ("marked", "part"),
    [
        ("Under the [flower] pot, as ever.", "Under the [flower] pot, as ever."),
        (
            "One two three four five six seven eight nine ten eleven twelve [red apples and] more of that kind.",
            "…nine ten eleven twelve [red apples and] more of that kind.",
        ),
        (f"{'no ' * 50}. Yes, a [cat] is here. {'no ' * 50}", "…Yes, a [cat] is here. no no no no no no no no no…"),
        (f"a [red] one {'no ' * 90}a [red] [apple]", "…no no no a [red] [apple]"),
        (
            "a [red one two three four five six seven eight nine] and",
            "a [red one two three four five six seven eight nine] and",
        ),
        (f"[{'x' * 1000}] and", f"[{'x' * 319}]…"),
        (f"{'y' * 1000} [x] {'y' * 1000}", "…[x]…"),
    ],
)
def test_some_words_around_where_most_matches(marked: str, part: str) -> None:
    assert shown(marked) == part


PIECES = st.lists(
    st.sampled_from(["a", "bb. ", " ", "\n", "猫\x1f", "[c]", "[d e]", "x" * 90]), min_size=1, max_size=60
)


@given(PIECES)
def test_a_snippet_is_a_part_of_the_text_with_all_its_marks(pieces: list[str]) -> None:
    marked = "".join(pieces).translate(TO_MARKS)
    part = snippet(marked).strip(CUT)
    assert len(part) < 700
    assert re.sub(f"[{MATCH_START}{MATCH_END}]", "", part) in re.sub(f"[{MATCH_START}{MATCH_END}]", "", marked)
    assert re.fullmatch(f"([^{MATCH_START}{MATCH_END}]|{MATCH_START}[^{MATCH_START}{MATCH_END}]+{MATCH_END})*", part)
    assert (MATCH_START in marked) == (MATCH_START in part)
