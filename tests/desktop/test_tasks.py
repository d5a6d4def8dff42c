"""What the person gave, taken apart again: words for the composer, files for its chips."""

from __future__ import annotations

from inara_desktop.attachments import prompt_text
from inara_desktop.tasks import taken_apart
from inara_desktop.values import Draft, TextFile


def test_a_message_that_is_changed_goes_out_as_it_came() -> None:
    files = (TextFile("plan.md", "# Plan\n\n```\ncode\n```"), TextFile("a.csv", "1,2"))
    sent = prompt_text(Draft(" Look: ", files))
    assert taken_apart(sent) == ("Look:", files)
    assert prompt_text(Draft(*taken_apart(sent))) == sent
