"""The question before an effect: all waiting calls of a round, each with a decision of its own.

Nothing approves by accident. Deny has the focus and is what Enter does; Approve wakes up only when
the action has been open for half a second and its end has been on screen, and it takes no repeated
key. Each call is decided by itself, with Approve asleep again for the next one. Closing answers
nothing: the calls go on waiting.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inara_desktop.action_view import ActionView
from inara_desktop.controls import ElidedLabel, IconLabel, Paragraph, TextButton, label
from inara_desktop.field import Field
from inara_desktop.style import Appearance
from inara_desktop.values import Decision, PendingCall, Tone
from inara_desktop.visible import visible

__all__ = ["ARMING_MS", "RISKS", "ConfirmDialog", "RiskWords"]

ARMING_MS = 500


@dataclass(frozen=True, slots=True)
class RiskWords:
    """How a risk level is said and shown."""

    words: str
    tone: Tone
    icon: str
    ink: str


RISKS: tuple[RiskWords, ...] = (
    RiskWords("No effect", "info", "info", "accent_text"),
    RiskWords("Only reads", "info", "info", "accent_text"),
    RiskWords("Makes a change", "warning", "shield", "warning_text"),
    RiskWords("Serious", "error", "warning", "danger_text"),
    RiskWords("Forbidden", "error", "lock", "danger_text"),
)
FORBIDDEN = 4


class _DecisionButton(TextButton):
    """A button that a held key can't press: only a fresh Enter or Space counts."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            event.accept()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            event.accept()
        else:
            super().keyReleaseEvent(event)


