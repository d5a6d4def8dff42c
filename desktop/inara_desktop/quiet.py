"""Open a question over the window, but not under the fingers of somebody who is typing.

The next Space or Enter was meant for the text and would answer the question instead.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QDialog

from inara_desktop.composer import Composer

__all__ = ["open_when_quiet"]


def open_when_quiet(dialog: QDialog, composer: Composer) -> None:
    """Open it now, or as soon as nothing has been typed for a moment. What waits is listed meanwhile."""
    _Opener(dialog, composer).attempt()


class _Opener(QTimer):
    def __init__(self, dialog: QDialog, composer: Composer) -> None:
        super().__init__(dialog, singleShot=True)
        self._dialog, self._composer = dialog, composer
        self.timeout.connect(self.attempt)
        dialog.finished.connect(self.stop)  # put away before it was shown

    @Slot()
    def attempt(self) -> None:
        wait_ms = self._composer.quiet_in_ms()
        if wait_ms:
            self.start(wait_ms)
        else:
            self._dialog.open()
