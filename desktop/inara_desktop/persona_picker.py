"""The header's button that says who answers, and opens the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot

from inara_desktop.controls import TextButton
from inara_desktop.style import Appearance
from inara_desktop.values import Manner, PersonaChoices

if TYPE_CHECKING:
    from inara_desktop.persona_panel import PersonaPanel

__all__ = ["PersonaPicker"]


class PersonaPicker(TextButton):
    """There once it is known who can answer. `opened` asks for what there is now; `chosen` is the new choice."""

    opened = Signal()
    chosen = Signal(Manner)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "", kind="quiet")
        self._appearance = appearance
        self._choices = PersonaChoices()
        self._manner = Manner()
        self._panel: PersonaPanel | None = None
        self.setObjectName("personaPicker")
        self.setAccessibleName(self.tr("Persona"))
        self.setToolTip(self.tr("Who answers, and with how much of it (Ctrl+Shift+P)"))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the words
        self.setIconSize(QSize(14, 14))
        self._point()
        appearance.changed.connect(self._point)
        self.clicked.connect(self.open)
        self.hide()

    def set_choices(self, choices: PersonaChoices) -> None:
        """Who can answer."""
        self._choices = choices
        self.setVisible(bool(choices.items))
        self._tell()
        if self._panel is not None and self._panel.isVisible():
            self._panel.show_choices(choices, self._manner)

    def set_manner(self, manner: Manner) -> None:
        """What holds for the conversation shown."""
        self._manner = manner
        self._tell()

    @Slot()
    def open(self) -> None:
        """Show the choice below the button."""
        if not self._choices.items:
            return
        if self._panel is not None and self._panel.isVisible():
            self._panel.hide()
            return
        if self._panel is None:
            from inara_desktop.persona_panel import PersonaPanel

            self._panel = PersonaPanel(self._appearance, self.window(), self)
            self._panel.changed.connect(self._on_changed)
        panel = self._panel
        panel.show_choices(self._choices, self._manner)
        panel.open()
        self.opened.emit()

    @Slot(Manner)
    def _on_changed(self, manner: Manner) -> None:
        self._manner = manner
        self._tell()
        self.chosen.emit(manner)

    def _tell(self) -> None:
        if not self._choices.items:
            return
        from inara_desktop.persona_panel import called, tier_words

        words = called(self._manner.persona or self._choices.persona)
        if self._manner.tier is not None and self._manner.tier != self._choices.tier:
            words = f"{words} · {tier_words(self._manner.tier)}"
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 160).replace("&", "&&"))
        self.setAccessibleName(self.tr("Persona: {name}").format(name=words))

    @Slot()
    def _point(self) -> None:
        self.setIcon(self._appearance.icons.icon("chevron-down", self._appearance.theme.colors.muted, 14))
