"""The slim line above the conversation: its title, who answers, and how."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inara_desktop.controls import Choice, ElidedLabel, IconButton, PickerButton
from inara_desktop.persona_picker import PersonaPicker
from inara_desktop.style import Appearance
from inara_desktop.values import ModelItem

__all__ = ["Header"]

_ICONS = {"local": "computer", "cloud": "cloud", "demo": "sparkles"}


class Header(QWidget):
    """Title on the left, pickers on the right. Each picker is there only while it has something to choose."""

    unfoldRequested = Signal()
    newRequested = Signal()
    modelChosen = Signal(str)
    modeChosen = Signal(str)
    offRecordToggled = Signal()
    doctorRequested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        metrics = appearance.theme.metrics
        self.setObjectName("header")
        self.setFixedHeight(52)
        self.unfold = IconButton(
            appearance, "sidebar", self.tr("Show the sidebar"), tip=self.tr("Show the sidebar (Ctrl+B)")
        )
        self.unfold.setObjectName("showSidebar")
        self.new = IconButton(appearance, "new-chat", self.tr("New chat"), tip=self.tr("New chat (Ctrl+N)"))
        self.new.setObjectName("newSessionHeader")
        self._title = ElidedLabel("", "strong")
        self._title.setObjectName("sessionTitle")
        self.off_record = IconButton(appearance, "off-record", "")
        self.off_record.setObjectName("offRecord")
        self.off_record.setCheckable(True)
        self.mode = PickerButton(appearance, self.tr("Mode"))
        self.mode.setObjectName("modePicker")
        self.persona = PersonaPicker(appearance)
        self.model = PickerButton(appearance, self.tr("Model"))
        self.model.setObjectName("modelPicker")
        self.model.set_last(Choice("doctor", self.tr("Connection doctor…"), "plug"))
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.gap_m, 0, metrics.gap_m, 0)
        row.setSpacing(metrics.gap_xs)
        row.addWidget(self.unfold)
        row.addWidget(self.new)
        row.addSpacing(metrics.gap_xs)
        row.addWidget(self._title, 1)
        row.addWidget(self.off_record)
        row.addSpacing(metrics.gap_xs)
        row.addWidget(self.mode)
        row.addWidget(self.persona)
        row.addWidget(self.model)
        self._models: tuple[ModelItem, ...] = ()
        self.set_folded(folded=False)
        self.unfold.clicked.connect(self.unfoldRequested)
        self.new.clicked.connect(self.newRequested)
        self.off_record.clicked.connect(self._on_off_record)
        self.mode.chosen.connect(self.modeChosen)
        self.model.chosen.connect(self.modelChosen)
        self.model.lastChosen.connect(self.doctorRequested)
        self.set_off_record(off_record=False)
        self.set_models((), "")
        self.set_mode("agent")

    def set_title(self, title: str) -> None:
        """The title of the conversation shown."""
        self._title.set_text(title)

    def set_off_record(self, *, off_record: bool) -> None:
        """Whether the conversation shown is off the record."""
        self._is_off_record = off_record
        self.off_record.setChecked(off_record)
        words = self.tr("Close and forget") if off_record else self.tr("New chat off the record")
        keys = "Ctrl+Shift+W" if off_record else "Ctrl+Shift+N"
        self.off_record.setAccessibleName(self.tr("Off the record"))
        self.off_record.setAccessibleDescription(words)
        self.off_record.setToolTip(f"{words} ({keys})")

    @Slot()
    def _on_off_record(self) -> None:
        self.off_record.setChecked(self._is_off_record)  # it shows what is, whatever the person will answer
        self.offRecordToggled.emit()

    def set_folded(self, *, folded: bool) -> None:
        """Offer what the sidebar offers while it is away."""
        self.unfold.setVisible(folded)
        self.new.setVisible(folded)

    def set_models(self, models: Sequence[ModelItem], current: str) -> None:
        """The models there are and the one that answers here."""
        self._models = tuple(models)
        self.model.set_choices([Choice(item.id, item.label, _ICONS[item.where]) for item in models], current)

    def models(self) -> Sequence[ModelItem]:
        """The models that can be chosen."""
        return self._models

    def set_mode(self, mode: str) -> None:
        """Agent or chat."""
        modes = (
            Choice("agent", self.tr("Agent: uses tools, asks before changes"), "agent"),
            Choice("chat", self.tr("Chat: only answers"), "chat"),
        )
        names = {"agent": self.tr("Agent"), "chat": self.tr("Chat")}
        self.mode.set_choices(modes, mode, shown=names.get(mode, mode))
