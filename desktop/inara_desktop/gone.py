"""Whether somebody can still see what a task began for: it may be closed before the engine answers."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

__all__ = ["is_gone"]


def is_gone(widget: QWidget) -> bool:
    """Whether it is deleted, or it or what it is in is a dialog that was closed.

    Qt deletes a closed dialog when its loop comes to it: an answer that takes a few milliseconds is there before that
    now and then. WA_DeleteOnClose doesn't tell, as closing takes it away.
    """
    at: QWidget | None = widget
    while at is not None and isValid(at):
        window = at.window()
        if isinstance(window, QDialog) and window.isHidden():
            return True
        at = window.parentWidget()
    return at is not None
