"""What can't be seen is written out: the person approves what they read."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inara_desktop.visible import visible

INVISIBLE = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
DISGUISED = {0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}


def test_every_code_point_is_either_seen_or_named() -> None:
    """All 1.1 million of them, each between two letters."""
    also_named = {0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F}  # more blanks and selectors that show nothing
    named = DISGUISED | also_named
    for start in range(0, sys.maxunicode + 1, 4096):
        expected = "x"
        for code in range(start, start + 4096):
            category = unicodedata.category(chr(code))
            hidden = category in INVISIBLE or code in named or (category == "Zs" and code != 0x20)
            expected += f"[U+{code:04X}]x" if hidden else f"{chr(code)}x"
        assert visible("x" + "".join(f"{chr(code)}x" for code in range(start, start + 4096))) == expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("invoice\u202efdp.exe", "invoice[U+202E]fdp.exe"),
        ("pass\u200bword", "pass[U+200B]word"),
        ("\u200b" * 37, "[U+200B ×37]"),
        ("a\nb\tc", "a[U+000A]b[U+0009]c"),
        ("x" + "\u0301" * 50, "x" + "\u0301" * 3 + "[U+0301 ×47]"),
        ("\u0301start", "[U+0301]start"),
        ("Grüße, 東京 שָׁלוֹם Tiếng Việt", "Grüße, 東京 שָׁלוֹם Tiếng Việt"),
        ("\ud800", "[U+D800]"),
        ("", ""),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_preview_keeps_its_lines_and_tabs() -> None:
    assert visible("all:\n\tmake \u2066x\r\n", lines=True) == "all:\n\tmake [U+2066]x[U+000D]\n"


def test_a_hidden_message_is_not_spelled_out_without_end() -> None:
    tags = "".join(chr(0xE0020 + each % 90) for each in range(500))
    shown = visible(f"hello{tags}")
    assert shown.startswith("hello[U+E0020][U+E0021]")
    assert shown.endswith("[and 484 more invisible characters]")


@given(st.text(), st.booleans())
def test_what_is_shown_can_be_shown_again_unchanged(text: str, lines: bool) -> None:
    once = visible(text, lines=lines)
    assert visible(once, lines=lines) == once
    assert all(character.isprintable() or (lines and character in "\n\t") for character in once)
