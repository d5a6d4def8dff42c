"""Numbers are written as the window's language has them, the same ones alike wherever they stand."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import inara_desktop
from inara_desktop.answer_figures import TurnFigures
from inara_desktop.context_meter import ContextMeter
from inara_desktop.said import deed, said
from inara_desktop.style import Appearance
from inara_desktop.values import ContextFill
from inara_desktop.wording import number, significant
from inara_engine.events import ModelFinished
from inara_engine.messages import Usage

DESKTOP = Path(inara_desktop.__file__).parent
ANSWER = ModelFinished(
    text="Done.", usage=Usage(prompt_tokens=9000, completion_tokens=4096), duration_ms=1900, cost=0.0021
)


@pytest.mark.usefixtures("american")
def test_an_american_window_has_commas_between_thousands(appearance: Appearance, qtbot: QtBot) -> None:
    assert (number(4096), number(999), number(1.24, 1), significant(0.0021, 2)) == ("4,096", "999", "1.2", "0.0021")
    assert TurnFigures().finished(ANSWER) == "4,096 tokens · 2,156 tokens/s · 1.9 s · cost 0.0021"
    meter = ContextMeter(appearance)
    qtbot.addWidget(meter)
    meter.show_fill(ContextFill(4096, 32_768))
    assert "4,096 of 32,768 tokens" in meter.toolTip()


@pytest.mark.usefixtures("german")
def test_a_german_window_has_dots_between_them_and_a_comma_before_fractions() -> None:
    assert (number(4096), number(999), number(1.24, 1), significant(0.0021, 2)) == ("4.096", "999", "1,2", "0,0021")
    assert TurnFigures().finished(ANSWER) == "4.096 Token · 2.156 Token/s · 1,9 s · Kosten 0,0021"


def test_no_module_writes_thousands_by_itself() -> None:
    specs = [
        (module.name, node.lineno)
        for module in sorted(DESKTOP.rglob("*.py"))
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.FormattedValue)
        and node.format_spec is not None
        and "," in ast.unparse(node.format_spec)
    ]
    assert specs == []


@pytest.mark.usefixtures("german")
def test_counts_in_what_the_engine_says_are_written_alike() -> None:
    assert said("It takes 9,120 tokens, and 800 go along: the rest is cut.").startswith(
        "Es braucht 9.120 Token, und 800 "
    )
    assert deed("Write 1,200 lines to ~/1,200 lines.txt") == "1.200 Zeilen in ~/1,200 lines.txt schreiben"
    assert said("The path is /a/1,200.", deep=False) == said("The path is /a/1,200.", deep=True)


@pytest.mark.usefixtures("german")
def test_where_people_decide_by_it_what_is_named_stays_letter_by_letter() -> None:
    assert "1,200" in said("1,200 changed since it was looked at; nothing was done.", deep=False)
