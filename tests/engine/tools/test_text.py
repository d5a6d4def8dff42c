"""What a change looks like, and sizes as people say them."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inara_engine.tools.text import diff, size


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1200, "1.2 KB"), (999_999, "1.0 MB"), (5 * 10**13, "50.0 TB")],
)
def test_sizes(count: int, words: str) -> None:
    assert size(count) == words


def test_a_missing_newline_at_the_end_is_part_of_the_change() -> None:
    assert diff("a\n", "a", "x") == "--- x\n+++ x\n@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n"


def test_a_change_in_a_long_text_leaves_out_what_is_the_same() -> None:
    old = [f"{number}\n" for number in range(5000)]
    new = [*old[:2000], "new\n", *old[2001:]]
    assert diff("".join(old), "".join(new), "x") == "--- x\n+++ x\n@@ -2001,1 +2001,1 @@\n-2000\n+new\n"


def test_other_separators_do_not_end_a_line() -> None:
    assert diff("a\x0cb\u2028c\n", "a\n", "x").count("\n") == 5


@settings(deadline=None)
@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_every_change_is_in_the_diff(old: list[str], new: list[str]) -> None:
    """What was there, less the lines with -, plus those with +, is what will be there."""
    before, after = "".join(f"{line}\n" for line in old), "".join(f"{line}\n" for line in new)
    shown = diff(before, after, "x").splitlines()[2:]
    added = Counter(line[1:] for line in shown if line.startswith("+"))
    removed = Counter(line[1:] for line in shown if line.startswith("-"))
    assert removed <= Counter(old)
    assert Counter(old) - removed + added == Counter(new)
