"""Nothing shown is fetched or opened, nothing is lost, and nothing freezes the window."""

from __future__ import annotations

import ctypes
import os
import re
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from inara_desktop.transcript.rows import AnswerRow, ErrorRow, NoticeRow, RowDetail, ToolRow, UserRow
from inara_desktop.transcript.selection import END
from inara_desktop.transcript.view import TranscriptView

Settled = Callable[[TranscriptView], None]
_IN_OPEN = 0x20


def opened_files(folder: Path) -> Callable[[], list[str]]:
    """Names of files in `folder` that any code of this process opened since (by inotify)."""
    libc = ctypes.CDLL(None, use_errno=True)
    watch = libc.inotify_init1(os.O_NONBLOCK)
    assert watch >= 0
    assert libc.inotify_add_watch(watch, os.fsencode(folder), _IN_OPEN) >= 0

    def read() -> list[str]:
        try:
            data = os.read(watch, 65536)
        except BlockingIOError:
            return []
        names: list[str] = []
        while data:
            _, _, _, size = struct.unpack_from("iIII", data)
            names.append(data[16 : 16 + size].rstrip(b"\0").decode())
            data = data[16 + size :]
        return [name for name in names if name]

    return read


@pytest.mark.parametrize(
    "template",
    [
        "![x]({path})",
        "![x](file://{path})",
        "text ![x](<{path}>) text",
        "- item ![x]({path})",
        "> ![x]({path})",
        "| ![x]({path}) | b |\n|---|---|\n| ![x]({path}) | <img src='{path}'> |",
        "[![x]({path})](file://{path})",
        "![x][ref]\n\n[ref]: {path}",
        "<img src='{path}'>",
        '<link rel="stylesheet" href="{path}">',
        "[link](file://{path})",
        "# ![x]({path})",
        '![a **b**]({path} "title")',
    ],
)
def test_no_file_is_opened(transcript: TranscriptView, settled: Settled, tmp_path: Path, template: str) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"not really")
    text = template.format(path=picture)
    opened = opened_files(tmp_path)
    picture.read_bytes()
    assert opened() == ["picture.png"], "the watch works"

    transcript.load([AnswerRow("a", text, thinking=text), UserRow("u", text), ErrorRow("e", text, text)])
    transcript.append(AnswerRow("s", streaming=True))
    for character in text:
        transcript.feed("s", character)
    settled(transcript)
    transcript.grab()

    assert opened() == []


WORDS = """alpha **bravo** `charlie` [delta](http://echo) <b>foxtrot</b> &amp; ![golf](hotel.png)

[^1]: india

[juliett]: http://kilo "lima"

$$
mike
$$

\\(november\\) and $oscar*papa*quebec$

- romeo
  - sierra

    tango

1. uniform

> > > victor

| whiskey | xray |
|---|---|
| yankee | zulu |

```
one
```

    two

---
three: four
---

five\\
six\x20\x20
seven

Eight
===
"""


def test_no_word_is_lost(transcript: TranscriptView, settled: Settled) -> None:
    transcript.resize(800, 3000)
    transcript.load([AnswerRow("a", WORDS)])
    settled(transcript)
    shown = "\n".join(block.excerpt(0, END) for block in transcript.blocks_of("a"))

    words = set(re.findall(r"[A-Za-z]{3,}", WORDS)) - {"http", "hotel", "png", "echo", "amp"}
    assert {word for word in words if word not in shown} == set()


@pytest.mark.parametrize(
    "text",
    [
        "\x00 NUL \x07 bell \x1b[31m escape",
        "lone \ud800 surrogate \udfff",
        "e" + "\u0301" * 10_000,
        ">" * 10_000 + " deep",
        "> " * 10_000 + "deep",
        "- " * 5_000 + "deep",
        "\n".join("  " * n + "- item" for n in range(400)),
        "[" * 20_000,
        "![" * 10_000,
        "*" * 20_000,
        "*a" * 10_000,
        "`" * 20_001,
        "_a " * 8_000,
        "<" * 20_000,
        "&" * 20_000,
        "\\" * 20_001,
        "|" * 20_000,
        "| a " * 2_000 + "|\n" + "|---" * 2_000 + "|\n" + ("| b " * 2_000 + "|\n") * 40,
        "# " + "x" * 100_000,
        "```\n" + "y" * 1_000_000 + "\n```",
        "```" + "z" * 100_000,
        "\u202e right to left \u2066 \u0645\u0631\u062d\u0628\u0627 \u4f60\u597d",
        "a\r\nb\rc\u2028d\u2029e\x0bf\x0cg",
        "[x](" + "y" * 100_000 + ")",
        "http://" + "y" * 100_000,
        "$" * 10_000,
        "$$" + "x" * 50_000,
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_hostile_text_is_shown(transcript: TranscriptView, settled: Settled, text: str) -> None:
    transcript.load(
        [
            UserRow("u", text),
            ToolRow("t", text[:5000], text, "waiting", details=(RowDetail(text[:50], text),), note=text, allowed=text),
            ErrorRow("e", text, text),
            NoticeRow("n", text),
            AnswerRow("a", text, label=text[:1000], footer=text[:1000]),
            AnswerRow("s", streaming=True),
        ]
    )
    for start in range(0, len(text), 7_001):
        transcript.feed("s", text[start : start + 7_001])
    settled(transcript)
    transcript.verticalScrollBar().setValue(0)
    transcript.grab()
    transcript.replace(AnswerRow("s", text))
    settled(transcript)

    assert transcript.rows()[-1] == AnswerRow("s", text)


def test_a_line_of_many_megabytes_is_read_by_frames(transcript: TranscriptView, settled: Settled) -> None:
    text = "word " * 400_000
    transcript.load([AnswerRow("a", text)])
    settled(transcript)

    assert transcript.following
    assert transcript.blocks_of("a")[-1].plain().endswith("word")
    assert transcript.rows() == [AnswerRow("a", text)]


def test_the_end_of_a_cell_that_is_not_seen_is_not_looked_at(
    transcript: TranscriptView, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is open in it has no end to be shown at; to look for that in a whole line took 11 ms."""
    healed: list[int] = []

    def heal(text: str) -> str:
        healed.append(len(text))
        return text

    monkeypatch.setattr("inara_desktop.transcript.table_block.heal", heal)
    transcript.load([AnswerRow("a", streaming=True)])
    for piece in ("| a |\n|---|\n| **", *["word " * 40] * 20):
        transcript.feed("a", piece)
        settled(transcript)

    (table,) = transcript.blocks_of("a")
    assert "characters" in table.plain()
    assert 0 < max(healed) <= 600


@pytest.mark.parametrize("mark", ["- ", "1. ", "* + ", "> - "])
def test_one_line_does_not_begin_hundreds_of_lists(transcript: TranscriptView, settled: Settled, mark: str) -> None:
    """Each would be a paragraph of its own, and together they stop the window. What is left of the line is words."""
    transcript.load([AnswerRow("a", mark * 200 + "deep")])
    settled(transcript)
    (block,) = transcript.blocks_of("a")
    assert block.plain().count("\n") < 20
    assert block.plain().rstrip().endswith("deep")
