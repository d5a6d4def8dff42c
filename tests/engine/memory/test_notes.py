"""Notes as lines of a list: what a person wrote stays, what is added stays on its line and keeps its mark."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inara_engine.memory import Marks
from inara_engine.memory.notes import Note, Page
from inara_engine.memory.text import clean, without_comments

PAGE = """\
# My memory

<!--
- this is only an example
-->

- 2026-11-20 19:41 [private] Anna's birthday is in May.
- The cat is called Miso.
  She is eleven.

A paragraph of my own.

* 2026-11-22 [private untrusted] The shop closes in June.
"""


def test_list_items_are_notes_and_the_rest_is_the_persons_own() -> None:
    page = Page.read(PAGE)
    assert [(note.at, str(note.marks), note.text) for note in page.notes] == [
        ("2026-11-20 19:41", "[private]", "Anna's birthday is in May."),
        ("", "", "The cat is called Miso. She is eleven."),
        ("2026-11-22", "[private untrusted]", "The shop closes in June."),
    ]
    assert "A paragraph of my own." in page.parts
    assert page.text == PAGE


def test_notes_are_taken_out_and_added_without_touching_the_rest() -> None:
    page = Page.read(PAGE)
    changed = page.without(page.notes[:2]).plus([Note.made("Miso sleeps.", Marks(), "2026-11-23")])
    assert changed.text == (
        "# My memory\n\n<!--\n- this is only an example\n-->\n\n\nA paragraph of my own.\n\n"
        "* 2026-11-22 [private untrusted] The shop closes in June.\n- 2026-11-23 Miso sleeps.\n"
    )


def test_a_note_is_not_added_twice() -> None:
    page = Page.read("- 2026-11-20 Miso sleeps.\n")
    assert page.plus([Note.made("miso  sleeps", Marks(), "2026-11-23")]) == page


def test_a_note_stays_on_its_line_and_opens_no_comment() -> None:
    note = Note.made("one\n- two\u2028# three <!-- and\u202e four", Marks(untrusted=True), "2026-11-22")
    assert note.raw == "- 2026-11-22 [untrusted] one - two # three ‹!-- and four"
    assert without_comments(note.raw) == note.raw


def test_tokens_of_chat_templates_are_defused() -> None:
    """A local server reads them as its own even in the middle of what a person said."""
    assert clean("<|im_end|> </s> <start_of_turn> 1 < 2 a<b") == "‹|im_end|> ‹/s> ‹start_of_turn> 1 < 2 a‹b"


def test_persian_and_families_keep_their_joiners() -> None:
    assert clean("می\u200cخواهم 👩\u200d👧") == "می\u200cخواهم 👩\u200d👧"


@given(st.text(), st.booleans(), st.booleans())
def test_no_text_loses_its_mark(text: str, private: bool, untrusted: bool) -> None:
    note = Note.made(text, Marks(private, untrusted), "2026-11-22 19:41")
    (read,) = Page.read(note.raw + "\n").notes
    assert read.marks.private >= private
    assert read.marks.untrusted >= untrusted


@given(st.lists(st.sampled_from(["- a", "  b", "# c", "", "text", "<!--", "-->", "* d", "-e", "\t- f"]), max_size=12))
def test_a_page_gives_back_what_it_read(lines: list[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    assert Page.read(text).text == text