class ConfirmDialog(QDialog):
    """Show it with `open()`. Emits `answered` with one Decision for each call, or `dismissed`; then deletes itself."""

    answered = Signal(tuple)  # tuple[Decision, ...]
    dismissed = Signal()

    def __init__(self, appearance: Appearance, calls: Iterable[PendingCall], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._calls = list(calls)
        self._decisions: dict[str, Decision] = {}
        self._armed = False
        self._arming = QTimer(self, singleShot=True, interval=ARMING_MS)
        self.setObjectName("confirmDialog")
        self.setAccessibleName("Inara asks before it acts")
        self.setWindowTitle("Inara asks")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        self.action = ActionView(appearance)
        self.deny = _DecisionButton(appearance, "Deny")
        self.deny.setObjectName("deny")
        self.deny.setDefault(True)
        self.approve = _DecisionButton(appearance, "Approve", kind="primary")
        self.approve.setObjectName("approve")
        self.deny_all = _DecisionButton(appearance, "Deny all", kind="quiet")
        self.deny_all.setObjectName("denyAll")
        self.reason = QLineEdit()
        self.reason.setObjectName("denyReason")
        self.reason.setAccessibleName("Reason for denying, told to the model")
        self.reason.setPlaceholderText("Reason for denying (optional)")
        self.reason.setMaxLength(1000)
        self._lay_out()
        self._connect()
        self.action.make_room_for(self._calls)
        self._show_call(0)
        self._take_room()

    # -- from outside ----------------------------------------------------------------------------

    @property
    def call_ids(self) -> tuple[str, ...]:
        """The calls asked about."""
        return tuple(call.call_id for call in self._calls)

    def withdraw(self, call_id: str) -> None:
        """A call was answered elsewhere or has expired: ask about the others only, or close without an answer."""
        left = [call for call in self._calls if call.call_id != call_id]
        if len(left) == len(self._calls):
            return
        if not left:
            self.reject()
            return
        current = self._current.call_id
        self._calls = left
        self._decisions.pop(call_id, None)
        self._list_calls()
        if current == call_id:
            self._go_on()
        else:
            self._list.setCurrentRow(self.call_ids.index(current))

    # -- what the person does --------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.deny.setFocus()
        self._rearm()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._rearm()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers only on a button; the page keys scroll the action from anywhere."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.focusWidget() is self.reason:
                self.deny.setFocus()
            return
        if key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            bar = self.action.verticalScrollBar()
            bar.setValue(bar.value() + (1 if key == Qt.Key.Key_PageDown else -1) * bar.pageStep())
            return
        super().keyPressEvent(event)

    def reject(self) -> None:
        """Esc and the close button: nothing is answered."""
        super().reject()
        self.dismissed.emit()

    @Slot()
    def _on_approve(self) -> None:
        if self._may_approve():
            self._decide(approved=True)

    @Slot()
    def _on_deny(self) -> None:
        self._decide(approved=False)

    @Slot()
    def _on_deny_all(self) -> None:
        words = self.reason.text().strip()
        self._finish(tuple(Decision(call.call_id, call.digest, approved=False, reason=words) for call in self._calls))

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._calls) and self._calls[row] is not self._current:
            self._show_call(row)

    def _decide(self, *, approved: bool) -> None:
        call = self._current
        words = "" if approved else self.reason.text().strip()
        self._decisions[call.call_id] = Decision(call.call_id, call.digest, approved=approved, reason=words)
        self._go_on()

    def _go_on(self) -> None:
        """To the next call without a decision; when there is none, the answer is complete."""
        open_rows = [row for row, call in enumerate(self._calls) if call.call_id not in self._decisions]
        if not open_rows:
            self._finish(tuple(self._decisions[call.call_id] for call in self._calls))
            return
        here = self._list.currentRow()
        self._list_calls()
        self._show_call(next((row for row in open_rows if row > here), open_rows[0]))

    def _finish(self, decisions: tuple[Decision, ...]) -> None:
        self.answered.emit(decisions)
        self.accept()

    # -- arming ----------------------------------------------------------------------------------

    def _rearm(self) -> None:
        self._armed = False
        self._arming.start()
        self._update_approve()

    @Slot()
    def _on_armed(self) -> None:
        self._armed = True
        self._update_approve()

    def _may_approve(self) -> bool:
        return self._armed and self.action.end_seen and self._current.risk < FORBIDDEN

    @Slot()
    def _update_approve(self) -> None:
        may = self._may_approve()
        if self.approve.hasFocus() and not may:
            self.deny.setFocus()
        self.approve.setEnabled(may)
        if self._current.risk >= FORBIDDEN:
            self._hint.setText("This can't be approved.")
        elif self.action.end_seen:
            self._hint.setText("")
        else:
            self._hint.setText("Scroll to the end to approve")

    # -- what is shown ---------------------------------------------------------------------------

    def _show_call(self, row: int) -> None:
        call = self._current = self._calls[row]
        risk = RISKS[min(max(call.risk, 0), FORBIDDEN)]
        self._list.setCurrentRow(row)
        several = len(self._calls) > 1
        self._heading.setText(f"Allow this? ({row + 1} of {len(self._calls)})" if several else "Allow this?")
        self._tool.set_text(f"Tool: {visible(call.tool)}")
        self._risk_icon.set_icon(risk.icon, risk.ink)
        self._risk.setText(risk.words)
        self._risk_chip.setProperty("tone", risk.tone)
        self._risk_chip.style().polish(self._risk_chip)
        self._why.set_text(visible(call.reason, lines=True)[:2000])
        self._why_box.setVisible(bool(call.reason))
        kind = "danger" if risk.tone == "error" else "primary"
        if self.approve.property("kind") != kind:
            self.approve.setProperty("kind", kind)
            self.approve.style().polish(self.approve)
        self.reason.clear()
        self.action.show_call(call)
        self.deny.setFocus()
        self._rearm()

    def _list_calls(self) -> None:
        """The calls with what has been decided of each; only there when there are several."""
        row = self._list.currentRow()
        self._list.blockSignals(True)
        self._list.clear()
        for call in self._calls:
            decision = self._decisions.get(call.call_id)
            if decision is None:
                icon, ink, state = "clock", "muted", "not decided"
            elif decision.approved:
                icon, ink, state = "check", "success_text", "approved"
            else:
                icon, ink, state = "cross", "danger_text", "denied"
            tint = str(getattr(self._appearance.theme.colors, ink))
            item = QListWidgetItem(self._appearance.icons.icon(icon, tint, 16), visible(call.summary[:200]))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{visible(call.summary[:200])}, {state}")
            self._list.addItem(item)
        self._list.setCurrentRow(row)
        self._list.blockSignals(False)
        self._list.setVisible(len(self._calls) > 1)
        self.deny_all.setVisible(len(self._calls) > 1)

    def _lay_out(self) -> None:
        metrics = self._appearance.theme.metrics
        self._frame = Field(self._appearance, sunken=True)
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.action)
        column = QVBoxLayout()
        column.setSpacing(metrics.gap_m)
        column.addLayout(self._top())
        column.addWidget(self._frame, 1)
        column.addWidget(self._reason_box())
        column.addWidget(self.reason)
        column.addLayout(self._buttons())

        self._list = QListWidget()
        self._list.setObjectName("confirmCalls")
        self._list.setAccessibleName("Actions to decide")
        self._list.setFixedWidth(240)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(metrics.gap_xl, metrics.gap_xl, metrics.gap_xl, metrics.gap_l)
        whole.setSpacing(metrics.gap_l)
        whole.addWidget(self._list)
        whole.addLayout(column, 1)
        self._current = self._calls[0]
        self._list_calls()

    def _top(self) -> QHBoxLayout:
        self._heading = label("", "title")
        self._tool = ElidedLabel("", "muted")
        self._risk_icon = IconLabel(self._appearance, "shield", "warning_text", 16)
        self._risk = label("", "strong")
        self._risk.setObjectName("confirmRisk")
        self._risk_chip = QFrame()
        self._risk_chip.setProperty("kind", "note")
        chip = QHBoxLayout(self._risk_chip)
        chip.setContentsMargins(10, 5, 12, 5)
        chip.setSpacing(6)
        chip.addWidget(self._risk_icon)
        chip.addWidget(self._risk)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._tool)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addWidget(self._risk_chip, 0, Qt.AlignmentFlag.AlignTop)
        return top

    def _reason_box(self) -> QWidget:
        self._why = Paragraph()
        self._why.setObjectName("confirmReason")
        self._why_box = QWidget()
        why = QVBoxLayout(self._why_box)
        why.setContentsMargins(2, 0, 2, 0)
        why.setSpacing(2)
        why.addWidget(label("Why Inara asks", "section"))
        why.addWidget(self._why)
        return self._why_box

    def _buttons(self) -> QHBoxLayout:
        metrics = self._appearance.theme.metrics
        self._hint = label("", "small")
        self._hint.setObjectName("confirmHint")
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics.gap_s)
        buttons.addWidget(self.deny_all)
        buttons.addStretch(1)
        buttons.addWidget(self._hint)
        buttons.addSpacing(metrics.gap_xs)
        buttons.addWidget(self.deny)
        buttons.addWidget(self.approve)
        return buttons

    def _take_room(self) -> None:
        """As large as the action needs and the window behind it allows; Qt alone stops at two thirds of the screen."""
        wanted = self.sizeHint()
        behind = self.parentWidget()
        if behind is not None:
            wanted = wanted.boundedTo(behind.window().size() - QSize(32, 32))
        self.resize(wanted.expandedTo(self.minimumSizeHint()))

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._on_row)
        self.deny.clicked.connect(self._on_deny)
        self.approve.clicked.connect(self._on_approve)
        self.deny_all.clicked.connect(self._on_deny_all)
        self.action.endSeen.connect(self._update_approve)
        self.action.focusChanged.connect(self._frame.set_focused)
        self._arming.timeout.connect(self._on_armed)
        self._appearance.changed.connect(self._list_calls)
