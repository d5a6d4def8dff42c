"""Open a question over the window, but not under the fingers of somebody who is typing.

The next Space or Enter was meant for the text and would answer the question instead.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit

from inara_desktop.composer import Composer
from inara_desktop.composer_editor import QUIET_S, ComposerEditor

__all__ = ["open_when_quiet"]


def open_when_quiet(dialog: QDialog, composer: Composer) -> None:
    """Open it now, or as soon as nothing has been typed for a moment. What waits is listed meanwhile."""
    _Opener(dialog, composer).attempt()


class _Opener(QTimer):
    def __init__(self, dialog: QDialog, composer: Composer) -> None:
        super().__init__(dialog, singleShot=True)
        self._dialog, self._composer = dialog, composer
        self._seen: str | int | None = None  # of the other field that has the focus
        self.timeout.connect(self.attempt)
        dialog.finished.connect(self.stop)  # put away before it was shown

    @Slot()
    def attempt(self) -> None:
        wait_ms = self._composer.quiet_in_ms() or self._quiet_elsewhere_in_ms()
        if wait_ms:
            self.start(wait_ms)
        else:
            self._dialog.open()

    def _quiet_elsewhere_in_ms(self) -> int:
        """The same for a search, a name, a setting: fields that don't tell when, but what was typed last."""
        field = QApplication.focusWidget()
        if isinstance(field, ComposerEditor):  # of the quick prompt
            return field.quiet_in_ms()
        seen: str | int | None = None
        if isinstance(field, QLineEdit):
            seen = field.text()
        elif isinstance(field, QPlainTextEdit) and not field.isReadOnly():
            seen = field.document().revision()
        before, self._seen = self._seen, seen
        return 0 if seen == before else math.ceil(QUIET_S * 1000)
