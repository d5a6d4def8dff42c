"""The clock and the calculator."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from inara_engine.errors import ToolError
from inara_engine.messages import Risk
from inara_engine.tools.calculator import calculate
from tests.support.desk import TOOLS, Desk


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_berlin")
@pytest.mark.parametrize(
    ("zone", "text"),
    [
        ("", "Monday, 2026-09-21T16:13:20+02:00 (CEST)"),
        ("UTC", "Monday, 2026-09-21T14:13:20+00:00 (UTC)"),
        ("Asia/Tokyo", "Monday, 2026-09-21T23:13:20+09:00 (JST)"),
    ],
)
async def test_the_time_here_and_elsewhere(desk: Desk, zone: str, text: str) -> None:
    assert (await desk.do("current_time", zone=zone)).text == text


async def test_a_zone_nobody_knows(desk: Desk) -> None:
    for zone in ("Mars/Base", "../../etc/passwd"[6:], "/etc/localtime"):
        with pytest.raises(ToolError, match="no known time zone"):
            await desk.do("current_time", zone=zone)
    with pytest.raises(ValidationError):
        await desk.do("current_time", zone="../../etc/passwd")


async def test_both_are_harmless_and_repeatable(desk: Desk) -> None:
    assert (await desk.prepare("current_time")).risk == Risk.PURE
    action = await desk.prepare("calculate", expression="1+1")
    assert (action.risk, action.capabilities) == (Risk.PURE, frozenset())
    assert action.summary == "Calculate 1+1"  # a card says what it is about
    assert TOOLS["calculate"].repeatable
    assert TOOLS["current_time"].repeatable


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("2 + 3 * 4", "14"),
        ("(2 + 3) * 4", "20"),
        ("10 / 4", "2.5"),
        ("10 / 5", "2"),
        ("-7 // 2", "-4"),
        ("-7.5 // 2", "-4"),
        ("-7.5 % 2", "0.5"),
        ("2 ** 10", "1024"),
        ("2 ** -1", "0.5"),
        ("2 ** 0.5", "1.4142135623731"),
        ("0.1 + 0.2", "0.3"),
        ("19.99 * 1.19", "23.7881"),
        ("round(19.99 * 1.19, 2)", "23.79"),
        ("round(2.5)", "3"),
        ("round(-2.5)", "-3"),
        ("round(123456, -2)", "123500"),
        ("1 / 3", "0.333333333333333"),
        ("1e21", "1e+21"),
        ("1_000 × 3 ÷ 4 − 1", "749"),
        ("sqrt(144)", "12"),
        ("sqrt(2.25)", "1.5"),
        ("sin(pi / 6)", "0.5"),
        ("log(100, 10)", "2"),
        ("log2(8)", "3"),
        ("max(1, 2.5, 2)", "2.5"),
        ("min(3)", "3"),
        ("mean(1, 2, 4.5)", "2.5"),
        ("factorial(20)", "2432902008176640000"),
        ("gcd(12, 18) + lcm(4, 6)", "18"),
        ("floor(2.7) + ceil(2.1)", "5"),
        ("abs(-1.5)", "1.5"),
    ],
)
def test_what_a_person_would_get(expression: str, value: str) -> None:
    assert calculate(expression) == value


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("9**9**9", "too large"),
        ("2**100000", "too large"),
        ("(2**9999)**2", "too large"),
        ("2**9999 * 2**9999", "too large"),
        ("1e400", "too large"),
        ("exp(1000000)", "too large"),
        ("floor(1e9000)", "too large"),
        ("10.0**9999 * 10.0", "too large"),
        ("factorial(100000)", "up to 1000"),
        ("1/0", "divides by zero"),
        ("1 % 0", "divides by zero"),
        ("0.0 // 0", "divides by zero|no real number"),
        ("sqrt(-1)", "no real number"),
        ("log(0)", "no real number"),
        ("(-8) ** 0.5", "no real number"),
        ("asin(2)", "no real number"),
        ("2 ^ 3", r"Use \*\* for powers"),
        ("1 << 3", "Only"),
        ("price * 2", "“price” is not known"),
        ("frobnicate(2)", "“frobnicate” is not known"),
        ("sqrt()", "takes 1 numbers, not 0"),
        ("1 +", "not arithmetic"),
        ("", "not arithmetic"),
        ("1 2", "not arithmetic"),
        ("True", "not known"),
        ("1j", "not arithmetic"),
        ("'a' * 3", "not arithmetic"),
        ("__import__('os').system('id')", "not arithmetic"),
        ("(1).__class__", "not arithmetic"),
        ("[x for x in (1,)]", "not arithmetic"),
        ("lambda: 1", "not arithmetic"),
        ("round(1, ndigits=2)", "not arithmetic"),
        ("round(1.5, 0.5)", "whole number of digits"),
        ("gcd(1.5, 3)", "whole numbers"),
        ("(" * 240 + "1" + ")" * 240, "not arithmetic"),
        ("-" * 400 + "1", "too many parts"),
        ("1" * 501, "longer than"),
        ("1\0", "not arithmetic"),
    ],
)
def test_what_cannot_be_computed_says_why(expression: str, words: str) -> None:
    with pytest.raises(ToolError, match=words) as caught:
        calculate(expression)
    assert caught.value.next_step


WHOLE = st.integers(-(10**9), 10**9)
EXPRESSIONS = st.recursive(
    WHOLE.map(lambda number: f"({number})"),
    lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda parts: f"({' '.join(parts)})"),
    max_leaves=8,
)


@settings(deadline=None)
@given(EXPRESSIONS)
def test_it_agrees_with_exact_fractions(expression: str) -> None:
    """The law: within the 15 digits shown, what it says is true."""
    try:
        exact = eval(re.sub(r"(\d+)", r"Fraction(\1)", expression), {"Fraction": Fraction})
    except ZeroDivisionError:
        return
    shown = told(expression)
    # A difference that 34 digits can't tell from zero may be divided by.
    assert shown.startswith("That divides by zero") or math.isclose(
        Fraction(shown), exact, rel_tol=1e-12, abs_tol=1e-12
    )


@settings(deadline=None)
@given(st.text(max_size=60) | st.text(alphabet="0123456789.+-*/%()e ,sqrtinlogabx", max_size=60))
def test_no_text_does_anything_but_compute_or_explain(expression: str) -> None:
    assert told(expression)


def told(expression: str) -> str:
    """What the model would read: the value, or why there is none."""
    try:
        return calculate(expression)
    except ToolError as error:
        return error.message
