"""The calls that a question is about, each with what has been decided of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from inara_desktop.consent_values import Decision, PendingCall
from inara_desktop.style import Appearance
from inara_desktop.visible import visible

__all__ = ["CallList"]

WIDTH_PX, NARROW_PX = 240, 160
BESIDE_PX = 48  # of a row's width: its edges, its icon
PADDING_PX = 9  # above the words, and below
LONGEST = 120  # characters of a summary: its heading beside the list says all of it
# Where a path may go on in the next line: after a folder, beside a mark such as [U+202E], in a name without end.
_PLACES = re.compile(r"(?<=[^~/]/)|(?=\[)|(?<=\])|(?<=[^\s/\[\]]{14})(?=[^\s/\[\]])")
_BREAK, _NO_BREAK = "\u200b", "\u2060"


class CallList(QListWidget):
    """Only there when there are several calls. `narrow`: the window behind has little room."""

    def __init__(self, appearance: Appearance, *, narrow: bool) -> None:
        super().__init__()
        self._appearance = appearance
        self.setObjectName("confirmCalls")
        self.setAccessibleName(self.tr("Actions to decide"))
        self.setFixedWidth(NARROW_PX if narrow else WIDTH_PX)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_calls(self, calls: Sequence[PendingCall], decisions: Mapping[str, Decision]) -> None:
        """List them anew, the current row kept, without a word of it to who listens; `decisions` are by call id."""
        row = self.currentRow()
        self.blockSignals(True)
        self.clear()
        for call in calls:
            icon, ink, state = self._state(decisions.get(call.call_id))
            tint = str(getattr(self._appearance.theme.colors, ink))
            words = _short(visible(call.summary))
            item = QListWidgetItem(self._appearance.icons.icon(icon, tint, 16), _breakable(words))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {state}")
            item.setSizeHint(QSize(0, self._height(item.text())))
            self.addItem(item)
        self.setCurrentRow(row)
        self.blockSignals(False)
        self.setVisible(len(calls) > 1)

    def _height(self, words: str) -> int:
        """Of a row that shows all of it."""
        room = QRect(0, 0, self.maximumWidth() - BESIDE_PX, 1000)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words).height() + 2 * PADDING_PX

    def _state(self, decision: Decision | None) -> tuple[str, str, str]:
        """Icon, colour and words."""
        if decision is None:
            return "clock", "muted", self.tr("not decided")
        if decision.approved:
            return "check", "success_text", self.tr("always allowed") if decision.rule else self.tr("approved")
        return "cross", "danger_text", self.tr("denied")


def _short(words: str) -> str:
    """The beginning and the end of what is long: there stand what is done and the file's name."""
    return words if len(words) <= LONGEST else f"{words[: LONGEST // 2]}…{words[1 - LONGEST // 2 :]}"


def _breakable(words: str) -> str:
    return _PLACES.sub(_BREAK, words).replace("~/", f"~/{_NO_BREAK}")
