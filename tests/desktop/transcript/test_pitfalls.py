"""What Qt's Markdown gets wrong or a stream makes flicker, and what is shown instead; and anything else a model may write."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextFormat, QTextTable
from PySide6.QtWidgets import QApplication

from inara_desktop.transcript.code_block import CodeBlock
from inara_desktop.transcript.dressing import QUOTE_STEP
from inara_desktop.transcript.flow import Flow
from inara_desktop.transcript.growing import fragments
from inara_desktop.transcript.laid_out import LaidOut
from inara_desktop.transcript.prose import ProseBlock
from inara_desktop.transcript.rows import AnswerRow
from inara_desktop.transcript.selection import END
from inara_desktop.transcript.table_block import TableBlock
from inara_desktop.transcript.text import paintable
from inara_desktop.transcript.view import TranscriptView

Settled = Callable[[TranscriptView], None]


def kinds(view: TranscriptView) -> list[str]:
    return [block.span.kind for block in view.blocks_of("a")]


def plain(view: TranscriptView) -> str:
    return "\n".join(block.plain() for block in view.blocks_of("a"))


@pytest.mark.parametrize(
    "text",
    ["a | b\n--|--\n1 | 2\n", "| a | b |\nis no table\n", "A title\n===\n", "---\nkey: value\n---\n"],
    ids=["a table", "no table", "a heading", "front matter"],
)
def test_what_a_line_makes_of_the_lines_above_it_is_shown_as_that_when_lines_come_one_by_one(
    transcript: TranscriptView, settled: Settled, text: str
) -> None:
    transcript.load([AnswerRow("a", text)])
    settled(transcript)
    whole = [(type(block), block.gap, block.plain()) for block in transcript.blocks_of("a")]

    transcript.load([AnswerRow("a", streaming=True)])
    for line in text.splitlines(keepends=True):
        transcript.feed("a", line)
        settled(transcript)
    transcript.replace(AnswerRow("a", text))
    settled(transcript)

    assert [(type(block), block.gap, block.plain()) for block in transcript.blocks_of("a")] == whole


def test_footnotes_are_raised_numbers_and_their_text_stays(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", "True[^1], and `[^2]` is code.\n\n[^1]: As *they* say.\n\n[^12]: Twelve.")])
    settled(transcript)
    assert plain(transcript) == "True¹, and [^2] is code.\n¹\u2002As they say.\n¹²\u2002Twelve."


def test_notes_have_names_too_and_each_is_on_a_line_of_its_own(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", "True[^why].\n\n[^why]: As they say.\n[^2]: Two, with\nmore.\n[^c]: `c`.")])
    settled(transcript)
    assert plain(transcript) == "True[why].\n[why]\u2002As they say.\n²\u2002Two, with more.\n[c]\u2002c."


def test_what_looks_like_front_matter_is_shown(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", "---\ntitle: Garden\n---\n\ntext")])
    settled(transcript)
    assert "title: Garden" in plain(transcript)


def test_a_line_is_no_heading_until_what_makes_it_one_is_sure(transcript: TranscriptView, settled: Settled) -> None:
    """`line` and `---` below it is a heading; while it streams, `-` may still become a list."""
    transcript.load([AnswerRow("a", streaming=True)])
    seen: list[int] = []
    for character in "A line\n- and an item":
        transcript.feed("a", character)
        settled(transcript)
        block = transcript.blocks_of("a")[0]
        assert isinstance(block, ProseBlock)
        seen.append(block._laid_out().begin().blockFormat().headingLevel())
    assert set(seen) == {0}


TABLE = "| Plant | Sow |\n|---|---|\n"


@pytest.mark.parametrize("end", [12, 16, 19])
def test_half_a_table_becomes_one_without_a_jump(transcript: TranscriptView, settled: Settled, end: int) -> None:
    transcript.load([AnswerRow("a", streaming=True)])
    transcript.feed("a", TABLE[:end])
    settled(transcript)
    before = transcript.accessible_rect("a").height()
    transcript.feed("a", TABLE[end:])
    settled(transcript)
    assert kinds(transcript) == ["table"]
    assert abs(transcript.accessible_rect("a").height() - before) < 60, "nothing below it jumps"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("six  \nseven\\\neight", "six\nseven\neight"),
        ("**Name:**  \nAda  \n_Byron_", "Name:\nAda\nByron"),
        ("1. six  \n   seven", "six\nseven"),
        ("> six\\\n> seven  \n", "six\nseven"),
        ("a \\\\\nb", "a \\ b"),
        ("last  ", "last"),
        ("> six\\\n> seven\n> ```\n> a \\\n> b\n> ```\n> c  \n> d", "six\nseven\na \\\nb\nc\nd"),
    ],
)
def test_a_hard_break_stays_within_its_paragraph(
    transcript: TranscriptView, settled: Settled, source: str, said: str
) -> None:
    """Qt begins another paragraph there; in a list it has a number of its own."""
    transcript.load([AnswerRow("a", source)])
    settled(transcript)
    (block,) = transcript.blocks_of("a")
    assert isinstance(block, ProseBlock)
    assert block.plain() == said
    assert block._laid_out().blockCount() == (4 if "```" in source else 1)


def test_a_hard_break_streams_in_as_it_stays(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", streaming=True)])
    for character in "- **six**  \n  seven\\\n  eight":
        transcript.feed("a", character)
        settled(transcript)
        assert "\ufdd4" not in plain(transcript)
    assert plain(transcript) == "six\nseven\neight"


QUOTE = """> # Title
> text
>
> ```sh
> make \\
>   install
> ```
>
> | a | b |
> |---|---|
> | 1 | 2 |
>
> end"""


def test_all_of_a_quote_is_seen_to_be_in_it(transcript: TranscriptView, settled: Settled) -> None:
    """Qt forgets the quote of a heading, and puts an empty paragraph and the quote's indent into a table."""
    transcript.load([AnswerRow("a", QUOTE)])
    settled(transcript)
    (block,) = transcript.blocks_of("a")
    assert isinstance(block, ProseBlock)
    assert block.plain().split() == ["Title", "text", "make", "\\", "install", "a", "b", "1", "2", "end"]
    assert sum(bar.height() for bar in block._bars) > 0.8 * block.height
    assert block._bars[0].top() == 0, "the heading has its bar"
    document = block._laid_out()
    (table,) = document.rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    first = table.cellAt(0, 0)
    assert first.firstCursorPosition().block() == first.lastCursorPosition().block()
    assert first.firstCursorPosition().blockFormat().leftMargin() == 0


