"""What the confirm dialog is made of: its heading, why it asks, the rule that may be made, its buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inara_desktop.consent_values import PendingCall, RuleChoice
from inara_desktop.controls import Choice, ElidedLabel, IconLabel, Paragraph, PickerButton, TextButton, label
from inara_desktop.moments import weekday
from inara_desktop.said import said
from inara_desktop.style import Appearance
from inara_desktop.transcript.rows import RISK_WORDS
from inara_desktop.values import Tone
from inara_desktop.visible import visible
from inara_desktop.wording import number, translate
from inara_engine.frozen import frozen

__all__ = ["FORBIDDEN", "DecisionButton", "Heading", "RuleBox", "WhyBox", "risk_words"]

FORBIDDEN = 4
STEPS_SHOWN = 5
WHY_PX = 92  # what there is of the reasons where room is scarce: their heading and four lines
GROUP_GAP = 8  # above what is said next
RULE_CHARACTERS = 300  # of a longer rule the smallest dialog could not show all


@frozen
class RiskWords:
    """How a risk level is said and shown."""

    words: str
    tone: Tone
    icon: str
    ink: str


_RISKS: tuple[RiskWords, ...] = (
    RiskWords(RISK_WORDS[0], "info", "info", "accent_text"),
    RiskWords(RISK_WORDS[1], "info", "info", "accent_text"),
    RiskWords(RISK_WORDS[2], "warning", "shield", "warning_text"),
    RiskWords(RISK_WORDS[3], "error", "warning", "danger_text"),
    RiskWords(RISK_WORDS[4], "error", "lock", "danger_text"),
)


def risk_words(risk: int) -> RiskWords:
    """A risk level, 0 to 4, in words."""
    return _RISKS[min(max(risk, 0), FORBIDDEN)]


class DecisionButton(TextButton):
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


class Heading(QWidget):
    """Which question this is, whose tool, and how serious."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._title = label("", "title")
        self._tool = ElidedLabel("", "muted")
        self._icon = IconLabel(appearance, "shield", "warning_text", 16)
        self._risk = label("", "strong")
        self._risk.setObjectName("confirmRisk")
        self._chip = QFrame()
        self._chip.setProperty("kind", "note")
        chip = QHBoxLayout(self._chip)
        chip.setContentsMargins(10, 5, 12, 5)
        chip.setSpacing(6)
        chip.addWidget(self._icon)
        chip.addWidget(self._risk)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._tool)
        top = QHBoxLayout(self)
        top.setContentsMargins(0, 0, 0, 0)
        top.addLayout(words, 1)
        top.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)

    def show_call(self, call: PendingCall, number: int, of: int) -> None:
        """Show the heading of a call, the `number`th of so many."""
        risk = risk_words(call.risk)
        title = self.tr("Allow this? ({number} of {of})").format(number=number, of=of)
        self._title.setText(title if of > 1 else self.tr("Allow this?"))
        words = self.tr("Tool: {tool}, as you changed it") if call.edited else self.tr("Tool: {tool}")
        self._tool.set_text(words.format(tool=visible(call.tool)))
        self._icon.set_icon(risk.icon, risk.ink)
        self._risk.setText(translate("Risk", risk.words))
        self._chip.setProperty("tone", risk.tone)
        self._chip.style().polish(self._chip)


class WhyBox(QScrollArea):
    """Why it is asked, which earlier steps made it so, and until when. What has no room is scrolled to, never cut."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Why Inara asks"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._why = Paragraph()
        self._why.setObjectName("confirmReason")
        self._steps_heading = label(self.tr("Because of what came before"), "section")
        self._steps = Paragraph()
        self._steps.setObjectName("confirmBecause")
        self._until = Paragraph("", "small")
        self._until.setObjectName("confirmUntil")
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(self.tr("Why Inara asks"), "section"))
        column.addWidget(self._why)
        self._steps_heading.setContentsMargins(0, GROUP_GAP, 0, 0)
        column.addWidget(self._steps_heading)
        column.addWidget(self._steps)
        self._until.setContentsMargins(0, GROUP_GAP, 0, 0)
        column.addWidget(self._until)
        column.addStretch(1)
        self.setWidget(self._page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def _take_room(self) -> None:
        whole = max(0, self._page.heightForWidth(self.viewport().width()))
        low = min(whole, WHY_PX)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if whole <= WHY_PX else Qt.FocusPolicy.TabFocus)
        if (low, whole) != (self.minimumHeight(), self.maximumHeight()):
            self.setMinimumHeight(low)
            self.setMaximumHeight(whole)
            self.updateGeometry()

    def show_call(self, call: PendingCall) -> None:
        """Say it of this call."""
        self._why.set_text(visible(call.reason, lines=True)[:2000])
        shown = [f"• {visible(step)[:200]}" for step in call.because[:STEPS_SHOWN]]
        if left := len(call.because) - len(shown):
            shown.append("• " + self.tr("and {count} more").format(count=number(left)))
        self._steps.set_text("\n".join(shown))
        self._steps.setVisible(bool(shown))
        self._steps_heading.setVisible(bool(shown))
        until = weekday(call.expires_at) if call.expires_at is not None else ""
        words = self.tr("The question stands until {until}; then it counts as unanswered.").format(until=until)
        self._until.set_text(words if until else "")
        self._until.setVisible(bool(until))
        self.setVisible(bool(call.reason or shown or until))
        self.verticalScrollBar().setValue(0)
        self._take_room()


class RuleBox(QFrame):
    """The rule that may be made of a call, spelled out; `chosen` when the person wants it."""

    chosen = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._offers: tuple[RuleChoice, ...] = ()
        self._current = 0
        self.setProperty("kind", "sunken")
        self._words = Paragraph()
        self._words.setObjectName("ruleWords")
        self._scope = Paragraph("", "small")
        self._which = PickerButton(appearance, self.tr("Where the rule holds"))
        self._which.setObjectName("rulePicker")
        self.button = DecisionButton(appearance, self.tr("Always allow"))
        self.button.setObjectName("approveAlways")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 10, 10)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._scope)
        column.addSpacing(6)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._which)
        buttons.addWidget(self.button)
        column.addLayout(buttons)
        self._which.chosen.connect(self._on_which)
        self.button.clicked.connect(self.chosen)

    @property
    def rule(self) -> RuleChoice | None:
        """The rule that is spelled out."""
        return self._offers[self._current] if self._offers else None

    def show_offers(self, offers: Sequence[RuleChoice]) -> None:
        """Offer those of these that can be read whole; with none the box is away."""
        self._offers = tuple(offer for offer in offers if len(offer.words) <= RULE_CHARACTERS)
        self._current = 0
        self.setVisible(bool(self._offers))
        self._spell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_whole()

    @Slot(str)
    def _on_which(self, number: str) -> None:
        self._current = int(number)
        self._spell()

    def _spell(self) -> None:
        rule = self.rule
        if rule is None:
            return
        words = visible(said(rule.words, deep=False))
        self._words.set_text(words)
        scope = self.tr("For the profile {profile}, until you delete the rule.")
        self._scope.set_text(scope.format(profile=visible(rule.profile)))
        self.button.setAccessibleName(self.tr("Always allow: {rule}").format(rule=words))
        choices = [
            Choice(str(n), self.tr("In this folder") if offer.under else self.tr("Everywhere"))
            for n, offer in enumerate(self._offers)
        ]
        self._which.set_choices(choices if len(choices) > 1 else [], str(self._current))
        self._keep_whole()

    def _keep_whole(self) -> None:
        """A layout makes wrapped words as low as one line where room is scarce; of a rule each line is read."""
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))
