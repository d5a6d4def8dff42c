"""The line below the composer: who answers, where the prompt goes, how full the model's window is, what the keys do."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from inara_desktop.context_meter import ContextMeter
from inara_desktop.controls import ElidedLabel, IconLabel, label
from inara_desktop.style import Appearance
from inara_desktop.values import StatusHint, Stops

__all__ = ["WHERE", "StatusLine"]

KEYS_FROM_PX = 560  # narrower, the keys go

WHERE = {
    "local": ("computer", "success_text", "stays on this machine"),
    "cloud": ("cloud", "warning_text", "leaves this machine"),
    "demo": ("sparkles", "accent_text", "stays on this machine"),
}


class StatusLine(QWidget):
    """See the module."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._where_icon = IconLabel(appearance, "computer", "muted", 14)
        self._badge = label("", "badge")
        self._badge.setObjectName("demoBadge")
        self._hint = ElidedLabel("", "small")
        self._hint.setObjectName("statusHint")
        self.meter = ContextMeter(appearance)
        self._keys = label("", "small")
        metrics = appearance.theme.metrics
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.gap_l, 0, metrics.gap_l, 0)
        row.setSpacing(metrics.gap_s)
        row.addWidget(self._where_icon)
        row.addWidget(self._badge)
        row.addWidget(self._hint, 1)
        row.addWidget(self.meter)
        row.addWidget(self._keys)
        self._value, self._local_only = StatusHint(), False
        self._tell()
        self.set_running(False)

    def set_hint(self, hint: StatusHint) -> None:
        """Who answers and where the prompt goes."""
        self._value = hint
        self._tell()

    def set_local_only(self, local_only: bool) -> None:
        """Whether only models on this machine are asked."""
        self._local_only = local_only
        self._tell()

    def _tell(self) -> None:
        hint = self._value
        known = bool(hint.model_label)
        icon, color, words = WHERE[hint.where]
        text = f"{hint.model_label} · {self.tr(words)}"
        if self._local_only:
            icon, color, _ = WHERE["local"]
            if hint.where == "cloud":
                text = self.tr("This conversation stays on this machine")
        elif hint.where == "local" and hint.elsewhere:
            icon, color, _ = WHERE["cloud"]
            words = self.tr("may leave this machine, for {models}").format(models=hint.elsewhere)
            text = f"{hint.model_label} · {words}"
        self._where_icon.set_icon(icon, color)
        self._where_icon.setVisible(known)
        self._hint.set_text(text if known else "")
        self._badge.setText(hint.badge)
        self._badge.setVisible(bool(hint.badge))

    def set_running(self, running: bool, stops: Stops = "answer") -> None:
        """What the keys do while a job runs, and else."""
        if not running:
            words = self.tr("Enter sends · Shift+Enter breaks the line")
        elif stops == "job":
            words = self.tr("Enter queues · Ctrl+. stops the job")
        else:
            words = self.tr("Enter queues · Ctrl+. stops the answer")
        self._keys.setText(words)

    def set_room(self, width_px: int) -> None:
        """The room there is: where it is narrow, the keys go."""
        self._keys.setVisible(width_px >= KEYS_FROM_PX)
