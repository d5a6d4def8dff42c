"""The question before an effect: all waiting calls of a round, each with a decision of its own.

Nothing approves by accident. Deny has the focus and is what Enter does; what approves wakes up only
when the action has been open for half a second and its end has been on screen, and it takes no repeated
key. Each call is decided by itself, with approval asleep again for the next one. Closing answers
nothing: the calls go on waiting. Changed arguments become a new action, shown from its beginning.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from inara_desktop.action_view import ActionView
from inara_desktop.arguments_form import ArgumentsForm
from inara_desktop.call_list import CallList
from inara_desktop.confirm_parts import FORBIDDEN, DecisionButton, Heading, RuleBox, WhyBox, risk_words
from inara_desktop.consent_values import Decision, PendingCall, RuleChoice
from inara_desktop.controls import label
from inara_desktop.field import Field
from inara_desktop.style import Appearance

__all__ = ["ARMING_MS", "ConfirmDialog"]

ARMING_MS = 500
NARROW_PX = 900  # of the window behind


class ConfirmDialog(QDialog):
    """Show it with `open()`. Emits `answered` with one Decision for each call, or `dismissed`; then deletes itself.

    `revised` asks for a call with other arguments: answer with `renew` or `show_problem`.
    """

    answered = Signal(tuple)  # tuple[Decision, ...]
    dismissed = Signal()
    revised = Signal(str, str, dict)  # call id, digest of what was shown, arguments

    def __init__(self, appearance: Appearance, calls: Iterable[PendingCall], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._calls = list(calls)
        self._decisions: dict[str, Decision] = {}
        self._armed = False
        self._arming = QTimer(self, singleShot=True, interval=ARMING_MS)
        self.setObjectName("confirmDialog")
        self.setAccessibleName(self.tr("Inara asks before it acts"))
        self.setWindowTitle(self.tr("Inara asks"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        self.action = ActionView(appearance)
        self.form = ArgumentsForm(appearance)
        self.rule = RuleBox(appearance)
        self.deny = self._button(self.tr("Deny"), "deny")
        self.deny.setDefault(True)
        self.approve = self._button(self.tr("Allow once"), "approve", kind="primary")
        self.deny_all = self._button(self.tr("Deny all"), "denyAll", kind="quiet")
        self.edit = self._button(self.tr("Change…"), "editArguments", kind="quiet")
        self.edit.setAccessibleName(self.tr("Change what the tool is given"))
        self.leave = self._button(self.tr("Back"), "leaveEdit")
        self.preview = self._button(self.tr("Show what it would do"), "showEdited", kind="primary")
        self.reason = QLineEdit()
        self.reason.setObjectName("denyReason")
        self.reason.setAccessibleName(self.tr("Reason for denying, told to the model"))
        self.reason.setPlaceholderText(self.tr("Reason for denying (optional)"))
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
            self.reject_all()
            return
        current = self._current.call_id
        self._calls = left
        self._decisions.pop(call_id, None)
        self._list_calls()
        if current == call_id:
            self._go_on()
        else:
            row = self.call_ids.index(current)
            self._list.setCurrentRow(row)
            self._heading.show_call(self._current, row + 1, len(left))

    def renew(self, call: PendingCall) -> None:
        """What a call would do is another now: decided anew, and read from its beginning."""
        if call.call_id not in self.call_ids:
            return
        row = self.call_ids.index(call.call_id)
        if self._calls[row].digest == call.digest:
            return
        self._calls[row] = call
        self._decisions.pop(call.call_id, None)
        self._list_calls()
        if row == self._list.currentRow():
            self._show_call(row)

    def show_problem(self, text: str) -> None:
        """The changed arguments can't be taken, and why."""
        self.form.show_problem(text)
        self.preview.setEnabled(True)

    def reject_all(self) -> None:
        """Close without an answer, whatever is on top."""
        super().reject()
        self.dismissed.emit()

    # -- what the person does --------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self.action.make_room_for(self._calls)  # its width is known by now
            self._take_room()
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
        if key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp} and not self._editing:
            bar = self.action.verticalScrollBar()
            bar.setValue(bar.value() + (1 if key == Qt.Key.Key_PageDown else -1) * bar.pageStep())
            return
        super().keyPressEvent(event)

    def reject(self) -> None:
        """Esc and the close button: nothing is answered. Esc first leaves the fields, where they are open."""
        if self._editing and self.isVisible():
            self._on_leave()
            return
        self.reject_all()

    @Slot()
    def _on_approve(self) -> None:
        if self._may_approve():
            self._decide([self._current], approved=True)

    @Slot()
    def _on_always(self) -> None:
        if self._may_approve() and self.rule.rule is not None:
            self._decide([self._current], approved=True, rule=self.rule.rule)

    @Slot()
    def _on_deny(self) -> None:
        rows = {index.row() for index in self._list.selectedIndexes()} if len(self._calls) > 1 else set[int]()
        rows.add(self._calls.index(self._current))
        self._decide([self._calls[row] for row in sorted(rows)], approved=False)

    @Slot()
    def _on_deny_all(self) -> None:
        words = self.reason.text().strip()
        self._finish(tuple(Decision(call.call_id, call.digest, approved=False, reason=words) for call in self._calls))

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._calls) and self._calls[row] is not self._current:
            self._show_call(row, select=False)

    @Slot()
    def _on_selection(self) -> None:
        chosen = len(self._list.selectedIndexes())
        self.deny.setText(self.tr("Deny these {count}").format(count=chosen) if chosen > 1 else self.tr("Deny"))

    def _decide(self, calls: list[PendingCall], *, approved: bool, rule: RuleChoice | None = None) -> None:
        words = "" if approved else self.reason.text().strip()
        for call in calls:
            decision = Decision(call.call_id, call.digest, approved=approved, reason=words, rule=rule)
            self._decisions[call.call_id] = decision
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

    # -- changing what a call is given -----------------------------------------------------------

    @property
    def _editing(self) -> bool:
        return self._pages.currentWidget() is self.form

    @Slot()
    def _on_edit(self) -> None:
        self.form.show_arguments(self._current.arguments)
        self._set_editing(editing=True)
        self.form.focus_first()

    @Slot()
    def _on_leave(self) -> None:
        self._set_editing(editing=False)
        self.deny.setFocus()
        self._rearm()

    @Slot()
    def _on_preview(self) -> None:
        if not self.preview.isEnabled():  # Enter, while it is prepared
            return
        try:
            arguments = self.form.values()
        except ValueError as problem:
            self.form.show_problem(str(problem))
            return
        if arguments == dict(self._current.arguments):
            self._on_leave()
            return
        self.form.show_problem("")
        self.preview.setEnabled(False)  # until it is answered
        self.revised.emit(self._current.call_id, self._current.digest, arguments)

    def _set_editing(self, *, editing: bool) -> None:
        self._pages.setCurrentWidget(self.form if editing else self._frame)
        for part in (self.deny, self.approve, self.reason, self._hint):
            part.setVisible(not editing)
        self._list.setEnabled(not editing)
        for part in (self.leave, self.preview):
            part.setVisible(editing)
        self.preview.setEnabled(True)
        self.edit.setVisible(not editing and bool(self._current.arguments) and self._current.risk < FORBIDDEN)
        self.deny_all.setVisible(not editing and len(self._calls) > 1)
        self.rule.setVisible(not editing and self.rule.rule is not None)

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
        return self._armed and self.action.end_seen and self._current.risk < FORBIDDEN and not self._editing

    @Slot()
    def _update_approve(self) -> None:
        may = self._may_approve()
        if (self.approve.hasFocus() or self.rule.button.hasFocus()) and not may:
            self.deny.setFocus()
        self.approve.setEnabled(may)
        self.rule.button.setEnabled(may)
        if self._current.risk >= FORBIDDEN:
            self._hint.setText(self.tr("This can't be approved."))
        elif self.action.end_seen:
            self._hint.setText("")
        else:
            self._hint.setText(self.tr("Read to the end first"))

    # -- what is shown ---------------------------------------------------------------------------

    def _show_call(self, row: int, *, select: bool = True) -> None:
        call = self._current = self._calls[row]
        if select:
            self._list.setCurrentRow(row)
        self._heading.show_call(call, row + 1, len(self._calls))
        self._why.show_call(call)
        self.rule.show_offers(call.offers)
        kind = "danger" if risk_words(call.risk).tone == "error" else "primary"
        if self.approve.property("kind") != kind:
            self.approve.setProperty("kind", kind)
            self.approve.style().polish(self.approve)
        self.reason.clear()
        self.action.show_call(call)
        self._set_editing(editing=False)
        self.deny.setFocus()
        self._rearm()

    def _list_calls(self) -> None:
        self._list.show_calls(self._calls, self._decisions)
        self.deny_all.setVisible(len(self._calls) > 1)
        self.deny.setText(self.tr("Deny"))

    def _lay_out(self) -> None:
        metrics = self._appearance.theme.metrics
        self._frame = Field(self._appearance, sunken=True)
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.action)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._frame)
        self._pages.addWidget(self.form)
        self._heading = Heading(self._appearance)
        self._why = WhyBox()
        column = QVBoxLayout()
        column.setSpacing(metrics.gap_m)
        column.addWidget(self._heading)
        column.addLayout(self._pages, 1)
        column.addWidget(self._why)
        column.addWidget(self.rule)
        column.addWidget(self.reason)
        column.addLayout(self._buttons())

        behind = self.parentWidget()
        self._list = CallList(self._appearance, narrow=behind is not None and behind.width() <= NARROW_PX)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(*metrics.dialog_edges())
        whole.setSpacing(metrics.gap_l)
        beside = QVBoxLayout()
        beside.addWidget(self._list, 1)
        beside.addWidget(self.deny_all)
        whole.addLayout(beside)
        whole.addLayout(column, 1)
        self._current = self._calls[0]
        self._list_calls()

    def _buttons(self) -> QHBoxLayout:
        metrics = self._appearance.theme.metrics
        self._hint = label("", "small")
        self._hint.setObjectName("confirmHint")
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics.gap_s)
        buttons.addWidget(self.edit)
        buttons.addStretch(1)
        buttons.addWidget(self._hint)
        buttons.addSpacing(metrics.gap_xs)
        for button in (self.deny, self.approve, self.leave, self.preview):
            buttons.addWidget(button)
        return buttons

    def _button(self, words: str, name: str, *, kind: str = "") -> DecisionButton:
        button = DecisionButton(self._appearance, words, kind=kind)
        button.setObjectName(name)
        return button

    def _take_room(self) -> None:
        """As large as the action needs and the window behind it allows; Qt alone stops at two thirds of the screen."""
        wanted = self.sizeHint()
        behind = self.parentWidget()
        if behind is not None:
            wanted = wanted.boundedTo(behind.window().size() - QSize(32, 32))
        self.resize(wanted.expandedTo(self.minimumSizeHint()))

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._on_row)
        self._list.itemSelectionChanged.connect(self._on_selection)
        self.deny.clicked.connect(self._on_deny)
        self.approve.clicked.connect(self._on_approve)
        self.rule.chosen.connect(self._on_always)
        self.deny_all.clicked.connect(self._on_deny_all)
        self.edit.clicked.connect(self._on_edit)
        self.leave.clicked.connect(self._on_leave)
        self.preview.clicked.connect(self._on_preview)
        self.form.entered.connect(self._on_preview)
        self.action.endSeen.connect(self._update_approve)
        self.action.focusChanged.connect(self._frame.set_focused)
        self._arming.timeout.connect(self._on_armed)
        self._appearance.changed.connect(self._list_calls)