def test_a_quote_within_a_quote_begins_below_the_table_above_it(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", "> | a |\n> |---|\n> | 1 |\n>\n> > deeper")])
    settled(transcript)
    (block,) = transcript.blocks_of("a")
    assert isinstance(block, ProseBlock)
    document = block._laid_out()
    (table,) = document.rootFrame().childFrames()
    within = next(bar for bar in block._bars if bar.left() == QUOTE_STEP)
    assert within.top() >= document.documentLayout().frameBoundingRect(table).bottom()


def test_a_loose_list_keeps_counting(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", "3. three\n\n4. four\n\n   more of it\n\n5. five")])
    settled(transcript)
    numbers = [
        block._laid_out().begin().textList().format().start()
        for block in transcript.blocks_of("a")
        if isinstance(block, ProseBlock) and block.span.kind == "item"
    ]
    assert numbers == [3, 4, 5]


def test_code_is_set_character_by_character(transcript: TranscriptView, settled: Settled) -> None:
    """In some fonts `->` is an arrow and `!=` a crossed out `=`, which nobody can tell from what was written."""
    transcript.load([AnswerRow("a", "Say `a -> b`.\n\n| c |\n|---|\n| `a != b` |\n\n```\na -> b\n```")])
    settled(transcript)
    prose, table, code = transcript.blocks_of("a")
    assert isinstance(prose, ProseBlock)
    assert isinstance(table, TableBlock)
    assert isinstance(code, CodeBlock)
    (in_words,) = (form for _, text, form in fragments(prose._laid_out().begin()) if text == "a -> b")
    assert in_words.hasProperty(QTextFormat.Property.FontFeatures)
    (in_cell,) = table._visible_rows()[1].cells[0].layout.formats()
    assert in_cell.format.hasProperty(QTextFormat.Property.FontFeatures)  # type: ignore[attr-defined]  # a stub without it
    font = code._layout(0).font()
    assert [font.featureValue(QFont.Tag(name)) for name in ("calt", "liga") if font.isFeatureSet(QFont.Tag(name))] == [
        0,
        0,
    ]


@pytest.mark.parametrize(
    ("text", "shown", "copied"),
    [
        ("\tall:\n\t\techo word\n", "all:\n    echo word", "all:\n\techo word"),
        ("    all:\n\t  echo\n", "all:\n  echo", "all:\n  echo"),
        ("- a\n\n  ```\n\techo\n  \techo\n  ```\n", "  echo\n  echo", "  echo\n\techo"),
    ],
)
def test_of_tabs_before_code_only_the_white_space_goes(
    text: str, shown: str, copied: str, transcript: TranscriptView
) -> None:
    flow = Flow(transcript._style, LaidOut(), width=500)
    flow.set_text(text, streaming=False)
    (code,) = [block for block in flow.blocks if isinstance(block, CodeBlock)]
    assert (code.excerpt(0, END), flow.code_of(code.span)) == (shown, copied)


@pytest.mark.parametrize("line", ["\t" * 12 + "word " * 20, "你好" * 60, "\t\t" + "\tword" * 20])
def test_code_scrolls_to_its_end_whatever_a_line_is_made_of(
    line: str, transcript: TranscriptView, settled: Settled
) -> None:
    transcript.resize(500, 400)
    transcript.load([AnswerRow("a", f"```\n{line}\nx\n```\n")])
    settled(transcript)
    (code,) = [block for block in transcript.blocks_of("a") if isinstance(block, CodeBlock)]
    transcript.grab()
    drawn = code._layout(0).lineAt(0).naturalTextWidth()
    code.scroll_by(1_000_000)
    assert code._scroll >= drawn - (code.width - code.left)


def test_long_code_is_not_squeezed_and_scrolls_by_itself(transcript: TranscriptView, settled: Settled) -> None:
    transcript.load([AnswerRow("a", "```\n" + "x = 1; " * 200 + "\n```")])
    settled(transcript)
    (code,) = transcript.blocks_of("a")
    assert code.width <= transcript.viewport().width()
    assert code.scroll_by(500)


SCALED = """
import sys
from PySide6.QtGui import QFont, QTextFormat, QTextTable
from PySide6.QtWidgets import QApplication
from inara_desktop.transcript.rows import AnswerRow, UserRow
from inara_desktop.transcript.view import TranscriptView
app = QApplication([])
TEXT = "Words **bold** and `code`, more of them. " * 9 + "\\n\\n"
view = TranscriptView()
view.resize(701, 503)
view.show()
view.load([UserRow("u", "Hello"), AnswerRow("a", streaming=True)])
def settle():
    while not view.drained:
        app.processEvents()
    for _ in range(3):
        app.processEvents()
for n in range(14):
    view.feed("a", TEXT)
    settle()
view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 37)
settle()
moved = view.viewport().grab().toImage()
view.viewport().update()
settle()
sys.exit(0 if moved == view.viewport().grab().toImage() and view.devicePixelRatioF() == float(sys.argv[1]) else 1)
"""


@pytest.mark.parametrize("scale", ["1.25", "1.5"])
def test_a_screen_of_a_broken_scale_shows_what_a_fresh_painting_gives(scale: str) -> None:
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
    ran = subprocess.run([sys.executable, "-c", SCALED, scale], env=environ, cwd=Path(__file__).parents[3], check=False)
    assert ran.returncode == 0


PIECES = st.sampled_from(
    [
        *("# ", "- ", "1. ", "> ", "```", "```py\n", "~~~", "$$", "$", "\\(", "\\)", "|", "|---|\n", "---\n", "===\n"),
        *(
            "**",
            "*",
            "_",
            "`",
            "``",
            "~~",
            "[",
            "]",
            "(",
            ")",
            "![",
            "](x)",
            "[^1]",
            "[^1]: ",
            "[a]: b\n",
            "<b>",
            "&amp;",
        ),
        *(
            "\n",
            "\n\n",
            "  \n",
            "\t",
            "    ",
            "\\",
            "word ",
            "مرحبا ",
            "你好",
            "😀",
            "\0",
            "\ud800",
            "e\u0301\u0301\u0301\u0301\u0301\u0301",
        ),
        *("\r\n", "\u2028", "\u202e", "http://a.b ", "- [x] ", "\x0c"),
    ]
)
MARKDOWN = st.lists(PIECES, max_size=60).map("".join)


@given(MARKDOWN, st.integers(1, 40))
@example("\tword ", 1)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_model_writes_ends_up_the_same_streamed_or_whole(
    transcript: TranscriptView, text: str, size: int
) -> None:
    def settle() -> None:
        while not transcript.drained:
            QApplication.processEvents()

    transcript.load([AnswerRow("a", text)])
    settle()
    whole = [(block.span.kind, block.excerpt(0, END)) for block in transcript.blocks_of("a")]
    transcript.load([AnswerRow("a", streaming=True)])
    for start in range(0, len(text), size):
        transcript.feed("a", text[start : start + size])
        transcript._on_frame()
    settle()
    transcript.replace(AnswerRow("a", text))
    settle()
    transcript.grab()
    assert transcript.rows() == [AnswerRow("a", text)]
    assert [(block.span.kind, block.excerpt(0, END)) for block in transcript.blocks_of("a")] == whole
    said = "\n".join(line for line in text.split("\n") if "```" not in line and "~~~" not in line)  # no languages
    assert said.count("word") <= sum(shown.count("word") for _, shown in whole) + text.count("[a]: b") * 60


def test_what_shaping_is_slow_at_is_cut_short_and_what_people_write_is_not() -> None:
    family = "👩\u200d👩\u200d👧\u200d👦"
    assert paintable(family) == family
    assert paintable("👩\u200d" * 100).count("\u200d") == 12
    assert paintable("👩\u200d" * 100).count("👩") == 100
    assert paintable("\u202e\u2066" * 500 + "a") == "\u202e\u2066" * 8 + "a"
    assert paintable("\u2066שלום\u2069") == "\u2066שלום\u2069"
