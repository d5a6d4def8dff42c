"""What is asked before something is done, and what was done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from inara_desktop.confirm_dialog import ConfirmDialog
from inara_desktop.consent_values import PendingCall, RuleChoice
from inara_desktop.said import deed, labelled, said, step
from inara_desktop.style import Appearance
from inara_engine.events import Detail
from tests.screenshots.window import HOUR, NOW, Scene, pending, settle, waiting, window

DIFF = """--- plan.md
+++ plan.md
@@ -1,9 +1,11 @@
 # Garden plan

-## Spring
-- sow tomatoes
+## March
+- sow tomatoes indoors, 20 °C
+- order compost (2 m³)
 - prune the apple tree

 ## Summer
-- water
+- water in the morning
+- net over the currants
 - harvest
"""
WRITE = PendingCall(
    "c1",
    "write_file",
    "Replace ~/Documents/Garden/plan.md with 11 lines",
    "d1",
    2,
    "It changes a file in “/home/ada/Documents/Garden”.",
    (
        ("Path", "/home/ada/Documents/Garden/plan.md"),
        ("Size", "276 bytes"),
        ("Replaces", "212 bytes; a copy is kept, so it can be taken back"),
    ),
    DIFF,
    "diff",
    offers=(
        RuleChoice("me", "write_file", "/home/ada/Documents/Garden", "write_file in /home/ada/Documents/Garden"),
        RuleChoice("me", "write_file", "", "write_file, wherever it may work"),
    ),
    arguments={
        "path": "/home/ada/Documents/Garden/plan.md",
        "content": "# Garden plan\n\n## March\n- sow tomatoes indoors, 20 °C\n- order compost (2 m³)\n",
        "overwrite": True,
    },
)
MOVE = PendingCall(
    "c2",
    "move_file",
    "Move ~/Downloads/scan_0042.pdf to ~/Documents/Garden/invoice\u202efdp.exe",
    "d2",
    2,
    "It changes files in “/home/ada/Documents/Garden” and “/home/ada/Downloads”.",
    (("From", "/home/ada/Downloads/scan_0042.pdf"), ("To", "/home/ada/Documents/Garden/invoice\u202efdp.exe")),
)
DELETE = PendingCall(
    "c3",
    "delete_file",
    "Delete ~/Downloads/old.zip",
    "d3",
    3,
    "It deletes or replaces a file in “/home/ada/Downloads”. What it does may come from text that nobody here wrote.",
    (
        ("Path", "/home/ada/Downloads/old.zip"),
        ("Size", "48.0 MB"),
        ("Last changed", "2026-11-20 18:04"),
        ("Undo", "A copy is kept, so it can be taken back."),
    ),
    because=("Read ~/Downloads/notes.txt", "Fetch https://example.org/cleaning-tips"),
    arguments={"path": "/home/ada/Downloads/old.zip"},
    expires_at=NOW + 5 * HOUR,
)


def asked(call: PendingCall) -> PendingCall:
    """A call as the engine asks about it, in the language of the window, as `Consent` has it."""
    return call._replace(
        summary=deed(call.summary),
        reason=said(call.reason, deep=False),
        details=tuple(labelled(Detail(label=label, value=value)) for label, value in call.details),
        because=tuple(map(step, call.because)),
    )


def confirm(appearance: Appearance, calls: tuple[PendingCall, ...], size: QSize | None = None) -> Sequence[QWidget]:
    """The dialog that asks for these."""
    made = window(appearance, waiting())
    made.resize(size or made.size())
    made.set_pending(pending())
    made.show()
    dialog = ConfirmDialog(appearance, tuple(map(asked, calls)), made)
    dialog.open()
    return [made, dialog]


def confirm_diff(appearance: Appearance) -> Sequence[QWidget]:
    return confirm(appearance, (WRITE,))


def confirm_delete(appearance: Appearance) -> Sequence[QWidget]:
    return confirm(appearance, (DELETE,))


def confirm_small(appearance: Appearance) -> Sequence[QWidget]:
    return confirm(appearance, (WRITE, MOVE, DELETE), QSize(720, 520))


def confirm_three(appearance: Appearance) -> Sequence[QWidget]:
    made = confirm(appearance, (MOVE, WRITE, DELETE))
    settle(700)
    dialog = made[1]
    assert isinstance(dialog, ConfirmDialog)
    dialog.approve.click()
    return made


def confirm_edit(appearance: Appearance) -> Sequence[QWidget]:
    made = confirm(appearance, (WRITE,))
    dialog = made[1]
    assert isinstance(dialog, ConfirmDialog)
    dialog.edit.click()
    dialog.show_problem(said("~/Notes/plan.md lies outside the granted folders."))
    return made


SCENES: tuple[Scene, ...] = (
    confirm_diff,
    confirm_delete,
    confirm_small,
    confirm_three,
    confirm_edit,
)
