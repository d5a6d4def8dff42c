"""Colours of code, a line at a time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inara_desktop.transcript.highlight import highlight, language_name


def words(line: str, language: str, state: int = 0) -> dict[str, str]:
    pieces, _ = highlight(line, language, state)
    return {line[piece.start : piece.start + piece.length]: piece.kind for piece in pieces}


def test_python() -> None:
    found = words('def greet(name="x"):  # say it', "python")
    assert found["def"] == "keyword"
    assert found["greet"] == "function"
    assert found['"x"'] == "string"
    assert found["# say it"] == "comment"


def test_a_docstring_goes_on_over_lines() -> None:
    _, state = highlight('    """First line', "python")
    assert state
    assert words("second line", "python", state) == {"second line": "string"}
    assert highlight('end"""', "python", state)[1] == 0


@pytest.mark.parametrize(
    ("language", "opens", "closes"),
    [
        ("js", "/* a", "b */"),
        ("html", "<!-- a", "b -->"),
        ("css", "/* a", "*/"),
        ("rust", "/*", "*/"),
        ("go", "`", "`"),
    ],
)
def test_states_open_and_close(language: str, opens: str, closes: str) -> None:
    _, state = highlight(opens, language)
    assert state
    assert highlight(closes, language, state)[1] == 0


def test_a_diff_is_coloured_by_its_first_character() -> None:
    assert words("+new", "diff") == {"+new": "added"}
    assert words("-old", "patch") == {"-old": "removed"}


def test_text_stays_plain() -> None:
    assert highlight("for if while", "text") == ([], 0)


@given(
    st.text(max_size=120),
    st.sampled_from(["python", "js", "json", "bash", "c", "rust", "html", "css", "sql", "yaml", "toml", "zig"]),
)
def test_pieces_lie_in_the_line_in_order(line: str, language: str) -> None:
    line = line.replace("\n", " ")
    pieces, _ = highlight(line, language)
    end = 0
    for piece in pieces:
        assert piece.start >= end
        assert piece.length > 0
        end = piece.start + piece.length
    assert end <= len(line)


def test_labels() -> None:
    assert [language_name(info) for info in ("py", "ts", "zig", "")] == ["Python", "TypeScript", "zig", "Code"]
