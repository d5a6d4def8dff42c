"""The splitter's laws: a torn stream gives the same blocks as the whole text, and no character is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inara_desktop.transcript.markdown_lines import cells, first_cells
from inara_desktop.transcript.span import Span
from inara_desktop.transcript.splitter import Splitter, split

_LINES = [
    "A sentence. Another one!",
    "with **bold and `code",
    "",
    "",
    "   ",
    "# Heading",
    "####### seven",
    "Setext\n===",
    "---",
    "***",
    "- item",
    "* [ ] task",
    "  - nested",
    "    - deeper",
    "   in the item",
    "1. one",
    "12) twelve",
    "> quote",
    "> > deeper",
    "```python",
    "```",
    "   ```js",
    "   ```",
    "~~~",
    "def f():",
    "    indented",
    "\ttab",
    "| a | b |",
    "|---|:-:|",
    "| 1 | 2 |",
    "a | b",
    "--- | ---",
    "$$",
    "$$x$$",
    "\\[",
    "\\]",
    "[^1]: note",
    "[ref]: http://x.y",
    "key: value",
    "\r",
    "x" * 5000,
    "word " * 1200,
    "| " + "c | " * 1200,
]
documents = st.lists(st.sampled_from(_LINES) | st.text(max_size=30), max_size=25).map("\n".join)


def torn(text: str, cuts: list[int]) -> list[Span]:
    splitter = Splitter()
    places = sorted({min(cut, len(text)) for cut in cuts} | {0, len(text)})
    for start, end in pairwise(places):
        splitter.feed(text[start:end])
    splitter.finish()
    return splitter.spans


@given(documents, st.lists(st.integers(0, 20_000), max_size=30))
@settings(max_examples=300, deadline=None)
def test_where_the_stream_was_torn_makes_no_difference(text: str, cuts: list[int]) -> None:
    assert torn(text, cuts) == split(text)


@given(documents)
@settings(max_examples=100, deadline=None)
def test_one_character_at_a_time_gives_the_same_blocks(text: str) -> None:
    text = text[:1500]
    assert torn(text, list(range(len(text)))) == split(text)


@given(documents)
@settings(max_examples=300, deadline=None)
def test_the_blocks_joined_are_the_text(text: str) -> None:
    sources = "".join(text[span.start : span.end] for span in split(text))

    assert sources == text or not text.strip()


@given(documents, st.lists(st.integers(0, 20_000), max_size=10))
@settings(max_examples=100, deadline=None)
def test_at_each_moment_the_blocks_cover_the_text_so_far(text: str, cuts: list[int]) -> None:
    splitter = Splitter()
    seen = 0
    for cut in sorted({min(cut, len(text)) for cut in cuts}):
        splitter.feed(text[seen:cut])
        seen = cut
        ends = [span.end for span in splitter.spans]
        starts = [span.start for span in splitter.spans]
        assert starts[1:] == ends[:-1]
        assert all(end <= seen for end in ends)


@given(documents)
@settings(max_examples=100, deadline=None)
def test_no_prose_block_is_so_long_that_a_frame_could_not_parse_it(text: str) -> None:
    prose = [span for span in split(text) if span.kind not in {"code", "table", "math"}]

    assert all(len(text[span.start : span.end].strip()) < 9000 for span in prose)


def kinds(text: str) -> list[str]:
    return [span.kind for span in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo\n\nthree", ["paragraph", "paragraph"]),
        ("# Title\ntext", ["heading", "paragraph"]),
        ("Title\n===\ntext", ["heading", "paragraph"]),
        ("- a\n- b\n  - c", ["item", "item", "item"]),
        ("1. a\n\n   more\n2. b", ["item", "paragraph", "item"]),
        ("text\n> quote\nlazy", ["paragraph", "quote"]),
        ("```py\ncode\n```\nafter", ["code", "paragraph"]),
        ("````\n```\n````", ["code"]),
        ("```\nnever closed", ["code"]),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n\nend", ["table", "paragraph"]),
        ("intro\n| a | b |\n|---|---|\n| 1 | 2 |", ["paragraph", "table"]),
        ("| not a table |\nmore", ["paragraph"]),
        ("$$\nx\n$$\ntext", ["math", "paragraph"]),
        ("$$x$$ is inline", ["paragraph"]),
        ("a\n\n---\n\nb", ["paragraph", "rule", "paragraph"]),
        ("---\ntitle: x\n---\ntext", ["code", "paragraph"]),
        ("2024. was a year", ["item"]),
        ("In\n2024. it was", ["paragraph"]),
    ],
)
def test_kinds_of_blocks(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_code_in_a_list_item_is_a_code_block_at_the_items_depth() -> None:
    code = split("1. do this:\n   ```bash\n   ls\n   ```\n   then that")[1]

    assert (code.kind, code.info, code.depth, code.indent) == ("code", "bash", 1, 3)


def test_what_may_become_a_fence_is_held_back_from_the_code() -> None:
    splitter = Splitter()
    splitter.feed("```\nline\n``")
    span = splitter.spans[0]
    assert span.body_end == len("```\nline\n")

    splitter.feed("x`")
    assert splitter.spans[0].body_end == len("```\nline\n``x`")


def test_a_long_paragraph_is_cut_at_a_sentence_end_outside_of_emphasis() -> None:
    text = "A **bold sentence. It goes on** to its end. " * 200
    first, second = split(text)[:2]

    assert text[first.start : first.end].endswith("end. ")
    assert second.continued
    assert not second.lead


def test_emphasis_that_spans_a_cut_is_opened_again() -> None:
    text = "**" + "word " * 2000 + "**"

    assert all(span.lead == "**" for span in split(text)[1:])


LINK = "http://a.b/c "  # 118 of them lie in the 1,536 characters that are looked at
DENSE = {"links": LINK * 2_000, "marks": "*a* " * 6_000, "brackets": "[a] " * 6_000, "code": "`a` " * 6_000}


@pytest.mark.parametrize("text", DENSE.values(), ids=DENSE)
def test_dense_text_is_cut_into_pieces_half_as_long_between_its_words(text: str) -> None:
    spans = split(text)
    sizes = [span.end - span.start for span in spans]
    assert max(sizes[:-1]) <= 1024
    assert min(sizes[:-1]) > 1024 // 3
    assert sizes[-1] < 1536
    assert all(text[span.start - 1] == " " for span in spans[1:])
    assert all(span.continued and span.kind == "paragraph" for span in spans[1:])


@pytest.mark.parametrize("text", DENSE.values(), ids=DENSE)
@pytest.mark.parametrize("piece", [7, 1_000, 1_536, 5_000])
def test_dense_text_is_cut_alike_however_it_comes_and_what_is_cut_stays(text: str, piece: int) -> None:
    splitter, seen = Splitter(), list[tuple[int, int]]()
    for start in range(0, len(text), piece):
        splitter.feed(text[start : start + piece])
        closed = [(span.start, span.end) for span in splitter.spans[:-1]]
        assert closed[: len(seen)] == seen
        seen = closed
    splitter.finish()
    assert splitter.spans == split(text)


@pytest.mark.parametrize(("links", "longest"), [(60, 2048), (61, 1024)])
def test_a_paragraph_with_some_links_is_cut_as_usual(links: int, longest: int) -> None:
    """Sixty links in the first 1,536 characters are many; with one more each is laid out by itself."""
    words = "a word and so on "
    text = LINK * links + words * 300
    assert len(LINK * links) < 1536
    first = split(text)[0]
    assert longest - len(LINK + words) < first.end - first.start <= longest


def test_dense_words_after_a_usual_beginning_are_cut_when_their_turn_comes() -> None:
    text = "a word and so on " * 150 + LINK * 500
    sizes = [span.end - span.start for span in split(text)]
    assert sizes[0] > 1024
    assert max(sizes[2:]) <= 1024


def test_a_table_of_many_rows_is_several_blocks() -> None:
    spans = split("| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 100)

    assert [span.kind for span in spans] == ["table"] * 4
    assert [span.continued for span in spans] == [False, True, True, True]


def test_definitions_are_collected_for_other_blocks() -> None:
    splitter = Splitter()
    splitter.feed("see [this][a]\n\n[a]: https://example.org\n")

    assert splitter.definitions == {"a": "https://example.org"}


def test_cells_keep_escaped_pipes() -> None:
    assert cells(r"| a \| b | c |") == ["a | b", "c"]


@pytest.mark.parametrize(
    "line",
    [
        "| a | b | c |",
        "a | b | c",
        "| a | b | c",
        r"| a | b \| c | d |",
        "| a |",
        "a",
        "",
        "||||",
        "| a | b |   ",
        "|a|b| |",
    ],
)
@pytest.mark.parametrize("most", [1, 2, 3, 9])
def test_the_first_cells_of_a_row_are_those_of_the_whole(line: str, most: int) -> None:
    every = cells(line)
    first, beyond = first_cells(line, most)
    assert (first, beyond) == (every[:most], max(0, len(every) - most))


def test_a_row_too_long_to_be_one_is_cut_little_by_little() -> None:
    """It was waited for; all that came meanwhile isn't done with at once."""
    text = "| " + "c" * 200_000
    splitter = Splitter()
    made: list[int] = []
    for start in range(0, len(text), 1024):
        before = len(splitter.spans)
        splitter.feed(text[start : start + 1024])
        made.append(len(splitter.spans) - before)
    splitter.finish()

    assert sum(made) > 90
    assert max(made) <= 6
    assert splitter.spans == split(text)
