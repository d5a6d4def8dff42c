"""Text files in a prompt: what is quoted is found again as it was, and nothing else is taken for a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inara_engine.attached import parted, quoting

words = st.text(st.sampled_from("ab `\n“”:") | st.characters(exclude_categories=("Cs",)), max_size=40)
names = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=20)
files = st.lists(st.tuples(names, words), max_size=3)


@given(words, files)
def test_what_was_quoted_is_found_again(said: str, quoted: list[tuple[str, str]]) -> None:
    prompt = quoting(said, quoted)
    left, found = parted(prompt)
    assert (left, [(one.name, one.text) for one in found]) == (said, quoted)
    assert all(prompt.startswith(one.text, one.start) for one in found)


def test_a_file_stands_between_fences_longer_than_any_in_it() -> None:
    assert (
        quoting("Look:", [("a.md", "````\nx\n````")]) == "Look:\n\nAttached file “a.md”:\n\n`````\n````\nx\n````\n`````"
    )


@pytest.mark.parametrize(
    "prompt",
    [
        "",
        "Hello",
        "Attached file “a”: see there",
        "Attached file “a”:\n\n```\nnever closed",
        "Attached file “a”:\n\n```\nclosed\n```\n\nand words behind it",
        "Attached file “a”:\n\n```\nclosed\n``` and words behind it",
        "said about Attached file “a”:\n\n```\nin the midst of a line\n```",
    ],
)
def test_other_texts_are_words(prompt: str) -> None:
    assert parted(prompt) == (prompt, ())


def test_what_looks_like_a_file_before_the_persons_words_is_theirs() -> None:
    theirs = "Attached file “a”:\n\n```\nquoted\n```\n\nWhat is meant by this?"
    said, (file,) = parted(quoting(theirs, [("b", "text")]))
    assert (said, file.name) == (theirs, "b")


def test_a_file_that_quotes_a_prompt_with_files_is_one_file() -> None:
    inner = quoting("Look:", [("inner.md", "x"), ("second.md", "````")])
    said, found = parted(quoting("What is this?", [("outer.md", inner), ("last", "y")]))
    assert (said, [one.name for one in found]) == ("What is this?", ["outer.md", "last"])
