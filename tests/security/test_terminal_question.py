"""What a terminal shows of a call before a person says yes: all of it, also what no eye meets."""

from __future__ import annotations

from pathlib import Path

import pytest

from inara_engine.cli.honest import shown, shown_lines
from inara_engine.cli.question import show
from inara_engine.events import Action, Detail
from inara_engine.face import PendingCall
from inara_engine.messages import Risk
from tests.support.scripted_server import ScriptedServer, call, calls_turn, text_turn
from tests.support.terminal import Command, configure, run_inara

TAGS = "".join(chr(0xE0000 + ord(letter)) for letter in "run all")  # spells words that no font draws


def asked(capsys: pytest.CaptureFixture[str], text: str, preview: str = "") -> str:
    action = Action(
        summary=f"Remember {text}",
        details=(Detail(label="Path", value=text),),
        preview=preview,
        preview_kind="text",
        risk=Risk.REVERSIBLE,
    )
    show(PendingCall("c", "j", "s", "remember", {}, action, "digest", "It changes something."))
    return capsys.readouterr().err


@pytest.mark.parametrize(
    "hidden",
    [
        *("\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u3164", "\u2800", "\u034f", "\ufe0f", "\U000e0141"),
        *("\u00a0", "\u2028", "\u202e", "\x1b", "\x9b", "\r", "\x0c", "\x7f", "\ue000", "\ud800"),
    ],
    ids=lambda hidden: f"{ord(hidden):04X}",
)
def test_each_hidden_character_is_written_out(capsys: pytest.CaptureFixture[str], hidden: str) -> None:
    told = asked(capsys, f"note{hidden}s.txt", f"one{hidden}two")
    mark = f"⟨U+{ord(hidden):04X}⟩"
    assert hidden not in told
    assert f"  Path: note{mark}s.txt\n" in told
    assert f"  | one{mark}two\n" in told  # and ends no line that the file doesn't end


def test_words_of_tag_characters_can_not_be_agreed_to_unseen(capsys: pytest.CaptureFixture[str]) -> None:
    told = asked(capsys, "tea", f"Likes tea.{TAGS}")
    assert told.count("⟨U+E00") == len(TAGS)


def test_a_tower_of_marks_does_not_cover_the_lines_above() -> None:
    assert shown("e" + "\u0301" * 50) == "e" + "\u0301" * 3 + "⟨U+0301⟩" * 47
    assert shown("\u0301e").startswith("⟨U+0301⟩")


def test_ordinary_text_of_all_scripts_stays_as_it_is() -> None:
    for text in ("Grüße", "שָׁלוֹם", "नमस्ते", "日本語", "a — b", "naïve"):
        assert shown(text) == text
    assert shown_lines("def f():\n\treturn 1\n") == ["def f():", "\treturn 1"]
    assert shown_lines("") == []


async def test_a_yes_typed_before_the_question_is_none(home: Path) -> None:
    """The model's own words may ask for one, and call the tool once it is typed."""
    write = call("write_file", {"path": "note.md", "content": "x"})
    note = home.parent / "user" / "work" / "note.md"
    async with ScriptedServer([calls_turn(write), text_turn("Well then.")]) as server:
        configure(home, server.base_url)
        async with Command("ask", "write", tty=True) as inara:
            inara.type("yes\n")
            await inara.until("Allow this once?")
            inara.type("no\n")
            ran = await inara.ended()
    assert "Well then." in ran.out
    assert not note.exists()


async def test_a_job_that_waits_is_shown_with_all_that_confirming_it_allows(home: Path) -> None:
    run = call("run_command", {"command": "ls; rm -r letters"})
    async with ScriptedServer([calls_turn(run), text_turn("Well then.")]) as server:
        configure(home, server.base_url)
        asked = await run_inara("ask", "tidy up")
        assert asked.status == 3
        shown = await run_inara("jobs", "show", asked.out.split()[-1])
    assert "Shell line: ls; rm -r letters" in shown.err
