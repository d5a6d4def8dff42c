"""What is asked before something is done, and what was done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from inara_desktop.confirm_dialog import ConfirmDialog
from inara_desktop.consent_values import PendingCall, RuleChoice
from inara_desktop.style import Appearance
from tests.screenshots.window import HOUR, NOW, PENDING, WAITING, Scene, settle, window

DIFF = """--- /home/ada/Documents/Garden/plan.md
+++ /home/ada/Documents/Garden/plan.md
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
    "Change /home/ada/Documents/Garden/plan.md",
    "d1",
    2,
    "It changes a file. A copy of what was there is kept, so it can be undone.",
    (("Path", "/home/ada/Documents/Garden/plan.md"), ("Size", "212 → 276 bytes")),
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
    "Move /home/ada/Downloads/scan_0042.pdf",
    "d2",
    2,
    "It changes files. It can be undone.",
    (("From", "/home/ada/Downloads/scan_0042.pdf"), ("To", "/home/ada/Documents/Garden/invoice\u202efdp.exe")),
)
DELETE = PendingCall(
    "c3",
    "delete_file",
    "Delete /home/ada/Downloads/old.zip",
    "d3",
    3,
    "It changes something, and what it does may come from text that nobody here wrote.",
    (("Path", "/home/ada/Downloads/old.zip"), ("Size", "48 MB")),
    because=("Read ~/Downloads/notes.txt", "Fetch https://example.org/cleaning-tips"),
    arguments={"path": "/home/ada/Downloads/old.zip"},
    expires_at=NOW + 5 * HOUR,
)


def confirm(appearance: Appearance, calls: tuple[PendingCall, ...]) -> Sequence[QWidget]:
    """The dialog that asks for these."""
    made = window(appearance, WAITING)
    made.set_pending(PENDING)
    made.show()
    dialog = ConfirmDialog(appearance, calls, made)
    dialog.open()
    return [made, dialog]


def confirm_diff(appearance: Appearance) -> Sequence[QWidget]:
    return confirm(appearance, (WRITE,))


def confirm_delete(appearance: Appearance) -> Sequence[QWidget]:
    return confirm(appearance, (DELETE,))


def confirm_small(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, WAITING)
    made.resize(720, 520)
    made.show()
    dialog = ConfirmDialog(appearance, (WRITE, MOVE, DELETE), made)
    dialog.open()
    return [made, dialog]


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
    dialog.show_problem("path: ~/Notes/plan.md lies outside the granted folders. The call waits as it was.")
    return made


SCENES: tuple[Scene, ...] = (
    confirm_diff,
    confirm_delete,
    confirm_small,
    confirm_three,
    confirm_edit,
)
