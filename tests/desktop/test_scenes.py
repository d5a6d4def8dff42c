"""The pictures show what the engine really says, so that a German one is German where the window is."""

from __future__ import annotations

import re

import pytest

from inara_desktop.recognising import known
from inara_desktop.said import deed, said, step
from tests.screenshots.consent import DELETE, MOVE, WRITE, asked
from tests.screenshots.window import PENDING, WAITING

CALLS = (WRITE, MOVE, DELETE)


@pytest.mark.usefixtures("german")
def test_what_is_asked_is_asked_in_german() -> None:
    deeds, sentences = known("deeds"), known("sentences")
    for call in CALLS:
        assert deeds.find(call.summary), call.summary
        for sentence in re.split(r"(?<=\.) (?=[A-Z])", call.reason):
            assert sentences.find(sentence, 10), sentence
        shown = asked(call)
        assert (shown.summary, shown.reason) == (deed(call.summary), said(call.reason, deep=False))
        assert call.summary != shown.summary
        assert not {"Path", "Size", "Undo", "Last changed", "From", "To"} & {label for label, _ in shown.details}
        assert all(step(each) in shown.because and step(each) != each for each in call.because)


@pytest.mark.parametrize("summary", [item.summary for item in PENDING] + [row.summary for row in WAITING[2:]])
def test_what_waits_is_said_as_the_engine_says_it(summary: str) -> None:
    assert known("deeds").find(summary)
