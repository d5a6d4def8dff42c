"""The quick prompt over the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from inara_desktop.attachments import TextFile
from inara_desktop.quick_prompt import QuickPrompt
from inara_desktop.style import Appearance
from inara_desktop.transcript.rows import AnswerRow, UserRow
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.values import StatusHint
from tests.screenshots.window import NOW, TALK, Scene, window


def quick_prompt(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    quick = QuickPrompt(appearance, TranscriptView)
    quick.transcript.set_theme(appearance.transcript_theme())
    quick.composer.set_hint(StatusHint("Qwen 3 8B", "local"))
    quick.transcript.load(
        [
            UserRow("u1", "What does “ceteris paribus” mean?", NOW - 5),
            AnswerRow(
                "a1", "**All other things being equal**: one thing changes, the rest is held still.", "", "Qwen 3 8B"
            ),
        ]
    )
    made.show()
    quick.show()
    quick.move(made.pos() + QPoint((made.width() - quick.width()) // 2, 110))
    return [made, quick]


def quick_given(appearance: Appearance) -> Sequence[QWidget]:
    """Before the question: what goes along, and why something does not."""
    made = window(appearance, TALK)
    quick = QuickPrompt(appearance, TranscriptView)
    quick.composer.set_hint(StatusHint("Qwen 3 8B", "local"))
    for name, text in (
        ("Selection", "The heating has been cold since Monday, and nobody answers."),
        ("Clipboard", "x"),
    ):
        quick.composer.attach(quick.composer.expect(name), TextFile(name, text))
    quick.composer.set_draft("Answer this letter, please")
    quick.say("This desktop lets no program see the screen. Paste a picture instead.")
    made.show()
    quick.summon()
    quick.move(made.pos() + QPoint((made.width() - quick.width()) // 2, 110))
    return [made, quick]


SCENES: tuple[Scene, ...] = (
    quick_prompt,
    quick_given,
)
