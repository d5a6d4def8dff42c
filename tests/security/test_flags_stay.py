"""What strangers' text went into stays known as such, however little of it a model with a small window is told."""

from __future__ import annotations

import pytest

from inara_engine.events import TaskSubmitted
from inara_engine.folding import fold
from inara_engine.memory import LEVELS, Level
from inara_engine.personas import Budgets, Persona, told

NOTE = "- 2026-11-22 19:41 [private untrusted] " + "poison " * 60


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("after", ["", "\n  poison goes on in a second line", "\n- A note of the person's own."])
def test_no_window_is_small_enough_to_cut_off_a_notes_mark(level: Level, after: str) -> None:
    persona = Persona("clerk", "You are the clerk.", memory={level: NOTE + after})
    seen = 0
    for tokens in range(0, Budgets().total + 1, 97):
        made = told(persona, 2, budgets=Budgets().within(tokens))
        if "poison" in "".join(made.sections):
            seen += 1
            assert made.flags.untrusted, tokens
    assert seen > 10


def test_a_task_with_pasted_words_begins_as_what_strangers_wrote() -> None:
    task = TaskSubmitted(text="What does https://example.org/ mean by: Dear customer, …", pasted=True)
    state = fold([task])
    assert state.flags.untrusted == ("a text that was pasted",)
    assert not state.flags.private
    assert state.typed == ()  # no address in it may be read unasked
